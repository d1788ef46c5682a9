"""The first sight: the list is drawn before the desk is there, where it is known to be right."""

from __future__ import annotations

import os
import signal
import termios
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.services.ports import Change
from tests.builders import NOW, TODAY, a_client, days
from tests.terminal.conftest import Start
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

_MOUSE = b"\x1b[?1000h"
"""What Textual sends first, once it has the terminal."""
_SECOND_SCREEN = b"\x1b[?1049h"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with two clients on its list: each test its own, in any order."""
    home = tmp_path / "desk"
    desk = open_desk(home, now=lambda: NOW)
    clients = (a_client(name, call_again=TODAY - days(1)) for name in ("Northwind", "Tailspin"))
    desk.records.commit(Change(by="test", put=tuple(clients)))
    desk.records.close()
    return home


@pytest.fixture
def seen(start: Start, home: Path) -> list[str]:
    """Open the desk once and close it in order; return what it looked like."""
    with start() as desk:
        desk.wait_for("Northwind", "Tailspin", "Checklist", "palette")
        lines = desk.lines[:]
        drawn = desk.raw.index(b"Tailspin")
        assert desk.raw.index(_SECOND_SCREEN) < drawn < desk.raw.index(_MOUSE), "in plain lines"
        assert desk.raw.count(_SECOND_SCREEN) == 1, "cleared once more, it would flicker"
        desk.press("ctrl+q")
        assert desk.end() == 0
    assert (home / "cache" / "first_sight.kept").stat().st_mode & 0o777 == 0o600
    return lines


def _modes(desk: Terminal) -> list[object]:
    return termios.tcgetattr(desk._fd)[:4]


_OF_THE_PICTURE = "Choose somebody"
"""Stands in the picture that was kept of the first screen, and not in plain lines."""
_LIST = 36
"""Columns of the list: the other panes are empty at first."""


def _was_drawn_of_the_picture(desk: Terminal) -> None:
    before_textual, _, _ = desk.raw.partition(_MOUSE)  # which may be there by now, or not yet
    assert _OF_THE_PICTURE.encode() in before_textual


def test_the_list_is_there_before_the_desk_and_keys_are_not_lost(
    start: Start, seen: list[str]
) -> None:
    with start() as desk:
        before = _modes(desk)
        desk.wait_for("Northwind", "Tailspin", _OF_THE_PICTURE, "palette")
        _was_drawn_of_the_picture(desk)
        assert [line[:_LIST] for line in desk.lines] == [line[:_LIST] for line in seen]
        assert (desk.lines[0], desk.lines[-1]) == (seen[0], seen[-1])
        desk.press("down")
        desk.wait_for("Prepare: Tailspin")
        assert desk.raw.count(_SECOND_SCREEN) == 1, "cleared once more, it would flicker"
        desk.press("ctrl+q")
        assert desk.end() == 0
        assert _modes(desk) == before


@pytest.mark.usefixtures("seen")
def test_the_terminal_is_right_again_where_the_desk_does_not_come(start: Start) -> None:
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        _ended_before_the_desk_came(start, how)


def _ended_before_the_desk_came(start: Start, how: signal.Signals) -> None:
    for _ in range(9):
        with start() as desk:
            before = _modes(desk)
            desk.wait_for("Northwind")
            during = _modes(desk)
            os.kill(desk.pid, how)
            status = desk.end()
            if _MOUSE in desk.raw or status != -how:
                continue  # the desk came sooner than the signal, and ended by itself
            assert during != before
            assert _modes(desk) == before
            assert desk.raw.endswith(b"\x1b[?25h\x1b[?1049l")
            return
    raise AssertionError(f"{how.name}: each time the desk came before the signal")


@pytest.mark.usefixtures("seen")
def test_what_was_changed_is_drawn_the_next_time(start: Start) -> None:
    with start() as desk:
        desk.wait_for("Prepare: Northwind", "Checklist")
        desk.press("s", "1", "enter")  # left alone until tomorrow
        desk.wait_for("Northwind is off the list", "Prepare: Tailspin", "1 due")
        desk.press("tab", "ctrl+q")
        assert desk.end() == 0
    with start() as desk:
        desk.wait_for("Tailspin", _OF_THE_PICTURE, "palette")
        _was_drawn_of_the_picture(desk)
        assert "Northwind" not in desk.text
        drawn = desk.lines[:]
        desk.wait_for("Prepare: Tailspin", "Checklist")
        assert [line[:_LIST] for line in drawn] == [line[:_LIST] for line in desk.lines]
        assert (drawn[0], drawn[-1]) == (desk.lines[0], desk.lines[-1])
        desk.press("ctrl+q")
        assert desk.end() == 0


@pytest.mark.usefixtures("seen")
def test_in_another_terminal_the_list_is_drawn_in_plain_lines(start: Start) -> None:
    with start(size=(100, 30)) as desk:
        desk.wait_for("Prepare: Northwind")
        northwind, mouse = desk.raw.index(b"Northwind"), desk.raw.index(_MOUSE)
        assert northwind < mouse < desk.raw.index(_OF_THE_PICTURE.encode())
    with start(size=(100, 30)) as desk:
        desk.wait_for("Northwind", _OF_THE_PICTURE)
        _was_drawn_of_the_picture(desk)  # the last one is kept
    with start(size=(100, 30), COLORTERM="") as desk:
        desk.wait_for("Northwind")
        assert desk.raw.index(_MOUSE) < desk.raw.index(b"Northwind"), "in colours it has not"


@pytest.mark.usefixtures("seen")
def test_a_problem_is_told_where_the_terminal_was(start: Start, home: Path) -> None:
    (home / "desk.index").unlink()
    content = (home / "desk.json").read_bytes()
    was = (home / "desk.json").stat()
    (home / "desk.json").write_bytes(b"x" * len(content))
    os.utime(home / "desk.json", ns=(was.st_atime_ns, was.st_mtime_ns))  # nobody can tell
    with start() as desk:
        assert desk.end() == 1
        drawn, told = desk.raw.split(b"\x1b[?25h\x1b[?1049l")
        assert b"Northwind" in drawn
        assert b"is not the file of a desk" in told
