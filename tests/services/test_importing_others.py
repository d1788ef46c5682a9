"""Importing what is no contact: whose it is, once only, and all of it back by one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.plan import Fate
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.importing import ImportStopped, Watch
from followup_tui.settings.model import SettingsProblem
from tests.builders import a_client
from tests.fakes import MemoryRecords, a_desk

JANE = a_client("Northwind Traders Ltd", people=(Person(name="Jane Li"),))
PROJECTS = """Client,Project,End
Northwind Traders,Booking portal,2023-11-15
Tailspin,Warehouse,2023-03-01
TAILSPIN Inc.,Portal,2023-05-01
Tailspin,Warehouse,2023-03-01
"""
CALLS = """Date,Who,Company,Type,Notes
2024-03-12 10:30,Jane Li,Northwind Traders,Call,moved to Azure
2024-03-13,J. Li,Northwind Traders,Call,tea
2024-03-14,Omar Haddad,Tailspin,Call,new
2024-03-15,Omar Haddad,Tailspin,Call,again
2030-03-15,Omar Haddad,Tailspin,Call,to come
"""
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20270301T070000Z
SUMMARY:Free breakfast
END:VEVENT
BEGIN:VEVENT
DTSTART:20200301T070000Z
SUMMARY:Long ago
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords([JANE])


@pytest.fixture
def desk(records: MemoryRecords, tmp_path: Path) -> Desk:
    return a_desk(tmp_path, records=records)


def a_file(folder: Path, text: str) -> Path:
    path = folder / "file"
    path.write_text(text, encoding="utf-8")
    return path


async def test_projects_go_to_their_clients(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await desk.importing.plan(a_file(tmp_path, PROJECTS))
    assert [row.fate for row in plan.rows] == [Fate.MERGE, Fate.NEW, Fate.MERGE, Fate.SKIP]
    assert plan.rows[2].reason == "a project with Tailspin, who comes with line 3"
    assert await desk.importing.carry_out(plan) == 3
    tailspin = next(each for each in records.all(Client) if each.name == "Tailspin")
    assert {(each.title, each.client_id) for each in records.all(Project)} == {
        ("Booking portal", JANE.id), ("Warehouse", tailspin.id), ("Portal", tailspin.id),
    }  # fmt: skip
    again = await desk.importing.plan(a_file(tmp_path, PROJECTS))
    assert not again.is_worth_it
    await desk.history.undo()
    assert records.all(Project) == []
    assert records.all(Client) == [JANE]


async def test_conversations_go_to_whom_they_were_with(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await desk.importing.plan(a_file(tmp_path, CALLS))
    assert [row.fate for row in plan.rows] == [
        Fate.MERGE, Fate.MERGE, Fate.NEW, Fate.MERGE, Fate.SKIP,
    ]  # fmt: skip
    assert await desk.importing.carry_out(plan) == 4
    assert [each.person for each in records.of_client(Interaction, JANE.id)] == ["Jane Li", "J. Li"]
    (change,) = records.changes
    assert change.by == "import file: 4 conversations, 1 client"
    assert not (await desk.importing.plan(a_file(tmp_path, CALLS))).is_worth_it


async def test_events_go_into_the_library(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    plan = await desk.importing.plan(a_file(tmp_path, CALENDAR))
    assert [row.reason for row in plan.rows] == ["new in the library", "it is over"]
    assert await desk.importing.carry_out(plan) == 1
    (breakfast,) = records.all(ValueAdd)
    assert breakfast.title == "Free breakfast"
    assert desk.importing.spread(plan) is None
    again = await desk.importing.plan(a_file(tmp_path, CALENDAR))
    assert again.rows[0].reason == "it is in the library already"


async def test_a_mapping_is_remembered_once_it_was_used(desk: Desk, tmp_path: Path) -> None:
    path = a_file(tmp_path, "Wer,Schuh\nAnn Fox,43\n")
    wanted = {"Wer": Field.NAME, "Schuh": Field.KEEP}
    plan = await desk.importing.plan(path, mapping=wanted)
    kept = tmp_path / "import-mappings.toml"
    assert not kept.exists()
    assert await desk.importing.carry_out(plan) == 1
    plan = await desk.importing.plan(a_file(tmp_path, "Wer,Schuh\nBob Elk,44\n"))
    assert plan.rows[0].name == "Bob Elk"
    assert all(column.mapped for column in plan.columns)
    kept.write_text('[table]\n"Wer" = "nom"\n', encoding="utf-8")
    with pytest.raises(SettingsProblem, match=r"“Wer” is “nom”.*did you mean"):
        await desk.importing.plan(path)
    kept.write_text("[table", encoding="utf-8")
    with pytest.raises(SettingsProblem, match="cannot be read"):
        await desk.importing.plan(path)


async def test_what_is_stopped_writes_nothing(
    desk: Desk, records: MemoryRecords, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "Name\n" + "".join(f"Person {n}\n" for n in range(1_000)))
    plan = await desk.importing.plan(path)
    for stopped_at in ("Comparing", "Making clients", "Writing"):
        watch = Watch()

        def step(what: str, done: int, of: int, watch: Watch = watch, at: str = stopped_at) -> None:
            if what == at:
                watch.stop()
            watch(what, done, of)

        with pytest.raises(ImportStopped):
            await desk.importing.carry_out(plan, progress=step)
    assert records.changes == []
