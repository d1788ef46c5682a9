"""The small dialogs of a call: what is typed there outlives the program, too."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Select

from followup_tui.domain.client import Client
from followup_tui.domain.notes.capture import NoteKind
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.call_back import CallBackDialog
from followup_tui.tui.dialogs.line import LineDialog
from followup_tui.tui.dialogs.wrong_number import WrongNumberDialog
from followup_tui.tui.keeping import hour_key, line_key, number_key
from tests.builders import NOW
from tests.fakes import FakeClock, MemoryDrafts, a_story_desk
from tests.story import CONTOSO, NORTHWIND
from tests.tui.call_host import CallHost
from tests.tui.test_call import begun, types
from tests.tui.waiting import until

SIZE = (120, 36)


def drafts(app: CallHost) -> MemoryDrafts:
    assert isinstance(app.desk.drafts, MemoryDrafts)
    return app.desk.drafts


async def opened(pilot: Pilot[Any], key: str, kind: type) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)
    await pilot.pause()


async def test_the_hour_of_a_call_back_stands_there_again_on_the_same_day() -> None:
    clock = FakeClock(NOW)
    desk = a_story_desk(now=clock)
    key = hour_key(CONTOSO.id)
    app = CallHost(desk, CONTOSO)
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot, app)
        await opened(pilot, "f7", CallBackDialog)
        await types(pilot, "fri 10:00")
        await until(pilot, lambda: b"fri 10:00" in drafts(app).kept.get(key, b""), "kept by itself")
        kept = drafts(app).kept[key]  # as a program that is killed here leaves it
        await pilot.press("escape")
        await until(pilot, lambda: key not in drafts(app).kept, "dropped by Escape")
    drafts(app).kept[key] = kept
    again = CallHost(desk, CONTOSO)
    async with again.run_test(size=SIZE) as pilot:
        await begun(pilot, again)
        await opened(pilot, "f7", CallBackDialog)
        field = again.screen.query_one(DayField)
        await until(pilot, lambda: field.words == "fri 10:00", "what was typed")
        await until(pilot, lambda: "10:00 in London" in field.said, "understood at once")
        await pilot.press("escape")
        await until(pilot, lambda: again.screen is again.call_screen)
        drafts(again).kept[key] = kept
        clock.forward(days=1)  # on which the words mean another day
        await opened(pilot, "f7", CallBackDialog)
        await pilot.pause()
        assert again.screen.query_one(DayField).words == ""


async def test_a_right_number_stands_there_again_until_it_is_answered() -> None:
    desk = a_story_desk(now=FakeClock(NOW))
    key = number_key(NORTHWIND.id)
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot, app)
        await opened(pilot, "f6", WrongNumberDialog)
        await types(pilot, "+61 2 5550 01")
        await until(pilot, lambda: drafts(app).kept.get(key) == b"+61 2 5550 01", "kept by itself")
        kept = drafts(app).kept[key]  # as a program that is killed here leaves it
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.call_screen)
        assert key not in drafts(app).kept
        drafts(app).kept[key] = kept
        await opened(pilot, "f6", WrongNumberDialog)
        field = app.screen.query_one(Input)
        await until(pilot, lambda: field.value == "+61 2 5550 01", "what was typed")
        await pilot.press(*"99", "enter")
        await until(pilot, lambda: app.screen is app.call_screen)
        assert key not in drafts(app).kept
        await until(
            pilot,
            lambda: (
                (client := desk.records.get(Client, NORTHWIND.id)) is not None
                and client.people[0].phones[0] == "+61 2 5550 0199"
            ),
            "the right number",
        )


async def test_the_correction_of_a_line_stands_there_again_for_that_line_alone() -> None:
    desk = a_story_desk(now=FakeClock(NOW))
    key = line_key(NORTHWIND.id)
    app = CallHost(desk, NORTHWIND)
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot, app)
        await types(pilot, "+ reports\n+ board")
        await opened(pilot, "ctrl+e", LineDialog)
        await pilot.pause()
        assert drafts(app).kept.get(key) is None  # nothing was typed yet
        app.screen.query_one("#text", Input).value = "the new board"
        app.screen.query_one("#kind", Select).value = NoteKind.INTEREST
        await until(pilot, lambda: b"interest" in drafts(app).kept.get(key, b""), "kept by itself")
        kept = drafts(app).kept[key]
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.call_screen)
        assert key not in drafts(app).kept
        drafts(app).kept[key] = kept
        await opened(pilot, "ctrl+e", LineDialog)
        text = app.screen.query_one("#text", Input)
        await until(pilot, lambda: text.value == "the new board", "what was typed")
        assert app.screen.query_one("#kind", Select).value is NoteKind.INTEREST
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.call_screen)
        drafts(app).kept[key] = kept
        await pilot.press("up")
        await opened(pilot, "ctrl+e", LineDialog)
        await pilot.pause()
        assert app.screen.query_one("#text", Input).value == "reports"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is app.call_screen)
        assert key not in drafts(app).kept
