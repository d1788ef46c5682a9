"""What a competitor announces that our client might want to know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from followup_tui.domain.page import Event, EventStatus
from followup_tui.domain.stems import roots, telling
from followup_tui.domain.websites.comparing import compare
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import ChangeKind, Compared, SiteChange, Turn

MOST = 3
"""Lines a competitor: more would bury the client's own news."""
BECAUSE = 3
"""Words of the client's that a line names."""

_TOLD = {
    # What they announce; who left them, what they gave up, which words they chose, is not told.
    (ChangeKind.NEWS, Turn.NEW): 50,
    (ChangeKind.OFFERING, Turn.NEW): 48,
    (ChangeKind.PRICE, Turn.OTHER): 46,
    (ChangeKind.PRICE, Turn.NEW): 44,
    (ChangeKind.OFFICE, Turn.NEW): 40,
    (ChangeKind.EVENT, Turn.NEW): 38,
    (ChangeKind.OFFERING, Turn.OTHER): 30,
    (ChangeKind.JOBS, Turn.NEW): 26,
}
_SHARED = 15  # that each word of the client's in it adds
_LESS = 8  # that another line of one kind is worth less than the one before it


@dataclass(frozen=True, slots=True)
class Announced:
    """One thing that a competitor announces."""

    change: SiteChange
    day: date
    """Its own date; where it has none, the day on which it was seen."""
    because: tuple[str, ...] = ()
    """The client's own words in it, as the site writes them."""


def announced(
    now: SiteFacts, compared: Compared, *, since: date, cares: Iterable[str] = ()
) -> tuple[Announced, ...]:
    """Return what a competitor's site announces since a day, what concerns the client first.

    `compared` are the kept looks as `changes.pick` chooses them, and what is believed is what
    `changes.changes` believes. On the first look it is dated news and events to come. `cares` are
    words of the client's: interests, and the topics of their own site.
    """
    found = compare(
        compared.then, now, before_now=compared.before_now, since=since, others=compared.others
    ).changes
    if compared.then is None:
        found = (*found, *_coming(now))
    wanted = {root for text in cares for root in roots(text)}
    lines = [
        Announced(change, change.day or now.read_at.date(), _shared(change, wanted))
        for change in found
        if (change.kind, change.turn) in _TOLD
    ]
    return _foremost(lines)


def _shared(change: SiteChange, wanted: Collection[str]) -> tuple[str, ...]:
    """Return the words of a change that the client cares for, as they are written."""
    words = {root: word for word, root in telling(change.new or change.old) if root in wanted}
    return tuple(words.values())[:BECAUSE]


def _foremost(lines: Sequence[Announced]) -> tuple[Announced, ...]:
    left = sorted(lines, key=_place)
    ranked: list[tuple[int, int, Announced]] = []
    for place, line in enumerate(left):
        before = sum(other.change.kind is line.change.kind for other in left[:place])
        ranked.append((before * _LESS - _worth(line), place, line))
    ranked.sort(key=lambda row: row[:2])
    return tuple(line for *_, line in ranked[:MOST])


def _worth(line: Announced) -> int:
    return _TOLD[line.change.kind, line.change.turn] + _SHARED * len(line.because)


def _place(line: Announced) -> tuple[int, int, str, str]:
    """Return the order of lines: the worthiest, then the newest news and the next event."""
    day = line.day.toordinal()
    near = day if line.change.kind is ChangeKind.EVENT else -day
    return -_worth(line), near, line.change.new, line.change.old


def _coming(now: SiteFacts) -> Iterator[SiteChange]:
    """Give the events to come, for a site that was never looked at before."""
    for event in now.events:
        if not _is_over(event, now.read_at) and event.status is not EventStatus.CANCELLED:
            source = event.sources[0] if event.sources else None
            yield SiteChange(
                ChangeKind.EVENT,
                Turn.NEW,
                "",
                event.title,
                url=event.url or (source.url if source else ""),
                day=event.start.date(),
                how=source.method if source else "",
            )


def _is_over(event: Event, now: datetime) -> bool:
    last = event.end or event.start
    return datetime.combine(last.date(), time.max, tzinfo=now.tzinfo) < now
