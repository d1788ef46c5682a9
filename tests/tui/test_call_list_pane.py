"""The call list alone: what it shows, what it tells, and that it keeps its place."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.domain.queue import CallList, QueueEntry
from followup_tui.tui.panes.call_list import CallListPane, CallListRows
from tests.builders import NOW
from tests.tui.host import Host
from tests.tui.test_call_list_rows import HOSTILE, a_queue, an_entry, held
from tests.tui.waiting import until


def entries(*names: str) -> tuple[QueueEntry, ...]:
    return tuple(an_entry(name, f"Person {name}") for name in names)


def the_pane(app: Host) -> CallListPane:
    return app.query_one(CallListPane)


def lines(app: Host) -> list[str]:
    rows = app.query_one(CallListRows)
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


def highlighted(app: Host) -> list[str]:
    return [message.client_id for message in app.heard_of(CallListPane.Highlighted)]


async def show(pilot: Pilot[None], queue: CallList) -> CallListPane:
    assert isinstance(pilot.app, Host)
    pane = the_pane(pilot.app)
    pane.queue = queue
    await pilot.pause()
    pane.rows.focus()
    await pilot.pause()
    return pane


async def test_the_first_client_is_under_the_cursor_and_told_of() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 12)) as pilot:
        await show(pilot, a_queue())
        await until(pilot, lambda: highlighted(app) == ["id-Northwind"])
        assert lines(app)[0].startswith(" ○ Jane Li")


async def test_keys_move_and_enter_in_the_search_opens() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 12)) as pilot:
        pane = await show(pilot, a_queue(today=entries("A", "B", "C"), held=(held(),)))
        await pilot.press("down", "down", "up", "end", "down")
        await until(pilot, lambda: highlighted(app) == ["id-A", "id-B", "id-C", "id-B", "id-C"])
        pane.search()
        await pilot.press(*"person b")
        await until(pilot, lambda: highlighted(app)[-1] == "id-B")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.heard_of(CallListPane.Opened)) == 1)
        assert app.heard_of(CallListPane.Opened)[0].client_id == "id-B"


async def test_the_search_narrows_as_one_types_and_escape_gives_all_back() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 12)) as pilot:
        pane = await show(pilot, a_queue(today=entries("Alpha", "Beta", "Gamma")))
        await pilot.press("down", "down")
        pane.search()
        await pilot.press("p", "h", "a")
        await until(pilot, lambda: pane.needle == "pha")
        assert "Alpha" in lines(app)[1] or "Alpha" in lines(app)[0]
        assert not any("Beta" in line for line in lines(app))
        await pilot.press("up", "down")
        await pilot.press("escape")
        await until(pilot, lambda: not pane.searching)
        assert pane.needle == ""
        assert app.query_one(Input).value == ""
        assert app.focused is pane.rows
        assert pane.rows.client_id == "id-Alpha", "the cursor keeps to the client"


async def test_no_match_is_said_and_the_list_comes_back() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 12)) as pilot:
        pane = await show(pilot, a_queue())
        pane.search()
        await pilot.press(*"zz[red]")
        await until(pilot, lambda: "zz[red]" in " ".join(lines(app)))
        assert "Nobody on the list matches" in " ".join(lines(app))
        await pilot.press("escape")
        await until(pilot, lambda: pane.rows.client_id == "id-Northwind")


async def test_the_cursor_keeps_to_its_client_when_the_data_changes() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 20)) as pilot:
        pane = await show(pilot, a_queue(today=entries("A", "B", "C")))
        await pilot.press("down")
        told = highlighted(app)
        pane.queue = a_queue(today=entries("X", "Y", "Z", "B", "A"))
        await until(pilot, lambda: pane.rows.cursor == 3)
        assert pane.rows.client_id == "id-B"
        assert highlighted(app) == told, "nobody was told of anew"


async def test_when_its_client_is_gone_the_cursor_goes_to_the_nearest() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 20)) as pilot:
        pane = await show(pilot, a_queue(today=entries("A", "B", "C")))
        await pilot.press("down")
        pane.queue = a_queue(today=entries("A", "C"))
        await until(pilot, lambda: pane.rows.client_id == "id-C")
        await until(pilot, lambda: highlighted(app)[-1] == "id-C")
        pane.queue = a_queue(today=())
        await until(pilot, lambda: pane.rows.client_id is None)
        assert "Nobody is due today" in " ".join(lines(app))


async def test_a_click_moves_a_double_click_opens_and_the_last_line_asks_for_all() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(40, 20)) as pilot:
        pane = await show(pilot, a_queue(today=entries("A", "B"), held=(held(),)))
        await pilot.click(CallListRows, offset=(5, 3))
        await until(pilot, lambda: pane.rows.client_id == "id-B")
        await pilot.click(CallListRows, offset=(5, 0), times=2)
        await until(pilot, lambda: bool(app.heard_of(CallListPane.Opened)))
        assert app.heard_of(CallListPane.Opened)[0].client_id == "id-A"
        await pilot.click(CallListRows, offset=(5, 4))
        await until(pilot, lambda: bool(app.heard_of(CallListPane.AllWanted)))


async def test_any_name_is_drawn_as_it_stands() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(340, 20)) as pilot:
        await show(pilot, a_queue(today=tuple(an_entry(name, "P") for name in HOSTILE[:3])))
        drawn = "\n".join(lines(app))
        for name in HOSTILE[:3]:
            assert name in drawn


async def test_every_line_is_as_wide_as_the_list_whatever_stands_in_it() -> None:
    app = Host(CallListPane)
    async with app.run_test(size=(23, 20)) as pilot:
        pane = await show(pilot, a_queue(today=tuple(an_entry(name, name) for name in HOSTILE)))
        widths = {pane.rows.render_line(y).cell_length for y in range(pane.rows.size.height)}
        assert widths == {pane.rows.row_width}


class Counting(CallListRows):
    """Counts the rows it presents."""

    presented: Sequence[int] = ()

    def present(self, row: int, width: int, *, under_cursor: bool):  # type: ignore[no-untyped-def]
        self.presented = [*self.presented, row]
        return super().present(row, width, under_cursor=under_cursor)


async def test_only_what_is_visible_is_presented_of_a_hundred_thousand() -> None:
    many = tuple(an_entry(f"C{n}") for n in range(100_000))
    from followup_tui.tui.present.call_list import sections  # noqa: PLC0415 - beside its use

    app = Host(Counting)
    async with app.run_test(size=(40, 20)) as pilot:
        rows = app.query_one(Counting)
        queue = CallList(now=NOW, today=many)
        rows.show(sections(queue, show_all=False), guest=None, client_id=None)
        await pilot.pause()
        rows.focus()
        await pilot.press("end", "pageup", "home")
        await pilot.pause()
        assert rows.row_count == 100_000
        assert len(rows.presented) < 120, "a few screens, not the list"


async def test_drawing_a_long_list_costs_about_what_a_short_one_does() -> None:
    async def cost(number: int) -> float:
        app = Host(CallListPane)
        async with app.run_test(size=(80, 50)) as pilot:
            pane = await show(pilot, a_queue(today=tuple(an_entry(f"C{n}") for n in range(number))))
            best = float("inf")
            for _ in range(15):
                pane.rows._strips.clear()
                began = time.perf_counter()
                for y in range(pane.rows.size.height):
                    pane.rows.render_line(y)
                best = min(best, time.perf_counter() - began)
            return best

    # The figure to be reached is 1.2; the test leaves room for a busy machine.
    assert await cost(100_000) <= 2 * await cost(100)
