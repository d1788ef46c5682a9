"""Terminals as they are: tiny, dumb, resized, killed, or none at all."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.screen import PROGRAM, Terminal

pytestmark = pytest.mark.terminal


def test_a_call_that_is_killed_is_taken_up_again(start: Start) -> None:
    with start("--demo") as desk:
        desk.wait_for("Jane Li")
        desk.press("c")
        desk.wait_for("Script", "F2 reached")
        desk.type("+ likes the board\rand the second line")
        desk.wait_for("and the second line")
        desk.wait_for("saved 14:02", within=2.5)  # a second, and what a busy machine adds
        desk.kill()
        assert desk.end() == -signal.SIGKILL
    with start("--demo") as again:
        again.wait_for("Jane Li", "t takes it up again")
        again.press("t")
        again.wait_for("Script", "+ likes the board", "and the second line", "taken up again")
        again.press("escape")
        again.wait_for("Call list")


def test_a_tiny_terminal(start: Start) -> None:
    with start("--demo", size=(20, 5)) as desk:
        desk.wait_for("Jane Li")
        desk.press("enter")
        desk.wait_for("Checklist", "Website")
        desk.press("c")
        desk.wait_until(lambda: "Checklist" not in desk.text, "the call")
        desk.type("hello")
        desk.wait_for("hello")
        desk.resize(120, 36)
        desk.wait_for("Script", "hello", "F2 reached")
        desk.resize(20, 5)
        desk.press("ctrl+q")
        assert desk.end() == 0
        assert b"Traceback" not in desk.raw


def test_the_panes_follow_the_width(start: Start) -> None:
    with start("--demo", size=(160, 45)) as desk:
        desk.wait_for("Call list", "Prepare", "Value-adds")
        desk.resize(80, 24)
        desk.wait_until(
            lambda: "Value-adds ─" not in desk.text and "Prepare" in desk.text, "two panes"
        )
        desk.resize(60, 24)
        desk.wait_until(lambda: "Checklist" not in desk.text and "Jane Li" in desk.text, "one pane")
        desk.resize(160, 45)
        desk.wait_for("Call list", "Prepare", "Value-adds")


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_draw(cold_start: Start, home: Path, term: str) -> None:
    with cold_start("--demo", TERM=term) as desk:
        assert desk.end() == 1
        assert "followup due" in " ".join(desk.lines)
        assert desk.raw.count(b"\n") == 1
        assert b"\x1b" not in desk.raw
    assert not home.exists()


def test_a_dumb_terminal_still_gets_the_list(cold_start: Start) -> None:
    with cold_start("due", "--demo", TERM="dumb", size=(80, 50)) as due:
        assert due.end() == 0
        assert "Jane Li · Northwind Traders" in due.text
        assert all(len(line) <= 80 for line in due.lines)
        assert b"\x1b" not in due.raw


def test_ctrl_c_says_how_to_close(start: Start) -> None:
    with start("--demo") as desk:
        desk.wait_for("Jane Li")
        desk.press("ctrl+c")
        desk.wait_for("closes the desk")
        desk.press("ctrl+q")
        assert desk.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_ended_keeps_the_last_words(start: Start, home: Path, number: int) -> None:
    with start("--demo") as desk:
        desk.wait_for("Jane Li")
        desk.press("c")
        desk.wait_for("Script", "F2 reached")
        desk.type("precious")
        desk.wait_for("precious")
        os.kill(desk.pid, number)
        assert desk.end() == (0 if number == signal.SIGTERM else 128 + number)
        if number == signal.SIGTERM:
            assert b"\x1b[?1049l" in desk.raw  # the terminal is as it was
    assert any(b"precious" in path.read_bytes() for path in (home / "drafts").iterdir())


def test_a_store_that_is_no_json_is_told_before_anything_is_drawn(
    cold_start: Start, home: Path
) -> None:
    home.mkdir()
    (home / "desk.json").write_text("hello", encoding="utf-8")
    with cold_start() as desk:
        assert desk.end() == 1
        assert "desk.json" in desk.text
        assert b"\x1b" not in desk.raw
    assert (home / "desk.json").read_text(encoding="utf-8") == "hello"


def test_the_first_run_leads_to_the_sample_desk(cold_start: Start) -> None:
    with cold_start() as desk:
        desk.wait_for("sample desk")
        desk.press("1")
        desk.wait_for("Jane Li", "Call list")
        desk.press("ctrl+q")
        assert desk.end() == 0


def test_a_fault_of_the_program_is_one_sentence(env: dict[str, str], tmp_path: Path) -> None:
    script = """
import sys
from followup_tui import cli
from followup_tui.tui.screens.desk import DeskScreen

def fail(self):
    raise RuntimeError("a fault, on purpose")

DeskScreen.action_snooze = fail
sys.exit(cli.main(["--demo"]))
"""
    python, env = Path(sys.executable), {**env, "TMPDIR": str(tmp_path)}
    with Terminal("-c", script, env=env, program=python) as desk:
        desk.wait_for("Jane Li")
        desk.press("s")
        assert desk.end() == 1
        said = " ".join(" ".join(desk.lines).split())
        assert "followup: a fault of the program (RuntimeError)" in said
        assert b"Traceback" not in desk.raw
    (kept,) = tmp_path.glob("followup-fault-*.txt")
    assert "a fault, on purpose" in kept.read_text(encoding="utf-8")


def test_a_terminal_that_goes_away_without_a_signal_ends_the_desk(
    env: dict[str, str], start: Start
) -> None:
    shell = Path("/bin/sh")
    with Terminal("-c", f"trap '' HUP; exec {PROGRAM} --demo", env=env, program=shell) as desk:
        desk.wait_for("Jane Li")
        desk.press("c")
        desk.wait_for("Script", "F2 reached")
        desk.type("the last words")
        desk.wait_for("the last words")
        desk.hang_up()
        desk.end()
    with start("--demo") as again:
        again.wait_for("Jane Li")
        again.press("c")
        again.wait_for("the last words", "taken up again")


def test_who_wants_no_colour_sees_none(start: Start) -> None:
    with start("--demo", NO_COLOR="1") as desk:
        desk.wait_for("Jane Li", "Checklist")
        colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", desk.raw))
    assert {(red, green, blue) for red, green, blue in colours if not red == green == blue} == set()


def test_the_terminal_s_own_colours_can_be_taken(start: Start, home: Path) -> None:
    with start("due", "--demo") as command:
        assert command.end() == 0
    settings = home / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'theme = "ansi-dark"\n{text}', encoding="utf-8")
    with start("--demo") as desk:
        desk.wait_for("Jane Li", "Checklist")
        coloured = set(re.findall(rb"\x1b\[[0-9;]*[0-9]m", desk.raw))
    assert any(re.search(rb"\b3[1-6];", code) for code in coloured)
    assert not [code for code in coloured if b"8;2;" in code], "a colour of its own"
