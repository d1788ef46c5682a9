"""The first screen drawn in plain lines is the one that Textual draws, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.color import ColorType

from followup_tui.domain.queue import Band, CallList
from followup_tui.settings.model import KeysPreset, Settings
from followup_tui.tui import colours
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.plain_sight import first_screen
from followup_tui.tui.screens.desk import DeskScreen
from tests.builders import a_client
from tests.fakes import a_desk
from tests.tui.test_call_list_rows import HOSTILE, a_queue, a_reason, an_entry, held
from tests.tui.waiting import until

SETTINGS = Settings()
_PLACES = re.compile(r"\x1b\[(\d+);1H")
_PIECES = re.compile(r"\x1b\[0;(1;)?38;2;(\d+;\d+;\d+);48;2;(\d+;\d+;\d+)m([^\x1b]*)")


class Cell(NamedTuple):
    """What stands in a cell of the terminal; a blank has no colour but its ground's."""

    text: str
    colour: str
    ground: str
    is_bold: bool


def cells(text: str, colour: str, ground: str, is_bold: bool) -> Iterable[Cell]:
    for char in text:
        looks = ("", ground, False) if char == " " else (colour, ground, is_bold)
        yield Cell(char, *looks)
        if cell_len(char) == 2:
            yield Cell("", *looks)


def plain(screen: str) -> list[list[Cell]]:
    """Return the cells of what a terminal is sent."""
    _, *parts = _PLACES.split(screen)
    assert parts[::2] == [str(row) for row in range(1, len(parts) // 2 + 1)]
    return [
        [
            cell
            for bold, colour, ground, text in _PIECES.findall(part)
            for cell in cells(text, colour, ground, bool(bold))
        ]
        for part in parts[1::2]
    ]


def by_textual(screen: DeskScreen) -> list[list[Cell]]:
    """Return the cells of a screen as Textual draws it."""
    found = []
    for strip in screen._compositor.render_strips():
        line: list[Cell] = []
        for text, style, _ in strip:
            assert style is not None
            colour, ground = (
                ";".join(map(str, each.triplet)) if each and each.type is ColorType.TRUECOLOR
                and each.triplet else ""
                for each in (style.color, style.bgcolor)
            )  # fmt: skip
            line += cells(text, colour, ground, bool(style.bold))
        found.append(line)
    return found


def differences(app: FollowupApp, queue: CallList, size: tuple[int, int]) -> list[str]:
    """Return where the two are not the same, of what both draw: head, list, edges and keys."""
    screen = app.screen
    assert isinstance(screen, DeskScreen)
    theirs = by_textual(screen)
    ours = plain(first_screen(queue, replace(SETTINGS, theme=app.theme), size=size))
    width, height = size
    if [len(line) for line in theirs] != [width] * height:
        return ["not laid out yet"]
    assert [len(line) for line in ours] == [width] * height
    # Its bar is Textual's, and in the other panes is what is known of the client by then.
    listed = screen.query_one("#call-list-rows").region.right - 1
    found = []
    for row, (line, their_line) in enumerate(zip(ours, theirs, strict=True)):
        for column, (cell, their_cell) in enumerate(zip(line, their_line, strict=True)):
            if cell != their_cell and (row in {0, height - 1} or column < listed):
                found.append(f"{row}, {column}: {cell} is {their_cell}")
    return found


def _is_told_by_cells(name: str) -> bool:
    """Say whether each character has cells of its own: not where several draw one picture."""
    return all(map(cell_len, name)) and sum(map(cell_len, name)) == cell_len(name)


MANY = (
    an_entry("Northwind", "Jane Li", a_reason("promised the link", band=Band.URGENT), a_reason()),
    an_entry("Société générale d'électricité", "", a_reason("é" * 80, band=Band.LATE)),
    an_entry(
        "東京電力ホールディングス株式会社",
        "田中 美咲 田中 美咲",
        a_reason("値上げ" * 12),
        a_reason(),
    ),
    *(an_entry(name, name[:30], a_reason(name)) for name in HOSTILE if _is_told_by_cells(name)),
    *(an_entry(f"Tailspin {number}", "Omar Haddad") for number in range(40)),
)
FEW = a_queue(
    today=MANY[:2],
    coming=(an_entry("Contoso", "Ulla Berg", a_reason(band=Band.SOON)),),
    held=(held(),),
    promises=2,
)
LONG = a_queue(today=MANY[:3], beyond=MANY[3:])


async def test_it_is_what_textual_draws_cell_by_cell() -> None:
    app = FollowupApp(a_desk(records=[a_client("Northwind")]))
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        screen = app.screen
        assert isinstance(screen, DeskScreen)
        for look, queue, size in (
            (colours.DARK, LONG, (120, 40)),
            (colours.LIGHT, FEW, (133, 24)),
            (colours.LIGHT, LONG, (97, 31)),
            (colours.DARK, FEW, (80, 24)),
            (colours.DARK, LONG, (61, 18)),
        ):
            app.theme = look
            await pilot.resize_terminal(*size)
            screen._take(queue)
            try:
                await until(pilot, lambda q=queue, s=size: not differences(app, q, s))  # type: ignore[misc]
            finally:
                assert differences(app, queue, size) == []


@pytest.mark.parametrize(
    ("settings", "queue", "size"),
    [
        (SETTINGS, a_queue(today=()), (120, 40)),
        (SETTINGS, FEW, (39, 40)),
        (SETTINGS, FEW, (120, 17)),
        (Settings(theme="nord"), FEW, (120, 40)),
    ],
)
def test_nothing_is_drawn_where_the_screen_is_another_one(
    settings: Settings, queue: CallList, size: tuple[int, int]
) -> None:
    assert first_screen(queue, settings, size=size) == ""


@pytest.mark.parametrize(
    "settings", [Settings(keys={"desk.call": "k"}), Settings(keys_preset=KeysPreset.VIM)]
)
def test_keys_of_the_users_own_are_left_to_textual(settings: Settings) -> None:
    lines = plain(first_screen(FEW, settings, size=(120, 40)))
    assert "".join(cell.text for cell in lines[-1]).strip() == ""
    assert "show all" not in "".join(cell.text for line in lines for cell in line)
    assert "Jane Li" in "".join(cell.text for cell in lines[2])
