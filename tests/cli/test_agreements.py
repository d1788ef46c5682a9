"""`followup promise` and `followup next`: written down, settled, and put into a calendar file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from followup_tui.desk import Desk
from followup_tui.domain.change import StoreProblem
from tests.cli.conftest import Followup


def test_a_promise_has_its_day_and_its_owner_from_the_words(home: Path, followup: Followup) -> None:
    said = followup("promise", "northwind", "send", "the", "link", "by", "fri")
    assert (said.status, said.out) == (0, "We promised: send the link, due 2026-11-20.\n")
    value = followup("promise", "northwind", "they send the contract by mon", "--json").json
    assert set(value) == {"client_id", "client", "promise"}
    assert (value["promise"]["text"], value["promise"]["by"], value["promise"]["due"]) == (
        "send the contract",
        "them",
        "2026-11-23",
    )


def test_options_say_it_outright(home: Path, followup: Followup) -> None:
    value = followup(
        "promise", "northwind", "the slides", "--by", "them", "--due", "1 Dec", "--json"
    ).json
    assert (value["promise"]["by"], value["promise"]["due"]) == ("them", "2026-12-01")


@pytest.mark.parametrize(("option", "state"), [("--kept", "kept"), ("--broken", "broken")])
def test_a_promise_is_settled_by_its_id(
    home: Path, followup: Followup, option: str, state: str
) -> None:
    made = followup("promise", "northwind", "send it", "--json").json["promise"]
    said = followup("promise", option, made["id"][:22])
    assert said.status == 0
    assert f"({state})" in said.out
    promises = followup("show", "northwind", "--json").json["promises"]
    assert {p["id"]: p["state"] for p in promises}[made["id"]] == state
    assert followup("undo").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("promise",),
        ("promise", "northwind"),
        ("promise", "northwind", "x", "--kept", "01"),
        ("promise", "--kept", "01", "--broken", "01"),
        ("promise", "northwind", "x", "--due", "someday"),
        ("next", "northwind", "coffee", "whenever"),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(
    home: Path, followup: Followup, words: tuple[str, ...]
) -> None:
    said = followup(*words)
    assert said.status == 2
    assert said.err.count("\n") == 1


def test_a_promise_in_the_past_and_an_unknown_id_are_refused(
    home: Path, followup: Followup
) -> None:
    said = followup("promise", "northwind", "send it", "--due", "2026-11-01")
    assert said.status == 1
    assert "has passed already" in said.err
    said = followup("promise", "--kept", "nothing")
    assert said.status == 1
    assert "No promise has the id" in said.err


def test_a_next_step_with_its_calendar_file(home: Path, followup: Followup, tmp_path: Path) -> None:
    file = tmp_path / "coffee.ics"
    said = followup("next", "northwind", "coffee", "thu", "10:00", "--ics", str(file))
    assert said.status == 0, said.err
    assert "coffee proposed for Thu 26 Nov 2026 10:00" in said.out
    (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert str(event["status"]) == "TENTATIVE"
    assert event.decoded("dtstart").astimezone(UTC) == datetime(2026, 11, 25, 23, tzinfo=UTC)
    again = followup("next", "northwind", "coffee", "fri 10:00", "--ics", str(file))
    assert again.status == 1
    assert "stands there already" in again.err
    (tmp_path / "file").touch()
    known = followup("history", "--json").json["changes"]
    for place in (file, tmp_path / "no" / "x.ics", tmp_path / "file" / "x.ics"):
        for words in (
            ("next", "northwind", "call", "fri"), ("met", "Zoe Adler", "--at", "the fair"),
            ("project", "end", "northwind", "A new one", "--booking", "proposed"),
        ):  # fmt: skip
            assert followup(*words, "--ics", str(place)).status == 1
    assert followup("history", "--json").json["changes"] == known  # nothing is half done


def test_a_calendar_file_that_cannot_be_says_what_is_written_down(
    home: Path, followup: Followup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreProblem("the disk is full.")

    monkeypatch.setattr(Desk, "save_file", full)
    said = followup("next", "northwind", "coffee", "fri", "--ics", str(tmp_path / "x.ics"))
    assert said.status == 1
    assert "it is written down, but there is no calendar file of it: the disk is full" in said.err


def test_a_day_alone_is_a_whole_day_and_agreed_is_said(home: Path, followup: Followup) -> None:
    value = followup("next", "northwind", "booking", "in 4 weeks", "--agreed", "--json").json
    assert value["file"] is None
    step = value["next_step"]
    assert (step["all_day"], step["agreed"], step["at"][:10]) == (True, True, "2026-12-17")


def test_a_step_in_the_past_is_refused(home: Path, followup: Followup) -> None:
    said = followup("next", "northwind", "meeting", "2026-11-01 10:00")
    assert said.status == 1
    assert "has passed already" in said.err
