"""What each client adds to the call list of a moment, and how long that stays as it is.

Within one day of the user nothing that a row says depends on the hour, but for its `turns`.
So a list can be made of rows that were worked out earlier the same day, and only those of the
clients whose records have changed since are worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec

from followup_tui.domain.due.call_list import (
    Band,
    CallList,
    ClientFile,
    Held,
    HeldWhy,
    QueueEntry,
    Reason,
    ReasonKind,
)
from followup_tui.domain.due.fitting import changes_at as fitting_changes_at
from followup_tui.domain.due.quiet_days import in_words
from followup_tui.domain.due.reasons import all_reasons, place
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.promise import Owner, PromiseState
from followup_tui.domain.words import day_words

_AGREED = frozenset({ReasonKind.PROMISE, ReasonKind.CALL_BACK, ReasonKind.NEXT_STEP})
"""What was promised, or agreed for a day: a try in vain does not put it off."""

_BEYOND_CAPACITY = _AGREED | {ReasonKind.NEW_CONTACT}
"""What is listed however full the day is."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """What one client adds to the list."""

    client_id: str
    entry: QueueEntry | None = None
    """Their row of the list, where they are due or will be soon, and may be called."""
    held: Held | None = None
    """Why they are left alone, where they are due."""
    owed: int = 0
    """Open promises of ours to them that are due."""
    is_done: bool = False
    """Whether they were spoken to or tried today, which counts towards the day's capacity."""
    turns: tuple[datetime, ...] = ()
    """The moments of the day at which the row may become another, in UTC."""
    fits: tuple[str, ...] = ()
    """Ids of the value-adds that it rests on."""

    @property
    def says_nothing(self) -> bool:
        """Whether the list is the same without it, now and later in the day."""
        return not (self.entry or self.held or self.owed or self.is_done or self.turns or self.fits)


def row_of(file: ClientFile, ways: Ways, turn: date | None = None) -> Row:
    """Return what a client adds; `turn` is the day that `cadence.import_turns` gives them."""
    found = all_reasons(file, ways, not_before=turn)
    entry, held = _listed(file, found, ways) if found else (None, None)
    standing = file.standing
    return Row(
        client_id=file.client.id,
        entry=entry,
        held=held,
        owed=_owed(file, ways.today) if file.promises else 0,
        is_done=ways.today in (standing.last_reached, standing.last_attempt),
        turns=_turns(file, ways),
        fits=tuple(each.fitting.value_add_id for each in file.encounters if each.fitting),
    )


def listed(rows: Iterable[Row], ways: Ways) -> CallList:
    """Return the list that rows of this day make, in whatever order they come."""
    due: list[QueueEntry] = []
    coming: list[QueueEntry] = []
    held: list[Held] = []
    promises = done = 0
    for row in rows:
        promises += row.owed
        done += row.is_done
        if row.held is not None:
            held.append(row.held)
        elif row.entry is not None:
            (coming if row.entry.reason.band is Band.SOON else due).append(row.entry)
    due.sort(key=_order)
    coming.sort(key=lambda entry: (entry.reason.due, *_order(entry)))
    held.sort(key=lambda each: (each.until or date.max, *_order(each.entry)))
    beyond_capacity = sum(entry.reason.kind in _BEYOND_CAPACITY for entry in due)
    full = max(ways.rules.capacity - done, beyond_capacity, 0)
    return CallList(
        now=ways.now,
        today=tuple(due[:full]),
        beyond=tuple(due[full:]),
        coming=tuple(coming),
        held=tuple(held),
        promises=promises,
    )


def _order(entry: QueueEntry) -> tuple[object, ...]:
    return (*place(entry.reason), entry.name.casefold(), entry.client_id)


def _owed(file: ClientFile, today: date) -> int:
    """Return how many open promises of ours to this client are due."""
    return sum(
        promise.by is Owner.US and promise.state is PromiseState.OPEN and promise.due <= today
        for promise in file.promises
    )


def _listed(
    file: ClientFile, found: list[Reason], ways: Ways
) -> tuple[QueueEntry | None, Held | None]:
    """Return the row of a client for whom there are reasons, or why they are left alone."""
    entry = _entry(file, found)
    if entry.reason.band is Band.SOON:
        return (entry if _free_on(file, entry.reason.due) else None), None
    held = _held(file, entry, ways)
    return (entry, None) if held is None else (None, held)


def _turns(file: ClientFile, ways: Ways) -> tuple[datetime, ...]:
    """Return the moments of the day at which the row may become another, in UTC."""
    if not (file.next_steps or file.fitting or file.standing.last_attempt):
        return ()  # most clients of a large desk
    return tuple(at.astimezone(UTC) for at in _changes_at(file) if ways.begins < at < ways.ends)


def _changes_at(file: ClientFile) -> Iterator[datetime]:
    """Yield the moments at which what is listed may change in the middle of a day."""
    for step in file.next_steps:
        if not step.all_day:
            yield step.at
    if file.client.call_again_at is not None:
        yield file.client.call_again_at
    for encounter in file.fitting:
        if encounter.fitting is not None:
            yield from fitting_changes_at(encounter.fitting)


def _entry(file: ClientFile, found: list[Reason]) -> QueueEntry:
    """Return the row of a client: what is only coming is left out where something is due."""
    client = file.client
    if found[0].band is not Band.SOON:
        found = [reason for reason in found if reason.band is not Band.SOON]
    else:
        found = sorted(found, key=lambda reason: reason.due)
    return QueueEntry(
        client_id=client.id,
        name=client.name,
        person=client.people[0].name if client.people else "",
        phone=next(iter(client.people[0].phones), "") if client.people else "",
        reasons=tuple(found),
    )


def _free_on(file: ClientFile, day: date) -> bool:
    """Say whether a client may be called on a day to come."""
    client = file.client
    return (
        client.do_not_call is None
        and (client.snoozed_until is None or client.snoozed_until <= day)
        and not any(quiet.first <= day <= quiet.last for quiet in client.quiet)
    )


def _held(file: ClientFile, entry: QueueEntry, ways: Ways) -> Held | None:
    """Return why a client who is due is left alone all the same, or None when they are not."""
    client, today = file.client, ways.today
    if client.do_not_call is not None:
        wish = client.do_not_call
        why = f": {wish.why}" if wish.why else ""
        since = f"asked not to be called, {day_words(wish.since, today)}"
        return Held(entry=entry, why=HeldWhy.DO_NOT_CALL, until=None, words=since + why)
    if client.snoozed_until is not None and client.snoozed_until > today:
        until = client.snoozed_until
        words = f"snoozed until {day_words(until, today)}"
        return Held(entry=entry, why=HeldWhy.SNOOZED, until=until, words=words)
    for quiet in client.quiet:
        if quiet.first <= today <= quiet.last:
            until = quiet.last + timedelta(days=1)
            words = in_words(quiet, today)
            return Held(entry=entry, why=HeldWhy.QUIET, until=until, words=words)
    return _tried(file, entry, ways)


def _tried(file: ClientFile, entry: QueueEntry, ways: Ways) -> Held | None:
    """Hold back somebody tried in vain lately, unless something was promised or agreed."""
    tried = file.standing.last_attempt
    if tried is None or any(reason.kind in _AGREED for reason in entry.reasons):
        return None
    at = file.client.call_again_at
    if at is not None and at.astimezone(ways.zone).date() == tried:  # busy, or a wrong number
        return _until_hour(entry, at.astimezone(ways.zone), ways)
    until = tried + timedelta(days=ways.rules.retry_after)
    again = file.client.call_again
    if again is not None and again > until and all(each.due <= tried for each in entry.reasons):
        until = again  # set when they were tried; what became due since does not wait for it
    if ways.today >= until:
        return None
    words = f"tried {day_words(tried, ways.today)}, no answer; again {day_words(until, ways.today)}"
    return Held(entry=entry, why=HeldWhy.TRIED, until=until, words=words)


def _until_hour(entry: QueueEntry, at: datetime, ways: Ways) -> Held | None:
    """Hold back somebody who is to be tried again the same day, until that hour has come."""
    if ways.now >= at:
        return None
    words = f"tried {day_words(at.date(), ways.today)}; again at {at:%H:%M}"
    return Held(entry=entry, why=HeldWhy.TRIED, until=at.date(), words=words)
