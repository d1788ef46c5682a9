"""Drafts: one file each, under any key, never half-written."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.change import StoreProblem
from followup_tui.store.drafts import FileDrafts

KEYS = st.text(min_size=1, max_size=15) | st.sampled_from(
    [
        "..",
        ".",
        "a/b",
        "../../etc/passwd",
        "CALL-1",
        "call-1",
        "con",
        "a\x00b",
        "\ud800",
        "é",
        "%2e",
    ]
)


@pytest.fixture
def drafts(home: Path) -> FileDrafts:
    home.mkdir()
    return FileDrafts(home / "drafts")


def test_a_draft_is_kept_until_it_is_discarded(drafts: FileDrafts, home: Path) -> None:
    assert drafts.load("call-1") is None
    assert drafts.keys() == ()
    drafts.save("call-1", b"first")
    drafts.save("call-1", b"second")
    assert FileDrafts(home / "drafts").load("call-1") == b"second"
    drafts.discard("call-1")
    drafts.discard("call-1")
    assert drafts.load("call-1") is None
    assert drafts.keys("call-") == ()


def test_keys_are_those_of_a_prefix_sorted(drafts: FileDrafts) -> None:
    for key in ("call-2", "call-1", "letter-1"):
        drafts.save(key, b"x")
    assert drafts.keys("call-") == ("call-1", "call-2")
    assert drafts.keys() == ("call-1", "call-2", "letter-1")


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(KEYS, st.binary(max_size=50), max_size=6))
def test_any_keys_are_kept_apart_and_inside_the_folder(content: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drafts = FileDrafts(Path(folder) / "drafts")
        for key, value in content.items():
            drafts.save(key, value)
        assert drafts.keys() == tuple(sorted(content))
        assert {key: drafts.load(key) for key in content} == content
        names = [path.name for path in Path(folder).rglob("*") if path.is_file()]
        assert len({name.lower() for name in names}) == len(content)
        assert all(path.parent.name == "drafts" for path in Path(folder).rglob("*.draft"))


@pytest.mark.parametrize("key", ["", "x" * 250, "é" * 60])
def test_a_key_that_no_file_can_have_is_refused(drafts: FileDrafts, key: str) -> None:
    with pytest.raises(StoreProblem, match="cannot name a draft"):
        drafts.save(key, b"x")


def test_drafts_are_private_whatever_the_umask(drafts: FileDrafts, home: Path) -> None:
    before = os.umask(0)
    try:
        drafts.save("call-1", b"x")
    finally:
        os.umask(before)
    assert (home / "drafts").stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (home / "drafts").iterdir()} == {0o600}


def test_a_full_disk_leaves_the_draft_that_was_there(
    drafts: FileDrafts, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.save("call-1", b"before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("followup_tui.store.files.os.fsync", full)
    with pytest.raises(StoreProblem, match="the disk is full"):
        drafts.save("call-1", b"after")
    assert drafts.load("call-1") == b"before"
    assert drafts.keys() == ("call-1",)
    assert len(list((home / "drafts").iterdir())) == 1


def test_a_home_that_is_gone_is_not_made_anew(drafts: FileDrafts, home: Path) -> None:
    drafts.save("call-1", b"x")
    shutil.rmtree(home)
    with pytest.raises(StoreProblem, match="is gone"):
        drafts.save("call-1", b"y")
    assert not home.exists()


def test_a_file_where_the_folder_should_be_is_told(drafts: FileDrafts, home: Path) -> None:
    (home / "drafts").write_text("something else")
    for use in (lambda: drafts.save("a", b""), lambda: drafts.load("a"), drafts.keys):
        with pytest.raises(StoreProblem, match=r"Move|no folder"):
            use()


def test_only_what_was_left_behind_long_ago_is_tidied(drafts: FileDrafts, home: Path) -> None:
    drafts.save("call-1", b"x")
    old, fresh = home / "drafts" / ".a.draft.1.tmp", home / "drafts" / ".b.draft.2.tmp"
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 3600,) * 2)
    again = FileDrafts(home / "drafts")
    assert again.keys() == ("call-1",)
    assert old.exists()
    again.save("call-1", b"y")
    assert not old.exists()
    assert fresh.exists()
