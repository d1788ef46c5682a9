"""A file of attendees against the course: new, there already, changed; nobody is there twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Attendance, Attendee
from followup_tui.domain.courses.attending import (
    AttendeeFile,
    AttendeePlan,
    AttendeeRow,
    RowFate,
    plan,
)
from followup_tui.domain.courses.people import ClientIndex, Sureness, is_same
from tests.builders import a_client

NEW, CHANGED, SKIP = RowFate.NEW, RowFate.CHANGED, RowFate.SKIP


def row(line: int, attendee: Attendee, said: Attendance | None = None) -> AttendeeRow:
    return AttendeeRow(line, attendee.name, attendee, said)


def planned(
    *rows: AttendeeRow, before: tuple[Attendee, ...] = (), clients: tuple[Client, ...] = ()
) -> AttendeePlan:
    return plan("c", before, AttendeeFile("list.csv", rows), ClientIndex(clients))


ANN = Attendee(name="Ann Ray", email="ann@ray.example")


def test_two_rows_of_one_person_are_one() -> None:
    found = planned(row(2, ANN), row(3, ANN))
    assert [each.fate for each in found.rows] == [NEW, SKIP]
    assert found.rows[1].reason == "stands in line 2 already"
    assert len(found.after) == 1


def test_a_refund_and_a_second_booking_leave_a_booking() -> None:
    refunded = planned(row(2, ANN, Attendance.REFUNDED), row(3, ANN, Attendance.ATTENDED))
    assert [each.attendance for each in refunded.after] == [Attendance.ATTENDED]
    other_way = planned(row(2, ANN, Attendance.ATTENDED), row(3, ANN, Attendance.REFUNDED))
    assert [each.attendance for each in other_way.after] == [Attendance.ATTENDED]


def test_a_later_file_says_who_came() -> None:
    found = planned(row(2, ANN, Attendance.ABSENT), before=(ANN,))
    assert found.rows[0].reason == "is on the course already: attended becomes did not attend"
    assert found.after[0].attendance is Attendance.ABSENT


def test_what_was_missing_is_added_and_nothing_is_taken_away() -> None:
    known = Attendee(name="Ann Ray", email="ann@ray.example", company="Ray & Sons")
    found = planned(
        row(2, Attendee(name="Ann Ray", email="ann@ray.example", phone="555 0100")),
        before=(known,),
    )
    assert found.rows[0].fate is CHANGED
    assert (found.after[0].company, found.after[0].phone) == ("Ray & Sons", "555 0100")


def test_one_who_books_for_three_is_three() -> None:
    mail = "office@ray.example"
    rows = [row(n, Attendee(name=name, email=mail)) for n, name in enumerate(("Ann", "Ben", "Cy"))]
    assert len(planned(*rows).after) == 3


def test_a_client_is_linked_by_mail_and_company_and_proposed_by_name() -> None:
    by_mail = a_client("Ray", people=(Person(name="A. R.", emails=("ANN@ray.example",)),))
    by_company = a_client("Cole Ltd.", people=())
    by_name = a_client("Ito", people=(Person(name="Dan Ito"),))
    found = planned(
        row(2, ANN),
        row(3, Attendee(name="Ben", company="cole ltd.")),
        row(4, Attendee(name="Dan Ito")),
        row(5, Attendee(name="Eve")),
        clients=(by_mail, by_company, by_name),
    )
    assert [each.client_id for each in found.after] == [by_mail.id, by_company.id, "", ""]
    proposed = found.rows[2].match
    assert proposed is not None
    assert (proposed.client_id, proposed.sureness) == (by_name.id, Sureness.POSSIBLE)
    assert found.rows[2].reason.endswith("perhaps Ito (the same name)")


def test_two_of_a_name_at_different_companies_are_two() -> None:
    one, other = Attendee(name="Jo", company="A"), Attendee(name="Jo", company="B")
    assert not is_same(one, other)
    assert is_same(one, Attendee(name="jo"))


_PEOPLE = st.builds(
    Attendee,
    name=st.sampled_from(["Ann Ray", "Ray Ann", "Ben", "Jo"]),
    email=st.sampled_from(["", "a@x.example", "b@x.example"]),
    company=st.sampled_from(["", "A", "B"]),
)
_ROWS = st.lists(st.tuples(_PEOPLE, st.sampled_from([None, *Attendance])), max_size=8)


@given(_ROWS, st.lists(_PEOPLE, max_size=4, unique_by=lambda each: (each.name, each.email)))
def test_nobody_is_lost_and_opting_out_sticks(
    rows: list[tuple[Attendee, Attendance | None]], before: list[Attendee]
) -> None:
    made = [row(line, attendee, said) for line, (attendee, said) in enumerate(rows, 2)]
    first = planned(*made, before=tuple(before))
    assert len(first.rows) == len(rows)
    assert len(first.after) == len(before) + first.counted(NEW)
    out = {each.name for each in first.after if each.attendance is Attendance.OPTED_OUT}
    again = planned(*made, before=first.after)
    assert again.counted(NEW) == 0
    assert out <= {e.name for e in again.after if e.attendance is Attendance.OPTED_OUT}
