"""Backups: what they hold, when they are made, which of them stay, and what goes wrong."""

from __future__ import annotations

import errno
import os
import stat
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.store import archive, backup
from followup_tui.store.archive import Archive
from followup_tui.store.backup import Kind, back_up, backups, daily, find, prune
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.lock import locked
from followup_tui.store.records import FILE
from tests.builders import NOW, a_client, days
from tests.store.conftest import Opener


@pytest.fixture
def desk(home: Path, opened: Opener) -> Path:
    """A home folder with something of everything."""
    opened().commit(Change(by="test", put=(a_client(),)))
    FileDrafts(home / "drafts").save("call-1", b"typed")
    (home / "settings.toml").write_text("[me]\nname = 'Rosa'\n", encoding="utf-8")
    (home / "playbooks").mkdir()
    (home / "playbooks" / "mine.toml").write_text("key = 'mine'\n", encoding="utf-8")
    (home / "pages").mkdir()
    (home / "pages" / "copy.json").write_bytes(b"{}")
    (home / "damaged").mkdir()
    (home / "damaged" / "old").write_bytes(b"x")
    return home


def content(path: Path) -> dict[str, bytes]:
    with Archive.open(path) as opened:
        return {name: opened.read(name) for name in opened.names}


def later(day: int) -> datetime:
    return NOW + days(day)


def age(home: Path) -> None:
    """Let the files of a home be older than anything that is written from now on."""
    for name in backup.taken(home):
        os.utime(home / name, (1_000_000_000, 1_000_000_000))


def touch(home: Path) -> None:
    """Let something be written after every backup there is."""
    moment = max(each.path.stat().st_mtime_ns for each in backups(home)) + 1
    os.utime(home / FILE, ns=(moment, moment))


# What is in one


def test_it_holds_what_was_written_and_not_what_can_be_had_again(desk: Path) -> None:
    made = back_up(desk, now=NOW)
    assert made == desk / "backups" / "2026-11-19-140200-asked.zip"
    held = content(made)
    ours = {name for name in held if not name.startswith(("history/", "desk."))}
    assert ours == {"settings.toml", "playbooks/mine.toml", "drafts/call-1.draft"}
    assert FILE in held
    for name, said in held.items():
        assert said == (desk / name).read_bytes()


def test_it_is_a_plain_zip_and_says_when_and_why(desk: Path) -> None:
    made = back_up(desk, now=NOW)
    with zipfile.ZipFile(made) as plain:
        assert plain.testzip() is None
        assert "settings.toml" in plain.namelist()
    assert backup.about(made).at == NOW
    assert backup.about(made).kind == "asked"


@pytest.mark.parametrize("mask", [0, 0o077, 0o777])
def test_it_is_private_whatever_the_umask(desk: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        made = back_up(desk, now=NOW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_two_within_a_second_are_both_there(desk: Path) -> None:
    first, second = back_up(desk, now=NOW), back_up(desk, now=NOW)
    assert first != second
    assert {each.path for each in backups(desk)} == {first, second}


def test_it_goes_where_it_is_asked_to_and_over_nothing(desk: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    assert back_up(desk, now=NOW, to=elsewhere).parent == elsewhere
    named = back_up(desk, now=NOW, to=tmp_path / "mine.zip")
    before = named.read_bytes()
    with pytest.raises(StoreProblem, match="is there already"):
        back_up(desk, now=NOW, to=named)
    with pytest.raises(StoreProblem, match="There is no folder"):
        back_up(desk, now=NOW, to=tmp_path / "nowhere" / "mine.zip")
    assert named.read_bytes() == before
    assert backups(desk) == []


def test_nothing_to_keep_is_said(home: Path) -> None:
    home.mkdir()
    with pytest.raises(StoreProblem, match="nothing to keep"):
        back_up(home, now=NOW)


def test_it_is_made_of_one_moment_without_holding_the_lock(
    desk: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: (desk / name).read_bytes() for name in backup.taken(desk)}
    write = archive.write_archive

    def while_others_write(*args: object, **named: object) -> object:
        with locked(desk / FILE, wait=0.1):
            pass
        opened().commit(Change(by="test", put=(a_client("Later"),)))
        return write(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "write_archive", while_others_write)
    assert content(back_up(desk, now=NOW)) == before


# When


def test_one_a_day_and_only_after_a_change(desk: Path) -> None:
    assert daily(desk, now=NOW) is not None
    assert daily(desk, now=NOW) is None
    assert daily(desk, now=later(1)) is None  # nothing was changed
    touch(desk)
    assert daily(desk, now=later(1)) is not None
    assert [each.at.date() for each in backups(desk)] == [later(1).date(), NOW.date()]


def test_what_is_written_while_one_is_made_is_in_the_next(
    desk: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(desk)
    write = archive.write_archive

    def while_others_write(*args: object, **named: object) -> object:
        opened().commit(Change(by="test", put=(a_client("Later"),)))
        return write(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "write_archive", while_others_write)
    assert daily(desk, now=NOW) is not None
    assert daily(desk, now=later(1)) is not None


def test_of_the_daily_ones_those_of_the_rule_stay_and_of_the_others_all(desk: Path) -> None:
    for number in range(60):
        os.utime(desk / FILE)
        back_up(desk, now=later(number), kind=Kind.DAILY)
    asked = back_up(desk, now=NOW)
    removed = prune(desk)
    stay = backups(desk)
    assert asked in {each.path for each in stay}
    assert len(removed) + len(stay) == 61
    assert stay[0].at.date() == later(59).date()
    assert prune(desk) == []


def test_other_files_in_the_folder_are_left_alone(desk: Path) -> None:
    made = back_up(desk, now=NOW)
    mine = desk / "backups" / "my own.zip"
    mine.write_bytes(b"mine")
    assert [each.path for each in backups(desk)] == [made]
    prune(desk)
    assert mine.exists()


# Finding one


def test_by_name_by_day_or_by_path(desk: Path, tmp_path: Path) -> None:
    first = back_up(desk, now=NOW)
    second = back_up(desk, now=NOW + timedelta(hours=1))
    assert find(desk, first.stem) == find(desk, first.name) == first
    assert find(desk, "2026-11-19") == second
    assert find(desk, str(first)) == first
    with pytest.raises(StoreProblem, match=f"the latest is {second.stem}"):
        find(desk, "2025")
    with pytest.raises(StoreProblem, match="there are none yet"):
        find(tmp_path, "2025")


# What goes wrong


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _flip(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[whole.index(b"settings.toml") + 40] ^= 1
    path.write_bytes(whole)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _another_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as plain:
        plain.writestr("a", b"b")


@pytest.mark.parametrize("damage", [_cut, _flip, _empty, _another_zip])
def test_a_damaged_one_is_a_sentence(desk: Path, damage: Callable[[Path], None]) -> None:
    made = back_up(desk, now=NOW)
    damage(made)
    with pytest.raises(StoreProblem, match=made.name), Archive.open(made) as opened:
        opened.verify()


def test_every_flipped_byte_is_noticed_or_does_no_harm(desk: Path) -> None:
    made = back_up(desk, now=NOW)
    right = content(made)
    whole = made.read_bytes()
    for place in range(0, len(whole), 7):
        flipped = bytearray(whole)
        flipped[place] ^= 0xFF
        made.write_bytes(flipped)
        try:
            said = content(made)
        except StoreProblem:
            continue
        assert said == right


def test_one_that_could_not_be_verified_is_not_there(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Archive) -> None:
        raise StoreProblem("The disk says something else than what was written.")

    monkeypatch.setattr(Archive, "verify", fails)
    with pytest.raises(StoreProblem, match="The disk says"):
        back_up(desk, now=NOW)
    assert list((desk / "backups").iterdir()) == []


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(
        *{
            "write": (zipfile.ZipFile, "writestr"),
            "fsync": (os, "fsync"),
            "replace": (Path, "replace"),
        }[step],
        full,
    )
    (desk / "backups").mkdir(mode=0o700)
    with pytest.raises(StoreProblem, match="the disk is full"):
        back_up(desk, now=NOW)
    assert list((desk / "backups").iterdir()) == []


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "C:out", "a\\b"])
def test_a_name_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreProblem, match="land elsewhere"):
        archive.safe(name, tmp_path)
