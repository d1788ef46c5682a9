"""The desk at work: preparing, ticking, searching, and keeping its place."""

from __future__ import annotations

import asyncio
from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.due.call_list import CallList
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.services.ports import Change
from followup_tui.tui.messages import CallWanted, ClientFormWanted, ClientsWanted
from followup_tui.tui.panes.call_list import CallListPane, CallListRows
from followup_tui.tui.panes.preparation import Checklist, PreparationPane
from followup_tui.tui.panes.side import SidePane, Timeline, ValueAdds
from followup_tui.tui.screens import desk_state
from followup_tui.tui.screens.desk_parts import PaneTab
from tests.builders import NOW, TODAY, a_client, a_promise, days
from tests.fakes import FakeClock, MemoryCache, a_desk, a_story_desk
from tests.story import CONTOSO, NORTHWIND, PROSEWARE, TAILSPIN, WOODGROVE
from tests.tui.desk_app import DeskApp, drawn
from tests.tui.test_call_list_rows import HOSTILE
from tests.tui.waiting import until

SITE = "https://northwind.example/"


async def test_the_desk_opens_with_the_list_and_what_is_known_of_the_first() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.item_line("Last time") != "")
        assert app.current() == NORTHWIND.id
        assert app.list_lines()[0].startswith(" ! Jane Li")
        assert app.static("#desk-day") == "Thu 19 Nov · 7 due · 1 promise"
        assert "+61 2 5550 0142" in app.static("#preparation-head")


async def test_the_network_is_asked_only_once_the_cursor_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk_state, "REST_SECONDS", 600)
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "down", "up")
        await until(pilot, lambda: "Sam Okafor" in app.static("#preparation-head"))
        assert app.pages.asked == []
        monkeypatch.setattr(desk_state, "REST_SECONDS", 0.05)
        await pilot.press("down")
        await until(pilot, lambda: bool(app.pages.asked), "the cursor rests")
        assert all("northwind" not in url for url, _ in app.pages.asked)


async def test_enter_prepares_at_once_and_each_source_comes_in_its_time() -> None:
    app = DeskApp()
    gate = app.pages.hold(SITE)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.item_line("Website").startswith("[ ] ⠋"))
        await until(pilot, lambda: app.item_line("Competitors").startswith("[ ] ▸"))
        assert app.item_line("Website").startswith("[ ] ⠋"), "the others did not wait for it"
        gate.set()
        await until(pilot, lambda: app.item_line("Website").startswith("[ ] ▸"))
        assert isinstance(app.focused, Checklist)


async def test_moving_on_cancels_what_the_last_row_had_begun() -> None:
    app = DeskApp()
    app.pages.hold(SITE)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: (SITE, False) in app.pages.asked)
        await pilot.press("escape", "down")
        await until(pilot, lambda: SITE in app.pages.cancelled)
        await until(pilot, lambda: "Sam Okafor" in app.static("#preparation-head"))


async def test_a_source_that_fails_says_so_and_r_fetches_it_again() -> None:
    app = DeskApp()
    kept = app.pages._answers[SITE]
    app.pages.fail(SITE, "northwind.example did not answer within 10 seconds.")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.item_line("Website").startswith("[ ] ✗"))
        app.pages._answers[SITE] = kept
        await pilot.press("r")
        await until(pilot, lambda: app.item_line("Website").startswith("[ ] ▸"))
        assert (SITE, True) in app.pages.asked


async def test_a_tick_is_kept_and_counted() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.item_line("Last time") != "")
        await pilot.press("enter", "space")
        await until(pilot, lambda: app.item_line("Last time").startswith("[x]"))
        assert "1 of 7" in app.static("#preparation-progress")
        (preparation,) = app.records.all(Preparation)
        assert [tick.item for tick in preparation.ticks] == ["last-time"]
        await pilot.press("space")
        await until(pilot, lambda: app.item_line("Last time").startswith("[ ]"))


async def test_a_tick_that_cannot_be_saved_says_why_and_is_not_shown() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: app.item_line("Last time") != "")
        app.records.broken = "The disk is full: make [room]."
        await pilot.press("enter", "space")
        await until(pilot, lambda: app.said() == ["The disk is full: make [room]."])
        assert app.item_line("Last time").startswith("[ ]")


async def test_a_value_add_is_chosen_for_the_call() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.item_line("Last time") != "")
        await pilot.press("v", "space")
        rows = app.desk_screen.query_one(ValueAdds)
        await until(pilot, lambda: drawn(rows)[0].startswith("[x] Talk"))
        planned = [o for o in app.records.all(Offer) if o.state is OfferState.PLANNED]
        assert [offer.client_id for offer in planned] == [NORTHWIND.id]


async def test_the_search_opens_by_slash_and_enter_prepares_who_was_found() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f", *"quist")
        await until(pilot, lambda: "Nobody on the list matches" in " ".join(app.list_lines()))
        await pilot.press("escape", "f", *"omar")
        await until(pilot, lambda: app.current() == TAILSPIN.id)
        await pilot.press("enter")
        await until(pilot, lambda: "Omar Haddad" in app.static("#preparation-head"))
        await until(pilot, lambda: isinstance(app.focused, Checklist))
        await pilot.press("escape")
        await until(pilot, lambda: app.focused is app.desk_screen.query_one(CallListRows))
        assert len([line for line in app.list_lines() if line]) > 6, "the search is over"


async def test_all_shows_who_is_held_back() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: any("held back" in line for line in app.list_lines()))
        assert any("Mei Tanaka" in line for line in app.list_lines())
        await pilot.press("a")
        await until(pilot, lambda: not any("Mei Tanaka" in line for line in app.list_lines()))


async def test_tab_goes_round_and_escape_goes_back() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        stops = [CallListRows, Checklist, Timeline, ValueAdds]
        for stop in [*stops[1:], stops[0]]:
            await pilot.press("tab")
            await until(pilot, lambda stop=stop: isinstance(app.focused, stop))
        await pilot.press("shift+tab")
        await until(pilot, lambda: isinstance(app.focused, ValueAdds))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.focused, CallListRows))


async def test_the_panes_follow_the_width_and_the_keys() -> None:
    app = DeskApp()
    async with app.run_test(size=(160, 45)) as pilot:
        await until(pilot, lambda: len(app.shown_panes()) == 3)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: app.shown_panes() == ["CallListPane", "PreparationPane"])
        await pilot.press("v")
        await until(pilot, lambda: app.shown_panes() == ["PreparationPane", "SidePane"])
        assert isinstance(app.focused, ValueAdds)
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: app.shown_panes() == ["SidePane"])
        await pilot.press("escape")
        await until(pilot, lambda: app.shown_panes() == ["CallListPane"])
        await pilot.press("enter")
        await until(pilot, lambda: app.shown_panes() == ["PreparationPane"])
        await pilot.resize_terminal(20, 5)
        await pilot.press("down", "enter", "tab", "tab", "tab", "down", "f", "x", "escape")
        await until(pilot, lambda: app.shown_panes() == ["CallListPane"])
        assert app.focused is not None
        await pilot.resize_terminal(160, 45)
        await until(pilot, lambda: len(app.shown_panes()) == 3)
        assert app.current() is not None


async def test_on_a_narrow_terminal_the_panes_are_changed_by_clicks() -> None:
    app = DeskApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.shown_panes() == ["CallListPane"])
        tabs = list(app.desk_screen.query(PaneTab))
        for tab, pane in ((1, "PreparationPane"), (2, "SidePane"), (0, "CallListPane")):
            await pilot.click(tabs[tab])
            await until(pilot, lambda pane=pane: app.shown_panes() == [pane])


async def test_keys_ask_for_other_screens() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.item_line("Last time") != "")
        await pilot.press("c", "e", "plus", "l")
        await until(pilot, lambda: bool(app.heard_of(ClientsWanted)))
        assert [told.client_id for told in app.heard_of(CallWanted)] == [NORTHWIND.id]
        assert [t.client_id for t in app.heard_of(ClientFormWanted)] == [NORTHWIND.id, None]


async def test_another_program_writes_and_the_place_is_kept() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down")
        await until(pilot, lambda: "Sam Okafor" in app.static("#preparation-head"))
        urgent = a_client("Alpine Ski House", id="alpine")
        promised = a_promise(urgent, "the quote", due=TODAY - days(30))
        renamed = replace(CONTOSO, name="[b]Contoso")
        app.records.another_program_writes(Change("another", put=(urgent, promised, renamed)))
        await until(pilot, lambda: "Alpine Ski House" in app.list_lines()[0])
        assert app.current() == CONTOSO.id
        await until(pilot, lambda: "8 due" in app.static("#desk-day"))
        assert any("[b]Contoso" in line for line in app.list_lines())


async def test_a_call_back_comes_up_at_its_hour() -> None:
    clock = FakeClock(NOW)
    app = DeskApp(a_story_desk(now=clock))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        before = next(line for line in app.list_lines() if "Sam Okafor" in line)
        assert not before.startswith(" !")
        clock.forward(hours=1)
        await until(
            pilot,
            lambda: any(line.startswith(" ! Sam Okafor") for line in app.list_lines()),
            "the hour of the call-back",
        )
        assert app.current() == NORTHWIND.id


async def test_a_store_that_cannot_be_read_is_told_until_it_can() -> None:
    app = DeskApp()
    app.records.unreadable = "The store [/] cannot be read: look at doctor."
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "The store [/] cannot be read" in app.static("#desk-problems"))
        app.records.unreadable = ""
        await until(pilot, lambda: app.current() == NORTHWIND.id)
        await until(pilot, lambda: not app.screen.query_one("#desk-problems").display)


async def test_problems_are_told_one_by_one_and_dismissed() -> None:
    desk = replaced(a_story_desk(), problems=("a.toml: x: [red]wrong", "b.toml: y: bad"))
    app = DeskApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "a.toml: x: [red]wrong (1 more)" in app.static("#desk-problems")
        await pilot.press("escape")
        await until(pilot, lambda: "b.toml" in app.static("#desk-problems"))
        await pilot.click("#desk-problems")
        await until(pilot, lambda: not app.screen.query_one("#desk-problems").display)


async def test_reload_goes_to_a_client_wherever_they_are() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.desk_screen.reload(TAILSPIN.id)
        await until(pilot, lambda: app.current() == TAILSPIN.id)
        await app.desk_screen.reload(PROSEWARE.id)
        await until(pilot, lambda: app.current() == PROSEWARE.id)
        await app.desk_screen.reload(WOODGROVE.id)
        await until(pilot, lambda: app.current() == WOODGROVE.id)
        assert any("looked up" in line for line in app.list_lines())
        await until(pilot, lambda: "Ada Quist" in app.static("#preparation-head"))
        await pilot.press("down")
        await until(pilot, lambda: app.current() == NORTHWIND.id)


async def test_reload_of_a_client_who_is_gone_says_so() -> None:
    app = DeskApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.desk_screen.reload("nobody")
        await pilot.pause()
        assert app.current() is not None


async def test_a_desk_where_nobody_is_due() -> None:
    app = DeskApp(a_desk())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert "Nobody is due today" in " ".join(app.list_lines())
        assert app.static("#desk-day") == "Thu 19 Nov · nobody due"
        await pilot.press("enter", "c", "n", "d", "s", "x", "k", "r", "e", "space", "v", "space")
        await until(pilot, lambda: bool(app.said()))
        assert set(app.said()) == {"Choose somebody on the call list first."}
        assert app.heard_of(CallWanted) == []


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (20, 5)])
async def test_any_name_can_be_worked_with(size: tuple[int, int]) -> None:
    clients = [
        a_client(name, id=f"client-{number}", created=NOW - days(400))
        for number, name in enumerate(HOSTILE)
    ]
    app = DeskApp(a_desk(records=clients))
    async with app.run_test(size=size, notifications=True) as pilot:
        for _ in clients:
            await pilot.press("enter", "escape", "down")
        await pilot.pause()
        assert app.current() is not None
        assert app.return_code is None
        panes = (CallListPane, PreparationPane, SidePane)
        assert all(app.desk_screen.query_one(pane).is_attached for pane in panes)
    assert len(app.records.all(Client)) == len(HOSTILE)


async def test_the_list_as_it_was_last_seen_is_there_at_once_and_then_the_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = MemoryCache()
    yesterday = await a_story_desk(now=NOW - days(1), cache=cache).call_list.today()
    app = DeskApp(a_story_desk(cache=cache))
    made, may_come = app.desk.call_list.today, asyncio.Event()

    async def today() -> CallList:
        await may_come.wait()
        return await made()

    monkeypatch.setattr(app.desk.call_list, "today", today)
    async with app.run_test(size=(120, 36)) as pilot:
        assert app.list_lines()[0].startswith(" ○ Jane Li")  # the promise was due then, not late
        may_come.set()
        await until(pilot, lambda: app.static("#desk-day") == "Thu 19 Nov · 7 due · 1 promise")
        assert app.list_lines()[0].startswith(" ! Jane Li")
        kept = app.desk.call_list.last_listed()
        assert kept is not None
        assert kept.now == NOW != yesterday.now


async def test_with_a_store_that_cannot_be_read_the_last_list_is_still_there() -> None:
    cache = MemoryCache()
    await a_story_desk(cache=cache).call_list.today()
    desk = a_story_desk(cache=cache)
    app = DeskApp(desk)
    app.records.unreadable = "The store cannot be read: look at doctor."
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "The store cannot be read" in app.static("#desk-problems"))
        assert app.list_lines()[0].startswith(" ! Jane Li")
