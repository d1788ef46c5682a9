"""One run of the command line: what was asked for, and the desk it is asked of."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.commands.answers import is_utf8
from followup_tui.commands.paper import Paper, paper_for
from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import WrongUsage
from followup_tui.domain.change import StoreProblem
from followup_tui.domain.record import Clock
from followup_tui.domain.text import clean_line
from followup_tui.settings.model import SettingsProblem
from followup_tui.settings.paths import default_home, demo_home

if TYPE_CHECKING:
    from followup_tui.desk import Desk

Json = Mapping[str, object]
"""What `--json` prints: an object with documented keys."""


@dataclass(frozen=True, slots=True)
class Run:
    """What every command knows of its run."""

    given: Namespace
    home: Path
    demo: bool
    json: bool

    @property
    def paper(self) -> Paper:
        """Where text for the reader goes."""
        return paper_for(sys.stdout)

    def show_json(self, value: Json) -> None:
        """Print `value` as JSON; in ASCII where the terminal or pipe knows no other characters."""
        print(json_text(value))

    def clock(self, *, running: bool = False) -> Clock:
        """Return the clock: the machine's, or the one that ``FOLLOWUP_NOW`` sets.

        A set clock stands still, so that a command says the same each time; with `running` it
        goes on from there. Raises `WrongUsage` where the moment cannot be read.
        """
        from followup_tui.settings.clock import clock_at, machine_clock  # noqa: PLC0415 - lazily
        from followup_tui.settings.load import load_settings  # noqa: PLC0415 - lazily

        zone = "" if self.demo else load_settings(self.home).me.zone
        text = os.environ.get("FOLLOWUP_NOW", "")
        if not text:
            return machine_clock(zone)
        try:
            still = clock_at(text, zone)
        except SettingsProblem as problem:
            raise WrongUsage(str(problem)) from None
        begin = time.monotonic()
        if not running:
            return still
        return lambda: still() + timedelta(seconds=time.monotonic() - begin)

    @contextmanager
    def desk(self, *, fetches: bool = False, running: bool = False) -> Iterator[Desk]:
        """Open the desk that was asked for; with `fetches` the sample desk's sites are served.

        Whoever fetched closes the desk (`Desk.close`) in the loop it was used in.
        """
        clock = self.clock(running=running)
        if not self.demo:
            from followup_tui.desk import open_desk  # noqa: PLC0415 - not for every command

            desk = open_desk(self.home, now=clock)
            before = desk.records.version
            yield desk
            if desk.records.version != before:
                sys.stdout.flush()  # who waits for the answer has it; what follows is for later
                _look_after(desk)
                _answer_again(desk)
            return
        from followup_tui.sample.opening import open_sample  # noqa: PLC0415 - as above

        with open_sample(self.home, now=clock, serve=fetches) as desk:
            yield desk


def json_text(value: Json) -> str:
    """Return `value` as it is printed."""
    return json.dumps(value, indent=2, ensure_ascii=not is_utf8(sys.stdout))


def _look_after(desk: Desk) -> None:
    """Make the backup of the day after a change; where that fails, the change stands all the same.

    The desk on the terminal does it by itself, so mostly there is nothing to do.
    """
    try:
        desk.look_after()
    except StoreProblem as problem:
        print(f"followup: no backup was made: {clean_line(str(problem))}", file=sys.stderr)


def _answer_again(desk: Desk) -> None:
    """Make the answers of `followup due` that the change has put out of date, where it was asked.

    The records are open already: it takes a part of what the next asking would.
    """
    from followup_tui.commands.due import answer_again  # noqa: PLC0415 - it imports this module

    with suppress(StoreProblem):  # the change stands; whoever asks is told
        answer_again(desk)


def run_of(given: Namespace) -> Run:
    """Return the run that the parsed arguments ask for."""
    named = given.home or os.environ.get("FOLLOWUP_HOME", "")
    demo = bool(given.demo)
    home = named or str(demo_home() if demo else default_home())
    return Run(given=given, home=absolute(home), demo=demo, json=bool(given.json))
