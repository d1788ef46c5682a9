"""What sources announce: bounded, known again, followed, and never over what the user wrote."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.library.announcements import (
    MOST_ARTICLES,
    MOST_EVENTS,
    MOST_OF_A_SERIES,
    SourceKind,
    Topics,
    offerings,
    once,
)
from followup_tui.domain.library.merging import NOT_ANNOUNCED, Reading, edited, merge
from followup_tui.domain.page import Event, EventStatus, NewsItem, PageFacts
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from tests.builders import NOW, TODAY, ZONE, a_value_add, days

CALENDAR, GROUP, FEED = (
    "https://ourselves.example/events.ics",
    "https://usergroup.example/",
    "https://journal.example/feed.xml",
)


def an_event(title: str = "Breakfast", ahead: float = 9, **fields: object) -> Event:
    start = fields.pop("start", NOW.replace(hour=18, minute=0) + days(ahead))
    return Event(**{"title": title, "start": start, **fields})


def facts(url: str, *events: Event, news: tuple[NewsItem, ...] = ()) -> PageFacts:
    return PageFacts(url=url, read_at=NOW, events=events, news=news)


def read(
    kind: SourceKind, page: PageFacts, *, now: datetime = NOW, topics: tuple[str, ...] = ()
) -> Reading:
    found = once(offerings(kind, page.url, page, topics=Topics(topics), now=now), now)
    return Reading(page.url, tuple(found), complete=bool(found) or page.url.endswith(".ics"))


def from_calendar(*events: Event, now: datetime = NOW) -> Reading:
    return read(SourceKind.OWN_EVENTS, facts(CALENDAR, *events), now=now)


def taken_in(library: list[ValueAdd], *readings: Reading, now: datetime = NOW) -> list[ValueAdd]:
    """Return the library after a refresh, in order of creation."""
    by_id = {each.id: each for each in library}
    by_id.update((each.id, each) for each in merge(library, readings, now=now).put)
    return sorted(by_id.values(), key=lambda each: each.id)


# What is announced


def test_an_event_of_ours_becomes_something_to_give():
    event = an_event(
        "Course: tidy queries", end=NOW + days(10), location="Level 2", url=f"{CALENDAR}#1"
    )
    (made,) = taken_in([], read(SourceKind.OWN_EVENTS, facts(CALENDAR, event), topics=("queries",)))
    assert (made.kind, made.title, made.where) == (
        ValueAddKind.EVENT,
        "Course: tidy queries",
        "Level 2",
    )
    assert made.topics == ("queries",)
    assert made.announced is not None
    assert made.announced.source == CALENDAR
    assert edited(made) == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Free breakfast: bills", ValueAddKind.INVITATION),
        ("Frühstück mit Zahlen", ValueAddKind.INVITATION),
        ("Portes ouvertes", ValueAddKind.INVITATION),
        ("Course: tidy queries", ValueAddKind.EVENT),
        ("Freedom of information, a course", ValueAddKind.EVENT),
    ],
)
def test_what_one_is_invited_to_is_an_invitation(title, kind):
    (made,) = taken_in([], from_calendar(an_event(title)))
    assert made.kind is kind


def test_the_user_group_gives_its_next_date_and_link():
    page = facts(
        GROUP, an_event("Second", 40), an_event("First", 6, url="https://usergroup.example/1")
    )
    (made,) = taken_in([], read(SourceKind.USER_GROUP, page))
    assert (made.kind, made.title, made.url) == (
        ValueAddKind.INVITATION,
        "First",
        "https://usergroup.example/1",
    )


def test_a_date_put_before_the_next_one_does_not_retire_it():
    library = taken_in([], read(SourceKind.USER_GROUP, facts(GROUP, an_event("Later", 30))))
    page = facts(GROUP, an_event("Sooner", 5), an_event("Later", 30))
    after = taken_in(library, read(SourceKind.USER_GROUP, page))
    assert [(each.title, each.retired) for each in after] == [("Later", False), ("Sooner", False)]


def test_an_hour_without_a_zone_is_our_own():
    start = (NOW + days(5)).replace(tzinfo=None)
    (made,) = taken_in([], from_calendar(an_event(start=start)))
    assert made.starts == NOW + days(5)


def test_whole_days_last_until_their_last_midnight():
    first = datetime(2026, 11, 19, tzinfo=ZONE)
    event = an_event("Fair", start=first, end=first + days(2), all_day=True)
    (made,) = taken_in([], from_calendar(event))
    assert made.ends == first + days(3)
    assert not made.is_over(first + timedelta(days=2, hours=20))
    assert made.is_over(first + timedelta(days=3, seconds=1))


@pytest.mark.parametrize(
    "event",
    [
        an_event(ahead=-2),
        an_event(status=EventStatus.CANCELLED),
        an_event(status=EventStatus.POSTPONED),
        an_event(status=EventStatus.UNSURE),
        an_event(ahead=900),
        an_event("  "),
    ],
)
def test_what_nobody_can_come_to_is_not_taken_in(event):
    assert taken_in([], from_calendar(event)) == []


def test_an_archive_does_not_flood_the_library():
    news = tuple(
        NewsItem(title=f"Piece {n}", url=f"https://journal.example/{n}", date=TODAY - days(n))
        for n in range(500)
    )
    made = taken_in([], read(SourceKind.ARTICLES, facts(FEED, news=news)))
    assert {each.title for each in made} == {f"Piece {n}" for n in range(MOST_ARTICLES)}
    old = tuple(replace(each, date=TODAY - days(400)) for each in news)
    assert taken_in([], read(SourceKind.ARTICLES, facts(FEED, news=old))) == []


def test_a_series_and_a_long_calendar_are_bounded():
    weekly = [an_event("Office hour", 2 + 7 * n, uid="hour") for n in range(40)]
    assert len(taken_in([], from_calendar(*weekly))) == MOST_OF_A_SERIES
    many = [an_event(f"Evening {n}", 2 + n) for n in range(80)]
    assert len(taken_in([], from_calendar(*many))) == MOST_EVENTS


def test_articles_have_the_topics_of_their_feed_and_those_that_the_desk_knows():
    item = NewsItem(
        title="Power BI without tears",
        url="https://journal.example/bi",
        about="A report that costs an afternoon.",
        topics=("Reporting",),
    )
    page = facts(FEED, news=(item,))
    (made,) = taken_in([], read(SourceKind.ARTICLES, page, topics=("power bi", "costs", "Rust")))
    assert made.topics == ("Reporting", "power bi", "costs")


def test_what_two_sources_announce_is_there_once():
    one = offerings(
        SourceKind.OWN_EVENTS, CALENDAR, facts(CALENDAR, an_event()), topics=Topics(()), now=NOW
    )
    other = offerings(
        SourceKind.OWN_EVENTS,
        "https://ourselves.example/events",
        facts("https://ourselves.example/events", an_event("BREAKFAST")),
        topics=Topics(()),
        now=NOW,
    )
    assert once([*one, *other], NOW) == one


# Known again


def test_read_again_nothing_is_written():
    reading = from_calendar(an_event(uid="a"), an_event("Evening", 20, url="https://o.example/e"))
    library = taken_in([], reading)
    merged = merge(library, [reading], now=NOW)
    assert merged.put == []
    assert merged.told == []


@pytest.mark.parametrize(
    "changed",
    [
        an_event("Breakfast, with eggs", uid="a"),
        an_event(ahead=12, uid="a"),
        an_event(ahead=12, uid="new by another program"),
        an_event("BREAKFAST", uid="new by another program"),
    ],
    ids=["renamed", "moved", "moved and a new uid", "a new uid"],
)
def test_an_event_that_changed_is_the_same_event(changed):
    (before,) = taken_in([], from_calendar(an_event(uid="a")))
    (after,) = taken_in([before], from_calendar(changed))
    assert after.id == before.id
    assert (after.title, after.starts) == (changed.title, changed.start)


def test_the_same_evening_next_month_is_another_one():
    (before,) = taken_in([], from_calendar(an_event("Meetup", 3)))
    later = NOW + days(5)
    after = taken_in([before], from_calendar(an_event("Meetup", 31), now=later), now=later)
    assert len(after) == 2


def test_what_the_user_wrote_stays_and_the_rest_follows():
    (before,) = taken_in([], from_calendar(an_event(uid="a", location="Level 2")))
    mine = replace(before, title="Breakfast with Ulla", topics=("eggs",))
    assert edited(mine) == ("title", "topics")
    moved = an_event("Breakfast, moved", 11, uid="a", location="Level 3")
    (after,) = taken_in([mine], from_calendar(moved))
    assert (after.title, after.topics) == ("Breakfast with Ulla", ("eggs",))
    assert (after.where, after.starts) == ("Level 3", moved.start)


def test_what_was_written_by_hand_is_found_announced():
    mine = a_value_add("Breakfast", starts=an_event().start, about="Bring a bill.")
    (after,) = taken_in([mine], from_calendar(an_event(location="Level 2", uid="a")))
    assert (after.id, after.about, after.where) == (mine.id, "Bring a bill.", "Level 2")


def test_what_was_written_by_hand_in_other_words_is_known_by_its_hour_and_address():
    event = an_event("Keeping costs down", url=GROUP)
    mine = a_value_add("User group: keeping costs down", starts=event.start, url=GROUP)
    (after,) = taken_in([mine], read(SourceKind.USER_GROUP, facts(GROUP, event)))
    assert (after.id, after.title) == (mine.id, mine.title)


def test_an_article_of_the_same_address_is_the_same_article():
    mine = a_value_add("Reports", kind=ValueAddKind.ARTICLE, url="https://journal.example/r")
    item = NewsItem(title="Reports people read", url="https://journal.example/r")
    (after,) = taken_in([mine], read(SourceKind.ARTICLES, facts(FEED, news=(item,))))
    assert (after.id, after.title) == (mine.id, "Reports")


# Gone


def test_what_is_cancelled_is_retired_and_comes_back():
    (before,) = taken_in([], from_calendar(an_event(uid="a")))
    off = from_calendar(an_event(uid="a", status=EventStatus.CANCELLED))
    (gone,) = taken_in([before], off)
    assert (gone.retired, gone.why_retired) == (True, "cancelled")
    assert merge([gone], [off], now=NOW).put == []
    (back,) = taken_in([gone], from_calendar(an_event(uid="a")))
    assert (back.id, back.retired, back.why_retired) == (before.id, False, "")


def test_what_is_not_announced_any_more_is_retired():
    library = taken_in([], from_calendar(an_event(uid="a"), an_event("Evening", uid="b")))
    after = taken_in(library, from_calendar(an_event(uid="a")))
    assert [(each.title, each.why_retired) for each in after] == [
        ("Breakfast", ""),
        ("Evening", NOT_ANNOUNCED),
    ]
    assert all(each.retired for each in taken_in(library, from_calendar()))


def test_a_page_on_which_nothing_could_be_found_retires_nothing():
    page = "https://ourselves.example/events"
    library = taken_in([], read(SourceKind.OWN_EVENTS, facts(page, an_event())))
    after = taken_in(library, read(SourceKind.OWN_EVENTS, facts(page)))
    assert not after[0].retired


def test_what_the_user_retired_stays_retired():
    (before,) = taken_in([], from_calendar(an_event(uid="a")))
    mine = replace(before, retired=True)
    (after,) = taken_in([mine], from_calendar(an_event("Breakfast again", uid="a")))
    assert after.retired


def test_an_article_that_has_left_the_feed_stays_for_two_years():
    item = NewsItem(title="Reports", url="https://journal.example/r", date=TODAY)
    (before,) = taken_in([], read(SourceKind.ARTICLES, facts(FEED, news=(item,))))
    assert merge([before], [read(SourceKind.ARTICLES, facts(FEED))], now=NOW).put == []
    (after,) = taken_in([before], now=NOW + days(731))
    assert after.why_retired == "older than two years"
    mine = replace(before, topics=("kept",))
    assert merge([mine], [], now=NOW + days(731)).put == []


def test_what_a_refresh_did_is_told():
    library = taken_in([], from_calendar(an_event(uid="a"), an_event("Evening", 20, uid="b")))
    item = NewsItem(title="Reports", url="https://journal.example/r")
    told = merge(
        library,
        [
            from_calendar(an_event(ahead=12, uid="a"), an_event("Lab", 30, uid="c")),
            read(SourceKind.ARTICLES, facts(FEED, news=(item,))),
        ],
        now=NOW,
    ).told
    assert told == [
        "1 event from ourselves.example",
        "1 change from ourselves.example",
        "1 article from journal.example",
        "1 event not announced any more on ourselves.example",
    ]


# Laws

_TITLES = st.sampled_from(["Breakfast", "Evening", "Course", "Lab"])
_EVENTS = st.lists(
    st.builds(
        an_event,
        _TITLES,
        st.integers(min_value=-3, max_value=60),
        uid=st.sampled_from(["", "a", "b"]),
        status=st.sampled_from(list(EventStatus)),
    ),
    max_size=8,
)


@given(_EVENTS, _EVENTS)
def test_a_second_reading_of_the_same_changes_nothing(first, second):
    library = taken_in(taken_in([], from_calendar(*first)), from_calendar(*second))
    assert merge(library, [from_calendar(*second)], now=NOW).put == []


@given(_EVENTS, _EVENTS)
def test_nothing_is_ever_lost(first, second):
    library = taken_in([], from_calendar(*first))
    after = taken_in(library, from_calendar(*second))
    assert {each.id for each in library} <= {each.id for each in after}
