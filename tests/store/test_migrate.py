"""Migrations: step by step after a backup, or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.store import migrate
from followup_tui.store.archive import Archive
from followup_tui.store.backup import Kind, back_up, backups
from followup_tui.store.everything import Tables, in_file
from followup_tui.store.form import FORMAT
from followup_tui.store.migrate import STEPS, bring_up
from followup_tui.store.records import FILE
from followup_tui.store.restore import restore
from tests.builders import NOW, a_client, an_interaction
from tests.store.conftest import Opener

JANE = a_client("Northwind Traders")
CALL = an_interaction(JANE)
NOBODY = b'{"_meta":{"1":{"format":99}}}'


def format_1() -> bytes:
    """Return the file that the first versions wrote: everything, and no journal."""
    return msgspec.json.encode(
        {
            "_meta": {"1": {"format": 1}},
            "clients": {JANE.id: JANE},
            "interactions": {CALL.id: CALL},
            "other": {"1": {"of": "another program"}},
        }
    )


@pytest.fixture
def old(home: Path) -> Path:
    """A desk of format 1."""
    home.mkdir(mode=0o700)
    (home / FILE).write_bytes(format_1())
    return home


def test_there_is_a_step_from_every_format() -> None:
    assert set(STEPS) == set(range(1, FORMAT))


def test_an_old_desk_is_opened_after_a_backup(old: Path, opened: Opener) -> None:
    store = opened()
    assert list(store.all(Client)) == [JANE]
    store.commit(Change(by="test", put=(a_client("Later"),)))
    assert in_file(old / FILE).meta.format == FORMAT
    assert in_file(old / FILE).tables["other"]
    (kept,) = backups(old)
    assert kept.kind == Kind.BEFORE_FORMAT
    with Archive.open(kept.path) as archive:
        assert archive.read(FILE) == format_1()
    assert len(opened().all(Client)) == 2


def test_it_is_done_once(old: Path) -> None:
    assert bring_up(old / FILE, now=NOW) is not None
    assert bring_up(old / FILE, now=NOW) is None
    assert len(backups(old)) == 1


def test_a_backup_of_an_old_format_is_restored(old: Path, opened: Opener, tmp_path: Path) -> None:
    made = back_up(old, now=NOW, to=tmp_path / "old.zip")
    opened().commit(Change(by="test", drop=(JANE, CALL), put=(a_client("Later"),)))
    restore(old, made, now=NOW)
    assert list(opened().all(Client)) == [JANE]


def test_a_newer_one_is_refused_and_left_alone(old: Path, opened: Opener) -> None:
    (old / FILE).write_bytes(NOBODY)
    with pytest.raises(StoreProblem, match="newer followup"):
        opened()
    with pytest.raises(StoreProblem, match="newer followup"):
        bring_up(old / FILE, now=NOW)
    assert (old / FILE).read_bytes() == NOBODY
    assert backups(old) == []


# Several steps, and what stops them


def _counted(tables: Tables) -> Tables:
    steps = tables.get("steps", {})
    return {**tables, "steps": {**steps, str(len(steps)): msgspec.Raw(b"{}")}}


def _fails(tables: Tables) -> Tables:
    raise StoreProblem("A step that cannot be done.")


def test_each_step_is_taken_in_its_order(old: Path) -> None:
    bring_up(old / FILE, now=NOW, steps={1: _counted, 2: _counted, 3: _counted}, to=4)
    tables = msgspec.json.decode((old / FILE).read_bytes())
    assert tables["_meta"]["1"]["format"] == 4
    assert len(tables["steps"]) == 3


def test_a_step_that_fails_leaves_the_file_and_a_backup(old: Path) -> None:
    with pytest.raises(StoreProblem, match="cannot be done"):
        bring_up(old / FILE, now=NOW, steps={1: _counted, 2: _fails}, to=3)
    assert (old / FILE).read_bytes() == format_1()
    assert len(backups(old)) == 1


def test_a_format_that_is_too_old_is_refused(old: Path) -> None:
    with pytest.raises(StoreProblem, match="an older one"):
        bring_up(old / FILE, now=NOW, steps={2: _counted}, to=3)
    assert backups(old) == []


def test_without_a_backup_nothing_is_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **named: object) -> Path:
        raise StoreProblem("The disk is full.")

    monkeypatch.setattr(migrate, "back_up_locked", full)
    with pytest.raises(StoreProblem, match="full"):
        bring_up(old / FILE, now=NOW)
    assert (old / FILE).read_bytes() == format_1()
