"""All that a conversation leaves, on one screen: by keyboard alone, by mouse alone, cut short."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from textual.widgets import Button, Checkbox, Input

from followup_tui.domain.client import Client, Person
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState, Referral, StepKind
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.calendar_file import CalendarDialog
from followup_tui.tui.panes.named_rows import NamedRow
from followup_tui.tui.panes.promise_rows import PromiseRow
from followup_tui.tui.panes.settled_rows import SettledRow
from followup_tui.tui.panes.step_rows import StepRow
from followup_tui.tui.panes.word_rows import WordRow
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.builders import NOW, TODAY, a_client, an_interaction, days
from tests.fakes import a_desk, a_story_desk
from tests.story import NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import shown, types
from tests.tui.test_wrap_up import at_wrap_up, begun_or_wrapping, ready, replaces, saved, view_of
from tests.tui.waiting import until

NOTES = """+ the quick answers
? who approves the budget
! send the price list by fri
@ Omar Haddad at Tailspin
> coffee thu 10:00"""


async def test_by_keyboard_alone_all_is_mended_and_written() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        step = app.screen.query_one(StepRow)
        while app.focused is None or not step.query(Checkbox).first().has_focus:
            await pilot.press("tab")
        await pilot.press("tab", "right", "tab", "right", "tab")  # coffee, agreed, about what
        await types(pilot, "lunch")
        await until(
            pilot,
            lambda: (
                (view_of(app).steps[0].kind, view_of(app).steps[0].agreed)
                == (StepKind.MEETING, False)
                and view_of(app).steps[0].text == "lunch"
            ),
            "the step to be mended",
        )
        promise = app.screen.query_one(PromiseRow)
        while not promise.query_one(Choice).has_focus:
            await pilot.press("tab")
        await pilot.press("space")
        await until(pilot, lambda: view_of(app).promises[0].by is Owner.THEM, "their promise")
        word = app.screen.query(WordRow).first()
        while not word.query_one(Checkbox).has_focus:
            await pilot.press("tab")
        await pilot.press("space")
        await until(pilot, lambda: not view_of(app).words[0].keep, "the word to be dropped")
        assert word.has_class("-dropped"), "it stays to be seen"
        earlier = app.screen.query(SettledRow).first()
        while not earlier.query_one(Choice).has_focus:
            await pilot.press("tab")
        await pilot.press("right")
        await pilot.press("ctrl+s")
        await saved(pilot, app)
    (meeting,) = desk.records.of_client(NextStep, NORTHWIND.id)
    assert (meeting.kind, meeting.agreed, meeting.text) == (StepKind.MEETING, False, "lunch")
    promises = {p.text: p for p in desk.records.of_client(Promise, NORTHWIND.id)}
    assert promises["send the price list"].by is Owner.THEM
    assert promises["send the pricing link"].state is PromiseState.KEPT
    client = desk.records.get(Client, NORTHWIND.id)
    assert client is not None
    assert "the quick answers" not in client.likes
    assert client.open_questions == ("who approves the budget",)


async def test_by_mouse_alone_all_is_mended_and_written() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(160, 50)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        named = app.screen.query_one(NamedRow)
        join = named.query_one(Choice)
        assert "Tailspin Toys" in shown(app)
        await pilot.click(join, offset=(len("● link to them  ○ a n"), 0))
        await until(pilot, lambda: not view_of(app).named[0].link, "a new client")
        await pilot.click(app.screen.query_one(PromiseRow).query_one(Checkbox))
        await until(pilot, lambda: not view_of(app).promises[0].keep, "the promise dropped")
        settled = app.screen.query(SettledRow).first().query_one(Choice)
        await pilot.click(settled, offset=(len("○ still open  ○ kept  ○ br"), 0))
        await until(
            pilot, lambda: view_of(app).earlier[0].state is PromiseState.BROKEN, "the broken one"
        )
        await pilot.click("#add-promises")
        await until(pilot, lambda: len(view_of(app).promises) == 2, "a row for another promise")
        await until(pilot, lambda: isinstance(app.focused, Input), "the cursor in it")
        await types(pilot, "call Ulla")
        await pilot.click("#save")
        await saved(pilot, app)
    new = [p.text for p in desk.records.of_client(Promise, NORTHWIND.id) if p.interaction_id]
    assert new == ["call Ulla"]
    (referral,) = desk.records.of_client(Referral, NORTHWIND.id)
    omar = desk.records.get(Client, referral.became)
    assert omar is not None
    assert omar.name == "Tailspin"
    assert omar.origin.introduced_by == NORTHWIND.id


async def test_nothing_to_decide_is_one_key() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        await pilot.press("ctrl+s")
        await saved(pilot, app)
    assert len(desk.records.of_client(NextStep, NORTHWIND.id)) == 1


async def test_after_three_tries_in_vain_a_pause_is_one_click() -> None:
    client = a_client(people=(Person(name="Jane Li", emails=("jane@northwind.example",)),))
    tried = [
        an_interaction(client, day=TODAY - days(ago), outcome=Outcome.NO_ANSWER) for ago in (9, 5)
    ]
    desk = a_desk(records=[client, *tried])
    app = CallHost(desk, client)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_wrap_up(pilot, app, key="f3")
        ways = list(app.screen.query(".way").results(Button))
        assert [str(way.label) for way in ways] == [
            "or write to Jane Li that you could not reach them",
            "or leave them in peace for 4 weeks",
        ]
        await pilot.click(ways[1])
        await until(
            pilot, lambda: view_of(app).call_again == TODAY + days(28), "the pause to be taken"
        )
        await pilot.press("ctrl+s")
        await saved(pilot, app)
    written = desk.records.get(Client, client.id)
    assert written is not None
    assert (written.call_again, written.call_again_at) == (TODAY + days(28), None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("2026-11-01 10:00", "That has passed"), ("whenever", "Not understood"), ("", "When?")],
)
async def test_a_time_that_cannot_be_is_said_beside_its_field(words: str, sentence: str) -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes="> coffee thu 10:00")
        app.screen.query_one(StepRow).at.input.focus()
        await replaces(pilot, words)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: sentence in shown(app), "the sentence")
        await until(pilot, lambda: not app.wrap_up._leaving, "the screen to stay")
        assert not app.ended


async def test_an_address_that_is_none_is_said_and_the_row_can_be_dropped() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes="@ Ana Lima at Fabrikam")
        row = app.screen.query_one(NamedRow)
        list(row.query(Input))[2].focus()
        await types(pilot, "ana.example")
        await until(pilot, lambda: "is no e-mail address" in shown(app), "the sentence")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not app.wrap_up._leaving, "the screen to stay")
        assert not app.ended
        await pilot.click(row.query_one(Checkbox))
        await pilot.press("ctrl+s")
        await saved(pilot, app)


async def test_every_row_is_there_again_after_the_terminal_was_closed() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes=NOTES)
        app.screen.query_one(NamedRow).query(Input).first().focus()
        await replaces(pilot, "Omar H.")
        before = view_of(app)
    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(120, 36)) as pilot:
        await begun_or_wrapping(pilot, again)
        await again.push_screen(WrapUpScreen(desk, client_id=NORTHWIND.id))
        await ready(pilot, again)
        assert view_of(again).named[0].name == "Omar H."
        assert view_of(again).steps == before.steps
        assert view_of(again).words == before.words


async def test_the_calendar_file_is_written_where_one_says(tmp_path: Path) -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_wrap_up(pilot, app, notes="> coffee thu 10:00")
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, CalendarDialog), "the dialog")
        file = tmp_path / "coffee.ics"
        field = app.screen.query_one("#where", Input)
        field.value = str(file)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, WrapUpScreen), "the wrap-up again")
        (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert str(event["status"]) == "CONFIRMED"
        assert event.decoded("dtstart") > NOW
        await pilot.click(app.screen.query_one(StepRow).query(Checkbox).first())
        await until(pilot, lambda: not view_of(app).steps[0].keep, "no step")
        await pilot.press("f6")
        await until(pilot, lambda: "No next step is ticked" in shown(app), "the sentence")
