"""A real terminal for tests: the program in a pseudo-terminal, its screen drawn by pyte.

Nothing here sleeps for a while and hopes: `wait_for` reads what the program writes until what is
waited for is on the screen, and fails with the screen as it stands.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

from tests.terminal.warm import Warm

PROGRAM = Path(sys.executable).with_name("followup")
_PATIENCE = 30.0  # seconds; a busy machine may need many, a quick one needs few

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "ctrl+end": "\x1b[1;5F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f12": "\x1b[24~",
    "backspace": "\x7f",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip

_width = lru_cache(maxsize=None)(wcwidth)

_ANSWER = 2.0  # seconds in which a click that does anything has shown it


_COLOUR = re.compile(r"\x1b\[[0-9;:]*m")
_BEGUN = re.compile(r"\x1b(?:\[[0-9;:]*)?$")
"""The end of a piece that may be the beginning of a colour."""


class _Drawn(pyte.Screen):
    """pyte's screen, which knows no private forms of a few sequences that Textual sends.

    Nothing is coloured here, so cells differ by their character alone: lines are drawn, and read,
    many times as fast as pyte does it for any screen.
    """

    def __init__(self, columns: int, lines: int) -> None:
        self._cells: dict[str, Char] = {}
        self._read: dict[int, str] = {}
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        """Put `data` at the cursor; what is no plain piece of one line is left to pyte."""
        if self.cursor.x + len(data) > self.columns or any(_width(char) != 1 for char in data):
            super().draw(data)
            return
        line = self.buffer[self.cursor.y]
        for column, char in enumerate(data, self.cursor.x):
            cell = self._cells.get(char)
            if cell is None:
                cell = self._cells[char] = self.cursor.attrs._replace(data=char)
            line[column] = cell
        self.cursor.x += len(data)
        self.dirty.add(self.cursor.y)

    def read(self) -> list[str]:
        """Return the lines; a wide character has an empty cell after it."""
        for row in self.dirty:
            line = self.buffer[row]
            self._read[row] = "".join(line[x].data for x in range(self.columns)).rstrip()
        self.dirty.clear()
        return [self._read[row] for row in range(self.lines)]

    def select_graphic_rendition(self, *attrs: int, private: bool = False) -> None:
        """Draw nothing: no colour comes here but private forms (as `CSI > 4 m`), which are none."""

    def report_device_status(self, mode: int, private: bool = False, **_: object) -> None:
        """Answer nothing: Textual does without."""


class Terminal:
    """The program in a terminal of its own; ends with it."""

    def __init__(
        self,
        *argv: str,
        env: Mapping[str, str],
        size: tuple[int, int] = (120, 36),
        program: Path = PROGRAM,
        warm: Warm | None = None,
    ) -> None:
        """Start `program` with these arguments; `size` is (columns, lines).

        With `warm` it is started there, its modules loaded.
        """
        self._screen = _Drawn(*size)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._left = ""
        self._lines: list[str] | None = None
        self.raw = b""
        self._warm = warm
        if warm is not None:
            self.pid, self._fd = warm.start(argv, env)
        else:
            self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes the program
            os.execve(program, [str(program), *argv], dict(env))
        self.resize(*size)
        self._status: int | None = None
        self._hung_up = False
        self.waited = 0.0
        """Seconds of the longest wait till now, as a rule the start: how busy the machine is."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        if not self._hung_up:
            os.close(self._fd)

    # What it shows

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, as it was last read."""
        if self._lines is None:
            self._lines = self._screen.read()
        return self._lines

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def wait_for(self, *words: str, within: float = _PATIENCE) -> str:
        """Read until all `words` are on the screen, and return the screen."""
        self.wait_until(lambda: all(word in self.text for word in words), str(words), within=within)
        return self.text

    def wait_until(
        self, condition: Callable[[], bool], what: str = "", *, within: float = _PATIENCE
    ) -> None:
        """Read until `condition` holds."""
        begun = time.monotonic()
        while not condition():
            left = begun + within - time.monotonic()
            if left <= 0 or not self._read(min(left, 0.2)):
                raise AssertionError(f"waited for {what} in vain; the screen:\n{self.text}")
        self.waited = max(self.waited, time.monotonic() - begun)

    def _read(self, seconds: float) -> bool:
        """Take in what was written; say whether the program can still write."""
        if self._hung_up:
            time.sleep(seconds)  # only the end of the process can be waited for
            return False
        if not select.select([self._fd], [], [], seconds)[0]:
            return self._status is None
        try:
            chunk = os.read(self._fd, 65_536)
        except OSError:  # the terminal of a program that has ended
            chunk = b""
        self.raw += chunk
        self._draw(self._decoder.decode(chunk))
        return bool(chunk)

    def _draw(self, text: str) -> None:
        """Draw what was written, without its colours: pyte spends most of its time on those."""
        text = self._left + text
        begun = _BEGUN.search(text)
        self._left = begun[0] if begun else ""
        self._stream.feed(_COLOUR.sub("", text[: len(text) - len(self._left)]))
        self._lines = None

    # What is done to it

    def press(self, *keys: str) -> None:
        """Press keys by name (`KEYS`), or by their character."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def type(self, text: str) -> None:
        """Type `text`."""
        os.write(self._fd, text.encode())

    def paste(self, text: str) -> None:
        """Paste `text`, as a terminal does: what it cannot take at once waits for being read."""
        content = f"\x1b[200~{text}\x1b[201~".encode()
        while content:
            _, ready, _ = select.select([], [self._fd], [], 0.02)
            if ready:
                content = content[os.write(self._fd, content[:512]) :]
            self._read(0)

    def click(self, words: str, *, after: str = "") -> None:
        """Click on the first `words` on the screen, once they are there; with `after` below it."""
        self.wait_for(words, after)
        first = next(n for n, line in enumerate(self.lines) if after in line)
        for row, line in enumerate(self.lines[first:], first):
            column = line.find(words, line.find(after) if row == first and after else 0)
            if column >= 0:
                where = f"{column + 1};{row + 1}"
                self.type(f"\x1b[<0;{where}M\x1b[<0;{where}m")
                self._see_answer()
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def _see_answer(self) -> None:
        """Read until something is drawn: keys sent at once would come before the click."""
        before, end = len(self.raw), time.monotonic() + _ANSWER
        while len(self.raw) == before and time.monotonic() < end:
            self._read(0.05)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)
        self._lines = None

    def kill(self) -> None:
        """Kill the program the hard way, if it still runs."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.end()

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does; nothing can be read after it."""
        os.close(self._fd)
        self._hung_up = True

    def end(self, within: float = _PATIENCE) -> int:
        """Wait until the program has ended, and return its exit status (negative: the signal)."""
        end = time.monotonic() + within
        while self._status is None:
            self._read(0.05)
            self._status = self._ended()
            if self._status is None and time.monotonic() > end:
                raise AssertionError(f"the program goes on; the screen:\n{self.text}")
        while self._read(0):  # what it said at its end
            pass
        return self._status

    def _ended(self) -> int | None:
        """Return the exit status, negative for a signal; None while the program runs."""
        if self._warm is not None:
            status = self._warm.status(self.pid)
        else:
            pid, waited = os.waitpid(self.pid, os.WNOHANG)
            status = waited if pid else None
        return None if status is None else os.waitstatus_to_exitcode(status)
