from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from followup_tui.web.manners import Manners
from followup_tui.web.transport import trusted_certificates
from tests.web.samples import NOW
from tests.web.server import Site, serving

QUICK = Manners(deadline=10.0, limit=300_000, pause=0.0)
"""For servers of our own: nobody needs to be spared."""
HOSTS = ("northwind.example", "fabrikam.example", "tailspin.example")


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture(scope="session")
def tls() -> ssl.SSLContext:
    return trusted_certificates()  # 20 ms, once


@pytest.fixture
def hosts(site: Site) -> dict[str, tuple[str, int]]:
    return dict.fromkeys(HOSTS, site.place)


@pytest.fixture
def fetcher(
    hosts: dict[str, tuple[str, int]], watch: Watch, tls: ssl.SSLContext
) -> Callable[..., Fetcher]:
    def make(deadline: float = 10.0, limit: int = 300_000, pause: float = 0.0) -> Fetcher:
        manners = replace(QUICK, deadline=deadline, limit=limit, pause=pause)
        return Fetcher(Guard(hosts), watch, manners, tls=tls)

    return make
