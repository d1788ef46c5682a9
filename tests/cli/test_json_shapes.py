"""What `--json` prints has the shapes of docs/cli.schema.json: each key is there, and no other."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import msgspec
import pytest

from followup_tui.commands.arguments import parser
from followup_tui.commands.completing import candidates
from followup_tui.commands.json_shapes.answers import ANSWERS, command_of, schema_text
from followup_tui.desk import open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.encounter import Fitting
from followup_tui.domain.record import new_id, utc
from tests.builders import NOW, a_client, an_encounter
from tests.cli.conftest import NOW_TEXT, Followup
from tests.course_story import course_story

DOCS = Path(__file__).parents[2] / "docs"
NO_JSON = {"completion", "help"}

LINES = (
    ("due", "due"), ("due --all", "due --all"), ("show", "show Quill"),
    ("show", "show Northwind --all"), ("prep", "prep Quill"), ("note", "note Northwind hello"),
    ("promise", "promise Quill send_it_by_fri"), ("next", "next Quill coffee in 2 weeks"),
    ("met", "met Zed --at fair"), ("edit", "edit Quill --about ledgers"),
    ("snooze", "snooze Quill fri"), ("thank", "thank Northwind"), ("quiet", "quiet Quill fri mon"),
    ("log", "log Quill --outcome no-answer"),
    ("log", "log Quill --outcome reached --note !_they_send_it"),
    ("mend CLIENT", "mend Northwind"), ("mend", "mend Northwind --add x"),
    ("add", "add Newco --person Zoe"), ("offer", "offer Northwind"),
    ("letter", "letter Northwind"), ("letter --list", "letter Northwind --list"),
    ("merge", "merge Northwind Quill --dry-run"), ("page", "page {tmp}/page.html"),
    ("search", "search northwind"), ("search", "search qqqqqq"),
    ("import", "import {tmp}/people.csv --dry-run"), ("import", "import {tmp}/people.csv"),
    ("export", "export csv {tmp}/tables"), ("doctor", "doctor"),
    ("doctor --repair", "doctor --repair"), ("restore", "restore"), ("backup", "backup"),
    ("history", "history"), ("history", "history Northwind"),
    ("history --details", "history --details"), ("undo", "undo"),
    ("forget", "forget Quill --yes"), ("settings", "settings"),
    ("settings", "settings me.name Ulla"),
)  # fmt: skip
"""A form, and a line that asks so on the desk of two clients, each run by itself."""
PROJECTS = (
    ("project list", "project list Northwind"),
    ("project add", "project add Northwind Ledger --with Go"),
    ("project edit", "project edit Northwind Ledger --about books"),
    ("project end", "project end Northwind Ledger --booking proposed"),
    ("project step", "project step Northwind review asked --project Ledger"),
    ("project booking", "project booking Northwind 1_Feb"),
)
LIBRARY = (
    ("library add", "library add A_talk --kind talk"),
    ("library edit", "library edit A_talk --about words"),
    ("offer CLIENT WHAT", "offer Northwind A_talk"),
    ("library retire", "library retire A_talk"),
    ("library bring-back", "library bring-back A_talk"),
    ("library", "library"),
    ("library list", "library list --all"),
    ("library refresh", "library refresh"),
)
COURSES = (
    ("course", "course"),
    ("course list", "course list"),
    ("course add", "course add Knots --last 16_Nov --coffees 2 --host Zoe"),
    ("course import", "course import Knots {tmp}/people.csv --dry-run"),
    ("course import", "course import Knots {tmp}/people.csv"),
    ("course attendee", "course attendee Knots Ann --email ann@ann.example"),
    ("course attendee", "course attendee Knots Jane_Li --company Northwind_Traders"),
    ("course attend", "course attend Knots Ann --as attended"),
    ("course correct", "course correct Knots Ann --company Ann_Ltd"),
    ("course link", "course link Knots Ann --to Northwind"),
    ("course unlink", "course unlink Knots Ann"),
    ("course take-off", "course take-off Knots Ann"),
    ("course edit", "course edit Knots --topic rope"),
    ("course announce", "course announce Knots"),
    ("course draw --dry-run", "course draw Knots --dry-run"),
    ("course draw", "course draw Knots --seed 1 --number 1"),
    ("course draw --repeat", "course draw Knots --repeat"),
    ("course invite", "course invite Knots {drawn}"),
    ("course settle", "course settle Knots {drawn} --as had"),
    ("course reopen", "course reopen Knots {drawn}"),
    ("course replace", "course replace Knots {drawn}"),
    ("course show", "course show Knots"),
    ("course review", "course review Knots"),
    ("course review", "course review Azure_in_two_days"),
    ("course review --markdown", "course review Knots --markdown"),
    ("course add", "course add Bends --last 1_Dec"),
    ("course remove", "course remove Bends"),
)
STORIES = (PROJECTS, LIBRARY, COURSES)
"""Forms and lines that are run one after the other on one desk."""
ELSEWHERE = {"restore BACKUP", "import DESK.json"}
"""Forms that have a test of their own."""


def fits(form: str, text: str) -> None:
    """Raise what speaks against a text being JSON of the shape of a form."""
    try:
        msgspec.json.decode(text, type=ANSWERS[form])
    except msgspec.ValidationError as problem:
        raise AssertionError(f"{form}: {problem}") from problem


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a table of people and a page."""
    (tmp_path / "people.csv").write_text("Name,Company,Email\nZoe,Zoe Ltd,zoe@zoe.example\n;;\n")
    (tmp_path / "page.html").write_text("<title>Zoe Ltd</title><h1>We land zeppelins</h1>")
    return tmp_path


def words_of(line: str, **known: str) -> list[str]:
    return [word.replace("_", " ").format(**known) for word in line.split()]


# The table of forms


def test_every_command_and_every_action_has_a_shape() -> None:
    commands = {each.word for each in candidates(parser(), [], "", names=lambda _: ())}
    assert commands - NO_JSON == {command_of(form) for form in ANSWERS}
    for command in commands:
        for action in _actions(command):
            assert f"{command} {action}" in ANSWERS


def _actions(command: str) -> list[str]:
    """Return the actions of a command that has some."""
    top = parser()
    commands = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    of_command = commands.choices[command]
    return [
        str(choice)
        for action in of_command._actions
        if action.dest == "action" and action.choices is not None
        for choice in action.choices
    ]


def test_every_form_is_asked_for_in_these_tests() -> None:
    asked = {form for form, _ in (*LINES, *(line for story in STORIES for line in story))}
    assert asked | ELSEWHERE == set(ANSWERS)


# The docs


def test_the_schema_of_the_docs_is_that_of_the_shapes() -> None:
    written = (DOCS / "cli.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run docs/make_schema.py"
    schema = json.loads(written)
    assert set(schema["forms"]) == set(ANSWERS)
    assert set(schema["commands"]) == {command_of(form) for form in ANSWERS}


def test_every_command_and_every_key_is_told_of_in_the_docs() -> None:
    told = (DOCS / "cli.md").read_text(encoding="utf-8")
    for command in {command_of(form) for form in ANSWERS}:
        assert f"followup {command} " in told or f"`followup {command}`" in told, command
    _, _, of_json = told.partition("## The keys of `--json`")
    keys = set(re.findall(r"`([a-z_]+)`", of_json))
    for name, shape in json.loads(schema_text())["$defs"].items():
        assert set(shape["properties"]) <= keys, name


# The answers


@pytest.mark.parametrize(("form", "line"), LINES, ids=[line for _, line in LINES])
def test_an_answer_has_the_shape_of_its_form(
    home: Path, followup: Followup, files: Path, form: str, line: str
) -> None:
    said = followup(*words_of(line, tmp=str(files)), "--json")
    assert said.err == ""
    fits(form, said.out)


@pytest.mark.parametrize("story", STORIES, ids=["projects", "library", "courses"])
def test_the_answers_of_a_story_have_their_shapes(
    home: Path, followup: Followup, files: Path, story: tuple[tuple[str, str], ...]
) -> None:
    known = {"tmp": str(files)}
    if story is COURSES:
        open_desk(home, now=lambda: NOW).records.commit(Change(by="test", put=course_story()))
    (home / "settings.toml").write_text(
        '[sources]\nown_events = ["https://ours.example/"]\n[web]\nnever = ["ours.example"]\n'
    )
    for form, line in story:
        said = followup(*words_of(line, **known), "--json")
        assert said.err == "", line
        fits(form, said.out)
        if form == "course draw":
            known["drawn"] = said.json["picks"][0]["name"]


def test_what_fits_somebody_who_was_met_has_its_shape(home: Path, followup: Followup) -> None:
    client = a_client("Zed Ltd")
    fitting = Fitting(value_add_id=new_id(NOW), title="A talk", because="knots", at=utc(NOW))
    met = an_encounter(client, fitting=fitting, proposed=(utc(NOW),))
    open_desk(home, now=lambda: NOW).records.commit(Change(by="test", put=(client, met)))
    said = followup("show", "Zed", "--json")
    assert said.json["encounters"][0]["fitting"]["title"] == "A talk"
    fits("show", said.out)


def test_the_answers_of_a_full_desk(
    followup: Followup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", NOW_TEXT)
    everything = tmp_path / "desk.json"
    for form, *words in (
        ("due --all", "due", "--all"),
        ("show", "show", "Northwind"),
        ("show", "show", "Wide World"),
        ("prep", "prep", "Northwind"),
        ("course show", "course", "show", "last"),
        ("library", "library", "--all"),
        ("offer CLIENT WHAT", "offer", "Northwind", "Keeping costs down in"),
        ("search", "search", "azrue"),
        ("history --details", "history", "--details"),
        ("export", "export", "json", str(everything)),
        ("import DESK.json", "import", str(everything)),
    ):
        said = followup("--home", str(tmp_path / "demo"), "--demo", *words, "--json")
        assert (said.status, said.err) == (0, ""), words
        fits(form, said.out)


def test_a_restored_backup_has_its_shape(home: Path, followup: Followup) -> None:
    name = followup("backup", "--json").json["backup"]
    followup("note", "Northwind", "later")
    fits("restore BACKUP", followup("restore", name, "--json").out)


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
