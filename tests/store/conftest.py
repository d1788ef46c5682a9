"""A home folder of its own for every test of the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followup_tui.store.records import TinyRecords
from tests.builders import ZONE

Opener = Callable[[], TinyRecords]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The path of a home folder that is not there yet."""
    return tmp_path / "home"


@pytest.fixture
def opened(home: Path) -> Opener:
    """Opens the records of `home`: each call is another program."""
    return lambda: TinyRecords(home, zone=ZONE)
