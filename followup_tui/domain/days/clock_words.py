"""Hours as people write them: “10:00”, “3pm”, “at 9”, “10h30”, “half past ten”, “14-15 Uhr”."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.days.day_forms import NUMBERS

_NUMBER = "|".join(sorted((word for word in NUMBERS if len(word) > 2), key=len, reverse=True))
_OF_CLOCK = r"(?:\s*(?:o'?clock|\N{RIGHT SINGLE QUOTATION MARK}clock))"
_HALF = r"(?:\s*(?P<half>[ap])\.?m\.?)"
_TO = r"\s*(?:-|\N{EN DASH}|\N{EM DASH}|to|till|til|until|and|by)\s*"
_ANY_END = r"(?:\d{1,2}(?:[:.h]\d{2}|h)?(?:\s*(?P<end_half>[ap])\.?m\.?)?)"
_AT = r"(?P<at>(?:(?:at|@|around|about|from|between|ab)\s*)+)?"

_CLOCK = re.compile(
    rf"{_AT}(?:(?P<noon>noon|midday)"
    rf"|(?P<past>half\s+past|quarter\s+(?:past|to))\s+(?P<spoken>\d{{1,2}}|{_NUMBER}){_HALF}?"
    rf"|(?P<hour>\d{{1,2}})[:.h](?P<minute>\d{{2}})(?P<exact>)"
    r"(?:\s*(?P<minute_half>[ap])\.?m\.?)?"
    rf"|(?P<whole>\d{{1,2}}|{_NUMBER})(?:\s*(?P<whole_half>[ap])\.?m\.?)?(?P<sure>\s?h)?)"
    rf"(?P<end>{_TO}{_ANY_END})?(?P<o_clock>{_OF_CLOCK})?h?"
)
IN_TIME = re.compile(
    r"(?:in\s+|\+\s*)(?P<number>\d{1,4}|an?|half\s+an|one|two|three|four)\s*"
    r"(?P<unit>min|mins|minutes?|h|hrs?|hours?)"
)
"""A span from now on that is shorter than a day."""


def read_clock(text: str, *, bare: bool = False) -> time | None:
    """Return the hour that a folded text writes; of a range the one at which it begins.

    A number alone is an hour only with `bare`. Raises `ValueError` where there is no such hour.
    """
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    if found["noon"]:
        return time(12)
    if found["past"]:
        return _spoken(found)
    if found["hour"]:
        half = found["minute_half"] or found["end_half"]
        return time(_of_day(int(found["hour"]), half, guess=False), int(found["minute"]))
    half = found["whole_half"] or found["end_half"]
    named = half or found["sure"] or ":" in (found["end"] or "")
    if not (named or found["at"] or found["o_clock"] or bare):
        return None
    word = found["whole"]
    hour = int(word) if word.isdigit() else NUMBERS[word]
    return time(_of_day(hour, half, guess=not named))


def _spoken(found: re.Match[str]) -> time:
    word = found["spoken"]
    hour = _of_day(int(word) if word.isdigit() else NUMBERS[word], found["half"], guess=True)
    if found["past"].endswith("to"):
        return time((hour - 1) % 24, 45)
    return time(hour, 30 if found["past"].startswith("half") else 15)


def _of_day(hour: int, half: str | None, *, guess: bool) -> int:
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour of a half day")
        return hour % 12 + (12 if half == "p" else 0)
    return hour + 12 if guess and 1 <= hour <= 6 else hour  # nobody is called at three at night


def span_of(found: re.Match[str]) -> timedelta:
    """Return the span of a match of `IN_TIME`."""
    word = found["number"]
    number = 0.5 if word.startswith("half") else NUMBERS.get(word) or int(word)
    return timedelta(hours=number) if found["unit"][0] == "h" else timedelta(minutes=number)


def moment_at(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return the moment in `zone`; an hour that a change of clocks skips moves on by it."""
    return datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)


def change_of_clocks(day: date, clock: time, zone: tzinfo) -> str:
    """Return in words what is odd about an hour in the night of a change; empty on other days."""
    wall = datetime.combine(day, clock, zone)
    moment = wall.astimezone(UTC).astimezone(zone)
    if moment.replace(tzinfo=None) != wall.replace(tzinfo=None):
        return f"The clocks skip {clock:%H:%M} there that day: it is {moment:%H:%M}."
    if wall.utcoffset() != wall.replace(fold=1).utcoffset():
        return f"{clock:%H:%M} comes twice there that day: the first is meant."
    return ""
