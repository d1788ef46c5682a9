"""Searching everywhere: an index of all records in memory, made once and kept up to date.

It is made when it is first asked for, in a thread that steps aside for the keyboard, and what
there is little of comes first: clients can be found at once, the notes of a large desk a moment
later. What changes afterwards, here or in another program, is taken from the history.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from threading import Lock

from followup_tui.domain.client import Client
from followup_tui.domain.history import PastEdit
from followup_tui.domain.kinds import KIND_OF as RECORD_KINDS
from followup_tui.domain.record import Clock, Record
from followup_tui.domain.searching.documents import KIND_OF, hit_of, how_well, lines_of
from followup_tui.domain.searching.excerpt import Finder
from followup_tui.domain.searching.index import Index, all_words
from followup_tui.domain.searching.results import Found, Hit, SearchKind
from followup_tui.domain.searching.typos import Spelling
from followup_tui.domain.searching.words import terms_of
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Records, StoreProblem

EACH = 6
"""Hits of one kind that are shown: more is a reason to type another letter."""
_ENOUGH = 5  # hits from which on nothing is taken for misspelt
_LOOKED_AT = 60  # clients among whom the best are sought
_ROUND = 50  # records that are taken in between two looks at whether others wait: a millisecond
_ASIDE = 0.0002  # seconds that are left to others then
_CHANGES = 300  # changes that are followed one by one; after more, everything is read anew
_EDITS = 2_000  # records that they may have touched, likewise
_WORN = 0.2  # how much of an index may be left behind before it is made anew
_NEVER = -1


class SearchService:
    """Finds things. Safe to call from any thread; what cannot be read is told in what it finds."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records = records
        self._clock = clock
        self._guard = Lock()
        """Held while an index is changed or searched: neither takes long."""
        self._building = Lock()
        self._indexes: dict[type[Record], Index] = {}
        self._spelling: Spelling | None = None
        self._version = _NEVER
        self._last = ""
        """The last change that is in the indexes."""
        self._closed = False
        self._problem = ""

    async def prepare(self) -> None:
        """Read what is not read yet; returns when everything can be found."""
        await asyncio.to_thread(self.read, aside=True)

    async def find(self, query: str, *, each: int = EACH) -> Found:
        """Return what is found so far, at most `each` hits of a kind."""
        return await asyncio.to_thread(self.found, query, each=each)

    def close(self) -> None:
        """Stop reading."""
        self._closed = True

    # Reading

    def read(self, *, aside: bool = False) -> None:
        """Read everything, or what has changed since; with `aside` let others go first."""
        with self._building:
            try:
                self._bring_up(aside=aside)
                self._problem = ""
            except StoreProblem as problem:
                self._problem = str(problem)

    def _bring_up(self, *, aside: bool) -> None:
        version = self._records.version
        if version == self._version:
            return
        edits = self._edits() if self._version != _NEVER else None
        if edits is None:
            self._read_all(aside=aside)
        else:
            self._follow(edits)
        if not self._closed:
            self._version = version

    def _read_all(self, *, aside: bool) -> None:
        last = self._records.history(limit=1)
        for kind in KIND_OF:
            index = Index()
            for number, record in enumerate(self._records.each(kind)):
                index.add(record.id, lines_of(record))
                if aside and number % _ROUND == 0:
                    time.sleep(_ASIDE)
                if self._closed:
                    return
            index.vocabulary()
            with self._guard:
                self._indexes[kind] = index
                self._spelling = None
        self._last = last[0].id if last else ""

    def _edits(self) -> list[PastEdit] | None:
        """Return what was changed since, the oldest first; None where that cannot be told."""
        changes = self._records.history(limit=_CHANGES)
        new = []
        for change in changes:
            if change.id == self._last:
                break
            new.append(change)
        else:
            if self._last or len(changes) == _CHANGES:
                return None  # too many, or the history is another one: restored, or forgotten
        edits = [edit for change in reversed(new) for edit in change.edits]
        if len(edits) > _EDITS:
            return None
        if changes:
            self._last = changes[0].id
        return edits

    def _follow(self, edits: Iterable[PastEdit]) -> None:
        with self._guard:
            for edit in edits:
                kind = RECORD_KINDS.get(edit.table)
                index = self._indexes.get(kind) if kind is not None else None
                if index is None:
                    continue
                if edit.before is not None:
                    index.remove(edit.record_id)
                if edit.after is not None:
                    index.add(edit.record_id, lines_of(edit.after))
            self._spelling = None
            worn = any(index.wear > _WORN and len(index) > _LOOKED_AT
                       for index in self._indexes.values())  # fmt: skip
        if worn:
            self._read_all(aside=True)

    # Finding

    def found(self, query: str, *, each: int = EACH) -> Found:
        """Do what `find` does, here and now."""
        terms = terms_of(query)
        pending = frozenset(name for kind, name in KIND_OF.items() if kind not in self._indexes)
        if not terms:
            return Found(query, pending=pending)
        try:
            hits, more = self._hits(terms, each)
        except StoreProblem as problem:
            return Found(query, pending=pending, problem=str(problem))
        return Found(query, tuple(hits), frozenset(more), pending, self._problem)

    def _hits(self, terms: Sequence[str], each: int) -> tuple[list[Hit], set[SearchKind]]:
        """Return the hits in the order of their kinds, and the kinds that have more."""
        kinds = tuple(SearchKind)
        by_kind: dict[SearchKind, list[Hit]] = {name: [] for name in kinds}
        more: set[SearchKind] = set()
        with self._guard:
            found = {kind: self._ids(kind, terms, each) for kind in self._indexes}
            meant: dict[str, Sequence[str]] = {}
            near: dict[type[Record], list[str]] = {}
            if sum(map(len, found.values())) < _ENOUGH:
                meant = {term: self._near(term) for term in terms}
                near = {kind: self._nearly(kind, meant, each) for kind in self._indexes}
        finder = Finder(terms)
        likely = Finder(terms, (word for words in meant.values() for word in words))
        for kind, ids in found.items():
            name = KIND_OF[kind]
            hits = self._shown(kind, ids, finder, each, near=False)
            there = set(ids)
            others = [key for key in near.get(kind, ()) if key not in there]
            hits += self._shown(kind, others, likely, each, near=True)
            by_kind[name] = hits[:each]
            if len(hits) > each:
                more.add(name)
        return [hit for name in kinds for hit in by_kind[name]], more

    def _ids(self, kind: type[Record], terms: Sequence[str], each: int) -> list[str]:
        """Return the records in which each term stands: as a whole word first, then as a part."""
        index = self._indexes[kind]
        limit = _LOOKED_AT if kind is Client else each + 1
        whole = index.newest([[term] for term in terms], limit)
        if len(whole) >= limit:
            return whole
        begun = index.newest([index.beginning_with(term) for term in terms], limit)
        return list(dict.fromkeys((*whole, *begun)))[:limit]

    def _near(self, term: str) -> Sequence[str]:
        """Return the words that a term may have been meant to be."""
        if self._spelling is None:
            self._spelling = Spelling(all_words(self._indexes.values()))
        return self._spelling.near(term)

    def _nearly(self, kind: type[Record], meant: dict[str, Sequence[str]], each: int) -> list[str]:
        index = self._indexes[kind]
        choices = [[*index.beginning_with(term), *words] for term, words in meant.items()]
        return index.newest(choices, each + 1)

    def _shown(
        self, kind: type[Record], ids: Iterable[str], finder: Finder, each: int, *, near: bool
    ) -> list[Hit]:
        """Return hits of the records that are still there; of clients the best."""
        there = (self._records.get(kind, key) for key in ids)
        records = [record for record in there if record is not None]
        if kind is Client:
            records.sort(key=lambda client: how_well(client, finder))
            del records[each + 1 :]
        zone = zone_of(self._clock())
        return [
            hit_of(record, finder, name_of=self._name_of, zone=zone, near=near)
            for record in records
        ]

    def _name_of(self, client_id: str) -> str:
        client = self._records.get(Client, client_id)
        return client.name if client is not None else ""
