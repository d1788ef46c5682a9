"""The app: it opens the screens that messages ask for, and nothing typed is lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.desk import Desk
from followup_tui.services.ports import StoreProblem
from followup_tui.settings.model import Settings
from followup_tui.tui import theme
from followup_tui.tui.app import DEMO, FollowupApp
from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientsWanted,
    ConversationEnded,
    DemoWanted,
    DeskWanted,
)
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.letter import LetterScreen
from followup_tui.tui.screens.welcome import WelcomeScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.fakes import MemoryDrafts, MemoryRecords, a_desk, a_story_desk
from tests.story import NORTHWIND, TAILSPIN, story
from tests.tui.waiting import until


def an_app(desk: Desk | None = None) -> FollowupApp:
    app = FollowupApp(desk or a_story_desk())
    app.animation_level = "none"
    return app


def told(app: FollowupApp) -> str:
    return "\n".join(notification.message for notification in app._notifications)


async def shows(pilot: Pilot[Any], screen: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), f"{screen.__name__} is shown")


async def in_call(app: FollowupApp, pilot: Pilot[Any]) -> NotesPad:
    """Start the call with the first client, and return its notes once it has begun."""
    app.post_message(CallWanted(NORTHWIND.id))
    await shows(pilot, CallScreen)
    screen = app.screen
    assert isinstance(screen, CallScreen)
    await until(pilot, lambda: screen.call is not None, "the call has begun")
    return screen.query_one(NotesPad)


async def test_it_opens_on_the_desk() -> None:
    app = an_app()
    async with app.run_test(notifications=True) as pilot:
        await shows(pilot, DeskScreen)
        assert len(app.screen_stack) == 1


async def test_without_clients_it_opens_on_the_welcome() -> None:
    app = an_app(a_desk())
    async with app.run_test() as pilot:
        await shows(pilot, WelcomeScreen)


def test_a_store_that_cannot_be_read_is_told_before_anything_is_drawn() -> None:
    records = MemoryRecords(story())
    records.unreadable = "desk.json cannot be read: restore a backup."
    with pytest.raises(StoreProblem, match="restore a backup"):
        FollowupApp(a_desk(records=records))


async def test_a_call_is_begun_wrapped_up_and_saved() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        pad = await in_call(app, pilot)
        await pilot.press("+", "space", "o", "k")
        assert pad.text == "+ ok"
        await pilot.press("f2")
        await shows(pilot, WrapUpScreen)
        assert [type(screen) for screen in app.screen_stack] == [DeskScreen, WrapUpScreen]
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await pilot.press("ctrl+s")
        await shows(pilot, LetterScreen)
        await until(pilot, lambda: "Saved" in told(app), "the end is told")
        await pilot.press("escape")
        await shows(pilot, DeskScreen)
        page = await app.desk.clients.page(NORTHWIND.id)
        assert page.interactions[0].notes[0].text == "+ ok"


async def test_a_call_can_be_paused_and_taken_up_again() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        pad = await in_call(app, pilot)
        await pilot.press("h", "i")
        await pilot.press("escape")
        await shows(pilot, DeskScreen)
        await pilot.press("t")
        await shows(pilot, CallScreen)
        await until(pilot, lambda: app.screen.query_one(NotesPad).text == "hi")
        assert app.screen.query_one(NotesPad) is not pad


async def test_an_interrupted_call_is_told_at_the_start() -> None:
    desk = a_story_desk()
    app = an_app(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await in_call(app, pilot)
        await pilot.press("h", "i")
        await pilot.press("ctrl+q")
    again = an_app(desk)
    async with again.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: "is not wrapped up yet: t takes it up" in told(again))
        assert "Northwind" in told(again)


async def test_quitting_keeps_what_was_just_typed() -> None:
    desk = a_story_desk()
    app = an_app(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await in_call(app, pilot)
        await pilot.press("q", "x")
        assert app.is_running, "a q in the notes is a letter"
        await pilot.press("ctrl+q")
    call = await desk.call.begin(NORTHWIND.id)
    assert [line.text for line in call.notes] == ["qx"]


async def test_q_closes_the_desk() -> None:
    app = an_app()
    async with app.run_test() as pilot:
        await shows(pilot, DeskScreen)
        await pilot.press("q")
        await until(pilot, lambda: app._exit, "it closes")
    assert app.return_value is None


async def test_pressing_the_key_twice_begins_one_call() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shows(pilot, DeskScreen)
        app.post_message(CallWanted(NORTHWIND.id))
        app.post_message(CallWanted(NORTHWIND.id))
        await shows(pilot, CallScreen)
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_one_call_at_a_time_and_the_other_is_kept() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await in_call(app, pilot)
        await pilot.press("h", "i")
        app.post_message(CallWanted(TAILSPIN.id))
        await until(
            pilot,
            lambda: isinstance(app.screen, CallScreen) and app.screen.client_id == TAILSPIN.id,
        )
        assert len(app.screen_stack) == 2
        kept = await app.desk.call.begin(NORTHWIND.id)
        assert [line.text for line in kept.notes] == ["hi"]


async def test_a_wrap_up_that_was_interrupted_is_taken_up_as_such() -> None:
    desk = a_story_desk()
    app = an_app(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await in_call(app, pilot)
        await pilot.press("h", "i", "f2")
        await shows(pilot, WrapUpScreen)
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await pilot.press("ctrl+q")
    again = an_app(desk)
    async with again.run_test(size=(120, 36)) as pilot:
        await shows(pilot, DeskScreen)
        again.post_message(CallWanted(NORTHWIND.id))
        await shows(pilot, WrapUpScreen)
        await until(pilot, lambda: isinstance(again.focused, Input), "the wrap-up is filled")


async def test_the_end_of_a_conversation_is_told_without_reading_it_as_markup() -> None:
    app = an_app()
    async with app.run_test(notifications=True) as pilot:
        await shows(pilot, DeskScreen)
        app.post_message(ConversationEnded(NORTHWIND.id, "Saved [/red] for [b]Ann."))
        await until(pilot, lambda: "Saved [/red] for [b]Ann." in told(app))
        await pilot.pause()


async def test_the_sample_desk_is_asked_for() -> None:
    app = an_app(a_desk())
    async with app.run_test() as pilot:
        await shows(pilot, WelcomeScreen)
        app.post_message(DemoWanted())
        await until(pilot, lambda: app._exit)
    assert app.return_value == DEMO


async def test_the_first_client_leads_from_the_welcome_to_the_desk() -> None:
    app = an_app(a_desk())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await shows(pilot, WelcomeScreen)
        await pilot.press("3")
        await shows(pilot, ClientFormScreen)
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"Wingtip", "ctrl+s")
        await shows(pilot, DeskScreen)
        assert len(app.screen_stack) == 1
        assert "Wingtip is saved." in told(app)


async def test_from_the_clients_to_a_form_and_back() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await shows(pilot, DeskScreen)
        app.post_message(ClientsWanted())
        await shows(pilot, ClientsScreen)
        app.post_message(ClientFormWanted(NORTHWIND.id))
        await shows(pilot, ClientFormScreen)
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("escape")
        await shows(pilot, ClientsScreen)
        app.post_message(DeskWanted(TAILSPIN.id))
        await shows(pilot, DeskScreen)
        assert len(app.screen_stack) == 1


async def test_dark_and_light_take_turns() -> None:
    app = an_app()
    async with app.run_test() as pilot:
        assert app.theme == theme.DARK
        await pilot.press("f9")
        assert app.theme == theme.LIGHT
        await pilot.press("f9")
        assert app.theme == theme.DARK


async def test_a_theme_of_textual_can_be_used() -> None:
    app = an_app(a_desk(records=story(), settings=Settings(theme="nord")))
    async with app.run_test() as pilot:
        await shows(pilot, DeskScreen)
        assert app.theme == "nord"
        assert app.desk.problems == ()


def test_settings_that_cannot_be_used_are_told_on_the_desk() -> None:
    settings = Settings(theme="nrod", keys={"desk.opne": "x", "desk.call": "f5"})
    app = an_app(a_desk(records=story(), settings=settings))
    assert app.theme == theme.DARK
    assert len(app.desk.problems) == 2
    assert "did you mean desk.open?" in app.desk.problems[0]
    assert "there is no “nrod”" in app.desk.problems[1]


async def test_a_key_of_the_settings_works_and_the_old_one_does_not() -> None:
    app = an_app(a_desk(records=story(), settings=Settings(keys={"app.next_theme": "alt+z"})))
    async with app.run_test() as pilot:
        await shows(pilot, DeskScreen)
        await pilot.press("f9")
        assert app.theme == theme.DARK
        await pilot.press("alt+z")
        assert app.theme == theme.LIGHT


async def test_ctrl_c_says_how_to_close() -> None:
    app = an_app()
    async with app.run_test(notifications=True) as pilot:
        await shows(pilot, DeskScreen)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "Ctrl+Q closes the desk." in told(app))


async def test_a_store_that_fails_while_quitting_holds_the_user_only_to_ask() -> None:
    drafts = MemoryDrafts()
    app = an_app(a_desk(records=story(), drafts=drafts))
    async with app.run_test(size=(120, 36)) as pilot:
        await in_call(app, pilot)
        drafts.broken = "The disk is full."
        await pilot.press("h", "ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, ElsewhereDialog))
        await pilot.click("#leave")
        await until(pilot, lambda: app._exit)


async def test_it_survives_any_size() -> None:
    app = an_app()
    async with app.run_test(size=(160, 45)) as pilot:
        await shows(pilot, DeskScreen)
        for message in (ClientsWanted(), ClientFormWanted(NORTHWIND.id)):
            app.post_message(message)
            for size in ((20, 5), (1, 1), (160, 45)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
        await pilot.press("f1")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert app.is_running
