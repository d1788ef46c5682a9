"""Mending an interaction: what is merged, what is refused, and what changed lines ask for."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.interaction import NoteLine, Outcome
from followup_tui.domain.notes.capture import promises as read_promises
from followup_tui.domain.notes.capture import restamp
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.notes.rewriting import (
    Contradiction,
    follows,
    mended_of,
    merged,
    worth_remembering,
)
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.record import Invalid
from tests.builders import NOW, TODAY, a_client, a_promise, an_interaction, days

CLIENT = a_client()
AT = NOW - days(2)


def lines(*texts: str) -> tuple[NoteLine, ...]:
    return tuple(NoteLine(at=AT + timedelta(minutes=n), text=t) for n, t in enumerate(texts))


TALK = an_interaction(
    CLIENT, at=AT, until=AT + timedelta(minutes=9), notes=lines("one", "! send the plan by fri")
)


def read(line: NoteLine) -> CaughtPromise | None:
    return next(iter(read_promises((line,), today=line.at.date())), None)


def test_only_what_was_typed_is_changed() -> None:
    mine = with_fields(mended_of(TALK), outcome=Outcome.BUSY)
    theirs = replace(TALK, person="Bo", notes=lines("theirs"))
    after = merged(mine, TALK, theirs, now=NOW)
    assert after == replace(theirs, outcome=Outcome.BUSY)


@given(st.booleans(), st.booleans(), st.booleans())
def test_nothing_typed_changes_nothing(notes: bool, person: bool, outcome: bool) -> None:
    theirs = replace(
        TALK,
        notes=lines("theirs") if notes else TALK.notes,
        person="Bo" if person else "",
        outcome=Outcome.BUSY if outcome else TALK.outcome,
    )
    assert merged(mended_of(TALK), TALK, theirs, now=NOW) == theirs


def test_what_both_changed_is_refused_in_a_sentence() -> None:
    mine = with_fields(mended_of(TALK), notes=lines("mine"), person="Ada")
    theirs = replace(TALK, notes=lines("theirs"), person="Bo")
    with pytest.raises(Contradiction, match="changed the notes and the person meanwhile"):
        merged(mine, TALK, theirs, now=NOW)
    assert merged(mine, TALK, replace(TALK, notes=lines("mine")), now=NOW).person == "Ada"


def test_another_hour_keeps_how_long_it_took_and_is_not_to_come() -> None:
    mine = with_fields(mended_of(TALK), at=AT - timedelta(hours=3))
    after = merged(mine, TALK, TALK, now=NOW)
    assert after.until is not None
    assert after.until - after.at == timedelta(minutes=9)
    with pytest.raises(Invalid, match="still to come"):
        merged(with_fields(mine, at=NOW + timedelta(hours=1)), TALK, TALK, now=NOW)


def promised(text: str = "send the plan") -> Promise:
    caught = read(NoteLine(at=AT, text=f"! {text} by fri"))
    assert caught is not None
    return a_promise(CLIENT, caught.text, due=caught.due, interaction_id=TALK.id)


def typed(text: str) -> tuple[NoteLine, ...]:
    return restamp(TALK.notes, text, NOW)


def test_a_promise_whose_line_was_edited_is_offered_to_follow() -> None:
    promise = promised()
    (follow,) = follows(TALK.notes, typed("one\n! send the whole plan by fri"), [promise], read)
    assert follow.promise == promise
    assert follow.becomes is not None
    assert follow.becomes.text == "send the whole plan"


def test_a_promise_whose_line_was_removed_is_offered_to_go() -> None:
    (follow,) = follows(TALK.notes, typed("one"), [promised()], read)
    assert follow.becomes is None
    (follow,) = follows(TALK.notes, typed("one\nsend the plan by fri"), [promised()], read)
    assert follow.becomes is None


def test_a_new_line_is_offered_to_become_a_promise() -> None:
    text = "one\n! send the plan by fri\n! call Bo by mon"
    (follow,) = follows(TALK.notes, typed(text), [promised()], read)
    assert follow.promise is None
    assert follow.becomes is not None
    assert follow.becomes.text == "call Bo"


@pytest.mark.parametrize("text", ["one\n! send the plan by fri", "! send the plan by fri\none"])
def test_lines_that_stay_or_move_ask_nothing(text: str) -> None:
    assert follows(TALK.notes, typed(text), [promised()], read) == ()


def test_what_was_settled_or_worded_otherwise_is_left_alone() -> None:
    kept = replace(promised(), state=PromiseState.KEPT, settled=TODAY)
    assert follows(TALK.notes, typed("one"), [kept], read) == ()
    assert follows(TALK.notes, typed("one"), [promised("something else")], read) == ()


def test_what_they_like_is_worth_remembering_where_it_is_new() -> None:
    before = lines("+ the reports", "* Azure")
    after = (*before, *lines("+ cheese", "note", "? why"))
    assert [line.text for line in worth_remembering(before, after)] == ["+ cheese", "? why"]
