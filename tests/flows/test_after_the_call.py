"""From the call to the next one: wrap-up, letter, file. By keyboard alone, and by mouse alone."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.widgets import Button, OptionList

from followup_tui.desk import Desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Person
from followup_tui.domain.letter import Letter, LetterKind, LetterState, Way
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.leave import LeaveDialog
from followup_tui.tui.panes.call_list import CallListRows
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import AnswerButton
from followup_tui.tui.screens.letter import LetterScreen
from tests.fakes import FakeClock, a_story_desk
from tests.flows.playing import Player
from tests.story import CONTOSO, NORTHWIND
from tests.tui.waiting import until

NOTES = """opened a third shop in Parramatta
+ the new reports
! send the pricing link by fri
> call next thu 10:00
"""
SIZE = (120, 40)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_story_desk(tmp_path, now=FakeClock())


async def at_ways_out(player: Player) -> None:
    await until(player.pilot, lambda: isinstance(player.app.screen, LeaveDialog), "the ways out")
    await player.pilot.pause()


def check_what_left(desk: Desk) -> None:
    """Check the letter as the mail program will have it, and as the desk remembers it."""
    (letter,) = desk.records.of_client(Letter, NORTHWIND.id)
    assert (letter.kind, letter.state) == (LetterKind.FOLLOW_UP, LetterState.SAVED)
    (left,) = letter.left
    assert left.way is Way.FILE
    mail = BytesParser(policy=policy.default).parsebytes(Path(left.where).read_bytes())
    assert mail["X-Unsent"] == "1"
    assert "jane.li@northwind.example" in mail["To"]
    assert "ulla@ourselves.example" in mail["Cc"]
    text = mail.get_body(("plain",))
    assert text is not None
    said = text.get_content()
    assert "As per our conversation" in said
    assert "third shop in Parramatta" in said
    assert "Ulla" in said  # asked by name to follow the consultation up
    assert "consultation" in said
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"]
    assert not desk.drafts.keys()


async def test_by_the_keyboard_alone(desk: Desk) -> None:
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        player = Player(app, pilot)
        await player.at_desk(NORTHWIND)
        await player.press("c")
        await player.in_call(NORTHWIND)
        await player.types(NOTES)
        for key, answer in (
            ("success", "= well"), ("why-not", "= no"), ("technical", "= technical"),
            ("put-right", "= the export hangs"), ("consultation-when", "= yes"),
        ):  # fmt: skip
            await player.types(f"{answer}\n")
            await player.press("pagedown")
            await player.asked(key)
        await player.press("f2")
        await player.at_wrap_up()
        await player.press("ctrl+s")
        view = await player.at_letter()
        assert view.why.startswith("after your call of Thu 19 Nov")
        await player.shows("Ready on")
        await player.press("ctrl+s")
        await at_ways_out(player)
        await player.press("enter")
        screen = await player.at_desk()
        await until(pilot, lambda: screen.client_id == CONTOSO.id, "the next client")
        told = [str(each.message) for each in app._notifications]
        assert any("it is an unsent draft" in words for words in told)
    check_what_left(desk)


async def test_by_the_mouse_alone(desk: Desk) -> None:
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        player = Player(app, pilot)
        screen = await player.at_desk()
        await pilot.click(CallListRows, offset=(6, 1))
        await until(pilot, lambda: screen.client_id == NORTHWIND.id, "the client")
        await until(pilot, lambda: " c " in player.shown().splitlines()[-1], "its keys")
        line = player.shown().splitlines()[-1]
        await pilot.click(offset=(line.index(" c ") + 1, SIZE[1] - 1))
        await player.in_call(NORTHWIND)
        # The words themselves come over the clipboard: a mouse has no letters.
        await pilot.click(NotesPad)
        player.screen.query_one(NotesPad).post_message(events.Paste(NOTES))
        await player.shows("third shop")
        await pilot.click("#next")
        await player.asked("success")
        await pilot.click(list(player.screen.query(AnswerButton))[1])
        await player.asked("why-not")
        await pilot.click(OptionList, offset=(3, 0))
        await player.asked("technical")
        await pilot.click("#next")
        await player.asked("put-right")
        await pilot.click(player.screen.query(AnswerButton).first())
        await player.asked("consultation-when")
        await pilot.click(OutcomeBar, offset=(3, 0))
        await player.at_wrap_up()
        await pilot.click(app.screen.query_one("#save", Button))
        await player.at_letter()
        await pilot.click("#leave")
        await at_ways_out(player)
        await pilot.click("#way-1")
        screen = await player.at_desk()
        await until(pilot, lambda: screen.client_id == CONTOSO.id, "the next client")
    check_what_left(desk)


async def test_whom_it_greets_follows_the_address(tmp_path: Path) -> None:
    maria = Person(name="Maria Rossi", emails=("maria@northwind.example",))
    desk = a_story_desk(tmp_path, now=FakeClock())
    client = replace(NORTHWIND, people=(*NORTHWIND.people, maria))
    desk.records.commit(Change(by="x", put=(client,)))
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        player = Player(app, pilot)
        desk_screen = await player.at_desk(NORTHWIND)
        await until(pilot, lambda: desk_screen.view is not None, "the preparation")
        await player.press("d")
        await player.at_letter()
        screen = app.screen
        assert isinstance(screen, LetterScreen)
        await player.shows("✓ Greets Jane.")
        screen.head.focus_field("to")
        await player.press("down")
        await player.picks()
        await player.types("maria")
        await player.press("enter")
        await until(pilot, lambda: screen.letter is not None and screen.letter.person == maria.name)
        await player.shows("! Greets", "Maria")
