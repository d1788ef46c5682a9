"""Importing: who is known, who goes with whom, and all of it as one change."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, OriginKind, Person
from followup_tui.domain.importing.plan import Fate, ImportPlan, ImportProblem
from followup_tui.services.importing import path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.settings.model import Me, Settings
from tests.builders import NOW, a_client
from tests.fakes import DISK_FULL, MemoryRecords, a_desk

HEADER = "Name,Company,Email,Phone,Website,Notes,Tags"
JANE = Person(
    name="Jane Li", emails=("Jane@Northwind.example",), phones=("+61 2 5550 0142", "0142")
)


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords([a_client("Northwind Traders", people=(JANE,))])


@pytest.fixture
def desk(records: MemoryRecords) -> Desk:
    return a_desk(records=records, settings=Settings(me=Me(region="AU")))


async def planned(desk: Desk, folder: Path, *rows: str) -> ImportPlan:
    path = folder / "contacts.csv"
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    return await desk.importing.plan(path)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Jane Li,,JANE@northwind.example", "already there: Northwind Traders (the same e-mail)"),
        ('"Li, Jane",,,02 5550 0142', "already there: Northwind Traders (the same phone"),
        ("jane li,NORTHWIND traders", "already there: Northwind Traders (the same name)"),
        (",northwind traders", "already there: Northwind Traders (the same company)"),
        (",,noreply@knows.example", "nobody reads what is written to it"),
        (",,,,,met in May", "no name, company, e-mail address or phone number stands in it"),
        (f"{'x' * 2001},Tailspin", "its name is longer than 2,000 characters"),
    ],
)
async def test_what_is_left_out_says_why(desk: Desk, tmp_path: Path, row: str, reason: str) -> None:
    (only,) = (await planned(desk, tmp_path, row)).rows
    assert only.fate is Fate.SKIP
    assert only.reason.startswith(reason)


@pytest.mark.parametrize(
    "row",
    [
        "Tom Hart,Tailspin,,+61 2 5550 0142",  # two people with one switchboard
        "Tom Hart,Tailspin,,0142",  # an extension is nobody's number
        "Jane Li,Tailspin,jane@tailspin.example",
    ],
)
async def test_who_may_be_somebody_else_is_new(desk: Desk, tmp_path: Path, row: str) -> None:
    (only,) = (await planned(desk, tmp_path, row)).rows
    assert only.fate is Fate.NEW
    assert ("another Jane Li, at Northwind Traders" in only.reason) == row.startswith("Jane")


async def test_people_of_one_company_are_one_client(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await planned(
        desk,
        tmp_path,
        "Ann Fox,Tailspin,ann@tailspin.example,,,met in May,vip",
        "Bob Ray,TAILSPIN,,,tailspin.example,likes tea,vip;new",
        "Tom Hart,Northwind Traders,tom@northwind.example",
        "Ann Fox,Tailspin,",
        "Bob Ray,Tailspin,",
    )
    assert [row.fate for row in plan.rows] == [Fate.NEW, Fate.MERGE, Fate.MERGE, *[Fate.SKIP] * 2]
    assert [row.with_line for row in plan.rows] == [0, 2, 0, 2, 3]
    assert await desk.importing.carry_out(plan) == 1
    tailspin = next(client for client in records.all(Client) if client.name == "Tailspin")
    assert [person.name for person in tailspin.people] == ["Ann Fox", "Bob Ray"]
    assert tailspin.website == "https://tailspin.example"
    assert tailspin.tags == ("vip", "new")
    assert tailspin.about == "met in May\nBob Ray: likes tea"
    assert (tailspin.origin.kind, tailspin.origin.detail) == (OriginKind.IMPORT, "contacts.csv")
    northwind = next(client for client in records.all(Client) if client.name != "Tailspin")
    assert [person.name for person in northwind.people] == ["Jane Li", "Tom Hart"]
    assert northwind.changed == NOW


async def test_the_self_employed_are_not_one_company(desk: Desk, tmp_path: Path) -> None:
    plan = await planned(desk, tmp_path, "Ann Fox,Self-employed", "Bob Ray,self-employed")
    assert [row.name for row in plan.rows] == ["Ann Fox", "Bob Ray"]
    assert [row.fate for row in plan.rows] == [Fate.NEW, Fate.NEW]
    assert plan.rows[0].contact is not None
    assert plan.rows[0].contact.about == "Company: Self-employed"


async def test_an_import_is_one_change_that_is_taken_back_whole(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    before = records.all(Client)
    plan = await planned(desk, tmp_path, "Ann Fox,Tailspin", "Bob Ray,Contoso", "Tom Hart,Tailspin")
    assert records.changes == []
    assert await desk.importing.carry_out(plan) == 2
    (change,) = records.changes
    assert change.by == "import contacts.csv: 2 clients, 1 more person"
    await desk.history.undo()
    assert records.all(Client) == before


async def test_who_came_in_the_meantime_is_not_written_twice(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await planned(desk, tmp_path, "Ann Fox,Tailspin", "Bob Ray,Contoso")
    assert await desk.importing.carry_out(plan) == 2
    assert await desk.importing.carry_out(plan) == 0
    assert len(records.changes) == 1


async def test_a_client_that_has_gone_since_is_made_anew(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    await desk.clients.add(a_client("Tailspin", people=()))
    plan = await planned(desk, tmp_path, "Ann Fox,Tailspin")
    assert plan.rows[0].fate is Fate.MERGE
    await desk.history.undo()
    assert await desk.importing.carry_out(plan) == 1


async def test_notes_that_are_too_much_together_are_a_sentence(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await planned(
        desk, tmp_path, *(f"{who},Tailspin,,,,{who * 15_000}" for who in ("Ann Fox", "Bob Ray"))
    )
    with pytest.raises(ImportProblem, match=r"Line 3 .* longer than 200,000 characters"):
        await desk.importing.carry_out(plan)
    assert records.changes == []


async def test_a_store_that_fails_says_so(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await planned(desk, tmp_path, "Ann Fox,Tailspin")
    records.broken = DISK_FULL
    with pytest.raises(StoreProblem, match="disk is full"):
        await desk.importing.carry_out(plan)


async def test_a_file_without_rows_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match=r"contacts\.csv has no contact in it"):
        await planned(desk, tmp_path)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (" /a/b.csv ", "/a/b.csv"),
        ("'/a/b c.csv'", "/a/b c.csv"),
        ('"/a/b.csv"', "/a/b.csv"),
        ("/a/b\\ c.csv", "/a/b c.csv"),
        ("file:///a/b%20c.csv", "/a/b c.csv"),
        ("'file:///a/b%20c.csv'", "/a/b c.csv"),
        ("file://localhost/a/b.csv", "/a/b.csv"),
        ("/a/b\\ \\(1\\)\\ \\&\\ c.csv ", "/a/b (1) & c.csv"),
        ("'/a/O'\\''Brien.csv'", "/a/O'Brien.csv"),
        ("/a/O'Brien.csv", "/a/O'Brien.csv"),
        ("/a/b#c 50%.csv", "/a/b#c 50%.csv"),
        ("/a/b c.csv", "/a/b c.csv"),
    ],
)
def test_a_path_is_understood_as_it_is_pasted(typed: str, path: str) -> None:
    assert path_of(typed) == Path(path)


def test_a_tilde_is_the_own_folder(own_home: Path) -> None:
    assert path_of("~/c.csv") == own_home / "c.csv"


@pytest.mark.parametrize("typed", ["", "  ", "''", "~nobody-of-that-name/x.csv"])
def test_what_names_no_file_is_a_sentence(typed: str) -> None:
    with pytest.raises(ImportProblem, match=r"\.$"):
        path_of(typed)
