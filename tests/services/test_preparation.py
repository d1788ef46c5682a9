"""Preparing a client: sources side by side, each with its own state."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest
from msgspec.structs import replace

from followup_tui.domain.client import Competitor
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.page import Event, EventStatus, PageFacts
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.record import Invalid
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import ItemStatus
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import Change, StoreProblem
from followup_tui.settings.model import Settings, Sources
from tests.builders import NOW, a_client, a_value_add, an_interaction, days
from tests.fakes import DISK_FULL, FakeClock, FakePages, MemoryRecords, a_desk
from tests.story import (
    BREAKFAST,
    CONSULTATION,
    LITWARE,
    NORTHWIND,
    PAST_EVENT,
    TAILSPIN,
    TALK,
    WIDE_WORLD,
    at,
    story,
    story_pages,
    story_settings,
)

SITE, RIVAL = "https://northwind.example/", "https://fabrikam.example/"
OWN, GROUP = "https://ourselves.example/events", "https://usergroup.example/"


class Room:
    """A desk over the story whose parts a test can reach."""

    def __init__(self, *extra, settings: Settings | None = None) -> None:
        self.clock = FakeClock()
        self.pages = FakePages(*story_pages(), clock=self.clock)
        self.records = MemoryRecords([*story(), *extra])
        self.settings = settings or story_settings()
        self.desk = self.reopened()

    def reopened(self):
        return a_desk(
            records=self.records, pages=self.pages, now=self.clock, settings=self.settings
        )

    async def prepared(self, client=NORTHWIND, *, refresh=False):
        views = [v async for v in self.desk.preparation.prepare(client.id, refresh=refresh)]
        return views[-1]


def item(view, key):
    return next(each for each in view.items if each.key == key)


def texts(prepared):
    return [each.text for each in prepared.evidence]


async def test_what_is_known_is_shown_without_the_network():
    room = Room()
    view = await room.desk.preparation.view(NORTHWIND.id)
    assert room.pages.asked == []
    assert item(view, "website").status is ItemStatus.WAITING
    last = item(view, "last-time")
    assert last.status is ItemStatus.READY
    assert last.headline == "11 May: moved to Azure in May"
    assert "send the pricing link, due yesterday" in texts(last)
    assert view.why == "promised the pricing link, due yesterday"
    assert view.preparation_id == ""


async def test_each_source_goes_its_own_way_from_waiting_to_ready():
    room = Room()
    gates = {url: room.pages.hold(url) for url in (SITE, RIVAL, OWN, GROUP)}
    async with aclosing(room.desk.preparation.prepare(NORTHWIND.id)) as views:
        first = await anext(views)
        assert {each.status for each in first.items if each.fetches} == {ItemStatus.WAITING}
        going = await anext(views)
        assert {each.status for each in going.items if each.fetches} == {ItemStatus.FETCHING}
        gates[RIVAL].set()
        view = await anext(views)
        assert item(view, "competitors").status is ItemStatus.READY
        assert item(view, "competitors").headline == "Fabrikam: new pricing"
        assert item(view, "website").status is ItemStatus.FETCHING
        gates[OWN].set()
        view = await anext(views)
        assert item(view, "events").status is ItemStatus.FETCHING, "theirs are still on their way"
        gates[SITE].set()
        gates[GROUP].set()
        async for each in views:
            view = each
    assert not view.fetching
    assert item(view, "website").status is ItemStatus.READY
    assert item(view, "website").fetched_at == NOW
    assert item(view, "events").headline == "theirs 2 · ours 3"
    assert item(view, "user-group").headline == "Wed 25: Keeping costs down"


async def test_an_address_that_serves_two_items_is_looked_at_once():
    room = Room()
    await room.prepared()
    assert sorted(url for url, _ in room.pages.asked) == sorted((SITE, RIVAL, OWN, GROUP))


async def test_closing_cancels_what_is_on_its_way_and_leaves_nothing_spinning():
    room = Room()
    room.pages.hold(SITE)
    async with aclosing(room.desk.preparation.prepare(NORTHWIND.id)) as views:
        view = await anext(views)
        while item(view, "competitors").status is not ItemStatus.READY:
            view = await anext(views)
    assert room.pages.cancelled == [SITE]
    view = await room.desk.preparation.view(NORTHWIND.id)
    assert item(view, "website").status is ItemStatus.WAITING
    assert item(view, "competitors").status is ItemStatus.READY
    assert len(asyncio.all_tasks()) == 1


async def test_a_worker_that_is_cancelled_cancels_its_fetches():
    room = Room()
    room.pages.hold(SITE)

    async def work():
        async for _ in room.desk.preparation.prepare(NORTHWIND.id):
            pass

    worker = asyncio.create_task(work())
    while (RIVAL in room.pages.answered) is False:
        await asyncio.sleep(0)
    worker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await worker
    assert room.pages.cancelled == [SITE]


async def test_a_failure_says_why_and_keeps_what_was_known_with_its_age():
    room = Room()
    older = replace(story_pages()[0], title="Northwind, last month")
    room.pages.keep(older, at=NOW - days(30))
    room.pages.fail(SITE, "northwind.example did not answer within 15 s.")
    view = await room.desk.preparation.view(NORTHWIND.id)
    assert item(view, "website").status is ItemStatus.READY
    assert item(view, "website").fetched_at == NOW - days(30)
    site = item(await room.prepared(), "website")
    assert site.status is ItemStatus.FAILED
    assert site.problem == "northwind.example did not answer within 15 s."
    assert site.fetched_at == NOW - days(30)
    assert "Northwind, last month" in texts(site)


async def test_one_competitor_that_fails_does_not_hide_the_other():
    client = replace(
        NORTHWIND,
        competitors=(
            *NORTHWIND.competitors,
            Competitor(name="Litware", website="https://litware.example/"),
            Competitor(name="Unknown"),
        ),
    )
    room = Room(client)
    found = item(await room.prepared(), "competitors")
    assert found.status is ItemStatus.READY
    assert found.headline == "Fabrikam: new pricing"
    assert ("Litware", "litware.example does not exist: no such name.") in [
        (each.label, each.text) for each in found.evidence
    ]
    assert ("Unknown", "no website is known") in [
        (each.label, each.text) for each in found.evidence
    ]


async def test_looking_again_fetches_fresh_copies():
    room = Room()
    await room.prepared()
    room.clock.forward(hours=2)
    room.pages.say(replace(story_pages()[1], title="Fabrikam: half price"))
    view = await room.prepared(refresh=True)
    assert item(view, "competitors").headline == "Fabrikam: half price"
    assert item(view, "competitors").fetched_at == room.clock()
    assert all(refresh for _, refresh in room.pages.asked[4:])


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("website", "no website is known"),
        ("competitors", "no competitor is known"),
        ("events", "sources.own_events"),
        ("user-group", "sources.user_group"),
        ("value-adds", "nothing in the library fits"),
        ("last-time", "nothing is written down yet"),
    ],
)
async def test_where_there_is_nothing_to_look_at_it_says_what_would_help(key, words):
    client = a_client("Bare", people=())
    desk = a_desk(records=[client])
    found = item(await desk.preparation.view(client.id), key)
    assert found.status is ItemStatus.NOTHING
    assert words in found.headline


async def test_without_a_calendar_of_ours_the_events_say_which_setting_is_missing():
    room = Room(settings=Settings(sources=Sources()))
    events = item(await room.prepared(), "events")
    assert events.status is ItemStatus.READY
    assert events.headline == "theirs 2 · ours: set sources.own_events"


async def test_events_that_are_over_or_cancelled_are_not_counted():
    room = Room()
    gone = Event(title="Over", start=at(NOW.date() - days(1), "18:00"))
    off = Event(title="Off", start=at(NOW.date() + days(1), "18:00"), status=EventStatus.CANCELLED)
    today = Event(title="Tonight", start=at(NOW.date(), "09:00"))
    naive = Event(title="Somewhere", start=at(NOW.date() + days(2), "18:00").replace(tzinfo=None))
    room.pages.say(PageFacts(url=OWN, read_at=NOW, events=(gone, off, today, naive)))
    events = item(await room.prepared(), "events")
    ours = [each.text for each in events.evidence if each.label == "Ours"]
    assert [text.split(",")[0] for text in ours] == ["Tonight", "Somewhere"]


async def test_a_page_that_cannot_be_read_as_one_has_failed():
    room = Room()
    room.pages.say(PageFacts(url=SITE, read_at=NOW, problem="It is drawn by a script."))
    site = item(await room.prepared(), "website")
    assert site.status is ItemStatus.FAILED
    assert site.problem == "It is drawn by a script."


async def test_ticks_are_kept_and_taken_back():
    room = Room()
    view = await room.desk.preparation.tick(NORTHWIND.id, "website", ticked=True)
    assert view.done == 1
    assert item(view, "website").ticked == NOW
    view = await room.reopened().preparation.view(NORTHWIND.id)
    assert view.done == 1
    view = await room.desk.preparation.tick(NORTHWIND.id, "website", ticked=False)
    assert view.done == 0
    assert len(room.records.all(Preparation)) == 1
    with pytest.raises(Invalid):
        await room.desk.preparation.tick(NORTHWIND.id, "no such item", ticked=True)


async def test_ticks_of_one_moment_make_one_preparation():
    room = Room()
    keys = [each.key for each in (await room.desk.preparation.view(NORTHWIND.id)).items]
    await asyncio.gather(
        *(room.desk.preparation.tick(NORTHWIND.id, key, ticked=True) for key in keys)
    )
    (preparation,) = room.records.all(Preparation)
    assert {tick.item for tick in preparation.ticks} == set(keys)


async def test_a_tick_during_the_fetching_keeps_it_going():
    room = Room()
    gate = room.pages.hold(SITE)
    async with aclosing(room.desk.preparation.prepare(NORTHWIND.id)) as views:
        await anext(views)
        await anext(views)
        view = await room.desk.preparation.tick(NORTHWIND.id, "last-time", ticked=True)
        assert item(view, "website").status is ItemStatus.FETCHING
        gate.set()
        async for each in views:
            view = each
    assert view.done == 1
    assert item(view, "website").status is ItemStatus.READY


async def test_a_choice_is_a_planned_offer_and_dropped_when_taken_back():
    room = Room()
    view = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    assert item(view, "value-adds").status is ItemStatus.READY
    assert [s.value_add for s in view.suggestions if s.chosen] == [TALK]
    planned = [o for o in room.records.of_client(Offer, NORTHWIND.id) if o.value_add_id == TALK.id]
    assert [(o.state, o.because) for o in planned] == [(OfferState.PLANNED, "costs, Azure")]
    again = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    assert again == view, "choosing twice changes nothing"
    view = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=False)
    assert item(view, "value-adds").headline == "choose at least one"
    assert TALK.id not in {o.value_add_id for o in room.records.of_client(Offer, NORTHWIND.id)}


async def test_only_what_fits_can_be_chosen():
    room = Room(a_value_add("For another", client_id=LITWARE.id))
    view = await room.desk.preparation.view(NORTHWIND.id)
    offered = {suggestion.value_add.id for suggestion in view.suggestions}
    assert {TALK.id, BREAKFAST.id} <= offered
    assert not {CONSULTATION.id, PAST_EVENT.id} & offered
    with pytest.raises(Invalid):
        await room.desk.preparation.choose(NORTHWIND.id, CONSULTATION.id, chosen=True)


async def test_the_draft_follows_the_choice_until_it_is_edited():
    room = Room()
    view = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    assert view.letter is not None
    assert (view.letter.to, view.letter.cc) == (
        "jane.li@northwind.example",
        ("ulla@ourselves.example",),
    )
    assert TALK.url in view.letter.body
    assert item(view, "draft").headline == "not sent"
    assert view.letter.id == ""
    for _ in range(2):
        begun = (await room.desk.letters.begin(NORTHWIND.id, LetterKind.SUGGESTIONS)).letter
        await room.desk.letters.save(
            replace(begun, subject="Costs", body="Dear Jane\n\n[b]hello[/b]")
        )
    view = await room.desk.preparation.view(NORTHWIND.id)
    (letter,) = room.records.all(Letter)
    assert view.letter == letter
    assert (letter.subject, letter.body) == ("Costs", "Dear Jane\n\n[b]hello[/b]")
    view = await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=False)
    assert view.letter == letter
    assert item(view, "draft").headline == "not sent · edited"


@pytest.mark.parametrize("client", [NORTHWIND, WIDE_WORLD, LITWARE, TAILSPIN])
async def test_every_playbook_can_be_prepared(client):
    room = Room()
    view = await room.prepared(client)
    assert not view.fetching
    assert [each.key for each in view.items] == [each.key for each in view.playbook.checklist]


async def test_the_evidence_of_each_playbook_comes_from_the_records():
    room = Room()
    closing = item(await room.prepared(LITWARE), "project")
    assert closing.headline == "Stock take app: 4 steps open"
    met = item(await room.prepared(WIDE_WORLD), "encounter")
    assert met.headline == "moving their orders out of spreadsheets"
    course = item(await room.prepared(TAILSPIN), "course")
    assert course.headline == "Azure course, hosted by Rosa Lindqvist"
    assert "around Thu 19" in texts(course)


async def test_notes_of_the_last_talk_and_of_what_came_after_it_are_remembered():
    tried = an_interaction(NORTHWIND, day=NOW.date() - days(3), outcome=Outcome.NO_ANSWER)
    room = Room(tried)
    labels = [
        each.label
        for each in item(await room.desk.preparation.view(NORTHWIND.id), "last-time").evidence
    ]
    assert labels[:2] == ["We promised", "no answer last Mon"]
    assert "reached 11 May, Jane Li" in labels


async def test_what_another_program_writes_is_seen_at_the_next_look():
    room = Room()
    await room.desk.preparation.view(NORTHWIND.id)
    room.records.another_program_writes(
        Change(by="elsewhere", put=(replace(NORTHWIND, likes=("quick answers",)),))
    )
    room.records.refresh()
    view = await room.desk.preparation.view(NORTHWIND.id)
    assert "quick answers" in texts(item(view, "last-time"))


async def test_the_first_look_does_not_wait_for_the_letter_the_next_one_has_it():
    room = Room()
    assert (await room.desk.preparation.view(NORTHWIND.id)).letter is None
    assert (await room.desk.preparation.view(NORTHWIND.id)).letter is not None


async def test_a_store_that_cannot_write_is_told_and_the_view_stays():
    room = Room()
    await room.desk.preparation.view(NORTHWIND.id)  # the letter is begun at the second look
    before = await room.desk.preparation.view(NORTHWIND.id)
    room.records.broken = DISK_FULL
    for attempt in (
        room.desk.preparation.tick(NORTHWIND.id, "website", ticked=True),
        room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True),
    ):
        with pytest.raises(StoreProblem, match="disk is full"):
            await attempt
    assert await room.desk.preparation.view(NORTHWIND.id) == before


async def test_a_client_that_is_gone_is_told():
    room = Room()
    with pytest.raises(NoSuchClient):
        await room.desk.preparation.view("gone")
    with pytest.raises(NoSuchClient):
        await anext(room.desk.preparation.prepare("gone"))


async def test_a_fault_of_ours_is_not_swallowed():
    class Faulty(FakePages):
        async def look(self, url, *, refresh=False):
            raise ZeroDivisionError

    desk = a_desk(records=story(), pages=Faulty(), settings=story_settings())
    with pytest.raises(ZeroDivisionError):
        async for _ in desk.preparation.prepare(NORTHWIND.id):
            pass


async def test_no_more_than_some_addresses_are_looked_at_at_once():
    competitors = tuple(
        Competitor(name=f"C{n}", website=f"https://c{n}.example/") for n in range(20)
    )
    room = Room(replace(NORTHWIND, competitors=competitors))
    gates = [room.pages.hold(each.website) for each in competitors]
    async with aclosing(room.desk.preparation.prepare(NORTHWIND.id)) as views:
        await anext(views)
        await anext(views)
        assert len(room.pages.asked) == 8
        for gate in gates:
            gate.set()
        async for view in views:
            last = view
    assert not last.fetching
    assert len(room.records.of_client(Interaction, NORTHWIND.id)) == 1
