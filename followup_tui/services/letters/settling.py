"""The one change that a letter makes when it leaves: itself, and what it settles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from followup_tui.domain.client import Client
from followup_tui.domain.closing import with_call_again
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
from followup_tui.domain.playbook import Playbook, Trigger
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Promise, Referral
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.services.ports import Records


def settled_by(
    letter: Letter,
    left: Left,
    records: Records,
    now: datetime,
    kept: Collection[str] | None,
    playbooks: Mapping[str, Playbook],
) -> tuple[Record, ...]:
    """Return the records that change when a letter leaves: the letter, and what belongs to it.

    `kept` are the ids of promises that it keeps; None: those that it seems to keep. By the
    playbook after projects the day of the next call follows what is left to ask.
    """
    client_id, today = letter.client_id, now.date()
    promises = records.of_client(Promise, client_id)
    if kept is None:
        kept = [promise.id for promise in kept_by(letter, promises)]
    offers = records.of_client(Offer, client_id)
    return (
        has_left(letter, left),
        *_asked(letter, records, today, playbooks),
        *thanks_given(letter, records.of_client(Referral, client_id), today),
        *followed_up(letter, records.of_client(Encounter, client_id), today),
        *coffees_offered(letter, records.all(Draw), today),
        *offers_made(letter, offers, records.all(ValueAdd), now),
        *promises_kept(promises, kept, today),
    )


def _asked(
    letter: Letter, records: Records, today: date, playbooks: Mapping[str, Playbook]
) -> tuple[Project | Client, ...]:
    """Return the project with the step asked, and the client where a call was set for that."""
    asked = steps_asked(letter, records.of_client(Project, letter.client_id), today)
    client = records.get(Client, letter.client_id)
    dues = [p.due for p in playbooks.values() if p.due.trigger is Trigger.PROJECT_ENDED]
    if not asked or client is None or not dues:
        return asked
    before = records.get(Project, asked[0].id) or asked[0]
    changed = with_call_again(client, before, asked[0], dues[-1])
    return asked if changed == client else (*asked, changed)
