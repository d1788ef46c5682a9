"""robots.txt: read as RFC 9309 says, once a day, and kept to."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.fetch import Fetcher
from followup_tui.web.guard import Guard
from followup_tui.web.kept_robots import RobotsFolder
from followup_tui.web.robots import LONGEST_DELAY, Origin, Robots, Rules, rules_of
from tests.web.conftest import QUICK, Watch
from tests.web.server import Conversation, Site, answer, redirect

Make = Callable[..., Fetcher]
PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
URL = "http://northwind.example"


def rules(text: str) -> Rules:
    return rules_of(200, text.encode())


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /private/", "/public", True),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/a", True),
        ("User-agent: *\nDisallow:", "/", True),
        ("user-agent : FOLLOWUP\ndisallow : /a", "/a", False),
        ("User-agent: followup/0.1\nDisallow: /a", "/a", False),
        ("User-agent: followup\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: somebot\nDisallow: /\n", "/a", True),
        ("User-agent: somebot\nUser-agent: *\nDisallow: /\n", "/a", False),
        ("User-agent: one\nDisallow: /a\nUser-agent: two\nDisallow: /b", "/a", True),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php", False),
        ("User-agent: followupper\nDisallow: /", "/a", True),
        ("User-agent:\nDisallow: /", "/a", True),
        ("# nothing\r\nUser-agent: *\r\nDisallow: /a # here", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("<!doctype html><title>Not found</title><p>User-agent: none", "/a", True),
    ],
)
def test_what_a_file_asks_of_us(text: str, path: str, allowed: bool) -> None:
    assert rules(text).allow(f"{URL}{path}") is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 2", 2.0),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: 86400", LONGEST_DELAY),
        ("User-agent: *\nCrawl-delay: -3", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: other\nCrawl-delay: 2", 0.0),
        ("", 0.0),
    ],
)
def test_the_delay_is_kept_up_to_a_bound(text: str, seconds: float) -> None:
    assert rules(text).delay == seconds


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_file_that_is_not_there_asks_nothing(status: int) -> None:
    assert rules_of(status, b"User-agent: *\nDisallow: /").allow(f"{URL}/")


@given(st.binary(max_size=300))
def test_whatever_stands_there_is_read(content: bytes) -> None:
    found = rules_of(200, content)
    assert found.allow(f"{URL}/a") in {True, False}
    assert 0 <= found.delay <= LONGEST_DELAY


def test_a_file_made_to_cost_time_costs_little() -> None:
    agents = "\n".join(f"User-agent: bot{number}" for number in range(12_000))
    lines = "\n".join(f"Disallow: /*{number}*a*a*a" for number in range(12_000))
    begun = time.process_time()
    rules(f"{agents}\n{lines}").allow(f"{URL}/{'a' * 2000}")
    assert time.process_time() - begun < 2


async def test_a_page_that_is_not_to_be_read_is_not_asked_for(site: Site, fetcher: Make) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private", kind="text/plain")
    site.page("/private/a", PAGE)
    site.page("/", PAGE)
    fetch = fetcher()
    fetched = await fetch.fetch(f"{URL}/private/a")
    assert fetched.problem == "robots.txt of northwind.example asks not to read this page"
    assert (await fetch.fetch(f"{URL}/")).problem == ""
    assert site.asked == ["/"]


async def test_it_holds_for_where_a_redirect_leads(site: Site, fetcher: Make) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private", kind="text/plain")
    site.routes["/"] = redirect("http://fabrikam.example/private")
    site.page("/private", PAGE)
    fetched = await fetcher().fetch(f"{URL}/")
    assert fetched.problem == "robots.txt of fabrikam.example asks not to read this page"
    assert site.robots_asked == ["northwind.example", "fabrikam.example"]
    assert site.asked == ["/"]


async def test_it_is_asked_for_once_a_day_and_host(site: Site, fetcher: Make, watch: Watch) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path, PAGE)
    fetch = fetcher()
    await asyncio.gather(*(fetch.fetch(f"{URL}{path}") for path in ("/a", "/b", "/c")))
    assert site.robots_asked == ["northwind.example"]
    watch.now += timedelta(hours=23)
    await fetch.fetch(f"{URL}/a")
    assert len(site.robots_asked) == 1
    watch.now += timedelta(hours=2)
    await fetch.fetch(f"{URL}/a")
    assert len(site.robots_asked) == 2


async def test_a_server_that_is_broken_is_left_alone_for_now(
    site: Site, fetcher: Make, watch: Watch
) -> None:
    site.routes["/robots.txt"] = answer(b"", status="500 Oops")
    site.page("/", PAGE)
    fetch = fetcher()
    fetched = await fetch.fetch(f"{URL}/")
    assert fetched.problem == (
        "northwind.example answers with 500 when asked for its robots.txt: not read for now"
    )
    assert site.asked == []
    site.routes["/robots.txt"] = answer(b"", status="404 Not Found")
    assert (await fetch.fetch(f"{URL}/")).problem == fetched.problem
    watch.now += timedelta(minutes=11)
    assert (await fetch.fetch(f"{URL}/")).problem == ""


def _silent(talk: Conversation) -> None:
    talk.stopping.wait(30)


@pytest.mark.parametrize(
    "behaviour",
    [
        _silent,
        lambda talk: talk.reset(),
        redirect("/robots.txt"),
        redirect("http://127.0.0.1:9/robots.txt"),
        answer(b"x" * 1000, kind="image/png"),
        answer(b"\x1f\x8bnot gzip", extra="Content-Encoding: gzip\r\n"),
        answer(b"x" * 3_000_000),
    ],
)
async def test_one_that_cannot_be_had_stops_nobody(
    behaviour: bytes | Callable[[Conversation], None], site: Site, fetcher: Make
) -> None:
    site.routes["/robots.txt"] = behaviour
    site.page("/", PAGE)
    assert (await fetcher(deadline=0.5).fetch(f"{URL}/")).content == PAGE


async def test_a_long_one_counts_as_far_as_it_is_read(site: Site, fetcher: Make) -> None:
    text = "User-agent: *\nDisallow: /a\n" + "# long\n" * 200_000 + "Disallow: /b\n"
    site.page("/robots.txt", text, kind="text/plain")
    site.page("/b", PAGE)
    fetch = fetcher()
    assert "robots.txt" in (await fetch.fetch(f"{URL}/a")).problem
    assert (await fetch.fetch(f"{URL}/b")).content == PAGE


async def test_those_who_want_the_same_rules_share_one_request(watch: Watch) -> None:
    asked: list[Origin] = []
    answered = asyncio.Event()

    async def ask(origin: Origin) -> Rules:
        asked.append(origin)
        await answered.wait()
        return Rules()

    robots = Robots(watch, ask)
    origin = Origin("https", "northwind.example")
    waiting = [asyncio.create_task(robots.rules(origin)) for _ in range(4)]
    while not asked:
        await asyncio.sleep(0)
    waiting[0].cancel()  # the next one asks in its place
    answered.set()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert len(asked) <= 2
    await robots.rules(origin)
    assert len(asked) <= 2


async def test_a_file_is_kept_for_programs_that_run_alone(
    site: Site, hosts: dict[str, tuple[str, int]], watch: Watch, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private", kind="text/plain")
    site.page("/", PAGE)
    folder = RobotsFolder(tmp_path / "pages")

    async def run(path: str) -> str:
        fetcher = Fetcher(Guard(hosts), watch, QUICK, tls=tls, kept_robots=folder)
        return (await fetcher.fetch(f"{URL}{path}")).problem

    assert await run("/") == ""
    assert "robots.txt" in await run("/private")
    assert len(site.robots_asked) == 1
    (kept,) = (tmp_path / "pages").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    watch.now += timedelta(days=1)
    assert await run("/") == ""
    assert len(site.robots_asked) == 2
    kept.write_bytes(b"{}")
    assert "robots.txt" in await run("/private")
    assert len(site.robots_asked) == 3, "a damaged one is asked for again"


async def test_a_server_that_is_broken_is_not_kept_as_one_without_rules(
    site: Site, hosts: dict[str, tuple[str, int]], watch: Watch, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    site.routes["/robots.txt"] = answer(b"", status="500 Oops")
    folder = RobotsFolder(tmp_path / "pages")
    await Fetcher(Guard(hosts), watch, QUICK, tls=tls, kept_robots=folder).fetch(f"{URL}/")
    assert not (tmp_path / "pages").exists()
