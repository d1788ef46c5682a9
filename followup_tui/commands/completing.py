"""What could stand next on a command line: commands, options, their values, names of clients.

The parser itself says what there is, so that nothing has to be kept beside it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_FILES = frozenset({"FILE", "PATH", "DIR", "SOURCE", "BACKUP"})
_CLIENTS = frozenset({"CLIENT", "OTHER", "INTO"})
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that could stand there, and what it means."""

    word: str
    words: str = ""


FILES = Candidate(":files")
"""Names of files are for the shell to find."""
Names = Callable[[str], Sequence[str]]
"""Gives the names of clients that begin with some words."""
Known = Mapping[str, Names]
"""By the word that stands for it in the help (``COURSE``): gives the names that begin so."""


def candidates(
    parser: argparse.ArgumentParser,
    before: Sequence[str],
    current: str,
    *,
    names: Names,
    known: Known | None = None,
) -> list[Candidate]:
    """Return what could stand in the place of `current`, after the words `before` it."""
    place = _Place(parser, {**dict.fromkeys(_CLIENTS, names), **(known or {})})
    for word in before:
        place.read(word)
    return [each for each in place.next(current) if each is FILES or _fits(each, current)]


def _fits(candidate: Candidate, current: str) -> bool:
    return candidate.word.casefold().startswith(current.lstrip(_QUOTES).casefold())


class _Place:
    """Where on a command line somebody is."""

    def __init__(self, parser: argparse.ArgumentParser, known: Known) -> None:
        self._top = parser
        self._known = known
        self._parser = parser
        self._taken = 0
        """How many positional words of the command were read."""
        self._value_of: argparse.Action | None = None
        """The option whose value comes next."""
        self._only_words = False
        """Whether everything is a word, as after a bare ``--``."""

    def read(self, word: str) -> None:
        """Go past a word."""
        if self._value_of is not None:
            self._value_of = None
        elif word == "--":
            self._only_words = True
        elif word.startswith("-") and not self._only_words:
            option = self._options().get(word)
            if option is not None and option.nargs != 0:
                self._value_of = option
        elif (commands := _commands(self._parser)) is not None:
            self._parser = commands.choices.get(word, self._parser)
        else:
            self._taken += 1

    def next(self, current: str) -> Iterator[Candidate]:
        """Yield what could come, in the order in which it is told by ``--help``."""
        if self._value_of is not None:
            yield from _values(self._value_of, current, self._known)
        elif current.startswith("-") and not self._only_words:
            for flag, option in self._options().items():
                if flag.startswith("--") and option.help is not argparse.SUPPRESS:
                    yield Candidate(flag, option.help or "")
        elif (commands := _commands(self._parser)) is not None:
            for action in commands._choices_actions:
                yield Candidate(action.dest, action.help or "")
        elif (positional := self._positional()) is not None:
            yield from _values(positional, current, self._known)

    def _options(self) -> dict[str, argparse.Action]:
        return {
            flag: action
            for parser in (self._parser, self._top)
            for action in parser._actions
            for flag in action.option_strings
        }

    def _positional(self) -> argparse.Action | None:
        """Return the positional that the next word is of; None where there is room for none."""
        left = self._taken
        for action in self._parser._actions:
            if action.option_strings:
                continue
            if action.nargs in {"*", "+"} or left == 0:
                return action
            left -= 1
        return None


def _commands(
    parser: argparse.ArgumentParser,
) -> argparse._SubParsersAction[argparse.ArgumentParser] | None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action
    return None


def commands_of(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """Return the parsers of the commands of a parser, by name."""
    found = _commands(parser)
    return {} if found is None else found.choices


def _values(action: argparse.Action, current: str, known: Known) -> Iterator[Candidate]:
    """Yield the values of an option or a positional, as far as they can be known."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if action.choices is not None:
        for choice in action.choices:
            if choice:
                yield Candidate(str(choice))
    elif metavar in known:
        for name in known[metavar](current.lstrip(_QUOTES)):
            yield Candidate(name)
    elif metavar in _FILES:
        yield FILES
