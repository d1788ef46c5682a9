"""The line to send before a call: why, when in both times, and never stiff or beside the point."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from followup_tui.domain.calling.heads_up import Sender, heads_up, when_to_call
from followup_tui.domain.calling.office_hours import OfficeHours
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.client import Person
from followup_tui.domain.due.call_list import Band, Reason, ReasonKind, Standing
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.views import ClientPage
from tests.builders import NOW, TODAY, ZONE, a_client, a_project, a_step, an_encounter, days

JANE = Person(name="Jane Li")
CLIENT = a_client(people=(JANE,))
ME = Sender("Robin Vale", "Ourselves Consulting", "Sydney")
HERE = Whereabouts(zone=ZONE)
SPOKEN = Standing(last_reached=TODAY - days(192), reached=3)


def because(kind: ReasonKind, text: str = "", **fields: object) -> Reason:
    return Reason(kind=kind, text=text, due=TODAY, band=Band.DUE, playbook="", **fields)


def line(page: ClientPage, where: Whereabouts = HERE) -> str:
    return heads_up(page, page.client.primary, theirs=where, me=ME, now=NOW)


def test_an_old_client_is_asked_how_their_project_is_doing() -> None:
    page = ClientPage(
        CLIENT,
        SPOKEN,
        projects=(a_project(CLIENT, ended=TODAY - days(200)),),
        reasons=(because(ReasonKind.CADENCE),),
    )
    assert line(page) == (
        "Hello Jane, it has been 6 months since we spoke, and I keep wondering how “Booking "
        "portal” is doing. May I call you at 14:30? Robin"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "promised the pricing link, due yesterday",
            "I still owe you something: the pricing link.",
        ),
        ("promised to call Omar, due today", "I told you that I would call Omar, and I have not"),
        ("promised to put her in touch, due today", "I still owe you something, and I have not"),
        ("", "I still owe you something, and I have not forgotten."),
    ],
)
def test_a_promise_is_named_where_it_can_be_said_to_them(text: str, said: str) -> None:
    page = ClientPage(CLIENT, SPOKEN, reasons=(because(ReasonKind.PROMISE, text),))
    assert said in line(page)
    assert "due" not in line(page)


def test_an_agreed_hour_is_kept_and_both_times_are_told() -> None:
    at = NOW + timedelta(hours=18)
    step = a_step(CLIENT, at=at)
    reason = because(ReasonKind.CALL_BACK, at=at, record_id=step.id)
    page = ClientPage(CLIENT, SPOKEN, next_steps=(step,), reasons=(reason,))
    where = whereabouts(a_client(zone="Europe/Zurich"), own=ZONE, hours=OfficeHours())
    assert "I will call you back at 22:02 your time (Friday 08:02 in Sydney), as we said" in line(
        page, where
    )
    late = replace(page, reasons=(structs.replace(reason, at=NOW - timedelta(hours=1)),))
    assert "I owe you a call back. Is it all right at 14:30?" in line(late)


@pytest.mark.parametrize(
    ("warmth", "said"),
    [
        (Warmth.PROSPECT, "it was good to meet you at DevMeetup. What you told me has stayed"),
        (Warmth.CARD_ONLY, "we swapped cards at DevMeetup and hardly had time to talk."),
    ],
)
def test_somebody_new_is_reminded_where_it_was_and_told_who_asks(warmth: Warmth, said: str) -> None:
    met = an_encounter(CLIENT, warmth=warmth, talked_about="customs papers by hand.")
    reason = because(ReasonKind.NEW_CONTACT, record_id=met.id)
    written = line(ClientPage(CLIENT, encounters=(met,), reasons=(reason,)))
    assert said in written
    assert written.endswith("Robin Vale, Ourselves Consulting")


def test_somebody_introduced_is_told_by_whom() -> None:
    reason = because(ReasonKind.NEW_CONTACT, record_id=CLIENT.id)
    written = line(ClientPage(CLIENT, introduced_by="Omar Haddad", reasons=(reason,)))
    assert "Omar Haddad gave me your name" in written


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_every_reason_has_its_words_and_none_a_gap(kind: ReasonKind) -> None:
    bare = line(ClientPage(CLIENT, reasons=(because(kind),)))
    assert bare.startswith("Hello Jane, ")
    assert "14:30" in bare
    assert "  " not in bare
    assert "“”" not in bare
    assert " ." not in bare
    assert "\n" not in bare


def test_nobody_named_and_nobody_asking_leave_no_gap() -> None:
    page = ClientPage(a_client(people=()))
    assert heads_up(page, None, theirs=HERE, me=Sender(), now=NOW) == (
        "Hello, may I call you at 14:30? It will not take long."
    )


def test_a_doctor_is_not_called_by_the_title_alone() -> None:
    page = ClientPage(a_client(people=(Person(name="Dr Miriam Okafor"),)), SPOKEN)
    assert line(page).startswith("Hello Dr Okafor, ")


def test_an_address_is_not_said_as_if_it_were_a_name() -> None:
    page = ClientPage(a_client(people=(Person(name="jli@northwind.example"),)), SPOKEN)
    assert line(page).startswith("Hello, ")


def test_the_hour_is_one_of_theirs() -> None:
    for minutes in range(0, 7 * 1440, 37):
        now = NOW + timedelta(minutes=minutes)
        for zone in ("Europe/Zurich", "America/Los_Angeles", "Asia/Kolkata"):
            where = whereabouts(a_client(zone=zone), own=ZONE, hours=OfficeHours())
            at = when_to_call(where, now)
            assert at > now
            assert where.is_open(at)
            assert at.minute % 15 == 0
