"""The whole desk as JSON: the same when it comes back; mangled, each record is accounted for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_tui.domain.change import Change
from followup_tui.domain.exporting.everything import Everything, RecordFate, planned
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.record import Record
from followup_tui.exchange.json_in import is_whole_desk, read_everything
from followup_tui.exchange.json_out import schema, schema_text, write_everything
from followup_tui.services.whole_desk import WholeDeskService
from followup_tui.store.kinds import KINDS as STORED
from followup_tui.store.records import TinyRecords
from tests.builders import NOW, a_client, a_promise, an_interaction
from tests.fakes import MemoryRecords
from tests.store.strategies import records as drawn

DOCS = Path(__file__).parents[2] / "docs"


@st.composite
def desks(draw: st.DrawFn) -> dict[str, tuple[Record, ...]]:
    """Draw a desk with records of every kind, each id once in its table."""
    return {
        kind.table: tuple(
            sorted(
                draw(st.lists(drawn(kind), max_size=2, unique_by=lambda each: each.id)),
                key=lambda each: each.id,
            )
        )
        for kind in KINDS
    }


def written(tables: dict[str, tuple[Record, ...]]) -> bytes:
    return b"".join(write_everything(Everything(tables, NOW)))


def everything_of(records: Any) -> dict[str, tuple[Record, ...]]:
    return {kind.table: tuple(records.all(kind)) for kind in KINDS}


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(desks())
async def test_a_desk_that_was_exported_is_the_same_in_an_empty_one(
    tmp_path: Path, tables: dict[str, tuple[Record, ...]]
) -> None:
    path = tmp_path / "desk.json"
    path.write_bytes(written(tables))
    records = MemoryRecords()
    service = WholeDeskService(records, read_everything)
    plan = await service.plan(path)
    assert {each.fate for each in plan.records} <= {RecordFate.NEW}
    assert await service.carry_out(plan) == sum(map(len, tables.values()))
    assert everything_of(records) == tables
    assert written(everything_of(records)) == written(tables)
    again = await service.plan(path)
    assert {each.fate for each in again.records} <= {RecordFate.SAME}
    assert await service.carry_out(again) == 0


async def test_it_comes_back_through_the_real_store_as_one_change(tmp_path: Path) -> None:
    client = a_client("Northwind")
    tables = {"clients": (client,), "promises": (a_promise(client),)}
    path = tmp_path / "desk.json"
    path.write_bytes(written(tables))
    records = TinyRecords(tmp_path / "home", zone=NOW.tzinfo)  # type: ignore[arg-type]
    service = WholeDeskService(records, read_everything)
    assert await service.carry_out(await service.plan(path)) == 2
    assert [change.by for change in records.history()] == ["import desk.json: 2 records"]
    records.close()
    fresh = TinyRecords(tmp_path / "home", zone=NOW.tzinfo)  # type: ignore[arg-type]
    assert {k: v for k, v in everything_of(fresh).items() if v} == tables
    fresh.undo()
    assert not any(everything_of(fresh).values())


async def test_what_is_in_conflict_stays_unless_the_files_is_wanted(tmp_path: Path) -> None:
    theirs = a_client("Northwind", about="as it was")
    ours = msgspec.structs.replace(theirs, about="as it is")
    path = tmp_path / "desk.json"
    path.write_bytes(written({"clients": (theirs,)}))
    records = MemoryRecords([ours])
    service = WholeDeskService(records, read_everything)
    plan = await service.plan(path)
    (row,) = plan.records
    assert row.fate is RecordFate.CONFLICT
    assert row.reason == "differs from the one on this desk: about"
    assert await service.carry_out(plan) == 0
    assert records.all(type(ours)) == [ours]
    assert await service.carry_out(plan, replace=True) == 1
    assert records.all(type(ours)) == [theirs]


async def test_what_came_since_the_plan_is_not_overwritten(tmp_path: Path) -> None:
    client = a_client("Northwind")
    path = tmp_path / "desk.json"
    path.write_bytes(written({"clients": (client,)}))
    records = MemoryRecords()
    service = WholeDeskService(records, read_everything)
    plan = await service.plan(path)
    newer = msgspec.structs.replace(client, about="written meanwhile")
    records.commit(Change(by="elsewhere", put=(newer,)))
    assert await service.carry_out(plan) == 0
    assert records.all(type(client)) == [newer]


def document(**changes: Any) -> dict[str, Any]:
    client = a_client("Northwind")
    value = json.loads(written({"clients": (client,), "interactions": (an_interaction(client),)}))
    value.update(changes)
    return value


def plan_of(tmp_path: Path, value: object) -> Any:
    path = tmp_path / "desk.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return planned(read_everything(path), lambda kind, key: None)


def test_a_record_that_cannot_be_read_hides_none_of_the_others(tmp_path: Path) -> None:
    value = document()
    good = value["clients"][0]
    value["clients"] += [
        {**good, "id": "x/../y"},
        {**good, "name": 3},
        {**good, "id": "a1", "name": "esc\x1b[31m"},
        "no record",
        {**good, "about": "another"},
        good,
    ]
    plan = plan_of(tmp_path, value)
    fates = [each.fate for each in plan.records]
    assert len(fates) == 8
    bad = RecordFate.UNREADABLE
    same = RecordFate.SAME
    assert fates == [RecordFate.NEW, bad, bad, bad, bad, bad, same, RecordFate.NEW]
    assert plan.records[5].reason == "stands in the file twice, with another content"


def test_unknown_parts_are_told_and_unknown_fields_of_records_ignored(tmp_path: Path) -> None:
    value = document(weather=[1])
    value["clients"][0]["mood"] = "fine"
    plan = plan_of(tmp_path, value)
    assert plan.notes == ("The part “weather” is not known here and was left out.",)
    assert {each.fate for each in plan.records} == {RecordFate.NEW}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"followup": {"format": 99}}, "newer followup"),
        ({"followup": {}}, "no whole export"),
        ({"followup": {"format": 1}, "clients": {}}, "is no list"),
        ({"other": 1}, "not the export of a desk"),
        ([1], "no whole export"),
    ],
)
def test_what_is_no_export_is_refused_with_a_sentence(
    tmp_path: Path, value: object, words: str
) -> None:
    with pytest.raises(ImportProblem, match=words):
        plan_of(tmp_path, value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_mangled_files_give_a_plan_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(json.dumps(document()).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    path = tmp_path / "desk.json"
    path.write_bytes(bytes(content))
    is_whole_desk(path)
    try:
        plan = planned(read_everything(path), lambda kind, key: None)
    except ImportProblem as problem:
        said = [str(problem)]
    else:
        said = [f"{each.reason}." for each in plan.records]
    assert all(words.endswith(".") for words in said)


def test_a_record_with_bytes_that_are_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    good = json.dumps(document()).encode()
    path.write_bytes(good.replace(b'"people"', b'"peopl\x80"'))
    plan = planned(read_everything(path), lambda kind, key: None)
    assert [each.fate for each in plan.records] == [RecordFate.UNREADABLE, RecordFate.NEW]
    assert plan.records[0].reason == "it holds what is no UTF-8"


def test_it_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "whatever.txt"
    path.write_bytes(b"\xef\xbb\xbf " + written({}))
    assert is_whole_desk(path)
    path.write_text('{"name": "followup"}')
    assert not is_whole_desk(path)
    assert not is_whole_desk(tmp_path)
    assert not is_whole_desk(tmp_path / "none")


def test_the_schema_of_the_docs_is_that_of_the_types() -> None:
    assert (DOCS / "export.schema.json").read_text(encoding="utf-8") == schema_text(), (
        "run docs/make_schema.py"
    )


def test_every_kind_of_record_stands_in_the_schema_and_in_the_file() -> None:
    assert KINDS == STORED
    assert set(schema()["$defs"]["Desk"]["properties"]) == {
        "followup",
        *(kind.table for kind in KINDS),
    }
    assert set(json.loads(written({}))) == {"followup", *(kind.table for kind in KINDS)}
