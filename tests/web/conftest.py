from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from tests.web.server import Site, serving

HOSTS = ("northwind.example", "fabrikam.example", "tailspin.example")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def hosts(site: Site) -> dict[str, tuple[str, int]]:
    return dict.fromkeys(HOSTS, site.place)


@pytest.fixture
def fetcher(hosts: dict[str, tuple[str, int]]) -> Callable[..., Fetcher]:
    def make(deadline: float = 10.0, limit: int = 300_000) -> Fetcher:
        return Fetcher(Guard(hosts), deadline=deadline, limit=limit)

    return make
