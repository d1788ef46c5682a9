"""Hosts inside the user's own network: only those that the user named, and never by a redirect."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest

from followup_tui.web.fetch import Fetched, Fetcher
from followup_tui.web.guard import Guard, Refused
from followup_tui.web.names import is_below, place_of, spoken_hosts
from tests.web.conftest import QUICK, Watch
from tests.web.server import Site, redirect, serving

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
PUBLIC = "http://northwind.example/"


@pytest.fixture
def intranet() -> Iterator[Site]:
    """A host inside the network: the guard knows no more than its address."""
    with serving() as site:
        site.page("/team.ics", CALENDAR, kind="text/calendar")
        yield site


@pytest.fixture
def inside(intranet: Site) -> str:
    return f"http://127.0.0.1:{intranet.place[1]}"


class Asking:
    """Fetches as a user would who named `sources`."""

    def __init__(self, site: Site, tls: ssl.SSLContext) -> None:
        self._site = site
        self._tls = tls

    async def __call__(self, url: str, *sources: str) -> Fetched:
        guard = Guard({"northwind.example": self._site.place}, sources=sources)
        return await Fetcher(guard, Watch(), QUICK, tls=self._tls).fetch(url)


@pytest.fixture
def ask(site: Site, tls: ssl.SSLContext) -> Asking:
    return Asking(site, tls)


async def test_a_source_of_ones_own_may_be_private(
    ask: Asking, inside: str, intranet: Site
) -> None:
    assert (await ask(f"{inside}/team.ics", f"{inside}/team.ics")).content == CALENDAR
    intranet.routes["/other"] = redirect("/team.ics")
    assert (await ask(f"{inside}/other", f"{inside}/team.ics")).content == CALENDAR
    assert (
        await ask("http://localhost" + inside[16:] + "/team.ics", "http://LOCALHOST" + inside[16:])
    ).content == CALENDAR


async def test_that_host_and_port_alone(ask: Asking, inside: str, intranet: Site) -> None:
    for source in (
        "http://127.0.0.1/",
        f"{inside[:-1]}{(int(inside[-1]) + 1) % 10}/team.ics",
        inside.replace("127.0.0.1", "127.0.0.2"),
        inside.replace("127.0.0.1", "localhost"),
    ):
        fetched = await ask(f"{inside}/team.ics", source)
        assert "inside a private network: not fetched" in fetched.problem
    assert intranet.asked == intranet.robots_asked == []


async def test_never_by_a_redirect_from_elsewhere(
    ask: Asking, inside: str, site: Site, intranet: Site
) -> None:
    site.routes["/"] = redirect(f"{inside}/team.ics")
    fetched = await ask(PUBLIC, f"{inside}/team.ics")
    assert fetched.problem == (
        "127.0.0.1 leads to 127.0.0.1, an address inside a private network: not fetched"
    )
    assert intranet.asked == intranet.robots_asked == []


async def test_nor_back_again(ask: Asking, inside: str, site: Site, intranet: Site) -> None:
    intranet.routes["/a"] = redirect(PUBLIC)
    site.routes["/"] = redirect(f"{inside}/team.ics")
    assert "private network" in (await ask(f"{inside}/a", f"{inside}/a")).problem
    assert intranet.asked == ["/a"]


async def test_nor_from_it_to_another(ask: Asking, inside: str, intranet: Site) -> None:
    with serving() as other:
        there = f"http://127.0.0.1:{other.place[1]}"
        intranet.routes["/a"] = redirect(f"{there}/team.ics")
        fetched = await ask(f"{inside}/a", f"{inside}/a", f"{there}/team.ics")
        assert "private network" in fetched.problem
        assert other.asked == other.robots_asked == []


async def test_its_robots_txt_counts_as_well(ask: Asking, inside: str, intranet: Site) -> None:
    intranet.page("/robots.txt", "User-agent: *\nDisallow: /", kind="text/plain")
    fetched = await ask(f"{inside}/team.ics", inside)
    assert fetched.problem == "robots.txt of 127.0.0.1 asks not to read this page"


@pytest.mark.parametrize(
    "entry",
    [
        "northwind.example",
        "Northwind.Example.",
        "*.northwind.example",
        "https://northwind.example/a",
    ],
)
async def test_a_host_that_is_never_fetched_is_not(
    entry: str, site: Site, tls: ssl.SSLContext
) -> None:
    site.routes["/"] = redirect("http://www.northwind.example/")
    hosts = dict.fromkeys(("northwind.example", "fabrikam.example"), site.place)
    fetcher = Fetcher(Guard(hosts, never=[entry]), Watch(), QUICK, tls=tls)
    for url, host in (
        (PUBLIC, "northwind.example"),
        ("http://shop.northwind.example/", "shop.northwind.example"),
    ):
        fetched = await fetcher.fetch(url)
        assert fetched.problem == f"{host} is never fetched: your settings say so (web.never)"
    assert site.asked == site.robots_asked == []
    led = await fetcher.fetch("http://fabrikam.example/")
    assert "www.northwind.example is never fetched" in led.problem


def test_hosts_are_read_as_people_write_them() -> None:
    never = spoken_hosts(["Example.COM", "http://a.example:80/x", "", "  ", "*.b.example", "::"])
    assert never >= {"example.com", "a.example", "b.example"}
    assert "" not in never
    assert is_below("www.example.com.", never)
    assert not is_below("example.com.evil.example", never)
    assert not is_below("notexample.com", never)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://Intranet:8080/x", ("intranet", 8080)),
        ("https://intranet/x", ("intranet", 443)),
        ("http://[::1]/", ("::1", 80)),
        ("ftp://intranet/", None),
        ("http://intranet:x/", None),
        ("intranet", None),
    ],
)
def test_the_place_of_an_address(url: str, place: tuple[str, int] | None) -> None:
    assert place_of(url) == place


async def test_this_machine_is_refused_by_its_name_whatever_a_name_service_says() -> None:
    guard = Guard(resolve=lambda host, port: ["93.184.216.34"])
    for name in ("localhost", "LOCALHOST.", "a.localhost", "x.localdomain"):
        with pytest.raises(Refused, match="is this machine itself"):
            await guard.places(name, 80)
