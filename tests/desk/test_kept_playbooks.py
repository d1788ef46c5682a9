"""Playbooks that were kept are those that are read, and are read again when a file differs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followup_tui.desk import kept_playbooks, open_desk
from followup_tui.domain.playbook import Playbook
from followup_tui.settings.paths import shipped_playbooks
from followup_tui.settings.playbooks import load_playbooks, playbook_folders
from tests.fakes import FakeClock


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Give what is added to each time that the files are read."""
    readings: list[object] = []

    def read(folders: tuple[Path, Path]) -> object:
        readings.append(folders)
        return load_playbooks(folders)

    monkeypatch.setattr(kept_playbooks, "load_playbooks", read)
    return readings


def _opened(home: Path) -> list[tuple[str, Playbook]]:
    return list(open_desk(home, now=FakeClock()).playbooks.items())


def test_they_are_read_once_and_are_the_same(tmp_path: Path, readings: list[object]) -> None:
    first = _opened(tmp_path)
    assert _opened(tmp_path) == first
    assert len(readings) == 1
    playbooks, _ = load_playbooks(playbook_folders(tmp_path))
    assert [key for key, _ in first] == list(playbooks)


def test_an_own_playbook_is_read_when_it_comes_and_when_it_goes(
    tmp_path: Path, readings: list[object]
) -> None:
    shipped = _opened(tmp_path)
    own = tmp_path / "playbooks" / "own.toml"
    own.parent.mkdir()
    text = (shipped_playbooks() / "networking.toml").read_text(encoding="utf-8")
    own.write_text(text.replace('key = "networking"', 'key = "fair"', 1), encoding="utf-8")
    assert "fair" in dict(_opened(tmp_path))
    own.unlink()
    assert _opened(tmp_path) == shipped
    assert len(readings) == 3


def test_what_could_not_be_read_is_told_at_each_start(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    (tmp_path / "playbooks" / "own.toml").write_text("nothing", encoding="utf-8")
    for _ in range(2):
        assert "own.toml" in open_desk(tmp_path, now=FakeClock()).problems[0]


@pytest.mark.parametrize(
    "damage",
    [lambda c: c[:-5], lambda _: b"", lambda c: c.replace(b"call", b"cell"), lambda c: c * 2],
)
def test_a_damaged_file_is_passed_over_without_a_word(
    damage: Callable[[bytes], bytes], tmp_path: Path, readings: list[object]
) -> None:
    first = _opened(tmp_path)
    path = tmp_path / "cache" / "playbooks.kept"
    path.write_bytes(damage(path.read_bytes()))
    assert _opened(tmp_path) == first
    assert len(readings) == 2
