"""The one change that a letter makes when it leaves: itself, and what it settles."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from followup_tui.domain.course import Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.letter import Left, Letter
from followup_tui.domain.letters.leaving import (
    coffees_offered,
    followed_up,
    has_left,
    kept_by,
    offers_made,
    promises_kept,
    steps_asked,
    thanks_given,
)
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Promise, Referral
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.services.ports import Records


def settled_by(
    letter: Letter, left: Left, records: Records, now: datetime, kept: Collection[str] | None
) -> tuple[Record, ...]:
    """Return the records that change when a letter leaves: the letter, and what belongs to it.

    `kept` are the ids of promises that it keeps; None: those that it seems to keep.
    """
    client_id, today = letter.client_id, now.date()
    promises = records.of_client(Promise, client_id)
    if kept is None:
        kept = [promise.id for promise in kept_by(letter, promises)]
    offers = records.of_client(Offer, client_id)
    return (
        has_left(letter, left),
        *steps_asked(letter, records.of_client(Project, client_id), today),
        *thanks_given(letter, records.of_client(Referral, client_id), today),
        *followed_up(letter, records.of_client(Encounter, client_id), today),
        *coffees_offered(letter, records.all(Draw), today),
        *offers_made(letter, offers, records.all(ValueAdd), now),
        *promises_kept(promises, kept, today),
    )
