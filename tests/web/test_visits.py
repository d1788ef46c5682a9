"""What a fetch showed beside the page, and asking whether a kept page still holds."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.domain.page import Visit
from followup_tui.web.errand import Validators
from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from followup_tui.web.pages import READ_ANEW, WebPages
from tests.web import samples
from tests.web.conftest import QUICK, Watch
from tests.web.samples import NOW
from tests.web.server import (
    CERTIFICATE,
    Conversation,
    Site,
    answer,
    redirect,
    serving,
    with_certificate,
)

Make = Callable[..., Fetcher]
PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
URL = "http://northwind.example/"
ETAG, CHANGED = '"abc-1"', "Mon, 02 Nov 2026 08:00:00 GMT"


async def test_a_visit_says_how_long_how_much_and_where(site: Site, fetcher: Make) -> None:
    def slow(talk: Conversation) -> None:
        talk.stopping.wait(0.15)
        talk.send(redirect("/b"))

    site.routes["/"] = slow
    site.page("/b", PAGE)
    visit = (await fetcher().fetch(URL)).visit
    assert visit is not None
    assert 0.15 <= visit.seconds < 3
    assert (visit.size, visit.final_url) == (len(PAGE), f"{URL}b")
    assert visit.certificate_ends is None


async def test_a_failure_says_what_was_answered(site: Site, fetcher: Make) -> None:
    fetched = await fetcher().fetch(f"{URL}gone")
    assert fetched.visit is not None
    assert (fetched.visit.status, fetched.visit.final_url) == (404, f"{URL}gone")
    assert (await fetcher().fetch("http://nowhere.invalid/")).visit is None


async def test_a_visit_alone_leaves_the_body_where_it_is(site: Site, fetcher: Make) -> None:
    def endless(talk: Conversation) -> None:
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        talk.stopping.wait(9)

    site.routes.update({"/a": redirect("/film"), "/film": endless})
    visit = await fetcher().visit(f"{URL}a")
    assert visit is not None
    assert (visit.status, visit.final_url, visit.size) == (200, f"{URL}film", 0)
    assert visit.seconds < 3
    assert await fetcher().visit("http://127.0.0.1/") is None


@pytest.fixture
def secure() -> Iterator[Site]:
    with serving(with_certificate()) as site:
        yield site


async def test_a_visit_over_https_says_when_the_certificate_ends(
    secure: Site, watch: Watch
) -> None:
    secure.page("/", PAGE)
    guard = Guard({"northwind.example": secure.place})
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    fetched = await Fetcher(guard, watch, QUICK, tls=trusting).fetch("https://northwind.example/")
    assert fetched.content == PAGE
    assert fetched.visit is not None
    assert fetched.visit.certificate_ends == datetime(2120, 1, 1, tzinfo=UTC)


async def test_a_certificate_of_somebody_unknown_is_not_trusted(
    secure: Site, watch: Watch, tls: ssl.SSLContext
) -> None:
    guard = Guard({"northwind.example": secure.place})
    fetched = await Fetcher(guard, watch, QUICK, tls=tls).fetch("https://northwind.example/")
    assert "has a certificate that cannot be trusted (self-signed" in fetched.problem
    assert secure.asked == []


class Asked:
    """A server that knows its page by an ETag and a date."""

    def __init__(self) -> None:
        self.etag = ETAG
        self.body = samples.MARKETING.encode()
        self.heard: list[dict[str, str]] = []

    def __call__(self, talk: Conversation) -> None:
        self.heard.append(talk.headers)
        if talk.headers.get("if-none-match") == self.etag:
            talk.send(answer(b"", status="304 Not Modified"))
        else:
            extra = f"ETag: {self.etag}\r\nLast-Modified: {CHANGED}\r\n"
            talk.send(answer(self.body, extra=extra))


@pytest.fixture
async def pages(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]]
) -> AsyncIterator[WebPages]:
    pages = WebPages(tmp_path / "pages", watch, hosts=hosts, manners=QUICK, read_deadline=30)
    yield pages
    await pages.close()


async def test_a_page_that_has_not_changed_is_kept_on_as_fresh(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    server = site.routes["/"] = Asked()
    first = await pages.look(URL)
    watch.now += timedelta(hours=3)
    again = await pages.look(URL)
    assert server.heard[1]["if-none-match"] == ETAG
    assert server.heard[1]["if-modified-since"] == CHANGED
    assert (again.facts, again.problem, again.fetched_at) == (first.facts, "", watch.now)
    assert again.visit is not None
    assert again.visit.size == len(server.body)
    kept = pages.last(URL)
    assert kept == again, "it is kept as that of now"
    await pages.look(URL)
    assert len(server.heard) == 2, "and will do for another hour"


async def test_a_page_that_has_changed_comes_anew(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    server = site.routes["/"] = Asked()
    await pages.look(URL)
    server.etag, server.body = '"abc-2"', b"<title>Something else</title><p>And more of it here."
    watch.now += timedelta(hours=3)
    again = await pages.look(URL)
    assert again.facts is not None
    assert again.facts.title == "Something else"


async def test_a_copy_that_was_read_long_ago_is_read_anew(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    server = site.routes["/"] = Asked()
    await pages.look(URL)
    watch.now += READ_ANEW
    again = await pages.look(URL)
    assert "if-none-match" not in server.heard[1]
    assert again.facts is not None
    assert again.facts.read_at == watch.now


async def test_validators_are_only_told_to_where_they_come_from(site: Site, fetcher: Make) -> None:
    server = site.routes["/b"] = Asked()
    server.body = PAGE
    site.routes["/"] = redirect("http://fabrikam.example/b")
    fetched = await fetcher().fetch(URL)
    assert fetched.validators == Validators("http://fabrikam.example/b", ETAG, CHANGED)
    again = await fetcher().fetch(URL, fetched.validators)
    assert (again.unchanged, again.problem, again.content) == (True, "", b"")
    elsewhere = Validators("http://tailspin.example/", ETAG)
    assert (await fetcher().fetch(URL, elsewhere)).content == PAGE


@pytest.mark.parametrize(
    "extra", ["ETag: " + "x" * 5000, "ETag: \x85\x9b", "Last-Modified: yesterday\x0b\x0c"]
)
async def test_odd_validators_are_not_kept(extra: str, site: Site, fetcher: Make) -> None:
    body = answer(PAGE).replace(b"\r\n\r\n", b"\r\n" + extra.encode("latin-1") + b"\r\n\r\n", 1)
    site.routes["/"] = body
    fetched = await fetcher().fetch(URL)
    if not fetched.problem:
        assert fetched.validators == Validators(URL)


async def test_one_who_says_unchanged_without_being_asked_is_not_believed(
    pages: WebPages, site: Site
) -> None:
    site.routes["/"] = answer(b"", status="304 Not Modified")
    look = await pages.look(URL)
    assert look.facts is None
    assert "answers with 304" in look.problem


async def test_a_visit_is_kept_with_its_page(pages: WebPages, site: Site) -> None:
    site.page("/", samples.MARKETING)
    look = await pages.look(URL)
    assert isinstance(look.visit, Visit)
    assert pages.last(URL) == look
    assert look.fetched_at == NOW
