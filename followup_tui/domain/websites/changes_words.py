"""What changed on a site, as it is told: nothing new, not reached and first look differ."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.domain.websites.site_changes import ChangeKind, Changes, SiteChange, Turn
from followup_tui.domain.words import count, short_day

_FAR = 60  # days from which the month says enough
_LABELS = {
    (ChangeKind.NEWS, Turn.NEW): "News",
    (ChangeKind.EVENT, Turn.NEW): "New event",
    (ChangeKind.EVENT, Turn.GONE): "Event withdrawn",
    (ChangeKind.EVENT, Turn.OTHER): "Event moved",
    (ChangeKind.PEOPLE, Turn.NEW): "New on their team",
    (ChangeKind.PEOPLE, Turn.GONE): "No longer on their site",
    (ChangeKind.PEOPLE, Turn.OTHER): "Other role",
    (ChangeKind.PEOPLE, Turn.FOLLOWED): "New in the role",
    (ChangeKind.OFFERING, Turn.NEW): "New offering",
    (ChangeKind.OFFERING, Turn.GONE): "No longer offered",
    (ChangeKind.OFFERING, Turn.OTHER): "Offered under another name",
    (ChangeKind.JOBS, Turn.NEW): "New positions",
    (ChangeKind.JOBS, Turn.GONE): "Positions closed",
    (ChangeKind.OFFICE, Turn.NEW): "New office",
    (ChangeKind.OFFICE, Turn.GONE): "Office gone",
    (ChangeKind.OFFICE, Turn.OTHER): "Moved",
    (ChangeKind.PRICE, Turn.NEW): "New price",
    (ChangeKind.PRICE, Turn.GONE): "Price gone",
    (ChangeKind.PRICE, Turn.OTHER): "Other price",
    (ChangeKind.TAGLINE, Turn.OTHER): "New words up front",
}


def label(change: SiteChange) -> str:
    """Return what kind of change it is in two or three words: ``New offering``."""
    return _LABELS[change.kind, change.turn]


def told(change: SiteChange, today: date) -> str:
    """Return old and new words of a change in one line, without its label and its question."""
    title = f"{change.title}: " if change.title else ""
    if change.turn is Turn.NEW:
        day = f", {short_day(change.day, today)}" if change.day else ""
        before = f" (before: {change.old})" if change.old else ""
        return f"{change.new}{day}{before}"
    if change.turn is Turn.GONE:
        return f"{change.old} (now: {change.new})" if change.new else change.old
    return f"{title}{change.old} → {change.new}"


def headline(changes: Changes, now: datetime) -> str:
    """Return what a look brought: ``3 new things since May``, or in words that there is nothing.

    That there was nothing to compare with is another thing than that nothing is new.
    """
    since = _since(changes, now)
    if number := len(changes.lines) + changes.more:
        return f"{count(number, 'new thing')} since {since}"
    looked = looked_at(changes.looked_at, now)
    if changes.compared_with is None:
        return f"first look: nothing to compare with yet, {looked}"
    waiting = f"; {count(changes.unconfirmed, 'change')} to be confirmed"
    return f"nothing new since {since}, {looked}{waiting if changes.unconfirmed else ''}"


def could_not_be_reached(problem: str, at: datetime, now: datetime) -> str:
    """Return that a site could not be reached, when, and why (`SiteLook.problem`)."""
    return f"could not be reached at {_moment(at, now)}: {problem}"


def looked_at(at: datetime, now: datetime) -> str:
    """Return ``looked at 09:14``, with the day where it is not that of `now`."""
    return f"looked at {_moment(at, now)}"


def _moment(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    day = "" if local.date() == now.date() else f"{short_day(local.date(), now.date())} "
    return f"{day}{local:%H:%M}"


def _since(changes: Changes, now: datetime) -> str:
    """Return since when: the last talk, or the look compared with where that is later."""
    day = changes.since
    if changes.compared_with is not None and not changes.lines:
        day = max(day, changes.compared_with.astimezone(now.tzinfo).date())
    if (now.date() - day).days < _FAR or not changes.lines:
        return _day(day, now.date())
    return f"{day:%B}" if (now.date() - day).days < 300 else f"{day:%B %Y}"


def _day(day: date, today: date) -> str:
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {day:%b}{year}"
