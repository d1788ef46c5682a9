"""Note lines: keeping their stamps while they are typed, and what each of them means.

A line may begin with a sign and a blank: ``+`` liked, ``-`` disliked, ``!`` promise, ``@``
referral, ``>`` next step, ``?`` open question, ``*`` interest, ``=`` answer to the question at
hand. What only looks like one (``-5%``, ``@home``) is a note. Meaning is read off the text each
time and never stored.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, clean_typed, shorten

PROMISE_DAYS = 2
"""Working days in which a promise without a day of its own is due."""


class NoteKind(StrEnum):
    """What a line of notes is."""

    NOTE = "note"
    LIKED = "liked"
    DISLIKED = "disliked"
    PROMISE = "promise"
    REFERRAL = "referral"
    NEXT_STEP = "next step"
    QUESTION = "open question"
    INTEREST = "interest"
    ANSWER = "answer"


SIGN_OF = {
    NoteKind.LIKED: "+",
    NoteKind.DISLIKED: "-",
    NoteKind.PROMISE: "!",
    NoteKind.REFERRAL: "@",
    NoteKind.NEXT_STEP: ">",
    NoteKind.QUESTION: "?",
    NoteKind.INTEREST: "*",
    NoteKind.ANSWER: "=",
}
_KIND_OF = {sign: kind for kind, sign in SIGN_OF.items()}

_ONLY_MARKS = frozenset("+-!@>?*=_~#.<|/ \t\xa0")
_TIME_WORDS = (
    "jan|feb|fev|fév|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aoû|aou|ago|sep|oct|okt|nov|"
    "dec|dez|déc|dic|ene|uhr|min|day|week|month|hour|tag|woche|jour|semaine|dia|día|semana|heure"
)
_NO_SIGN_BEFORE = {
    # What makes a sign none, if it follows: an hour, a price, a place; a comparison (“> 50 users”)
    # and a line of a quoted mail; a phone number whose + stands apart.
    NoteKind.REFERRAL: re.compile(
        r"\d|(?:home|work|lunch|noon|least|the\s+(?:office|moment|end|latest|desk|door|station))\b",
        re.IGNORECASE,
    ),
    NoteKind.NEXT_STEP: re.compile(
        rf"\d[\d.,]*\s*(?:[%€$£k+]|(?!{_TIME_WORDS})[^\W\d_]{{3}})|.*\b(?:wrote|schrieb|écrit):$",
        re.IGNORECASE,
    ),
    NoteKind.LIKED: re.compile(r"[\d\s()./-]{6,}$"),
}


def kind_of(text: str) -> NoteKind:
    """Return what a line is by its sign, which is followed by a blank and then by words.

    What is made of marks alone (``- - -``), or quotes (``> > said``), is a note.
    """
    line = text.lstrip()
    if len(line) < 2 or line[1] not in " \t\xa0":
        return NoteKind.NOTE
    kind = _KIND_OF.get(line[0], NoteKind.NOTE)
    if kind is NoteKind.NOTE:
        return kind
    words = line[1:].lstrip()
    if words and (words[0] == line[0] or _ONLY_MARKS.issuperset(words[:200])):
        return NoteKind.NOTE
    only_looks = _NO_SIGN_BEFORE.get(kind)
    return NoteKind.NOTE if only_looks and only_looks.match(words, 0, 500) else kind


def words_of(text: str) -> str:
    """Return the words of a line without its sign and the blanks around them."""
    line = text.strip()
    return line if kind_of(text) is NoteKind.NOTE else line[1:].strip()


def restamp(old: Sequence[NoteLine], text: str, now: datetime) -> tuple[NoteLine, ...]:
    """Return the lines of `text`, each with the moment it was begun.

    A line keeps its stamp when it is edited or moved; a new one gets `now`, as does one that was
    blank until now: its stamp is that of its first character. Blank lines stay, so that joined by
    ``\\n`` the lines are the typed text but for the control characters, which are cleaned away.
    """
    texts = [clean_typed(line) for line in text.replace("\r\n", "\n").split("\n")]
    if texts == [""]:
        return ()
    head = _common(old, texts)
    tail = _common(old[head:][::-1], texts[head:][::-1])
    middle = old[head : len(old) - tail]
    changed = texts[head : len(texts) - tail]
    return (
        *old[:head],
        *_stamped(middle, changed, now),
        *old[len(old) - tail :],
    )


def _common(old: Sequence[NoteLine], texts: Sequence[str]) -> int:
    """Return how many lines from the beginning are the same in both."""
    number = 0
    for line, text in zip(old, texts, strict=False):
        if line.text != text:
            break
        number += 1
    return number


def _stamped(old: Sequence[NoteLine], texts: Sequence[str], now: datetime) -> Iterable[NoteLine]:
    """Return `texts` as lines: moved ones by their text, then edited ones in their order."""
    by_text: defaultdict[str, deque[int]] = defaultdict(deque)
    for index, line in enumerate(old):
        by_text[line.text].append(index)
    stamps: list[datetime | None] = []
    left = set(range(len(old)))
    for text in texts:
        if by_text.get(text):
            index = by_text[text].popleft()
            left.discard(index)
            stamps.append(old[index].at)
        else:
            stamps.append(None)
    edited = deque(index for index in sorted(left) if old[index].text.strip())
    lines = []
    for text, stamp in zip(texts, stamps, strict=True):
        at = stamp
        if at is None:
            at = old[edited.popleft()].at if text.strip() and edited else now
        lines.append(NoteLine(at=at, text=text))
    return lines


# What was caught


def promises(notes: Iterable[NoteLine], *, today: date) -> tuple[CaughtPromise, ...]:
    """Return what the lines with ``!`` promise, each with its day; see `understanding`."""
    from followup_tui.domain.notes.promises import (  # noqa: PLC0415 - not for the first paint
        understand_promise,
    )

    return tuple(
        understand_promise(
            shorten(clean_line(words_of(line.text)), LINE_LIMIT), line, today=today, people=()
        )
        for line in _of_kind(notes, NoteKind.PROMISE)
    )


def likes(notes: Iterable[NoteLine]) -> tuple[str, ...]:
    """Return what they liked."""
    return _words(notes, NoteKind.LIKED)


def dislikes(notes: Iterable[NoteLine]) -> tuple[str, ...]:
    """Return what they did not like."""
    return _words(notes, NoteKind.DISLIKED)


def interests(notes: Iterable[NoteLine]) -> tuple[str, ...]:
    """Return what interests them."""
    return _words(notes, NoteKind.INTEREST)


def questions(notes: Iterable[NoteLine]) -> tuple[str, ...]:
    """Return what was left open."""
    return _words(notes, NoteKind.QUESTION)


def _of_kind(notes: Iterable[NoteLine], kind: NoteKind) -> Iterable[NoteLine]:
    return (line for line in notes if kind_of(line.text) is kind and words_of(line.text))


def _words(notes: Iterable[NoteLine], kind: NoteKind) -> tuple[str, ...]:
    """Return the words of the lines of a kind, each once, in their order."""
    found = (shorten(clean_line(words_of(line.text)), LINE_LIMIT) for line in _of_kind(notes, kind))
    return tuple(dict.fromkeys(words for words in found if words))
