"""The layout of a large table: where each of its documents stands in the file, and whose it is.

Ids are 26 characters each and stand in their order, so that one is found by halves in the bytes
that they are kept as: a hundred thousand documents take four megabytes, where objects of them take
eighty. The layouts of a file stand in a file of their own beside it, which is to the index what the
index is to the file: it only saves time and memory, and belongs to one state of the file.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import Signature, content_of, write_whole

WIDTH = 26
"""Characters of an id (`domain.record.new_id`)."""
LEAST = 1_000
"""Documents from which on a table is laid out."""
_CHECKSUM = 4  # bytes of the CRC-32 in front
_FORM = 1


class Ids(Sequence[str]):
    """Ids of one width, in their order, as the bytes that they are."""

    def __init__(self, content: memoryview) -> None:
        self._content = content
        self._length = len(content) // WIDTH
        self._last = self[-1] if self._length else ""

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, number: int) -> str:  # type: ignore[override]  # nobody slices it
        start = number * WIDTH if number >= 0 else (self._length + number) * WIDTH
        return str(self._content[start : start + WIDTH], "ascii")

    def __iter__(self) -> Iterator[str]:
        text = str(self._content, "ascii")
        return (text[start : start + WIDTH] for start in range(0, len(text), WIDTH))

    def find(self, wanted: str) -> int | None:
        """Return the number of an id, or None where it is not there."""
        if wanted > self._last:  # whatever is new: no saving looks through all there is
            return None
        place = bisect_left(self, wanted)
        return place if place < len(self) and self[place] == wanted else None


def begins_with_id(document: bytes, record_id: str) -> bool:
    """Say whether a document begins with its id, as our records do.

    By that it is seen that what was read is the document that was laid out.
    """
    return document.startswith(b'{"id":"' + record_id.encode() + b'"') and document.endswith(b"}")


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """A layout as it is kept; what was read is looked at where it was read to."""

    ids: memoryview
    starts: memoryview
    lengths: memoryview
    owners: memoryview
    firsts: memoryview
    numbers: memoryview


class _File(msgspec.Struct, frozen=True, array_like=True):
    form: int
    signature: Signature
    tables: dict[str, _Packed]


_FILE = msgspec.msgpack.Decoder(_File)


class Layout:
    """Where the documents of one table stand, by number; numbers follow the order of the ids."""

    def __init__(self, packed: _Packed) -> None:
        self._packed = packed
        self.ids = Ids(packed.ids)
        self.starts = packed.starts.cast("Q")
        """Bytes from the beginning of the file."""
        self.lengths = packed.lengths.cast("I")
        self._owners = Ids(packed.owners)
        self._firsts = packed.firsts.cast("I")
        self._numbers = packed.numbers.cast("I")

    @property
    def packed(self) -> _Packed:
        """The layout as it is kept."""
        return self._packed

    def of_owner(self, owner: str) -> Sequence[int]:
        """Return the numbers of the documents that belong to a client, in their order."""
        place = self._owners.find(owner)
        if place is None:
            return ()
        return self._numbers[self._firsts[place] : self._firsts[place + 1]]


class Drafting:
    """Draws up the layout of a table while it is written."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._starts, self._lengths = array("Q"), array("I")
        self._by_owner: dict[str, list[int]] = {}
        self._are_ours = True

    def add(self, record_id: str, document: bytes, start: int, owner: str) -> None:
        """Note where a document stands, and whose it is; empty: nobody's."""
        if owner:
            self._by_owner.setdefault(owner, []).append(len(self._ids))
        self._ids.append(record_id)
        self._starts.append(start)
        self._lengths.append(len(document))
        self._are_ours = self._are_ours and begins_with_id(document, record_id)

    def done(self) -> Layout | None:
        """Return the layout; None where not all documents are as our records are."""
        if not self._are_ours:
            return None
        owners = sorted(self._by_owner)
        for each in (*self._ids, *owners):
            if len(each) != WIDTH or not each.isascii():
                return None
        if any(one >= other for one, other in zip(self._ids, self._ids[1:], strict=False)):
            return None
        firsts, numbers = array("I", [0]), array("I")
        for owner in owners:
            numbers.extend(self._by_owner[owner])
            firsts.append(len(numbers))
        texts = (memoryview("".join(ids).encode()) for ids in (self._ids, owners))
        numbered = (self._starts, self._lengths, firsts, numbers)
        ids, of_owners = texts
        starts, lengths, begins, members = (memoryview(each).cast("B") for each in numbered)
        return Layout(_Packed(ids, starts, lengths, of_owners, begins, members))


def layouts_path(path: Path) -> Path:
    """Return the path of the layouts of a desk's file."""
    return path.with_suffix(".places")


def read_layouts(path: Path, signature: Signature | None) -> dict[str, Layout]:
    """Return the layouts of the file at `path` in the state of `signature`, by table."""
    try:
        content = content_of(layouts_path(path))
        body = memoryview(content)[_CHECKSUM:]
        if zlib.crc32(body) != int.from_bytes(content[:_CHECKSUM], "big"):
            return {}
        file = _FILE.decode(body)
        if (file.form, file.signature) != (_FORM, signature):
            return {}
        return {name: Layout(packed) for name, packed in file.tables.items()}
    except (OSError, msgspec.DecodeError, ValueError):
        return {}  # the tables are read whole instead


def write_layouts(path: Path, signature: Signature, layouts: Mapping[str, Layout]) -> None:
    """Put the layouts of the file at `path` in place of the old ones."""
    packed = {name: layout.packed for name, layout in layouts.items()}
    body = msgspec.msgpack.encode(_File(_FORM, signature, packed))
    try:
        write_whole(
            layouts_path(path), (zlib.crc32(body).to_bytes(_CHECKSUM, "big"), body), synced=False
        )
    except StoreProblem:
        return  # what was to be saved is saved; the old ones are passed over by their signature
