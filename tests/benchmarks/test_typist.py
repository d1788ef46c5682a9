"""The typist sees each key arrive, and says what never did."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.bare_notes import PLACEHOLDER
from benchmarks.echo import LINES, at, lines
from benchmarks.figures import NotMeasured
from benchmarks.typist import Typist

ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
SIZE = (80, 24)


def test_each_key_of_a_line_is_timed_but_for_its_sign(tmp_path: Path) -> None:
    yardstick = Path(__file__).resolve().parents[2] / "benchmarks" / "bare_notes.py"
    environment = {**ENVIRONMENT, "HOME": str(tmp_path)}
    with Typist([sys.executable, str(yardstick)], environment, size=SIZE) as typist:
        typist.wait_for(PLACEHOLDER)
        taken = typist.type_all(["+ likes it", "! send it by fri"])
    assert len(taken) == len("likes it") + len("send it by fri")
    assert all(0 < seconds < 30 for seconds in taken)


def test_a_program_that_ends_is_no_measurement() -> None:
    silent = "import tty; tty.setraw(0); print('ready', flush=True); import sys; sys.stdin.read(3)"
    with Typist([sys.executable, "-c", silent], ENVIRONMENT, size=SIZE) as typist:
        typist.wait_for("ready")
        with pytest.raises(
            NotMeasured, match=r"never came on the screen|ended while it was typed into"
        ):
            typist.type("+ likes")


def test_no_line_is_like_another_and_all_fit_the_notes() -> None:
    typed = [line for block in range(40) for line in lines(block)]
    assert len(set(typed)) == len(typed) == 40 * LINES
    assert max(len(line) for line in typed) <= 40
    assert all(line[0] in "+-!@>?*" or line[0].isalpha() for line in typed)


def test_the_time_of_a_share() -> None:
    taken = [float(n) for n in range(1, 201)]
    assert (at(taken, 0.5), at(taken, 0.99)) == (101.0, 199.0)
    assert at([3.0], 0.99) == 3.0
