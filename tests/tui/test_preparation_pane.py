"""The preparation pane alone: ticking, opening evidence, failures and spinners."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.views import ItemStatus, PreparationView
from followup_tui.tui.panes.preparation import Checklist, PreparationPane
from tests.builders import NOW
from tests.story import TAILSPIN
from tests.tui.host import Host
from tests.tui.views import a_view, settled
from tests.tui.waiting import until


def the_pane(app: Host) -> PreparationPane:
    return app.query_one(PreparationPane)


def lines(app: Host) -> list[str]:
    rows = app.query_one(Checklist)
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


def head(app: Host) -> str:
    return str(app.query_one("#preparation-head", Static).content)


def ticked(app: Host) -> list[tuple[str, bool]]:
    return [(told.item, told.ticked) for told in app.heard_of(PreparationPane.Ticked)]


async def show(pilot: Pilot[None], view: PreparationView) -> PreparationPane:
    assert isinstance(pilot.app, Host)
    pane = the_pane(pilot.app)
    pane.now = NOW
    pane.view = view
    await pilot.pause()
    pane.checklist.focus()
    await pilot.pause()
    return pane


async def test_nobody_is_chosen_yet() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert head(app) == "Choose somebody on the call list."


async def test_space_ticks_and_takes_a_tick_back() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 20)) as pilot:
        await show(pilot, a_view())
        await pilot.press("space", "down", "down", "space")
        await until(pilot, lambda: ticked(app) == [("memory", False), ("competitors", True)])


async def test_enter_opens_and_closes_and_the_cursor_stays_on_the_item() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane = await show(pilot, a_view())
        await pilot.press("down", "enter")
        await until(pilot, lambda: any("Winter sale" in line for line in lines(app)))
        assert any("[red]Winter sale[/] begins" in line for line in lines(app))
        await pilot.press("down", "down")
        item = pane.checklist.item
        assert item is not None
        assert item.key == "website", "evidence belongs to its item"
        await pilot.press("enter")
        await until(pilot, lambda: not any("Winter sale" in line for line in lines(app)))
        assert pane.checklist.cursor == 1
        await pilot.resize_terminal(60, 8)  # where four lines are seen
        await until(pilot, lambda: pane.checklist.size.height == 4)
        assert "Website" in lines(app)[1]
        await pilot.press("enter")
        await until(pilot, lambda: "Website" in lines(app)[0] and "Title" in lines(app)[3])


async def test_clicks_tick_on_the_box_and_open_beside_it() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        await show(pilot, a_view())
        await pilot.click(Checklist, offset=(1, 2))
        await until(pilot, lambda: ticked(app) == [("competitors", True)])
        await pilot.click(Checklist, offset=(12, 2))
        await until(pilot, lambda: "r fetches again." in " ".join(" ".join(lines(app)).split()))
        assert len(ticked(app)) == 1


async def test_fresher_news_keep_what_is_open_and_where_the_cursor_is() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane = await show(pilot, a_view())
        await pilot.press("down", "enter", "down")
        at = pane.checklist.cursor
        pane.view = settled(a_view())
        await pilot.pause()
        assert pane.checklist.cursor == at
        assert any("Winter sale" in line for line in lines(app))


async def test_another_client_begins_with_everything_closed_at_the_top() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane = await show(pilot, a_view())
        await pilot.press("down", "enter", "down")
        pane.view = a_view(TAILSPIN)
        await until(pilot, lambda: "Omar Haddad" in head(app))
        await pilot.pause()
        assert pane.checklist.cursor == 0
        assert not any("Winter sale" in line for line in lines(app))


async def test_a_problem_is_said_beside_what_is_known() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane = await show(pilot, a_view())
        pane.problem = "The store [/] cannot be read."
        await until(pilot, lambda: "The store [/] cannot be read." in head(app))
        assert "Jane Li" in head(app)
        pane.problem = ""
        await until(pilot, lambda: "cannot" not in head(app))


async def test_the_spinner_turns_only_while_something_is_on_its_way() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        app.animation_level = "full"
        pane = await show(pilot, a_view())
        before = lines(app)[3]
        assert before.startswith("[ ] ")
        await until(pilot, lambda: lines(app)[3] != before, "the spinner turns")
        pane.view = settled(a_view())
        await pilot.pause()
        assert pane.spinning is False
        events = next(item for item in pane.view.items if item.key == "events")
        assert events.status is ItemStatus.READY


async def test_a_checklist_without_items_is_no_reason_to_fall() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(60, 30)) as pilot:
        pane = await show(pilot, replace(a_view(), items=()))
        await pilot.press("space", "enter", "down", "end", "pagedown")
        assert ticked(app) == []
        assert pane.checklist.item is None


async def test_a_pane_of_a_few_cells_still_draws() -> None:
    app = Host(PreparationPane)
    async with app.run_test(size=(7, 4)) as pilot:
        await show(pilot, a_view())
        await pilot.press("down", "enter", "down", "down")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: any("Winter sale" in line for line in lines(app)))
