"""Mending, removing and thanking, written as one change each; and the timeline over the records."""

from __future__ import annotations

from dataclasses import replace as with_fields
from typing import cast

import pytest
from msgspec.structs import replace

from followup_tui.desk import Desk
from followup_tui.domain.client import Client, Origin
from followup_tui.domain.interaction import Interaction, NoteLine, Outcome
from followup_tui.domain.notes.capture import restamp
from followup_tui.domain.notes.rewriting import Mended, mended_of
from followup_tui.domain.page import NewsItem
from followup_tui.domain.promise import Promise
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.services.memory import Contradiction, Gone
from followup_tui.services.ports import Change, StoreProblem
from tests.builders import NOW, TODAY, a_client, a_promise, an_interaction, days
from tests.fakes import DISK_FULL, FakeSites, MemoryRecords, a_desk, a_story_desk
from tests.story import NORTHWIND, fixed_id

CLIENT = a_client()
TALK = an_interaction(
    CLIENT,
    at=NOW - days(2),
    person="Jane Li",
    notes=(NoteLine(at=NOW - days(2), text="! send it by fri"),),
)
PROMISE = a_promise(CLIENT, "send it", due=(NOW + days(1)).date(), interaction_id=TALK.id)


@pytest.fixture
def desk() -> Desk:
    return a_desk(records=(CLIENT, TALK, PROMISE))


def records(desk: Desk) -> MemoryRecords:
    return cast(MemoryRecords, desk.records)


def typed(text: str) -> Mended:
    before = mended_of(TALK)
    return with_fields(before, notes=restamp(before.notes, text, NOW))


async def test_a_mended_line_is_one_change_and_its_earlier_words_are_kept(desk: Desk) -> None:
    written = await desk.memory.mend(TALK, typed("! send it all by fri"), follow=False)
    assert [line.text for line in written.notes] == ["! send it all by fri"]
    assert written.notes[0].at == TALK.notes[0].at
    (change,) = records(desk).history()
    assert change.by == "mended: call with Jane Li of Tue 17 Nov 2026, Northwind Traders"
    assert desk.records.get(Promise, PROMISE.id) == PROMISE
    past = await desk.timeline.past(CLIENT.id)
    ((key, (earlier,)),) = past.earlier
    assert key == TALK.id
    assert earlier.fields[0].gone == ("14:02 ! send it by fri",)


async def test_what_came_of_a_line_follows_where_that_is_wanted(desk: Desk) -> None:
    mine = typed("! send it all by fri\n* training\n! call Bo by mon")
    plan = await desk.memory.plan(TALK, mine)
    assert len(plan.follows) == 2
    assert plan.client is not None
    assert plan.remembered == ("training",)
    await desk.memory.mend(TALK, mine, follow=True)
    assert {p.text for p in desk.records.all(Promise)} == {"send it all", "call Bo"}
    client = desk.records.get(Client, CLIENT.id)
    assert client is not None
    assert client.interests == ("training",)
    assert len(records(desk).history()) == 1
    await desk.history.undo()
    assert [p.text for p in desk.records.all(Promise)] == ["send it"]


async def test_a_promise_goes_with_its_line(desk: Desk) -> None:
    await desk.memory.mend(TALK, typed("nothing promised"), follow=True)
    assert desk.records.all(Promise) == []


async def test_nothing_mended_writes_nothing(desk: Desk) -> None:
    await desk.memory.mend(TALK, mended_of(TALK), follow=True)
    assert records(desk).history() == []


async def test_what_another_program_changed_is_not_written_over(desk: Desk) -> None:
    theirs = replace(TALK, outcome=Outcome.BUSY)
    records(desk).another_program_writes(Change(by="there", put=(theirs,)))
    written = await desk.memory.mend(TALK, typed("mine"), follow=False)
    assert written.outcome is Outcome.BUSY
    notes = (NoteLine(at=NOW, text="theirs"),)
    records(desk).another_program_writes(Change(by="there", put=(replace(theirs, notes=notes),)))
    with pytest.raises(Contradiction, match="changed the notes meanwhile"):
        await desk.memory.mend(TALK, typed("mine, too"), follow=False)
    records(desk).another_program_writes(Change(by="there", drop=(written,)))
    with pytest.raises(Gone, match="removed elsewhere"):
        await desk.memory.mend(TALK, typed("mine, too"), follow=False)


async def test_a_full_disk_leaves_everything_as_it_was(desk: Desk) -> None:
    records(desk).broken = DISK_FULL
    with pytest.raises(StoreProblem):
        await desk.memory.mend(TALK, typed("mine"), follow=True)
    assert desk.records.get(Interaction, TALK.id) == TALK


async def test_a_removed_conversation_leaves_what_came_of_it_and_can_come_back(desk: Desk) -> None:
    await desk.memory.remove(TALK.id)
    assert desk.records.all(Interaction) == []
    assert [p.interaction_id for p in desk.records.all(Promise)] == [""]
    past = await desk.timeline.past(CLIENT.id)
    assert [entry.title for entry in past.entries] == ["call removed: Jane Li, reached"]
    with pytest.raises(Gone):
        await desk.memory.remove(TALK.id)
    await desk.history.undo()
    assert desk.records.all(Interaction) == [TALK]
    assert desk.records.all(Promise) == [PROMISE]


async def test_the_timeline_of_a_client_of_the_story() -> None:
    desk = a_story_desk()
    memory, entries = await desk.timeline.remembered(NORTHWIND.id)
    assert memory.page.client == NORTHWIND
    assert [entry.title for entry in entries] == [
        "we promised: send the pricing link, due Wed 18 Nov",
        "offered: An hour with Ulla, free",
        "call with Jane Li",
        "project ended: Booking portal, a success",
        "came on the list",
        "project begun: Booking portal",
    ]
    tailspin, _ = await desk.timeline.remembered(fixed_id("Tailspin Toys"))
    assert [course.title for course in tailspin.courses] == ["Azure course"]
    assert len(tailspin.draws) == 1


async def test_what_is_new_on_their_site_is_on_the_timeline() -> None:
    url = NORTHWIND.website
    desk = a_story_desk()
    item = NewsItem(title="A third shop opens", date=TODAY - days(4))
    cast(FakeSites, desk.sites).remember(
        *(
            SiteFacts(url=url, read_at=NOW - days(ago), news=news, pages=(url,))
            for ago, news in ((1, (item,)), (9, ()))
        )
    )
    (entry,) = await desk.timeline.website(NORTHWIND)
    assert entry.title.startswith("News: A third shop opens")
    assert await desk.timeline.website(a_client(website="")) == ()


async def test_whom_they_introduced_is_told_of_them_alone() -> None:
    first, other = a_client("Fabrikam"), a_client("Contoso")
    came = a_client("Tailspin", origin=Origin(introduced_by=first.id))
    desk = a_desk(records=(first, came, other))
    assert (await desk.timeline.remembered(first.id))[0].introduced == (came,)
    assert (await desk.timeline.remembered(other.id))[0].introduced == ()
