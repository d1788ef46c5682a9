"""The line of keys: it shows what can be pressed here, and a click presses it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Button

from followup_tui.tui.key_line import KeyLine, ShownKey
from tests.tui.waiting import until


class Editor(Button):
    """Has a key of its own."""

    BINDINGS = [Binding("e", "edit", "edit", tooltip="Edit [it] here.")]

    def action_edit(self) -> None:
        self.app.pressed.append("edit")


class Keys(App[None]):
    """Has keys that are shown, one with two keys, one that is off and one that is hidden."""

    BINDINGS = [
        Binding("c,ctrl+b", "call", "call"),
        Binding("o", "off", "off"),
        Binding("h", "hide", "hidden", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield Button("plain", id="plain")
        yield Editor("edit", id="editor")
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "off" else super().check_action(action, parameters)

    def action_call(self) -> None:
        self.pressed.append("call")

    def action_off(self) -> None:
        self.pressed.append("off")

    @property
    def line(self) -> KeyLine:
        return self.screen_stack[0].query_one(KeyLine)

    @property
    def text(self) -> str:
        return self.line.render_line(0).text


async def test_it_shows_the_keys_of_this_place_and_follows_the_focus() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        await until(pilot, lambda: app.text.startswith(" c call  o off "))
        assert app.text.endswith("▏^p palette ")
        assert len(app.text) == 60
        assert "hidden" not in app.text
        app.screen.query_one("#editor").focus()
        await until(pilot, lambda: app.text.startswith(" e edit  c call  o off "))
        app.screen.query_one("#plain").focus()
        await until(pilot, lambda: "edit" not in app.text)


async def test_where_room_is_short_keys_are_shown_whole_and_help_stays() -> None:
    line = KeyLine()
    line._keys = tuple(
        ShownKey(key, key, words, enabled=True, help="", stays=words == "help")
        for key, words in (("c", "call"), ("l", "look at all"), ("n", "no"), ("?", "help"))
    )
    shown = {room: [key.words for key in line._fitting(room)] for room in (37, 36, 30, 15, 8, 7)}
    assert shown == {
        37: ["call", "look at all", "no", "help"],
        36: ["call", "look at all", "help"],
        30: ["call", "help"],
        15: ["help"],
        8: ["help"],
        7: [],
    }


async def test_a_click_presses_the_key_unless_it_is_off() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        await until(pilot, lambda: len(app.line.keys) == 2)
        for column in (0, 2, app.text.index("off"), app.text.index("off") + 4, 40):
            await pilot.click(KeyLine, offset=(column, 0))
        await until(pilot, lambda: app.pressed == ["call", "call"])
        await pilot.click(KeyLine, offset=(app.text.index("palette"), 0))
        await until(pilot, lambda: app.screen is not app.screen_stack[0])


async def test_the_help_of_a_key_is_shown_as_it_is_written() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10), tooltips=True) as pilot:
        app.screen.query_one("#editor").focus()
        await until(pilot, lambda: len(app.line.keys) == 3)
        await pilot.hover(KeyLine, offset=(3, 0))
        await until(pilot, lambda: str(app.line.tooltip) == "Edit [it] here.")
        await pilot.hover("#plain")
        await until(pilot, lambda: app.line.tooltip is None)


async def test_below_a_dialog_and_in_no_room_it_stays_as_it_was() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        await until(pilot, lambda: len(app.line.keys) == 2)
        before = app.text
        await app.push_screen(ModalScreen())
        app.screen_stack[0].refresh_bindings()
        await pilot.pause()
        assert app.text == before
        await app.pop_screen()
        await pilot.resize_terminal(5, 10)
        await until(pilot, lambda: len(app.text) == 5)
