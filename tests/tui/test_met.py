"""Writing down somebody who was met: by keys, by mouse, kept while typed, known when known."""

from __future__ import annotations

import pytest

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.promise import Promise
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.met import MetDialog
from followup_tui.tui.messages import LetterWanted
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import TODAY, days
from tests.fakes import DISK_FULL
from tests.story import NORTHWIND
from tests.tui.desk_app import DeskApp
from tests.tui.waiting import until

SIZE = (120, 36)


async def opened(app: DeskApp, pilot) -> MetDialog:
    await until(pilot, lambda: app.desk_screen.view is not None)
    await pilot.press("N")
    await until(pilot, lambda: isinstance(app.screen, MetDialog) and app.focused is not None)
    assert isinstance(app.screen, MetDialog)
    return app.screen


def on_desk(app: DeskApp) -> bool:
    return isinstance(app.screen, DeskScreen)


def newest(app: DeskApp) -> Encounter:
    return max(app.records.all(Encounter), key=lambda each: (each.created, each.id))


async def test_by_keys_alone_with_the_letter_wanted_at_once() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        wanted = []
        app.desk_screen.post_message = _listening(app.desk_screen.post_message, wanted)
        dialog = await opened(app, pilot)
        await pilot.press(*"Kim Ab", "enter", *"Blue Yonder", "enter", *"fair", "enter")
        await pilot.press(*"yesterday", "tab")
        await pilot.press("left")  # open -> prospect
        await until(pilot, lambda: "a meeting" in app.static("#step"))
        await pilot.press("tab", *"their move", "tab", "tab", "tab")
        await pilot.press(*"the slides by fri")
        await until(pilot, lambda: "due Fri 20" in app.static(".field-promised .field-words"))
        await pilot.press("f4")
        await until(pilot, lambda: on_desk(app))
        met = newest(app)
        assert (met.person, met.where, met.day) == ("Kim Ab", "fair", TODAY - days(1))
        assert (met.warmth, met.talked_about) == (Warmth.PROSPECT, "their move")
        client = app.records.get(Client, met.client_id)
        assert client is not None
        assert client.name == "Blue Yonder"
        assert app.records.of_client(Promise, client.id)[0].due == TODAY + days(1)
        await until(pilot, lambda: bool(wanted))
        assert wanted[0].kind is LetterKind.GOOD_TO_MEET
        assert wanted[0].occasion.encounter_id == met.id
        assert "Kim Ab is written down. To propose: a meeting: " in app.said()[0]
        assert app.desk.drafts.load(dialog.draft_key) is None


def _listening(post, wanted):
    def listen(message):
        if isinstance(message, LetterWanted):
            wanted.append(message)
            return True
        return post(message)

    return listen


async def test_who_is_on_the_list_is_shown_and_joined_by_choice() -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(app, pilot)
        before = len(app.records.all(Client))
        for key, text in (("name", "Omar Haddad"), ("company", "Northwind Traders")):
            dialog.query_one(f".field-{key}", FormField).focus_input()
            await pilot.press(*text)
        await until(pilot, lambda: bool(dialog.query_one("#known").region), "laid out")
        assert "Northwind Traders (the same company)" in app.static("#known-words")
        await pilot.click("#save")
        await until(pilot, lambda: on_desk(app))
        assert newest(app).client_id == NORTHWIND.id
        assert len(app.records.all(Client)) == before

        dialog = await opened(app, pilot)
        await pilot.press(*"Ann Lee", "enter", *"Northwind Traders")
        await until(pilot, lambda: bool(dialog.query_one("#known").region), "laid out")
        dialog.query_one(".join", Choice).action_choose(1)
        await pilot.click("#save")
        await until(pilot, lambda: on_desk(app))
        assert newest(app).client_id != NORTHWIND.id


async def test_what_is_wrong_is_told_and_what_is_typed_is_kept() -> None:
    app = DeskApp()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(app, pilot)
        assert dialog.query_one("#save").region.bottom <= 24
        dialog.query_one(".field-when", FormField).focus_input()
        await pilot.press(*"someday")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "must not be empty" in app.static(".field-name .field-words"))
        assert "names no day" in app.static(".field-when .field-words")
        await pilot.press("escape")
        await until(pilot, lambda: on_desk(app))
        dialog = await opened(app, pilot)
        await until(pilot, lambda: dialog.query_one(".field-when", FormField).value == "someday")
        assert "what you began" in app.static("#said")
        await pilot.click("#discard")
        await until(pilot, lambda: on_desk(app))
        assert app.desk.drafts.load(dialog.draft_key) is None


@pytest.mark.parametrize("problem", [DISK_FULL])
async def test_a_full_disk_leaves_the_form_open(problem: str) -> None:
    app = DeskApp()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(app, pilot)
        await pilot.press(*"Kim Ab")
        app.records.broken = problem
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "disk is full" in app.static("#said"))
        assert app.screen is dialog
        app.records.broken = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: on_desk(app))
        assert newest(app).person == "Kim Ab"
