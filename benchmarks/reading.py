"""Reading a page: all its facts, against parsing it with BeautifulSoup and lxml and no more."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import process_time

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds

SIZE = 140_000
"""Bytes of a page, the most of them markup: a long home page."""
MUST = 1.5
CARDS = 60
"""Events on the page of events."""
ROUNDS = 16
URL = "https://northwind.example/"
NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)
_TEXT = """pantry flour supply crates harbour team build warehouse orders support service morning
customers shelf lorry training delivery process baker network the and of for with our we you your
are from to in on"""
_WORDS = _TEXT.split()


def _words(random: Random, count: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(count))


def _menu(random: Random) -> str:
    entries = "".join(
        f'<li id="menu-item-{n}" class="menu-item menu-item-type-post_type menu-item-{n}">'
        f'<a href="/{random.choice(_WORDS)}/{n}" class="menu-link">{_words(random, 2)}</a></li>'
        for n in range(40)
    )
    return f'<header class="site-header"><nav><ul class="menu">{entries}</ul></nav></header>'


def _section(random: Random, number: int) -> str:
    """Return one row of three cards, as page builders nest them."""
    cards = "".join(
        f'<div class="column column-33 card" data-id="{number}{n}"><div class="widget-wrap">'
        f'<h3 class="card-title"><a href="/{number}/{n}">{_words(random, 4).capitalize()}</a></h3>'
        f'<img src="/img/{number}{n}.jpg" class="attachment-large" alt="{_words(random, 3)}">'
        f'<p class="card-text">{_words(random, 25)} <strong>{_words(random, 2)}</strong> '
        f"{_words(random, 12)} <em>{_words(random, 1)}</em>.</p>"
        f'<a class="button" href="/{number}/{n}"><span>Read more</span></a></div></div>'
        for n in range(3)
    )
    return (
        f'<section class="section top-section element-{number:x}" data-id="{number:x}">'
        f'<div class="container column-gap-default"><h2>{_words(random, 3).capitalize()}</h2>'
        f'<div class="row">{cards}</div></div></section>'
    )


def home_page(size: int = SIZE) -> bytes:
    """Return an invented home page of about `size` bytes, the same each time."""
    random = Random(8)
    parts = [
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Northwind</title>'
            '<meta name="description" content="Northwind supplies four hundred grocers.">'
            "</head><body>"
        ),
        _menu(random),
        "<main><h1>What the shop needs, before it opens</h1>",
    ]
    length, number = sum(map(len, parts)), 0
    while length < size - 2_000:
        number += 1
        parts.append(_section(random, number))
        length += len(parts[-1])
    parts.append('</main><footer><p>© 2026 <a href="mailto:jane@northwind.example">Jane</a></p>')
    parts.append(
        "<p>4 Pier Road, Botany NSW 2019 · Tel. +61 2 5550 0140</p></footer></body></html>"
    )
    return "".join(parts).encode()


def article(size: int = SIZE) -> bytes:
    """Return an invented article: on those, and those alone, another extractor is asked too."""
    random = Random(9)
    told = "".join(
        f"<p>{_words(random, 60).capitalize()}.</p>" for _ in range(max(size // 8_000, 3))
    )
    head, body = home_page(size - len(told)).decode().split("<main>")
    head = head.replace("<head>", '<head><meta property="og:type" content="article">')
    day = '<time datetime="2026-03-01">1 March</time>'
    text = f"<article><h1>A year of crates</h1>{day}{told}</article>"
    return f"{head}<main>{text}{body}".encode()


def _event(random: Random, number: int) -> str:
    """Return one card of a list of events, as page builders nest them: a date in plain text."""
    day = date(2026, 11, 25) + timedelta(days=3 * number)
    return (
        f'<article class="event-card column column-33" data-id="{number:x}"><div class="card-wrap">'
        f'<a href="/events/{number}" class="card-image"><img src="/img/e{number}.jpg" '
        f'alt="{_words(random, 3)}" class="attachment-large" loading="lazy"></a>'
        f'<div class="card-body"><p class="card-kicker"><span class="icon icon-calendar"></span>'
        f"<span>{day:%A} {day.day} {day:%B %Y}, {9 + number % 9}:30 &ndash; {11 + number % 9}:00"
        f'</span></p><h3 class="card-title"><a href="/events/{number}">'
        f'{_words(random, 4).capitalize()} workshop</a></h3><p class="card-place">'
        f"<span>Hall {number}, {_words(random, 1).capitalize()} Street</span></p>"
        f'<p class="card-text">{_words(random, 45)} <strong>{_words(random, 2)}</strong>.</p>'
        f'<ul class="tags"><li><a href="/t/{number}">{_words(random, 1)}</a></li>'
        f'<li><a href="/t/x{number}">{_words(random, 1)}</a></li></ul>'
        f'<a class="button" href="/events/{number}"><span>Read more</span></a></div></div>'
        "</article>"
    )


def events_page(size: int = SIZE, cards: int = CARDS) -> bytes:
    """Return an invented page of events of about `size` bytes, with so many of them."""
    random = Random(10)
    told = "".join(_event(random, number) for number in range(cards))
    head, body = home_page(size - len(told)).decode().split("<main>")
    listed = (
        f'<section class="events"><h1>Upcoming events</h1><div class="row">{told}</div></section>'
    )
    return f"{head}<main>{listed}{body.partition('</h1>')[2]}".encode()


def _taken(
    ours: Callable[[], object], yardstick: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Return the medians of the processor's time for both, taken in turns, after two rounds."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 2):
        for kept, work in zip(taken, (ours, yardstick), strict=True):
            gc.collect()
            begin = process_time()
            work()
            if number >= 2:
                kept.append(process_time() - begin)
    return statistics.median(taken[0]), statistics.median(taken[1])


def figures(desks: Desks) -> list[Figure]:
    """Return the figures of reading a home page, a page of events and an article."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- only this figure pays for it

    from followup_tui.web.page import read_page  # noqa: PLC0415 -- likewise

    found = []
    rounds = desks.rounds(ROUNDS)
    for name, content, url in (
        ("reading a home page", home_page(), URL),
        ("reading a page of 60 events", events_page(), f"{URL}events"),
        ("reading an article", article(), f"{URL}journal/crates"),
    ):
        ours, parsed = _taken(
            lambda content=content, url=url: read_page(content, url=url, now=NOW),  # type: ignore[misc]
            lambda content=content: BeautifulSoup(content, "lxml"),  # type: ignore[misc]
            rounds,
        )
        found.append(
            Figure(
                name=f"{name} of {len(content) // 1000} KB, all facts, against parsing it",
                ratio=ours / parsed,
                must=MUST,
                detail=f"{milliseconds(ours)} against {milliseconds(parsed)}",
            )
        )
    return found
