"""WebPages: shared looks, kept copies, failures with the last good copy, and a clean end."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from followup_tui.web.pages import WebPages
from followup_tui.web.snapshots import Snapshots
from tests.web import samples
from tests.web.conftest import QUICK, Watch
from tests.web.samples import NOW
from tests.web.server import Conversation, Site, answer

URL = "http://northwind.example/"


@asynccontextmanager
async def looking(
    folder: Path,
    watch: Watch,
    hosts: dict[str, tuple[str, int]],
    read_deadline: float = 30.0,
) -> AsyncIterator[WebPages]:
    manners = replace(QUICK, limit=3_000_000)
    pages = WebPages(folder, watch, hosts=hosts, manners=manners, read_deadline=read_deadline)
    try:
        yield pages
    finally:
        await pages.close()


@pytest.fixture
async def pages(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]]
) -> AsyncIterator[WebPages]:
    async with looking(tmp_path / "pages", watch, hosts) as pages:
        yield pages


async def test_a_look_gives_facts_and_keeps_them(
    pages: WebPages, site: Site, tmp_path: Path
) -> None:
    site.page("/", samples.MARKETING)
    assert pages.last(URL) is None
    look = await pages.look(URL)
    assert look.problem == ""
    assert look.facts is not None
    assert look.facts.title == "Northwind Traders | Pantry goods"
    assert look.fetched_at == NOW
    assert pages.last(URL) == look
    (kept,) = (tmp_path / "pages").glob("*.json")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


async def test_a_copy_younger_than_an_hour_will_do(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    site.page("/", samples.MARKETING)
    await pages.look(URL)
    watch.now += timedelta(minutes=59)
    assert (await pages.look(URL)).fetched_at == NOW
    assert len(site.asked) == 1
    assert (await pages.look(URL, refresh=True)).fetched_at == watch.now
    watch.now += timedelta(minutes=61)
    await pages.look(URL)
    assert len(site.asked) == 3


async def test_a_copy_from_the_future_is_not_trusted(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    site.page("/", samples.MARKETING)
    await pages.look(URL)
    watch.now -= timedelta(days=2)
    await pages.look(URL)
    assert len(site.asked) == 2


async def test_a_failure_shows_the_last_good_copy(
    pages: WebPages, site: Site, watch: Watch
) -> None:
    site.page("/", samples.MARKETING)
    good = await pages.look(URL)
    site.routes["/"] = answer(b"oops", status="500 Oops")
    watch.now += timedelta(days=3)
    look = await pages.look(URL)
    assert look.facts == good.facts
    assert look.fetched_at == NOW
    assert look.problem == "northwind.example answers with 500: something is broken there"
    assert pages.last(URL) == good


async def test_a_failure_without_a_copy(pages: WebPages) -> None:
    look = await pages.look("http://nowhere.invalid/")
    assert look.facts is None
    assert look.fetched_at is None
    assert look.problem


async def test_a_page_that_is_a_program_does_not_replace_a_good_copy(
    pages: WebPages, site: Site
) -> None:
    site.page("/", samples.SHELL)
    first = await pages.look(URL)
    assert first.facts is not None
    assert first.facts.title == "Lighthouse Learning"
    assert "JavaScript" in first.problem
    assert pages.last(URL) is None
    site.page("/", samples.MARKETING)
    good = await pages.look(URL)
    site.page("/", samples.SHELL)
    again = await pages.look(URL, refresh=True)
    assert again.facts == good.facts
    assert "JavaScript" in again.problem


async def test_looks_at_the_same_address_share_one_fetch(pages: WebPages, site: Site) -> None:
    site.page("/", samples.MARKETING)
    looks = await asyncio.gather(*(pages.look(URL, refresh=True) for _ in range(5)))
    assert len(site.asked) == 1
    assert all(look == looks[0] for look in looks)


async def test_one_who_leaves_does_not_spoil_it_for_the_others(pages: WebPages, site: Site) -> None:
    asked, go = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(talk: Conversation) -> None:
        loop.call_soon_threadsafe(asked.set)
        while not go.is_set() and not talk.stopping.wait(0.01):
            pass
        talk.send(answer(samples.MARKETING.encode()))

    site.routes["/"] = hold
    first, second = (asyncio.create_task(pages.look(URL)) for _ in range(2))
    await asked.wait()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    go.set()
    assert (await second).problem == ""


async def test_when_all_leave_the_next_one_asks_anew(pages: WebPages, site: Site) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(talk: Conversation) -> None:
        loop.call_soon_threadsafe(asked.set)
        talk.stopping.wait(20)

    site.routes["/"] = hold
    only = asyncio.create_task(pages.look(URL))
    await asked.wait()
    only.cancel()
    with pytest.raises(asyncio.CancelledError):
        await only
    site.page("/", samples.MARKETING)
    assert (await pages.look(URL)).problem == ""


async def test_close_gives_up_what_is_under_way(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]], site: Site
) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(talk: Conversation) -> None:
        loop.call_soon_threadsafe(asked.set)
        talk.stopping.wait(20)

    site.routes["/"] = hold
    async with looking(tmp_path, watch, hosts) as pages:
        task = asyncio.create_task(pages.look(URL))
        await asked.wait()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_page_too_tangled_to_read_has_a_deadline(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]], site: Site
) -> None:
    site.page("/", samples.MARKETING)
    async with looking(tmp_path, watch, hosts, read_deadline=0.001) as pages:
        look = await pages.look(URL)
    assert look.problem == f"{URL} is a page so tangled that it was not read within 0.001 s"


async def test_the_loop_goes_on_while_pages_are_read(
    pages: WebPages, site: Site, hosts: dict[str, tuple[str, int]]
) -> None:
    big = samples.MARKETING.replace("</main>", "<p>Flour, oil and tins.</p>" * 20_000 + "</main>")
    site.page("/", samples.MARKETING)
    await pages.look(URL)  # everything is imported and started
    site.page("/", big)
    longest, last, look = 0.0, asyncio.get_running_loop().time(), None
    task = asyncio.create_task(pages.look(URL, refresh=True))
    while not task.done():
        await asyncio.sleep(0)
        moment = asyncio.get_running_loop().time()
        longest, last = max(longest, moment - last), moment
    look = await task
    assert look.problem == ""
    assert longest < 0.5  # reading takes about a second; the machine may be busy


async def test_no_reading_program_is_left(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]], site: Site
) -> None:
    site.page("/", samples.MARKETING)
    async with looking(tmp_path, watch, hosts) as pages:
        await pages.look(URL)
        pids = [reader._process.pid for reader in pages._readers._idle]
        assert pids
        assert all(Path(f"/proc/{pid}").exists() for pid in pids)
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


async def test_a_reading_program_that_dies_is_replaced(pages: WebPages, site: Site) -> None:
    site.page("/", samples.MARKETING)
    await pages.look(URL)
    for reader in pages._readers._idle:
        reader._process.kill()
        await reader._process.wait()
    assert (await pages.look(URL, refresh=True)).problem == ""


def test_a_damaged_copy_is_told_and_kept_aside(tmp_path: Path, watch: Watch) -> None:
    path = Snapshots(tmp_path).path(URL)
    path.write_bytes(b'{"version":1,"url"')
    pages = WebPages(tmp_path, watch)
    look = pages.last(URL)
    assert look is not None
    assert look.facts is None
    assert "moved aside" in look.problem
    assert path.with_suffix(".damaged").read_bytes() == b'{"version":1,"url"'
    assert pages.last(URL) is None


async def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, watch: Watch, hosts: dict[str, tuple[str, int]], site: Site
) -> None:
    (tmp_path / "pages").write_text("a file, not a folder")
    site.page("/", samples.MARKETING)
    async with looking(tmp_path / "pages", watch, hosts) as pages:
        look = await pages.look(URL)
    assert look.facts is not None
    assert "cannot be kept on the disk" in look.problem


def test_nothing_heavy_is_imported_to_show_what_is_kept(tmp_path: Path) -> None:
    code = f"""
import sys
from datetime import datetime, timezone
from pathlib import Path
from followup_tui.web.pages import WebPages
WebPages(Path({str(tmp_path)!r}), lambda: datetime.now(timezone.utc)).last("http://a.example/")
heavy = {{"httpx", "httpcore", "bs4", "lxml", "icalendar", "charset_normalizer", "dateparser",
          "recurring_ical_events", "textual", "multiprocessing"}}
print(sorted(heavy & set(sys.modules)))
"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"
