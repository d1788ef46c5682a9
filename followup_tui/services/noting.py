"""A note that is written down without a conversation: signs work in it as in a call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.notes.caught import CaughtPromise, CaughtReferral, CaughtStep
from followup_tui.domain.notes.understanding import understand_all, zone_or_doubt
from followup_tui.domain.record import Record, utc
from followup_tui.domain.wrap_up.items import named
from followup_tui.services.caught import promises_of, steps_of, with_what_was_said
from followup_tui.services.introductions import introduced, recognised
from followup_tui.services.ports import Records


def left_by(
    interaction: Interaction, client: Client, *, records: Records, region: str, now: datetime
) -> Sequence[Record]:
    """Return what the lines of a note leave, ready to be written with it.

    That is promises both ways, steps that name their day, people who were named (joined to the
    client they are on the list with, else new), and the client with what was said of them.
    `region` (ISO 3166) is where phone numbers without a country code belong.
    """
    own = now.tzinfo or UTC
    zone, _ = zone_or_doubt(client.zone, own)
    people = [person.name for person in client.people]
    caught = understand_all(
        interaction.notes, now=now, zone=zone, own=own, region=region, people=people
    )
    promises = [item for item in caught if isinstance(item, CaughtPromise)]
    steps = [item for item in caught if isinstance(item, CaughtStep)]
    persons = [named(item) for item in caught if isinstance(item, CaughtReferral)]
    if persons:
        clients = records.all(Client)
        persons = [recognised(person, clients, region=region) for person in persons]
    enriched = with_what_was_said(client, interaction.notes)
    people_named = introduced(persons, enriched, interaction, records=records, now=now)
    changed = people_named.introducer
    return (
        *promises_of(interaction, now=now, caught=promises),
        *steps_of(interaction, steps, zone=zone, now=now),
        *people_named.records(),
        *(() if changed == client else (replace(changed, changed=utc(now)),)),
    )
