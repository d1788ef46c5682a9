"""The quick style sheet finds what Textual's own finds, on every screen and for every odd rule."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input, Label

from followup_tui.tui import styling, theme
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.messages import (
    CallWanted,
    ClientFormWanted,
    ClientsWanted,
    LibraryWanted,
)
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.client_form import ClientFormScreen
from followup_tui.tui.screens.clients import ClientsScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.library import LibraryScreen
from tests.fakes import a_story_desk
from tests.story import NORTHWIND
from tests.tui.waiting import until

Found = dict[str, object]


def found(node: DOMNode) -> Found:
    """Return all that a style sheet says of a node and its components."""
    styles: Found = {**node.styles.base.get_rules()}
    for component, of_it in node._component_styles.items():
        for name, value in of_it.base.get_rules().items():
            styles[f"{component}: {name}"] = value
    flags = ("hover_style", "focus_within", "order_style", "odd_or_even")
    return styles | {flag: getattr(node, f"_has_{flag}") for flag in flags}


def wrong(app: App[Any]) -> dict[str, list[str]]:
    """Return the rules that Textual would set otherwise, by node."""
    plain = Stylesheet(variables=app.get_css_variables())
    plain.source = dict(app.stylesheet.source)
    plain.parse()
    differing = {}
    for node in [app, *app.screen.walk_children(with_self=True)]:
        ours = found(node)
        node.styles.base.reset()
        node._component_styles.clear()
        plain.apply(node)
        textuals = found(node)
        names = sorted(ours.keys() | textuals.keys())
        if odd := [name for name in names if not _same(ours.get(name), textuals.get(name))]:
            differing[str(node)] = odd
    return differing


def _same(one: object, other: object) -> bool:
    """Say whether two values are equal; layouts have no equality, but a name."""
    return one == other or (
        type(one) is type(other) and getattr(one, "name", None) == getattr(other, "name", "")
    )


async def test_every_node_has_the_styles_that_textual_gives_it() -> None:
    app = FollowupApp(a_story_desk())
    app.animation_level = "none"
    looked_at = 0

    async def look() -> None:
        nonlocal looked_at
        await pilot.pause()
        assert wrong(app) == {}, app.screen
        looked_at += len(list(app.screen.walk_children()))

    async def ask(message: Message, screen: type[Screen[Any]]) -> None:
        app.post_message(message)
        await until(pilot, lambda: isinstance(app.screen, screen), screen.__name__)
        await look()

    async with app.run_test(size=(160, 45)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "the desk")
        await look()
        await pilot.press("tab", "down")
        await look()
        app.theme = theme.LIGHT
        await look()
        await pilot.resize_terminal(80, 24)
        await look()
        await ask(ClientsWanted(), ClientsScreen)
        await ask(ClientFormWanted(), ClientFormScreen)
        await pilot.press("tab", "tab")
        await look()
        await pilot.press("escape")
        await ask(LibraryWanted(), LibraryScreen)
        await pilot.press("escape")
        await ask(CallWanted(NORTHWIND.id), CallScreen)
        await pilot.press("ctrl+p")
        await look()
    assert looked_at > 200


class Odd(App[None]):
    """Every kind of selector, and every way to set a rule back."""

    CSS = """
    $ground: #102030;
    Screen { background: $ground; }
    * { margin: 0; }
    Vertical > Label { color: red; }
    Vertical Label { color: blue; text-style: bold; }
    #first Label.-warm, .nowhere Label { color: orange !important; }
    Label:first-child { width: 50%; }
    Label:last-of-type, Label:odd { padding: 1; }
    Vertical:focus-within Label { tint: green 20%; }
    .-cool { color: initial; }
    Input { background: initial; text-style: initial; height: 3; }
    Input:focus { color: yellow; }
    Input>.input--cursor { background: purple; }
    Button.-cool:hover { background: teal; }
    Button { &.-warm { offset-x: 3; } }
    Input.-moving { transition: offset 100ms linear; offset-x: 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        styling.use(self)

    def compose(self) -> ComposeResult:
        with Vertical(id="first"):
            yield Label("one")
            yield Label("two", classes="-warm")
            yield Label("three", classes="-cool")
            yield Input(classes="-cool")
        with Vertical():
            yield Input(classes="-moving")
            yield Button("Go", classes="-cool -warm")
            yield Label("four", classes="-cool -warm")


async def test_odd_rules_are_settled_as_textual_settles_them() -> None:
    app = Odd()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert wrong(app) == {}
        await pilot.press("tab")
        await pilot.hover(Button)
        app.query_one("#first", Vertical).add_class("nowhere")
        app.query(Label).last().remove_class("-warm")
        await pilot.pause()
        assert wrong(app) == {}


async def test_a_component_whose_rules_are_the_same_keeps_its_styles() -> None:
    app = Odd()
    async with app.run_test():
        field = app.query(Input).first()
        cursor = field._component_styles["input--cursor"]
        field.add_class("-other")
        assert field._component_styles["input--cursor"] is cursor
        app.stylesheet.add_source("Input>.input--cursor { background: black; }", ("more", ""))
        app.stylesheet.reparse()
        app.stylesheet.update(app)
        assert field._component_styles["input--cursor"].background.hex == "#000000"


def test_sheets_are_parsed_once_for_the_same_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    def sheet(ground: str) -> Stylesheet:
        made = styling.QuickStylesheet(variables={"ground-of-this-test": ground})
        made.add_source("Label { background: $ground-of-this-test; }", ("one", ""))
        made.parse()
        return made

    assert sheet("red").rules[0] is sheet("red").rules[0]
    other = sheet("blue")
    assert other.rules[0].styles.background.hex == "#0000FF"
    other.set_variables({"ground-of-this-test": "red"})
    other.reparse()
    assert other.rules[0] is sheet("red").rules[0]


def test_where_a_sheet_is_wrong_the_rules_stay_as_they_were() -> None:
    sheet = styling.QuickStylesheet()
    sheet.add_source("Label { color: red; }", ("one", ""))
    sheet.parse()
    before = sheet.rules
    sheet.add_source("Label { color: no-colour; }", ("two", ""))
    for _ in range(2):  # what is wrong is no less so the second time
        with pytest.raises(StylesheetParseError):
            sheet.reparse()
    assert sheet._rules is before


async def test_what_is_over_in_a_moment_still_moves() -> None:
    app = Odd()
    async with app.run_test() as pilot:
        moving = app.query(Input).last()
        moving.remove_class("-moving")
        moving.styles.base.offset = (0, 0)
        moving.add_class("-moving")
        assert app.animator.is_being_animated(moving.styles.base, "offset")
        await until(pilot, lambda: moving.styles.offset.x.value == 2, "it has moved")
