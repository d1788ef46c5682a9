"""Projects: ending one, marking its steps, and what was pencilled in after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.letter import LetterKind, Way
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.project_views import Work
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.queue import ReasonKind
from followup_tui.domain.record import Invalid
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.clients import NoSuchClient
from tests.builders import TODAY, a_client, a_project, an_interaction, days
from tests.fakes import FakeClock, MemoryRecords, a_desk

CLIENT = a_client("Harbour Mills", zone="Europe/Zurich")
SPOKEN = an_interaction(CLIENT, day=TODAY - days(20))
UNDER_WAY = a_project(CLIENT, "Booking portal", started=TODAY - days(90))
OLD = a_project(
    CLIENT, "Time sheets", started=TODAY - days(900), ended=TODAY - days(700), closing=()
)


class Room:
    """A desk with one client, and its parts."""

    def __init__(self, *extra) -> None:
        self.clock = FakeClock()
        self.records = MemoryRecords([CLIENT, SPOKEN, *extra])
        self.desk = a_desk(records=self.records, now=self.clock)
        self.projects, self.bookings = self.desk.projects, self.desk.bookings

    def reasons(self):
        queue = self.desk.call_list.now_listed()
        entries = (*queue.today, *queue.beyond)
        return next((e.reasons for e in entries if e.client_id == CLIENT.id), ())

    def reason(self):
        (reason,) = self.reasons()
        return reason


async def test_ending_a_project_is_one_change_and_brings_the_client_up_the_same_day():
    room = Room(UNDER_WAY)
    assert room.reasons() == ()
    work = Work("Booking portal", ("Azure", " Azure", ""), UNDER_WAY.started, TODAY, success=True)
    project, booking = await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    assert (project.technologies, booking) == (("Azure",), None)
    assert room.records.get(Project, UNDER_WAY.id) == project
    assert len(room.records.changes) == 1
    assert room.records.changes[0].by == "project ended: Booking portal (Harbour Mills)"
    reason = room.reason()
    assert reason.kind is ReasonKind.PROJECT_CLOSING
    assert reason.playbook == "after-project"
    assert "Booking portal ended today: ask for a reference, a testimonial" in reason.text
    assert room.projects.follows(project).startswith("To ask for: a reference, a testimonial")


async def test_undo_takes_the_end_and_its_booking_back_as_one():
    room = Room(UNDER_WAY)
    day = TODAY + days(32)
    work = Work("Booking portal", ended=TODAY, more_work=True, booking=day)
    await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    (booking,) = room.records.of_client(NextStep, CLIENT.id)
    assert booking.is_pencilled
    assert (booking.kind, booking.at.date(), str(booking.at.tzinfo)) == (
        StepKind.BOOKING,
        day,
        "Europe/Zurich",
    )
    await room.desk.history.undo()
    assert room.records.of_client(NextStep, CLIENT.id) == []
    assert room.records.get(Project, UNDER_WAY.id) == UNDER_WAY


async def test_a_project_that_was_never_written_down_is_ended_at_once():
    room = Room()
    work = Work("Stock take", started=TODAY - days(60), ended=TODAY - days(2), more_work=False)
    project, _ = await room.projects.write(CLIENT.id, work)
    assert project.client_id == CLIENT.id
    assert room.reason().text.endswith("ask for a reference, a testimonial and a public review")


@pytest.mark.parametrize(
    ("work", "field"),
    [
        (Work("  ", ended=TODAY), "title"),
        (Work("Portal", started=TODAY, ended=TODAY - days(1)), "ended"),
        (Work("Portal", ended=TODAY, booking=TODAY), "booking"),
        (Work("Portal", booking=TODAY + days(30)), "booking"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_written(work, field):
    room = Room()
    with pytest.raises(Invalid) as problem:
        await room.projects.write(CLIENT.id, work)
    assert problem.value.field == field
    assert room.records.changes == []


async def test_a_booking_is_proposed_a_month_ahead_on_a_working_day():
    day = await Room().projects.booking_day(CLIENT.id)
    assert day is not None
    assert 30 <= (day - TODAY).days <= 37
    assert day.weekday() < 5


async def test_a_pencilled_booking_comes_back_before_it_lapses_and_is_moved_then_confirmed():
    room = Room(UNDER_WAY)
    day = TODAY + days(32)
    work = Work("Booking portal", ended=TODAY, more_work=True, booking=day)
    project, booking = await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    assert booking is not None
    for kind in (ClosingKind.REFERENCE, ClosingKind.TESTIMONIAL, ClosingKind.REVIEW):
        await room.projects.mark(project.id, kind, StepState.GIVEN)
    await room.projects.mark(project.id, ClosingKind.BOOKING, StepState.GIVEN)
    assert room.reasons() == ()
    room.clock.forward(days=24)
    assert room.reasons() == ()
    room.clock.forward(days=1)
    reason = room.reason()
    assert reason.kind is ReasonKind.NEXT_STEP
    assert reason.record_id == booking.id
    assert reason.text.startswith("booking pencilled in for Mon 21")
    assert "confirm, move or let go" in reason.text
    moved = await room.bookings.move(booking.id, day + days(14))
    assert moved.at.date() == day + days(14)
    assert room.reasons() == ()
    room.clock.forward(days=15)
    assert room.reason().record_id == booking.id
    confirmed = await room.bookings.confirm(booking.id)
    assert (confirmed.agreed, confirmed.is_pencilled) == (True, False)
    assert room.reasons() == ()
    assert b"STATUS:CONFIRMED" in await room.desk.agreements.calendar_of(CLIENT, confirmed)
    assert b"STATUS:TENTATIVE" in await room.desk.agreements.calendar_of(CLIENT, moved)


async def test_a_booking_that_lapsed_stays_until_it_is_let_go():
    room = Room(UNDER_WAY)
    work = Work("Booking portal", ended=TODAY, more_work=True, booking=TODAY + days(32))
    project, booking = await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    assert booking is not None
    room.clock.forward(days=33)
    texts = [reason.text for reason in room.reasons()]
    assert any("was never confirmed" in text for text in texts), texts
    await room.bookings.let_go(booking.id)
    project = room.records.get(Project, project.id)
    assert project is not None
    assert project.step(ClosingKind.BOOKING).state is StepState.DECLINED
    with pytest.raises(NoSuchProject, match="not open any more"):
        await room.bookings.confirm(booking.id)


async def test_spoken_to_before_a_booking_it_is_looked_at_again_the_day_after():
    booking = NextStep(
        id="0" * 26,
        created=SPOKEN.at,
        client_id=CLIENT.id,
        kind=StepKind.BOOKING,
        at=SPOKEN.at + timedelta(days=24),
        all_day=True,
    )
    room = Room(booking)
    assert room.reason().record_id == booking.id
    await room.desk.clients.note(CLIENT.id, "nothing was said")
    assert room.reason().record_id == booking.id, "a note is no talk"
    spoken = an_interaction(CLIENT, day=TODAY)
    again = Room(booking, spoken)
    assert again.reasons() == ()
    again.clock.forward(days=1)
    assert again.reason().record_id == booking.id


async def test_steps_are_asked_again_once_and_then_the_client_goes_over():
    room = Room(UNDER_WAY)
    work = Work("Booking portal", ended=TODAY, more_work=False)
    project, _ = await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    await room.projects.mark(project.id, ClosingKind.REFERENCE, StepState.DECLINED)
    await room.projects.mark(project.id, ClosingKind.TESTIMONIAL, StepState.GIVEN, note="by mail")
    await room.projects.mark(project.id, ClosingKind.REVIEW, StepState.ASKED)
    assert room.reasons() == ()
    room.clock.forward(days=13)
    assert room.reasons() == ()
    room.clock.forward(days=1)
    assert "asked for a public review" in room.reason().text
    changed = await room.projects.mark(project.id, ClosingKind.REVIEW, StepState.ASKED)
    assert room.projects.follows(changed) == "Nothing is left to ask. From now on: Keep in touch."
    assert room.reasons() == ()
    room.clock.forward(days=152 - 20 - 14)
    reason = room.reason()
    assert (reason.kind, reason.playbook) == (ReasonKind.CADENCE, "keep-in-touch")


async def test_a_day_to_come_is_no_day_for_an_answer():
    room = Room(OLD)
    with pytest.raises(Invalid, match="still to come"):
        await room.projects.mark(OLD.id, ClosingKind.REVIEW, StepState.GIVEN, day=TODAY + days(1))
    await room.projects.mark(OLD.id, ClosingKind.REVIEW, StepState.GIVEN, day=date(2025, 1, 7))
    await room.projects.mark(OLD.id, ClosingKind.REVIEW, StepState.GIVEN, day=date(2025, 1, 7))
    assert len(room.records.changes) == 1, "said twice it is written once"


async def test_a_project_is_found_by_its_title_or_by_being_the_only_one():
    room = Room(UNDER_WAY, OLD)
    find = room.projects.find
    assert await find(CLIENT.id, "time") == OLD
    assert await find(CLIENT.id, "PORTAL") == UNDER_WAY
    assert await find(CLIENT.id, OLD.id) == OLD
    assert await find(CLIENT.id, "") == UNDER_WAY, "the only one under way"
    with pytest.raises(NoSuchProject, match="there are: “Booking portal”, “Time sheets”"):
        await find(CLIENT.id, "intranet")
    with pytest.raises(NoSuchProject, match="fits 2 projects"):
        await find(CLIENT.id, "i")
    with pytest.raises(NoSuchProject, match="No project is written down"):
        await Room().projects.find(CLIENT.id, "")
    view = await room.projects.of_client(CLIENT.id)
    assert view.projects == (UNDER_WAY, OLD)


async def test_what_is_gone_is_said():
    room = Room()
    with pytest.raises(NoSuchProject, match="not there any more"):
        await room.projects.mark("0" * 26, ClosingKind.REVIEW, StepState.GIVEN)
    with pytest.raises(NoSuchClient):
        await room.projects.of_client("0" * 26)


async def test_a_letter_that_has_left_is_what_was_asked():
    room = Room(UNDER_WAY)
    work = Work("Booking portal", ended=TODAY, more_work=False)
    project, _ = await room.projects.write(CLIENT.id, work, project_id=UNDER_WAY.id)
    view = await room.desk.letters.begin(CLIENT.id, LetterKind.REFERENCE, project_id=project.id)
    letter = replace(view.letter, to="jane@harbourmills.example", body="Hello Jane, may we?")
    await room.desk.letters.leave(letter, Way.CLIPBOARD)
    asked = room.records.get(Project, project.id)
    assert asked is not None
    assert asked.step(ClosingKind.REFERENCE).asked == (TODAY,)
    await room.desk.history.undo()
    assert room.records.get(Project, project.id) == project
    assert room.records.get(Client, CLIENT.id) == CLIENT
    item = next(
        each
        for each in (await room.desk.preparation.view(CLIENT.id)).items
        if each.key == "project"
    )
    assert item.headline == "Booking portal: 3 steps open"
    assert {each.label: each.text for each in item.evidence}["Reference"] == "not asked yet"


async def test_a_call_that_was_set_to_ask_again_is_not_held_when_a_letter_asked():
    """Two weeks on the reminder goes by mail: the client goes over to keeping in touch."""
    asked = a_project(
        CLIENT,
        "Booking portal",
        ended=TODAY - days(15),
        more_work=False,
        closing=tuple(
            ClosingStep(kind=kind, state=StepState.GIVEN, settled=TODAY - days(14))
            if kind is not ClosingKind.REVIEW
            else ClosingStep(kind=kind, state=StepState.ASKED, asked=(TODAY - days(14),))
            for kind in ClosingKind
        ),
    )
    room = Room(asked, replace(CLIENT, call_again=TODAY))
    assert len(room.reasons()) == 2
    view = await room.desk.letters.begin(CLIENT.id, LetterKind.REVIEW, project_id=asked.id)
    letter = replace(view.letter, to="jane@harbourmills.example", body="Hello Jane, may we?")
    await room.desk.letters.leave(letter, Way.CLIPBOARD)
    assert room.reasons() == ()
    client = room.records.get(Client, CLIENT.id)
    assert client is not None
    assert client.call_again is None
