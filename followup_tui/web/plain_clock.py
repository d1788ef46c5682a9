"""Times of day as pages write them: ``6–8 pm``, ``18h30``, ``19.30 Uhr``, ``kl. 18``, noon."""

# ruff: noqa: RUF001, RUF002 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache

from followup_tui.web.plain_tokens import Token

_PARTS = re.compile(
    r"(\d{1,2})(?:\s?[:.h]\s?(\d\d))?(?::\d\d)?\s?(?:([ap])\.?\s?m\b)?", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_RUN_TOGETHER = re.compile(r"([0-2]\d)([0-5]\d)\s?(?:h|u)", re.IGNORECASE)
_ZONE = re.compile(
    r"\s{0,2}\(?((?:UTC|GMT)(?:\s?[+-−]\d{1,2}(?::?\d\d)?)?|[ECMP][SD]?T|A[EWC][SD]T|A[SK]T|"
    r"BST|IST|CEST|CET|EES?T|WES?T|MEZ|MESZ|JST|SGT|HKT|NZ[SD]T|SAST|[ECMP]astern time|"
    r"(?:Eastern|Central|Mountain|Pacific)(?: (?:standard|daylight))?(?: time)?)\b\)?"
)


_UP_TO = {"à", "alle", "as", "for"}
"""Words that mean "up to" between two times, and "at" elsewhere."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of a day, or from one to another, with the place in the line where it stands."""

    start: int
    end: int
    begins: time
    ends: time | None = None
    zone: str = ""
    """The zone as written: ``CET``, ``ET``, ``UTC+2``."""


@dataclass(frozen=True, slots=True)
class _Hour:
    hour: int
    minute: int
    half: str
    """``a``, ``p`` or nothing."""


@lru_cache(maxsize=512)  # the dates of a list are at the same few hours
def _hour(text: str) -> _Hour | None:
    lower = text.lower()
    if "noon" in lower or "midday" in lower:
        return _Hour(12, 0, "p")
    if "midnight" in lower:
        return _Hour(0, 0, "")
    digits = _DIGIT.search(text)
    if digits is None:
        return None
    found = _RUN_TOGETHER.match(text, digits.start()) or _PARTS.match(text, digits.start())
    if found is None:
        return None
    half = (found[3] or "").lower() if found.re is _PARTS else ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour == 24 and not minute:
        hour = 0
    good = 1 <= hour <= 12 if half else hour <= 23
    return _Hour(hour, minute, half) if good and minute <= 59 else None


def _time(hour: _Hour, half: str = "") -> time:
    half = hour.half or half
    if half and 1 <= hour.hour <= 12:
        return time(hour.hour % 12 + (12 if half == "p" else 0), hour.minute)
    return time(hour.hour, hour.minute)


def _pair(first: _Hour, last: _Hour) -> tuple[time, time]:
    """Return the two ends of ``6–8 pm`` and ``11–1 pm``: morning only where it must be."""
    ends = _time(last)
    if first.half or not last.half:
        return _time(first), ends
    begins = _time(first, last.half)
    if begins > ends and last.half == "p":
        begins = _time(first, "a")
    return begins, ends


def _weak(token: Token, *, dated: bool) -> bool:
    """Say whether ``18.30`` is rather a time than a day: behind a date, with usual minutes."""
    hour, _, minute = token.text.partition(".")
    if int(hour) > 23 or int(minute) > 59:
        return False
    return dated and (int(minute) > 12 or int(minute) == 0 or int(minute) % 5 == 0)


def clocks(row: Sequence[Token], text: str, taken: Sequence[tuple[int, int]]) -> list[Clock]:
    """Return the times in a line, without what stands in `taken` (the places of its dates)."""
    kinds = [
        "T" if token.kind == "p" and _weak(token, dated=bool(taken)) else token.kind
        for token in row
    ]
    if "T" not in kinds:
        return []  # each time of a day has an hour that is surely one

    def free(place: int) -> bool:
        begin = row[place].start
        return not any(start <= begin < end for start, end in taken)

    found: list[Clock] = []
    place = 0
    while place < len(row):
        if kinds[place] not in "TD":
            place += 1
            continue
        if _is_pair(row, kinds, place) and free(place) and free(place + 2):
            first, last = _hour(row[place].text), _hour(row[place + 2].text)
            if first is not None and last is not None:
                begins, ends = _pair(first, last)
                # "7.30 for 8 pm" begins with both; "18:30:00-05:00" says how far from UTC
                alone = row[place + 1].text == "for" or row[place].text.count(":") == 2
                until = None if alone else ends
                found.append(Clock(row[place].start, row[place + 2].end, begins, until))
                place += 3
                continue
        if kinds[place] == "T" and free(place):
            hour = _hour(row[place].text)
            if hour is not None:
                found.append(_alone(row, kinds, place, hour))
        place += 1
    return [_with_zone(clock, text) for clock in found]


def _is_pair(row: Sequence[Token], kinds: Sequence[str], place: int) -> bool:
    """Say whether two hours with a dash stand there, of which one at least is surely an hour."""
    if place + 2 >= len(row) or kinds[place + 2] != "T":
        return False
    return kinds[place + 1] == "-" or row[place + 1].text in _UP_TO


def _alone(row: Sequence[Token], kinds: Sequence[str], place: int, hour: _Hour) -> Clock:
    """Return one time, with its end where that is a bare number: ``10:00 - 12``."""
    token = row[place]
    if place + 2 < len(row) and kinds[place + 1] == "-" and kinds[place + 2] == "D":
        last = _hour(row[place + 2].text)
        behind = kinds[place + 3] if place + 3 < len(row) else "x"
        if last is not None and last.hour > hour.hour and not hour.half and behind not in "MmoW":
            return Clock(token.start, row[place + 2].end, _time(hour), _time(last))
    return Clock(token.start, token.end, _time(hour))


def _with_zone(clock: Clock, text: str) -> Clock:
    found = _ZONE.match(text, clock.end)
    if found is None:
        return clock
    return replace(clock, end=found.end(), zone=found[1])
