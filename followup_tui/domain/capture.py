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

from followup_tui.domain.caught import CaughtPromise
from followup_tui.domain.dates import read_day, working_days_on
from followup_tui.domain.interaction import NoteLine
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

_BEFORE_A_DAY = frozenset(("by", "until", "till", "before", "on", "due"))
_DAY_WORDS = 6  # the most words that a day at the end of a line takes, its preposition counted
_BARE_DAY = re.compile(
    r"(?:today|tonight|tomorrow|next (?:week|month|\w+day|mon|tue|wed|thu|fri)|"
    r"in (?:a|an|\w+) (?:days?|weeks?|months?)|mon|tue|wed|thu|fri|"
    r"monday|tuesday|wednesday|thursday|friday|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)


def kind_of(text: str) -> NoteKind:
    """Return what a line is by its sign, which is followed by a blank."""
    line = text.lstrip()
    if len(line) > 1 and line[1] in " \t\xa0":
        return _KIND_OF.get(line[0], NoteKind.NOTE)
    return NoteKind.NOTE


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
    """Return what the lines with ``!`` promise, each with its day.

    The day is read off the end (“by fri”, “tomorrow”); without one it is `PROMISE_DAYS` working
    days from `today`. What is not understood as a day stays part of the promise.
    """
    caught = []
    for line in _of_kind(notes, NoteKind.PROMISE):
        text, due = _due(words_of(line.text), today)
        caught.append(CaughtPromise(text=shorten(clean_line(text), LINE_LIMIT), due=due, line=line))
    return tuple(caught)


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


def _due(text: str, today: date) -> tuple[str, date]:
    """Return the promise without its day, and the day."""
    words = text.split()
    for length in range(min(_DAY_WORDS, len(words) - 1), 0, -1):
        tail = words[-length:]
        if tail[0].lower() in _BEFORE_A_DAY:
            when = " ".join(tail[1:])
        elif _BARE_DAY.fullmatch(" ".join(tail)):
            when = " ".join(tail)
        else:
            continue
        day = read_day(when, today=today)
        what = " ".join(words[:-length]).rstrip(" ,")
        if day is not None and day >= today and what and what.lower() not in _BEFORE_A_DAY:
            return what, day
    return text, working_days_on(today, PROMISE_DAYS)
