"""Attendees out of files: who they are, who came, and no row dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.course import Attendance
from followup_tui.domain.courses.attending import AttendeeFile, AttendeeProblem
from followup_tui.exchange.attendance_words import Reading
from followup_tui.exchange.attendees import read_attendees
from tests.exchange.books import BOOK, RELATIONS, SPACE, write

ATTENDED, ABSENT = Attendance.ATTENDED, Attendance.ABSENT
REFUNDED, OPTED_OUT = Attendance.REFUNDED, Attendance.OPTED_OUT


def read(tmp_path: Path, text: str | bytes, name: str = "list.csv") -> AttendeeFile:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_attendees(path)


def states(file: AttendeeFile) -> dict[str, Attendance | None]:
    return {row.text: row.attendance for row in file.rows}


def test_names_and_mails_are_enough(tmp_path: Path) -> None:
    file = read(tmp_path, "Name,Email\nAnn Ray,ann@ray.example\nBen Cole,\n")
    first, second = file.rows
    assert first.attendee is not None
    assert (first.line, first.attendee.name, first.attendee.email) == (
        2, "Ann Ray", "ann@ray.example",
    )  # fmt: skip
    assert second.attendee is not None
    assert second.attendance is None
    assert "everybody counts as having attended" in file.notes[0]


def test_a_list_of_tickets_with_refunds(tmp_path: Path) -> None:
    text = (
        "Order #,Attendee Status,First Name,Surname,Email,Buyer Email,Ticket Type\n"
        "1,Attending,Ann,Ray,ann@ray.example,boss@ray.example,Early\n"
        "2,Refunded,Ben,Cole,ben@cole.example,ben@cole.example,Early\n"
        "3,Not Attending,Cleo,Marsh,cleo@marsh.example,x@y.example,Early\n"
        "4,Checked In,Dan,Ito,,d@ito.example,Early\n"
    )
    file = read(tmp_path, text)
    assert states(file) == {
        "Ann Ray": ATTENDED, "Ben Cole": REFUNDED, "Cleo Marsh": ABSENT, "Dan Ito": ATTENDED,
    }  # fmt: skip
    ann, dan = file.rows[0].attendee, file.rows[3].attendee
    assert ann is not None
    assert ann.email == "ann@ray.example"
    assert dan is not None
    assert dan.email == "", "the buyer's address is not the guest's"


def test_tabs_and_no_mail(tmp_path: Path) -> None:
    file = read(tmp_path, "Name\tRSVP\tJoined on\nAnn Ray\tYes\t2026\nBen Cole\tNo\t2026\n")
    assert states(file) == {"Ann Ray": ATTENDED, "Ben Cole": ABSENT}


def test_semicolons_umlauts_and_an_old_code_page(tmp_path: Path) -> None:
    text = "Vorname;Nachname;E-Mail;Firma;Anwesend\nJörg;Weiß;j@weiss.example;Weiß & Sohn;ja\n"
    (row,) = read(tmp_path, text.encode("cp1252")).rows
    assert row.attendee is not None
    assert (row.attendee.name, row.attendee.company) == ("Jörg Weiß", "Weiß & Sohn")
    assert row.attendance is ATTENDED


def test_notes_before_the_header_and_columns_left_out(tmp_path: Path) -> None:
    text = "Participants\n\nAzure course, 5 Nov\nName,Email,Diet\nAnn Ray,a@ray.example,none\n"
    file = read(tmp_path, text)
    assert [row.line for row in file.rows] == [5]
    assert file.notes[-1] == "Columns that are left out: Diet."


def test_cards_will_do(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Ray\nORG:Ray & Sons\nEMAIL:a@ray.example\nEND:VCARD\n"
    (row,) = read(tmp_path, card, "people.vcf").rows
    assert row.attendee is not None
    assert (row.attendee.name, row.attendee.company) == ("Ann Ray", "Ray & Sons")


def test_a_spreadsheet_and_an_archive_will_do(tmp_path: Path) -> None:
    sheet = (
        f"<worksheet {SPACE}><sheetData>"
        + "".join(
            "<row>" + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in row) + "</row>"
            for row in (("Name", "Email", "Status"), ("Li, Jane", "j@x.example", "Refunded"))
        )
        + "</sheetData></worksheet>"
    )
    book = {
        "xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet2.xml": sheet,
    }  # fmt: skip
    lists = {"attendees/report.csv": "Name,Email,Status\nJane Li,j@x.example,Refunded\n"}
    for files, note in ((book, "its sheet “People” was read"), (lists, "report.csv was read")):
        file = read_attendees(write(tmp_path, files))
        assert states(file) == {"Jane Li": REFUNDED}
        assert note in file.notes[0]


def test_who_gives_an_address_alone_is_called_by_it(tmp_path: Path) -> None:
    file = read(tmp_path, "Email,Status\njane.li@x.example,Attending\nomar@x.example,Attending\n")
    assert states(file) == {"Jane Li": ATTENDED, "omar@x.example": ATTENDED}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest", "is a spreadsheet or an archive that cannot be opened"),
        (b"\xd0\xcf\x11\xe0rest", "is a spreadsheet of an old Office"),
        (b"just,some\nwords,here\n", "No column"),
    ],
)
def test_what_is_no_list_is_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(AttendeeProblem, match=words):
        read(tmp_path, content)


def test_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AttendeeProblem, match="There is no file"):
        read_attendees(tmp_path / "none.csv")
    with pytest.raises(AttendeeProblem, match="is a folder"):
        read_attendees(tmp_path)


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("Status", "Attending", ATTENDED),
        ("Status", "Partially refunded", REFUNDED),
        ("Status", "Not refunded", None),
        ("Status", "Waitlisted", ABSENT),
        ("Status", "on the moon", None),
        ("Teilnehmerstatus", "Storniert", ABSENT),
        ("Checked in", "2026-11-05 09:02", ATTENDED),
        ("Checked in", "", ABSENT),
        ("Attended?", "FALSE", ABSENT),
        ("Refunded amount", "$0.00", None),
        ("Refunded amount", "$250.00", REFUNDED),
        ("Opt-out", "x", OPTED_OUT),
        ("May we contact you?", "No", OPTED_OUT),
        ("May we contact you?", "", None),
    ],
)
def test_what_the_words_say(header: str, cell: str, said: Attendance | None) -> None:
    rows = [["Ann", cell], ["Ben", "yes"]]
    assert Reading.of(["Name", header], rows).attendance(rows[0]) is said


def test_of_several_columns_what_counts_against_a_coffee_holds() -> None:
    headers = ["Name", "Attendee status", "Refund date", "Unsubscribed"]
    rows = [["Ann", "Attending", "5 Nov", "yes"], ["Ben", "Attending", "5 Nov", ""]]
    reading = Reading.of(headers, rows)
    assert [reading.attendance(row) for row in rows] == [OPTED_OUT, REFUNDED]


_CELL = st.text(st.sampled_from("ab@. ,;\"'\n\t=é"), max_size=12)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=8))
def test_each_row_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, rows) -> None:  # type: ignore[no-untyped-def]
    import csv  # noqa: PLC0415 - to write what is read here
    import io  # noqa: PLC0415

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Name", "Email"])
    writer.writerows(rows)
    path = tmp_path_factory.mktemp("lists") / "list.csv"
    path.write_bytes(text.getvalue().encode())
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(read_attendees(path).rows) == len(filled)
