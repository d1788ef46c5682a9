"""Somebody who types into a program in a terminal, and how long each key takes to be seen there."""

from __future__ import annotations

import codecs
import fcntl
import os
import random
import re
import select
import struct
import subprocess
import termios
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from time import perf_counter
from types import TracebackType
from typing import Self

from benchmarks.figures import NotMeasured

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_PATIENCE = 60.0  # seconds for anything to appear
_TAIL = 40_000  # characters in which a text is looked for
_SEEN_BY = 8
"""Characters of the line at hand, the newest last, by which a key is seen to have arrived."""
_BETWEEN = (0.015, 0.045)
"""Seconds from the echo of a key to the next key: some 25 keys a second, faster than any hand."""


class Typist(AbstractContextManager["Typist"]):
    """Types into `command`, which runs in a terminal of its own until the context ends."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int],
        pass_fds: Sequence[int] = (),
    ) -> None:
        """`size` is columns and rows; `pass_fds` are file descriptors that the program is given."""
        self._terminal, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment),
            start_new_session=True, pass_fds=pass_fds,
        )  # fmt: skip
        os.close(theirs)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._line = ""
        self._chance = random.Random(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self._terminal)

    def wait_for(self, words: str) -> None:
        """Read until `words` were written since the last key. Raises `NotMeasured` after long."""
        self._until(words, perf_counter())

    def press(self, key: str) -> None:
        """Send a key, and look only at what is written from now on."""
        self._text = ""
        self._send(key)

    def type(self, line: str) -> list[float]:
        """Begin a line and type it; return the seconds from each of its keys to its echo.

        The first two characters stand for themselves too often on a screen to be told from others:
        they are typed at the same pace, and not measured.
        """
        self._line = ""
        for key in f"\r{line[:2]}":
            self._send(key)
            self._rest()
        self._line = line[:2]
        return [self._echo(key) for key in line[2:]]

    def type_all(self, lines: Iterable[str]) -> list[float]:
        """Type lines one below the other; return what `type` returns for all of them."""
        return [seconds for line in lines for seconds in self.type(line)]

    def _echo(self, key: str) -> float:
        self._line += key
        self._text = ""
        begin = perf_counter()
        self._send(key)
        seconds = self._until(self._line[-_SEEN_BY:], begin) - begin
        self._rest()
        return seconds

    def _send(self, key: str) -> None:
        os.write(self._terminal, key.encode())

    def _until(self, words: str, begin: float) -> float:
        """Return the moment at which `words` had been read."""
        while words not in self._text and words not in _ESCAPES.sub("", self._text):
            left = begin + _PATIENCE - perf_counter()
            if left <= 0 or not self._read(left):
                seen = " ".join(_ESCAPES.sub(" ", self._text).split())[-300:]
                raise NotMeasured(f"“{words}” never came on the screen; the last: {seen!r}")
        return self._read_at

    def _rest(self) -> None:
        """Let a moment pass, taking in what is written meanwhile."""
        end = perf_counter() + self._chance.uniform(*_BETWEEN)
        while (left := end - perf_counter()) > 0:
            if not self._read(left) and self.program.poll() is not None:
                raise NotMeasured("the program ended while it was typed into")

    _read_at = 0.0

    def _read(self, seconds: float) -> bool:
        """Take in what was written; say whether anything was."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._terminal, 65_536)
        except OSError:  # Linux says so when the other end is closed
            piece = b""
        self._read_at = perf_counter()
        self._text = (self._text + self._decoder.decode(piece))[-_TAIL:]
        return bool(piece)
