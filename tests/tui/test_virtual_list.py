"""A long list draws what is visible, keeps its cursor, and answers keys and mouse."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from followup_tui.tui.panes.virtual_list import VirtualList
from followup_tui.tui.theme import THEMES
from tests.tui.waiting import until


class Numbers(VirtualList):
    """Rows of two lines; every tenth is a heading of the same height."""

    ROW_HEIGHT = 2

    def __init__(self, count: int) -> None:
        super().__init__(id="numbers")
        self.count = count
        self.presented: list[int] = []

    @property
    def row_count(self) -> int:
        return self.count

    def can_rest_on(self, row: int) -> bool:
        return row % 10 != 0

    def present(self, row: int, width: int, *, under_cursor: bool) -> tuple[Content, Content]:
        self.presented.append(row)
        return Content(f"row {row} [red]{'x' * width}"), Content("日本語" * width)


class Host(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.numbers = Numbers(count)
        self.moved: list[int] = []
        self.picked: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.numbers

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.numbers.rows_changed()
        self.numbers.focus()

    def on_virtual_list_moved(self, event: VirtualList.Moved) -> None:
        self.moved.append(event.row)

    def on_virtual_list_picked(self, event: VirtualList.Picked) -> None:
        self.picked.append(event.row)


def lines_of(app: Host) -> list[str]:
    return [
        "".join(segment.text for segment in app.numbers.render_line(y))
        for y in range(app.numbers.size.height)
    ]


async def test_only_visible_rows_are_presented() -> None:
    app = Host(100_000)
    async with app.run_test(size=(40, 20)) as pilot:
        await until(pilot, lambda: app.moved == [1], "the cursor rests below the heading")
        assert len(set(app.numbers.presented)) <= 11
        await pilot.press("end")
        await until(pilot, lambda: app.moved[-1] == 99_999)
        assert len(set(app.numbers.presented)) <= 24
        assert "row 99999" in "\n".join(lines_of(app))


async def test_text_is_drawn_plainly_and_cut_to_the_width() -> None:
    app = Host(5)
    async with app.run_test(size=(30, 20)) as pilot:
        await pilot.pause()
        lines = lines_of(app)
        assert lines[2].startswith("row 1 [red]xxx")
        assert all(app.numbers.render_line(y).cell_length == 30 for y in range(10))
        assert lines[2].rstrip().endswith("…")


async def test_keys_pass_over_headings() -> None:
    app = Host(50)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*["down"] * 9)
        await until(pilot, lambda: app.numbers.cursor == 11)
        await pilot.press("up")
        await until(pilot, lambda: app.numbers.cursor == 9)
        await pilot.press("home", "up")
        await until(pilot, lambda: app.numbers.cursor == 1)
        assert app.numbers.scroll_offset.y == 0, "the first heading is in sight"
        await pilot.press("pagedown")
        await until(pilot, lambda: (app.numbers.cursor or 0) > 9)
        await pilot.press("pageup", "pageup")
        await until(pilot, lambda: app.numbers.cursor == 1)


async def test_a_click_moves_and_a_double_click_picks() -> None:
    app = Host(50)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.click(app.numbers, offset=(3, 7))
        await until(pilot, lambda: app.numbers.cursor == 3)
        assert app.picked == []
        await pilot.click(app.numbers, offset=(3, 0))
        assert app.numbers.cursor == 3, "a heading is not picked"
        await pilot.click(app.numbers, offset=(3, 9), times=2)
        await until(pilot, lambda: app.picked == [4])


async def test_the_cursor_stays_within_what_there_is() -> None:
    app = Host(50)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("end")
        await until(pilot, lambda: app.numbers.cursor == 49)
        app.numbers.count = 12
        app.numbers.rows_changed()
        assert app.numbers.cursor == 11
        app.numbers.count = 0
        app.numbers.rows_changed()
        assert app.numbers.cursor is None
        await pilot.press("down", "pagedown", "end", "home")
        app.numbers.count = 3
        app.numbers.rows_changed(cursor=2)
        assert app.numbers.cursor == 2


async def test_it_survives_any_size() -> None:
    app = Host(50)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("end")
        for size in ((20, 5), (1, 1), (160, 45), (2, 2), (40, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.numbers.cursor == 49
        assert "row 49" in "\n".join(lines_of(app))


async def test_a_list_that_is_hidden_comes_back_as_it_was() -> None:
    app = Host(50)
    async with app.run_test(size=(40, 20)) as pilot:
        await until(pilot, lambda: app.moved == [1])
        app.numbers.cursor = 8
        await pilot.pause()
        assert app.numbers.scroll_offset.y == 0
        app.numbers.display = False
        await until(pilot, lambda: not app.numbers.region)
        app.numbers.rows_changed(cursor=8)  # as when it is read anew meanwhile
        await pilot.pause()
        app.numbers.display = True
        await until(pilot, lambda: bool(app.numbers.region))
        await pilot.pause()
        assert app.numbers.scroll_offset.y == 0
        app.numbers.display = False
        await until(pilot, lambda: not app.numbers.region)
        app.numbers.rows_changed(cursor=40)
        app.numbers.display = True
        await until(pilot, lambda: app.numbers.scroll_offset.y > 60)
