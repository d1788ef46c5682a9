"""Numbers as they are dialled, those of a client, and the other ways to go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.calling.dialling import LONGEST, Reachable, argv, dialled, numbers_of
from followup_tui.domain.calling.other_ways import Way, other_ways
from followup_tui.domain.client import Person
from followup_tui.domain.interaction import Outcome
from tests.builders import a_client

JANE = Person(name="Jane Li", phones=("+61 2 5550 0142", "+61 491 570 156"))
OMAR = Person(name="Omar Haddad", phones=("+61 2 5550 0143",), emails=("omar@tailspin.example",))


@pytest.mark.parametrize(
    ("written", "region", "number", "address"),
    [
        ("+61 2 5550 0142", "US", "+61255500142", "tel:+61255500142"),
        ("(02) 5550 0142", "AU", "+61255500142", "tel:+61255500142"),
        ("0041 44 668 18 00", "CH", "+41446681800", "tel:+41446681800"),
        ("+1 201 555 0123 ext. 12", "AU", "+12015550123", "tel:+12015550123;ext=12"),
    ],
)
def test_a_number_is_dialled_with_its_country(
    written: str, region: str, number: str, address: str
) -> None:
    ready = dialled(written, region)
    assert (ready.number, ready.address, ready.doubt) == (number, address, "")


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", "12"), ("*100#", "*100#"), ("+999 12", "+99912"), ("--call 555", "555")],
)
def test_what_cannot_be_read_is_dialled_as_written_and_said(written: str, number: str) -> None:
    ready = dialled(written, "AU")
    assert ready.number == number
    assert "dialled as it is written" in ready.doubt


def test_what_has_no_digits_is_not_dialled() -> None:
    assert "nothing to dial" in dialled("ask at the desk", "AU").doubt


@given(st.text(max_size=60))
def test_whatever_is_written_only_keys_are_handed_on(written: str) -> None:
    ready = dialled(written, "AU")
    assert set(ready.number) <= set("+0123456789*#")
    assert len(ready.number) <= LONGEST + 1
    assert "+" not in ready.number[1:]
    assert ready.number or ready.doubt


def test_the_number_stands_in_its_place_alone() -> None:
    command = ["softphone", "--dial", "sip:{number}@pbx.example", "{name}"]
    assert argv(command, "+612", placeholder="{number}") == [
        "softphone",
        "--dial",
        "sip:+612@pbx.example",
        "{name}",
    ]


def test_the_numbers_of_the_one_who_is_called_come_first() -> None:
    client = a_client(people=(JANE, OMAR))
    assert [each.number for each in numbers_of(client)] == [*JANE.phones, *OMAR.phones]
    assert numbers_of(client, "Omar Haddad")[0] == Reachable("Omar Haddad", OMAR.phones[0])
    shared = Person(name="Ana Ruiz", phones=JANE.phones)
    assert len(numbers_of(a_client(people=(JANE, shared)))) == 2
    assert numbers_of(a_client(people=())) == ()


@pytest.mark.parametrize(
    ("outcome", "tries", "ways"),
    [
        (Outcome.NO_ANSWER, 1, []),
        (Outcome.NO_ANSWER, 2, [Way.NUMBER, Way.NUMBER]),
        (Outcome.NO_ANSWER, 3, [Way.NUMBER, Way.NUMBER, Way.MAIL, Way.PAUSE]),
        (Outcome.VOICEMAIL, 5, [Way.NUMBER, Way.NUMBER, Way.MAIL, Way.PAUSE]),
        (Outcome.WRONG_NUMBER, 1, [Way.NUMBER, Way.NUMBER, Way.NUMBER]),
        (Outcome.WRONG_MOMENT, 2, []),
    ],
)
def test_other_ways_are_offered_when_one_does_not_lead_on(
    outcome: Outcome, tries: int, ways: list[Way]
) -> None:
    found = other_ways(a_client(people=(JANE, OMAR)), outcome, tries=tries, enough=3)
    assert [each.way for each in found] == ways
    assert all(each.words for each in found)


def test_without_another_number_a_mail_is_left() -> None:
    wrong = Person(name="Jane Li", emails=("jane@northwind.example",), wrong_phones=("12",))
    (mail,) = other_ways(a_client(people=(wrong,)), Outcome.WRONG_NUMBER, tries=1, enough=3)
    assert (mail.way, mail.to) == (Way.MAIL, "jane@northwind.example")
    assert other_ways(a_client(people=()), Outcome.WRONG_NUMBER, tries=1, enough=3) == ()
