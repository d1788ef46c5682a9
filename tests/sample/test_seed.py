"""The sample desk's records: the same each time, valid, and worth calling on any day."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project, StepState
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.queue import (
    Band,
    CallList,
    ClientFile,
    CoffeeDue,
    HeldWhy,
    QueueRules,
    ReasonKind,
    Standing,
    call_list,
    standing,
)
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, ValueAdd, ValueAddKind
from followup_tui.sample.ids import sample_id
from followup_tui.sample.opening import sample_texts
from followup_tui.sample.seed import seed
from followup_tui.settings.paths import data_folder
from followup_tui.settings.playbooks import load_playbooks

TEXTS = sample_texts()
PLAYBOOKS, _ = load_playbooks([data_folder() / "playbooks"])
SYDNEY = ZoneInfo("Australia/Sydney")
ZONES = st.sampled_from(
    ["UTC", "Australia/Sydney", "America/New_York", "Europe/London", "America/Sao_Paulo",
     "Asia/Kolkata", "Africa/Cairo", "Pacific/Auckland", "Pacific/Chatham", "Asia/Beirut"]
).map(ZoneInfo)  # fmt: skip
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))


def queue_of(records: tuple[Record, ...], now: datetime) -> CallList:
    """The queue of the sample desk, put together without a store."""
    of: dict[tuple[type[Record], str], list[Record]] = defaultdict(list)
    for record in records:
        of[type(record), getattr(record, "client_id", "")].append(record)
    courses = {course.id: course for course in records if isinstance(course, Course)}
    coffees: dict[str, list[CoffeeDue]] = defaultdict(list)
    for record in records:
        if isinstance(record, Draw):
            course = courses[record.course_id]
            for pick in record.picks:
                coffees[pick.client_id].append(
                    CoffeeDue(record.id, course.title, course.last_day, record.coffee_day)
                )
    files = [
        ClientFile(
            client=client,
            standing=(
                standing(of[Interaction, client.id], zone=now.tzinfo)  # type: ignore[arg-type]
                if of[Interaction, client.id]
                else Standing()
            ),
            projects=tuple(of[Project, client.id]),  # type: ignore[arg-type]
            encounters=tuple(of[Encounter, client.id]),  # type: ignore[arg-type]
            promises=tuple(p for p in of[Promise, client.id] if p.state.value == "open"),  # type: ignore[attr-defined, misc]
            next_steps=tuple(s for s in of[NextStep, client.id] if s.done is None),  # type: ignore[attr-defined, misc]
            coffees=tuple(coffees[client.id]),
            thanks=tuple(r for r in of[Referral, client.id] if r.thanked is None),  # type: ignore[attr-defined, misc]
            fitting=tuple(e for e in of[Encounter, client.id] if e.fitting is not None),  # type: ignore[attr-defined, misc]
        )
        for client in records
        if isinstance(client, Client)
    ]
    return call_list(files, playbooks=PLAYBOOKS, rules=QueueRules(), now=now)


def test_the_same_day_gives_the_same_records() -> None:
    day = date(2026, 11, 19)
    assert seed(TEXTS, day=day, zone=SYDNEY) == seed(TEXTS, day=day, zone=SYDNEY)


def test_ids_are_unique_and_do_not_depend_on_the_day() -> None:
    one = [r.id for r in seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY)]
    other = [r.id for r in seed(TEXTS, day=date(2031, 2, 3), zone=ZoneInfo("UTC"))]
    assert one == other
    assert len(set(one)) == len(one)
    assert all(len(key) == 26 for key in one)


def test_ids_sort_by_their_day() -> None:
    assert sample_id("clients", "z", -900) < sample_id("clients", "a", -10)
    assert sample_id("clients", "z", -10) < sample_id("clients", "a", 0)


@settings(max_examples=60, deadline=None)
@given(DAYS, ZONES, st.times(time(0, 0), time(23, 59)))
@example(date(2024, 2, 29), ZoneInfo("America/Sao_Paulo"), time(8, 0))
@example(date(2026, 10, 4), SYDNEY, time(2, 30))  # a Sunday without half past two
@example(date(2026, 12, 31), ZoneInfo("Pacific/Auckland"), time(23, 59))
@example(date(2028, 2, 26), ZoneInfo("Europe/London"), time(0, 0))  # a Saturday
def test_any_day_has_every_reason_every_playbook_and_every_ground_to_leave_alone(
    day: date, zone: ZoneInfo, hour: time
) -> None:
    now = datetime.combine(day, hour, tzinfo=zone)
    calls = queue_of(seed(TEXTS, day=day, zone=zone), now)
    listed = [reason for entry in calls.today for reason in entry.reasons]
    assert {reason.kind for reason in listed} == set(ReasonKind)
    assert {reason.playbook for reason in listed} == set(PLAYBOOKS)
    assert {held.why for held in calls.held} >= {
        HeldWhy.SNOOZED,
        HeldWhy.DO_NOT_CALL,
        HeldWhy.QUIET,
    }
    assert Band.URGENT in {reason.band for reason in listed}
    assert calls.promises >= 1
    assert 8 <= len(calls.today) <= 13


@settings(max_examples=30, deadline=None)
@given(DAYS, ZONES)
def test_nothing_happened_in_the_future_and_nothing_points_nowhere(
    day: date, zone: ZoneInfo
) -> None:
    records = seed(TEXTS, day=day, zone=zone)
    ids = {record.id for record in records}
    end = datetime.combine(day, time.max, tzinfo=zone)
    for record in records:
        assert record.created <= end
        for field in ("client_id", "value_add_id", "course_id", "interaction_id"):
            assert not getattr(record, field, "") or getattr(record, field) in ids
        if isinstance(record, Interaction):
            assert record.at < end
            assert [line.at for line in record.notes] == sorted(line.at for line in record.notes)


def test_the_store_gives_back_what_was_seeded() -> None:
    for record in seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY):
        encoded = msgspec.json.encode(record)
        assert msgspec.json.decode(encoded, type=type(record)) == record


@pytest.mark.parametrize("day", [date(2026, 11, 19), date(2024, 2, 29)])
def test_two_who_are_on_the_list_were_drawn(day: date) -> None:
    draws = [r for r in seed(TEXTS, day=day, zone=SYDNEY) if isinstance(r, Draw)]
    (recorded,) = (draw for draw in draws if draw.open_picks)
    assert [pick.name for pick in recorded.picks] == ["Omar Haddad", "Aiko Tanaka"]
    assert all(pick.client_id for pick in recorded.picks)
    assert {left.why for left in recorded.left_out} == {
        "was refunded",
        "did not attend",
        "opted out",
    }


def test_a_course_before_has_had_its_coffees() -> None:
    records = seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY)
    (before,) = (r for r in records if isinstance(r, Draw) and not r.open_picks)
    assert [pick.name for pick in before.picks] == ["Aiko Tanaka", "Tom Ashdown", "Lúcia Campos"]
    had = {r.client_id for r in records if isinstance(r, Interaction) and r.answers and r.course_id}
    assert had == {pick.client_id for pick in before.picks}


def test_it_is_varied() -> None:
    records = seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY)
    clients = [r for r in records if isinstance(r, Client)]
    assert 14 <= len(clients) <= 18
    assert len({client.zone.partition("/")[0] for client in clients}) >= 5
    assert {r.kind for r in records if isinstance(r, ValueAdd)} == set(ValueAddKind)
    assert {r.warmth for r in records if isinstance(r, Encounter)} == set(Warmth)
    steps = Counter(
        step.state for r in records if isinstance(r, Project) for step in r.closing if r.ended
    )
    assert set(steps) == set(StepState)
    assert {r.state.value for r in records if isinstance(r, Offer)} >= {"taken", "declined"}
    signs = {line.text[0] for r in records if isinstance(r, Interaction) for line in r.notes} & set(
        "+-!@>?*"
    )
    assert signs == set("+-!@>?*")


def test_answers_are_to_questions_of_the_playbooks() -> None:
    for record in seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY):
        if isinstance(record, Interaction) and record.answers:
            known = {question.key for question in PLAYBOOKS[record.playbook].questions}
            assert {answer.question for answer in record.answers} <= known


def test_everybody_is_invented() -> None:
    for record in seed(TEXTS, day=date(2026, 11, 19), zone=SYDNEY):
        text = msgspec.json.encode(record).decode()
        if isinstance(record, Client):
            assert record.website.removeprefix("http://").rstrip("/").endswith(".example")
            assert all("555" in phone for p in record.people for phone in p.phones)
        for word in text.split('"'):
            assert "@" not in word or " " in word or word.endswith(".example")


def test_a_mistake_in_the_sheet_names_its_place() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"clients\[0\]"):
        seed(['[[clients]]\nkey = "a"\nname = "A"\nadded = -1\nwebsit = "x"'],
             day=date(2026, 1, 1), zone=SYDNEY)  # fmt: skip
