"""The lines of a journal: a header, then one line for each change, each with its checksum.

A line is eight hexadecimal digits, a space, and JSON without a line break in it::

    1c291ca3 {"format":2,"epoch":"01k…","after":""}
    9f4e2a07 {"id":"01k…","at":"2026-11-19T03:02:11Z","by":"note","edits":[…]}

An edit is ``[table, document id, before, after]``, with null where there was or is no document.
The digits are the CRC-32 of the JSON. Lines stand in the order of their ids, which only ever grow.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

import msgspec

NOTHING = msgspec.Raw(b"null")
"""Stands in an edit where there is no document."""

_SUM = 9  # bytes in front of the JSON: eight digits and a space
_BEGINNING = re.compile(rb'[0-9a-f]{8} \{"(?:id|format)":')
"""How a line begins. Inside a text of the JSON the quotes would be escaped."""


class Edit(NamedTuple):
    """What a change did to one document; `NOTHING` where there was or is none."""

    table: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change, as it stands in its line."""

    id: str
    """Greater than that of every change before it."""
    at: datetime
    by: str
    """The command or action it came from, in words."""
    edits: tuple[Edit, ...] = ()
    undoes: str = ""
    """The id of the change that this one takes back."""
    made: tuple[str, ...] = ()
    """Tables that are there from now on, even while they are empty."""
    dropped: tuple[str, ...] = ()
    """Tables that are gone, names and all."""


class Header(msgspec.Struct, frozen=True):
    """The first line of a journal."""

    format: int
    epoch: str
    """That of the file it belongs to; another one means that everything is to be read anew."""
    after: str
    """The id of the last change before those of this journal, or nothing."""


@dataclass(slots=True)
class Found:
    """What was read from the lines of a journal."""

    header: Header | None = None
    entries: list[Entry] = field(default_factory=list)
    damaged: int = 0
    """How many lines were not as they should be, and may have lost what they said."""
    torn: bytes = b""
    """What stands behind the last line break and is no whole line."""
    unended: bool = False
    """Whether the last line is whole but for its line break."""
    end: int = 0
    """Bytes up to the end of the last line."""


_ENTRY = msgspec.json.Decoder(Entry)
_HEADER = msgspec.json.Decoder(Header)


def line_of(content: Entry | Header) -> bytes:
    """Return the line of a change or a header, with its line break."""
    body = msgspec.json.encode(content)
    if b"\n" in body or b"\r" in body:  # from a document that somebody laid out by hand
        body = msgspec.json.format(body, indent=-1)
    return b"%08x %b\n" % (zlib.crc32(body), body)


def read_lines(content: bytes) -> Found:
    """Read everything of a journal, or of a part of it, that can be read."""
    found = Found()
    found.end = content.rfind(b"\n") + 1
    for line in content[: found.end].split(b"\n")[:-1]:
        if not _take(line, found):
            found.damaged += 1
            _recover(line, found)
    if rest := content[found.end :]:
        _read_rest(rest, found)
    return found


def _read_rest(rest: bytes, found: Found) -> None:
    if _take(rest, found):
        found.unended = True
    elif _recover(rest, found):
        found.damaged += 1
    else:
        found.torn = rest
        return
    found.end += len(rest)


def _take(line: bytes, found: Found) -> bool:
    """Add what a line says to what was found; say whether it is whole."""
    read = _read(line)
    if isinstance(read, Header):
        found.header = read
    elif read is not None:
        found.entries.append(read)
    return read is not None


def _read(line: bytes) -> Entry | Header | None:
    body = line[_SUM:]
    if line[: _SUM - 1] != b"%08x" % zlib.crc32(body) or line[_SUM - 1 : _SUM] != b" ":
        return None
    try:
        return _HEADER.decode(body) if body.startswith(b'{"format"') else _ENTRY.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # its checksum is right, so another version wrote it: told like damage


def _recover(line: bytes, found: Found) -> bool:
    """Take the whole lines out of one that was run together by a damaged line break.

    Says whether there was any.
    """
    # Between two of them stands the byte that had been the line break.
    taken = [_take(piece, found) or _take(piece[:-1], found) for piece in _pieces(line)]
    return any(taken)


def _pieces(line: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in _BEGINNING.finditer(line)]
    for start, end in pairwise([*starts, len(line)]):
        yield line[start:end]
