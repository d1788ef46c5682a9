"""Looking through the sites of 200 clients, against what their server's slowness alone costs.

Each answer takes 200 ms, and 16 hosts are asked at once: the yardstick is latency x requests / 16,
with every request counted that the server answered, robots.txt included. Each client has a host of
its own. Fetching, reading in the reader programs, finding the next pages, putting the facts
together and keeping them on the disk are all in the figure. It is taken without the pause that a
host has between two of its pages, and once more with it: pauses of different hosts pass at the
same time and keep nobody's place, so with many clients they cost next to nothing; one client alone
waits for its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured
from benchmarks.slow_sites import SlowSites, serving
from followup_tui.domain.websites.site import MOST_PAGES
from followup_tui.web.guard import Guard
from followup_tui.web.manners import USUAL
from followup_tui.web.pages import WebPages
from followup_tui.web.site_snapshots import SiteSnapshots
from followup_tui.web.sites import WebSites

MUST = 1.3
CLIENTS = 200
LATENCY = 0.2
"""Seconds that each answer takes."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What one round of preparing took."""

    seconds: float
    requests: int

    @property
    def least(self) -> float:
        """Seconds that the requests take by themselves, as many at once as may be."""
        return LATENCY * self.requests / USUAL.side_by_side


def figures(desks: Desks) -> list[Figure]:
    """Measure with as many clients as a busy fortnight has."""
    clients = desks.rounds(CLIENTS)
    hosts = [f"client-{number}.example" for number in range(clients)]
    with serving(LATENCY) as server:
        asyncio.run(_round(server, hosts[:2], desks.folder / "warm-up", pause=0.0))
        at_once = asyncio.run(_round(server, hosts, desks.folder / "at-once", pause=0.0))
        paused = asyncio.run(_round(server, hosts, desks.folder / "paused", pause=USUAL.pause))
    return [
        Figure(
            name=f"looking through the sites of {clients} clients, {LATENCY * 1000:.0f} ms a "
            f"response, {USUAL.side_by_side} at once, against latency x requests / "
            f"{USUAL.side_by_side}",
            ratio=at_once.seconds / at_once.least,
            must=MUST,
            detail=f"{at_once.seconds:.1f} s against {at_once.least:.1f} s for "
            f"{at_once.requests:,} requests; with the pause of {USUAL.pause:g} s between two pages "
            f"of a host {paused.seconds:.1f} s ({paused.seconds / paused.least:.2f} x)",
        )
    ]


async def _round(server: SlowSites, hosts: Sequence[str], folder: Path, *, pause: float) -> _Run:
    """Look through every site once, all of them wanted at the same time."""
    folder.mkdir()
    places = dict.fromkeys(hosts, ("127.0.0.1", server.port))
    manners = replace(USUAL, pause=pause, deadline=60.0)
    pages = WebPages(folder / "pages", _now, guard=Guard(places), manners=manners)
    sites = WebSites(pages, SiteSnapshots(folder / "sites"), _now)
    before, begin = server.answered(), perf_counter()
    try:
        await asyncio.gather(*(_look_through(sites, f"http://{host}/") for host in hosts))
        return _Run(perf_counter() - begin, server.answered() - before)
    finally:
        await pages.close()


async def _look_through(sites: WebSites, url: str) -> None:
    last = None
    async for look in sites.look(url):
        last = look
    if last is None or last.problem or len(last.pages) < MOST_PAGES:
        why = last.problem if last else "nothing came"
        raise NotMeasured(f"{url} was not read whole: {why or 'pages are missing'}")


def _now() -> datetime:
    return datetime.now(UTC)
