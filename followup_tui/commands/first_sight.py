"""The first sight of the desk: its first screen, drawn while the desk is still being opened.

`followup` looks for what the first screen will be (`store.first_sight`) before it imports anything,
and draws it as it stands. The desk comes up behind it and draws over it what is the same. Keys that
are pressed meanwhile wait in the terminal and are the desk's first ones.

Where none is known, the call list is drawn in plain lines once the desk has it (`draw_list`), which
is long before Textual is there.

Where the desk cannot be opened after all, what was drawn is taken away before that is told.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

from followup_tui.settings.terminal import looks
from followup_tui.store.first_sight import kept_in
from followup_tui.store.stamp import now_in

if TYPE_CHECKING:
    from followup_tui.desk import Desk

_DRAW, _TAKE_AWAY = "\x1b[?1049h\x1b[?25l", "\x1b[0m\x1b[?25h\x1b[?1049l"
"""Go to the terminal's second screen and hide the cursor; go back and show it (xterm's modes)."""
_OTHERWISE = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"),
    *("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER"),
)
"""Variables by which Textual would draw in other colours, or in another size."""
_ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that end a program, after which nobody else would set the terminal right."""

_Handler = Callable[[int, FrameType | None], object] | int | None
"""What `signal` gives and takes."""


class _Drawn:
    """What was drawn and the desk has not taken over yet; there is one terminal."""

    def __init__(self) -> None:
        self._set_right: Callable[[], None] | None = None
        """Undoes what was changed of the terminal; None: nothing is drawn."""
        self._before: dict[int, _Handler] = {}
        """What was done at a signal before."""

    @property
    def stands(self) -> bool:
        """Whether something is drawn that the desk has not taken over."""
        return self._set_right is not None

    def draw(self, drawn: str) -> None:
        """Draw it, and let the terminal keep the keys that are pressed from now on."""
        self._set_right = _keep_keys()
        wanted: dict[int, _Handler] = {getattr(signal, name): self._end for name in _ENDS}
        # For a moment there is nothing that could be stopped and gone on with.
        wanted[signal.SIGTSTP] = signal.SIG_IGN
        self._before = {number: signal.signal(number, done) for number, done in wanted.items()}
        _write(f"{_DRAW}{drawn}")

    def hand_over(self) -> bool:
        """Leave the terminal to the desk; say whether anything stands on its second screen."""
        if self._set_right is None:
            return False
        set_right, self._set_right = self._set_right, None
        set_right()
        for number, done in self._before.items():
            signal.signal(number, done)
        return True

    def take_away(self) -> None:
        """Leave the terminal as it was, unless the desk has taken it over."""
        if self.hand_over():
            _write(_TAKE_AWAY)

    def _end(self, number: int, _: FrameType | None) -> None:
        self.take_away()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)  # as if nobody had caught it


_drawn = _Drawn()
hand_over, take_away = _drawn.hand_over, _drawn.take_away


def draw(arguments: Sequence[str]) -> None:
    """Draw the first screen of the desk that `followup` with these arguments will open.

    Nothing is drawn where anything else is asked for, or where it is not known to be right.
    """
    if sys.platform == "win32":
        return  # no signals and modes to set the terminal right by
    home = _home_of(arguments)
    if home is None or not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return
    sight = kept_in(home)
    if (
        sight is not None
        and sight.since <= _now(sight.zone) < sight.until
        and sight.looks == looks()
        and sight.made_from == now_in(home)
    ):
        _drawn.draw(sight.drawn)


def draw_list(desk: Desk) -> None:
    """Draw the call list of a desk that is open, in plain lines, unless it is drawn already.

    For when no picture of the first screen was kept, or it would be another one now. The list is
    that of this moment: the desk that comes up behind it takes it as it was made for this.
    """
    if sys.platform == "win32" or _drawn.stands or desk.demo or desk.problems:
        return
    if not _knows_our_colours():
        return
    from followup_tui.services.ports import StoreProblem  # noqa: PLC0415 - see the module's words
    from followup_tui.tui.plain_sight import first_screen  # noqa: PLC0415 - as above

    try:
        queue = desk.call_list.now_listed()
    except StoreProblem:
        return  # the desk says so
    size = _size()
    if size is None or desk.records.problems():
        return
    if screen := first_screen(queue, desk.settings, size=size):
        _drawn.draw(screen)


def _knows_our_colours() -> bool:
    """Say whether the terminal takes colours of 24 bits, and Textual will be drawing on it so."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return False
    colours = os.environ.get("COLORTERM", "").strip().lower()
    return colours in {"truecolor", "24bit"} and not any(map(os.environ.get, _OTHERWISE))


def _size() -> tuple[int, int] | None:
    try:
        return os.get_terminal_size(1)
    except OSError:
        return None


def _home_of(arguments: Sequence[str]) -> str | None:
    """Return the home folder of the desk that is to be opened; None where none is for sure."""
    match arguments:
        case []:
            named = os.environ.get("FOLLOWUP_HOME", "")
        case ["--home", named] if named and not named.startswith("-"):
            pass
        case [argument] if argument.startswith("--home="):
            named = argument.removeprefix("--home=")
        case _:
            return None
    if named:
        return os.path.abspath(os.path.expanduser(named))  # noqa: PTH100, PTH111 - import nothing
    from followup_tui.settings.paths import default_home  # noqa: PLC0415 - only where not named

    return str(default_home())


def _now(zone: str) -> float:
    """Return the seconds since 1970, as the desk of a user in that zone will tell them.

    Not a number, which is in no time, where `FOLLOWUP_NOW` cannot be read.
    """
    text = os.environ.get("FOLLOWUP_NOW", "")
    if not text:
        import time  # noqa: PLC0415 - as little as possible is imported

        return time.time()
    from datetime import datetime  # noqa: PLC0415 - only where a clock was set
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - as above

    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, KeyError):  # KeyError: a zone that has no name
        return float("nan")
    return moment.timestamp()


def _keep_keys() -> Callable[[], None]:
    """Have the terminal keep keys unseen, each as it is; return what undoes that."""
    import termios  # noqa: PLC0415 - there is none on Windows, where nothing is drawn

    keys = sys.stdin.fileno()
    before = termios.tcgetattr(keys)
    after = termios.tcgetattr(keys)
    after[0] &= ~termios.ICRNL
    after[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(keys, termios.TCSANOW, after)

    def set_right() -> None:
        with suppress(termios.error):  # a terminal that is gone needs it no more
            termios.tcsetattr(keys, termios.TCSANOW, before)

    return set_right


def _write(text: str) -> None:
    rest = memoryview(text.encode())
    with suppress(OSError):  # a terminal that is gone: who opens the desk will be told
        while rest:
            rest = rest[os.write(sys.stderr.fileno(), rest) :]
