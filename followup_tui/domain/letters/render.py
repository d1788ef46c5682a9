"""Filling in a template: Jinja2 in its sandbox, where every name must be known.

A name that is missing raises; so does one whose value is missing (`material` says None), so that
no hole, no “None” and no “undefined” can stand in a letter. Nothing is escaped: a letter is plain
text, and what goes out as HTML is made of it later. No file can be included, nothing imported.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from followup_tui.domain.letters.material import LetterMaterial
from followup_tui.domain.letters.templates import LetterTemplate, TemplateProblem
from followup_tui.domain.letters.wording import capital, listed, question, sentence, stop
from followup_tui.domain.record import LINE_LIMIT, TEXT_LIMIT
from followup_tui.domain.text import clean_line, clean_text, shorten

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

FILTERS = {
    "listed": listed,
    "sentence": sentence,
    "question": question,
    "capital": capital,
    "stop": stop,
}
"""What a template may call besides Jinja's own: “a, b and c”, and words as a sentence."""
_TAG_LINE = re.compile(
    r"^[ \t]*(?P<tags>(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ \t]*)*"
    r"(?:\{%(?:(?!%\}).)*?|\{#(?:(?!#\}).)*?))(?P<end>-?%\}|-?#\})[ \t]*\n",
    re.MULTILINE,
)
_LOST_BULLET = re.compile(r"^[ \t]*(?:[-*•]|\d+[.)])[ \t]*$\n?", re.MULTILINE)
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_LEADING = re.compile(r"^ (?=[^\s])", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_BEFORE_A_STOP = re.compile(r"(?<=[\w”)])[ \t]+(?=[,.;?!](?:\s|$))")


def render(template: LetterTemplate, material: LetterMaterial) -> tuple[str, str]:
    """Return the subject and the body of a letter.

    Raises `TemplateProblem` with the line where something cannot be filled in; of a template that
    was checked when it was loaded (`checks`), that cannot be.
    """
    names = {field.name: getattr(material, field.name) for field in fields(material)}
    subject = _filled(template, template.subject, template.subject_line, names)
    body = _filled(template, template.body, template.body_line, names)
    return shorten(clean_line(subject), LINE_LIMIT), tidy(body)


def _filled(template: LetterTemplate, source: str, line: int, names: dict[str, Any]) -> str:
    from jinja2 import TemplateError  # noqa: PLC0415 - an eighth of a second, at the first letter

    try:
        return compiled(source).render(names)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as problem:
        raise TemplateProblem(
            template.file, line + line_of(problem, source) - 1, in_words(problem)
        ) from problem


def line_of(problem: BaseException, source: str) -> int:
    """Return the line of a template, from 1, at which an exception was raised."""
    found = getattr(problem, "lineno", None)
    if isinstance(found, int):
        return found
    line = 1
    trace = problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return min(line, source.count("\n") + 1)


def in_words(problem: BaseException) -> str:
    """Return what Jinja says as a sentence of ours."""
    words = clean_line(str(problem)) or type(problem).__name__
    missing = re.fullmatch(r"'(?:[\w.]+ object|None)' has no attribute '(\w+)'", words)
    if missing:
        return (
            f"“{missing[1]}” is named where there may be nothing that has one: "
            "ask for it first, as in {% if project %}"
        )
    undefined = re.fullmatch(r"'(\w+)' is undefined", words)
    if undefined:
        return f"there is no “{undefined[1]}”: docs/letters.md lists what there is"
    return words


@lru_cache(maxsize=128)
def compiled(source: str) -> Template:
    """Return a source made ready to be filled in; raises `jinja2.TemplateSyntaxError`."""
    return environment().from_string(without_tag_lines(source))


def without_tag_lines(source: str) -> str:
    """Return a source whose lines of nothing but ``{% … %}`` draw nothing, not even a line.

    Their line break goes inside the last of their marks, so that lines keep their numbers.
    """
    return _TAG_LINE.sub(lambda found: f"{found['tags'].rstrip()}\n{found['end']}", source)


@cache
def environment() -> SandboxedEnvironment:
    """Return the sandbox in which templates are read and filled in."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - see above
    from jinja2.exceptions import SecurityError  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    class Sandbox(ImmutableSandboxedEnvironment):
        """The sandbox, in which nothing can be multiplied to fill the memory either."""

        intercepted_binops = frozenset(("*", "**", "%"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            raise SecurityError(f"“{operator}” has no place in a letter")

    made = Sandbox(
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_there,
    )
    made.globals.clear()
    made.filters.update(FILTERS)
    return made


def _there(value: Any) -> Any:
    """Return a value that is to stand in a letter; raises where there is none."""
    from jinja2 import UndefinedError  # noqa: PLC0415 - see above

    if value is None:
        raise UndefinedError(
            "something is written here that may be missing: ask for it first, "
            "as in {% if project %}"
        )
    if isinstance(value, bool | tuple | list | dict):
        raise UndefinedError("what is written here is no text: take it in a condition or a loop")
    return value


def tidy(text: str) -> str:
    """Return the body of a letter without what filling in may leave: blanks and empty lines.

    No two spaces in a row, no empty bullet, no run of empty lines; nothing that says something
    is taken out.
    """
    body = _LOST_BULLET.sub("", clean_text(text))
    body = _LEADING.sub("", _TRAILING.sub("", _SPACES.sub(" ", body)))
    body = _BEFORE_A_STOP.sub("", body)
    return _BLANK_LINES.sub("\n\n", body).strip()[:TEXT_LIMIT]
