"""Conversations written down at once: tries from the list, and what was held away from the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from msgspec.structs import replace as with_fields

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import (
    ENDS_OF_MEETINGS,
    MEETINGS,
    Interaction,
    InteractionKind,
    Outcome,
)
from followup_tui.domain.record import Clock, Invalid
from followup_tui.domain.text import clean_line, clean_text, fold
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.domain.wrap_up.items import QuestionState
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
    until: datetime | None = None
    """When it ended; None: now, or where `at` is given when it began."""
    kind: InteractionKind | None = None
    """How it was held: as a call, a coffee or a meeting; None: as its playbook has it."""
    playbook: str = ""
    """The key of the playbook that it went by; empty: that of the most pressing reason."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the key of a question of the playbook: what they said to it."""
    offered: Mapping[str, OfferState] = field(default_factory=dict)
    """By the id of a value-add: what came of it. What is planned and not in it stays planned
    where something is."""
    questions: Mapping[str, QuestionState] = field(default_factory=dict)
    """By words of a question that was open before: whether it was answered or dropped."""
    apart: tuple[str, ...] = ()
    """Names in the notes that are clients of their own, whomever they are taken for."""
    summary: str = ""
    by_cadence: bool = False
    """Whether the next contact has no day of its own."""


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
        call = self._as_answered(self._as_held(call, held), held)
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

    def _as_answered(self, call: CallView, held: ToLog) -> CallView:
        """Return the call by the playbook that is meant, with what was answered and offered."""
        if held.playbook:
            ways = {way.key: way for way in self._call.ways(call)}
            if held.playbook not in ways:
                raise CannotLog(f"No playbook is “{held.playbook}”: there are {', '.join(ways)}.")
            call = self._call.use(call, held.playbook)
        kind = held.kind or (call.playbook.kind if held.playbook else call.kind)
        call = self._call.hold_as(call, kind)
        if held.kind in MEETINGS and held.outcome not in ENDS_OF_MEETINGS:
            ends = ", ".join(each.value for each in ENDS_OF_MEETINGS)
            raise CannotLog(f"A {call.kind.value} does not end so: it ends as {ends}.")
        answers = dict(held.answers)
        while answers and (asked := call.at_hand) is not None:
            call = self._call.answer(call, answers.pop(asked.question.key, None))
        if answers:
            raise CannotLog(_not_asked(call, answers))
        return replace(self._call.finish(call), offered=dict(held.offered))

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
        if held.until is not None:
            if held.until < view.started:
                raise Invalid("until", "is before it began")
            view = replace(view, ended=held.until)
        if held.again is not None or held.by_cadence:
            view = replace(view, call_again=held.again, call_again_at=None)
        for words, state in held.questions.items():
            view = _with_question(view, words, state)
        for name in held.apart:
            view = _with_stranger(view, name)
        return replace(view, summary=clean_text(held.summary))


def _first(client: Client) -> str:
    return client.primary.phones[0] if client.primary and client.primary.phones else ""


def _not_asked(call: CallView, answers: Iterable[str]) -> str:
    """Return the sentence for questions to which nothing that was answered leads."""
    wanted = ", ".join(answers)
    asked = ", ".join(each.question.key for each in call.path) or "none"
    return f"“{call.playbook.name}” does not come to: {wanted}. What it asks here: {asked}."


def _with_question(view: WrapUpView, words: str, state: QuestionState) -> WrapUpView:
    """Return the wrap-up with the open question that is meant answered or dropped."""
    wanted = fold(clean_line(words))
    found = [at for at, each in enumerate(view.questions) if wanted in fold(each.text)]
    if len(found) != 1:
        there = "; ".join(each.text for each in view.questions) or "none"
        which = "several of" if found else "none of"
        raise CannotLog(f"“{words}” stands in {which} the questions that are open: {there}.")
    return view.mended(found[0], replace(view.questions[found[0]], state=state))


def _with_stranger(view: WrapUpView, name: str) -> WrapUpView:
    """Return the wrap-up with somebody who was named as a client of their own."""
    wanted = fold(clean_line(name))
    found = [at for at, each in enumerate(view.named) if wanted and wanted in fold(each.name)]
    if not found:
        there = ", ".join(each.name for each in view.named) or "nobody"
        raise CannotLog(f"The notes do not name “{name}” with @: they name {there}.")
    for at in found:
        view = view.mended(at, replace(view.named[at], link=False))
    return view
