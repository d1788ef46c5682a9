"""`followup history` and `followup undo`: what was changed, and taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from tests.cli.conftest import Followup

CHANGE = {"id", "at", "by", "undoes", "undone_by", "records"}
LISTED = CHANGE | {"clients", "other_clients"}
EDIT = {"what", "kind", "title", "fields"}


def notes(home: Path) -> list[str]:
    records = open_desk(home).records
    return [line.text for each in records.all(Interaction) for line in each.notes]


def test_history_says_when_and_by_what(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "! send the plan by fri")
    followup("note", "quill", "moved")
    said = followup("history")
    assert (said.status, said.err) == (0, "")
    first, second, third = said.out.splitlines()
    assert first.startswith("Thu 19 14:02  note: Quill & Ledger  ")
    assert second.startswith("Thu 19 14:02  note: Northwind Traders  ")
    assert third.startswith("Thu 19 14:02  test  ")


def test_history_of_one_client_with_what_was_changed(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "* training")
    followup("note", "quill", "moved")
    said = followup("history", "northwind", "--details", "--limit", "1")
    assert "note: Northwind Traders" in said.out
    assert "    client changed: Northwind Traders\n      interests + training\n" in said.out
    assert "Quill" not in said.out


def test_history_as_json_has_its_keys(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "* training")
    value = followup("history", "--json").json
    assert set(value) == {"client_id", "changes"}
    note, test = value["changes"]
    assert set(note) == LISTED
    assert (note["by"], note["records"], note["undone_by"]) == ("note: Northwind Traders", 2, None)
    assert note["at"] == "2026-11-19T03:02:00+00:00"
    assert [client["name"] for client in note["clients"]] == ["Northwind Traders"]
    assert len(test["clients"]) == 2
    detailed = followup("history", "north", "--details", "--json").json
    assert detailed["client_id"] == note["clients"][0]["id"]
    edits = detailed["changes"][0]["edits"]
    assert all(set(edit) == EDIT for edit in edits)
    assert {(edit["what"], edit["kind"]) for edit in edits} == {
        ("changed", "client"),
        ("new", "note"),
    }
    changed = next(edit for edit in edits if edit["what"] == "changed")
    assert changed["fields"] == [{"label": "interests", "gone": [], "come": ["training"]}]


def test_undo_takes_the_last_change_back_whole(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "* training")
    said = followup("undo")
    assert said.status == 0
    assert said.out.startswith("Taken back: note: Northwind Traders.\n`followup undo 0")
    assert notes(home) == ["+ likes the reports"]
    client = next(c for c in open_desk(home).records.all(Client) if c.name.startswith("North"))
    assert client.interests == ("Azure",)
    assert "note: Northwind Traders  (taken back)" in followup("history").out


def test_undoing_the_undo_does_it_again(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "moved")
    undo_id = followup("undo", "--json").json["taken_back"][0]["undone_by"]
    assert notes(home) == ["+ likes the reports"]
    followup("undo", undo_id)
    assert "moved" in notes(home)
    assert followup("history").out.startswith("Thu 19 14:02  redo: note: Northwind Traders")


def test_several_are_taken_back_the_newest_first(home: Path, followup: Followup) -> None:
    for text in ("one", "two", "three"):
        followup("note", "northwind", text)
    value = followup("undo", "2", "--json").json
    assert set(value) == {"taken_back", "problem"}
    assert all(set(change) == CHANGE for change in value["taken_back"])
    assert value["problem"] == ""
    assert "one" in notes(home)
    assert not {"two", "three"} & set(notes(home))


def test_one_in_the_middle_is_taken_back_by_its_id(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "one")
    change = followup("history", "--json").json["changes"][0]
    followup("note", "northwind", "two")
    assert followup("undo", change["id"]).out.startswith("Taken back: note: Northwind Traders.")
    assert "one" not in notes(home)
    assert "two" in notes(home)


def test_what_came_later_is_not_broken(home: Path, followup: Followup) -> None:
    followup("note", "northwind", "* training")
    change = followup("history", "--json").json["changes"][0]
    followup("note", "northwind", "* reports")
    said = followup("undo", change["id"])
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("followup: ")
    assert said.err.count("\n") == 1
    assert "training" in " ".join(notes(home))


def test_more_than_there_is_takes_back_what_there_is_and_says_so(
    home: Path, followup: Followup
) -> None:
    followup("note", "northwind", "one")
    said = followup("undo", "9")
    assert said.status == 1
    assert said.out.count("Taken back: ") == 2
    assert "2 changes were taken back before that" in said.err
    again = followup("undo")
    assert (again.status, again.out) == (1, "")
    assert "nothing to take back" in again.err.lower()


@pytest.mark.parametrize(
    ("argv", "status"),
    [(("undo", "0"), 2), (("undo", "zzz"), 1), (("history", "--limit", "0"), 2),
     (("history", "nobody"), 1)],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(
    home: Path, followup: Followup, argv: tuple[str, ...], status: int
) -> None:
    said = followup(*argv)
    assert (said.status, said.out) == (status, "")
    assert said.err.count("\n") == 1


def test_the_sample_desk_is_not_taken_back(tmp_path: Path, followup: Followup) -> None:
    demo = ("--demo", "--home", str(tmp_path / "demo"))
    assert "sample desk" in followup("history", *demo).out
    said = followup("undo", *demo)
    assert (said.status, said.out) == (1, "")
    assert "There is nothing to take back." in said.err
