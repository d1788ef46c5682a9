"""The year of a date that is written without one: in its ``<time datetime>``, or before it.

``<time datetime="2026-02-25T12:00:00Z">Feb 25</time>`` says its year to programs alone, and
"2026 board meetings: January 25th, May 9th" says it once for all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from followup_tui.web.dom import Page, attribute, meta, text_of
from followup_tui.web.moments import read_moment
from followup_tui.web.plain_dates import Span

_MOST = 400
_DAY = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_AT_HEAD = re.compile(r"[^.,;:]{0,30}\b(20\d\d)\b[^.,;:\d]{0,40}:")


class Stamps:
    """The days that the ``<time>`` elements of a page name, by what they show of them."""

    def __init__(self, page: Page) -> None:
        self.today = self._written(page) or page.now.date()
        """The day from which dates without a year are counted: an article's own, else today."""
        self._years: dict[tuple[int, int], set[int]] = {}
        for tag in page.all("time")[:_MOST]:
            day = _DAY.match(attribute(tag, "datetime").strip())
            if day is not None and not _YEAR.search(text_of(tag, 60)):
                self._years.setdefault((int(day[2]), int(day[3])), set()).add(int(day[1]))

    @staticmethod
    def _written(page: Page) -> date | None:
        """Return the day on which an article was last written, as its head says."""
        if not meta(page, "article:published_time"):
            return None  # a page that is kept up to date, not an article
        said = (meta(page, f"article:{name}_time") for name in ("published", "modified"))
        days = [moment.day for written in said if (moment := read_moment(written)) is not None]
        last = max(days, default=None)
        return last if last is not None and last <= page.now.date() else None

    def with_year(self, span: Span, text: str) -> Span:
        """Return a date of the line `text` with its year, where it has none and one is said."""
        first = span.first
        if first.year is not None or first.month is None:
            return span
        years = self._years.get((first.month, first.day), set())
        if not years and (head := _AT_HEAD.match(text[: span.start])):
            years = {int(head[1])}
        if len(years) != 1:
            return span
        return replace(span, first=replace(first, year=next(iter(years))))
