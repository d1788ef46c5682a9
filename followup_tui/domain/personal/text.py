"""A letter taken apart: its greeting, the sentences of its body, and what stands below them.

Every word keeps its place in the letter as it was given, so that what is found can be pointed at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from followup_tui.domain.personal.words import PersonalWords
from followup_tui.domain.text import fold

Span = tuple[int, int]
"""Where words begin and end in the letter, in characters."""

LONGEST_LETTER = 100_000
"""Characters that are looked at: records hold no longer texts."""

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*", re.IGNORECASE)
_HEADER = re.compile(
    r"\s*(?:subject|betreff|objet|to|an|cc|from|von|de|à|date|datum)\s*:", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(r"\s*(?:subject|betreff|objet|to|cc|from|von)\s*:", re.IGNORECASE)
_BREAK = re.compile(r"[.!?…]+[\"”\u2019)]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•\u2013]|\d+[.)])\s)|;\s")
_GREETING_END = re.compile(r"[,!:;.\n?]|\s[-\u2013\u2014]+\s")
_GREETING_STOPS = frozenset(",!:-\u2013\u3001\uff0c\uff1a")
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\b", re.IGNORECASE)
_CLOSING_LINES = 9  # from the end, between which a letter takes its leave
_CLOSING_WORDS = 5
_MOST_NAMES = 6  # words that a greeting goes on for behind its first name


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a letter."""

    text: str
    folded: str
    start: int
    end: int
    sentence: int
    """Which sentence of the body it stands in; -1 in the greeting, -2 in the signature."""
    first: bool
    """Whether a sentence begins with it."""

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter taken apart."""

    text: str
    words: tuple[Word, ...]
    """All words but those of headers and quoted lines."""
    sentences: tuple[Span, ...]
    opening: Span
    """The first line that is no header."""

    def body(self) -> Iterator[Word]:
        """Yield the words between greeting and signature, and those of a postscript."""
        return (word for word in self.words if word.sentence >= 0)

    def above_signature(self) -> Iterator[Word]:
        """Yield the words of the greeting and the body."""
        return (word for word in self.words if word.sentence >= -1)


def take_apart(letter: str, words: PersonalWords) -> LetterText:
    """Return the parts of `letter`; never raises, whatever it holds."""
    text = letter[:LONGEST_LETTER]
    lines = list(_lines(text))
    begin, lines = _after_headers(text, lines)
    opening = lines[0] if lines else (begin, begin)
    greeting_end = _greeting_end(text, opening, words)
    body_end = _closing(text, lines, words)
    quoted = [span for span in lines if text[slice(*span)].lstrip().startswith(">")]
    postscripts = [s for s in lines if s[0] >= body_end and _POSTSCRIPT.match(text[slice(*s)])]
    postscript = postscripts[0][0] if postscripts else len(text)
    sentences = _sentences(text, greeting_end, max(body_end, greeting_end))
    if postscript < len(text):
        sentences += _sentences(text, postscript, len(text))
    return LetterText(
        text, tuple(_words(text, begin, sentences, greeting_end, quoted)), tuple(sentences), opening
    )


def _lines(text: str) -> Iterator[Span]:
    """Yield where the lines are that are not empty."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _after_headers(text: str, lines: list[Span]) -> tuple[int, list[Span]]:
    """Return where the letter begins below ``Subject:`` and the like, and the lines from there."""
    if lines and _SUBJECT_FIRST.match(text[slice(*lines[0])]):
        while lines and _HEADER.match(text[slice(*lines[0])]):
            lines = lines[1:]
    return (lines[0][0] if lines else len(text)), lines


def greets(folded: list[str], words: PersonalWords) -> int:
    """Return how many of the first words are a greeting: 0 where they are none."""
    for greeting in words.greetings:
        if tuple(folded[: len(greeting)]) == greeting:
            return len(greeting)
    return 0


def _greeting_end(text: str, opening: Span, words: PersonalWords) -> int:
    """Return where the greeting ends: at the first stop of a first line that greets.

    A first line of up to three words (“Jane,”) is a greeting, too.
    """
    line = text[slice(*opening)]
    found_words = list(_WORD.finditer(line))
    folded = [fold(found.group()) for found in found_words]
    greeting = greets(folded, words)
    if not greeting:
        if 0 < len(folded) <= 3 and line.rstrip()[-1:] in _GREETING_STOPS:
            return opening[1]
        return opening[0]
    end = opening[1]
    for stop in _GREETING_END.finditer(text, opening[0], opening[1]):
        before = text[: stop.start()].split()
        if stop.group() == "." and before and fold(before[-1]) in words.titles:
            continue  # “Dear Mr. Haddad”
        end = stop.end()
        break
    named = greeting  # where the name stands, if no title stands before it
    while named < len(folded) - 1 and folded[named] in words.titles:
        named += 1
    if (
        named + _MOST_NAMES < len(folded)
        and end > opening[0] + found_words[named + _MOST_NAMES].end()
    ):
        return opening[0] + found_words[named].end()  # “hi priya hope your legs …”
    return end


def _closing(text: str, lines: list[Span], words: PersonalWords) -> int:
    """Return where the signature begins: at a line that takes leave, near the end."""
    for span in reversed(lines[1:][-_CLOSING_LINES:]):
        line = text[slice(*span)]
        folded = [fold(found.group()) for found in _WORD.finditer(line)]
        if line.strip() in {"--", "-- "}:
            return span[0]
        if not 0 < len(folded) <= _CLOSING_WORDS or "?" in line:
            continue
        for length in range(min(4, len(folded)), 0, -1):
            if " ".join(folded[:length]) in words.closings and _takes_leave(line, folded, length):
                return span[0]
    return len(text)


def _takes_leave(line: str, folded: list[str], length: int) -> bool:
    """Say whether nothing but a name stands behind the leave that a line takes."""
    rest = folded[length:]
    return len(rest) <= 2 and not (rest and line.rstrip()[-1:] in {".", "?", ":"})


def _sentences(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for stop in _BREAK.finditer(text, start, end):
        if text[start : stop.end()].strip():
            found.append((start, stop.end()))
        start = stop.end()
    if text[start:end].strip():
        found.append((start, end))
    return found


def _words(
    text: str, begin: int, sentences: list[Span], greeting_end: int, quoted: list[Span]
) -> Iterator[Word]:
    starts = [span[0] for span in sentences]
    quotes = [span[0] for span in quoted]
    last = -1
    for found in _WORD.finditer(text, begin):
        start, end = found.span()
        quote = bisect_right(quotes, start) - 1
        if quote >= 0 and start < quoted[quote][1]:
            continue
        sentence = bisect_right(starts, start) - 1
        if start < greeting_end:
            sentence = -1
        elif sentence < 0 or start >= sentences[sentence][1]:
            sentence = -2
        yield Word(found.group(), fold(found.group()), start, end, sentence, sentence != last)
        last = sentence
