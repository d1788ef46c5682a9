"""How the invented pages of `styles_…` are written down: a body, and what it announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Style:
    """One page."""

    name: str
    content: bytes
    url: str
    announces: tuple[str, ...]
    """A line an event: ``2026-12-05 10:00 Title @ Place``; hour and place only where expected."""


def style(
    name: str,
    body: str,
    *announces: str,
    url: str = "https://northwind.example/events",
    lang: str = "en",
    title: str = "Events",
) -> Style:
    """Return a page with this body."""
    head = f'<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return Style(name, f"{head}<body>{body}</body></html>".encode(), url, announces)
