"""Forgetting a client of whom another was made a part: what was written of that one goes, too."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from followup_tui.desk import Desk, open_desk
from followup_tui.domain.client import Client, Person
from followup_tui.services.ports import Change
from followup_tui.store.forget import forget, made_part_of, traces_of
from tests.builders import a_client, a_promise, an_interaction

STAYS = a_client("Aardvark", people=(Person(name="Zelda Quux"),))
GOES = a_client("Bumblebee", people=(Person(name="Yorick Plugh", emails=("yorick@b.example",)),))
BEFORE = a_client("Cockatoo", people=(Person(name="Xenia Frob"),))
OTHER = a_client("Dormouse", people=(Person(name="Wanda Grue"),))


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk on which one client went into another, and that into a third."""
    desk = open_desk(home)
    for client in (STAYS, GOES, BEFORE, OTHER):
        desk.records.commit(Change(by="new client", put=(client,)))
    for client in (GOES, BEFORE, OTHER):
        talk = an_interaction(client, person=client.people[0].name)
        desk.records.commit(Change(by="note", put=(talk, a_promise(client, "send the xyzzy"))))
    asyncio.run(desk.merging.merge(GOES.id, BEFORE.id))
    asyncio.run(desk.merging.merge(STAYS.id, GOES.id))
    return desk


def everything_in(home: Path) -> str:
    files = (path for path in home.rglob("*") if path.is_file() and path.suffix != ".zip")
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)


def test_every_trace_of_both_goes(desk: Desk, home: Path) -> None:
    assert made_part_of(home, STAYS.id) == {GOES.id, BEFORE.id}
    done = forget(home, traces_of(home, STAYS.id, STAYS.name), everywhere=False, shared=())
    assert not done.left
    left = everything_in(home)
    for client in (STAYS, GOES, BEFORE):
        for words in (client.id, client.name, client.people[0].name):
            assert words not in left
    assert OTHER.people[0].name in left
    (one,) = open_desk(home).records.all(Client)
    assert one == OTHER


def test_who_is_themselves_again_stays(desk: Desk, home: Path) -> None:
    asyncio.run(desk.history.undo())
    assert made_part_of(home, STAYS.id) == frozenset()
    assert made_part_of(home, GOES.id) == {BEFORE.id}
    asyncio.run(desk.history.redo())  # and it stands again
    assert made_part_of(home, STAYS.id) == {GOES.id, BEFORE.id}


def test_who_was_removed_with_a_change_of_another_is_no_part_of_it(home: Path) -> None:
    desk = open_desk(home)
    desk.records.commit(Change(by="import a.csv: 1 client", put=(STAYS, OTHER)))
    desk.records.commit(Change(by="edit", put=(STAYS,), drop=(OTHER,)))
    assert made_part_of(home, STAYS.id) == frozenset()
