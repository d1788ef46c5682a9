"""Reading pages: invented ones in many styles, each with what a reader would take from it."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from followup_tui.domain.page import Contact, EventStatus, NewsItem, PageFacts
from followup_tui.domain.text import clean_line, is_clean
from followup_tui.web.page import read_page
from tests.web import samples
from tests.web.samples import NOW, URL


def read(text: str | bytes, *, url: str = URL, kind: str | None = None) -> PageFacts:
    content = text.encode() if isinstance(text, str) else text
    return read_page(content, url=url, now=NOW, content_type=kind)


def bare(found: Sequence[Contact | NewsItem]) -> tuple[Contact | NewsItem, ...]:
    """Return facts without their sources, having seen that each has one."""
    for fact in found:
        assert fact.source is not None
        assert fact.source.url == URL
        assert fact.source.method
        assert fact.source.read_at == NOW
    return tuple(replace(fact, source=None) for fact in found)


def test_a_modern_marketing_page() -> None:
    facts = read(samples.MARKETING)
    assert facts.title == "Northwind Traders | Pantry goods"
    assert facts.language == "en-AU"
    assert facts.description.startswith("Northwind supplies four hundred grocers")
    assert facts.summary == (
        "Northwind supplies four hundred grocers with pantry goods.",
        "Order by noon, sell by seven.",
        "We pack until midnight and unload before seven, every working day of the year.",
        "One basket for everything",
        "Returns without a form",
    )
    assert facts.headings[0] == "What the shop needs, before it opens"
    assert "Contact us" not in facts.main_text
    assert "© 2026" not in facts.main_text
    assert bare(facts.contacts) == (
        Contact(kind="email", value="jane@northwind.example", name="Jane Li"),
        Contact(kind="phone", value="+61 2 5550 0140"),
        Contact(
            kind="profile",
            value="https://www.linkedin.com/company/northwind-example",
            name="LinkedIn",
        ),
    )
    assert facts.links[1].url == "http://northwind.example/contact"
    assert [note.key for note in facts.health] == ["http", "alt-missing"]
    assert facts.problem == ""


def test_an_old_table_layout() -> None:
    facts = read(samples.TABLES)
    assert facts.title == "Harbour Lane Clinics"
    assert facts.summary[0] == (
        "Four clinics along the quay and one reception for all of them, open from eight to eight."
    )
    assert "Care round the corner" in facts.main_text
    assert bare(facts.contacts) == (Contact(kind="email", value="reception@harbourlane.example"),)
    keys = {note.key for note in facts.health}
    assert {"copyright-old", "viewport-missing", "language-missing", "description-missing"} <= keys


def test_a_german_page_with_a_cookie_notice() -> None:
    facts = read(samples.GERMAN)
    assert facts.language == "de-CH"
    assert facts.summary == (
        "Pressen, die bleiben",
        "Seit 1951 bauen wir Pressen in Zürich.",
        "Am 12. Mai öffnen wir z. B. die Halle.",
    )
    assert "Cookies" not in facts.main_text


def test_a_page_that_is_a_program_says_so() -> None:
    facts = read(samples.SHELL)
    assert facts.title == "Lighthouse Learning"
    assert (
        facts.problem == "The page shows nothing without JavaScript: only its head could be read."
    )


def test_a_list_of_news() -> None:
    assert bare(read(samples.BLOG).news) == (
        NewsItem(
            title="The repair van goes on tour again",
            date=date(2026, 10, 31),
            url="http://northwind.example/n/1",
        ),
        NewsItem(title="A guide to winter boots", url="http://northwind.example/n/2"),
    )


def test_articles_are_news_in_order_of_their_days() -> None:
    news = read(samples.ARTICLES, url="http://northwind.example/journal/").news
    assert [(item.title, item.url) for item in news] == [
        ("We moved to a new warehouse", "http://northwind.example/journal/a"),
        ("Prices for next year", "http://northwind.example/journal/b"),
    ]


def test_a_feed() -> None:
    facts = read(samples.FEED, kind="application/rss+xml")
    assert (facts.title, facts.language) == ("Notes from the north", "en")
    assert bare(facts.news) == (
        NewsItem(
            title="Winter boots & socks", date=date(2026, 11, 13), url="http://kiruna.example/1"
        ),
        NewsItem(title="Repair tour", url="http://northwind.example/2"),
    )


def test_an_atom_feed_is_known_without_a_header() -> None:
    assert bare(read(samples.ATOM).news) == (
        NewsItem(title="First", date=date(2026, 11, 1), url="http://northwind.example/a"),
    )


def test_a_calendar_is_a_page_of_events() -> None:
    facts = read(samples.ICS)
    assert facts.title == "Evenings, mostly"
    assert [event.start.isoformat() for event in facts.events] == [
        "2026-12-02T18:30:00+00:00",
        "2026-12-09T18:30:00+00:00",
        "2026-12-17T00:00:00",
        "2026-12-16T18:30:00+00:00",  # in Sydney the 17th, and half past five
    ]
    assert facts.events[2].status is EventStatus.CANCELLED


def test_a_language_is_guessed_where_it_is_not_said() -> None:
    assert read(samples.UNLABELLED).language == "fr"


def test_japanese_sentences() -> None:
    facts = read(samples.JAPANESE.encode("shift_jis"))
    assert facts.title == "明治の工具"
    assert facts.summary == (
        "私たちは百年前から大阪で工具を作っています。",
        "修理も承ります。",
    )


def test_plain_text() -> None:
    facts = read("Office moved\n\nWe are at 4 Pier Road now, come and see us.", kind="text/plain")
    assert facts.title == "Office moved"
    assert "4 Pier Road" in facts.main_text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or office document"),
        (b'{"a": 1}', "data for programs (JSON)"),
        (bytes(range(256)), "data that is no text"),
    ],
    ids=["png", "pdf", "zip", "json", "bytes"],
)
def test_what_is_no_page_is_named(content: bytes, words: str) -> None:
    facts = read(content)
    assert facts.problem == f"northwind.example does not give a page but {words}."
    assert facts.title == ""


@pytest.mark.parametrize("content", [b"", b"   ", b"<html></html>"])
def test_an_empty_page(content: bytes) -> None:
    assert read(content).problem == "The page is empty."


def test_a_page_of_frames() -> None:
    frames = "<html><frameset cols=20%,80%><frame src=a.htm><frame src=b.htm></frameset></html>"
    assert "made of frames" in read(frames).problem


def test_relative_links_start_from_the_base() -> None:
    page = '<base href="/en/"><a href="a#x">A</a><a href="javascript:x()">B</a><a href="//f.example">C</a>'
    assert [link.url for link in read(page).links] == [
        "http://northwind.example/en/a",
        "http://f.example",
    ]


HOSTILE = (
    "\x1b]52;c;aGk=\x07\u202egnp.exe\u202c\u200bx",
    "[@click=app.quit]x[/]",
    "\x1b[2J\x9b31m red",
    "a\x00b\x08\x7f",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_cleaned_everywhere(words: str) -> None:
    page = f"""<html lang="en"><head><title>T {words}</title>
    <meta name="description" content="A description that says something about {words} us all."></head>
    <body><h1>Heading with {words} words</h1><p>Some {words} paragraph that is long enough.</p>
    <a href="/a?{words}">link {words}</a><a href="mailto:{words}a@b.example">m</a>
    <h2>News</h2><ul><li><a href="/n">three more words {words}</a></li></ul>
    <ul class="events"><li><time datetime="2026-12-02">2 Dec</time> <b>An event {words}</b></li></ul>
    <img src="{words}"><script type="application/ld+json">{{"@type":"Event","startDate":"2026-12-05",
    "name":"J {words}","location":"L {words}","url":"http://x.example/{words}"}}</script></body></html>"""
    for text in _texts(read(page)):
        assert is_clean(text)
        assert "\x1b" not in text
    assert read(page).events


def _texts(facts: PageFacts) -> list[str]:
    found = [facts.title, facts.description, facts.main_text, facts.language, facts.problem]
    found += [*facts.summary, *facts.headings]
    for event in facts.events:
        found += [event.title, event.location, event.url, event.zone or ""]
        found += [text for source in event.sources for text in (source.url, source.words)]
    found += [text for item in facts.news for text in (item.title, item.url)]
    found += [text for item in facts.contacts for text in (item.value, item.name)]
    found += [text for link in facts.links for text in (link.url, link.text)]
    return [*found, *(text for note in facts.health for text in (note.evidence, note.say))]


@pytest.mark.parametrize("name", sorted(samples.PAGES))
def test_a_summary_stands_on_the_page(name: str) -> None:
    source = clean_line(re.sub(r"<(?!meta)[^>]*>", " ", samples.PAGES[name]).replace("&amp;", "&"))
    for piece in read(samples.PAGES[name]).summary:
        assert piece in source
