"""Correcting what was understood, and editing the notes elsewhere, in the call itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static

from followup_tui.domain.notes.capture import NoteKind
from followup_tui.tui import note_correction
from followup_tui.tui.dialogs.line import LineDialog
from followup_tui.tui.editor import edit
from followup_tui.tui.panes.caught import CaughtPane
from tests.builders import NOW
from tests.fakes import FakeClock, a_story_desk
from tests.story import NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun, types
from tests.tui.waiting import until


def understood(app: CallHost) -> str:
    return str(app.call_screen.query_one(CaughtPane).query_one(Static).content)


def notes(app: CallHost) -> list[tuple[str, str]]:
    call = app.call_screen.call
    assert call is not None
    return [(f"{line.at.astimezone(NOW.tzinfo):%H:%M}", line.text) for line in call.notes]


async def opened(pilot: Pilot[Any], app: CallHost) -> LineDialog:
    await until(pilot, lambda: isinstance(app.screen, LineDialog), "the dialog")
    await pilot.pause()
    assert isinstance(app.screen, LineDialog)
    return app.screen


async def test_a_line_is_corrected_by_keys_keeps_its_stamp_and_is_undone_in_one_step() -> None:
    clock = FakeClock(NOW)
    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "! send it by 31 Feb")
        await until(pilot, lambda: "is no day" in understood(app), "the doubt")
        clock.forward(minutes=5)
        await pilot.press("ctrl+e")
        dialog = await opened(pilot, app)
        dialog.query_one("#text", Input).value = "send the offer"
        dialog.query_one("#when", Input).value = "next tue"
        line = dialog.query_one("#line", Static)
        wanted = "! send the offer by Tue 24 Nov 2026"
        await until(pilot, lambda: str(line.content) == wanted, "the line")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is not dialog, "the dialog to close")
        await until(pilot, lambda: "by Tue 24 Nov · send the offer" in understood(app), "it")
        assert notes(app) == [("14:02", wanted)]
        pad = app.call_screen.state.pad
        pad.undo()
        await until(pilot, lambda: notes(app) == [("14:02", "! send it by 31 Feb")], "the undo")


async def test_a_click_on_what_was_understood_corrects_its_line() -> None:
    app = CallHost(a_story_desk(now=FakeClock(NOW)), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "+ reports\n* Azure")
        both = "interest  Azure\nliked     reports"
        await until(pilot, lambda: understood(app) == both, "both lines")
        pane = app.call_screen.query_one(CaughtPane)
        second = Offset(5, 2)  # the newest stands first
        await until(
            pilot,
            lambda: (
                pane.content_region.height > 1
                and app.screen.get_widget_at(*(pane.region.offset + second))[0] in pane.children
            ),
            "the pane to be laid out",
        )
        await pilot.click(CaughtPane, offset=second)
        dialog = await opened(pilot, app)
        assert dialog.query_one("#text", Input).value == "reports"
        dialog.query_one("#kind", Select).value = NoteKind.DISLIKED
        await until(
            pilot, lambda: str(dialog.query_one("#line", Static).content) == "- reports", "the line"
        )
        await pilot.click("#save")
        await until(pilot, lambda: app.screen is not dialog, "the dialog to close")
        assert app.call_screen.state.pad.text == "- reports\n* Azure"


async def test_what_cannot_be_keeps_the_dialog_open_and_escape_leaves_the_line() -> None:
    app = CallHost(a_story_desk(now=FakeClock(NOW)), NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, app)
        await types(pilot, "> coffee thu 10:00")
        await pilot.press("ctrl+e")
        dialog = await opened(pilot, app)
        dialog.query_one("#when", Input).value = "31 Feb 10:00"
        await pilot.press("enter")
        line = dialog.query_one("#line", Static)
        await until(pilot, lambda: "is no day" in str(line.content), "the sentence")
        assert app.screen is dialog
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not dialog, "the dialog to close")
        assert app.call_screen.state.pad.text == "> coffee thu 10:00"


async def test_the_editor_brings_lines_back_with_their_stamps(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "editor.py"
    program.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n"
        "lines = file.read_text().split('\\n')\n"
        "file.write_text('\\n'.join([lines[0], 'between', *lines[1:]]) + '\\n')\n"
    )
    environment = {"EDITOR": f"{sys.executable} {program}"}
    # A test's terminal cannot be lent, so the stepping aside is left out.
    monkeypatch.setattr(
        "followup_tui.tui.editor.edit_aside",
        lambda app, text: edit(text, name="notes.txt", environment=environment),
    )
    clock = FakeClock(NOW)
    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "one\n")
        clock.forward(minutes=1)
        await types(pilot, "two")
        clock.forward(minutes=1)
        await pilot.press("f11")
        wanted = [("14:02", "one"), ("14:04", "between"), ("14:03", "two")]
        await until(pilot, lambda: notes(app) == wanted, "what came back")


async def test_an_editor_that_is_not_set_is_told_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = CallHost(a_story_desk(now=FakeClock(NOW)), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "one")
        await pilot.press("f11")
        problem = app.call_screen.query_one("#problem", Static)
        await until(pilot, lambda: "No editor is set" in str(problem.content), "the sentence")
        assert app.call_screen.state.pad.text == "one"


def test_the_module_that_a_call_imports_brings_neither_dialog_nor_editor() -> None:
    assert not {"LineDialog", "edit_aside"} & set(vars(note_correction))
