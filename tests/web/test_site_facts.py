"""A site is told once: the facts of its pages in one place, each with its page."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from followup_tui.domain.page import (
    Contact,
    Event,
    HealthNote,
    Named,
    NewsItem,
    PageFacts,
    Said,
    Source,
    Visit,
)
from followup_tui.domain.websites.site import PageRole
from followup_tui.web.site_facts import site_facts
from tests.web.sitepages import NOW, SITE, a_failure, a_page, address


def facts(**fields: object) -> PageFacts:
    return PageFacts(url="", read_at=NOW, **fields)  # type: ignore[arg-type]


def test_the_home_page_says_what_they_are_and_each_thing_stands_once() -> None:
    home = facts(
        title="Tailspin",
        tagline="Toys that last",
        language="en",
        offerings=(Said(text="Wooden trains"),),
        news=(NewsItem(title="New workshop", url=f"{SITE}news/1"),),
        contacts=(Contact(kind="email", value="info@tailspin.example"),),
    )
    news = facts(
        title="News - Tailspin",
        news=(
            NewsItem(title="Older", date=date(2026, 3, 1)),
            NewsItem(title="New Workshop", date=date(2026, 11, 3)),
        ),
        contacts=(Contact(kind="email", value="INFO@tailspin.example", name="Office"),),
    )
    services = facts(offerings=(Said(text="Kites"), Said(text="wooden trains", url=f"{SITE}t")))

    found = site_facts(
        SITE,
        [
            a_page(PageRole.NEWS, news),
            a_page(PageRole.SERVICES, services),
            a_page(PageRole.HOME, home),
        ],
        read_at=NOW,
    )

    assert (found.title, found.tagline, found.language) == ("Tailspin", "Toys that last", "en")
    assert [(each.text, each.url) for each in found.offerings] == [
        ("Wooden trains", f"{SITE}t"),
        ("Kites", ""),
    ]
    assert [(each.title, each.date, each.url) for each in found.news] == [
        ("New workshop", date(2026, 11, 3), f"{SITE}news/1"),
        ("Older", date(2026, 3, 1), ""),
    ]
    assert [(each.value, each.name) for each in found.contacts] == [
        ("INFO@tailspin.example", "Office")
    ]
    assert found.offerings[1].source == Source(
        url=address(PageRole.SERVICES), method="page", read_at=NOW
    )


def test_people_have_the_role_that_any_page_gives_them() -> None:
    found = site_facts(
        SITE,
        [
            a_page(PageRole.HOME, facts(people=(Named(name="Jane Li"),))),
            a_page(PageRole.ABOUT, facts(people=(Named(name="jane li", role="CTO"),))),
        ],
        read_at=NOW,
    )

    assert [(each.name, each.role) for each in found.people] == [("jane li", "CTO")]


def test_an_event_on_two_pages_is_one_with_both_sources() -> None:
    def event(url: str) -> Event:
        start = datetime(2026, 12, 3, 18, 0)  # noqa: DTZ001 -- the local time of the place
        return Event(title="Toy evening", start=start, sources=(Source(url=url, method="time"),))

    found = site_facts(
        SITE,
        [
            a_page(PageRole.HOME, facts(events=(event(SITE),))),
            a_page(PageRole.EVENTS, facts(events=(event(address(PageRole.EVENTS)),))),
        ],
        read_at=NOW,
    )

    (event_of_both,) = found.events
    assert {source.url for source in event_of_both.sources} == {SITE, address(PageRole.EVENTS)}


def test_what_was_read_when_and_what_was_not_is_told() -> None:
    yesterday = NOW - timedelta(days=1)
    found = site_facts(
        SITE,
        [
            a_page(PageRole.HOME),
            a_page(PageRole.ABOUT, fetched_at=yesterday, problem="it is overloaded"),
            a_failure(PageRole.NEWS, 404),
            a_page(PageRole.EVENTS, facts(problem="The page is empty without JavaScript.")),
        ],
        read_at=NOW,
    )

    assert found.roles == (PageRole.HOME, PageRole.ABOUT)
    assert found.pages == (SITE, address(PageRole.ABOUT))
    assert found.fetched == (NOW, yesterday)
    assert set(found.missed) == {PageRole.NEWS, PageRole.EVENTS}


def test_a_page_that_is_gone_says_nothing_any_more_whatever_is_kept_of_it() -> None:
    kept = facts(offerings=(Said(text="Kites"),))
    gone = Visit(status=410, final_url=address(PageRole.SERVICES))
    pages = [
        a_page(PageRole.HOME),
        a_page(PageRole.SERVICES, kept, problem="the page is gone", visit=gone),
    ]

    found = site_facts(SITE, pages, read_at=NOW, unread=(PageRole.NEWS, PageRole.HOME))

    assert found.offerings == ()
    assert set(found.missed) == {PageRole.NEWS, PageRole.SERVICES}


def test_topics_are_the_words_they_lead_with() -> None:
    home = facts(
        tagline="Tailspin moves your ledgers to Azure",
        offerings=(Said(text="Azure migration"), Said(text="Our services")),
        headings=("Welcome to our website", "Azure"),
    )

    found = site_facts(SITE, [a_page(PageRole.HOME, home)], read_at=NOW)

    assert found.topics == ("azure", "migration", "ledgers", "moves")


def test_a_site_that_says_nothing_has_no_facts_but_its_address() -> None:
    found = site_facts(SITE, [], read_at=NOW)

    assert (found.url, found.pages, found.title, found.topics) == (SITE, (), "", ())


def test_the_health_of_pages_and_site_is_told_together() -> None:
    note = HealthNote(key="title-missing", evidence="no <title>", say="It has no title.")

    found = site_facts(SITE, [a_page(PageRole.HOME, facts(health=(note,)))], read_at=NOW)

    assert [(each.key, each.url) for each in found.health] == [("title-missing", SITE)]
