"""Rows that hold no name: whoever can be reached comes in, called by the way to reach them."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.importing.plan import Contact, Fate, ImportPlan, What
from followup_tui.exchange.contacts import read_contacts


def read(folder: Path, text: str, kind: str | None = None) -> ImportPlan:
    path = folder / "people"
    path.write_text(text, encoding="utf-8")
    return read_contacts(path, kind=kind)


def contact(plan: ImportPlan, row: int = 0) -> Contact:
    found = plan.rows[row].contact
    assert found is not None, plan.rows[row]
    return found


@pytest.mark.parametrize(
    ("row", "name", "reason"),
    [
        (",jane.li@fabrikam.example,", "Jane Li", "called by its e-mail address"),
        (",JANE_LI2@fabrikam.example,", "Jane Li", "called by its e-mail address"),
        (",jli@fabrikam.example,", "jli@fabrikam.example", "called by its e-mail address"),
        (",info@fabrikam.example,", "info@fabrikam.example", "called by its e-mail address"),
        (",sales.team@fabrikam.example,", "sales.team@fabrikam.example", "its e-mail address"),
        (",,+61 2 5550 0142", "+61 2 5550 0142", "called by its phone number"),
        ("jane.li@fabrikam.example,,", "Jane Li", "called by its e-mail address"),
        (",Jane Li <jl@fabrikam.example>,", "Jane Li", "a new client"),
    ],
)
def test_who_can_be_reached_comes_in(tmp_path: Path, row: str, name: str, reason: str) -> None:
    plan = read(tmp_path, f"Name,Email,Phone\nOmar Haddad,omar@tailspin.example,\n{row}\n")
    person = contact(plan, 1).person
    assert person is not None
    assert (person.name, plan.rows[1].fate) == (name, Fate.NEW)
    assert reason in plan.rows[1].reason
    assert person.emails or person.phones


@pytest.mark.parametrize(
    "email", ["no-reply@shop.example", "noreply@x.example", "DoNotReply@x.example",
              "mailer-daemon@x.example"]
)  # fmt: skip
def test_nobody_is_reached_where_nobody_reads(tmp_path: Path, email: str) -> None:
    (row,) = read(tmp_path, f"Name,Email\n,{email}\n").rows
    assert row.fate is Fate.SKIP
    assert row.reason == "nobody reads what is written to it"


def test_a_row_without_any_way_is_left_out(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "Name,Email,Notes\n,,met in May\n").rows
    assert (row.fate, row.reason) == (
        Fate.SKIP, "no name, company, e-mail address or phone number stands in it",
    )  # fmt: skip


def test_cards_without_a_name(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:\nEMAIL:jane.li@fabrikam.example\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:omar@tailspin.example\nEMAIL:omar@tailspin.example\n"
        "END:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\nTEL;CELL:+61 2 5550 0142\nEND:VCARD\n",
    )
    assert [contact(plan, at).client_name for at in range(3)] == [
        "Jane Li", "omar@tailspin.example", "+61 2 5550 0142",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Email\njane.li@fabrikam.example\nomar@tailspin.example\n",
     "jane.li@fabrikam.example\nomar@tailspin.example\n",
     "Email,Opted in\njane.li@fabrikam.example,yes\nomar@tailspin.example,no\n"],
)  # fmt: skip
def test_a_list_of_addresses_alone(tmp_path: Path, text: str) -> None:
    plan = read(tmp_path, text)
    assert [contact(plan, at).client_name for at in range(2)] == [
        "Jane Li", "omar@tailspin.example",
    ]  # fmt: skip


def test_conversations_with_an_address_alone(tmp_path: Path) -> None:
    text = (
        "Date,Type,Email,Notes\n2026-05-03,Call,jane.li@fabrikam.example,Likes the reports\n"
        "2026-05-04,Meeting,omar@tailspin.example,Lunch\n"
    )
    plan = read(tmp_path, text)
    assert plan.what is What.INTERACTIONS
    assert [row.fate for row in plan.rows] == [Fate.NEW, Fate.NEW]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Li, Jane", "Jane Li"), ("van der Berg, Jan", "Jan van der Berg"),
        ("O'Hara, Tom", "Tom O'Hara"), ("Müller-Lüdenscheidt, Karl Heinz",
                                        "Karl Heinz Müller-Lüdenscheidt"),
        ("Okafor, Dr. Ada", "Dr. Ada Okafor"), ("Li, Jane M.", "Jane M. Li"),
        ("LI, Jane", "Jane LI"),
        # what stands after a comma is no given name
        ("Smith, Jones and Co", "Smith, Jones and Co"), ("Fabrikam, Inc.", "Fabrikam, Inc."),
        ("Smith, Jones & Partner", "Smith, Jones & Partner"), ("Ann Fox, PhD", "Ann Fox, PhD"),
        ("Fox, GmbH", "Fox, GmbH"), ("Tom Ray, Jr.", "Tom Ray, Jr."),
        ("Ann Fox, CPA", "Ann Fox, CPA"),
        ("Fox, Elk, Dow", "Fox, Elk, Dow"), ("Fox Law Group, Berlin", "Fox Law Group, Berlin"),
        ("Ann, 3rd floor", "Ann, 3rd floor"), ("Ann Fox, Sales Manager", "Ann Fox, Sales Manager"),
        ("Ann Fox, MBA, PMP", "Ann Fox, MBA, PMP"),
    ],
)  # fmt: skip
def test_the_family_name_first(tmp_path: Path, written: str, name: str) -> None:
    plan = read(tmp_path, f'Name,Email\n"{written}",someone@fabrikam.example\n')
    person = contact(plan).person
    assert person is not None
    assert person.name == name


def test_where_all_are_written_so_two_words_are_a_family_name(tmp_path: Path) -> None:
    names = ("García Márquez, Gabriel", "Li, Jane", "Haddad, Omar", "Fox, Ann")
    plan = read(tmp_path, "Name\n" + "".join(f'"{name}"\n' for name in names))
    assert contact(plan).client_name == "Gabriel García Márquez"


def test_names_with_signs_are_told_by_their_values(tmp_path: Path) -> None:
    text = "O'Hara Tom-Karl,tom@x.example\nAnne-Marie O'Neil,am@x.example\n"
    assert contact(read(tmp_path, text), 1).client_name == "Anne-Marie O'Neil"


def test_a_company_is_never_turned(tmp_path: Path) -> None:
    plan = read(tmp_path, 'Company,Email\n"Smith, Jones",a@smith.example\n')
    assert contact(plan).company == "Smith, Jones"
