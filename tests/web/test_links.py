"""The links of a page, with where they stand, and what its head announces."""

from __future__ import annotations

import pytest

from followup_tui.domain.page import Link, LinkPart
from followup_tui.web import dom
from followup_tui.web.kinds import Kind, kind_of, may_be_read
from followup_tui.web.links import MOST_LINKS, find_links
from tests.web.samples import NOW

URL = "https://northwind.example/"


def links(html: str) -> list[Link]:
    return list(find_links(dom.parse(html, url=URL, now=NOW)))


@pytest.mark.parametrize(
    ("around", "part"),
    [
        ("<nav>{}</nav>", LinkPart.NAV),
        ("<header><ul><li>{}</li></ul></header>", LinkPart.NAV),
        ('<div class="main-menu"><p>{}</p></div>', LinkPart.NAV),
        ('<div role="navigation">{}</div>', LinkPart.NAV),
        ("<main><p>{}</p></main>", LinkPart.MAIN),
        ("<p>{}</p>", LinkPart.MAIN),
        ("<footer><nav>{}</nav></footer>", LinkPart.FOOTER),
        ("<footer><p>{}</p></footer>", LinkPart.FOOTER),
        ('<div id="site-footer"><b>{}</b></div>', LinkPart.FOOTER),
        ('<div class="barefoot">{}</div>', LinkPart.MAIN),
    ],
)
def test_a_link_knows_where_it_stands(around: str, part: LinkPart) -> None:
    (found,) = links(around.format('<a href="/a">A</a>'))
    assert (found.part, found.url, found.text) == (part, f"{URL}a", "A")


def test_an_address_that_is_linked_twice_is_one_link() -> None:
    (found,) = links(
        '<nav><a href="/a"><img alt=""></a></nav><a href="/a" title="All">About</a>'
        '<footer><a href="/a#end">Imprint</a></footer>'
    )
    assert found == Link(url=f"{URL}a", text="About", title="All", part=LinkPart.NAV)


def test_a_link_in_the_content_counts_before_one_in_the_footer() -> None:
    (found,) = links('<footer><a href="/a">Foot</a></footer><main><a href="/a">Main</a></main>')
    assert (found.part, found.text) == (LinkPart.MAIN, "Main")


def test_feeds_and_calendars_of_the_head_are_announced() -> None:
    found = links(
        '<head><link rel="alternate" type="application/rss+xml" title="News" href="/feed">'
        '<link rel="ALTERNATE home" type="text/calendar; charset=utf-8" href="e.ics">'
        '<link rel="alternate" type="application/feed+json" href="/feed.json">'
        '<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="a.css">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:x"></head>'
    )
    assert [(each.url, each.kind, each.part) for each in found] == [
        (f"{URL}feed", "application/rss+xml", LinkPart.HEAD),
        (f"{URL}e.ics", "text/calendar", LinkPart.HEAD),
        (f"{URL}feed.json", "application/feed+json", LinkPart.HEAD),
    ]
    assert found[0].text == "News"


@pytest.mark.parametrize(
    ("address", "url", "kind"),
    [
        ("webcal://northwind.example/e.ics", "https://northwind.example/e.ics", "text/calendar"),
        ("WEBCALS://northwind.example/e", "https://northwind.example/e", "text/calendar"),
        ("feed://northwind.example/f", "https://northwind.example/f", ""),
        ("feed:http://northwind.example/f", "http://northwind.example/f", ""),
    ],
)
def test_addresses_for_programs_are_those_of_pages(address: str, url: str, kind: str) -> None:
    (found,) = links(f'<a href="{address}">Subscribe</a>')
    assert (found.url, found.kind) == (url, kind)


def test_no_more_links_are_taken_than_are_any_use() -> None:
    assert len(links("".join(f'<a href="/{n}">{n}</a>' for n in range(900)))) == MOST_LINKS


@pytest.mark.parametrize(
    ("text", "declared", "kind"),
    [
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "", Kind.FEED),
        ('{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "application/json", Kind.FEED),
        ('{"items": []}', "application/feed+json", Kind.FEED),
        ('{"version": "1.0"}', "application/json", Kind.OTHER),
        ('<html><body>{"version": "https://jsonfeed.org/version/1"}', "text/html", Kind.PAGE),
    ],
)
def test_a_json_feed_is_told_from_other_data(text: str, declared: str, kind: Kind) -> None:
    assert may_be_read(declared)
    assert kind_of(text.encode(), text, declared).kind is kind
