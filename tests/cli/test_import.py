"""`followup import`: what becomes of each row, and one change that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client, OriginKind
from tests.cli.conftest import Followup

CONTACTS = """Name;Company;E-mail;Phone
Jane Li;Northwind Traders;;
Omar Haddad;Tailspin;omar@tailspin.example;+61 2 5550 0142
Tom Hart;Northwind Traders;tom@northwind.example;
;;no-reply@nowhere.example;
"""
SUM = "4 rows: 1 new client, 1 more person at a client, 2 left out."
KEYS = {
    "file", "kind", "what", "program", "dry_run", "clients_added", "others_added", "new", "merge",
    "skip", "first_calls", "notes", "columns", "rows",
}  # fmt: skip
ROW = {
    "file", "line", "lines", "name", "fate", "reason", "unsure", "client_id", "with_line", "person",
}  # fmt: skip


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def clients(home: Path) -> dict[str, Client]:
    return {client.name: client for client in open_desk(home).records.all(Client)}


def test_a_dry_run_tells_every_row_and_changes_nothing(
    home: Path, followup: Followup, contacts: Path
) -> None:
    before = clients(home)
    said = followup("import", str(contacts), "--dry-run")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        "- line 2: Jane Li, Northwind Traders: already there: Northwind Traders (the same name)",
        "+ line 3: Omar Haddad, Tailspin: a new client",
        "~ line 4: Tom Hart, Northwind Traders: one more person at Northwind Traders on your desk",
        "- line 5: no-reply@nowhere.example: nobody reads what is written to it",
        f"{SUM} Nothing was changed: without --dry-run they are imported.",
    ]
    assert clients(home) == before


def test_an_import_is_one_change_and_taken_back_whole(
    home: Path, followup: Followup, contacts: Path
) -> None:
    before = clients(home)
    said = followup("import", str(contacts))
    assert said.status == 0
    assert said.out.endswith("2 left out. `followup undo` takes it back.\n")
    after = clients(home)
    assert [person.name for person in after["Northwind Traders"].people] == ["Jane Li", "Tom Hart"]
    assert after["Tailspin"].origin.kind is OriginKind.IMPORT
    assert after["Tailspin"].origin.detail == "contacts.csv"
    assert "import contacts.csv: 1 client, 1 more person" in followup("history").out
    assert "imported today, not spoken to yet" in followup("due", "--all").out
    assert followup("undo").status == 0
    assert clients(home) == before


def test_importing_again_adds_nothing(home: Path, followup: Followup, contacts: Path) -> None:
    followup("import", str(contacts))
    before = clients(home)
    said = followup("import", str(contacts))
    assert said.status == 0
    assert said.out.endswith("4 left out. There was nothing to import.\n")
    assert clients(home) == before


def test_as_json_it_has_its_keys(home: Path, followup: Followup, contacts: Path) -> None:
    value = followup("import", str(contacts), "--json").json
    assert set(value) == KEYS
    assert all(set(row) == ROW for row in value["rows"])
    assert (value["kind"], value["dry_run"], value["clients_added"]) == ("csv", False, 1)
    assert (value["new"], value["merge"], value["skip"]) == (1, 1, 2)
    assert [row["fate"] for row in value["rows"]] == ["skip", "new", "merge", "skip"]
    assert value["rows"][0]["client_id"] == clients(home)["Northwind Traders"].id


def test_a_word_on_one_row_is_followed(home: Path, followup: Followup, contacts: Path) -> None:
    rows = followup("import", str(contacts), "--dry-run", "--json").json["rows"]
    new, merge = (next(row for row in rows if row["fate"] == fate) for fate in ("new", "merge"))
    decided = ("--row", f"{new['line']}=skip", "--row", f"{merge['line']}=new")
    said = followup("import", str(contacts), *decided, "--json").json
    fates = {row["line"]: row["fate"] for row in said["rows"]}
    assert (fates[new["line"]], fates[merge["line"]]) == ("skip", "new")
    assert (said["new"], said["merge"]) == (1, 0)


def test_a_row_goes_to_the_client_who_is_named(
    home: Path, followup: Followup, contacts: Path
) -> None:
    rows = followup("import", str(contacts), "--dry-run", "--json").json["rows"]
    line = next(row["line"] for row in rows if row["fate"] == "new")
    said = followup("import", str(contacts), "--row", f"{line}=merge:quill", "--json").json
    quill = clients(home)["Quill & Ledger"]
    assert quill.id in [row["client_id"] for row in said["rows"] if row["line"] == line]
    assert quill.people


@pytest.mark.parametrize(
    "words", ["x", "2", "2=new:Quill", "2=maybe", "x=new", "999=new", "other.vcf:2=new"]
)
def test_a_word_that_says_nothing_is_refused(
    home: Path, followup: Followup, contacts: Path, words: str
) -> None:
    said = followup("import", str(contacts), "--row", words)
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "--row" in said.err


def test_the_kind_can_be_said(home: Path, followup: Followup, tmp_path: Path) -> None:
    path = tmp_path / "cards"
    path.write_text("notes first\n" * 2000 + "BEGIN:VCARD\nFN:Ann Fox\nEND:VCARD\n")
    assert followup("import", str(path)).status == 1
    assert followup("import", str(path), "--as", "vcard").status == 0
    assert "Ann Fox" in clients(home)


@pytest.mark.parametrize(
    ("argv", "status", "words"),
    [
        (("import", "nothing.csv"), 1, "There is no file nothing.csv"),
        (("import", "."), 1, "is a folder"),
        (("import", ""), 1, "Name the file"),
        (("import", "x.csv", "--as", "cobol"), 2, "cobol"),
        (("import",), 2, "FILE"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    home: Path, followup: Followup, argv: tuple[str, ...], status: int, words: str
) -> None:
    said = followup(*argv)
    assert (said.status, said.out) == (status, "")
    assert words in said.err
    assert said.err.count("\n") == 1
