"""Making one client of two: what can be kept twice is, and nothing of either is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import (
    AccountManager,
    Cadence,
    Client,
    Competitor,
    DoNotCall,
    Origin,
    OriginKind,
    Person,
    QuietPeriod,
)
from followup_tui.domain.merging.fields import SINGLE, side_by_side
from followup_tui.domain.merging.merged import merged, moved
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import fold
from tests.builders import NOW, a_client, an_interaction


def digits(phone: str) -> str:
    return "".join(filter(str.isdecimal, phone))


def one_of(ours: Client, theirs: Client, *take: str) -> Client:
    return merged(ours, theirs, take=take, key=digits, now=NOW, names={})


WORD = st.text(alphabet="abcdefghij ", min_size=1, max_size=12).map(str.strip).filter(bool)
WORDS = st.lists(WORD, max_size=3).map(tuple)
PEOPLE = st.builds(
    Person,
    name=st.sampled_from(["Jane Li", "J. Li", "Bob Ray", "Robert Ray", "Ann Fox"]),
    role=st.sampled_from(["", "CTO", "Buyer"]),
    phones=st.lists(st.sampled_from(["0255500142", "0255500143"]), max_size=2).map(tuple),
    emails=st.lists(st.sampled_from(["a@x.example", "b@x.example"]), max_size=2).map(tuple),
    wrong_phones=st.lists(st.just("0255500144"), max_size=1).map(tuple),
)
DAYS = st.dates(date(2026, 1, 1), date(2027, 1, 1))
CLIENTS = st.builds(
    a_client,
    name=WORD,
    people=st.lists(PEOPLE, max_size=3).map(tuple),
    website=st.sampled_from(["", "https://x.example", "https://y.example"]),
    competitors=st.lists(
        st.builds(
            Competitor,
            name=WORD,
            website=st.sampled_from(["", "https://c.example", "https://d.example"]),
        ),
        max_size=2,
    ).map(tuple),
    interests=WORDS,
    likes=WORDS,
    dislikes=WORDS,
    open_questions=WORDS,
    tags=WORDS,
    account_manager=st.none() | st.builds(AccountManager, name=WORD),
    zone=st.sampled_from(["", "Europe/Zurich", "Australia/Sydney"]),
    cadence=st.none() | st.builds(Cadence, ideal=st.integers(1, 9), late=st.integers(10, 99)),
    origin=st.builds(Origin, kind=st.sampled_from(OriginKind), detail=WORD),
    call_again=st.none() | DAYS,
    snoozed_until=st.none() | DAYS,
    do_not_call=st.none() | st.builds(DoNotCall, since=DAYS, why=WORD),
    quiet=st.lists(DAYS.map(lambda day: QuietPeriod(first=day, last=day)), max_size=2).map(tuple),
    about=st.lists(WORD, max_size=3).map("\n".join),
)


def strings(value: object) -> Iterator[str]:
    """Yield every text in a record."""
    if isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


@given(ours=CLIENTS, theirs=CLIENTS, take=st.sets(st.sampled_from(sorted(SINGLE))))
def test_every_word_of_both_stands_in_the_one(ours: Client, theirs: Client, take: set[str]) -> None:
    one = one_of(ours, theirs, *take)
    found = fold("\n".join(strings(msgspec.to_builtins(one))))
    for client in (ours, theirs):
        said = msgspec.to_builtins(client)
        for gone in ("id", "created", "changed", "origin"):
            said.pop(gone, None)
        for text in strings(said):
            for line in text.split("\n"):
                assert fold(line) in found, line
    assert one.id == ours.id
    assert theirs.origin.detail in one.about
    assert (one.do_not_call is None) == (ours.do_not_call is None and theirs.do_not_call is None)
    numbers = {p for c in (ours, theirs) for who in c.people for p in who.phones}
    kept = {p for who in one.people for p in (*who.phones, *who.wrong_phones)}
    assert numbers <= kept


@given(ours=CLIENTS, theirs=CLIENTS)
def test_each_side_is_shown_field_by_field(ours: Client, theirs: Client) -> None:
    rows = side_by_side(ours, theirs, one_of(ours, theirs), ())
    assert len({row.field for row in rows}) == len(rows)
    assert all(row.result for row in rows if row.field != "zone")
    assert {row.field for row in rows if row.can_take} <= set(SINGLE)


def test_the_others_word_counts_where_it_is_wanted() -> None:
    ours = a_client("Tailspin", website="https://a.example", zone="Europe/Zurich")
    theirs = a_client("Tailspin Toys", website="https://b.example", people=())
    one = one_of(ours, theirs, "website", "zone", "name")
    assert (one.name, one.website, one.zone) == (
        "Tailspin Toys", "https://b.example", "Europe/Zurich",
    )  # fmt: skip
    assert "Also called: Tailspin" in one.about.split("\n")
    assert "Other website: https://a.example" in one.about


def test_who_stands_in_both_becomes_one_person() -> None:
    ours = a_client(
        people=(Person(name="Jane Li", role="CTO", emails=("jane@x.example",)),)
    )  # fmt: skip
    theirs = a_client(
        "Other",
        people=(
            Person(name="J. Li", role="Head", emails=("JANE@x.example",), phones=("0255500142",)),
            Person(name="Bob Ray"),
        ),
    )
    one = one_of(ours, theirs)
    jane, bob = one.people
    assert (jane.name, jane.role, bob.name) == ("Jane Li", "CTO", "Bob Ray")
    assert (jane.emails, jane.phones) == (("jane@x.example",), ("0255500142",))
    assert "Jane Li: also written J. Li" in one.about
    assert "Jane Li: also Head" in one.about


def test_two_that_are_one_and_a_field_that_cannot_be_taken_are_said() -> None:
    ours, theirs = a_client(), a_client("Other")
    with pytest.raises(Invalid, match="one client already"):
        one_of(ours, ours)
    with pytest.raises(Invalid, match="no field to choose"):
        one_of(ours, theirs, "colour")


def test_what_names_the_other_names_the_one() -> None:
    ours, theirs = a_client(), a_client("Other")
    there = an_interaction(theirs)
    found = moved(there, absorbed=theirs.id, keep=ours.id)
    assert found is not None
    assert found.client_id == ours.id
    assert msgspec.structs.replace(found, client_id=theirs.id) == there
    assert moved(an_interaction(ours), absorbed=theirs.id, keep=ours.id) is None
