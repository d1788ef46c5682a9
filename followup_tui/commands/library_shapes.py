"""What `followup library --json` prints, see `shapes`."""

from __future__ import annotations

from followup_tui.commands.shapes import Shape, value_add, when
from followup_tui.domain.library.view import LibraryItem, LibrarySource, LibraryView
from followup_tui.domain.value_add import ValueAdd


def whole(value: ValueAdd) -> Shape:
    """Return all of a value-add."""
    return {
        **value_add(value),
        "about": value.about,
        "ends": when(value.ends),
        "all_day": value.all_day,
        "where": value.where,
        "client_id": value.client_id or None,
        "source": value.announced.source if value.announced else None,
        "retired": value.retired,
        "why_retired": value.why_retired,
    }


def item(value: LibraryItem) -> Shape:
    """Return a value-add with what became of it."""
    return {
        **whole(value.value_add),
        "currency": value.currency.value,
        "origin": value.origin,
        "edited": list(value.edited),
        "planned": value.planned,
        "offered": value.offered,
        "taken": value.taken,
        "declined": value.declined,
    }


def source(value: LibrarySource) -> Shape:
    """Return where a source stands."""
    return {
        "kind": value.kind.value,
        "url": value.url,
        "status": value.status.value,
        "title": value.title,
        "read_at": when(value.read_at),
        "problem": value.problem,
        "items": value.items,
    }


def library(value: LibraryView) -> Shape:
    """Return the library."""
    return {
        "now": when(value.now),
        "current": value.current,
        "items": [item(each) for each in value.items],
        "sources": [source(each) for each in value.sources],
        "told": list(value.told),
    }
