"""The pace: a pause for each host, Retry-After kept, and other hosts not held up by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.fetch import Fetcher
from followup_tui.web.pace import LONGEST_REST, Pace, retry_moment
from tests.web.conftest import Watch
from tests.web.samples import NOW
from tests.web.server import Site, answer, redirect

Make = Callable[..., Fetcher]
PAGE = b"<!doctype html><title>Northwind</title><p>Fine foods."
URL = "http://northwind.example"


async def test_a_host_has_its_pause_and_others_do_not_wait_for_it(
    site: Site, fetcher: Make
) -> None:
    site.page("/", PAGE)
    site.page("/a", PAGE)
    fetch = fetcher(pause=0.4)
    now = asyncio.get_running_loop().time
    await fetch.fetch(f"{URL}/")
    begun = now()
    second = asyncio.create_task(fetch.fetch(f"{URL}/a"))
    await fetch.fetch("http://fabrikam.example/")
    assert not second.done(), "the other host was asked during the pause"
    assert (await second).content == PAGE
    assert now() - begun >= 0.35


async def test_the_wait_for_a_turn_is_no_part_of_the_deadline(site: Site, fetcher: Make) -> None:
    for number in range(3):
        site.page(f"/{number}", PAGE)
    fetch = fetcher(deadline=0.5, pause=0.4)
    found = await asyncio.gather(*(fetch.fetch(f"{URL}/{number}") for number in range(3)))
    assert [each.problem for each in found] == ["", "", ""]
    assert all(each.visit is not None and each.visit.seconds < 0.35 for each in found)


async def test_a_redirect_within_a_host_is_followed_at_once(site: Site, fetcher: Make) -> None:
    site.routes["/"] = redirect("/home")
    site.page("/home", PAGE)
    begun = asyncio.get_running_loop().time()
    assert (await fetcher(pause=5.0).fetch(f"{URL}/")).content == PAGE
    assert asyncio.get_running_loop().time() - begun < 3


async def test_a_crawl_delay_is_kept(site: Site, fetcher: Make) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", kind="text/plain")
    site.page("/", PAGE)
    fetch = fetcher(pause=0.0)
    await fetch.fetch(f"{URL}/")
    begun = asyncio.get_running_loop().time()
    await fetch.fetch(f"{URL}/")
    assert asyncio.get_running_loop().time() - begun >= 0.25


@pytest.mark.parametrize(
    ("status", "header", "minutes"),
    [
        ("429 Too Many", "Retry-After: 1800\r\n", 30),
        ("503 Busy", "Retry-After: 1800\r\n", 30),
        ("429 Too Many", "Retry-After: {date}\r\n", 90),
        ("429 Too Many", "Retry-After: soon\r\n", 1),
        ("429 Too Many", "", 1),
    ],
)
async def test_a_host_that_wants_to_be_left_alone_is(
    status: str, header: str, minutes: int, site: Site, fetcher: Make, watch: Watch
) -> None:
    date = (NOW + timedelta(minutes=90)).astimezone(UTC)
    extra = header.format(date=f"{date:%a, %d %b %Y %H:%M:%S} GMT")
    site.routes["/"] = answer(b"", status=status, extra=extra)
    fetch = fetcher()
    until = NOW + timedelta(minutes=minutes)
    words = f"northwind.example wants to be left alone until {until:%H:%M}: it is not asked before"
    assert (await fetch.fetch(f"{URL}/")).problem == words
    site.page("/", PAGE)
    watch.now += timedelta(minutes=minutes, seconds=-2)
    assert (await fetch.fetch(f"{URL}/other")).problem == words
    assert site.asked == ["/"], "nothing is asked until then"
    assert (await fetch.fetch("http://fabrikam.example/")).problem == ""
    watch.now += timedelta(seconds=4)
    assert (await fetch.fetch(f"{URL}/")).content == PAGE


async def test_those_who_wait_for_their_turn_hear_of_it(site: Site, fetcher: Make) -> None:
    site.routes["/0"] = answer(b"", status="429 Too Many", extra="Retry-After: 60\r\n")
    fetch = fetcher()
    found = await asyncio.gather(*(fetch.fetch(f"{URL}/{number}") for number in range(3)))
    assert all("left alone until" in each.problem for each in found)
    assert site.asked == ["/0"]


async def test_nobody_is_left_alone_for_ever(watch: Watch) -> None:
    pace = Pace(watch, side_by_side=2)
    assert pace.rest("a.example", "999999999999") == NOW + LONGEST_REST
    watch.now -= timedelta(days=3)  # the clock was set right
    assert pace.resting("a.example") is None


async def test_no_more_hosts_than_allowed_are_asked_at_once(watch: Watch) -> None:
    pace = Pace(watch, side_by_side=2)
    asking, most = 0, 0

    async def ask(host: str) -> None:
        nonlocal asking, most
        async with pace.turn(host, pause=0.0):
            asking += 1
            most = max(most, asking)
            await asyncio.sleep(0)
            asking -= 1

    await asyncio.gather(*(ask(f"{number}.example") for number in range(9)))
    assert most == 2


async def test_only_so_many_hosts_are_remembered(watch: Watch) -> None:
    pace = Pace(watch, side_by_side=2)
    for number in range(5_000):
        pace.page_came(f"{number}.example")
    assert len(pace._hosts) <= 2_000
    assert "4999.example" in pace._hosts


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("", None),
        (None, None),
        ("-5", None),
        ("1.5", None),
        ("tomorrow", None),
        ("Fri, 99 Foo 2026 99:99:99 GMT", None),
    ],
)
def test_what_a_retry_after_means(header: str | None, seconds: int | None) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert retry_moment(header, NOW) == expected


@given(st.text(max_size=40))
def test_no_header_means_a_moment_that_is_over(header: str) -> None:
    moment = retry_moment(header, NOW)
    assert moment is None or moment >= NOW


@given(st.integers(0, 10**8))
def test_a_date_means_itself(seconds: int) -> None:
    moment = (NOW + timedelta(seconds=seconds)).astimezone(UTC)
    header = f"{moment:%a, %d %b %Y %H:%M:%S} GMT"
    assert retry_moment(header, NOW) == moment.replace(microsecond=0)
