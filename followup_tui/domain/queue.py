"""Who is due, why, and in which order.

The queue is a pure function of what is known about each client (`ClientFile`), the playbooks, the
user's ways (`QueueRules`) and the moment. Its order of the day is that of the playbooks' page:
promises overdue, call-backs at their hour, new contacts before their week is out, project
closings, coffees, past clients by lateness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from followup_tui.domain.client import Client
from followup_tui.domain.due.cadence import import_turns
from followup_tui.domain.due.call_list import (
    Band,
    CallList,
    ClientFile,
    CoffeeDue,
    Held,
    HeldWhy,
    QueueEntry,
    QueueRules,
    Reason,
    ReasonKind,
    Standing,
)
from followup_tui.domain.due.quiet_days import in_words
from followup_tui.domain.due.reasons import all_reasons, place
from followup_tui.domain.due.standing import standing
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Owner, PromiseState
from followup_tui.domain.words import day_words

__all__ = [
    "Band",
    "CallList",
    "ClientFile",
    "CoffeeDue",
    "Held",
    "HeldWhy",
    "QueueEntry",
    "QueueRules",
    "Reason",
    "ReasonKind",
    "Standing",
    "call_list",
    "reasons",
    "standing",
]

_AGREED = frozenset({ReasonKind.PROMISE, ReasonKind.CALL_BACK, ReasonKind.NEXT_STEP})
"""What was promised, or agreed for a day: a try in vain does not put it off."""

_BEYOND_CAPACITY = _AGREED | {ReasonKind.NEW_CONTACT}
"""What is listed however full the day is."""


def reasons(
    file: ClientFile,
    *,
    playbooks: Mapping[str, Playbook],
    rules: QueueRules,
    now: datetime,
    everybody: Iterable[Client] = (),
) -> tuple[Reason, ...]:
    """Return why one client is due now, the most pressing first; empty when they are not.

    Being left alone (snoozed, quiet …) is not looked at. For a client who came with an import,
    `everybody` holds all clients: without them their turn (`cadence.import_turns`) is not known.
    """
    ways = Ways.at(now, playbooks=playbooks, rules=rules)
    turn = import_turns(everybody, ways).get(file.client.id)
    found = all_reasons(file, ways, not_before=turn)
    return tuple(each for each in found if each.band is not Band.SOON)


def call_list(
    files: Iterable[ClientFile],
    *,
    playbooks: Mapping[str, Playbook],
    rules: QueueRules,
    now: datetime,
) -> CallList:
    """Return the queue of the moment `now`, which carries the user's zone.

    Those spoken to or tried today count towards the day's capacity.
    """
    ways = Ways.at(now, playbooks=playbooks, rules=rules)
    files = tuple(files)
    turns = import_turns((file.client for file in files), ways)
    due: list[QueueEntry] = []
    coming: list[QueueEntry] = []
    held: list[Held] = []
    promises = done = 0
    for file in files:
        if file.promises:
            promises += _owed(file, ways.today)
        if ways.today in (file.standing.last_reached, file.standing.last_attempt):
            done += 1
        found = all_reasons(file, ways, not_before=turns.get(file.client.id))
        if not found:
            continue
        entry = _entry(file, found)
        if entry.reason.band is Band.SOON:
            if _free_on(file, entry.reason.due):
                coming.append(entry)
            continue
        left_alone = _held(file, entry, ways)
        if left_alone is None:
            due.append(entry)
        else:
            held.append(left_alone)
    due.sort(key=_order)
    coming.sort(key=lambda entry: (entry.reason.due, *_order(entry)))
    held.sort(key=lambda each: (each.until or date.max, *_order(each.entry)))
    full = max(
        rules.capacity - done, sum(entry.reason.kind in _BEYOND_CAPACITY for entry in due), 0
    )
    return CallList(
        now=now,
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
