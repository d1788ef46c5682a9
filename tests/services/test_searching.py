"""Searching everywhere: every kind is found, changes are followed, what is gone is not shown."""

from __future__ import annotations

import msgspec
import pytest

from followup_tui.domain.change import Change
from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Attendee, Course
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import new_id
from followup_tui.domain.searching.results import SearchKind
from followup_tui.services.searching import SearchService
from tests.builders import (
    NOW,
    TODAY,
    a_client,
    a_project,
    a_promise,
    a_step,
    a_value_add,
    an_encounter,
    an_interaction,
)
from tests.fakes import FakeClock, MemoryRecords

JANE = Person(
    name="Jane Li", role="IT Manager", phones=("+61 2 5550 0142",), emails=("jane@nw.example",)
)
NORTHWIND = a_client("Northwind Traders", people=(Person(name="Omar Haddad"), JANE))


def base() -> dict[str, object]:
    return {"id": new_id(NOW), "created": NOW}


EVERYTHING = (
    NORTHWIND,
    an_interaction(
        NORTHWIND,
        person="Jane Li",
        notes=(NoteLine(at=NOW, text="hello"), NoteLine(at=NOW, text="the Zeppelin is too slow")),
    ),
    a_promise(NORTHWIND, "send the zeppelin link"),
    a_step(NORTHWIND, text="fly the zeppelin"),
    Letter(**base(), client_id=NORTHWIND.id, kind=LetterKind.FOLLOW_UP, subject="Hello",
           body="Dear Jane,\nyour Zeppelin is ready"),
    a_project(NORTHWIND, "Zeppelin portal", ended=TODAY),
    a_value_add("How to land a zeppelin"),
    Course(**base(), title="Zeppelins for developers", first_day=TODAY, last_day=TODAY,
           attendees=(Attendee(name="Tom Hart", company="Tailspin"),)),
    an_encounter(NORTHWIND, talked_about="sensors\nzeppelins"),
    Referral(**base(), client_id=NORTHWIND.id, name="Count Zeppelin"),
)  # fmt: skip


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords(EVERYTHING)


@pytest.fixture
def service(records: MemoryRecords) -> SearchService:
    return SearchService(records, FakeClock())


async def test_every_kind_of_thing_is_found_at_its_place(service: SearchService) -> None:
    before = await service.find("zepp")
    assert not before.hits
    assert before.pending == frozenset(SearchKind)
    await service.prepare()
    found = await service.find("zepp")
    assert not found.pending
    assert [hit.kind for hit in found.hits] == [
        kind for kind in SearchKind if kind is not SearchKind.CLIENT
    ]
    by_kind = {hit.kind: hit for hit in found.hits}
    note = by_kind[SearchKind.NOTE]
    assert note.title == "Northwind Traders: call with Jane Li"
    assert note.line.text == "the Zeppelin is too slow"
    assert [note.line.text[a:b] for a, b in note.line.spans] == ["Zepp"]
    assert note.entry == f"interactions:{note.record_id}"
    assert by_kind[SearchKind.LETTER].line.text == "your Zeppelin is ready"
    assert by_kind[SearchKind.MET].line.text == "zeppelins"
    assert by_kind[SearchKind.LIBRARY].client_id == ""


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("northwind", "Northwind Traders · Omar Haddad"),
        ("jane li", "Northwind Traders · Jane Li, IT Manager"),
        ("JANE@nw", "Northwind Traders · Jane Li, IT Manager"),
        ("5550 0142", "Northwind Traders · Jane Li, IT Manager"),
        ("61255500142", "Northwind Traders · Jane Li, IT Manager"),
        ("traders manager", "Northwind Traders · Jane Li, IT Manager"),
    ],
)
async def test_a_client_is_found_by_all_that_they_are_known_by(
    service: SearchService, words: str, title: str
) -> None:
    await service.prepare()
    assert (await service.find(words)).hits[0].title == title


async def test_misspelt_words_are_forgiven_and_marked(service: SearchService) -> None:
    await service.prepare()
    for words in ("zepplin", "zeppeiln", "Zepelin slow"):
        found = await service.find(words)
        assert found.hits, words
        assert all(hit.near for hit in found.hits)
    assert not (await service.find("xylophone")).hits
    assert not (await service.find("  ?! ")).hits


async def test_changes_are_followed_and_what_is_gone_is_not_shown(
    service: SearchService, records: MemoryRecords
) -> None:
    await service.prepare()
    client = a_client("Tailspin Toys")
    renamed = msgspec.structs.replace(NORTHWIND, name="Contoso")
    promise = EVERYTHING[2]
    records.commit(Change(by="test", put=(client, renamed), drop=(promise,)))
    await service.prepare()
    assert (await service.find("tailspin toys")).hits[0].title.startswith("Tailspin Toys")
    assert not [hit for hit in (await service.find("northwind")).hits
                if hit.kind is SearchKind.CLIENT and not hit.near]  # fmt: skip
    assert (await service.find("contoso")).hits[0].client_id == NORTHWIND.id
    assert SearchKind.PROMISE not in {hit.kind for hit in (await service.find("zepp")).hits}
    records.undo()
    await service.prepare()
    assert SearchKind.PROMISE in {hit.kind for hit in (await service.find("zepp")).hits}


async def test_a_record_that_went_without_a_change_is_not_shown(
    service: SearchService, records: MemoryRecords
) -> None:
    await service.prepare()
    records._table(Client).clear()  # as forgetting does: no change of the history tells of it
    assert SearchKind.CLIENT not in {hit.kind for hit in (await service.find("jane")).hits}


async def test_after_very_many_changes_everything_is_read_anew(
    service: SearchService, records: MemoryRecords
) -> None:
    await service.prepare()
    for number in range(310):
        records.commit(Change(by="test", put=(a_client(f"Client number {number}"),)))
    await service.prepare()
    found = await service.find("client 309")
    assert found.hits[0].title.startswith("Client number 309")
    assert SearchKind.CLIENT in (await service.find("number")).more


async def test_clients_whose_name_begins_so_come_first(records: MemoryRecords) -> None:
    records.commit(
        Change(
            by="test",
            put=(
                a_client("Jade Garden", people=(), about="jane is a friend"),
                a_client("Old Jane Ltd", people=()),
                a_client("Jane", people=()),
                a_client("Janeway Ships", people=()),
            ),
        )
    )
    service = SearchService(records, FakeClock())
    service.read()
    titles = [hit.title for hit in service.found("jane", each=9).hits
              if hit.kind is SearchKind.CLIENT]  # fmt: skip
    assert titles[0] == "Jane"
    assert titles[-1].startswith("Jade Garden")


async def test_a_store_that_cannot_be_read_is_told(
    service: SearchService, records: MemoryRecords
) -> None:
    records.unreadable = "The disk cannot be read: check it."
    await service.prepare()
    assert (await service.find("jane")).problem == "The disk cannot be read: check it."
