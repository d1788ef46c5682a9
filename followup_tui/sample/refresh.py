"""Dating the sample desk anew on a later day, without touching what the user did in it: pure.

What was written at the last opening is remembered by digest. A record that still has its digest
was left alone; one that differs, is gone, or was never written by us, is the user's doing. All
that belongs together moves together: once the user has done anything with a client, everything
about that client stays as it is, so that no history slides past a call that really happened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.record import Record


def digest(record: Record) -> str:
    """Return a digest of all that `record` holds."""
    return hashlib.sha256(msgspec.json.encode(record)).hexdigest()[:32]


def digests(records: Iterable[Record]) -> dict[str, str]:
    """Return the digests of `records` by their ids."""
    return {record.id: digest(record) for record in records}


def redate(
    stored: Sequence[Record], fresh: Sequence[Record], remembered: Mapping[str, str]
) -> tuple[tuple[Record, ...], dict[str, str]]:
    """Return what to write so that untouched records are those of `fresh`, and what to remember.

    `stored` are all records that stand, `fresh` those of today's seed, `remembered` the digests
    of what was written at the last opening.
    """
    standing = digests(stored)
    touched = {
        key
        for key in standing.keys() | remembered.keys()
        if standing.get(key) != remembered.get(key)
    }
    groups = {**_groups(fresh), **_groups(stored)}
    kept = {groups.get(key, key) for key in touched}
    moving = [record for record in fresh if groups[record.id] not in kept]
    memory = {key: value for key, value in remembered.items() if groups.get(key, key) in kept}
    return (
        tuple(record for record in moving if standing.get(record.id) != digest(record)),
        {**memory, **digests(moving)},
    )


def _groups(records: Iterable[Record]) -> dict[str, str]:
    """Return, by record id, what each record stands or falls with.

    That is its client where it has one, the course for a draw, and else itself.
    """
    groups: dict[str, str] = {}
    for record in records:
        if isinstance(record, Draw):
            groups[record.id] = record.course_id
        elif isinstance(record, Client | Course):
            groups[record.id] = record.id
        else:
            groups[record.id] = getattr(record, "client_id", "") or record.id
    return groups
