"""What companies say of themselves, on pages in many styles: no more and no less than expected."""

from __future__ import annotations

import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.web.page import read_page
from tests.web import styles_addresses, styles_companies
from tests.web.styles import NOW, Style

STYLES = (*styles_companies.STYLES, *styles_addresses.STYLES)


def told(facts: PageFacts, kind: str) -> list[str]:
    """Return the facts of a kind as the styles write them."""
    if kind == "people":
        return [f"{one.name}, {one.role}" for one in facts.people]
    if kind == "news":
        return [item.title for item in facts.news]
    said = {"offerings": facts.offerings, "jobs": facts.jobs, "prices": facts.prices}
    return [one.text for one in said.get(kind, facts.offices)]


@pytest.mark.parametrize(("kind", "page"), STYLES, ids=[page.name for _, page in STYLES])
def test_what_a_company_says_is_found_and_nothing_else(kind: str, page: Style) -> None:
    found = told(read_page(page.content, url=page.url, now=NOW), kind)
    assert len(found) == len(page.announces)
    for text, expected in zip(found, page.announces, strict=True):
        # an address goes on with its town, an amount with what it is for
        assert expected in text if kind in {"offices", "prices"} else text == expected
