"""Courses on the screen: rows of any width, marks by one key, forms that keep what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.course import Attendance, Attendee, CoffeeEnd, Course, Draw, Pick
from followup_tui.domain.courses.view import AttendeeItem, CourseItem, CourseStep
from followup_tui.domain.interaction import InteractionKind
from followup_tui.domain.letter import LetterKind
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.courses.attendees import AttendeesDialog
from followup_tui.tui.dialogs.courses.course import CourseDialog
from followup_tui.tui.dialogs.pick import PickDialog
from followup_tui.tui.messages import CourseReviewWanted, CoursesWanted, CourseWanted
from followup_tui.tui.panes.courses.rows import AttendeeRows, CourseRows
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.present.courses import listed, people
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.courses.course import CourseScreen
from followup_tui.tui.screens.courses.courses import CoursesScreen
from followup_tui.tui.screens.courses.review import ReviewScreen
from followup_tui.tui.screens.letter import LetterScreen
from tests.builders import TODAY, a_client
from tests.course_story import a_course, course_story, under_way
from tests.fakes import a_desk
from tests.tui.waiting import until

# Rows

_NAME = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=90
)


@given(name=_NAME, width=st.integers(0, 200))
def test_a_row_has_the_width_it_is_given(name: str, width: int) -> None:
    course = a_course(name)
    item = CourseItem(course, CourseStep.DRAW, came=8, drawn=5, invited=2, had=1, rating=4.5)
    assert listed.row(item, width, TODAY).cell_length <= max(width, 3)
    assert listed.heading(width).cell_length <= max(width, 3)
    somebody = AttendeeItem(
        Attendee(name=name, company=name), pick=Pick(client_id="c", name=name, invited=TODAY)
    )
    assert people.row(somebody, width, TODAY).cell_length <= max(width, 3)
    assert people.heading(width).cell_length <= max(width, 3)


def test_a_state_is_told_in_words() -> None:
    ann = Attendee(name="Ann", attendance=Attendance.REFUNDED)
    assert people.state(AttendeeItem(ann), TODAY) == "refunded"
    drawn = Pick(client_id="c", name="Ann")
    assert people.state(AttendeeItem(ann, pick=drawn), TODAY) == "drawn, to be asked"
    had = Pick(client_id="c", name="Ann", settled=True, end=CoffeeEnd.HAD, ended=TODAY)
    assert people.state(AttendeeItem(ann, pick=had), TODAY) == "had Thu 19"


def test_days_are_told_as_short_as_they_are_clear() -> None:
    assert listed.days(a_course()) == "18 to 19 November 2026"
    assert listed.days(a_course(ended=18)) == "31 October to 1 November 2026"


# The screens


async def shown(pilot: Pilot[Any], screen: type[Screen[Any]]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), screen.__name__)
    await pilot.pause()


def the_course(desk: Desk) -> Course:
    return next(c for c in desk.records.all(Course) if c.title == "Azure for developers")


def attendance(desk: Desk, name: str) -> Attendance:
    return next(e.attendance for e in the_course(desk).attendees if e.name == name)


async def test_a_form_keeps_what_is_typed_and_says_what_is_wrong_under_its_field() -> None:
    desk = a_desk(records=(a_client(),))
    app = FollowupApp(desk)
    async with app.run_test(size=(100, 32)) as pilot:
        app.post_message(CoursesWanted())
        await shown(pilot, CoursesScreen)
        await pilot.press("plus")
        await shown(pilot, CourseDialog)
        title, last = (app.screen.query_one(f".field-{key} Input", Input) for key in
                       ("title", "last_day"))  # fmt: skip
        title.value, last.value = "Azure basics", "someday"
        await pilot.press("escape")
        await shown(pilot, CoursesScreen)
        assert not desk.records.all(Course)

        await pilot.press("plus")
        await shown(pilot, CourseDialog)
        said = app.screen.query_one("#said", Static)
        await until(pilot, lambda: "what you began" in str(said.render()))
        await pilot.press("ctrl+s")
        field = app.screen.query_one(".field-last_day", FormField)
        await until(pilot, lambda: field.has_class("-wrong"), "the day is wrong")
        app.screen.query_one(".field-last_day Input", Input).value = "2026-11-05"
        await pilot.press("ctrl+s")
        await shown(pilot, CoursesScreen)
        (course,) = desk.records.all(Course)
        assert (course.title, course.last_day.isoformat()) == ("Azure basics", "2026-11-05")
        assert not desk.drafts.keys("course-")
        rows = app.screen.query_one(CourseRows)
        await until(pilot, lambda: rows.row_count == 1)
        await pilot.press("delete")
        await until(pilot, lambda: not desk.records.all(Course), "it was removed")
        await pilot.press("u")
        await until(pilot, lambda: bool(desk.records.all(Course)), "it was brought back")


async def test_what_is_done_with_the_people_of_a_course(tmp_path: Path) -> None:
    desk = a_desk(records=(*under_way(), a_client("Northwind Traders")))
    app = FollowupApp(desk)
    async with app.run_test(size=(100, 32)) as pilot:
        app.post_message(CourseWanted(the_course(desk).id))
        await shown(pilot, CourseScreen)
        rows = app.screen.query_one(AttendeeRows)
        await until(pilot, lambda: rows.row_count == 9)
        rows.go_to(("Ann Ray", "ann@ray.example"))
        await pilot.press("space")
        await until(pilot, lambda: attendance(desk, "Ann Ray") is Attendance.ABSENT)
        await until(pilot, lambda: rows.current is not None and rows.current.attendee.attendance
                    is Attendance.ABSENT)  # fmt: skip
        assert rows.current is not None
        assert rows.current.attendee.name == "Ann Ray", "the cursor stays on her"
        await pilot.press("o")
        await until(pilot, lambda: attendance(desk, "Ann Ray") is Attendance.OPTED_OUT)
        await pilot.press("w")
        await until(pilot, lambda: any("was not drawn" in n.message for n in app._notifications))

        await pilot.press("l")
        await shown(pilot, PickDialog)
        app.screen.query_one(Input).value = "northw"
        await pilot.pause()
        await pilot.press("enter")
        await shown(pilot, CourseScreen)
        await until(pilot, lambda: rows.current is not None
                    and rows.current.client_name == "Northwind Traders")  # fmt: skip

        await pilot.press("home", "s")
        await shown(pilot, PickDialog)
        (draw,) = desk.records.all(Draw)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: desk.records.all(Draw)[0].picks[0].end is CoffeeEnd.DECLINED)
        await pilot.press("u")
        await until(pilot, lambda: desk.records.all(Draw)[0] == draw, "it is open again")

        await pilot.press("i")
        await shown(pilot, AttendeesDialog)
        app.screen.query_one("#where", Input).value = str(tmp_path / "none.csv")
        await pilot.press("enter")
        said = app.screen.query_one("#said", Static)
        await until(pilot, lambda: "There is no file" in str(said.render()))
        await pilot.press("escape")
        await shown(pilot, CourseScreen)


async def test_a_review_hides_names_and_one_without_coffees_says_so() -> None:
    desk = a_desk(records=course_story())
    course = next(c for c in desk.records.all(Course) if c.title == "Azure in two days")
    app = FollowupApp(desk)
    async with app.run_test(size=(100, 32)) as pilot:
        app.post_message(CourseReviewWanted(course.id))
        await shown(pilot, ReviewScreen)
        follows = app.screen.query_one("#review-follows", Static)
        await until(pilot, lambda: "Ivo Bell" in str(follows.render()))
        await pilot.press("n")
        await until(pilot, lambda: "Ivo Bell" not in str(follows.render()))
        await pilot.press("escape")
        app.post_message(CourseReviewWanted(the_course(desk).id))
        await shown(pilot, ReviewScreen)
        empty = app.screen.query_one("#review-empty", Static)
        await until(pilot, lambda: "Nothing was said" in str(empty.render()))


async def test_the_keys_of_a_coffee_lead_to_its_letter_and_to_the_cockpit() -> None:
    desk = a_desk(records=(*under_way(), a_client("Northwind Traders")))
    app = FollowupApp(desk)
    async with app.run_test(size=(100, 32)) as pilot:
        app.post_message(CourseWanted(the_course(desk).id))
        await shown(pilot, CourseScreen)
        rows = app.screen.query_one(AttendeeRows)
        await until(pilot, lambda: rows.row_count == 9)
        pick = desk.records.all(Draw)[0].picks[1]
        await pilot.press("home", "down", "w")
        await shown(pilot, LetterScreen)
        letter = app.screen
        assert isinstance(letter, LetterScreen)
        assert letter.wanted.kind is LetterKind.COFFEE
        assert (letter.wanted.client_id, letter.wanted.occasion.person) == (
            pick.client_id,
            pick.name,
        )
        await pilot.press("escape")
        await shown(pilot, CourseScreen)
        await pilot.press("c")
        await until(
            pilot, lambda: isinstance(app.screen, CallScreen) and app.screen.call is not None
        )
        call = app.screen
        assert isinstance(call, CallScreen)
        assert call.call is not None
        assert (call.call.kind, call.call.playbook.key) == (InteractionKind.COFFEE, "retro-coffee")
