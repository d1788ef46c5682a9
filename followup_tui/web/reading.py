"""The desk's side of reading pages in programs of their own, each page with a deadline."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime
from typing import Final

import msgspec

from followup_tui.domain.page import PageFacts
from followup_tui.web.reader import LENGTH, Task, frame

_QUICK_GOODBYE = 1.0  # seconds a reader has to end by itself when its stdin is closed


class CannotRead(Exception):
    """A page could not be read; its text says why, to stand after the page's address."""


_FACTS: Final = msgspec.msgpack.Decoder(PageFacts)  # here, as `site_snapshots` says


class _Reader:
    """One reading program."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, program: str) -> _Reader:
        """Start the module `program` as one. Raises `OSError`."""
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(part for part in sys.path if part),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # the folder we are in is the user's: nothing is imported from there
            "-m",
            program,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,  # the terminal belongs to the desk
            env=environment,
            start_new_session=True,  # what the terminal sends to the desk is not for it
        )
        return cls(process)

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs, as far as is known."""
        return self._process.returncode is None

    async def read(self, message: bytes) -> bytes:
        """Return the answer to `message`. Raises `EOFError`, `ConnectionError` if it has died."""
        source, target = self._process.stdout, self._process.stdin
        if source is None or target is None:
            raise EOFError
        target.write(frame(message))
        await target.drain()
        length = int.from_bytes(await source.readexactly(LENGTH), "big")
        return await source.readexactly(length)

    async def end(self, *, at_once: bool) -> None:
        """End the program and wait until it is gone."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        if not at_once:
            try:
                async with asyncio.timeout(_QUICK_GOODBYE):
                    await self._process.wait()
                return
            except TimeoutError:
                at_once = True
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


class Readers:
    """A few reading programs, started when needed and used in turn.

    `most` is how many there may be, `deadline` the seconds for one page. A reader that does not
    keep the deadline, or dies, is replaced by a new one at the next page. `program` is the module
    that each of them runs.
    """

    def __init__(
        self, *, most: int = 2, deadline: float = 10.0, program: str = "followup_tui.web.reader"
    ) -> None:
        self._deadline = deadline
        self._program = program
        self._slots = asyncio.Semaphore(most)
        self._idle: list[_Reader] = []
        self._warming: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()
        """Programs on their way out. Nobody who is cancelled can wait for them, so `close` does:
        the loop must not end before them."""

    def warm(self) -> None:
        """Start a first reader, if none was: it imports what it needs while a page is fetched."""
        if self._warming is None:
            self._warming = asyncio.create_task(self._start_first(), name="start a page reader")

    async def _start_first(self) -> None:
        try:
            self._idle.append(await self._started())
        except OSError:
            return  # the first page to be read tries again, and says why it cannot

    async def read(
        self, content: bytes, *, url: str, now: datetime, content_type: str | None
    ) -> PageFacts:
        """Return what `page.read_page` says of `content`. Raises `CannotRead`."""
        task = Task(content=content, url=url, now=now, content_type=content_type)
        async with self._slots:
            answer = await self._ask(msgspec.msgpack.encode(task))
        return _FACTS.decode(answer)

    async def _ask(self, message: bytes) -> bytes:
        reader: _Reader | None = None
        answered = False
        try:
            async with asyncio.timeout(self._deadline):
                reader = self._idle_one() or await self._started()
                answer = await reader.read(message)
                answered = True
                return answer
        except TimeoutError:
            raise CannotRead(
                f"is a page so tangled that it was not read within {self._deadline:g} s"
            ) from None
        except (EOFError, ConnectionError):
            raise CannotRead("is a page that the reading program cannot cope with") from None
        except OSError as error:
            raise CannotRead(
                f"was fetched, but the reading program does not start ({error.strerror})"
            ) from error
        finally:
            if reader is not None:
                if answered:
                    self._idle.append(reader)
                else:  # what it still says belongs to a page nobody waits for any more
                    self._let_end(reader.end(at_once=True))

    async def _started(self) -> _Reader:
        """Start a program; one that nobody waits for any more is ended once it has started."""
        starting = asyncio.ensure_future(_Reader.start(self._program))
        try:
            return await asyncio.shield(starting)
        except asyncio.CancelledError:
            self._let_end(self._end_when_started(starting))
            raise

    async def _end_when_started(self, starting: asyncio.Future[_Reader]) -> None:
        with suppress(OSError):  # it did not start at all
            await (await starting).end(at_once=True)

    def _let_end(self, ending: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(ending, name="end a page reader")
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def _idle_one(self) -> _Reader | None:
        """Return a reader that waits for work and is alive, or None."""
        while self._idle:
            reader = self._idle.pop()
            if reader.is_alive:
                return reader
        return None

    async def close(self) -> None:
        """End the idle reading programs, and wait for those whose page was given up."""
        if self._warming is not None:
            await self._warming
        idle, self._idle = self._idle, []
        await asyncio.gather(*(reader.end(at_once=False) for reader in idle), *self._ending)
