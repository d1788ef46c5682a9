"""From the bytes of a site on two days to what to say about it, through the readers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from followup_tui.domain.page import Look
from followup_tui.domain.websites.changes import changes
from followup_tui.domain.websites.site import PageRole, SiteFacts, SitePage
from followup_tui.domain.websites.site_changes import ChangeKind, Changes
from followup_tui.domain.websites.site_things import KEPT
from followup_tui.web.jobs import MOST_JOBS
from followup_tui.web.offerings import MOST_OFFERINGS
from followup_tui.web.offices import MOST_OFFICES
from followup_tui.web.page import read_page
from followup_tui.web.people import MOST_PEOPLE
from followup_tui.web.prices import MOST_PRICES
from followup_tui.web.site_facts import site_facts

SITE = "https://www.quayside-systems.example/"
SPOKEN = date(2026, 5, 12)
PERTH = timezone(timedelta(hours=8))
BOOKING = ("Ferry booking", "Passengers book and pay on their phones, in three languages.")
DUES = ("Harbour dues", "Berths, dues and invoices in one ledger for the harbour master.")
TIMES = ("Timetable design", "We plan timetables that survive the weather and the tide.")
ROSTERS = ("Crew rosters", "Rosters that know licences, rest times and the weather ahead.")
QUOTES = ("They fixed our timetable in a week.", "Calm seas since.", "The best harbour software.")


def html(title: str, body: str, visit: int) -> bytes:
    """Return a page with all that differs from visit to visit and says nothing."""
    return f"""<!doctype html><html lang="en-AU"><head><meta charset="utf-8">
    <title>{title} | Quayside Systems</title>
    <meta name="csrf" content="{visit * 7919:x}"></head><body data-request="{visit * 104729:x}">
    <nav><a href="/">Home</a> <a href="/about">About us</a> <a href="/services">Services</a></nav>
    <main>{body}<blockquote>“{QUOTES[visit % 3]}”</blockquote></main>
    <footer><p>Quayside Systems Pty Ltd, 12 Wharf Street, Fremantle WA 6160</p>
    <p>{visit * 37} visitors today. © 2026 Quayside Systems</p></footer></body></html>""".encode()


def cards(offerings: Sequence[tuple[str, str]]) -> str:
    blocks = "".join(
        f'<div class="card"><h3>{name}</h3><p>{words}</p><a href="/services#{place}">More</a></div>'
        for place, (name, words) in enumerate(offerings)
    )
    return f'<section class="services"><h2>What we do</h2>{blocks}</section>'


def team(*people: tuple[str, str]) -> str:
    blocks = "".join(
        f'<div class="member"><h3>{name}</h3><p class="role">{role}</p></div>'
        for name, role in people
    )
    return f'<section class="team"><h2>Our team</h2>{blocks}</section>'


def news(*items: tuple[str, str]) -> str:
    return "<h1>News</h1>" + "".join(
        f'<article><h2><a href="/news/{day}">{title}</a></h2><time datetime="{day}">{day}</time>'
        f"<p>Some words about it that say a little more than its title does.</p></article>"
        for title, day in items
    )


def look(at: datetime, visit: int, *, after: bool) -> SiteFacts:
    """Return what the site says, before its summer or `after` it."""
    offers = (BOOKING, DUES, ROSTERS if after else TIMES)
    hand = "Priya Raman" if after else "Tom Okafor"
    told = (("Our winter timetable is out", "2026-04-28"),)
    if after:
        told = (("We open an office in Hobart", "2026-10-30"), *told)
    bodies = {
        PageRole.HOME: f"<h1>Software for ferries</h1><p>We help {340 + visit} operators to carry "
        f"people over the water without a paper ticket in sight.</p>{cards(offers)}",
        PageRole.ABOUT: team(
            ("Ines Duarte", "Managing Director"),
            (hand, "Head of Engineering"),
            ("Lena Fuchs", "Support Lead"),
        ),
        PageRole.SERVICES: f"<h1>Services</h1>{cards(offers)}",
        PageRole.NEWS: news(*told),
    }
    pages = []
    for role, body in bodies.items():
        url = SITE if role is PageRole.HOME else f"{SITE}{role.value}"
        facts = read_page(html(role.value.title(), body, visit), url=url, now=at)
        pages.append(SitePage(role, Look(url, facts, at)))
    return site_facts(SITE, pages, read_at=at)


def compared(*, after: bool) -> Changes:
    def day(month: int, number: int) -> datetime:
        return datetime(2026, month, number, 9, tzinfo=PERTH)

    return changes(
        look(day(5, 12), 1, after=False),
        look(day(11, 19), 3, after=after),
        before_now=look(day(11, 18), 2, after=after),
        since=SPOKEN,
    )


def test_what_changed_between_two_days_is_told() -> None:
    found = compared(after=True)

    assert {(line.old, line.new) for line in found.lines} >= {
        ("", "We open an office in Hobart"),
        ("", "Crew rosters"),
        ("Timetable design", ""),
        ("Tom Okafor", "Priya Raman"),
    }
    assert all(line.url.startswith(SITE) for line in found.lines)


def test_tokens_counters_and_rotating_quotes_are_no_change() -> None:
    found = compared(after=False)

    assert (found.lines, found.unconfirmed) == ((), 0)


def test_a_list_may_be_cut_where_the_readers_cut_it() -> None:
    limits = {
        ChangeKind.OFFERING: MOST_OFFERINGS,
        ChangeKind.PEOPLE: MOST_PEOPLE,
        ChangeKind.JOBS: MOST_JOBS,
        ChangeKind.PRICE: MOST_PRICES,
        ChangeKind.OFFICE: MOST_OFFICES,
    }
    assert limits == KEPT
