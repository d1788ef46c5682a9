"""Prices with what they are for: marked up, in price tables and plan cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_tui.domain.page import Said
from followup_tui.domain.text import fold
from followup_tui.web.cards import Card
from followup_tui.web.dom import line, text_of
from followup_tui.web.marked import Marked, of_kind
from followup_tui.web.sections import About, about_names
from followup_tui.web.sheet import Sheet
from followup_tui.web.tag import Tag
from followup_tui.web.usual import is_usual

MOST_PRICES = 30
_SIGN = (
    r"(?:€|\$|£|¥|zł|Kč|US\$|A\$|C\$|NZ\$|AU\$|CHF|EUR|USD|GBP|AUD|SEK|NOK|DKK|PLN|CZK|Fr\.|kr\.?)"
)
_NUMBER = r"\d{1,3}(?:[ .,'’\u00a0]\d{3}){0,3}(?:[.,]\d{1,2}|[.,]-{1,2}|,–)?"  # noqa: RUF001
_AMOUNT = re.compile(
    rf"(?:\b(?:from|ab|dès|desde|da|vanaf|fra|från|od)\s)?"
    rf"(?:{_SIGN}\s?{_NUMBER}(?![\d])|(?<![\d.,]){_NUMBER}\s?{_SIGN}(?!\w))"
    r"(?:\s?(?:/|per|pro|je|par|por|al|a|p\.)\s?(?:user|seat|person|month|mo|year|yr|day|hour|h|week|"
    r"night|session|monat|jahr|tag|stunde|nutzer|woche|mois|an|jour|heure|mes|año|día|hora|mese|anno|"
    r"giorno|ora|maand|jaar|dag|uur|måned|månad|år|time|miesiąc|měsíc|kk)\b\.?)?"
    r"(?:\s(?:per|pro|/)\s(?:month|year|user|monat|jahr)\b)?",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"[€$£¥]|z[łŁ]|Kč|CHF|EUR|USD|GBP|AUD|SEK|NOK|DKK|PLN|CZK|\d\s?(?:kr|Kr|KR|Fr)\b|\b[Kk]r\.?\s?\d|Fr\.\s?\d"
)
_MARKS = (
    *("€", "$", "£", "¥", "zł", "zŁ", "Kč", "CHF", "EUR", "USD", "GBP", "AUD", "SEK", "NOK", "DKK"),
    *("PLN", "CZK", "kr", "Kr", "KR", "Fr.", "Fr "),
)
"""What every amount has: cheap to look for before the amount is."""
_NO_PRICE = re.compile(
    r"\b(?:raised|funding|revenue|turnover|saved|savings|million|billion|mrd|mio|invest\w*|salary|"
    r"gehalt|off\b|discount|voucher|shipping|versand|deposit|fine|prize|donat\w*|over \d|worth)\b",
    re.IGNORECASE,
)
_OFFER_TYPES = frozenset({"Offer", "AggregateOffer"})
_THINGS = frozenset({"Product", "Service", "SoftwareApplication", "Course", "MenuItem"})


def find_prices(sheet: Sheet) -> tuple[Said, ...]:
    """Return what costs how much, as ``what: amount``, in the order of the page."""
    found: dict[str, Said] = {}
    for thing, amount, method, url in (*_marked(sheet), *_rows(sheet), *_columns(sheet)):
        text = line(f"{thing}: {amount}", 140)
        if fold(text) not in found:
            found[fold(text)] = Said(text=text, url=url, source=sheet.source(method, text))
    return tuple(found.values())[:MOST_PRICES]


_Price = tuple[str, str, str, str]


def _marked(sheet: Sheet) -> Iterator[_Price]:
    """Give the prices of things that the page marks up; those of events are the events'."""
    for one in of_kind(sheet.marked, _THINGS):
        thing = one.text("name")
        for offer in one.inside("offers"):
            amount = _marked_amount(offer)
            if thing and amount:
                named = offer.text("name")
                what = f"{thing}, {named}" if named and named != thing else thing
                yield line(what, 100), amount, one.method, ""


def _marked_amount(offer: Marked) -> str:
    if offer.kinds.isdisjoint(_OFFER_TYPES):
        return ""
    low = offer.text("price", "lowPrice")
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", low) or float(low.replace(",", ".")) <= 0:
        return ""
    return f"{low} {offer.text('priceCurrency')}".strip()


def amount_in(text: str) -> str:
    """Return the first amount of money in a line as it is written, or nothing."""
    if not _HINT.search(text):
        return ""
    found = _AMOUNT.search(text)
    return found[0].strip() if found is not None else ""


def _thing(card: Card, amount: str) -> str:
    """Return what a card's price is for."""
    first = card.blocks[0].text if card.blocks else ""
    for text in (card.heading, first, card.title):
        bare = line(text.split(amount)[0] if amount in text else text, 100).strip(" :–-|·.…")  # noqa: RUF001
        if bare.endswith("?") or re.match(r"#\s?\d", bare):
            return ""  # asks, or is a place in a ranking
        if 2 <= len(bare) <= 90 and not amount_in(bare) and not is_usual(bare):
            return bare if any(char.isalpha() for char in bare) else ""
    return ""


def _rows(sheet: Sheet) -> Iterator[_Price]:
    """Give plan cards, table rows and list entries with one amount each."""
    page = About.PRICES in sheet.about
    if sheet.about & {About.NEWS, About.JOBS, About.EVENTS}:
        return
    if not any(mark in sheet.text for mark in _MARKS):
        return
    for group in sheet.groups:
        about = sheet.about_group(group)
        if group.around or about & {About.SHOP, About.NEWS, About.EVENTS, About.JOBS, About.WORK}:
            continue
        priced: list[_Price] = []
        for card in group.cards:
            amount = next((found for block in card.blocks if (found := amount_in(block.text))), "")
            if not amount or len(card.text) > 1200 or _NO_PRICE.search(card.text[:300]):
                continue
            thing = _thing(card, amount)
            if thing and len(card.text.split()) >= 2:
                priced.append(
                    (thing, amount, "table" if card.tags[0].name == "tr" else "cards", card.link)
                )
        told = page or About.PRICES in about
        if len(priced) >= 2 and len(priced) >= len(group.cards) * (0.4 if told else 0.7):
            yield from priced


def _columns(sheet: Sheet) -> Iterator[_Price]:
    """Give the prices of tables that have a plan in each column."""
    for table in sheet.page.all("table")[:20]:
        told = About.PRICES in sheet.about or About.PRICES in about_names(table.named)
        rows = [tag for tag in sheet.outline.below(table) if tag.name == "tr"] if told else []
        if not 2 <= len(rows) <= 40 or not any(
            _HINT.search(b.text) for b in sheet.outline.of(table)
        ):
            continue
        cells = [[text_of(one, 90) for one in _cells(row)] for row in rows]
        heads = cells[0]
        if any(amount_in(text) for text in heads) or sum(map(bool, heads)) < 2:
            continue
        priced = next((row for row in cells[1:] if sum(bool(amount_in(t)) for t in row) >= 2), [])
        for head, text in zip(heads, priced, strict=False):
            amount = amount_in(text)
            if head and amount and len(heads) == len(priced):  # a plan may well be called "Team"
                yield head, amount, "table", ""


def _cells(row: Tag) -> list[Tag]:
    return [one for one in row.contents if isinstance(one, Tag) and one.name in {"td", "th"}]
