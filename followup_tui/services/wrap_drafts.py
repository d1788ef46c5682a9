"""A wrap-up as its draft keeps it, and back: every field of it, so that none is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from msgspec import structs

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.client import Client
from followup_tui.domain.notes.caught import CaughtStep
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.views import WrapUpView
from followup_tui.services.call_drafts import CallDraft, Stage, WrapUpFields


def with_wrap_up(draft: CallDraft, view: WrapUpView) -> CallDraft:
    """Return the draft of a conversation that has come to its wrap-up."""
    fields = WrapUpFields(
        outcome=view.outcome,
        ended=view.ended,
        person=view.person,
        answers=view.answers,
        promises=view.promises,
        named=view.named,
        steps=view.steps,
        words=view.words,
        offers=view.offers,
        earlier=view.earlier,
        thanks=view.thanks,
        questions=view.questions,
        call_again=view.call_again,
        call_again_why=view.call_again_why,
        call_again_at=view.call_again_at,
        other_ways=view.other_ways,
        call_back_at=view.call_back_at,
        summary=view.summary,
    )
    return structs.replace(draft, stage=Stage.WRAP_UP, wrap_up=fields)


def view_of(
    draft: CallDraft, fields: WrapUpFields, client: Client, playbook: Playbook, *, own: tzinfo
) -> WrapUpView:
    """Return the wrap-up that a draft keeps; its moments have the zone they are read in again.

    `own` is the user's zone.
    """
    zone = zone_named(client.zone, own)
    return WrapUpView(
        client=client,
        playbook=playbook,
        outcome=fields.outcome,
        started=draft.started.astimezone(own),
        ended=fields.ended.astimezone(own),
        kind=draft.kind or playbook.kind,
        person=fields.person,
        notes=tuple(line for line in draft.notes if line.text.strip()),
        answers=fields.answers,
        promises=fields.promises,
        named=fields.named,
        steps=tuple(_in_zone(step, zone) for step in fields.steps),
        words=fields.words,
        offers=fields.offers,
        earlier=fields.earlier,
        thanks=fields.thanks,
        questions=fields.questions,
        call_again=fields.call_again,
        call_again_why=fields.call_again_why,
        call_again_at=_there(fields.call_again_at, own),
        other_ways=fields.other_ways,
        call_back_at=_there(fields.call_back_at, own),
        summary=fields.summary,
    )


def _in_zone(step: CaughtStep, zone: tzinfo) -> CaughtStep:
    return replace(step, at=_there(step.at, zone))


def _there(moment: datetime | None, zone: tzinfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone)
