"""`followup met`: one command, under a minute, and all that follows from it."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from tests.cli.conftest import Followup


def test_one_line_writes_down_all_of_it(home: Path, followup: Followup, tmp_path: Path) -> None:
    file = tmp_path / "times.ics"
    said = followup(
        "met", "Priya Nair", "--at", "DevMeetup", "--when", "yesterday", "--company", "Wide World",
        "--talked", "their move to Azure", "--common", "both sail", "--learned", "they build boats",
        "--promised", "the slides by mon", "--warmth", "prospect", "--email", "priya@wide.example",
        "--ics", str(file),
    )  # fmt: skip
    assert said.status == 0, said.err
    lines = said.out.splitlines()
    assert lines[0] == "Met Priya Nair at DevMeetup, prospect: a new client."
    assert lines[1] == "  Promise: the slides, due 2026-11-23."
    assert lines[2].startswith("  To propose: a meeting: ")
    assert " or " in lines[2]
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(each["status"]) for each in events] == ["TENTATIVE", "TENTATIVE"]

    shown = followup("show", "priya", "--json").json
    (met,) = shown["encounters"]
    assert (met["where"], met["day"], met["warmth"]) == ("DevMeetup", "2026-11-18", "prospect")
    assert (met["talked_about"], met["learned"]) == ("their move to Azure", "they build boats")
    assert len(met["proposed"]) == 2
    assert shown["client"]["name"] == "Wide World"
    due = followup("due").out
    assert "met yesterday at DevMeetup, prospect" in due
    assert followup("undo").status == 0
    assert followup("show", "priya").status == 1


def test_who_is_on_the_list_already_is_asked_about(home: Path, followup: Followup) -> None:
    told = ("met", "Jane Li", "--company", "Northwind Traders", "--warmth", "card")
    said = followup(*told)
    assert said.status == 1
    assert "Northwind Traders, who is on the list already (the same name and company)" in said.err
    client = said.err.partition("--join ")[2].partition(",")[0]
    joined = followup(*told, "--join", client, "--json").json
    assert (joined["is_new"], joined["client"], joined["step"]) == (
        False, "Northwind Traders", "call",
    )  # fmt: skip
    anew = followup(*told, "--anyway", "--json").json
    assert anew["is_new"]
    assert anew["client_id"] != client


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("met", "Jo", "--when", "tomorrow"), "--when is still to come"),
        (("met", "Jo", "--email", "jo"), "--email “jo” is no e-mail address"),
        (("met", "Jo", "--warmth", "hot"), "there is no “hot”"),
        (("met", "Jo", "--anyway", "--join", "northwind"), "exclude each other"),
        (("met", " "), "NAME must not be empty"),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(
    home: Path, followup: Followup, words: tuple[str, ...], told: str
) -> None:
    said = followup(*words)
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_a_file_that_stands_there_is_not_overwritten(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    file = tmp_path / "times.ics"
    file.write_text("mine")
    said = followup("met", "Priya Nair", "--ics", str(file))
    assert said.status == 1
    assert "choose another name" in said.err
    assert file.read_text() == "mine"
    assert followup("show", "priya").status == 1
