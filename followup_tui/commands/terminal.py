"""`followup` without a command: the desk itself, on a terminal that can show it."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from typing import TYPE_CHECKING

from followup_tui.commands import first_sight
from followup_tui.commands.problems import CannotDo
from followup_tui.commands.run import Run
from followup_tui.settings.paths import demo_home

if TYPE_CHECKING:
    from followup_tui.desk import Desk

_STARTED = 2.0
"""Seconds after which the desk is painted and everything that is kept to its end is there."""
INSTEAD = "use `followup due` and the other commands of `followup --help`"


def why_not() -> str:
    """Return why the desk cannot be drawn here, in words that end with what to do, or nothing."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"the desk needs a terminal, and this is none: {INSTEAD}"
    term = os.environ.get("TERM", "")
    if sys.platform != "win32" and term in {"", "dumb", "unknown"}:
        named = f"TERM={term}" if term else "TERM is not set"
        return f"the desk cannot be drawn on this terminal ({named}): {INSTEAD}"
    return ""


def run(asked: Run) -> int:
    """Open the desk; then the sample desk, or this one anew, where that is asked for there."""
    if problem := why_not():
        raise CannotDo(problem)
    while answer := _opened(asked):
        from followup_tui.tui.app import DEMO  # noqa: PLC0415 - Textual, only here

        if answer == DEMO:
            asked = Run(given=asked.given, home=demo_home(), demo=True, json=False)
    return 0


def _opened(asked: Run) -> str | None:
    """Run the desk until it is closed; return what it asks for then, if anything."""
    # What is imported and built at the start stays to the end: to look for rubbish in it takes a
    # tenth of the time until the first paint.
    gc.disable()
    from followup_tui.desk.kept_holidays import KeptHolidays  # noqa: PLC0415 - only for the desk
    from followup_tui.domain.calling.public_holidays import find_by  # noqa: PLC0415 - as above

    with asked.desk(fetches=True, running=True) as desk:
        first_sight.draw_list(desk)
        find_by(KeptHolidays(desk.cache).look_up)
        return asyncio.run(shown(desk))


def _look_for_rubbish() -> None:
    """Look for rubbish from now on, in what is new."""
    gc.freeze()
    gc.enable()


async def shown(desk: Desk) -> str | None:
    """Show the desk, and close what it opened in the loop that it ran in; return what it asks."""
    from followup_tui.tui.app import FollowupApp  # noqa: PLC0415 - Textual, only here

    app = FollowupApp(desk, hand_over=first_sight.hand_over)
    asyncio.get_running_loop().call_later(_STARTED, _look_for_rubbish)
    try:
        answer = await app.run_async()
    finally:
        await desk.close()
    if app.fault is not None:
        raise app.fault  # the command line keeps its traceback in a file, and says where
    if app.return_code:
        raise CannotDo("the desk was closed by a fault; what was typed is kept: start it again")
    return answer
