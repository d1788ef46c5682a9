"""A proxy: used when it is set, honest when it fails, and no way round the guard."""

from __future__ import annotations

import base64
import socket
import ssl
from dataclasses import replace

import pytest

from followup_tui.web.fetch import Fetched, Fetcher
from followup_tui.web.guard import Guard
from tests.web.conftest import QUICK, Watch
from tests.web.server import Conversation, Site, answer, redirect

PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
URL = "http://northwind.example/"


def _nobody(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "as behind many proxies")


class Asking:
    """Fetches through the test server as its proxy."""

    def __init__(self, site: Site, tls: ssl.SSLContext) -> None:
        self.guard = Guard(resolve=_nobody)
        self.proxy = f"http://127.0.0.1:{site.place[1]}"
        self._tls = tls

    async def __call__(self, url: str) -> Fetched:
        manners = replace(QUICK, proxy=self.proxy, deadline=3.0)
        return await Fetcher(self.guard, Watch(), manners, tls=self._tls).fetch(url)


@pytest.fixture
def ask(site: Site, tls: ssl.SSLContext) -> Asking:
    return Asking(site, tls)


async def test_pages_are_asked_for_through_the_proxy(ask: Asking, site: Site) -> None:
    site.page(URL, PAGE)
    fetched = await ask(URL)
    assert fetched.content == PAGE
    assert site.asked == ["http://northwind.example/robots.txt", URL]


async def test_a_name_and_a_password_are_told_to_the_proxy_alone(ask: Asking, site: Site) -> None:
    heard: dict[str, str] = {}

    def listen(talk: Conversation) -> None:
        heard.update(talk.headers)
        talk.send(answer(PAGE))

    site.routes[URL] = listen
    ask.proxy = ask.proxy.replace("//", "//ulla:secret@")
    assert (await ask(URL)).content == PAGE
    given = heard["proxy-authorization"].removeprefix("Basic ")
    assert base64.b64decode(given) == b"ulla:secret"
    assert "authorization" not in heard


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/",
        "http://10.1.2.3:8080/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://intranet/",
        "http://printer.local/",
        "http://wiki.corp/",
        "http://router.home.arpa/",
        "https://127.0.0.1/",
    ],
)
async def test_what_can_be_seen_to_be_private_is_not_asked_for(
    url: str, ask: Asking, site: Site
) -> None:
    fetched = await ask(url)
    assert "private network: not fetched" in fetched.problem or "is not a web" in fetched.problem
    assert site.asked == site.robots_asked == []


async def test_a_name_that_is_private_here_is_refused(ask: Asking, site: Site) -> None:
    ask.guard = Guard(resolve=lambda host, port: ["93.184.216.34", "10.0.0.7"])
    fetched = await ask(URL)
    assert "leads to 10.0.0.7" in fetched.problem
    assert site.asked == []


async def test_nor_does_a_redirect_lead_there(ask: Asking, site: Site) -> None:
    site.routes[URL] = redirect("http://10.0.0.7/")
    assert "leads to 10.0.0.7, an address inside" in (await ask(URL)).problem


async def test_a_private_source_of_ones_own_is_asked_directly(
    ask: Asking, site: Site, tls: ssl.SSLContext
) -> None:
    site.page("/team.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", kind="text/calendar")
    here = f"http://127.0.0.1:{site.place[1]}/team.ics"
    ask.guard = Guard(sources=[here])
    ask.proxy = "http://127.0.0.1:9"
    assert (await ask(here)).problem == ""


async def test_a_proxy_that_is_not_there_is_told(ask: Asking) -> None:
    with socket.socket() as taken:  # bound but not listening: refused
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        ask.proxy = f"http://127.0.0.1:{port}"
        fetched = await ask(URL)
    assert fetched.problem == (
        f"The proxy 127.0.0.1:{port} cannot be reached: check web.proxy in the settings"
    )


async def test_a_proxy_whose_address_is_none_is_told(ask: Asking) -> None:
    ask.proxy = "http://proxy.example:x"
    fetched = await ask(URL)
    assert fetched.problem == "The address of the proxy (web.proxy in the settings) is none"


@pytest.mark.parametrize("url", [URL, "https://northwind.example/"])
async def test_a_proxy_that_wants_a_password_is_told(url: str, ask: Asking, site: Site) -> None:
    refusal = answer(b"", status="407 Proxy Authentication Required")
    site.routes.update({URL: refusal, "northwind.example:443": refusal})
    assert (await ask(url)).problem.startswith("The proxy wants a name and a password")


async def test_a_proxy_that_lets_us_not_through_is_told(ask: Asking, site: Site) -> None:
    site.routes["northwind.example:443"] = answer(b"", status="403 Forbidden")
    fetched = await ask("https://northwind.example/")
    assert fetched.problem == (
        "The proxy does not connect us to northwind.example: it answers with 403 Forbidden"
    )
