"""Correcting a line of the notes, and lending the notes to the user's editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo
from functools import partial

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import Caught
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.toast import toast


def correct_line(
    screen: Screen[None],
    desk: Desk,
    pad: NotesPad,
    row: int,
    *,
    client_id: str,
    known: Mapping[NoteLine, Caught | None],
    zone: tzinfo,
) -> None:
    """Open the dialog for one line of the pad; what it ends with is written there.

    `known` is what was understood so far. The line keeps its stamp, and undo takes it back.
    """
    from followup_tui.domain.notes.mending import line_of, parts_of  # noqa: PLC0415 - seldom used
    from followup_tui.tui.dialogs.line import LineDialog  # noqa: PLC0415

    now = desk.clock()
    own = now.tzinfo or UTC
    if not 0 <= row < pad.document.line_count or not pad.document[row].strip():
        toast(screen, "There is nothing on this line to correct.")
        return
    text = pad.document[row]
    item = next((i for line, i in known.items() if line.text == text and i is not None), None)

    def changed(line: str | None) -> None:
        if line is None or line == text:
            return
        if row < pad.document.line_count and pad.document[row] == text:
            pad.change_line(row, line)
            pad.focus()
        else:
            toast(screen, "The notes changed meanwhile; the line stays as it is.")

    write = partial(line_of, now=now, zone=zone, own=own)
    parts = parts_of(NoteLine(at=now, text=text), item)
    dialog = LineDialog(desk, text, parts, client_id=client_id, write=write)
    screen.app.push_screen(dialog, changed)


def edit_elsewhere(screen: Screen[None], pad: NotesPad, *, said: Callable[[str], None]) -> None:
    """Edit the notes in the user's own editor; `said` takes the sentence where that fails.

    What was kept before stays kept, and lines that were not touched keep their stamps.
    """
    from followup_tui.tui.editor import EditorProblem, edit_aside  # noqa: PLC0415 - seldom used

    try:
        text = edit_aside(screen.app, pad.text)
    except EditorProblem as problem:
        said(str(problem))
        return
    pad.change_all(text)
    pad.focus()
