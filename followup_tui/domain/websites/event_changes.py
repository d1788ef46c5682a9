"""Events that a site announces now and did not then, or on another day, or no longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from followup_tui.domain.likeness import likeness
from followup_tui.domain.page import Event, EventStatus
from followup_tui.domain.websites.site_changes import ChangeKind, SiteChange, Turn
from followup_tui.domain.websites.site_things import Looked, Thing, plain

_SAME = 70.0
"""So alike (see `likeness`) are two titles of one event, where its day is the same."""

_ByTitle = dict[str, list[Event]]


def event_changes(old: Looked, new: Looked, between: Iterable[Looked]) -> Iterator[SiteChange]:
    """Give the events still to come that are new, on another day, called off, or gone.

    An event has its date, so it is believed at once; that one is gone only when a look
    `between` them does not show it either.
    """
    today = new.facts.read_at.date()
    before, after = _coming(old, today), _coming(new, today)
    for title, events in after.items():
        if title in before:
            yield from _moved(before[title], events)
        elif not _is_known(events[0], before) and _could_show(old, new, events[0]):
            yield _new(events[0], _last(title, old, today))
    off = {_key(each) for each in new.facts.events if _is_off(each)}
    left = {title: events[0] for title, events in before.items() if not _is_known(events[0], after)}
    for title, event in left.items():
        if title in off:
            yield _gone(event, "called off")
        elif any(_has_gone(event, old, look, new) for look in between):
            yield _gone(event, "")


def _coming(look: Looked, today: date) -> _ByTitle:
    """Return the events that are not over, by title, each title's next one first."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in sorted(look.facts.events, key=lambda each: (_day(each), each.title)):
        if _last_day(event) >= today and not _is_off(event) and _key(event):
            found[_key(event)].append(event)
    return found


def _key(event: Event) -> str:
    return plain(event.title)


def _day(event: Event) -> date:
    return event.start.date()


def _last_day(event: Event) -> date:
    return (event.end or event.start).date()


def _is_off(event: Event) -> bool:
    return event.status is EventStatus.CANCELLED


def _moved(before: list[Event], after: list[Event]) -> Iterator[SiteChange]:
    """Give an event that has another day; a title with several days is a series."""
    sure = EventStatus.UNSURE not in {each.status for each in (*before, *after)}
    if sure and len(before) == len(after) == 1 and _day(before[0]) != _day(after[0]):
        old, new = before[0], after[0]
        yield SiteChange(
            ChangeKind.EVENT,
            Turn.OTHER,
            _on(old),
            _on(new),
            title=new.title,
            url=_address(new),
            day=_day(new),
            how=_how(new),
        )


def _is_known(event: Event, others: _ByTitle) -> bool:
    """Say whether another look has the event of that day under a like title."""
    return any(
        _day(other) == _day(event) and likeness(title, _key(event)) >= _SAME
        for title, events in others.items()
        for other in events
    )


def _last(title: str, old: Looked, today: date) -> str:
    """Return when an event of that title took place before, if the old look told."""
    days = [_day(each) for each in old.facts.events if _key(each) == title and _day(each) < today]
    return f"last on {_written(max(days))}" if days else ""


def _new(event: Event, before: str) -> SiteChange:
    return SiteChange(
        ChangeKind.EVENT,
        Turn.NEW,
        before,
        event.title,
        url=_address(event),
        day=_day(event),
        how=_how(event),
    )


def _gone(event: Event, now: str) -> SiteChange:
    return SiteChange(
        ChangeKind.EVENT,
        Turn.GONE,
        event.title,
        now,
        url=_address(event),
        day=_day(event),
        how=_how(event),
    )


def _things(event: Event) -> list[Thing]:
    """Return the event once for each page that it stands on."""
    pages = dict.fromkeys(source.url for source in event.sources)
    return [
        Thing(ChangeKind.EVENT, _key(event), frozenset(), event.title, page=page)
        for page in pages or ("",)
    ]


def _could_show(old: Looked, new: Looked, event: Event) -> bool:
    return any(old.could_show(thing, new.role_of(thing)) for thing in _things(event))


def _has_gone(event: Event, old: Looked, between: Looked, new: Looked) -> bool:
    """Say whether the last two looks agree that an event is no longer announced."""
    title = _key(event)
    return all(
        title not in {_key(each) for each in look.facts.events}
        and all(look.has_read_again(thing, old) for thing in _things(event))
        for look in (between, new)
    ) and all(new.was_fetched_after(between, old.role_of(thing)) for thing in _things(event))


def _address(event: Event) -> str:
    return event.url or (event.sources[0].url if event.sources else "")


def _how(event: Event) -> str:
    return event.sources[0].method if event.sources else ""


def _on(event: Event) -> str:
    return _written(_day(event))


def _written(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
