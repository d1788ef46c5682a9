"""A program in a real terminal: how long from its start until a text stands on the screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import struct
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import perf_counter

from benchmarks.figures import NotMeasured

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_PATIENCE = 60.0  # seconds for one start
_TAIL = 20_000  # characters in which the text is looked for


def seconds_until(
    marker: str, command: Sequence[str], environment: Mapping[str, str], *, size: tuple[int, int]
) -> float:
    """Return the seconds from the start of `command` until `marker` is written to its terminal.

    `size` is columns and rows. The program is killed then. Raises `NotMeasured` where it ends, or
    a minute passes, without the text; what it wrote last is in the message.
    """
    begin = perf_counter()
    with running(command, environment, size=size) as (_, terminal):
        return wait_for(marker, terminal, begin) - begin


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], *, size: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Run a program in a terminal of its own, and kill it in the end.

    Yields its process id and our end of its terminal, which is to be read on.
    """
    terminal, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    try:
        program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment),
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        try:
            yield program.pid, terminal
        finally:
            program.kill()
            program.wait()
    finally:
        os.close(terminal)


def wait_for(marker: str, terminal: int, begin: float) -> float:
    """Return the moment at which the marker was read; raises `NotMeasured` without it."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = ""
    while (left := begin + _PATIENCE - perf_counter()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # Linux says so when the other end is closed
            piece = b""
        now = perf_counter()
        if not piece:
            break
        text = (text + decoder.decode(piece))[-_TAIL:]
        if marker in text or marker in _ESCAPES.sub("", text):
            return now
    seen = " ".join(_ESCAPES.sub(" ", text).split())[-300:]
    raise NotMeasured(f"“{marker}” never came on the screen; the last that did: {seen!r}")
