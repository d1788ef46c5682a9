"""A number as it is dialled: out of the way somebody wrote it down.

`phonenumbers` reads it; what it cannot read is dialled digit by digit as it is written, which is
said. Only what a telephone has keys for is ever handed on, so that nothing that stands in a record
can be an option or a command for the program that gets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_tui.domain.client import Client

_KEYS = frozenset("0123456789*#")
LONGEST = 32
"""Keys of a number as written: E.164 has 15, and an extension or a code of a branch exchange some
more."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """A number, ready to be dialled."""

    written: str
    """As it stands in the record."""
    number: str
    """With its country code (E.164: ``+61255500142``), or its keys as they are written; empty
    where there is nothing to dial."""
    extension: str = ""
    is_read: bool = True
    """Whether its country and its length were understood."""

    @property
    def address(self) -> str:
        """The number as a ``tel:`` address (RFC 3966)."""
        ext = f";ext={self.extension}" if self.extension else ""
        return f"tel:{self.number}{ext}"

    @property
    def doubt(self) -> str:
        """What to say of a number that could not be read, as a sentence; else empty."""
        if not self.number:
            return f"“{self.written}” has no digits: there is nothing to dial."
        if not self.is_read:
            return f"“{self.written}” is no number that is known here: dialled as it is written."
        return ""


def dialled(written: str, region: str) -> Dialled:
    """Return a number as it is dialled.

    `region` (two letters, ISO 3166) is where a number without a country code belongs. Loads the
    library for phone numbers at its first use: call it in a thread.
    """
    import phonenumbers  # noqa: PLC0415 - no start may wait for it

    try:
        parsed = phonenumbers.parse(written, region.upper() or None)
    except phonenumbers.NumberParseException:
        return _as_written(written)
    if not phonenumbers.is_possible_number(parsed):
        return _as_written(written)
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return Dialled(written, number, parsed.extension or "")


def _as_written(written: str) -> Dialled:
    keys = "".join(char for char in written if char in _KEYS)[:LONGEST]
    plus = "+" if keys and written.lstrip().startswith("+") else ""
    return Dialled(written, plus + keys, is_read=False)


def argv(command: Sequence[str], number: str, *, placeholder: str) -> list[str]:
    """Return the program and its arguments with the number in the place of `placeholder`."""
    return [command[0], *(part.replace(placeholder, number) for part in command[1:])]


@dataclass(frozen=True, slots=True)
class Reachable:
    """A number of somebody at a client."""

    person: str
    number: str
    """As it is written."""


def numbers_of(client: Client, person: str = "") -> tuple[Reachable, ...]:
    """Return the numbers of a client in the order in which they are dialled, each once.

    Those of `person` (a name; empty: the primary contact) come first.
    """
    first = person or (client.primary.name if client.primary else "")
    people = sorted(client.people, key=lambda each: each.name != first)
    found: dict[str, Reachable] = {}
    for each in people:
        for number in each.phones:
            found.setdefault(number, Reachable(each.name, number))
    return tuple(found.values())
