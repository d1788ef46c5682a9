"""Merging two clients: all that is written about either goes over, and comes back by one undo."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, Origin, OriginKind
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.merging.fields import SINGLE
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import Invalid, Record, new_id
from followup_tui.services.clients import NoSuchClient
from tests.builders import (
    NOW,
    a_client,
    a_project,
    a_promise,
    a_step,
    an_encounter,
    an_interaction,
)
from tests.fakes import MemoryDrafts, MemoryRecords, a_desk
from tests.store.strategies import records as any_record

OURS, THEIRS = a_client("Tailspin"), a_client("Tailspin Toys")
OTHER = a_client("Contoso", origin=Origin(kind=OriginKind.REFERRAL, introduced_by=THEIRS.id))
BASE = {"id": new_id(NOW), "created": NOW}


def everything() -> list[Record]:
    course = Course(
        **BASE,
        title="Azure",
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 3),
        attendees=(Attendee(name="Jane Li", client_id=THEIRS.id),),
    )
    draw = Draw(
        id=new_id(NOW),
        created=NOW,
        course_id=course.id,
        seed=1,
        coffee_day=date(2026, 11, 17),
        picks=(Pick(client_id=THEIRS.id, name="Jane Li"),),
    )
    return [
        OURS, THEIRS, OTHER, course, draw,
        an_interaction(OURS), an_interaction(THEIRS), a_project(THEIRS), a_promise(THEIRS),
        a_step(THEIRS), an_encounter(THEIRS),
        Referral(id=new_id(NOW), created=NOW, client_id=OTHER.id, name="T", became=THEIRS.id),
    ]  # fmt: skip


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords(everything())


@pytest.fixture
def desk(records: MemoryRecords) -> Desk:
    return a_desk(records=records)


def kept(records: MemoryRecords) -> dict[str, Record]:
    return {each.id: each for kind in KINDS for each in records.all(kind)}


async def test_all_goes_over_and_one_undo_brings_it_back(
    desk: Desk, records: MemoryRecords
) -> None:
    before = kept(records)
    plan = await desk.merging.merge(OURS.id, THEIRS.id)
    after = kept(records)
    assert set(before) - set(after) == {THEIRS.id}
    assert [record for record in after.values() if THEIRS.id in repr(record)] == []
    assert plan.moved == {
        "clients": 1, "courses": 1, "draws": 1, "interactions": 1, "projects": 1, "promises": 1,
        "next_steps": 1, "encounters": 1, "referrals": 1,
    }  # fmt: skip
    (change,) = records.changes
    assert change.by == "merge Tailspin Toys into Tailspin"
    await desk.history.undo()
    assert kept(records) == before


async def test_a_plan_changes_nothing(desk: Desk, records: MemoryRecords) -> None:
    before = kept(records)
    plan = await desk.merging.plan(OURS.id, THEIRS.id, take=("name",))
    assert plan.merged.name == "Tailspin Toys"
    assert kept(records) == before


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (f"call-{THEIRS.id}", "a call with Tailspin Toys is half typed"),
        (f"form-{OURS.id}", "the form of Tailspin is half typed"),
    ],
    ids=["call", "form"],
)
async def test_what_is_half_typed_is_finished_first(
    records: MemoryRecords, key: str, words: str
) -> None:
    """Also the form of the one who stays: saved later, it would undo what the two became."""
    drafts = MemoryDrafts()
    drafts.save(key, b"{}")
    desk = a_desk(records=records, drafts=drafts)
    with pytest.raises(Invalid, match=words):
        await desk.merging.merge(OURS.id, THEIRS.id)
    assert records.changes == []
    drafts.discard(key)
    drafts.save(f"call-{OURS.id}", b"{}")
    await desk.merging.merge(OURS.id, THEIRS.id)


async def test_one_that_is_gone_and_twice_the_same_are_sentences(desk: Desk) -> None:
    with pytest.raises(NoSuchClient):
        await desk.merging.plan(OURS.id, "gone")
    with pytest.raises(Invalid, match="one client already"):
        await desk.merging.plan(OURS.id, OURS.id)


async def test_who_they_introduced_is_not_introduced_by_themselves(
    desk: Desk, records: MemoryRecords
) -> None:
    await desk.merging.merge(OTHER.id, THEIRS.id)
    one = records.get(Client, OTHER.id)
    assert one is not None
    assert one.origin == replace(OTHER.origin, introduced_by="")


IDS = (OURS.id, THEIRS.id, OTHER.id)


def _with_ids(value: object, key: str, pick: Iterator[str]) -> object:
    """Return a decoded record with clients of the desk wherever it names one."""
    if isinstance(value, dict):
        return {name: _with_ids(each, name, pick) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_ids(each, key, pick) for each in value]
    return next(pick) if key in {"client_id", "became", "introduced_by"} else value


@st.composite
def desks(draw: st.DrawFn) -> list[Record]:
    """Draw three clients and records of every kind about them, whatever they say."""
    found: dict[str, Record] = {}
    pick = iter(lambda: draw(st.sampled_from(IDS)), "")
    for at, client_id in enumerate(IDS):
        client = draw(any_record(Client))
        one = replace(client, id=client_id, origin=replace(client.origin, introduced_by=""))
        found[client_id] = replace(one, name=f"{one.name} {at}")
    for number, kind in enumerate(each for each in KINDS if each is not Client):
        for each in range(draw(st.integers(0, 2))):
            plain = msgspec.to_builtins(draw(any_record(kind)))
            plain = _with_ids({**plain, "id": f"0{number}-{each}"}, "", pick)
            record = msgspec.convert(plain, kind)
            found[record.id] = record
    return list(found.values())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(there=desks(), take=st.sets(st.sampled_from(sorted(SINGLE))))
def test_whatever_is_written_about_either_is_there_afterwards(
    there: list[Record], take: set[str]
) -> None:
    """Of every kind of record: nothing goes, nothing changes but whom it names; undo is exact."""
    records = MemoryRecords(there)
    desk = a_desk(records=records)
    before = kept(records)
    asyncio.run(desk.merging.merge(OURS.id, THEIRS.id, take=take))
    after = kept(records)
    assert set(before) - set(after) == {THEIRS.id}
    for record_id, record in before.items():
        if record_id in {OURS.id, THEIRS.id}:
            continue
        said = msgspec.json.encode(record).replace(THEIRS.id.encode(), OURS.id.encode())
        assert msgspec.json.encode(after[record_id]) == said
    assert THEIRS.id not in repr(after)
    asyncio.run(desk.history.undo())
    assert kept(records) == before
