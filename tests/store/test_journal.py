"""The journal: whatever becomes of its bytes, everything that can be read is there and is told."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB
from tinydb.table import Table

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.domain.record import next_id
from followup_tui.store.journal import JournalStorage
from followup_tui.store.journal_file import journal_path
from followup_tui.store.lines import Entry, Header, line_of, read_lines
from followup_tui.store.records import FILE, TinyRecords
from followup_tui.store.segments import segments
from tests.builders import NOW, ZONE, a_client
from tests.store.conftest import Opener

CLIENTS = [a_client(f"Client {number} “é” \\n") for number in range(5)]


@pytest.fixture
def journal(home: Path, opened: Opener) -> Path:
    """A journal with five changes in it, each a new client."""
    store = opened()
    for client in CLIENTS:
        store.commit(Change(by="new client", put=(client,)))
    return journal_path(home / FILE)


def names(store: TinyRecords) -> list[str]:
    return [client.name for client in store.all(Client)]


def ends_of_lines(content: bytes) -> list[int]:
    return [position + 1 for position, byte in enumerate(content) if byte == ord("\n")]


def test_a_change_is_one_line_with_its_checksum(journal: Path) -> None:
    lines = journal.read_bytes().splitlines()
    assert len(lines) == 1 + len(CLIENTS)
    entry = json.loads(lines[-1][9:])
    assert entry["by"] == "new client"
    ((table, key, before, after),) = entry["edits"]
    assert (table, key, before) == ("clients", CLIENTS[-1].id, None)
    assert after["name"] == CLIENTS[-1].name


def test_saving_never_touches_what_stands(home: Path, journal: Path, opened: Opener) -> None:
    base, before = (home / FILE).read_bytes(), journal.read_bytes()
    opened().commit(Change(by="test", put=(a_client("Sixth"),)))
    assert (home / FILE).read_bytes() == base
    assert journal.read_bytes().startswith(before)


def test_cut_off_at_any_byte_it_opens_with_all_that_stands_before(tmp_path: Path) -> None:
    storage = JournalStorage(tmp_path / FILE)
    for number in range(4):
        storage.apply({"table": {str(number): msgspec.Raw(b'{"is":"\\n%d"}' % number)}}, by="x")
    journal = journal_path(tmp_path / FILE)
    whole = journal.read_bytes()
    ends = ends_of_lines(whole)
    for length in range(len(whole)):
        journal.write_bytes(whole[:length])
        store = JournalStorage(tmp_path / FILE)
        # A line that lacks nothing but its line break is whole.
        full = sum(length >= end - 1 for end in ends[1:])
        assert set(store.documents("table")) == {str(number) for number in range(full)}, length
        is_torn = length not in {0, *ends, *(end - 1 for end in ends)}
        assert len(store.problems) == is_torn, length
        if is_torn:
            assert "is not whole" in store.problems[0]
            assert "is kept as" in store.problems[0]
    assert len(whole) > 500


def test_what_is_written_after_a_cut_is_read_again(journal: Path, opened: Opener) -> None:
    whole = journal.read_bytes()
    ends = ends_of_lines(whole)
    for length in (0, 5, ends[0] - 1, ends[0], ends[2] - 1, ends[2] + 7, len(whole) - 1):
        journal.write_bytes(whole[:length])
        store = opened()
        before = names(store)
        store.commit(Change(by="test", put=(a_client("After"),)))
        again = opened()
        assert set(names(again)) == set(names(store)) == {*before, "After"}, length
        assert again.problems() == ()


def test_the_piece_that_was_cut_off_is_kept_aside(journal: Path, opened: Opener) -> None:
    with journal.open("ab") as file:
        file.write(b'0badcafe {"id":"half a li')
    problem = opened().problems()[0]
    (aside,) = (journal.parent / "damaged").iterdir()
    assert aside.read_bytes() == b'0badcafe {"id":"half a li'
    assert str(aside) in problem
    assert opened().problems() == ()


def test_zeroes_that_a_power_cut_left_are_cut_off(journal: Path, opened: Opener) -> None:
    with journal.open("ab") as file:
        file.write(b"\x00" * 700)
    assert names(opened()) == [client.name for client in CLIENTS]
    assert opened().problems() == ()


def test_with_any_single_byte_flipped_it_opens_with_all_the_other_changes(
    journal: Path, opened: Opener
) -> None:
    whole = journal.read_bytes()
    ends = ends_of_lines(whole)
    chance = random.Random(20261119)
    for position in range(0, len(whole), 7):
        spoilt = bytearray(whole)
        spoilt[position] ^= 1 << chance.randrange(8)
        journal.write_bytes(spoilt)
        store = opened()
        hit = sum(position >= end for end in ends)  # the line: 0 is the header
        lost = set() if hit == 0 or whole[position] == ord("\n") else {CLIENTS[hit - 1].name}
        assert set(names(store)) >= {client.name for client in CLIENTS} - lost, position
        assert len(names(store)) == len(CLIENTS) - len(lost), position
        assert store.problems(), position
        assert opened().problems() == ()  # told once, and mended
        (aside,) = (journal.parent / "damaged").iterdir()
        assert bytes(spoilt).endswith(aside.read_bytes())
        aside.unlink()


def test_damage_in_the_middle_is_told_and_kept_aside(journal: Path, opened: Opener) -> None:
    whole = journal.read_bytes()
    ends = ends_of_lines(whole)
    spoilt = whole[: ends[1] + 40] + b"spoilt" + whole[ends[1] + 46 :]
    journal.write_bytes(spoilt)
    (problem,) = opened().problems()
    assert problem.startswith(f"1 line of {journal} is damaged")
    (aside,) = (journal.parent / "damaged").iterdir()
    assert str(aside) in problem
    assert aside.read_bytes() == spoilt
    assert journal.read_bytes() == whole[: ends[1]] + whole[ends[2] :]


def test_a_later_change_of_the_same_record_outlives_the_loss_of_an_earlier_one(
    home: Path, opened: Opener
) -> None:
    from msgspec.structs import replace  # noqa: PLC0415

    store, client = opened(), a_client()
    store.commit(Change(by="one", put=(client,)))
    store.commit(Change(by="two", put=(replace(client, name="Two"),)))
    journal = journal_path(home / FILE)
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[1].replace(b"Northwind", b"Southwind") + lines[2])
    assert names(opened()) == ["Two"]


def test_a_desk_that_can_only_be_read_opens_and_tells_of_damage(
    journal: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-10])

    def refuse(*_: object, **__: object) -> None:
        raise StoreProblem("the disk can only be read")

    monkeypatch.setattr("followup_tui.store.lock.locked", refuse)
    store = opened()
    assert len(names(store)) == 4
    assert "is not whole" in store.problems()[0]
    assert journal.read_bytes() == whole[:-10]


def test_a_file_that_is_missing_is_made_of_the_history(home: Path, opened: Opener) -> None:
    store = opened()
    for client in CLIENTS:
        store.commit(Change(by="new client", put=(client,)))
        store.compact()
    store.commit(Change(by="removed", drop=(CLIENTS[0],)))
    (home / FILE).unlink()
    again = opened()
    assert names(again) == [client.name for client in CLIENTS[1:]]
    assert "was missing" in again.problems()[0]
    again.commit(Change(by="test", put=(a_client("Sixth"),)))
    assert opened().problems() == ()
    assert len(opened().all(Client)) == 5


def test_an_older_file_put_back_is_brought_up_from_the_history(home: Path, opened: Opener) -> None:
    store = opened()
    store.commit(Change(by="test", put=CLIENTS[:2]))
    store.compact()
    older = (home / FILE).read_bytes()
    store.commit(Change(by="test", put=CLIENTS[2:4]))
    store.compact()
    store.commit(Change(by="test", put=CLIENTS[4:]))
    (home / FILE).write_bytes(older)
    again = opened()
    assert again.all(Client) == tuple(CLIENTS)
    assert "was older than its journal" in again.problems()[0]


def test_what_is_missing_everywhere_is_told_and_nothing_is_begun_anew(
    home: Path, opened: Opener
) -> None:
    store = opened()
    for client in CLIENTS:
        store.commit(Change(by="new client", put=(client,)))
        store.compact()
    (home / FILE).unlink()
    segments(home / FILE)[1].unlink()
    with pytest.raises(StoreProblem, match="bring back a backup"):
        opened()
    assert not (home / FILE).exists()


def test_ids_of_changes_grow_even_when_the_clock_is_set_back(home: Path) -> None:
    for hours in (0, -30, 5, -400):
        at = NOW + timedelta(hours=hours)
        store = TinyRecords(home, zone=ZONE, clock=lambda at=at: at)
        store.commit(Change(by=str(hours), put=(a_client(str(hours)),)))
        store.commit(Change(by=f"{hours} again", put=(a_client(f"{hours} again"),)))
    past = store.history()
    assert [change.by for change in reversed(past)] == [
        *("0", "0 again", "-30", "-30 again", "5", "5 again", "-400", "-400 again")
    ]
    assert past[1].at == NOW - timedelta(hours=400)
    assert len(TinyRecords(home, zone=ZONE).all(Client)) == 8


def test_the_next_id_follows_any_other() -> None:
    for after in ("", "01k7jx2g20d6gwycgq1d8y3000", "7" + "z" * 25, "01k7jx2g2" + "z" * 17):
        assert next_id(NOW, after=after) > after
        assert len(next_id(NOW, after=after)) == 26


def test_a_file_of_the_first_form_opens_and_is_brought_up(home: Path, opened: Opener) -> None:
    client = a_client()
    home.mkdir()
    (home / FILE).write_bytes(
        b'{"_meta":{"1":{"format":1}},"clients":{"%b":%b}}'
        % (client.id.encode(), msgspec.json.encode(client))
    )
    store = opened()
    assert store.all(Client) == (client,)
    store.commit(Change(by="test", put=(other := a_client("Other"),)))
    assert set(opened().all(Client)) == {client, other}
    assert json.loads((home / FILE).read_bytes())["_meta"]["1"]["format"] == 2
    assert any((home / "backups").iterdir())


def test_stock_tinydb_opens_the_compacted_file_and_finds_everything(
    home: Path, journal: Path, opened: Opener
) -> None:
    opened().compact()

    class TextIds(Table):
        document_id_class = str  # type: ignore[assignment]

    with TinyDB(home / FILE) as stock:
        stock.table_class = TextIds
        found = {doc.doc_id: doc["name"] for doc in stock.table("clients").all()}
    assert found == {client.id: client.name for client in CLIENTS}


def test_a_document_laid_out_over_several_lines_stays_in_one_line_of_the_journal(
    home: Path, journal: Path, opened: Opener
) -> None:
    opened().compact()
    file = home / FILE
    file.write_text(json.dumps(json.loads(file.read_bytes()), indent=2))
    store = opened()
    store.commit(Change(by="removed", drop=(CLIENTS[0],)))
    assert len(journal.read_bytes().splitlines()) == 2
    assert len(opened().all(Client)) == 4
    assert store.undo().by == "removed"
    assert opened().all(Client) == tuple(CLIENTS)


def test_a_file_spoilt_or_edited_while_open_is_noticed(
    home: Path, journal: Path, opened: Opener
) -> None:
    store = opened()
    store.compact()
    file = home / FILE
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"Client 0", b"Client X"))
    assert store.refresh()
    assert names(store)[0].startswith("Client X")
    file.write_bytes(b"spoilt")
    for use in (store.refresh, lambda: store.commit(Change(by="test", put=(a_client(),)))):
        with pytest.raises(StoreProblem, match="is no whole JSON"):
            use()
    assert len(names(store)) == 5


def test_nothing_is_changed_by_looking(home: Path, journal: Path) -> None:
    journal.write_bytes(journal.read_bytes()[:-10])
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    storage = JournalStorage(home / FILE, mending=False)
    assert len(storage.documents("clients")) == 4
    assert storage.problems
    assert before == {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_lines_come_back_as_they_were() -> None:
    header = Header(2, "epoch", "")
    entry = Entry("01k7jx2g20d6gwycgq1d8y3000", NOW, "by “hand”\n\u2028", made=("x",))
    found = read_lines(line_of(header) + line_of(entry))
    assert (found.header, found.damaged, found.torn) == (header, 0, b"")
    assert [line_of(read) for read in found.entries] == [line_of(entry)]
