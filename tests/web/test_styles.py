"""Events of pages in many styles: found with day, hour and name, and nothing beside them."""

from __future__ import annotations

import pytest

from followup_tui.domain.page import Event
from followup_tui.web.page import read_page
from tests.web import (
    styles_cards,
    styles_dated,
    styles_labels,
    styles_lists,
    styles_more,
    styles_notices,
)
from tests.web.styles import NOW, Style

STYLES = (
    *styles_lists.STYLES,
    *styles_cards.STYLES,
    *styles_more.STYLES,
    *styles_dated.STYLES,
    *styles_notices.STYLES,
    *styles_labels.STYLES,
)


def said(event: Event, *, placed: bool) -> str:
    """Return an event as the styles write what they announce."""
    at = event.start.strftime("%Y-%m-%d" if event.all_day else "%Y-%m-%d %H:%M")
    return f"{at} {event.title}" + (f" @ {event.location}" if placed else "")


@pytest.mark.parametrize("page", STYLES, ids=lambda page: page.name)
def test_what_a_page_announces_is_found_and_nothing_else(page: Style) -> None:
    found = read_page(page.content, url=page.url, now=NOW).events
    placed = any(" @ " in line for line in page.announces)
    assert sorted(said(event, placed=placed) for event in found) == sorted(page.announces)
