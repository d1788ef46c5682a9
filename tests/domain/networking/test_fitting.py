"""Who comes up again because something new fits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from followup_tui.domain.client import DoNotCall
from followup_tui.domain.due.call_list import ClientFile, QueueRules, ReasonKind, Standing
from followup_tui.domain.encounter import Encounter, Fitting
from followup_tui.domain.library.matching import LibraryIndex
from followup_tui.domain.networking.fitting import (
    AFTER_TALKING,
    AT_ONCE,
    PAUSE,
    Acquaintance,
    fitting,
    may_come_up,
)
from followup_tui.domain.queue import call_list, reasons
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from tests.builders import NOW, TODAY, a_client, a_project
from tests.fakes import shipped_playbooks

LONG_AGO = TODAY - timedelta(days=40)


def met(number: int = 1, **fields) -> Encounter:
    return Encounter(
        id=f"e{number}", created=NOW, client_id=f"c{number}", person="Jane Li",
        **{"day": LONG_AGO, "followed_up": LONG_AGO + timedelta(days=1), "where": "DevMeetup",
           "talked_about": "Azure and what it costs", **fields},
    )  # fmt: skip


def a_value_add(number: int = 1, **fields) -> ValueAdd:
    return ValueAdd(
        id=f"v{number}", created=NOW,
        **{"kind": ValueAddKind.ARTICLE, "title": "Keeping Azure costs down",
           "topics": ("Azure", "costs"), **fields},
    )  # fmt: skip


def fitted(*new: ValueAdd, of: Acquaintance | None = None, library=()) -> list[Encounter]:
    of = of or Acquaintance(a_client(), (met(),))
    return list(fitting(LibraryIndex((*library, *new)), new, [of], now=NOW))


def test_what_was_talked_about_is_what_they_care_about():
    (encounter,) = fitted(a_value_add())
    assert encounter.fitting is not None
    assert encounter.fitting.value_add_id == "v1"
    assert encounter.fitting.title == "Keeping Azure costs down"
    assert "Azure" in encounter.fitting.because
    assert replace(encounter, fitting=None) == met()


def test_one_word_in_passing_does_not_bring_them_up():
    assert not fitted(a_value_add(title="Azure", topics=()), of=_talked("the weather, and Azure"))
    assert not fitted(a_value_add(title="Sourdough for beginners", topics=("baking",)))


def _talked(about: str, **client) -> Acquaintance:
    return Acquaintance(a_client(**client), (met(talked_about=about),))


def test_an_interest_is_enough():
    assert fitted(a_value_add(), of=_talked("", interests=("Azure",)))


@pytest.mark.parametrize(
    "fields",
    [
        {"retired": True},
        {"client_id": "somebody else"},
        {"starts": NOW + timedelta(hours=1)},
        {"starts": NOW - timedelta(days=1)},
    ],
)
def test_what_cannot_be_given_brings_nobody_up(fields):
    assert not fitted(a_value_add(**fields))


def test_nothing_is_a_reason_twice():
    of = Acquaintance(a_client(), (met(),), offered={"v1"})
    assert not fitted(a_value_add(), of=of)
    assert not fitted(library=[a_value_add()])  # it was there before


def test_the_best_of_several_is_named_and_the_newest_encounter_has_it():
    both = (met(1, day=LONG_AGO - timedelta(days=9)), replace(met(2), client_id="c1"))
    (encounter,) = fitted(
        a_value_add(1, title="Azure, and costs", topics=()),
        a_value_add(2),
        of=Acquaintance(a_client(interests=("costs",)), both),
    )
    assert encounter.id == "e2"
    assert encounter.fitting is not None
    assert encounter.fitting.value_add_id == "v2"


def test_no_day_is_flooded():
    many = [Acquaintance(a_client(), (met(number),)) for number in range(AT_ONCE * 3)]
    found = fitting(LibraryIndex([a_value_add()]), [a_value_add()], many, now=NOW)
    assert len(found) == AT_ONCE


def test_who_may_come_up():
    client = a_client()
    assert may_come_up(client, [met()], None, NOW)
    assert may_come_up(client, [met(followed_up=None)], LONG_AGO + timedelta(days=3), NOW)


@pytest.mark.parametrize(
    ("encounter", "last_reached"),
    [
        (met(followed_up=None), None),  # still to be followed up
        (met(day=TODAY - timedelta(days=3)), None),
        (met(), TODAY - AFTER_TALKING + timedelta(days=1)),
        (met(fitting=Fitting(value_add_id="v", title="t", because="", at=NOW - PAUSE / 2)), None),
    ],
)
def test_who_is_left_alone(encounter: Encounter, last_reached):
    assert not may_come_up(a_client(), [encounter], last_reached, NOW)


def test_nobody_who_asked_not_to_be_called_comes_up():
    client = a_client(do_not_call=DoNotCall(since=LONG_AGO))
    assert not may_come_up(client, [met()], None, NOW)


# The reason


def a_file(*, at=NOW, last_reached=LONG_AGO, until=None) -> ClientFile:
    fits = Fitting(
        value_add_id="v1", title="Keeping Azure costs down", because="Azure, costs", at=at,
        until=until,
    )  # fmt: skip
    encounter = met(fitting=fits)
    return ClientFile(
        client=a_client(created=NOW - timedelta(days=50)),
        standing=Standing(last_reached=last_reached, reached=1),
        encounters=(encounter,),
        fitting=(encounter,),
    )


def kinds(file: ClientFile, now=NOW) -> list[ReasonKind]:
    found = reasons(file, playbooks=shipped_playbooks(), rules=QueueRules(), now=now)
    return [reason.kind for reason in found]


def test_they_come_up_again_with_it():
    listed = call_list([a_file()], playbooks=shipped_playbooks(), rules=QueueRules(), now=NOW)
    (entry,) = listed.today
    assert entry.reason.kind is ReasonKind.FITTING
    assert entry.reason.text == "“Keeping Azure costs down” fits them: Azure, costs"
    assert entry.reason.playbook == "networking"


def test_somebody_for_whom_there_was_work_is_spoken_to_as_a_client():
    file = a_file()
    project = a_project(file.client, ended=LONG_AGO - timedelta(days=300))
    with_work = replace(file, projects=(project,))
    found = reasons(with_work, playbooks=shipped_playbooks(), rules=QueueRules(), now=NOW)
    (fits,) = (each for each in found if each.kind is ReasonKind.FITTING)
    assert fits.playbook == "keep-in-touch"


def test_it_stands_last():
    assert max(ReasonKind) is ReasonKind.FITTING


def test_once_dealt_with_it_is_gone():
    assert kinds(a_file()) == [ReasonKind.FITTING]
    assert kinds(a_file(last_reached=TODAY)) == []
    assert kinds(a_file(), NOW + timedelta(days=22)) == []
    event = a_file(until=NOW + timedelta(days=2))
    assert kinds(event) == [ReasonKind.FITTING]
    assert kinds(event, NOW + timedelta(days=2)) == []
