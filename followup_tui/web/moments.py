"""Reading the days and times that pages write for programs: ISO 8601, and near misses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TIME = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s{0,2}(?P<half>[ap]\.?m\.?(?![a-z]))?"
    r"\s{0,2}(?P<zone>Z(?![a-z])|(?:UTC|GMT)?\s?[+-]\d{1,2}:?(?:\d{2})?(?!\d)|UTC|GMT)?"
    r"(?:\s?\[?(?P<named>[A-Z][A-Za-z_]{2,20}/[A-Za-z_/+-]{2,40})\]?|\s?(?!uhr)(?P<short>[A-Z]{2,5}))?"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 -- reads better
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
# "2026-05-12 6:00 pm +0200" and what is near to it
_DIGITS_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    rf"(?:(?:\s*T\s*|[\s,]+|\s+[-@]\s+){_TIME})?(?:\s*\([^)]{{0,40}}\))?\s*$",
    re.IGNORECASE,
)
# "20260512T1800", "20260512T180000Z": as calendars write them
_TOGETHER = re.compile(
    r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<half>)"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?(?P<named>))?\s*$",
    re.IGNORECASE,
)
# "12.05.2026 18:00": with dots the day comes first everywhere; with slashes nobody knows
_DOTTED = re.compile(
    r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})"
    rf"(?:[\s,T]+{_TIME}(?:\s*Uhr)?)?\s*$",
    re.IGNORECASE,
)
# "Tue, 12 May 2026 18:00:00 +0200" (RFC 5322), "12th May 2026, 6pm"
_DAY_MONTH = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?"
    rf"{_MONTH}[,\s-]+(?P<year>\d{{4}})(?:[\s,T]+(?:at\s+|[-@]\s+)?{_TIME})?"
    r"(?:\s*\([^)]{0,40}\))?\s*$",
    re.IGNORECASE,
)
# "Tue May 12 2026 18:00:00 GMT+0200 (CEST)" (JavaScript), "May 12, 2026 6:00 pm"
_MONTH_DAY = re.compile(
    rf"(?:[a-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}})(?:[\s,T]+(?:at\s+|[-@]\s+)?{_TIME})?(?:\s*\([^)]{{0,40}}\))?\s*$",
    re.IGNORECASE,
)
_FORMS = (_DIGITS_FIRST, _TOGETHER, _DOTTED, _DAY_MONTH, _MONTH_DAY)
_WEEK_DATE = re.compile(r"\d{4}-?W\d{2}", re.IGNORECASE)
_CLOCK = re.compile(r"T?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?", re.IGNORECASE)
_SPOKEN_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2}))?\s?(?:(?P<half>[ap]\.?m\.?)|(?P<word>uhr|h))?",
    re.IGNORECASE,
)
_EARLIEST, _LATEST = 1900, 2200  # years outside are typing errors, and datetime overflows near 9999


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time of a day, as a page gives it."""

    at: datetime
    """Naive where no zone is given; midnight for a whole day."""
    whole_day: bool
    zone: str | None
    """IANA name, ``UTC`` or the offset; letters as written (``CET``) where `at` is naive."""

    @property
    def day(self) -> date:
        """The calendar day it falls on, as written."""
        return self.at.date()


def zone_name(moment: datetime, written: str = "") -> str | None:
    """Return the name of a moment's zone: IANA, ``UTC`` or an offset like ``+11:00``."""
    if moment.tzinfo is None:
        return None
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str):
        return key
    if written[:1] in {"+", "-"}:
        return written
    offset = moment.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=256)
def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone of that IANA name, or None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # a name made up, or a path that is no zone


def _offset(text: str) -> tzinfo | None:
    """Return the zone that ``Z``, ``UTC``, ``GMT+2`` or ``+0200`` means."""
    text = re.sub(r"^(?:UTC|GMT)\s?(?=[+-])", "", text.strip(), flags=re.IGNORECASE)
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = re.sub(r"\D", "", text)
    digits = digits if len(digits) > 2 else f"{digits.zfill(2)}00"
    digits = digits.zfill(4)
    if int(digits[:2]) > 14:
        raise ValueError(text)  # no place is that far from Greenwich
    return datetime.fromisoformat(f"2000-01-01T00:00{text[0]}{digits[:2]}:{digits[2:]}").tzinfo


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    if not found["half"]:
        return hour
    if hour > 12:
        return hour  # "18:00 pm" says twice what it means
    return hour % 12 + (12 if found["half"].lower().startswith("p") else 0)


def _read(found: re.Match[str]) -> Moment:
    """Return what one of the forms matched; raises ValueError for days that do not exist."""
    parts = found.groupdict()
    month = parts.get("number")
    number = int(month) if month else _MONTHS.index(str(parts["month"]).lower()) + 1
    day = datetime(int(found["year"]), number, int(found["day"]))  # noqa: DTZ001 -- as written
    if found["hour"] is None:
        return Moment(day, whole_day=True, zone=None)
    if found["minute"] is None and not found["half"] and "T" not in found[0].upper():
        raise ValueError(found[0])  # a lone number behind a day may be anything
    hour, second = _hour(found), int(found["second"] or 0)
    late = hour == 24  # ISO 8601 lets a day end at 24:00
    zone = known_zone(found["named"]) if found["named"] else None
    at = day.replace(
        hour=0 if late else hour,
        minute=int(found["minute"] or 0),
        second=second if second < 60 else 0,
        tzinfo=_offset(found["zone"] or "") or zone,
    )
    if late:
        at += timedelta(days=1)
    short = parts.get("short") if at.tzinfo is None else None
    return Moment(at, whole_day=False, zone=short.upper() if short else zone_name(at))


def _exact(text: str) -> Moment | None:
    """Read the date of a week (``2026-W20-2``), which no form above knows."""
    if not _WEEK_DATE.match(text):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Moment(at, whole_day=":" not in text, zone=zone_name(at))


def read_moment(text: str, zone: str = "") -> Moment | None:
    """Return the day or time that `text` writes, or None.

    `zone` is an IANA name said elsewhere for it; it counts where `text` itself gives none. Years,
    months, durations, days of unknown order (``05/12/2026``) and days that do not exist are none.
    """
    text = text.strip()[:80]
    moment = _exact(text)
    for form in _FORMS:
        found = form.match(text) if moment is None else None
        if found is not None:
            try:
                moment = _read(found)
            except (ValueError, OverflowError):
                return None
    if moment is None or not _EARLIEST <= moment.at.year <= _LATEST:
        return None
    if zone and moment.at.tzinfo is None and not moment.whole_day:
        place = known_zone(zone)
        if place is not None:
            return Moment(moment.at.replace(tzinfo=place), whole_day=False, zone=zone)
    return moment


def read_clock(text: str) -> time | None:
    """Return the time of day that ``18:00`` or ``T18:00:00`` writes, or None."""
    found = _CLOCK.fullmatch(text.strip()[:20])
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    return time(int(found["hour"]), int(found["minute"]))


def read_spoken_clock(text: str) -> time | None:
    """Return the time of day that a few words give and nothing else: ``10:00 AM``, ``18 Uhr``."""
    found = _SPOKEN_CLOCK.fullmatch(text.strip()[:20])
    if found is None or not (found["minute"] or found["half"] or found["word"]):
        return None
    hour = int(found["hour"])
    if found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    minute = int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def zoned(now: datetime) -> datetime:
    """Return the present moment with a zone: UTC where it was given without one."""
    return now if now.tzinfo is not None else now.replace(tzinfo=UTC)


def comparable(moment: datetime, now: datetime) -> datetime:
    """Return `moment` with a zone: a naive one is taken to be in that of `now`."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)


def is_over(start: datetime, end: datetime | None, *, all_day: bool, now: datetime) -> bool:
    """Say whether something that lasts from `start` to `end` is over at `now`.

    What has no end is over when it has begun; whole days when the day after the last begins.
    """
    if all_day:
        last = datetime.combine((end or start).date(), time.min) + timedelta(days=1)
        return last.replace(tzinfo=now.tzinfo) <= now
    return comparable(end or start, now) < now
