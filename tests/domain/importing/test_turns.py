"""Settling again what a word of the user touches: as if all had been settled anew."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.client import Client, Person
from followup_tui.domain.importing.deciding import Word, decided, meant, unsure_rows
from followup_tui.domain.importing.past import SettlingPast
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    FileKind,
    ImportPlan,
    Incoming,
    PastInteraction,
    PlannedRow,
    What,
)
from followup_tui.domain.importing.settling import SettlingContacts
from followup_tui.domain.importing.there import There
from followup_tui.domain.importing.turns import Told, Turns
from followup_tui.domain.interaction import InteractionKind, Outcome
from tests.builders import NOW, a_client

# Few names, numbers and addresses, so that everything meets everything.
NAMES = st.sampled_from(
    ["Jane Li", "J. Li", "Li Jane", "Bob Ray", "Robert Ray", "Ann Fox", "Annabel Foxton",
     "Tom Hart", "Annabel Foxtan", "Jane"]
)  # fmt: skip
COMPANIES = st.sampled_from(
    ["", "", "Northwind Traders", "Northwind Tradrs", "NORTHWIND Traders Ltd", "Tailspin",
     "Tailspin Toys", "Northern Lights", "Northern Light", "Jane Li"]
)  # fmt: skip
EMAILS = st.sampled_from(
    ["jane@northwind.example", "j.li@northwind.example", "bob@tailspin.example",
     "info@northwind.example", "ann@gmail.com", "tom@hosted.example"]
)  # fmt: skip
PHONES = st.sampled_from(["0255500142", "+61 2 5550 0143", "0144"])
NOTES = st.sampled_from(
    ["", "", "Web: https://www.linkedin.com/in/jane-li", "tea", "tea and cake", "tea\nlikes boats"]
)


def few(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=2, unique=True).map(tuple)


PEOPLE = st.builds(
    Person,
    name=NAMES,
    role=st.sampled_from(["", "CTO", "Buyer"]),
    emails=few(EMAILS),
    phones=few(PHONES),
)
CONTACTS = st.builds(
    Contact,
    person=PEOPLE,
    company=COMPANIES,
    website=st.sampled_from(["", "", "https://northwind.example", "https://tailspin.example"]),
    tags=few(st.sampled_from(["vip", "new"])),
    about=NOTES,
    do_not_call=st.booleans(),
) | st.builds(Contact, company=COMPANIES.filter(bool))
TALKS = st.builds(
    PastInteraction,
    who=CONTACTS,
    at=st.sampled_from([datetime(2024, 3, day, 12, tzinfo=UTC) for day in (12, 13)]),
    kind=st.just(InteractionKind.CALL),
    outcome=st.just(Outcome.REACHED),
    text=st.sampled_from(["moved to Azure", "tea"]),
)
DESKS = st.lists(
    st.builds(
        a_client,
        name=COMPANIES.map(lambda name: name or "Ann Fox"),
        people=st.lists(PEOPLE, max_size=3).map(tuple),
        about=NOTES,
    ),
    max_size=4,
).map(tuple)
FATES = st.sampled_from([None, Fate.MERGE, Fate.MERGE, Fate.NEW, Fate.SKIP])
WORDS = st.lists(st.tuples(st.integers(0, 99), FATES, st.integers(0, 9)), min_size=1, max_size=6)


def a_plan(contents: list[Incoming], what: What) -> ImportPlan:
    rows = tuple(
        PlannedRow(line, 1, "", Fate.NEW, "", content=content)
        for line, content in enumerate(contents, start=2)
    )
    return ImportPlan("c.csv", FileKind.CSV, rows, what=what)


def settling(there: There, what: What) -> SettlingContacts | SettlingPast:
    if what is What.CONTACTS:
        return SettlingContacts(there.clients, region="AU")
    return SettlingPast(there, region="AU", now=NOW)


@settings(max_examples=60, deadline=None)
@given(
    what_of=st.one_of(
        st.tuples(st.just(What.CONTACTS), st.lists(CONTACTS, min_size=1, max_size=14)),
        st.tuples(st.just(What.INTERACTIONS), st.lists(TALKS, min_size=1, max_size=10)),
    ),
    clients=DESKS,
    words=WORDS,
)
def test_a_word_on_a_row_is_as_if_all_were_settled_anew(
    what_of: tuple[What, list[Incoming]],
    clients: tuple[Client, ...],
    words: list[tuple[int, Fate | None, int]],
) -> None:
    what, contents = what_of
    there = There(clients)
    by = settling(there, what)
    plan = by.settled(a_plan(contents, what))
    for at, fate, client in words:
        number = at % len(contents) + 1
        chosen = clients[client].id if fate is Fate.MERGE and client < len(clients) else ""
        numbers = meant(plan, number)
        assert number in numbers
        said = decided(plan, numbers, Word(fate, chosen))
        plan = by.again(said, numbers)
        anew = settling(there, what).settled(said)
        assert plan == anew
        assert plan.tally == anew.tally
        by.proposed_of(plan, number)  # to look at it changes nothing


def test_every_row_that_waits_can_be_settled_by_words() -> None:
    contents: list[Incoming] = [
        Contact(person=Person(name=name), company=company)
        for name, company in (
            ("Jane Li", "Northwind Traders"), ("J. Li", "Northwind Traders"),
            ("Jane Li", "Northwind Tradrs"), ("Jane Li", ""),
        )
    ]  # fmt: skip
    by = settling(There(), What.CONTACTS)
    plan = by.settled(a_plan(contents, What.CONTACTS))
    assert unsure_rows(plan) == (2, 3, 4)
    for number in (2, 3, 4):
        plan = by.again(decided(plan, [number], Word(Fate.MERGE)), [number])
    assert unsure_rows(plan) == ()


def test_a_decision_asks_nobody_whom_it_does_not_touch() -> None:
    """Of a thousand companies of five people, those of one are settled again, and no others."""
    contents: list[Incoming] = [
        Contact(person=Person(name=f"Person {n}x"), company=f"{n % 1000:04} Works")
        for n in range(5_000)
    ]
    asked: list[int] = []

    class Watched(SettlingContacts):
        def row(self, row: PlannedRow, number: int) -> PlannedRow:
            asked.append(number)
            return super().row(row, number)

    by = Watched((), region="AU")
    plan = by.settled(a_plan(contents, What.CONTACTS))
    asked.clear()
    out = by.again(decided(plan, [7], Word(Fate.SKIP)), [7])
    assert asked == [7, 1007, 2007, 3007, 4007]
    assert [out.rows[number - 1].fate for number in asked[:2]] == [Fate.SKIP, Fate.NEW]


def test_what_is_said_is_heard_by_those_who_come_after() -> None:
    turns = Turns()
    told: Told[str, int] = Told(turns)
    told.say("a", 0)
    assert told.first("a") == 0  # the desk knows of itself
    turns.row = 5
    told.say("a", 5)
    assert told.all("a") == [0]
    turns.row = 3
    told.say("a", 3)
    turns.row = 9
    assert told.all("a") == [0, 3, 5]
    assert told.all("a", 2) == [0, 3]
    assert told.asked_after("a", 4) == [5, 9]
    assert told.withdrawn("a", 3) == [3]
    assert told.all("a") == [0, 5]
