"""The letter on the screen: typed and kept, checked beside the keys, and let out."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Checkbox, Input, Static

from followup_tui.domain.letter import LetterKind, LetterState, Way
from followup_tui.domain.letters.mail import CannotLeave
from followup_tui.domain.letters.view import WayOut
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.attach import AttachDialog
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.dialogs.leave import LeaveDialog
from followup_tui.tui.dialogs.pick import PickDialog, PickRows
from followup_tui.tui.editor import edit
from followup_tui.tui.panes.letter_check import FactRows, Reasons, VerdictLine
from followup_tui.tui.panes.letter_preview import LetterPreview
from followup_tui.tui.screens.letter import LetterScreen
from tests.builders import a_promise
from tests.fakes import DISK_FULL
from tests.story import NORTHWIND
from tests.tui.letters import BODY, LetterHost, a_letter_desk, ready
from tests.tui.waiting import until

WIDE, NARROW = (120, 36), (80, 24)
PROMISE = a_promise(NORTHWIND)
GENERIC = "Hello Jane,\n\nI hope this finds you well.\n\nKim Doe\n"


def verdict(app: LetterHost) -> str:
    return str(app.screen.query_one(VerdictLine).content)


def body(app: LetterHost) -> str:
    return app.letter_screen.pad.text


def closed(app: LetterHost) -> bool:
    return not isinstance(app.screen, LetterScreen | LeaveDialog | ConfirmDialog)


async def dialog(pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)
    await pilot.pause()


async def test_what_is_typed_is_kept_and_checked_and_facts_are_put_in_by_one_key() -> None:
    desk, letters = a_letter_desk(body=GENERIC)
    app = LetterHost(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot, app)
        assert verdict(app).startswith("! Not ready: too few facts")
        first = screen.checked
        assert first is not None
        sentence = first.unused[0].sentence
        await pilot.press("down", "down", "end", "f5")
        await until(pilot, lambda: f"I hope this finds you well. {sentence}" in body(app))
        await until(pilot, lambda: screen.checked is not None and len(screen.checked.used) == 1)
        await pilot.press("enter", "f5")  # the next best one is at hand by now
        await until(pilot, lambda: "! Not ready: no day" in verdict(app), verdict(app))
        await pilot.press(*" On Thursday 26 November at 10?")
        await until(pilot, lambda: verdict(app) == "✓ Ready on 2 facts that only they know.")
        await until(
            pilot,
            lambda: bool(letters.typed) and letters.typed[-1].body == body(app),
            "kept without a key",
        )
        assert letters.records == {}
        assert "letter" in screen.held().what.lower()
        assert screen.held().text.startswith("To: jane.li@northwind.example\nCc: ulla@")


async def test_the_words_that_the_check_points_at_are_marked_and_move_with_their_lines() -> None:
    desk, _ = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot, app)
        row = BODY.split("\n").index("- You like the reports.")

        def marked(at: int) -> list[str]:
            line = screen.pad.get_line(at)
            return [line.plain[s.start : s.end] for s in line.spans if "underline" in str(s.style)]

        await until(pilot, lambda: marked(row) == ["like", "reports"])
        await pilot.press("enter")
        assert marked(row + 1) == ["like", "reports"]  # before it is checked anew
        await pilot.press("ctrl+z")
        await until(pilot, lambda: marked(row) == ["like", "reports"])


async def test_facts_are_chosen_in_their_list_by_key_and_by_mouse() -> None:
    desk, _ = a_letter_desk(body="Hello Jane,\n")
    app = LetterHost(desk)
    async with app.run_test(size=NARROW) as pilot:
        screen = await ready(pilot, app)
        assert screen.checked is not None
        offered = [each.sentence for each in screen.checked.unused]
        await pilot.press("down", "f4")
        await until(pilot, lambda: isinstance(app.focused, FactRows))
        assert not screen.query_one("#sheet").display
        await pilot.press("2")
        await until(pilot, lambda: offered[1] in body(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.focused is screen.pad)
        assert screen.query_one("#sheet").display
        await pilot.click(VerdictLine)
        await until(pilot, lambda: isinstance(app.focused, FactRows))
        assert "✓ Greets Jane." in screen.query_one(Reasons).lines(60).plain
        await pilot.click(FactRows, offset=(4, 0))
        await until(pilot, lambda: offered[0] in body(app))
        await pilot.press("alt+n", "enter")
        await until(pilot, lambda: offered[2] in body(app) or offered[3] in body(app))


async def test_what_is_not_ready_is_overruled_once_and_the_check_says_what() -> None:
    desk, letters = a_letter_desk(body=GENERIC)
    app = LetterHost(desk)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        screen = await ready(pilot, app)
        await pilot.press("f3")
        await dialog(pilot, ConfirmDialog)
        detail = str(app.screen.query_one("#confirm-detail", Static).content)
        assert "next step" in detail or "day" in detail
        await pilot.press("enter")  # back is what is proposed
        await until(pilot, lambda: app.screen is screen)
        assert letters.records == {}
        await pilot.press("f3")
        await dialog(pilot, ConfirmDialog)
        await pilot.click("#confirm-overrule")
        await until(pilot, lambda: bool(letters.records))
        (letter,) = letters.records.values()
        assert letter.state is LetterState.READY
        assert letter.overruled is not None
        await until(pilot, lambda: app.static("#state") == "ready, the check overruled")
        await pilot.press("ctrl+s")  # not asked again
        await dialog(pilot, LeaveDialog)


def is_(box: Checkbox, value: bool) -> bool:
    return box.value is value


async def test_it_leaves_as_a_file_and_what_stands_there_is_not_written_over(
    tmp_path: Path,
) -> None:
    desk, letters = a_letter_desk(tmp_path)
    letters.keeps = (PROMISE,)
    letters.wrong["file"] = CannotLeave("That file stands there already: choose another name.")
    app = LetterHost(desk)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+s")
        await dialog(pilot, LeaveDialog)
        assert "copy to ulla@ourselves.example" in str(
            app.screen.query_one(".dialog-words", Static).content
        )
        await pilot.press("enter")
        await until(pilot, lambda: "choose another name" in app.static("#said"))
        letters.wrong.clear()
        await pilot.press("4")
        await until(pilot, lambda: "under [mail]" in app.static("#said"))
        kept = app.screen.query_one(".keeps", Checkbox)
        assert "will stand as kept" in str(app.screen.query_one(".-close", Static).content)
        for answer in (False, True, False):
            app.screen.query_one("#way-1").focus()
            await pilot.press("k")
            await until(pilot, partial(is_, kept, answer))
        field = app.screen.query_one("#where", Input)
        field.value = str(tmp_path / "mine.eml")
        field.focus()
        await pilot.press("enter")
        await until(pilot, lambda: closed(app))
        assert (tmp_path / "mine.eml").read_text() == BODY
        assert letters.kept == ()  # that it keeps the promise was taken back
        assert "mine.eml: open it, and it is an unsent draft." in app.said()[-1]
        (letter,) = letters.records.values()
        assert [left.way for left in letter.left] == [Way.FILE]


async def test_the_mailbox_asks_for_its_password_and_keeps_it_only_where_wanted() -> None:
    ways = (WayOut(Way.DRAFTS), WayOut(Way.CLIPBOARD))
    desk, letters = a_letter_desk(ways=ways)
    app = LetterHost(desk)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await ready(pilot, app)
        await pilot.click("#leave")
        await dialog(pilot, LeaveDialog)
        await pilot.click("#way-1")
        await until(pilot, lambda: app.focused is app.screen.query_one("#password"))
        assert "Which is the password" in app.static("#said")
        await pilot.press(*"wrong", "enter")
        await until(pilot, lambda: "does not take this password" in app.static("#said"))
        app.screen.query_one("#password", Input).value = "right"
        app.screen.query_one("#remember", Checkbox).value = True
        await pilot.press("ctrl+s")
        await until(pilot, lambda: closed(app))
        assert letters.passwords == [("wrong", False), ("right", True)]
        assert "of your mailbox, not sent." in app.said()[-1]


async def test_it_is_copied_by_the_terminal() -> None:
    desk, _ = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+s")
        await dialog(pilot, LeaveDialog)
        await pilot.press("3")
        await until(pilot, lambda: closed(app))
        assert app.clipboard == BODY
        assert "is on the clipboard" in app.said()[-1]


async def test_it_is_put_aside_by_one_key_and_left_knowingly_where_nothing_can_be_kept() -> None:
    desk, letters = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot, app)
        letters.wrong = {"keep": StoreProblem(DISK_FULL), "save": StoreProblem(DISK_FULL)}
        await pilot.press("x", "escape")
        await until(pilot, lambda: "again closes without it" in app.static("#problem"))
        assert DISK_FULL in app.static("#problem")
        letters.wrong = {"keep": StoreProblem(DISK_FULL)}
        await pilot.press("escape")
        await until(pilot, lambda: closed(app))
        (letter,) = letters.records.values()
        assert letter.body == f"x{BODY}"


@pytest.mark.parametrize("asked_for", [True, False])
async def test_what_was_only_looked_at_is_written_down_where_it_came_by_itself(
    asked_for: bool,
) -> None:
    desk, letters = a_letter_desk()
    app = LetterHost(desk, asked_for=asked_for)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot, app)
        await pilot.press("escape")
        await until(pilot, lambda: closed(app))
        assert bool(letters.records) is not asked_for


async def test_another_template_or_a_blank_page_is_taken_back_by_undo() -> None:
    desk, letters = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot, app)
        await pilot.press("f8")
        await dialog(pilot, PickDialog)
        await pilot.press(*"short", "enter")
        await until(pilot, lambda: body(app) == "Hello Jane,\n")
        assert letters.begun[-1]["anew"]
        assert screen.head.head.subject == "In short"
        await pilot.press("f8")
        await dialog(pilot, PickDialog)
        await pilot.press(*"blank", "enter")
        await until(pilot, lambda: body(app) == "")
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: body(app) == BODY)
        await pilot.click("#more")
        await dialog(pilot, PickDialog)
        rows = [pick.words.plain for pick in app.screen.query_one(PickRows).picks]
        assert any(row.startswith("Edit the text in your own editor") for row in rows)
        await pilot.click(PickRows, offset=(3, 0))
        await dialog(pilot, PickDialog)
        await pilot.press(*"introduction", "enter")
        await until(pilot, lambda: "Thanks for the introduction" in app.static("#title"))
        assert letters.begun[-1]["kind"] is LetterKind.INTRODUCTION


async def test_whom_it_greets_follows_the_address_and_files_go_along(tmp_path: Path) -> None:
    (tmp_path / "offer.pdf").write_bytes(b"%PDF")
    desk, letters = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot, app)
        await pilot.click("#others")
        await dialog(pilot, PickDialog)
        await pilot.click(PickRows, offset=(3, 1))
        await until(pilot, lambda: screen.head.head.to == "ops@northwind.example")
        await until(pilot, lambda: screen.view is not None and screen.view.to_name == "")
        await pilot.press("alt+a")
        await dialog(pilot, AttachDialog)
        await pilot.press(*str(tmp_path / "none.pdf"), "enter")
        await until(pilot, lambda: "cannot be read" in app.static("#said"))
        app.screen.query_one("#path", Input).value = str(tmp_path / "offer.pdf")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "next-step.ics, offer.pdf" in app.static("#along"))
        files = (str(tmp_path / "offer.pdf"),)
        await until(
            pilot, lambda: bool(letters.typed) and letters.typed[-1].attachments == files, "kept"
        )
        await pilot.press("alt+a")
        await dialog(pilot, AttachDialog)
        await until(pilot, lambda: bool(app.screen.query(".out")))
        app.screen.query_one(".out", Button).press()
        await until(pilot, lambda: not app.screen.query(".out"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.static("#along") == "Goes along: next-step.ics")


async def test_it_is_seen_as_it_will_be_read_and_edited_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "editor.py"
    program.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text().replace('Thursday.', 'Thursday, **truly**.'))\n"
    )
    environment = {"EDITOR": f"{sys.executable} {program}"}
    monkeypatch.setattr(
        "followup_tui.tui.editor.edit_aside",
        lambda app, text, name: edit(text, name=name, environment=environment),
    )
    desk, _ = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=NARROW) as pilot:
        screen = await ready(pilot, app)
        await pilot.press("f11")
        await until(pilot, lambda: "Thursday, **truly**." in body(app))
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.focused, LetterPreview))
        drawn = "\n".join(strip.text for strip in screen._compositor.render_strips())
        assert "Thursday, truly." in drawn
        assert "• You like the reports." in drawn
        await pilot.press("escape")
        await until(pilot, lambda: app.focused is screen.pad)
        await pilot.press("f10", "f10")
        await until(pilot, lambda: app.focused is screen.pad)


async def test_it_is_thrown_away_once_asked() -> None:
    desk, letters = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await ready(pilot, app)
        await pilot.press("x", "ctrl+r")
        await dialog(pilot, ConfirmDialog)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen))
        await pilot.press("ctrl+r")
        await dialog(pilot, ConfirmDialog)
        await pilot.click("#confirm-away")
        await until(pilot, lambda: closed(app))
        assert (letters.records, letters.typed) == ({}, [])


async def test_a_letter_that_cannot_be_begun_says_why() -> None:
    desk, letters = a_letter_desk()
    letters.wrong["begin"] = StoreProblem(DISK_FULL)
    app = LetterHost(desk)
    async with app.run_test(size=NARROW) as pilot:
        await until(
            pilot,
            lambda: isinstance(app.screen, LetterScreen) and DISK_FULL in app.static("#problem"),
        )
        await pilot.press("f3", "f5", "f10", "ctrl+s", "ctrl+r", "escape")
        await pilot.press("escape")
        await until(pilot, lambda: closed(app))


async def test_it_stands_a_tiny_terminal() -> None:
    desk, letters = a_letter_desk()
    app = LetterHost(desk)
    async with app.run_test(size=(20, 5)) as pilot:
        screen = await ready(pilot, app)
        await pilot.press("x")
        assert screen.pad.region.height >= 3
        await pilot.press("f4", "f4", "f10", "f10")
        await until(pilot, lambda: app.focused is screen.pad)
        await pilot.press("ctrl+s")
        await dialog(pilot, LeaveDialog)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.resize_terminal(*WIDE)
        await pilot.resize_terminal(20, 5)
        await pilot.press("escape")
        await until(pilot, lambda: closed(app))
        assert next(iter(letters.records.values())).body.startswith("x")
