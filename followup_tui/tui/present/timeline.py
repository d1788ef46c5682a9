"""A timeline as it is drawn: a rule for each month, a line for each entry, details below it.

Pure functions. How an entry stands is told by a sign, never by its colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from rich.cells import cell_len
from textual.content import Content

from followup_tui.domain.text import fold
from followup_tui.domain.timeline.differences import FieldChange
from followup_tui.domain.timeline.entries import Earlier, Entry, EntryKind, Line, Mark
from followup_tui.domain.timeline.values_in_words import day_words
from followup_tui.domain.words import count
from followup_tui.tui.present.cells import cell
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.matches import marked, places
from followup_tui.tui.present.wrapping import hanging

_DIM = "$text-muted"
_MARKS: Mapping[Mark, tuple[str, str]] = {
    Mark.PLAIN: ("·", _DIM),
    Mark.OPEN: ("!", "bold $promise"),
    Mark.GOOD: ("✓", "$liked"),
    Mark.BAD: ("✗", "$disliked"),
}
_WORDS: Mapping[EntryKind, str] = {
    EntryKind.TALK: "talk",
    EntryKind.NOTE: "note",
    EntryKind.PROMISE: "promise",
    EntryKind.OFFER: "offer",
    EntryKind.LETTER: "letter",
    EntryKind.WORK: "work",
    EntryKind.PEOPLE: "people",
    EntryKind.STEP: "next",
    EntryKind.CHANGE: "change",
    EntryKind.WEBSITE: "website",
}
_SIGNS: Mapping[str, str] = {
    "+": "$liked",
    "-": "$disliked",
    "!": "$promise",
    "?": "$text-warning",
    ">": "$promise",
    "*": "$text-accent",
    "@": "$text-primary",
}
_SAY_ENOUGH = frozenset({EntryKind.PROMISE, EntryKind.STEP, EntryKind.CHANGE})
"""Kinds whose titles say all that their details do, and more shortly."""
_STAMP = 6  # cells of the hour before a note line
_EXCERPT = 24  # characters before a match in the line that shows it


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns before the words, in cells; 0: the column is left out."""

    day: int
    hour: int
    kind: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen the kind goes first, then the hour."""
        return cls(7, 6 if width >= 44 else 0, 9 if width >= 64 else 0)

    @property
    def indent(self) -> int:
        """The cells before the title."""
        return 2 + self.day + self.hour + self.kind + 2


def month(day: date, number: int, width: int) -> Content:
    """Return the rule of a month: ``─ May 2026 ─────────── 4 ─``."""
    title = f"─ {day:%B %Y} "
    tail = f" {number:,} ─"
    rule = "─" * max(width - cell_len(title) - cell_len(tail), 1)
    return Content.styled(f"{title}{rule}{tail}", ".timeline--rule")


def row(
    entry: Entry, width: int, *, opened: bool, edited: bool = False, needle: str = ""
) -> Content:
    """Return the line of an entry: day, hour, what it is, and the first of its details."""
    columns = Columns.of(width)
    words = fold(needle).split()
    sign, style = _MARKS[entry.mark]
    fold_sign = ("▾ " if opened else "▸ ") if entry.lines else "  "
    title = marked(Content(entry.title), words)
    room = max(width - columns.indent, 8)
    if edited:
        title = Content.assemble(title, (" (mended)", _DIM))
    if not opened and title.cell_length + 6 < room:
        title = Content.assemble(title, "  ", _preview(entry, words))
    return Content.assemble(
        (fold_sign, _DIM),
        cell(f"{entry.day:%a} {entry.day.day}", columns.day, _DIM),
        cell(f"{entry.at:%H:%M}" if entry.at else "", columns.hour, _DIM),
        cell(_WORDS[entry.kind], columns.kind, _DIM),
        (f"{sign} ", style),
        title,
    )


def _preview(entry: Entry, words: Sequence[str]) -> Content:
    """Return the detail in which the words stand, from shortly before them; else the first."""
    for line in entry.lines:
        found = min(places(line.text, words), default=None)
        if found is not None:
            begin = max(found[0] - _EXCERPT, 0)
            text = f"…{line.text[begin:]}" if begin else line.text
            return marked(Content.styled(text, _DIM), words)
    if not entry.lines or entry.kind in _SAY_ENOUGH:
        return Content("")
    first = entry.lines[0]
    return Content.styled(f"{first.label}: {first.text}" if first.label else first.text, _DIM)


def details(
    entry: Entry,
    width: int,
    *,
    earlier: Sequence[Earlier] = (),
    show_earlier: bool = False,
    needle: str = "",
    key: KeyName = default_key,
) -> Iterator[Content]:
    """Yield the lines below an entry that is opened, those of earlier words on demand."""
    words = fold(needle).split()
    indent = min(Columns.of(width).indent, max(width - 16, 2))
    for line in entry.lines:
        content = marked(_detail(line, entry.at.tzinfo if entry.at else None), words)
        yield from _set_in(content, width, indent, hang=_STAMP if line.at else 2)
    for change in earlier:
        at = change.at
        told = f"mended on {day_words(at.date())}, {at:%H:%M}"
        if not show_earlier:
            told += f"; {key('client_page.earlier')} shows the earlier words"
        yield from _set_in(Content.styled(told, _DIM), width, indent)
        if show_earlier:
            for field in change.fields:
                yield from _field(field, width, indent + 2)


def _detail(line: Line, zone: tzinfo | None) -> Content:
    if line.at is not None:
        style = _SIGNS.get(line.text[:1], "$text") if line.text[1:2] == " " else "$text"
        return Content.assemble((f"{line.at.astimezone(zone):%H:%M} ", _DIM), (line.text, style))
    if line.label:
        colon = "" if line.label.endswith("?") else ":"
        return Content.assemble((f"{line.label}{colon} ", _DIM), (line.text, "$text"))
    return Content.styled(line.text, "$text")


def _set_in(content: Content, width: int, indent: int, *, hang: int = 2) -> Iterator[Content]:
    for each in hanging(content, width - indent, hang):
        yield Content.assemble(" " * indent, each)


def _field(field: FieldChange, width: int, indent: int) -> Iterator[Content]:
    """Yield what stood there before, and what came in its place."""
    for sign, style, texts in (("-", "$disliked", field.gone), ("+", "$liked", field.come)):
        for text in texts:
            content = Content.assemble(
                (f"{sign} ", style), (f"{field.label}: ", _DIM), (text, "$text")
            )
            yield from _set_in(content, width, indent)


# Above the rows


@dataclass(frozen=True, slots=True)
class Chip:
    """A kind that can be shown alone; None: everything."""

    kind: EntryKind | None
    words: str


def chips(entries: Sequence[Entry]) -> tuple[Chip, ...]:
    """Return what can be filtered by, with how many there are of each kind."""
    numbers = dict.fromkeys(EntryKind, 0)
    for entry in entries:
        numbers[entry.kind] += 1
    return (
        Chip(None, f"all {len(entries):,}"),
        *(Chip(kind, f"{kind.value} {number:,}") for kind, number in numbers.items() if number),
    )


def found_words(needle: str, at: int | None, found: int) -> str:
    """Return ``2 of 14 matches``, or that there is none."""
    if not needle.strip():
        return ""
    if not found:
        return "no match"
    matches = count(found, "match", "matches")
    return matches if at is None else f"{at + 1:,} of {matches}"


def nothing(kind: EntryKind | None, key: KeyName = default_key) -> str:
    """Return what to say where there is nothing to show."""
    if kind is None:
        return f"Nothing has happened yet: {key('client_page.note')} writes a note."
    return f"No {kind.value} are known. {key('client_page.all_kinds')} shows everything."


def when(moment: datetime) -> str:
    """Return a moment as it is typed: ``2026-11-19 14:02``."""
    return f"{moment:%Y-%m-%d %H:%M}"
