"""Drawing: who is left out and why, who comes on the list, and what becomes of each coffee."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.desk import open_desk
from followup_tui.domain.client import Client, DoNotCall, OriginKind, Person, QuietPeriod
from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Draw
from followup_tui.domain.courses.drawing import order_of
from followup_tui.domain.record import Invalid, Record
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import Change, StoreProblem
from tests.builders import NOW, TODAY, a_client, an_interaction, days
from tests.course_story import a_course, attendees
from tests.fakes import MemoryRecords, a_desk

pytestmark = pytest.mark.asyncio


class Room:
    """A desk with a course that ended yesterday."""

    def __init__(self, *records: Record, course: Course | None = None) -> None:
        self.course = course or a_course(ended=1)
        self.desk = a_desk(records=(self.course, *records))

    @property
    def records(self) -> MemoryRecords:
        records = self.desk.records
        assert isinstance(records, MemoryRecords)
        return records

    async def draw(self, **fields: object) -> Draw:
        fields.setdefault("seed", 7)
        return await self.desk.draws.draw(self.course.id, **fields)  # type: ignore[arg-type]

    async def left_out(self) -> dict[str, str]:
        proposal = await self.desk.draws.proposal(self.course.id)
        return {each.name: each.why for each in proposal.left_out}


def on_course(client: Client, **fields: object) -> Attendee:
    person = client.people[0]
    email = person.emails[0] if person.emails else ""
    return Attendee(name=person.name, email=email, client_id=client.id, **fields)  # type: ignore[arg-type]


async def test_who_is_drawn_comes_on_the_list_and_remembers_the_course():
    room = Room()
    drawn = await room.draw(number=3)
    new = {each.id: each for each in room.records.all(Client)}
    assert [new[pick.client_id].primary.name for pick in drawn.picks] == [  # type: ignore[union-attr]
        pick.name for pick in drawn.picks
    ]
    one = new[drawn.picks[0].client_id]
    assert (one.origin.kind, one.origin.detail) == (OriginKind.COURSE, "Azure for developers")
    assert one.interests == ("Azure",)
    assert one.people[0].emails
    linked = room.records.get(Course, room.course.id)
    assert linked is not None
    assert sum(bool(each.client_id) for each in linked.attendees) == 3
    assert len(room.records.changes) == 1, "clients, course and draw are one change"


async def test_a_draw_is_taken_back_as_a_whole():
    room = Room()
    await room.draw()
    await room.desk.history.undo()
    assert not room.records.all(Client)
    assert not room.records.all(Draw)
    assert room.records.get(Course, room.course.id) == room.course


async def test_somebody_known_is_no_new_client():
    mail = a_client("Elsewhere", people=(Person(name="A. Ray", emails=("ann@ray.example",)),))
    company = a_client("Marsh Media", people=(Person(name="Uma Marsh"),))
    room = Room(mail, company)
    drawn = await room.draw(number=9)
    by_name = {pick.name: pick.client_id for pick in drawn.picks}
    assert by_name["Ann Ray"] == mail.id
    assert by_name["Cleo Marsh"] == company.id
    joined = room.records.get(Client, company.id)
    assert joined is not None
    assert [person.name for person in joined.people] == ["Uma Marsh", "Cleo Marsh"]
    same = room.records.get(Client, mail.id)
    assert same == mail, "the same address is the same person, however the name is written"


async def test_two_of_one_new_company_are_one_client():
    people = (
        Attendee(name="Ann Ray", email="ann@ray.example", company="Ray & Sons"),
        Attendee(name="Ulf Ray", email="ulf@ray.example", company="Ray & Sons"),
    )
    room = Room(course=a_course(ended=1, attendees=people))
    drawn = await room.draw()
    assert len({pick.client_id for pick in drawn.picks}) == 1
    (client,) = room.records.all(Client)
    assert {person.name for person in client.people} == {"Ann Ray", "Ulf Ray"}


async def test_who_is_to_be_left_alone_is_not_drawn():
    silent = a_client("S", people=(Person(name="Sia"),), do_not_call=DoNotCall(since=TODAY))
    quiet = a_client(
        "Q", people=(Person(name="Quin"),),
        quiet=(QuietPeriod(first=TODAY, last=TODAY + days(60)),),
    )  # fmt: skip
    called = a_client("C", people=(Person(name="Cal"),))
    long_ago = a_client("L", people=(Person(name="Lea"),))
    colleague = a_client("D", people=(Person(name="Dot"), Person(name="Dora")))
    everybody = (silent, quiet, called, long_ago, colleague)
    room = Room(
        *everybody,
        an_interaction(called, day=TODAY - days(20)),
        an_interaction(long_ago, day=TODAY - days(21)),
        an_interaction(colleague, day=TODAY - days(2), person="Dora"),
        course=a_course(ended=1, attendees=tuple(map(on_course, everybody))),
    )
    left = await room.left_out()
    assert set(left) == {"Sia", "Quin", "Cal"}
    assert left["Sia"] == "asked not to be called, today"
    assert left["Quin"].startswith("is to be left in peace up to")
    assert left["Cal"] == "was called 30 Oct"


async def test_opting_out_holds_for_the_next_course_too():
    before = a_course("An earlier one", ended=90, attendees=attendees(opted_out="Finn Park"))
    room = Room(before)
    assert (await room.left_out())["Finn Park"] == "opted out of the coffees (An earlier one)"


async def test_who_has_a_coffee_to_come_after_another_course_is_left_out():
    room = Room()
    first = await room.draw(number=2)
    second = a_course("Another one", ended=0)
    room.records.commit(Change(by="test", put=(second,)))
    linked = room.records.get(Course, room.course.id)
    assert linked is not None
    people = tuple(replace(each) for each in linked.attendees)
    room.records.commit(Change(by="test", put=(replace(second, attendees=people),)))
    proposal = await room.desk.draws.proposal(second.id)
    left = {each.name: each.why for each in proposal.left_out}
    for pick in first.picks:
        assert left[pick.name] == "has a coffee to come (Azure for developers)"


async def test_who_is_not_linked_yet_is_left_alone_all_the_same():
    """By their e-mail they are somebody on the list, and would be when they are drawn."""
    ann = a_client("Elsewhere", people=(Person(name="A. Ray", emails=("ann@ray.example",)),))
    cleo = a_client("Marsh Media", do_not_call=DoNotCall(since=TODAY))
    dan = a_client("Ito Trade", people=(Person(name="Mia Ito"),))
    room = Room(
        ann, cleo, dan,
        an_interaction(ann, day=TODAY - days(2), person="A. Ray"),
        an_interaction(dan, day=TODAY - days(2), person="Mia Ito"),
    )  # fmt: skip
    left = await room.left_out()
    assert left["Ann Ray"].startswith("was called")
    assert left["Cleo Marsh"].startswith("asked not to be called")
    assert "Dan Ito" not in left, "it was his colleague who was called"


async def test_a_second_draw_must_be_meant_and_draws_others():
    room = Room()
    first = await room.draw(number=3)
    with pytest.raises(Invalid, match="has had its draw"):
        await room.draw()
    second = await room.draw(number=3, again=True, seed=8)
    assert not {p.name for p in first.picks} & {p.name for p in second.picks}
    assert {each.why for each in second.left_out} >= {"was drawn already", "was refunded"}


async def test_two_programs_do_not_draw_twice():
    """What the other wrote is known before the draw, or makes the writing fail."""
    room = Room()
    other = a_desk(records=(room.course,))
    theirs = await other.draws.draw(room.course.id, seed=1)
    room.records.another_program_writes(Change(by="draw", put=(theirs,)))
    with pytest.raises(Invalid, match="has had its draw"):
        await room.draw()


async def test_two_programs_that_draw_at_the_very_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Both have looked before either has written: the course itself is what they collide on."""
    course = a_course(ended=1)
    one, other = (open_desk(tmp_path / "home", now=lambda: NOW) for _ in range(2))
    one.records.commit(Change(by="test", put=(course,)))
    other.records.refresh()
    monkeypatch.setattr(one.records, "refresh", lambda: False)
    await other.draws.draw(course.id, seed=1)
    with pytest.raises(StoreProblem):
        await one.draws.draw(course.id, seed=2)
    monkeypatch.undo()
    one.records.refresh()
    assert [each.seed for each in one.records.all(Draw)] == [1]
    assert len(one.records.all(Client)) == 5
    for desk in (one, other):
        await desk.close()


async def test_nobody_to_draw_is_a_sentence():
    room = Room(course=a_course(ended=1, attendees=()))
    with pytest.raises(Invalid, match="nobody who can be drawn"):
        await room.draw()
    with pytest.raises(NoSuchCourse):
        await room.desk.draws.draw("01none")


async def test_a_full_disk_draws_nobody():
    room = Room()
    room.records.broken = "The disk is full."
    with pytest.raises(StoreProblem):
        await room.draw()
    room.records.broken = ""
    assert not room.records.all(Draw)


async def test_a_stand_in_comes_on_the_list_and_says_for_whom():
    room = Room()
    drawn = await room.draw(number=3)
    gone = drawn.picks[0]
    after, stands_in = await room.desk.draws.replace(
        room.course.id, gone.name.split()[0].lower(), end=CoffeeEnd.DECLINED, why=" no\ttime "
    )
    assert (stands_in.name, stands_in.replaces) == (order_of(drawn)[3], gone.name)
    assert stands_in.client_id
    assert (after.picks[0].end, after.picks[0].why) == (CoffeeEnd.DECLINED, "no time")
    assert room.records.get(Client, stands_in.client_id) is not None
    with pytest.raises(NoSuchCourse, match="who was drawn"):
        await room.desk.draws.replace(room.course.id, "Zoe")


async def test_the_way_of_a_coffee():
    room = Room()
    name = (await room.draw(number=2)).picks[1].name
    draws, course_id = room.desk.draws, room.course.id
    assert (await draws.invite(course_id, name)).picks[1].invited == TODAY
    had = await draws.settle(course_id, name, CoffeeEnd.HAD)
    assert (had.picks[1].end, had.picks[1].ended) == (CoffeeEnd.HAD, TODAY)
    with pytest.raises(Invalid, match="settled already"):
        await draws.settle(course_id, name, CoffeeEnd.DECLINED)
    again = await draws.reopen(course_id, name)
    assert (again.picks[1].settled, again.picks[1].invited) == (False, TODAY)


async def test_the_coffees_are_on_no_public_holiday():
    """Two weeks after 11 December is Christmas Day."""
    course = a_course(ended=0)
    course = replace(course, first_day=date(2026, 12, 11), last_day=date(2026, 12, 11))
    desk = a_desk(records=(course,))
    region = replace(desk.settings.me, region="AU")
    desk = a_desk(records=(course,), settings=replace(desk.settings, me=region))
    drawn = await desk.draws.draw(course.id, seed=1)
    assert drawn.coffee_day == date(2026, 12, 28), "Christmas, and a weekend"


async def test_the_seed_is_fresh_each_time():
    room = Room()
    seeds = {(await room.desk.draws.proposal(room.course.id)).seed for _ in range(5)}
    assert len(seeds) > 1
    assert all(0 <= seed < 1_000_000 for seed in seeds)


async def test_who_was_absent_after_all_does_not_stand_in():
    room = Room()
    drawn = await room.draw(number=3)
    fourth, fifth = order_of(drawn)[3:5]
    await room.desk.courses.attend(room.course.id, [fourth], Attendance.ABSENT)
    _, stands_in = await room.desk.draws.replace(room.course.id, drawn.picks[0].name)
    assert stands_in.name == fifth
