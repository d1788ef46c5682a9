"""The records: typed, found by id and by client, changed whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.due.call_list import Standing
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.record import Clock, Record
from followup_tui.store.compaction import Compactor, compact
from followup_tui.store.content import changed
from followup_tui.store.files import make_private_folder
from followup_tui.store.form import FORMAT, peek, raw
from followup_tui.store.journal import Edits, JournalStorage
from followup_tui.store.lines import Edit, Entry
from followup_tui.store.recent import Recent
from followup_tui.store.shelf import Shelf
from followup_tui.store.stamp import RECORDS, records_stamp
from followup_tui.store.standings import Standings, by_client, contacts_in, tally_of
from followup_tui.store.tables import DeskDB

if TYPE_CHECKING:
    from followup_tui.domain.history import PastChange

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)

FILE = RECORDS
"""The name of the file in the home folder."""
_UNFOLLOWED = 1_000  # changes that may wait for somebody to read
_TO_FOLLOW = 2_000  # changes that are remembered until the standings are asked for


class TinyRecords:
    """`services.ports.Records` over TinyDB.

    Safe to call from any thread; raises `StoreProblem`. A record that cannot be read hides none
    of the others: it stays in the file as it is, and `problems` tells of it.
    """

    def __init__(self, home: Path, *, zone: tzinfo, clock: Clock | None = None) -> None:
        """Open the records of a home folder, making the folder if it is not there.

        `zone` is the user's: in it the days of `standings` are counted. `clock` dates the
        changes; without one it is the machine's.
        """
        make_private_folder(home)
        self._zone = zone
        self._clock: Clock = clock or (lambda: datetime.now(zone))
        self._not_brought_up = self._bring_up(home / FILE)
        self.db = DeskDB(home / FILE, storage=JournalStorage, clock=self._clock)
        """The same records as TinyDB's tables."""
        self._storage = cast("JournalStorage", self.db.storage)
        self._guard = self._storage.guard
        self._shelves: dict[type[Record], Shelf[Record]] = {}
        self._standings: Standings | None = None
        self._to_follow: list[Entry] | None = list(self._storage.state.since)
        """Changes since the summary that was kept; None where adding up anew is quicker."""
        self._unfollowed: list[Entry] = []
        """Changes that are in the documents and not yet in what is made of them."""
        self._recent = Recent(home / FILE, self._storage.state)
        self._version = 1
        self._storage.watcher = self._saw
        self._compactor = Compactor(self._storage, summary=self._summary)
        self._storage.after_change = self._compactor.look

    def close(self) -> None:
        """Wait for what works in the background; compact, if that is worthwhile."""
        self._compactor.close()
        self.db.close()

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return the record of that id, or None."""
        with self._guard:
            return self._shelf(kind).get(record_id)

    def all(self, kind: type[R]) -> Sequence[R]:
        """Return every record of a kind, in order of creation."""
        with self._guard:
            return self._shelf(kind).all()

    def each(self, kind: type[R]) -> Iterator[R]:
        """Yield every record that there is now, in order of creation, and keep none at hand."""
        with self._guard:
            reading = self._shelf(kind).reading()
        yield from reading  # nobody else waits while they are decoded

    def sketches(self, kind: type[R], fields: msgspec.json.Decoder[S]) -> Iterator[S]:
        """Yield some fields of every record, unchecked; see `services.ports.Records`."""
        with self._guard:
            documents = self._shelf(kind).undecoded()
        for _, document in documents:
            with suppress(msgspec.DecodeError, UnicodeDecodeError):  # `all` tells of it
                yield fields.decode(document)

    def any(self, kind: type[R]) -> bool:
        """Say whether there are records of a kind, without reading them; damaged ones count."""
        return not self._storage.is_empty(kind.table)

    def of_client(self, kind: type[R], client_id: str) -> Sequence[R]:
        """Return the records whose `client_id` it is, in order of creation."""
        with self._guard:
            return self._shelf(kind).of_client(client_id)

    def standings(self) -> dict[str, Standing]:
        """Return, by client id, what the interactions with each client add up to."""
        with self._guard:
            return self._settled().all()

    def standing(self, client_id: str) -> Standing:
        """Return what the interactions with one client add up to, and look at no others.

        Those of all clients stay undecoded where they are: five megabytes of a large desk.
        """
        with self._guard:
            shelf = self._shelf(Interaction)
            if self._standings is None and shelf.finds_by_client:
                contacts = contacts_in(shelf.documents_of_client(client_id))
                return tally_of(contacts).standing(self._zone)
            return self._settled().of_client(client_id)

    def let_go(self) -> None:
        """Hold no longer at hand what was read by `all`; what is damaged stays known."""
        with self._guard:
            for shelf in self._shelves.values():
                shelf.let_go()

    def commit(self, change: Change) -> None:
        """Write `change` whole; when this returns it is on the disk.

        What another program wrote meanwhile is taken in first; where it changed one of the same
        records, which the caller cannot have seen, nothing is written. When this raises, nothing
        of `change` is in the files or known here.
        """
        edits: dict[str, dict[str, msgspec.Raw | None]] = {}
        for record in change.drop:
            edits.setdefault(record.table, {})[record.id] = None
        for record in change.put:
            edits.setdefault(record.table, {})[record.id] = raw(record)
        if edits:
            self.apply(edits, by=change.by, over_others=False)

    def apply(self, edits: Edits, *, by: str, over_others: bool = True) -> None:
        """Write a change of documents whole, like `commit`; see `JournalStorage.apply`."""
        if self._not_brought_up:
            # A disk that was full may have room by now; nothing is written over before.
            self._not_brought_up = self._bring_up(self._storage.path)
            if self._not_brought_up:
                raise StoreProblem(self._not_brought_up)
            self.refresh()
        self._storage.apply(edits, by=by, over_others=over_others)

    def compact(self) -> bool:
        """Write the file anew with every change in it; say whether there was any."""
        return compact(self._storage, self._summary)

    def _bring_up(self, path: Path) -> str:
        """Bring a file of an older form to this one, after a backup; say why it cannot be done."""
        said = peek(path)
        if said is None or said[0].format >= FORMAT:
            return ""
        from followup_tui.store.migrate import bring_up  # noqa: PLC0415 - hardly ever needed

        try:
            bring_up(path, now=self._clock())
        except StoreProblem as problem:
            return str(problem)
        return ""

    def history(
        self, *, client_id: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[PastChange]:
        """Return what was changed, newest first; see `services.ports.Records`."""
        from followup_tui.store import history  # noqa: PLC0415 - not for the first paint

        return history.past(self._storage, client_id=client_id, limit=limit, before=before)

    def undo(self, change_id: str = "", *, by: str = "undo") -> PastChange:
        """Take a change back and return it; see `services.ports.Records`."""
        from followup_tui.store import history  # noqa: PLC0415 - not for the first paint

        with self._storage.transaction():
            entry = history.find(self._storage, change_id)
            edits = history.back(self._storage, entry, self._zone)
            undo = self._storage.apply(edits, by=by, undoes=entry.id)
        return history.past_change(entry, undo.id if undo is not None else "")

    @property
    def version(self) -> int:
        """A number that grows with each change, and with each `refresh` that found something."""
        return self._version

    @property
    def stamp(self) -> str:
        """The stamp of the files as far as they were read (`store.stamp`), or empty."""
        with self._guard:
            state = self._storage.state
            if self._not_brought_up or state.position.torn or state.position.unended:
                return ""
            return records_stamp(state.base.signature, state.position.signature)

    @property
    def position(self) -> str:
        """Up to which change the records were read; see `services.ports.Records`."""
        with self._guard:
            return "" if self._not_brought_up else self._recent.position(self._storage.state)

    def changed_since(self, position: str) -> Sequence[Edit] | None:
        """Return what was changed since a position; see `services.ports.Records`."""
        with self._guard:
            return self._recent.since(position, self._storage.state)

    def refresh(self) -> bool:
        """Take in what another program has written since; say whether there was anything."""
        return self._storage.refresh()

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each thing met so far that could not be read."""
        with self._guard:
            return (
                *((self._not_brought_up,) if self._not_brought_up else ()),
                *self._storage.problems,
                *(
                    f"The record {record_id} of “{shelf.kind.table}” cannot be read: {why}. "
                    "It was left as it is; everything else works."
                    for shelf in self._shelves.values()
                    for record_id, why in sorted(shelf.damaged.items())
                ),
            )

    def _shelf(self, kind: type[R]) -> Shelf[R]:
        if self._unfollowed:
            self._follow()
        shelf = self._shelves.get(kind)
        if shelf is None:
            shelf = self._shelves[kind] = Shelf(kind, self._storage.documents(kind.table))
        return cast("Shelf[R]", shelf)

    def _saw(self, entry: Entry | None) -> None:
        """Note a change that was taken in, the guard being held; who reads next follows it."""
        self._version += 1
        if entry is None:
            self._recent.begin_anew(self._storage.state)
            self._unfollowed.clear()
            self._standings, self._to_follow = None, list(self._storage.state.since)
            for kind, shelf in self._shelves.items():
                shelf.begin_anew(self._storage.documents(kind.table))
            return
        self._recent.add(entry)
        self._unfollowed.append(entry)
        if len(self._unfollowed) > _UNFOLLOWED:
            self._follow()

    def _follow(self) -> None:
        """Let everything show the changes that were taken in, the guard being held."""
        entries, self._unfollowed = self._unfollowed, []
        for entry in entries:
            by_table = changed(entry.edits)
            for kind, shelf in self._shelves.items():
                if kind.table in by_table:
                    shelf.take(by_table[kind.table])
            calls = by_table.get(Interaction.table)
            if calls and self._standings is not None:
                for before, after in calls.values():
                    self._standings.follow(before, after)
            elif calls and self._to_follow is not None:
                self._to_follow.append(entry)
                if len(self._to_follow) > _TO_FOLLOW:
                    self._to_follow = None

    def _settled(self) -> Standings:
        self._follow()
        if self._standings is None:
            self._standings = self._kept_standings()
            if self._standings is None:
                self._standings = self._added_up()
                self._storage.keep_summary(self._standings.summary())
        for client_id in self._standings.unsure:
            documents = self._shelf(Interaction).documents_of_client(client_id)
            self._standings.settle(client_id, contacts_in(documents))
        return self._standings

    def _kept_standings(self) -> Standings | None:
        """Return the standings that were kept with the file, brought up to now."""
        entries, self._to_follow = self._to_follow, None
        if entries is None:
            return None
        standings = Standings.from_summary(self._storage.state.summary, self._zone)
        if standings is not None:
            for entry in entries:
                for before, after in changed(entry.edits).get(Interaction.table, {}).values():
                    standings.follow(before, after)
        return standings

    def _added_up(self) -> Standings:
        ids, contacts = by_client(self._storage.documents(Interaction.table))
        self._shelf(Interaction).use_index(ids)
        return Standings.added_up(contacts, self._zone)

    def _summary(self) -> bytes:
        """Return what to keep with the file, the guard being held."""
        with suppress(StoreProblem):  # it is told when the interactions are asked for
            return self._settled().summary()
        return b""
