"""The pace at which hosts are asked: one thing at a time, with a pause, never before they want.

For one event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from followup_tui.domain.record import Clock

LONGEST_REST = timedelta(days=1)
"""However long a host asks to be left alone, tomorrow it is asked again."""
_UNSAID_REST = timedelta(minutes=1)  # after a 429 that does not say how long
_MOST_KNOWN = 2_000  # hosts that are remembered; those that were not asked for longest go


@dataclass(slots=True)
class _Host:
    """One host: whose turn it is, since when it has had its peace, and what it asked for."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    wanted: int = 0
    """How many wait for it or ask it now."""
    asked_at: float | None = None
    """When its last page had come, by the loop's clock."""
    rest_until: datetime | None = None


class Pace:
    """Gives turns: to one asker a host, to `side_by_side` hosts at once."""

    def __init__(self, clock: Clock, *, side_by_side: int) -> None:
        self._clock = clock
        self._slots = asyncio.Semaphore(side_by_side)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, pause: float) -> AsyncIterator[None]:
        """Wait until `host` may be asked, and be the only one who asks while the context lasts.

        `pause` is in seconds, after the last page that `page_came` told of. Nobody who waits
        for a host, or for its pause, keeps one of the places that other hosts could use.
        """
        known = self._known(host)
        known.wanted += 1
        try:
            async with known.lock:
                await self._pause(known, pause)
                async with self._slots:
                    yield
        finally:
            known.wanted -= 1

    async def _pause(self, host: _Host, pause: float) -> None:
        if host.asked_at is None:
            return
        left = host.asked_at + pause - asyncio.get_running_loop().time()
        if left > 0:
            await asyncio.sleep(left)

    def page_came(self, host: str) -> None:
        """Begin the pause of `host`: a page of it, good or bad, was asked for and is through."""
        self._known(host).asked_at = asyncio.get_running_loop().time()

    def rest(self, host: str, retry_after: str | None) -> datetime:
        """Leave `host` alone as its Retry-After header says, and return until when."""
        until = min(
            retry_moment(retry_after, self._clock()) or self._clock() + _UNSAID_REST,
            self._clock() + LONGEST_REST,
        )
        self._known(host).rest_until = until
        return until

    def resting(self, host: str) -> datetime | None:
        """Return until when `host` wants to be left alone, or None if it may be asked."""
        known = self._hosts.get(host)
        if known is None or known.rest_until is None:
            return None
        now = self._clock()
        if not now < known.rest_until <= now + LONGEST_REST:  # over, or the clock was set back
            known.rest_until = None
        return known.rest_until

    def _known(self, host: str) -> _Host:
        known = self._hosts.pop(host, None) or _Host()
        self._hosts[host] = known  # the last asked stands last
        if len(self._hosts) > _MOST_KNOWN:
            idle = [name for name, one in self._hosts.items() if not one.wanted]
            for name in idle[: _MOST_KNOWN // 2]:
                if name != host:
                    del self._hosts[name]
        return known


def retry_moment(header: str | None, now: datetime) -> datetime | None:
    """Return the moment that a Retry-After header means, or None if it means nothing.

    It is a number of seconds or an HTTP date (RFC 9110 10.2.3). A date that is over means now.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return now + min(timedelta(seconds=int(text[:9])), LONGEST_REST)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment.astimezone(now.tzinfo), now)
