"""What is kept to be quick: private, whole or not there, and never in the way."""

from __future__ import annotations

from pathlib import Path

from followup_tui.store.cache import FileCache


def test_what_is_kept_is_found_again_by_another(tmp_path: Path) -> None:
    assert FileCache(tmp_path / "cache").save("list", b"one")
    assert FileCache(tmp_path / "cache").save("list", b"two")
    assert FileCache(tmp_path / "cache").load("list") == b"two"
    assert FileCache(tmp_path / "cache").load("other") is None


def test_it_is_private(tmp_path: Path) -> None:
    FileCache(tmp_path / "cache").save("list", b"one")
    folder = tmp_path / "cache"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]


def test_where_nothing_can_be_kept_it_says_so_and_makes_nothing(tmp_path: Path) -> None:
    gone = FileCache(tmp_path / "gone" / "cache")
    assert not gone.save("list", b"one")
    assert gone.load("list") is None
    assert not (tmp_path / "gone").exists()
    (tmp_path / "file").write_text("in the way")
    assert not FileCache(tmp_path / "file").save("list", b"one")
