"""TinyDB's own API over the journal, held against stock TinyDB: what its documentation promises."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import Query, TinyDB, operations, where
from tinydb.queries import QueryInstance
from tinydb.storages import JSONStorage
from tinydb.table import Document, Table

from followup_tui.store.compaction import compact
from followup_tui.store.journal import JournalStorage
from followup_tui.store.journal_file import journal_path
from followup_tui.store.lines import read_lines
from followup_tui.store.tables import DeskDB

WORDS = st.sampled_from(["", "a", "b", "é \n“”", "[red]"])
DOCUMENTS = st.fixed_dictionaries(
    {"n": st.integers(-3, 3), "s": WORDS},
    optional={"tags": st.lists(WORDS, max_size=2), "deep": st.fixed_dictionaries({"x": WORDS})},
)
QUERIES = st.sampled_from(
    [
        where("n") > 0,
        where("s") == "a",
        where("tags").any(["a", "b"]),
        where("deep").x.exists(),
        ~(where("n") < 2),
        (where("n") == 1) & (where("s") != "b"),
        (where("n") == 1) | (where("s") == "b"),
        where("s").test(lambda s: len(s) > 1),
        where("s").matches("[a-z]"),
        Query().fragment({"n": 0}),
        Query().noop(),
    ]
)
OPERATIONS = st.sampled_from(
    [
        operations.increment("n"),
        operations.decrement("n"),
        operations.add("n", 2),
        operations.subtract("n", 1),
        operations.set("s", "set"),
        {"s": "fields", "new": None},
        {"n": 7},
    ]
)
TABLES = st.sampled_from(["_default", "other"])


class BothAlike(RuleBasedStateMachine):
    """The same calls to ours and to stock TinyDB, whose ids are numbers: the rest is alike."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "desk.json"
        self.ours: TinyDB = DeskDB(self.path, storage=JournalStorage)
        self.stock = TinyDB(Path(self._folder.name) / "stock.json", storage=JSONStorage)
        self.ids: dict[tuple[str, int], str] = {}

    def tables(self, name: str) -> tuple[Table, Table]:
        return self.ours.table(name), self.stock.table(name)

    def alike(self, name: str, ours: list[Any], stock: list[Any]) -> None:
        """The ids that a call returned name the same documents in both."""
        assert [self.ids[name, number] for number in stock] == ours

    @rule(name=TABLES, document=DOCUMENTS)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        ours, stock = self.tables(name)
        self.ids[name, stock.insert(document)] = str(ours.insert(document))

    @rule(name=TABLES, documents=st.lists(DOCUMENTS, max_size=3))
    def insert_multiple(self, name: str, documents: list[dict[str, Any]]) -> None:
        ours, stock = self.tables(name)
        mine, theirs = ours.insert_multiple(documents), stock.insert_multiple(documents)
        self.ids.update(
            ((name, number), str(key)) for key, number in zip(mine, theirs, strict=True)
        )

    @rule(name=TABLES, document=DOCUMENTS, number=st.integers(1, 6))
    def insert_under_an_id_of_ones_own(self, name: str, document: Any, number: int) -> None:
        ours, stock = self.tables(name)
        key = self.ids.get((name, number), f"own-{number}")
        if stock.contains(doc_id=number):
            for table, doc_id in ((stock, number), (ours, key)):
                with pytest.raises(ValueError, match="already exists"):
                    table.insert(Document(document, doc_id))  # type: ignore[arg-type]
            return
        stock.insert(Document(document, number))
        ours.insert(Document(document, key))  # type: ignore[arg-type]
        self.ids[name, number] = key

    @rule(name=TABLES, how=OPERATIONS, query=st.none() | QUERIES)
    def update(self, name: str, how: Any, query: QueryInstance | None) -> None:
        ours, stock = self.tables(name)
        self.alike(name, ours.update(how, query), stock.update(how, query))

    @rule(name=TABLES, how=OPERATIONS, numbers=st.lists(st.integers(1, 6), max_size=3, unique=True))
    def update_by_id(self, name: str, how: Any, numbers: list[int]) -> None:
        ours, stock = self.tables(name)
        keys: list[Any] = [self.ids.get((name, number), "none") for number in numbers]
        self.alike(name, ours.update(how, doc_ids=keys), stock.update(how, doc_ids=numbers))

    @rule(name=TABLES, updates=st.lists(st.tuples(OPERATIONS, QUERIES), max_size=2))
    def update_multiple(self, name: str, updates: list[Any]) -> None:
        ours, stock = self.tables(name)
        self.alike(name, ours.update_multiple(updates), stock.update_multiple(updates))

    @rule(name=TABLES, document=DOCUMENTS, query=QUERIES)
    def upsert(self, name: str, document: dict[str, Any], query: QueryInstance) -> None:
        ours, stock = self.tables(name)
        mine, theirs = ours.upsert(document, query), stock.upsert(document, query)
        self.ids.update(
            ((name, number), str(key)) for key, number in zip(mine, theirs, strict=True)
        )

    @rule(name=TABLES, query=QUERIES)
    def remove(self, name: str, query: QueryInstance) -> None:
        ours, stock = self.tables(name)
        self.alike(name, ours.remove(query), stock.remove(query))

    @rule(name=TABLES, numbers=st.lists(st.integers(1, 6), max_size=3, unique=True))
    def remove_by_id(self, name: str, numbers: list[int]) -> None:
        ours, stock = self.tables(name)
        keys: list[Any] = [self.ids.get((name, number), "none") for number in numbers]
        self.alike(name, ours.remove(doc_ids=keys), stock.remove(doc_ids=numbers))

    @rule(name=TABLES)
    def truncate(self, name: str) -> None:
        for table in self.tables(name):
            table.truncate()

    @rule(name=TABLES)
    def drop_table(self, name: str) -> None:
        self.ours.drop_table(name)
        self.stock.drop_table(name)

    @rule()
    def drop_tables(self) -> None:
        self.ours.drop_tables()
        self.stock.drop_tables()

    @rule(name=st.sampled_from(["empty", "other"]))
    def make_table(self, name: str) -> None:
        self.ours.table(name, persist_empty=name not in self.stock.tables())
        self.stock.table(name, persist_empty=name not in self.stock.tables())

    @rule()
    def open_again(self) -> None:
        self.ours = DeskDB(self.path, storage=JournalStorage)
        self.stock.close()
        self.stock = TinyDB(Path(self._folder.name) / "stock.json", storage=JSONStorage)

    @rule()
    def compact(self) -> None:
        storage = self.ours.storage
        assert isinstance(storage, JournalStorage)
        compact(storage)

    @rule(name=TABLES, query=QUERIES)
    def ask(self, name: str, query: QueryInstance) -> None:
        ours, stock = self.tables(name)
        found = stock.search(query)
        self.alike(name, [each.doc_id for each in ours.search(query)], [e.doc_id for e in found])
        assert ours.search(query) == found
        assert ours.count(query) == stock.count(query)
        assert ours.contains(query) == stock.contains(query)
        assert ours.get(query) == stock.get(query)

    @invariant()
    def everything_is_alike(self) -> None:
        assert self.ours.tables() == self.stock.tables()
        for name in self.stock.tables():
            ours, stock = self.tables(name)
            assert [dict(each) for each in ours] == [dict(each) for each in stock]
            self.alike(name, [each.doc_id for each in ours], [each.doc_id for each in stock])
            assert len(ours) == len(stock)
            for each in stock:
                assert ours.get(doc_id=self.ids[name, each.doc_id]) == each  # type: ignore[arg-type]

    def teardown(self) -> None:
        self.stock.close()
        self._folder.cleanup()


BothAlike.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestBothAlike = BothAlike.TestCase


@pytest.fixture
def db(tmp_path: Path) -> TinyDB:
    return DeskDB(tmp_path / "desk.json", storage=JournalStorage)


def lines(tmp_path: Path) -> int:
    return len(read_lines(journal_path(tmp_path / "desk.json").read_bytes()).entries)


def test_each_operation_is_one_line(db: TinyDB, tmp_path: Path) -> None:
    db.insert_multiple({"n": number} for number in range(100))
    assert lines(tmp_path) == 1
    db.update(operations.increment("n"))
    assert lines(tmp_path) == 2
    db.remove(where("n") > 50)
    assert lines(tmp_path) == 3
    db.update({"n": 1}, where("n") == 1000)  # changes nothing
    assert lines(tmp_path) == 3
    db.drop_tables()
    assert lines(tmp_path) == 4
    assert db.all() == []


def test_an_insert_looks_at_no_other_document(db: TinyDB, monkeypatch: pytest.MonkeyPatch) -> None:
    db.insert_multiple({"n": number} for number in range(10))
    monkeypatch.setattr("followup_tui.store.tables.msgspec.json.decode", None)  # cannot be called
    assert db.insert({"n": 11})
    assert len(db) == 11


def test_ids_sort_as_documents_were_inserted(db: TinyDB) -> None:
    ids = [db.insert({"n": number}) for number in range(50)]
    assert ids == sorted(ids)
    assert [each["n"] for each in sorted(db.all(), key=lambda each: each.doc_id)] == [*range(50)]


def test_what_tinydb_was_given_is_no_way_in(db: TinyDB) -> None:
    document: dict[str, Any] = {"tags": []}
    key = db.insert(document)
    document["tags"].append("later")
    found = db.get(doc_id=key)
    assert found == {"tags": []}
    found["tags"].append("later")
    assert db.get(doc_id=key) == {"tags": []}


def test_an_update_that_fails_half_way_changes_nothing(db: TinyDB) -> None:
    db.insert_multiple([{"n": 1}, {"s": "no n"}])
    before = json.dumps([dict(each) for each in db])
    with pytest.raises(KeyError):
        db.update(operations.increment("n"))
    assert json.dumps([dict(each) for each in db]) == before
