"""Days and hours as people write them: “fri”, “in 2 weeks”, “1 Dec”, “thu 10:00”, “+3d”.

The usual forms are read here, quickly and without guessing; only what is left is given to
`dateparser`, which is slow to import and is therefore imported when it is first needed. A day
that can be read in two ways (``12/05/2026``) is not read at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.text import clean_line, fold

LONGEST = 60  # characters: no day or hour takes more words

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
_NEAR = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "tmr": 1, "yesterday": -1}
_NEAR["the day after tomorrow"] = _NEAR["day after tomorrow"] = 2
_FORTNIGHT = {"in a fortnight", "a fortnight", "fortnight"}

_WEEKDAY_NAME = (
    r"(?P<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_MONTH_NAME = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|"
    r"april|june|july|august|september|october|november|december)\.?"
)
_DAY_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?:,?\s*(?P<year>\d{4}))?"

_PREPOSITION = re.compile(r"^(?:on|by|until|till|before|this|the|from)\s+")
_SPAN = re.compile(
    r"(?:in\s+|\+\s*)?(?P<number>\d{1,4}|[a-z]+)\s*"
    r"(?P<unit>d|w|m|y|days?|weeks?|months?|years?)(?:\s+(?:from\s+(?:now|today)|time))?"
)
_WEEKDAY = re.compile(rf"(?P<next>next\s+|coming\s+)?{_WEEKDAY_NAME}(?P<week>\s+next\s+week)?")
_NEXT = re.compile(r"next\s+(?P<unit>week|month|year)")
_END_OF = re.compile(
    rf"(?:the\s+)?end\s+of\s+(?:(?:the\s+|this\s+)?month|(?P<next>next\s+month)|{_MONTH_NAME})"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_MONTH = re.compile(rf"(?:{_WEEKDAY_NAME},?\s+)?{_DAY_NUMBER}\s*(?:of\s+)?{_MONTH_NAME}{_YEAR}")
_MONTH_DAY = re.compile(rf"(?:{_WEEKDAY_NAME},?\s+)?{_MONTH_NAME}\s+{_DAY_NUMBER}{_YEAR}")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})(?:\.\s?(?P<year>\d{4})|\.?)")
_SLASHED = re.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?")
_TELLING = re.compile(r"\d|day|week|month|year|" + "|".join(_MONTHS))

_CLOCK = re.compile(
    r"(?:^|\s)(?:at\s+|@\s*)?(?:(?P<noon>noon|midday)|"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))(?:\s*(?P<half>[ap])\.?m\.?)?|"
    r"(?P<whole>\d{1,2})\s*(?P<whole_half>[ap])\.?m\.?|"
    r"(?:at\s+|@\s*)(?P<bare>\d{1,2})|(?P<hours>\d{1,2})\s?h)(?=$|[\s,;])"
)
_IN_TIME = re.compile(
    r"(?:in\s+|\+\s*)(?P<number>\d{1,4}|an?|half\s+an)\s*(?P<unit>min|mins|minutes?|h|hrs?|hours?)"
)


def read_day(words: str, *, today: date) -> date | None:
    """Return the day that `words` mean, seen from `today`; None where they mean none for sure.

    Never raises, whatever `words` hold. A weekday is the next one to come, and a day without its
    year the next one that is not past.
    """
    text = _plain(words)
    if not text:
        return None
    try:
        for form in (_near, _span, _weekday, _next, _end_of, _calendar_day):
            day = form(text, today)
            if day is not None:
                return day
        if _SLASHED.fullmatch(text):
            return _slashed(text)
        return _otherwise(text, today)
    except (ValueError, OverflowError):
        return None  # 31 Feb, or past the year 9999


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
        soon = _IN_TIME.fullmatch(text)
        if soon is not None:
            return (now.astimezone(UTC) + _hours(soon)).astimezone(zone)
        found = _CLOCK.search(text)
        if found is None:
            return None
        clock = _clock(found)
        rest = _PREPOSITION.sub("", f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;"))
        if rest:
            day = read_day(rest, today=local.date())
            return None if day is None else _at(day, clock, zone)
        moment = _at(local.date(), clock, zone)
        return moment if moment > local else _at(local.date() + timedelta(days=1), clock, zone)
    except (ValueError, OverflowError):
        return None


def working_days_on(day: date, number: int) -> date:
    """Return the day `number` working days after `day`: Saturdays and Sundays do not count."""
    while number > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            number -= 1
    return day


def _plain(words: str) -> str:
    """Return `words` folded and in one line, without a leading preposition; empty when no day."""
    if len(words) > 10 * LONGEST:
        return ""
    text = fold(clean_line(words)).strip(" .,;!")
    if len(text) > LONGEST:
        return ""
    return _PREPOSITION.sub("", text) or text


# Days


def _near(text: str, today: date) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if f"the {text}" in _NEAR:
        return today + timedelta(days=_NEAR[f"the {text}"])
    return today + timedelta(days=14) if text in _FORTNIGHT else None


def _span(text: str, today: date) -> date | None:
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    word = found["number"]
    number = int(word) if word.isdigit() else _NUMBERS.get(word)
    if number is None:
        return None
    match found["unit"][0]:
        case "d":
            return today + timedelta(days=number)
        case "w":
            return today + timedelta(weeks=number)
        case "m":
            return _months_on(today, number)
        case _:
            return _months_on(today, 12 * number)


def _months_on(day: date, months: int) -> date:
    """Return the same day of a later month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekday(text: str, today: date) -> date | None:
    """Return the next such weekday; after “next” that of the coming week, Monday to Sunday."""
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        return None
    wanted = _WEEKDAYS.index(found["weekday"][:3])
    if found["week"] or (found["next"] or "").startswith("next"):
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _next(text: str, today: date) -> date | None:
    """Return the first day of the next week (a Monday), or the same day of the next month."""
    found = _NEXT.fullmatch(text)
    if found is None:
        return None
    match found["unit"]:
        case "week":
            return today + timedelta(days=7 - today.weekday())
        case "month":
            return _months_on(today, 1)
        case _:
            return _months_on(today, 12)


def _end_of(text: str, today: date) -> date | None:
    """Return the last day of this month, the next, or one named."""
    found = _END_OF.fullmatch(text)
    if found is None:
        return None
    month = _months_on(today.replace(day=1), 1 if found["next"] else 0)
    if found["month"]:
        ahead = (_MONTHS.index(found["month"][:3]) + 1 - today.month) % 12
        month = _months_on(today.replace(day=1), ahead)
    return month.replace(day=monthrange(month.year, month.month)[1])


def _calendar_day(text: str, today: date) -> date | None:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return date(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    for form in (_DAY_MONTH, _MONTH_DAY, _DOTTED):
        found = form.fullmatch(text)
        if found is not None:
            name = found["month"]
            month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
            return _with_year(found["year"], month, int(found["day"]), today)
    return None


def _with_year(year: str | None, month: int, day: int, today: date) -> date:
    if year is not None:
        return date(int(year), month, day)
    # 29 Feb has its year only every four, and may have to wait eight (1896 to 1904).
    for each in range(today.year, today.year + 9):
        if day <= monthrange(each, month)[1] and date(each, month, day) >= today:
            return date(each, month, day)
    raise ValueError(f"no month {month} has a day {day}")


def _slashed(text: str) -> date | None:
    """Return the day of ``25/12/2026`` or ``12/25/2026``; None where it could be either."""
    first, second, *year = (int(part) for part in re.split(r"[/-]", text))
    if not year or year[0] < 1000 or (first <= 12 and second <= 12 and first != second):
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return date(year[0], month, day)


def _otherwise(text: str, today: date) -> date | None:
    """Return what dateparser makes of `text`, as long as it names some day at all."""
    if not _TELLING.search(text) or _CLOCK.fullmatch(text):
        return None
    import dateparser  # noqa: PLC0415  (a third of a second, which no start may pay)

    base = datetime.combine(today, time(12))
    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if isinstance(found, datetime) else None


# Hours


def _clock(found: re.Match[str]) -> time:
    if found["noon"]:
        return time(12)
    hour = int(found["hour"] or found["whole"] or found["bare"] or found["hours"])
    half = found["half"] or found["whole_half"]
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour of a half day")
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found["bare"] and 1 <= hour <= 6:
        hour += 12  # nobody is called at three in the morning
    return time(hour, int(found["minute"] or 0))


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return the moment in `zone`; an hour that a change of clocks skips moves on by it."""
    return datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)


def _hours(found: re.Match[str]) -> timedelta:
    word = found["number"]
    number = 0.5 if word.startswith("half") else 1 if word in {"a", "an"} else int(word)
    return timedelta(hours=number) if found["unit"][0] == "h" else timedelta(minutes=number)
