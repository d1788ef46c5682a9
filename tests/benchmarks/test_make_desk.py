"""The large desk: valid, the same each time, and something to do on it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.make_desk import NOW, main, make_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.store.check import KINDS, Severity, check
from followup_tui.store.records import FILE, TinyRecords
from tests.builders import ZONE

ROOT = Path(__file__).resolve().parents[2]


def test_it_holds_what_was_asked_for_and_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk", clients=300, interactions=1_500)
    records = TinyRecords(tmp_path / "desk", zone=ZONE)
    assert len(records.all(Client)) == 300
    calls = records.all(Interaction)
    assert len(calls) == 1_500
    assert all(call.at < NOW for call in calls)
    assert len(records.standings()) == 300
    found = Counter(finding.severity for finding in check(tmp_path / "desk"))
    assert set(found) == {Severity.FINE}
    present = {kind for kind in KINDS if records.all(kind)}
    assert {kind.__name__ for kind in set(KINDS) - present} == {"Letter", "Preparation", "Referral"}


def test_the_same_numbers_make_the_same_desk(tmp_path: Path) -> None:
    one = make_desk(tmp_path / "one", clients=40, interactions=100)
    two = make_desk(tmp_path / "two", clients=40, interactions=100)
    later = make_desk(tmp_path / "l", clients=40, interactions=100, now=NOW + timedelta(days=1))
    assert one.read_bytes() == two.read_bytes() != later.read_bytes()


@pytest.mark.parametrize("form", [["benchmarks/make_desk.py"], ["-m", "benchmarks.make_desk"]])
def test_it_runs_as_a_file_and_as_a_module(tmp_path: Path, form: list[str]) -> None:
    command = [sys.executable, *form, "--clients", "5", "--interactions", "9", str(tmp_path / "d")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("5 clients, 9 interactions: ")
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert "Traceback" not in again.stderr


def test_wrong_numbers_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--clients", "0", str(tmp_path / "desk")])
    assert "at least one client" in capsys.readouterr().err
    assert not (tmp_path / "desk" / FILE).exists()
