"""Whose place on the call list a change of the records may have altered.

A row of the list rests on one client's records, on the coffees of the draws, on the value-adds that
fit somebody and, for those who came with an import, on who else came the same day. Whatever else is
written (letters, preparations …) leaves the list as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Final

import msgspec

from followup_tui.domain.client import Client, OriginKind
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.services.ports import Edit

MOST = 500
"""Clients up to whom only theirs is worked out anew; beyond it, reading them all is as quick."""

_OWNED = frozenset(
    kind.table for kind in (Project, Encounter, Promise, NextStep, Referral, Interaction, Offer)
)


class _Owned(msgspec.Struct, gc=False):
    client_id: str = ""


class _Origin(msgspec.Struct, gc=False):
    kind: OriginKind = OriginKind.ADDED
    turn: date | None = None


class _Imported(msgspec.Struct, gc=False):
    created: datetime
    origin: _Origin = msgspec.field(default_factory=_Origin)


class _Pick(msgspec.Struct, gc=False):
    client_id: str = ""


class _Draw(msgspec.Struct, gc=False):
    picks: list[_Pick] = []


# Here, as `web.site_snapshots` says.
_IMPORTED: Final[msgspec.json.Decoder[_Imported | None]] = msgspec.json.Decoder(_Imported | None)
_OF_CLIENT: Final[msgspec.json.Decoder[_Owned | None]] = msgspec.json.Decoder(_Owned | None)
_DRAWN: Final[msgspec.json.Decoder[_Draw | None]] = msgspec.json.Decoder(_Draw | None)


def touched_by(
    edits: Iterable[Edit], *, fits: Mapping[str, Iterable[str]], draws: Callable[[], Iterable[Draw]]
) -> set[str] | None:
    """Return the ids of the clients whose row may be another after `edits`.

    None where it may be anybody's, or that of too many. `fits` holds, by the id of a client, the
    value-adds that their row rests on; `draws` gives the draws as they are now.
    """
    found: set[str] = set()
    try:
        for table, record_id, before, after in edits:
            if table == Client.table:
                if _waits_its_turn(before) != _waits_its_turn(after):
                    return None
                found.add(record_id)
            elif table in _OWNED:
                found |= _owners(before) | _owners(after)
            elif table == Draw.table:
                found |= _picked(before) | _picked(after)
            elif table == Course.table:
                found |= {
                    pick.client_id
                    for draw in draws()
                    if draw.course_id == record_id
                    for pick in draw.picks
                }
            elif table == ValueAdd.table:
                found |= {client_id for client_id, ids in fits.items() if record_id in ids}
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # damaged: told where the record itself is asked for
    return found if len(found) <= MOST else None


def _waits_its_turn(document: msgspec.Raw) -> datetime | None:
    """Return when somebody came who has their turn among those of an import, or None."""
    client = _IMPORTED.decode(document)
    if client is None or client.origin.kind is not OriginKind.IMPORT or client.origin.turn:
        return None
    return client.created


def _owners(document: msgspec.Raw) -> set[str]:
    record = _OF_CLIENT.decode(document)
    return set() if record is None else {record.client_id}


def _picked(document: msgspec.Raw) -> set[str]:
    draw = _DRAWN.decode(document)
    return set() if draw is None else {pick.client_id for pick in draw.picks}
