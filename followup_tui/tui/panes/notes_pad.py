"""The notes of a call: an editor whose lines carry the time at which they were begun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind, kind_of
from followup_tui.domain.text import clean_typed
from followup_tui.tui.present.call import KIND_WORDS

_TIME_CELLS = 6  # “14:02 ”
_WORD_CELLS = 10  # “next step ”
_WORDS_FROM = 60
"""Cells of width from which the word for the kind stands in the gutter, too."""
_EMPTY = ("Type what they say.", "Each line keeps its time.", "A sign gives it a meaning.")

_BOLD = Style(bold=True)


LONGEST_LINE = 4_000
"""Characters of a line that is pasted: a longer one becomes several, so that it can be kept.

`TextArea` goes through all of a line for each of its rows on the screen: in one of 50,000
characters each key took a fifth of a second, in one of these an eighth of that.
"""
_WORD = re.compile(r"\s(?=\w)")


def _parted(line: str) -> str:
    """Return a line that was pasted as lines of a bearable length, parted before words."""
    pieces: list[str] = []
    while len(line) > LONGEST_LINE:
        words = [found.end() for found in _WORD.finditer(line, LONGEST_LINE // 2, LONGEST_LINE)]
        end = words[-1] if words else LONGEST_LINE
        pieces.append(line[:end])
        line = line[end:]
    return "\n".join([*pieces, line])


def _style_class(kind: NoteKind) -> str:
    return f"notes-pad--{kind.name.lower().replace('_', '-')}"


class NotesPad(TextArea):
    """An editor for the notes, with the time and the kind of each line in its gutter.

    It keeps no stamps of its own: `stamp` gives it those of the service, which alone knows which
    line is which. A key costs what it costs in a bare `TextArea`, and one look at a line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "notes-pad--time",
        "notes-pad--hint",
        *(_style_class(kind) for kind in NoteKind),
    }

    DEFAULT_CSS = """
    NotesPad {
        border: round $border-blurred;
        background: $background;
        padding: 0 0 0 1;
        &:focus { border: round $border; }
        & .text-area--cursor-line { background: $surface; }
        & .notes-pad--time { color: $text-muted; }
        & .notes-pad--hint { color: $text-muted; }
        & .notes-pad--liked { color: $liked; }
        & .notes-pad--disliked { color: $disliked; }
        & .notes-pad--promise { color: $promise; }
        & .notes-pad--referral { color: $text-primary; }
        & .notes-pad--next-step { color: $band-due; }
        & .notes-pad--question { color: $text-warning; }
        & .notes-pad--interest { color: $text-accent; }
        & .notes-pad--answer { color: $text-success; }
    }
    """

    class Typed(Message):
        """The text was changed.

        `lines_changed` says that a line came, went, or was begun, so that the stamps are to be
        asked for now; otherwise there is time.
        """

        def __init__(self, pad: NotesPad, *, lines_changed: bool) -> None:
            super().__init__()
            self.pad = pad
            self.lines_changed = lines_changed

        @property
        def control(self) -> NotesPad:
            """The pad that was typed on."""
            return self.pad

    def __init__(self, *, zone: tzinfo | None) -> None:
        """`zone` is the user's: stamps are shown in it."""
        self._styles: dict[str, Style] = {}
        self._drawn: LRUCache[tuple[str, int, datetime | None, int], Strip] = LRUCache(1024)
        super().__init__(tab_behavior="focus")
        self._zone = zone
        self._stamps: list[datetime | None] = [None]
        self.border_title = Content("Notes")

    # What it shows

    def load(self, notes: Sequence[NoteLine], *, typed_already: str = "") -> None:
        """Show notes taken up again; what was typed while they were on their way comes below."""
        texts = [note.text for note in notes]
        if typed_already:
            texts.append(typed_already)
        with self.prevent(TextArea.Changed):
            self.load_text("\n".join(texts))
        self.move_cursor(self.document.end)
        self.stamp(notes)

    def stamp(self, notes: Sequence[NoteLine]) -> None:
        """Take the moments of the lines: there is a note for each, blank ones too."""
        stamps = [note.at if note.text.strip() else None for note in notes] or [None]
        if stamps != self._stamps:
            self._stamps = stamps
            self.refresh()

    def say_kept(self, words: str) -> None:
        """Show when the notes were last saved, in the lower border."""
        self.border_subtitle = Content(words)

    def on_resize(self) -> None:
        """Keep the cursor in sight where what was understood takes room below."""
        self.call_after_refresh(self.scroll_cursor_visible)

    # What is typed

    def change_line(self, row: int, text: str) -> None:
        """Write a line anew as one step that undo takes back."""
        self.history.checkpoint()
        end = (row, len(self.document[row]))
        self.replace(text, (row, 0), end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor((row, len(text)))

    def change_all(self, text: str) -> None:
        """Write all of it anew as one step that undo takes back; the cursor stays in its line."""
        if text == self.text:
            return
        row = self.cursor_location[0]
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, len(self.document[row])))

    def edit(self, edit: Edit) -> EditResult:
        """Make one edit, then tell it; see `TextArea.edit`."""
        result = super().edit(edit)
        self._tell()
        return result

    def undo(self) -> None:
        """Take back the last edits; see `TextArea.undo`."""
        super().undo()
        self._tell()

    def redo(self) -> None:
        """Make the edits again that were taken back; see `TextArea.redo`."""
        super().redo()
        self._tell()

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, cleaned, since it comes from outside."""
        event.prevent_default()
        event.stop()
        text = "\n".join(map(_parted, map(clean_typed, event.text.splitlines())))
        if event.text.endswith(("\n", "\r")):
            text += "\n"
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
            self.focus()

    def _tell(self) -> None:
        row = self.cursor_location[0]
        stamped = row < len(self._stamps) and self._stamps[row] is not None
        lines_changed = (
            self.document.line_count != len(self._stamps)
            or bool(self.document[row].strip()) != stamped
        )
        self.post_message(self.Typed(self, lines_changed=lines_changed))

    # How it is drawn

    @property
    def gutter_width(self) -> int:
        """The cells left of the text: the time, and with room enough the kind in a word."""
        return _TIME_CELLS + (_WORD_CELLS if self.size.width >= _WORDS_FROM else 0)

    def get_line(self, line_index: int) -> Text:
        """Return a line of the text, coloured by its kind."""
        line = super().get_line(line_index)
        kind = kind_of(line.plain)
        if kind is not NoteKind.NOTE:
            line.stylize(Style(color=self._style(_style_class(kind)).color))
            line.stylize(_BOLD, 0, 1)
        return line

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old colours; see `TextArea.notify_style_update`."""
        self._styles.clear()
        self._drawn.clear()
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(name)
        return style

    def render_line(self, y: int) -> Strip:
        """Draw one line: its gutter, then what the editor draws.

        `TextArea` forgets all it drew at each key; lines that the cursor is not on are kept here,
        which makes up for what the gutter costs.
        """
        width = self.scrollable_content_region.width
        offset = self.scroll_offset.y + y
        # Not the document's `height`: it counts all lines anew, each time it is asked.
        if offset > self.wrapped_document.location_to_offset(self.document.end).y:
            return self._hint(offset, width)
        row, column = self.wrapped_document.offset_to_location(Offset(0, offset))
        at = self._stamps[row] if column == 0 and row < len(self._stamps) else None
        if (
            row == self.selection.end[0]
            or not self.selection.is_empty
            or self.matching_bracket_location is not None
        ):
            return self._draw(y, row, at, first=column == 0)
        key = (self.document[row], column, at, width)
        strip = self._drawn.get(key)
        if strip is None:
            strip = self._drawn[key] = self._draw(y, row, at, first=column == 0)
        return strip

    def _draw(self, y: int, row: int, at: datetime | None, *, first: bool) -> Strip:
        """Draw a line of the editor with the time and the kind beside it."""
        cells = self.gutter_width
        time = f"{at.astimezone(self._zone):%H:%M} " if at else " " * _TIME_CELLS
        segments = [Segment(time, self._style("notes-pad--time"))]
        if cells > _TIME_CELLS:
            kind = kind_of(self.document[row]) if first else NoteKind.NOTE
            word = f"{KIND_WORDS[kind]:<{_WORD_CELLS}}"
            segments.append(Segment(word, self._style(_style_class(kind))))
        return Strip.join([Strip(segments, cells), super().render_line(y)])

    def _hint(self, offset: int, width: int) -> Strip:
        """Draw a line below the text: blank, or while there is none, what can be done here."""
        blank = self.document.line_count == 1 and not self.document[0]
        words = _EMPTY[offset - 1] if blank and 1 <= offset <= len(_EMPTY) else ""
        style = self._style("notes-pad--hint")
        line = " " * self.gutter_width + words
        return Strip([Segment(line, style)]).adjust_cell_length(width, self.rich_style)
