"""Templates of letters: their files, which there are of a kind, and what is wrong with some.

A file says above a line of dashes what it is, and below it the letter:

    kind: reference
    name: Reference
    subject: May we name you as a reference for “{{ project.title }}”?
    ---
    {{ hello }}
    …

Lines that begin with # above the dashes are for whoever reads the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.text import clean_line, is_clean

BLANK = "Blank"
"""What an empty letter is called among the templates; none may have this name."""
_KEYS = ("kind", "name", "subject")
_LONGEST = 60  # characters of a name


class TemplateProblem(ValueError):
    """A template that cannot be used: which file, which line, and what is wrong with it."""

    def __init__(self, file: str, line: int, sentence: str) -> None:
        super().__init__(f"{file}, line {line}: {sentence}" if line else f"{file}: {sentence}")
        self.file = file
        self.line = line
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter with names in it that are filled in from what is known."""

    kind: LetterKind
    name: str
    """What it is called where several of a kind are to choose from."""
    file: str
    """Enough of its path to find it: ``templates/reference.md``."""
    subject: str
    """Source of the subject line."""
    body: str
    subject_line: int = 0
    """Where the subject stands in the file, counted from 1."""
    body_line: int = 0
    """Where the body begins."""


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """All templates that could be read, and what is wrong with the others."""

    templates: tuple[LetterTemplate, ...] = ()
    problems: tuple[TemplateProblem, ...] = ()

    def of(self, kind: LetterKind) -> tuple[LetterTemplate, ...]:
        """Return the templates of a kind, the one to begin with first."""
        return tuple(each for each in self.templates if each.kind is kind)

    def named(self, kind: LetterKind, name: str = "") -> LetterTemplate | None:
        """Return the template of that name, or the first of its kind without one."""
        return next((each for each in self.of(kind) if each.name == name or not name), None)


def read(text: str, *, file: str) -> LetterTemplate:
    """Return the template that the text of a file says; raises `TemplateProblem`.

    Only its form is looked at: whether each name in it is known is the business of `checks`.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    said, below = _head(lines, file)
    kind, line = said.get("kind", ("", 1))
    name, name_line = said.get("name", ("", 1))
    subject, subject_line = said.get("subject", ("", 1))
    if not kind:
        _refuse(file, 1, f"does not say its kind: write “kind: {LetterKind.FOLLOW_UP}”")
    if kind not in set(LetterKind):
        near = did_you_mean(kind, [each.value for each in LetterKind])
        _refuse(file, line, f"“{kind}” is no kind of letter{near}")
    if not name:
        _refuse(file, 1, "has no name: write “name: …”, as it is to be called in the list")
    if len(name) > _LONGEST or name.lower() == BLANK.lower():
        _refuse(file, name_line, f"“{name}” cannot be its name: choose another, short one")
    if not subject:
        _refuse(file, 1, "has no subject: write “subject: …” above the dashes")
    body = "\n".join(lines[below:]).strip("\n")
    if not body.strip():
        _refuse(file, below, "has no letter below the dashes")
    for number, written in enumerate(lines, start=1):
        if not is_clean(written):
            _refuse(file, number, "holds control characters: save it as plain text")
    first = next(n for n, each in enumerate(lines[below:], start=below + 1) if each.strip())
    return LetterTemplate(LetterKind(kind), name, file, subject, body, subject_line, first)


def _head(lines: list[str], file: str) -> tuple[dict[str, tuple[str, int]], int]:
    """Return what stands above the dashes, each with its line, and how many lines that are."""
    said: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines, start=1):
        written = line.strip("\ufeff").strip()
        if len(written) >= 3 and set(written) == {"-"}:
            return said, number
        if not written or written.startswith("#"):
            continue
        key, colon, value = written.partition(":")
        key = key.strip().lower()
        if not colon or key not in _KEYS:
            near = did_you_mean(key, _KEYS)
            unknown = f"“{key[:_LONGEST]}” is not known above the dashes{near}"
            raise TemplateProblem(file, number, unknown)
        if key in said:
            _refuse(file, number, f"says its {key} a second time")
        said[key] = (clean_line(value), number)
    none = "has no line of dashes (---) between what it is and the letter"
    raise TemplateProblem(file, len(lines), none)


def _refuse(file: str, line: int, sentence: str) -> NoReturn:
    raise TemplateProblem(file, line, sentence)
