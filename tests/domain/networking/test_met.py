"""The quick form: what its fields say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup_tui.domain.client_form import FormProblems
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.networking.met import MetFields, Promised, hints, read
from followup_tui.domain.promise import Owner
from tests.builders import NOW, TODAY


def met(**fields):
    return read(MetFields(name="Jane Li", **fields), region="US", now=NOW)


def test_what_is_typed_is_what_was_said():
    found = met(
        company="Northwind Traders",
        where="DevMeetup",
        talked_about="their move to Azure\nand what it costs",
        in_common="both sail",
        learned="they build boats, too",
        warmth=Warmth.PROSPECT,
        phone="+61 2 5550 0142",
        email="jane@northwind.example, li@northwind.example",
    )
    assert found.person.name == "Jane Li"
    assert found.person.phones == ("+61 2 5550 0142",)
    assert found.person.emails == ("jane@northwind.example", "li@northwind.example")
    assert (found.company, found.where, found.day) == ("Northwind Traders", "DevMeetup", TODAY)
    assert found.talked_about == "their move to Azure\nand what it costs"
    assert found.promises == ()


@pytest.mark.parametrize(
    ("typed", "ago"), [("", 0), ("today", 0), ("yesterday", 1), ("3 days ago", 3)]
)
def test_the_day_is_today_or_before(typed: str, ago: int):
    assert met(when=typed).day == TODAY - timedelta(days=ago)


@pytest.mark.parametrize("name", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
def test_a_weekday_is_the_last_one(name: str):
    day = met(when=name).day
    assert timedelta() <= TODAY - day < timedelta(days=8)
    assert f"{day:%a}".lower() == name


def test_what_is_promised_is_due_the_day_after_unless_a_day_is_named():
    found = met(promised="the slides; - an introduction to Omar by 1 Dec\n! they send the brief")
    assert found.promises == (
        Promised("the slides", TODAY + timedelta(days=1)),
        Promised("an introduction to Omar", date(TODAY.year, 12, 1)),
        Promised("send the brief", TODAY + timedelta(days=1), Owner.THEM),
    )
    assert met(when="5 days ago", promised="the slides").promises[0].due == TODAY


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(FormProblems) as told:
        read(
            MetFields(when="in 3 weeks", phone="12", email="jane"),
            region="US",
            now=NOW,
        )
    assert set(told.value.problems) == {"name", "when", "phone", "email"}
    with pytest.raises(FormProblems, match="names no day"):
        met(when="at the meetup")


def test_nothing_typed_is_nothing():
    assert MetFields().is_empty
    assert MetFields(warmth=Warmth.PROSPECT).is_empty
    assert not MetFields(where="DevMeetup").is_empty


def test_what_is_said_while_typing_never_stumbles():
    assert hints(MetFields(), now=NOW) == {"when": "", "promised": ""}
    said = hints(MetFields(when="yesterday", promised="the slides\nthey send it by fri"), now=NOW)
    assert said["when"] == "Wednesday 18 November"
    assert said["promised"] == "due Thu 19, they owe Fri 20"
    assert hints(MetFields(when="what", promised="?"), now=NOW)["when"].startswith("Thursday")
