"""A desk of two clients for the command line, and a way to run it within the test's process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from followup_tui import cli
from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.interaction import NoteLine
from tests.builders import NOW, a_client, a_project, a_promise, an_interaction, days

NOW_TEXT = "2026-11-19T14:02+11:00"


@dataclass(frozen=True)
class Said:
    """What a run of the command line left."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value


Followup = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with two clients, one of whom is due."""
    monkeypatch.setenv("FOLLOWUP_NOW", NOW_TEXT)
    home = tmp_path / "desk"
    northwind = a_client("Northwind Traders", interests=("Azure",), tags=("wholesale",))
    quill = a_client("Quill & Ledger", people=())
    spoken = an_interaction(
        northwind,
        person="Jane Li",
        notes=(NoteLine(at=NOW - days(192), text="+ likes the reports"),),
    )
    lately = an_interaction(quill, day=NOW.date() - days(3))
    open_desk(home, now=lambda: NOW).records.commit(
        Change(
            by="test",
            put=(
                northwind,
                quill,
                a_project(northwind, ended=NOW.date() - days(250)),
                spoken,
                lately,
                a_promise(northwind, "the pricing link"),
            ),
        )
    )
    monkeypatch.setenv("FOLLOWUP_HOME", str(home))
    return home


@pytest.fixture
def followup(capsys: pytest.CaptureFixture[str]) -> Followup:
    """Run the command line with these arguments."""

    def run(*argv: str) -> Said:
        capsys.readouterr()
        status = cli.main(argv)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run
