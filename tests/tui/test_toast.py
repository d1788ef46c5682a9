"""What is told in passing: as plain text, and not twice at once."""

from __future__ import annotations

from textual.app import App

from followup_tui.tui.toast import toast
from tests.tui.waiting import until


async def test_a_toast_is_drawn_as_it_is_written_and_stands_there_once() -> None:
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        for _ in range(3):
            toast(app, "[/nothing] is [bold]saved[/bold].")
        toast(app, "Something else.")
        await until(pilot, lambda: len(app.screen.query("Toast")) == 2, "two toasts")
        words = {str(each.render()) for each in app.screen.query("Toast")}
        assert words == {"[/nothing] is [bold]saved[/bold].", "Something else."}


async def test_what_has_gone_is_told_again() -> None:
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        toast(app, "Saved.", timeout=0.01)
        await pilot.pause()  # till now it might not have come yet
        await until(pilot, lambda: not app.screen.query("Toast"), "it goes")
        toast(app, "Saved.")
        await until(pilot, lambda: len(app.screen.query("Toast")) == 1, "it is told again")
