"""The records as tables for a spreadsheet: plain text cells, a row for each record.

`contacts` is the table that comes back: any program reads it as contacts, this one too. The other
tables are for looking and counting; what brings a whole desk back is its JSON file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import Enum

import msgspec

from followup_tui.domain.client import Client, Person
from followup_tui.domain.interaction import Answer, NoteLine
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.record import Record
from followup_tui.domain.text import fold

_NAMED = {"at": "date", "day": "date"}
"""Fields whose name says too little above a column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text: the names of its columns, and its rows, all of the same length."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def contacts(clients: Iterable[Client]) -> Table:
    """Return a row for each person, and one for each client without people.

    What is known of the client as a whole stands in the row of its first person alone.
    """
    clients = tuple(clients)
    people = [person for client in clients for person in client.people]
    emails = max((len(person.emails) for person in people), default=1) or 1
    phones = max((len(person.phones) for person in people), default=1) or 1
    columns = (
        "Name", "Role", "Company",
        *_numbered("Email", emails), *_numbered("Phone", phones),
        "Website", "Tags", "Notes",
    )  # fmt: skip
    rows = []
    for client in clients:
        for number, person in enumerate(client.people or (None,)):
            whole = (client.website, ", ".join(client.tags), client.about)
            rows.append(
                (
                    person.name if person else "",
                    person.role if person else "",
                    company_of(client, person),
                    *_filled(person.emails if person else (), emails),
                    *_filled(person.phones if person else (), phones),
                    *(("", "", "") if number else whole),
                )
            )
    return Table(columns, tuple(rows))


def company_of(client: Client, person: Person | None) -> str:
    """Return the company of somebody at a client; nothing where the client is that person."""
    if person is not None and len(client.people) == 1 and fold(person.name) == fold(client.name):
        return ""
    return client.name


def _numbered(name: str, number: int) -> Iterator[str]:
    for each in range(1, number + 1):
        yield name if each == 1 else f"{name} {each}"


def _filled(values: Sequence[str], length: int) -> tuple[str, ...]:
    return (*values, *("" for _ in range(length - len(values))))


def tables(records: Mapping[str, Sequence[Record]], *, zone: tzinfo) -> Iterator[tuple[str, Table]]:
    """Yield the name of each table and the table; days and hours are those of `zone`."""
    clients = {record.id: record for record in records.get(Client.table, ())}
    names = {key: each.name for key, each in clients.items() if isinstance(each, Client)}
    for kind in KINDS:
        yield kind.table, _table(kind, records.get(kind.table, ()), names, zone)


def _table(
    kind: type[Record], records: Sequence[Record], names: Mapping[str, str], zone: tzinfo
) -> Table:
    fields = kind.__struct_fields__
    owned = "client_id" in fields
    columns = [_NAMED.get(field, field).replace("_", " ").capitalize() for field in fields]
    rows = []
    for record in records:
        cells = [cell(getattr(record, field), zone) for field in fields]
        if owned:
            cells.insert(0, names.get(getattr(record, "client_id", ""), ""))
        rows.append(tuple(cells))
    return Table((*(["Client"] if owned else []), *columns), tuple(rows))


def cell(value: object, zone: tzinfo) -> str:  # noqa: PLR0911 - a table of types
    """Return a value as the text of one cell; of several values, each has a line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case datetime():
            return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(cell(each, zone) for each in value)
        case NoteLine():
            return value.text
        case Answer():
            return f"{value.question}: {value.text}"
        case msgspec.Struct():
            parts = (cell(getattr(value, each), zone) for each in value.__struct_fields__)
            return ", ".join(part.replace("\n", ", ") for part in parts if part)
        case _:
            return str(value)
