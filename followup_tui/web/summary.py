"""What a page is about in a few sentences, each of which stands on it word for word.

The site's own description comes first when it says something, then its first heading with the
lead paragraph, then the headings that name what is offered. Ranking sentences does worse than
that on the pages of companies (see the craft notes).
"""

# ruff: noqa: E501 -- lists of words

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.text import fold
from followup_tui.web.outline import Block
from followup_tui.web.usual import is_usual, names_something
from followup_tui.web.word_search import Words

__all__ = ["is_usual", "is_whole", "says_something", "sentences", "summarise", "tagline_of"]

SENTENCES = 5
_READ = 5_000  # characters of a paragraph that are cut into sentences
_LONGEST = 320  # characters of a sentence somebody reads while the phone rings
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|vs|inc|ltd|co|corp|approx|dept|est|bzw|ca|etc|evtl|ggf|"
    r"inkl|usw|vgl|av|bd|mme|ste|inh)|str|\b[a-z]|\be\.g|\bi\.e|\bz\.\s?b|\bd\.\s?h|\bu\.\s?a|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])")  # noqa: RUF001 -- these marks are meant
_EMPTY_WORDS = Words(
    anywhere=r"just another|wordpress site|word ?press weblog|lorem ipsum|coming soon|enable javascript|"
    r"website description|enter your|default description|all rights reserved|cookies?\b|description(?<=^description)$|"
    r"\[email\W{1,2}protected\]|untitled|built with|create[- ]react[- ]app|dynamic portal engine|content management system|"
    r"site description|meta description|created (?:with|using)|powered by (?:wordpress|wix|shopify|"
    r"squarespace|typo3|drupal|joomla)|my (?:blog|site|website)\b|welcome to nginx|apache2|index of /|"
    r"under construction|page not found|could not be found|can.?t be found|does(?:n.t| not) exist|seite nicht gefunden|page introuvable|no longer (?:here|available|exists)|it works!|default (?:web ?)?page|welcome page used to|404(?<!\w404)\b|your (?:browser|tagline)|javascript|eine weitere "
    r"wordpress|ein weiterer wordpress|un site utilisant wordpress|otro sitio (?:realizado )?con "
    r"wordpress|nog een wordpress|sample (?:page|text)|placeholder|hello world|vite \+|"
    r"beschreibung (?:der|ihrer) (?:seite|website)|baustelle|en construction|log ?in to|captcha",
)
_GREETING = re.compile(
    r"^(?:(?:herzlich|und|ein herzliches) )*(?:willkommen|welcome|bienvenue|bienvenidos?|benvenuti?|welkom|bem-vindos?|"
    r"velkommen|valkommen|witamy|vitejte|tervetuloa)\b.{0,40}\b(?:home ?page|web ?site|web ?seite|internetseite|site|web|pagina|"
    r"internetauftritt|hjemmeside|hemsida|strony|stranky)\b.{0,30}$",
)
_SENTENCE_END = re.compile(r"[.!?。！？:…][\"'”’»)]*(?:\s|$)|[。！？]")  # noqa: RUF001 -- as above
_ADDRESS = re.compile(r"(?<!\d)\d{5} [A-ZÄÖÜÉ][a-zäöüé]|\b[A-Z]{2} \d{5}\b")
_TOLD = re.compile(r"(?:\b[a-zäöüß]{2,}\s+){3}")
_BYLINE = re.compile(
    r"^(?:posted|published|written|last (?:updated|modified)|by |veröffentlicht|von |par |home\s?[>»/])",
    re.IGNORECASE,
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


def says_something(text: str) -> bool:
    """Say whether a description or paragraph tells what the page is about."""
    wide = sum(ord(char) > 0x2E80 for char in text) * 3  # a Chinese character says a word's worth
    return (
        len(text) + wide >= 40
        and (len(text.split()) >= 6 or wide >= 40)
        and not _EMPTY_WORDS.search(text)
        and not _is_keywords(text)
        and not (len(text) < 90 and _GREETING.search(fold(text)))
    )


def _is_keywords(text: str) -> bool:
    """Say whether a text is a list of search words rather than something said."""
    pieces = [piece.strip() for piece in re.split(r"[,;|•·/]", text)]
    if len(pieces) < 4:
        return False
    short = sum(len(piece.split()) <= 3 for piece in pieces)
    return short >= len(pieces) * 0.8 and not re.search(r"[.!?](?:\s|$)", text)


def own_words(title: str, site: str, candidates: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Return the first description that says something, and how it was found; or nothing.

    `candidates` are (text, method). A text that only says the title or the site's name again
    says nothing.
    """
    known = {_bare(title), _bare(site)}
    for text, method in candidates:
        if says_something(text) and _bare(text) not in known:
            return text, method
    for text, method in candidates:
        short = len(text.split()) >= 3 and not _EMPTY_WORDS.search(text) and not _is_keywords(text)
        short = short and not _GREETING.search(fold(text))
        if short and _bare(text) not in known and _bare(text) not in _bare(title):
            return text, method
    return "", ""


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()


def is_whole(sentence: str) -> bool:
    """Say whether a sentence was not cut off by the site's own software."""
    return not sentence.endswith(("…", "...", "[…]", "[...]")) and len(sentence) <= _LONGEST


def lead(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the sentences of the first paragraph that says something, below the first heading."""
    begin = next((number for number, block in enumerate(blocks[:60]) if block.level == 1), 0)
    near = [block for block in (*blocks[begin : begin + 60], *blocks[:begin]) if _may_lead(block)]
    first = [block for block in blocks[begin + 1 : begin + 3] if _is_claim(block)]
    for sentence_only in (True, False):
        for block in (*first, *near):
            told = _SENTENCE_END.search(block.text)
            if not told and (sentence_only or re.search(r"\d", block.text)):
                continue  # a line without an end and with figures: a date, an offer of the day
            if not _leads(block, close=block in first) or _BYLINE.match(block.text):
                continue
            if _is_address(block.text):
                continue
            found = [piece for piece in sentences(block.text) if is_whole(piece)]
            if found:
                yield from found[:2]
                return


def _is_address(text: str) -> bool:
    """Say whether a line is but names, streets and a postcode, with no words between."""
    return len(text) < 200 and bool(_ADDRESS.search(text)) and not _TOLD.search(text)


def _is_claim(block: Block) -> bool:
    """Say whether the block below the first heading may say in short what they do."""
    return block.linked <= 0.5 and block.level in {0, 2} and len(block.text.split()) >= 6


def _leads(block: Block, *, close: bool) -> bool:
    if close and len(block.text) >= 28 and _SENTENCE_END.search(block.text):
        return not _EMPTY_WORDS.search(block.text)
    return says_something(block.text)


def _may_lead(block: Block) -> bool:
    return not block.level and block.linked <= 0.5 and len(block.text) >= 13


def tagline_of(blocks: Sequence[Block]) -> str:
    """Return the first heading of the first level, if it says more than ``Home``."""
    for block in blocks:
        if block.level == 1 and len(block.text) <= _LONGEST and not is_usual(block.text):
            return block.text
    return ""


def _first_heading(blocks: Sequence[Block]) -> str:
    heading = tagline_of(blocks)
    return heading if len(heading.split()) >= 3 else ""


def offers(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the headings below the first level that seem to name what is offered."""
    for block in blocks:
        if block.level in {2, 3} and names_something(block.text):
            yield block.text


def summarise(
    title: str,
    description: str,
    blocks: Sequence[Block],
    *,
    offerings: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return up to `SENTENCES` pieces of the page that say what it is about, best first.

    `offerings` are the headings of what is offered; two or three of them end it.
    """
    chosen: list[str] = []
    if says_something(description) and _bare(description) != _bare(title):
        chosen.extend([piece for piece in sentences(description) if is_whole(piece)][:2])
    heading = _first_heading(blocks)
    more = [heading] if heading and not chosen and _bare(heading) != _bare(title) else []
    more.extend(lead(blocks))
    for piece in more:
        if len(chosen) < 3:
            _add(chosen, piece)
    for piece in offerings[:3]:
        if len(chosen) < SENTENCES:
            _add(chosen, piece)
    if not chosen and title and not is_usual(title) and not _EMPTY_WORDS.search(title):
        chosen.append(title)
    return tuple(chosen)


def _add(chosen: list[str], piece: str) -> None:
    """Add `piece` unless what it says is said already."""
    new = fold(piece)
    if not any(new in fold(old) or fold(old) in new for old in chosen):
        chosen.append(piece)
