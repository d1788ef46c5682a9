"""Templates of letters: which there are of a kind, and what could not be read of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from followup_tui.domain.letter import LetterKind


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
    """Enough of its path to find it: ``templates/reference.txt``."""
    subject: str
    """Source of the subject line."""
    body: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """All templates that could be read, and what is wrong with the others."""

    templates: tuple[LetterTemplate, ...] = ()
    problems: tuple[TemplateProblem, ...] = ()

    def of(self, kind: LetterKind) -> tuple[LetterTemplate, ...]:
        """Return the templates of a kind, the one to begin with first."""
        return tuple(each for each in self.templates if each.kind is kind)

    def named(self, kind: LetterKind, name: str) -> LetterTemplate | None:
        """Return the template of that name, or the first of its kind without one."""
        return next((each for each in self.of(kind) if each.name == name or not name), None)

    def names(self, kinds: Iterable[LetterKind]) -> tuple[str, ...]:
        """Return the names of the templates of some kinds."""
        return tuple(each.name for kind in kinds for each in self.of(kind))
