"""Calls that were begun and are not wrapped up, as they are told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from followup_tui.domain.calling.under_way import Interrupted
from followup_tui.domain.interaction import InteractionKind, NoteLine
from followup_tui.services.call_drafts import CallDraft, Stage


def interrupted_of(draft: CallDraft, zone: tzinfo | None) -> Interrupted:
    """Return what is told of a draft; moments are those of `zone`."""
    return Interrupted(
        client_id=draft.client_id,
        name=draft.name,
        started=draft.started.astimezone(zone),
        wrapping_up=draft.stage is Stage.WRAP_UP,
        kind=draft.kind or InteractionKind.CALL,
    )


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What is kept of a call whose client is not there any more."""

    name: str
    started: datetime
    notes: tuple[NoteLine, ...]
    answers: str
    """What was answered, a line each."""

    @classmethod
    def of(cls, draft: CallDraft, zone: tzinfo | None) -> LeftBehind:
        """Return what is kept in a draft; moments are those of `zone`."""
        said = [asked for asked in (*draft.path, *draft.aside) if asked.answer]
        return cls(
            name=draft.name,
            started=draft.started.astimezone(zone),
            notes=draft.notes,
            answers="\n".join(f"{asked.question.ask} {asked.answer}" for asked in said),
        )
