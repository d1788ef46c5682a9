"""The call: its script, its notes, and finding it again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.record import Invalid
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import PadPlace
from followup_tui.services.call_drafts import CallDrafts, draft_of, interaction_id
from followup_tui.services.clients import NoSuchClient
from followup_tui.services.ports import Change, StoreProblem
from tests.builders import NOW, a_client, days
from tests.fakes import DISK_FULL, FakeClock, MemoryDrafts, MemoryRecords, a_desk, shipped_playbooks
from tests.story import ADVENTURE, NORTHWIND, TAILSPIN, TALK, WIDE_WORLD, WOODGROVE, story


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def drafts():
    return MemoryDrafts()


@pytest.fixture
def records():
    return MemoryRecords(story())


@pytest.fixture
def desk(clock, drafts, records):
    return a_desk(records=records, drafts=drafts, now=clock)


@pytest.mark.parametrize(
    ("client", "playbook"),
    [
        (NORTHWIND, "keep-in-touch"),
        (WIDE_WORLD, "networking"),
        (TAILSPIN, "retro-coffee"),
        (WOODGROVE, "keep-in-touch"),
    ],
)
async def test_the_playbook_is_that_of_the_reason(desk, client, playbook):
    call = await desk.call.begin(client.id)
    assert call.playbook.key == playbook
    assert call.person == client.primary
    assert call.path[0].question == call.playbook.questions[0]


async def test_why_somebody_is_called_is_said_and_what_was_answered_the_last_time(desk):
    call = await desk.call.begin(NORTHWIND.id)
    assert call.why == "promised the pricing link, due yesterday"
    assert call.at_hand is not None
    assert call.at_hand.last_time == "well, fewer calls than before (11 May)"
    assert (await desk.call.begin(WOODGROVE.id)).why == "not due"


async def test_what_was_chosen_is_there_to_be_offered(desk):
    await desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    call = await desk.call.begin(NORTHWIND.id)
    assert [each.value_add for each in call.suggestions] == [TALK]


async def test_answers_lead_on_and_back_undoes_them(desk):
    start = await desk.call.begin(NORTHWIND.id)
    one = desk.call.answer(start, "fine")
    two = desk.call.answer(one, "no")
    assert two.at_hand is not None
    assert two.at_hand.question.key == "why-not"
    with pytest.raises(Invalid):
        desk.call.answer(two, "because")
    back = desk.call.back(two)
    assert back.at_hand is not None
    assert (back.at_hand.question.key, back.at_hand.answer) == ("success", "no")
    assert desk.call.answer(back, "no") == two
    assert desk.call.back(desk.call.back(desk.call.back(two))).path[0].question == (
        start.path[0].question
    )


async def test_skipping_all_the_way_ends_and_one_step_back_is_the_last_question(desk):
    call = await desk.call.begin(NORTHWIND.id)
    while not call.ended:
        call = desk.call.answer(call, None)
    assert call.at_hand is None
    assert desk.call.answer(call, "more") == call
    back = desk.call.back(call)
    assert back.at_hand is not None
    assert back.at_hand.question.key == "again"


async def test_a_day_may_be_answered_in_words(desk):
    call = await desk.call.begin(NORTHWIND.id)
    while call.at_hand and call.at_hand.question.key != "again":
        call = desk.call.answer(call, None)
    assert desk.call.answer(call, "in 2 weeks").path[-1].answer == "2026-12-03"


async def test_a_line_keeps_its_stamp_while_others_are_written(desk, clock):
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), "one")
    clock.forward(minutes=2)
    call = desk.call.write(call, "one more\ntwo")
    assert [(n.at, n.text) for n in call.notes] == [(NOW, "one more"), (clock(), "two")]


async def test_a_call_is_found_again_exactly_as_it_was(desk, clock):
    call = await desk.call.begin(NORTHWIND.id)
    call = desk.call.answer(desk.call.answer(call, "fine"), "yes")
    call = desk.call.write(call, "moved [red]\n\n+ the team 🎉")
    await desk.call.keep(call)
    clock.forward(hours=3)
    again = await desk.call.begin(NORTHWIND.id)
    assert again.resumed
    for name in ("client", "person", "playbook", "why", "started", "path", "ended", "notes"):
        assert getattr(again, name) == getattr(call, name), name
    assert [each.client_id for each in await desk.call.interrupted()] == [NORTHWIND.id]


async def test_nothing_is_kept_before_it_is_asked_for(desk, drafts):
    await desk.call.begin(NORTHWIND.id)
    assert drafts.kept == {}


async def test_interrupted_calls_come_the_oldest_first_and_say_how_far_they_were(desk, clock):
    first = await desk.call.begin(TAILSPIN.id)
    clock.forward(minutes=5)
    second = await desk.call.begin(NORTHWIND.id)
    await desk.call.keep(second)
    await desk.call.keep(first)
    await desk.wrap_up.begin(second, Outcome.REACHED)
    found = await desk.call.interrupted()
    assert [(each.name, each.wrapping_up) for each in found] == [
        ("Tailspin Toys", False),
        ("Northwind Traders", True),
    ]


async def test_a_call_without_content_is_abandoned_and_one_with_is_not(desk, drafts):
    call = await desk.call.begin(NORTHWIND.id)
    await desk.call.keep(call)
    await desk.call.abandon(NORTHWIND.id)
    assert drafts.kept == {}
    call = desk.call.write(await desk.call.begin(TAILSPIN.id), "something")
    await desk.call.keep(call)
    await desk.call.abandon(TAILSPIN.id)
    assert len(drafts.kept) == 1


async def test_a_late_saving_does_not_bring_an_abandoned_call_back(desk, drafts):
    call = await desk.call.begin(NORTHWIND.id)
    await desk.call.keep(call)
    await desk.call.abandon(NORTHWIND.id)
    await desk.call.keep(call)
    assert drafts.kept == {}


async def test_savings_are_carried_out_in_order_even_when_cancelled(records):
    order: list[str] = []

    class Slow(MemoryDrafts):
        def save(self, key, content):
            order.append(msgspec.json.decode(content)["why"])
            super().save(key, content)

    desk = a_desk(records=records)
    call = await desk.call.begin(NORTHWIND.id)
    drafts = CallDrafts(Slow(), records)
    tasks = [
        asyncio.create_task(drafts.save(msgspec.structs.replace(draft_of(call), why=str(n))))
        for n in range(20)
    ]
    await asyncio.sleep(0)
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(results[3], asyncio.CancelledError)
    await drafts.load(NORTHWIND.id)
    assert order == [str(n) for n in range(20)]


async def test_closing_the_desk_waits_for_what_was_to_be_kept(desk, drafts):
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), "the last words")
    worker = asyncio.create_task(desk.call.keep(call))
    await asyncio.sleep(0)
    worker.cancel()
    await desk.close()
    assert b"the last words" in drafts.kept[f"call-{NORTHWIND.id}"]


async def test_a_store_that_cannot_save_is_told_and_the_call_goes_on(desk, drafts):
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), "something")
    drafts.broken = DISK_FULL
    with pytest.raises(StoreProblem, match="disk is full"):
        await desk.call.keep(call)
    drafts.broken = ""
    await desk.call.keep(call)
    assert (await desk.call.begin(NORTHWIND.id)).notes == call.notes


async def test_a_draft_that_cannot_be_read_is_set_aside_and_told(desk, drafts):
    drafts.kept[f"call-{NORTHWIND.id}"] = b"{ half"
    with pytest.raises(StoreProblem, match="set aside"):
        await desk.call.begin(NORTHWIND.id)
    assert drafts.kept == {f"damaged-call-{NORTHWIND.id}": b"{ half"}
    assert not (await desk.call.begin(NORTHWIND.id)).resumed


async def test_answers_outlive_a_playbook_that_changes(desk, drafts, records):
    call = await desk.call.begin(NORTHWIND.id)
    call = desk.call.answer(desk.call.answer(call, "fine"), "yes")
    await desk.call.keep(call)
    playbooks = dict(shipped_playbooks())
    old = playbooks["keep-in-touch"]
    gone = {"success", "what-else"}
    questions = tuple(
        msgspec.structs.replace(question, branches={})
        for question in old.questions
        if question.key not in gone
    )
    playbooks["keep-in-touch"] = msgspec.structs.replace(old, questions=questions)
    changed = a_desk(records=records, drafts=drafts, playbooks=playbooks)
    again = await changed.call.begin(NORTHWIND.id)
    assert [(a.question.key, a.answer) for a in again.path] == [
        ("how-is-it-going", "fine"),
        ("success", "yes"),
        ("why-not", None),
    ]
    back = changed.call.back(again)
    assert back.at_hand is not None
    assert changed.call.answer(back, "no").path[-1].question.key == "why-not"


async def test_a_client_that_is_gone_is_told(desk):
    with pytest.raises(NoSuchClient):
        await desk.call.begin("gone")


async def test_a_call_that_was_written_down_before_its_draft_was_forgotten_is_over(
    desk, drafts, records
):
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), "said")
    await desk.call.keep(call)
    kept = dict(drafts.kept)
    view = await desk.wrap_up.begin(call, Outcome.REACHED)
    await desk.wrap_up.confirm(view)
    drafts.kept.update(kept)  # as if the machine had died just before
    fresh = a_desk(records=records, drafts=drafts)
    assert await fresh.call.interrupted() == []
    assert len(records.of_client(Interaction, NORTHWIND.id)) == 2


def test_an_id_of_a_conversation_sorts_by_its_time_and_is_its_own():
    client, other = a_client(), a_client()
    ids = {interaction_id(each.id, NOW) for each in (client, other)}
    assert len(ids) == 2
    assert {len(each) for each in ids} == {26}
    assert interaction_id(client.id, NOW) == interaction_id(client.id, NOW)


@given(
    text=st.text(max_size=300),
    answers=st.lists(st.none() | st.sampled_from(["yes", "no", "1", "fri", "words"]), max_size=14),
)
async def test_whatever_was_typed_and_answered_is_found_again(text, answers):
    desk = a_desk(records=story())
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), text)
    for answer in answers:
        with suppress(Invalid):
            call = desk.call.answer(call, answer)
    await desk.call.keep(call)
    again = await desk.call.begin(NORTHWIND.id)
    assert (again.notes, again.path, again.ended) == (call.notes, call.path, call.ended)


async def test_offers_kind_playbook_and_place_are_found_again(desk, drafts, records):
    call = desk.call.answer(await desk.call.begin(NORTHWIND.id), "well enough")
    call = desk.call.use(call, "networking")
    call = desk.call.hold_as(call, InteractionKind.MEETING)
    call = desk.call.offer(call, TALK.id, OfferState.TAKEN)
    call = desk.call.at(desk.call.write(call, "one\ntwo"), PadPlace(1, 2, top=1))
    await desk.call.keep(call)
    again = await a_desk(records=records, drafts=drafts).call.begin(NORTHWIND.id)
    assert again.playbook.key == "networking"
    assert again.kind is InteractionKind.MEETING
    assert again.offered == {TALK.id: OfferState.TAKEN}
    assert again.place == PadPlace(1, 2, top=1)
    assert [asked.answer for asked in again.off_path] == ["well enough"]
    assert desk.call.use(again, "keep-in-touch").path[0].answer == "well enough"
    assert desk.call.offer(again, TALK.id, None).offered == {}
    assert desk.call.hold_as(again, InteractionKind.MAIL) == again, "no way of talking"
    assert desk.call.use(again, "no-such") == again


async def test_what_was_answered_before_somebody_went_back_is_written_all_the_same(desk):
    call = await desk.call.begin(NORTHWIND.id)
    for text in ("well", "no", "technical", "it was slow"):
        call = desk.call.answer(call, text)
    gone_back = desk.call.back(call, to=0)
    assert not gone_back.off_path
    finished = desk.call.finish(gone_back)
    assert finished.path == call.path
    view = await desk.wrap_up.begin(finished, Outcome.REACHED)
    assert [answer.text for answer in view.answers] == ["well", "no", "technical", "it was slow"]


async def test_the_ways_begin_with_those_that_have_a_reason(desk):
    ways = desk.call.ways(await desk.call.begin(TAILSPIN.id))
    assert ways[0].key == "retro-coffee"
    assert ways[0].why
    assert {way.key for way in ways} == set(shipped_playbooks())


async def test_a_playbook_that_cannot_be_read_any_more_is_told_and_loses_no_answer(
    desk, drafts, records
):
    call = desk.call.answer(await desk.call.begin(WIDE_WORLD.id), "yes")
    await desk.call.keep(call)
    left = {key: book for key, book in shipped_playbooks().items() if key != "networking"}
    again = await a_desk(records=records, drafts=drafts, playbooks=left).call.begin(WIDE_WORLD.id)
    assert any("“networking”" in sentence for sentence in again.told)
    assert "yes" in {asked.answer for asked in (*again.path, *again.aside)}
    none = await a_desk(records=records, drafts=drafts, playbooks={}).call.begin(WIDE_WORLD.id)
    assert any("followup doctor" in sentence for sentence in none.told)
    assert "yes" in {asked.answer for asked in (*none.path, *none.aside)}


async def test_a_question_that_is_gone_is_named(desk, drafts, records):
    call = desk.call.answer(await desk.call.begin(NORTHWIND.id), "well enough")
    await desk.call.keep(call)
    keep = shipped_playbooks()["keep-in-touch"]
    changed = structs.replace(keep, questions=keep.questions[2:])
    fresh = a_desk(records=records, drafts=drafts, playbooks={keep.key: changed})
    again = await fresh.call.begin(NORTHWIND.id)
    assert "does not ask" in again.told[0]
    assert again.path[0].answer == "well enough"


async def test_the_call_with_somebody_who_was_removed_is_shown_and_let_go(desk, drafts, records):
    call = desk.call.write(await desk.call.begin(NORTHWIND.id), "the last words")
    call = desk.call.answer(call, "well enough")
    await desk.call.keep(call)
    await desk.call.let_go(NORTHWIND.id)
    assert drafts.kept, "they are there: nothing is let go"
    records.commit(Change(by="removed", drop=(NORTHWIND,)))
    with pytest.raises(NoSuchClient):
        await desk.call.look_again(call)
    left = await desk.call.left_behind(NORTHWIND.id)
    assert left is not None
    assert [line.text for line in left.notes] == ["the last words"]
    assert "well enough" in left.answers
    await desk.call.let_go(NORTHWIND.id)
    assert not drafts.kept
    assert await desk.call.left_behind(NORTHWIND.id) is None


async def test_a_meeting_that_was_moved_is_agreed_for_its_new_hour(desk, records):
    call = desk.call.hold_as(await desk.call.begin(ADVENTURE.id), InteractionKind.MEETING)
    view = await desk.wrap_up.begin(call, Outcome.CALL_BACK)
    await desk.wrap_up.confirm(replace(view, call_back_at=NOW + days(3)))
    steps = sorted(records.of_client(NextStep, ADVENTURE.id), key=lambda step: step.at)
    assert [step.kind for step in steps] == [StepKind.MEETING, StepKind.MEETING]
    assert [step.done is None for step in steps] == [False, True]
