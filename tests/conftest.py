"""What every test has: a home of its own, a fixed time zone, and one profile for hypothesis."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Fewer examples than usual keep the suite short; HYPOTHESIS_PROFILE=thorough tries many more.
settings.register_profile("followup", deadline=None, print_blob=True, max_examples=60)
settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "followup"))

# An app and its widgets are thousands of objects that refer to each other: looking for rubbish
# as often as Python does by itself took a sixth of the whole suite.
gc.set_threshold(100_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long and mostly waits: terminals, and the wheel.

    One worker has them while the others use the processors; at the end they would be waited for
    alone.
    """
    items.sort(key=lambda item: not any(map(item.get_closest_marker, ("terminal", "wheel"))))


def pytest_collection_finish() -> None:
    """Look no more for rubbish among modules and tests, which stay to the end."""
    gc.collect()
    gc.freeze()


_ZONE = "Australia/Sydney"  # that of `tests.builders`, and with a summer time of its own


@pytest.fixture(autouse=True)
def own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Give the test a home folder: nothing it does can reach the home of who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FOLLOWUP_HOME", str(home / "desk"))
    for name, folder in {
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in ("FOLLOWUP_NOW", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", _ZONE)
    time.tzset()
    yield home
    monkeypatch.undo()
    time.tzset()
