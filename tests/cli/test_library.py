"""The library from the command line: listing, filling, adding, retiring, and offering."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Followup

ITEM = {
    "id", "kind", "title", "url", "starts", "topics", "about", "ends", "all_day", "where",
    "client_id", "source", "retired", "why_retired", "currency", "origin", "edited", "planned",
    "offered", "taken", "declined",
}  # fmt: skip


def test_adding_listing_retiring_and_bringing_back(home: Path, followup: Followup) -> None:
    said = followup(
        "library", "add", "Keeping costs down", "--kind", "talk", "--topic", "Azure", "--topic",
        "costs", "--about", "Idle machines.",
    )  # fmt: skip
    assert (said.status, said.out) == (0, "Added: Keeping costs down.\n")
    listed = followup("library", "--json").json
    (item,) = listed["items"]
    assert item.keys() == ITEM
    assert (item["title"], item["topics"], item["origin"]) == (
        "Keeping costs down",
        ["Azure", "costs"],
        "by hand",
    )
    assert followup("library", "retire", "costs").out == "Retired: Keeping costs down.\n"
    assert followup("library", "--json").json["items"] == []
    (item,) = followup("library", "list", "--all", "--json").json["items"]
    assert item["currency"] == "retired"
    followup("library", "bring-back", "Keeping")
    assert followup("library", "--json").json["current"] == 1
    changed = followup("library", "edit", "costs", "--title", "Costs, kept down", "--json").json
    assert changed["value_add"]["title"] == "Costs, kept down"
    assert "library, edited: Costs, kept down" in followup("history").out


def test_an_event_has_its_hour_in_the_zone_of_the_user(home: Path, followup: Followup) -> None:
    said = followup(
        "library", "add", "Breakfast", "--kind", "invitation", "--starts", "2026-12-01T07:30",
        "--json",
    )  # fmt: skip
    assert said.json["value_add"]["starts"] == "2026-11-30T20:30:00+00:00"
    wrong = followup("library", "add", "Lunch", "--starts", "noonish")
    assert wrong.status == 2
    assert "--starts: “noonish” is no moment; write it like 2026-12-01T07:30, " in wrong.err


def test_a_day_is_a_day_and_empty_words_take_away(home: Path, followup: Followup) -> None:
    added = followup(
        "library", "add", "Fair", "--starts", "1 dec", "--url", "https://fair.example/",
        "--where", "Hall 2", "--topic", "ropes", "--json",
    ).json["value_add"]  # fmt: skip
    assert (added["starts"], added["all_day"]) == ("2026-11-30T13:00:00+00:00", True)
    bare = followup(
        "library", "edit", "Fair", "--starts", "", "--url", "", "--where", "", "--topic", "",
        "--json",
    ).json["value_add"]  # fmt: skip
    assert (bare["starts"], bare["all_day"]) == (None, False)
    assert (bare["url"], bare["where"], bare["topics"]) == ("", "", [])


def test_what_is_wrong_is_said_in_a_sentence(home: Path, followup: Followup) -> None:
    for argv, status, words in (
        (("library", "add"), 2, "say what to add"),
        (("library", "list", "x"), 2, "takes no title"),
        (("library", "retire", "nothing like it"), 1, "Nothing in the library is called"),
        (("library", "refresh"), 1, "no source is named"),
        (("library", "add", "x", "--url", "nowhere"), 1, "must be a web address"),
        (("offer", "northwind", "nothing like it"), 1, "Nothing in the library is called"),
        (("offer", "nobody", "x"), 1, "No client is called"),
    ):
        said = followup(*argv)
        assert said.status == status, argv
        assert words in said.err
        assert said.err.count("\n") == 1


def test_offering_and_what_fits(home: Path, followup: Followup) -> None:
    followup("library", "add", "Keeping costs down", "--kind", "talk", "--topic", "Azure")
    followup("library", "add", "Sailing", "--kind", "article")
    fitting = followup("offer", "northwind", "--json").json["suggestions"]
    assert [(each["value_add"]["title"], each["because"]) for each in fitting] == [
        ("Keeping costs down", "Azure"),
        ("Sailing", ""),
    ]
    said = followup("offer", "northwind", "costs", "--as", "planned")
    assert said.out == "Northwind Traders: planned, Keeping costs down.\n"
    assert "[x]" in followup("offer", "northwind").out
    offer = followup("offer", "northwind", "costs", "--as", "taken", "--json").json["offer"]
    assert (offer["state"], offer["value_add"]["title"]) == ("taken", "Keeping costs down")
    assert "Keeping costs" not in followup("offer", "northwind").out
    (kept,) = followup("show", "northwind", "--json").json["offers"]
    assert kept["state"] == "taken"


def test_the_sources_of_the_sample_desk_fill_its_library(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    demo = ("--demo", "--home", str(tmp_path / "demo"))
    first = followup(*demo, "library", "refresh", "--json")
    assert first.status == 0
    view = json.loads(first.out)
    assert [source["status"] for source in view["sources"]] == ["ready"] * 4
    assert view["told"]
    titles = [item["title"] for item in view["items"]]
    assert "Open evening: ask a developer" in titles
    assert "Alarms that somebody answers" in titles
    assert "Hack Friday" not in titles, "it is cancelled"
    assert len(titles) == len(set(titles)), "what was there by hand is not there twice"
    again = followup(*demo, "library", "refresh").out
    assert again.startswith("Nothing new.")
    brief = followup(*demo, "prep", "northwind", "--json").json
    assert brief["suggestions"][0]["because"]
    tips = [each["value_add"] for each in brief["suggestions"]
            if each["value_add"]["kind"] == "website tip"]  # fmt: skip
    offer = followup(*demo, "offer", "northwind", tips[0]["title"], "--as", "taken", "--json")
    assert offer.json["offer"]["value_add"]["id"] == tips[0]["id"], "it was in no library before"
