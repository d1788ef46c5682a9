"""`followup mend`: notes and conversations mended from the shell, their earlier words kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Followup


def newest(followup: Followup, client: str = "quill") -> dict[str, object]:
    found = followup("mend", client, "--json").json["interactions"][0]
    assert isinstance(found, dict)
    return found


def texts(followup: Followup, client: str = "quill") -> list[str]:
    return [line["text"] for line in newest(followup, client)["notes"]]  # type: ignore[attr-defined]


def test_a_line_is_put_in_the_place_of_another_and_its_words_are_kept(
    home: Path, followup: Followup
) -> None:
    followup("note", "quill", "+ likes tee")
    stamp = newest(followup)["notes"][0]["at"]  # type: ignore[index]
    listed = followup("mend", "quill").out
    assert "1: + likes tee" in listed
    said = followup("mend", "quill", "--line", "1", "rather coffee", "--add", "in a big cup")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Mended: note of ")
    assert texts(followup) == ["rather coffee", "in a big cup"]
    assert newest(followup)["notes"][0]["at"] == stamp, "it was begun when it was begun"  # type: ignore[index]
    assert "+ likes tee" in followup("history", "quill", "--details").out
    assert followup("undo").status == 0
    assert texts(followup) == ["+ likes tee"]


def test_empty_words_take_a_line_away_and_all_notes_can_come_anew(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    followup("log", "quill", "--outcome", "reached", "--note", "one", "--note", "two")
    followup("mend", "quill", "--line", "1", "")
    assert texts(followup) == ["two"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"drei\nvier\n")))
    followup("mend", "quill", "--note", "-")
    assert texts(followup) == ["drei", "vier"]
    again = followup("mend", "quill", "--note", "drei", "--note", "vier")
    assert again.out.endswith(": it says that already.\n")


def test_what_a_line_has_led_to_is_changed_only_if_that_is_said(
    home: Path, followup: Followup
) -> None:
    followup("note", "quill", "! send the slides by fri")
    line = ("mend", "quill", "--line", "1", "! send the slides by mon")
    refused = followup(*line)
    assert refused.status == 1
    assert "“send the slides” would be due" in refused.err
    assert "--too" in refused.err
    assert texts(followup) == ["! send the slides by fri"]
    value = followup(*line, "--too", "--json").json
    assert [promise["due"] for promise in value["promises"]] == ["2026-11-23"]
    value = followup("mend", "quill", "--line", "1", "sent", "--alone", "--json").json
    assert [promise["due"] for promise in value["promises"]] == ["2026-11-23"]


def test_outcome_person_and_hour_are_mended(home: Path, followup: Followup) -> None:
    followup("log", "quill", "--outcome", "no-answer")
    value = followup(
        "mend", "quill", "--outcome", "voicemail", "--person", "Ida", "--at", "09:30", "--json"
    ).json["interaction"]
    assert (value["outcome"], value["person"]) == ("voicemail", "Ida")
    assert value["at"] == "2026-11-18T22:30:00+00:00"


def test_one_is_removed_and_what_came_of_it_stays(home: Path, followup: Followup) -> None:
    followup("note", "quill", "! send it by fri")
    talk = newest(followup)["id"]
    said = followup("mend", "quill", "--talk", str(talk), "--remove")
    assert said.out.endswith("`followup undo` brings it back.\n")
    shown = followup("show", "quill", "--json").json
    assert talk not in [each["id"] for each in shown["interactions"]]
    assert [each["text"] for each in shown["promises"]] == ["send it"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--remove", "--add", "x"), 2, "--remove takes all of it away"),
        (("--note", "x", "--add", "y"), 2, "--note is all of the notes"),
        (("--add", "x", "--too", "--alone"), 2, "--too and --alone exclude each other"),
        (("--line", "7", "x"), 2, "7 is no line of these notes"),
        (("--line", "²", "x"), 2, "is no line of these notes"),
        (("--at", "whenever"), 2, "--at: “whenever” is not understood"),
        (("--at", "2027-01-01"), 1, "is still to come"),
        (("--outcome", "busy"), 1, "a note has no outcome"),
        (("--line", "1", ""), 1, "--remove takes it away"),
        (("--talk", "zz", "--add", "x"), 1, "has the id “zz”"),
    ],
)
def test_what_cannot_be_mended_is_said(
    home: Path, followup: Followup, words: tuple[str, ...], status: int, said: str
) -> None:
    followup("note", "quill", "hello")
    wrong = followup("mend", "quill", *words)
    assert (wrong.status, wrong.out) == (status, "")
    assert said in wrong.err
    assert wrong.err.count("\n") == 1
