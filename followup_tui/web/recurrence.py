"""Rules of recurrence (RFC 5545, 3.3.10) that can be believed and that come to an end.

dateutil, which expands them, looks for the next day as long as there are years. A rule that never
matches keeps it busy until the year 9999: such ones are refused before they reach it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from followup_tui.web.moments import known_zone

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
"""What comes every hour or minute is no appointment, and takes for ever to expand."""
_NUMBERS = {
    "BYSECOND": 60, "BYMINUTE": 59, "BYHOUR": 23, "BYMONTHDAY": 31, "BYYEARDAY": 366,
    "BYWEEKNO": 53, "BYMONTH": 12, "BYSETPOS": 366,
}  # fmt: skip
_NATURAL = {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNTIL = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})(Z)?)?")
_MOST_TIMES = 24  # in one day
_MOST_COUNT = 10_000
_EARLIEST = 1950  # a rule that began earlier takes long to come to our time

Parts = dict[str, list[str]]


def sound_rule(written: str, start: datetime | date, zone: str) -> str:
    """Return a rule that can be expanded, or nothing where the series cannot be believed.

    `start` is the DTSTART as written: a date, or the time in its zone; `zone` its IANA name, if it
    has one. UNTIL is put into the form that fits the start: many programs give the wrong one.
    """
    parts = _parts(written)
    frequency = (parts.get("FREQ") or [""])[0]
    if frequency not in _FREQUENCIES or start.year < _EARLIEST:
        return ""
    if not _numbers_fit(parts) or not _may_match(parts, frequency, start):
        return ""
    if not _whole(parts, "INTERVAL", 1000):
        return ""
    if not _whole(parts, "COUNT", _MOST_COUNT) and "UNTIL" not in parts:
        return ""  # beside UNTIL some programs write COUNT=-1
    if "UNTIL" in parts:
        until = _until(parts["UNTIL"][0], start, zone)
        if not until:
            return ""
        parts["UNTIL"] = [until]
        parts.pop("COUNT", None)  # only one of the two is allowed
    return ";".join(f"{name}={','.join(values)}" for name, values in parts.items())


def _parts(written: str) -> Parts:
    known = {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "WKST", *_NUMBERS}
    parts: Parts = {}
    for piece in written.upper().replace(" ", "").split(";"):
        name, _, values = piece.partition("=")
        if name in known and values:
            parts.setdefault(name, [value for value in values.split(",") if value][:400])
    if parts.get("WKST", ["MO"])[0] not in _DAYS:
        del parts["WKST"]
    return {name: values for name, values in parts.items() if values}


def _whole(parts: Parts, name: str, most: int) -> bool:
    """Say whether a part is a number from 1 to `most`, where it is there at all."""
    value = parts.get(name, ["1"])[0]
    return value.isdecimal() and 1 <= int(value) <= most


def _numbers_fit(parts: Parts) -> bool:
    for name, most in _NUMBERS.items():
        for value in parts.get(name, ()):
            if re.fullmatch(r"[+-]?\d{1,3}", value) is None or abs(int(value)) > most:
                return False
            if int(value) == 0 and name in _NATURAL:
                return False
    return all(_DAY.fullmatch(value) for value in parts.get("BYDAY", ()))


def _may_match(parts: Parts, frequency: str, start: datetime | date) -> bool:
    """Say whether a rule gives a sensible number of days in a sensible number of years."""
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= len(parts.get(name, "1"))
    if times > _MOST_TIMES:
        return False
    if {"BYYEARDAY", "BYWEEKNO"} & set(parts) and (frequency != "YEARLY" or len(parts) > 3):
        return False  # nobody counts in these but those who test programs
    numbered = any(value[0] in "+-123456789" for value in parts.get("BYDAY", ()))
    if "BYMONTHDAY" in parts and "BYDAY" in parts and (numbered or "BYSETPOS" in parts):
        return False  # "the 13th if it is the second Friday" may never come
    return (
        _day_comes(parts, frequency, start)
        and _weekday_comes(parts, frequency, start)
        and _position_comes(parts, frequency, times)
    )


def _step(parts: Parts) -> int:
    written = parts.get("INTERVAL", ["1"])[0]
    return int(written) if written.isdecimal() else 1


def _day_comes(parts: Parts, frequency: str, start: datetime | date) -> bool:
    """Say whether one of the months has one of the days: not the 30th of February."""
    months = {abs(int(value)) for value in parts.get("BYMONTH", ())} or set(range(1, 13))
    days = [abs(int(value)) for value in parts.get("BYMONTHDAY", ())]
    if frequency == "MONTHLY":
        step = _step(parts)
        months &= {(start.month - 1 + step * number) % 12 + 1 for number in range(12)}
    elif frequency == "YEARLY" and "BYMONTH" not in parts and "BYMONTHDAY" not in parts:
        months = {start.month}
    if frequency in {"MONTHLY", "YEARLY"} and not days and "BYDAY" not in parts:
        days = [start.day]
    longest = max((_LENGTHS[month - 1] for month in months), default=0)
    return min(days, default=1) <= longest


def _weekday_comes(parts: Parts, frequency: str, start: datetime | date) -> bool:
    """Say whether steps of whole weeks, counted in days, ever come to the weekdays asked for."""
    if frequency != "DAILY" or "BYDAY" not in parts or _step(parts) % 7:
        return True
    return any(value.endswith(_DAYS[start.weekday()]) for value in parts["BYDAY"])


def _position_comes(parts: Parts, frequency: str, times: int) -> bool:
    """Say whether there are so many days in a period as BYSETPOS counts."""
    positions = [abs(int(value)) for value in parts.get("BYSETPOS", ())]
    days = set(parts.get("BYDAY", ()))
    size = len(parts.get("BYMONTHDAY", "1"))
    if days and frequency == "MONTHLY":
        size = sum(1 if len(value) > 2 else 4 for value in days)
    elif days and frequency == "WEEKLY":
        size = len(days)
    elif days and frequency == "YEARLY":
        size = len(days) * 4
    return min(positions, default=1) <= size * times


def _until(written: str, start: datetime | date, zone: str) -> str:
    """Return UNTIL as the start wants it: a date, a floating time, or a time in UTC."""
    found = _UNTIL.fullmatch(written)
    if found is None:
        return ""
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5]), min(int(found[6]), 59)) if found[4] else None
    except ValueError:
        return ""
    if day.year > 2200:
        day = date(2200, 1, 1)
    if not isinstance(start, datetime):
        return day.strftime("%Y%m%d")
    moment = datetime.combine(day, clock or time(23, 59, 59))  # a day counts to its end
    if start.tzinfo is None and not zone:
        return moment.strftime("%Y%m%dT%H%M%S")
    place = known_zone(zone) if zone and not found[7] else None
    if place is not None:
        moment = moment.replace(tzinfo=place).astimezone(UTC)
    return moment.strftime("%Y%m%dT%H%M%SZ")
