"""Finding the day and the hour that stand somewhere in a line.

A promise names its day at its end, its beginning, or behind a preposition; a word that only looks
like one (“the friday report”) stays a word. A next step always has a day, so it is found wherever
it stands. Nothing is guessed: what has the form of a day and is none is said in `doubt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from followup_tui.domain.days.calendar_days import (
    MONTHS,
    WEEKDAYS,
    NoDay,
    names_no_year,
    weekday_in,
)
from followup_tui.domain.days.day_forms import day_in
from followup_tui.domain.days.hours import find_hour, is_hour
from followup_tui.domain.days.line_words import BETWEEN, LineWords


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BY = _set("by until till before due latest")
_PREPOSITIONS = _BY | _set("on for over w/c")
_FILLERS = _set("the at no not later than around about")
_NO_DAY_AFTER = _set(
    "of from the last since after every each per than to and or - & past version all"
)
"""Words behind which a day is part of the sentence: “the report of 1 Dec”, “every fri”."""
_STRONG = _set("today tomorrow tonight in within next this eod cob")
"""First words of a day that is one in the middle of a sentence, too."""
_BEGINNINGS = (
    _PREPOSITIONS
    | _FILLERS
    | _STRONG
    | _set(
        "day coming a end mid middle early late later beginning start eow eom eoy kw cw week month "
        "year calendar soon christmas new easter spring summer autumn winter after close yesterday "
        "tmr tmrw some q1 q2 q3 q4 eoq fortnight two three four five six ten twelve"
    )
)
_FIRST_LETTERS = frozenset((*MONTHS, *WEEKDAYS))
_BARE = re.compile(
    # What is a day without a preposition: not “2 weeks”, “3.12”, “24/7”, “15th” nor “now”.
    rf"(?:\w+,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\.?\s*(?:of\s+)?(?:{'|'.join(MONTHS)})\w*\.?(?:,?\s+\d{{4}})?"
    r"|(?:\w+,?\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4})"
    r"|\+.*"
    r"|\w+ \w+ from (?:now|today)"
    r"|(?!now|new|christmas|(?:a )?fort(?!night on)|soon|later|some|easter|spring|summer|autumn"
    r"|winter|two|three|four|five|six|ten|twelve)\D.*"
)
_BARE_IN_STEP = re.compile(r"(?!now$)(?!\d+\s*(?:[dwmyh]\b|day|week|month|year|hour|work|busi)).*")
_ALSO_WORDS = _set("sun sat wed")
"""Short for days, and words of their own: “sun hats for the team”."""
_FEASTS = _set("christmas easter")
"""Said of other days, too: “Christmas drinks 17 Dec”."""
_PARTS_OF_A_DAY = _set("am pm morning afternoon evening eve night")
_VAGUE_BEGINS = ("in ", "after ")
_AT_THE_LATEST = re.compile(r",?\s+at\s+the\s+latest[.!]?$", re.IGNORECASE)
_LOOSELY = re.compile(r"\s+(?:(?:first|1st)\s+thing|some\s?time)$", re.IGNORECASE)
_LATEST = re.compile(r"^(?:at\s+the\s+)?latest\b\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_MOST_WORDS = 8  # that a day takes, its preposition counted
_FAR = 300  # days: what is further away for want of its year was hardly meant


@dataclass(frozen=True, slots=True)
class When:
    """What of a line names its day and hour, and what is left of it."""

    rest: str
    """The line without the words of the day, and without those of the hour if there is one."""
    day: date | None = None
    clock: time | None = None
    doubt: str = ""
    """Why words that look like a day are none, or what was assumed; a sentence."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Words of a line, and the day they name, or why none."""

    where: range
    told: bool
    """Whether a preposition stands before the day."""
    by: bool
    """Whether it is one of deadlines."""
    words: str
    """The day as it was typed."""
    english: str
    day: date | None
    why: str = ""


def find_day(line: str, today: date) -> When:
    """Return the day by which something is promised: at an end of the line, or told by “by”.

    Of two days for two things the first counts, and the other one is told in `doubt`.
    """
    latest = _AT_THE_LATEST.search(line)
    if latest is not None:
        when = find_day(line[: latest.start()], today)
        return when if when.day else replace(when, rest=line)
    words = LineWords.of(tuple(line.split()))
    known = _spans(words, today, _BARE)
    spans = [span for span in known if _is_deadline(span, words)]
    best = min(
        spans,
        key=lambda s: (not s.by, s.day is None, s.where.stop != len(words.tokens), -len(s.where)),
        default=None,
    )
    if best is None:
        return When(line)
    several = [
        span
        for span in spans
        if span.day is not None and span.by >= best.by and not set(span.where) & set(best.where)
    ]
    dated = _YEAR.search(best.english) is not None  # as `notes.writing` puts it behind a promise
    if several and not dated and several[0].where.start < best.where.start:
        best, several = several[0], [best]  # of two promises in a line that which is told first
    several += [s for s in known if s.where.start == best.where.stop + 1 and _is_or(s, words)]
    rest = _around(words, best.where)
    if best.day is None or not rest:
        return When(line, doubt=f"“{best.words}” {best.why}." if best.why else "")
    return When(rest, best.day, doubt=_odd(best, today) or _others([] if dated else several, best))


def find_moment(line: str, today: date) -> When:
    """Return the day and the hour of a next step, wherever in the line they stand."""
    words = LineWords.of(tuple(line.split()))
    spans = _spans(words, today, _BARE_IN_STEP)
    spans = [span for span in spans if span.day is not None or not is_hour(words, span.where)]
    best = min(spans, key=lambda s: (s.day is None, -len(s.where)), default=None)
    if best is not None:
        tokens = (*words.tokens[: best.where.start], "\0", *words.tokens[best.where.stop :])
        words = LineWords.of(tokens)
    where, clock, doubt = find_hour(words)
    rest = " ".join(token for token in words.without(where) if token != "\0").strip(BETWEEN)
    if best is None:
        return When(rest, clock=clock, doubt=doubt)
    if best.day is None:
        return When(rest, clock=clock, doubt=f"“{best.words}” {best.why}.")
    return When(rest, best.day, clock, doubt or _odd(best, today) or _others(spans, best))


# Days


def _is_or(span: _Span, words: LineWords) -> bool:
    """Say whether a day is the other one of two: “by Friday or Monday”."""
    return words.folded[span.where.start - 1] == "or"


def _others(spans: list[_Span], taken: _Span) -> str:
    """Return which other day a line names, as a sentence; empty where it names one alone."""
    others = [
        span for span in spans if span.day not in {None, taken.day} and span.english not in _FEASTS
    ]
    return f"“{others[0].words}” is left aside: write one day a line." if others else ""


def _spans(words: LineWords, today: date, bare: re.Pattern[str]) -> list[_Span]:
    """Return the spans of words that name a day, or look as if: the longest at each place.

    `bare` matches what is a day without a preposition before it.
    """
    found: list[_Span] = []
    for first in words.starts():
        unsure: _Span | None = None
        for end in range(min(first + _MOST_WORDS, len(words.tokens)), first, -1):
            if any(span.where.start <= first and span.where.stop >= end for span in found):
                break
            span = _span(words, range(first, end), today, bare)
            if span is not None and span.day is not None:
                found.append(span)
                break
            unsure = unsure or span
        else:
            if unsure is not None:
                found.append(unsure)
    return found


def _span(words: LineWords, where: range, today: date, bare: re.Pattern[str]) -> _Span | None:
    """Return what the words at `where` name, in whatever language."""
    unsure: _Span | None = None
    for reading in words.readings(where):
        if reading and _may_begin(reading[0]):
            span = _named(words, reading, where, today, bare)
            if span is not None and span.day is not None:
                return span
            unsure = unsure or span
    return unsure


def _may_begin(word: str) -> bool:
    """Say whether a day may begin so: no more than this is asked of most words."""
    return word in _BEGINNINGS or word[:3] in _FIRST_LETTERS or word[0].isdigit() or word[0] == "+"


def _named(
    words: LineWords, reading: list[str], where: range, today: date, bare: re.Pattern[str]
) -> _Span | None:
    """Return the span if the English `reading`, after its preposition, is a day."""
    number = _prepositions(reading)
    text = " ".join(reading[number:])
    if not number and not bare.fullmatch(text):
        return None
    day, why = None, ""
    try:
        day = day_in(text, today)
    except NoDay as no_day:
        why = no_day.why
    if day is not None and day < today:
        day, why = None, "has passed"
    if day is None and not why:
        return None
    own = words.typed(range(min(where.start + number, where.stop - 1), where.stop))
    return _Span(
        where=where,
        told=number > 0,
        by=bool(_BY.intersection(reading[:number])),
        words=own.strip(BETWEEN + "().!?"),
        english=text,
        day=day,
        why=why,
    )


def _prepositions(words: list[str]) -> int:
    """Return how many words before the day only say that one comes."""
    number = 0
    while number < len(words) - 1 and words[number] in _PREPOSITIONS | _FILLERS:
        number += 1
    told = _PREPOSITIONS.intersection(words[:number]) or "later" in words[:number]
    return number if told else 0


def _is_deadline(span: _Span, words: LineWords) -> bool:
    """Say whether a day is that of the promise, by where it stands."""
    first, end = span.where.start, span.where.stop
    between = end < len(words.tokens) and words.folded[first] == "for"  # “prepare for Monday lunch”
    if span.by or (span.told and span.day is not None and not between):
        return True
    if first and words.folded[first - 1] in _NO_DAY_AFTER:
        return False
    count = len(words.tokens)
    if first == 0 and span.english in _ALSO_WORDS and words.tokens[0].isalpha() and count > 1:
        return False
    at_an_end = first == 0 or end == count or is_hour(words, range(end, count))
    at_an_end = at_an_end or set(words.folded[end:]) <= _PARTS_OF_A_DAY
    at_an_end = at_an_end or words.tokens[end - 1].endswith(",")
    if span.day is None:
        return at_an_end and (span.english[0].isdigit() or span.english.startswith(_VAGUE_BEGINS))
    return at_an_end or span.english.split()[0] in _STRONG


def _odd(span: _Span, today: date) -> str:
    """Return what is odd about a day, as a sentence: a weekday that is another, a year to come."""
    day = span.day
    if day is None:
        return ""
    said = weekday_in(span.english)
    if said is not None and said != day.weekday():
        return f"“{span.words}”: {day.day} {day:%b %Y} is a {day:%A}."
    if names_no_year(span.english) and (day - today).days > _FAR:
        return f"“{span.words}” is over for this year: {day.day} {day:%b %Y} is meant."
    return ""


def _around(words: LineWords, where: range) -> str:
    """Return the words around `where`, with no mark left hanging."""
    before = " ".join(words.tokens[: where.start]).rstrip(BETWEEN + "(")
    before = _LOOSELY.sub("", before)
    after = _LATEST.sub("", " ".join(words.tokens[where.stop :]).lstrip(BETWEEN), count=1)
    return f"{before} {after}".strip(BETWEEN)
