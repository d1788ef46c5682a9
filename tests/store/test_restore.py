"""Restoring: as one change that can be undone, and with what was there kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.domain.promise import Promise
from followup_tui.store import restore as restoring
from followup_tui.store.archive import Archive
from followup_tui.store.backup import Kind, back_up, backups
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.everything import in_all
from followup_tui.store.records import FILE
from followup_tui.store.restore import Restored, restore
from tests.builders import NOW, a_client, a_promise
from tests.store.care import compact
from tests.store.conftest import Opener

JANE = a_client("Northwind Traders")
OTHER = a_client("Tailspin Toys")
LATER = a_client("Litware")
PROMISE = a_promise(JANE)


@pytest.fixture
def kept(home: Path, opened: Opener) -> Path:
    """A backup of a desk of two clients, which was worked on since."""
    store = opened()
    store.commit(Change(by="add Northwind Traders", put=(JANE, PROMISE)))
    compact(home)
    store.commit(Change(by="add Tailspin Toys", put=(OTHER,)))
    (home / "settings.toml").write_text("[me]\nname = 'Rosa'\n", encoding="utf-8")
    FileDrafts(home / "drafts").save("note-1", b"typed")
    made = back_up(home, now=NOW)
    renamed = replace(JANE, name="Northwind Pty")
    store.commit(Change(by="edit Northwind Pty", put=(renamed,), drop=(PROMISE,)))
    store.commit(Change(by="add Litware", put=(LATER,)))
    store.commit(Change(by="test", drop=(OTHER,)))
    return made


def clients(opened: Opener) -> list[str]:
    return [client.name for client in opened().all(Client)]


def brought_back(home: Path, opened: Opener, done: Restored) -> None:
    assert clients(opened) == ["Northwind Traders", "Tailspin Toys"]
    assert list(opened().all(Promise)) == [PROMISE]
    assert done.put_aside is not None


def test_it_is_as_it_was(home: Path, opened: Opener, kept: Path) -> None:
    done = restore(home, kept, now=NOW)
    brought_back(home, opened, done)
    assert dict(done.added) == {"clients": 1, "promises": 1}
    assert dict(done.changed) == {"clients": 1}
    assert dict(done.removed) == {"clients": 1}


def test_what_was_there_is_kept_and_can_be_restored_too(
    home: Path, opened: Opener, kept: Path
) -> None:
    before = in_all(home / FILE).tables
    done = restore(home, kept, now=NOW)
    assert done.put_aside is not None
    assert [each.kind for each in backups(home)] == [Kind.BEFORE_RESTORE, Kind.ASKED]
    restore(home, done.put_aside, now=NOW)
    assert in_all(home / FILE).tables == before


def test_it_is_one_change_and_can_be_undone(home: Path, opened: Opener, kept: Path) -> None:
    done = restore(home, kept, now=NOW)
    store = opened()
    (last,) = store.history(limit=1)
    assert last.id == done.change_id
    assert last.by == f"restore of {kept.stem}"
    assert len(store.history()) == 6
    store.undo()
    assert clients(opened) == ["Northwind Pty", "Litware"]


def test_a_desk_that_is_open_shows_it(home: Path, opened: Opener, kept: Path) -> None:
    store = opened()
    assert len(store.all(Client)) == 2
    restore(home, kept, now=NOW)
    assert store.refresh()
    assert [client.name for client in store.all(Client)] == ["Northwind Traders", "Tailspin Toys"]


def test_the_same_state_is_no_change(home: Path, opened: Opener) -> None:
    opened().commit(Change(by="test", put=(JANE,)))
    made = back_up(home, now=NOW)
    done = restore(home, made, now=NOW)
    assert (dict(done.added), dict(done.changed), dict(done.removed)) == ({}, {}, {})
    assert len(opened().history()) == 1


# Other files


def test_settings_that_differ_are_left_unless_asked_for(home: Path, kept: Path) -> None:
    path = home / "settings.toml"
    path.write_text("[me]\nname = 'Another'\n", encoding="utf-8")
    done = restore(home, kept, now=NOW)
    assert (done.left, done.files) == (["settings.toml"], [])
    assert "Another" in path.read_text(encoding="utf-8")
    done = restore(home, kept, now=NOW, settings=True)
    assert (done.left, done.files) == ([], ["settings.toml"])
    assert "Rosa" in path.read_text(encoding="utf-8")


def test_settings_that_are_gone_come_back_and_drafts_do_not(home: Path, kept: Path) -> None:
    (home / "settings.toml").unlink()
    FileDrafts(home / "drafts").discard("note-1")
    assert restore(home, kept, now=NOW).files == ["settings.toml"]
    assert FileDrafts(home / "drafts").keys() == ()


# Desks that cannot be opened


def _empty(home: Path) -> None:
    shutil.rmtree(home)


def _unreadable(home: Path) -> None:
    (home / FILE).write_bytes(b'{"_meta":{"1":{"form')


def _newer(home: Path) -> None:
    (home / FILE).write_bytes(b'{"_meta":{"1":{"format":99}}}')


def _no_file(home: Path) -> None:
    (home / FILE).unlink()
    shutil.rmtree(home / "history", ignore_errors=True)


@pytest.mark.parametrize("spoil", [_empty, _unreadable, _newer, _no_file])
def test_a_desk_that_does_not_open_is_put_in_place(
    home: Path, tmp_path: Path, opened: Opener, kept: Path, spoil: Callable[[Path], None]
) -> None:
    compact(home)
    kept = kept.rename(tmp_path / "kept.zip")
    spoil(home)
    there = home.exists()
    before = (home / FILE).read_bytes() if (home / FILE).exists() else b""
    done = restore(home, kept, now=NOW)
    assert clients(opened) == ["Northwind Traders", "Tailspin Toys"]
    assert (done.put_aside is not None) == there
    if done.put_aside is not None:
        with Archive.open(done.put_aside) as aside:
            assert aside.read(FILE) == before
    assert [change.by for change in opened().history()][-2:] == [
        "add Tailspin Toys",
        "add Northwind Traders",
    ]
    assert FileDrafts(home / "drafts").load("note-1") == b"typed"
    assert (home / "settings.toml").exists()
    opened().commit(Change(by="test", put=(LATER,)))
    assert clients(opened) == ["Northwind Traders", "Tailspin Toys", "Litware"]


def test_a_history_that_goes_on_after_it_still_follows(
    home: Path, opened: Opener, kept: Path
) -> None:
    """A desk that was put in place takes changes, is compacted, and is opened again."""
    _unreadable(home)
    restore(home, kept, now=NOW)
    opened().commit(Change(by="test", put=(LATER,)))
    compact(home)
    opened().commit(Change(by="test", drop=(OTHER,)))
    assert clients(opened) == ["Northwind Traders", "Litware"]
    assert opened().problems() == ()


# What goes wrong


def test_a_damaged_backup_changes_nothing(home: Path, opened: Opener, kept: Path) -> None:
    before = clients(opened)
    kept.write_bytes(kept.read_bytes()[:-30])
    with pytest.raises(StoreProblem, match=kept.name):
        restore(home, kept, now=NOW)
    assert clients(opened) == before
    assert [each.path for each in backups(home)] == [kept]
    assert not list(home.glob(".unpacked-*"))


class Stopped(BaseException):
    """The machine stops: nothing may catch it."""


@pytest.mark.parametrize("what", ["write", "write_whole", "put_away", "_remove"])
@pytest.mark.parametrize("after", [False, True])
def test_stopped_half_way_it_is_begun_anew(
    home: Path, tmp_path: Path, opened: Opener, kept: Path, what: str, after: bool
) -> None:
    kept = kept.rename(tmp_path / "kept.zip")
    _unreadable(home)
    real = getattr(restoring, what)

    def stops(*args: object) -> None:
        if after:
            real(*args)
        raise Stopped

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(restoring, what, stops)
        with pytest.raises(Stopped):
            restore(home, kept, now=NOW)
    assert [each.kind for each in backups(home)] == [Kind.BEFORE_RESTORE]
    restore(home, kept, now=NOW)
    assert clients(opened) == ["Northwind Traders", "Tailspin Toys"]
