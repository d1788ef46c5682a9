"""The client form: lossless both ways, and all that is wrong is told at once."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import (
    AccountManager,
    Cadence,
    Client,
    Competitor,
    Person,
)
from followup_tui.domain.client_form import (
    ClientFields,
    FormProblems,
    PersonFields,
    fields_of,
    read,
)
from followup_tui.domain.text import clean_line, clean_text
from tests.builders import NOW, TODAY, a_client, days

FULL = ClientFields(
    name="Northwind Traders",
    website="www.northwind.example",
    competitors='Fabrikam fabrikam.example\n"Big, Inc.", https://contoso.example/en',
    interests="Azure, reporting, Azure",
    tags="key account",
    account_manager="Ulla Berg",
    account_manager_email="ulla@ourselves.example",
    zone="Australia/Sydney",
    about="Two lines\nof text",
    cadence_ideal="90",
    cadence_late="100",
    people=(
        PersonFields("Jane Li", "IT Manager", "(02) 5550 0142; +61 491 570 156", "jane@n.example"),
        PersonFields(),
        PersonFields("Omar Haddad"),
    ),
)


def made(fields: ClientFields, base: Client | None = None) -> Client:
    return read(fields, region="AU", base=base, now=NOW)


def problems(fields: ClientFields) -> dict[str, str]:
    with pytest.raises(FormProblems) as found:
        made(fields)
    return found.value.problems


def test_a_new_client() -> None:
    client = made(FULL)
    assert client.created == NOW
    assert client.website == "https://www.northwind.example"
    assert client.competitors == (
        Competitor(name="Fabrikam", website="https://fabrikam.example"),
        Competitor(name="Big, Inc."),
        Competitor(name="contoso.example", website="https://contoso.example/en"),
    )
    assert client.interests == ("Azure", "reporting")
    assert client.account_manager == AccountManager(
        name="Ulla Berg", email="ulla@ourselves.example"
    )
    assert client.cadence == Cadence(ideal=90, late=100)
    assert client.about == "Two lines\nof text"
    assert client.people == (
        Person(
            name="Jane Li",
            role="IT Manager",
            phones=("(02) 5550 0142", "+61 491 570 156"),
            emails=("jane@n.example",),
        ),
        Person(name="Omar Haddad"),
    )


def test_an_edited_client_keeps_what_the_form_does_not_show() -> None:
    base = a_client(likes=("reports",), snoozed_until=TODAY, created=NOW - days(9))
    client = made(replace(fields_of(base), name="Northwind"), base)
    assert client == msgspec.structs.replace(base, name="Northwind", changed=NOW)


def test_all_problems_are_told_each_at_its_field() -> None:
    found = problems(
        ClientFields(
            website="no address",
            account_manager_email="ulla",
            zone="Sydney",
            cadence_ideal="30",
            cadence_late="20",
            people=(PersonFields(phones="12, x", emails="jane@"), PersonFields(name="Omar")),
        )
    )
    assert set(found) == {
        "name",
        "website",
        "account_manager_email",
        "zone",
        "cadence_late",
        "people[0].name",
        "people[0].phones",
        "people[0].emails",
    }
    assert found["zone"].startswith("“Sydney” is no time zone; write it like")
    assert found["people[0].phones"].startswith("“12” cannot be a phone number")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "   "),
        ("name", "x" * 3_000),
        ("website", "ftp://northwind.example"),
        ("website", "northwind"),
        ("website", "https://"),
        ("cadence_ideal", "soon"),
        ("cadence_ideal", "0"),
        ("cadence_ideal", "99999"),
        ("cadence_ideal", "²"),
    ],
)
def test_what_one_field_refuses(field: str, text: str) -> None:
    assert field in problems(replace(FULL, **{field: text}))


def test_half_a_cadence_is_told_where_it_is_missing() -> None:
    assert set(problems(replace(FULL, cadence_late=""))) == {"cadence_late"}


def test_an_account_manager_needs_a_name() -> None:
    assert set(problems(replace(FULL, account_manager=""))) == {"account_manager"}


@pytest.mark.parametrize(
    "email", ["jane@northwind.example", "j@a.test", "o'neil+x@mail.example.com", "ä@ö.example"]
)
def test_addresses_of_all_kinds_are_kept_as_typed(email: str) -> None:
    person = PersonFields(name="Jane", emails=email)
    assert made(ClientFields(name="N", people=(person,))).people[0].emails == (email,)


@pytest.mark.parametrize(
    "phone", ["+1 (212) 555-0142", "02 5550 0142", "1800 555 014", "+41 44 555 01 42"]
)
def test_numbers_that_are_possible_are_kept_as_typed(phone: str) -> None:
    person = PersonFields(name="Jane", phones=phone)
    assert made(ClientFields(name="N", people=(person,))).people[0].phones == (phone,)


def test_what_an_import_brought_does_not_stop_another_field() -> None:
    odd = Person(name="Jane", phones=("ask reception; then 12",), emails=("jane@intranet",))
    base = a_client(
        people=(odd,), account_manager=AccountManager(name="Ulla", email="ulla at home")
    )
    client = made(replace(fields_of(base), name="Changed"), base)
    assert (client.people, client.account_manager) == ((odd,), base.account_manager)


def test_what_a_terminal_would_obey_is_cleaned() -> None:
    client = made(replace(FULL, name="[red]Acme\x1b[31m\u202e", about="a\x00b"))
    assert (client.name, client.about) == ("[red]Acme", "ab")


words = st.text("abc ,;\"'ü[/]", min_size=1, max_size=12).map(clean_line).filter(bool)
lists = st.lists(words, max_size=3, unique=True).map(tuple)


@st.composite
def clients(draw: st.DrawFn) -> Client:
    names = st.text("abcü,;\" '", min_size=1, max_size=12).map(clean_line).filter(bool)
    names |= st.sampled_from(
        [
            "Vue Node.js",
            "https://a.example",
            "Big https://b.example/c",
            'a "https://x.example"',
            '"x.example"',
        ]
    )
    web = st.sampled_from(["", "https://a.example", "http://b.example/x?y=1,2"])
    return a_client(
        draw(words),
        people=draw(
            st.lists(
                st.builds(
                    Person,
                    name=words,
                    role=words | st.just(""),
                    phones=st.sampled_from([(), ("+61 2 5550 0142",), ("x, y", "z;1")]),
                    emails=st.sampled_from([(), ("a@b.example", "c@d.example")]),
                ),
                max_size=3,
            ).map(tuple)
        ),
        website=draw(web),
        competitors=draw(
            st.lists(st.builds(Competitor, name=names, website=web), max_size=3).map(tuple)
        ),
        interests=draw(lists),
        tags=draw(lists),
        account_manager=draw(st.none() | st.builds(AccountManager, name=words)),
        zone=draw(st.sampled_from(["", "Europe/Zurich"])),
        cadence=draw(st.none() | st.builds(Cadence, ideal=st.just(10), late=st.integers(10, 99))),
        about=draw(st.text('ab \n,"', max_size=20).map(clean_text)),
    )


@given(clients())
def test_what_the_form_shows_is_what_it_makes(client: Client) -> None:
    assert made(fields_of(client), client) == msgspec.structs.replace(client, changed=NOW)


@given(clients())
def test_shown_again_the_fields_are_the_same(client: Client) -> None:
    fields = fields_of(client)
    assert fields_of(made(fields, client)) == fields


@given(st.builds(ClientFields, *[st.text(max_size=20)] * 11, people=st.just(())))
def test_any_fields_make_a_client_or_are_told(fields: ClientFields) -> None:
    try:
        client = made(fields)
    except FormProblems as found:
        told = found.problems
    else:
        told = {}
        assert fields_of(made(fields_of(client))) == fields_of(client)
    assert all(text and text[0] not in ":;" for text in told.values())
