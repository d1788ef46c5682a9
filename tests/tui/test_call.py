"""The call on its screen: script, notes, keeping, and the ways it ends."""

from __future__ import annotations

from typing import Any

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList

from followup_tui.desk import Desk
from followup_tui.domain.client import Person
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.views import CallView
from followup_tui.tui.actions import Place, at
from followup_tui.tui.dialogs.wrong_number import WrongNumberDialog
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import AnswerButton, ScriptPane, TrailLine
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.builders import NOW, a_client
from tests.fakes import FakeClock, MemoryDrafts, a_desk, a_story_desk
from tests.story import CONTOSO, NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.waiting import until

_KEYS = {
    " ": "space",
    "+": "plus",
    "-": "minus",
    "!": "exclamation_mark",
    "@": "at",
    ">": "greater_than_sign",
    "?": "question_mark",
    "*": "asterisk",
    "=": "equals_sign",
    ",": "comma",
    ":": "colon",
    ".": "full_stop",
    "\n": "enter",
}


async def types(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*(_KEYS.get(char, char) for char in text))


async def begun(pilot: Pilot[Any], app: CallHost) -> CallView:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, CallScreen)
            and app.screen.call is not None
            and bool(app.screen.query("#answer > *"))
            and app.screen.query("#answer > *").first().region.height > 0
        ),
        "the call to begin",
    )
    await pilot.pause()
    assert app.call_screen.call is not None
    return app.call_screen.call


def at_hand(app: CallHost) -> str:
    call = app.call_screen.call
    assert call is not None
    return call.at_hand.question.key if call.at_hand else ""


async def comes_to(pilot: Pilot[Any], app: CallHost, key: str) -> None:
    """Wait until the question `key` is at hand and drawn."""
    pane = app.call_screen.query_one(ScriptPane)
    await until(
        pilot,
        lambda: (
            at_hand(app) == key
            and pane.shows(key)
            and pane.query("#answer > *").first().region.height > 0
        ),
        f"the question {key}",
    )
    await pilot.pause()


def drafts(desk: Desk) -> MemoryDrafts:
    assert isinstance(desk.drafts, MemoryDrafts)
    return desk.drafts


async def test_notes_are_ready_for_typing_and_each_line_keeps_its_time() -> None:
    clock = FakeClock()
    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        assert isinstance(app.focused, NotesPad)
        await types(pilot, "moved to Azure\n")
        clock.forward(minutes=1)
        await types(pilot, "+ likes the reports\n")
        clock.forward(minutes=1)
        await types(pilot, "! send pricing link by fri")
        await until(
            pilot,
            lambda: "by Fri 20 Nov · send pricing link" in shown(app),
            "the promise to be understood",
        )
        text = shown(app)
        assert "14:02 moved to Azure" in text
        assert "14:03 + likes the reports" in text
        assert "14:04 ! send pricing link by fri" in text
        assert "liked" in text
        await pilot.press("up", "end")
        await types(pilot, ", all of them")
        assert "14:03 + likes the reports, all of them" in shown(app)


async def test_what_is_typed_is_kept_by_itself() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        assert drafts(desk).saves == 0, "opening a call writes nothing"
        await types(pilot, "a line\nand another")
        key = f"call-{NORTHWIND.id}"
        await until(
            pilot, lambda: b"and another" in drafts(desk).kept.get(key, b""), "the notes to be kept"
        )
        await until(pilot, lambda: "saved 14:02" in shown(app), "the word of it")


async def test_a_key_touches_no_disk() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, app)
        await types(pilot, "quick")
        assert drafts(desk).saves == 0
        await app.call_screen.keep_typed()
        assert drafts(desk).saves == 1


async def test_a_store_that_fails_is_said_and_tried_again_and_nothing_is_lost() -> None:
    desk = a_story_desk()
    drafts(desk).broken = "The disk is full: make room, then save again."
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "do not lose me")
        await until(pilot, lambda: "could not be saved" in shown(app), "the sentence")
        for key in ("escape", "f2"):
            await pilot.press(key)
            await until(pilot, lambda: not app.call_screen.state.leaving, "the screen to stay")
            assert app.call_screen.query_one(NotesPad).text == "do not lose me"
        drafts(desk).broken = ""
        await until(pilot, lambda: drafts(desk).saves > 0, "the next try")
        await until(pilot, lambda: "could not be" not in shown(app), "no sentence")
        assert b"do not lose me" in drafts(desk).kept[f"call-{NORTHWIND.id}"]


async def test_pause_and_take_up_again() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "first line\n? who pays")
        await pilot.press("pagedown")
        await comes_to(pilot, app, "success")
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.ended), "the pause")
        assert not app.ended[0].saved
        assert "paused" in app.ended[0].words
    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(120, 36), notifications=True) as pilot:
        call = await begun(pilot, again)
        assert call.resumed
        await comes_to(pilot, again, "success")
        text = shown(again)
        assert "14:02 first line" in text
        assert "taken up again; begun 14:02" in text
        await types(pilot, "!")
        assert again.call_screen.query_one(NotesPad).text.endswith("? who pays!")


async def test_a_call_that_holds_nothing_is_forgotten() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "oops")
        await app.call_screen.keep_typed()
        assert drafts(desk).kept
        await pilot.press(*["backspace"] * 4, "escape")
        await until(pilot, lambda: bool(app.ended), "the end")
        assert app.ended[0].words == ""
        assert not drafts(desk).kept


async def test_questions_of_every_type_are_answered_by_the_keyboard() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        call = await begun(pilot, app)
        assert call.playbook.key == "keep-in-touch"
        pane = app.call_screen.query_one(ScriptPane)
        pane.focus_answer()
        await types(pilot, "well, thank you\n")
        await comes_to(pilot, app, "success")
        await pilot.press("n")
        await comes_to(pilot, app, "why-not")
        await pilot.press("2")
        await comes_to(pilot, app, "business-need")
        await types(pilot, "they wanted stock take\n")
        await comes_to(pilot, app, "put-right")
        await pilot.press("y")
        await comes_to(pilot, app, "consultation-when")
        await types(pilot, "next tue")
        await until(pilot, lambda: "Tue 24 Nov" in shown(app), "the day understood")
        await types(pilot, "\n")
        await comes_to(pilot, app, "liked")
        answers = {a.question.key: a.answer for a in app.call_screen.call.path}  # type: ignore[union-attr]
        assert answers["how-is-it-going"] == "well, thank you"
        assert answers["success"] == "no"
        assert answers["why-not"] == "business need"
        assert answers["consultation-when"] == "2026-11-24"


async def test_questions_are_answered_and_gone_back_to_by_the_mouse() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await pilot.click("#next")
        await comes_to(pilot, app, "success")
        await pilot.click(AnswerButton)
        await comes_to(pilot, app, "what-else")
        await pilot.click("#back")
        await comes_to(pilot, app, "success")
        no = list(app.screen.query(AnswerButton))[1]
        await pilot.click(no)
        await comes_to(pilot, app, "why-not")
        await pilot.click(OptionList, offset=(3, 0))
        await comes_to(pilot, app, "technical")
        await pilot.click(app.screen.query(TrailLine).first())
        await comes_to(pilot, app, "how-is-it-going")


async def test_the_script_moves_on_while_the_notes_keep_the_focus() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "= well enough\n")
        await pilot.press("pagedown")
        await comes_to(pilot, app, "success")
        call = app.call_screen.call
        assert call is not None
        assert call.path[0].answer == "well enough"
        assert isinstance(app.focused, NotesPad)
        await pilot.press("pagedown")
        await comes_to(pilot, app, "liked")
        await pilot.press("pageup")
        await comes_to(pilot, app, "success")


async def test_a_wrong_answer_is_said_and_can_be_mended() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await pilot.press("pagedown")
        await comes_to(pilot, app, "success")
        await types(pilot, "= difficult to say\n")
        await pilot.press("pagedown")
        await until(pilot, lambda: "Answer yes or no" in shown(app), "the sentence")
        assert at_hand(app) == "success"
        app.call_screen.query_one(ScriptPane).focus_answer()
        await pilot.press("y")
        await comes_to(pilot, app, "what-else")
        assert "Answer yes or no" not in shown(app)


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("f2", Outcome.REACHED),
        ("alt+r", Outcome.REACHED),
        ("f3", Outcome.NO_ANSWER),
        ("f4", Outcome.VOICEMAIL),
        ("alt+u", Outcome.BUSY),
        ("f6", Outcome.WRONG_NUMBER),
        ("f8", Outcome.WRONG_MOMENT),
    ],
)
async def test_one_key_ends_the_call(key: str, outcome: Outcome) -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "said so")
        await pilot.press(key)
        if outcome is Outcome.WRONG_NUMBER:  # it asks for the right one
            await until(pilot, lambda: isinstance(app.screen, WrongNumberDialog), "the dialog")
            await pilot.press("enter")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and app.screen.view is not None,
            "the wrap-up",
        )
        view = app.wrap_up.view
        assert view is not None
        assert view.outcome is outcome
        assert [line.text for line in view.notes] == ["said so"]


async def test_an_outcome_can_be_clicked() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, app)
        await pilot.click(OutcomeBar, offset=(22, 0))
        await until(pilot, lambda: isinstance(app.screen, WrapUpScreen), "the wrap-up")
        await until(pilot, lambda: app.wrap_up.view is not None, "its view")
        assert app.wrap_up.view is not None
        assert app.wrap_up.view.outcome is Outcome.NO_ANSWER


async def test_a_call_back_asks_for_the_hour_in_their_time() -> None:
    desk = a_story_desk()
    app = CallHost(desk, CONTOSO)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await pilot.press("f7")
        await until(pilot, lambda: not isinstance(app.screen, CallScreen), "the dialog")
        await pilot.pause()
        await types(pilot, "yesterday 9:00\n")
        await until(pilot, lambda: "That has passed" in shown(app), "the sentence")
        await pilot.press("ctrl+a", "ctrl+k")
        await types(pilot, "fri 10:00")
        await until(pilot, lambda: "10:00 in London" in shown(app), "what is meant")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WrapUpScreen), "the wrap-up")
        await until(pilot, lambda: bool(app.screen.query("NextContact")), "its fields")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.ended), "the end")
        assert app.ended[0].saved
        assert "Call back Fri 20 Nov 10:00 in London" in app.ended[0].words
    steps = [s for s in desk.records.of_client(NextStep, CONTOSO.id) if s.done is None]
    agreed = [step for step in steps if step.kind is StepKind.CALL_BACK]
    assert "20 21:00" in [f"{step.at.astimezone(NOW.tzinfo):%d %H:%M}" for step in agreed]


async def test_a_call_back_can_be_agreed_by_the_mouse_or_not_at_all() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await pilot.press("f7")
        await until(pilot, lambda: bool(app.screen.query(".quick")), "the dialog")
        await pilot.click("#cancel")
        await until(pilot, lambda: isinstance(app.screen, CallScreen), "the call")
        await pilot.press("f7")
        await until(pilot, lambda: bool(app.screen.query(".quick")), "the dialog")
        await pilot.click(list(app.screen.query(".quick").results(Button))[2])
        await pilot.click("#save")
        await until(pilot, lambda: isinstance(app.screen, WrapUpScreen), "the wrap-up")


async def test_a_call_that_nobody_answers_takes_two_keys_from_here() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    before = len(desk.records.of_client(Interaction, NORTHWIND.id))
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await pilot.press("f3")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and isinstance(app.focused, Input),
            "the wrap-up",
        )
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.ended), "the end")
    interactions = desk.records.of_client(Interaction, NORTHWIND.id)
    assert len(interactions) == before + 1
    assert Outcome.NO_ANSWER in {interaction.outcome for interaction in interactions}


HOSTILE = "[red]Bad[/] [/] [@click=app.quit]x[/] 🧑‍💻 עברית " + "very long name " * 18


async def test_hostile_names_are_drawn_as_they_are() -> None:
    name = HOSTILE.strip()[:300]
    client = a_client(name, people=(Person(name=name, role="[b]", phones=("+1 [x] 555 0100",)),))
    app = CallHost(a_desk(records=[client]), client)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        text = shown(app)
        assert "[red]Bad[/] [/]" in text
        assert "+1 [x] 555 0100" in text
        await types(pilot, "[red]note[/] [@click")
        await pilot.press("f7")
        await until(pilot, lambda: bool(app.screen.query(".quick")), "the dialog")
        await pilot.press("escape", "f2")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and bool(app.screen.query("Select")),
            "the wrap-up",
        )
        await pilot.pause()
        assert "[red]note[/] [@click" in shown(app)


async def test_resize_to_almost_nothing_and_back() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "still here\n")
        for size in ((60, 20), (20, 5), (80, 24), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await types(pilot, "x")
            text = shown(app)
            assert "x" in text
        assert app.call_screen.query_one(NotesPad).text == "still here\nxxxx"


async def test_a_client_that_is_gone_is_said_and_left() -> None:
    gone = a_client("Gone")
    app = CallHost(a_desk(records=[a_client("Here")]), gone)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "could not be begun" in shown(app), "the sentence")
        await pilot.press("f2", "escape")
        await until(pilot, lambda: bool(app.ended), "the end")


def shown(app: CallHost) -> str:
    """Return what is on the terminal."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def test_every_alt_key_of_the_call_arrives_as_itself_from_a_terminal() -> None:
    for action in at(Place.CALL):
        for key in action.keys:
            letter = key.removeprefix("alt+")
            assert f"\x1b{letter}" not in ANSI_SEQUENCES_KEYS, f"{action.id}: {key}"
