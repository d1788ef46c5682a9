"""Writing down who was met, and bringing them up again."""

from __future__ import annotations

from datetime import timedelta

import icalendar
import pytest

from followup_tui.domain.client import Client, OriginKind, Person
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.networking.met import MetFields
from followup_tui.domain.promise import Promise, StepKind
from followup_tui.domain.queue import Band, ReasonKind
from followup_tui.domain.value_add import OfferState, ValueAddKind
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.networking.meeting import NoSuchEncounter
from followup_tui.services.ports import Change, StoreProblem
from tests.builders import NOW, TODAY, a_client, an_interaction
from tests.fakes import DISK_FULL, FakeClock, MemoryRecords, a_desk

PRIYA = MetFields(
    name="Priya Nair", company="Wide World", where="DevMeetup",
    talked_about="their move to Azure and what it costs", promised="the slides",
    warmth=Warmth.PROSPECT, email="priya@wide.example", phone="+41 44 555 01 42",
)  # fmt: skip


async def met(desk, fields=PRIYA, **join):
    return await desk.met.write(await desk.met.read(fields), **join)


async def test_client_meeting_and_promise_are_one_change():
    records = MemoryRecords(clock=FakeClock())
    desk = a_desk(records=records)
    written = await met(desk)
    assert written.is_new
    assert records.all(Client) == [written.client]
    assert records.all(Encounter) == [written.encounter]
    (promise,) = records.all(Promise)
    assert (promise.text, promise.due) == ("the slides", TODAY + timedelta(days=1))
    client = written.client
    assert (client.name, client.people[0].name) == ("Wide World", "Priya Nair")
    assert (client.origin.kind, client.origin.detail) == (OriginKind.MET, "at DevMeetup")
    (change,) = records.history()
    assert change.by == "met Priya Nair at DevMeetup"
    await desk.history.undo()
    assert not records.all(Client)
    assert not records.all(Encounter)


@pytest.mark.parametrize(
    ("warmth", "step"),
    [
        (Warmth.PROSPECT, StepKind.MEETING),
        (Warmth.OPEN, StepKind.COFFEE),
        (Warmth.CARD_ONLY, StepKind.CALL),
    ],
)
async def test_two_times_are_found_in_their_hours(warmth: Warmth, step: StepKind):
    desk = a_desk()
    written = await met(desk, MetFields(name="Priya Nair", phone=PRIYA.phone, warmth=warmth))
    assert written.step is step
    times = written.encounter.proposed
    assert len(times) == 2
    theirs = desk.whereabouts.at_once(written.client)
    for at in times:
        assert at > NOW
        assert theirs.is_open(at)
    calendar = await desk.met.calendar(written.encounter.id)
    assert calendar is not None
    events = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == list(times)
    assert all(event["status"] == "TENTATIVE" for event in events)


async def test_times_that_are_past_are_in_no_calendar_file():
    clock = FakeClock()
    desk = a_desk(now=clock)
    written = await met(desk)
    clock.forward(days=60)
    assert await desk.met.calendar(written.encounter.id) is None
    with pytest.raises(NoSuchEncounter):
        await desk.met.calendar("gone")


async def test_who_is_on_the_list_is_proposed_and_joined_only_when_said():
    jane = Person(name="Jane Li", emails=("jane@northwind.example",))
    northwind = a_client("Northwind Traders", people=(jane,))
    desk = a_desk(records=[northwind])
    fields = MetFields(name="Omar Haddad", email=jane.emails[0])
    known = await desk.met.known(fields)
    assert known is not None
    assert (known.client_id, known.by, known.is_sure) == (northwind.id, "the same e-mail", True)
    by_name = await desk.met.known(MetFields(name=jane.name))
    assert by_name is not None
    assert not by_name.is_sure
    assert await desk.met.known(MetFields(name="Priya Nair")) is None
    assert await desk.met.known(MetFields()) is None

    written = await met(desk, MetFields(name="Omar Haddad", phone=PRIYA.phone), join=northwind.id)
    assert not written.is_new
    assert [each.name for each in written.client.people] == [jane.name, "Omar Haddad"]
    again = await met(desk, MetFields(name="Omar Haddad"), join=northwind.id)
    assert again.client == written.client
    with pytest.raises(NoSuchClient):
        await met(desk, join="gone")


async def test_due_the_next_day_and_late_when_the_week_is_out():
    clock = FakeClock()
    desk = a_desk(now=clock)
    written = await met(desk)

    def band():
        found = {entry.client_id: entry for entry in desk.call_list.now_listed().today}
        entry = found.get(written.client.id)
        reasons = entry.reasons if entry else ()
        return next((r.band for r in reasons if r.kind is ReasonKind.NEW_CONTACT), None)

    assert band() is None
    clock.forward(days=1)
    assert band() is Band.DUE
    clock.forward(days=6)
    assert band() is Band.LATE


async def test_a_full_disk_is_told_and_nothing_is_written():
    records = MemoryRecords(clock=FakeClock())
    desk = a_desk(records=records)
    records.broken = DISK_FULL
    with pytest.raises(StoreProblem):
        await met(desk)
    records.broken = ""
    assert not records.all(Encounter)


# What fits later


async def acquainted(clock: FakeClock):
    """Return a desk with somebody who was met, followed up and left alone since."""
    desk = a_desk(now=clock)
    written = await met(desk)
    clock.forward(days=1)
    spoken = an_interaction(written.client, day=clock().date())
    desk.records.commit(Change(by="test", put=(spoken,)))
    clock.forward(days=30)
    return desk, written


def fits(desk, client_id):
    found = {entry.client_id: entry for entry in desk.call_list.now_listed().today}
    reasons = found[client_id].reasons if client_id in found else ()
    return [each.text for each in reasons if each.kind is ReasonKind.FITTING]


async def added(desk, title="Keeping Azure costs down", **fields):
    made = desk.library.fresh(ValueAddKind.ARTICLE, title, topics=("Azure", "costs"), **fields)
    await desk.library.add(made)
    return made


async def test_a_new_article_brings_them_up_and_offering_it_settles_that():
    clock = FakeClock()
    desk, written = await acquainted(clock)
    assert fits(desk, written.client.id) == []
    article = await added(desk)
    (text,) = fits(desk, written.client.id)
    assert text.startswith("“Keeping Azure costs down” fits them: ")
    page = await desk.clients.page(written.client.id)
    assert any(each.kind is ReasonKind.FITTING for each in page.reasons)
    await desk.library.offer(written.client.id, article.id, OfferState.OFFERED)
    assert fits(desk, written.client.id) == []


async def test_they_are_not_brought_up_again_for_weeks_and_undo_takes_it_back():
    clock = FakeClock()
    desk, written = await acquainted(clock)
    await added(desk)
    clock.forward(days=25)
    assert fits(desk, written.client.id) == []  # no news any more
    await added(desk, "Azure costs, a year later")
    assert fits(desk, written.client.id) == []
    clock.forward(days=30)
    await added(desk, "Azure costs, and no surprises")
    assert len(fits(desk, written.client.id)) == 1
    await desk.history.undo()
    assert fits(desk, written.client.id) == []


async def test_what_is_retired_brings_nobody_up():
    clock = FakeClock()
    desk, written = await acquainted(clock)
    article = await added(desk)
    await desk.library.retire(article.id)
    assert fits(desk, written.client.id) == []


async def test_the_preparation_says_what_to_propose():
    clock = FakeClock()
    desk = a_desk(now=clock)
    written = await met(desk)
    clock.forward(days=1)
    view = await desk.preparation.view(written.client.id)
    (item,) = (each for each in view.items if each.key == "encounter")
    told = {each.label: each.text for each in item.evidence}
    assert told["To propose"] == written.proposal


# The conversation that follows


async def spoken(desk, client_id):
    """Return the wrap-up of a call in which they were reached."""
    return await desk.wrap_up.begin(await desk.call.begin(client_id), Outcome.REACHED)


@pytest.mark.parametrize(
    ("warmth", "kind"),
    [
        (Warmth.PROSPECT, StepKind.MEETING),
        (Warmth.OPEN, StepKind.COFFEE),
        (Warmth.CARD_ONLY, StepKind.COFFEE),  # the call is being held
    ],
)
async def test_the_wrap_up_proposes_what_follows_the_warmth(warmth: Warmth, kind: StepKind):
    clock = FakeClock()
    desk = a_desk(now=clock)
    fields = MetFields(name="Priya Nair", phone=PRIYA.phone, warmth=warmth)
    written = await met(desk, fields)
    clock.forward(days=1)
    view = await spoken(desk, written.client.id)
    assert [step.kind for step in view.steps] == [kind, kind]
    if warmth is not Warmth.CARD_ONLY:  # the same two times that the letter names
        assert tuple(step.at for step in view.steps) == written.encounter.proposed
