"""All clients, as they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from followup_tui.domain.client import Person
from followup_tui.tui.messages import ClientsWanted
from followup_tui.tui.panes.client_rows import ClientRows
from followup_tui.tui.screens.clients import ClientsScreen
from tests.builders import a_client
from tests.fakes import a_desk, a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.story import story
from tests.tui.waiting import until


async def _shown(pilot: Pilot[Any]) -> None:
    await ask(pilot, ClientsWanted(), ClientsScreen)
    rows = pilot.app.screen.query_one(ClientRows)
    await until(pilot, lambda: rows.row_count > 0)
    await still(pilot)


def test_clients(pictures: Callable[..., None]) -> None:
    pictures(an_app(a_story_desk()), SIZES, _shown, light=[(120, 36)])


def test_clients_with_hostile_names(snap_compare: Callable[..., bool]) -> None:
    names = ("[red]ACME[/]", "名前" * 80, "שלום עולם", "👩‍💻 Ada", "x" * 300)
    clients = [a_client(name, people=(Person(name="[/foo]"),)) for name in names]
    app = an_app(a_desk(records=[*story(), *clients]))
    assert snap_compare(app, terminal_size=(80, 24), run_before=_shown)


def test_clients_that_nobody_answers_to(snap_compare: Callable[..., bool]) -> None:
    async def search(pilot: Pilot[Any]) -> None:
        await _shown(pilot)
        await pilot.press("slash", *"nobody")
        rows = pilot.app.screen.query_one(ClientRows)
        await until(pilot, lambda: rows.row_count == 0)
        await still(pilot)

    assert snap_compare(an_app(a_story_desk()), terminal_size=(80, 24), run_before=search)
