"""The text of a letter: an editor that shows which words the personal check points at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.content import Content
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from followup_tui.domain.text import clean_typed
from followup_tui.tui.present.letter import Mark

Marks = Mapping[int, tuple[Mark, ...]]


class LetterPad(TextArea):
    """An editor in which words on which a fact rests, and words that are wrong, are underlined.

    It knows nothing of the check: `mark` gives it the places. While somebody types, the marks of
    the lines that were changed go, and the others move with their lines, until the next check.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"letter-pad--fact", "letter-pad--wrong"}
    DEFAULT_CSS = """
    LetterPad {
        border: round $border-blurred;
        background: $background;
        padding: 0 1;
        border-title-color: $text-muted;
        border-subtitle-color: $text-muted;
        &:focus { border: round $border; }
        & .text-area--cursor-line { background: $surface; }
        & .letter-pad--fact { color: $text-success; text-style: underline; }
        & .letter-pad--wrong { color: $text-warning; text-style: bold underline; }
    }
    """

    class Typed(Message):
        """The text was changed."""

        def __init__(self, pad: LetterPad) -> None:
            super().__init__()
            self.pad = pad

        @property
        def control(self) -> LetterPad:
            """The pad that was typed on."""
            return self.pad

    def __init__(self) -> None:
        self._marks: Marks = {}
        self._styles: dict[bool, Style] = {}
        super().__init__(tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        self.border_title = Content("Text")

    # What it shows

    def load(self, text: str) -> None:
        """Show a letter from its beginning, without telling that it was typed."""
        self._marks = {}
        with self.prevent(TextArea.Changed):
            self.load_text(text)

    def mark(self, marks: Marks) -> None:
        """Underline these places, by line."""
        if marks != self._marks:
            self._marks = dict(marks)
            self._draw_anew()

    def say_keys(self, words: str) -> None:
        """Say in the upper border what can be done with the text."""
        self.border_title = Content.assemble("Text  ", (words, "dim"))

    def say_kept(self, words: str) -> None:
        """Show when it was last kept, in the lower border."""
        self.border_subtitle = Content(words)

    def get_line(self, line_index: int) -> Text:
        """Return a line of the text with its marks."""
        line = super().get_line(line_index)
        for mark in self._marks.get(line_index, ()):
            line.stylize(self._style(mark.good), mark.start, mark.end)
        return line

    def _style(self, good: bool) -> Style:
        style = self._styles.get(good)
        if style is None:
            name = f"letter-pad--{'fact' if good else 'wrong'}"
            whole = self.get_component_rich_style(name, partial=True)
            style = self._styles[good] = Style(
                color=whole.color, bold=whole.bold, underline=whole.underline
            )
        return style

    def notify_style_update(self) -> None:
        """Forget the old colours; see `TextArea.notify_style_update`."""
        self._styles.clear()
        super().notify_style_update()

    def _draw_anew(self) -> None:
        """Draw the lines anew; what the editor kept of them knows the old marks."""
        self.notify_style_update()
        self.refresh()

    # What is typed

    def edit(self, edit: Edit) -> EditResult:
        """Make one edit, move the marks with it, and tell it; see `TextArea.edit`."""
        lines = self.document.line_count
        first, last = sorted((edit.from_location, edit.to_location))
        result = super().edit(edit)
        if self._marks:
            self._move_marks(first, last[0], self.document.line_count - lines)
        self.post_message(self.Typed(self))
        return result

    def _move_marks(self, first: tuple[int, int], last_row: int, by: int) -> None:
        moved: dict[int, tuple[Mark, ...]] = {}
        for row, marks in self._marks.items():
            if row < first[0]:
                moved[row] = marks
            elif row == first[0]:
                moved[row] = tuple(mark for mark in marks if mark.end <= first[1])
            elif row > last_row:
                moved[row + by] = marks
        self._marks = moved

    def undo(self) -> None:
        """Take back the last edits; see `TextArea.undo`."""
        super().undo()
        self._changed_at_large()

    def redo(self) -> None:
        """Make the edits again that were taken back; see `TextArea.redo`."""
        super().redo()
        self._changed_at_large()

    def _changed_at_large(self) -> None:
        self._marks = {}
        self._draw_anew()
        self.post_message(self.Typed(self))

    def put_in(self, sentence: str) -> None:
        """Put a sentence where the cursor is, as one step that undo takes back.

        A blank parts it from the words before and after it.
        """
        row, column = self.cursor_location
        line = self.document[row]
        before = line[:column]
        after = line[column:]
        space = " " if before and not before[-1].isspace() else ""
        more = " " if after and not after[0].isspace() else ""
        self.history.checkpoint()
        result = self.insert(f"{space}{sentence}{more}", maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor(result.end_location)
        self.scroll_cursor_visible()

    def change_all(self, text: str) -> None:
        """Write all of it anew as one step that undo takes back."""
        if text == self.text:
            return
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor((0, 0))

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, cleaned, since it comes from outside."""
        event.prevent_default()
        event.stop()
        text = "\n".join(map(clean_typed, event.text.splitlines()))
        if event.text.endswith(("\n", "\r")):
            text += "\n"
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
            self.focus()
