"""`followup course`: from the list of attendees to the review for the trainer."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from tests.builders import NOW
from tests.cli.conftest import Followup
from tests.course_story import course_story

LIST = """Name,Email,Company,Status
Ann Ray,ann@ray.example,Ray & Sons,Attending
Ben Cole,ben@cole.example,Cole Ltd,Refunded
Cleo Marsh,cleo@marsh.example,Marsh Media,Attending
Dan Ito,dan@ito.example,Ito Trade,Attending
"""


@pytest.fixture
def course(home: Path, followup: Followup, tmp_path: Path) -> Path:
    """A course with its attendees; returns the file that they came from."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    added = followup(
        "course", "add", "Azure basics", "--first", "4 Nov", "--last", "5 Nov", "--topic", "Azure",
        "--host", "Priyanka Rao", "--coffees", "2", "--place", "at the Blue Cup",
    )  # fmt: skip
    assert added.status == 0, added.err
    assert followup("course", "import", "azure", str(path)).status == 0
    return path


def test_a_dry_run_says_what_becomes_of_each_row(course: Path, followup: Followup) -> None:
    said = followup("course", "import", "azure", str(course), "--dry-run", "--json").json
    assert (said["new"], said["changed"], said["skip"]) == (0, 0, 4)
    assert [row["line"] for row in said["rows"]] == [2, 3, 4, 5]
    shown = followup("course", "list", "--json").json["courses"][0]
    assert (shown["attendees"], shown["came"], shown["next"]) == (
        4, 3, "draw who is asked to a coffee",
    )  # fmt: skip


def test_the_draw_is_told_repeated_and_taken_back(course: Path, followup: Followup) -> None:
    dry = followup("course", "draw", "azure", "--dry-run", "--seed", "7", "--json").json
    assert (dry["pool"], dry["seed"]) == (["Ann Ray", "Cleo Marsh", "Dan Ito"], 7)
    drawn = followup("course", "draw", "azure", "--seed", "7", "--json").json
    assert drawn["left_out"] == [{"name": "Ben Cole", "why": "was refunded"}]
    assert drawn["coffee_day"] == "2026-11-19"
    assert all(pick["client_id"] for pick in drawn["picks"])
    again = followup("course", "draw", "azure")
    assert again.status == 1
    assert "--again" in again.err
    repeated = followup("course", "draw", "azure", "--repeat")
    assert "it comes out the same" in repeated.out
    assert followup("course", "draw", "azure", "--repeat", "--json").json["comes_out_again"]
    due = followup("due", "--json").json
    coffee = [r["text"] for row in due["today"] for r in row["reasons"] if r["kind"] == "coffee"]
    assert coffee == ["coffee: Azure basics 5 Nov, host Priyanka Rao"] * 2
    assert followup("undo").status == 0
    assert not followup("course", "show", "azure", "--json").json["draws"]


def people(followup: Followup) -> dict[str, dict[str, object]]:
    shown = followup("course", "show", "azure", "--json").json
    return {each["name"]: each for each in shown["people"]}


def test_somebody_on_a_course_is_corrected_linked_and_taken_off(
    course: Path, followup: Followup
) -> None:
    line = ("course", "correct", "azure", "cleo", "--name", "Clea Marsh", "--company", "")
    assert followup(*line, "--as", "absent").status == 0
    clea = people(followup)["Clea Marsh"]
    assert (clea["email"], clea["company"], clea["attendance"]) == (
        "cleo@marsh.example", "", "did not attend",
    )  # fmt: skip
    assert followup("course", "link", "azure", "clea", "--to", "quill").status == 0
    assert people(followup)["Clea Marsh"]["client"] == "Quill & Ledger"
    assert followup("course", "unlink", "azure", "clea").status == 0
    assert people(followup)["Clea Marsh"]["client_id"] is None
    assert followup("course", "take-off", "azure", "clea").status == 0
    assert "Clea Marsh" not in people(followup)
    assert followup("undo").status == 0
    assert "Clea Marsh" in people(followup)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (
            ("correct", "azure", "Ann", "--name", "Dan Ito", "--email", "dan@ito.example"),
            1,
            "is on the course already",
        ),
        (("correct", "azure", "Nobody"), 1, "Nobody on this course is called “Nobody”"),
        (("link", "azure", "Ann"), 2, "say whose they are"),
        (("link", "azure", "Ann", "--to", "zzz"), 1, "No client is called “zzz”"),
        (("take-off", "azure"), 2, "say more"),
    ],
)
def test_what_cannot_be_done_with_somebody_is_said(
    course: Path, followup: Followup, words: tuple[str, ...], status: int, said: str
) -> None:
    wrong = followup("course", *words)
    assert (wrong.status, wrong.out) == (status, "")
    assert said in wrong.err


def test_the_way_of_the_coffees(course: Path, followup: Followup) -> None:
    drawn = followup("course", "draw", "azure", "--seed", "7", "--json").json
    first, second = (pick["name"] for pick in drawn["picks"])
    assert followup("course", "invite", "azure", first, "--json").json["picks"][0]["invited"]
    said = followup("course", "replace", "azure", second, "--because", "is in Lima")
    assert said.out.endswith(f"stands in for {second}.\n")
    settled = followup("course", "settle", "azure", first, "--as", "had", "--json").json
    assert [pick["end"] for pick in settled["picks"]] == ["had", "could not be had", None]
    shown = followup("course", "show", "azure").out
    assert "is in Lima" in shown
    assert "1 of 2 coffees had" in shown
    opened = followup("course", "reopen", "azure", first)
    assert opened.out.splitlines()[0] == f"{first}: invited"


def test_the_announcement_is_printed_and_written(
    course: Path, followup: Followup, tmp_path: Path
) -> None:
    said = followup("course", "announce", "azure")
    assert "two of you will be asked to a coffee" in said.out
    path = tmp_path / "say.txt"
    assert followup("course", "announce", "azure", "--out", str(path)).status == 0
    assert path.read_text(encoding="utf-8").strip() == said.out.strip()
    assert followup("course", "announce", "azure", "--out", str(path)).status == 1


def test_attendees_by_hand_and_their_marks(course: Path, followup: Followup) -> None:
    words = ("course", "attendee", "azure", "Eve Ott", "--email", "eve@ott.example")
    assert followup(*words).status == 0
    assert followup(*words).status == 1, "she is on it already"
    shown = followup("course", "attend", "azure", "eve", "dan", "--as", "opted-out", "--json").json
    out = {p["name"] for p in shown["people"] if p["attendance"] == "opted out"}
    assert out == {"Eve Ott", "Dan Ito"}


def test_the_review_for_the_reader_and_for_the_trainer(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    open_desk(home, now=lambda: NOW).records.commit(Change(by="test", put=course_story()))
    said = followup("course", "review", "two days")
    assert "the identity lab was too long (Ivo Bell)" in said.out
    value = followup("course", "review", "two days", "--json").json
    assert value["held"] == 3
    assert {each["key"] for each in value["answers"]} >= {"rating", "better"}
    path = tmp_path / "review.md"
    assert followup("course", "review", "two days", "--out", str(path)).status == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Azure in two days")
    assert "Ivo" not in text
    assert "Ivo Bell" in followup("course", "review", "two days", "--markdown", "--names").out


@pytest.mark.parametrize(
    "words",
    [
        ("course", "draw"),
        ("course", "import", "azure"),
        ("course", "show", "azure", "extra"),
        ("course", "add", "X", "--last", "someday"),
        ("course", "attend", "azure", "ann", "--as", "had"),
        ("course", "dance", "azure"),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(
    course: Path, followup: Followup, words: tuple[str, ...]
) -> None:
    said = followup(*words)
    assert said.status == 2, said
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("course", "show", "rust"),
        ("course", "import", "azure", "none.csv"),
        ("course", "replace", "azure", "ann"),
        ("course", "draw", "azure", "--repeat"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    course: Path, followup: Followup, words: tuple[str, ...]
) -> None:
    said = followup(*words)
    assert (said.status, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "fault of the program" not in said.err
