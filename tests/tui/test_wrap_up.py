"""The wrap-up on its screen: dates in words, promises, saving, and going back."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Button, Checkbox, Input, Select

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, Person
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.views import WrapUpView
from followup_tui.tui.day_field import DayField
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.promise_rows import PromiseRow
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.builders import a_client
from tests.fakes import FakeClock, MemoryDrafts, MemoryRecords, a_desk, a_story_desk
from tests.story import NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun, shown, types
from tests.tui.waiting import until

NOTES = "moved to Azure\n+ the quick answers\n! send the price list by fri\n! ask Ulla tomorrow"


async def at_wrap_up(pilot: Pilot[Any], app: CallHost, *, notes: str = "", key: str = "f2") -> None:
    """Hold the call and come to its wrap-up, ready for typing."""
    await begun(pilot, app)
    if notes:
        app.call_screen.query_one(NotesPad).insert(notes)
        await pilot.pause()
    await pilot.press(key)
    await ready(pilot, app)


async def ready(pilot: Pilot[Any], app: CallHost) -> None:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, WrapUpScreen)
            and app.screen.view is not None
            and isinstance(app.focused, Input)
        ),
        "the wrap-up",
    )
    await pilot.pause()


def view_of(app: CallHost) -> WrapUpView:
    assert app.wrap_up.view is not None
    return app.wrap_up.view


async def replaces(pilot: Pilot[Any], words: str) -> None:
    """Put words in place of what stands in the focused field."""
    await pilot.press("ctrl+a", "ctrl+k")
    await types(pilot, words)


async def saved(pilot: Pilot[Any], app: CallHost) -> str:
    await until(pilot, lambda: bool(app.ended), "the end")
    assert app.ended[0].saved
    return app.ended[0].words


def client_now(desk: Desk) -> Client:
    client = desk.records.get(Client, NORTHWIND.id)
    assert client is not None
    return client


async def test_the_next_contact_is_set_in_words_and_all_of_it_is_written() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        await replaces(pilot, "in 3 weeks")
        await until(pilot, lambda: "Thu 10 Dec 2026 · in 3 weeks" in shown(app), "what is meant")
        await pilot.press("ctrl+s")
        assert await saved(pilot, app) == "Saved. Next contact Thu 10 Dec."
    assert client_now(desk).call_again == date(2026, 12, 10)
    assert "the quick answers" in client_now(desk).likes
    new = [p for p in desk.records.of_client(Promise, NORTHWIND.id) if p.interaction_id]
    assert {(p.text, p.due) for p in new} == {
        ("send the price list", date(2026, 11, 20)),
        ("ask Ulla", date(2026, 11, 20)),
    }
    assert all(promise.state is PromiseState.OPEN for promise in new)
    assert isinstance(desk.drafts, MemoryDrafts)
    assert not desk.drafts.kept, "nothing is left to be taken up"


async def test_promises_are_mended_and_dropped() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        rows = list(app.screen.query(PromiseRow))
        assert len(rows) == 2
        rows[0].query(Input).first().focus()
        await replaces(pilot, "mail the price list")
        rows[0].due.input.focus()
        await replaces(pilot, "mon")
        await until(pilot, lambda: "Mon 23 Nov 2026 · in 4 days" in shown(app), "the new day")
        await pilot.click(rows[1].query_one(Checkbox))
        await until(pilot, lambda: not view_of(app).promises[1].keep, "the promise to be dropped")
        await pilot.press("ctrl+s")
        await saved(pilot, app)
    new = [p for p in desk.records.of_client(Promise, NORTHWIND.id) if p.interaction_id]
    assert [(p.text, p.due) for p in new] == [("mail the price list", date(2026, 11, 23))]


async def test_a_day_that_cannot_be_is_said_beside_the_field() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        for words, sentence in (("whenever", "Not understood"), ("yesterday", "That has passed")):
            await replaces(pilot, words)
            await pilot.press("ctrl+s")
            await until(pilot, lambda said=sentence: said in shown(app), sentence)
            await until(pilot, lambda: not app.wrap_up._leaving, "the screen to stay")
            assert not app.ended
            assert isinstance(app.focused, Input)
            assert app.focused.parent is app.screen.query(DayField).first()
        await replaces(pilot, "fri")
        await pilot.press("ctrl+s")
        assert await saved(pilot, app) == "Saved. Next contact Fri 20 Nov."


async def test_a_promise_without_words_is_asked_for() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes="! x by fri")
        app.screen.query_one(PromiseRow).query(Input).first().focus()
        await replaces(pilot, "")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Say what was promised" in shown(app), "the sentence")
        assert not app.ended


async def test_everything_can_be_clicked() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        quick = {str(button.label): button for button in app.screen.query(Button)}
        await pilot.click(quick["1 month"])
        await until(pilot, lambda: view_of(app).call_again == date(2026, 12, 19), "a month")
        await pilot.click(quick["by cadence"])
        await until(pilot, lambda: view_of(app).call_again is None, "no day")
        assert "by cadence" in shown(app)
        await pilot.click("#save")
        assert await saved(pilot, app) == "Saved. The next contact comes by cadence."
    assert client_now(desk).call_again is None


async def test_the_person_can_be_chosen() -> None:
    people = (Person(name="[b]Jane[/b]"), Person(name="Ali Reza"))
    client = a_client(people=people)
    desk = a_desk(records=[client])
    app = CallHost(desk, client)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app)
        assert "[b]Jane[/b]" in shown(app)
        select: Select[str] = app.screen.query_one(Select)
        select.focus()
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: view_of(app).person == "Ali Reza", "the other one")
        await pilot.press("ctrl+s")
        await saved(pilot, app)
    assert [i.person for i in desk.records.of_client(Interaction, client.id)] == ["Ali Reza"]


async def test_back_to_the_call_and_again_here() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes="one line")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CallScreen), "the call")
        await begun(pilot, app)
        pad = app.call_screen.query_one(NotesPad)
        assert pad.text == "one line"
        await types(pilot, ", and more")
        await pilot.press("f2")
        await ready(pilot, app)
        assert [line.text for line in view_of(app).notes] == ["one line, and more"]


async def test_an_interrupted_wrap_up_is_taken_up_where_it_was() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        await replaces(pilot, "1 Dec")
        await until(pilot, lambda: view_of(app).call_again == date(2026, 12, 1), "the day")
        app.screen.query_one("#summary").focus()
        await types(pilot, "all well")
        await until(pilot, lambda: view_of(app).summary == "all well", "the summary")
    # Closing the terminal at once keeps it, too: nothing was flushed by hand.
    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(120, 36)) as pilot:
        await begun_or_wrapping(pilot, again)
        await again.push_screen(WrapUpScreen(desk, client_id=NORTHWIND.id))
        await ready(pilot, again)
        assert view_of(again).call_again == date(2026, 12, 1)
        assert view_of(again).summary == "all well"
        assert len(view_of(again).promises) == 2


async def begun_or_wrapping(pilot: Pilot[Any], app: CallHost) -> None:
    await until(pilot, lambda: app.call_screen.call is not None, "the call")


async def test_a_store_that_fails_keeps_the_screen_and_the_words() -> None:
    desk = a_story_desk()
    assert isinstance(desk.records, MemoryRecords)
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        desk.records.broken = "The disk is full: make room, then save again."
        await replaces(pilot, "fri")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "The disk is full" in shown(app), "the sentence")
        await until(pilot, lambda: not app.wrap_up._leaving, "the screen to stay")
        assert not app.ended
        desk.records.broken = ""
        await pilot.press("ctrl+s")
        await saved(pilot, app)


async def test_enter_goes_on_where_somebody_was_reached() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app)
        before = app.focused
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is not before
        assert not app.ended


async def test_it_fits_any_terminal() -> None:
    clock = FakeClock()
    app = CallHost(a_story_desk(now=clock), NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        for size in ((20, 5), (60, 20), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert shown(app).strip()
        assert "send the price list" in shown(app)
