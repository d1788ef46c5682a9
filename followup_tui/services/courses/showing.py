"""Courses as they are shown: the list, and one course with its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from followup_tui.domain.client import Client
from followup_tui.domain.course import Attendee, CoffeeEnd, Course, Draw, Pick
from followup_tui.domain.courses.coffees import coffee_day
from followup_tui.domain.courses.drawing import WhyNot, pool_of
from followup_tui.domain.courses.people import ClientIndex, by_name
from followup_tui.domain.courses.review import mean_rating
from followup_tui.domain.courses.view import (
    AttendeeItem,
    CourseItem,
    CourseView,
    came,
    is_replaced,
    step_of,
)
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.text import fold
from followup_tui.services.courses.days_off import days_off
from followup_tui.services.courses.finding import draws_of, known_course
from followup_tui.services.courses.holding import held_after
from followup_tui.services.courses.leaving_alone import leaving_alone
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings


def course_items(
    records: Records, playbooks: Mapping[str, Playbook], now: datetime
) -> tuple[CourseItem, ...]:
    """Return all courses as they stand in the list, the newest first."""
    draws: dict[str, list[Draw]] = {}
    for draw in records.all(Draw):
        draws.setdefault(draw.course_id, []).append(draw)
    courses = sorted(records.all(Course), key=lambda each: (each.last_day, each.id), reverse=True)
    return tuple(
        course_item(each, tuple(draws.get(each.id, ())), records, playbooks, now)
        for each in courses
    )


def course_item(
    course: Course,
    draws: tuple[Draw, ...],
    records: Records,
    playbooks: Mapping[str, Playbook],
    now: datetime,
) -> CourseItem:
    """Return how a course stands."""
    picks = [pick for draw in draws for pick in draw.picks if not is_replaced(draw, pick)]
    return CourseItem(
        course=course,
        step=step_of(course, draws, now.date()),
        came=came(course),
        drawn=len(picks),
        invited=sum(1 for pick in picks if pick.invited or pick.end is CoffeeEnd.HAD),
        had=sum(1 for pick in picks if pick.end is CoffeeEnd.HAD),
        rating=mean_rating(held_after(course.id, draws, records, playbooks)),
    )


def course_view(
    records: Records,
    course_id: str,
    playbooks: Mapping[str, Playbook],
    settings: Settings,
    now: datetime,
) -> CourseView:
    """Return one course with its people. Raises `finding.NoSuchCourse`."""
    course = known_course(records, course_id)
    draws = draws_of(records, course_id)
    off = days_off(settings, course.last_day)
    day = draws[-1].coffee_day if draws else coffee_day(course.last_day, days_off=off)
    why_not = leaving_alone(records, course, now=now, day=day)
    return CourseView(
        now=now,
        item=course_item(course, draws, records, playbooks, now),
        people=_people(course, draws, why_not, records),
        draws=draws,
        coffee_day=day,
        told=tuple(_told(course, records)),
    )


def _people(
    course: Course, draws: Sequence[Draw], why_not: WhyNot, records: Records
) -> tuple[AttendeeItem, ...]:
    left = draws[-1].left_out if draws else pool_of(course, why_not).left_out
    why = {each.name: each.why for each in left}
    index: ClientIndex | None = None
    items: list[AttendeeItem] = []
    for attendee in course.attendees:
        client = records.get(Client, attendee.client_id) if attendee.client_id else None
        pick = _pick_of(attendee, draws)
        proposed = None
        if client is None:
            index = index or ClientIndex(records.all(Client))
            proposed = index.match(attendee)
        items.append(
            AttendeeItem(
                attendee=attendee,
                client_name=client.name if client else "",
                proposed=proposed,
                pick=pick,
                left_out="" if pick else why.get(attendee.name, ""),
            )
        )
    return tuple(sorted(items, key=lambda each: _place(each, draws)))


def _place(item: AttendeeItem, draws: Sequence[Draw]) -> tuple[int, object]:
    """Return where somebody stands in the list: the drawn in their order, the others by name."""
    if item.pick is None:
        return (2 if item.left_out else 1), by_name(item.attendee)
    picks = [pick for draw in draws for pick in draw.picks]
    return 0, (str(picks.index(item.pick)).zfill(3), "", "")


def _pick_of(attendee: Attendee, draws: Sequence[Draw]) -> Pick | None:
    """Return the last pick of an attendee, or None where they were not drawn."""
    picks = [
        pick
        for draw in draws
        for pick in draw.picks
        if pick.name == attendee.name and pick.client_id == attendee.client_id
    ]
    return picks[-1] if picks else None


def _told(course: Course, records: Records) -> Iterator[str]:
    """Yield what the user should know of a course."""
    if not course.host:
        yield (
            "Nobody hosts the coffees yet: the speaker, or a developer who can give real advice "
            f"on {course.subject}."
        )
        return
    managers = {
        fold(client.account_manager.name)
        for client in records.all(Client)
        if client.account_manager is not None
    }
    if fold(course.host) in managers and fold(course.host) != fold(course.speaker):
        yield (
            f"{course.host} looks after clients as account manager: let somebody host the coffees "
            f"who can give real advice on {course.subject}, not only a salesperson."
        )
