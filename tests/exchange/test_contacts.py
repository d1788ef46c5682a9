"""Reading contacts: every dress of CSV and vCard, and no row of a file that goes missing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    FileKind,
    ImportPlan,
    ImportProblem,
    PlannedRow,
)
from followup_tui.exchange.cards.reading import read_cards
from followup_tui.exchange.contacts import read_contacts
from followup_tui.exchange.tables.reading import read_table

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing.
You will only see those of connections who allow it."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jane,Li,https://www.linkedin.com/in/janeli,,Northwind Traders,IT Manager,12 Mar 2024
Tom,"O""Hara, Jr",https://www.linkedin.com/in/tom,tom@tailspin.example,Tailspin,CTO,02 Jan 2023
"""
GOOGLE = """First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value
Omar,B.,Haddad,Tailspin,Head,"line 1
line 2",Friends ::: * myContacts,* Work,omar@tailspin.example ::: o@x.example,Mobile,\
+1 206 555 0142 ::: +1 206 555 0143,tailspin.example
"""
OLD_GOOGLE = """Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title
Omar Haddad,Omar,Haddad,* myContacts,*,omar@tailspin.example,Mobile,+1 206 555 0142,,Tailspin,Head
"""
OUTLOOK = """"Title","First Name","Last Name","Company","Job Title","Business Fax",\
"Business Phone","Mobile Phone","E-mail Address","E-mail Display Name","Web Page"
"Mr.","Omar","Haddad","Tailspin","Head","+1 206 555 0199","+1 206 555 0142","+1 206 555 0143",\
"omar@tailspin.example","Omar (omar@tailspin.example)","http://tailspin.example"
"""


def read(folder: Path, content: str | bytes, name: str = "file") -> ImportPlan:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_contacts(path)


def contact(plan: ImportPlan, row: int = 0) -> Contact:
    found = plan.rows[row].contact
    assert found is not None, plan.rows[row]
    return found


# The programs


def test_linkedin_with_its_notes_before_the_header(tmp_path: Path) -> None:
    plan = read(tmp_path, LINKEDIN)
    jane, tom = contact(plan, 0), contact(plan, 1)
    assert jane.person is not None
    assert (jane.person.name, jane.person.role, jane.company) == (
        "Jane Li", "IT Manager", "Northwind Traders",
    )  # fmt: skip
    assert jane.website == "", "a profile is not the website of the company"
    assert jane.about.splitlines() == [
        "Connected On: 12 Mar 2024",
        "Web: https://www.linkedin.com/in/janeli",
    ]
    assert tom.person is not None
    assert (tom.person.name, tom.person.emails) == ('Tom O"Hara, Jr', ("tom@tailspin.example",))
    assert plan.notes == ("3 lines before the header stand for no contact.",)
    assert plan.program_name == "LinkedIn"
    assert [row.line for row in plan.rows] == [6, 7]


@pytest.mark.parametrize("text", [GOOGLE, OLD_GOOGLE, OUTLOOK])
def test_address_books(tmp_path: Path, text: str) -> None:
    (row,) = read(tmp_path, text).rows
    assert row.contact is not None
    person = row.contact.person
    assert person is not None
    assert person.name.replace("B. ", "") == "Omar Haddad"
    assert (person.role, row.contact.company) == ("Head", "Tailspin")
    assert person.emails[0] == "omar@tailspin.example"
    assert person.phones[0] == "+1 206 555 0142"
    assert "+1 206 555 0199" not in person.phones


def test_several_values_in_a_cell_and_a_note_of_two_lines(tmp_path: Path) -> None:
    plan = read(tmp_path, GOOGLE)
    omar = contact(plan)
    assert omar.person is not None
    assert omar.person.emails == ("omar@tailspin.example", "o@x.example")
    assert omar.person.phones == ("+1 206 555 0142", "+1 206 555 0143")
    assert (omar.tags, omar.about) == (("Friends",), "line 1\nline 2")
    assert plan.rows[0].lines == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_dress_of_csv(tmp_path: Path, delimiter: str, encoding: str, line_end: str) -> None:
    rows = [
        ["Name", "Company", "Email", "Phone", "Website"],
        [
            "Jürg Müller",
            "Brückner & Söhne, Zürich",
            "jm@b.example",
            "+41 44 555 01 42",
            "b.example",
        ],
        ["Renée Ström", "Café d'été; Genève", "", "", ""],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    plan = read(tmp_path, out.getvalue().encode(encoding))
    assert [row.name for row in plan.rows] == [f"{row[0]}, {row[1]}" for row in rows[1:]]
    assert contact(plan).website == "https://b.example"
    assert ("encoding" in "".join(plan.notes)) == (encoding == "cp1252")


def test_what_is_not_understood_is_kept_or_named(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Email,Shoe size,\nAnn Fox,ann at fox,43,x,beyond\n")
    ann = contact(plan)
    assert ann.about.splitlines() == ["beyond", "E-mail as it was imported: ann at fox"]
    assert plan.notes == ("Columns that are left out: Shoe size.",)


def test_several_addresses_and_numbers_that_somebody_wrote_into_one_cell(tmp_path: Path) -> None:
    header = "Name,Email,Phone\n"
    row = '"Ann Fox","a@fox.example; b@fox.example","+1 206 555 0142;+1 206 555 0143"\n'
    named = "Bob Ray,Bob Ray <bob@ray.example>,\n"
    plan = read(tmp_path, header + row + named)
    ann, bob = contact(plan, 0).person, contact(plan, 1).person
    assert ann is not None
    assert bob is not None
    assert ann.emails == ("a@fox.example", "b@fox.example")
    assert ann.phones == ("+1 206 555 0142", "+1 206 555 0143")
    assert bob.emails == ("bob@ray.example",)


def test_a_stray_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    plan = read(tmp_path, 'Name,Company\nAnn Fox,"Open\nBob Ray,Tailspin\nCy Dow,Contoso\n')
    assert [row.line for row in plan.rows] == [2, 3, 4]
    assert plan.rows[1].name == "Bob Ray, Tailspin"


def test_text_is_cleaned_at_the_boundary(tmp_path: Path) -> None:
    plan = read(tmp_path, "Name,Notes\n\x1b[31mAnn\u202e Fox,\x1b]0;x\x07[red]hi\n")
    assert plan.rows[0].name == "Ann Fox"
    assert contact(plan).about == "[red]hi"


# vCard


CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=
=BCrg;;Dr.;
TEL;WORK;VOICE:+41 44 555 01 42
TEL;WORK;FAX:+41 44 555 01 99
ORG:Brückner;Entwicklung
END:VCARD
begin:vcard
VERSION:4.0
FN:Priya Nair
N:Nair;Priya;;;
ORG:Wide\\, World
TITLE:Head of
  Operations
item1.EMAIL;TYPE="work,x":priya@ww.example
TEL;VALUE=uri:tel:+61-2-5550-0142;ext=12
URL:https://ww.example
CATEGORIES:vip,myContacts
PHOTO:data:image/png;base64,AAAA
 BBBB
NOTE:one\\ntwo\\, three
END:VCARD
BEGIN:VCARD
FN:Broken
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Friends
END:VCARD
BEGIN:VCARD
VERSION:3.0
EMAIL:a@b.example
END:VCARD
BEGIN:VCARD
FN:Contoso
ORG:Contoso
TEL:+1 206 555 0142
END:VCARD
"""


def test_cards_of_every_version(tmp_path: Path) -> None:
    plan = read(tmp_path, CARDS)
    assert plan.kind is FileKind.VCARD
    assert [(row.fate, row.name) for row in plan.rows] == [
        (Fate.NEW, "Jürg Müller, Brückner"),
        (Fate.NEW, "Priya Nair, Wide, World"),
        (Fate.SKIP, "Broken"),
        (Fate.SKIP, "Friends"),
        (Fate.NEW, "a@b.example"),
        (Fate.NEW, "Contoso"),
    ]
    assert "breaks off" in plan.rows[2].reason
    assert "group" in plan.rows[3].reason
    jurg, priya = contact(plan, 0).person, contact(plan, 1).person
    assert jurg is not None
    assert priya is not None
    assert jurg.phones == ("+41 44 555 01 42",)
    assert (priya.role, priya.emails) == ("Head of Operations", ("priya@ww.example",))
    assert priya.phones == ("+61-2-5550-0142 ext. 12",)
    assert contact(plan, 1).about == "one\ntwo, three"
    assert contact(plan, 1).tags == ("vip",)
    assert contact(plan, 5).company == "Contoso"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_cards_in_wide_encodings(tmp_path: Path, encoding: str) -> None:
    plan = read(tmp_path, "BEGIN:VCARD\r\nFN:Zoë Ström\r\nEND:VCARD\r\n".encode(encoding))
    assert [row.name for row in plan.rows] == ["Zoë Ström"]


def test_the_encoding_that_a_card_names(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=WINDOWS-1251:Анна\nEND:VCARD\n"
    assert read(tmp_path, card.encode("cp1251")).rows[0].name == "Анна"


# What is no file of contacts


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\r\n", "is empty"),
        (b"PK\x03\x04....", "save the table as CSV"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"<!doctype html><p>Name,Email", "is a web page"),
        (b'{"Name": "x"}', "is JSON"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is no text"),
        (b"Ann Fox,Tailspin\nBob Ray,Contoso\n", "says who the contacts are"),
    ],
)
def test_what_it_is_not_is_said_in_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        read(tmp_path, content, "it.csv")
    assert words in str(problem.value)
    assert str(problem.value).endswith(".")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.csv", "There is no file"),
        (Path("/dev/null"), "is no file of contacts"),
        (Path("a\0b"), "is no name of a file"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ):
        with pytest.raises(ImportProblem, match=words):
            read_contacts(path)
    (tmp_path / "c").write_text("Name\nAnn\n")
    with pytest.raises(ImportProblem, match="is no kind of file: say one of csv, vcard, ical"):
        read_contacts(tmp_path / "c", kind="cobol")


# No row goes missing

CELL = st.text(alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"))
ROWS = st.lists(st.lists(CELL, min_size=4, max_size=6), max_size=8)


@given(rows=ROWS, delimiter=st.sampled_from([",", ";", "\t", "|"]), quoting=st.sampled_from([0, 1]))
def test_every_row_that_was_written_is_accounted_for(
    rows: Sequence[Sequence[str]], delimiter: str, quoting: int
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoting else 0)
    writer.writerows([["Name", "Company", "Email", "Notes"], *(["x", *row] for row in rows)])
    plan = read_table(out.getvalue(), source="t.csv")
    assert len(plan.rows) == len(rows)
    assert all(row.reason for row in plan.rows)


def lines_of(text: str) -> int:
    return len(list(io.StringIO(text, newline="")))


MANGLED = st.lists(
    st.one_of(
        CELL, st.sampled_from(['"', "\n", "\r", "\r\n", ",", ";", '""', ",,,\n", "Ann,Fox\n"])
    )
).map("".join)


@given(rest=MANGLED)
def test_every_line_of_a_mangled_table_is_accounted_for(rest: str) -> None:
    text = f"Name,Company\n{rest}"
    plan = read_table(text, source="t.csv")
    assert sum(row.lines for row in plan.rows) + plan.other_lines == lines_of(text)
    assert len({row.line for row in plan.rows}) == len(plan.rows)


CARD_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["BEGIN:VCARD", "END:VCARD", "FN:Ann Fox", "ORG:Tailspin", " folded", "EMAIL:=", "",
             "N:", "TEL;ENCODING=QUOTED-PRINTABLE:=4", 'X;A=":;', "NOTE:\\", "begin:vcard"]
        ),
        CELL.map(lambda text: text.replace("\n", "").replace("\r", "")),
    )
)  # fmt: skip


@given(lines=CARD_LINES)
def test_every_line_of_mangled_cards_is_accounted_for(lines: list[str]) -> None:
    text = "\n".join(["BEGIN:VCARD", *lines, ""])
    plan = read_cards(text, source="c.vcf")
    assert sum(row.lines for row in plan.rows) + plan.other_lines == len(lines) + 1
    begun = sum(1 for line in ["BEGIN:VCARD", *lines] if line.strip().lower() == "begin:vcard")
    assert len(plan.rows) == begun


def read_or_problem(path: Path) -> tuple[str, Sequence[PlannedRow]]:
    try:
        return ".", read_contacts(path).rows
    except ImportProblem as problem:
        return str(problem), ()


@given(content=st.binary(max_size=400))
def test_no_file_does_more_than_say_why(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "file"
    for start in (b"", b"Name;Company\n", b"BEGIN:VCARD\n"):
        path.write_bytes(start + content)
        words, rows = read_or_problem(path)
        assert words.endswith(".")
        assert all(row.reason and row.name for row in rows)
