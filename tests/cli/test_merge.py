"""`followup merge`: two side by side, then one, and back."""

from __future__ import annotations

from pathlib import Path

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client
from tests.cli.conftest import Followup


def names(home: Path) -> set[str]:
    return {client.name for client in open_desk(home).records.all(Client)}


def test_two_become_one_and_two_again(home: Path, followup: Followup) -> None:
    followup("add", "Tailspin Toys", "--person", "Omar Haddad", "--website", "https://t.example")
    before = names(home)
    shown = followup("merge", "Northwind", "Tailspin Toys", "--dry-run")
    assert shown.status == 0
    assert "  > Tailspin Toys" in shown.out
    assert "--take name takes the other's" in shown.out
    assert names(home) == before
    said = followup("merge", "Northwind", "Tailspin Toys", "--take", "name", "--json").json
    assert said["client"] == "Tailspin Toys"
    assert said["absorbed"] == "Tailspin Toys"
    assert {row["field"] for row in said["fields"]} >= {"name", "people", "website"}
    assert len(names(home)) == len(before) - 1
    assert "Also called: Northwind Traders" in followup("show", "Tailspin Toys").out
    followup("undo")
    assert names(home) == before


def test_what_cannot_be_is_one_sentence(home: Path, followup: Followup) -> None:
    for argv, status in (
        (("merge", "Northwind", "Nobody"), 1),
        (("merge", "Northwind", "Northwind"), 1),
        (("merge", "Northwind"), 2),
    ):
        said = followup(*argv)
        assert (said.status, said.out, said.err.count("\n")) == (status, "", 1)
    followup("add", "Tailspin Toys")
    said = followup("merge", "Northwind", "Tailspin Toys", "--take", "colour")
    assert said.status == 2
    assert "colour" in said.err
