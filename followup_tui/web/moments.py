"""Reading the days and times that pages write for programs: ISO 8601, and near misses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LOOSE = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})"
    r"(?:[T\s,]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
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
    """IANA name, ``UTC`` or the offset as written."""

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


def _offset(text: str) -> tzinfo | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = re.sub(r"\D", "", text).ljust(4, "0")
    return datetime.fromisoformat(f"2000-01-01T00:00{text[0]}{digits[:2]}:{digits[2:]}").tzinfo


def _exact(text: str) -> Moment | None:
    """Read what ISO 8601 allows, as far as Python knows it."""
    if len(text) < 8:
        return None  # a year or a month is no day
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    if at.tzinfo is not None and abs(at.utcoffset() or timedelta()) >= timedelta(hours=15):
        return None
    written = text[-6:] if at.tzinfo is not None else ""
    return Moment(at, whole_day=len(text) <= 10 and ":" not in text, zone=zone_name(at, written))


def _loose(text: str) -> Moment | None:
    """Read ``2026-11-25 6:00 pm +0100`` and the like."""
    found = _LOOSE.match(text)
    if found is None:
        return None
    try:
        year, month, day = (int(part) for part in found["day"].split("-"))
        if found["hour"] is None:
            return Moment(datetime(year, month, day), whole_day=True, zone=None)  # noqa: DTZ001
        hour = int(found["hour"])
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
        zone = _offset(found["zone"] or "")
        at = datetime(year, month, day, hour, int(found["minute"]), tzinfo=zone)
    except ValueError:
        return None
    return Moment(at, whole_day=False, zone=zone_name(at, found["zone"] or ""))


def read_moment(text: str, zone: str = "") -> Moment | None:
    """Return the day or time that `text` writes, or None.

    `zone` is an IANA name said elsewhere for it; it counts where `text` itself gives none.
    """
    text = text.strip()[:60]
    moment = _exact(text) or _loose(text)
    if moment is None or not _EARLIEST <= moment.at.year <= _LATEST:
        return None
    if zone and moment.at.tzinfo is None and not moment.whole_day:
        try:
            return Moment(moment.at.replace(tzinfo=ZoneInfo(zone)), whole_day=False, zone=zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return moment  # no such zone: the time of the place, as it stands
    return moment


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
