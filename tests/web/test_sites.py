"""WebSites: a site page by page, at most eight, kept dated; what happens when pages fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from followup_tui.domain.page import Look, Visit
from followup_tui.domain.websites.site import MOST_PAGES, PageRole, SiteLook, SitePage
from followup_tui.web.guard import Guard
from followup_tui.web.page import read_page
from followup_tui.web.pages import WebPages
from followup_tui.web.site_snapshots import SiteSnapshots
from followup_tui.web.sites import WebSites
from tests.web.conftest import QUICK, Watch
from tests.web.samples import NOW
from tests.web.server import Site

URL = "http://northwind.example/"
MENU = """<nav><a href="/about-us">About us</a> <a href="/services">Services</a>
<a href="/news">News</a> <a href="/events">Events</a> <a href="/jobs">Jobs</a>
<a href="/login">Log in</a> <a href="/files/price.pdf">Prices</a></nav>"""
HEAD = '<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="Northwind">'
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Northwind</title>
<item><title>Our new hall in Basel is open</title><link>http://northwind.example/n/hall</link>
<pubDate>Mon, 09 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>"""
CALENDAR = """BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//northwind//en\r\nBEGIN:VEVENT\r
UID:1@northwind.example\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20270310T090000Z\r
DTEND:20270310T110000Z\r\nSUMMARY:Tasting day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""


def page(title: str, more: str = "", head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{MENU}"
        f"<main><h1>{title}</h1><p>Northwind brings fine food to the shops of the town.</p>"
        f"{more}</main></body></html>"
    )


def site_pages() -> dict[str, str]:
    subscribe = '<a href="http://northwind.example/all.ics">Subscribe</a>'
    return {
        "/": page("Northwind", head=HEAD),
        "/events": page("Events", subscribe),
        **{f"/{name}": page(name.title()) for name in ("about-us", "services", "news", "jobs")},
        "/feed.xml": FEED,
        "/all.ics": CALENDAR,
    }


class Shelf:
    """Pages, read as they would be, without a network."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._kept: dict[str, Look] = {}
        self.routes = site_pages()
        self.problems: dict[str, str] = {}
        self.leads: dict[str, str] = {}
        self.asked: list[str] = []
        self.visited: list[str] = []

    def last(self, url: str) -> Look | None:
        return self._kept.get(url)

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        path = url.removeprefix(URL[:-1])
        self.asked.append(path)
        problem = self.problems.get(path, "" if path in self.routes else "it answers with 404")
        if problem:
            return replace(self._kept.get(url, Look(url)), problem=problem)
        final = self.leads.get(path, url)
        facts = read_page(self.routes[path].encode(), url=final, now=self._watch())
        self._kept[url] = Look(url, facts, self._watch())
        return replace(self._kept[url], problem=facts.problem)

    async def visit(self, url: str) -> Visit | None:
        path = url.removeprefix(URL[:-1])
        self.visited.append(path)
        return Visit(status=200 if path in self.routes else 404, final_url=url)


@pytest.fixture
def shelf(watch: Watch) -> Shelf:
    return Shelf(watch)


@pytest.fixture
def sites(tmp_path: Path, shelf: Shelf, watch: Watch) -> WebSites:
    return WebSites(shelf, SiteSnapshots(tmp_path / "sites"), watch)


async def looks(sites: WebSites, url: str = URL, **how: object) -> list[SiteLook]:
    return [look async for look in sites.look(url, **how)]  # type: ignore[arg-type]


async def test_the_telling_pages_come_one_after_the_other(
    tmp_path: Path, site: Site, watch: Watch, hosts: dict[str, tuple[str, int]]
) -> None:
    for path, content in site_pages().items():
        kind = "application/rss+xml" if path == "/feed.xml" else "text/html"
        site.page(path, content, kind="text/calendar" if path == "/all.ics" else kind)
    pages = WebPages(tmp_path / "pages", watch, guard=Guard(hosts), manners=QUICK)
    sites = WebSites(pages, SiteSnapshots(tmp_path / "pages" / "sites"), watch)
    seen = await looks(sites)
    assert [len(look.pages) for look in seen] == list(range(1, MOST_PAGES + 1))
    assert site.asked == [
        "/", "/events", "/news", "/about-us", "/services", "/jobs", "/all.ics", "/feed.xml"
    ]  # fmt: skip
    whole = seen[-1]
    assert [each.role for each in whole.pages] == [
        PageRole.HOME, PageRole.EVENTS, PageRole.NEWS, PageRole.ABOUT, PageRole.SERVICES,
        PageRole.CAREERS, PageRole.CALENDAR, PageRole.FEED,
    ]  # fmt: skip
    assert whole.problem == ""
    assert whole.facts is not None
    assert whole.facts.title == "Northwind"
    assert "Our new hall in Basel is open" in {item.title for item in whole.facts.news}
    assert "Tasting day" in {event.title for event in whole.facts.events}
    assert all(each.look.visit is not None and each.look.visit.size for each in whole.pages)
    assert site.robots_asked == ["northwind.example"]
    assert len((await looks(sites))[-1].pages) == MOST_PAGES
    assert len(site.asked) == MOST_PAGES, "within the hour nothing is asked again"
    last = sites.last(URL)
    assert last is not None
    assert sorted(last.pages, key=_role) == sorted(whole.pages, key=_role)
    await pages.close()


def _role(page: SitePage) -> str:
    return page.role


async def test_what_was_seen_is_kept_dated(sites: WebSites, shelf: Shelf, watch: Watch) -> None:
    assert sites.last(URL) is None
    first = (await looks(sites))[-1]
    watch.now += timedelta(days=2)
    last = sites.last(URL)
    assert last is not None
    assert last.facts == first.facts
    assert last.fetched_at == NOW
    shelf.routes["/"] = page("Northwind & Co", head=HEAD)
    second = (await looks(sites))[-1]
    assert [each.title for each in sites.history(URL)] == ["Northwind & Co", "Northwind"]
    assert sites.nearest(URL, NOW + timedelta(hours=1)) == first.facts
    assert sites.nearest(URL, watch.now) == second.facts


async def test_two_fetches_under_a_clock_that_stands_still_are_two_looks(
    sites: WebSites, shelf: Shelf
) -> None:
    first = (await looks(sites))[-1].facts
    (copy, *_) = [look.facts for look in await looks(sites)][-1:]
    anew = (await looks(sites, refresh=True))[-1].facts
    assert first is not None
    assert copy is not None
    assert anew is not None
    assert copy.fetched == first.fetched
    assert min(anew.fetched) > max(first.fetched)
    assert anew.read_at > first.read_at


async def test_only_the_wanted_pages_are_asked_for(sites: WebSites, shelf: Shelf) -> None:
    await looks(sites, roles=[PageRole.NEWS, PageRole.FEED])
    assert shelf.asked == ["/", "/news", "/feed.xml"]


async def test_a_site_that_cannot_be_reached_shows_what_was_kept(
    sites: WebSites, shelf: Shelf, watch: Watch
) -> None:
    good = (await looks(sites))[-1]
    asked = len(shelf.asked)
    shelf.problems["/"] = "it answers with 500"
    watch.now += timedelta(days=1)
    (failed,) = await looks(sites)
    assert failed.problem == "it answers with 500"
    assert failed.facts == good.facts
    assert failed.fetched_at == NOW
    assert len(shelf.asked) == asked + 1, "the other pages are left in peace"
    assert len(sites.history(URL)) == 1


async def test_a_site_that_was_never_reached(sites: WebSites, shelf: Shelf) -> None:
    shelf.routes.clear()
    (failed,) = await looks(sites)
    assert failed.facts is None
    assert failed.problem


async def test_a_page_that_is_gone_is_told_and_the_next_of_its_role_is_tried(
    sites: WebSites, shelf: Shelf
) -> None:
    shelf.routes["/"] = page("Northwind", '<a href="/press">Press</a>')
    shelf.routes["/press"] = page("Press")
    del shelf.routes["/news"]
    whole = (await looks(sites))[-1]
    news = [each for each in whole.pages if each.role is PageRole.NEWS]
    assert [each.look.url.rpartition("/")[2] for each in news] == ["news", "press"]
    assert "404" in news[0].look.problem
    assert news[1].look.problem == ""
    assert len(whole.pages) <= MOST_PAGES


async def test_a_page_that_only_leads_back_home_is_none(sites: WebSites, shelf: Shelf) -> None:
    shelf.leads["/news"] = URL
    whole = (await looks(sites))[-1]
    assert PageRole.NEWS not in {each.role for each in whole.pages}
    assert whole.facts is not None
    assert PageRole.NEWS not in whole.facts.roles


async def test_a_redirect_of_the_home_page_is_where_its_links_count(
    sites: WebSites, shelf: Shelf
) -> None:
    shelf.leads["/"] = "https://www.fabrikam.example/start"
    for name in ("about-us", "events"):
        shelf.routes[f"https://www.fabrikam.example/{name}"] = page(name)
    whole = (await looks(sites))[-1]
    assert {each.role for each in whole.pages} >= {PageRole.ABOUT, PageRole.EVENTS}


async def test_a_page_of_languages_leads_on(sites: WebSites, shelf: Shelf) -> None:
    choice = '<p>Choose. <a href="/de">Deutsch</a> <a href="/en">English</a>'
    shelf.routes["/"] = f"<title>Northwind</title>{choice}"
    shelf.routes["/en"] = page("Welcome")
    whole = (await looks(sites))[-1]
    assert shelf.asked[:2] == ["/", "/en"]
    assert "/news" in shelf.asked
    assert [each.role for each in whole.pages][:2] == [PageRole.HOME, PageRole.HOME]


async def test_a_shell_still_announces_its_feed(sites: WebSites, shelf: Shelf) -> None:
    shelf.routes["/"] = f"<title>Northwind</title>{HEAD}<div id=app></div><script src=a></script>"
    whole = (await looks(sites))[-1]
    assert "JavaScript" in whole.problem
    assert PageRole.FEED in {each.role for each in whole.pages}


async def test_closing_gives_up_what_is_on_its_way(sites: WebSites, shelf: Shelf) -> None:
    states = sites.look(URL)
    await anext(states)
    await states.aclose()
    assert shelf.asked == ["/"]
    assert sites.last(URL) is None


async def test_a_damaged_look_of_another_day_is_told_once(
    sites: WebSites, tmp_path: Path, watch: Watch
) -> None:
    await looks(sites)
    (kept,) = (tmp_path / "sites").rglob("*.json")
    kept.write_bytes(b"{")
    watch.now += timedelta(days=1)
    assert "was damaged" in (await looks(sites))[-1].problem
    watch.now += timedelta(days=1)
    assert (await looks(sites))[-1].problem == ""


async def test_a_disk_that_is_full_is_told(tmp_path: Path, watch: Watch, shelf: Shelf) -> None:
    (tmp_path / "sites").write_text("a file, not a folder")
    whole = (await looks(WebSites(shelf, SiteSnapshots(tmp_path / "sites"), watch)))[-1]
    assert "cannot be kept on the disk" in whole.problem
    assert whole.facts is not None


async def test_what_was_not_looked_at_yet_is_not_known_to_be_gone(
    sites: WebSites, shelf: Shelf
) -> None:
    seen = await looks(sites)
    first, whole = seen[0].facts, seen[-1].facts
    assert first is not None
    assert whole is not None
    assert set(first.missed) == set(PageRole) - {PageRole.HOME}
    assert whole.missed == ()
    some = (await looks(sites, roles=[PageRole.NEWS]))[-1].facts
    assert some is not None
    assert set(some.missed) == set(PageRole) - {PageRole.HOME, PageRole.NEWS}


async def test_links_are_tried_once_a_week_when_the_user_asks(
    sites: WebSites, shelf: Shelf, watch: Watch
) -> None:
    shelf.routes["/"] = page("Northwind", '<a href="/gone">Our price list</a>', head=HEAD)
    await looks(sites)
    assert shelf.visited == []
    whole = (await looks(sites, refresh=True))[-1]
    assert "/gone" in shelf.visited
    assert whole.facts is not None
    assert whole.facts.checks is not None
    assert f"{URL}gone" in [link.url for link in whole.facts.checks.broken]
    asked = len(shelf.visited)
    watch.now += timedelta(days=2)
    again = (await looks(sites, refresh=True))[-1]
    assert len(shelf.visited) == asked
    assert again.facts is not None
    assert again.facts.checks == whole.facts.checks, "what was found then is still told"
