"""Courses, who attends them, what is announced, and what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.course import Attendance, Attendee
from followup_tui.domain.courses.attending import AttendeeProblem, RowFate
from followup_tui.domain.courses.view import CourseStep
from followup_tui.domain.record import Invalid
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import Change
from tests.builders import TODAY, a_client
from tests.course_story import a_course, course_story, under_way
from tests.fakes import a_desk

pytestmark = pytest.mark.asyncio

FILE = """Name,E-mail,Company,Status
Ann Ray,ann@ray.example,Ray & Sons,Attending
Ben Cole,ben@cole.example,Cole Ltd,Refunded
Cleo Marsh,cleo@marsh.example,Marsh Media,No show
"""


def a_file(tmp_path: Path, text: str = FILE) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_course_by_hand_from_the_form_to_the_list():
    desk = a_desk()
    course = desk.courses.fresh(" Azure\tbasics ", TODAY, TODAY, topic="Azure", coffees=3)
    await desk.courses.add(course)
    (item,) = (await desk.courses.list()).items
    assert (item.course.title, item.step) == ("Azure basics", CourseStep.ATTENDEES)
    with pytest.raises(Invalid, match="on the same day"):
        await desk.courses.add(replace(course, id="0other"))
    await desk.courses.put_attendee(course.id, Attendee(name="Ann Ray"))
    with pytest.raises(Invalid, match="on the course already"):
        await desk.courses.put_attendee(course.id, Attendee(name="ann ray"))
    view = await desk.courses.view(course.id)
    assert view.item.step is CourseStep.ANNOUNCE
    assert "Nobody hosts" in view.told[0]


async def test_a_file_is_brought_in_linked_and_read_again(tmp_path: Path):
    known = a_client("Ray & Sons")
    course = a_course(attendees=())
    desk = a_desk(records=(course, known))
    plan = await desk.courses.plan_attendees(course.id, a_file(tmp_path))
    assert [row.fate for row in plan.rows] == [RowFate.NEW] * 3
    assert "Ray & Sons (the same company)" in plan.rows[0].reason
    assert not (await desk.courses.view(course.id)).people, "nothing is written before"
    written = await desk.courses.carry_out(plan)
    assert [each.attendance for each in written.attendees] == [
        Attendance.ATTENDED, Attendance.REFUNDED, Attendance.ABSENT,
    ]  # fmt: skip
    assert written.attendees[0].client_id == known.id
    again = await desk.courses.plan_attendees(course.id, a_file(tmp_path))
    assert not again.is_worth_it
    await desk.history.undo()
    assert not (await desk.courses.view(course.id)).people


async def test_opting_out_outlasts_the_file(tmp_path: Path):
    course = a_course(attendees=())
    desk = a_desk(records=(course,))
    await desk.courses.carry_out(await desk.courses.plan_attendees(course.id, a_file(tmp_path)))
    await desk.courses.attend(course.id, ["ann"], Attendance.OPTED_OUT)
    plan = await desk.courses.plan_attendees(course.id, a_file(tmp_path))
    assert plan.rows[0].fate is RowFate.SKIP
    assert plan.after[0].attendance is Attendance.OPTED_OUT


async def test_a_plan_of_another_time_is_not_carried_out(tmp_path: Path):
    course = a_course(attendees=())
    desk = a_desk(records=(course,))
    plan = await desk.courses.plan_attendees(course.id, a_file(tmp_path))
    await desk.courses.put_attendee(course.id, Attendee(name="Zoe Zed"))
    with pytest.raises(Invalid, match="changed meanwhile"):
        await desk.courses.carry_out(plan)


async def test_what_cannot_be_read_is_a_sentence(tmp_path: Path):
    course = a_course()
    desk = a_desk(records=(course,))
    with pytest.raises(AttendeeProblem, match="There is no file"):
        await desk.courses.plan_attendees(course.id, tmp_path / "none.csv")


async def test_marks_and_names():
    course = a_course()
    desk = a_desk(records=(course,))
    await desk.courses.attend(course.id, ["finn", "Gia Luna"], Attendance.ABSENT)
    view = await desk.courses.view(course.id)
    absent = {p.attendee.name for p in view.people if p.left_out == "did not attend"}
    assert absent == {"Finn Park", "Gia Luna"}
    with pytest.raises(NoSuchCourse, match="Nobody on this course"):
        await desk.courses.attend(course.id, ["Zoe"], Attendance.ABSENT)
    with pytest.raises(NoSuchCourse, match="fits"):
        await desk.courses.attend(course.id, ["n"], Attendance.ABSENT)


async def test_editing_keeps_the_people_another_program_brought_in():
    course = a_course(attendees=())
    desk = a_desk(records=(course,))
    await desk.courses.put_attendee(course.id, Attendee(name="Ann Ray"))
    await desk.courses.edit(replace(course, host="Zed"))
    view = await desk.courses.view(course.id)
    assert (view.course.host, len(view.people)) == ("Zed", 1)


async def test_a_course_is_removed_unless_it_was_drawn_from():
    desk = a_desk(records=course_story())
    by_step = {item.step: item.course for item in (await desk.courses.list()).items}
    await desk.courses.remove(by_step[CourseStep.DRAW].id)
    with pytest.raises(Invalid, match="has had its draw"):
        await desk.courses.remove(by_step[CourseStep.INVITE].id)
    drawn = by_step[CourseStep.INVITE]
    with pytest.raises(Invalid, match="was in the draw"):
        await desk.courses.remove_attendee(drawn.id, drawn.attendees[0])


async def test_the_drawn_stand_first_and_each_has_a_state():
    desk = a_desk(records=under_way())
    (item,) = (await desk.courses.list()).items
    people = (await desk.courses.view(item.course.id)).people
    assert [bool(each.pick) for each in people] == [True] * 4 + [False] * 5
    assert {each.attendee.name: each.left_out for each in people if each.left_out} == {
        "Ben Cole": "was refunded",
        "Gia Luna": "opted out",
    }


async def test_a_client_is_proposed_by_the_name_and_linked_by_the_user():
    course = a_course(attendees=(Attendee(name="Jane Li"),))
    client = a_client("Northwind Traders")
    desk = a_desk(records=(course, client))
    (person,) = (await desk.courses.view(course.id)).people
    assert person.proposed is not None
    assert (person.proposed.client_id, person.proposed.because) == (client.id, "the same name")
    await desk.courses.link(course.id, person.attendee, client.id)
    (person,) = (await desk.courses.view(course.id)).people
    assert (person.client_name, person.proposed) == ("Northwind Traders", None)


async def test_an_account_manager_is_no_host_by_himself():
    from followup_tui.domain.client import AccountManager  # noqa: PLC0415 - of this test alone

    client = a_client(account_manager=AccountManager(name="Sam Whitlock"))
    course = replace(a_course(), host="Sam Whitlock")
    desk = a_desk(records=(course, client))
    assert "not only a salesperson" in (await desk.courses.view(course.id)).told[0]


async def test_the_announcement_names_what_is_known(tmp_path: Path):
    course = replace(a_course(), coffees=3, host="Zed Okoro")
    desk = a_desk(tmp_path, records=(course,))
    text = await desk.courses.announcement(course.id)
    for words in ("three of you", "around Thursday 3 December, at the Blue Cup", "Zed Okoro will"):
        assert words in text
    assert "None" not in text
    (tmp_path / "courses").mkdir()
    own = tmp_path / "courses" / "announcement.txt"
    own.write_text("Come, {{ people }}!", encoding="utf-8")
    assert await desk.courses.announcement(course.id) == "Come, three of you!"
    own.write_text("Come,\n{{ poeple }}!", encoding="utf-8")
    assert "Zed Okoro" in await desk.courses.announcement(course.id), "what ships stands in"
    assert "courses/announcement.txt, line 2: “poeple”" in desk.courses.announcement_problem()


async def test_the_review_of_a_course_and_of_one_before():
    desk = a_desk(records=course_story())
    item = next(i for i in (await desk.courses.list()).items if i.rating is not None)
    review = await desk.reviews.review(item.course.id)
    assert (review.held, review.drawn) == (3, 4)
    assert review.rating is not None
    assert review.rating.mean == pytest.approx(11 / 3)
    text = await desk.reviews.markdown(item.course.id)
    assert "Ann" not in text
    later = next(i for i in (await desk.courses.list()).items if i.step is CourseStep.INVITE)
    before = (await desk.reviews.review(later.course.id)).earlier
    assert [title for title, _, _ in before] == ["Azure in two days"]


async def test_finding_a_course():
    desk = a_desk(records=course_story())
    assert (await desk.courses.find("pipe")).title == "Data pipelines"
    assert (await desk.courses.find("last")).title == "Data pipelines"
    with pytest.raises(NoSuchCourse, match="fits 2"):
        await desk.courses.find("azure")
    with pytest.raises(NoSuchCourse, match="No course"):
        await desk.courses.find("rust")


async def test_a_course_removed_elsewhere_is_told():
    course = a_course()
    desk = a_desk(records=(course,))
    desk.records.commit(Change(by="elsewhere", drop=(course,)))
    with pytest.raises(NoSuchCourse, match="not there any more"):
        await desk.courses.attend(course.id, ["Ann"], Attendance.ABSENT)
