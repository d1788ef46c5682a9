"""What `--json` prints of past changes: the keys of docs/cli.md."""

from __future__ import annotations

from followup_tui.commands.shapes import Shape, when
from followup_tui.domain.history import HistoryEntry, PastChange
from followup_tui.domain.timeline.differences import ChangeDetails, RecordChange


def change(value: PastChange) -> Shape:
    """Return a change by itself."""
    return {
        "id": value.id,
        "at": when(value.at),
        "by": value.by,
        "undoes": value.undoes or None,
        "undone_by": value.undone_by or None,
        "records": len(value.edits),
    }


def entry(value: HistoryEntry) -> Shape:
    """Return a change with the clients whom it was about."""
    return {
        **change(value.change),
        "clients": [{"id": client.id, "name": client.name} for client in value.clients],
        "other_clients": value.others,
    }


def edits(value: ChangeDetails) -> list[Shape]:
    """Return what became of the records of a change."""
    return [_record_change(each) for each in value.records]


def _record_change(value: RecordChange) -> Shape:
    """Return what became of one record."""
    return {
        "what": value.what.name.lower(),
        "kind": value.kind,
        "title": value.title,
        "fields": [
            {"label": field.label, "gone": list(field.gone), "come": list(field.come)}
            for field in value.fields
        ],
    }
