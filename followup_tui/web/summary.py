"""What a page is about in a few sentences, each of which stands on it word for word.

The site's own description comes first when it says something, then its first heading with the
lead paragraph, then the headings that name what is offered. Ranking sentences does worse than
that on the pages of companies (see the craft notes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.text import fold
from followup_tui.web.outline import Block

SENTENCES = 5
_READ = 5_000  # characters of a paragraph that are cut into sentences
_LONGEST = 320  # characters of a sentence somebody reads while the phone rings
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|vs|inc|ltd|co|corp|approx|dept|est|bzw|ca|etc|evtl|ggf|"
    r"inkl|usw|vgl|av|bd|mme)|\b[a-z]|\be\.g|\bi\.e|\bz\.\s?b|\bd\.\s?h|\bu\.\s?a|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])")  # noqa: RUF001 -- these marks are meant
_EMPTY_WORDS = re.compile(
    r"just another|wordpress site|lorem ipsum|coming soon|enable javascript|website description|"
    r"enter your|default description|powered by|all rights reserved|cookies?\b|^description$|"
    r"untitled|built with|create react app",
    re.IGNORECASE,
)


def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases.split(","))


_USUAL = _folded(
    "home,welcome,about,about us,contact,contact us,news,latest news,blog,our team,team,menu,"
    "get in touch,testimonials,follow us,read more,learn more,search,newsletter,share,"
    "our clients,clients,partners,our partners,related posts,categories,archives,tags,"
    "comments,leave a reply,privacy policy,imprint,links,navigation,quick links,careers,jobs,"
    "events,upcoming events,our events,next events,coming up,dates,schedule,programme,program,"
    "faq,frequently asked questions,subscribe,location,opening hours,"
    "what our clients say,why choose us,our services,services,products,our products,"
    "kontakt,über uns,aktuelles,neuigkeiten,impressum,willkommen,startseite,team,termine,"
    "veranstaltungen,leistungen,unsere leistungen,accueil,actualités,à propos,nos services,"
    "inicio,contacto,noticias,servicios,latest,what's on,tickets,service,where to find us,"
    "öffnungszeiten,anfahrt,horaires,dates,upcoming,diary,calendar,agenda,kalender"
)


def sentences(text: str) -> Iterator[str]:
    """Cut a line into its sentences; each is a piece of `text` as it stands."""
    begin = 0
    text = text[:_READ]
    for stop in _STOP.finditer(text):
        piece = text[begin : stop.end()].strip()
        if (
            _ABBREVIATION.search(text[max(begin, stop.start() - 16) : stop.start()])
            or len(piece) < 3
        ):
            continue
        begin = stop.end()
        yield piece
    if text[begin:].strip():
        yield text[begin:].strip()


def is_usual(text: str) -> bool:
    """Say whether a heading is one that stands on every second site: ``News``, ``Contact``."""
    return fold(text).strip(" :.!?*»>") in _USUAL


def says_something(text: str) -> bool:
    """Say whether a description or paragraph tells what the page is about."""
    wide = sum(ord(char) > 0x2E80 for char in text) * 3  # a Chinese character says a word's worth
    return (
        len(text) + wide >= 40
        and (len(text.split()) >= 6 or wide >= 40)
        and not _EMPTY_WORDS.search(text)
    )


def is_whole(sentence: str) -> bool:
    """Say whether a sentence was not cut off by the site's own software."""
    return not sentence.endswith(("…", "...", "[…]", "[...]")) and len(sentence) <= _LONGEST


def lead(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the sentences of the first paragraph that says something."""
    for block in blocks:
        if block.level or block.linked > 0.5 or not says_something(block.text):
            continue
        found = [piece for piece in sentences(block.text) if is_whole(piece)]
        if found:
            yield from found[:2]
            return


def _first_heading(blocks: Sequence[Block]) -> str:
    for block in blocks:
        if block.level == 1 and len(block.text.split()) >= 3 and not is_usual(block.text):
            return block.text if len(block.text) <= _LONGEST else ""
    return ""


def offers(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the headings below the first level that seem to name what is offered."""
    for block in blocks:
        words = len(block.text.split())
        short = words <= 9 and 4 <= len(block.text) <= 80
        usual = is_usual(block.text) or _EMPTY_WORDS.search(block.text)
        if block.level in {2, 3} and short and not usual:
            yield block.text


def summarise(
    title: str, description: str, blocks: Sequence[Block], *, told: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return up to `SENTENCES` pieces of the page that say what it is about, best first.

    `told` are headings that are told elsewhere already: titles of events and news.
    """
    chosen: list[str] = []
    if says_something(description) and fold(description) != fold(title):
        chosen.extend([piece for piece in sentences(description) if is_whole(piece)][:2])
    heading = _first_heading(blocks)
    more = [heading] if heading and not chosen and fold(heading) != fold(title) else []
    more.extend(lead(blocks))
    for piece in more:
        if len(chosen) < 3:
            _add(chosen, piece)
    elsewhere = {fold(words) for words in told}
    for piece in offers(blocks):
        if len(chosen) < SENTENCES and fold(piece) not in elsewhere:
            _add(chosen, piece)
    if not chosen and title and not is_usual(title):
        chosen.append(title)
    return tuple(chosen)


def _add(chosen: list[str], piece: str) -> None:
    """Add `piece` unless what it says is said already."""
    new = fold(piece)
    if not any(new in fold(old) or fold(old) in new for old in chosen):
        chosen.append(piece)
