"""Bringing up those who were met when something new came into the library that fits them.

It is looked at where the library changes, beside the fetching that this takes anyway: the call list
finds what fits with the encounters, and costs no more for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.library.matching import LibraryIndex
from followup_tui.domain.networking.fitting import Acquaintance, fitting, may_come_up
from followup_tui.domain.project import Project
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.services.ports import Records


def coming_up(
    records: Records, changed: Sequence[Record], *, now: datetime
) -> tuple[Encounter, ...]:
    """Return the encounters that something of `changed` fits, to be written in the same change.

    `changed` are records of the library that are about to be written; only those that are new
    bring anybody up. `now` carries the user's zone.
    """
    known = {each.id: each for each in records.all(ValueAdd)}
    put = [each for each in changed if isinstance(each, ValueAdd)]
    new = [each for each in put if each.id not in known and not each.retired]
    if not new or not records.any(Encounter):
        return ()
    known.update({each.id: each for each in put})
    return fitting(LibraryIndex(known.values()), new, _acquaintances(records, now), now=now)


def _acquaintances(records: Records, now: datetime) -> Iterator[Acquaintance]:
    """Yield those who were met and may come up; what they care about is read of them alone."""
    for client_id, encounters in _by_client(records.all(Encounter)).items():
        client = records.get(Client, client_id)
        last_reached = records.standing(client_id).last_reached
        if client is None or not may_come_up(client, encounters, last_reached, now):
            continue
        yield Acquaintance(
            client=client,
            encounters=encounters,
            projects=records.of_client(Project, client_id),
            interactions=records.of_client(Interaction, client_id),
            offered={each.value_add_id for each in records.of_client(Offer, client_id)},
        )


def _by_client(encounters: Sequence[Encounter]) -> Mapping[str, list[Encounter]]:
    found: dict[str, list[Encounter]] = {}
    for each in encounters:
        found.setdefault(each.client_id, []).append(each)
    return found
