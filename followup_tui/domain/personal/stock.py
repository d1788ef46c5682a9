"""What could stand in any letter: stock phrases, and places where something was to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from followup_tui.domain.personal.text import LetterText, Span, Word
from followup_tui.domain.personal.words import PersonalWords
from followup_tui.domain.text import fold

MOST_PHRASES = 2
"""Stock phrases that any letter may hold; more only where facts outweigh them."""
MOST_SHARE = 0.34
"""Share of the body's words from which a letter is made of stock phrases."""

_BRACKETS = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\$?\{[^{}\n]{0,60}\}|<<[^<>\n]{1,60}>>"
    r"|\[\[[^\[\]\n]{1,60}\]\]|«[A-Za-z_ ]{1,30}»(?=[,\s])(?<=_\w»)"
)
_SQUARE = re.compile(r"\[(?P<inside>[^\[\]\n]{0,60})\](?!\()")
_ANGLED = re.compile(r"<(?P<inside>[^<>\n@/:]{1,60})>")
_SIGNS = re.compile(
    r"%[A-Z][A-Z_]{2,30}%|\*\|[A-Z_:]{2,30}\|\*|_{3,}|\?{3,}|(?<![.…])\.{5,}|#[A-Z_]{4,30}#"
    r"|@@\w{1,30}@@|\$[A-Z][A-Z_]{3,30}\b|\$(?:first|last)_?name\b",
)
_FOOTNOTE = re.compile(r"\s*(?:\d{1,3}|[xX ✓]?)\s*")
_TAG = re.compile(r"(?:b|i|u|p|br|hr|em|strong|a|ul|ol|li|div|span|blockquote|code|pre|h[1-6])\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stock phrase found in a letter."""

    words: str
    span: Span
    length: int
    """How many words it has."""
    hollow: bool
    """Whether it stands for something that was to be said, and is no mere courtesy."""


def placeholders(letter: LetterText, words: PersonalWords) -> tuple[Span, ...]:
    """Return where something was left to be filled in, in the whole letter and its subject."""
    found = set(_marked(letter.text))
    for each in words.placeholders:
        pattern = rf"(?<!\w){re.escape(each)}(?!\w)"
        flags = re.IGNORECASE if " " in each else re.NOFLAG
        found |= {match.span() for match in re.finditer(pattern, letter.text, flags)}
    blank = _blank_greeting(letter, words)
    if blank is not None:
        found.add(blank)
    return tuple(sorted(found))


def _marked(text: str) -> Iterator[Span]:
    for pattern in (_BRACKETS, _SIGNS):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _SQUARE.finditer(text):
        inside = match["inside"]
        if not _FOOTNOTE.fullmatch(inside) and "http" not in inside:
            yield match.span()
    for match in _ANGLED.finditer(text):
        inside = match["inside"].strip()
        if inside[:1].isalpha() and not _TAG.match(inside.lower()):
            yield match.span()


def _blank_greeting(letter: LetterText, words: PersonalWords) -> Span | None:
    """Return the greeting that lacks its name: “Dear ,”."""
    line = letter.text[slice(*letter.opening)]
    stop = re.search(r"\s+[,!:]", line)
    if stop is not None and fold(line[: stop.start()]).strip() in words.blank_greets:
        return letter.opening[0], letter.opening[0] + stop.end()
    return None


def stock_phrases(body: Sequence[Word], words: PersonalWords) -> tuple[Phrase, ...]:
    """Return the stock phrases of a letter's body, in order; they do not overlap."""
    found: list[Phrase] = []
    for _, group in groupby(body, key=lambda word: word.sentence):
        sentence = list(group)
        starts: dict[int, int] = {}
        line = ""
        for number, word in enumerate(sentence):
            starts[len(line)] = number
            line += word.folded + " "
        marks = sorted(
            (span[0], -span[1], hollow)
            for patterns, hollow in ((words.hollow, True), (words.courtesies, False))
            for pattern in patterns
            for span in (match.span() for match in pattern.finditer(line))
        )
        free = 0
        for start, minus_end, hollow in marks:
            if start < free:
                continue
            free = -minus_end
            inside = [n for at, n in starts.items() if start <= at < free]
            first, last = sentence[inside[0]], sentence[inside[-1]]
            phrase = " ".join(word.text for word in sentence[inside[0] : inside[-1] + 1])
            found.append(Phrase(phrase, (first.start, last.end), len(inside), hollow))
    return tuple(found)


def leans(phrases: Sequence[Phrase], body_words: int, facts: int) -> bool:
    """Say whether a letter of so many words and facts leans on its stock phrases.

    Courtesies weigh half. Where a letter is made of them, or holds more of them than facts and
    more than `MOST_PHRASES`, it does.
    """
    weight = sum(1.0 if phrase.hollow else 0.5 for phrase in phrases)
    share = sum(phrase.length for phrase in phrases) / max(body_words, 1)
    if weight < MOST_PHRASES:
        return share > 2 * MOST_SHARE
    return share > MOST_SHARE or weight > max(MOST_PHRASES, facts + 0.5)
