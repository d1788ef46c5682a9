"""What is proposed to somebody who was met."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.networking.next_step import (
    STEP_FOR,
    entries_of,
    proposal_words,
    times_of,
)
from followup_tui.domain.promise import StepKind
from tests.builders import NOW, TODAY, a_client

ZURICH = ZoneInfo("Europe/Zurich")
TWO = tuple((NOW + timedelta(days=d)).astimezone(ZURICH) for d in (5, 6))


def an_encounter(**fields) -> Encounter:
    return Encounter(
        id="e1", created=NOW, client_id="c1", person="Jane Li", day=TODAY, where="DevMeetup",
        **{"warmth": Warmth.PROSPECT, "proposed": TWO, **fields},
    )  # fmt: skip


def test_the_step_follows_the_warmth():
    assert STEP_FOR == {
        Warmth.PROSPECT: StepKind.MEETING,
        Warmth.OPEN: StepKind.COFFEE,
        Warmth.CARD_ONLY: StepKind.CALL,
    }


def test_two_times_are_two_tentative_entries_that_are_told_apart():
    entries = entries_of(an_encounter(), a_client(), NOW)
    assert [entry.starts for entry in entries] == list(TWO)
    assert all(entry.tentative for entry in entries)
    assert len({entry.uid for entry in entries}) == 2
    assert [entry.title.partition(" (time ")[2] for entry in entries] == ["1 of 2)", "2 of 2)"]
    assert all(entry.title.startswith("Meeting with Jane Li") for entry in entries)
    assert "Met on" in entries[0].about
    assert "at DevMeetup" in entries[0].about


def test_one_time_is_told_by_itself():
    (entry,) = entries_of(an_encounter(proposed=TWO[:1]), a_client(), NOW)
    assert "time 1" not in entry.title


def test_times_of_which_one_is_past_are_proposed_no_more():
    assert times_of(an_encounter(), NOW) == TWO
    assert times_of(an_encounter(), TWO[0] + timedelta(minutes=1)) == ()
    assert entries_of(an_encounter(), a_client(), TWO[1]) == ()


def test_whose_clock_is_meant_is_told_where_it_differs():
    assert proposal_words(StepKind.MEETING, TWO, NOW).endswith(" their time")
    assert "their time" not in proposal_words(StepKind.COFFEE, (NOW + timedelta(days=2),), NOW)
    assert proposal_words(StepKind.CALL, (), NOW) == "a call"
