"""Keys pressed right before one with a priority are taken in before it acts."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input

from followup_tui.tui.typed_out import typed_out


class _App(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()


async def test_letters_that_wait_for_their_field_come_first() -> None:
    app = _App()
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        await pilot.pause()
        for letter in "2 Feb":
            field.post_message(_key(letter))
        assert field.value == ""  # the letters wait
        await typed_out(app.screen)
        assert field.value == "2 Feb"


async def test_without_a_focus_there_is_nothing_to_wait_for() -> None:
    app = _App()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.set_focus(None)
        await typed_out(app.screen)


def _key(letter: str) -> Key:
    return Key("space" if letter == " " else letter, letter)
