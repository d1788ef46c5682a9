"""robots.txt: what a host asks of programs, fetched once a day and kept to (RFC 9309).

Light to import: protego comes in when the first file is read.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.record import Clock
from followup_tui.web.guard import Place
from followup_tui.web.kept_robots import KeptRobots, RobotsFolder
from followup_tui.web.manners import ROBOT

if TYPE_CHECKING:
    from protego import Protego

LIMIT = 500_000
"""Bytes of a robots.txt that are read: RFC 9309 2.5 wants 500 kibibytes at least."""
LONGEST_DELAY = 5.0
"""Seconds of a Crawl-delay that are kept between two pages; we read eight of them, not all."""
_KEPT = timedelta(days=1)  # RFC 9309 2.4: no longer than that
_KEPT_SHORTLY = timedelta(minutes=10)  # where nothing was learned
_MOST_KNOWN = 2_000

_AGENT = re.compile(r"^\s*user[- ]?agent\s*(?::|\s)\s*(?P<name>[^#]*)", re.IGNORECASE)
_LONGEST_LINE = 2_000  # no address that is longer is asked for


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host asks of us."""

    read: Protego | None = None
    """None: nothing is asked."""
    closed: str = ""
    """Words where nothing may be asked for now, to stand after the host; empty: it may."""
    keep: timedelta = _KEPT
    content: bytes = b""
    """The file as it came, as far as it is read."""

    def allow(self, url: str) -> bool:
        """Say whether `url` may be asked for."""
        return self.read is None or bool(self.read.can_fetch(url, ROBOT))

    @property
    def delay(self) -> float:
        """Seconds that the host wants between two pages, up to `LONGEST_DELAY`."""
        wanted = self.read.crawl_delay(ROBOT) if self.read is not None else None
        return min(max(wanted or 0.0, 0.0), LONGEST_DELAY)


NO_RULES = Rules()
UNREACHABLE = Rules(keep=_KEPT_SHORTLY)
"""No connection, or no answer in time: the page itself will tell."""


def rules_of(status: int, content: bytes) -> Rules:
    """Return what an answer to a request for robots.txt means (RFC 9309 2.3.1).

    A file is kept to; one that is not there (4xx) asks nothing; where the server is broken (5xx)
    nothing is asked for until it has told what it asks.
    """
    if 200 <= status < 300:
        return Rules(_parsed(content[:LIMIT]), content=content[:LIMIT])
    if status >= 500:
        words = f"answers with {status} when asked for its robots.txt: not read for now"
        return Rules(closed=words, keep=_KEPT_SHORTLY)
    return NO_RULES


def _parsed(content: bytes) -> Protego:
    from protego import Protego  # noqa: PLC0415 -- 30 ms, for the first page that is fetched

    text = content.decode("utf-8-sig", "replace")
    return Protego.parse("\n".join(_ours(row) for row in text.splitlines()))


def _ours(row: str) -> str:
    """Return a line as far as it can be about us.

    Other programs' names become one and the same: a file that names ten thousand of them before
    ten thousand rules would otherwise cost a hundred million.
    """
    agent = _AGENT.match(row[:_LONGEST_LINE])
    if agent is None:
        return row if len(row) <= _LONGEST_LINE else ""
    name = agent["name"].strip().lower().partition("/")[0]
    name = name if name == "*" else name.replace("*", "")
    return f"User-agent: {name if name in {'*', ''} or ROBOT.startswith(name) else 'another'}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a robots.txt is for."""

    scheme: str
    authority: str
    """The host, and the port where it is not the usual one."""
    granted: Place | None = None
    """The place that may be private, where this origin is the user's own source."""

    @property
    def address(self) -> str:
        """Where its robots.txt stands."""
        return f"{self.scheme}://{self.authority}/robots.txt"


class Robots:
    """The rules of each origin, asked for when first needed and then once a day.

    `ask` gets the robots.txt of an origin and never raises for what the web does. Those who want
    the same rules at the same time share one request.
    """

    def __init__(
        self,
        clock: Clock,
        ask: Callable[[Origin], Awaitable[Rules]],
        folder: RobotsFolder | None = None,
    ) -> None:
        """`folder` keeps the files for other programs and other days; None: nothing is kept."""
        self._clock = clock
        self._ask = ask
        self._folder = folder
        self._known: dict[Origin, tuple[datetime, Rules]] = {}
        self._asking: dict[Origin, asyncio.Lock] = {}

    async def rules(self, origin: Origin) -> Rules:
        """Return what `origin` asks of us."""
        lock = self._asking.setdefault(origin, asyncio.Lock())
        try:
            async with lock:  # who comes second finds the answer of the first
                return (
                    self._fresh(origin) or await self._recalled(origin) or await self._new(origin)
                )
        finally:
            if not lock.locked():
                self._asking.pop(origin, None)

    def _fresh(self, origin: Origin) -> Rules | None:
        at, rules = self._known.get(origin, (None, NO_RULES))
        return rules if at is not None and self._is_fresh(at, rules.keep) else None

    def _is_fresh(self, at: datetime, keep: timedelta) -> bool:
        return timedelta(0) <= self._clock() - at < keep

    async def _recalled(self, origin: Origin) -> Rules | None:
        """Return the rules of a file that was kept less than a day ago."""
        if self._folder is None:
            return None
        kept = await asyncio.to_thread(self._folder.load, origin.address)
        if kept is None or not self._is_fresh(kept.at, _KEPT):
            return None
        rules = await asyncio.to_thread(rules_of, 200, kept.content)
        self._remember(origin, kept.at, rules)
        return rules

    async def _new(self, origin: Origin) -> Rules:
        rules = await self._ask(origin)
        now = self._clock()
        self._remember(origin, now, rules)
        if self._folder is not None and rules.keep == _KEPT:
            kept = KeptRobots(url=origin.address, at=now, content=rules.content)
            await asyncio.to_thread(self._folder.save, kept)
        return rules

    def _remember(self, origin: Origin, at: datetime, rules: Rules) -> None:
        while len(self._known) >= _MOST_KNOWN:
            del self._known[next(iter(self._known))]
        self._known[origin] = (at, rules)
