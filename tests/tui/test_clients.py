"""All clients: what a row says, the filter, and the ways from here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.domain.client import DoNotCall, Person
from followup_tui.domain.queue import (
    Band,
    CallList,
    Held,
    HeldWhy,
    QueueEntry,
    Reason,
    ReasonKind,
    Standing,
)
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import ClientsWanted
from followup_tui.tui.panes.client_rows import ClientRows
from followup_tui.tui.present import clients as present
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import NOW, TODAY, a_client, days
from tests.fakes import MemoryRecords, a_desk, a_story_desk
from tests.story import story
from tests.tui.waiting import until

NOTHING = CallList(now=NOW, today=())


def entry(client_id: str, *, due: int = 0, band: Band = Band.DUE) -> QueueEntry:
    reason = Reason(
        kind=ReasonKind.CADENCE, text="…", due=TODAY + timedelta(days=due), band=band, playbook="k"
    )
    return QueueEntry(client_id=client_id, name="", person="", reasons=(reason,))


def next_contact(queue: CallList, **fields: Any) -> tuple[str, Band | None]:
    client = a_client(id="0" * 26, **fields)
    (line,) = present.lines([client], {}, queue, look_ahead=14)
    return line.next_contact, line.band


# Rows


def test_the_next_contact_is_said() -> None:
    me = "0" * 26
    late = CallList(now=NOW, today=(entry(me, due=-9, band=Band.LATE),))
    assert next_contact(late) == ("due since Tue 10", Band.LATE)
    assert next_contact(CallList(now=NOW, today=(entry(me),))) == ("due today", Band.DUE)
    over = CallList(now=NOW, today=(), beyond=(entry(me),))
    assert next_contact(over) == ("due today", Band.DUE)
    assert next_contact(CallList(now=NOW, today=(), coming=(entry(me, due=1),))) == (
        "tomorrow",
        Band.SOON,
    )
    held = Held(entry(me), HeldWhy.SNOOZED, TODAY + days(6), "…")
    assert next_contact(CallList(now=NOW, today=(), held=(held,))) == (
        "snoozed until Wed 25",
        None,
    )
    assert next_contact(NOTHING) == ("after 3 Dec", None)
    assert next_contact(NOTHING, call_again=TODAY + days(60)) == ("18 Jan", None)
    wish = DoNotCall(since=TODAY)
    assert next_contact(late, do_not_call=wish) == ("do not call", None)


@pytest.mark.parametrize(
    ("ago", "words"), [(0, "today"), (1, "yesterday"), (12, "12 days ago"), (192, "6 months ago")]
)
def test_when_they_were_last_reached_is_said(ago: int, words: str) -> None:
    client = a_client()
    standing = Standing(last_reached=TODAY - days(ago))
    (line,) = present.lines([client], {client.id: standing}, NOTHING, look_ahead=14)
    assert line.reached == words


def test_the_filter_finds_names_people_and_tags_without_accents() -> None:
    clients = [
        a_client("Müller AG", people=(Person(name="Inês Duarte"),), tags=("key account",)),
        a_client("Other"),
    ]
    lines = present.lines(clients, {}, NOTHING, look_ahead=14)
    for query in ("muller", "ines", "KEY acc", "duarte muller", "ag"):
        assert [line.name for line in present.matching(lines, query)] == ["Müller AG"], query
    assert len(present.matching(lines, "  ")) == 2
    assert present.matching(lines, "nobody") == ()


@given(name=st.text(min_size=0, max_size=400), width=st.integers(min_value=0, max_value=200))
def test_a_row_has_the_width_it_is_given(name: str, width: int) -> None:
    line = present.ClientLine("id", name, name, "never", "due today", Band.DUE, False, "")
    drawn = present.row(line, width)
    assert drawn.cell_length <= max(width, 3)
    assert present.heading(width).cell_length <= max(width, 3)


def test_counting() -> None:
    assert present.counted(1, 1) == "1 client"
    assert present.counted(3, 1200) == "3 of 1,200 clients"


# The screen


async def shown(app: FollowupApp, pilot: Pilot[Any]) -> ClientRows:
    app.animation_level = "none"
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    app.post_message(ClientsWanted())
    await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
    rows = app.screen.query_one(ClientRows)
    await until(pilot, lambda: rows.row_count > 0, "the clients are loaded")
    return rows


def title(app: FollowupApp) -> str:
    return str(app.screen.query_one("#clients-title", Static).render())


async def test_everybody_is_shown_by_name() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        assert rows.row_count == 10
        assert "10 clients" in title(app)
        assert rows.current is not None
        assert rows.current.name == "Adventure Works"


async def test_it_filters_as_you_type_and_enter_opens_the_desk_there() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("slash", *"tailsp")
        await until(pilot, lambda: rows.row_count == 1)
        assert "1 of 10 clients" in title(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_the_arrows_walk_the_list_while_the_filter_is_typed_in() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("slash", "down", "down", "up")
        await until(pilot, lambda: rows.cursor == 1)
        assert isinstance(app.focused, Input)


async def test_the_cursor_stays_on_the_client_when_the_filter_changes() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("end")
        await until(
            pilot, lambda: rows.current is not None and rows.current.name == "Woodgrove Bank"
        )
        await pilot.press("slash", "w")
        await until(pilot, lambda: 0 < rows.row_count < 10)
        assert rows.current is not None
        assert rows.current.name == "Woodgrove Bank"


async def test_nobody_answers_and_escape_shows_all_again() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("slash", *"[zz]")
        await until(pilot, lambda: rows.row_count == 0)
        empty = app.screen.query_one("#clients-empty", Static)
        assert "Nobody answers to “[zz]”" in str(empty.render())
        await pilot.press("enter", "escape")
        await until(pilot, lambda: rows.row_count == 10)
        await pilot.press("escape")
        await until(pilot, lambda: rows.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_a_double_click_opens_and_e_edits_and_plus_adds() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))
        await until(pilot, lambda: isinstance(app.focused, Input))
        assert isinstance(app.focused, Input)
        assert app.focused.value == "Adventure Works"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        await pilot.click(rows, offset=(5, 3), times=2)
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_what_another_program_writes_is_shown() -> None:
    records = MemoryRecords(story())
    app = FollowupApp(a_desk(records=records))
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        records.commit(Change(by="elsewhere", put=(a_client("Aardvark"),)))
        await until(pilot, lambda: rows.row_count == 11, "the new client is shown")
        assert rows.current is not None
        assert rows.current.name == "Adventure Works", "the cursor has stayed"


async def test_a_store_that_cannot_be_read_is_told_and_tried_again() -> None:
    records = MemoryRecords(story())
    app = FollowupApp(a_desk(records=records))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        rows = await shown(app, pilot)
        records.unreadable = "The disk is away."
        records.commit(Change(by="elsewhere", put=(a_client("Aardvark"),)))
        await until(pilot, lambda: "The disk is away." in title(app))
        records.unreadable = ""
        await until(pilot, lambda: rows.row_count == 11)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (1, 1)])
async def test_it_fits_any_terminal(size: tuple[int, int]) -> None:
    app = FollowupApp(a_desk(records=[a_client("[red]" + "名" * 300), *story()]))
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await shown(app, pilot)
        await pilot.resize_terminal(*size)
        await pilot.press("end", "home", "down")
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: rows.cursor == 1)
