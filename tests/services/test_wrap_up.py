"""The wrap-up: what is proposed, what is written, and what is left to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import Cadence, Client
from followup_tui.domain.course import Draw
from followup_tui.domain.due.standing import standing
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.promise import NextStep, Promise, StepKind
from followup_tui.domain.queue import HeldWhy, ReasonKind
from followup_tui.domain.record import Invalid
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.services.ports import StoreProblem
from tests.builders import NOW, TODAY, a_client, a_project, a_promise, a_step, an_interaction, days
from tests.fakes import DISK_FULL, FakeClock, MemoryDrafts, MemoryRecords, a_desk
from tests.story import (
    ADVENTURE,
    CONTOSO,
    FOURTH,
    LITWARE,
    NORTHWIND,
    TAILSPIN,
    TALK,
    WIDE_WORLD,
    at,
    fixed_id,
    story,
    story_settings,
)


class Room:
    """A desk over the story whose parts a test can reach."""

    def __init__(self, *extra) -> None:
        self.clock = FakeClock()
        self.records = MemoryRecords([*story(), *extra])
        self.drafts = MemoryDrafts()
        self.desk = a_desk(
            records=self.records, drafts=self.drafts, now=self.clock, settings=story_settings()
        )

    async def call(self, client=NORTHWIND, *, notes="", **answers):
        """Call a client: the answers by question, the rest skipped."""
        call = await self.desk.call.begin(client.id)
        while call.at_hand is not None:
            key = call.at_hand.question.key.replace("-", "_")
            call = self.desk.call.answer(call, answers.pop(key, None))
        assert not answers, f"never asked: {answers}"
        call = self.desk.call.write(call, notes)
        self.clock.forward(minutes=10)
        return call

    async def ended(self, client=NORTHWIND, outcome=Outcome.REACHED, *, notes="", **answers):
        return await self.desk.wrap_up.begin(
            await self.call(client, notes=notes, **answers), outcome
        )

    def client(self, client):
        found = self.records.get(Client, client.id)
        assert found is not None
        return found

    def listed(self, client):
        queue = self.desk.call_list.now_listed()
        for place in (queue.today, queue.beyond):
            for entry in place:
                if entry.client_id == client.id:
                    return entry
        return None


async def test_a_conversation_is_written_in_one_change():
    room = Room()
    await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    changes = len(room.records.changes)
    view = await room.ended(
        notes="moved on\n\n+ the new team\n- the waiting\n* Kubernetes\n! send the plan by fri",
        liked="short answers",
        how_is_it_going="well",
    )
    assert view.notes[0].text == "moved on"
    assert [(p.text, p.due, p.keep) for p in view.promises] == [
        ("send the plan", TODAY + days(1), True)
    ]
    written = await room.desk.wrap_up.confirm(view)
    assert len(room.records.changes) == changes + 1
    assert room.records.changes[-1].by == "wrap-up: Jane Li, reached"
    assert room.records.get(Interaction, written.id) == written
    assert (written.kind, written.person, written.playbook) == (
        InteractionKind.CALL,
        "Jane Li",
        "keep-in-touch",
    )
    assert written.until == written.at + timedelta(minutes=10)
    client = room.client(NORTHWIND)
    assert client.likes == ("the monthly reports", "the new team", "short answers")
    assert client.dislikes == ("the waiting",)
    assert client.interests == ("Azure", "costs", "Kubernetes")
    promise = next(
        p for p in room.records.of_client(Promise, NORTHWIND.id) if p.interaction_id == written.id
    )
    assert promise.due == TODAY + days(1)
    offer = next(
        o for o in room.records.of_client(Offer, NORTHWIND.id) if o.value_add_id == TALK.id
    )
    assert offer.state is OfferState.OFFERED
    (preparation,) = room.records.of_client(Preparation, NORTHWIND.id)
    assert preparation.closed is not None
    assert written.preparation_id == preparation.id
    assert room.drafts.kept == {}


async def test_a_cadence_starts_anew_when_they_were_reached():
    room = Room()
    view = await room.ended(FOURTH)
    assert view.call_again == date(2027, 4, 20)
    assert view.call_again_why == "5 months from today: as usual"
    await room.desk.wrap_up.confirm(view)
    assert room.listed(FOURTH) is None
    room.clock.now = at(date(2027, 4, 19), "09:00")
    assert room.listed(FOURTH) is None
    room.clock.now = at(date(2027, 4, 20), "09:00")
    entry = room.listed(FOURTH)
    assert entry is not None
    assert entry.reason.kind is ReasonKind.CADENCE


async def test_the_day_that_they_name_goes_before_the_cadence():
    view = await Room().ended(again="in 3 weeks")
    assert (view.call_again, view.call_again_why) == (TODAY + days(21), "the day they named")


@pytest.mark.parametrize(
    ("client", "days_on", "why"),
    [
        (a_client("Own", cadence=Cadence(ideal=10, late=20)), 11, "their own pace"),
        (a_client("Busy"), 32, "while work is under way"),
    ],
)
async def test_a_client_has_their_own_pace(client, days_on, why):
    under_way = [a_project(client, started=TODAY)] if client.name == "Busy" else []
    room = Room(client, an_interaction(client), *under_way)
    view = await room.ended(client)
    assert view.call_again is not None
    assert view.call_again.weekday() < 5
    assert (view.call_again - TODAY).days == days_on
    assert view.call_again_why.endswith(why)


async def test_nobody_answered_tries_again_and_after_three_proposes_another_way():
    room = Room()
    first = await room.ended(FOURTH, Outcome.NO_ANSWER)
    assert first.call_again == TODAY + days(4), "the second day is a Saturday"
    assert first.call_again_why.startswith("4 days from today: another try")
    await room.desk.wrap_up.confirm(first)
    assert room.listed(FOURTH) is None
    room.clock.forward(days=5)
    entry = room.listed(FOURTH)
    assert entry is not None
    assert "1 try unanswered" in entry.reason.text
    await room.desk.wrap_up.confirm(await room.ended(FOURTH, Outcome.VOICEMAIL))
    room.clock.forward(days=5)
    third = await room.ended(FOURTH, Outcome.BUSY)
    assert third.call_again_why.startswith(
        "4 weeks from today: 3 tries in a row unanswered, write instead or leave a pause"
    )
    assert third.other_ways, "what could be done instead"
    assert third.call_again == date(2026, 12, 28), "four weeks on is a Sunday"
    written = sorted(room.records.of_client(Interaction, FOURTH.id), key=lambda i: i.at)
    kinds = [interaction.kind for interaction in written]
    assert kinds == [InteractionKind.CALL, InteractionKind.CALL, InteractionKind.VOICEMAIL]


async def test_a_try_in_vain_leaves_what_was_prepared_for_the_next_one():
    room = Room()
    await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    await room.desk.wrap_up.confirm(await room.ended(outcome=Outcome.NO_ANSWER))
    (preparation,) = room.records.of_client(Preparation, NORTHWIND.id)
    assert preparation.closed is None
    view = await room.desk.preparation.view(NORTHWIND.id)
    assert [s.value_add for s in view.suggestions if s.chosen] == [TALK]


async def test_a_call_back_is_a_step_at_its_hour_and_needs_one():
    room = Room()
    view = await room.ended(FOURTH, Outcome.CALL_BACK)
    assert (view.call_again, view.call_again_why) == (None, "")
    with pytest.raises(Invalid) as problem:
        await room.desk.wrap_up.confirm(view)
    assert problem.value.field == "call_back_at"
    with pytest.raises(Invalid, match="passed"):
        await room.desk.wrap_up.confirm(replace(view, call_back_at=NOW - days(1)))
    assert room.drafts.kept, "what was typed is still there"
    hour = at(TODAY, "17:00")
    await room.desk.wrap_up.confirm(replace(view, call_back_at=hour))
    (step,) = room.records.of_client(NextStep, FOURTH.id)
    assert (step.kind, step.at, step.agreed) == (StepKind.CALL_BACK, hour, True)
    room.clock.now = hour
    entry = room.listed(FOURTH)
    assert entry is not None
    assert entry.reason.kind is ReasonKind.CALL_BACK


async def test_calling_deals_with_the_call_back_whether_or_not_somebody_answers():
    room = Room()
    room.clock.now = at(TODAY, "15:05")
    await room.desk.wrap_up.confirm(await room.ended(CONTOSO, Outcome.NO_ANSWER))
    step = room.records.get(NextStep, fixed_id("s-contoso"))
    assert step is not None
    assert step.done == TODAY
    assert room.listed(CONTOSO) is None


async def test_a_call_before_its_hour_in_vain_leaves_the_call_back_and_a_meeting_stays():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(CONTOSO, Outcome.BUSY))
    step = room.records.get(NextStep, fixed_id("s-contoso"))
    assert step is not None
    assert step.done is None
    await room.desk.wrap_up.confirm(await room.ended(ADVENTURE))
    meeting = room.records.get(NextStep, fixed_id("s-adventure"))
    assert meeting is not None
    assert meeting.done is None, "half past four is still to come"


async def test_who_was_met_is_followed_up_once_reached():
    room = Room()
    view = await room.ended(WIDE_WORLD, warmth="a coffee")
    assert view.call_again == TODAY + days(32), "30 days would be a Saturday"
    await room.desk.wrap_up.confirm(view)
    encounter = room.records.get(Encounter, fixed_id("e-wideworld"))
    assert encounter is not None
    assert encounter.followed_up == TODAY
    assert room.listed(WIDE_WORLD) is None


async def test_who_was_met_and_not_reached_waits_for_the_day_that_was_set():
    room = Room()
    view = await room.ended(WIDE_WORLD, Outcome.NO_ANSWER)
    await room.desk.wrap_up.confirm(replace(view, call_again=TODAY + days(12)))
    room.clock.forward(days=6)
    assert room.listed(WIDE_WORLD) is None
    room.clock.forward(days=6)
    assert room.listed(WIDE_WORLD) is not None


async def test_a_coffee_that_was_had_is_settled_and_knows_its_course():
    room = Room()
    written = await room.desk.wrap_up.confirm(await room.ended(TAILSPIN, rating="5"))
    assert (written.kind, written.course_id) == (InteractionKind.COFFEE, fixed_id("course-azure"))
    draw = room.records.get(Draw, fixed_id("draw-azure"))
    assert draw is not None
    assert [pick.settled for pick in draw.picks] == [True]
    assert room.listed(TAILSPIN) is None


@pytest.mark.parametrize(
    ("outcome", "kind", "words"),
    [
        (Outcome.NO_ANSWER, InteractionKind.COFFEE, "coffee with Omar Haddad, did not come"),
        (Outcome.WRONG_MOMENT, InteractionKind.COFFEE, "coffee with Omar Haddad, called off"),
        (Outcome.BUSY, InteractionKind.CALL, "call to Omar Haddad, busy"),
    ],
)
async def test_a_coffee_in_vain_is_written_as_what_it_was(outcome, kind, words):
    room = Room()
    written = await room.desk.wrap_up.confirm(await room.ended(TAILSPIN, outcome))
    assert (written.kind, what_it_was(written)) == (kind, words)
    assert standing([written], zone=NOW.tzinfo).unanswered == 1
    draw = room.records.get(Draw, fixed_id("draw-azure"))
    assert draw is not None
    assert [pick.settled for pick in draw.picks] == [False], "it is still to be had"


async def test_a_yes_to_a_consultation_is_a_meeting_on_its_day_or_a_promise_to_arrange_it():
    room = Room()
    view = await room.ended(success="no", why_not="technical", put_right="yes")
    assert [promise.text for promise in view.promises] == [
        "arrange the free consultation with Ulla Berg"
    ]
    assert view.promises[0].due == date(2026, 11, 23), "two days on is a Saturday"
    view = await Room().ended(
        success="no", why_not="technical", put_right="yes", consultation_when="in 5 days"
    )
    assert view.promises == ()
    (step,) = view.steps
    assert (step.kind, step.text, step.agreed, step.all_day) == (
        StepKind.MEETING,
        "free consultation with Ulla Berg",
        True,
        True,
    )


async def test_a_booking_they_said_yes_to_is_pencilled_in_for_the_project():
    room = Room()
    view = await room.ended(
        LITWARE, happy="yes", more_work="yes", booking="yes", booking_day="in 5 weeks"
    )
    (step,) = view.steps
    assert (step.kind, step.keep, step.at.date()) == (StepKind.BOOKING, True, TODAY + days(35))
    await room.desk.wrap_up.confirm(view)
    (booking,) = room.records.of_client(NextStep, LITWARE.id)
    assert (booking.project_id, booking.is_pencilled) == (fixed_id("p-litware"), True)
    project = room.records.get(Project, fixed_id("p-litware"))
    assert project is not None
    assert (project.more_work, project.success) == (True, True)
    room.clock.forward(days=14)
    again = await room.ended(LITWARE)
    assert not again.steps, "one is pencilled in already"
    await room.desk.wrap_up.confirm(again)
    room.clock.forward(days=14)
    moved = await room.ended(LITWARE, booking="yes", booking_day="in 6 weeks", more_work="yes")
    await room.desk.wrap_up.confirm(moved)
    first, second = sorted(room.records.of_client(NextStep, LITWARE.id), key=lambda s: s.at)
    assert (first.done is not None, second.is_pencilled) == (True, True)
    room.clock.forward(days=14)
    await room.desk.wrap_up.confirm(await room.ended(LITWARE, more_work="yes", booking="no"))
    assert not any(step.is_pencilled for step in room.records.of_client(NextStep, LITWARE.id))


async def test_when_all_is_answered_the_next_call_is_that_of_keeping_in_touch():
    room = Room()
    view = await room.ended(
        LITWARE, happy="yes", reference="yes", testimonial="no", review="no", more_work="no"
    )
    assert view.call_again_why.endswith("as usual")
    assert view.call_again is not None
    assert (view.call_again - TODAY).days in range(150, 156)


async def test_a_call_that_asked_them_to_the_coffee_leaves_it_open():
    room = Room()
    view = await room.ended(TAILSPIN)
    written = await room.desk.wrap_up.confirm(replace(view, kind=InteractionKind.CALL))
    assert written.course_id == fixed_id("course-azure")
    draw = room.records.get(Draw, fixed_id("draw-azure"))
    assert draw is not None
    (pick,) = draw.picks
    assert (pick.settled, pick.invited) == (False, TODAY)
    room.clock.forward(days=7)
    entry = room.listed(TAILSPIN)
    assert entry is not None
    assert any("invited" in reason.text for reason in entry.reasons)


async def test_answers_move_the_closing_steps():
    room = Room()
    view = await room.ended(
        LITWARE, happy="yes", reference="yes", testimonial="yes", review="no", more_work="no"
    )
    assert view.call_again == TODAY + days(14)
    await room.desk.wrap_up.confirm(view)
    project = room.records.get(Project, fixed_id("p-litware"))
    assert project is not None
    steps = {step.kind: step for step in project.closing}
    assert steps[ClosingKind.REFERENCE].state is StepState.GIVEN
    assert steps[ClosingKind.REVIEW].state is StepState.DECLINED
    asked = steps[ClosingKind.TESTIMONIAL]
    assert (asked.state, asked.asked) == (StepState.ASKED, (TODAY,))
    assert steps[ClosingKind.BOOKING].state is StepState.NOT_ASKED
    assert room.listed(LITWARE) is None, "what was not asked waits for the next call"
    room.clock.forward(days=14)
    entry = room.listed(LITWARE)
    assert entry is not None
    assert ReasonKind.PROJECT_CLOSING in {reason.kind for reason in entry.reasons}


async def test_whether_it_was_a_success_is_kept_with_the_project():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(success="no", put_right="no"))
    project = room.records.get(Project, fixed_id("p-northwind"))
    assert project is not None
    assert project.success is False


async def test_what_belongs_to_another_playbook_stays_on_the_list():
    room = Room(a_promise(LITWARE, "send the offer"), a_step(LITWARE, kind=StepKind.MEETING))
    view = await room.ended(LITWARE, happy="no", put_right="no")
    await room.desk.wrap_up.confirm(view)
    entry = room.listed(LITWARE)
    assert entry is not None
    assert entry.reason.kind is ReasonKind.PROMISE


async def test_a_snooze_ends_when_they_were_reached():
    room = Room()
    await room.desk.call_list.snooze(FOURTH.id, TODAY + days(90))
    await room.desk.wrap_up.confirm(replace(await room.ended(FOURTH), call_again=TODAY + days(7)))
    room.clock.forward(days=7)
    assert room.listed(FOURTH) is not None


async def test_somebody_tried_in_vain_is_held_with_the_reason():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(WIDE_WORLD, Outcome.NO_ANSWER))
    held = {h.entry.client_id: h.why for h in room.desk.call_list.now_listed().held}
    assert held[WIDE_WORLD.id] in {HeldWhy.TRIED, HeldWhy.SNOOZED}


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("call_again", {"call_again": TODAY - days(1)}),
        ("call_again", {"call_again": date(2040, 1, 1)}),
    ],
)
async def test_a_day_that_cannot_be_is_refused_and_nothing_is_lost(field, changes):
    room = Room()
    view = await room.ended(FOURTH, notes="said this")
    kept = dict(room.drafts.kept)
    with pytest.raises(Invalid) as problem:
        await room.desk.wrap_up.confirm(replace(view, **changes))
    assert problem.value.field == field
    assert room.drafts.kept == kept
    assert len(room.records.of_client(Interaction, FOURTH.id)) == 1


async def test_a_promise_for_a_day_gone_by_is_refused_unless_it_is_dropped():
    room = Room()
    view = await room.ended(FOURTH, notes="! send it")
    (promise,) = view.promises
    late = replace(promise, due=TODAY - days(1))
    with pytest.raises(Invalid) as problem:
        await room.desk.wrap_up.confirm(replace(view, promises=(late,)))
    assert problem.value.field == "promises"
    await room.desk.wrap_up.confirm(replace(view, promises=(replace(late, keep=False),)))
    assert room.records.of_client(Promise, FOURTH.id) == []


async def test_no_day_means_by_cadence():
    room = Room()
    await room.desk.wrap_up.confirm(replace(await room.ended(FOURTH), call_again=None))
    assert room.client(FOURTH).call_again is None
    assert room.listed(FOURTH) is None


async def test_a_store_that_cannot_write_leaves_the_draft_and_nothing_half_done():
    room = Room()
    view = await room.ended(notes="! send it\n+ all of it")
    before = room.client(NORTHWIND)
    room.records.broken = DISK_FULL
    with pytest.raises(StoreProblem, match="disk is full"):
        await room.desk.wrap_up.confirm(view)
    assert room.client(NORTHWIND) == before
    assert await room.desk.wrap_up.resume(NORTHWIND.id) == view
    room.records.broken = ""
    await room.desk.wrap_up.confirm(view)
    assert len(room.records.of_client(Interaction, NORTHWIND.id)) == 2
    assert await room.desk.wrap_up.resume(NORTHWIND.id) is None


async def test_what_is_written_is_not_called_unsaved_when_only_the_draft_stays():
    room = Room()
    view = await room.ended(notes="said")
    room.drafts.broken = DISK_FULL
    await room.desk.wrap_up.confirm(view)
    room.drafts.broken = ""
    assert await room.desk.call.interrupted() == []
    assert room.drafts.kept == {}


async def test_a_wrap_up_is_found_again_as_it_was_left():
    room = Room()
    view = await room.ended(notes="! send it by fri", success="yes")
    changed = replace(
        view,
        call_again=TODAY + days(40),
        call_again_why="",
        summary="Good talk",
        person="Somebody else",
        promises=(replace(view.promises[0], text="send it all", keep=False),),
    )
    await room.desk.wrap_up.keep(changed)
    assert await room.desk.wrap_up.resume(NORTHWIND.id) == changed


async def test_back_in_the_call_the_script_is_where_it_was():
    room = Room()
    call = await room.call(notes="said", how_is_it_going="well")
    view = await room.desk.wrap_up.begin(call, Outcome.REACHED)
    await room.desk.wrap_up.return_to_call(view)
    assert await room.desk.wrap_up.resume(NORTHWIND.id) is None
    again = await room.desk.call.begin(NORTHWIND.id)
    assert (again.path, again.notes, again.ended) == (call.path, call.notes, call.ended)


async def test_a_late_keep_does_not_bring_a_written_conversation_back():
    room = Room()
    view = await room.ended(notes="said")
    await room.desk.wrap_up.confirm(view)
    await room.desk.wrap_up.keep(view)
    assert room.drafts.kept == {}


async def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten():
    room = Room()
    view = await room.ended(notes="+ tea")
    await room.desk.clients.edit(msgspec.structs.replace(NORTHWIND, website="https://new.example/"))
    await room.desk.wrap_up.confirm(view)
    client = room.client(NORTHWIND)
    assert client.website == "https://new.example/"
    assert "tea" in client.likes


def test_days_and_hours_are_read_in_words():
    wrap_up = Room().desk.wrap_up
    assert wrap_up.read_day("fri") == TODAY + days(1)
    assert wrap_up.read_day("no day at all") is None
    zurich = wrap_up.read_moment("fri 10:00", "Europe/Zurich")
    assert zurich == datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Zurich"))
    assert wrap_up.read_moment("fri 10:00", "") == at(TODAY + days(1), "10:00")


@given(
    outcome=st.sampled_from([o for o in Outcome if o not in {Outcome.NOTED, Outcome.CALL_BACK}]),
    ahead=st.integers(min_value=1, max_value=400),
    name=st.sampled_from([NORTHWIND, TAILSPIN, WIDE_WORLD, CONTOSO, ADVENTURE, LITWARE, FOURTH]),
)
async def test_whoever_was_wrapped_up_is_off_the_list_unless_something_is_owed(
    outcome, ahead, name
):
    """With a day set, nobody is nagged about today again but for what is promised or agreed."""
    room = Room()
    view = await room.ended(name, outcome)
    await room.desk.wrap_up.confirm(replace(view, call_again=TODAY + days(ahead)))
    entry = room.listed(name)
    owed = {ReasonKind.PROMISE, ReasonKind.CALL_BACK, ReasonKind.NEXT_STEP}
    assert entry is None or entry.reason.kind in owed
