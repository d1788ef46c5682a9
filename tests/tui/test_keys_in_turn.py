"""What is typed ahead reaches the place that the key before it leads to."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input

from followup_tui.tui.keys_in_turn import KeysInTurn
from tests.tui.waiting import until

_NAMES = {"\x1b": "escape", "\r": "enter", "\x13": "ctrl+s", " ": "space"}


class Rows(Widget, can_focus=True):
    """Something with keys of its own, below which others stand."""


class Asking(ModalScreen[str]):
    BINDINGS = [
        Binding("escape", "dismiss('')", "", show=False),
        Binding("ctrl+s", "save", "", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input()

    def action_save(self) -> None:
        self.dismiss(self.query_one(Input).value)


class Wanted(Message):
    """Another screen is asked for, of whoever opens them."""


class Below(Screen[None]):
    BINDINGS = [
        Binding("n", "ask", "", show=False),
        Binding("c", "want", "", show=False),
        Binding("f", "find", "", show=False),
        Binding("x", "harm", "", show=False),
    ]
    AUTO_FOCUS = "Rows"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Rows()
            yield Input(id="find")

    def action_ask(self) -> None:
        self.app.push_screen(Asking(), self.of().saved.append)

    def action_want(self) -> None:
        self.post_message(Wanted())

    def action_find(self) -> None:
        self.screen.set_focus(self.query_one("#find"))

    def action_harm(self) -> None:
        self.of().harmed += 1

    def of(self) -> Typing:
        assert isinstance(self.app, Typing)
        return self.app


class Typing(KeysInTurn):
    DEFAULT_MODE = "below"

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[str | None] = []
        self.harmed = 0
        self.add_mode("below", Below)

    async def on_wanted(self) -> None:
        await self.push_screen(Asking(), self.saved.append)

    def type(self, keys: str) -> None:
        """Have the keys come all at once, as when the program was busy while they were typed."""
        for key in keys:
            self.post_message(Key(_NAMES.get(key, key), key))


async def typed(app: Typing, pilot: Pilot[Any], keys: str, value: str) -> None:
    app.type(keys)
    await until(
        pilot,
        lambda: any(field.value == value for field in app.screen.query(Input)),
        f"{value!r} stands in the field",
    )


async def test_text_behind_a_key_goes_where_that_key_leads() -> None:
    app = Typing()
    async with app.run_test() as pilot:
        await typed(app, pilot, "nabc", "abc")
        app.type("\x13nxn\x13")
        await until(pilot, lambda: app.saved == ["abc", "xn"], "both are saved as they were typed")
        await typed(app, pilot, "cxe", "xe")
        await typed(app, pilot, "\x1bfxyz", "xyz")
        assert app.harmed == 0


async def test_what_was_typed_before_the_first_screen_waits_for_it() -> None:
    app = Typing()
    app.type("fx")
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.query_one("#find", Input).value == "x", "x")
        assert app.harmed == 0


async def test_a_paste_keeps_its_place_among_the_keys() -> None:
    app = Typing()
    async with app.run_test() as pilot:
        app.type("na")
        app.post_message(Paste("pasted"))
        await typed(app, pilot, "b", "apastedb")


async def test_keys_go_on_where_one_was_lost_with_its_place() -> None:
    app = Typing()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.focused, Rows), "the rows have the keys")
        app._is_under_way = True  # a way of which nothing is heard any more
        app.type("n")
        await until(pilot, lambda: isinstance(app.screen, Asking), "the key is done all the same")
