"""Who is who: what is sure, what is asked, and that nothing is merged in silence."""

from __future__ import annotations

import pytest

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.companies import Likeness, company_key
from followup_tui.domain.importing.deciding import Word, decided, next_word, unsure_rows
from followup_tui.domain.importing.making import clients_of
from followup_tui.domain.importing.names import names_are_one
from followup_tui.domain.importing.plan import Contact, Fate, FileKind, ImportPlan, PlannedRow
from followup_tui.domain.importing.settling import marked
from tests.builders import NOW, a_client

JANE = Person(
    name="Jane Li", role="CTO", emails=("jane@northwind.example",), phones=("0255500142",)
)
ROBERT = Person(name="Robert Ray", emails=("robert@northwind.example",))
DESK = a_client(
    "Northwind Traders Pty Ltd",
    people=(JANE, ROBERT),
    website="https://www.northwind.example/en",
    about="Jane Li: Web: https://www.linkedin.com/in/jane-li",
)


def a_plan(*contacts: Contact) -> ImportPlan:
    rows = tuple(
        PlannedRow(line, 1, contact.client_name, Fate.NEW, "", content=contact)
        for line, contact in enumerate(contacts, start=2)
    )
    return ImportPlan("c.csv", FileKind.CSV, rows)


def a_contact(name: str, company: str = "", *ways: str, about: str = "") -> Contact:
    person = Person(
        name=name,
        emails=tuple(way for way in ways if "@" in way),
        phones=tuple(way for way in ways if "@" not in way),
    )
    return Contact(company=company, person=person, about=about)


def settled(*contacts: Contact, clients: tuple[Client, ...] = (DESK,)) -> list[PlannedRow]:
    return list(marked(a_plan(*contacts), clients, region="AU").rows)


@pytest.mark.parametrize(
    ("contact", "fate", "unsure", "words"),
    [
        # the same, by a way that tells
        (a_contact("Jane L.", "", "JANE@northwind.example"), Fate.SKIP, False, "same e-mail"),
        (a_contact("Li, Jane", "", "+61 2 5550 0142"), Fate.SKIP, False, "same phone number"),
        (a_contact("Jane", "", about="Web: http://linkedin.com/in/jane-li/"), Fate.MERGE, False,
         "same profile"),
        (a_contact("Jane Li", "Northwind Traders"), Fate.SKIP, False, "the same name"),
        (a_contact("Bob Ray", "", "robert@northwind.example"), Fate.SKIP, False, "same e-mail"),
        # the same, and it says more
        (a_contact("Jane Li", "Northwind Traders", "j@li.example", "0255500143"), Fate.MERGE, False,
         "adds an e-mail and a phone number"),
        # likely, and asked
        (a_contact("Tim Li", "", "jane@northwind.example"), Fate.SKIP, True, "another name"),
        (a_contact("Bob Ray", "Northwind Traders"), Fate.SKIP, True, "Bob and Robert are one name"),
        (a_contact("J. Li", "northwind traders"), Fate.SKIP, True, "J. may be Jane"),
        (a_contact("Li Jane", "Northwind Traders"), Fate.SKIP, True, "the other way round"),
        (a_contact("Jane Li"), Fate.SKIP, True, "without a company"),
        (a_contact("Jane Li", "Northwind Trader"), Fate.SKIP, True, "called nearly the same"),
        (a_contact("Tim Wu", "", "jane@northwind.example"), Fate.SKIP, True, "another name"),
        # somebody else
        (a_contact("Tim Li", "Tailspin", "0255500142"), Fate.NEW, False, "a new client"),
        (a_contact("Tom Hart", "NORTHWIND TRADERS"), Fate.MERGE, False, "one more person"),
        (a_contact("Tom Hart", "", "tom@northwind.example"), Fate.MERGE, False, "of that company"),
        (a_contact("Tom Hart", "", "tom@gmail.com"), Fate.NEW, False, "a new client"),
        (a_contact("Tom Hart", "Tailspin", "0255500142"), Fate.NEW, False, "a new client"),
        (a_contact("Jane Li", "Tailspin"), Fate.NEW, False, "there is another Jane Li"),
        (a_contact("Tom Hart", "Northwind Tradrs"), Fate.NEW, False, "is called nearly the same"),
        (a_contact("Roberta Ray", "Northwind Traders", "roberta@northwind.example"), Fate.MERGE,
         False, "one more person"),
    ],
)  # fmt: skip
def test_who_somebody_is(contact: Contact, fate: Fate, unsure: bool, words: str) -> None:
    (row,) = settled(contact)
    assert (row.fate, row.unsure) == (fate, unsure), row.reason
    assert words in row.reason


def test_free_mail_joins_nobody_and_an_office_address_neither() -> None:
    rows = settled(
        a_contact("Ann Fox", "Fox Ltd", "ann@gmail.com"),
        a_contact("Bob Elk", "", "bob@gmail.com"),
        a_contact("Cy Dow", "Dow Inc", "info@dow.example"),
        a_contact("Di Dow", "Other Inc", "info@dow.example"),
        clients=(),
    )
    assert [row.fate for row in rows] == [Fate.NEW] * 4


def test_the_domain_of_two_companies_tells_nothing() -> None:
    rows = settled(
        a_contact("Ann Fox", "Fox Ltd", "ann@hosted.example"),
        a_contact("Bob Elk", "Elk Ltd", "bob@hosted.example"),
        a_contact("Cy Dow", "", "cy@hosted.example"),
        clients=(),
    )
    assert rows[2].fate is Fate.NEW


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller & Söhne GmbH", "Mueller und Soehne"), ("The Fox Company", "Fox"),
        ("Tailspin S.A.R.L.", "tailspin sarl"), ("Elk Pty. Ltd.", "ELK"),
        ("Café d'Été SA", "Cafe d\N{RIGHT SINGLE QUOTATION MARK}Ete"), ("Bär G.m.b.H.", "Baer"),
    ],
)  # fmt: skip
def test_companies_of_one_name(one: str, other: str) -> None:
    assert company_key(one) == company_key(other.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Jürg Müller", "Juerg Mueller", Likeness.SAME),
        ("Dr. Jane Li, PhD", "Jane Li", Likeness.SAME),
        ("Omar B. Haddad", "Omar Haddad", Likeness.SAME),
        ("Omar B. Haddad", "Omar C. Haddad", Likeness.ALIKE),
        ("Katherine Johanson", "Katherine Johansen", Likeness.ALIKE),
        ("Jane Li", "Jan Lo", Likeness.OTHER),
        ("Jane Li", "Tom Li", Likeness.OTHER),
        ("", "Jane Li", Likeness.OTHER),
    ],
)
def test_names_of_one_person(one: str, other: str, likeness: Likeness) -> None:
    assert names_are_one(one, other)[0] is likeness
    assert names_are_one(other, one)[0] is likeness


def test_what_the_user_says_goes_before_what_is_found() -> None:
    plan = marked(a_plan(a_contact("Bob Ray", "Northwind Traders", "bob@ray.example")), (DESK,),
                  region="AU")  # fmt: skip
    assert unsure_rows(plan) == (1,)
    assert next_word(plan, 1) == Word(Fate.MERGE)
    merged = marked(decided(plan, [1], Word(Fate.MERGE)), (DESK,), region="AU")
    (row,) = merged.rows
    assert (row.fate, row.person) == (Fate.MERGE, "Robert Ray")
    assert unsure_rows(merged) == ()
    (changed,) = clients_of(merged, (DESK,), now=NOW, region="AU").changed
    assert changed.people[1].emails == ("robert@northwind.example", "bob@ray.example")
    assert len(changed.people) == 2
    new = marked(decided(merged, [1], next_word(merged, 1)), (DESK,), region="AU")
    assert (new.rows[0].fate, new.rows[0].person) == (Fate.MERGE, "")
    assert new.rows[0].reason.endswith(
        "one more person at Northwind Traders on your desk (there "
        "called Northwind Traders Pty Ltd), as you said"
    )
    again = marked(decided(new, [1], next_word(new, 1)), (DESK,), region="AU")
    assert again.rows == plan.rows


def test_a_row_that_is_left_out_frees_what_went_with_it() -> None:
    plan = marked(
        a_plan(a_contact("Ann Fox", "Tailspin"), a_contact("Bob Elk", "Tailspin")), (), region=""
    )
    assert [row.fate for row in plan.rows] == [Fate.NEW, Fate.MERGE]
    out = marked(decided(plan, [1], next_word(plan, 1)), (), region="")
    assert [row.fate for row in out.rows] == [Fate.SKIP, Fate.NEW]
    (only,) = clients_of(out, (), now=NOW).new
    assert [person.name for person in only.people] == ["Bob Elk"]


def test_what_contradicts_what_is_known_is_kept_in_the_notes() -> None:
    person = Person(name="Jane Li", role="Owner", emails=JANE.emails)
    contact = Contact(company="Li & Co", person=person, website="https://li.example")
    plan = marked(a_plan(contact), (DESK,), region="AU")
    assert plan.rows[0].fate is Fate.MERGE
    (changed,) = clients_of(plan, (DESK,), now=NOW, region="AU").changed
    assert changed.people == DESK.people
    assert changed.website == DESK.website
    assert changed.about.splitlines()[1:] == [
        "Jane Li: Company: Li & Co",
        "Jane Li: Web: https://li.example",
        "Jane Li: Role: Owner",
    ]
    again = marked(a_plan(contact), (changed,), region="AU")
    assert again.rows[0].fate is Fate.SKIP


def test_a_wish_not_to_be_called_comes_with_its_row() -> None:
    contact = Contact(person=Person(name="Ann Fox"), do_not_call=True)
    (client,) = clients_of(marked(a_plan(contact), (), region=""), (), now=NOW).new
    assert client.do_not_call is not None
    assert client.do_not_call.why == "as c.csv says"


def test_a_wish_not_to_be_called_reaches_who_is_there() -> None:
    contact = Contact(person=JANE, do_not_call=True)
    plan = marked(a_plan(contact), (DESK,), region="AU")
    assert plan.rows[0].reason.endswith("adds the wish not to be called")
    (changed,) = clients_of(plan, (DESK,), now=NOW, region="AU").changed
    assert changed.do_not_call is not None
