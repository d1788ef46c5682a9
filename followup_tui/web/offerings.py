"""What a company offers, in the words of its own headings.

The surest first: what is marked up, cards below a heading that says services, the submenu of
services, then cards with a heading and a text, then the headings of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_tui.domain.page import Said
from followup_tui.domain.text import fold
from followup_tui.web.cards import Card, Group
from followup_tui.web.dom import HEADINGS, absolute, attribute, line, text_of
from followup_tui.web.marked import ORGANISATIONS, of_kind
from followup_tui.web.outline import Block
from followup_tui.web.sections import About, about_heading, about_names
from followup_tui.web.sheet import Sheet
from followup_tui.web.tag import Tag
from followup_tui.web.usual import is_usual, names_something

MOST_OFFERINGS = 12
_NAME = 50
"""Characters of a name that is made like any other text."""
_FEW = 3
"""From so many on, what is less sure is not looked for."""
_OTHER = {
    About.NEWS, About.TEAM, About.JOBS, About.EVENTS, About.VOICES, About.WORK, About.REASONS,
    About.QUESTIONS, About.PLACES, About.SHOP, About.PRICES,
}  # fmt: skip
_NO_HOME = {About.NEWS, About.JOBS, About.EVENTS, About.TEAM, About.QUESTIONS, About.SHOP}
"""Pages whose headings are about something else; on such a page only what is sure is taken."""


_ASIDE = re.compile(
    r"(?:impressum|imprint|datenschutz|agb\b|terms|privacy|legal|disclaimer|haftung|cookie|"
    r"mentions legales|politique de|aviso legal|politica de|note legali|informativa|"
    r"algemene voorwaarden|privacyverklaring|contact(?! lens)|kontakt|contatti|nous contacter|"
    r"(?:allgemeine )?geschaftsbedingungen|faq\b|haufige? fragen|haufig gestellte)"
)
"""What the address or the first heading of a page begins with whose parts are offered by nobody."""


def _is_aside(sheet: Sheet) -> bool:
    """Say whether a page holds what every site has to say: its law, its ways to be reached."""
    last = sheet.path.rstrip("/").removesuffix("/index.html").rpartition("/")[2]
    first = next((block.text for block in sheet.content if block.level == 1), "")
    named = (last.replace("-", " ").replace("_", " "), first)
    return any(_ASIDE.match(fold(words).strip()) for words in named)


def find_offerings(sheet: Sheet, told: frozenset[str]) -> tuple[Said, ...]:
    """Return what is offered, the foremost first; `told` are folded titles of other facts."""
    found: dict[str, Said] = {}
    if any(block.tag == "article" for block in sheet.content[:3]):
        return ()
    sure = (_marked, _below_services, _menu)
    for reader in sure if _is_aside(sheet) else (*sure, _cards, _headings):
        if len(found) >= _FEW:
            break
        for text, url, method in reader(sheet):
            plain = fold(text).strip(" .:!")
            if plain in told or plain in found or not names_something(text):
                continue
            found[plain] = Said(text=text, url=url, source=sheet.source(method, text))
    return tuple(found.values())[:MOST_OFFERINGS]


_Offer = tuple[str, str, str]


def _marked(sheet: Sheet) -> Iterator[_Offer]:
    """Give the services that an organisation lists in its markup, where they stand on the page."""
    shown = ""
    for one in of_kind(sheet.marked, frozenset({"Service", "OfferCatalog"}) | ORGANISATIONS):
        if "Service" in one.kinds:
            texts = [one.text("name", "serviceType")]
        else:
            texts = [
                inner.text("name")
                for offer in (*one.inside("itemListElement"), *one.inside("makesOffer"))
                for inner in (*offer.inside("itemOffered"), offer)
            ]
        for text in texts:
            shown = shown or fold(" ".join(block.text for block in sheet.outline.blocks))
            if text and len(text) <= 80 and fold(text) in shown:
                yield line(text, 100), "", one.method


def _titles(cards: Iterator[Card] | tuple[Card, ...]) -> Iterator[_Offer]:
    for card in cards:
        text = card.heading or (card.title if len(card.title) <= 60 else "") or _first_line(card)
        if text:
            yield text, card.link, "cards"


def _first_line(card: Card) -> str:
    """Return the name of a card that nothing marks: a short line with a longer one below it."""
    if card.title_tag is not None or len(card.blocks) < 2:
        return ""
    name, told = card.blocks[0].text, card.blocks[1].text
    short = len(name) <= _NAME and len(name) < len(told) and not name.endswith((".", "!", "?", ":"))
    return name if short and name[:1].isupper() else ""


def _is_offered(group: Group, *, sure: bool) -> bool:
    """Say whether the cards of a group may be what is offered."""
    if group.around or not 2 <= len(group.cards) <= 24:
        return False
    titled = sum(bool(card.heading) for card in group.cards)
    if sure:
        return titled >= len(group.cards) * 0.6 or all(
            (card.title or _first_line(card)) and len(card.text) <= 400 for card in group.cards
        )
    explained = sum(len(card.text) >= len(card.heading) + 8 for card in group.cards)
    dated = sum(bool(card.all("time")) for card in group.cards)
    return titled == len(group.cards) and explained >= len(group.cards) * 0.6 and not dated


def _below_services(sheet: Sheet) -> Iterator[_Offer]:
    """Give the cards and entries below a heading that announces what they do."""
    for group in sheet.groups:
        below = about_heading(group.section)
        if About.SERVICES in below and not below & _OTHER and _is_offered(group, sure=True):
            yield from _titles(group.cards)


def _menu(sheet: Sheet) -> Iterator[_Offer]:
    """Give the submenu below ``Services`` in the navigation."""
    for tag in sheet.page.all("li"):
        inner = tag.find("ul", "ol")
        if not isinstance(inner, Tag):
            continue
        link = tag.find("a")
        words = text_of(link, 60) if isinstance(link, Tag) else ""
        if not words or About.SERVICES not in about_heading(words) or len(words.split()) > 3:
            continue
        for entry in inner.find_all("a", limit=MOST_OFFERINGS * 2):
            text = text_of(entry, 100)
            if text and not fold(text).startswith(("all ", "alle ", "overview", "tous ")):
                yield text, absolute(attribute(entry, "href"), sheet.page.base), "menu"


def _cards(sheet: Sheet) -> Iterator[_Offer]:
    """Give the foremost cards that have a heading and a text and are about nothing else."""
    if sheet.about & _NO_HOME:
        return
    for group in sheet.groups:
        about = sheet.about_group(group)
        if about & _OTHER and About.SERVICES not in about:
            continue
        if _is_offered(group, sure=False):
            texts = list(_titles(group.cards))
            if sum(names_something(text) for text, _, _ in texts) >= len(texts) * 0.6:
                yield from texts
                return


def _headings(sheet: Sheet) -> Iterator[_Offer]:
    """Give the headings below the first level that are about nothing else."""
    if sheet.about & _NO_HOME:
        return
    other = False
    for block in sheet.content:
        if block.level in {2, 3}:
            about = about_heading(block.text)
            if block.level == 2 or about:
                usual = is_usual(block.text) and About.SERVICES not in about
                other = usual or bool(about & _OTHER)
            if not other and not _in_other(block):
                yield block.text, _link_of(sheet, block), "heading"


def _in_other(block: Block) -> bool:
    """Say whether a heading stands in an article or in a part that its classes give away."""
    up = block.holder
    for _ in range(4):
        if up is None or up.name in {"body", "main"}:
            return False
        if up.name in {"article", "blockquote"}:
            return True
        classes = up.attrs.get("class") or ()
        if classes and up.name not in HEADINGS:
            names = " ".join(classes) if not isinstance(classes, str) else classes
            about = about_names(names)
            if about & (_OTHER - {About.REASONS, About.WORK}) and About.SERVICES not in about:
                return True
        up = up.parent
    return False


def _link_of(sheet: Sheet, block: Block) -> str:
    if block.holder is None:
        return ""
    link = next((tag for tag in sheet.outline.below(block.holder) if tag.name == "a"), None)
    link = link or block.holder.find_parent("a")
    return absolute(attribute(link, "href"), sheet.page.base) if link is not None else ""
