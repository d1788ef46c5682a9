"""What is owed and agreed: promises, next steps and thanks, and calendar files of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain.calling.calendar_entry import CalendarEntry, entry_of
from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState, Referral, StepKind
from followup_tui.domain.record import LINE_LIMIT, Clock, Invalid, new_id, utc
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.views import WrapUpView
from followup_tui.services.call_drafts import interaction_id
from followup_tui.services.caught import step_id
from followup_tui.services.gather import NoSuchPromise, known_client, zone_of
from followup_tui.services.ports import Change, Records

WriteCalendar = Callable[[Sequence[CalendarEntry], datetime], bytes]
"""Makes a calendar file of entries, stamped with a moment."""


@dataclass(frozen=True, slots=True)
class StepWanted:
    """A next step that somebody writes down."""

    kind: StepKind
    at: datetime
    all_day: bool = False
    agreed: bool = False
    text: str = ""


class AgreementService:
    """Keeps what is owed and agreed. Every async method raises `ports.StoreProblem`."""

    def __init__(self, records: Records, write_calendar: WriteCalendar, clock: Clock) -> None:
        self._records = records
        self._write_calendar = write_calendar
        self._clock = clock

    async def promise(self, client_id: str, text: str, *, due: date, by: Owner) -> Promise:
        """Write down a promise, ours or theirs.

        Raises `domain.record.Invalid` where its day has passed or nothing is promised, and
        `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._promise, client_id, text, due, by)

    def _promise(self, client_id: str, text: str, due: date, by: Owner) -> Promise:
        client = known_client(self._records, client_id)
        now = self._clock()
        if due < now.date():
            raise Invalid("due", "has passed already: name a day to come")
        promise = Promise(
            id=new_id(now),
            created=utc(now),
            client_id=client.id,
            text=shorten(clean_line(text), LINE_LIMIT),
            due=due,
            by=by,
        )
        self._records.commit(Change(by=f"promise: {client.name}", put=(promise,)))
        return promise

    async def find_promise(self, words: str) -> Promise:
        """Return the one promise whose id begins with `words`; raises `gather.NoSuchPromise`."""
        wanted = clean_line(words).lower()
        every = await asyncio.to_thread(self._records.all, Promise)
        found = [each for each in every if wanted and each.id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NoSuchPromise(f"“{wanted}” begins the ids of {len(found)} promises: write more.")
        raise NoSuchPromise(
            f"No promise has the id “{shorten(wanted, 40)}”: followup show CLIENT lists them."
        )

    async def settle(self, promise_id: str, *, kept: bool) -> Promise:
        """Mark a promise as kept or broken today, and return it as it is then.

        Raises `gather.NoSuchPromise`.
        """
        return await asyncio.to_thread(self._settle, promise_id, kept)

    def _settle(self, promise_id: str, kept: bool) -> Promise:
        promise = self._records.get(Promise, promise_id)
        if promise is None:
            raise NoSuchPromise("This promise is not there any more.")
        state = PromiseState.KEPT if kept else PromiseState.BROKEN
        settled = replace(promise, state=state, settled=self._clock().date())
        self._records.commit(Change(by=f"promise {state}: {promise.text}", put=(settled,)))
        return settled

    async def thank(self, referral_id: str) -> None:
        """Mark that thanks were given today for an introduction; one that is gone stays so."""
        await asyncio.to_thread(self._thank, referral_id)

    def _thank(self, referral_id: str) -> None:
        referral = self._records.get(Referral, referral_id)
        if referral is None or referral.thanked is not None:
            return
        thanked = replace(referral, thanked=self._clock().date())
        self._records.commit(Change(by=f"thanked for introducing {referral.name}", put=(thanked,)))

    async def step(self, client_id: str, wanted: StepWanted) -> NextStep:
        """Write down a next step.

        Raises `domain.record.Invalid` where it has passed, and `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._step, client_id, wanted)

    def _step(self, client_id: str, wanted: StepWanted) -> NextStep:
        client = known_client(self._records, client_id)
        now = self._clock()
        own = zone_of(now)
        zone = zone_named(client.zone, own)
        today = now.astimezone(zone).date()
        past = wanted.at.astimezone(zone).date() < today if wanted.all_day else wanted.at <= now
        if past:
            raise Invalid("when", "has passed already: name a time to come")
        step = NextStep(
            id=new_id(now),
            created=utc(now),
            client_id=client.id,
            kind=wanted.kind,
            at=wanted.at.astimezone(zone) if wanted.all_day else utc(wanted.at),
            all_day=wanted.all_day,
            agreed=wanted.agreed,
            text=shorten(clean_line(wanted.text), LINE_LIMIT),
        )
        how = "agreed" if wanted.agreed else "proposed"
        self._records.commit(Change(by=f"{wanted.kind} {how}: {client.name}", put=(step,)))
        return step

    async def calendar_of(self, client: Client, step: NextStep) -> bytes:
        """Return the calendar file of one next step."""
        person = client.primary.name if client.primary else ""
        entry = entry_of(
            step.id,
            step.kind,
            step.at,
            client=client,
            person=person,
            all_day=step.all_day,
            agreed=step.agreed,
            text=step.text,
        )
        if step.confirmed is not None:
            entry = changed(entry, tentative=False)
        return await asyncio.to_thread(self._write_calendar, [entry], self._clock())

    async def calendar_of_wrap_up(self, view: WrapUpView) -> bytes | None:
        """Return the calendar file of the steps that are ticked; None where none is.

        Their entries are known by the ids that the steps will have once the wrap-up is saved.
        """
        conversation = interaction_id(view.client.id, view.started)
        zone = zone_named(view.client.zone, zone_of(self._clock()))
        entries = [
            entry_of(
                step_id(conversation, index),
                step.kind,
                step.at.astimezone(zone),
                client=view.client,
                person=view.person,
                all_day=step.all_day,
                agreed=step.agreed,
                text=step.text,
            )
            for index, step in enumerate(view.steps)
            if step.keep and step.at is not None
        ]
        if not entries:
            return None
        return await asyncio.to_thread(self._write_calendar, entries, self._clock())
