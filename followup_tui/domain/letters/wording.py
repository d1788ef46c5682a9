"""How a letter puts words together: names, sentences, questions, rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup_tui.domain.importing.reaching import is_nameless
from followup_tui.domain.text import clean_line, fold


def word_set(line: str) -> frozenset[str]:
    """Return the words of a line. (That of `personal` would bring the whole check with it.)"""
    return frozenset(line.split())


_WORD = re.compile(r"[^\W\d_]+")
_TITLES = word_set(
    "dr prof mr mrs ms miss mx sir dame rev herr frau monsieur madame mme mlle señor señora sr sra"
    " srta sig signor signora dott hr fru dhr mevr"
)
_LIKING = word_set("like likes liked love loves loved enjoy enjoys enjoyed")
_DETERMINERS = word_set("the a an your our this these")
_TELLING = word_set(
    "are was were have had do did can will would went came made took got kept gave saved helped"
    " worked counted told find use like love want need come go run pay show look feel stay be been"
)
"""Verbs that make a thing a statement about it; so may any word that ends with s."""
_PLURALS = word_set("reports lists sessions days times minutes numbers figures charts slides labs")
BETWEEN = word_set("really also still now gladly only never often just even already")
"""Words that stand between somebody and what they do."""


def first_name(name: str) -> str:
    """Return how somebody is greeted: by their first name, unless that would be a guess.

    A name in one word, or in capital letters of another order (“LI Jane”), is used whole; one
    with a title by its title and its last word (“Dr Okafor”).
    """
    words = name.split()
    if len(words) < 2 or words[0].isupper() or "," in name:
        return name
    if is_title(words[0]):
        return f"{words[0]} {words[-1]}" if len(words) > 2 else name
    return words[0]


def greeted_as(name: str) -> str:
    """Return by what somebody is greeted; empty where no name is known, but a way to reach them."""
    return "" if is_nameless(name) else first_name(name)


def is_title(word: str) -> bool:
    """Say whether a word before a name is a title."""
    return word.rstrip(".").lower() in _TITLES or word.endswith(".")


def as_liked(words: str) -> str:
    """Return what was liked without the words that say so: “likes the reports”, “the reports”."""
    line = clean_line(words)
    spoken = line.split(" ")
    for index, word in enumerate(spoken[:4]):
        if fold(word) in _LIKING:
            before = {fold(each) for each in spoken[:index]}
            if before <= {"he", "she", "they", "you", *BETWEEN}:
                rest = " ".join(spoken[index + 1 :])
                return rest or line
            return line
    return line


def is_thing(words: str) -> bool:
    """Say whether words name a thing and tell nothing of it: “the lab with the queues”.

    Where it is not plain they do not: “the board hangs in the canteen”.
    """
    spoken = [fold(word.strip(",.;:")) for word in words.split()]
    if not spoken or spoken[0] in {"that", "how"}:
        return bool(spoken)
    return spoken[0] in _DETERMINERS and not any(
        word in _TELLING or word.endswith("s") for word in spoken[1:] if word not in _PLURALS
    )


def sentence(words: str) -> str:
    """Return words as a sentence: with a capital at its beginning and a stop at its end."""
    return stop(capital(clean_line(words)))


def stop(words: str) -> str:
    """Return words with a stop at their end, unless they have one."""
    line = clean_line(words)
    ended = line[-1:] in ".!?…" or line.endswith((".”", "!”", "?”", ".)"))
    return line if ended or not line else f"{line}."


def question(words: str) -> str:
    """Return words as a question."""
    line = capital(clean_line(words)).rstrip(" .")
    return line if not line or line.endswith("?") else f"{line}?"


def capital(words: str) -> str:
    """Return words with a capital at their beginning, unless their first one has its own ways."""
    first = words.split(" ", 1)[0]
    if any(char.isupper() for char in first[1:]) or "://" in first or "@" in first:
        return words
    return words[:1].upper() + words[1:]


def listed(parts: Iterable[str], word: str = "and") -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    found = [part for part in parts if part]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def without_repeats(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines without those whose words all stand in another one of them."""
    every = [(line, frozenset(fold(word) for word in _WORD.findall(line))) for line in lines]
    kept = []
    for index, (line, words) in enumerate(every):
        if not line:
            continue
        inside = any(
            words < other or (words == other and later < index)
            for later, (_, other) in enumerate(every)
            if later != index
        )
        if not inside:
            kept.append(line)
    return tuple(kept)
