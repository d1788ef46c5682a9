"""`followup edit`, `snooze` and `thank`: what the desk's form and keys do, from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import new_id
from tests.builders import NOW
from tests.cli.conftest import Followup


def test_what_is_given_is_changed_and_the_rest_stays(followup: Followup, home: Path) -> None:
    before = followup("show", "northwind", "--json").json["client"]
    after = followup(
        "edit", "northwind", "--zone", "Europe/Zurich", "--tag", "gold", "--tag", "vip",
        "--manager", "Ulla Berg", "--ideal", "60", "--late", "90", "--json",
    ).json  # fmt: skip
    assert after["zone"] == "Europe/Zurich"
    assert after["tags"] == ["gold", "vip"]
    assert after["interests"] == before["interests"] == ["Azure"]
    assert after["people"] == before["people"]
    assert followup("undo").status == 0
    assert followup("show", "northwind", "--json").json["client"] == before


def test_people_come_change_and_go(followup: Followup, home: Path) -> None:
    added = followup(
        "edit", "northwind", "--person", "Omar Haddad", "--email", "omar@northwind.example",
        "--phone", "+61 2 5550 0199", "--json",
    ).json["people"]  # fmt: skip
    assert [person["name"] for person in added] == ["Jane Li", "Omar Haddad"]
    changed = followup("edit", "northwind", "--person", "omar haddad", "--role", "CTO", "--json")
    assert changed.json["people"][1]["role"] == "CTO"
    assert changed.json["people"][1]["emails"] == ["omar@northwind.example"]
    left = followup("edit", "northwind", "--drop-person", "Jane Li", "--json").json["people"]
    assert [person["name"] for person in left] == ["Omar Haddad"]


def test_the_wish_not_to_be_called(followup: Followup, home: Path) -> None:
    wish = followup("edit", "jane", "--do-not-call", "yes", "--why", "asked for mails", "--json")
    assert wish.json["do_not_call"]["why"] == "asked for mails"
    assert followup("due", "--json").json["counts"]["today"] == 0
    assert followup("edit", "jane", "--do-not-call", "no", "--json").json["do_not_call"] is None


def test_off_the_list_and_back(followup: Followup, home: Path) -> None:
    assert followup("snooze", "jane", "in 2 weeks").out == (
        "Northwind Traders is off the list until 3 Dec.\n"
    )
    assert followup("due", "--json").json["counts"]["today"] == 0
    assert "on the list again" in followup("snooze", "jane", "--end").out
    assert followup("due", "--json").json["counts"]["today"] == 1


def test_thanks_are_given_once(followup: Followup, home: Path) -> None:
    records = open_desk(home, now=lambda: NOW).records
    northwind = next(each for each in records.all(Client) if each.name.startswith("Northwind"))
    named = Referral(id=new_id(NOW), created=NOW, client_id=northwind.id, name="Grace Mbeki")
    records.commit(Change(by="test", put=(named,)))
    records.close()
    assert followup("thank", "jane", "--json").json == {
        "client_id": northwind.id,
        "client": "Northwind Traders",
        "thanked_for": ["Grace Mbeki"],
    }
    assert followup("thank", "jane", "Grace").out == "Northwind Traders is owed no thanks.\n"


def test_thanks_are_given_for_one_of_two(followup: Followup, home: Path) -> None:
    followup("note", "quill", "@ Grace Mbeki\n@ Omar Haddad")
    assert followup("thank", "quill", "Zed").status == 1
    assert followup("thank", "quill", "omar", "--json").json["thanked_for"] == ["Omar Haddad"]
    assert followup("thank", "quill", "--json").json["thanked_for"] == ["Grace Mbeki"]


def test_somebody_is_called_otherwise_and_a_number_is_wrong(followup: Followup, home: Path) -> None:
    number = "+61 2 5550 0101"
    kept = followup("edit", "jane", "--person", "Jane Li", "--phone", number, "--json")
    before = kept.json["people"][0]
    value = followup(
        "edit", "northwind", "--person", "jane li", "--rename", "Jane Lim", "--wrong",
        number.replace(" ", ""), "--right", "+61 2 5550 0199", "--json",
    ).json  # fmt: skip
    person = value["people"][0]
    assert (person["name"], person["role"]) == ("Jane Lim", before["role"])
    assert person["phones"][0] == "+61 2 5550 0199"
    assert person["wrong_phones"] == [number]


@pytest.mark.parametrize(
    ("argv", "status", "words"),
    [
        (("edit", "jane", "--role", "CTO"), 2, "--person NAME"),
        (("edit", "jane", "--why", "so"), 2, "--do-not-call yes"),
        (("edit", "jane", "--person", "Bob", "--email", "no"), 1, "--email “no” is no e-mail"),
        (("edit", "jane", "--name", ""), 1, "--name"),
        (("edit", "jane", "--late", "soon"), 1, "--late"),
        (("edit", "jane", "--drop-person", "Zed"), 1, "there is no Zed"),
        (("edit", "jane", "--rename", "Zoe"), 2, "--person NAME"),
        (("edit", "jane", "--person", "Zed", "--rename", "Zoe"), 1, "there is no Zed"),
        (("edit", "jane", "--right", "+61 2 5550 0199"), 2, "--right goes with --wrong"),
        (("edit", "jane", "--wrong", "+61 2 5550 0999"), 1, "there is no number"),
        (("edit", "nobody", "--about", "x"), 1, "nobody"),
        (("snooze", "jane", "someday"), 2, "is no day"),
        (("snooze", "jane", "yesterday"), 1, "not to come"),
        (("snooze", "jane"), 2, "UNTIL"),
        (("thank", "nobody"), 1, "nobody"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    followup: Followup, home: Path, argv: tuple[str, ...], status: int, words: str
) -> None:
    said = followup(*argv)
    assert said.status == status
    assert words in said.err
    assert said.err.count("\n") == 1
