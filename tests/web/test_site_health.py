"""What could be better about a site: each key once, with evidence, and only what is true."""

from __future__ import annotations

from datetime import timedelta

import pytest

from followup_tui.domain.page import HealthNote, Link, LinkPart, PageFacts, Visit
from followup_tui.domain.websites.site import BrokenLink, PageRole, SiteChecks
from followup_tui.web.site_checks import (
    EVERY,
    MOST_LINKS,
    check_site,
    is_due,
    links_to_ask,
)
from followup_tui.web.site_health import site_health
from tests.web.sitepages import NOW, SITE, a_failure, a_page, address


def keys(*pages: object, checks: SiteChecks | None = None) -> list[str]:
    return [note.key for note in site_health(pages, now=NOW, checks=checks)]  # type: ignore[arg-type]


def home_with(*links: Link) -> PageFacts:
    return PageFacts(url=SITE, read_at=NOW, links=links)


@pytest.mark.parametrize(("days", "told"), [(60, False), (22, False), (20, True), (0, True)])
def test_a_certificate_is_told_three_weeks_before_its_end(days: int, told: bool) -> None:
    page = a_page(visit=Visit(certificate_ends=NOW + timedelta(days=days, hours=1)))

    notes = site_health([page], now=NOW)

    assert [note.key for note in notes] == (["certificate"] if told else [])
    if told:
        assert f"in {days} day" in notes[0].evidence


def test_slow_is_what_all_pages_are() -> None:
    slow, fast = Visit(seconds=3.4, final_url=SITE), Visit(seconds=0.4)
    about, news = PageRole.ABOUT, PageRole.NEWS

    assert keys(a_page(visit=slow)) == ["slow"]
    assert keys(a_page(visit=slow), a_page(about, visit=fast), a_page(news, visit=fast)) == []
    assert keys(a_page(visit=fast), a_page(about, visit=slow)) == []
    (note,) = site_health([a_page(visit=slow)], now=NOW)
    assert note.evidence == "3.4 s for the home page"


def test_a_heavy_page_is_told_with_its_weight() -> None:
    (note,) = site_health([a_page(PageRole.ABOUT, visit=Visit(size=2_400_000))], now=NOW)

    assert (note.key, note.evidence) == ("weight", "2.4 MB of page text at /about")


def test_notes_of_pages_stand_once_and_say_on_how_many() -> None:
    def alt(evidence: str) -> PageFacts:
        note = HealthNote(key="alt-missing", evidence=evidence, say="Pictures have no words.")
        return PageFacts(url="", read_at=NOW, health=(note,))

    pages = [
        a_page(PageRole.ABOUT, alt("9 of 9")),
        a_page(PageRole.HOME, alt("2 of 3")),
        a_page(PageRole.NEWS, alt("1 of 1")),
        a_page(PageRole.FEED, alt("1 of 1")),
    ]

    (note,) = site_health(pages, now=NOW)
    (of_about,) = site_health(pages[:1], now=NOW)

    assert (note.evidence, note.url) == ("2 of 3; also on 2 other pages", SITE)
    assert of_about.evidence == "/about: 9 of 9"


def test_links_that_lead_nowhere_are_told_by_their_words() -> None:
    home = a_page(facts=home_with(Link(url=address(PageRole.NEWS), text="Latest")))

    (note,) = site_health([home, a_failure(PageRole.NEWS, 404)], now=NOW)

    assert (note.key, note.evidence) == ("links-broken", "“Latest” answers 404")
    assert keys(home, a_failure(PageRole.NEWS, 503)) == []
    checks = SiteChecks(
        at=NOW, broken=(BrokenLink(url=f"{SITE}old", status=410),), stays_plain="http://x.example/"
    )
    assert keys(home, checks=checks) == ["http-stays", "links-broken"]


async def test_checking_asks_for_few_links_of_the_site_itself_and_its_plain_address() -> None:
    asked: list[str] = []

    async def ask(url: str) -> Visit | None:
        asked.append(url)
        if url.endswith("/p3"):
            return Visit(status=404, final_url=url)
        return Visit(status=500 if url.endswith("/p4") else 200, final_url=url)

    many = [Link(url=f"{SITE}p{number}", text=f"Page {number}") for number in range(30)]
    found = await check_site([a_page(facts=home_with(*many))], ask, at=NOW)

    assert len(asked) == MOST_LINKS + 1
    assert found.broken == (BrokenLink(url=f"{SITE}p3", text="Page 3", status=404),)
    assert (asked[-1], found.stays_plain) == (
        "http://tailspin.example/",
        "http://tailspin.example/",
    )


async def test_a_site_that_leads_to_https_or_cannot_be_asked_is_not_blamed() -> None:
    async def leads_on(url: str) -> Visit | None:
        return Visit(status=200, final_url=SITE)

    async def silent(url: str) -> Visit | None:
        return None

    for ask in (leads_on, silent):
        found = await check_site([a_page(facts=home_with())], ask, at=NOW)
        assert found == SiteChecks(at=NOW)
    assert await check_site([a_failure(PageRole.HOME)], silent, at=NOW) == SiteChecks(at=NOW)


def test_links_to_ask_are_the_sites_own_unread_and_harmless_those_in_the_text_first() -> None:
    links = (
        Link(url=f"{SITE}menu", text="", part=LinkPart.NAV),
        Link(url=f"{SITE}foot", text="", part=LinkPart.FOOTER),
        Link(url=f"{SITE}text#part", text=""),
        Link(url=f"{SITE}text", text=""),
        Link(url=f"{SITE}read/", text=""),
        Link(url=f"{SITE}#top", text=""),
        Link(url="https://www.tailspin.example/with-www", text=""),
        Link(url="https://elsewhere.example/", text=""),
        Link(url="mailto:info@tailspin.example", text=""),
        Link(url=f"{SITE}wp-login.php?action=logout", text=""),
    )

    found = links_to_ask(home_with(*links), read={f"{SITE}read"})

    assert [link.url.rpartition("/")[2] for link in found] == [
        "text#part",
        "with-www",
        "foot",
        "menu",
    ]


def test_a_site_is_checked_once_a_week() -> None:
    assert is_due(None, NOW)
    assert not is_due(SiteChecks(at=NOW - EVERY + timedelta(hours=1)), NOW)
    assert is_due(SiteChecks(at=NOW - EVERY), NOW)
    assert is_due(SiteChecks(at=NOW + timedelta(days=1)), NOW)  # the clock was set back
