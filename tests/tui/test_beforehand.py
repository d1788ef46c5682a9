"""Fetching before anybody asks: told in a few words, stopped and begun by a key, or never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.page import PageFacts
from followup_tui.settings.model import Settings, Sources, Web
from followup_tui.tui import beforehand
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import NOW, TODAY, a_client, an_interaction
from tests.fakes import FakePages, a_desk
from tests.tui.waiting import until

SITE = "https://northwind.example/"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it begin as soon as the desk is painted."""
    monkeypatch.setattr(beforehand, "START", 0.01)


def an_app(web: Web) -> tuple[FollowupApp, FakePages, Callable[[], None]]:
    """Return the app with one client due, whose page is held until it is let go."""
    client = replace(a_client(), website=SITE)
    spoken = an_interaction(client, day=TODAY - timedelta(days=200))
    pages = FakePages(PageFacts(url=SITE, read_at=NOW, title="Northwind"))
    release = pages.hold(SITE)
    settings = Settings(web=web, sources=Sources())
    return (
        FollowupApp(a_desk(records=[client, spoken], pages=pages, settings=settings)),
        pages,
        release.set,
    )


def day(pilot: Pilot[Any]) -> str:
    return str(pilot.app.screen.query_one("#desk-day", Static).render())


async def test_the_day_is_prepared_and_how_far_it_has_come_is_told() -> None:
    app, pages, release = an_app(Web())
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: "prepared 0 of 1" in day(pilot))
        release()
        await until(pilot, lambda: "prepared" not in day(pilot))
        assert pages.last(SITE) is not None


async def test_a_key_stops_it_and_begins_it_again() -> None:
    app, _, release = an_app(Web())
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: "prepared 0 of 1" in day(pilot))
        await pilot.press("P")
        await until(pilot, lambda: "prepared" not in day(pilot))
        await pilot.press("P")
        await until(pilot, lambda: "prepared 0 of 1" in day(pilot))
        release()
        await until(pilot, lambda: "prepared" not in day(pilot))


@pytest.mark.parametrize("web", [Web(prefetch=False), Web(metered=True)])
async def test_nothing_is_fetched_where_the_settings_say_not_to(web: Web) -> None:
    app, _, _ = an_app(web)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("P")
        await until(pilot, lambda: any("prefetch" in n.message for n in app._notifications))
        assert "prepared" not in day(pilot)
