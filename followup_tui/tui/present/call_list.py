"""The call list as rows: sections, filtering, and how one row reads. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rich.cells import cell_len
from textual.content import Content

from followup_tui.domain.queue import Band, CallList, Held, QueueEntry, Reason, ReasonKind
from followup_tui.domain.text import fold
from followup_tui.domain.words import count, day_words
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout, Run

Listed = QueueEntry | Held
"""Somebody on the list, or somebody who is left alone for now."""

SIGNS: dict[Band, str] = {Band.URGENT: "!", Band.LATE: "●", Band.DUE: "○", Band.SOON: "·"}
"""The sign of each band, beside its colour."""
_PROMISED = frozenset({ReasonKind.PROMISE, ReasonKind.THEIR_PROMISE})
HELD_SIGN = "‖"


def entry_of(listed: Listed) -> QueueEntry:
    """Return the entry, also of somebody who is held back."""
    return listed.entry if isinstance(listed, Held) else listed


@dataclass(frozen=True, slots=True)
class Guest:
    """A client who is on the desk without being on the list: looked up, or just dealt with."""

    client_id: str
    name: str
    person: str = ""
    words: str = "not on the list today"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading."""

    title: str
    listed: Sequence[Listed] = ()
    note: str = ""
    """Words in place of rows, where there are none."""
    toggles: bool = False
    """Whether a click on the heading shows more or less of the list."""


def promise_behind(queue: CallList | None, client_id: str | None) -> Reason | None:
    """Return the promise that put a client on the list, ours before theirs."""
    listed = find_listed(queue, client_id) if queue is not None and client_id else None
    reasons = entry_of(listed).reasons if listed else ()
    promised = [each for each in reasons if each.kind in _PROMISED and each.record_id]
    return min(promised, key=lambda each: each.kind, default=None)


def next_on_list(queue: CallList | None, client_id: str) -> str | None:
    """Return who is called after a client today, or None where there is nobody."""
    ids = [entry.client_id for entry in (*queue.today, *queue.beyond)] if queue else []
    if client_id not in ids[:-1]:
        return None
    return ids[ids.index(client_id) + 1]


# Filtering


class Finder:
    """Finds rows of one call list by words, as they are typed.

    Every word must occur in the client's name, the person's or a reason, case and accents aside.
    """

    def __init__(self, queue: CallList) -> None:
        self._groups: tuple[Sequence[Listed], ...] = (
            queue.today,
            queue.beyond,
            queue.coming,
            queue.held,
        )
        self._folded: tuple[list[str], ...] | None = None

    def find(self, needle: str) -> tuple[list[Listed], ...]:
        """Return who matches, in the groups today, beyond, coming and held back."""
        words = fold(needle).split()
        if self._folded is None:
            # Folded once, at the first key: later keys only look.
            self._folded = tuple([_folded(one) for one in group] for group in self._groups)
        return tuple(
            [one for one, text in zip(group, texts, strict=True) if all(w in text for w in words)]
            for group, texts in zip(self._groups, self._folded, strict=True)
        )


def _folded(listed: Listed) -> str:
    entry = entry_of(listed)
    held = listed.words if isinstance(listed, Held) else ""
    return fold(" ".join((entry.name, entry.person, held, *(r.text for r in entry.reasons))))


# Sections


def sections(
    queue: CallList,
    *,
    show_all: bool,
    needle: str = "",
    finder: Finder | None = None,
    key: KeyName = default_key,
) -> tuple[Section, ...]:
    """Return the sections to show: today's; with `show_all` or while searching, the others too."""
    if needle.strip():
        return _found(needle, (finder or Finder(queue)).find(needle))
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


def _found(needle: str, groups: Sequence[Sequence[Listed]]) -> tuple[Section, ...]:
    titles = ("today", "over the day's capacity", "coming", "held back")
    shown = tuple(
        Section(title, listed) for title, listed in zip(titles, groups, strict=True) if listed
    )
    if shown:
        return shown
    words = f"Nobody on the list matches “{needle.strip()}”. Escape clears the search."
    return (Section("today", note=words),)


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


# Rows


class CallRows:
    """The sections as numbered rows, presented only when they come on the screen."""

    def __init__(
        self, shown: Sequence[Section], *, guest: Guest | None = None, width: int = 40
    ) -> None:
        self._sections = shown
        self.guest = guest
        # One section needs no rule to tell it from others.
        titled = [section for section in shown if section.listed or section.note]
        self._plain = len(titled) == 1 and titled[0].title == "today" and guest is None
        self._notes = [_wrapped(section.note, width) for section in shown]
        runs: list[Run] = []
        self._at: list[tuple[Section | Guest, int]] = []
        """What each run shows, and which of its lines of notes; parallel to `_starts`."""
        self._starts: list[int] = []
        for what, kind, run in self._runs(shown):
            if run.count:
                self._starts.append(sum(r.count for r in runs))
                self._at.append((what, kind))
                runs.append(run)
        self.layout = RowLayout(runs)

    _HEADING, _ROWS, _NOTE = 0, 1, 2

    def _runs(self, shown: Sequence[Section]) -> Iterator[tuple[Section | Guest, int, Run]]:
        if self.guest is not None:
            yield self.guest, self._HEADING, Run(1, 1, selectable=False)
            yield self.guest, self._ROWS, Run(1, 2)
        for section, note in zip(shown, self._notes, strict=True):
            if section.toggles or not self._plain:
                yield section, self._HEADING, Run(1, 1, selectable=False)
            yield section, self._ROWS, Run(len(section.listed), 2)
            yield section, self._NOTE, Run(len(note), 1, selectable=False)

    def _place(self, row: int) -> tuple[Section | Guest, int, int]:
        """Return what a row belongs to, its kind and its number within."""
        run = max(index for index, start in enumerate(self._starts) if start <= row)
        what, kind = self._at[run]
        return what, kind, row - self._starts[run]

    def client_at(self, row: int) -> str | None:
        """Return the id of the client on a row; None for a heading."""
        what, kind, index = self._place(row)
        if kind != self._ROWS:
            return None
        if isinstance(what, Guest):
            return what.client_id
        return entry_of(what.listed[index]).client_id

    def toggles_at(self, row: int) -> bool:
        """Say whether a click on this row shows more or less of the list."""
        what, _, _ = self._place(row)
        return isinstance(what, Section) and what.toggles

    def row_of(self, client_id: str) -> int | None:
        """Return the first row of a client, or None."""
        for start, (what, kind) in zip(self._starts, self._at, strict=True):
            if kind != self._ROWS:
                continue
            if isinstance(what, Guest):
                if what.client_id == client_id:
                    return start
                continue
            for index, listed in enumerate(what.listed):
                if entry_of(listed).client_id == client_id:
                    return start + index
        return None

    def lines(self, row: int, width: int) -> Sequence[Content]:
        """Return how a row reads."""
        what, kind, index = self._place(row)
        if isinstance(what, Guest):
            return (
                heading("looked up", width) if kind == self._HEADING else guest_lines(what, width)
            )
        if kind == self._HEADING:
            return toggle(what.title) if what.toggles else heading(what.title, width)
        if kind == self._NOTE:
            note = self._notes[self._sections.index(what)]
            return (Content.styled(note[index], ".call-list--quiet"),)
        return entry_lines(what.listed[index], width)


def _wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of `width` cells, indented by one."""
    if not text:
        return []
    return [f" {line.plain}" for line in Content(text).wrap(max(width - 2, 1))]


def heading(title: str, width: int) -> tuple[Content]:
    """Return a section's rule: ``─ coming ──────``."""
    rule = "─" * max(width - cell_len(title) - 3, 0)
    return (Content.styled(f"─ {title} {rule}", ".call-list--rule"),)


def toggle(title: str) -> tuple[Content]:
    """Return the line that shows more or less of the list, when it is clicked."""
    key, _, words = title.partition("  ")
    return (Content.assemble(" ", (key, ".call-list--key"), f" {words}"),)


def entry_lines(listed: Listed, width: int) -> tuple[Content, Content]:
    """Return the two lines of a row: sign, person and client; why they are on the list."""
    entry = entry_of(listed)
    held = isinstance(listed, Held)
    sign = HELD_SIGN if held else SIGNS[entry.reason.band]
    band = "quiet" if held else entry.reason.band.value
    words = listed.words if isinstance(listed, Held) else entry.reason.text
    more = "" if held or len(entry.reasons) == 1 else f"+{len(entry.reasons) - 1}"
    return (
        _name_line(sign, f".call-list--{band}", entry.person, entry.name, width),
        _reason_line(words, more, f".call-list--{band}-words", width),
    )


def guest_lines(guest: Guest, width: int) -> tuple[Content, Content]:
    """Return the two lines of somebody who is not on the list."""
    return (
        _name_line("→", ".call-list--quiet", guest.person, guest.name, width),
        _reason_line(guest.words, "", ".call-list--quiet-words", width),
    )


def _name_line(sign: str, style: str, person: str, client: str, width: int) -> Content:
    """Return sign, person and client; the clients form a column where the persons let them."""
    if not person:
        return Content.assemble((f" {sign} ", style), (client, ".call-list--name"))
    column = min(max(width * 2 // 5, 8), 18)
    gap = " " * max(column - cell_len(person), 2)
    return Content.assemble(
        (f" {sign} ", style), (person, ".call-list--name"), (gap + client, ".call-list--client")
    )


def _reason_line(words: str, more: str, style: str, width: int) -> Content:
    """Return the reason, cut so that the number of further reasons stays in sight."""
    room = width - 3 - (cell_len(more) + 1 if more else 0)
    reason = Content.styled(words, style).truncate(max(room, 0), ellipsis=True, pad=bool(more))
    parts: list[Content | tuple[str, str]] = [Content("   "), reason]
    if more:
        parts.append((f" {more}", ".call-list--quiet"))
    return Content.assemble(*parts)


# The head of the desk


def day_line(queue: CallList) -> str:
    """Return ``Thu 19 Nov · 6 due · 2 promises``."""
    parts = [f"{queue.now:%a} {queue.now.day} {queue.now:%b}"]
    due = len(queue.today) + len(queue.beyond)
    parts.append(f"{due:,} due" if due else "nobody due")
    if queue.promises:
        parts.append(count(queue.promises, "promise"))
    return " · ".join(parts)


def find_listed(queue: CallList, client_id: str) -> Listed | None:
    """Return somebody of the whole queue by id."""
    everybody = chain[Listed](queue.today, queue.beyond, queue.coming, queue.held)
    return next((one for one in everybody if entry_of(one).client_id == client_id), None)
