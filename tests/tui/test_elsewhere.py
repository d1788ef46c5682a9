"""Text that the desk cannot keep: saved elsewhere, copied, or let go knowingly."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any, cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from followup_tui.services.ports import StoreProblem
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog
from followup_tui.tui.dialogs.note import NoteDialog
from followup_tui.tui.elsewhere import Held, file_for
from followup_tui.tui.messages import CallWanted, ClientFormWanted
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import NOW
from tests.fakes import DISK_FULL, MemoryDrafts, MemoryRecords, a_story_desk
from tests.story import NORTHWIND
from tests.tui.waiting import until

SIZE = (120, 36)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, where files are proposed."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def app(tmp_path: Path) -> FollowupApp:
    return FollowupApp(a_story_desk(tmp_path / "desk"))


def break_the_disk(app: FollowupApp, words: str = DISK_FULL) -> None:
    cast(MemoryDrafts, app.desk.drafts).broken = words
    cast(MemoryRecords, app.desk.records).broken = words


async def note_begun(app: FollowupApp, pilot: Pilot[Any], text: str) -> None:
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    desk = cast(DeskScreen, app.screen)
    await until(pilot, lambda: desk.view is not None)
    await pilot.press("n")
    await until(pilot, lambda: isinstance(app.screen, NoteDialog) and app.focused is not None)
    await pilot.press(*text)


def said(app: FollowupApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


async def test_a_note_is_saved_to_a_file_that_only_the_user_can_read(
    app: FollowupApp, own_folder: Path
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await note_begun(app, pilot, "half a [b] thought")
        break_the_disk(app)
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        (path,) = own_folder.glob("*.txt")
        assert path.name == "followup-note-northwind-traders-20261119-140200.txt"
        assert path.read_text() == "half a [b] thought\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert app.screen.query_one(TextArea).text == "half a [b] thought"


async def test_nothing_is_overwritten_and_a_bad_path_is_told(
    app: FollowupApp, own_folder: Path
) -> None:
    (own_folder / "mine.txt").write_text("mine")
    async with app.run_test(size=SIZE) as pilot:
        await note_begun(app, pilot, "abc")
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        where = app.screen.query_one("#where", Input)
        for path, words in (
            ("mine.txt", "stands there already"),
            ("~/none/at/all.txt", "is gone"),
            (" ", "Name a file"),
        ):
            where.value = path
            await pilot.press("enter")
            await until(pilot, lambda words=words: words in said(app), words)  # type: ignore[misc]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        assert (own_folder / "mine.txt").read_text() == "mine"
        assert sorted(path.name for path in own_folder.iterdir()) == ["mine.txt"]


async def test_copying_keeps_the_dialog_open(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await note_begun(app, pilot, "abc")
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.click("#copy")
        await until(pilot, lambda: "Copied" in said(app))
        assert app.clipboard == "abc"


async def test_quitting_does_not_lose_what_cannot_be_kept(
    app: FollowupApp, own_folder: Path
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await note_begun(app, pilot, "abc")
        break_the_disk(app)
        await pilot.press("d", "ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        assert "would be lost" in str(app.screen.query_one(".dialog-words", Static).content)
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, ElsewhereDialog)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        assert app.screen.query_one(TextArea).text == "abcd"
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_running)
    (path,) = own_folder.glob("*.txt")
    assert path.read_text() == "abcd\n"


async def test_what_cannot_be_kept_can_be_let_go(app: FollowupApp, own_folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await note_begun(app, pilot, "abc")
        break_the_disk(app)
        await pilot.press("d", "ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.click("#leave")
        await until(pilot, lambda: not app.is_running)
    assert list(own_folder.glob("*.txt")) == []


async def test_a_call_that_cannot_be_kept_is_saved_elsewhere(
    app: FollowupApp, own_folder: Path
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(CallWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        call = cast(CallScreen, app.screen)
        await until(pilot, lambda: call.call is not None)
        break_the_disk(app)
        app.screen.query_one(NotesPad).focus()
        await pilot.press(*"+ likes it")
        problem = app.screen.query_one("#problem", Static)
        await until(pilot, lambda: "F12 saves it elsewhere" in str(problem.content))
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        (path,) = own_folder.glob("followup-call-*.txt")
        assert path.read_text() == "+ likes it\n"
        break_the_disk(app, "")
        await until(pilot, lambda: not call.is_unkept(), "tried again by itself")


async def test_a_form_is_saved_elsewhere_field_by_field(app: FollowupApp, own_folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(ClientFormWanted())
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))
        await until(pilot, lambda: isinstance(app.focused, Input))
        break_the_disk(app)
        await pilot.press(*"Fabrikam")
        problem = app.screen.query_one("#form-problem", Static)
        await until(pilot, lambda: "F12 saves it elsewhere" in str(problem.content))
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))
        (path,) = own_folder.glob("followup-form-*.txt")
        assert path.read_text() == "Client: Fabrikam\n"


async def test_where_nothing_is_typed_there_is_nothing_to_save(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("f12")
        await until(pilot, lambda: bool(app._notifications))
        assert isinstance(app.screen, DeskScreen)


def test_a_proposed_file_has_a_name_that_any_system_takes() -> None:
    path = file_for(Held("Note: Müller & Söhne / ../“x” " + "y" * 300, ""), NOW)
    assert path.name.startswith("followup-note-muller-sohne-x-yyy")
    assert len(path.name) < 90
    assert path.parent == Path.home()


def test_the_desk_writes_no_file_over_another(tmp_path: Path) -> None:
    desk = a_story_desk(tmp_path / "desk")
    (tmp_path / "x.txt").write_text("mine")
    with pytest.raises(StoreProblem, match="stands there already"):
        desk.save_elsewhere(tmp_path / "x.txt", "theirs")
