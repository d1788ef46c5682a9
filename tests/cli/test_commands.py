"""Each command over a small desk: what it says, and the keys that scripts rely on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from tests.cli.conftest import Followup

ENTRY = {"client_id", "client", "person", "phone", "reasons"}
REASON = {"kind", "text", "due", "at", "band", "playbook", "record_id"}
CLIENT = {
    "id", "name", "people", "website", "competitors", "interests", "likes", "dislikes", "tags",
    "open_questions", "account_manager", "zone", "cadence", "origin", "call_again",
    "snoozed_until", "do_not_call", "quiet", "about", "created", "changed",
}  # fmt: skip
PERSON = {"name", "role", "phones", "emails", "wrong_phones"}
PAGE = {
    "source", "url", "read_at", "title", "description", "summary", "main_text", "language",
    "headings", "news", "events", "contacts", "links", "health", "problem", "tagline",
    "offerings", "people", "jobs", "prices", "offices", "basis", "shell",
}  # fmt: skip
EVENT = {
    "title", "start", "end", "all_day", "zone", "location", "url", "status", "online", "sources",
}  # fmt: skip

HTML = """<html lang="en"><head><title>Blue Gum</title>
<meta name="description" content="Forty acres of shiraz between two hills."></head>
<body><h1>Blue Gum</h1><p>Forty acres.</p>
<div itemscope itemtype="https://schema.org/Event"><span itemprop="name">Long lunch</span>
<time itemprop="startDate" datetime="2026-12-06T12:00:00+10:30">6 December</time></div>
</body></html>"""


# due


def test_due_says_who_and_why(home: Path, followup: Followup) -> None:
    said = followup("due")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Thu 19 Nov · 1 due · 1 promise\n")
    assert "! Jane Li · Northwind Traders" in said.out
    assert "promised the pricing link, due yesterday" in said.out
    assert "Quill" not in said.out


def test_due_as_json_has_its_keys(home: Path, followup: Followup) -> None:
    value = followup("due", "--json").json
    assert set(value) == {"now", "home", "counts", "problems", "today"}
    assert value["home"] == str(home)
    assert value["now"] == "2026-11-19T14:02:00+11:00"
    assert value["counts"] == {"today": 1, "beyond": 0, "coming": 0, "held": 0, "promises": 1}
    (entry,) = value["today"]
    assert set(entry) == ENTRY
    assert (entry["client"], entry["person"]) == ("Northwind Traders", "Jane Li")
    assert set(entry["reasons"][0]) == REASON
    assert entry["reasons"][0]["kind"] == "promise"
    assert entry["reasons"][0]["due"] == "2026-11-18"


def test_due_all_adds_the_others(home: Path, followup: Followup) -> None:
    value = followup("due", "--all", "--json").json
    assert {"beyond", "coming", "held"} <= set(value)


def test_due_on_an_empty_desk_says_what_to_do(
    tmp_path: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-19T14:02")
    said = followup("due", "--home", str(tmp_path / "new"))
    assert said.status == 0
    assert "followup add NAME" in said.out


# show


@pytest.mark.parametrize("words", ["northwind", "Northwind Traders", "jane li", "JANE"])
def test_show_finds_a_client_by_any_name(home: Path, followup: Followup, words: str) -> None:
    said = followup("show", words)
    assert said.status == 0
    assert said.out.startswith("Northwind Traders\n")
    assert "+ likes the reports" in said.out
    assert "we owe: the pricing link, due yesterday" in said.out
    assert "Booking portal" in said.out


def test_show_as_json_has_its_keys(home: Path, followup: Followup) -> None:
    value = followup("--json", "show", "northwind").json
    assert set(value) == {
        "client", "introduced_by", "reasons", "standing", "projects", "encounters", "courses",
        "interactions", "promises", "next_steps", "offers", "letters",
        "timeline", "timeline_left_out",
    }  # fmt: skip
    assert {key for entry in value["timeline"] for key in entry} == {
        "kind", "day", "at", "title", "mark", "lines",
    }  # fmt: skip
    assert value["timeline_left_out"] == 0
    assert set(value["client"]) == CLIENT
    assert set(value["client"]["people"][0]) == PERSON
    assert value["standing"]["last_reached"] == "2026-05-11"
    (line,) = value["interactions"][0]["notes"]
    assert line["kind"] == "liked"
    assert {step["kind"] for step in value["projects"][0]["closing"]} == {
        "reference", "testimonial", "review", "booking",
    }  # fmt: skip


def test_show_prints_the_newest_of_the_timeline_or_all_of_it(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("followup_tui.commands.timeline.FIRST", 2)
    for number in range(4):
        followup("note", "northwind", f"number {number}")
    said = followup("show", "northwind")
    assert "number 3" in said.out
    assert "number 0\n" not in said.out
    assert "more: --all shows them" in said.out
    said = followup("show", "northwind", "--all")
    assert "number 0\n" in said.out
    assert "more: --all" not in said.out


def test_show_names_those_that_come_near(home: Path, followup: Followup) -> None:
    said = followup("show", "nortwind")
    assert said.status == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "nortwind" in said.err


# prep


def test_prep_prints_the_brief(home: Path, followup: Followup) -> None:
    said = followup("prep", "jane")
    assert said.status == 0
    assert "Why now: promised the pricing link" in said.out
    assert "likes the reports" in said.out
    assert "What to ask" in said.out


def test_prep_as_json_has_its_keys(home: Path, followup: Followup) -> None:
    value = followup("prep", "jane", "--json").json
    assert set(value) == {
        "now", "client", "playbook", "why", "done", "items", "suggestions", "letter", "questions",
    }  # fmt: skip
    assert {key for item in value["items"] for key in item} == {
        "key", "label", "status", "headline", "problem", "fetched_at", "ticked", "evidence",
    }  # fmt: skip
    assert {item["status"] for item in value["items"]} <= {"ready", "nothing", "failed"}


# note


def test_a_note_is_kept_with_its_signs(home: Path, followup: Followup) -> None:
    said = followup("note", "jane", "!", "send", "the", "link", "by", "fri")
    assert said.status == 0
    assert "promise by Fri 20 Nov: send the link" in said.out
    desk = open_desk(home)
    (client,) = [c for c in desk.records.all(Client) if c.name.startswith("Northwind")]
    noted = desk.records.of_client(Interaction, client.id)[-1]
    assert [line.text for line in noted.notes] == ["! send the link by fri"]


def test_a_note_from_the_standard_input_keeps_its_lines(
    home: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("+ the café\n- the bill\n".encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    value = followup("note", "jane", "-", "--json").json
    assert set(value) == {"client_id", "client", "interaction", "understood"}
    assert value["understood"][0] == {
        "text": "+ the café",
        "meaning": "liked: the café",
        "doubt": "",
    }
    assert [line["text"] for line in value["interaction"]["notes"]] == ["+ the café", "- the bill"]
    assert [line["kind"] for line in value["interaction"]["notes"]] == ["liked", "disliked"]


def test_what_is_in_doubt_is_said_below_the_line(home: Path, followup: Followup) -> None:
    said = followup("note", "jane", "! send it by 31 Feb")
    assert "“31 Feb” is no day: due Mon 23 by default." in said.out


def test_what_a_terminal_would_obey_is_not_noted(home: Path, followup: Followup) -> None:
    said = followup("note", "jane", "\x1b]52;c;aGk=\x07hello \x1b[31mred\u202e")
    assert "hello red" in said.out
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


def test_an_empty_note_is_wrong_usage(home: Path, followup: Followup) -> None:
    assert followup("note", "jane", " ").status == 2


# add


def test_add_makes_a_client(home: Path, followup: Followup) -> None:
    said = followup(
        "add", "Tailspin Toys", "--person", "Omar Haddad", "--role", "Lead", "--phone",
        "+1 212 555 0147", "--email", "omar@tailspin.example", "--website", "tailspin.example",
        "--zone", "America/New_York", "--tag", "course", "--tag", "toys", "--interest", "Azure",
        "--competitor", "Wobble https://wobble.example", "--about", "planes",
    )  # fmt: skip
    assert (said.status, said.err) == (0, "")
    (client,) = [c for c in open_desk(home).records.all(Client) if c.name == "Tailspin Toys"]
    assert client.website == "https://tailspin.example"
    assert client.tags == ("course", "toys")
    assert client.primary is not None
    assert client.primary.emails == ("omar@tailspin.example",)
    assert client.competitors[0].name == "Wobble"


def test_add_as_json_gives_the_client(home: Path, followup: Followup) -> None:
    value = followup("add", "Tailspin", "--json").json
    assert set(value) == CLIENT
    assert value["people"] == []


def test_add_says_all_that_is_wrong_in_one_line(home: Path, followup: Followup) -> None:
    said = followup(
        "add", "T", "--person", "Omar", "--email", "omar-at-tailspin", "--zone", "New York"
    )
    assert said.status == 1
    assert said.err.count("\n") == 1
    assert "--email" in said.err
    assert "--zone" in said.err


def test_add_does_not_double_a_client(home: Path, followup: Followup) -> None:
    said = followup("add", "NORTHWIND traders")
    assert said.status == 1
    assert "--anyway" in said.err
    assert followup("add", "NORTHWIND traders", "--anyway").status == 0


def test_a_role_without_a_person_is_wrong_usage(home: Path, followup: Followup) -> None:
    assert followup("add", "T", "--role", "CEO").status == 2


@pytest.mark.parametrize("name", ["[red]Acme[/]", "🦊 Füchse", "شركة", "A" * 300, "x\x1b[2Jy"])
def test_odd_names_are_added_and_found_again(home: Path, followup: Followup, name: str) -> None:
    value = followup("add", name, "--json").json
    assert "\x1b" not in value["name"]
    assert followup("show", value["id"]).status == 0


# log


def test_log_writes_a_conversation_down(home: Path, followup: Followup) -> None:
    value = followup(
        "log", "northwind", "--outcome", "reached", "--at", "yesterday 16:00",
        "--note", "+ likes tea", "--note", "! send the link by fri", "--json",
    ).json  # fmt: skip
    assert set(value) == {"client_id", "client", "interaction", "promises", "next"}
    assert set(value["next"]) == {"day", "at", "why", "other_ways"}
    assert value["interaction"]["at"] == "2026-11-18T05:00:00+00:00"
    assert [each["text"] for each in value["promises"]] == ["send the link"]
    assert "likes tea" in followup("show", "northwind", "--json").json["client"]["likes"]


def test_log_of_a_try_says_when_to_try_again(home: Path, followup: Followup) -> None:
    said = followup("log", "northwind", "--outcome", "no-answer", "--at", "10:00")
    assert said.out.startswith("No answer: Jane Li. Next contact Mon 23 Nov 2026, 16:30")
    again = followup("log", "northwind", "--outcome", "busy", "--at", "10:00")
    assert again.status == 1
    assert "written down already" in again.err


def test_log_agrees_on_a_call_back_in_their_time(home: Path, followup: Followup) -> None:
    said = followup(
        "log", "northwind", "--outcome", "call-back", "--call-back", "tomorrow 10:00", "--json"
    )
    assert said.json["next"]["at"] == "2026-11-20T10:00:00+11:00"


@pytest.mark.parametrize(
    "words",
    [
        ("--outcome", "call-back"),
        ("--outcome", "busy", "--call-back", "fri 10:00"),
        ("--outcome", "reached", "--at", "25:00"),
        ("--outcome", "reached", "--at", "some day"),
        ("--outcome", "reached", "--again", "some day"),
        ("--outcome", "call-back", "--call-back", "some day"),
        ("--outcome", "lost"),
    ],
)
def test_log_refuses_what_it_does_not_understand(
    home: Path, followup: Followup, words: tuple[str, ...]
) -> None:
    said = followup("log", "northwind", *words)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1


# page


def test_page_reads_a_saved_file(tmp_path: Path, followup: Followup) -> None:
    file = tmp_path / "saved.html"
    file.write_text(HTML, encoding="utf-8")
    value = followup("page", str(file), "--url", "http://bluegum.example/", "--json").json
    (page,) = value["pages"]
    assert set(page) == PAGE
    assert (page["title"], page["url"]) == ("Blue Gum", "http://bluegum.example/")
    assert page["summary"][0] == "Forty acres of shiraz between two hills."


def test_page_events_have_their_keys(
    tmp_path: Path, followup: Followup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-19T14:02")
    file = tmp_path / "saved.html"
    file.write_text(HTML, encoding="utf-8")
    (page,) = followup("page", str(file), "--json").json["pages"]
    event = page["events"][0]
    assert set(event) == EVENT
    assert (event["title"], event["start"]) == ("Long lunch", "2026-12-06T12:00:00+10:30")
    assert set(event["sources"][0]) == {"url", "method", "words", "read_at"}
    assert "Long lunch" in followup("page", str(file)).out


def test_page_goes_on_after_a_source_that_cannot_be_read(
    tmp_path: Path, followup: Followup
) -> None:
    file = tmp_path / "saved.html"
    file.write_text(HTML, encoding="utf-8")
    said = followup("page", str(tmp_path / "none.html"), str(file), "--json")
    assert said.status == 1
    one, other = said.json["pages"]
    assert "cannot be read" in one["problem"]
    assert other["title"] == "Blue Gum"


def test_page_opens_no_desk_for_a_file(tmp_path: Path, followup: Followup) -> None:
    file = tmp_path / "saved.html"
    file.write_text(HTML, encoding="utf-8")
    followup("page", str(file), "--home", str(tmp_path / "nobody"))
    assert not (tmp_path / "nobody").exists()


def test_page_does_not_reach_into_this_machine(tmp_path: Path, followup: Followup) -> None:
    said = followup("page", "http://127.0.0.1:9/", "--home", str(tmp_path / "h"))
    assert said.status == 1
    assert "127.0.0.1" in said.out


# doctor


def test_doctor_finds_nothing_wrong(home: Path, followup: Followup) -> None:
    said = followup("doctor")
    assert said.status == 0, said.out
    assert "Playbooks" in said.out
    assert "!!" not in said.out


def test_doctor_as_json_has_its_keys(home: Path, followup: Followup) -> None:
    value = followup("doctor", "--json").json
    assert set(value) == {"home", "ok", "findings"}
    assert value["ok"] is True
    assert {key for finding in value["findings"] for key in finding} == {
        "area", "severity", "words", "todo",
    }  # fmt: skip
    assert {f["area"] for f in value["findings"]} == {
        "program", "settings", "playbooks", "letters", "store", "terminal", "clock",
    }  # fmt: skip


def test_doctor_makes_no_desk(tmp_path: Path, followup: Followup) -> None:
    assert followup("doctor", "--home", str(tmp_path / "none")).status == 0
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("settings.toml", "[me]\nnmae = 'x'\n", "settings.toml"),
        ("playbooks/mine.toml", 'key = "mine"\nnmae = "Mine"\n', "mine.toml"),
        ("desk.json", "this is no JSON", "desk.json"),
    ],
)
def test_doctor_says_what_is_wrong(
    home: Path, followup: Followup, file: str, text: str, words: str
) -> None:
    path = home / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    said = followup("doctor")
    assert said.status == 1, said.out
    assert words in said.out
    assert "!!" in said.out
    assert path.read_text(encoding="utf-8") == text
