"""Feeds: items become news, and events only where a feed says when they take place."""

# ruff: noqa: E501 -- feeds come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.web.page import read_page

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Europe/Berlin"))
URL = "https://tailspin.example/feed/"


def read(text: str | bytes) -> PageFacts:
    content = text.encode() if isinstance(text, str) else text
    return read_page(content, url=URL, now=NOW, content_type="application/rss+xml")


def rss(*items: str, spaces: str = "") -> str:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>Tailspin</title><link>https://tailspin.example/</link><description>Was wir tun.</description><language>de</language>{listed}</channel></rss>'


EV = 'xmlns:ev="http://purl.org/rss/1.0/modules/event/"'
XCAL = 'xmlns:xcal="urn:ietf:params:xml:ns:xcal"'
MEC = 'xmlns:mec="http://mec.example/rss/1.0/modules/event/"'
ITEM = "<title>Offene Werkstatt</title><link>/w</link><pubDate>Fri, 13 Nov 2026 08:00:00 +0100</pubDate>"


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        (rss(f"{ITEM}<ev:startdate>2026-12-02T18:00:00+01:00</ev:startdate><ev:enddate>2026-12-02T20:00:00+01:00</ev:enddate><ev:location>Halle 3</ev:location>", spaces=EV), "2026-12-02T18:00+01:00", "20:00", "Halle 3"),
        (rss(f"{ITEM}<ev:startdate>2026-12-02</ev:startdate>", spaces=EV), "2026-12-02", None, ""),
        (rss(f"{ITEM}<ev:startdate>Wed, 02 Dec 2026 18:00:00 +0100</ev:startdate>", spaces=EV), "2026-12-02T18:00+01:00", None, ""),
        (rss(f"{ITEM}<xcal:dtstart>20261202T180000Z</xcal:dtstart><xcal:location>Halle 3</xcal:location>", spaces=XCAL), "2026-12-02T18:00+00:00", None, "Halle 3"),
        (rss(f"{ITEM}<mec:startDate>2026-12-02</mec:startDate><mec:startHour>6:00 pm</mec:startHour><mec:endDate>2026-12-02</mec:endDate><mec:endHour>8:00 pm</mec:endHour>", spaces=MEC), "2026-12-02T18:00", "20:00", ""),
        # a prefix that nobody declared
        (rss(f"{ITEM}<ev:startdate>2026-12-02</ev:startdate>"), "2026-12-02", None, ""),
        ('<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gd="http://schemas.google.com/g/2005"><title>T</title><entry><title>Offene Werkstatt</title><link href="/w"/><gd:when startTime="2026-12-02T18:00:00+01:00"/><gd:where valueString="Halle 3"/></entry></feed>', "2026-12-02T18:00+01:00", None, "Halle 3"),
        ('{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "Offene Werkstatt", "url": "/w", "_event": {"start": "2026-12-02T18:00", "location": "Halle 3"}}]}', "2026-12-02T18:00", None, "Halle 3"),
    ],
)  # fmt: skip
def test_events(text: str, start: str, end: str | None, place: str) -> None:
    facts = read(text)
    (event,) = facts.events
    assert event.title == "Offene Werkstatt"
    written = (
        f"{event.start:%Y-%m-%d}" if event.all_day else event.start.isoformat(timespec="minutes")
    )
    assert (written, event.end and f"{event.end:%H:%M}") == (start, end)
    assert (event.location, event.url) == (place, "https://tailspin.example/w")
    assert event.sources[0].method == "feed"
    assert facts.news == ()


@pytest.mark.parametrize(
    "item",
    [
        ITEM,
        "<title>Offene Werkstatt</title><pubDate>Wed, 02 Dec 2026 18:00:00 +0100</pubDate>",
        f"{ITEM}<dc:date>2026-12-02</dc:date>",
        f"{ITEM}<ev:startdate>2026-11-02</ev:startdate>",
        f"{ITEM}<ev:startdate>bald</ev:startdate>",
        f"{ITEM}<start>2026-12-02</start>",
        "<ev:startdate>2026-12-02</ev:startdate>",
    ],
)
def test_what_is_no_event(item: str) -> None:
    assert read(rss(item, spaces=f'{EV} xmlns:dc="http://purl.org/dc/elements/1.1/"')).events == ()


def test_a_past_event_is_no_news() -> None:
    assert read(rss(f"{ITEM}<ev:startdate>2026-11-02</ev:startdate>", spaces=EV)).news == ()


@pytest.mark.parametrize(
    ("text", "title", "day", "url"),
    [
        (rss(ITEM), "Offene Werkstatt", "2026-11-13", "https://tailspin.example/w"),
        (rss("<title>Rye &amp;amp; &lt;b&gt;spelt&lt;/b&gt;</title><guid>https://tailspin.example/p/1</guid>"), "Rye & spelt", None, "https://tailspin.example/p/1"),
        (rss('<title>Rye</title><guid isPermaLink="false">https://tailspin.example/p/1</guid>'), "Rye", None, ""),
        (rss("<title><![CDATA[Rye & <i>spelt</i> &nbsp; back]]></title><link> /r?a=1&b=2 </link>"), "Rye & spelt back", None, "https://tailspin.example/r?a=1&b=2"),
        (rss("<title>Fr&uuml;hst&uuml;ck & Brot</title><dc:date>2026-11-02T10:00:00Z</dc:date>"), "Frühstück & Brot", "2026-11-02", ""),
        (rss("<title>Code of conduct</title><pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>"), "Code of conduct", None, ""),
        (rss("<title>Never closed<link>/n</link>"), "Never closed/n", None, ""),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel><item><title>Rye</title><link>/r</link><dc:date>2026-11-02</dc:date></item></rdf:RDF>', "Rye", "2026-11-02", "https://tailspin.example/r"),
        ('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><entry><title type="html">Rye &amp;amp; spelt</title><link rel="self" href="/x"/><link href="/r"/><published>2026-11-02T10:00:00Z</published><updated>2026-11-05T10:00:00Z</updated></entry></feed>', "Rye & spelt", "2026-11-02", "https://tailspin.example/r"),
        ('{"version": "https://jsonfeed.org/version/1", "title": "T", "items": [{"id": "1", "title": "Rye &amp; spelt", "external_url": "/r", "date_published": "2026-11-02T10:00:00Z"}, 5, {"id": "2"}]}', "Rye & spelt", "2026-11-02", "https://tailspin.example/r"),
    ],
)  # fmt: skip
def test_news(text: str, title: str, day: str | None, url: str) -> None:
    (item,) = read(text).news
    assert (item.title, item.date and item.date.isoformat(), item.url) == (title, day, url)
    assert item.source is not None
    assert item.source.method == "feed"


def test_what_a_feed_says_of_itself() -> None:
    facts = read(rss(ITEM))
    assert (facts.title, facts.description, facts.language) == ("Tailspin", "Was wir tun.", "de")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A &x; b</title></item></channel></rss>',
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>A &c; b</title></item></channel></rss>',
    ],
)  # fmt: skip
def test_entities_of_its_own_are_not_followed(text: str) -> None:
    facts = read(text)
    assert all("root:" not in item.title and "aaaaaaaaaa" not in item.title for item in facts.news)


@pytest.mark.parametrize(
    "text", ["<rss", '{"version": "https://jsonfeed.org/version/1"', "<rss></rss>", ""]
)
def test_what_is_hardly_a_feed(text: str) -> None:
    facts = read(text)
    assert facts.news == ()
    assert facts.events == ()


def test_a_feed_of_many_items_is_bounded() -> None:
    facts = read(rss(*(f"<title>Notiz {n}</title>" for n in range(3000))))
    assert 0 < len(facts.news) <= 100
