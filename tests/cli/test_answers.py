"""What `followup due` said before it says again without a look, and never wrongly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.commands import due
from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.store.forget import forget, traces_of
from tests.builders import TODAY, a_client, days
from tests.cli.conftest import Followup
from tests.fakes import FakeClock

ASKED = [("due",), ("due", "--all"), ("due", "--json"), ("--json", "due", "--all")]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Give what is added to each time that an answer is worked out."""
    looks: list[object] = []
    run = due.run

    def looking(asked: Any) -> int:
        looks.append(asked)
        return run(asked)

    with monkeypatch.context() as patch:
        patch.setattr(due, "run", looking)
        yield looks


def _change_a_client(home: Path) -> None:
    new = a_client("Aardvark", call_again=TODAY - days(1))
    open_desk(home, now=FakeClock()).records.commit(Change(by="test", put=(new,)))


@pytest.mark.parametrize("argv", ASKED)
def test_what_was_said_is_said_again(
    argv: tuple[str, ...], home: Path, followup: Followup, looks: list[object]
) -> None:
    first = followup(*argv)
    assert first.status == 0
    assert followup(*argv) == first
    assert len(looks) == 1
    _change_a_client(home)
    changed = followup(*argv)
    assert len(looks) == 2
    assert "Aardvark" in changed.out
    for path in (home / "cache").iterdir():
        path.unlink()
    assert followup(*argv) == changed


@pytest.mark.parametrize("columns", ["", "30"])
def test_what_a_command_changes_is_there_when_it_is_asked_again(
    columns: str,
    home: Path,
    followup: Followup,
    looks: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    before = [followup(*argv).out for argv in ASKED]
    promise = followup("promise", "Northwind", "send the stock ledger", "--due", "2026-11-19")
    assert promise.status == 0
    said = [followup(*argv).out for argv in ASKED]
    assert len(looks) == len(ASKED)
    assert all(now != then and "stock" in now for now, then in zip(said, before, strict=True))
    for path in (home / "cache").iterdir():
        path.unlink()
    assert [followup(*argv).out for argv in ASKED] == said


def test_what_nobody_asked_is_not_worked_out(home: Path, followup: Followup) -> None:
    followup("due", "--json")
    kept = home / "cache" / "due-json.kept"
    kept.unlink()
    assert followup("note", "Northwind", "spoke of the weather").status == 0
    assert not [*kept.parent.glob("due*")]


def test_only_the_moment_differs_an_hour_later(
    home: Path, followup: Followup, looks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = followup("due", "--json").out
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-19T15:02+11:00")
    later = followup("due", "--json").out
    assert len(looks) == 1
    assert later == first.replace("T14:02:00", "T15:02:00", 1)


@pytest.mark.parametrize(
    "moment", ["2026-11-20T00:00+11:00", "2026-11-18T23:59+11:00", "2026-11-19T14:02+10:00"]
)
def test_another_day_or_zone_is_looked_at(
    moment: str,
    home: Path,
    followup: Followup,
    looks: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followup("due")
    monkeypatch.setenv("FOLLOWUP_NOW", moment)
    assert followup("due").status == 0
    assert len(looks) == 2


def test_settings_and_playbooks_of_another_state_are_read(
    home: Path, followup: Followup, looks: list[object]
) -> None:
    followup("due", "--json")
    (home / "settings.toml").write_text("[me]\nzone = 'Europe/Zurich'\n", encoding="utf-8")
    assert followup("due", "--json").json["now"] == "2026-11-19T04:02:00+01:00"
    (home / "playbooks").mkdir()
    (home / "playbooks" / "own.toml").write_text("nothing", encoding="utf-8")
    for times in (3, 4):  # what could not be read is told each time
        assert "own.toml" in followup("due", "--json").json["problems"][0]
        assert len(looks) == times


@pytest.mark.parametrize("argv", [("due", "--al"), ("due", "--demo", "--help"), ("due", "due")])
def test_what_is_no_plain_question_goes_the_long_way(
    argv: tuple[str, ...], home: Path, followup: Followup
) -> None:
    followup("due")
    try:
        said = followup(*argv)
    except SystemExit:  # where argparse has shown its help
        return
    assert said.status == 2


def test_a_terminal_of_another_width_has_lines_of_its_own(
    home: Path, followup: Followup, looks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = followup("due").out
    monkeypatch.setenv("COLUMNS", "30")
    assert followup("due").out != wide
    assert len(looks) == 2


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flipped(content: bytes) -> bytes:
    return content.replace(b"pricing", b"precing")


def _other(content: bytes) -> bytes:
    return b"\xff\x00 nothing of ours \n"


@pytest.mark.parametrize("damage", [_cut, _flipped, _other, bytes.upper, lambda _: b""])
def test_a_damaged_answer_is_worked_out_anew_without_a_word(
    damage: Callable[[bytes], bytes], home: Path, followup: Followup, looks: list[object]
) -> None:
    first = followup("due")
    path = home / "cache" / "due.kept"
    path.write_bytes(damage(path.read_bytes()))
    assert followup("due") == first
    assert len(looks) == 2


def test_the_answer_of_another_desk_is_none_of_this(
    home: Path, tmp_path: Path, followup: Followup, looks: list[object]
) -> None:
    followup("due", "--json")
    os.rename(home, tmp_path / "moved")  # noqa: PTH104 - all its files stay as they are
    moved = followup("due", "--json", "--home", str(tmp_path / "moved")).json
    assert moved["home"] == str(tmp_path / "moved")
    assert len(looks) == 2


def test_on_a_desk_without_any_client_it_is_said_again_too(
    tmp_path: Path, followup: Followup, looks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-19T14:02+11:00")
    home = ("--home", str(tmp_path / "new"))
    first = followup("due", *home)
    assert followup("due", *home) == first
    assert len(looks) == 1
    _change_a_client(tmp_path / "new")
    assert "Aardvark" in followup("due", *home).out


def test_who_is_forgotten_is_in_no_answer_any_more(home: Path, followup: Followup) -> None:
    said = followup("due", "--json").json
    (entry,) = said["today"]
    followup("due", "--all")
    traces = traces_of(home, entry["client_id"], entry["client"])
    forget(home, traces, everywhere=False, shared=())
    assert not any(b"Northwind" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert "Northwind" not in followup("due").out


def test_hardly_anything_is_imported_for_it(home: Path) -> None:
    script = (
        "import sys; from followup_tui.cli import main; main(['due']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    for _ in range(2):
        run = [sys.executable, "-c", script]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
    imported = set(done.stderr.split())
    assert "followup_tui.commands.answers" in imported
    assert not imported & {"argparse", "dataclasses", "inspect", "json", "msgspec", "tinydb"}
    ours = {name for name in imported if name.startswith("followup_tui.domain.")}
    assert ours <= {"followup_tui.domain.shipped"}


def test_what_is_kept_is_private(home: Path, followup: Followup) -> None:
    followup("due", "--json")
    assert (home / "cache" / "due-json.kept").stat().st_mode & 0o777 == 0o600
