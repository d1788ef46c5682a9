"""The page of a client: filtering, searching, going about, mending, promises; over a call, too."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static, TextArea

from followup_tui.domain.client import Client, Origin
from followup_tui.domain.interaction import Interaction, NoteLine, Outcome
from followup_tui.domain.promise import Promise, PromiseState, Referral
from followup_tui.domain.timeline.entries import EntryKind
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.dialogs.go_to import GoToDialog
from followup_tui.tui.dialogs.mending import MendingDialog
from followup_tui.tui.dialogs.note import NoteDialog
from followup_tui.tui.keeping import mending_key
from followup_tui.tui.messages import CallWanted, ClientPageWanted, ClientsWanted
from followup_tui.tui.panes.kind_chips import KindChips
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.timeline import TimelineRows
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.client_page import ClientPageScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.history import HistoryScreen
from tests.builders import NOW, TODAY, a_client, an_interaction, days
from tests.fakes import DISK_FULL, MemoryDrafts, MemoryRecords, a_story_desk
from tests.story import NORTHWIND, fixed_id
from tests.tui.waiting import until

SIZE = (120, 36)
CALL = fixed_id("i-northwind")


@pytest.fixture
def app() -> FollowupApp:
    app = FollowupApp(a_story_desk())
    app.animation_level = "none"
    return app


def records(app: FollowupApp) -> MemoryRecords:
    return cast(MemoryRecords, app.desk.records)


def said(app: FollowupApp) -> str:
    return " | ".join(str(each.message) for each in app._notifications)


def page(app: FollowupApp) -> ClientPageScreen:
    assert isinstance(app.screen, ClientPageScreen)
    return app.screen


def seen(rows: TimelineRows) -> list[str]:
    return [text for y in range(rows.size.height) if (text := rows.render_line(y).text.rstrip())]


def state_of(app: FollowupApp, promise_id: str) -> PromiseState | None:
    promise = app.desk.records.get(Promise, promise_id)
    return promise.state if promise else None


def text_of(app: FollowupApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


async def shown(app: FollowupApp, pilot: Pilot[Any], client: Client = NORTHWIND) -> TimelineRows:
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    app.post_message(ClientPageWanted(client.id))
    await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
    screen = page(app)
    await until(pilot, lambda: bool(screen.query(TimelineRows)) and screen.rows.row_count > 0)
    await until(pilot, lambda: "reading" not in text_of(app, "#page-title"), "the history")
    return screen.rows


async def go_to(pilot: Pilot[Any], rows: TimelineRows, title: str) -> None:
    """Put the cursor on the entry whose title begins so."""
    screen = page(cast(FollowupApp, pilot.app))
    found = [n for n, entry in enumerate(screen.shown_entries) if entry.title.startswith(title)]
    assert found, [entry.title for entry in screen.shown_entries]
    rows.go_to(found[0])
    await pilot.pause()


def call(app: FollowupApp) -> Interaction:
    found = app.desk.records.get(Interaction, CALL)
    assert found is not None
    return found


async def test_one_key_from_the_desk_and_back(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: cast(DeskScreen, app.screen).client_id == NORTHWIND.id)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        rows = page(app).rows
        await until(pilot, lambda: rows.row_count > 0)
        lines = seen(rows)
        assert lines[0].startswith("─ November 2026 ─")
        assert "we promised: send the pricing link, due Wed 18 Nov" in lines[1]
        head = text_of(app, "#page-essentials")
        for words in ("+61 2 5550 0142", "their time Thu 14:02", "we owe send the pricing link"):
            assert words in head
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))


async def test_one_key_from_all_clients(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(ClientsWanted())
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))
        await until(pilot, lambda: cast(ClientsScreen, app.screen).client_id is not None)
        wanted = cast(ClientsScreen, app.screen).client_id
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        assert page(app).whose == wanted
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientsScreen))


async def test_from_a_call_and_back_with_nothing_lost(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.post_message(CallWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        await until(pilot, lambda: isinstance(app.focused, NotesPad))
        await pilot.press(*"hope", "ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        await until(pilot, lambda: page(app).rows.row_count > 0)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        await pilot.press(*"ful")
        pad = app.screen.query_one(NotesPad)
        await until(pilot, lambda: "hopeful" in pad.text)


async def test_kinds_are_filtered_by_keys_and_by_mouse(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        screen = page(app)
        await pilot.press("f")
        await until(pilot, lambda: [e.kind for e in screen.shown_entries] == [EntryKind.TALK])
        await pilot.press("right", "F")
        await until(pilot, lambda: [e.kind for e in screen.shown_entries] == [EntryKind.TALK])
        await pilot.press("0")
        await until(pilot, lambda: len(screen.shown_entries) == len(screen.all_entries))
        chips = app.screen.query_one(KindChips)
        line = "".join(segment.text for segment in chips.render_line(0))
        assert await pilot.click(chips, offset=(line.index("work") + 1, 0))
        await until(pilot, lambda: {e.kind for e in screen.shown_entries} == {EntryKind.WORK})
        assert rows.row_count == 4  # two projects' days, each below its month
        await pilot.press("escape")
        await until(pilot, lambda: len(screen.shown_entries) == len(screen.all_entries))


async def test_a_search_goes_to_its_matches_and_marks_them(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("slash", *"AZÜRE"[:2])
        await until(pilot, lambda: len(page(app).matches) > 1, "matches")
        await until(pilot, lambda: "of" in text_of(app, "#page-title"))
        first = rows.number
        await pilot.press("enter")
        await until(pilot, lambda: rows.number != first)
        await pilot.press("escape")
        await until(pilot, lambda: not page(app).matches and app.focused is rows)
        await pilot.press("slash", *"monthly reports")
        await until(pilot, lambda: len(page(app).matches) == 1)
        assert rows.current is not None
        assert rows.current.key == f"interactions:{CALL}"
        assert any("+ likes the monthly reports" in line for line in seen(rows))
        await pilot.press("x")
        await until(pilot, lambda: "no match" in text_of(app, "#page-title"))


async def test_months_and_years_are_gone_to(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: rows.current is not None and rows.current.day.month == 5)
        await pilot.press("less_than_sign")
        await until(pilot, lambda: rows.current is not None and rows.current.day.month == 11)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, GoToDialog))
        await pilot.press(*"nowhen", "enter")
        await until(pilot, lambda: "Write a month or a year" in text_of(app, "#said"))
        app.screen.query_one(Input).value = "2025"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        await until(pilot, lambda: rows.current is not None and rows.current.day.year == 2025)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, GoToDialog))
        await pilot.press(*"1999", "enter")
        await until(pilot, lambda: "Nothing is known from December 1999" in said(app))


async def test_an_entry_is_unfolded_to_its_notes_and_answers(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with Jane Li")
        before = rows.row_count
        await pilot.press("space")
        await until(pilot, lambda: rows.row_count > before)
        told = " ".join(" ".join(seen(rows)).split())
        assert "10:02 moved to Azure in May" in told
        assert "well, fewer calls than before" in told
        await pilot.press("down", "down", "space")  # folded from one of its lines, too
        await until(pilot, lambda: rows.row_count == before)
        assert rows.current is not None
        assert rows.current.title == "call with Jane Li"


async def test_a_talk_is_mended_and_its_earlier_words_can_be_read(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with Jane Li")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MendingDialog))
        area = app.screen.query_one(TextArea)
        assert area.text.splitlines()[0] == "moved to Azure in May"
        area.text = area.text.replace("in May", "in June")
        app.screen.query_one("#when", Input).value = "2026-05-11 09:30"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        assert call(app).notes[0].text == "moved to Azure in June"
        assert call(app).at == datetime(2026, 5, 11, 9, 30, tzinfo=NOW.tzinfo)
        await until(pilot, lambda: any("(mended)" in line for line in seen(rows)))
        await pilot.press("v")
        await until(
            pilot,
            lambda: any("- notes: 10:02 moved to Azure in May" in line for line in seen(rows)),
        )
        await pilot.press("v")
        await until(
            pilot, lambda: "v shows the earlier words" in " ".join(" ".join(seen(rows)).split())
        )
        await pilot.press("u")
        await until(pilot, lambda: call(app).notes[0].text == "moved to Azure in May")
        await until(pilot, lambda: not any("(mended)" in line for line in seen(rows)))


async def test_what_came_of_a_line_is_asked_about(app: FollowupApp) -> None:
    promise = fixed_id("pr-northwind")
    found = app.desk.records.get(Promise, promise)
    assert found is not None
    app.desk.records.commit(Change(by="x", put=(replace(found, interaction_id=CALL),)))
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with Jane Li")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, MendingDialog))
        area = app.screen.query_one(TextArea)
        area.text = area.text.replace("! send the pricing link", "! send the price list")
        area.text += "\n* daylight"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        detail = text_of(app, "#confirm-detail")
        assert "The promise “send the pricing link” would be “send the price list”" in detail
        assert "“daylight” would be remembered of them." in detail
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        after = app.desk.records.get(Promise, promise)
        assert after is not None
        assert after.text == "send the price list"


async def test_mending_is_kept_while_it_is_typed(app: FollowupApp) -> None:
    drafts = cast(MemoryDrafts, app.desk.drafts)
    key = mending_key(NORTHWIND.id, CALL)
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with Jane Li")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, MendingDialog))
        await pilot.press(*"so ")
        await until(pilot, lambda: key in drafts.kept, "kept by itself")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, MendingDialog))
        area = app.screen.query_one(TextArea)
        await until(pilot, lambda: area.text.startswith("so moved"))
        theirs = (NoteLine(at=NOW, text="theirs"),)
        records(app).another_program_writes(
            Change(by="there", put=(replace(call(app), notes=theirs),))
        )
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "changed the notes meanwhile" in text_of(app, "#said"))
        app.screen.query_one("#discard", Button).press()
        await until(pilot, lambda: area.text == "theirs")
        app.screen.query_one("#when", Input).value = "some day"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "like 2026-11-19 14:02" in text_of(app, "#said"))
        app.screen.query_one("#when", Input).value = "2026-05-11 10:00"
        area.text = "ours"
        records(app).broken = DISK_FULL
        await pilot.press("ctrl+s")
        await until(pilot, lambda: DISK_FULL in text_of(app, "#said"))
        records(app).broken = ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        assert [line.text for line in call(app).notes] == ["ours"]
        assert key not in drafts.kept


async def test_a_talk_is_removed_once_asked_and_comes_back(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with Jane Li")
        await pilot.press("delete")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("left", "enter")
        await until(pilot, lambda: app.desk.records.get(Interaction, CALL) is None)
        await until(pilot, lambda: any("call removed" in line for line in seen(rows)))
        await pilot.press("u")
        await until(pilot, lambda: app.desk.records.get(Interaction, CALL) is not None)
        await go_to(pilot, rows, "project ended")
        await pilot.press("delete")
        await until(pilot, lambda: "Put the cursor on a conversation" in said(app))


async def test_promises_are_kept_or_broken_and_thanks_given(app: FollowupApp) -> None:
    became = a_client("Fabrikam", created=NOW - days(1), origin=Origin(introduced_by=NORTHWIND.id))
    referral = Referral(
        id="r" * 26, created=NOW - days(1), client_id=NORTHWIND.id, name="Omar", became=became.id
    )
    app.desk.records.commit(Change(by="x", put=(became, referral)))
    promise = fixed_id("pr-northwind")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        rows = await shown(app, pilot)
        assert "thanks owed for introducing Omar" in text_of(app, "#page-essentials")
        for key, state in (("k", PromiseState.KEPT), ("b", PromiseState.BROKEN)):
            await go_to(pilot, rows, "we promised")
            await pilot.press(key)
            await until(pilot, lambda state=state: state_of(app, promise) is state)  # type: ignore[misc]
            await pilot.press("u")
            await until(
                pilot,
                lambda: (
                    bool(page(app).all_entries) and any(e.promise_id for e in page(app).all_entries)
                ),
            )
        await go_to(pilot, rows, "introduced us to Omar")
        await pilot.press("k")
        await until(pilot, lambda: app.desk.records.get(Referral, referral.id).thanked == TODAY)  # type: ignore[union-attr]
        await until(pilot, lambda: "thanks owed" not in text_of(app, "#page-essentials"))
        await go_to(pilot, rows, "call with")
        await pilot.press("k")
        await until(pilot, lambda: "Put the cursor on an open promise" in said(app))
        await go_to(pilot, rows, "introduced us to Omar")
        await pilot.press("enter")
        await until(pilot, lambda: page(app).whose == became.id)
        await pilot.press("escape")
        await until(pilot, lambda: page(app).whose == NORTHWIND.id)


async def test_from_the_page_to_what_belongs_to_the_client(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        for key, screen in (("h", HistoryScreen), ("E", ClientFormScreen), ("n", NoteDialog)):
            await pilot.press(key)
            await until(pilot, lambda screen=screen: isinstance(app.screen, screen))  # type: ignore[misc]
            if screen is NoteDialog:
                app.screen.query_one(TextArea).text = "+ the new hall"
                await pilot.press("ctrl+s")
            else:
                await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        await until(pilot, lambda: any("+ the new hall" in line for line in seen(rows)))
        await until(pilot, lambda: any("likes added: the new hall" in line for line in seen(rows)))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CallScreen))


async def test_what_another_program_writes_comes_and_the_cursor_stays(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        await go_to(pilot, rows, "call with")
        talk = an_interaction(NORTHWIND, day=TODAY, outcome=Outcome.NO_ANSWER)
        records(app).another_program_writes(Change(by="over there", put=(talk,)))
        await until(pilot, lambda: any("call, no answer" in line for line in seen(rows)))
        assert rows.current is not None
        assert rows.current.title == "call with Jane Li"


async def test_a_client_who_was_removed_and_a_disk_that_is_gone(app: FollowupApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await shown(app, pilot)
        records(app).unreadable = "The disk is gone."
        await until(pilot, lambda: text_of(app, "#page-problem") == "The disk is gone.")
        records(app).unreadable = ""
        await until(pilot, lambda: not text_of(app, "#page-problem"))
        records(app).another_program_writes(Change(by="x", drop=(NORTHWIND,)))
        await until(pilot, lambda: "not there any more" in text_of(app, "#page-problem"))
        assert app.is_running


async def test_thousands_of_conversations_and_any_size(app: FollowupApp) -> None:
    talks = tuple(
        an_interaction(
            NORTHWIND,
            at=NOW - timedelta(hours=9 * number),
            notes=(NoteLine(at=NOW, text=f"[b]number {number}[/b]"),),
        )
        for number in range(1_000)
    )
    app.desk.records.commit(Change(by="x", put=talks))
    async with app.run_test(size=SIZE) as pilot:
        rows = await shown(app, pilot)
        assert len(page(app).all_entries) > 1_000
        await pilot.press("end", "home", "slash", *"number 999")
        await until(pilot, lambda: len(page(app).matches) == 1)
        assert any("[b]number 999[/b]" in line for line in seen(rows))
        await pilot.press("escape")
        for size in ((60, 20), (20, 5), (1, 1), (160, 45)):
            await pilot.resize_terminal(*size)
            await pilot.press("down", "i", "space", "end", "home")
        assert app.is_running
