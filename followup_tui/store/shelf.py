"""A shelf: the records of one type, decoded when they are asked for and found by their client."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

from followup_tui.domain.record import Record
from followup_tui.store.far import FarDocuments, in_order
from followup_tui.store.lines import NOTHING
from followup_tui.store.owned import owner_of

R = TypeVar("R", bound=Record)


class Shelf(Generic[R]):
    """Decodes and indexes the documents of one table, which are live: `take` follows each change.

    Not safe for threads by itself.
    """

    def __init__(self, kind: type[R], documents: Mapping[str, msgspec.Raw]) -> None:
        self.kind = kind
        self.damaged: dict[str, str] = {}
        """Id -> what is wrong, of the documents met so far that are no records of this kind."""
        self._decoder = msgspec.json.Decoder(kind)
        self._documents = documents
        self._records: dict[str, R] = {}
        self._everything: tuple[R, ...] | None = None
        self._by_client: dict[str, list[str]] | None = None

    def get(self, record_id: str) -> R | None:
        """Return the record of an id, or None where there is none or it is damaged."""
        found = self._records.get(record_id)
        if found is None and record_id not in self.damaged:
            document = self._documents.get(record_id)
            if document is not None:
                found = self._decode(record_id, document)
        return found

    def all(self) -> tuple[R, ...]:
        """Return every record that can be read, in order of creation."""
        if self._everything is None:
            if isinstance(self._documents, FarDocuments):
                for record_id, document in self._documents.items():  # many are read at once
                    if record_id not in self._records and record_id not in self.damaged:
                        self._decode(record_id, document)
            self._everything = tuple(self._present(sorted(self._documents)))
        return self._everything

    def reading(self) -> Iterator[R]:
        """Return what yields every record that there is now, in order of creation; none is kept.

        It may be gone through without the guard: nothing of the shelf is changed by it.
        """
        return self._read(in_order(self._documents))

    def _read(self, documents: Iterable[tuple[str, msgspec.Raw]]) -> Iterator[R]:
        decoder = msgspec.json.Decoder(self.kind)
        for record_id, document in documents:
            try:
                record = decoder.decode(document)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue  # `all` tells of it
            if record.id == record_id:
                yield record

    def undecoded(self) -> Iterable[tuple[str, msgspec.Raw]]:
        """Return the documents that there are now with their ids, in order of creation."""
        return in_order(self._documents)

    def of_client(self, client_id: str) -> tuple[R, ...]:
        """Return a client's records, in order of creation."""
        return tuple(self._present(self._ids_of_client(client_id)))

    @property
    def finds_by_client(self) -> bool:
        """Whether a client's records are found without going through all there are."""
        return isinstance(self._documents, FarDocuments) or self._by_client is not None

    def documents_of_client(self, client_id: str) -> list[msgspec.Raw]:
        """Return a client's documents undecoded, in order of creation."""
        return [self._documents[record_id] for record_id in self._ids_of_client(client_id)]

    def use_index(self, ids_by_client: dict[str, list[str]]) -> None:
        """Take an index that was made elsewhere, in order of creation, as the shelf's own."""
        if not isinstance(self._documents, FarDocuments):
            self._by_client = ids_by_client

    def _ids_of_client(self, client_id: str) -> list[str]:
        if isinstance(self._documents, FarDocuments):
            return self._documents.ids_of(client_id)
        if self._by_client is None:
            self._by_client = {}
            for record_id in sorted(self._documents):
                owner = owner_of(self._documents[record_id])
                self._by_client.setdefault(owner, []).append(record_id)
        return self._by_client.get(client_id, [])

    def take(self, changed: Mapping[str, tuple[msgspec.Raw, msgspec.Raw]]) -> None:
        """Follow a change of the documents: by id, what each was before and is now."""
        self._everything = None
        for record_id, (before, after) in changed.items():
            self._records.pop(record_id, None)
            self.damaged.pop(record_id, None)
            self._reindex(record_id, before, after)

    def begin_anew(self, documents: Mapping[str, msgspec.Raw]) -> None:
        """Show other documents from now on."""
        self._documents = documents
        self._records.clear()
        self.damaged.clear()
        self._everything = self._by_client = None

    def let_go(self) -> None:
        """Hold no decoded record any longer."""
        self._records.clear()
        self._everything = None

    def _reindex(self, record_id: str, before: msgspec.Raw, after: msgspec.Raw) -> None:
        if self._by_client is None:
            return
        if before != NOTHING and record_id in self._by_client.get(owner_of(before), ()):
            self._by_client[owner_of(before)].remove(record_id)
        if after != NOTHING:
            ids = self._by_client.setdefault(owner_of(after), [])
            place = bisect_left(ids, record_id)  # a client's ids are sorted, and may be thousands
            if place == len(ids) or ids[place] != record_id:
                ids.insert(place, record_id)

    def _present(self, ids: Iterable[str]) -> Iterable[R]:
        for record_id in ids:
            found = self.get(record_id)
            if found is not None:
                yield found

    def _decode(self, record_id: str, document: msgspec.Raw) -> R | None:
        try:
            record = self._decoder.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self.damaged[record_id] = str(error)
            return None
        if record.id != record_id:
            self.damaged[record_id] = f"it stands under another id than its own, {record.id}"
            return None
        self._records[record_id] = record
        return record
