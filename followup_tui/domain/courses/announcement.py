"""The announcement that is read out at the end of a course, so that the call is no surprise.

Its words are a template (Jinja2, sandboxed and strict) that ships with the program and that users
copy and change. It is tried with everything known and with nothing known when it is read: what is
wrong in it is told then, by file and line, and never heard by a room full of people.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from followup_tui.domain.text import clean_text

if TYPE_CHECKING:
    from jinja2 import Template

FILE = "announcement.txt"
"""The name of the template in its folder."""
_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


class AnnouncementProblem(ValueError):
    """A template that cannot be used; its text is a sentence that names the file and the line."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a template may use; each is empty where it is not known."""

    title: str
    topic: str
    speaker: str = ""
    host: str = ""
    number: str = "five"
    """How many are drawn, in words up to twelve."""
    people: str = "five of you"
    day: str = ""
    """When the coffees are: “around Thursday 19 November”."""
    place: str = ""
    company: str = ""
    """The user's own."""


_PROBE = Words(
    title="Course", topic="Topic", speaker="Speaker", host="Host", day="around a day",
    place="at a place", company="Company",
)  # fmt: skip
_SPARSE = Words(title="Course", topic="Course", day="around a day")


def words_of(number: int) -> str:
    """Return a number as it is read out: ``five``, and digits from thirteen on."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def day_words(day: date) -> str:
    """Return a day as it is read out: ``around Thursday 19 November``."""
    return f"around {day:%A} {day.day} {day:%B}"


def people_words(number: int) -> str:
    """Return ``five of you``."""
    return f"{words_of(number)} of you"


def check(source: str, *, file: str) -> None:
    """Raise `AnnouncementProblem` unless a template can be used, whatever is known of a course."""
    for words in (_PROBE, _SPARSE, replace(_SPARSE, speaker="Ann", host="Ann")):
        render(source, words, file=file)


def render(source: str, words: Words, *, file: str = FILE) -> str:
    """Return the announcement; raises `AnnouncementProblem` in the name of `file`."""
    import jinja2  # noqa: PLC0415 - 50 ms that no start may wait for

    try:
        text = _template(source, file).render(asdict(words))
    except jinja2.TemplateSyntaxError as wrong:
        raise _problem(f"{file}, line {wrong.lineno}", wrong.message or "") from None
    except (jinja2.TemplateError, ArithmeticError, TypeError, ValueError) as wrong:
        raise _problem(file, str(wrong)) from None
    return _tidy(text)


def _template(source: str, file: str) -> Template:
    """Return the template; a name that means nothing is found in branches not taken, too."""
    from jinja2 import StrictUndefined, meta, nodes  # noqa: PLC0415 - see `render`
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - see `render`

    # Plain text for somebody's mouth: there is nothing to escape.
    room = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    tree = room.parse(source)
    known = asdict(_SPARSE)
    unknown = meta.find_undeclared_variables(tree) - known.keys()
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            can_be = ", ".join(known)
            words = f"“{name.name}” means nothing here; what can stand there is {can_be}"
            raise AnnouncementProblem(f"{file}, line {name.lineno}: {words}.")
    return room.from_string(source)


def _problem(where: str, what: str) -> AnnouncementProblem:
    return AnnouncementProblem(f"{where}: {what.rstrip('.')}.")


def _tidy(text: str) -> str:
    """Return the text with one blank line between paragraphs and one blank between words."""
    paragraphs = [" ".join(part.split()) for part in clean_text(text).split("\n\n")]
    return "\n\n".join(filter(None, paragraphs))
