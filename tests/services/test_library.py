"""The library: filled by its sources and by hand, and what became of each thing in it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest
from msgspec.structs import replace

from followup_tui.domain.change import Change
from followup_tui.domain.library.view import Currency
from followup_tui.domain.page import Event, EventStatus, NewsItem, PageFacts
from followup_tui.domain.record import Invalid
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd, ValueAddKind
from followup_tui.domain.views import ItemStatus
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.library import NoSuchValueAdd
from followup_tui.settings.model import Settings, Sources, Web
from tests.builders import NOW, TODAY, a_client, a_value_add, days
from tests.fakes import FakeClock, FakePages, MemoryRecords, a_desk

CALENDAR = "https://ourselves.example/events.ics"
GROUP = "https://usergroup.example/"
FEED = "https://journal.example/feed.xml"
SOURCES = Sources(own_events=(CALENDAR,), user_group=(GROUP,), articles=(FEED,))

BREAKFAST = Event(title="Free breakfast", start=NOW + days(9), uid="b")
MEETUP = Event(title="Keeping costs down", start=NOW + days(6), url=GROUP)
ANOTHER = NewsItem(title="Alarms that wake nobody", url="https://journal.example/a", date=TODAY)
ARTICLE = NewsItem(title="Reports people read", url="https://journal.example/r", date=TODAY)


class Room:
    """A desk with three sources, whose parts a test can reach."""

    def __init__(self, *records, web: Web | None = None, sources: Sources = SOURCES) -> None:
        self.clock = FakeClock()
        self.pages = FakePages(
            PageFacts(url=CALENDAR, read_at=NOW, title="Our events", events=(BREAKFAST,)),
            PageFacts(url=GROUP, read_at=NOW, title="The user group", events=(MEETUP,)),
            PageFacts(url=FEED, read_at=NOW, title="The journal", news=(ARTICLE,)),
            clock=self.clock,
        )
        self.records = MemoryRecords(records, clock=self.clock)
        self.settings = Settings(sources=sources, web=web or Web())
        self.library = a_desk(
            records=self.records, pages=self.pages, now=self.clock, settings=self.settings
        ).library

    async def refreshed(self, *, anew: bool = False):
        return [view async for view in self.library.refresh(anew=anew)][-1]

    def titles(self) -> list[str]:
        return [each.title for each in self.records.all(ValueAdd) if not each.retired]


async def test_the_sources_fill_the_library_in_one_change_that_can_be_taken_back():
    room = Room()
    view = await room.refreshed()
    assert [item.value_add.title for item in view.items] == [
        "Keeping costs down",
        "Free breakfast",
        "Reports people read",
    ]
    assert [item.origin for item in view.items] == [
        "usergroup.example",
        "ourselves.example",
        "journal.example",
    ]
    assert [(each.title, each.items, each.status) for each in view.sources] == [
        ("Our events", 1, ItemStatus.READY),
        ("The user group", 1, ItemStatus.READY),
        ("The journal", 1, ItemStatus.READY),
    ]
    (change,) = room.records.changes
    assert change.by == (
        "library: 1 invitation from ourselves.example, 1 invitation from usergroup.example, "
        "1 article from journal.example"
    )
    room.records.undo()
    assert room.titles() == []


async def test_looked_at_again_nothing_is_written():
    room = Room()
    await room.refreshed()
    view = await room.refreshed(anew=True)
    assert len(room.records.changes) == 1
    assert view.told == ()
    assert all(refresh for _, refresh in room.pages.asked[3:])


async def test_each_source_goes_its_own_way():
    room = Room()
    gates = {url: room.pages.hold(url) for url in (CALENDAR, GROUP, FEED)}
    async with aclosing(room.library.refresh()) as views:
        view = await anext(views)
        assert view.refreshing
        gates[FEED].set()
        view = await anext(views)
        assert [each.status for each in view.sources] == [
            ItemStatus.FETCHING,
            ItemStatus.FETCHING,
            ItemStatus.READY,
        ]
        assert view.items == (), "nothing is written before the last one is there"
        gates[CALENDAR].set()
        gates[GROUP].set()
        async for each in views:
            view = each
    assert not view.refreshing
    assert view.current == 3


async def test_given_up_nothing_is_written_and_nothing_is_left_running():
    room = Room()
    room.pages.hold(FEED)
    async with aclosing(room.library.refresh()) as views:
        await anext(views)
        await anext(views)
    assert room.records.changes == []
    assert len(asyncio.all_tasks()) == 1
    assert not (await room.library.view()).refreshing


async def test_a_source_that_fails_is_told_and_takes_nothing_away():
    room = Room()
    await room.refreshed()
    room.pages.fail(CALENDAR, "ourselves.example did not answer within 15 s.")
    view = await room.refreshed(anew=True)
    assert view.sources[0].status is ItemStatus.FAILED
    assert view.sources[0].problem == "ourselves.example did not answer within 15 s."
    assert view.sources[0].read_at == NOW
    assert "Free breakfast" in room.titles()


async def test_a_source_that_says_nothing_is_told():
    room = Room()
    room.pages.say(PageFacts(url=GROUP, read_at=NOW, title="The user group"))
    room.pages.say(PageFacts(url=FEED, read_at=NOW, title="A page", headings=("Hello",)))
    view = await room.refreshed()
    assert [each.problem for each in view.sources] == [
        "",
        "usergroup.example names no date to come.",
        "journal.example names no article: is it the feed?",
    ]


async def test_what_is_called_off_is_retired_and_kept():
    room = Room()
    await room.refreshed()
    off = replace(BREAKFAST, status=EventStatus.CANCELLED)
    room.pages.say(PageFacts(url=CALENDAR, read_at=NOW, title="Our events", events=(off,)))
    view = await room.refreshed(anew=True)
    item = view.items[-1]
    assert (item.value_add.title, item.currency, item.value_add.why_retired) == (
        "Free breakfast",
        Currency.RETIRED,
        "cancelled",
    )
    assert room.records.changes[-1].by == "library: 1 event called off from ourselves.example"


async def test_what_the_user_changed_stays():
    room = Room()
    await room.refreshed()
    mine = await room.library.find("reports")
    await room.library.edit(replace(mine, title="Reports, in seven questions"))
    room.pages.say(
        PageFacts(url=FEED, read_at=NOW, news=(replace(ARTICLE, title="Reports again"),))
    )
    view = await room.refreshed(anew=True)
    (item,) = [each for each in view.items if each.value_add.id == mine.id]
    assert item.value_add.title == "Reports, in seven questions"
    assert item.edited == ("title",)


@pytest.mark.parametrize(
    ("web", "sources", "wanted"),
    [
        (Web(), SOURCES, True),
        (Web(metered=True), SOURCES, False),
        (Web(prefetch=False), SOURCES, False),
        (Web(), Sources(), False),
    ],
)
async def test_it_is_looked_at_by_itself_once_a_day_where_that_is_allowed(web, sources, wanted):
    room = Room(web=web, sources=sources)
    assert room.library.wants_refresh() is wanted
    await room.refreshed()
    assert not room.library.wants_refresh()
    room.clock.forward(days=1)
    assert room.library.wants_refresh() is wanted


async def test_a_copy_of_today_is_new_enough_after_a_restart():
    room = Room(sources=Sources(articles=(FEED,)))
    room.pages.keep(PageFacts(url=FEED, read_at=NOW), at=NOW.replace(hour=8))
    assert not room.library.wants_refresh()
    room.pages.keep(PageFacts(url=FEED, read_at=NOW), at=NOW - days(1))
    assert room.library.wants_refresh()


# By hand


async def test_an_address_is_fetched_for_its_title_and_topics():
    room = Room(a_client(interests=("Power BI",)))
    url = "https://journal.example/tears"
    room.pages.say(
        PageFacts(url=url, read_at=NOW, title="Power BI without tears", description="Short.")
    )
    found = await room.library.look_up(url)
    assert (found.title, found.about, found.topics) == (
        "Power BI without tears",
        "Short.",
        ("Power BI",),
    )
    made = room.library.fresh(ValueAddKind.ARTICLE, found.title, url=url, topics=found.topics)
    await room.library.add(made)
    assert room.titles() == ["Power BI without tears"]
    with pytest.raises(Invalid, match="in the library already"):
        await room.library.add(room.library.fresh(ValueAddKind.ARTICLE, "Again", url=url))


async def test_an_address_that_cannot_be_read_is_told():
    room = Room()
    found = await room.library.look_up("https://nowhere.example/x")
    assert (found.title, found.problem) == ("", "nowhere.example does not exist: no such name.")
    with pytest.raises(Invalid):
        await room.library.look_up("nowhere")


async def test_what_is_typed_is_cleaned():
    made = Room().library.fresh(
        ValueAddKind.TALK, " A \x1b[31mtalk ", topics=("costs", "costs", " ")
    )
    assert (made.title, made.topics) == ("A talk", ("costs",))
    with pytest.raises(Invalid):
        Room().library.fresh(ValueAddKind.TALK, "  ")


async def test_retiring_and_bringing_back():
    hour = a_value_add("An hour with Ulla", kind=ValueAddKind.CONSULTATION)
    room = Room(hour)
    await room.library.retire(hour.id)
    assert (await room.library.view()).items[0].currency is Currency.RETIRED
    await room.library.bring_back(hour.id)
    assert (await room.library.view()).current == 1
    assert [change.by for change in room.records.changes] == [
        "library, retired: An hour with Ulla",
        "library, brought back: An hour with Ulla",
    ]
    with pytest.raises(NoSuchValueAdd):
        await room.library.retire("gone")


async def test_finding_goes_by_title_and_tells_what_comes_near():
    one, other = a_value_add("Costs in spring"), a_value_add("Costs in autumn")
    room = Room(one, other, replace(one, id="0" * 26, title="Costs", retired=True))
    assert (await room.library.find("costs in SPRING")).id == one.id
    assert (await room.library.find("autumn")).id == other.id
    assert (await room.library.find(one.id)).id == one.id
    with pytest.raises(NoSuchValueAdd, match="fits 2 value-adds"):
        await room.library.find("costs")
    with pytest.raises(NoSuchValueAdd, match="followup library"):
        await room.library.find("nothing like it")


# Giving


async def test_an_offer_moves_on_and_is_not_there_twice():
    client, talk = a_client(), a_value_add("Costs")
    room = Room(client, talk)
    for state in (OfferState.PLANNED, OfferState.OFFERED, OfferState.TAKEN):
        await room.library.offer(client.id, talk.id, state)
    (offer,) = room.records.all(Offer)
    assert offer.state is OfferState.TAKEN
    (item,) = (await room.library.view()).items
    assert (item.planned, item.offered, item.taken) == (0, 1, 1)
    assert room.records.changes[-1].by == "taken: Costs, Northwind Traders"


async def test_only_what_is_there_can_be_offered():
    client, other = a_client(), a_client("Litware")
    tip = a_value_add("Their contact page", client_id=other.id)
    room = Room(client, other, tip)
    with pytest.raises(NoSuchValueAdd, match="another client"):
        await room.library.offer(client.id, tip.id, OfferState.OFFERED)
    with pytest.raises(NoSuchValueAdd):
        await room.library.offer(client.id, "gone", OfferState.OFFERED)
    with pytest.raises(NoSuchClient):
        await room.library.offer("gone", tip.id, OfferState.OFFERED)


async def test_what_comes_in_by_itself_is_not_what_undo_means():
    room = Room(a_client())
    desk = a_desk(records=room.records, pages=room.pages, now=room.clock, settings=room.settings)
    room.records.commit(Change(by="a note", put=(a_value_add("By hand"),)))
    _ = [view async for view in desk.library.refresh(by_itself=True)]
    assert room.records.changes[-1].by.startswith("by itself: library: ")
    assert (await desk.history.undo()).by == "a note"
    room.clock.forward(hours=2)
    room.pages.say(PageFacts(url=FEED, read_at=NOW, title="The journal", news=(ARTICLE, ANOTHER)))
    _ = [view async for view in desk.library.refresh(by_itself=True)]
    assert "By hand" not in room.titles()
    assert (await desk.history.redo()).by == "a note"
    assert "By hand" in room.titles()
