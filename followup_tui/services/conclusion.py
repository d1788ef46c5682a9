"""A wrap-up made into one change: the interaction and all that follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.due.call_list import ClientFile, CoffeeDue, QueueRules, Reason
from followup_tui.domain.due.standing import standing
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.promise import NextStep, PromiseState, StepKind
from followup_tui.domain.queue import reasons
from followup_tui.domain.record import Record, new_id, utc
from followup_tui.domain.text import clean_text
from followup_tui.domain.value_add import Offer
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.wrap_up.items import QuestionState
from followup_tui.services import closing_answers as closings
from followup_tui.services import consequences as after
from followup_tui.services.call_drafts import interaction_id
from followup_tui.services.caught import promises_of, steps_of, with_words
from followup_tui.services.gather import (
    client_file,
    coffees_due,
    known_client,
    open_preparation,
    zone_of,
)
from followup_tui.services.introductions import introduced
from followup_tui.services.ports import Change, Records

_BY_PHONE = frozenset({Outcome.BUSY, Outcome.WRONG_NUMBER})
"""What only a call can come to; a coffee to which they did not come was a coffee in vain."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """What the queue goes by."""

    playbooks: Mapping[str, Playbook]
    rules: QueueRules
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    def reasons(self, file: ClientFile) -> tuple[Reason, ...]:
        return reasons(file, playbooks=self.playbooks, rules=self.rules, now=self.now)


def interaction_of(view: WrapUpView, *, now: datetime) -> Interaction:
    """Return the interaction that a wrap-up describes."""
    kind = view.kind
    if view.outcome is Outcome.VOICEMAIL:
        kind = InteractionKind.VOICEMAIL
    elif view.outcome in _BY_PHONE:
        kind = InteractionKind.CALL
    return Interaction(
        id=interaction_id(view.client.id, view.started),
        created=utc(now),
        client_id=view.client.id,
        kind=kind,
        at=utc(view.started),
        until=utc(max(view.ended, view.started)),
        person=view.person,
        outcome=view.outcome,
        playbook=view.playbook.key,
        notes=tuple(replace(line, at=utc(line.at)) for line in view.notes),
        answers=view.answers,
        summary=clean_text(view.summary),
    )


def change_of(
    view: WrapUpView,
    *,
    records: Records,
    playbooks: Mapping[str, Playbook],
    rules: QueueRules,
    now: datetime,
) -> tuple[Interaction, Change]:
    """Return the interaction of a wrap-up, and the change that writes it with what follows.

    It rests on the records as they stand now, not on what the view began with. Raises
    `gather.NoSuchClient` and `domain.record.Invalid`.
    """
    ways = _Ways(playbooks, rules, now)
    client = known_client(records, view.client.id)
    before = client_file(records, client)
    interaction = interaction_of(view, now=now)
    preparation = open_preparation(records, client.id, view.playbook.key)
    draws = _coffees_after(view, records, now)
    interaction = replace(
        interaction,
        preparation_id=preparation.id if preparation else "",
        course_id=_course_of(view, records, draws),
    )
    promises = promises_of(interaction, now=now, caught=view.promises)
    zone = zone_named(client.zone, zone_of(now))
    steps = (
        *_call_back(view, interaction, now),
        *steps_of(interaction, view.steps, zone=zone, now=now),
    )
    meant = closings.project_meant(before.projects, ways.reasons(before))
    settled = _settled(before, view, ways, meant)
    projects, steps = closings.with_bookings(settled.projects, steps, meant, ways.today)
    settled = replace(settled, projects=projects)
    spoken = [*records.of_client(Interaction, client.id), interaction]
    new_file = replace(
        settled,
        standing=standing(spoken, zone=zone_of(now)),
        promises=(*(p for p in settled.promises if p.state is PromiseState.OPEN), *promises),
        next_steps=(*(step for step in settled.next_steps if step.done is None), *steps),
        coffees=_coffees_left(client.id, records, draws),
    )
    named = introduced(
        view.named, _client_after(new_file, view, ways), interaction, records=records, now=now
    )
    put: list[Record] = [
        interaction,
        *promises,
        *steps,
        *after.changed(before.promises, settled.promises),
        *after.changed(before.projects, settled.projects),
        *after.changed(before.encounters, settled.encounters),
        *after.changed(before.next_steps, settled.next_steps),
        *after.thanks_after(before.thanks, view.thanks, ways.today),
        *draws,
        *_given(view, records, preparation, now),
        *after.changed((client,), (_stamped(client, named.introducer, now),)),
        *named.records(),
    ]
    who = view.person or client.name
    return interaction, Change(by=f"wrap-up: {who}, {view.outcome}", put=tuple(put))


def _stamped(before: Client, client: Client, now: datetime) -> Client:
    """Return a client with the moment of the change, if there was one."""
    return before if client == before else replace(client, changed=utc(now))


def _settled(file: ClientFile, view: WrapUpView, ways: _Ways, meant: str) -> ClientFile:
    """Return the file with what the conversation has settled; steps now done are still in it.

    `meant` is the project that it was about.
    """
    reached = view.outcome.is_reached
    steps = after.steps_after(file.next_steps, now=ways.now, reached=reached)
    if view.outcome is Outcome.CALL_BACK and view.kind in after.MOVED:
        steps = after.steps_moved(steps, after.MOVED[view.kind], now=ways.now)
    promises = after.promises_after(file.promises, view.earlier, ways.today)
    if not reached:
        return replace(file, next_steps=steps, promises=promises)
    return replace(
        file,
        projects=closings.projects_after(file.projects, meant, view.answers, ways.today),
        encounters=after.encounters_after(file.encounters, ways.today),
        next_steps=closings.bookings_after(
            steps,
            meant,
            view.answers,
            ways.today,
            anew=any(step.keep and step.kind is StepKind.BOOKING for step in view.steps),
        ),
        promises=promises,
    )


def _coffees_after(view: WrapUpView, records: Records, now: datetime) -> tuple[Draw, ...]:
    """Return the draws in which the client's coffee is changed by this conversation.

    A coffee that was had is settled, and so is one whose questions were answered in a call; a
    call without an answer was to ask them to it.
    """
    if not view.outcome.is_reached or not after.is_coffee(view.playbook):
        return ()
    talked = view.kind in after.MOVED or any(answer.text.strip() for answer in view.answers)
    draws = records.all(Draw)
    return after.draws_after(draws, view.client.id, view.person, now.date(), talked=talked)


def _coffees_left(
    client_id: str, records: Records, changed: Sequence[Draw]
) -> tuple[CoffeeDue, ...]:
    """Return the coffees that are open with a client, `changed` being what became of draws."""
    new = {draw.id: draw for draw in changed}
    draws = [new.get(draw.id, draw) for draw in records.all(Draw)]
    return tuple(coffees_due(records.all(Course), draws).get(client_id, ()))


def _course_of(view: WrapUpView, records: Records, changed: Sequence[Draw]) -> str:
    """Return the id of the course that a coffee belongs to, one had before it too, or empty."""
    if changed:
        return changed[0].course_id
    if not after.is_coffee(view.playbook):
        return ""
    theirs = [
        draw.course_id
        for draw in records.all(Draw)
        if any(pick.client_id == view.client.id for pick in draw.picks)
    ]
    return theirs[-1] if theirs else ""


def _call_back(view: WrapUpView, interaction: Interaction, now: datetime) -> tuple[NextStep, ...]:
    if view.outcome is not Outcome.CALL_BACK or view.call_back_at is None:
        return ()
    return (
        NextStep(
            id=new_id(now),
            created=utc(now),
            client_id=view.client.id,
            kind=after.MOVED.get(view.kind, StepKind.CALL_BACK),
            at=utc(view.call_back_at),
            agreed=True,
            interaction_id=interaction.id,
        ),
    )


def _given(
    view: WrapUpView, records: Records, preparation: Preparation | None, now: datetime
) -> Sequence[Record]:
    """Return what was prepared, as it is after they were reached: offered, and closed."""
    if not view.outcome.is_reached:
        return ()  # it is all there for the next try
    offers = records.of_client(Offer, view.client.id)
    offered = after.offers_after(offers, view.offers, view.client.id, utc(now))
    return offered if preparation is None else (*offered, replace(preparation, closed=utc(now)))


def _client_after(file: ClientFile, view: WrapUpView, ways: _Ways) -> Client:
    """Return the client as the conversation leaves them; `file` is the one after it."""
    client = file.client
    changed = with_words(_with_answered(client, view), view.words)
    if view.outcome.is_reached:
        changed = replace(
            changed, call_again=view.call_again, call_again_at=None, snoozed_until=None
        )
    elif view.outcome is not Outcome.CALL_BACK and view.call_again is not None:
        at = _hour_of_try(view, ways)
        changed = replace(changed, call_again=view.call_again, call_again_at=at)
    if view.outcome is not Outcome.CALL_BACK:
        left = after.left_until(
            ways.reasons(replace(file, client=changed)), view.playbook, view.call_again
        )
        if left and (left - ways.today).days > ways.rules.retry_after:
            changed = replace(changed, snoozed_until=left)
    return changed


def _with_answered(client: Client, view: WrapUpView) -> Client:
    """Return the client without the open questions that were answered or dropped."""
    gone = {each.text for each in view.questions if each.state is not QuestionState.OPEN}
    left = tuple(text for text in client.open_questions if text not in gone)
    return replace(client, open_questions=left) if gone else client


def _hour_of_try(view: WrapUpView, ways: _Ways) -> datetime | None:
    """Return the hour of another try, unless the user chose a day that it is not on."""
    at = view.call_again_at
    if at is None or at.astimezone(ways.now.tzinfo).date() != view.call_again:
        return None
    return utc(at)
