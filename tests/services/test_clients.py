"""Finding, adding, editing and noting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Client, Origin, OriginKind, Person
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_text, is_clean
from followup_tui.services.clients import NoSuchClient
from tests.builders import NOW, TODAY, a_client, days
from tests.fakes import MemoryRecords, a_desk, a_story_desk, story
from tests.story import (
    LITWARE,
    NORTHWIND,
    PAST_EVENT,
    TAILSPIN,
    WIDE_WORLD,
    fixed_id,
)


async def test_all_are_sorted_as_people_read():
    desk = a_desk(records=[a_client(name) for name in ("zeta", "Ärger", "Beta", "alpha")])
    assert [c.name for c in await desk.clients.all()] == ["alpha", "Ärger", "Beta", "zeta"]


@pytest.mark.parametrize(
    ("words", "client"),
    [
        (NORTHWIND.id, NORTHWIND),
        ("Northwind Traders", NORTHWIND),
        ("northwind", NORTHWIND),
        ("  JANE   li ", NORTHWIND),
        ("omar", TAILSPIN),
        ("ines duarte", LITWARE),
        ("importers", WIDE_WORLD),
        ("orthw", NORTHWIND),
    ],
)
async def test_a_client_is_found_by_id_name_person_or_a_part_of_it(words, client):
    assert await a_story_desk().clients.find(words) == client


async def test_a_whole_name_goes_before_the_start_of_another():
    acme, more = a_client("Acme"), a_client("Acme Tools")
    desk = a_desk(records=[more, acme])
    assert await desk.clients.find("acme") == acme


async def test_a_name_that_fits_several_names_up_to_five():
    desk = a_desk(records=[a_client(f"Acme {n}", people=(Person(name=f"P{n}"),)) for n in range(8)])
    with pytest.raises(NoSuchClient) as problem:
        await desk.clients.find("acme")
    said = str(problem.value)
    assert "8 clients" in said
    assert "Acme 4 (P4)" in said
    assert "Acme 5" not in said
    assert "and 3 more" in said


async def test_two_clients_of_one_name_are_told_apart_by_their_ids():
    twins = [a_client("Acme"), a_client("Acme")]
    with pytest.raises(NoSuchClient) as problem:
        await a_desk(records=twins).clients.find("Acme")
    assert all(twin.id in str(problem.value) for twin in twins)


@pytest.mark.parametrize("words", ["", "  ", "\x1b[31m", "nobody at all"])
async def test_a_name_that_fits_nobody_is_told(words):
    with pytest.raises(NoSuchClient) as problem:
        await a_story_desk().clients.find(words)
    assert "\x1b" not in str(problem.value)


async def test_a_page_holds_all_that_is_known_newest_first():
    friend = a_client("Friend", origin=Origin(kind=OriginKind.REFERRAL, introduced_by=NORTHWIND.id))
    desk = a_desk(records=[*story(), friend])
    page = await desk.clients.page(NORTHWIND.id)
    assert page.projects[0].title == "Booking portal"
    assert page.interactions[0].notes[0].text == "moved to Azure in May"
    assert [offer.value_add_id for offer, _ in page.offers] == [fixed_id("va-hour")]
    assert page.reasons[0].text == "promised the pricing link, due yesterday"
    assert (await desk.clients.page(TAILSPIN.id)).courses == ("Azure course",)
    assert (await desk.clients.page(friend.id)).introduced_by == "Northwind Traders"


async def test_the_reasons_of_a_page_are_those_of_the_call_list():
    desk = a_story_desk()
    for entry in desk.call_list.now_listed().today:
        assert (await desk.clients.page(entry.client_id)).reasons == entry.reasons


async def test_an_imported_client_has_the_reasons_that_the_call_list_gives():
    imported = [
        a_client(f"Import {n}", origin=Origin(kind=OriginKind.IMPORT), created=NOW - days(1))
        for n in range(40)
    ]
    desk = a_desk(records=imported)
    listed = desk.call_list.now_listed()
    due = {entry.client_id: entry.reasons for entry in (*listed.today, *listed.beyond)}
    assert 0 < len(due) < 40
    for client in imported:
        assert (await desk.clients.page(client.id)).reasons == due.get(client.id, ())


async def test_what_is_added_is_there_and_what_is_edited_knows_when():
    desk = a_story_desk()
    new = a_client("New Ltd")
    await desk.clients.add(new)
    assert await desk.clients.find("new ltd") == new
    await desk.clients.edit(replace(new, name="Newer Ltd"))
    client = await desk.clients.find(new.id)
    assert (client.name, client.changed) == ("Newer Ltd", NOW)
    with pytest.raises(NoSuchClient):
        await desk.clients.edit(a_client("Never added"))


async def test_a_note_is_an_interaction_line_by_line_and_its_signs_work():
    records = MemoryRecords(story())
    desk = a_desk(records=records)
    noted = await desk.clients.note(
        LITWARE.id, "called us\r\n\n+ the new report\n* Flutter\n! send the plan by 2026-11-27"
    )
    assert (noted.kind, noted.outcome) == (InteractionKind.NOTE, Outcome.NOTED)
    assert [line.text for line in noted.notes][:2] == ["called us", "+ the new report"]
    client = records.get(Client, LITWARE.id)
    assert client is not None
    assert (client.likes, client.interests) == (("the new report",), ("Flutter",))
    (promise,) = records.of_client(Promise, LITWARE.id)
    assert (promise.text, promise.due) == ("send the plan", TODAY + days(8))
    assert promise.interaction_id == noted.id
    assert len(records.changes) == 1, "one change, so that one undo takes it back"


async def test_a_note_does_not_count_as_having_spoken():
    desk = a_story_desk()
    before = desk.records.standings()[NORTHWIND.id]
    await desk.clients.note(NORTHWIND.id, "saw them in the paper")
    assert desk.records.standings()[NORTHWIND.id] == before


@given(text=st.text(max_size=400))
async def test_a_note_of_any_text_is_clean_or_refused(text):
    desk = a_desk(records=[NORTHWIND, PAST_EVENT])
    try:
        noted = await desk.clients.note(NORTHWIND.id, text)
    except Invalid:
        assert not clean_text(text)
    else:
        assert noted.notes
        assert all(line.text.strip() and is_clean(line.text) for line in noted.notes)
