"""`followup export` and the way back: what is written, what is asked, and what comes again."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from followup_tui import cli
from followup_tui.desk import open_desk
from followup_tui.domain.kinds import KINDS
from tests.cli.conftest import Followup


def everything(home: Path) -> dict[str, object]:
    records = open_desk(home).records
    return {kind.table: records.all(kind) for kind in KINDS}


def test_everything_leaves_and_comes_back(home: Path, followup: Followup, tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    said = followup("export", "json", str(path))
    assert (said.status, said.err) == (0, "")
    assert said.out == f"6 records: {path}\n"
    other = tmp_path / "other"
    dry = followup("import", str(path), "--home", str(other), "--dry-run")
    assert "6 records: 6 new. Nothing was changed" in dry.out
    assert "+ clients 1: " in dry.out
    back = followup("import", str(path), "--home", str(other))
    assert back.out == "6 records: 6 new. `followup undo` takes it back.\n"
    assert everything(other) == everything(home)
    again = followup("import", str(path), "--home", str(other), "--json").json
    assert (again["kind"], again["records_written"], again["same"]) == ("desk", 0, 6)
    followup("undo", "--home", str(other))
    assert not any(everything(other).values())


def test_what_differs_is_told_and_stays(home: Path, followup: Followup, tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    followup("export", "json", str(path))
    followup("promise", "--kept", open_desk(home).records.all(KINDS[9])[0].id)
    said = followup("import", str(path))
    assert said.status == 0
    assert "~ promises 1: the pricing link: differs from the one on this desk" in said.out
    assert "--replace takes the file's" in said.out
    assert "followup undo" in followup("import", str(path), "--replace").out


def test_a_file_that_stands_there_is_replaced_only_with_force(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    path = tmp_path / "people.vcf"
    path.write_text("mine")
    said = followup("export", "vcard", str(path))
    assert said.status == 1
    assert said.err == (
        f"followup: {path} stands there already: --force replaces, --keep leaves what is there\n"
    )
    assert path.read_text() == "mine"
    kept = followup("export", "vcard", str(path), "--keep", "--json").json
    assert (kept["written"], kept["kept"]) == ([], [str(path)])
    assert followup("export", "vcard", str(path), "--force").status == 0
    assert path.read_text().startswith("BEGIN:VCARD")


def test_it_goes_to_the_standard_output(
    home: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["export", "json", "-"]) == 0
    out, _ = capfdbinary.readouterr()
    assert json.loads(out)["followup"]["format"] == 1
    assert cli.main(["export", "markdown", "-", "Northwind"]) == 0
    out, _ = capfdbinary.readouterr()
    assert b"# Northwind Traders" in out


def test_wrong_usage_is_a_sentence(home: Path, followup: Followup, tmp_path: Path) -> None:
    assert followup("export", "pdf", "x").status == 2
    assert followup("export", "json", "-", "--json").status == 2
    said = followup("export", "html", str(tmp_path), "Northwind")
    assert said.status == 1
    assert "is a folder: name a file in it" in said.err
    assert followup("export", "json", str(tmp_path / "x.json"), "nobody").status == 1
    (tmp_path / "file").touch()
    said = followup("export", "csv", str(tmp_path / "file"))
    assert (said.status, "file is no folder: choose another name." in said.err) == (1, True)


def test_a_folder_of_what_left_is_the_users_alone(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    assert followup("export", "markdown", str(tmp_path / "out" / "all")).status == 0
    assert stat.S_IMODE((tmp_path / "out" / "all").stat().st_mode) == 0o700


def test_a_brief_and_a_calendar(home: Path, followup: Followup, tmp_path: Path) -> None:
    brief = followup("export", "html", str(tmp_path / "day.html"), "--json").json
    assert brief["what"] == "1 client"
    calendar = followup("export", "ical", str(tmp_path / "due.ics"))
    assert calendar.status == 0
    assert followup("export", "ical", str(tmp_path / "due.ics")).status == 0  # made anew, unasked


@pytest.mark.parametrize(
    ("called", "begins"),
    [("vcf", "BEGIN:VCARD"), ("ics", "BEGIN:VCALENDAR"), ("brief", "<!doctype html>"),
     ("md", "---\nfollowup:"), ("CSV", "\ufeffName,")],
)  # fmt: skip
def test_kinds_have_other_names(home: Path, followup: Followup, called: str, begins: str) -> None:
    said = followup("export", called, "-", *(["Northwind"] if called == "md" else []))
    assert said.out.startswith(begins)
