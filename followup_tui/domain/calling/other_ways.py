"""What else can be done where calling did not reach somebody: another number, a mail, a pause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Outcome

PAUSE = timedelta(days=28)
"""How long somebody who answers no more is left in peace: long enough to be out of a holiday or
a release, short enough not to be forgotten."""


class Way(StrEnum):
    """A way to go on."""

    NUMBER = "another number"
    MAIL = "a mail"
    PAUSE = "a pause"


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One way to go on, in words, and what it goes to."""

    way: Way
    words: str
    """A clause for a button or a line: “write that you could not reach them”."""
    person: str = ""
    """Whose number or address it is."""
    to: str = ""
    """The number, or the address."""


def other_ways(
    client: Client, outcome: Outcome, *, tries: int, enough: int
) -> tuple[OtherWay, ...]:
    """Return what can be done instead of trying the same number again.

    Other numbers are offered where the one that was dialled is wrong (and marked so, see
    `Person.wrong_phones`) or was tried twice; a mail
    and a pause after `enough` tries in a row (`playbook.WrapUp.attempts`), and a mail also where
    there is no other number. Who was spoken to at a wrong moment is none of them.
    """
    if outcome is Outcome.WRONG_MOMENT and tries < enough:
        return ()
    is_wrong = outcome is Outcome.WRONG_NUMBER
    found = list(_numbers(client, all_of_them=is_wrong)) if is_wrong or tries > 1 else []
    if tries >= enough or (is_wrong and not found):
        found += _mails(client)
    if tries >= enough:
        found.append(OtherWay(Way.PAUSE, f"leave them in peace for {PAUSE.days // 7} weeks"))
    return tuple(found)


def _numbers(client: Client, *, all_of_them: bool) -> Iterator[OtherWay]:
    """Yield every number but the one that is dialled first; what is wrong is none of them."""
    first = client.primary.phones[0] if client.primary and client.primary.phones else ""
    for person in client.people:
        for phone in person.phones:
            if all_of_them or phone != first:
                yield OtherWay(Way.NUMBER, f"call {person.name}, {phone}", person.name, phone)


def _mails(client: Client) -> Iterator[OtherWay]:
    for person in client.people:
        if person.emails:
            words = f"write to {person.name} that you could not reach them"
            yield OtherWay(Way.MAIL, words, person.name, person.emails[0])
            return
