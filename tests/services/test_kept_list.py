"""The call list as it was last seen, over the story."""

from __future__ import annotations

from tests.builders import days
from tests.fakes import FakeClock, MemoryCache, MemoryRecords, a_desk, a_story_desk, story
from tests.story import FOURTH


async def test_the_list_is_there_again_as_it_was_last_made():
    cache = MemoryCache()
    listed = await a_story_desk(cache=cache).call_list.today()
    assert a_story_desk(cache=cache).call_list.last_listed() == listed


async def test_a_list_that_was_made_at_once_can_be_kept_too():
    cache = MemoryCache()
    desk = a_story_desk(cache=cache)
    listed = desk.call_list.now_listed()
    assert desk.call_list.last_listed() is None
    await desk.call_list.keep()
    assert a_story_desk(cache=cache).call_list.last_listed() == listed


def test_a_desk_that_made_no_list_has_none_kept():
    assert a_story_desk().call_list.last_listed() is None


async def test_only_a_list_that_differs_is_written_again():
    cache = MemoryCache()
    clock = FakeClock()
    desk = a_desk(records=MemoryRecords(story()), cache=cache, now=clock)
    await desk.call_list.today()
    first = dict(cache.kept)
    cache.kept.clear()
    await desk.call_list.today()
    assert cache.kept == {}
    await desk.call_list.snooze(FOURTH.id, clock().date() + days(3))
    await desk.call_list.today()
    assert cache.kept.keys() == first.keys()
    assert cache.kept != first


async def test_what_is_kept_and_cannot_be_read_is_passed_over():
    cache = MemoryCache()
    desk = a_story_desk(cache=cache)
    await desk.call_list.today()
    for content in (b"", b"\x00", b"{}", cache.kept["call_list"][:-9], b"\x92\x00\xc0"):
        cache.kept["call_list"] = content
        assert desk.call_list.last_listed() is None


async def test_a_disk_that_takes_nothing_costs_nothing():
    cache = MemoryCache()
    cache.broken = True
    desk = a_story_desk(cache=cache)
    assert await desk.call_list.today() == desk.call_list.now_listed()
    assert desk.call_list.last_listed() is None
