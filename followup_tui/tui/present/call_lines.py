"""The call list in plain lines: its sections, and how one row reads, with nothing of Textual.

Each line is made of pieces of text, each of a kind that says how it looks (`panes.call_list` has
the style sheet). So the list reads the same where it is drawn before Textual is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from followup_tui.domain.queue import Band, CallList, Held, QueueEntry
from followup_tui.domain.words import count, day_words

Line = tuple[tuple[str, str], ...]
"""Pieces of text and their kinds: ``urgent``, ``late-words``, ``name`` …; empty: no kind."""
KeyName = Callable[[str], str]
"""Action id -> the key that is shown for it."""

Listed = QueueEntry | Held
"""Somebody on the list, or somebody who is left alone for now."""

SIGNS: dict[Band, str] = {Band.URGENT: "!", Band.LATE: "●", Band.DUE: "○", Band.SOON: "·"}
"""The sign of each band, beside its colour."""
HELD_SIGN = "‖"


def entry_of(listed: Listed) -> QueueEntry:
    """Return the entry, also of somebody who is held back."""
    return listed.entry if isinstance(listed, Held) else listed


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading."""

    title: str
    listed: Sequence[Listed] = ()
    note: str = ""
    """Words in place of rows, where there are none."""
    toggles: bool = False
    """Whether a click on the heading shows more or less of the list."""


def unsought(queue: CallList, *, show_all: bool, key: KeyName) -> tuple[Section, ...]:
    """Return the sections that are shown while nothing is searched for."""
    shown: list[Section] = []
    if queue.today:
        shown.append(Section("today", queue.today))
    elif not queue.beyond:
        shown.append(Section("today", note=_nobody(queue, key)))
    if queue.beyond:
        shown.append(Section("over the day's capacity", queue.beyond))
    others = len(queue.coming) + len(queue.held)
    if show_all:
        if queue.coming:
            shown.append(Section("coming", queue.coming))
        if queue.held:
            shown.append(Section("held back", queue.held))
        shown.append(Section(f"{key('desk.all')}  show only today", toggles=True))
    elif others:
        shown.append(Section(f"{key('desk.all')}  show all: {_others(queue)}", toggles=True))
    return tuple(shown)


def _others(queue: CallList) -> str:
    parts = []
    if queue.coming:
        parts.append(f"{len(queue.coming):,} coming")
    if queue.held:
        parts.append(f"{len(queue.held):,} held back")
    return ", ".join(parts)


def _nobody(queue: CallList, key: KeyName) -> str:
    """Return what to say when nobody is due."""
    today = queue.now.date()
    if not queue.coming:
        return (
            "Nobody is due today, nor in the days to come. "
            f"{key('desk.clients')} shows all clients, {key('desk.add_client')} adds one."
        )
    first = queue.coming[0]
    who = f"{first.person} ({first.name})" if first.person else first.name
    when = day_words(first.reason.due, today)
    preposition = "" if when in {"today", "tomorrow"} else "on "
    later = f"{key('desk.all')} shows who comes later."
    return f"Nobody is due today. The next is {who} {preposition}{when}; {later}"


# Lines


def heading_line(title: str, width: int) -> Line:
    """Return a section's rule: ``─ coming ──────``."""
    rule = "─" * max(width - cell_len(title) - 3, 0)
    return ((f"─ {title} {rule}", "rule"),)


def toggle_line(title: str) -> Line:
    """Return the line that shows more or less of the list."""
    key, _, words = title.partition("  ")
    return ((" ", ""), (key, "key"), (f" {words}", ""))


def lines_of(listed: Listed, width: int) -> tuple[Line, Line]:
    """Return the two lines of a row: sign, person and client; why they are on the list."""
    entry = entry_of(listed)
    held = isinstance(listed, Held)
    sign = HELD_SIGN if held else SIGNS[entry.reason.band]
    band = "quiet" if held else entry.reason.band.value
    words = listed.words if isinstance(listed, Held) else entry.reason.text
    more = "" if held or len(entry.reasons) == 1 else f"+{len(entry.reasons) - 1}"
    return (
        name_line(sign, band, entry.person, entry.name, width),
        reason_line(words, more, f"{band}-words", width),
    )


def name_line(sign: str, band: str, person: str, client: str, width: int) -> Line:
    """Return sign, person and client; the clients form a column where the persons let them."""
    if not person:
        return ((f" {sign} ", band), (client, "name"))
    column = min(max(width * 2 // 5, 8), 18)
    gap = " " * max(column - cell_len(person), 2)
    return ((f" {sign} ", band), (person, "name"), (gap + client, "client"))


def reason_line(words: str, more: str, kind: str, width: int) -> Line:
    """Return the reason, cut so that the number of further reasons stays in sight."""
    room = max(width - 3 - (cell_len(more) + 1 if more else 0), 0)
    reason = cut(((words, kind),), room)
    padding = room - cell_len(words)
    if not more:
        return (("   ", ""), *reason)
    return (("   ", ""), *reason, (" " * max(padding, 0), ""), (f" {more}", "quiet"))


def cut(line: Line, width: int) -> Line:
    """Return as much of a line as `width` cells take, with an ellipsis where it was cut."""
    if sum(cell_len(text) for text, _ in line) <= width:
        return line
    kept: list[tuple[str, str]] = []
    room = width - 1
    for text, kind in line:
        if cell_len(text) >= room:
            last = f"{set_cell_size(text, room)}…" if width else ""
            return (*kept, (last, kind))
        kept.append((text, kind))
        room -= cell_len(text)
    return tuple(kept)


# The head of the desk


def day_line(queue: CallList) -> str:
    """Return ``Thu 19 Nov · 6 due · 2 promises``."""
    parts = [f"{queue.now:%a} {queue.now.day} {queue.now:%b}"]
    due = len(queue.today) + len(queue.beyond)
    parts.append(f"{due:,} due" if due else "nobody due")
    if queue.promises:
        parts.append(count(queue.promises, "promise"))
    return " · ".join(parts)
