"""What `--json` prints has the shapes of docs/cli.schema.json: each key is there, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from followup_tui.commands.arguments import parser
from followup_tui.commands.completing import candidates
from followup_tui.commands.json_shapes.answers import ANSWERS, schema_text
from tests.cli.conftest import NOW_TEXT, Followup

DOCS = Path(__file__).parents[2] / "docs"
NO_JSON = {"completion", "help"}


def fits(command: str, text: str) -> bool:
    """Say whether a text is JSON of one of the shapes of a command; raise what speaks against."""
    problems = []
    for shape in ANSWERS[command]:
        try:
            msgspec.json.decode(text, type=shape)
        except msgspec.ValidationError as problem:
            problems.append(f"{shape.__name__}: {problem}")
        else:
            return True
    raise AssertionError("; ".join(problems))


def test_every_command_has_a_shape() -> None:
    commands = {each.word for each in candidates(parser(), [], "", names=lambda _: ())}
    assert commands - NO_JSON == set(ANSWERS)


def test_the_schema_of_the_docs_is_that_of_the_shapes() -> None:
    written = (DOCS / "cli.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run docs/make_schema.py"
    schema = json.loads(written)
    assert set(schema["commands"]) == set(ANSWERS)


def test_every_command_is_told_of_in_the_docs() -> None:
    told = (DOCS / "cli.md").read_text(encoding="utf-8")
    for command in ANSWERS:
        assert f"followup {command} " in told or f"`followup {command}`" in told, command


@pytest.mark.parametrize(
    "line",
    [
        "due", "due --all", "show Quill", "show Northwind --all", "note Northwind hello",
        "promise Quill send_it_by_fri", "next Quill coffee in 2 weeks", "met Zed --at fair",
        "edit Quill --about ledgers", "snooze Quill fri", "thank Northwind",
        "quiet Quill fri mon", "project list Northwind", "log Quill --outcome no-answer",
        "log Quill --outcome reached --note !_they_send_it", "add Newco --person Zoe",
        "history", "history --details", "history Northwind", "undo", "library",
        "library add A_talk --kind talk", "offer Northwind", "doctor", "backup", "restore",
        "export csv {tmp}/tables", "search northwind", "search qqqqqq", "course list",
        "import {tmp}/people.csv --dry-run", "import {tmp}/people.csv", "letter Northwind",
        "merge Northwind Quill --dry-run", "forget Quill --yes", "page {tmp}/page.html",
    ],
)  # fmt: skip
def test_an_answer_has_the_shape_of_its_command(
    home: Path, followup: Followup, tmp_path: Path, line: str
) -> None:
    (tmp_path / "people.csv").write_text("Name,Company,Email\nZoe,Zoe Ltd,zoe@zoe.example\n;;\n")
    (tmp_path / "page.html").write_text("<title>Zoe Ltd</title><h1>We land zeppelins</h1>")
    words = [word.replace("_", " ").replace("{tmp}", str(tmp_path)) for word in line.split()]
    said = followup(*words, "--json")
    assert said.err == ""
    assert fits(words[0], said.out)


def test_the_answers_of_a_full_desk(
    followup: Followup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", NOW_TEXT)
    everything = tmp_path / "desk.json"
    for words in (
        ("due", "--all"),
        ("show", "Northwind"),
        ("show", "Wide World"),
        ("prep", "Northwind"),
        ("course", "show", "last"),
        ("library", "--all"),
        ("offer", "Northwind", "Keeping costs down in"),
        ("search", "azrue"),
        ("history", "--details"),
        ("export", "json", str(everything)),
        ("import", str(everything)),
    ):
        said = followup("--home", str(tmp_path / "demo"), "--demo", *words, "--json")
        assert (said.status, said.err) == (0, ""), words
        assert fits(words[0], said.out)


def test_a_restored_backup_has_its_shape(home: Path, followup: Followup) -> None:
    name = followup("backup", "--json").json["backup"]
    followup("note", "Northwind", "later")
    assert fits("restore", followup("restore", name, "--json").out)


@pytest.mark.parametrize(
    ("line", "status"),
    [("due", 0), ("search qqqqqq", 1), ("show nobody", 1), ("due --nonsense", 2), ("", 2)],
)
def test_the_status_says_how_it_ended(
    home: Path, followup: Followup, line: str, status: int
) -> None:
    said = followup(*line.split(), "--json")
    assert said.status == status
    assert (said.out == "") == (status > 0 and "search" not in line)
