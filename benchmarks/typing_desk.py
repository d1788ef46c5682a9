"""The desk in a terminal, which fetches and reads sites on loopback each time it gets SIGUSR1.

python -m benchmarks.typing_desk HOME PORT SITES DONE

PORT is that of `slow_sites`, DONE a file descriptor to which a byte is written each time that all
SITES sites were fetched and read.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from benchmarks.make_desk import NOW
from followup_tui.commands.terminal import shown
from followup_tui.desk import Desk, open_desk


async def _fetch(desk: Desk, hosts: list[str], done: int) -> None:
    """Look through every site once, as many at a time as the web allows itself."""

    async def look(host: str) -> None:
        async for _ in desk.sites.look(f"http://{host}/", refresh=True):
            pass

    await asyncio.gather(*(look(host) for host in hosts))
    with suppress(BrokenPipeError):  # who measured has gone
        os.write(done, b".")


async def _run(desk: Desk, hosts: list[str], done: int) -> None:
    running: set[asyncio.Task[None]] = set()

    def begin() -> None:
        running.add(asyncio.create_task(_fetch(desk, hosts, done), name="fetch 50 sites"))

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, begin)
    await shown(desk)


def main(home: Path, port: int, sites: int, done: int) -> None:
    """Run the desk until it is closed."""
    begin = monotonic()

    def now() -> datetime:
        return NOW + timedelta(seconds=monotonic() - begin)

    hosts = [f"client-{number}.example" for number in range(sites)]
    desk = open_desk(home, now=now, hosts=dict.fromkeys(hosts, ("127.0.0.1", port)))
    gc.disable()  # until it is shown, as in the program itself
    asyncio.run(_run(desk, hosts, done))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
