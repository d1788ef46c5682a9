"""Compaction: beside the program, killed at any moment, and the history goes on."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.store import base, compaction
from followup_tui.store.form import laid_out
from followup_tui.store.journal_file import journal_path
from followup_tui.store.lines import Entry, read_lines
from followup_tui.store.records import FILE, TinyRecords
from followup_tui.store.segments import newest_first, segments
from tests.builders import NOW, ZONE, a_client, an_interaction
from tests.store.conftest import Opener

CLIENTS = [a_client(f"Client {number}") for number in range(6)]


@pytest.fixture
def store(opened: Opener) -> TinyRecords:
    """Records with three clients in their file and three in the journal, and a call with each."""
    store = opened()
    for number, client in enumerate(CLIENTS):
        if number == 3:
            store.compact()
        store.commit(Change(by="new client", put=(client, an_interaction(client, at=NOW))))
    return store


def entries(path: Path) -> list[Entry]:
    return read_lines(path.read_bytes()).entries


def test_the_file_holds_everything_and_the_journal_nothing(home: Path, store: TinyRecords) -> None:
    expected = (store.all(Client), store.all(Interaction), store.standings())
    assert store.compact()
    assert entries(journal_path(home / FILE)) == []
    assert not store.compact()  # there is nothing to do
    journal_path(home / FILE).unlink()
    again = TinyRecords(home, zone=ZONE)
    assert (again.all(Client), again.all(Interaction), again.standings()) == expected


def test_no_line_is_thrown_away(home: Path, store: TinyRecords) -> None:
    before = [entry.id for entry in newest_first(home / FILE)]
    store.compact()
    assert [entry.id for entry in newest_first(home / FILE)] == before
    assert [len(entries(segment)) for segment in segments(home / FILE)] == [3, 3]
    assert len(before) == 6


def test_a_kill_between_any_two_steps_costs_nothing(
    home: Path, store: TinyRecords, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = (store.all(Client), store.all(Interaction), store.standings())
    history = [entry.id for entry in newest_first(home / FILE)]
    snapshots: list[Path] = []
    rename = Path.replace

    def keep() -> None:
        snapshots.append(tmp_path / f"killed-{len(snapshots)}")
        shutil.copytree(home, snapshots[-1])

    def watched(self: Path, target: Path) -> Path:
        keep()
        done = rename(self, target)
        keep()
        return done

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", watched)
        store.compact()
    assert len(snapshots) == 8  # the file, its index, the segment and the journal
    for killed in snapshots:
        again = TinyRecords(killed, zone=ZONE)
        assert (again.all(Client), again.all(Interaction), again.standings()) == expected
        again.commit(Change(by="after", put=(a_client("After"),)))
        assert again.compact()
        last = TinyRecords(killed, zone=ZONE)
        assert last.problems() == ()
        assert len(last.all(Client)) == 7
        found = [entry.id for entry in newest_first(killed / FILE)]
        assert found[1:] == history
        assert sum(len(entries(segment)) for segment in segments(killed / FILE)) == 7


def test_a_change_need_not_wait_for_it(
    home: Path, store: TinyRecords, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_way, go_on = threading.Event(), threading.Event()

    def slowly(*arguments: object) -> Iterator[bytes]:
        for piece in laid_out(*arguments):  # type: ignore[arg-type]
            half_way.set()
            assert go_on.wait(10)
            yield piece

    monkeypatch.setattr(base, "laid_out", slowly)
    monkeypatch.setattr(compaction, "SMALLEST", 1)
    store.commit(Change(by="begins it", put=(a_client("Begins"),)))
    assert half_way.wait(10)
    monkeypatch.setattr(compaction, "SMALLEST", 1_000_000)
    store.commit(Change(by="meanwhile", put=(mine := a_client("Mine"),), drop=(CLIENTS[0],)))
    other = opened()
    other.commit(Change(by="of another program", put=(theirs := a_client("Theirs"),)))
    assert mine in store.all(Client)
    go_on.set()
    store.close()
    store.refresh()
    assert entries(journal_path(home / FILE))[0].by == "meanwhile"
    for each in (store, other, opened()):
        each.refresh()
        assert {mine, theirs} < set(each.all(Client))
        assert CLIENTS[0] not in each.all(Client)
        assert len(each.history()) == 9


def test_of_two_at_once_one_gives_up(
    store: TinyRecords, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened()

    def overtaken(*arguments: object) -> Iterator[bytes]:
        with monkeypatch.context() as patch:
            patch.setattr(base, "laid_out", laid_out)
            assert other.compact()
        return laid_out(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(base, "laid_out", overtaken)
    assert not store.compact()
    assert opened().all(Client) == store.all(Client) == tuple(CLIENTS)
    store.commit(Change(by="test", put=(a_client("Other"),)))
    assert len(opened().all(Client)) == 7


def test_it_begins_by_itself_and_keeps_the_journal_short(
    home: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compaction, "SMALLEST", 20_000)
    monkeypatch.setattr(compaction, "SHARE", 1_000_000)
    store = opened()
    longest = 0
    for number in range(300):
        store.commit(Change(by="test", put=(a_client(f"{number} " + "x" * 300),)))
        longest = max(longest, journal_path(home / FILE).stat().st_size)
    store.close()
    assert segments(home / FILE)
    assert longest < 200_000
    assert len(opened().all(Client)) == 300
    assert len(opened().history(limit=1_000)) == 300


def test_closing_compacts_when_it_is_worthwhile(
    home: Path, store: TinyRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    assert len(entries(journal_path(home / FILE))) == 3
    monkeypatch.setattr(compaction, "SMALLEST_AT_CLOSE", 100)
    store.close()
    assert entries(journal_path(home / FILE)) == []


def test_a_disk_without_room_for_it_costs_nothing(
    home: Path, store: TinyRecords, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Iterator[bytes]:
        yield b"{"
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(base, "laid_out", full)
        patch.setattr(compaction, "SMALLEST_AT_CLOSE", 100)
        with pytest.raises(StoreProblem, match="the disk is full"):
            store.compact()
        store.close()  # tries it, and is content
    assert list(home.glob(".*")) == []
    assert opened().all(Client) == tuple(CLIENTS)
    assert store.compact()


def test_another_program_goes_on_after_it_without_reading_everything_anew(
    store: TinyRecords, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened()
    other.standings()
    other.all(Interaction)
    store.commit(Change(by="one", put=(a_client("One"),)))
    store.compact()
    store.commit(Change(by="two", put=(a_client("Two"),)))
    store.compact()
    store.commit(Change(by="three", put=(a_client("Three"),)))
    monkeypatch.setattr("followup_tui.store.journal.read_state", None)  # cannot be called
    assert other.refresh()
    assert {client.name for client in other.all(Client)} >= {"One", "Two", "Three"}
    other.commit(Change(by="four", put=(a_client("Four"),)))
    assert not other.refresh()
    assert store.refresh()
    assert len(store.all(Client)) == len(other.all(Client)) == 10
