"""Days and hours as people write them: “fri”, “in 2 weeks”, “1 Dec”, “thu 10:00”, “bis Freitag”.

The usual forms are read here, quickly and without guessing (`day_forms`, `clock_words`); only
what is left is given to `dateparser`, which is slow to import and is therefore imported when it is
first needed. A day that can be read in two ways (``12/05/2026``) is not read at all.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.days.calendar_days import MONTHS, NoDay, working_days_on
from followup_tui.domain.days.clock_words import IN_TIME, moment_at, read_clock, span_of
from followup_tui.domain.days.day_forms import day_in
from followup_tui.domain.days.day_words import LANGUAGES, in_english, in_order
from followup_tui.domain.text import clean_line, fold

__all__ = ["LONGEST", "day_of", "read_day", "read_moment", "working_days_on"]

LONGEST = 60  # characters: no day or hour takes more words

_PREPOSITION = re.compile(
    r"^(?:(?:on|by|until|till|before|the|from|for|around|about|approx\.?|~)\s+)+"
)
_TELLING = re.compile(
    r"\d|day|week|month|year|tag|woche|monat|jour|semaine|mois|dia|semana|mes|" + "|".join(MONTHS)
)
_CLOCK_WORDS = 4  # the most words that an hour takes: “at half past ten”


def read_day(words: str, *, today: date) -> date | None:
    """Return the day that `words` mean, seen from `today`; None where they mean none for sure.

    Never raises, whatever `words` hold. A weekday is the next one to come, and a day without its
    year the next one that is not past.
    """
    text = _plain(words)
    if not text:
        return None
    try:
        return day_of(text, today) or _otherwise(text, today)
    except (ValueError, OverflowError):
        return None  # 31 Feb, or past the year 9999


def day_of(text: str, today: date) -> date | None:
    """Return the day that a folded text writes in English, German, French or Spanish.

    None where it has no known form. Raises `NoDay` where it has one and there is no such day.
    """
    unsure: NoDay | None = None
    for english in _readings(text):
        try:
            day = day_in(english, today)
        except NoDay as no_day:
            unsure = unsure or no_day
            continue
        if day is not None:
            return day
    if unsure is not None:
        raise unsure
    return None


def _readings(text: str) -> list[str]:
    """Return the text as it stands and its English, if it is in a language of the tables."""
    found = [_bare(text)]
    tokens = text.replace(",", " ").split()
    for language in LANGUAGES:
        english = in_english(tokens, language)
        if any(word is not None for word in english):
            words = [t if e is None else e for t, e in zip(tokens, english, strict=True)]
            found.append(_bare(in_order(" ".join(word for word in words if word))))
    return found


def _bare(text: str) -> str:
    """Return a text without the prepositions before it, unless nothing is left."""
    return _PREPOSITION.sub("", text) or text


def read_moment(words: str, *, now: datetime, zone: tzinfo) -> datetime | None:
    """Return the moment that `words` mean, with `zone`, in which they are read.

    None where they name no hour: a day alone is not a moment. An hour without a day is the next
    time the clock shows it. Never raises, whatever `words` hold.
    """
    text = _plain(words)
    if not text:
        return None
    local = now.astimezone(zone)
    try:
        soon = IN_TIME.fullmatch(text)
        if soon is not None:
            return (now.astimezone(UTC) + span_of(soon)).astimezone(zone)
        rest, clock = _without_clock(text)
        if clock is None:
            return None
        if rest:
            day = read_day(rest, today=local.date())
            return None if day is None else moment_at(day, clock, zone)
        moment = moment_at(local.date(), clock, zone)
        return (
            moment if moment > local else moment_at(local.date() + timedelta(days=1), clock, zone)
        )
    except (ValueError, OverflowError):
        return None


def _without_clock(text: str) -> tuple[str, time | None]:
    """Return what is left of a text without its hour, and the hour."""
    tokens = text.replace(",", " ").replace(";", " ").split()
    for length in range(min(_CLOCK_WORDS, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            clock = read_clock(" ".join(tokens[start : start + length]))
            if clock is not None:
                return " ".join(tokens[:start] + tokens[start + length :]), clock
    return text, None


def _plain(words: str) -> str:
    """Return `words` folded and in one line, without a leading preposition; empty when no day."""
    if len(words) > 10 * LONGEST:
        return ""
    text = fold(clean_line(words)).strip(" .,;!")
    if len(text) > LONGEST:
        return ""
    return _bare(text)


def _otherwise(text: str, today: date) -> date | None:
    """Return what dateparser makes of `text`, as long as it names some day at all."""
    if not _TELLING.search(text) or _without_clock(text)[1] is not None:
        return None
    import dateparser  # noqa: PLC0415  (a third of a second, which no start may pay)

    base = datetime.combine(today, time(12))
    found = dateparser.parse(
        text,
        languages=["en", "de", "fr", "es"],
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if isinstance(found, datetime) else None
