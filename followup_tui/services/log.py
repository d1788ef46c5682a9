"""Conversations written down at once: tries from the list, and what was held away from the desk."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import date, datetime

from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.record import Clock, Invalid
from followup_tui.domain.text import clean_line
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.services.call import CallService
from followup_tui.services.call_drafts import CallDrafts, interaction_id
from followup_tui.services.dialling import DiallingService
from followup_tui.services.ports import Records
from followup_tui.services.wrap_up import WrapUpService


class CannotLog(LookupError):
    """A conversation cannot be written down like this; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Logged:
    """What was written down."""

    interaction: Interaction
    view: WrapUpView
    """The wrap-up as it was saved: promises, next contact …"""


@dataclass(frozen=True, slots=True)
class ToLog:
    """What is to be written down about a conversation."""

    outcome: Outcome
    at: datetime | None = None
    """When it began; None: now."""
    notes: str = ""
    """Lines as they would be typed in a call, signs and all."""
    person: str = ""
    """With whom; empty: the primary contact."""
    call_back_at: datetime | None = None
    """With `Outcome.CALL_BACK`: the hour that was agreed."""
    again: date | None = None
    """The next contact; None: as is proposed."""
    wrong: str = ""
    """With `Outcome.WRONG_NUMBER`: the number; empty: the one that is dialled first."""
    right: str = ""
    """The number to be dialled instead, if it is known."""


class LogService:
    """Writes conversations down by way of the call and its wrap-up, so that the same follows."""

    def __init__(
        self,
        call: CallService,
        wrap_up: WrapUpService,
        drafts: CallDrafts,
        dialling: DiallingService,
        records: Records,
        clock: Clock,
    ) -> None:
        self._call = call
        self._wrap_up = wrap_up
        self._drafts = drafts
        self._dialling = dialling
        self._records = records
        self._clock = clock

    async def write(self, client_id: str, held: ToLog) -> Logged:
        """Write a conversation down with all that follows from it.

        A wrong number is taken out of those that are dialled first, as a change of its own: that
        it is wrong is true whatever comes of the rest. Raises `CannotLog`, `StoreProblem`,
        `domain.record.Invalid` and `gather.NoSuchClient`, with nothing else written.
        """
        call = await self._call.begin(client_id)
        if call.resumed:
            raise CannotLog(
                f"The call with {call.client.name}, begun {call.started:%a %H:%M}, is not wrapped "
                "up yet: take it up in the desk first."
            )
        call = self._as_held(call, held)
        await asyncio.to_thread(self._check_new, call)
        if held.outcome is Outcome.WRONG_NUMBER and (wrong := held.wrong or _first(call.client)):
            await self._dialling.mark_wrong(client_id, wrong, held.right)
        view = await self._wrap_up.begin(call, held.outcome)
        try:
            view = self._as_wished(view, held)
            interaction = await self._wrap_up.confirm(view)
        except BaseException:  # whoever asked still has it, and may ask again
            await self._drafts.discard(client_id, call.started)
            raise
        return Logged(interaction, view)

    def _as_held(self, call: CallView, held: ToLog) -> CallView:
        now = self._clock()
        at = held.at or now
        if at > now:
            raise Invalid("at", "has not come yet: only what was held can be written down")
        call = self._call.write(replace(call, started=at), held.notes)
        if at.date() != now.date() or held.at is not None:
            call = replace(call, notes=tuple(with_fields(line, at=at) for line in call.notes))
        if not held.person:
            return call
        wanted = clean_line(held.person).casefold()
        people = call.client.people
        named = [each for each in people if each.name.casefold() == wanted] or [
            each for each in people if each.name.casefold().startswith(wanted)
        ]
        if len(named) != 1:
            known = ", ".join(each.name for each in people) or "nobody is named there"
            raise CannotLog(f"Who is “{held.person}” at {call.client.name}? There: {known}.")
        return replace(call, person=named[0])

    def _check_new(self, call: CallView) -> None:
        there = self._records.get(Interaction, interaction_id(call.client.id, call.started))
        if there is not None:
            raise CannotLog(
                f"A conversation with {call.client.name} at that moment is written down already "
                f"({there.outcome}): followup undo takes it back, or give another --at."
            )

    def _as_wished(self, view: WrapUpView, held: ToLog) -> WrapUpView:
        if held.at is not None:
            view = replace(view, ended=view.started)
        if held.call_back_at is not None:
            view = replace(view, call_back_at=held.call_back_at)
        if held.again is not None:
            view = replace(view, call_again=held.again, call_again_at=None)
        return view


def _first(client: Client) -> str:
    return client.primary.phones[0] if client.primary and client.primary.phones else ""
