"""The side pane alone: choosing, scrolling, and keeping its place."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.views import PreparationView
from followup_tui.tui.panes.side import SidePane, Timeline, ValueAdds
from tests.builders import NOW, TODAY, an_interaction, days
from tests.story import ARTICLE, BREAKFAST, NORTHWIND, TAILSPIN, TALK
from tests.tui.host import Host
from tests.tui.views import a_page, a_view
from tests.tui.waiting import until


def chosen(app: Host) -> list[tuple[str, bool]]:
    return [(told.value_add_id, told.chosen) for told in app.heard_of(SidePane.Chosen)]


async def show(pilot: Pilot[None], view: PreparationView) -> SidePane:
    pane = pilot.app.query_one(SidePane)
    pane.now = NOW
    pane.view = view
    await pilot.pause()
    pane.value_adds.focus()
    await pilot.pause()
    return pane


async def test_space_chooses_and_takes_back() -> None:
    app = Host(SidePane)
    async with app.run_test(size=(40, 24)) as pilot:
        await show(pilot, a_view())
        await pilot.press("space", "down", "space")
        await until(pilot, lambda: chosen(app) == [(TALK.id, False), (BREAKFAST.id, True)])


async def test_a_click_chooses_but_not_what_was_given_before() -> None:
    app = Host(SidePane)
    async with app.run_test(size=(40, 30)) as pilot:
        pane = await show(pilot, a_view())
        await pilot.click(ValueAdds, offset=(3, 5))
        await until(pilot, lambda: chosen(app) == [(ARTICLE.id, True)])
        drawn = [pane.value_adds.render_line(y).text for y in range(8)]
        given = next(y for y, line in enumerate(drawn) if line.startswith("taken"))
        await pilot.click(ValueAdds, offset=(3, given))
        await pilot.pause()
        assert len(chosen(app)) == 1


async def test_the_cursor_keeps_to_its_value_add() -> None:
    app = Host(SidePane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane = await show(pilot, a_view())
        await pilot.press("down")
        view = a_view()
        pane.view = replace(view, suggestions=view.suggestions[::-1])
        await pilot.pause()
        assert pane.value_adds.value_add == BREAKFAST
        pane.view = replace(view, suggestions=view.suggestions[:1])
        await pilot.pause()
        assert pane.value_adds.value_add == TALK


async def test_the_history_scrolls_by_keys_and_begins_anew_with_another_client() -> None:
    notes = tuple(NoteLine(at=NOW, text=f"line {n}") for n in range(60))
    page = a_page(interactions=(an_interaction(NORTHWIND, day=TODAY - days(3), notes=notes),))
    app = Host(SidePane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane = await show(pilot, a_view(page=page))
        timeline = pane.query_one(Timeline)
        timeline.focus()
        await pilot.press("down", "pagedown", "up")
        await until(pilot, lambda: timeline.scroll_offset.y > 5)
        pane.view = a_view(page=replace(page, promises=()))
        await pilot.pause()
        assert timeline.scroll_offset.y > 5, "fresher news keep the place"
        pane.view = a_view(TAILSPIN)
        await until(pilot, lambda: timeline.scroll_offset.y == 0)


async def test_without_anything_to_choose_keys_do_nothing() -> None:
    app = Host(SidePane)
    async with app.run_test(size=(40, 24)) as pilot:
        pane = await show(pilot, a_view(suggestions=(), page=None))
        await pilot.press("space", "down", "up", "end", "home")
        assert chosen(app) == []
        assert pane.value_adds.suggestion is None
