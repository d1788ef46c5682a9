"""Tables as they come from hands and from programs: what is odd in them, and is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.client import Person
from followup_tui.domain.importing.plan import Fate, ImportPlan
from followup_tui.exchange.contacts import read_contacts
from followup_tui.exchange.tables.records import unwrapped


def read(folder: Path, text: str) -> ImportPlan:
    path = folder / "table"
    path.write_bytes(text.encode())
    return read_contacts(path)


def people(plan: ImportPlan) -> list[Person]:
    return [row.contact.person for row in plan.rows if row.contact and row.contact.person]


def test_a_header_that_comes_again(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Email\nJane Li,j@x.example\nName,E-mail\nTom Hart,t@x.example\n")
    assert [row.fate for row in plan.rows] == [Fate.NEW, Fate.SKIP, Fate.NEW]
    assert plan.rows[1].reason == "it repeats the header"


@pytest.mark.parametrize(
    "foot", ["Total: 1 contact", "Exported on 2026-11-01", "Page 1 of 1", "Summe: 12",
             "Confidential report"]
)  # fmt: skip
def test_what_stands_below_a_table(tmp_path: Path, foot: str) -> None:
    plan = read(tmp_path, f"Name,Email\nJane Li,j@x.example\n\n{foot},\n")
    assert plan.rows[1].fate is Fate.SKIP
    assert plan.rows[1].reason == "it says something of the table, and nobody"


@pytest.mark.parametrize("name", ["Sum Li", "Count Basie", "Page", "Total Recall Ltd"])
def test_a_name_is_no_foot(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"Name,Email\nJane Li,j@x.example\n{name},\n").rows[1].fate is Fate.NEW


def test_a_table_that_was_written_as_text(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        '"Name,Email,Company"\n"Jane Li,j@x.example,Northwind"\n'
        '"Tom Hart,t@x.example,""Tailspin, Inc"""\n',
    )
    assert [(row.line, row.name) for row in plan.rows] == [
        (2, "Jane Li, Northwind"), (3, "Tom Hart, Tailspin, Inc"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [['"Name"\n', '"Jane Li"\n'], ['"a","b"\n', '"c","d"\n'], ['"a,b"\n', "c,d\n"], [],
     ['"Li, Jane"\n']],
)  # fmt: skip
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert unwrapped(lines, ",") is lines


def test_blanks_before_quotes(tmp_path: Path) -> None:
    plan = read(tmp_path, 'Name, Email, Company\n"Li, Jane", j@x.example, "Northwind, Ltd"\n')
    assert plan.rows[0].name == "Jane Li, Northwind, Ltd"


def test_what_spreadsheets_make_of_numbers(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Phone\nJane Li,61255500142.0\nTom Hart,'0255500142\n")
    assert [person.phones for person in people(plan)] == [("61255500142",), ("0255500142",)]


def test_quotes_around_a_name(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Email\n'Jane Li',j@x.example\nTom O'Hara',t@x.example\n")
    assert [person.name for person in people(plan)] == ["Jane Li", "Tom O'Hara'"]


def test_a_second_name_that_is_another_is_kept(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "First,Last,Email,Name,City\nJane,Li,j@x.example,Northwind,Perth\n"
        "Tom,Hart,t@x.example,Hart Tom,\n二狗,王,w@x.example,王二狗,\n",
    )
    contacts = [row.contact for row in plan.rows]
    assert [contact.about for contact in contacts if contact] == [
        "Name: Northwind\nAddress: Perth", "", "",
    ]  # fmt: skip


def test_names_among_several_addresses(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "Name,Emails\nJane Li,\"j@x.example, Jane <jl@x.example>; 'J L' <l@x.example>\"\n"
    )
    (jane,) = people(plan)
    assert jane.emails == ("j@x.example", "jl@x.example", "l@x.example")
    contact = plan.rows[0].contact
    assert contact is not None
    assert contact.about == ""


def test_one_column_of_names(tmp_path: Path) -> None:
    assert [person.name for person in people(read(tmp_path, "Names\nJane Li\nTom Hart\n"))] == [
        "Jane Li", "Tom Hart",
    ]  # fmt: skip


def test_a_line_longer_than_a_cell_may_be_is_left_as_it_is() -> None:
    for lines in (["x" * 200_000 + "\n"], ['"' + "x" * 200_000 + '"\n']):
        assert unwrapped(lines, ",") is lines
