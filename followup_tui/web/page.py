"""Reading a page: from the bytes of one answer to the facts that stand on it, in one parse.

bs4 and lxml come with this module; import it only when a page is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from followup_tui.domain.page import PageFacts
from followup_tui.domain.record import TEXT_LIMIT
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.web import charset, dom
from followup_tui.web.contacts import find_contacts
from followup_tui.web.dom import Page, attribute, line, meta
from followup_tui.web.events import calendar_events, calendar_name, page_events
from followup_tui.web.feeds import read_feed
from followup_tui.web.health import find_health
from followup_tui.web.kinds import Kind, kind_of
from followup_tui.web.links import find_links
from followup_tui.web.moments import zoned
from followup_tui.web.news import find_news
from followup_tui.web.outline import Block, outline, plain_block
from followup_tui.web.summary import summarise

CALENDAR_SPAN = timedelta(days=400)
"""How far ahead a calendar is read: a yearly event shows once."""
MOST_HEADINGS = 60
_LEAST_SHOWN = 60  # characters below which a page with scripts shows nothing without them
_LANGUAGE = re.compile(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}))?\b")
_COMMON = {
    "en": "the and of to in is for with our you we are your on from",
    "de": "der die das und ist für mit wir sie ein eine nicht auf von den",
    "fr": "le la les et est pour avec nous vous des une dans sur du notre",
    "es": "el la los las y es para con nuestro una por del que en más",
    "it": "il la gli e è per con noi una del della che nostro sono di",
    "nl": "de het een en is voor met wij van onze op zijn u niet naar",
}
_COMMON_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}


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
    text = charset.decode(content, content_type)
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
    return _read_html(dom.parse(text, url=url, now=now))


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
        language=_guessed_language(body),
        problem="" if lines else "The page is empty.",
    )


def _read_html(page: Page) -> PageFacts:
    made = outline(page)
    whole = made.content()
    main = whole
    head_title = _head_title(page)
    title = head_title or line(meta(page, "og:title", "twitter:title"))
    title = title or next((line(block.text) for block in whole if block.level), "")
    description = meta(page, "description", "og:description", "twitter:description")
    main_text = _main_text(main)
    events = page_events(page)
    news = find_news(page, events)
    told = [*(item.title for item in news), *(event.title for event in events)]
    return PageFacts(
        url=page.url,
        read_at=page.now,
        title=title,
        description=line(description, 1000),
        summary=summarise(title, description, _lead_first(whole, main), told=told),
        main_text=main_text,
        language=_language(page, main_text),
        headings=_headings(whole),
        news=news,
        events=events,
        contacts=find_contacts(page),
        links=find_links(page),
        health=find_health(page, head_title),
        problem=_shown_problem(page, made.blocks),
    )


def _head_title(page: Page) -> str:
    """Return the title of the page itself: drawings in it have titles too."""
    for tag in page.all("title")[:20]:
        if tag.find_parent("svg") is None and tag.get_text(strip=True):
            return line(tag.get_text(" "))
    return ""


def _lead_first(whole: Sequence[Block], main: Sequence[Block]) -> list[Block]:
    """Return headings from above the content (a hero in the header), then the content."""
    if whole is main:
        return list(main)
    above = [block for block in whole if block.level == 1 and block not in main]
    return [*above, *main]


def _main_text(blocks: Sequence[Block]) -> str:
    """Return the text of the content, a block a line, without what are merely buttons."""
    rows: list[str] = []
    for block in blocks:
        button = block.linked > 0.9 and not block.level and len(block.text.split()) < 4
        if not button and (not rows or rows[-1] != block.text):
            rows.append(block.text)
    return "\n".join(rows)[:TEXT_LIMIT]


def _headings(blocks: Sequence[Block]) -> tuple[str, ...]:
    found = dict.fromkeys(line(block.text, 200) for block in blocks if block.level)
    return tuple(found)[:MOST_HEADINGS]


def _language(page: Page, text: str) -> str:
    """Return the page's language as ``en`` or ``de-CH``: as it says, or else by its words."""
    html = page.first("html")
    said = attribute(html, "lang") or attribute(html, "xml:lang") if html is not None else ""
    found = _LANGUAGE.match(said or meta(page, "content-language", "og:locale", "language"))
    if found is None:
        return _guessed_language(text)
    region = found[2] or ""
    region = region.upper() if len(region) == 2 else region.title()
    return f"{found[1].lower()}-{region}" if region else found[1].lower()


def _guessed_language(text: str) -> str:
    """Return the language whose commonest words a text uses most, or nothing if it is unsure."""
    words = Counter(re.findall(r"[^\W\d_]+", text[:8000].lower()))
    scores = sorted(
        ((sum(words[word] for word in common), code) for code, common in _COMMON_WORDS.items()),
        reverse=True,
    )
    (best, code), (second, _) = scores[:2]
    return code if best >= 5 and best >= second * 1.3 else ""


def _shown_problem(page: Page, blocks: Sequence[Block]) -> str:
    """Return a sentence if a reader without JavaScript sees next to nothing, else nothing."""
    shown = 0
    for block in blocks:
        shown += len(block.text)
        if shown >= _LEAST_SHOWN:
            return ""
    if page.first("script") is not None:
        return "The page shows nothing without JavaScript: only its head could be read."
    if page.all("frameset", "frame"):
        return "The page is made of frames: the address of the one with the text is needed."
    return "" if shown else "The page is empty."
