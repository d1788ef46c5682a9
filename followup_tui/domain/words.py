"""Days and ages as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 day``, ``3 days``: the number with its word, `many` where adding s is wrong."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short_day(day: date, today: date) -> str:
    """Return ``Wed 25``, ``5 Nov`` or ``5 Nov 2025``: as short as it is clear from `today`."""
    distance = abs((day - today).days)
    if distance < 14:
        return f"{day:%a} {day.day}"
    if distance < 300:
        return f"{day.day} {day:%b}"
    return f"{day.day} {day:%b} {day.year}"


def day_words(day: date, today: date) -> str:
    """Return ``today``, ``yesterday``, ``tomorrow``, ``Tue``, ``last Tue`` or a short date."""
    distance = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if distance in near:
        return near[distance]
    if 1 < distance < 7:
        return f"{day:%a}"
    if -7 < distance < -1:
        return f"last {day:%a}"
    return short_day(day, today)


def span_words(days: int) -> str:
    """Return a number of days as ``5 days``, ``3 weeks`` or ``7 months``."""
    if days < 21:
        return count(days, "day")
    if days < 61:
        return count(round(days / 7), "week")
    if days < 730:
        return count(round(days / 30.44), "month")
    return count(round(days / 365.25), "year")


def age_words(moment: datetime, now: datetime) -> str:
    """Return how old something is: ``just now``, ``4 min ago``, ``3 h ago``, ``5 days ago``."""
    age = now - moment
    if age < timedelta(minutes=1):
        return "just now"
    if age < timedelta(hours=1):
        return f"{int(age.total_seconds() // 60)} min ago"
    if age < timedelta(hours=20):
        return f"{round(age.total_seconds() / 3600)} h ago"
    return f"{span_words(max(round(age.total_seconds() / 86_400), 1))} ago"
