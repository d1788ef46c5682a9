"""What was understood of a line, in plain words."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from followup_tui.domain.notes.caught import Caught, CaughtPromise, CaughtReferral, CaughtStep
from followup_tui.domain.promise import Owner


def in_words(item: Caught, *, now: datetime, zone: tzinfo) -> str:
    """Return an item in one line: ``promise by Fri 20 Nov: send pricing``.

    `now` carries the user's zone, `zone` is the client's.
    """
    match item:
        case CaughtPromise():
            whose = "their promise" if item.by is Owner.THEM else "promise"
            return f"{whose} by {day_words(item.due, now.date())}: {item.text}"
        case CaughtReferral():
            parts = (item.name, item.company, *item.emails, *item.phones, item.detail)
            return f"referral: {', '.join(part for part in parts if part)}"
        case CaughtStep():
            agreed = "" if item.agreed else ", proposed"
            text = f": {item.text}" if item.text else ""
            return f"{item.kind.value} {moment_words(item, now, zone)}{agreed}{text}"
        case _:
            return f"{item.kind.value}: {item.text}"


def moment_words(item: CaughtStep, now: datetime, zone: tzinfo) -> str:
    """Return ``Thu 26 Nov 10:00 Zurich · your 20:00``: when, there and here."""
    if item.at is None:
        return "no day yet"
    day = day_words(item.at.date(), now.date())
    own = item.at.astimezone(now.tzinfo)
    if item.all_day or own.replace(tzinfo=None) == item.at.replace(tzinfo=None):
        return day if item.all_day else f"{day} {item.at:%H:%M}"
    here = f"{own:%H:%M}" if own.date() == item.at.date() else f"{own:%a %H:%M}"
    place = str(getattr(zone, "key", "")).rpartition("/")[2].replace("_", " ")
    there = f"{day} {item.at:%H:%M} {place}".rstrip()
    return f"{there} · your {here}"


def day_words(day: date, today: date) -> str:
    """Return ``Fri 20 Nov``, with the year where it is far away."""
    year = f" {day.year}" if abs((day - today).days) >= 300 else ""
    return f"{day:%a} {day.day} {day:%b}{year}"
