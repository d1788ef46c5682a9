"""The call list as rows: sections, filtering, and how one row reads. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from textual.content import Content

from followup_tui.domain.queue import CallList, Held, Reason, ReasonKind
from followup_tui.domain.text import fold
from followup_tui.tui.present.call_lines import (
    Line,
    Listed,
    Section,
    entry_of,
    heading_line,
    lines_of,
    name_line,
    reason_line,
    toggle_line,
    unsought,
)
from followup_tui.tui.present.key_names import KeyName, default_key
from followup_tui.tui.present.rows import RowLayout, Run

_PROMISED = frozenset({ReasonKind.PROMISE, ReasonKind.THEIR_PROMISE})


@dataclass(frozen=True, slots=True)
class Guest:
    """A client who is on the desk without being on the list: looked up, or just dealt with."""

    client_id: str
    name: str
    person: str = ""
    words: str = "not on the list today"


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
    return unsought(queue, show_all=show_all, key=key)


def _found(needle: str, groups: Sequence[Sequence[Listed]]) -> tuple[Section, ...]:
    titles = ("today", "over the day's capacity", "coming", "held back")
    shown = tuple(
        Section(title, listed) for title, listed in zip(titles, groups, strict=True) if listed
    )
    if shown:
        return shown
    words = f"Nobody on the list matches “{needle.strip()}”. Escape clears the search."
    return (Section("today", note=words),)


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
    return (_content(heading_line(title, width)),)


def toggle(title: str) -> tuple[Content]:
    """Return the line that shows more or less of the list, when it is clicked."""
    return (_content(toggle_line(title)),)


def entry_lines(listed: Listed, width: int) -> tuple[Content, Content]:
    """Return the two lines of a row: sign, person and client; why they are on the list."""
    name, reason = lines_of(listed, width)
    return _content(name), _content(reason)


def guest_lines(guest: Guest, width: int) -> tuple[Content, Content]:
    """Return the two lines of somebody who is not on the list."""
    return (
        _content(name_line("→", "quiet", guest.person, guest.name, width)),
        _content(reason_line(guest.words, "", "quiet-words", width)),
    )


def _content(line: Line) -> Content:
    return Content.assemble(
        *(Content(text) if not kind else (text, f".call-list--{kind}") for text, kind in line)
    )


def find_listed(queue: CallList, client_id: str) -> Listed | None:
    """Return somebody of the whole queue by id."""
    everybody = chain[Listed](queue.today, queue.beyond, queue.coming, queue.held)
    return next((one for one in everybody if entry_of(one).client_id == client_id), None)
