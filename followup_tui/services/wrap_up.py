"""The wrap-up: what a conversation leaves, confirmed and written in one change."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, tzinfo

from msgspec import structs

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.days import dates
from followup_tui.domain.due.call_list import ClientFile
from followup_tui.domain.due.standing import standing
from followup_tui.domain.interaction import Answer, Interaction, Outcome
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.project import Project
from followup_tui.domain.record import Clock, utc
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.domain.wrap_up.items import NamedPerson
from followup_tui.services.call_drafts import (
    CallDraft,
    CallDrafts,
    Stage,
    WrapUpFields,
    draft_of,
    interaction_id,
)
from followup_tui.services.closing_answers import project_meant, projects_after
from followup_tui.services.conclusion import change_of, interaction_of
from followup_tui.services.gather import (
    client_file,
    known_client,
    playbook_for,
    queue_rules,
    reasons_of,
    zone_of,
)
from followup_tui.services.introductions import recognised
from followup_tui.services.next_contact import propose, trying_of
from followup_tui.services.ports import Records, StoreProblem
from followup_tui.services.proposing import with_consultation, with_slots
from followup_tui.services.whereabouts import WhereaboutsService
from followup_tui.services.wrap_beginning import (
    Reading,
    with_earlier_mends,
    with_what_was_caught,
    with_what_was_open,
)
from followup_tui.services.wrap_checks import check
from followup_tui.services.wrap_drafts import view_of, with_wrap_up
from followup_tui.settings.model import Settings


class WrapUpService:
    """Ends conversations. Every async method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        drafts: CallDrafts,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._drafts = drafts
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock
        self._where = WhereaboutsService(settings, clock)

    async def begin(self, call: CallView, outcome: Outcome) -> WrapUpView:
        """Return what will be written, with dates proposed, and keep the draft in that state.

        Begun again after going back to the call, what was mended stays where its line does.
        """
        before = await self._drafts.load(call.client.id)
        same = before is not None and utc(before.started) == utc(call.started)
        fields = before.wrap_up if before is not None and same else None
        view = await asyncio.to_thread(self._begin, call, outcome, fields)
        await self._drafts.save(with_wrap_up(draft_of(call), view))
        return view

    def _begin(self, call: CallView, outcome: Outcome, fields: WrapUpFields | None) -> WrapUpView:
        now = self._clock()
        view = WrapUpView(
            client=known_client(self._records, call.client.id),
            playbook=call.playbook,
            outcome=outcome,
            started=call.started,
            ended=max(now, call.started),
            kind=call.kind,
            person=call.person.name if call.person else "",
            notes=tuple(line for line in call.notes if line.text.strip()),
            answers=tuple(
                Answer(question=asked.question.key, text=asked.answer)
                for asked in call.path
                if asked.answer
            ),
        )
        reading = self._reading(view.client)
        view = with_what_was_caught(view, call, reading, self._records)
        view = with_what_was_open(view, self._records)
        view = with_consultation(view, reading)
        view = self._with_next_contact(view, reading)
        view = with_slots(view, reading, self._records)
        return with_earlier_mends(view, fields)

    def _with_next_contact(self, view: WrapUpView, reading: Reading) -> WrapUpView:
        now = self._clock()
        file = client_file(self._records, view.client)
        spoken = [
            *self._records.of_client(Interaction, view.client.id),
            interaction_of(view, now=now),
        ]
        file = structs.replace(
            file,
            standing=standing(spoken, zone=zone_of(now)),
            projects=self._projects_after(file, view),
        )
        proposal = propose(
            file,
            view.outcome,
            playbook=view.playbook,
            playbooks=self._playbooks,
            answers=view.answers,
            rules=queue_rules(self._settings),
            today=now.date(),
            trying=trying_of(file, spoken, reading.theirs, reading.ours, now),
        )
        return replace(
            view,
            call_again=proposal.day,
            call_again_why=proposal.why,
            call_again_at=proposal.at,
            other_ways=proposal.alternatives,
        )

    def _projects_after(self, file: ClientFile, view: WrapUpView) -> tuple[Project, ...]:
        """Return the client's projects as the answers leave them."""
        if not view.outcome.is_reached:
            return file.projects
        why = reasons_of(
            self._records,
            file,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        meant = project_meant(file.projects, why)
        return projects_after(file.projects, meant, view.answers, self._clock().date())

    def _reading(self, client: Client) -> Reading:
        """Return what a client's lines are read with; for a thread: it may load a library."""
        now = self._clock()
        own = zone_of(now)
        return Reading(
            now=now,
            own=own,
            theirs=self._where.known(client),
            ours=self._where.ours(),
            region=self._settings.me.region,
        )

    async def resume(self, client_id: str) -> WrapUpView | None:
        """Return the wrap-up that was interrupted, or None. Raises `clients.NoSuchClient`."""
        draft = await self._drafts.load(client_id)
        if draft is None or draft.wrap_up is None or draft.stage is not Stage.WRAP_UP:
            return None
        client = await asyncio.to_thread(known_client, self._records, client_id)
        playbook = self._playbooks.get(draft.playbook) or playbook_for((), self._playbooks)
        return view_of(draft, draft.wrap_up, client, playbook, own=zone_of(self._clock()))

    async def recognise(self, person: NamedPerson) -> NamedPerson:
        """Return somebody who was named, with the client that they are on the list with."""
        return await asyncio.to_thread(self._recognise, person)

    def _recognise(self, person: NamedPerson) -> NamedPerson:
        return recognised(person, self._records.all(Client), region=self._settings.me.region)

    async def keep(self, view: WrapUpView) -> None:
        """Save the wrap-up as it stands."""
        await self._drafts.change(
            view.client.id, lambda draft: with_wrap_up(_of_same(draft, view), view)
        )

    async def return_to_call(self, view: WrapUpView) -> None:
        """Make the draft a call under way again."""
        await self._drafts.change(
            view.client.id,
            lambda draft: structs.replace(
                with_wrap_up(_of_same(draft, view), view), stage=Stage.CALL
            ),
        )

    async def abandon(self, client_id: str) -> None:
        """Let go of a wrap-up that could not be written, its notes with it."""
        draft = await self._drafts.load(client_id)
        if draft is not None:
            await self._drafts.discard(client_id, draft.started)

    def read_day(self, words: str) -> date | None:
        """Return the day meant by “2026-12-01”, “in 2 weeks”, “fri”; None if none is."""
        return dates.read_day(words, today=self._clock().date())

    def read_moment(self, words: str, zone: str) -> datetime | None:
        """Return the moment meant by “thu 10:00” in the client's `zone`; None if none is.

        `zone` is an IANA name; empty: the user's own.
        """
        return dates.read_moment(words, now=self._clock(), zone=self._zone(zone))

    def read_when(self, words: str, zone: str) -> tuple[datetime, bool] | None:
        """Return the moment that `words` mean in the client's `zone`, and whether it is a day.

        “thu 10:00” is a moment; “thu” is the midnight that begins it, and True. None where
        neither is meant. `zone` is as in `read_moment`.
        """
        moment = self.read_moment(words, zone)
        if moment is not None:
            return moment, False
        there = self._zone(zone)
        day = dates.read_day(words, today=self._clock().astimezone(there).date())
        return None if day is None else (datetime.combine(day, time(), there), True)

    def _zone(self, name: str) -> tzinfo:
        return zone_named(name, zone_of(self._clock()))

    async def confirm(self, view: WrapUpView) -> Interaction:
        """Write the interaction and all that it leaves, new clients too: one change.

        Raises `domain.record.Invalid` where a date cannot be (a call-back without its hour, a
        next contact in the past), `clients.NoSuchClient` where the client was removed meanwhile.
        Where anything is raised the draft stands as it was.
        """
        interaction = await asyncio.to_thread(self._write, view)
        # All of it is written. A draft that cannot be discarded is known by its interaction and
        # forgotten when it is next met: to say “not saved” here would be untrue.
        with suppress(StoreProblem):
            await self._drafts.discard(view.client.id, view.started)
        return interaction

    def _write(self, view: WrapUpView) -> Interaction:
        self._records.refresh()
        written = self._records.get(Interaction, interaction_id(view.client.id, view.started))
        if written is not None:
            return written  # by another program that had taken up the same draft
        now = self._clock()
        check(view, now)
        interaction, change = change_of(
            view,
            records=self._records,
            playbooks=self._playbooks,
            rules=queue_rules(self._settings),
            now=now,
        )
        self._records.commit(change)
        return interaction


def _local(moment: datetime | None, zone: tzinfo | None) -> datetime | None:
    return moment.astimezone(zone) if moment else None


def _of_same(draft: CallDraft | None, view: WrapUpView) -> CallDraft:
    """Return the draft of the conversation of `view`: the one that stands, if it is of it."""
    if draft is not None and utc(draft.started) == utc(view.started):
        return draft
    return CallDraft(
        client_id=view.client.id,
        name=view.client.name,
        playbook=view.playbook.key,
        started=view.started,
        person=view.person,
        notes=view.notes,
    )
