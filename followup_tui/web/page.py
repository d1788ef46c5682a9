"""Reading a page: from the bytes of one answer to the facts that stand on it, in one parse.

lxml comes with this module; import it only when a page is read.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from followup_tui.domain.page import Event, Named, NewsItem, PageFacts, Said
from followup_tui.domain.record import TEXT_LIMIT
from followup_tui.domain.text import clean_line, clean_text, fold
from followup_tui.web import charset, dom
from followup_tui.web.calendar_text import unfolded
from followup_tui.web.contacts import find_contacts
from followup_tui.web.dom import Page, line, meta
from followup_tui.web.events import calendar_events, calendar_name, page_events
from followup_tui.web.feeds import read_feed
from followup_tui.web.health import find_health
from followup_tui.web.jobs import find_jobs
from followup_tui.web.kinds import Kind, kind_of
from followup_tui.web.languages import guessed_language, language_of
from followup_tui.web.links import find_links
from followup_tui.web.main_text import content_blocks, main_text
from followup_tui.web.marked import ORGANISATIONS, of_kind
from followup_tui.web.moments import zoned
from followup_tui.web.news import find_news
from followup_tui.web.offerings import find_offerings
from followup_tui.web.offices import find_offices
from followup_tui.web.outline import Block, outline, plain_block
from followup_tui.web.people import find_people
from followup_tui.web.prices import find_prices
from followup_tui.web.sheet import Sheet
from followup_tui.web.shells import is_told_without_scripts, shell_problem
from followup_tui.web.summary import own_words, summarise, tagline_of
from followup_tui.web.tree import take_apart

CALENDAR_SPAN = timedelta(days=400)
"""How far ahead a calendar is read: a yearly event shows once."""
MOST_HEADINGS = 60
_LOOSE = re.compile(r"^[|·–—-]\s+|\s+[|·–—-]$")  # noqa: RUF001 -- dashes are meant
"""What parted a title from a half that is empty: ``- Northwind``."""


def read_page(
    content: bytes, *, url: str, now: datetime, content_type: str | None = None
) -> PageFacts:
    """Return what stands on the page, feed, calendar or text in `content`.

    `url` is where it came from: links are made absolute with it and sources name it. `now`, with
    its zone, decides which events are past. `content_type` is the server's header, if there was
    one. Raises nothing for what `content` holds: what cannot be read gives facts whose `problem`
    is a sentence.
    """
    now = zoned(now)
    url = clean_line(url)
    text = charset.decode(unfolded(content), content_type)
    what = kind_of(content, text, content_type)
    if what.kind is Kind.OTHER:
        problem = f"{_host(url)} does not give a page but {clean_line(what.words)}."
        return PageFacts(url=url, read_at=now, problem=problem)
    if what.kind is Kind.CALENDAR:
        return _read_calendar(text, url=url, now=now)
    if what.kind is Kind.FEED:
        return read_feed(text, url=url, now=now)
    if what.kind is Kind.TEXT:
        return _read_text(text, url=url, now=now)
    with _nothing_collected():
        return _read_tree(text, url=url, now=now)


def _read_tree(text: str, *, url: str, now: datetime) -> PageFacts:
    """Return what stands on a page of HTML. Its tree is gone when this returns.

    Were it alive while Python begins to look for rubbish again, it would be gone through after
    all: a twentieth of what reading the page took.
    """
    page = dom.parse(text, url=url, now=now)
    try:
        return _read_html(page)
    finally:
        take_apart(page.tags)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from looking for rubbish while a page is read.

    Its tree is alive to the end and large; going through it again and again finds nothing and
    takes a quarter of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "The file"
    except ValueError:
        return "The file"


def _read_calendar(text: str, *, url: str, now: datetime) -> PageFacts:
    events = calendar_events(text, now=now, until=now + CALENDAR_SPAN, url=url)
    whole = "BEGIN:VCALENDAR" in text[:4000].upper()
    return PageFacts(
        url=url,
        read_at=now,
        title=calendar_name(text),
        main_text="\n".join(event.title for event in events),
        events=tuple(events),
        problem="" if whole else "What should be a calendar is none: it cannot be read.",
    )


def _read_text(text: str, *, url: str, now: datetime) -> PageFacts:
    body = clean_text(text)[:TEXT_LIMIT]
    lines = [clean_line(row) for row in body.split("\n") if row.strip()]
    blocks = [plain_block(row) for row in lines]
    return PageFacts(
        url=url,
        read_at=now,
        title=line(lines[0], 120) if lines else "",
        summary=summarise("", "", blocks),
        main_text=body,
        language=guessed_language(body),
        problem="" if lines else "The page is empty.",
    )


def _read_html(page: Page) -> PageFacts:
    made = outline(page)
    if is_told_without_scripts(page, made):
        made = outline(page, without_scripts=True)
    language, language_by = language_of(page, " ".join(b.text for b in made.blocks[:200]))
    sheet = Sheet(page, made, language)
    head_title = _head_title(page)
    title, title_by = _title(page, head_title, made.blocks)
    site = line(meta(page, "og:site_name", "application-name"), 120)
    description, described_by = own_words(title, site, _descriptions(sheet))
    blocks = content_blocks(sheet)
    text, text_by = main_text(sheet, blocks)
    events = page_events(page, dated=sheet.dated)
    news = find_news(sheet, events)
    people = find_people(sheet)
    jobs = find_jobs(sheet)
    prices = find_prices(sheet)
    told = _told(news, events, people, jobs)
    offerings = find_offerings(sheet, told | _told_by_prices(prices))
    tagline = tagline_of(blocks)
    summary = summarise(title, description, blocks, offerings=[said.text for said in offerings])
    shell, problem = shell_problem(sheet, description)
    basis = {
        "title": (title, title_by),
        "description": (description, described_by),
        "summary": (" ".join(summary), described_by or "dom"),
        "tagline": (tagline, "h1"),
        "main_text": (text, text_by),
        "language": (language, language_by),
    }
    return PageFacts(
        url=page.url,
        read_at=page.now,
        title=title,
        description=line(description, 1000),
        summary=summary,
        tagline=line(tagline),
        main_text=text,
        offerings=offerings,
        people=people,
        jobs=jobs,
        prices=prices,
        offices=find_offices(sheet),
        basis={name: sheet.source(how, words) for name, (words, how) in basis.items() if words},
        shell=shell,
        language=language,
        headings=_headings(made.content()),
        news=news,
        events=events,
        contacts=find_contacts(sheet),
        links=find_links(page),
        health=find_health(sheet, head_title, events),
        problem=problem,
    )


def _head_title(page: Page) -> str:
    """Return the title of the page itself: drawings in it have titles too."""
    for tag in page.all("title")[:20]:
        if tag.find_parent("svg") is None and tag.get_text(strip=True):
            return _LOOSE.sub("", line(tag.get_text(" ")))
    return ""


def _title(page: Page, head_title: str, blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the title as the page gives it, and where from."""
    if head_title:
        return head_title, "title"
    shared = line(meta(page, "og:title", "twitter:title"))
    if shared:
        return shared, "meta"
    return next((line(block.text) for block in blocks if block.level), ""), "heading"


def _descriptions(sheet: Sheet) -> list[tuple[str, str]]:
    """Return what the site says of itself, as (text, method), the likeliest first."""
    page = sheet.page
    names = ("description", "og:description", "twitter:description", "dc.description", "abstract")
    found = [(meta(page, name), f"meta {name}") for name in names]
    found.extend(
        (one.text("description"), one.method)
        for one in of_kind(sheet.marked, ORGANISATIONS | {"WebSite"})
    )
    return [(text, method) for text, method in found if text]


def _told(
    news: Sequence[NewsItem],
    events: Sequence[Event],
    people: Sequence[Named],
    jobs: Sequence[Said],
) -> frozenset[str]:
    """Return the folded titles of facts that are no offerings."""
    words = [
        *(item.title for item in news),
        *(event.title for event in events),
        *(one.name for one in people),
        *(job.text for job in jobs),
    ]
    return frozenset(fold(text).strip(" .:!") for text in words)


def _told_by_prices(prices: Sequence[Said]) -> frozenset[str]:
    return frozenset(fold(said.text.rpartition(": ")[0]) for said in prices)


def _headings(blocks: Sequence[Block]) -> tuple[str, ...]:
    found = dict.fromkeys(line(block.text, 200) for block in blocks if block.level)
    return tuple(found)[:MOST_HEADINGS]
