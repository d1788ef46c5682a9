"""What is due and agreed, as entries of a calendar: next steps, promises and who is to be called.

Entries are known by UIDs that stay, so that a calendar program that looks at the file again shows
what it says now. What is overdue stands on today: on its own day nobody would see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from followup_tui.domain.calling.calendar_entry import CalendarEntry, entry_of
from followup_tui.domain.client import Client
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState
from followup_tui.domain.queue import CallList, QueueEntry, ReasonKind
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import shorten
from followup_tui.domain.words import day_words

_OWN_ENTRY = frozenset(
    {
        ReasonKind.PROMISE,
        ReasonKind.THEIR_PROMISE,
        ReasonKind.CALL_BACK,
        ReasonKind.NEXT_STEP,
    }
)
"""Reasons that stand in the calendar by themselves: no second entry is made for them."""
_DAY = timedelta(days=1)


def agenda(
    clients: Mapping[str, Client],
    *,
    steps: Iterable[NextStep],
    promises: Iterable[Promise],
    calls: CallList,
) -> tuple[CalendarEntry, ...]:
    """Return the entries, by their time; what belongs to no client in `clients` is left out.

    Days are those of `calls.now`, which carries the user's zone. Of the calls, those of today
    within the day's capacity and those that are coming have an entry.
    """
    now = calls.now
    found = [
        *(_step(step, clients[step.client_id]) for step in steps
          if step.done is None and step.client_id in clients),
        *(_promise(each, clients[each.client_id], now) for each in promises
          if each.state is PromiseState.OPEN and each.client_id in clients),
        *_calls((*calls.today, *calls.coming), clients, now),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda entry: (entry.starts, entry.uid)))


def _step(step: NextStep, client: Client) -> CalendarEntry:
    return entry_of(
        step.id,
        step.kind,
        step.at,
        client=client,
        person=client.primary.name if client.primary else "",
        all_day=step.all_day,
        agreed=step.agreed,
        text=step.text,
    )


def _promise(promise: Promise, client: Client, now: datetime) -> CalendarEntry:
    ours = promise.by is Owner.US
    who = "Promised" if ours else "They promised"
    return CalendarEntry(
        uid=f"{promise.id}@followup",
        title=shorten(f"{who}: {promise.text} ({client.name})", LINE_LIMIT),
        starts=_on(promise.due, now),
        length=_DAY,
        all_day=True,
        about=f"due {day_words(promise.due, now.date())}" if promise.due < now.date() else "",
        free=True,
    )


def _calls(
    entries: Iterable[QueueEntry], clients: Mapping[str, Client], now: datetime
) -> Iterator[CalendarEntry]:
    for entry in entries:
        if entry.client_id not in clients or entry.reason.kind in _OWN_ENTRY:
            continue
        client = clients[entry.client_id]
        name = f"{entry.person} ({entry.name})" if entry.person else entry.name
        ways = (*client.primary.phones, *client.primary.emails) if client.primary else ()
        yield CalendarEntry(
            uid=f"{client.id}-call@followup",
            title=shorten(f"Call {name}", LINE_LIMIT),
            starts=_on(entry.reason.due, now),
            length=_DAY,
            all_day=True,
            about="\n".join((*(reason.text for reason in entry.reasons), *ways)),
            free=True,
        )


def _on(day: date, now: datetime) -> datetime:
    """Return the midnight of a day, or of today where that has passed."""
    return datetime.combine(max(day, now.date()), time.min, tzinfo=now.tzinfo)
