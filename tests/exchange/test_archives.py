"""Archives and spreadsheets: the contacts within, and no more unpacked than may be."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from followup_tui.domain.client import Person
from followup_tui.domain.importing.plan import Fate, FileKind, ImportPlan, ImportProblem
from followup_tui.exchange import archives
from followup_tui.exchange.contacts import read_contacts
from tests.exchange.books import BOOK, RELATIONS, SHEET, SPACE, STRINGS, STYLES, write

TABLE = "Name,Email\nJane Li,jane@x.example\n"
CONNECTIONS = (
    "Notes:\nsomething\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Jane,Li,https://www.linkedin.com/in/jane,,Contoso,CTO,12 Mar 2024\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\n"


def read(folder: Path, files: dict[str, str]) -> ImportPlan:
    return read_contacts(write(folder, files))


def test_what_linkedin_hands_out(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        {"Profile.csv": "First Name,Last Name\nUlla,Berg\n", "Connections.csv": CONNECTIONS,
         "messages.csv": "FROM,TO\na,b\n"},
    )  # fmt: skip
    assert (plan.program, plan.source) == ("linkedin", "export.zip")
    assert [(row.line, row.name) for row in plan.rows] == [(5, "Jane Li, Contoso")]
    assert plan.notes[0] == (
        "export.zip is an archive: Connections.csv was read, what else is in it was left alone."
    )


def test_what_google_hands_out(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        {"Takeout/Contacts/All Contacts/All Contacts.vcf": CARD.format("Jane Li"),
         "Takeout/Contacts/Clients/Clients.vcf": CARD.format("Jane Li"),
         "Takeout/Contacts/All Contacts/Jane Li.jpg": "picture"},
    )  # fmt: skip
    assert plan.kind is FileKind.VCARD
    assert [row.name for row in plan.rows] == ["Jane Li"]


def test_files_of_cards_are_read_together(tmp_path: Path) -> None:
    plan = read(
        tmp_path, {"b/jane.vcf": CARD.format("Jane Li"), "a/bob.vcf": CARD.format("Bob Ray"),
                   "c/none.vcf": "", "__MACOSX/._jane.vcf": "x"},
    )  # fmt: skip
    assert [(row.file, row.name, row.fate) for row in plan.rows] == [
        ("a/bob.vcf", "Bob Ray", Fate.NEW),
        ("b/jane.vcf", "Jane Li", Fate.NEW),
        ("c/none.vcf", "c/none.vcf", Fate.SKIP),
    ]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.csv": TABLE, "b.csv": TABLE}, "several files (a.csv, b.csv)"),
        ({"picture.jpg": "x"}, "an archive without contacts"),
        ({"word/document.xml": "<x/>"}, "is a document"),
        ({"content.xml": "<x/>"}, "save the table as CSV"),
        ({"xl/workbook.xml": "<broken"}, "a spreadsheet that cannot be read"),
        ({"xl/workbook.xml": f"<workbook {SPACE}/>"}, "no sheet that is shown"),
        ({"xl/workbook.xml": BOOK}, "cannot be opened"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    tmp_path: Path, files: dict[str, str], words: str
) -> None:
    with pytest.raises(ImportProblem) as problem:
        read(tmp_path, files)
    assert words in str(problem.value)
    assert "export.zip" in str(problem.value)


def test_a_lock_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.csv": TABLE})
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1  # the flag that says so (APPNOTE 4.4.4)
    path.write_bytes(content)
    with pytest.raises(ImportProblem, match="locked with a password"):
        read_contacts(path)


def test_no_more_is_unpacked_than_a_file_may_have() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.vcf", "a" * 600)
        made.writestr("b.vcf", "b" * 600)
    with pytest.raises(ImportProblem, match=r"export is too large: unpack b\.vcf"):
        archives.contacts_within(out.getvalue(), "export", 1000)


def test_a_spreadsheet(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        {"[Content_Types].xml": "<x/>", "xl/workbook.xml": BOOK, "xl/styles.xml": STYLES,
         "xl/_rels/workbook.xml.rels": RELATIONS, "xl/sharedStrings.xml": STRINGS,
         "xl/worksheets/sheet2.xml": SHEET},
    )  # fmt: skip
    (row,) = plan.rows
    assert (row.line, row.name) == (4, "Jane Li")
    assert row.contact is not None
    assert row.contact.person == Person(name="Jane Li", phones=("12065550142",))
    assert row.contact.about.splitlines() == ["likes; tea", "Birthday: 1985-04-12", "Rating: 5"]
    assert plan.notes[0] == (
        "export.zip is a spreadsheet: its sheet “People” was read. Of its 2 sheets the others were "
        "left alone."
    )


def test_an_entity_is_not_blown_up(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    strings = STRINGS.replace("<t>Jane </t>", "<t>Jane &b;</t>")
    plan = read(
        tmp_path,
        {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS,
         "xl/sharedStrings.xml": bomb + strings, "xl/worksheets/sheet2.xml": SHEET},
    )  # fmt: skip
    assert plan.rows[0].name == "Jane Li"
