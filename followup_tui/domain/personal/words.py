"""The words by which a letter is judged: families of synonyms, everyday words, stock phrases.

They are data (`data/phrases/*.toml`), so that users can add their own stock phrases or the words
of their trade; here they are read, checked and made quick to ask.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from followup_tui.domain.shipped import data_folder
from followup_tui.domain.stems import stem
from followup_tui.domain.stop_words import STOP
from followup_tui.domain.text import fold

FILES = ("synonyms", "common", "stock", "greetings")
_HEAD, _TAIL = 6, 4  # letters that the first and the other part of a compound have at least
_PARTS = re.compile(r"[^\W_]+[+#]*")
_TOP_LEVEL = re.compile(r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+")
"""The parts of a phrase between blanks; blanks in brackets do not part."""


class PhrasesError(ValueError):
    """A file of phrases that cannot be used: names the file, the key and what is wrong."""

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}.toml: {f'{key}: ' if key else ''}{what}")


@dataclass(frozen=True, slots=True, eq=False)
class PersonalWords:
    """What the files say; words are folded, those of families and of common words are stems."""

    families: Mapping[str, frozenset[str]]
    """Each stem with the families it belongs to: ask `families_of`."""
    listed: frozenset[str]
    """The words of families as they are listed, folded, with the usual English endings."""
    family_phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Phrases by their first stem, the longest first, each with its family."""
    initials: Mapping[str, tuple[str, ...]]
    """The longer stems of families by their first letter."""
    sorts: Mapping[str, str]
    """Each family with its sort: ``deeds``, ``things``, ``people``, ``feelings``, ``short``."""
    everyday: frozenset[str]
    trade: frozenset[str]
    time: frozenset[str]
    courtesies: tuple[re.Pattern[str], ...]
    hollow: tuple[re.Pattern[str], ...]
    of_everybody: tuple[re.Pattern[str], ...]
    placeholders: tuple[str, ...]
    blank_greets: tuple[str, ...]
    greetings: tuple[tuple[str, ...], ...]
    """What a letter begins with, as words, the longest first."""
    titles: frozenset[str]
    nobody: frozenset[str]
    closings: frozenset[str]
    short_names: Mapping[str, frozenset[str]]
    """Each given name with all that mean the same, itself too."""

    def families_of(self, folded: str, root: str) -> frozenset[str]:
        """Return the families of a folded word with its stem.

        A stem of every day is only of a family in the forms that are listed there: “both” is no
        “bother”, “met” no “meter” and “kept running” no jogging.
        """
        common = root in self.everyday or folded in self.everyday or folded in STOP
        if common and folded not in self.listed:
            return frozenset()
        return self.families.get(root, frozenset())

    def families_within(self, folded: str) -> frozenset[str]:
        """Return the families of the word that a compound begins with: “Papierkarten”."""
        for length in range(len(folded) - _TAIL, _HEAD - 1, -1):
            head = folded[:length]
            if head in self.listed:
                return self.families.get(root_of(head), frozenset())
        return frozenset()


@cache
def shipped() -> PersonalWords:
    """Return the words that ship with the program, read once.

    Raises `FileNotFoundError` when the installation lacks them.
    """
    folder = data_folder() / "phrases"
    return read_words(
        {name: (folder / f"{name}.toml").read_text(encoding="utf-8") for name in FILES}
    )


def read_words(texts: Mapping[str, str]) -> PersonalWords:
    """Return the words of the four files in `texts`, by name without ``.toml``.

    Raises `PhrasesError` for the first thing that is wrong, with the file and the key.
    """
    trees = {name: _tree(name, texts.get(name, "")) for name in FILES}
    families, phrases, sorts = _families(trees["synonyms"])
    listed = frozenset(_inflected(fold(" ".join(_entries(trees["synonyms"]))).split()))
    stock, greetings = trees["stock"], trees["greetings"]
    left_open = stock.get("placeholders", {})
    return PersonalWords(
        families=families,
        listed=listed,
        family_phrases=phrases,
        initials=_by_initial(families),
        sorts=sorts,
        everyday=_stems(trees["common"], "everyday"),
        trade=_stems(trees["common"], "trade"),
        time=_stems(trees["common"], "time"),
        courtesies=_patterns(stock, "courtesies"),
        hollow=_patterns(stock, "hollow"),
        of_everybody=_patterns(stock, "of_everybody"),
        placeholders=tuple(left_open.get("words", ())),
        blank_greets=tuple(fold(each) for each in left_open.get("greets", ())),
        greetings=tuple(
            sorted(
                (tuple(parts(each)) for each in _line("greetings", greetings, "greetings").split()),
                key=len,
                reverse=True,
            )
        ),
        titles=frozenset(fold(_line("greetings", greetings, "titles")).split()),
        nobody=frozenset(fold(_line("greetings", greetings, "nobody")).split()),
        closings=frozenset(fold(_line("greetings", greetings, "closings")).split("|")),
        short_names=_short_names(greetings.get("short", {})),
    )


def word_set(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split())


_WHOLE = word_set("customs news goods glasses physics mathematics formation")
"""Words that are no form of another one: customs are not what customers have."""


def root_of(folded: str) -> str:
    """Return the stem of a folded word, short ones without their e, too: move as moved.

    Words that only look like a plural stay whole.
    """
    if folded in _WHOLE:
        return folded
    root = stem(folded)
    return root[:-1] if len(root) == 4 and root[-1] == "e" else root


def parts(text: str) -> list[str]:
    """Return the words of `text`, folded, underscores and blanks between them away."""
    return _PARTS.findall(fold(text.replace("_", " ")))


def _tree(name: str, text: str) -> dict[str, Any]:  # Any: TOML before it is checked
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise PhrasesError(name, "", f"is not valid TOML: {problem}") from problem


def _line(file: str, tree: Mapping[str, Any], key: str) -> str:
    words = tree.get(key, "")
    if not isinstance(words, str):
        raise PhrasesError(file, key, "must be words in quotation marks")
    return words


def _stems(tree: Mapping[str, Any], key: str) -> frozenset[str]:
    words = fold(_line("common", tree, key)).split()
    return frozenset(words) | frozenset(root_of(word) for word in words)


def _families(
    tree: Mapping[str, Any],
) -> tuple[
    dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]], dict[str, str]
]:
    """Return stems with their families, phrases with theirs, and the sort of each family."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    sorts: dict[str, str] = {}
    for sort, lines in tree.items():
        if not isinstance(lines, dict):
            raise PhrasesError("synonyms", sort, "must be a table of families, such as [deeds]")
        for name in lines:
            sorts[name] = sort
            for entry in _line("synonyms", lines, name).split():
                words = tuple(root_of(word) for word in parts(entry))
                if len(words) == 1:
                    found[words[0]].add(name)
                elif words:
                    phrases[words[0]].append((words, name))
    ordered = {
        first: tuple(sorted(several, key=lambda each: -len(each[0])))
        for first, several in phrases.items()
    }
    return {word: frozenset(names) for word, names in found.items()}, ordered, sorts


def _entries(tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of all families, which `_families` found to be well."""
    for lines in tree.values():
        yield from lines.values()


def _inflected(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield from (word + ending for ending in ("s", "es", "d", "ed", "ing"))
        yield word.removesuffix("e") + "ing"


def _by_initial(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in stems:
        if len(each) > 4:
            found[each[0]].append(each)
    return {initial: tuple(several) for initial, several in found.items()}


def _short_names(tree: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in tree:
        group = {fold(name), *fold(_line("greetings", tree, name)).split()}
        for each in group:
            found[each] |= group if each == fold(name) else {fold(name), each}
    return {name: frozenset(group) for name, group in found.items()}


def _patterns(tree: Mapping[str, Any], key: str) -> tuple[re.Pattern[str], ...]:
    phrases = tree.get(key, [])
    if not isinstance(phrases, list):
        raise PhrasesError("stock", key, "must be a list of phrases")
    return tuple(_pattern(key, str(phrase)) for phrase in phrases)


def _pattern(key: str, phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase in words that each have one blank behind them."""
    if phrase.count("(") != phrase.count(")"):
        raise PhrasesError("stock", key, f"“{phrase}” cannot be read: its brackets do not close")
    pieces = list(_pieces(_TOP_LEVEL.findall(fold(phrase))))
    while pieces and pieces[-1] == _SOME_WORDS:
        pieces.pop()
    try:
        return re.compile(r"(?<!\S)" + "".join(pieces))
    except re.error as problem:
        raise PhrasesError("stock", key, f"“{phrase}” cannot be read: {problem}") from problem


_SOME_WORDS = r"(?:[^\W_]+ ){0,3}"


def _pieces(items: list[str]) -> Iterator[str]:
    for item in items:
        body = item.replace("(", "(?:")
        if item == "*":
            yield _SOME_WORDS
        elif item.endswith(")?") and item.count("(") == 1:
            yield f"(?:{body[:-1]} )?"
        else:
            yield f"(?:{body}) "
