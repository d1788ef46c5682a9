"""What the interactions with each client add up to, without making an object of each.

The rule is that of `domain.standing`; here it is applied to the few fields it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

import msgspec

from followup_tui.domain.due import Standing
from followup_tui.domain.interaction import InteractionKind, Outcome


class Contact(msgspec.Struct, gc=False):
    """The fields of an interaction that a standing rests on."""

    client_id: str
    at: datetime
    outcome: Outcome
    kind: InteractionKind


class _Summary(msgspec.Struct, array_like=True):
    zone: str
    standings: dict[str, Standing]


_SUMMARY = msgspec.msgpack.Decoder(_Summary)
_DECODER = msgspec.json.Decoder(Contact)


def by_client(
    documents: Mapping[str, msgspec.Raw],
) -> tuple[dict[str, list[str]], dict[str, list[Contact]]]:
    """Return, by client id, the ids of the interactions and what they tell, in id order.

    Documents that are damaged are in neither.
    """
    ids: dict[str, list[str]] = {}
    contacts: dict[str, list[Contact]] = {}
    for record_id in sorted(documents):
        contact = _contact(documents[record_id])
        if contact is not None:
            ids.setdefault(contact.client_id, []).append(record_id)
            contacts.setdefault(contact.client_id, []).append(contact)
    return ids, contacts


def contacts_in(documents: Iterable[msgspec.Raw]) -> list[Contact]:
    """Return what the interactions tell that can be read."""
    return [contact for contact in map(_contact, documents) if contact is not None]


def _contact(document: msgspec.Raw) -> Contact | None:
    try:
        return _DECODER.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # told by the shelf when the record itself is asked for


def standing_of(contacts: Iterable[Contact], zone: tzinfo) -> Standing:
    """Return the standing that the contacts with one client add up to.

    Days are those of `zone`, the user's.
    """
    reached: list[datetime] = []
    tried: list[datetime] = []
    for contact in contacts:
        if contact.kind is InteractionKind.NOTE:
            continue
        if contact.outcome.is_reached:
            reached.append(contact.at)
        elif contact.outcome.is_attempt:
            tried.append(contact.at)
    last = max(reached, default=None)
    since = [at for at in tried if last is None or at > last]
    return Standing(
        last_reached=last.astimezone(zone).date() if last is not None else None,
        last_attempt=max(since).astimezone(zone).date() if since else None,
        unanswered=len(since),
        reached=len(reached),
    )


def summary_of(standings: dict[str, Standing], zone: tzinfo) -> bytes:
    """Return the standings in a form in which they can be kept beside the file."""
    return msgspec.msgpack.encode(_Summary(str(zone), standings))


def read_summary(content: bytes, zone: tzinfo) -> dict[str, Standing] | None:
    """Return the standings that were kept, or None where none were, or for another zone."""
    if not content:
        return None
    try:
        summary = _SUMMARY.decode(content)
    except msgspec.DecodeError:
        return None  # of another version: they are added up anew
    return summary.standings if summary.zone == str(zone) else None
