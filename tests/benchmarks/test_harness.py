"""The harness: it sees what stands on a terminal, and says what it could not measure."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks import painting
from benchmarks.__main__ import MODULES, main, table
from benchmarks.desks import Desks
from benchmarks.empty_app import TITLE
from benchmarks.figures import Figure, NotMeasured, side_by_side
from benchmarks.terminal import seconds_until

ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
SIZE = (80, 24)


def test_it_sees_the_title_of_the_empty_app(tmp_path: Path) -> None:
    yardstick = Path(__file__).resolve().parents[2] / "benchmarks" / "empty_app.py"
    command = [sys.executable, str(yardstick)]
    environment = {**ENVIRONMENT, "HOME": str(tmp_path)}
    assert 0 < seconds_until(TITLE, command, environment, size=SIZE) < 60


def test_it_sees_a_text_that_colours_run_through() -> None:
    script = r"print('\x1b[1mJa\x1b[0;31mne\x1b]0;title\x07 Li', flush=True); input()"
    assert seconds_until("Jane Li", [sys.executable, "-c", script], ENVIRONMENT, size=SIZE) > 0


def test_a_program_that_ends_without_the_text_is_no_measurement() -> None:
    with pytest.raises(NotMeasured, match="never came on the screen; the last that did: 'so it i"):
        seconds_until("x", [sys.executable, "-c", "print('so it is')"], ENVIRONMENT, size=SIZE)


def test_runs_are_taken_in_turns_and_the_first_left_out() -> None:
    ours, theirs = iter([9.0, 1.0, 3.0, 2.0]), iter([9.0, 4.0, 4.0, 5.0])
    assert side_by_side(lambda: next(ours), lambda: next(theirs), rounds=3) == (2.0, 4.0)


def test_the_table_says_what_holds() -> None:
    lines = table([Figure("fast", 0.5, 1.25, "a"), Figure("slow", 2.0, 1.0, "b")]).splitlines()
    assert "holds: a" in lines[2]
    assert "DOES NOT HOLD: b" in lines[3]


def test_an_unknown_figure_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["first_pain"])
    assert MODULES[0] in capsys.readouterr().err


def test_the_painting_is_of_rows_that_stand_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "MANY", 300)
    (figure,) = painting.figures(Desks(tmp_path, quick=True))
    assert figure.ratio > 0
