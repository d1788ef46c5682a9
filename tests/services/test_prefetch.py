"""Preparing beforehand: quietly, a few at a time, and never in the way of who is opened."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from followup_tui.domain.page import PageFacts
from followup_tui.domain.views import ItemStatus
from followup_tui.services.ports import StoreProblem
from followup_tui.services.prefetch import AT_ONCE
from followup_tui.settings.model import Day, Settings, Web
from tests.builders import NOW, TODAY, a_client, an_interaction, days
from tests.fakes import FakeClock, FakePages, MemoryRecords, a_desk


class Room:
    """A desk whose clients are all due, each with a site of their own."""

    def __init__(self, number: int = 6, web: Web | None = None) -> None:
        self.clients = [
            a_client(f"Client {n}", website=f"https://c{n}.example/") for n in range(number)
        ]
        talks = [an_interaction(each, day=TODAY - days(200)) for each in self.clients]
        self.clock = FakeClock()
        self.pages = FakePages(
            *(PageFacts(url=each.website, read_at=NOW, title=each.name) for each in self.clients),
            clock=self.clock,
        )
        self.records = MemoryRecords([*self.clients, *talks])
        settings = Settings(web=web or Web(), day=Day(capacity=50))
        self.desk = a_desk(
            records=self.records, pages=self.pages, now=self.clock, settings=settings
        )

    async def ran(self):
        return [state async for state in self.desk.prefetch.run()]


async def last_of(views):
    return [view async for view in views][-1]


def website(view):
    return next(item for item in view.items if item.key == "website")


async def test_the_days_clients_are_prepared_and_told():
    room = Room()
    states = await room.ran()
    assert [state.words for state in states][-1] == "prepared 6 of 6"
    assert not states[-1].running
    assert {url for url, _ in room.pages.asked} == {each.website for each in room.clients}
    asked = len(room.pages.asked)
    view = await room.desk.preparation.view(room.clients[3].id)
    assert website(view).status is ItemStatus.READY
    assert len(room.pages.asked) == asked, "opening it is immediate"


async def test_a_few_at_a_time():
    room = Room()
    gates = [room.pages.hold(each.website) for each in room.clients]
    async with aclosing(room.desk.prefetch.run()) as states:
        state = await anext(states)
        assert len(state.now) == AT_ONCE
        following = asyncio.ensure_future(anext(states))
        while len(room.pages.asked) < AT_ONCE:
            await asyncio.sleep(0)
        for gate in gates:
            gate.set()
        state = await following
        async for each in states:
            state = each
    assert (state.done, state.total) == (6, 6)


@pytest.mark.parametrize("web", [Web(prefetch=False), Web(metered=True)])
async def test_not_where_the_settings_forbid_it(web):
    room = Room(web=web)
    assert await room.ran() == []
    assert room.pages.asked == []
    view = await last_of(room.desk.preparation.prepare(room.clients[0].id))
    assert website(view).status is ItemStatus.READY, "what is asked for is fetched all the same"


async def test_not_again_within_the_hour():
    room = Room()
    await room.ran()
    assert await room.ran() == []
    room.clock.forward(minutes=61)
    assert (await room.ran())[-1].words == "prepared 6 of 6"


async def test_who_is_opened_goes_before_those_who_wait():
    room = Room()
    for each in room.clients:
        room.pages.hold(each.website)
    async with aclosing(room.desk.prefetch.run()) as states:
        await anext(states)
        while len(room.pages.asked) < AT_ONCE:
            await asyncio.sleep(0)
        last = room.clients[-1]
        room.pages.hold(last.website).set()
        view = await last_of(room.desk.preparation.prepare(last.id))
        assert website(view).status is ItemStatus.READY
        assert len(room.pages.answered) == 1, "all the others are still on their way"


async def test_what_is_on_its_way_for_both_is_fetched_once():
    room = Room()
    gates = {each.id: room.pages.hold(each.website) for each in room.clients}
    async with aclosing(room.desk.prefetch.run()) as states:
        await anext(states)
        while len(room.pages.asked) < AT_ONCE:
            await asyncio.sleep(0)
        first = next(c for c in room.clients if c.website == room.pages.asked[0][0])
        async with aclosing(room.desk.preparation.prepare(first.id)) as views:
            await anext(views)
            gates[first.id].set()
            view = await last_of(views)
        assert website(view).status is ItemStatus.READY
    assert [url for url, _ in room.pages.asked].count(first.website) == 1


async def test_closing_it_leaves_nothing_running_but_who_is_open():
    room = Room()
    gates = {each.id: room.pages.hold(each.website) for each in room.clients}
    views = room.desk.preparation.prepare(room.clients[0].id)
    await anext(views)
    states = room.desk.prefetch.run()
    await anext(states)
    for _ in range(20):
        await asyncio.sleep(0)
    await states.aclose()
    gates[room.clients[0].id].set()
    view = await last_of(views)
    assert website(view).status is ItemStatus.READY
    assert room.clients[0].website not in room.pages.cancelled
    assert len(asyncio.all_tasks()) == 1


async def test_failures_are_quiet_here_and_told_in_the_preparation():
    room = Room(2)
    room.pages.fail(room.clients[0].website, "c0.example did not answer within 15 s.")
    states = await room.ran()
    assert states[-1].words == "prepared 2 of 2, 1 with troubles"
    view = await room.desk.preparation.view(room.clients[0].id)
    assert website(view).problem == "c0.example did not answer within 15 s."


async def test_a_store_that_cannot_be_read_is_told():
    room = Room(1)
    room.records.unreadable = "The desk cannot be read."
    with pytest.raises(StoreProblem):
        await room.ran()
