"""The index beside the file: where each table stands in it, and what its records add up to.

It only saves time. It belongs to one state of the file, by signature, and carries a checksum: one
that is missing, old or damaged is passed over, the file is read whole, and the next change makes
a new one. So it is never synced, and whoever deletes it loses nothing.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import Signature, content_of, write_whole

_CHECKSUM = 4  # bytes of the CRC-32 in front


class Place(NamedTuple):
    """Where the JSON of a table stands in the file, in bytes."""

    offset: int
    length: int
    newest: str = ""
    """The greatest id in the table; empty where that is not known."""


class Index(msgspec.Struct, frozen=True, array_like=True):
    """What there is to know of one state of the file."""

    format: int
    """The form of the file; an index of another form is passed over."""
    signature: Signature
    places: dict[str, Place]
    upto: str = ""
    """The id of the change up to which the summary goes; later ones are to be added to it."""
    summary: bytes = b""
    """What the records asked to find again with the file."""
    before: tuple[Signature, ...] = ()
    """The files that this one goes on from: it has all that the last of them had, and more."""


_DECODER = msgspec.msgpack.Decoder(Index)


def index_path(path: Path) -> Path:
    """Return the path of the index of a file."""
    return path.with_suffix(".index")


def read_index(path: Path, *, form: int, signature: Signature) -> Index | None:
    """Return the index of the file at `path` in the state of `signature`, if there is one."""
    try:
        content = content_of(index_path(path))
        body = content[_CHECKSUM:]
        if zlib.crc32(body) != int.from_bytes(content[:_CHECKSUM], "big"):
            return None
        index = _DECODER.decode(body)
    except (OSError, msgspec.DecodeError):
        return None  # the file itself is read instead, and says what is wrong, if anything is
    return index if (index.format, index.signature) == (form, signature) else None


def write_index(path: Path, index: Index) -> None:
    """Put the index of the file at `path` in place of the old one."""
    body = msgspec.msgpack.encode(index)
    checksum = zlib.crc32(body).to_bytes(_CHECKSUM, "big")
    try:
        write_whole(index_path(path), (checksum, body), synced=False)
    except StoreProblem:
        return  # what was to be saved is saved; the old index is passed over by its signature
