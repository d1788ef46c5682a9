"""The program that reads pages beside the desk: bytes come in on stdin, facts go out on stdout.

Reading a page takes 50 ms, the worst nearly a second, all of it with Python's lock held: in a
thread the keyboard would stall. Each message is its length in four bytes and then msgspec's
MessagePack. The program ends when its stdin does, so none is left when the desk is killed.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from datetime import datetime
from typing import BinaryIO

import msgspec

from followup_tui.domain.page import PageFacts

LENGTH = 4
"""Bytes that say how long the message after them is, the highest first."""


MEMORY = 1_500_000_000
"""Bytes of address space that the program may take: a page that needs more ends it, not the
machine. Idle it takes some 300 MB of it, for the largest pages some 600."""

BEHIND = 5
"""How much nicer than the desk the program is to others (`nice`)."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A page to be read: the arguments of `page.read_page`."""

    content: bytes
    url: str
    now: datetime
    content_type: str | None


def frame(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return len(message).to_bytes(LENGTH, "big") + message


def _take(source: BinaryIO) -> bytes | None:
    """Return the next message, or None at the end of the stream."""
    head = source.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    message = source.read(length)
    return message if len(message) == length else None


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Read one page after the other until `source` ends."""
    from followup_tui.web.page import read_page  # noqa: PLC0415 -- after the signals are set

    decoder = msgspec.msgpack.Decoder(Task)
    while (message := _take(source)) is not None:
        task = decoder.decode(message)
        facts: PageFacts = read_page(
            task.content, url=task.url, now=task.now, content_type=task.content_type
        )
        target.write(frame(msgspec.msgpack.encode(facts)))
        target.flush()


def _limit_memory() -> None:
    """Let a page that swells in memory end this program alone, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    with suppress(ValueError, OSError):  # a lower limit stands already, or none can be set
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _stand_back() -> None:
    """Let the desk go first where there is one processor for both: somebody types there."""
    with suppress(AttributeError, OSError):  # not on Windows; where it is forbidden, as before
        os.nice(BEHIND)


def main() -> None:
    """Serve on stdin and stdout; nothing this program prints may reach the user's terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the desk's
    _limit_memory()
    _stand_back()
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a stray print would break the messages
    try:
        serve(source, target)
    except BrokenPipeError:
        return  # the desk is gone


if __name__ == "__main__":
    main()
