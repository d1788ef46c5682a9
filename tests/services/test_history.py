"""The history as a service: whom a change was about, taking it back, doing it again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.history import FROM_THE_START, CannotUndo
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import Promise
from followup_tui.domain.timeline.differences import What
from followup_tui.services.history import NAMED_AT_MOST
from followup_tui.services.ports import Change
from tests.builders import TODAY, a_client, days
from tests.fakes import MemoryRecords, a_desk


@pytest.fixture
def client() -> Client:
    return a_client()


@pytest.fixture
def desk(client: Client) -> Desk:
    return a_desk(records=[client, a_client("Contoso")])


async def _words(desk: Desk) -> list[str]:
    return [entry.change.by for entry in await desk.history.past()]


async def test_what_a_note_wrote_is_one_change_and_says_about_whom(
    desk: Desk, client: Client
) -> None:
    await desk.clients.note(client.id, "! send the plan by fri")
    (entry,) = await desk.history.past()
    assert entry.change.by == "note: Northwind Traders"
    assert [touched.name for touched in entry.clients] == ["Northwind Traders"]
    told = await desk.history.details(entry.change)
    assert [(one.what, one.kind) for one in told.records] == [
        (What.NEW, "note"),
        (What.NEW, "promise"),
    ]


async def test_the_last_change_is_taken_back_whole(desk: Desk, client: Client) -> None:
    await desk.call_list.snooze(client.id, TODAY + days(3))
    await desk.clients.note(client.id, "! send the plan by fri")
    taken = await desk.history.undo()
    assert taken.by == "note: Northwind Traders"
    assert desk.records.all(Interaction) == []
    assert desk.records.all(Promise) == []
    assert (await desk.history.undo()).by.startswith("snoozed until Sun 22 Nov 2026: ")
    assert desk.records.get(Client, client.id) == client
    with pytest.raises(CannotUndo, match="nothing to take back"):
        await desk.history.undo()


async def test_doing_again_goes_forward_as_far_as_was_taken_back(
    desk: Desk, client: Client
) -> None:
    await desk.clients.note(client.id, "one")
    await desk.call_list.snooze(client.id, TODAY + days(3))
    await desk.history.undo()
    await desk.history.undo()
    assert (await desk.history.redo()).by == "note: Northwind Traders"
    assert (await desk.history.redo()).by.startswith("snoozed")
    with pytest.raises(CannotUndo, match="since the last change"):
        await desk.history.redo()
    assert len(desk.records.all(Interaction)) == 1
    assert (await _words(desk))[:2] == [
        "redo: snoozed until Sun 22 Nov 2026: Northwind Traders", "redo: note: Northwind Traders",
    ]  # fmt: skip
    assert (await desk.history.undo()).by.startswith("snoozed")
    assert (await _words(desk))[0] == "undo: snoozed until Sun 22 Nov 2026: Northwind Traders"


async def test_nothing_is_done_again_over_a_later_change(desk: Desk, client: Client) -> None:
    await desk.clients.note(client.id, "one")
    await desk.history.undo()
    await desk.clients.note(client.id, "two")
    with pytest.raises(CannotUndo):
        await desk.history.redo()


async def test_any_change_is_taken_back_by_its_id_and_that_as_well(
    desk: Desk, client: Client
) -> None:
    await desk.clients.note(client.id, "one")
    (first,) = await desk.history.past()
    await desk.call_list.snooze(client.id, TODAY + days(3))
    await desk.history.undo(first.change.id)
    assert desk.records.all(Interaction) == []
    undo = (await desk.history.past())[0].change
    assert (undo.by, undo.undoes) == ("undo: note: Northwind Traders", first.change.id)
    await desk.history.undo(undo.id)
    assert len(desk.records.all(Interaction)) == 1
    assert (await _words(desk))[0] == "redo: note: Northwind Traders"
    with pytest.raises(CannotUndo, match="No change has the id"):
        await desk.history.undo("zzz")


async def test_what_came_later_is_not_broken(desk: Desk, client: Client) -> None:
    await desk.call_list.snooze(client.id, TODAY + days(3))
    (first,) = await desk.history.past()
    await desk.call_list.snooze(client.id, TODAY + days(9))
    with pytest.raises(CannotUndo, match="changed later"):
        await desk.history.undo(first.change.id)


async def test_what_laid_out_the_sample_desk_is_not_the_last_change(
    desk: Desk, client: Client
) -> None:
    seeded = replace(client, about="seeded")
    desk.records.commit(Change(by=f"{FROM_THE_START}: dated", put=(seeded,)))
    with pytest.raises(CannotUndo):
        await desk.history.undo()
    assert desk.records.get(Client, client.id) == seeded


async def test_of_a_large_change_the_first_clients_are_named_and_the_others_counted() -> None:
    clients = [a_client(f"Client {number}") for number in range(10)]
    desk = a_desk()
    desk.records.commit(Change(by="import", put=tuple(clients)))
    desk.records.commit(Change(by="removed", drop=(clients[0],)))
    removed, imported = await desk.history.past()
    assert len(imported.clients) == NAMED_AT_MOST
    assert imported.others == 10 - NAMED_AT_MOST
    assert [touched.name for touched in removed.clients] == ["Client 0"]


async def test_the_history_of_one_client_read_page_by_page(desk: Desk, client: Client) -> None:
    for text in "abc":
        await desk.clients.note(client.id, text)
    other = (await desk.clients.find("Contoso")).id
    await desk.clients.note(other, "d")
    everything = await desk.history.past(client_id=client.id)
    assert len(everything) == 3
    first = await desk.history.past(client_id=client.id, limit=2)
    rest = await desk.history.past(client_id=client.id, limit=2, before=first[-1].change.id)
    assert [*first, *rest] == list(everything)


async def test_what_another_program_wrote_is_in_it(desk: Desk, client: Client) -> None:
    records = desk.records
    assert isinstance(records, MemoryRecords)
    records.another_program_writes(Change(by="over there", put=(replace(client, about="x"),)))
    assert await _words(desk) == ["over there"]
