"""What a site says that it did not say when we last spoke: facts, not HTML.

Dated news counts by its date. A change without a date of its own is believed once two looks
agree on it, since pages rotate their quotes, and readers err. What was on a page that was not read
this time is not gone, and what is on one that was not read then is not new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from followup_tui.domain.websites.comparing import compare
from followup_tui.domain.websites.openers import question
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import (
    MOST_LINES,
    ChangeKind,
    Changes,
    Compared,
    SiteChange,
    Turn,
)


def pick(history: Iterable[SiteFacts], now: SiteFacts, *, spoken: datetime | None) -> Compared:
    """Return which kept looks to compare the look `now` with, given when we last spoke.

    `history` may hold `now` itself. Where nobody spoke yet it is the oldest look. One of the same
    day is none to compare with, unless we spoke that day.
    """
    earlier = sorted(
        (facts for facts in history if facts.read_at < now.read_at), key=lambda each: each.read_at
    )
    if not earlier:
        return Compared(None, None)
    then = earlier[0]
    if spoken is not None:
        then = min(earlier, key=lambda facts: abs(facts.read_at - spoken))
    day = now.read_at.date()
    spoke_today = spoken is not None and spoken.astimezone(now.read_at.tzinfo).date() == day
    if then.read_at.astimezone(now.read_at.tzinfo).date() == day and not spoke_today:
        return Compared(None, None)
    before_now = earlier[-1] if earlier[-1].read_at > then.read_at else None
    rest = tuple(facts for facts in earlier if facts is not then and facts is not before_now)
    return Compared(then, before_now, rest)


def changes(
    then: SiteFacts | None,
    now: SiteFacts,
    *,
    before_now: SiteFacts | None = None,
    since: date,
    others: Sequence[SiteFacts] = (),
) -> Changes:
    """Return what changed on a site from the look `then` to the look `now`.

    A change without a date must be seen by another look after `then` as well, by an earlier fetch
    of the page: by `before_now`, the look before this one, or by one of `others`. What came and
    went in `others` rotates and is no change. `since` is the day of the last talk. The order of
    facts within a look says nothing. Where `then` is None, dated news is all there can be.
    """
    found = compare(then, now, before_now=before_now, since=since, others=others)
    lines = _with_questions(_chosen(found.changes), now.read_at.date())
    return Changes(
        lines=lines,
        since=since,
        looked_at=now.read_at,
        compared_with=then.read_at if then else None,
        more=len(found.changes) - len(lines),
        unconfirmed=found.unconfirmed,
    )


_LESS = 12  # that another change of the same kind is worth less than the one before it
_EACH, _MOST_EACH = 4, 3  # that every further thing of one line adds, and how many do
_WORTH = {
    # What says that something is going on with them, before what only reads differently.
    (ChangeKind.NEWS, Turn.NEW): 90,
    (ChangeKind.OFFICE, Turn.NEW): 86,
    (ChangeKind.PEOPLE, Turn.FOLLOWED): 85,
    (ChangeKind.PEOPLE, Turn.OTHER): 84,
    (ChangeKind.OFFERING, Turn.NEW): 82,
    (ChangeKind.PEOPLE, Turn.NEW): 80,
    (ChangeKind.JOBS, Turn.NEW): 70,
    (ChangeKind.EVENT, Turn.NEW): 76,
    (ChangeKind.EVENT, Turn.OTHER): 72,
    (ChangeKind.PRICE, Turn.OTHER): 70,
    (ChangeKind.OFFERING, Turn.OTHER): 66,
    (ChangeKind.OFFERING, Turn.GONE): 64,
    (ChangeKind.PRICE, Turn.NEW): 62,
    (ChangeKind.OFFICE, Turn.OTHER): 60,
    (ChangeKind.PEOPLE, Turn.GONE): 58,
    (ChangeKind.TAGLINE, Turn.OTHER): 56,
    (ChangeKind.OFFICE, Turn.GONE): 54,
    (ChangeKind.EVENT, Turn.GONE): 50,
    (ChangeKind.JOBS, Turn.GONE): 44,
    (ChangeKind.PRICE, Turn.GONE): 40,
}


def _worth(change: SiteChange) -> int:
    return _WORTH[change.kind, change.turn] + _EACH * min(change.number - 1, _MOST_EACH)


def _place(change: SiteChange) -> tuple[int, int, str, str]:
    """Return the place of a change among those of its kind: the newest news, the next event."""
    day = change.day.toordinal() if change.day else 0
    near = day if change.kind is ChangeKind.EVENT else -day
    return -_worth(change), near, change.new, change.old


def _chosen(found: Sequence[SiteChange]) -> tuple[SiteChange, ...]:
    """Return at most `MOST_LINES`, the worthiest first; several of one kind are worth less."""
    so_far: Counter[ChangeKind] = Counter()
    ranked: list[tuple[int, tuple[int, int, str, str], SiteChange]] = []
    for change in sorted(found, key=_place):
        ranked.append((so_far[change.kind] * _LESS - _worth(change), _place(change), change))
        so_far[change.kind] += 1
    ranked.sort(key=lambda row: (row[0], row[2].kind, row[1]))
    return tuple(change for *_, change in ranked[:MOST_LINES])


def _with_questions(lines: Iterable[SiteChange], today: date) -> tuple[SiteChange, ...]:
    """Return the lines with their questions, in other words for the second of a kind."""
    asked: Counter[tuple[ChangeKind, Turn]] = Counter()
    found: list[SiteChange] = []
    for line in lines:
        variant = asked[line.kind, line.turn]
        asked[line.kind, line.turn] += 1
        found.append(replace(line, question=question(line, variant=variant, today=today)))
    return tuple(found)
