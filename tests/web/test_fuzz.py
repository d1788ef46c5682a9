"""Whatever bytes come, reading them gives facts that are clean, soon, never an exception.

Ten thousand mangled pages, feeds and calendars, made from samples by a seeded generator: the same
ones each time, so that what fails can be read again.
"""

# ruff: noqa: E501 -- mangled pieces

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from time import process_time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.page import PageFacts
from followup_tui.domain.text import is_clean
from followup_tui.web.page import read_page
from tests.web import samples
from tests.web.samples import NOW, URL

DEADLINE = 2.0
"""Seconds of this program's time for one small page; a page of the desk may take ten."""

FEEDS = {"FEED", "ATOM"}
CALENDARS = {"ICS"}
TYPES = (None, "text/html", "text/html; charset=utf-16", "text/plain; charset=shift_jis", ";")
MARKUP = (
    b"<", b">", b"</div>", b"<table>", b"<tr><td>", b"<!--", b"]]>", b"<script>", b"<template>", b'"',
    b"'", b"&#0;", b"&#x1b;", b"&#x202e;", b"\x00", b"\xff\xfe", b"\xc3", b"<body>", b"<svg><title>",
    b"<base href='//[::1'>", b"<a href='http://[x'>", b"<a href='tel:+'>", b"<a href='mailto:@'>",
    b"<time datetime='+2026'>", b"<time datetime=2026-12-01>", b"<article>", b"<address>1 A Street",
    b"<li>12.05.2026 ", b"31.02.2026", b"99/99/9999", b"25:99", b"Tel: +1 (402) 555-0118",
    b"$9,99", b"<h3>Jane Li</h3><p>CEO</p>", b"data-cfemail='zz'", b"info [at] example [dot] com",
    b"<p itemprop=name itemscope itemtype=http://schema.org/Person>", b"<div class=vevent>",
    b'<script type="application/ld+json">{"@type":"Event","startDate":', b'{"@type":"Offer","price":1e999}',
    b"[[[[", b"{}", b"<noscript>", b"<html lang=xx-YY>", b"<meta charset=utf-7>", b"<form>" * 9,
)  # fmt: skip
LINES = (
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"DTSTART:00010101\r\n", b"DTSTART:99991231T235959Z\r\n",
    b"RRULE:FREQ=DAILY\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2\r\n",
    b"EXDATE:99999999\r\n", b"RDATE:2026\r\n", b"DURATION:-P9999W\r\n", b"DTEND:20200101\r\n",
    b"TZID:Nowhere/Else\r\n", b"RECURRENCE-ID:20261209T183000\r\n", b"\r\n ", b":", b";", b"\x00", b"\xff",
)  # fmt: skip
XML = (
    b"<item>", b"</item>", b"<entry>", b"<title>", b"&amp;amp;", b"&x;", b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    b"<![CDATA[", b"]]>", b"<pubDate>x", b"<link href='javascript:1'/>", b"\x00", b"\xff", b"<?xml?>",
)  # fmt: skip


def mangled(samples_: Sequence[bytes], pieces: Sequence[bytes], count: int) -> Iterator[bytes]:
    """Give samples with pieces cut out, doubled, swapped in, bytes turned."""
    random = Random(len(pieces) * count)
    for _ in range(count):
        number = random.randint(0, 255) if random.random() < 0.05 else random.randint(0, 127)
        content = random.choice(samples_)
        if random.random() < 0.8:  # mostly a piece: as many ways to be wrong, in half the time
            begin = random.randint(0, max(len(content) - 450, 0))
            content = content[begin : begin + 450]
        for _ in range(random.randint(1, 7)):
            at = random.randint(0, len(content))
            to = min(len(content), at + random.randint(0, 160))
            middle = random.choice(
                (
                    random.choice(pieces),
                    random.choice(pieces),
                    b"",
                    content[at:to] * 2,
                    b"%c" % number,
                )
            )
            content = content[:at] + middle + content[random.choice((at, to)) :]
        yield content


def check(facts: PageFacts) -> None:
    assert msgspec.json.decode(msgspec.json.encode(facts), type=PageFacts).title == facts.title
    texts = [facts.title, facts.description, facts.tagline, facts.main_text, facts.problem]
    texts += [*facts.summary, *facts.headings, *(event.location for event in facts.events)]
    for fact in (*facts.offerings, *facts.jobs, *facts.prices, *facts.offices):
        texts += [fact.text, fact.url]
        assert fact.text
        assert fact.source is not None
    texts += [text for person in facts.people for text in (person.name, person.role)]
    texts += [text for contact in facts.contacts for text in (contact.value, contact.name)]
    texts += [text for item in facts.news for text in (item.title, item.url)]
    texts += [event.title for event in facts.events]
    texts += [link.text for link in facts.links]
    assert is_clean("\n".join(texts).replace("\n", " "))
    assert all(event.title and event.sources for event in facts.events)
    assert all(link.url.startswith(("http://", "https://")) for link in facts.links)


def read_all(contents: Iterator[bytes], kinds: Sequence[str | None]) -> None:
    for number, content in enumerate(contents):
        begin = process_time()
        try:
            facts = read_page(content, url=URL, now=NOW, content_type=kinds[number % len(kinds)])
            check(facts)
        except Exception as problem:
            problem.add_note(f"number {number}: {content!r}")
            raise
        assert process_time() - begin < DEADLINE, content


def of(names: set[str]) -> list[bytes]:
    return [text.encode() for name, text in samples.PAGES.items() if name in names]


def test_2500_mangled_pages() -> None:
    pages = of(set(samples.PAGES) - FEEDS - CALENDARS)
    read_all(mangled(pages, MARKUP, 2500), TYPES)


def test_6000_mangled_feeds() -> None:
    read_all(mangled(of(FEEDS), XML, 6000), ("application/rss+xml", "text/xml", None))


def test_1500_mangled_calendars() -> None:
    read_all(mangled(of(CALENDARS), LINES, 1500), ("text/calendar", None))


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from((*TYPES, "text/calendar", "application/rss+xml")))
def test_any_bytes(content: bytes, kind: str | None) -> None:
    check(read_page(content, url=URL, now=NOW, content_type=kind))


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_address(url: str) -> None:
    check(read_page(samples.MARKETING.encode(), url=url, now=NOW))


COSTLY = {
    "divs": b"<div>" * 100_000 + b"deep",
    "closed divs": b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "lists": b"<ul><li>" * 5_000 + b"<time datetime=2026-12-01>x</time><b>a title here</b>",
    "brackets": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
    "braces": b'<script type="application/ld+json">' + b'{"a":' * 900 + b"1" + b"}" * 900,
    "sentences": b"<p>" + b"a. " * 100_000,
    "words": b"<p>" + b"a" * 1_000_000,
    "times": b"<time datetime=2026-12-01>" * 3_000,
    "attribute": b"<p title='" + b"x" * 3_000_000 + b"' class='" + b"y " * 500_000 + b"'>z",
    "table": b"<table>" + b"<tr><td>12 May 2026<td>$5<td>Jane Li" * 15_000,
    "cards": b"<div class=a><h3>A card</h3><p>Some text of it.</p></div>" * 8_000,
    "links": b"<a href=/2026/05/12/x>one two three four</a>" * 15_000,
    "digits": b"<p>" + b"+49 1" * 50_000,
    "mails": b"<p>" + b"a@" * 200_000,
    "streets": b"<p>" + b"1 Am Zur An Der " * 20_000,
    "names": b"<ul>" + b"<li>Jane Li<br>Head of Head of" * 8_000,
    "things": b"<div itemscope itemtype=http://schema.org/Person><p itemprop=name>x" * 3_000,
    "entities": b"<!DOCTYPE a [" + b"<!ENTITY b '&b;&b;'>" * 500 + b"]><rss>&b;</rss>",
    "laughs": b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a '" + b"ha" * 500 + b"'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%s;" % (str(n - 1).encode() if n else b"") * 10) for n in range(9))
    + b"]><rss><channel><title>&a8;</title></channel></rss>",
    "calendars": b"BEGIN:VCALENDAR\r\n" * 2_000,
    "items": b"<rss>" + b"<item>" * 20_000,
    "nulls": b"<p>" + b"\x00" * 500_000 + b"text",
}  # fmt: skip


@pytest.mark.parametrize("name", COSTLY)
def test_pages_made_to_be_costly(name: str) -> None:
    begin = process_time()
    check(read_page(COSTLY[name], url=URL, now=NOW))
    assert process_time() - begin < 8
