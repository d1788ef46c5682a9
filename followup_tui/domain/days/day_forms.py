"""The forms in which a day is written in English, each read strictly and without guessing.

Texts come in folded (`text.fold`), on one line, without a leading preposition. A form that does
not match says None; one that matches and names no day raises `NoDay` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from followup_tui.domain.days.calendar_days import (
    MONTH_NAME,
    NO_DAY,
    TOO_VAGUE,
    WEEKDAY_NAME,
    WEEKDAYS,
    NoDay,
    calendar_day,
    last_of,
    months_on,
    numbered_week,
    of_month,
    part_of,
    slashed,
    with_year,
    working_days_on,
)

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
NUMBERS |= {"a couple of": 2, "couple of": 2}

_NEAR = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "yesterday": -1}
_NEAR |= dict.fromkeys(("this morning", "this afternoon", "this evening", "later today"), 0)
_NEAR |= {"within the week": 7}
_NEAR |= {"the day after tomorrow": 2, "day after tomorrow": 2, "the day before yesterday": -2}
_NEAR |= {"in a fortnight": 14, "a fortnight": 14, "fortnight": 14}
_NEAR |= {"a week today": 7, "today week": 7, "a week tomorrow": 8, "tomorrow week": 8}

_NAMED = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24)}
_NAMED |= {"new year": (1, 1), "new years day": (1, 1), "new years eve": (12, 31)}

_DAY_ENDS = (
    r"(?:eod|cob|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:business\s+)?day|close\s+of\s+business)"
)
_AT_DAYS_END = re.compile(
    rf"{_DAY_ENDS}(?:\s+(?:on\s+|of\s+)?(?P<day>.+))?|(?P<before>.+)\s+{_DAY_ENDS}"
)
_SPAN = re.compile(
    r"(?P<in>in\s+|within\s+|\+\s*)?(?:about\s+|the\s+next\s+)?"
    r"(?:\d{1,2}\s*(?:-|\N{EN DASH}|to|or)\s*(?=\d))?"  # “2-3 days”: the later
    r"(?P<number>\d{1,4}|(?:a\s+)?couple\s+of|half\s+an?|[a-z]+)\s*"
    r"(?P<unit>d|w|m|y|h|days?|weeks?|months?|years?|hours?|(?:working|business)\s+days?)"
    r"(?:'s?)?(?:\s+(?P<tail>from\s+(?:now|today)|time|ago))?"
)
_WEEKDAY = re.compile(
    rf"(?:(?P<which>next|coming|this|(?:a\s+)?(?:week|fortnight)\s+on)\s+)?{WEEKDAY_NAME}"
    r"(?:\s+(?P<week>next\s+week|this\s+week|(?:the\s+)?week\s+after\s+next|week|fortnight|in\s+(?:a|one|two|three|four|[1-9])\s+weeks?))?"
)
_WEEK = re.compile(
    r"(?:the\s+)?(?:(?P<part>early|beginning\s+of|start\s+of|mid|middle\s+of|late(?:r)?|end\s+of|eow)\s+)?"
    r"(?:(?P<which>the|this|next|coming)\s+)?week(?P<after>\s+after\s+next)?"
)
_WEEK_OF = re.compile(r"(?:the\s+)?week\s+(?:of|commencing|beginning|starting)\s+(?P<day>.+)")
_NEXT = re.compile(r"next\s+(?P<unit>month|year)")
_THIS = re.compile(
    r"(?:this\s+(?P<unit>month|year)|(?P<short>eow|eom|eoq|eoy)|(?:the\s+)?year\s*end)"
)
_WEEKEND = re.compile(r"(?P<after>after\s+)?(?:(?:the|this)\s+)?weekend")
_AFTER = re.compile(r"(?:shortly\s+)?(?:after|since|from)\s+(?P<day>(?!after|since|from)\S.*)")
_VAGUE = re.compile(
    rf"(?:in\s+)?(?:early\s+|late\s+)?(?:q[1-4]|{MONTH_NAME}|spring|summer|autumn|winter|easter)(?:\s+\d{{4}})?"
    r"|(?:in\s+)?a\s+few\s+(?:days|weeks|months)"
    r"|in\s+(?:some|a\s+while|several)(?:\s+\w+)?|some\s?(?:day|time)|soon|later"
    r"|(?:early\s+)?in\s+the\s+new\s+year"
    r"|next\s+(?:time|quarter|spring|summer|autumn|winter)"
)


def day_in(text: str, today: date) -> date | None:
    """Return the day that `text` writes, seen from `today`; None where it has no known form.

    Raises `NoDay` where it has the form of a day, and is none or could be two.
    """
    try:
        for form in _FORMS:
            day = form(text, today)
            if day is not None:
                return day
    except NoDay:
        raise
    except (ValueError, OverflowError) as wrong:  # 31 Feb, or past the year 9999
        raise NoDay(NO_DAY) from wrong
    after = _AFTER.fullmatch(text)
    if _VAGUE.fullmatch(text) or (after is not None and day_in(after["day"], today) is not None):
        raise NoDay(TOO_VAGUE)
    return None


# Seen from today


def _near(text: str, today: date) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    named = _NAMED.get(text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    return with_year(None, *named, today) if named else None


def _at_days_end(text: str, today: date) -> date | None:
    """Return the day of “eod fri”: the hour is that of whoever goes home."""
    found = _AT_DAYS_END.fullmatch(text)
    if found is None:
        return None
    rest = found["day"] or found["before"]
    return day_in(rest, today) if rest else today


def _span(text: str, today: date) -> date | None:
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    word, unit = " ".join(found["number"].split()), found["unit"]
    if word.startswith("half"):
        return months_on(today, 6) if unit == "year" else None
    number = int(word) if word.isdigit() else NUMBERS.get(word)
    if number is None or (unit == "h" and not found["in"]):
        return None
    return _later(today, -number if found["tail"] == "ago" else number, unit)


def _later(today: date, number: int, unit: str) -> date | None:
    if unit.startswith(("working", "business")):
        return working_days_on(today, min(number, 10_000))
    match unit[0]:
        case "d" | "w":
            return today + timedelta(days=number * (7 if unit[0] == "w" else 1))
        case "h":
            return today + timedelta(days=number // 24) if number % 24 == 0 else None
        case _:
            return months_on(today, number * (12 if unit[0] == "y" else 1))


def _weekday(text: str, today: date) -> date | None:
    """Return the next such weekday; after “next” that of the coming week, Monday to Sunday.

    “fri” on a Friday is the next one to come; “this fri” is that of this week, today included.
    """
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        return None
    wanted = WEEKDAYS.index(found["weekday"][:3])
    which, week = found["which"] or "", found["week"] or ""
    to_come = today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    if which == "next" or week.endswith("next") or week == "next week":
        weeks = 2 if week.endswith("next") else 1
        return today + timedelta(days=7 * weeks - today.weekday() + wanted)
    if (which == "this" or week == "this week") and wanted == today.weekday():
        return today
    if which.endswith(" on") or week in {"week", "fortnight"}:
        return to_come + timedelta(days=14 if "fortnight" in which + week else 7)
    if week.startswith("in "):
        number = week.split()[1]
        weeks = int(number) if number.isdigit() else NUMBERS[number]
        return today + timedelta(days=7 * weeks - today.weekday() + wanted)
    return to_come


def _week(text: str, today: date) -> date | None:
    """Return a day of a week: its Monday, or of “mid” its Wednesday, of “end” its Friday.

    “This week” alone is its end: it is said of what shall happen within it.
    """
    found = _WEEK.fullmatch(text)
    if found is None or not (found["part"] or found["which"] or found["after"]):
        return None
    part, which = found["part"] or "", found["which"] or ""
    monday = today - timedelta(days=today.weekday())
    if found["after"]:
        return monday + timedelta(days=14)
    if which in {"next", "coming"}:
        monday += timedelta(days=7)
    elif which != "this" and not part:
        return None
    elif today.weekday() > 4:
        return today if which == "this" and not part else _of_week(part, monday, 7)
    elif not part:
        return monday + timedelta(days=4)
    return _of_week(part, monday, 0)


def _of_week(part: str, monday: date, later: int) -> date:
    days = {"mid": 2, "lat": 4, "end": 4, "eow": 4}.get(part[:3], 0)
    return monday + timedelta(days=days + later)


def _next(text: str, today: date) -> date | None:
    """Return the same day of the next month or year."""
    found = _NEXT.fullmatch(text)
    if found is None:
        return None
    return months_on(today, 1 if found["unit"] == "month" else 12)


def _this(text: str, today: date) -> date | None:
    """Return the end of this month or year, or of what ``eow``, ``eom``, ``eoy`` stand for."""
    found = _THIS.fullmatch(text)
    if found is None:
        return None
    if found["short"] == "eow":
        return _week("end of week", today)
    if found["unit"] == "month" or found["short"] == "eom":
        return last_of(today)
    return part_of("end of quarter", today) if found["short"] == "eoq" else date(today.year, 12, 31)


def _week_of(text: str, today: date) -> date | None:
    """Return the day of “week of 30 Nov”, “week commencing 30/11”."""
    found = _WEEK_OF.fullmatch(text)
    return day_in(found["day"], today) if found else None


def _weekend(text: str, today: date) -> date | None:
    """Return the Saturday of the weekend, or the Monday after it."""
    found = _WEEKEND.fullmatch(text)
    if found is None:
        return None
    saturday = today if today.weekday() == 5 else today + timedelta(days=(5 - today.weekday()) % 7)
    if found["after"]:
        return today + timedelta(days=7 - today.weekday())
    return today if today.weekday() == 6 else saturday


_FORMS: tuple[Callable[[str, date], date | None], ...] = (
    _near,
    _weekday,
    _week,
    _week_of,
    _next,
    _this,
    _weekend,
    part_of,
    calendar_day,
    slashed,
    of_month,
    numbered_week,
    _span,
    _at_days_end,
)
