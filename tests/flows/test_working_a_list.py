"""The whole way over the real store: prepare, call, wrap up, close, open, due again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from followup_tui.desk import Desk, Web, assemble, open_desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.promise import Promise
from followup_tui.domain.queue import ReasonKind
from followup_tui.domain.views import ItemStatus
from followup_tui.services.ports import Change
from followup_tui.store.cache import FileCache
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.records import TinyRecords
from tests.builders import NOW, TODAY, ZONE, days
from tests.fakes import FakeClock, FakePages, FakeSites, shipped_playbooks
from tests.story import FOURTH, NORTHWIND, TALK, fixed_id, story, story_pages, story_settings


class Home:
    """A home folder whose desk is opened as often as a test wants, as by programs of their own."""

    def __init__(self, folder) -> None:
        self.folder = folder
        self.clock = FakeClock()
        TinyRecords(folder, zone=ZONE).commit(Change(by="story", put=story()))

    def open(self) -> Desk:
        pages = FakePages(*story_pages(), clock=self.clock)
        return assemble(
            self.folder,
            settings=story_settings(),
            clock=self.clock,
            playbooks=shipped_playbooks(),
            records=TinyRecords(self.folder, zone=ZONE),
            drafts=FileDrafts(self.folder / "drafts"),
            web=Web(pages, FakeSites(pages, self.clock)),
            cache=FileCache(self.folder / "cache"),
        )


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def due(desk: Desk) -> list[str]:
    return [entry.client_id for entry in desk.call_list.now_listed().today]


async def test_a_client_is_prepared_called_wrapped_up_and_due_again(home):
    desk = home.open()
    assert due(desk)[0] == NORTHWIND.id

    async for view in desk.preparation.prepare(NORTHWIND.id):
        prepared = view
    for item in prepared.items:
        if item.status is ItemStatus.READY:
            await desk.preparation.tick(NORTHWIND.id, item.key, ticked=True)
    await desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)

    desk = home.open()  # the program was closed and opened
    prepared = await desk.preparation.view(NORTHWIND.id)
    assert prepared.done == 6
    assert [each.value_add for each in prepared.suggestions if each.chosen] == [TALK]

    call = await desk.call.begin(NORTHWIND.id)
    call = desk.call.answer(call, "better than ever")
    call = desk.call.write(call, "opened a third shop\n! send the guide by wed\n* Kubernetes")
    await desk.call.keep(call)

    desk = home.open()  # the terminal was killed
    (interrupted,) = await desk.call.interrupted()
    assert interrupted.client_id == NORTHWIND.id
    again = await desk.call.begin(NORTHWIND.id)
    assert again.resumed
    assert again.notes == call.notes

    home.clock.forward(minutes=12)
    view = await desk.wrap_up.begin(again, Outcome.REACHED)
    await desk.wrap_up.keep(replace(view, call_again=TODAY + days(60), summary="all well"))

    desk = home.open()  # and killed again
    resumed = await desk.wrap_up.resume(NORTHWIND.id)
    assert resumed is not None
    assert (resumed.summary, resumed.call_again) == ("all well", TODAY + days(60))
    await desk.wrap_up.confirm(resumed)
    await desk.agreements.settle(fixed_id("pr-northwind"), kept=True)

    desk = home.open()
    assert await desk.call.interrupted() == []
    assert NORTHWIND.id not in due(desk)
    page = await desk.clients.page(NORTHWIND.id)
    assert page.interactions[0].summary == "all well"
    assert page.standing.last_reached == TODAY
    assert "Kubernetes" in page.client.interests

    home.clock.forward(days=6)  # the guide was to be sent on Wednesday
    entry = next(e for e in desk.call_list.now_listed().today if e.client_id == NORTHWIND.id)
    assert entry.reason.kind is ReasonKind.PROMISE
    promise = next(p for p in desk.records.of_client(Promise, NORTHWIND.id) if "guide" in p.text)
    await desk.agreements.settle(promise.id, kept=True)
    assert NORTHWIND.id not in due(desk)

    home.clock.now = NOW + days(60)
    entry = next(e for e in desk.call_list.now_listed().today if e.client_id == NORTHWIND.id)
    assert entry.reason.kind is ReasonKind.CADENCE


async def test_what_one_program_writes_the_other_shows(home):
    one, other = home.open(), home.open()
    assert FOURTH.id in due(one)
    view = await other.wrap_up.begin(await other.call.begin(FOURTH.id), Outcome.REACHED)
    await other.wrap_up.confirm(view)
    assert one.records.refresh()
    assert FOURTH.id not in due(one)


async def test_two_programs_wrap_up_one_call_and_it_is_written_once(home):
    one, other = home.open(), home.open()
    call = one.call.write(await one.call.begin(FOURTH.id), "said once\n! promised once")
    await one.call.keep(call)
    view = await one.wrap_up.begin(call, Outcome.REACHED)
    theirs = await other.wrap_up.resume(FOURTH.id)
    assert theirs is not None
    await one.wrap_up.confirm(view)
    await other.wrap_up.confirm(theirs)
    records = home.open().records
    written = records.of_client(Interaction, FOURTH.id)
    assert [line.text for i in written for line in i.notes] == ["said once", "! promised once"]
    assert [p.text for p in records.of_client(Promise, FOURTH.id)] == ["promised once"]


async def test_a_list_is_worked_through_to_its_end(home):
    desk = home.open()
    worked = 0
    while left := [e for e in desk.call_list.now_listed().today if e.reason.kind > 3]:
        call = await desk.call.begin(left[0].client_id)
        outcome = Outcome.REACHED if worked % 2 else Outcome.NO_ANSWER
        await desk.wrap_up.confirm(await desk.wrap_up.begin(call, outcome))
        worked += 1
        assert worked < 20, [entry.name for entry in left]
    assert worked == 4
    spoken = home.open().records.all(Client)
    assert len(spoken) == len([each for each in story() if isinstance(each, Client)])


async def test_a_new_desk_opens_lists_and_keeps(tmp_path):
    desk = open_desk(tmp_path / "home", now=lambda: NOW)
    await desk.clients.add(NORTHWIND)
    await desk.clients.note(NORTHWIND.id, "met them at the fair")
    again = open_desk(tmp_path / "home", now=lambda: NOW)
    assert (await again.clients.page(NORTHWIND.id)).interactions[0].notes[0].text == (
        "met them at the fair"
    )
