"""News: what a page lists with headline and date, or below a heading that says news."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from followup_tui.domain.page import Event, NewsItem
from followup_tui.domain.text import fold
from followup_tui.web import jsonld
from followup_tui.web.cards import Card, Group
from followup_tui.web.dom import absolute, attribute, line, text_of
from followup_tui.web.moments import read_moment
from followup_tui.web.people import is_name
from followup_tui.web.plain_chrome import is_chrome
from followup_tui.web.plain_dates import Span, read_line
from followup_tui.web.plain_words import primary
from followup_tui.web.prices import amount_in
from followup_tui.web.sections import About, about_heading, about_names
from followup_tui.web.sheet import Sheet
from followup_tui.web.tag import Tag
from followup_tui.web.usual import is_usual
from followup_tui.web.word_search import Words

MOST_NEWS = 30
_OLDEST = timedelta(days=366 * 25)
_NOT_NEWS = {
    About.EVENTS,
    About.VOICES,
    About.JOBS,
    About.TEAM,
    About.QUESTIONS,
    About.SHOP,
    About.PRICES,
}
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?:/(\d{1,2}))?(?:/|$|-)")
_YEAR_FOLDER = re.compile(r"/(?:19|20)\d{2}(?:/|$)")
_YEARLY = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d[./-]\d{1,2}[./-]\d{2}(?!\d)|['’]\d{2}\b")  # noqa: RUF001
_DIGIT = re.compile(r"\d")
_MORE = re.compile(
    r"^(?:read|learn|find out|see|view|show|more|continue|weiter|mehr|lire|voir|en savoir|leer|ver|"
    r"leggi|scopri|lees|ler|laes|las|lue|czytaj|cist)\b.{0,20}$|^(?:»|›|→|…)",  # noqa: RUF001
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:last )?(?:posted|published|updated|created|aktualisiert|veroffentlicht|publie|publicado|"
    r"pubblicato|gepubliceerd|geplaatst)(?: (?:on|by|am|von|le|el|il|op|door))?\s*(?::|\d)"
)
_BETWEEN = re.compile(r"\s[·|•/–-]\s|,\s")  # noqa: RUF001 -- dashes as they are printed
_COMMENT = Words(begun=r"(?:comment|reply|respond|tweet|instagram)")
_BYLINE = re.compile(
    r"\b(?:apply by|deadline|closing date|bewerbungsschluss|valid until)\b", re.IGNORECASE
)


def find_news(sheet: Sheet, events: Iterable[Event]) -> tuple[NewsItem, ...]:
    """Return the news of a page, the newest first; `events` found on it are not among them."""
    links = _dated_links(sheet)
    items = [*_marked(sheet), *_grouped(sheet, links), *_articles(sheet), *_addressed(sheet, links)]
    return tidy(items, today=sheet.page.now.date(), events=events)


def tidy(
    items: Iterable[NewsItem], *, today: date, events: Iterable[Event]
) -> tuple[NewsItem, ...]:
    """Return the items, each once, without events and what is dated ahead; dated ones first."""
    taken = {fold(event.title) for event in events}
    kept: dict[str, NewsItem] = {}
    for item in items:
        key = re.sub(r"\W+", " ", fold(item.title)).strip()
        ahead = item.date is not None and item.date > today + timedelta(days=1)
        if fold(item.title) in taken or ahead or not key:
            continue
        old = kept.get(key)
        if old is None or (item.date is not None and old.date is None):
            kept[key] = item
    ordered = sorted(kept.values(), key=lambda item: item.date or date.min, reverse=True)
    return tuple(ordered[:MOST_NEWS])


def _marked(sheet: Sheet) -> Iterator[NewsItem]:
    for headline, written, address in jsonld.find_news(sheet.page):
        moment = read_moment(written)
        title = line(headline, 200)
        yield NewsItem(
            title=title,
            date=moment.day if moment else None,
            url=address,
            source=sheet.source("json-ld", f"{title} · {written}"),
        )


class Dates:
    """Reads the days that a page writes, in its language and order."""

    def __init__(self, sheet: Sheet) -> None:
        self._language = primary(sheet.language)
        self._known: dict[str, date | None] = {}
        self._today = sheet.page.now.date()
        month_first = sheet.language in {"en-US", "en-us"}
        day_first = self._language not in {"", "en"} or sheet.language in {
            "en-GB",
            "en-AU",
            "en-NZ",
            "en-IE",
        }
        self._month_first = True if month_first else False if day_first else None

    def spans(self, text: str) -> Iterable[Span]:
        """Return the dates in a line that are certain to be some."""
        if len(text) > 400 or not _YEARLY.search(text):
            return ()
        reading = read_line(text, language=self._language, month_first=self._month_first)
        return [span for span in reading.spans if not span.weak]

    def day(self, text: str) -> date | None:
        """Return the one day behind us that a line writes with its year."""
        if not _YEARLY.search(text):
            return None
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def of_card(self, card: Card) -> date | None:
        """Return the day of a card: its ``time``, a line that is a date, its address."""
        for tag in card.all("time")[:3]:
            moment = read_moment(attribute(tag, "datetime") or text_of(tag, 40))
            found = moment.day if moment is not None else self.day(text_of(tag, 60))
            if found is not None:
                return found
        for block in card.blocks[:8]:
            if len(block.text) <= 200 and (found := self.day(block.text)) is not None:
                return found
        return in_address(card.link)

    def _read(self, text: str) -> date | None:
        for span in self.spans(text):
            if span.last is None and not span.more and span.first.year and not span.first.either:
                found = span.first.in_year(span.first.year)
                if found is not None and self._today - _OLDEST < found <= self._today:
                    return found
        return None


def in_address(address: str) -> date | None:
    """Return the day in an address like ``/2026/05/12/headline``; without a day, none."""
    found = _IN_ADDRESS.search(urlsplit(address).path) if address else None
    if found is None or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _headline(card: Card, dates: Dates) -> str:
    """Return what a card announces: its heading or longest link, without its date."""
    if card.heading and not dates.day(card.heading):
        return card.heading
    links = [text for tag in card.all("a") if (text := text_of(tag, 200)) and not _MORE.match(text)]
    shown = [text for text in [card.title, *links] if text and not _MORE.match(text)]
    for text in [*shown, *(block.text for block in card.blocks)]:
        bare = _undated(text, dates)
        if len(bare.split()) >= 2 and len(bare) >= 10:
            return line(bare, 200)
    return ""


def _undated(text: str, dates: Dates) -> str:
    """Return a line without the date at its beginning or end."""
    text = line(text, 260)
    for span in dates.spans(text):
        if span.start <= 12 and not re.search(r"[^\W\d]{4}", text[: span.start]):
            text = text[span.end :]
        elif span.end >= len(text) - 2:
            text = text[: span.start]
        break
    return text.strip(" \t:–—-|·•,;()[]/")  # noqa: RUF001 -- what stands between date and title


def _dated_links(sheet: Sheet) -> list[tuple[Tag, str]]:
    """Return the links that may carry a day in their address, with that as it is written.

    Some do only together with what they start from: ``2026/05/12/headline``.
    """
    written = ((tag, str(tag.attrs.get("href") or "")) for tag in sheet.page.all("a"))
    return [(tag, address) for tag, address in written if _IN_ADDRESS.search(f"/{address}")]


def _grouped(sheet: Sheet, links: Sequence[tuple[Tag, str]]) -> Iterator[NewsItem]:
    """Give the cards of groups that are dated, or stand below a heading that says news."""
    dates = Dates(sheet)
    page = sheet.about
    signs = _Signs(sheet, linked=bool(links))
    dated_page = (
        sheet.dated
        or bool(sheet.page.all("time"))
        or any(_IN_ADDRESS.search(address) for _, address in links)
    )
    for group in sheet.groups:
        section, names = about_heading(group.section), about_names(group.names)
        about = section or names
        if _is_no_news(group, section | names, page):
            continue
        newsy = About.NEWS in about or (About.NEWS in page and not about)
        if not newsy and not (dated_page and any(signs.of(card) for card in group.cards[:3])):
            continue
        if About.NEWS not in section and not any(signs.of(card) for card in group.cards[:60]):
            continue  # without a heading that says so, news are told by their days
        found: list[NewsItem] = []
        dated = 0
        for card in group.cards[:60]:
            item = _item(sheet, card, dates)
            if item is None:
                continue
            found.append(item)
            dated += item.date is not None
        most = max(len(group.cards) * 0.5, 1)
        if dated >= most and (newsy or (dated >= 2 and not group.around)):
            yield from (item for item in found if item.date is not None or newsy)
        elif About.NEWS in section and not group.around and len(found) >= most:
            yield from (item for item in found if item.url)


class _Signs:
    """Says of cards whether they may be dated; what is asked of the whole page is asked once."""

    def __init__(self, sheet: Sheet, *, linked: bool) -> None:
        self._links = linked or _YEAR_FOLDER.search(sheet.page.base) is not None
        self._times = sorted(tag.order for tag in sheet.page.all("time") if tag.order >= 0)

    def of(self, card: Card) -> bool:
        """Say whether a card holds a year, a ``time``, or a link with a day in its address."""
        if _DIGIT.search(card.text) is not None and _YEARLY.search(card.text) is not None:
            return True
        if self._links and _IN_ADDRESS.search(card.link):
            return True
        return any(self._has_time(tag) for tag in card.tags)

    def _has_time(self, tag: Tag) -> bool:
        first, end = bisect_left(self._times, tag.order), bisect_left(self._times, tag.order_end)
        return tag.name == "time" or first < end


def _is_no_news(group: Group, about: frozenset[About], page: frozenset[About]) -> bool:
    """Say whether a group is surely about something else."""
    if _COMMENT.search(group.names):
        return True
    if About.NEWS in about:
        return About.EVENTS in about_heading(group.section)
    return bool(about & _NOT_NEWS or page & _NOT_NEWS - {About.TEAM})


def _item(sheet: Sheet, card: Card, dates: Dates) -> NewsItem | None:
    """Return the news of a card, or None where it is none by its form."""
    title = _headline(card, dates)
    words = len(title.split())
    if not title or words > 40 or is_usual(title) or is_name(title) or amount_in(title):
        return None
    if is_chrome(title) or _STAMP.match(fold(title)) or _is_menu(title):
        return None
    text = card.text[:300]
    if _BYLINE.search(text) or _is_for_sale(card):
        return None
    found = dates.of_card(card)
    if words < 3 and (found is None or (words < 2 and not (card.heading and card.link))):
        return None
    method = "time" if found is not None and card.all("time") else "cards"
    return NewsItem(title=title, date=found, url=card.link, source=sheet.source(method, text))


def _is_menu(title: str) -> bool:
    """Say whether words are but what stands below every page: ``Imprint · Privacy · Contact``."""
    parts = [part for part in _BETWEEN.split(title) if part.strip()]
    return len(parts) > 1 and all(is_usual(part) for part in parts)


def _is_for_sale(card: Card) -> bool:
    """Say whether a card has a line that is nothing but a price: a house, a product."""
    return any(
        len(block.text) <= 30 and (amount := amount_in(block.text)) and amount == block.text.strip()
        for block in card.blocks[:8]
    )


def _articles(sheet: Sheet) -> Iterator[NewsItem]:
    """Give ``article`` elements that are one of several and carry their day or are called posts."""
    dates = Dates(sheet)
    found = [tag for tag in sheet.page.all("article")[:60] if sheet.outline.of(tag)]
    if len(found) < 2 or sheet.about & {About.EVENTS, About.JOBS, About.SHOP}:
        return
    for tag in found:
        if any(below.name == "article" for below in sheet.outline.below(tag)):
            continue
        card = Card(sheet.page, sheet.outline, (tag,))
        names = about_names(tag.named)
        if names & _NOT_NEWS:
            continue
        item = _item(sheet, card, dates)
        if item is not None and item.url and (item.date is not None or About.NEWS in names):
            yield item


def _addressed(sheet: Sheet, links: Sequence[tuple[Tag, str]]) -> Iterator[NewsItem]:
    """Give links whose address carries a day and whose words are a headline."""
    for tag, written in links:
        if not _IN_ADDRESS.search(written):
            continue
        address = absolute(attribute(tag, "href"), sheet.page.base)
        found = in_address(address)
        title = text_of(tag, 200)
        if found is None or len(title.split()) < 4 or _MORE.match(title) or len(title) >= 190:
            continue
        if tag.order >= 0:
            yield NewsItem(title=title, date=found, url=address, source=sheet.source("link", title))
