"""Documents that stay in the file until they are asked for, each by itself.

A desk of ten thousand clients has some hundred thousand documents, and a day looks at a few hundred
of them. What is read is not kept here; what is changed is, on top of what the file has.

The file is held open: when another takes its place (compaction, here or in another program), this
one goes on to say what it said.
"""

from __future__ import annotations

import heapq
import os
from bisect import insort
from collections.abc import ItemsView, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import Signature, signature_of, unreadable
from followup_tui.store.layout import Layout, begins_with_id
from followup_tui.store.lines import NOTHING
from followup_tui.store.owned import owner_of

_AT_ONCE = 100_000
"""Bytes that are read at once by who goes through a whole table: so few that what they were read to
is used again, where a megabyte was asked of the system and kept by each thread."""


class Replaced(StoreProblem):
    """The file is not as it was when it was laid out: it is to be read anew."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was changed by another program in a way that followup does not. "
            "It is read anew: try again."
        )


class FarFile:
    """A desk's file, held open; it is closed when nobody has documents in it any more."""

    def __init__(self, path: Path, expected: Signature) -> None:
        """Open it. Raises `Replaced` where it is not in the state expected."""
        self.path = path
        self._descriptor = -1
        try:
            self._descriptor = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            raise Replaced(path) from None
        except OSError as error:
            raise unreadable(path, error) from error
        if signature_of(self._descriptor) != expected:
            raise Replaced(path)

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def read(self, start: int, length: int) -> bytes:
        """Return what stands at a place; whether it is what was there, its reader sees."""
        try:
            found = os.pread(self._descriptor, length, start)
        except OSError as error:
            raise unreadable(self.path, error) from error
        if len(found) != length:
            raise Replaced(self.path)
        return found


def in_order(documents: Mapping[str, msgspec.Raw]) -> Iterable[tuple[str, msgspec.Raw]]:
    """Return documents with their ids, in the order of those, as they are now."""
    if isinstance(documents, FarDocuments):
        return documents.copy().items()
    return sorted(documents.items())


CAN_BE_FAR = hasattr(os, "pread")
"""Whether this system can: Windows cannot, nor put a file in the place of one that is open."""


class FarDocuments(MutableMapping[str, msgspec.Raw]):
    """The documents of a table, in the order of their ids. Not safe for threads by itself."""

    def __init__(self, file: FarFile, layout: Layout) -> None:
        self._file = file
        self._layout: Layout | None = layout
        self._on_top: dict[str, msgspec.Raw] = {}
        """What was changed; `NOTHING` where it went."""
        self._owners: dict[str, str] = {}
        """Whose the documents on top are."""
        self._of_owner: dict[str, list[str]] = {}
        self._length = len(layout.ids)

    def copy(self) -> FarDocuments:
        """Return the documents as they are now, whatever is done with them later."""
        copied = FarDocuments.__new__(FarDocuments)
        copied._file, copied._layout = self._file, self._layout
        copied._on_top = dict(self._on_top)
        copied._owners = dict(self._owners)
        copied._of_owner = {owner: list(ids) for owner, ids in self._of_owner.items()}
        copied._length = self._length
        return copied

    def __getitem__(self, key: str) -> msgspec.Raw:
        found = self._on_top.get(key)
        if found is None:
            layout, number = self._layout, self._number(key)
            if layout is None or number is None:
                raise KeyError(key)
            document = self._file.read(layout.starts[number], layout.lengths[number])
            if not begins_with_id(document, key):
                raise Replaced(self._file.path)
            return msgspec.Raw(document)
        if found == NOTHING:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, document: msgspec.Raw) -> None:
        self._length += key not in self
        self._put(key, document)
        owner = self._owners[key] = owner_of(document)
        insort(self._of_owner.setdefault(owner, []), key)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._length -= 1
        self._put(key, NOTHING)

    def _put(self, key: str, document: msgspec.Raw) -> None:
        if key in self._owners:
            self._of_owner[self._owners.pop(key)].remove(key)
        self._on_top[key] = document

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str):
            return False
        found = self._on_top.get(key)
        return self._number(key) is not None if found is None else found != NOTHING

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        top = dict(self._on_top)
        new = sorted(key for key, found in top.items() if found != NOTHING)
        old = self._layout.ids if self._layout is not None else ()
        return heapq.merge((key for key in old if key not in top), new)

    def clear(self) -> None:
        """Remove all of them."""
        self._layout = None
        self._on_top.clear()
        self._owners.clear()
        self._of_owner.clear()
        self._length = 0

    @property
    def newest(self) -> str:
        """The greatest id that may be there; empty where there is none."""
        old = self._layout.ids[-1] if self._layout is not None and len(self._layout.ids) else ""
        return max((old, *self._on_top))

    def ids_of(self, owner: str) -> list[str]:
        """Return the ids of the documents whose `client_id` it is, in their order."""
        layout, top = self._layout, self._on_top
        if not owner:
            return []
        numbers = layout.of_owner(owner) if layout is not None else ()
        old = [layout.ids[number] for number in numbers] if layout is not None else []
        return sorted([*(key for key in old if key not in top), *self._of_owner.get(owner, ())])

    def items(self) -> ItemsView[str, msgspec.Raw]:
        """Return ids and documents; going through them reads many at once."""
        return _Items(self)

    def _number(self, key: str) -> int | None:
        return self._layout.ids.find(key) if self._layout is not None else None

    def _in_file(self) -> Iterator[tuple[str, msgspec.Raw]]:
        """Yield all that the file has; they stand there one after the other."""
        layout = self._layout
        if layout is None:
            return
        begin = end = 0
        content = b""
        last = layout.starts[-1] + layout.lengths[-1] if layout.starts else 0
        for key, start, length in zip(layout.ids, layout.starts, layout.lengths, strict=True):
            if start + length > end:
                begin, end = start, min(start + max(length, _AT_ONCE), last)
                content = self._file.read(begin, end - begin)
            document = content[start - begin : start - begin + length]
            if not begins_with_id(document, key):
                raise Replaced(self._file.path)
            yield key, msgspec.Raw(document)


class _Items(ItemsView[str, msgspec.Raw]):
    _mapping: FarDocuments

    def __iter__(self) -> Iterator[tuple[str, msgspec.Raw]]:
        top = dict(self._mapping._on_top)
        if not top:
            return self._mapping._in_file()
        new = sorted((key, found) for key, found in top.items() if found != NOTHING)
        old = (item for item in self._mapping._in_file() if item[0] not in top)
        return heapq.merge(old, new, key=lambda item: item[0])
