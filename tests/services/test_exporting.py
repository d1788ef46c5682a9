"""Exporting: what stands there already is replaced only where it is ours, or where it is wanted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.domain.exporting.export import ExportKind, ExportProblem, FileState
from followup_tui.exchange.contacts import read_contacts
from followup_tui.services.exporting.writing import LIST
from tests.builders import a_client, a_promise, an_interaction
from tests.fakes import MemoryRecords, a_desk


@pytest.fixture
def records() -> MemoryRecords:
    northwind = a_client("Northwind")
    namesake = a_client("northwind")
    return MemoryRecords(
        [northwind, namesake, an_interaction(northwind), a_promise(northwind, "the link")]
    )


async def test_a_folder_of_stories_is_brought_up_to_date(
    tmp_path: Path, records: MemoryRecords
) -> None:
    service = a_desk(records=records).exporting
    vault = tmp_path / "notes" / "clients"
    first = await service.write(await service.prepared(ExportKind.MARKDOWN, vault))
    assert len(first.written) == 2
    assert len({path.name.casefold() for path in first.written}) == 2
    again = await service.write(await service.prepared(ExportKind.MARKDOWN, vault))
    assert (again.written, again.unchanged) == ((), 2)
    client = next(each for each in records.all(Client) if each.name == "Northwind")
    renamed = msgspec.structs.replace(client, name="Contoso")
    records.commit(Change(by="test", put=(renamed,)))
    third = await service.prepared(ExportKind.MARKDOWN, vault)
    assert [file.state for file in third.files] == [FileState.OURS, FileState.SAME]
    assert {file.path for file in third.files} == set(first.written)
    await service.write(third)
    assert "# Contoso" in (vault / "Northwind.md").read_text(encoding="utf-8")


async def test_what_somebody_wrote_into_a_file_is_not_lost(
    tmp_path: Path, records: MemoryRecords
) -> None:
    service = a_desk(records=records).exporting
    await service.write(await service.prepared(ExportKind.MARKDOWN, tmp_path))
    file = tmp_path / "Northwind.md"
    mine = file.read_text(encoding="utf-8") + "\nmy own words\n"
    file.write_text(mine, encoding="utf-8")
    client = next(each for each in records.all(Client) if each.name == "Northwind")
    records.commit(Change(by="test", put=(a_promise(client, "more"),)))
    export = await service.prepared(ExportKind.MARKDOWN, tmp_path)
    assert export.in_the_way == (file,)
    done = await service.write(export)
    assert done.kept == (file,)
    assert file.read_text(encoding="utf-8") == mine
    await service.write(export, over_others=True)
    assert "my own words" not in file.read_text(encoding="utf-8")
    assert not (await service.prepared(ExportKind.MARKDOWN, tmp_path)).in_the_way


async def test_a_file_that_was_there_before_is_in_the_way(
    tmp_path: Path, records: MemoryRecords
) -> None:
    service = a_desk(records=records).exporting
    (tmp_path / "Northwind.md").write_text("another note")
    export = await service.prepared(ExportKind.MARKDOWN, tmp_path)
    assert [path.name for path in export.in_the_way] == ["Northwind.md"]


@pytest.mark.parametrize(
    "listed", ["", "{", '{"files": {"../x.md": {"sha256": "1", "record": "r"}}}']
)
async def test_a_damaged_list_is_none(tmp_path: Path, records: MemoryRecords, listed: str) -> None:
    service = a_desk(records=records).exporting
    (tmp_path / LIST).write_text(listed)
    export = await service.prepared(ExportKind.MARKDOWN, tmp_path)
    assert {file.path.parent for file in export.files} == {tmp_path}


async def test_a_calendar_is_made_anew_and_a_json_file_is_not(
    tmp_path: Path, records: MemoryRecords
) -> None:
    service = a_desk(records=records).exporting
    for kind, name, state in (
        (ExportKind.ICAL, "due.ics", FileState.OURS),
        (ExportKind.HTML, "day.html", FileState.OURS),
        (ExportKind.JSON, "desk.json", FileState.OTHER),
        (ExportKind.VCARD, "people.vcf", FileState.OTHER),
        (ExportKind.CSV, "people.csv", FileState.OTHER),
    ):
        path = tmp_path / name
        await service.write(await service.prepared(kind, path))
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
        path.write_bytes(path.read_bytes() + b" ")
        (file,) = (await service.prepared(kind, path)).files
        assert file.state is state, kind
        await service.write(await service.prepared(kind, path), over_others=True)
        assert path.stat().st_mode & 0o777 == 0o644  # it was made readable for others


async def test_tables_are_a_file_each_and_contacts_come_back(
    tmp_path: Path, records: MemoryRecords
) -> None:
    service = a_desk(records=records).exporting
    done = await service.write(await service.prepared(ExportKind.CSV, tmp_path / "tables"))
    names = {path.name for path in done.written}
    assert {"contacts.csv", "clients.csv", "interactions.csv", "promises.csv"} <= names
    assert len(read_contacts(tmp_path / "tables" / "contacts.csv").rows) == 2


async def test_one_client_leaves_alone(tmp_path: Path, records: MemoryRecords) -> None:
    service = a_desk(records=records).exporting
    client = next(each for each in records.all(Client) if each.name == "Northwind")
    export = await service.prepared(ExportKind.JSON, tmp_path / "a.json", client_id=client.id)
    assert export.what == "3 records"
    story = await service.prepared(ExportKind.MARKDOWN, tmp_path / "a.md", client_id=client.id)
    assert [file.path.name for file in story.files] == ["a.md"]
    brief = await service.prepared(ExportKind.HTML, tmp_path / "a.html", client_id=client.id)
    assert b"<h1>Northwind</h1>" in brief.files[0].content


async def test_what_cannot_be_is_a_sentence(tmp_path: Path, records: MemoryRecords) -> None:
    service = a_desk(records=records).exporting
    with pytest.raises(ExportProblem, match="is a folder: name a file in it"):
        await service.prepared(ExportKind.JSON, tmp_path)
    with pytest.raises(ExportProblem, match="a file for each client"):
        await service.prepared(ExportKind.MARKDOWN, tmp_path / "all.md")
