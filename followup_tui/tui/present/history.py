"""The history as it is drawn: a line for each change, and what it did to each record.

Pure functions. What was new, changed or removed is told by a sign and a word, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from followup_tui.domain.history import HistoryEntry
from followup_tui.domain.timeline.differences import ChangeDetails, FieldChange, RecordChange, What
from followup_tui.domain.words import count, short_day
from followup_tui.tui.present.cells import cell
from followup_tui.tui.present.wrapping import hanging

_DIM = "$text-muted"
_SIGNS = {
    What.NEW: ("+", "$liked"),
    What.CHANGED: ("~", "$promise"),
    What.REMOVED: ("-", "$disliked"),
    What.UNREADABLE: ("?", "$band-late"),
}
_INDENT = 4  # cells before the record of a change; its fields stand two further in


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    when: int
    what: int
    whom: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen whom it was about goes first, then the hour."""
        when = 18 if width >= 40 else 0
        whom = min(width // 4, 36) if width >= 72 else 0
        return cls(when, max(width - 2 - when - whom, 0), whom)


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        "  ",
        cell("When", columns.when, _DIM),
        cell("What", columns.what, _DIM),
        cell("Whom it was about", columns.whom, _DIM),
    )


def row(entry: HistoryEntry, width: int, *, now: datetime, opened: bool) -> Content:
    """Return the line of a change, `width` cells wide."""
    columns = Columns.of(width)
    change = entry.change
    at = change.at.astimezone(now.tzinfo)
    when = f"{short_day(at.date(), now.date())} {at:%H:%M}"
    back = bool(change.undone_by)
    what = Content(change.by).stylize(_DIM if back else "$text")
    if back:
        what = Content.assemble(("taken back ", "$band-late"), what)
    return Content.assemble(
        ("▾ " if opened else "▸ ", _DIM),
        cell(when, columns.when, _DIM),
        _fitted(what, columns.what),
        cell(whom(entry), columns.whom, _DIM),
    )


def whom(entry: HistoryEntry) -> str:
    """Return whom a change was about: the first names, and how many more."""
    names = ", ".join(client.name or "somebody removed" for client in entry.clients)
    return f"{names} and {count(entry.others, 'other')}" if entry.others else names


def details(did: ChangeDetails, width: int) -> tuple[Content, ...]:
    """Return what a change did, as lines."""
    lines = [line for change in did.records for line in _record(change, width)]
    if did.untold:
        words = f"… and {count(did.untold, 'record')} more"
        lines.extend(_set_in(Content.styled(words, _DIM), width, _INDENT))
    if not lines:
        words = "Nothing that is shown anywhere: only how records hang together."
        lines.extend(_set_in(Content.styled(words, _DIM), width, _INDENT))
    return tuple(lines)


def _record(change: RecordChange, width: int) -> Iterator[Content]:
    sign, colour = _SIGNS[change.what]
    head = Content.assemble(
        (f"{sign} ", colour), (f"{change.kind}, {change.what.value}", "bold $text")
    )
    if change.title:
        head = Content.assemble(head, (f": {change.title}", "$text"))
    yield from _set_in(head, width, _INDENT)
    for field in change.fields:
        yield from _field(field, width, changed=change.what is What.CHANGED)


def _field(field: FieldChange, width: int, *, changed: bool) -> Iterator[Content]:
    """Return before and after in one line where both are short, else a line for each item.

    In a record that was `changed`, what came has its sign: other items may stand there besides.
    """
    label = (f"{field.label}: ", _DIM)
    room = width - _INDENT - 2
    if len(field.gone) <= 1 and len(field.come) <= 1:
        before, after = "".join(field.gone), "".join(field.come)
        if before and after:
            line = Content.assemble(label, (before, "$disliked"), (" → ", _DIM), (after, "$liked"))
        elif before:
            line = Content.assemble(label, ("- ", "$disliked"), (before, "$text"))
        else:
            came = ("+ " if changed else "", "$liked")
            line = Content.assemble(label, came, (after, "$text"))
        if line.cell_length <= room or not (before and after):
            yield from _set_in(line, width, _INDENT + 2)
            return
    yield from _set_in(Content.styled(f"{field.label}:", _DIM), width, _INDENT + 2)
    for sign, colour, items in (("-", "$disliked", field.gone), ("+", "$liked", field.come)):
        for item in items:
            line = Content.assemble((f"{sign} ", colour), (item, "$text"))
            yield from _set_in(line, width, _INDENT + 4)


def _set_in(content: Content, width: int, indent: int) -> Iterator[Content]:
    """Wrap `content` in the room that is left of `width` after `indent`."""
    indent = min(indent, max(width - 12, 0))  # on a tiny terminal the words matter more
    for line in hanging(content, width - indent, 2):
        yield Content.assemble(" " * indent, line)


def _fitted(content: Content, width: int) -> Content:
    if width <= 1:
        return Content("")
    return content.truncate(width - 1, ellipsis=True).truncate(width, pad=True)
