"""What is told in passing: as plain text, and not twice at once."""

from __future__ import annotations

import pytest
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


async def test_what_has_gone_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("followup_tui.tui.toast.monotonic", lambda: now[0])
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        for _ in range(2):
            toast(app, "Saved.")
        await pilot.pause()
        assert len(app.screen.query("Toast")) == 1
        now[0] += app.NOTIFICATION_TIMEOUT
        toast(app, "Saved.")
        await until(pilot, lambda: len(app.screen.query("Toast")) == 2, "it is told again")
