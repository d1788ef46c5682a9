"""Files that are wrong and disks that refuse: a sentence, and nothing lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.domain.change import Change, StoreProblem
from followup_tui.domain.client import Client
from followup_tui.store import lock
from followup_tui.store.records import FILE, TinyRecords
from tests.builders import ZONE, a_client
from tests.store.conftest import Opener

NORTHWIND = a_client()


@pytest.fixture
def file(home: Path, opened: Opener) -> Path:
    """The file of a home in which Northwind Traders is kept, with a change in its journal, too."""
    store = opened()
    store.commit(Change(by="test", put=(NORTHWIND,)))
    store.compact()
    store.commit(Change(by="test", put=(a_client("Passing"),)))
    store.undo()
    return home / FILE


def contents(home: Path) -> dict[str, bytes]:
    """Every file of the home but the lock, which stays when it was held."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != "desk.lock"
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"this is no JSON", "is no whole JSON"),
        (b"\x00" * 4096, "is no whole JSON"),
        (b'{"_meta":{"1":{"format":1}},"clients":{"a":{"id":', "is no whole JSON"),
        (b"[]", "holds no tables"),
        (b"{}", "it is not followup that wrote it"),
        (b'{"_default":{"1":{"name":"of another program"}}}', "it is not followup that wrote it"),
        (b'{"_meta":{"1":{"format":1}},"clients":[1,2]}', "its table “clients” is none"),
        (b'{"_meta":{"1":{"format":"one"}}}', "what it says of itself cannot be read"),
        (b'{"_meta":{"1":{"format":0}}}', "its format 0 does not exist"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b'{"_meta":{"1":{"format":9,"more":[]}},"clients":{}}', "a newer followup"),
    ],
)
def test_a_file_that_is_no_desks_is_refused_and_left_alone(
    home: Path, opened: Opener, content: bytes, words: str
) -> None:
    home.mkdir()
    (home / FILE).write_bytes(content)
    with pytest.raises(StoreProblem, match=words) as problem:
        opened()
    assert str(home / FILE) in str(problem.value)
    assert (home / FILE).read_bytes() == content


def test_a_file_that_was_spoilt_meanwhile_is_not_written_over(file: Path, opened: Opener) -> None:
    store = opened()
    file.write_bytes(b"spoilt")
    with pytest.raises(StoreProblem, match="is no whole JSON"):
        store.commit(Change(by="test", put=(a_client("Other"),)))
    with pytest.raises(StoreProblem, match="is no whole JSON"):
        store.refresh()
    assert file.read_bytes() == b"spoilt"
    assert store.all(Client) == (NORTHWIND,)


@pytest.mark.parametrize("gone", [("desk.json",), ("desk.journal",), ("desk.json", "desk.journal")])
def test_a_file_that_is_gone_is_written_anew_with_all_that_is_known(
    file: Path, opened: Opener, gone: tuple[str, ...]
) -> None:
    store = opened()
    for name in gone:
        (file.parent / name).unlink()
    assert not store.refresh()
    store.commit(Change(by="test", put=(other := a_client("Other"),)))
    assert set(opened().all(Client)) == {NORTHWIND, other}


def test_a_home_that_is_gone_is_not_made_anew(home: Path, file: Path, opened: Opener) -> None:
    store = opened()
    shutil.rmtree(home)
    with pytest.raises(StoreProblem, match="is gone"):
        store.commit(Change(by="test", put=(a_client("Other"),)))
    assert not home.exists()
    assert store.all(Client) == (NORTHWIND,)


def test_a_home_that_is_a_file_is_told(home: Path, opened: Opener) -> None:
    home.write_text("something else")
    with pytest.raises(StoreProblem, match="a file stands there"):
        opened()


def test_a_home_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("something else")
    with pytest.raises(StoreProblem, match="a file stands there, or above it"):
        TinyRecords(tmp_path / "file" / "home", zone=ZONE)


def test_a_folder_where_the_file_should_be_is_told(home: Path, opened: Opener) -> None:
    (home / FILE).mkdir(parents=True)
    with pytest.raises(StoreProblem, match="Move aside what stands there"):
        opened()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EDQUOT, "the disk is full. Free some space"),
        (errno.EACCES, "followup may not write there"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EIO, "Check the disk"),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fdatasync"])
def test_a_disk_that_refuses_leaves_everything_as_it_was(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    store = opened()
    before, version = contents(file.parent), store.version
    real = getattr(os, call)

    def refuse(first: object, *rest: object, **named: object) -> object:
        if call == "open" and not str(first).endswith("desk.journal"):
            return real(first, *rest, **named)
        if call == "write":  # as a disk does: a part of it goes through
            real(first, bytes(rest[0])[:7])  # type: ignore[call-overload]
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(f"followup_tui.store.journal_file.os.{call}", refuse)
        with pytest.raises(StoreProblem, match=words):
            store.commit(Change(by="test", put=(a_client("Other"),)))
    assert contents(file.parent) == before
    assert store.all(Client) == (NORTHWIND,)
    assert store.version == version
    store.commit(Change(by="test", put=(other := a_client("Other"),)))  # and then it works
    assert set(opened().all(Client)) == {NORTHWIND, other}
    assert opened().problems() == ()


def test_what_could_not_even_be_taken_back_is_cut_off_by_the_next_change(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    real = os.write

    def half(descriptor: int, content: bytes) -> int:
        real(descriptor, bytes(content)[:30])
        raise OSError(errno.EIO, "I/O error")

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "I/O error")

    with monkeypatch.context() as patch:
        patch.setattr("followup_tui.store.files.os.write", half)
        patch.setattr("followup_tui.store.journal_file.os.ftruncate", refuse)
        with pytest.raises(StoreProblem, match="Check the disk"):
            store.commit(Change(by="test", put=(a_client("Other"),)))
    assert store.all(Client) == (NORTHWIND,)
    store.commit(Change(by="test", put=(another := a_client("Another"),)))
    assert set(opened().all(Client)) == set(store.all(Client)) == {NORTHWIND, another}
    assert len(list((file.parent / "damaged").iterdir())) == 1


def test_a_rename_that_fails_leaves_everything_as_it_was(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, before = opened(), contents(file.parent)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreProblem, match="may not write"):
            store.compact()
    assert contents(file.parent) == before
    assert store.compact()
    assert opened().all(Client) == store.all(Client) == (NORTHWIND,)


def test_a_full_disk_in_earnest(home: Path, file: Path, opened: Opener) -> None:
    """A process whose files may not grow: real writes fail half way, by the system's own hand."""
    script = f"""
        import resource, sys
        from pathlib import Path
        from tests.builders import ZONE, a_client
        from followup_tui.domain.change import Change, StoreProblem
        from followup_tui.domain.client import Client
        from followup_tui.store.records import TinyRecords

        store = TinyRecords(Path({str(home)!r}), zone=ZONE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16384, resource.RLIM_INFINITY))
        try:
            store.commit(Change(by="test", put=(a_client("Large", about="x" * 100_000),)))
        except StoreProblem as problem:
            assert len(store.all(Client)) == 1
            store.commit(Change(by="test", put=(a_client("Small"),)))
            sys.exit(str(problem))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "the system lets no file grow that large" in done.stderr
    assert "Traceback" not in done.stderr
    assert {client.name for client in opened().all(Client)} == {"Northwind Traders", "Small"}
    assert list(home.glob(".*")) == []


def test_a_lock_that_is_never_let_go_is_told(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock  # noqa: PLC0415

    monkeypatch.setattr(lock, "LOCK_WAIT", 0.05)
    store = opened()
    with (
        FileLock(file.with_suffix(".lock")),
        pytest.raises(StoreProblem, match="another followup has been writing"),
    ):
        store.commit(Change(by="test", put=(a_client("Other"),)))
    assert store.all(Client) == (NORTHWIND,)


def test_what_is_made_is_private_whatever_the_umask(home: Path, opened: Opener) -> None:
    before = os.umask(0)
    try:
        opened().commit(Change(by="test", put=(NORTHWIND,)))
        with (home / "desk.journal").open("ab") as journal:
            journal.write(b"torn")
        store = opened()
        store.commit(Change(by="test", put=(a_client("Other"),)))
        store.compact()
    finally:
        os.umask(before)
    for path in (home, *home.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    assert len(list(home.rglob("*"))) > 4


def test_what_a_killed_writer_left_goes_with_the_next_compaction(
    file: Path, opened: Opener
) -> None:
    left = file.with_name(f".{FILE}.abc.tmp")
    left.write_bytes(b"half")
    os.utime(left, (time.time() - 3600,) * 2)  # nobody is writing it any more
    opened().compact()
    assert not left.exists()


def test_a_home_that_can_only_be_read_opens_and_says_so_at_the_first_change(
    file: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def read_only(path: object, flags: int, *rest: int, **named: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, flags, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", read_only)
    file.with_suffix(".index").unlink()
    store = opened()
    assert store.all(Client) == (NORTHWIND,)
    assert store.standings() == {}
    with pytest.raises(StoreProblem, match="followup may not write there"):
        store.commit(Change(by="test", put=(a_client("Other"),)))
    assert store.all(Client) == (NORTHWIND,)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB; skipped where the system lets nobody mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_disk_that_fills_up_loses_nothing_and_works_again_when_there_is_room(
    small_disk: Path,
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 150_000)
    home = small_disk / "home"
    store = TinyRecords(home, zone=ZONE)
    saved: list[Client] = []

    def fill() -> None:
        for number in range(10_000):
            client = a_client(f"{number}", about="x" * 1_500)
            store.commit(Change(by="test", put=(client,)))
            saved.append(client)

    with pytest.raises(StoreProblem, match=r"the disk is full\. Free some space"):
        fill()
    assert len(saved) > 50
    assert set(store.all(Client)) == set(saved)
    with pytest.raises(StoreProblem, match="the disk is full"):
        store.compact()
    assert set(TinyRecords(home, zone=ZONE).all(Client)) == set(saved)
    ballast.unlink()
    store.commit(Change(by="test", put=(last := a_client("Last"),)))
    again = TinyRecords(home, zone=ZONE)
    assert set(again.all(Client)) == {*saved, last}
    assert again.problems() == ()
