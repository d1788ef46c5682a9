"""What stands in a column: by its heading, by what the values say to it, and of what a table is."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.domain.client import Person
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.plan import Contact, Fate, ImportPlan, ImportProblem, What
from followup_tui.exchange.contacts import read_contacts


def read(folder: Path, *lines: str) -> ImportPlan:
    path = folder / "table"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return read_contacts(path)


def contact(plan: ImportPlan, row: int = 0) -> Contact:
    found = plan.rows[row].contact
    assert found is not None, plan.rows[row]
    return found


def person(plan: ImportPlan, row: int = 0) -> Person:
    found = contact(plan, row).person
    assert found is not None
    return found


def holds(plan: ImportPlan) -> dict[str, Field | None]:
    return {column.header: column.holds for column in plan.columns}


def test_a_title_beside_a_name_in_two_parts_is_no_project(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "First Name,Last Name,Title,Company Name,Email,Email Status,Email Confidence,Mobile Phone,"
        "Stage,Technologies,Website,Company Linkedin Url,Company City",
        "Jane,Li,IT Manager,Northwind,jane@northwind.example,Verified,0.98,'+1 206 555 0142,Cold,"
        "Azure,northwind.example,http://www.linkedin.com/company/northwind,Seattle",
    )
    assert plan.what is What.CONTACTS
    assert person(plan).role == "IT Manager"
    assert person(plan).emails == ("jane@northwind.example",)
    assert contact(plan).website == "https://northwind.example"
    assert contact(plan).about.splitlines() == [
        "Stage: Cold",
        "Company address: Seattle",
        "Web: http://www.linkedin.com/company/northwind",
    ]


def test_values_deny_what_one_word_of_a_heading_seems_to_say(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "Name,Email,Web design,Handy am Tag", "Jane Li,j@x.example,Yes,+1 206 555 0142"
    )
    assert holds(plan)["Web design"] is None
    assert holds(plan)["Handy am Tag"] is Field.PHONE


def test_an_address_that_stands_beside_everybody_is_of_nobody_here(tmp_path: Path) -> None:
    people = [f"ulla@us.example,P{at} Li,p{at}@x.example,ulla@us.example" for at in range(4)]
    plan = read(tmp_path, "User Email,Invitee Name,Invitee Email,Work E-mail", *people)
    assert [row.fate for row in plan.rows] == [Fate.NEW] * 4
    assert person(plan).emails == ("p0@x.example",)
    both = read(
        tmp_path, "Name,Email,Home Email", "A Li,a@x.example,", "B Li,b@x.example,b@y.example"
    )
    assert person(both, 1).emails == ("b@x.example", "b@y.example")


def test_a_name_that_stands_before_its_address_alone(tmp_path: Path) -> None:
    plan = read(tmp_path, "Email,Phone", '"""Jane Li"" <jane@x.example>",', "b@y.example,")
    assert person(plan) == Person(name="Jane Li", emails=("jane@x.example",))
    assert plan.rows[1].name == "b@y.example"


def test_headings_that_name_a_place_alone(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Name,Firma,Mobile,Büro,Privat,Home",
        "Jane Li,Contoso,+1 206 555 0142,+1 206 555 0143,jane@x.example,north",
    )
    assert person(plan).phones == ("+1 206 555 0142", "+1 206 555 0143")
    assert person(plan).emails == ("jane@x.example",)
    assert holds(plan)["Home"] is None


def test_a_header_that_is_not_known_below_lines_of_notes(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "Written by a tool on 2026-11-01", "", "Wer,Bei,Erreichbar unter,Kennziffer",
        '"Li, Jane",Northwind,jane@northwind.example,A1', '"Haddad, Omar",Tailspin,02 5550 0142,A2',
        '"Hart, Tom",Northwind,tom@northwind.example,A3',
    )  # fmt: skip
    assert [row.name for row in plan.rows] == [
        "Jane Li, Northwind", "Omar Haddad, Tailspin", "Tom Hart, Northwind",
    ]  # fmt: skip
    assert person(plan).emails == ("jane@northwind.example",)


def test_a_header_in_a_language_that_is_not_known(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Ime in priimek,Posta,Stevilka",
        "Jana Novak,jana@x.example,+386 1 555 01 42",
        "Tone Kos,tone@x.example,+386 1 555 01 43",
    )
    assert [row.line for row in plan.rows] == [2, 3]
    assert person(plan) == Person(
        name="Jana Novak", emails=("jana@x.example",), phones=("+386 1 555 01 42",)
    )
    assert "told by the values" in plan.notes[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("Date,Address of machine,Answer", "2026/08/18 17:16:55 UTC,203.0.113.139,Yes"),
        ("Order,Ordered,Amount,Remark", "101,2026-01-05,9.50,first", "102,2026-01-15,9.50,"),
        ("Port,Code,Latitude,Longitude", "Aalborg,AAL,57.09275891,9.84924316"),
        ("Id,Name,StageName,Amount,CloseDate,AccountId", "1,New portal,Won,9,2026-01-01,2"),
    ],
)
def test_a_table_of_something_else_is_no_table_of_contacts(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    with pytest.raises(ImportProblem, match="says who the contacts are"):
        read(tmp_path, *lines)


def test_days_and_degrees_are_nothing_to_call(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Phone,Other Phone", "Jane Li,2025-05-25,12/10/1982")
    assert person(plan).phones == ()
    assert "Phone as it was imported: 2025-05-25" in contact(plan).about


def test_how_somebody_else_is_reached_is_left_out(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "Name,Email,Phone,Emergency contact name,Emergency contact phone number,Guide #1 "
        "name,Guide #1 email,Store name,Store phone",
        "Jane Li,jane@x.example,,Sam Li,+61 2 5550 0199,Omar,omar@x.example,Elk,+61 2 5550 0142",
    )  # fmt: skip
    assert person(plan).emails == ("jane@x.example",)
    assert person(plan).phones == ("+61 2 5550 0142",)
    assert contact(plan).company == "Elk"


def test_a_way_to_reach_somebody_stands_in_either_column(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "Name,Email,Phone", "Jane Li,+61 2 5550 0142,jane@x.example",
        "Tom Hart,tom@x.example; t@x.example,ask Jane",
    )  # fmt: skip
    jane, tom = person(plan), person(plan, 1)
    assert (jane.emails, jane.phones) == (("jane@x.example",), ("+61 2 5550 0142",))
    assert (tom.emails, tom.phones) == (("tom@x.example", "t@x.example"), ())
    assert contact(plan, 1).about == "Phone as it was imported: ask Jane"


def test_which_address_a_part_is_of(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Name,Work Street,Work City,Home Street,Home City,address_line1,Other Country/Region,"
        "IP Address",
        "Jane Li,1 George St,Sydney,2 Side St,Manly,Level 3,Norway,203.0.113.7",
    )
    assert contact(plan).about.splitlines() == [
        "Address: 1 George St, Sydney, Level 3",
        "Home address: 2 Side St, Manly",
        "Other address: Norway",
    ]


def test_labels_say_what_is_kept_and_which_address_it_is(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "First Name,Last Name,File As,Labels,Address 1 - Label,Address 1 - Formatted,"
        "Address 2 - Label,Address 2 - Formatted,Relation 1 - Label,Relation 1 - Value,"
        "Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value",
        "Jane,Li,,,Work,1 George St,Home,2 Side St,Spouse,Sam Li,* Anniversary,2010-06-05,,tea",
    )
    assert contact(plan).about.splitlines() == [
        "Spouse: Sam Li", "Anniversary: 2010-06-05", "Custom Field: tea",
        "Address: 1 George St", "Address: 2 Side St",
    ]  # fmt: skip


def test_rows_that_are_of_companies(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        '"id","display_name","is_company","parent_id/name","phone","email","street2","comment"',
        '"1","Contoso","True","","+1 206 555 0142","","Hall 4",""',
        '"2","Contoso, Jane Li","False","Contoso","","jane@x.example","","<p>likes<br>tea</p>"',
    )
    assert contact(plan).company == "Contoso"
    assert (person(plan, 1).name, contact(plan, 1).company) == ("Jane Li", "Contoso")
    assert contact(plan, 1).about == "likes\ntea"
    assert plan.rows[1].fate is Fate.MERGE
    accounts = read(tmp_path, "Id,Name,Phone,BillingCity", "1,Contoso,+1 206 555 0142,Oslo")
    assert contact(accounts).company == "Contoso"


def test_deals_are_projects_of_their_companies(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company",
        "1,Keeping costs down,Closed won,2024-03-01 10:00,10,Northwind",
        "2,New portal,Closed lost,2024-04-01 10:00,10,Tailspin",
    )
    assert plan.what is What.PROJECTS
    assert [getattr(row.content, "success", None) for row in plan.rows] == [True, False]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Fornavn;Efternavn;Firma;E-post;Mobiltlf", "Jane;Li;Contoso;j@x.example;+45 55 55 01 42"),
        ("Imię;Nazwisko;Firma;E-mail;Numer telefonu",
         "Jane;Li;Contoso;j@x.example;+45 55 55 01 42"),
        ("Jméno,Příjmení,Společnost,E-mail,Telefon", "Jane,Li,Contoso,j@x.example,+45 55 55 01 42"),
        ("Primeiro Nome;Sobrenome;Empresa;Endereço de Email;Celular",
         "Jane;Li;Contoso;j@x.example;+45 55 55 01 42"),
        ("Guest First Name,Guest Last Name,Guest Company,Guest Email,Guest Phone",
         "Jane,Li,Contoso,j@x.example,+45 55 55 01 42"),
        ("First,Middle,Last,Company,Email,Home", "Jane,,Li,Contoso,j@x.example,+45 55 55 01 42"),
        ("name1,company1,email1,phone1", "Jane Li,Contoso,j@x.example,+45 55 55 01 42"),
        ("First Name,Last Name,What company do you work for?,Email,Cell",
         "Jane,Li,Contoso,j@x.example,+45 55 55 01 42"),
    ],
)  # fmt: skip
def test_more_words_for_the_same(tmp_path: Path, header: str, row: str) -> None:
    plan = read(tmp_path, header, row)
    assert contact(plan).company == "Contoso"
    assert person(plan) == Person(
        name="Jane Li", emails=("j@x.example",), phones=("+45 55 55 01 42",)
    )
