"""Past projects and conversations out of tables, and days as they are written everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from followup_tui.domain.importing.plan import (
    ImportPlan,
    PastInteraction,
    PastProject,
    Reading,
    What,
)
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.exchange.contacts import read_file
from followup_tui.exchange.tables.days import DayOrder, order_of, read_day, read_moment

PROJECTS = """Client;Project;Technologies;Start;End;Success;Remarks
Northwind Traders;Booking portal;"C#, Azure";03.02.2023;15.11.2023;yes;went live early
Tailspin;Data warehouse;SQL;2022;Mar 2023;no;
Contoso;Portal;;;ongoing;;
Contoso;;;;;;
Contoso;Odd;;soon;;;
Contoso;Backwards;;2024;2023;;
;Nobody's;;;;;
"""
CALLS = """Date,Who,Company,Type,Result,Notes
2024-03-12 10:30,Jane Li,Northwind Traders,Phone call,Reached,"moved to Azure
! send the pricing link"
3/13/2024,Omar Haddad,Tailspin,Treffen,,tea
2024-03-14T09:00:00+01:00,Omar Haddad,,E-mail,left a message,
14 March 2024,,Contoso,,nicht erreicht,
14.03.2024,,,Call,,
nonsense,Jane Li,,Call,,
"""


def read(folder: Path, text: str, kind: str | None = None) -> ImportPlan:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, Reading(kind=kind, region="CH"))


def test_past_projects(tmp_path: Path) -> None:
    plan = read(tmp_path, PROJECTS)
    assert plan.what is What.PROJECTS
    portal, warehouse, under_way = (row.content for row in plan.rows[:3])
    assert isinstance(portal, PastProject)
    assert isinstance(warehouse, PastProject)
    assert isinstance(under_way, PastProject)
    assert (portal.who.company, portal.title) == ("Northwind Traders", "Booking portal")
    assert portal.technologies == ("C#", "Azure")
    assert (portal.started, portal.ended) == (date(2023, 2, 3), date(2023, 11, 15))
    assert (portal.success, portal.about) == (True, "went live early")
    assert (warehouse.started, warehouse.ended) == (date(2022, 1, 1), date(2023, 3, 31))
    assert warehouse.success is False
    assert (under_way.ended, under_way.success) == (None, None)
    assert [row.reason for row in plan.rows[3:]] == [
        "it names no project",
        "“soon” is no day on which it began",
        "it ends before it begins",
        "it does not say whose project it is",
    ]


def test_conversations(tmp_path: Path) -> None:
    plan = read(tmp_path, CALLS)
    assert plan.what is What.INTERACTIONS
    found = [row.content for row in plan.rows[:4]]
    assert all(isinstance(each, PastInteraction) for each in found)
    told = [
        (each.at, each.kind, each.outcome) for each in found if isinstance(each, PastInteraction)
    ]
    assert told[0] == (datetime(2024, 3, 12, 10, 30), InteractionKind.CALL, Outcome.REACHED)  # noqa: DTZ001 - no zone is said
    assert told[1][1:] == (InteractionKind.MEETING, Outcome.REACHED)
    assert told[2][0].astimezone(UTC) == datetime(2024, 3, 14, 8, tzinfo=UTC)
    assert told[2][1:] == (InteractionKind.MAIL, Outcome.VOICEMAIL)
    assert told[3][1:] == (InteractionKind.CALL, Outcome.NO_ANSWER)
    assert [row.reason for row in plan.rows[4:]] == [
        "it does not say with whom it was",
        "“nonsense” is no day",
    ]
    assert isinstance(found[0], PastInteraction)
    assert found[0].text == "moved to Azure\n! send the pricing link"


@pytest.mark.parametrize(
    ("who", "name", "company"),
    [
        ("Jane Li (Northwind Traders)", "Jane Li", "Northwind Traders"),
        ("Jane Li at Northwind Traders", "Jane Li", "Northwind Traders"),
        ('"Jane Li, Northwind Traders"', "Jane Li", "Northwind Traders"),
        ('"Li, Jane"', "Jane Li", ""), ("Jane Li (mobile)", "Jane Li (mobile)", ""),
        ('"Ann Fox, PhD"', "Ann Fox, PhD", ""), ("Jane Li (she/her)", "Jane Li (she/her)", ""),
        ('"Ann Fox, Sales Manager"', "Ann Fox, Sales Manager", ""),
        ("jane.li@northwind.example", "Jane Li", ""), ("Anke Atwater", "Anke Atwater", ""),
    ],
)  # fmt: skip
def test_a_company_beside_the_name(tmp_path: Path, who: str, name: str, company: str) -> None:
    plan = read(tmp_path, f"Date,With whom,How,What was said\n2024-03-12,{who},Coffee,tea\n")
    talk = plan.rows[0].content
    assert isinstance(talk, PastInteraction)
    assert talk.who.person is not None
    assert (talk.who.person.name, talk.who.company) == (name, company)
    assert talk.kind is InteractionKind.COFFEE


def test_what_a_table_is_about_can_be_said(tmp_path: Path) -> None:
    text = "Name,Date,Email\nJane Li,2024-03-12,jane@northwind.example\n"
    assert read(tmp_path, text).what is What.CONTACTS
    plan = read(tmp_path, f"{text.replace('Email', 'Email,Notes')}", kind="interactions")
    assert plan.what is What.INTERACTIONS


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-12", date(2024, 3, 12)), ("2024/3/12", date(2024, 3, 12)),
        ("20240312", date(2024, 3, 12)), ("12.3.24", date(2024, 3, 12)),
        ("12/03/2024", date(2024, 3, 12)), ("3/13/2024", date(2024, 3, 13)),
        ("12 Mar 2024", date(2024, 3, 12)), ("12. März 2024", date(2024, 3, 12)),
        ("March 12, 2024", date(2024, 3, 12)), ("Tue, 12 March 2024", date(2024, 3, 12)),
        ("12 de marzo de 2024", date(2024, 3, 12)), ("1er août 2024", date(2024, 8, 1)),
        ("45363", date(2024, 3, 12)), ("Mar 2024", date(2024, 3, 1)), ("2024", date(2024, 1, 1)),
        ("03/2024", date(2024, 3, 1)), ("2024-03", date(2024, 3, 1)),
        ("31.02.2024", None), ("soon", None), ("", None), ("13/13/2024", None),
    ],
)  # fmt: skip
def test_days_as_they_are_written(written: str, day: date | None) -> None:
    assert read_day(written, DayOrder()) == day


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2024-03-12 10:30", "10:30"), ("12.03.2024, 10:30 Uhr", "10:30"), ("45363.5", "12:00"),
        ("3/12/2024 2:05 PM", "14:05"), ("12 Mar 2024 at 9:00 am", "09:00"), ("2024-03-12", ""),
    ],
)  # fmt: skip
def test_hours_beside_them(written: str, hour: str) -> None:
    found = read_moment(written, DayOrder(month_first=written.startswith("3/")))
    assert found is not None
    assert found.day == date(2024, 3, 12)
    assert (f"{found.hour:%H:%M}" if found.hour else "") == hour


def test_the_column_tells_which_is_the_month_else_the_region() -> None:
    assert order_of(["03/04/2024", "13/04/2024"], "US") == DayOrder(month_first=False)
    assert order_of(["03/04/2024", "04/13/2024"], "CH") == DayOrder(month_first=True)
    assert order_of(["03/04/2024"], "US") == DayOrder(month_first=True, sure=False)
    assert order_of(["03/04/2024"], "CH") == DayOrder(month_first=False, sure=False)
    assert order_of(["2024-03-04"], "US").sure
