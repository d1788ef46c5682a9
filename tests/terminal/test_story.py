"""The whole story in a real terminal: a list is worked through, and found again."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.preparation import Preparation
from tests.terminal.conftest import Start
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

LINES = ("a new hall in May", "+ likes the reports", "! send the plan by fri")


def row(terminal: Terminal, words: str) -> str:
    """The first line of the screen that holds `words`, or nothing."""
    return next((line for line in terminal.lines if words in line), "")


def website(terminal: Terminal) -> str:
    return row(terminal, "Website ")


def test_a_call_list_is_worked_through_and_found_again(
    cold_start: Start, start: Start, home: Path
) -> None:
    with cold_start("--demo") as desk:
        desk.wait_for("Thu 19 Nov", "12 due", "Jane Li", "promised the pricing link")

        desk.press("enter")
        desk.wait_for("Prepare: Northwind Traders", "+61 2 5550 0142", "Checklist")
        desk.wait_until(lambda: "just now" in website(desk), "the website to be ready")
        assert "[ ]" in website(desk)

        desk.press("down", "space")
        desk.wait_for("1 of 7")
        desk.wait_until(lambda: "[x]" in website(desk), "the tick")

        desk.press("c")
        desk.wait_for("Script", "Notes", "how are you", "F2 reached")
        desk.type("\r".join(LINES))
        desk.wait_for(*(f"14:02 {line}" for line in LINES))

        desk.press("f2")
        desk.wait_for("Wrap up", "Next contact", "send the plan", "2027-")
        desk.type("in 3 weeks")
        desk.wait_for("Thu 10 Dec")
        desk.press("ctrl+s")
        desk.wait_for("As per our conversation: Northwind Traders", "Could still be used")
        desk.press("escape")
        desk.wait_for("Call list", "1 letter under way: Northwind Traders")

        desk.press("ctrl+q")
        assert desk.end() == 0

    with start("--demo") as again:
        again.wait_for("Call list", "Jane Li", *LINES)
        again.press("ctrl+q")
        assert again.end() == 0

    _is_all_on_the_disk(home)


def _is_all_on_the_disk(home: Path) -> None:
    """Check what the call left, past the screens."""
    desk = open_desk(home)
    client = asyncio.run(desk.clients.find("northwind"))
    page = asyncio.run(desk.clients.page(client.id))
    assert client.call_again == date(2026, 12, 10)
    call = page.interactions[0]
    assert call.outcome is Outcome.REACHED
    assert tuple(line.text for line in call.notes) == LINES
    assert ("send the plan", date(2026, 11, 20)) in [(p.text, p.due) for p in page.promises]
    (preparation,) = desk.records.of_client(Preparation, client.id)
    assert [tick.item for tick in preparation.ticks] == ["website"]
    assert preparation.closed is not None


def test_a_slow_site_is_seen_to_be_on_its_way(start: Start) -> None:
    with start("--demo") as desk:
        desk.wait_for("Priya Nair")
        desk.press("down", "down", "down", "down", "enter")
        desk.wait_for("Prepare: Wide World Importers", "Website")
        seen: set[str] = set()

        def ready() -> bool:
            seen.add(website(desk))
            return "just now" in website(desk)

        desk.wait_until(ready, "the slow website")
        assert any(set(line) & set("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏") for line in seen), seen


def test_a_broken_site_is_told_in_words(start: Start) -> None:
    with start("--demo") as desk:
        desk.wait_for("Lúcia Campos")
        desk.press("down", "enter")
        desk.wait_for("Prepare: Papelaria Aurora", "✗ Website")
        desk.press("down", "down", "enter")
        desk.wait_for("answers with 500", "fetches again")


def test_quitting_does_not_wait_for_a_slow_site(start: Start) -> None:
    with start("--demo") as desk:
        desk.wait_for("Jane Li")
        desk.press("down", "down", "down", "down", "enter")
        desk.wait_for("Prepare: Wide World Importers")
        desk.press("ctrl+q")
        assert desk.end(within=10) == 0
        assert b"Traceback" not in desk.raw


def test_what_is_changed_by_a_command_shows_on_the_open_desk(start: Start, home: Path) -> None:
    with start("--demo") as desk:
        desk.wait_for("Jane Li", "12 due")
        with start("add", "--home", str(home), "Zeppelin Works") as command:
            assert command.end() == 0
        desk.press("l")
        desk.wait_for("Zeppelin Works")
        desk.press("ctrl+q")
        assert desk.end() == 0
