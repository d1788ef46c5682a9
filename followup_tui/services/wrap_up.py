"""The wrap-up: what a conversation leaves, confirmed and written in one change."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import structs

from followup_tui.domain import capture, dates
from followup_tui.domain.interaction import Answer, Interaction, Outcome
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock, Invalid, utc
from followup_tui.domain.standing import standing
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.services.call_drafts import (
    CallDraft,
    CallDrafts,
    Stage,
    WrapUpFields,
    draft_of,
    interaction_id,
)
from followup_tui.services.conclusion import change_of, interaction_of
from followup_tui.services.gather import (
    client_file,
    known_client,
    playbook_for,
    queue_rules,
    zone_of,
)
from followup_tui.services.next_contact import propose
from followup_tui.services.ports import Records, StoreProblem
from followup_tui.settings.model import Settings

YEARS_AHEAD = 5  # a next contact later than that is a slip of the finger


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

    async def begin(self, call: CallView, outcome: Outcome) -> WrapUpView:
        """Return what will be written, with dates proposed, and keep the draft in that state."""
        view = await asyncio.to_thread(self._begin, call, outcome)
        await self._drafts.save(_with_wrap_up(draft_of(call), view))
        return view

    def _begin(self, call: CallView, outcome: Outcome) -> WrapUpView:
        now = self._clock()
        view = WrapUpView(
            client=call.client,
            playbook=call.playbook,
            outcome=outcome,
            started=call.started,
            ended=max(now, call.started),
            person=call.person.name if call.person else "",
            notes=tuple(line for line in call.notes if line.text.strip()),
            answers=tuple(
                Answer(question=asked.question.key, text=asked.answer)
                for asked in call.path
                if asked.answer
            ),
            promises=capture.promises(call.notes, today=now.date()),
        )
        file = client_file(self._records, known_client(self._records, call.client.id))
        spoken = [
            *self._records.of_client(Interaction, call.client.id),
            interaction_of(view, now=now),
        ]
        proposal = propose(
            replace(file, standing=standing(spoken, zone=zone_of(now))),
            outcome,
            playbook=call.playbook,
            playbooks=self._playbooks,
            answers=view.answers,
            rules=queue_rules(self._settings),
            today=now.date(),
        )
        return replace(view, call_again=proposal.day, call_again_why=proposal.why)

    async def resume(self, client_id: str) -> WrapUpView | None:
        """Return the wrap-up that was interrupted, or None. Raises `clients.NoSuchClient`."""
        draft = await self._drafts.load(client_id)
        if draft is None or draft.wrap_up is None or draft.stage is not Stage.WRAP_UP:
            return None
        client = await asyncio.to_thread(known_client, self._records, client_id)
        fields, zone = draft.wrap_up, self._clock().tzinfo
        return WrapUpView(
            client=client,
            playbook=self._playbooks.get(draft.playbook) or playbook_for((), self._playbooks),
            outcome=fields.outcome,
            started=draft.started.astimezone(zone),
            ended=fields.ended.astimezone(zone),
            person=fields.person,
            notes=tuple(line for line in draft.notes if line.text.strip()),
            answers=fields.answers,
            promises=fields.promises,
            call_again=fields.call_again,
            call_again_why=fields.call_again_why,
            call_back_at=fields.call_back_at.astimezone(zone) if fields.call_back_at else None,
            summary=fields.summary,
        )

    async def keep(self, view: WrapUpView) -> None:
        """Save the wrap-up as it stands."""
        await self._drafts.change(
            view.client.id, lambda draft: _with_wrap_up(_of_same(draft, view), view)
        )

    async def return_to_call(self, view: WrapUpView) -> None:
        """Make the draft a call under way again."""
        await self._drafts.change(
            view.client.id,
            lambda draft: structs.replace(
                _with_wrap_up(_of_same(draft, view), view), stage=Stage.CALL
            ),
        )

    def read_day(self, words: str) -> date | None:
        """Return the day meant by “2026-12-01”, “in 2 weeks”, “fri”; None if none is."""
        return dates.read_day(words, today=self._clock().date())

    def read_moment(self, words: str, zone: str) -> datetime | None:
        """Return the moment meant by “thu 10:00” in the client's `zone`; None if none is.

        `zone` is an IANA name; empty: the user's own.
        """
        now = self._clock()
        return dates.read_moment(words, now=now, zone=ZoneInfo(zone) if zone else zone_of(now))

    async def confirm(self, view: WrapUpView) -> Interaction:
        """Write the interaction, its promises, next steps and the next contact: one change.

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
        _check(view, now)
        interaction, change = change_of(
            view,
            records=self._records,
            playbooks=self._playbooks,
            rules=queue_rules(self._settings),
            now=now,
        )
        self._records.commit(change)
        return interaction


def _check(view: WrapUpView, now: datetime) -> None:
    """Raise `Invalid` where a date of the wrap-up cannot be."""
    if view.outcome is Outcome.CALL_BACK:
        if view.call_back_at is None:
            raise Invalid("call_back_at", "needs its hour: write it like thu 10:00")
        if view.call_back_at <= now:
            raise Invalid("call_back_at", "has passed already: name an hour to come")
    again = view.call_again
    if again is not None and again < now.date():
        raise Invalid("call_again", "has passed already: name a day to come")
    if again is not None and again.year > now.year + YEARS_AHEAD:
        raise Invalid("call_again", f"is more than {YEARS_AHEAD} years away")
    for promise in view.promises:
        if promise.keep and promise.due < now.date():
            raise Invalid("promises", f"“{promise.text}” was due before today: name a day to come")


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


def _with_wrap_up(draft: CallDraft, view: WrapUpView) -> CallDraft:
    fields = WrapUpFields(
        outcome=view.outcome,
        ended=view.ended,
        person=view.person,
        answers=view.answers,
        promises=view.promises,
        call_again=view.call_again,
        call_again_why=view.call_again_why,
        call_back_at=view.call_back_at,
        summary=view.summary,
    )
    return structs.replace(draft, stage=Stage.WRAP_UP, wrap_up=fields)
