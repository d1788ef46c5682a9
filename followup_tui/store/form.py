"""The form of the file: TinyDB's ``{table: {document id: document}}``, and which version of it.

Its table ``_meta`` goes first and says in which version the file is written, so that a look at its
beginning tells. Documents stay the JSON that they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import Signature, signature_of, unreadable
from followup_tui.store.index import Index, Place

FORMAT = 1
"""The version of the file's form; a file of a higher one is refused."""
META = "_meta"
_META_ID = "1"
LATE = 16_000_000
"""Bytes from which on a table is read only when it is asked for."""

Documents = dict[str, msgspec.Raw]
"""Document id -> its JSON."""
Tables = dict[str, msgspec.Raw | Documents | Place]
"""Table -> its documents, or its JSON where it was not split yet, or where that is to be read."""


class _Meta(msgspec.Struct):
    format: int


def raw(value: object) -> msgspec.Raw:
    """Return a value as the JSON that a document is kept as.

    Raises `StoreProblem` for what JSON cannot say.
    """
    if isinstance(value, msgspec.Raw):
        return value
    try:
        return msgspec.Raw(msgspec.json.encode(value))
    except (msgspec.EncodeError, UnicodeEncodeError, OverflowError, TypeError) as error:
        raise StoreProblem(
            f"This cannot be written to a file: {error}. Nothing was saved."
        ) from error


def open_tables(path: Path) -> tuple[Tables, Signature]:
    """Return the tables of a desk's file, undecoded, and the signature of what was read.

    Raises `StoreProblem` for a file that cannot be read, is of a newer form, or is no desk's.
    """
    try:
        with path.open("rb") as file:
            found = signature_of(file.fileno())
            content = file.read()
    except OSError as error:
        raise unreadable(path, error) from error
    if not content.strip():
        raise StoreProblem(
            f"{path} is empty, and followup never leaves it so: put back a copy of it, "
            "or delete it to begin anew."
        )
    try:
        tables: dict[str, msgspec.Raw] = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError as error:
        raise _not_a_desk(path, "it holds no tables") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"it is no whole JSON ({error})") from error
    _check_format(path, tables)
    return dict(tables), found


def open_early(path: Path, index: Index) -> Tables | None:
    """Return the tables of an indexed file: the small ones read, of the large ones the place.

    None where the file is not the one that the index is of.
    """
    early = {name: place for name, place in index.places.items() if place.length < LATE}
    contents = read_places(path, tuple(early.values()), index.signature)
    if contents is None:
        return None
    return {**index.places, **dict(zip(early, map(msgspec.Raw, contents), strict=True))}


def read_places(
    path: Path, places: Sequence[Place], expected: Signature | None
) -> list[bytes] | None:
    """Return what stands at places of the file, or None if it is not the file expected."""
    contents = []
    try:
        with path.open("rb") as file:
            if signature_of(file.fileno()) != expected:
                return None
            for place in places:
                file.seek(place.offset)
                contents.append(file.read(place.length))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    return contents


def with_meta(tables: Tables) -> Tables:
    """Return tables with the one that tells their form in front."""
    whole: Tables = {META: {_META_ID: raw(_Meta(FORMAT))}}
    whole.update((name, table) for name, table in tables.items() if name != META)
    return whole


def laid_out(tables: Tables) -> tuple[list[bytes], dict[str, Place]]:
    """Return the content of a file in pieces, and the place of each table in it."""
    pieces = [b"{"]
    places: dict[str, Place] = {}
    offset = 1
    for number, (name, table) in enumerate(tables.items()):
        head = (b"," if number else b"") + msgspec.json.encode(name) + b":"
        body = msgspec.json.encode(table)
        places[name] = Place(offset + len(head), len(body))
        offset += len(head) + len(body)
        pieces += (head, body)
    return [*pieces, b"}"], places


def _check_format(path: Path, tables: Mapping[str, msgspec.Raw]) -> None:
    try:
        meta = msgspec.json.decode(tables[META], type=dict[str, _Meta])[_META_ID]
    except KeyError as error:
        raise _not_a_desk(path, "it is not followup that wrote it") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"what it says of itself cannot be read ({error})") from error
    if meta.format > FORMAT:
        raise StoreProblem(
            f"{path} was written by a newer followup (format {meta.format}, and this one knows "
            f"{FORMAT}): use the newer one. The file was left as it is."
        )
    if meta.format < 1:
        raise _not_a_desk(path, f"its format {meta.format} does not exist")
    for name, table in tables.items():
        if bytes(memoryview(table)[:1]) != b"{":
            raise _not_a_desk(path, f"its table “{name}” is none")


def split(path: Path, name: str, table: msgspec.Raw) -> Documents:
    """Return the documents of a table, undecoded; raises `StoreProblem` for what is none."""
    try:
        return msgspec.json.decode(table, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_a_desk(path, f"its table “{name}” cannot be read ({error})") from error


def plain(documents: Mapping[str, msgspec.Raw]) -> dict[str, Any]:
    """Return documents as plain values."""
    return {key: msgspec.json.decode(document) for key, document in documents.items()}


def _not_a_desk(path: Path, why: str) -> StoreProblem:
    return StoreProblem(
        f"{path} is not the file of a desk: {why}. It was left as it is: "
        "put back a copy of the right one, or move it away to begin anew."
    )
