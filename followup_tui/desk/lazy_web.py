"""The web, opened when it is first looked at."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.services.ports import Pages, Sites

if TYPE_CHECKING:
    from followup_tui.domain.page import Look, Visit
    from followup_tui.domain.websites.site import PageRole, SiteFacts, SiteLook


class LazyPages:
    """`ports.Pages` whose web is imported and opened at the first use."""

    def __init__(self, make: Callable[[], Pages]) -> None:
        self._make = make
        self._pages: Pages | None = None

    def _opened(self) -> Pages:
        if self._pages is None:
            self._pages = self._make()
        return self._pages

    def last(self, url: str) -> Look | None:
        """Return the last good copy without touching the network, or None."""
        return self._opened().last(url)

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        """Return what `url` says now; a copy younger than an hour will do unless `refresh`."""
        return await self._opened().look(url, refresh=refresh)

    async def visit(self, url: str) -> Visit | None:
        """Return what asking for `url` shows, with nothing read; None where nobody answers."""
        return await self._opened().visit(url)

    async def close(self) -> None:
        """Close connections, if any were opened."""
        if self._pages is not None:
            await self._pages.close()


class LazySites:
    """`ports.Sites` whose web is imported at the first use."""

    def __init__(self, make: Callable[[], Sites]) -> None:
        self._make = make
        self._sites: Sites | None = None

    def _opened(self) -> Sites:
        if self._sites is None:
            self._sites = self._make()
        return self._sites

    def last(self, url: str) -> SiteLook | None:
        """Return the last good look without touching the network, or None."""
        return self._opened().last(url)

    def history(self, url: str) -> Sequence[SiteFacts]:
        """Return what was kept of a site on other days, the newest first."""
        return self._opened().history(url)

    def nearest(self, url: str, moment: datetime) -> SiteFacts | None:
        """Return what was kept nearest to `moment`, or None where nothing is."""
        return self._opened().nearest(url, moment)

    def look(
        self, url: str, *, refresh: bool = False, roles: Collection[PageRole] | None = None
    ) -> AsyncGenerator[SiteLook, None]:
        """Yield the site as it is known so far each time a page of it has come."""
        return self._opened().look(url, refresh=refresh, roles=roles)
