"""What the interactions with a client add up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from followup_tui.domain.due.call_list import Standing
from followup_tui.domain.interaction import Interaction, InteractionKind


def standing(interactions: Iterable[Interaction], *, zone: tzinfo) -> Standing:
    """Return what the interactions with one client, in any order, add up to.

    A client counts as spoken to only where they were reached, whatever the kind of interaction;
    a note counts as nothing. Days are those of `zone`, the user's.
    """
    reached = 0
    last_reached: datetime | None = None
    attempts: list[datetime] = []
    for each in interactions:
        if each.kind is InteractionKind.NOTE:
            continue
        if each.outcome.is_reached:
            reached += 1
            if last_reached is None or each.at > last_reached:
                last_reached = each.at
        elif each.outcome.is_attempt:
            attempts.append(each.at)
    if last_reached is not None:
        attempts = [at for at in attempts if at > last_reached]
    return Standing(
        last_reached=last_reached.astimezone(zone).date() if last_reached else None,
        last_attempt=max(attempts).astimezone(zone).date() if attempts else None,
        unanswered=len(attempts),
        reached=reached,
    )
