"""Fetching: what the web does to us, each as a sentence and within the deadline."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from tests.web.conftest import QUICK, Watch
from tests.web.server import Conversation, Site, answer, redirect

Make = Callable[..., Fetcher]
PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
URL = "http://northwind.example"
WATCH = Watch()


async def test_a_page_comes_with_its_address_and_type(site: Site, fetcher: Make) -> None:
    site.page("/a", PAGE, kind="text/html; charset=utf-8")
    fetched = await fetcher().fetch(f"{URL}/a#part")
    assert fetched.content == PAGE
    assert fetched.content_type == "text/html; charset=utf-8"
    assert fetched.url == f"{URL}/a"
    assert fetched.problem == ""
    assert site.hosts_asked == ["northwind.example"]


async def test_the_request_is_honest_about_who_asks(site: Site, fetcher: Make) -> None:
    heard: dict[str, str] = {}

    def listen(talk: Conversation) -> None:
        heard.update(talk.headers)
        talk.send(answer(PAGE))

    site.routes["/"] = listen
    await fetcher().fetch("http://user:secret@northwind.example/")
    assert heard["user-agent"].startswith("followup/0.1")
    assert "authorization" not in heard


def _gzip(content: bytes) -> bytes:
    """Pack `content` the same way each time: workers must collect the same tests."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", _gzip(PAGE)),
        ("x-gzip", _gzip(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
        ("UTF-8", PAGE),
        ("gzip", _gzip(PAGE) + b"\0" * 40),
        ("gzip", _gzip(PAGE[:20]) + _gzip(PAGE[20:])),
        ("gzip", b"".join(_gzip(PAGE[at : at + 1]) for at in range(len(PAGE)))),
    ],
)
async def test_packed_pages_are_unpacked(
    encoding: str, body: bytes, site: Site, fetcher: Make
) -> None:
    site.page("/", body, extra=f"Content-Encoding: {encoding}\r\n")
    assert (await fetcher().fetch(URL)).content == PAGE


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", PAGE),
        ("gzip", _gzip(PAGE * 50)[:-30]),
        ("br", b"\x0b\x02\x80abc\x03"),
        ("gzip, gzip", _gzip(_gzip(PAGE))),
    ],
)
async def test_what_cannot_be_unpacked_is_said(
    encoding: str, body: bytes, site: Site, fetcher: Make
) -> None:
    site.page("/", body, extra=f"Content-Encoding: {encoding}\r\n")
    fetched = await fetcher().fetch(URL)
    assert "northwind.example sends what cannot be unpacked" in fetched.problem
    assert fetched.content == b""


async def test_fifty_megabytes_are_not_read_to_the_end(site: Site, fetcher: Make) -> None:
    sent = 0

    def flood(talk: Conversation) -> None:
        nonlocal sent
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(800):
            talk.send(b"x" * 65_536)
            sent += 65_536

    site.routes["/"] = flood
    fetched = await fetcher(limit=300_000).fetch(URL)
    assert "larger than 0.3 MB" in fetched.problem
    assert sent < 20_000_000


def _drip_body(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    talk.drip(b"x" * 10_000)


def _drip_headers(talk: Conversation) -> None:
    talk.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000)


def _silent(talk: Conversation) -> None:
    talk.stopping.wait(30)


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (_drip_body, "did not finish within 0.5 s"),
        (_drip_headers, "did not answer within 0.5 s"),
        (_silent, "did not answer within 0.5 s"),
    ],
)
async def test_one_deadline_for_the_whole_page(
    behaviour: Callable[[Conversation], None], words: str, site: Site, fetcher: Make
) -> None:
    site.routes["/"] = behaviour
    begun = time.monotonic()
    fetched = await fetcher(deadline=0.5).fetch(URL)
    assert fetched.problem == f"northwind.example {words}"
    assert time.monotonic() - begun < 5


async def test_redirects_do_not_lengthen_the_deadline(site: Site, fetcher: Make) -> None:
    def slow(talk: Conversation) -> None:
        talk.stopping.wait(0.3)
        number = int(talk.path[1:] or 0)
        talk.send(redirect(f"/{number + 1}"))

    site.routes.update({f"/{number or ''}": slow for number in range(9)})
    fetched = await fetcher(deadline=0.7).fetch(f"{URL}/")
    assert "within 0.7 s" in fetched.problem


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "answers with 404: there is no such page, it may be gone"),
        ("410 Gone", "answers with 410: the page is gone"),
        ("403 Forbidden", "answers with 403: it does not let us read this page"),
        ("500 Oops", "answers with 500: something is broken there"),
        ("503 Busy", "answers with 503: it is overloaded or being repaired"),
        ("418 Teapot", "answers with 418: it does not give the page"),
        ("304 Not Modified", "answers with 304: it does not give the page"),
    ],
)
async def test_a_status_is_said_in_words(
    status: str, words: str, site: Site, fetcher: Make
) -> None:
    site.routes["/"] = answer(PAGE, status=status)
    assert (await fetcher().fetch(URL)).problem == f"northwind.example {words}"


@pytest.mark.parametrize(
    "kind", ["image/png", "application/pdf", "video/mp4", "font/woff2", "text/css"]
)
async def test_what_is_no_page_is_not_downloaded(kind: str, site: Site, fetcher: Make) -> None:
    site.page("/", b"\x89PNG", kind=kind)
    assert (await fetcher().fetch(URL)).problem == f"northwind.example is not a page but {kind}"


@pytest.mark.parametrize("kind", [None, "", "text/calendar", "application/rss+xml", "TEXT/HTML"])
async def test_what_may_be_read_is_taken(kind: str | None, site: Site, fetcher: Make) -> None:
    site.routes["/"] = answer(PAGE, kind=kind)
    assert (await fetcher().fetch(URL)).content == PAGE


async def test_an_empty_page_is_a_problem(site: Site, fetcher: Make) -> None:
    site.page("/", b" \n")
    assert (await fetcher().fetch(URL)).problem == "northwind.example answers with an empty page"


async def test_redirects_are_followed_across_hosts(site: Site, fetcher: Make) -> None:
    site.routes["/"] = redirect("http://fabrikam.example/b", "301 Moved Permanently")
    site.routes["/b"] = redirect("c?x=1")
    site.page("/c?x=1", PAGE)
    fetched = await fetcher().fetch(f"{URL}/")
    assert fetched.url == "http://fabrikam.example/c?x=1"
    assert fetched.content == PAGE
    assert site.hosts_asked == ["northwind.example", "fabrikam.example", "fabrikam.example"]


@pytest.mark.parametrize(
    ("routes", "words"),
    [
        ({"/": "/"}, "redirects in a circle"),
        ({"/": "/a", "/a": "/b", "/b": "/"}, "redirects in a circle"),
        ({"/": "/0", **{f"/{n}": f"/{n + 1}" for n in range(9)}}, "redirects more than 5 times"),
        ({"/": "file:///etc/passwd"}, "redirects to file:///etc/passwd, which is not a web"),
        ({"/": "javascript:alert(1)"}, "not a web address"),
        ({"/": "http://[::1"}, "not a web address"),
        ({"/": ""}, "redirects without saying where to"),
        ({"/": "http://127.0.0.1:9/"}, "an address inside a private network: not fetched"),
        ({"/": "http://[::ffff:10.0.0.1]/"}, "an address inside a private network: not fetched"),
    ],
)
async def test_bad_redirects_are_said(
    routes: dict[str, str], words: str, site: Site, fetcher: Make
) -> None:
    site.routes.update({path: redirect(to) for path, to in routes.items()})
    fetched = await fetcher().fetch(f"{URL}/")
    assert words in fetched.problem
    assert "\n" not in fetched.problem


async def test_cookies_hold_for_one_page_only(site: Site, fetcher: Make) -> None:
    cookies: list[str] = []

    def ask(talk: Conversation) -> None:
        cookies.append(talk.headers.get("cookie", ""))
        if cookies[-1]:
            talk.send(answer(PAGE))
        else:
            body = answer(b"", status="302 Found", extra="Location: /in\r\nSet-Cookie: a=1\r\n")
            talk.send(body)

    site.routes.update({"/": ask, "/in": ask})
    fetch = fetcher()
    assert (await fetch.fetch(f"{URL}/")).content == PAGE
    assert (await fetch.fetch(f"{URL}/")).content == PAGE
    assert cookies == ["", "a=1", "", "a=1"]


async def test_nobody_there(fetcher: Make) -> None:
    with socket.socket() as taken:  # bound but not listening: refused
        taken.bind(("127.0.0.1", 0))
        guard = Guard({"northwind.example": ("127.0.0.1", taken.getsockname()[1])})
        fetched = await Fetcher(guard, WATCH, QUICK).fetch(URL)
    assert fetched.problem == (
        "northwind.example refuses the connection: no web server answers there"
    )


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (lambda talk: None, "closed the connection without an answer"),
        (lambda talk: talk.reset(), "closed the connection without an answer"),
        (lambda talk: talk.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), "does not answer as a web server"),
        (lambda talk: talk.send(answer(PAGE)[:-10]), "broke off in the middle of the page"),
    ],
)
async def test_broken_connections(
    behaviour: Callable[[Conversation], None], words: str, site: Site, fetcher: Make
) -> None:
    site.routes["/"] = behaviour
    fetched = await fetcher().fetch(URL)
    assert words in fetched.problem
    assert fetched.content == b""


async def test_a_reset_in_the_middle(site: Site, fetcher: Make) -> None:
    def break_off(talk: Conversation) -> None:
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>")
        talk.reset()

    site.routes["/"] = break_off
    fetched = await fetcher().fetch(URL)
    assert fetched.problem.startswith("northwind.example ")
    assert "the connection" in fetched.problem or "in the middle" in fetched.problem


async def test_https_without_a_certificate_is_said(site: Site, fetcher: Make) -> None:
    site.page("/", PAGE)  # a server that speaks no TLS at all
    fetched = await fetcher().fetch("https://northwind.example/")
    assert fetched.problem.startswith("northwind.example does not speak HTTPS properly")


async def test_an_untrusted_certificate_is_said(
    site: Site, hosts: dict[str, tuple[str, int]]
) -> None:
    class Untrusting(ssl.SSLContext):
        def wrap_bio(self, *args: object, **kwargs: object) -> ssl.SSLObject:
            error = ssl.SSLCertVerificationError(1, "certificate verify failed")
            error.verify_message = "certificate has expired"
            raise error

    fetch = Fetcher(Guard(hosts), WATCH, QUICK, tls=Untrusting(ssl.PROTOCOL_TLS_CLIENT))
    fetched = await fetch.fetch("https://northwind.example/")
    assert fetched.problem == (
        "northwind.example has a certificate that cannot be trusted (certificate has expired)"
    )


async def test_one_host_is_asked_for_one_thing_at_a_time(site: Site, fetcher: Make) -> None:
    at_once: list[int] = []
    begun: list[str] = []
    ended: list[str] = []

    def slow(talk: Conversation) -> None:
        begun.append(talk.path)
        at_once.append(len(begun) - len(ended))
        talk.stopping.wait(0.05)
        ended.append(talk.path)
        talk.send(answer(PAGE))

    site.routes.update({f"/{number}": slow for number in range(5)})
    fetch = fetcher()
    await asyncio.gather(*(fetch.fetch(f"{URL}/{number}") for number in range(5)))
    assert at_once == [1] * 5


async def test_different_hosts_are_asked_side_by_side(site: Site, fetcher: Make) -> None:
    together = asyncio.Event()
    loop = asyncio.get_running_loop()
    arrived: list[str] = []

    def meet(talk: Conversation) -> None:
        arrived.append(talk.headers["host"])
        if len(arrived) == 3:
            loop.call_soon_threadsafe(together.set)
        while len(arrived) < 3 and not talk.stopping.wait(0.01):
            pass
        talk.send(answer(PAGE))

    site.routes["/"] = meet
    fetch = fetcher()
    names = ("northwind", "fabrikam", "tailspin")
    looks = [fetch.fetch(f"http://{name}.example/") for name in names]
    assert {found.content for found in await asyncio.gather(*looks)} == {PAGE}
    assert together.is_set()


@pytest.mark.parametrize(
    "hostile", ["\x1b]52;c;aGk=\x07", "\u202e", "[@click=app.quit]x[/]\x1b[2J"]
)
async def test_problem_sentences_are_clean(hostile: str, site: Site, fetcher: Make) -> None:
    site.routes["/"] = answer(b"", status="302 Found").replace(
        b"\r\n\r\n", b"\r\nLocation: x:" + hostile.encode() + b"\r\n\r\n"
    )
    problem = (await fetcher().fetch(f"{URL}/")).problem
    assert problem
    assert problem.isprintable()


async def test_a_name_service_that_hangs_does_not_outlast_the_deadline() -> None:
    release = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        release.wait(30)
        return []

    begun = time.monotonic()
    manners = replace(QUICK, deadline=0.3)
    try:
        fetched = await Fetcher(Guard(resolve=hang), WATCH, manners).fetch(URL)
    finally:
        release.set()
    assert fetched.problem == "northwind.example did not answer within 0.3 s"
    assert time.monotonic() - begun < 5
