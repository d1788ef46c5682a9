"""The library: what a row says, finding, adding, changing, retiring, and its sources."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.library.view import Currency, LibraryItem
from followup_tui.domain.page import Event, PageFacts
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.settings.model import Settings, Sources
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.value_add import ValueAddDialog
from followup_tui.tui.messages import LibraryWanted
from followup_tui.tui.panes.library_rows import LibraryRows
from followup_tui.tui.present import library as present
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.library import LibraryScreen
from followup_tui.tui.value_add_form import Typed
from tests.builders import NOW, a_client, a_value_add, days
from tests.fakes import DISK_FULL, FakePages, MemoryDrafts, MemoryRecords, a_desk, a_story_desk
from tests.tui.waiting import until

CALENDAR = "https://ourselves.example/events.ics"
ARTICLE = "https://journal.example/cheaper"


def an_item(title: str = "Keeping costs down", **fields: Any) -> LibraryItem:
    value_add = a_value_add(title, **fields)
    return LibraryItem(value_add, Currency.CURRENT, "by hand", offered=3, taken=1)


# Rows


@given(title=st.text(min_size=1, max_size=300), width=st.integers(min_value=0, max_value=200))
def test_a_row_has_the_width_it_is_given(title: str, width: int) -> None:
    cleaned = "".join(char for char in title if char.isprintable()).strip() or "x"
    drawn = present.row(an_item(cleaned, starts=NOW + days(2)), width, NOW)
    assert drawn.cell_length <= max(width, 3)
    assert present.heading(width).cell_length <= max(width, 3)


def test_what_is_said_of_an_item() -> None:
    item = an_item("Keeping costs down", starts=NOW + days(6), where="Town hall", topics=("Azure",))
    assert present.when(item, NOW) == "Wed 25 14:02"
    assert present.given(item) == "3 offered, 1 taken"
    said = str(present.details(item, NOW))
    for words in ("Wednesday 25 November 2026, 14:02", "Town hall", "fits: Azure", "by hand"):
        assert words in said


def test_finding_by_any_word_and_what_is_gone_only_when_asked_for() -> None:
    current = an_item("Keeping costs down", topics=("Azure",))
    over = LibraryItem(a_value_add("An evening"), Currency.OVER, "by hand")
    assert present.matching([current, over], "azure cost", gone=False) == (current,)
    assert present.matching([current, over], "", gone=False) == (current,)
    assert present.matching([current, over], "evening", gone=True) == (over,)


# The screen


async def shown(pilot: Pilot[Any], at_least: int = 1) -> LibraryRows:
    app = pilot.app
    app.animation_level = "none"
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    app.post_message(LibraryWanted())
    await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
    rows = app.screen.query_one(LibraryRows)
    await until(pilot, lambda: rows.row_count >= at_least, "the library is loaded")
    return rows


def said(app: FollowupApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).render())


def titles(desk: Desk) -> list[str]:
    return [each.title for each in desk.records.all(ValueAdd) if not each.retired]


async def test_a_key_of_the_desk_opens_it_and_escape_goes_back() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        rows = app.screen.query_one(LibraryRows)
        await until(pilot, lambda: rows.row_count > 0)
        await pilot.press("slash", *"zz")
        await until(pilot, lambda: rows.row_count == 0)
        assert "Nothing answers to “zz”" in said(app, "#library-empty")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: rows.has_focus and rows.row_count > 0)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_something_is_added_by_hand_its_title_fetched() -> None:
    page = PageFacts(url=ARTICLE, read_at=NOW, title="Cheaper nights", description="Turn it off.")
    desk = a_desk(records=[a_client()], pages=FakePages(page))
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(pilot, 0)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, ValueAddDialog))
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*ARTICLE, "enter")
        field = lambda: app.screen.query_one(".field-title Input", Input)  # noqa: E731
        await until(pilot, lambda: field().value == "Cheaper nights", "the title was fetched")
        await until(pilot, lambda: app.focused is field(), "one can go on typing")
        await pilot.press("tab", *"Azure, costs", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: rows.row_count == 1)
        (value_add,) = desk.records.all(ValueAdd)
        assert (value_add.title, value_add.url) == ("Cheaper nights", ARTICLE)
        assert value_add.topics == ("Azure", "costs")
        assert value_add.about == "Turn it off."
        assert desk.drafts.keys() == []


async def test_a_day_that_cannot_be_is_said_and_nothing_is_written() -> None:
    desk = a_desk(records=[a_client()])
    app = FollowupApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot, 0)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("tab", *"A talk", "tab", "tab", *"31 feb", "ctrl+s")
        words = lambda: str(app.screen.query_one(".field-when .field-words", Static).render())  # noqa: E731
        await until(pilot, lambda: "names no day" in words())
        assert isinstance(app.screen, ValueAddDialog)
        assert titles(desk) == []


async def test_what_is_typed_waits_as_a_draft() -> None:
    drafts = MemoryDrafts()
    desk = a_desk(records=[a_client()], drafts=drafts)
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, 0)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("tab", *"A talk about reports", "escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        kept = drafts.load("value-add-new")
        assert kept is not None
        assert msgspec.json.decode(kept, type=Typed).title == "A talk about reports"
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, ValueAddDialog))
        field = lambda: app.screen.query_one(".field-title Input", Input)  # noqa: E731
        await until(pilot, lambda: field().value == "A talk about reports")
        assert "what you began" in said(app, "#said")


async def test_a_value_add_is_changed_and_its_day_stays_unless_it_is_typed_anew() -> None:
    before = a_value_add(kind=ValueAddKind.EVENT, starts=NOW + days(6), ends=NOW + days(6.1))
    desk = a_desk(records=[a_client(), before])
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ValueAddDialog))
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("tab", "end", *" again", "f2")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        after = desk.records.get(ValueAdd, before.id)
        assert after is not None
        assert after.title == "Keeping costs down again"
        assert (after.starts, after.ends) == (before.starts, before.ends)


async def test_retiring_is_taken_back_by_the_same_key_and_by_undo() -> None:
    desk = a_desk(records=[a_client(), a_value_add()])
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(pilot)
        await pilot.press("x")
        await until(pilot, lambda: rows.row_count == 0)
        await pilot.press("a")
        await until(pilot, lambda: rows.row_count == 1)
        assert "No longer offered" in said(app, "#library-item")
        await pilot.press("x")
        await until(pilot, lambda: titles(desk) == ["Keeping costs down"])
        await pilot.press("u")
        await until(pilot, lambda: titles(desk) == [])


async def test_the_sources_are_looked_at_and_say_how_it_went() -> None:
    event = Event(title="Free breakfast", start=NOW + days(9), uid="b")
    page = PageFacts(url=CALENDAR, read_at=NOW, title="Our events", events=(event,))
    desk = a_desk(
        records=[a_client()],
        pages=FakePages(page),
        settings=Settings(sources=Sources(own_events=(CALENDAR,))),
    )
    app = FollowupApp(desk)
    async with app.run_test(size=(160, 45)) as pilot:
        rows = await shown(pilot, 0)
        await pilot.press("r")
        await until(pilot, lambda: rows.row_count == 1, "the breakfast")
        await until(pilot, lambda: "Our events · 1 item" in said(app, "#library-said"))
        assert "1 invitation from ourselves.example" in said(app, "#library-said")


async def test_a_store_that_fails_is_told_on_top_and_the_typing_stays() -> None:
    records = MemoryRecords([a_client()])
    app = FollowupApp(a_desk(records=records))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, 0)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("tab", *"A talk")
        records.broken = DISK_FULL
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "The disk is full" in said(app, "#said"))
        assert app.screen.query_one(".field-title Input", Input).value == "A talk"


async def test_it_is_worked_by_the_mouse_alone() -> None:
    desk = a_desk(records=[a_client(), a_value_add()])
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(pilot)
        await pilot.click(rows, offset=(5, 0), times=2)
        await until(pilot, lambda: isinstance(app.screen, ValueAddDialog))
        await pilot.pause()
        await pilot.click("#cancel")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
