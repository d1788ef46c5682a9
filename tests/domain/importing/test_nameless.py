"""Rows that hold no name, against who is there: an address is as good as its name."""

from __future__ import annotations

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.making import clients_of
from followup_tui.domain.importing.plan import Contact, Fate, FileKind, ImportPlan, PlannedRow
from followup_tui.domain.importing.reaching import CalledBy, called
from followup_tui.domain.importing.settling import marked
from tests.builders import NOW, a_client

JANE = Person(name="Jane Wong", emails=("jane.li@fabrikam.example",), phones=("0255500142",))
DESK = a_client("Fabrikam", people=(JANE,))


def nameless(way: str) -> Contact:
    emails, phones = ((way,), ()) if "@" in way else ((), (way,))
    by = CalledBy.EMAIL if emails else CalledBy.PHONE
    return Contact(person=Person(name=called(way), emails=emails, phones=phones), called_by=by)


def named(name: str, *emails: str, phone: str = "") -> Contact:
    return Contact(person=Person(name=name, emails=emails, phones=(phone,) if phone else ()))


def a_plan(*contacts: Contact) -> ImportPlan:
    rows = tuple(
        PlannedRow(line, 1, each.client_name, Fate.NEW, "", content=each)
        for line, each in enumerate(contacts, start=2)
    )
    return ImportPlan("c.csv", FileKind.CSV, rows)


def settled(*contacts: Contact, clients: tuple[Client, ...] = (DESK,)) -> ImportPlan:
    return marked(a_plan(*contacts), clients, region="AU")


def made(plan: ImportPlan, clients: tuple[Client, ...] = (DESK,)) -> list[Client]:
    found = clients_of(plan, clients, now=NOW, region="AU")
    return [*found.new, *found.changed]


def test_whoever_has_the_address_is_meant() -> None:
    rows = settled(nameless("Jane.Li@fabrikam.example"), nameless("+61 2 5550 0142")).rows
    assert [row.fate for row in rows] == [Fate.SKIP, Fate.SKIP]
    assert "(the same e-mail)" in rows[0].reason
    assert "(the same phone number)" in rows[1].reason


def test_an_address_that_two_have_is_asked() -> None:
    desk = (
        a_client("Fox", people=(Person(name="Ann Fox", emails=("we@home.example",)),)),
        a_client("Elk", people=(Person(name="Bob Elk", emails=("we@home.example",)),)),
    )
    (row,) = settled(nameless("we@home.example"), clients=desk).rows
    assert row.unsure


def test_a_name_made_of_an_address_is_no_proof() -> None:
    lone = a_client("Jane Li", people=(Person(name="Jane Li", emails=("jl@gmail.com",)),))
    (row,) = settled(nameless("jane.li@hotmail.com"), clients=(lone,)).rows
    assert row.unsure
    assert "made of its e-mail address" in row.reason


def test_the_company_whose_domain_it_is_gets_one_more_person() -> None:
    (row,) = settled(nameless("omar@fabrikam.example")).rows
    assert row.fate is Fate.MERGE
    assert "one more person at Fabrikam" in row.reason
    assert row.reason.endswith("no name stands in it, so it is called by its e-mail address")


def test_the_name_is_taken_in_where_a_later_row_has_it() -> None:
    plan = settled(
        nameless("jw@x.example"),
        named("Joan Wu", "jw@x.example", phone="0255500199"),
        named("Joan Wu", "jw@x.example", "joan@wu.example"),
        clients=(),
    )
    assert "adds a phone number and a name" in plan.rows[1].reason
    assert "adds an e-mail" in plan.rows[2].reason
    assert "a name" not in plan.rows[2].reason
    (client,) = made(plan, ())
    assert client.name == "Joan Wu"
    (person,) = client.people
    assert (person.name, person.emails, person.phones) == (
        "Joan Wu", ("jw@x.example", "joan@wu.example"), ("0255500199",),
    )  # fmt: skip


def test_another_name_for_an_address_that_has_one_by_now_is_asked() -> None:
    plan = settled(
        nameless("jw@x.example"),
        named("Joan Wu", "jw@x.example"),
        named("Tom Ray", "jw@x.example"),
        clients=(),
    )
    assert plan.rows[2].unsure


def test_a_name_that_the_desk_has_stays() -> None:
    plan = settled(nameless("jane.li@fabrikam.example"), nameless("0255500142"))
    assert not made(plan)


def test_rows_of_addresses_do_not_take_each_other_for_one() -> None:
    rows = settled(
        *(nameless(f"person{at}@gmail.com") for at in range(30)),
        *(nameless(f"+61 2 5550 01{at:02}") for at in range(30)),
        clients=(),
    ).rows
    assert {row.fate for row in rows} == {Fate.NEW}
    assert not any("nearly the same" in row.reason for row in rows)
