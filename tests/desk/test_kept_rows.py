"""The list that is mended row by row is, byte for byte, the one that is made anew."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from followup_tui.commands.due import _as_json
from followup_tui.desk import Desk, open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client, DoNotCall, Origin, OriginKind, Person, QuietPeriod
from followup_tui.domain.course import Course, Draw, Pick
from followup_tui.domain.encounter import Encounter, Fitting
from followup_tui.domain.history import CannotUndo
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Owner, Promise, Referral, StepKind
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.services import touched
from followup_tui.services.call_list import CallListService
from followup_tui.store.records import TinyRecords
from tests import builders
from tests.builders import NOW, TODAY, ZONE, days
from tests.fakes import FakeClock


@dataclass(slots=True)
class _World:
    """A desk that is open, the folder that it is in, and a chance to change it by."""

    home: Path
    clock: FakeClock
    chance: Random
    desk: Desk

    def anybody(self) -> Client:
        return self.chance.choice(list(self.desk.records.all(Client)))

    def day(self, back: int = 250, ahead: int = 30) -> Any:
        return TODAY + days(self.chance.randint(-back, ahead))

    def moment(self, hours: int = 60) -> Any:
        return NOW + timedelta(minutes=15 * self.chance.randint(-4 * hours, 4 * hours))

    def put(self, *records: Any) -> None:
        self.desk.records.commit(Change(by="test", put=records))

    def base(self) -> dict[str, Any]:
        return {"id": new_id(self.clock()), "created": self.clock()}


def _client(world: _World) -> None:
    chance = world.chance
    kind = chance.choice(list(OriginKind))
    turn = world.day(3, 20) if kind is OriginKind.IMPORT and chance.random() < 0.3 else None
    people = (Person(name="Jane Li", phones=("+61 2 5550 0142",)),) if chance.random() < 0.7 else ()
    name = chance.choice(("Northwind", "Tailspin", "Fabrikam", "Contoso"))
    made = builders.a_client(name, people=people, origin=Origin(kind=kind, turn=turn))
    if chance.random() < 0.5:  # many came on a few days
        created = NOW - days(chance.choice((1, 2, 300)))
        made = structs.replace(made, id=new_id(created), created=created)
    world.put(made)


def _change_client(world: _World) -> None:
    client, chance = world.anybody(), world.chance
    changes: dict[str, Any] = chance.choice(
        (
            {"name": chance.choice(("Aardvark", "Zephyr"))},
            {"people": (Person(name="Omar Haddad", phones=("+61 2 5550 0199",)),)},
            {"snoozed_until": world.day(3, 9)},
            {"call_again": world.day(20, 20), "call_again_at": None},
            {"call_again_at": world.moment(12)},
            {"do_not_call": DoNotCall(since=TODAY)},
            {"quiet": (QuietPeriod(first=TODAY - days(2), last=world.day(1, 9)),)},
            {"origin": Origin(kind=chance.choice(list(OriginKind)))},
            {"origin": Origin(kind=OriginKind.IMPORT, turn=world.day(3, 9))},
        )
    )
    world.put(structs.replace(client, **changes))


def _interaction(world: _World) -> None:
    world.put(
        builders.an_interaction(
            world.anybody(),
            at=world.chance.choice((world.moment(2), world.moment(24 * 200))),
            outcome=world.chance.choice(list(Outcome)),
            kind=world.chance.choice((InteractionKind.CALL, InteractionKind.NOTE)),
        )
    )


def _promise(world: _World) -> None:
    by = world.chance.choice(list(Owner))
    world.put(builders.a_promise(world.anybody(), due=world.day(9, 20), by=by))


def _step(world: _World) -> None:
    chance = world.chance
    kind = chance.choice(list(StepKind))
    all_day, agreed = chance.random() < 0.3, chance.random() < 0.5
    fields = {"kind": kind, "all_day": all_day, "agreed": agreed}
    world.put(builders.a_step(world.anybody(), at=world.moment(), **fields))


def _project(world: _World) -> None:
    world.put(builders.a_project(world.anybody(), ended=world.day(60, 9)))


def _referral(world: _World) -> None:
    base = world.base() | {"created": world.moment(24 * 20)}
    world.put(Referral(**base, client_id=world.anybody().id, name="Priya Nair"))


def _encounter(world: _World) -> None:
    adds = [each.id for each in world.desk.records.all(ValueAdd)]
    fitting = None
    if adds and world.chance.random() < 0.7:
        at = world.moment(12) - world.chance.choice((days(0), timedelta(weeks=3)))
        until = world.chance.choice((None, world.moment(12) + timedelta(hours=12)))
        chosen = world.chance.choice(adds)
        fitting = Fitting(value_add_id=chosen, title="A talk", because="", at=at, until=until)
    met = builders.an_encounter(world.anybody(), day=world.day(30, 0), fitting=fitting)
    world.put(structs.replace(met, **world.base()))


def _value_add(world: _World) -> None:
    adds = world.desk.records.all(ValueAdd)
    if adds and world.chance.random() < 0.5:
        world.put(structs.replace(world.chance.choice(list(adds)), retired=True))
    else:
        world.put(builders.a_value_add())


def _offer(world: _World) -> None:
    met = [each for each in world.desk.records.all(Encounter) if each.fitting is not None]
    if met:
        chosen = world.chance.choice(met)
        assert chosen.fitting is not None
        ids = {"client_id": chosen.client_id, "value_add_id": chosen.fitting.value_add_id}
        state = world.chance.choice(list(OfferState))
        world.put(Offer(**{**world.base(), **ids}, state=state, at=world.clock()))


def _course(world: _World) -> None:
    courses = world.desk.records.all(Course)
    if courses and world.chance.random() < 0.4:
        world.put(structs.replace(world.chance.choice(list(courses)), host="Ann Ray"))
        return
    last = world.day(20, 0)
    course = Course(**world.base(), title="Azure course", first_day=last, last_day=last)
    picks = tuple(Pick(client_id=world.anybody().id, name="Jane Li") for _ in range(2))
    base = {**world.base(), "course_id": course.id, "seed": 1}
    world.put(course, Draw(**base, picks=picks, coffee_day=world.day(9, 9)))


def _settle(world: _World) -> None:
    for kind, fields in (
        (Promise, {"text": "call about the offer"}),
        (NextStep, {"done": world.clock()}),
        (Project, {"title": "Warehouse"}),
        (Referral, {"thanked": TODAY}),
        (Encounter, {"followed_up": TODAY}),
    ):
        found = world.desk.records.all(kind)
        if found and world.chance.random() < 0.4:
            world.put(structs.replace(world.chance.choice(list(found)), **fields))
    draws = world.desk.records.all(Draw)
    if draws:
        draw = world.chance.choice(list(draws))
        settled = structs.replace(draw.picks[0], settled=True)
        world.put(structs.replace(draw, picks=(settled, *draw.picks[1:])))


def _drop(world: _World) -> None:
    kind = world.chance.choice(KINDS)
    found = list(world.desk.records.all(kind))
    if found and not (kind is Client and len(found) < 3):
        world.desk.records.commit(Change(by="test", drop=(world.chance.choice(found),)))


def _undo(world: _World) -> None:
    try:
        world.desk.records.undo()
    except CannotUndo:
        return


def _compact(world: _World) -> None:
    records = world.desk.records
    assert isinstance(records, TinyRecords)
    records.compact()


def _elsewhere(world: _World) -> None:
    """Let another program change something, and sometimes compact."""
    other = TinyRecords(world.home, zone=ZONE, clock=world.clock)
    client = world.chance.choice(list(other.all(Client)))
    snoozed = structs.replace(client, snoozed_until=world.day(3, 9))
    other.commit(Change(by="elsewhere", put=(snoozed,)))
    if world.chance.random() < 0.3:
        other.compact()
    other.close()
    world.desk.records.refresh()


def _later(world: _World) -> None:
    world.clock.forward(minutes=world.chance.choice((1, 7, 45, 240, 1440)))


def _set_back(world: _World) -> None:
    world.clock.forward(minutes=-world.chance.choice((1, 45)))


def _settings(world: _World) -> None:
    capacity = world.chance.randint(1, 5)
    text = f"[day]\ncapacity = {capacity}\n[me]\nzone = '{ZONE.key}'\n"
    (world.home / "settings.toml").write_text(text, encoding="utf-8")
    _reopen(world)


def _reopen(world: _World) -> None:
    world.desk.records.close()
    world.desk = open_desk(world.home, now=world.clock)


def _look(world: _World) -> None:
    world.desk.call_list.now_listed()
    world.desk.call_list.keep_now()


_CHANGES: tuple[Callable[[_World], None], ...] = (
    *(_client, _change_client, _change_client, _interaction, _promise, _step, _project, _referral),
    *(_encounter, _value_add, _offer, _course, _settle, _drop, _undo, _compact, _elsewhere),
    *(_later, _later, _set_back, _settings, _reopen, _look, _look),
)


@contextmanager
def _a_world(seed: int) -> Iterator[_World]:
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    clock = FakeClock()
    try:
        desk = open_desk(folder / "home", now=clock)
        world = _World(folder / "home", clock, Random(seed), desk)
        for _ in range(6):
            _client(world)
        yield world
        world.desk.records.close()
    finally:
        shutil.rmtree(folder)


def _printed(desk: Desk) -> str:
    return json.dumps(_as_json(desk, desk.call_list.now_listed(), every=True), indent=2)


def _anew(world: _World) -> tuple[object, str]:
    """Return the list that a desk without any cache makes, and how it is printed."""
    desk = open_desk(world.home, now=world.clock)
    service = desk.call_list
    service._kept._cache = _Empty()
    queue = service.now_listed()
    printed = _printed(desk)
    desk.records.close()
    return queue, printed


class _Empty:
    """A cache that keeps nothing."""

    def save(self, key: str, content: bytes) -> bool:
        return False

    def load(self, key: str) -> bytes | None:
        return None


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_CHANGES), min_size=2, max_size=14), st.integers(0, 2**32))
def test_a_list_that_was_mended_is_the_one_made_anew(
    changes: list[Callable[[_World], None]], seed: int
) -> None:
    with _a_world(seed) as world:
        _look(world)
        for change in changes:
            change(world)
        queue, printed = _anew(world)
        again = open_desk(world.home, now=world.clock)
        for desk in (world.desk, again):
            assert desk.call_list.now_listed() == queue
            assert _printed(desk) == printed
        again.records.close()


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Give what forbids, from when it is called, to work out the rows of all clients."""

    def read(*_: object) -> None:
        raise AssertionError("all were worked out anew")

    with monkeypatch.context() as patch:
        yield lambda: patch.setattr(CallListService, "_read", read)


def _same_as_anew(world: _World, no_reading: Callable[[], None]) -> list[str]:
    """Return who is listed by rows that were mended, having seen that it is who is listed anew."""
    queue, printed = _anew(world)
    no_reading()
    _reopen(world)
    assert world.desk.call_list.now_listed() == queue
    assert _printed(world.desk) == printed
    return [entry.client_id for entry in world.desk.call_list.now_listed().today]


def test_only_those_are_worked_out_anew_whom_a_change_is_about(
    no_reading: Callable[[], None],
) -> None:
    with _a_world(1) as world:
        late = builders.a_client("Late", call_again=TODAY - days(3))
        other = builders.a_client("Other", call_again=TODAY - days(2))
        world.put(late, other)
        _look(world)
        world.put(structs.replace(late, snoozed_until=TODAY + days(3)))
        today = _same_as_anew(world, no_reading)
        assert late.id not in today
        assert other.id in today


def test_what_was_put_away_meanwhile_is_read_from_the_history(
    no_reading: Callable[[], None],
) -> None:
    with _a_world(2) as world:
        late = builders.a_client("Late", call_again=TODAY - days(3))
        world.put(late)
        _look(world)
        for name in ("Aardvark", "Zephyr"):
            world.put(structs.replace(late, name=name))
            _compact(world)
        assert late.id in _same_as_anew(world, no_reading)
        assert "Zephyr" in _printed(world.desk)


def test_a_call_back_that_has_come_to_its_hour_meanwhile_is_so(
    no_reading: Callable[[], None],
) -> None:
    with _a_world(3) as world:
        client = builders.a_client("Late", call_again=TODAY + days(90))
        step = builders.a_step(client, kind=StepKind.CALL_BACK, at=NOW + timedelta(minutes=20))
        world.put(client, step)
        _look(world)
        before = _printed(world.desk)
        world.clock.forward(minutes=21)
        assert client.id in _same_as_anew(world, no_reading)
        assert _printed(world.desk) != before


def test_what_fits_no_more_because_it_was_retired_is_no_reason(
    no_reading: Callable[[], None],
) -> None:
    with _a_world(4) as world:
        client, talk = builders.a_client("Met", call_again=TODAY + days(90)), builders.a_value_add()
        fitting = Fitting(value_add_id=talk.id, title="A talk", because="", at=NOW - days(1))
        met = builders.an_encounter(client, day=TODAY - days(9), fitting=fitting)
        world.put(client, talk, structs.replace(met, followed_up=TODAY - days(5)))
        _look(world)
        assert "A talk" in _printed(world.desk)
        world.put(structs.replace(talk, retired=True))
        _same_as_anew(world, no_reading)
        assert "A talk" not in _printed(world.desk)


def test_a_whole_import_is_worked_out_anew() -> None:
    with _a_world(5) as world:
        _look(world)
        many = [builders.a_client(f"New {n}", call_again=TODAY) for n in range(touched.MOST + 1)]
        world.put(*many)
        queue, _ = _anew(world)
        assert world.desk.call_list.now_listed() == queue


@pytest.mark.parametrize("cut", [0, 1, 30, -40, -3])
def test_a_kept_file_that_is_broken_is_made_anew_without_a_word(cut: int) -> None:
    with _a_world(6) as world:
        _look(world)
        path = world.home / "cache" / "call_list.kept"
        content = path.read_bytes()
        path.write_bytes(content[:cut])
        _change_client(world)
        queue, printed = _anew(world)
        _reopen(world)
        assert world.desk.problems == ()
        assert world.desk.call_list.now_listed() == queue
        assert _printed(world.desk) == printed


def test_a_kept_file_of_another_desk_is_passed_over() -> None:
    with _a_world(7) as world, _a_world(8) as other:
        _look(world)
        _look(other)
        shutil.copy(other.home / "cache" / "call_list.kept", world.home / "cache")
        _change_client(world)
        queue, _ = _anew(world)
        _reopen(world)
        assert world.desk.call_list.now_listed() == queue
