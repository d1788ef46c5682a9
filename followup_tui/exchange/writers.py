"""The writers of exported files, together: `services.exporting.service.Writers` as a module."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from followup_tui.domain.calling.calendar_entry import CalendarEntry
from followup_tui.domain.exporting.export import ExportKind
from followup_tui.exchange import html_brief
from followup_tui.exchange.csv_out import write_table as table
from followup_tui.exchange.html_brief import write_brief as brief
from followup_tui.exchange.ical_out import PRODUCT, write_calendar
from followup_tui.exchange.json_out import write_everything as everything
from followup_tui.exchange.markdown_out import write_story as story
from followup_tui.exchange.vcard_out import write_cards as cards

__all__ = ["brief", "calendar", "cards", "everything", "mark", "story", "table"]

_MARKS = {
    ExportKind.ICAL: f"PRODID:{PRODUCT}".encode(),
    ExportKind.HTML: html_brief.MARK.encode(),
}


def calendar(entries: Sequence[CalendarEntry], now: datetime, name: str) -> bytes:
    """Return a calendar to subscribe to."""
    return write_calendar(entries, now=now, name=name)


def mark(kind: ExportKind) -> bytes:
    """Return by what a file is known that is made anew each time; empty for the others."""
    return _MARKS.get(kind, b"")
