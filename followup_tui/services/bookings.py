"""Bookings that were pencilled in: confirmed, moved or let go before they lapse."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, datetime, time

from msgspec.structs import replace

from followup_tui.domain import closing
from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.record import Clock, Invalid, Record
from followup_tui.services.gather import known_client, zone_of
from followup_tui.services.ports import Change, Records


class NoSuchProject(LookupError):
    """No project or booking, or more than one, answers to a name; the text says what to do."""


def midnight_of(day: date, client: Client, now: datetime, *, field: str) -> datetime:
    """Return the midnight that begins a day to come of a client's; raises `Invalid` for others."""
    zone = zone_named(client.zone, zone_of(now))
    if day <= now.astimezone(zone).date():
        raise Invalid(field, "must be a day to come")
    return datetime.combine(day, time(), zone)


class BookingService:
    """Keeps bookings. Every async method raises `ports.StoreProblem`, and `NoSuchProject` where
    the booking is not open any more.
    """

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    async def confirm(self, step_id: str) -> NextStep:
        """Write that a pencilled booking is confirmed; its project's step is given by that.

        Raises `NoSuchProject` where the booking is not open any more.
        """
        today = self._clock().date()
        return await asyncio.to_thread(
            self._settle, step_id, "booking confirmed", {"confirmed": today, "agreed": True}
        )

    async def let_go(self, step_id: str) -> NextStep:
        """Write that a booking was let go, and its project's step declined; raises as `confirm`."""
        today = self._clock().date()
        return await asyncio.to_thread(self._settle, step_id, "booking let go", {"done": today})

    async def move(self, step_id: str, day: date) -> NextStep:
        """Pencil a booking in for another day, their own; raises as `confirm`, and `Invalid`."""
        return await asyncio.to_thread(self._move, step_id, day)

    def _move(self, step_id: str, day: date) -> NextStep:
        step, now = self._open(step_id), self._clock()
        client = known_client(self._records, step.client_id)
        zone = zone_named(client.zone, zone_of(now))
        if day <= now.astimezone(zone).date():
            raise Invalid("day", "must be a day to come")
        moved = replace(step, at=datetime.combine(day, time(), zone), all_day=True, confirmed=None)
        by = f"booking moved to {day:%a} {day.day} {day:%b %Y}: {client.name}"
        self._records.commit(Change(by=by, put=(moved,)))
        return moved

    def _settle(self, step_id: str, what: str, fields: Mapping[str, date | bool]) -> NextStep:
        step = self._open(step_id)
        settled = replace(step, **fields)
        client = known_client(self._records, step.client_id)
        put: list[Record] = [settled]
        project = self._records.get(Project, step.project_id) if step.project_id else None
        if project is not None:
            given = settled.done is None
            state = StepState.GIVEN if given else StepState.DECLINED
            today = self._clock().date()
            put.append(closing.marked(project, ClosingKind.BOOKING, state, today))
        self._records.commit(Change(by=f"{what}: {client.name}", put=tuple(put)))
        return settled

    def _open(self, step_id: str) -> NextStep:
        step = self._records.get(NextStep, step_id)
        if step is None or step.kind is not StepKind.BOOKING or step.done is not None:
            raise NoSuchProject("This booking is not open any more: it was settled elsewhere.")
        return step
