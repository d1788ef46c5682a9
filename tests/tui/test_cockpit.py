"""The cockpit beyond script and notes: offers, kinds, playbooks, other calls, what goes wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from msgspec import structs
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.desk import Desk
from followup_tui.domain.client import Person
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.value_add import OfferState
from followup_tui.services.ports import Change
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.offers import OffersPane
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import ScriptPane
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.builders import a_client
from tests.fakes import FakeClock, MemoryDrafts, MemoryRecords, a_desk, a_story_desk
from tests.story import NORTHWIND, TALK, story
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun, comes_to, shown, types
from tests.tui.waiting import until


def records(desk: Desk) -> MemoryRecords:
    assert isinstance(desk.records, MemoryRecords)
    return desk.records


def drafts(desk: Desk) -> MemoryDrafts:
    assert isinstance(desk.drafts, MemoryDrafts)
    return desk.drafts


async def with_more(pilot: Pilot[Any], app: CallHost) -> None:
    """Wait until what can be offered is known."""
    await begun(pilot, app)
    await until(
        pilot,
        lambda: app.call_screen.call is not None and bool(app.call_screen.call.more),
        "more to offer",
    )
    await pilot.pause()


def told(app: CallHost) -> str:
    return " ".join(str(each.message) for each in app._notifications)


# What is offered


async def test_what_is_offered_is_ticked_kept_and_taken_up_again() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await with_more(pilot, app)
        await pilot.press("ctrl+l")
        assert isinstance(app.focused, OffersPane)
        await pilot.press("space", "space")
        await until(pilot, lambda: "taken · Talk: Keeping costs down" in shown(app), "the tick")
        await pilot.press("down", "o", "down", "n", "backspace", "ctrl+l")
        assert isinstance(app.focused, NotesPad)
        call = app.call_screen.call
        assert call is not None
        assert call.offered[TALK.id] is OfferState.TAKEN
        assert list(call.offered.values()) == [OfferState.TAKEN, OfferState.OFFERED]
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.ended), "the pause")
        assert "paused" in app.ended[0].words, "ticks alone are worth keeping"
    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(120, 36)) as pilot:
        taken_up = await begun(pilot, again)
        assert taken_up.offered == call.offered
        await until(pilot, lambda: "taken · Talk: Keeping costs down" in shown(again), "the tick")


# How it is held


async def test_a_coffee_has_outcomes_of_its_own_and_keeps_its_kind() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await begun(pilot, app)
        await types(pilot, "at the corner")
        await pilot.click("#kind-coffee")
        await until(pilot, lambda: "did not come" in shown(app), "other outcomes")
        assert "voicemail" not in shown(app)
        await pilot.press("f4")
        assert isinstance(app.screen, CallScreen)
        await until(pilot, lambda: "A coffee does not end so" in told(app), "the sentence")
        await pilot.click(OutcomeBar, offset=(3, 0))
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and app.screen.view is not None,
            "the wrap-up",
        )
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.ended), "the end")
    written = max(desk.records.of_client(Interaction, NORTHWIND.id), key=lambda each: each.created)
    assert (written.kind, written.outcome) == (InteractionKind.COFFEE, Outcome.REACHED)


async def test_another_playbook_keeps_notes_and_answers() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "= busy but well")
        await pilot.press("pagedown")
        await comes_to(pilot, app, "success")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "By which playbook?" in shown(app), "the playbooks")
        await types(pilot, "meeting")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CallScreen), "the call")
        call = app.call_screen.call
        assert call is not None
        await until(
            pilot,
            lambda: (
                app.call_screen.call is not None
                and app.call_screen.call.playbook.key == "networking"
            ),
            "the other playbook",
        )
        await until(pilot, lambda: "Set aside" in shown(app), "what is set aside")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "By which playbook?" in shown(app), "the playbooks")
        await types(pilot, "keep in")
        await pilot.press("enter")
        await comes_to(pilot, app, "success")
        assert app.call_screen.query_one(NotesPad).text == "= busy but well"
        assert app.call_screen.call is not None
        assert app.call_screen.call.path[0].answer == "busy but well"


async def test_what_was_set_aside_can_be_put_into_the_notes() -> None:
    app = CallHost(a_story_desk(), NORTHWIND)
    async with app.run_test(size=(120, 44)) as pilot:
        await begun(pilot, app)
        await types(pilot, "first\n")
        await pilot.press("pagedown")
        await comes_to(pilot, app, "success")
        pane = app.call_screen.query_one(ScriptPane)
        pane.focus_answer()
        await pilot.press("n")
        await comes_to(pilot, app, "why-not")
        await pilot.press("1", "pageup")
        await until(pilot, lambda: pane.shows("why-not") or pane.shows("technical"), "back")
        await pilot.press("pageup")
        await comes_to(pilot, app, "success")
        await pilot.press("y")
        await comes_to(pilot, app, "what-else")
        await pilot.click("#note-aside")
        await until(pilot, lambda: "technical" in app.call_screen.state.pad.text, "the line")
        assert app.call_screen.state.pad.text.startswith("first\n")
        await pilot.press("escape")
        assert isinstance(app.focused, NotesPad)


# Taking up again


async def test_the_place_in_the_notes_is_found_again() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, app)
        pad = app.call_screen.query_one(NotesPad)
        pad.insert("\n".join(f"line {number}" for number in range(60)))
        await pilot.pause()
        pad.move_cursor((20, 3))
        await pilot.pause()
        top = pad.scroll_offset.y
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.ended), "the pause")
    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(80, 24)) as pilot:
        await begun(pilot, again)
        pad = again.call_screen.query_one(NotesPad)
        assert pad.cursor_location == (20, 3)
        await until(pilot, lambda: pad.scroll_offset.y == top, "the scrolling")


# What goes wrong meanwhile


async def test_a_client_removed_meanwhile_is_said_and_the_notes_are_offered() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "do not lose me")
        records(desk).another_program_writes(Change(by="elsewhere", drop=(NORTHWIND,)))
        await until(pilot, lambda: "was removed elsewhere" in shown(app), "the sentence")
        await pilot.press("f2")
        await until(pilot, lambda: not app.call_screen.state.leaving, "the screen to stay")
        assert isinstance(app.screen, CallScreen)
        assert app.call_screen.state.pad.text == "do not lose me"
        await until(pilot, lambda: bool(drafts(desk).kept), "the notes to be kept")

    again = CallHost(desk, NORTHWIND)
    async with again.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "do not lose me" in shown(again), "what was noted")
        await until(pilot, lambda: "was removed elsewhere" in shown(again), "the sentence again")
        assert not again.call_screen.is_unkept(), "it is kept as it is"
        await pilot.press("escape")
        await until(pilot, lambda: bool(again.screen.query("#leave")), "the offer to save it")
        await pilot.click("#leave")
        await until(pilot, lambda: bool(again.ended), "the end")
    assert not drafts(desk).kept


async def test_a_client_changed_meanwhile_shows_the_new_number() -> None:
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await begun(pilot, app)
        await types(pilot, "a note")
        person = Person(name="Jane Li", role="IT Manager", phones=("+61 2 5550 0177",))
        changed = structs.replace(NORTHWIND, people=(person,))
        records(desk).another_program_writes(Change(by="elsewhere", put=(changed,)))
        await until(pilot, lambda: "+61 2 5550 0177" in shown(app), "the new number")
        await until(pilot, lambda: "changed elsewhere" in told(app), "the sentence")
        assert app.call_screen.state.pad.text == "a note"


async def test_a_clock_that_jumps_is_said_and_changes_nothing() -> None:
    clock = FakeClock()
    desk = a_story_desk(now=clock)
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await begun(pilot, app)
        await types(pilot, "before\n")
        app.call_screen._tick()
        clock.now -= timedelta(hours=3)
        app.call_screen._tick()
        await until(pilot, lambda: "went back" in told(app), "the sentence")
        await types(pilot, "and on\n")
        clock.now += timedelta(days=90)
        app.call_screen._tick()
        await until(pilot, lambda: "went ahead" in told(app), "the other sentence")
        await types(pilot, "and on\n")
        await until(pilot, lambda: "14:02 before" in shown(app), "the stamp of the first line")
        clock.now -= timedelta(days=91)
        await pilot.press("f2")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and app.screen.view is not None,
            "the wrap-up",
        )
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.ended), "the end")
    written = max(desk.records.of_client(Interaction, NORTHWIND.id), key=lambda each: each.created)
    assert written.until is not None
    assert written.until >= written.at
    assert [line.text for line in written.notes] == ["before", "and on", "and on"]


async def test_fifty_kilobytes_are_pasted_into_notes_and_answer() -> None:
    text = "\n".join(f"line {number} of what they wrote in their mail" for number in range(1_200))
    assert len(text) > 50_000
    desk = a_story_desk()
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        app.call_screen.state.pad.post_message(events.Paste(text))
        await until(pilot, lambda: len(app.call_screen.state.pad.text) == len(text), "the paste")
        app.call_screen.query_one(ScriptPane).focus_answer()
        await until(pilot, lambda: isinstance(app.focused, Input), "the field")
        assert app.focused is not None
        app.focused.post_message(events.Paste("word " * 10_000))
        await pilot.pause()
        await pilot.press("enter")
        await comes_to(pilot, app, "success")
        await app.call_screen.keep_typed()
        assert b"line 1199 of" in drafts(desk).kept[f"call-{NORTHWIND.id}"]
        await pilot.press("f2")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and app.screen.view is not None,
            "the wrap-up",
        )
        view = app.wrap_up.view
        assert view is not None
        assert len(view.notes) == 1_200


async def test_a_zone_that_is_none_is_no_end_of_the_call() -> None:
    client = a_client("Nowhere", people=(Person(name="Ann Lee", phones=("+1 312 555 0100",)),))
    odd = structs.force_setattr
    odd(client, "zone", "Mars/Olympus")  # as a newer time zone database may have it
    desk = a_desk(records=[client])
    app = CallHost(desk, client)
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, app)
        await types(pilot, "> coffee thu 10:00\n! send it by fri\n")
        app.call_screen._tick()
        await pilot.press("f7")
        await until(pilot, lambda: bool(app.screen.query(".quick")), "the dialog")
        await pilot.press("escape", "f2")
        await until(
            pilot,
            lambda: isinstance(app.screen, WrapUpScreen) and app.screen.view is not None,
            "the wrap-up",
        )


async def test_without_any_playbook_notes_are_taken_all_the_same() -> None:
    desk = a_desk(records=story(), playbooks={})
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(
            pilot,
            lambda: isinstance(app.screen, CallScreen) and app.screen.call is not None,
            "the call",
        )
        await until(pilot, lambda: "No playbook can be read" in told(app), "the sentence")
        await types(pilot, "still noted")
        await pilot.press("pagedown", "pageup")
        await app.call_screen.keep_typed()
        assert b"still noted" in drafts(desk).kept[f"call-{NORTHWIND.id}"]
