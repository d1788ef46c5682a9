"""Everything on a desk as one JSON file, and the schema that says what stands in it.

The file is one object: `followup` says what it is, each other key is a table with its records, in
order of creation. A field that has its default is left out. docs/export.schema.json is made from
the same types (docs/make_schema.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from followup_tui.domain.exporting.everything import FORMAT, Everything
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.record import Record

MARK = "followup"
"""The key that tells such a file from any other JSON."""
_ROUND = 500  # records that are laid out at once


class Head(msgspec.Struct, frozen=True):
    """What the file says of itself."""

    format: int
    written: datetime | None = None


def write_everything(everything: Everything) -> Iterable[bytes]:
    """Yield the file in pieces, in UTF-8, a record a line: texts of large desks compare well."""
    head = Head(FORMAT, everything.written)
    yield b'{\n"' + MARK.encode() + b'": ' + msgspec.json.encode(head)
    for kind in KINDS:
        yield b",\n" + msgspec.json.encode(kind.table) + b": ["
        yield from _records(everything.tables.get(kind.table, ()))
        yield b"]"
    yield b"\n}\n"


def _records(records: Iterable[Record]) -> Iterable[bytes]:
    lines: list[bytes] = []
    before = b"\n"
    for record in records:
        lines.append(msgspec.json.encode(record))
        if len(lines) == _ROUND:
            yield before + b",\n".join(lines)
            before = b",\n"
            lines = []
    if lines:
        yield before + b",\n".join(lines)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the file, made from the types of the records."""
    fields: list[tuple[str, Any, Any]] = [
        (kind.table, tuple[kind, ...], ())  # type: ignore[valid-type]  # a type made of a value
        for kind in KINDS
    ]
    shape = msgspec.defstruct("Desk", [(MARK, Head), *fields], kw_only=True)
    made = msgspec.json.schema(shape)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A desk of followup",
        "description": "What `followup export json` writes and `followup import` reads.",
        **made,
    }


def schema_text() -> str:
    """Return the schema as it stands in docs/export.schema.json."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
