"""The program in a terminal, over a home folder and a clock of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal
from tests.terminal.warm import Warm

Start = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """What the program finds around it: a good terminal, and Thursday 19 November, 14:02."""
    return {
        **os.environ,
        "FOLLOWUP_HOME": str(home),
        "FOLLOWUP_NOW": "2026-11-19T14:02",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "Australia/Sydney",
    }


@pytest.fixture
def cold_start(env: dict[str, str]) -> Start:
    """Start the installed command in a terminal: for what is about starting itself."""

    def start(*argv: str, size: tuple[int, int] = (120, 36), **more: str) -> Terminal:
        return Terminal(*argv, env={**env, **more}, size=size)

    return start


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """The program with its modules loaded, once a session."""
    process = Warm()
    yield process
    process.close()


@pytest.fixture
def start(env: dict[str, str], warm: Warm) -> Start:
    """Start the program in a terminal, its modules loaded."""

    def start(*argv: str, size: tuple[int, int] = (120, 36), **more: str) -> Terminal:
        return Terminal(*argv, env={**env, **more}, size=size, warm=warm)

    return start
