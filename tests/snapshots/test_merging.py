"""Making one client of two, as it looks: their fields side by side, and what comes of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.pilot import Pilot

from followup_tui.domain.client import (
    AccountManager,
    Cadence,
    Client,
    Competitor,
    DoNotCall,
    Person,
)
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.merging import MergeDialog
from followup_tui.tui.panes.merge_rows import MergeRows
from tests.builders import a_client, a_project, a_promise, an_interaction
from tests.fakes import MemoryRecords, a_desk
from tests.snapshots.shell import SIZES, an_app, still
from tests.tui.waiting import until

OURS = a_client(
    "Tailspin [Toys]",
    people=(
        Person(name="Omar Haddad", role="Owner", emails=("omar@tailspin.example",)),
        Person(name="Ann Fox", phones=("+61 2 5550 0142",)),
    ),
    website="https://tailspin.example",
    competitors=(Competitor(name="Wide World"),),
    interests=("wooden trains",),
    likes=("short mails",),
    tags=("vip",),
    zone="Australia/Sydney",
    call_again=date(2026, 12, 1),
    about="Pays late.\nMoved to Azure in May.",
)
THEIRS = a_client(
    "Tailspin Toys Pty Ltd, \u682a\u5f0f\u4f1a\u793e",
    people=(Person(name="O. Haddad", role="Director", emails=("omar@tailspin.example",)),),
    website="https://toys.tailspin.example/en",
    account_manager=AccountManager(name="Ulla Berg", email="ulla@us.example"),
    cadence=Cadence(ideal=60, late=90),
    likes=("[b]short mails[/b]",),
    dislikes=("calls before ten",),
    tags=("vip", "toys"),
    do_not_call=DoNotCall(since=date(2026, 10, 1), why="asked to wait"),
    about="Came from the fair.",
)


def _app(theirs: Client = THEIRS) -> FollowupApp:
    records = MemoryRecords(
        [OURS, theirs, an_interaction(theirs), a_project(theirs), a_promise(theirs)]
    )
    return an_app(a_desk(records=records))


async def _merging(pilot: Pilot[Any]) -> None:
    app = pilot.app
    assert isinstance(app, FollowupApp)
    await until(pilot, lambda: app.focused is not None)
    await app.push_screen(MergeDialog(app.desk, OURS.id, THEIRS.id))
    rows = app.screen.query_one(MergeRows)
    await until(pilot, lambda: rows.row_count > 2 and rows.size.height > 2)
    await pilot.press("down", "space")
    await until(pilot, lambda: rows.current is not None and rows.current.taken)
    await still(pilot)


def test_merging(pictures: Callable[..., None]) -> None:
    pictures(_app(), SIZES, _merging, light=SIZES)
