"""What could be better about a page, said kindly: a small gift for its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_tui.domain.page import HealthNote
from followup_tui.web.dom import Page, attribute, line, meta
from followup_tui.web.sheet import Sheet

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^.|]{0,40}?((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def _head(page: Page, title: str) -> Iterator[HealthNote]:
    if not title:
        yield HealthNote(
            key="title-missing",
            evidence="no <title>",
            say="The page has no title, so search engines and browser tabs show none.",
        )
    if not meta(page, "description"):
        yield HealthNote(
            key="description-missing",
            evidence="no meta description",
            say="The page has no description, so search engines pick words of their own.",
        )
    if not meta(page, "viewport"):
        yield HealthNote(
            key="viewport-missing",
            evidence="no meta viewport",
            say="The page does not say that it fits a phone, so phones show it small.",
        )
    html = page.first("html")
    if html is None or not attribute(html, "lang"):
        yield HealthNote(
            key="language-missing",
            evidence="no lang on <html>",
            say="The page does not say its language, which screen readers need.",
        )


def _body(page: Page) -> Iterator[HealthNote]:
    if not page.all("h1"):
        yield HealthNote(
            key="heading-missing",
            evidence="no <h1>",
            say="The page has no main heading that says what it is about.",
        )
    images = page.all("img")
    silent = [tag for tag in images if not tag.has_attr("alt")]
    if silent:
        yield HealthNote(
            key="alt-missing",
            evidence=line(f"{len(silent)} of {len(images)}: {attribute(silent[0], 'src')}", 120),
            say="Some pictures have no words for people who cannot see them.",
        )


def _copyright(sheet: Sheet) -> Iterator[HealthNote]:
    for block in reversed(sheet.outline.blocks[-60:]):
        found = _COPYRIGHT.search(block.text)
        if found is None:
            continue
        shown = block.text[found.start() : found.end() + 12]
        year = max(int(number) for number in _YEAR.findall(shown))
        # Last year's is usual until spring; older than that somebody has forgotten.
        if year < sheet.page.now.year - 1:
            yield HealthNote(
                key="copyright-old",
                evidence=line(shown, 80),
                say=f"The copyright line still says {year}, which makes the page look forgotten.",
            )
        return


def find_health(sheet: Sheet, title: str) -> tuple[HealthNote, ...]:
    """Return what could be better about a page; `title` is the one in its head."""
    page = sheet.page
    return (*_head(page, title), *_body(page), *_copyright(sheet))
