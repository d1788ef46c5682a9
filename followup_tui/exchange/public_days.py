"""Public holidays worked out by a program of its own.

The library for them imports every country of the world for the first day of one: fourteen
megabytes that a desk would hold from then on, and a fifth of a second in which no other thread of
it goes on. The program says the days on its standard output, as JSON, and is gone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

import msgspec

from followup_tui.domain.calling.public_holidays import Days, by_library

_PATIENCE = 30.0
"""Seconds that it has: on a slow machine the import alone takes two or three."""
_DAYS: Final = msgspec.json.Decoder(Days)  # here, as `web.site_snapshots` says


class NotWorkedOut(Exception):
    """The program could not be started, or has not said what it was asked."""


def by_program(country: str, subdivision: str, first: int, last: int) -> Days:
    """Return what `public_holidays` does. Blocks: call it in a thread. Raises `NotWorkedOut`."""
    argv = [sys.executable, "-P", "-m", __name__, country, subdivision, str(first), str(last)]
    path = os.pathsep.join(part for part in sys.path if part)
    try:
        ended = subprocess.run(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the terminal belongs to the desk
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # what the terminal sends to the desk is not for it
            timeout=_PATIENCE,
            check=True,
        )
        return _DAYS.decode(ended.stdout)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as problem:
        raise NotWorkedOut(str(problem)) from problem


def main(arguments: Sequence[str]) -> None:
    """Say the days that `arguments` ask for."""
    country, subdivision, first, last = arguments
    days = by_library(country, subdivision, int(first), int(last))
    sys.stdout.buffer.write(msgspec.json.encode(days))


if __name__ == "__main__":
    main(sys.argv[1:])
