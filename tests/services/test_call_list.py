"""The call list service over the story."""

from __future__ import annotations

import pytest

from followup_tui.domain.client import Client
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.queue import HeldWhy, ReasonKind
from followup_tui.services.gather import NoSuchClient, NoSuchPromise
from followup_tui.services.ports import StoreProblem
from tests.builders import TODAY, days
from tests.fakes import DISK_FULL, MemoryRecords, a_desk, a_story_desk, story
from tests.story import FOURTH, LUCERNE, NORTHWIND, PROSEWARE, WOODGROVE, fixed_id


def names(entries):
    return [entry.name for entry in entries]


def test_every_kind_of_reason_is_listed_in_the_order_of_the_day():
    today = a_story_desk().call_list.now_listed().today
    kinds = [entry.reason.kind for entry in today]
    assert kinds == sorted(kinds)
    of_little_weight = {ReasonKind.THANKS, ReasonKind.THEIR_PROMISE, ReasonKind.FITTING}
    assert set(kinds) == set(ReasonKind) - of_little_weight
    assert WOODGROVE.name not in names(today)


async def test_today_is_what_is_listed_now():
    desk = a_story_desk()
    assert await desk.call_list.today() == desk.call_list.now_listed()


async def test_who_is_snoozed_is_held_until_the_day_and_woken_by_one_that_has_come():
    desk = a_story_desk()
    await desk.call_list.snooze(FOURTH.id, TODAY + days(3))
    listed = desk.call_list.now_listed()
    assert FOURTH.name not in names(listed.today)
    held = {each.entry.client_id: each for each in listed.held}
    assert held[FOURTH.id].why is HeldWhy.SNOOZED
    assert held[FOURTH.id].until == TODAY + days(3)
    await desk.call_list.snooze(PROSEWARE.id, TODAY)
    assert PROSEWARE.name in names(desk.call_list.now_listed().today)


async def test_the_wish_not_to_be_called_is_kept_with_its_reason_and_taken_back():
    desk = a_story_desk()
    await desk.call_list.do_not_call(FOURTH.id, wish=True, why="on leave\x1b[31m")
    client = desk.records.get(Client, FOURTH.id)
    assert client is not None
    assert client.do_not_call is not None
    assert (client.do_not_call.since, client.do_not_call.why) == (TODAY, "on leave")
    assert FOURTH.name not in names(desk.call_list.now_listed().today)
    await desk.call_list.do_not_call(LUCERNE.id, wish=False)
    assert LUCERNE.name in names(desk.call_list.now_listed().today)


@pytest.mark.parametrize("kept", [True, False])
async def test_a_settled_promise_presses_no_more(kept):
    desk = a_story_desk()
    promise_id = fixed_id("pr-northwind")
    await desk.agreements.settle(promise_id, kept=kept)
    promise = desk.records.get(Promise, promise_id)
    assert promise is not None
    assert promise.state is (PromiseState.KEPT if kept else PromiseState.BROKEN)
    assert promise.settled == TODAY
    listed = desk.call_list.now_listed()
    assert listed.promises == 0
    entry = next(entry for entry in listed.today if entry.client_id == NORTHWIND.id)
    assert entry.reason.kind is ReasonKind.CADENCE


async def test_a_promise_that_is_gone_is_told():
    with pytest.raises(NoSuchPromise, match="not there any more"):
        await a_story_desk().agreements.settle("gone", kept=True)


async def test_a_client_that_is_gone_is_told():
    with pytest.raises(NoSuchClient):
        await a_story_desk().call_list.snooze("gone", TODAY)


async def test_a_store_that_cannot_write_is_told_and_changes_nothing():
    records = MemoryRecords(story())
    desk = a_desk(records=records)
    before = desk.call_list.now_listed()
    records.broken = DISK_FULL
    with pytest.raises(StoreProblem, match="disk is full"):
        await desk.call_list.snooze(FOURTH.id, TODAY + days(3))
    assert desk.call_list.now_listed() == before


async def test_the_history_names_what_was_done():
    records = MemoryRecords(story())
    desk = a_desk(records=records)
    await desk.call_list.snooze(FOURTH.id, TODAY + days(3))
    assert records.changes[-1].by == "snoozed until Sun 22 Nov 2026: Fourth Coffee"
