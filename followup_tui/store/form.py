"""The form of the file: TinyDB's ``{table: {document id: document}}``, and which version of it.

Its table ``_meta`` goes first and says in which version the file is written and which change is
the last that it holds, so that a look at its beginning tells. Documents stay the JSON that they
are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store import layout
from followup_tui.store.far import FarDocuments
from followup_tui.store.files import Signature, open_to_read, signature, signature_of, unreadable
from followup_tui.store.index import Index, Place, read_index
from followup_tui.store.layout import Drafting, Layout
from followup_tui.store.owned import owner_of

FORMAT = 2
"""The version of the file's form; a file of a higher one is refused.

1: the file alone, written whole at each change. 2: with a journal beside it.
"""
META = "_meta"
_META_ID = "1"
_BEFORE_META = f'{{"{META}":{{"{_META_ID}":'.encode()
LATE = 200_000
"""Bytes from which on a table is read only when it is asked for."""

Documents = MutableMapping[str, msgspec.Raw]
"""Document id -> its JSON."""
Tables = dict[str, msgspec.Raw | Documents | Place]
"""Table -> its documents, or its JSON where it was not split yet, or where that is to be read."""


_BEGINNING = 2_000  # bytes in which what a file says of itself stands
_CHUNK = 500  # documents that are laid out at once


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a file says of itself."""

    format: int
    epoch: str = ""
    """Another one than before means that the file was not compacted but replaced."""
    last: str = ""
    """The id of the last change that the file holds; the journal's later ones go on top."""


_META: Final = msgspec.json.Decoder(Meta)  # here, as `web.site_snapshots` says


@dataclass(frozen=True, slots=True)
class Base:
    """A desk's file as it was read."""

    meta: Meta
    signature: Signature | None = None
    """None where there is no file."""
    tables: Tables = field(default_factory=dict)
    """Without the one that says what the file says of itself."""
    index: Index | None = None


NO_FILE = Base(Meta(FORMAT))


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


def read_base(path: Path) -> Base:
    """Return a desk's file, undecoded, by its index if there is one.

    Raises `StoreProblem` for a file that cannot be read, is of a newer form, or is no desk's.
    """
    found = signature(path)
    if found is None:
        return NO_FILE
    index = read_index(path, form=FORMAT, signature=found)
    if index is not None and (early := _open_early(path, index)) is not None:
        return early
    return read_whole(path)


def read_whole(path: Path) -> Base:
    """Return a desk's file, undecoded, all of it read; raises like `read_base`."""
    try:
        with open_to_read(path) as file:
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
        tables: Tables = dict(msgspec.json.decode(content, type=dict[str, msgspec.Raw]))
    except msgspec.ValidationError as error:
        raise not_a_desk(path, "it holds no tables") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_a_desk(path, f"it is no whole JSON ({error})") from error
    meta = _meta_of(path, tables)
    return Base(meta, found, {name: table for name, table in tables.items() if name != META})


def peek(path: Path) -> tuple[Meta, Signature] | None:
    """Return what a file says of itself in its beginning, or None where it says nothing there."""
    try:
        with open_to_read(path) as file:
            found = signature_of(file.fileno())
            beginning = file.read(_BEGINNING)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    inside = beginning.removeprefix(_BEFORE_META)
    end = inside.find(b"}") + 1
    if len(inside) == len(beginning) or not end:
        return None  # laid out by hand, perhaps: it is read whole
    try:
        return _META.decode(inside[:end]), found
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _open_early(path: Path, index: Index) -> Base | None:
    """Return an indexed file: its small tables read, of the large ones the place.

    None where the file is not the one that the index is of.
    """
    early = {
        name: place for name, place in index.places.items() if place.length < LATE or name == META
    }
    contents = read_places(path, tuple(early.values()), index.signature)
    if contents is None:
        return None
    tables: Tables = {**index.places, **dict(zip(early, map(msgspec.Raw, contents), strict=True))}
    meta = _meta_of(path, tables)
    del tables[META]
    return Base(meta, index.signature, tables, index)


def read_places(
    path: Path, places: Sequence[Place], expected: Signature | None
) -> list[bytes] | None:
    """Return what stands at places of the file, or None if it is not the file expected."""
    contents = []
    try:
        with open_to_read(path) as file:
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


def laid_out(
    tables: Tables,
    meta: Meta,
    places: dict[str, Place],
    layouts: dict[str, Layout] | None = None,
) -> Iterator[bytes]:
    """Yield the content of a file in small pieces; put the place of each table into `places`.

    Where the documents of a large table stand is put into `layouts`, if those are wanted; they
    stand in the order of their ids. No piece takes long to make, so that another thread never
    waits for long.
    """
    offset = 1
    yield b"{"
    for number, (name, table) in enumerate(_with_meta(tables, meta).items()):
        head = (b"," if number else b"") + msgspec.json.encode(name) + b":"
        yield head
        offset += len(head)
        length = 0
        is_large = isinstance(table, MutableMapping) and len(table) >= layout.LEAST
        drafting = Drafting() if layouts is not None and is_large else None
        for piece in _pieces(table, offset, drafting):
            yield piece
            length += len(piece)
        if drafting is not None and (drawn := drafting.done()) is not None and layouts is not None:
            layouts[name] = drawn
        places[name] = Place(offset, length, _newest(table))
        offset += length
    yield b"}"


def _with_meta(tables: Tables, meta: Meta) -> Tables:
    return {META: {_META_ID: raw(meta)}, **tables}


def _pieces(
    table: msgspec.Raw | Documents | Place, offset: int, drafting: Drafting | None
) -> Iterator[bytes]:
    if not isinstance(table, MutableMapping):
        yield bytes(msgspec.json.encode(table))
        return
    items = iter(table.items())
    if drafting is not None and isinstance(table, dict):
        items = iter(sorted(table.items(), key=_key))
    before = b"{"
    while chunk := dict(islice(items, _CHUNK)):
        piece = before + msgspec.json.encode(chunk)[1:-1]
        if drafting is not None:
            _draft(drafting, chunk, offset)
        yield piece
        offset += len(piece)
        before = b","
    yield b"}" if table else b"{}"


def _key(item: tuple[str, msgspec.Raw]) -> str:
    return item[0]


def _draft(drafting: Drafting, chunk: Mapping[str, msgspec.Raw], offset: int) -> None:
    """Note where documents stand that are written from `offset` on, behind a comma or brace."""
    for key, document in chunk.items():
        offset += 1 + len(msgspec.json.encode(key)) + 1  # the key and its colon
        content = bytes(document)
        drafting.add(key, content, offset, owner_of(document))
        offset += len(content)


def _newest(table: msgspec.Raw | Documents | Place) -> str:
    if isinstance(table, FarDocuments):
        return table.newest
    return max(table, default="") if isinstance(table, MutableMapping) else ""


def _meta_of(path: Path, tables: Mapping[str, object]) -> Meta:
    """Return what a file says of itself, having made sure that it can be a desk's."""
    try:
        table = tables[META]
        if not isinstance(table, msgspec.Raw):
            raise not_a_desk(path, "its table “_meta” is too large")
        meta = msgspec.json.decode(table, type=dict[str, Meta])[_META_ID]
    except KeyError as error:
        raise not_a_desk(path, "it is not followup that wrote it") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise not_a_desk(path, f"what it says of itself cannot be read ({error})") from error
    if meta.format > FORMAT:
        raise StoreProblem(
            f"{path} was written by a newer followup (format {meta.format}, and this one knows "
            f"{FORMAT}): use the newer one. The file was left as it is."
        )
    if meta.format < 1:
        raise not_a_desk(path, f"its format {meta.format} does not exist")
    for name, found in tables.items():
        if isinstance(found, msgspec.Raw) and bytes(memoryview(found)[:1]) != b"{":
            raise not_a_desk(path, f"its table “{name}” is none")
    return meta


def split(path: Path, name: str, table: msgspec.Raw) -> Documents:
    """Return the documents of a table, undecoded; raises `StoreProblem` for what is none."""
    try:
        return msgspec.json.decode(table, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_a_desk(path, f"its table “{name}” cannot be read ({error})") from error


def plain(documents: Mapping[str, msgspec.Raw]) -> dict[str, Any]:
    """Return documents as plain values."""
    return {key: msgspec.json.decode(document) for key, document in documents.items()}


def not_a_desk(path: Path, why: str) -> StoreProblem:
    """Return the problem of a file that cannot be a desk's."""
    return StoreProblem(
        f"{path} is not the file of a desk: {why}. It was left as it is: "
        "followup doctor --repair takes out of it what can be read, followup restore brings back "
        "a backup; or put back a copy of the right one."
    )
