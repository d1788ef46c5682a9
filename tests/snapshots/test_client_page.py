"""The page of a client, and the dialogs over it, as they look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_fields
from typing import Any, cast

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import TextArea

from followup_tui.domain.client import Origin, Person
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.notes.rewriting import mended_of
from followup_tui.domain.promise import Owner, Referral
from followup_tui.services.ports import Change
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.confirm import ConfirmDialog
from followup_tui.tui.dialogs.mending import MendingDialog
from followup_tui.tui.messages import ClientPageWanted
from followup_tui.tui.screens.client_page import ClientPageScreen
from tests.builders import NOW, TODAY, a_client, a_promise, a_step, days
from tests.fakes import a_story_desk
from tests.snapshots.shell import SIZES, an_app, ask, still
from tests.story import NORTHWIND, fixed_id
from tests.tui.test_client_page import go_to
from tests.tui.waiting import until

Compare = Callable[..., bool]
CALL = fixed_id("i-northwind")


def _app(look: str = "followup-dark") -> FollowupApp:
    return an_app(a_story_desk(), look=look)


async def _shown(pilot: Pilot[Any]) -> ClientPageScreen:
    """Fill the story with what a page can tell, and open it."""
    app = cast(FollowupApp, pilot.app)
    desk = app.desk
    became = a_client(
        "Fabrikam [new]",
        id=fixed_id("fabrikam"),
        created=NOW - days(3),
        origin=Origin(introduced_by=NORTHWIND.id),
    )
    desk.records.commit(
        Change(
            by="wrap-up",
            put=(
                became,
                Referral(
                    id=fixed_id("r-omar"),
                    created=NOW - days(4),
                    client_id=NORTHWIND.id,
                    name="Omar Haddad",
                    detail="looks after their shops",
                    became=became.id,
                ),
                a_promise(
                    NORTHWIND,
                    "send the floor plans",
                    id=fixed_id("pr-theirs"),
                    by=Owner.THEM,
                    due=TODAY + days(4),
                    interaction_id=CALL,
                ),
                a_step(NORTHWIND, id=fixed_id("s-nw"), at=NOW + days(6), text="after the fair"),
            ),
        )
    )
    ada = Person(name="Ada Quist", role="Buyer", phones=("+61 2 5550 0177",))
    client = NORTHWIND
    await desk.clients.note(client.id, "+ the [new] hall\n! send the plan by fri\n* rooms")
    found = (await desk.clients.page(client.id)).client
    await desk.clients.edit(replace(found, people=(*found.people, ada), dislikes=("long mails",)))
    call = desk.records.get(Interaction, CALL)
    assert call is not None
    mine = mended_of(call)
    first = replace(mine.notes[0], text="moved everything to Azure in May")
    await desk.memory.mend(call, with_fields(mine, notes=(first, *mine.notes[1:])), follow=False)
    await ask(pilot, ClientPageWanted(NORTHWIND.id), ClientPageScreen)
    page = cast(ClientPageScreen, app.screen)
    await until(pilot, lambda: any(e.title.startswith("Ada Quist") for e in page.all_entries))
    await go_to(pilot, page.rows, "call with")
    await pilot.press("v")
    await still(pilot)
    return page


async def _opened(pilot: Pilot[Any]) -> None:
    await _shown(pilot)


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
def test_client_page(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(_app(), terminal_size=size, run_before=_opened)


def test_client_page_in_the_light(snap_compare: Compare) -> None:
    assert snap_compare(_app("followup-light"), terminal_size=(120, 36), run_before=_opened)


def test_client_page_searched(snap_compare: Compare) -> None:
    async def searched(pilot: Pilot[Any]) -> None:
        page = await _shown(pilot)
        await pilot.press("slash", *"azure")
        await until(pilot, lambda: len(page.matches) > 1)
        await still(pilot)

    assert snap_compare(_app(), terminal_size=(120, 36), run_before=searched)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_mending(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def mending(pilot: Pilot[Any]) -> None:
        await _shown(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, MendingDialog))
        pilot.app.screen.query_one(TextArea).cursor_blink = False
        await still(pilot)

    assert snap_compare(_app(), terminal_size=size, run_before=mending)


def test_what_came_of_the_lines(snap_compare: Compare) -> None:
    async def asked(pilot: Pilot[Any]) -> None:
        await _shown(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, MendingDialog))
        area = pilot.app.screen.query_one(TextArea)
        area.cursor_blink = False
        area.text += "\n! call the architect by mon\n* daylight"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await still(pilot)

    assert snap_compare(_app(), terminal_size=(120, 36), run_before=asked)
