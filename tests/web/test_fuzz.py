"""Whatever bytes come, reading them gives facts that are clean, never an exception."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_tui.domain.page import PageFacts
from followup_tui.domain.text import is_clean
from followup_tui.web.page import read_page
from tests.web import samples
from tests.web.samples import NOW, URL

SOURCES = [text.encode() for text in samples.PAGES.values()]
TYPES = [
    None,
    "text/html",
    "text/calendar",
    "application/rss+xml",
    "text/plain; charset=utf-16",
    ";",
]
PIECES = [
    *(
        b"<",
        b">",
        b"</div>",
        b"<table>",
        b"<!--",
        b"]]>",
        b"<script>",
        b'"',
        b"'",
        b"&#0;",
        b"&#x1b;",
    ),
    *(b"&#x202e;", b"<time datetime=2026-12-01>", b"<base href='//[::1'>", b"<a href='http://[x'>"),
    *(b"<body>", b"<svg><title>", b"\x00", b"\xff\xfe", b"<time datetime='+2026'>", b"<article>"),
    *(
        b'<script type="application/ld+json">{"@type":"Event","startDate":',
        b"[[[[",
        b"{}",
        b"1e999",
    ),
    *(
        b"BEGIN:VEVENT\r\n",
        b"DTSTART:00010101\r\n",
        b"RRULE:FREQ=DAILY\r\n",
        b"EXDATE:99999999\r\n",
    ),
]


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A sample with pieces cut out, doubled, swapped in."""
    content = draw(st.sampled_from(SOURCES))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        to = draw(st.integers(at, min(len(content), at + 200)))
        middle = draw(
            st.one_of(st.sampled_from(PIECES), st.binary(max_size=12), st.just(content[at:to] * 2))
        )
        content = content[:at] + middle + content[to:]
    return content


def check(facts: PageFacts) -> None:
    assert msgspec.json.decode(msgspec.json.encode(facts), type=PageFacts).title == facts.title
    for text in (facts.title, facts.description, facts.main_text, *facts.summary, *facts.headings):
        assert is_clean(text)
    for event in facts.events:
        assert event.title
        assert event.sources
        assert is_clean(event.title)
        assert is_clean(event.location)
    for link in facts.links:
        assert link.url.startswith(("http://", "https://"))
        assert is_clean(link.text)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(mangled(), st.sampled_from(TYPES))
def test_mangled_pages(content: bytes, kind: str | None) -> None:
    check(read_page(content, url=URL, now=NOW, content_type=kind))


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(TYPES))
def test_any_bytes(content: bytes, kind: str | None) -> None:
    check(read_page(content, url=URL, now=NOW, content_type=kind))


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_address(url: str) -> None:
    check(read_page(samples.MARKETING.encode(), url=url, now=NOW))


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 20_000 + b"deep",
        b"<ul><li>" * 5_000 + b"<time datetime=2026-12-01>x</time><b>a title here</b>",
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
        b'<script type="application/ld+json">' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"</script>",
        b"<p>" + b"a. " * 100_000,
        b"<time datetime=2026-12-01>" * 3_000,
        b"BEGIN:VCALENDAR\r\n" * 2_000,
        b"<rss>" + b"<item>" * 20_000,
    ],
    ids=["divs", "lists", "brackets", "braces", "sentences", "times", "calendars", "items"],
)
def test_pages_made_to_be_costly(content: bytes) -> None:
    check(read_page(content, url=URL, now=NOW))
