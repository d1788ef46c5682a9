"""Whether documents are the records they should be, and point at records that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import ValueAdd
from followup_tui.store.form import Documents
from followup_tui.store.kinds import KINDS

POINTS_AT: dict[str, type[Record]] = {
    "client_id": Client,
    "became": Client,
    "course_id": Course,
    "interaction_id": Interaction,
    "preparation_id": Preparation,
    "letter_id": Letter,
    "project_id": Project,
    "encounter_id": Encounter,
    "referral_id": Referral,
    "value_add_id": ValueAdd,
}
"""Field -> what its id is of; an empty one points at nothing."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document that is no record of its table."""

    table: str
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Dangling:
    """A field of a record that points at something that is not there."""

    record: Record
    field: str
    """Dotted, where it is in a part of the record."""
    target: str
    """The id that is not there."""


def damaged(tables: Mapping[str, Documents]) -> list[Damaged]:
    """Return the documents of the known tables that cannot be read as records."""
    return [
        Damaged(kind.table, key, why)
        for kind in KINDS
        for key, why in read(kind, tables.get(kind.table, {}))[1].items()
    ]


def dangling(tables: Mapping[str, Documents]) -> list[Dangling]:
    """Return what points nowhere. A damaged record is there all the same."""
    return [
        Dangling(record, field, record_id)
        for kind in KINDS
        for record in read(kind, tables.get(kind.table, {}))[0].values()
        for field, target, record_id in references(record)
        if record_id and record_id not in tables.get(target.table, {})
    ]


def read(
    kind: type[Record], documents: Mapping[str, msgspec.Raw]
) -> tuple[dict[str, Record], dict[str, str]]:
    """Return the records that can be read, and for each other id what is wrong with it."""
    decoder = msgspec.json.Decoder(kind)
    records: dict[str, Record] = {}
    wrong: dict[str, str] = {}
    for key, document in documents.items():
        try:
            record = decoder.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            wrong[key] = str(error)
        else:
            if record.id == key:
                records[key] = record
            else:
                wrong[key] = f"it stands under another id than its own, {record.id}"
    return records, wrong


def references(record: Record) -> Iterator[tuple[str, type[Record], str]]:
    """Yield field, type and id of everything that a record points at."""
    for field in record.__struct_fields__:
        if field in POINTS_AT:
            yield field, POINTS_AT[field], getattr(record, field)
    match record:
        case Client():
            yield "origin.introduced_by", Client, record.origin.introduced_by
        case Preparation():
            for value_add_id in record.chosen:
                yield "chosen", ValueAdd, value_add_id
        case Course():
            for attendee in record.attendees:
                yield "attendees.client_id", Client, attendee.client_id
        case Draw():
            for pick in record.picks:
                yield "picks.client_id", Client, pick.client_id
        case _:
            return
