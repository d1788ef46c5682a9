"""What every record refuses, so that no invalid value can be made at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import AccountManager, Cadence, Competitor, Person, QuietPeriod
from followup_tui.domain.interaction import InteractionKind, NoteLine, Outcome
from followup_tui.domain.project import ClosingKind, ClosingStep, StepState
from followup_tui.domain.promise import PromiseState
from followup_tui.domain.record import Invalid, new_id
from tests.builders import (
    NOW,
    TODAY,
    a_client,
    a_project,
    a_promise,
    a_step,
    a_value_add,
    an_interaction,
    days,
)

NAIVE = datetime(2026, 11, 19)  # noqa: DTZ001  (a moment without a zone is what is refused)

BROKEN: list[tuple[str, Callable[[], Any]]] = [
    ("name", lambda: a_client("")),
    ("name", lambda: a_client("a\nb")),
    ("name", lambda: a_client("a\x1b[31mb")),
    ("name", lambda: a_client("x" * 2_001)),
    ("website", lambda: a_client(website="northwind.example")),
    ("website", lambda: a_client(website="file:///etc/passwd")),
    ("zone", lambda: a_client(zone="Sydney")),
    ("zone", lambda: a_client(zone="../../etc/passwd")),
    ("created", lambda: msgspec.structs.replace(a_client(), created=NAIVE)),
    ("tags", lambda: a_client(tags=("",))),
    ("emails", lambda: Person(name="Jane", emails=("jane",))),
    ("phones", lambda: Person(name="Jane", phones=("",))),
    ("competitors", lambda: Competitor(name=" ")),
    ("account_manager", lambda: AccountManager(name="")),
    ("cadence.late", lambda: Cadence(ideal=10, late=9)),
    ("cadence.ideal", lambda: Cadence(ideal=0, late=9)),
    ("quiet", lambda: QuietPeriod(first=TODAY, last=TODAY - days(1))),
    ("text", lambda: NoteLine(at=NOW, text="a\nb")),
    ("at", lambda: NoteLine(at=NAIVE, text="a")),
    ("until", lambda: an_interaction(a_client(), at=NOW, until=NOW - days(1))),
    ("asked", lambda: ClosingStep(kind=ClosingKind.REVIEW, state=StepState.ASKED)),
    ("settled", lambda: ClosingStep(kind=ClosingKind.REVIEW, state=StepState.GIVEN)),
    ("ended", lambda: a_project(a_client(), started=TODAY, ended=TODAY - days(1))),
    ("closing", lambda: a_project(a_client(), closing=(ClosingStep(kind=ClosingKind.REVIEW),) * 2)),
    ("settled", lambda: a_promise(a_client(), state=PromiseState.KEPT)),
    ("text", lambda: a_promise(a_client(), "")),
    ("at", lambda: a_step(a_client(), at=NAIVE)),
    ("url", lambda: a_value_add(url="https://")),
]


@pytest.mark.parametrize(("field", "make"), BROKEN)
def test_a_broken_rule_names_the_field(field: str, make: Callable[[], Any]) -> None:
    with pytest.raises(Invalid) as problem:
        make()
    assert problem.value.field == field
    assert problem.value.message


def test_hostile_names_are_only_names() -> None:
    for name in ("[red]", "[/]", "👩‍💻 & Co", "שלום", "x" * 300, "[@click=app.quit]x[/]"):
        assert a_client(name).name == name


@given(st.datetimes(min_value=datetime(1980, 1, 1), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001
def test_ids_sort_by_the_time_they_were_made(moment: datetime) -> None:
    at = moment.astimezone()
    first, second = new_id(at), new_id(at + timedelta(milliseconds=2))
    assert first < second
    assert len(first) == 26


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(NOW) for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_outcome_is_reached_or_an_attempt_or_a_note(outcome: Outcome) -> None:
    assert outcome.is_reached + outcome.is_attempt + (outcome is Outcome.NOTED) == 1


def test_open_steps_are_those_without_an_answer_once_the_work_is_done() -> None:
    client = a_client()
    assert a_project(client).open_steps == ()
    ended = a_project(client, ended=date(2026, 11, 1))
    assert [step.kind for step in ended.open_steps] == list(ClosingKind)


def test_a_note_is_an_interaction_of_its_own_kind() -> None:
    note = an_interaction(a_client(), kind=InteractionKind.NOTE, outcome=Outcome.NOTED)
    assert not note.outcome.is_attempt
