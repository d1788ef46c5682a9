"""Reading a page: all its facts, against parsing it with BeautifulSoup and lxml and no more."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from time import process_time

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds

SIZE = 140_000
"""Bytes of a page, the most of them markup: a long home page."""
MUST = 1.5
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
    text = f'<article><h1>A year of crates</h1><time datetime="2026-03-01">1 March</time>{told}</article>'
    return f"{head}<main>{text}{body}".encode()


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
    """Return the figures of reading a home page and an article."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- only this figure pays for it

    from followup_tui.web.page import read_page  # noqa: PLC0415 -- likewise

    found = []
    rounds = desks.rounds(ROUNDS)
    for name, content, url in (
        ("reading a home page", home_page(), URL),
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
