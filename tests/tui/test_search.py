"""Searching everywhere on the screen: typed, shown, and the place itself opened."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from followup_tui.domain.searching.results import Excerpt, Found, Hit, SearchKind
from followup_tui.domain.value_add import ValueAdd
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.search import SearchDialog, SearchRows
from followup_tui.tui.messages import (
    ClientPageWanted,
    CourseWanted,
    DeskWanted,
    LetterWanted,
    LibraryWanted,
)
from followup_tui.tui.present.search import lines, rows, status
from followup_tui.tui.screens.client_page import ClientPageScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.library import LibraryScreen
from followup_tui.tui.searching import place_of
from tests.fakes import a_story_desk
from tests.tui.waiting import until

TODAY = date(2026, 11, 19)
NOTE = Hit(
    kind=SearchKind.NOTE, record_id="n1", client_id="c1", title="[b]Northwind[/b]: call",
    day=date(2026, 5, 11), line=Excerpt("the Azure bill [red]grew[/red]", ((4, 9),)),
    entry="interactions:n1",
)  # fmt: skip
CLIENT = Hit(kind=SearchKind.CLIENT, record_id="c1", client_id="c1", title="Northwind", near=True)


def test_hits_stand_below_a_heading_of_their_kind() -> None:
    found = Found("azu", (CLIENT, NOTE), more=frozenset({SearchKind.NOTE}))
    shown = rows(found)
    assert [row.height for row in shown] == [1, 1, 1, 2]
    told = [line.plain.rstrip() for row in shown for line in lines(row, "azu", 60, TODAY)]
    assert told == [
        "Clients and people",
        "≈ Northwind",
        "Notes and talks  · there are more: type another letter",
        "  [b]Northwind[/b]: call                        11 May",
        "    the Azure bill [red]grew[/red]",
    ]


@pytest.mark.parametrize("width", [1, 9, 20, 60, 200])
def test_no_row_is_wider_than_its_room(width: int) -> None:
    for row in rows(Found("northwind azure", (CLIENT, NOTE))):
        drawn = lines(row, "northwind azure", width, TODAY)
        assert len(drawn) == row.height


def test_what_is_said_below() -> None:
    assert "Names, numbers" in status(None, reading=True)
    assert status(Found("x"), reading=False) == "Nothing answers to “x”."
    pending = Found("x", pending=frozenset({SearchKind.NOTE}))
    assert status(pending, reading=True) == "Still being read: notes and talks …"
    assert status(Found("x", (CLIENT,)), reading=False) == "≈ words like those that you typed"
    assert status(Found("x", problem="The disk …"), reading=False) == "The disk …"


@pytest.mark.parametrize(
    ("kind", "on_desk", "place"),
    [
        (SearchKind.CLIENT, True, DeskWanted),
        (SearchKind.CLIENT, False, ClientPageWanted),
        (SearchKind.NOTE, True, ClientPageWanted),
        (SearchKind.LETTER, True, LetterWanted),
        (SearchKind.LIBRARY, False, LibraryWanted),
        (SearchKind.COURSE, True, CourseWanted),
    ],
)
def test_each_kind_has_its_place(kind: SearchKind, on_desk: bool, place: type[object]) -> None:
    hit = Hit(kind=kind, record_id="r", client_id="c", title="t", entry="promises:r:made")
    assert type(place_of(hit, on_desk=on_desk)) is place


async def test_from_a_key_on_the_desk_to_the_places_themselves() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.focused is not None)
        await pilot.press("slash", *"azrue")
        await until(pilot, lambda: isinstance(app.screen, SearchDialog))
        search = app.screen
        hits = search.query_one(SearchRows)
        await until(pilot, lambda: hits.hit is not None)
        assert hits.hit is not None
        assert hits.hit.near
        while hits.hit is not None and hits.hit.kind is not SearchKind.NOTE:
            await pilot.press("down")
        entry = hits.hit.entry
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        page = app.screen
        assert isinstance(page, ClientPageScreen)
        await until(pilot, lambda: page.rows.current is not None and page.rows.current.key == entry)
        assert entry in page.opened
        # From there, by the key that works everywhere, to something that can be given.
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(app.screen, SearchDialog))
        await pilot.press("ctrl+f")  # a second one does not open above the first
        title = app.desk.records.all(ValueAdd)[0].title
        app.screen.query_one(Input).value = title
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("escape")


async def test_escape_goes_nowhere() -> None:
    app = FollowupApp(a_story_desk())
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.focused is not None)
        await pilot.press("slash", *"zzzz")
        await until(pilot, lambda: isinstance(app.screen, SearchDialog))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
