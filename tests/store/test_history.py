"""What was changed, and taking it back: on the journal, and on the stand-in that tests use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.history import CannotUndo, PastChange
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import Record
from followup_tui.services.ports import Records
from followup_tui.store.kinds import KINDS
from followup_tui.store.records import TinyRecords
from tests.builders import NOW, ZONE, a_client, a_promise, an_interaction
from tests.fakes import FakeClock, MemoryRecords

NORTHWIND, TAILSPIN = a_client(), a_client("Tailspin")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["journal", "memory"])
def records(request: pytest.FixtureRequest, home: Path, clock: FakeClock) -> Records:
    if request.param == "memory":
        return MemoryRecords(clock=clock)
    return TinyRecords(home, zone=ZONE, clock=clock)


@pytest.fixture
def store(home: Path, clock: FakeClock) -> TinyRecords:
    return TinyRecords(home, zone=ZONE, clock=clock)


def said(history: Sequence[PastChange]) -> list[str]:
    return [change.by for change in history]


def test_changes_are_told_newest_first_with_what_they_did(
    records: Records, clock: FakeClock
) -> None:
    renamed = replace(NORTHWIND, name="Northwind & Co")
    records.commit(Change(by="new client: Northwind", put=(NORTHWIND,)))
    clock.forward(minutes=5)
    records.commit(Change(by="edited: Northwind", put=(renamed,)))
    clock.forward(minutes=5)
    records.commit(Change(by="removed: Northwind", drop=(renamed,)))
    removed, edited, new = records.history()
    assert said([removed, edited, new]) == [
        *("removed: Northwind", "edited: Northwind", "new client: Northwind")
    ]
    assert [change.at for change in (new, edited, removed)] == [
        NOW + timedelta(minutes=minutes) for minutes in (0, 5, 10)
    ]
    (edit,) = edited.edits
    assert (edit.table, edit.record_id) == ("clients", NORTHWIND.id)
    assert (edit.before, edit.after) == (NORTHWIND, renamed)
    assert (new.edits[0].before, removed.edits[0].after) == (None, None)
    assert new.id < edited.id < removed.id


def test_the_history_can_be_read_on_from_its_end(records: Records) -> None:
    for number in range(7):
        records.commit(Change(by=str(number), put=(a_client(str(number)),)))
    first = records.history(limit=3)
    assert said(first) == ["6", "5", "4"]
    assert said(records.history(limit=3, before=first[-1].id)) == ["3", "2", "1"]
    assert records.history(limit=0) == []


def test_the_history_of_a_client_is_theirs_alone(records: Records) -> None:
    call = an_interaction(NORTHWIND)
    records.commit(Change(by="import", put=(NORTHWIND, TAILSPIN)))
    records.commit(Change(by="call", put=(call,)))
    records.commit(Change(by="other", put=(a_promise(TAILSPIN),)))
    records.commit(Change(by="removed", drop=(call,)))
    assert said(records.history(client_id=NORTHWIND.id)) == ["removed", "call", "import"]
    assert said(records.history(client_id=TAILSPIN.id)) == ["other", "import"]
    assert records.history(client_id="nobody") == []


def test_a_whole_import_is_taken_back_as_one(records: Records) -> None:
    records.commit(Change(by="before", put=(NORTHWIND,)))
    many = tuple(a_client(f"Client {number}") for number in range(30))
    records.commit(Change(by="import: contacts.csv", put=(*many, replace(NORTHWIND, about="x"))))
    taken_back = records.undo()
    assert taken_back.by == "import: contacts.csv"
    assert list(records.all(Client)) == [NORTHWIND]
    undo, imported, _ = records.history()
    assert (undo.undoes, imported.undone_by) == (imported.id, undo.id)
    assert taken_back == imported


def test_undo_goes_back_one_after_the_other_and_then_says_that_nothing_is_left(
    records: Records,
) -> None:
    for name in ("A", "B"):
        records.commit(Change(by=name, put=(a_client(name),)))
    assert [records.undo().by, records.undo().by] == ["B", "A"]
    assert list(records.all(Client)) == []
    with pytest.raises(CannotUndo, match=r"^There is nothing to take back\.$"):
        records.undo()


def test_an_undo_can_be_taken_back_and_the_change_stands_again(records: Records) -> None:
    records.commit(Change(by="new", put=(NORTHWIND,)))
    records.undo(by="undo: new")
    records.undo(records.history()[0].id, by="redo: new")
    assert list(records.all(Client)) == [NORTHWIND]
    redo, undo, new = records.history()
    assert (redo.undoes, undo.undone_by, new.undone_by) == (undo.id, redo.id, "")
    assert said([redo, undo]) == ["redo: new", "undo: new"]
    assert records.undo().by == "new"  # once more
    assert list(records.all(Client)) == []


def test_what_was_taken_back_is_not_taken_back_twice(records: Records) -> None:
    records.commit(Change(by="new", put=(NORTHWIND,)))
    change = records.undo()
    with pytest.raises(CannotUndo, match="taken back already"):
        records.undo(change.id)


def test_a_change_that_a_later_one_wrote_over_is_not_taken_back(records: Records) -> None:
    promise = a_promise(NORTHWIND)
    records.commit(Change(by="one", put=(NORTHWIND, promise)))
    records.commit(Change(by="two", put=(replace(promise, text="Two"),)))
    before = records.history()
    with pytest.raises(CannotUndo, match="cannot be taken back"):
        records.undo(before[1].id)
    assert records.history() == before
    records.undo()
    assert records.undo(before[1].id).by == "one"
    assert list(records.all(Promise)) == []


def test_a_change_of_the_middle_is_taken_back_where_nothing_rests_on_it(records: Records) -> None:
    promise = a_promise(NORTHWIND)
    records.commit(Change(by="client", put=(NORTHWIND,)))
    records.commit(Change(by="promise", put=(promise,)))
    records.commit(Change(by="other", put=(TAILSPIN,)))
    assert records.undo(records.history()[1].id).by == "promise"
    assert list(records.all(Promise)) == []
    assert len(records.all(Client)) == 2


def test_what_later_records_point_at_is_not_taken_away(store: TinyRecords) -> None:
    store.commit(Change(by="new client: Northwind", put=(NORTHWIND,)))
    store.commit(Change(by="note: Northwind", put=(an_interaction(NORTHWIND),)))
    new = store.history()[1]
    with pytest.raises(CannotUndo) as refused:
        store.undo(new.id)
    assert str(refused.value) == (
        "“new client: Northwind” of Thu 19 Nov, 14:02 cannot be taken back: “note: Northwind” of "
        "Thu 19 Nov, 14:02 came later and rests on it. Take that back first."
    )
    assert len(store.history()) == 2
    store.undo()
    store.undo(new.id)
    assert store.all(Client) == ()


def test_what_would_point_at_something_removed_is_not_brought_back(store: TinyRecords) -> None:
    promise = a_promise(NORTHWIND)
    store.commit(Change(by="new", put=(NORTHWIND, promise)))
    store.commit(Change(by="promise removed", drop=(promise,)))
    store.commit(Change(by="client removed", drop=(NORTHWIND,)))
    with pytest.raises(CannotUndo, match="“client removed”"):
        store.undo(store.history()[1].id)
    store.undo()
    store.undo(store.history()[2].id)
    assert store.all(Promise) == (promise,)


def test_a_change_that_does_not_exist_is_told(store: TinyRecords) -> None:
    with pytest.raises(CannotUndo, match="There is no change 123 in the history"):
        store.undo("123")


def test_what_the_desk_began_with_is_not_taken_back_unasked(store: TinyRecords) -> None:
    store.commit(Change(by="sample desk: dated from today", put=(NORTHWIND,)))
    with pytest.raises(CannotUndo, match="nothing to take back"):
        store.undo()
    store.undo(store.history()[0].id)
    assert store.all(Client) == ()


def test_the_history_goes_on_through_compactions_and_openings(home: Path) -> None:
    for number in range(6):
        store = TinyRecords(home, zone=ZONE)
        store.commit(Change(by=str(number), put=(a_client(str(number)),)))
        if number % 2:
            store.compact()
    store = TinyRecords(home, zone=ZONE)
    assert said(store.history()) == ["5", "4", "3", "2", "1", "0"]
    assert store.undo(store.history()[-2].id).by == "1"
    assert len(store.all(Client)) == 5
    assert store.history()[-2].undone_by


def test_what_another_program_changed_is_minded(home: Path) -> None:
    one, two = TinyRecords(home, zone=ZONE), TinyRecords(home, zone=ZONE)
    one.commit(Change(by="one", put=(NORTHWIND,)))
    two.refresh()
    two.commit(Change(by="two", put=(replace(NORTHWIND, name="Two"),)))
    with pytest.raises(CannotUndo, match="“two”"):
        one.undo(one.history()[1].id)
    assert one.undo().by == "two"
    two.refresh()
    assert two.all(Client) == (NORTHWIND,)


def test_standings_follow_an_undo(store: TinyRecords) -> None:
    store.commit(Change(by="client", put=(NORTHWIND, an_interaction(NORTHWIND))))
    store.commit(Change(by="call", put=(an_interaction(NORTHWIND, at=NOW),)))
    assert store.standings()[NORTHWIND.id].reached == 2
    store.undo()
    assert store.standings()[NORTHWIND.id].reached == 1


CLIENTS = [a_client(str(number)) for number in range(3)]
RECORDS: list[Record] = [
    *CLIENTS,
    *(replace(client, about="other") for client in CLIENTS),
    *(
        an_interaction(client, id=f"call-{client.id[:9]}{number}")
        for number, client in enumerate(CLIENTS)
    ),
]


class BackAndForth(RuleBasedStateMachine):
    """Undo brings back exactly what was, and refuses rather than leave anything without ground."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile  # noqa: PLC0415

        self._folder = tempfile.TemporaryDirectory()
        self.home = Path(self._folder.name) / "home"
        self.store = TinyRecords(self.home, zone=ZONE)
        self.states: dict[str, dict[str, Record]] = {}

    def content(self) -> dict[str, Record]:
        return {record.id: record for kind in KINDS for record in self.store.all(kind)}

    @rule(put=st.lists(st.sampled_from(RECORDS), max_size=3), by=st.sampled_from("abc"))
    def commit(self, put: list[Record], by: str) -> None:
        clients = [c for c in CLIENTS for r in put if getattr(r, "client_id", None) == c.id]
        self.store.commit(Change(by=by, put=(*clients, *put)))

    @rule(which=st.sampled_from(CLIENTS))
    def remove_a_client(self, which: Client) -> None:
        theirs = self.store.of_client(Interaction, which.id)
        self.store.commit(Change(by="removed", drop=(which, *theirs)))

    @precondition(lambda self: self.store.history())
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        before, past = self.content(), self.store.history()
        change = data.draw(st.sampled_from(past))
        try:
            self.store.undo(change.id)
        except CannotUndo:
            assert (self.content(), self.store.history()) == (before, past)
            assert change.undone_by or change is not past[0]  # the newest one always can be
            return
        after = {edit.record_id: edit.before for edit in change.edits}
        expected = {**before, **{key: record for key, record in after.items() if record}}
        assert self.content() == {k: r for k, r in expected.items() if after.get(k, r)}

    @rule()
    def compact_and_open_again(self) -> None:
        self.store.compact()
        self.store = TinyRecords(self.home, zone=ZONE)

    @invariant()
    def nothing_is_without_its_ground(self) -> None:
        content = self.content()
        for record in content.values():
            assert getattr(record, "client_id", record.id) in content

    def teardown(self) -> None:
        self._folder.cleanup()


BackAndForth.TestCase.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
TestBackAndForth = BackAndForth.TestCase
