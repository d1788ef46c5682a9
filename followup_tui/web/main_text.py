"""The main text of a page: its content block by block, or the article where it is one.

On company pages rules about where text stands do as well as any extractor; where a page is an
article, trafilatura does better (craft notes) and is asked, but never believed blindly: what it
gives must hold most of the paragraphs that the rules found.
"""

# ruff: noqa: E501 -- lists of words

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_tui.domain.record import TEXT_LIMIT
from followup_tui.domain.text import clean_line, fold
from followup_tui.web.dom import meta
from followup_tui.web.marked import of_kind
from followup_tui.web.outline import Block
from followup_tui.web.sheet import Sheet

_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "TechArticle", "Report"})
_LONG = 120  # characters of a paragraph that is told, not listed
_CONSENT = re.compile(
    r"\b(?:we use|this (?:site|website) uses|uses cookies|by (?:continuing|using|clicking)|accept|consent|"
    r"agree|verwende[nt]|nutze[nt]|zustimm|einverstanden|akzeptier|utilis(?:e|ons)|acceptez|en poursuivant|"
    r"utiliza|aceptar?|utilizziamo|accett|gebruik(?:t|en)|accepte|bruger|anvander|anvanda|uzywa|pouziva|"
    r"kaytamme|preferences|settings|einstellungen)",
)
_ENDING = re.compile(
    r"\W{0,3}(?:last (?:modified|updated|change)|you are visitor|best viewed|letzte (?:anderung|aktualisierung)|©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits reserves|"
    r"todos los derechos)"
)
"""How the lines below a page begin."""
_RESERVED = re.compile(r"\ball rights reserved\b")
_SKIP = re.compile(r"^(?:skip to|jump to|zum inhalt|direkt zum|aller au contenu|saltar al|vai al|"
                   r"naar (?:de )?inhoud|ir para o)\b")  # fmt: skip
_BUTTON_WORDS = 4
_MENU_ROWS = 4
"""So many short links in a row are a menu, wherever they stand."""


def is_notice(text: str) -> bool:
    """Say whether a block asks for consent to cookies or the like."""
    told = "ookie" in text or "COOKIE" in text or "GDPR" in text or "DSGVO" in text
    return told and len(text) < 900 and _CONSENT.search(fold(text)) is not None


def _is_ending(text: str) -> bool:
    plain = fold(text)
    if _ENDING.match(plain):
        return True
    return "all rights" in plain and _RESERVED.search(plain) is not None


def _is_button(block: Block) -> bool:
    return block.linked > 0.9 and not block.level and len(block.text.split()) < _BUTTON_WORDS


def content_blocks(sheet: Sheet) -> list[Block]:
    """Return the blocks that are the page's own text: no menus, notices, buttons, page ends."""
    blocks = [block for block in _below_main(sheet) if not block.around]
    kept: list[Block] = []
    row: list[Block] = []
    for number, block in enumerate(blocks):
        if number < 12 and _SKIP.match(fold(block.text[:60])):
            continue
        if is_notice(block.text):
            continue
        late = number > len(blocks) // 2 and len(block.text) < 300
        if late and _is_ending(block.text):
            continue
        if block.linked > 0.9 and not block.level and len(block.text.split()) < 6:
            row.append(block)
            continue
        kept.extend(_unless_menu(row))
        row = []
        kept.append(block)
    kept.extend(_unless_menu(row))
    return kept


def _unless_menu(row: Sequence[Block]) -> list[Block]:
    if len(row) >= _MENU_ROWS and all(block.tag != "td" for block in row):
        long = sum(len(block.text.split()) >= 3 for block in row)
        if long < len(row) * 0.6:
            return []
    return list(row)


def _below_main(sheet: Sheet) -> Sequence[Block]:
    """Return the blocks of ``main`` with the hero above it, or those of the whole page."""
    page, outline = sheet.page, sheet.outline
    roles = (tag for tag in page.all("div", "section") if tag.attrs.get("role") == "main")
    for found in (*page.all("main")[:1], *list(roles)[:1]):
        own = outline.of(found)
        if sum(len(block.text) for block in own) > 80:
            above = [block for block in outline.blocks[: found.blocks] if block.level == 1]
            return [*above, *own]
    return outline.blocks


def main_text(sheet: Sheet, blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the text of the content `blocks`, a block a line, and how: ``dom`` or ``article``."""
    rows: list[str] = []
    for block in blocks:
        if not _is_button(block) and (not rows or rows[-1] != block.text):
            rows.append(block.text)
    text = "\n".join(rows)[:TEXT_LIMIT]
    if is_article(sheet, blocks):
        article = _article(sheet)
        if article and _holds(article, blocks):
            return article[:TEXT_LIMIT], "article"
    return text, "dom"


def is_article(sheet: Sheet, blocks: Sequence[Block]) -> bool:
    """Say whether the page is one article: it says so, and tells at length."""
    long = [block for block in blocks if len(block.text) >= _LONG and block.linked < 0.5]
    if len(long) < 3:
        return False
    if meta(sheet.page, "og:type").lower() in {"article", "blog", "news"}:
        return bool(sheet.path)
    own = [one for one in of_kind(sheet.marked, _ARTICLES) if one.node.get("datePublished")]
    if len(own) == 1 and sheet.path:
        return True
    articles = [tag for tag in sheet.page.all("article") if sheet.outline.of(tag)]
    if len(articles) != 1:
        return False
    inside = sheet.outline.of(articles[0])
    told = sum(len(block.text) >= _LONG for block in inside)
    byline = any(
        tag.name == "time" or re.search(r"\b(?:byline|author|entry-meta|post-meta)\b", tag.named)
        for tag in sheet.outline.below(articles[0])
    )
    return told >= 3 and byline


def _article(sheet: Sheet) -> str:
    """Return what trafilatura takes for the article, as clean lines."""
    from trafilatura import extract  # noqa: PLC0415 -- 230 ms: only for articles

    page, outline = sheet.page, sheet.outline
    articles = [tag for tag in page.all("article") if outline.of(tag)]
    whole = articles[0] if len(articles) == 1 else (page.first("main") or page.body)
    found = extract(
        f"<html><body>{whole.decode()}</body></html>",
        include_comments=False,
        include_tables=True,
        favor_precision=False,
        deduplicate=False,
    )
    if not isinstance(found, str):
        return ""
    return "\n".join(
        row for raw in found.split("\n") if (row := clean_line(raw).removeprefix("- "))
    )


def _holds(article: str, blocks: Sequence[Block]) -> bool:
    """Say whether an article holds most of the long paragraphs of the page."""
    plain = fold(article)
    long = [block for block in blocks if len(block.text) >= _LONG and block.linked < 0.3]
    held = sum(fold(block.text[:80]) in plain for block in long)
    return held >= len(long) * 0.7
