"""The palette: what can be done here, interrupted calls, and any client."""

from __future__ import annotations

from typing import Any

from textual.command import Command, CommandList, CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from followup_tui.domain.client import Person
from followup_tui.settings.model import Settings
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import CallWanted
from followup_tui.tui.palette import CLIENTS_SHOWN
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import a_client
from tests.fakes import MemoryRecords, a_desk, a_story_desk
from tests.story import NORTHWIND, story
from tests.tui.waiting import until


def an_app(**parts: Any) -> FollowupApp:
    app = FollowupApp(a_desk(**parts) if parts else a_story_desk())
    app.animation_level = "none"
    return app


def offered(app: FollowupApp) -> list[str]:
    """The lines of the palette, without their help."""
    if not isinstance(app.screen, CommandPalette):
        return []
    return [
        str(option.prompt).partition("\n")[0]
        for option in app.screen.query_one(CommandList).options
    ]


async def opened(app: FollowupApp, pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(app.screen, DeskScreen))
    await pilot.press("ctrl+p")
    await until(pilot, lambda: len(offered(app)) > 1, "the palette offers something")


async def searched(app: FollowupApp, pilot: Pilot[Any], words: str, wanted: str) -> None:
    app.screen.query_one(Input).value = words
    await until(pilot, lambda: any(wanted in line for line in offered(app)), f"{wanted} is offered")


async def test_it_offers_what_can_be_done_here_with_its_keys() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        lines = offered(app)
        assert "Start the call with this client  c" in lines
        assert "Show the keys of this place  F1, ?" in lines
        assert not any("Find any action" in line for line in lines), "not the palette itself"
        assert not any("wrap" in line.lower() for line in lines), "nothing of another place"


async def test_it_shows_the_keys_of_the_settings() -> None:
    app = an_app(records=story(), settings=Settings(keys={"desk.call": "f6"}))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        assert "Start the call with this client  F6" in offered(app)


async def test_an_action_is_run_where_the_user_was() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await searched(app, pilot, "add a client", "Add a client")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientFormScreen))


async def test_a_client_is_found_by_a_person_without_accents() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await searched(app, pilot, "ines", "Switch to client Litware · Inês Duarte")


async def test_the_desk_is_opened_at_the_client_that_was_chosen() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await searched(app, pilot, "tailspin", "Switch to client Tailspin")
        await pilot.press("enter")
        await until(
            pilot,
            lambda: isinstance(app.screen, DeskScreen) and "Tailspin" in _screen_text(app),
            "the desk is at Tailspin",
        )


async def test_names_are_drawn_plainly() -> None:
    hostile = a_client("[red]ACME[/] [@click=app.quit]x", people=(Person(name="[/foo]"),))
    app = an_app(records=[*story(), hostile])
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await searched(app, pilot, "acme", "[red]ACME[/] [@click=app.quit]x · [/foo]")


async def test_many_clients_are_not_all_offered() -> None:
    app = an_app(records=[a_client(f"Same Name {n}") for n in range(200)])
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await searched(app, pilot, "same name", "Switch to client Same Name")
        assert sum("Switch to client" in line for line in offered(app)) == CLIENTS_SHOWN


async def test_an_interrupted_call_is_offered_first() -> None:
    app = an_app()
    async with app.run_test(size=(120, 36)) as pilot:
        app.post_message(CallWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, CallScreen))
        screen = app.screen
        assert isinstance(screen, CallScreen)
        await until(pilot, lambda: screen.call is not None)
        await pilot.press("h", "i", "escape")
        await opened(app, pilot)
        assert "Take up the call with Northwind Traders" in offered(app)[0]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CallScreen))


async def test_actions_work_while_the_store_cannot_be_read() -> None:
    records = MemoryRecords(story())
    app = an_app(records=records)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        records.unreadable = "The disk is away."
        await opened(app, pilot)
        assert any(
            isinstance(option, Command) for option in app.screen.query_one(CommandList).options
        )
        assert any("disk is away" in n.message for n in app._notifications)


def _screen_text(app: FollowupApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
