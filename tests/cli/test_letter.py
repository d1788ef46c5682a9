"""`followup letter`: written, checked, and let out, without the desk and without the network."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from tests.cli.conftest import Followup


def test_a_letter_is_printed_with_what_the_check_says(home: Path, followup: Followup) -> None:
    said = followup("letter", "northwind")
    assert said.status == 0
    assert "Subject: How is “Booking portal” getting on?" in said.out
    assert "Hello Jane," in said.out
    assert "Plainly for them." in said.out
    assert not followup("show", "northwind", "--json").json["letters"], "nothing was written"


def test_json_has_the_keys_that_are_documented(home: Path, followup: Followup) -> None:
    value = followup("letter", "northwind", "--kind", "promised", "--json").json
    assert set(value) == {
        "client_id", "client", "person", "why", "template", "letter", "attachments", "problem",
        "keeps", "check",
    }  # fmt: skip
    assert set(value["letter"]) == {
        "id", "kind", "to", "cc", "subject", "body", "state", "left", "overruled",
        "overruled_because",
    }  # fmt: skip
    assert set(value["check"]) == {"ready", "score", "reasons", "unused"}
    assert {reason["key"] for reason in value["check"]["reasons"]} == {
        "facts", "placeholders", "greeting", "names", "others", "stock", "earlier", "step",
    }  # fmt: skip
    assert value["letter"]["kind"] == "here is what I promised"
    assert "No mail address of Jane Li is known" in value["problem"]


def test_the_check_of_a_text_says_why_not(home: Path, followup: Followup, tmp_path: Path) -> None:
    text = tmp_path / "mail.md"
    text.write_text("Hello Peter,\n\nI hope this finds you well.\n\nBest regards\n")
    said = followup("letter", "northwind", "--check", "--text", str(text))
    assert said.status == 0
    assert "\nNot yet plainly for them:\n" in said.out
    assert "- Greets “Peter”, not Jane Li." in said.out
    assert "Could still be used:" in said.out
    assert "You told me" in said.out or "I remember that you liked" in said.out


def test_a_file_is_written_once_and_told_in_the_timeline(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    path = tmp_path / "letter.eml"
    said = followup("letter", "northwind", "--out", str(path))
    assert said.status == 0, said.err
    assert f"Written to {path}" in said.out
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    again = followup("letter", "northwind", "--kind", "suggestions", "--out", str(path), "--anyway")
    assert (again.status, "stands there already" in again.err) == (1, True)
    (letter,) = followup("show", "northwind", "--json").json["letters"]
    assert [left["way"] for left in letter["left"]] == ["file"]
    assert "letter written to a file" in followup("show", "northwind", "--all").out


def test_what_the_check_holds_back_leaves_only_anyway(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    path = tmp_path / "letter.eml"
    said = followup("letter", "northwind", "--kind", "good-to-meet", "--out", str(path))
    assert said.status == 1
    assert "Names nothing that is recorded" in said.err
    assert not path.exists()
    command = ("letter", "northwind", "--kind", "good-to-meet", "--out", str(path), "--anyway")
    assert followup(*command).status == 0
    (letter,) = followup("show", "northwind", "--json").json["letters"]
    assert "facts" in letter["overruled_because"]


def test_a_letter_can_be_kept_and_is_listed_with_the_templates(
    home: Path, followup: Followup
) -> None:
    assert followup("letter", "northwind", "--save", "--subject", "Mine").status == 0
    folder = home / "letters" / "templates"
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text("kind: review\nname: B\nsubject: x\n---\n{{ y }}\n")
    said = followup("letter", "northwind", "--list")
    assert "suggestions, ready: Mine" in said.out
    assert "follow-up: As per our conversation (letters/follow-up.md)" in said.out
    assert "! templates/bad.md, line 5: there is no “y”" in said.out
    value = followup("letter", "northwind", "--list", "--json").json
    assert set(value) == {"client_id", "client", "letters", "templates", "template_problems"}
    assert followup("doctor").status == 1


def test_a_letter_is_held_ready_taken_up_by_its_id_and_thrown_away(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    offer = tmp_path / "offer.txt"
    offer.write_text("ten days")
    kept = followup(
        "letter", "northwind", "--kind", "good-to-meet", "--save", "--anyway", "--to",
        "jane@northwind.example", "--cc", "bo@northwind.example", "--attach", str(offer), "--json",
    ).json  # fmt: skip
    letter = kept["letter"]
    assert (letter["state"], letter["to"], letter["cc"]) == (
        "ready", "jane@northwind.example", ["bo@northwind.example"],
    )  # fmt: skip
    assert letter["overruled"]
    assert "offer.txt" in kept["attachments"]
    of_id = ("letter", "northwind", "--id", letter["id"])
    bare = followup(*of_id, "--attach", "", "--subject", "Mine", "--save", "--json").json
    assert (bare["attachments"], bare["letter"]["subject"]) == ([], "Mine")
    assert followup(*of_id, "--discard").out.startswith("Thrown away: good to meet you.")
    assert not followup("letter", "northwind", "--list", "--json").json["letters"]
    assert followup(*of_id).status == 1


@pytest.mark.parametrize(("keeps", "state"), [((), "kept"), (("--keeps", "none"), "open")])
def test_it_leaves_by_hand_and_keeps_the_promises_that_are_said(
    home: Path, followup: Followup, keeps: tuple[str, ...], state: str
) -> None:
    letter = ("letter", "northwind", "--kind", "promised")
    seems = followup(*letter, "--json").json["keeps"]
    assert [each["text"] for each in seems] == ["the pricing link"]
    said = followup(*letter, "--by-hand", "--anyway", *keeps)
    assert "\nIt counts as having left: copy it from here.\n" in said.out
    shown = followup("show", "northwind", "--json").json
    assert [left["way"] for left in shown["letters"][0]["left"]] == ["clipboard"]
    assert [each["state"] for each in shown["promises"]] == [state]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--id", "01", "--kind", "review"), 2, "goes with no other choice"),
        (("--id", "zz"), 1, "have an id that begins so: “zz”"),
        (("--project", "Nothing"), 1, "No project is called “Nothing”"),
        (("--course", "Nothing"), 1, "No course is called “Nothing”"),
        (("--attach", "nowhere.pdf"), 1, "nowhere.pdf cannot be read"),
        (("--keeps", "01"), 2, "--keeps goes with a way out"),
        (("--by-hand", "--anyway", "--keeps", "zz"), 1, "is none of the promises"),
        (("--kind", "poem"), 2, "there is no “poem”"),
        (("--person", "Bob"), 2, "there is: Jane Li"),
        (("--out", "x.eml", "--mailto"), 2, "not allowed with"),
        (("--text", "nowhere.md"), 1, "cannot be read"),
        (("--drafts",), 1, "[mail]"),
    ],
)
def test_what_cannot_be_is_told(
    home: Path, followup: Followup, words: tuple[str, ...], status: int, told: str
) -> None:
    said = followup("letter", "northwind", *words)
    assert said.status == status
    assert told in said.err
    assert said.err.count("\n") == 1


def test_forgetting_tells_of_the_file_of_a_letter(home: Path, followup: Followup) -> None:
    folder = home / "letters"
    folder.mkdir(mode=0o700)
    path = folder / "2026-11-19-northwind-traders-suggestions.eml"
    assert followup("letter", "northwind", "--out", str(path)).status == 0
    value = followup("forget", "northwind", "--yes", "--json").json
    assert f"letters/{path.name}" in [each["where"] for each in value["mentions"]]
