"""What the interactions with each client add up to, without making an object of each.

The rule is that of `domain.standing`; here it is applied to the few fields it rests on, and a new
interaction is added to what the earlier ones add up to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

import msgspec

from followup_tui.domain.due.call_list import Standing
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.store.far import in_order


class Contact(msgspec.Struct, gc=False):
    """The fields of an interaction that a standing rests on."""

    client_id: str
    at: datetime
    outcome: Outcome
    kind: InteractionKind


class Tally(msgspec.Struct, array_like=True, gc=False):
    """What the interactions with one client add up to, to the moment."""

    reached: int = 0
    last_reached: datetime | None = None
    unanswered: int = 0
    last_attempt: datetime | None = None
    """The last one in vain since the client was last reached."""

    def add(self, contact: Contact) -> bool:
        """Count one more contact; False, with nothing changed, where that takes all of them."""
        if contact.kind is InteractionKind.NOTE:
            return True
        is_news = self.last_reached is None or contact.at > self.last_reached
        if contact.outcome.is_reached:
            if is_news and self.last_attempt is not None and contact.at < self.last_attempt:
                return False  # which of the attempts came before it is not known any more
            self.reached += 1
            if is_news:
                self.last_reached = contact.at
                self.unanswered, self.last_attempt = 0, None
        elif contact.outcome.is_attempt and is_news:
            self.unanswered += 1
            if self.last_attempt is None or contact.at > self.last_attempt:
                self.last_attempt = contact.at
        return True

    def standing(self, zone: tzinfo) -> Standing:
        """Return the standing; days are those of `zone`, the user's."""
        last, tried = self.last_reached, self.last_attempt
        return Standing(
            last_reached=last.astimezone(zone).date() if last is not None else None,
            last_attempt=tried.astimezone(zone).date() if tried is not None else None,
            unanswered=self.unanswered,
            reached=self.reached,
        )


class _Summary(msgspec.Struct, array_like=True):
    zone: str
    standings: dict[str, Standing]
    tallies: msgspec.Raw
    """Only looked at when something is to be added to them."""


_SUMMARY = msgspec.msgpack.Decoder(_Summary)
_TALLIES = msgspec.msgpack.Decoder(dict[str, Tally])
_NONE = Standing()
_CONTACT = msgspec.json.Decoder(Contact)


class Standings:
    """The standings of all clients, kept up with each change of an interaction."""

    def __init__(self, zone: tzinfo, standings: dict[str, Standing], tallies: bytes) -> None:
        self._zone = zone
        self._standings = standings
        self._packed = tallies
        self._unpacked: dict[str, Tally] | None = None
        self._unsure: set[str] = set()

    @classmethod
    def added_up(cls, contacts: Mapping[str, Iterable[Contact]], zone: tzinfo) -> Standings:
        """Add up the contacts with each client."""
        tallies = {client_id: tally_of(found) for client_id, found in contacts.items()}
        standings = {client_id: tally.standing(zone) for client_id, tally in tallies.items()}
        made = cls(zone, standings, b"")
        made._unpacked = tallies
        return made

    @classmethod
    def from_summary(cls, content: bytes, zone: tzinfo) -> Standings | None:
        """Return the standings that were kept, or None where none were, or for another zone."""
        if not content:
            return None
        try:
            summary = _SUMMARY.decode(content)
        except msgspec.DecodeError:
            return None  # of another version: they are added up anew
        if summary.zone != str(zone):
            return None
        return cls(zone, summary.standings, bytes(summary.tallies))

    def summary(self) -> bytes:
        """Return the standings in a form in which they can be kept; nothing while one is unsure."""
        if self._unsure:
            return b""
        packed = msgspec.msgpack.encode(self._tallies) if self._unpacked else self._packed
        return msgspec.msgpack.encode(
            _Summary(str(self._zone), self._standings, msgspec.Raw(packed))
        )

    @property
    def unsure(self) -> frozenset[str]:
        """The clients whose contacts have to be added up anew, by `settle`."""
        return frozenset(self._unsure)

    def all(self) -> dict[str, Standing]:
        """Return the standings by client id."""
        return dict(self._standings)

    def of_client(self, client_id: str) -> Standing:
        """Return the standing of one client."""
        return self._standings.get(client_id, _NONE)

    def follow(self, before: msgspec.Raw, after: msgspec.Raw) -> None:
        """Follow the change of one interaction; JSON null where there was or is none."""
        old, new = contact_of(before), contact_of(after)
        if old == new:
            return
        if old is not None:
            self._unsure.add(old.client_id)
        if new is not None and new.client_id not in self._unsure:
            tally = self._tallies.setdefault(new.client_id, Tally())
            if tally.add(new):
                self._standings[new.client_id] = tally.standing(self._zone)
            else:
                self._unsure.add(new.client_id)

    def settle(self, client_id: str, contacts: Iterable[Contact]) -> None:
        """Set right a client that was unsure: these are all the contacts there are."""
        self._unsure.discard(client_id)
        known = list(contacts)
        if known:
            tally = self._tallies[client_id] = tally_of(known)
            self._standings[client_id] = tally.standing(self._zone)
        else:
            self._tallies.pop(client_id, None)
            self._standings.pop(client_id, None)

    @property
    def _tallies(self) -> dict[str, Tally]:
        if self._unpacked is None:
            self._unpacked = _TALLIES.decode(self._packed)
        return self._unpacked


def tally_of(contacts: Iterable[Contact]) -> Tally:
    """Add up the contacts with one client, in whatever order."""
    tally = Tally()
    for contact in sorted(contacts, key=lambda contact: (contact.at, contact.outcome.is_reached)):
        tally.add(contact)
    return tally


def by_client(
    documents: Mapping[str, msgspec.Raw],
) -> tuple[dict[str, list[str]], dict[str, list[Contact]]]:
    """Return, by client id, the ids of the interactions and what they tell, in id order.

    Documents that are damaged are in neither.
    """
    ids: dict[str, list[str]] = {}
    contacts: dict[str, list[Contact]] = {}
    for record_id, document in in_order(documents):
        contact = contact_of(document)
        if contact is not None:
            ids.setdefault(contact.client_id, []).append(record_id)
            contacts.setdefault(contact.client_id, []).append(contact)
    return ids, contacts


def contacts_in(documents: Iterable[msgspec.Raw]) -> list[Contact]:
    """Return what the interactions tell that can be read."""
    return [contact for contact in map(contact_of, documents) if contact is not None]


def contact_of(document: msgspec.Raw) -> Contact | None:
    """Return what an interaction tells; None where there is none, or it is damaged."""
    try:
        return _CONTACT.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # told by the shelf when the record itself is asked for
