"""The laws of the next contact: whatever is known, a sensible day is proposed, with its words."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import Cadence
from followup_tui.domain.due.call_list import ClientFile, QueueRules, Standing
from followup_tui.domain.interaction import Answer, Outcome
from followup_tui.domain.text import clean_text
from followup_tui.services.next_contact import PAUSE, propose
from tests.builders import TODAY, a_client, a_project
from tests.fakes import shipped_playbooks

PLAYBOOKS = shipped_playbooks()
CADENCES = st.none() | st.integers(1, 400).map(lambda n: Cadence(ideal=n, late=n + 30))


@given(
    outcome=st.sampled_from(Outcome),
    key=st.sampled_from(sorted(PLAYBOOKS)),
    own=CADENCES,
    rule=CADENCES,
    tries=st.integers(0, 9),
    under_way=st.booleans(),
    named=st.none() | st.text(max_size=12).map(clean_text) | st.dates().map(str),
    shift=st.integers(0, 6),
)
def test_a_day_to_come_is_proposed_with_a_reason(
    outcome, key, own, rule, tries, under_way, named, shift
):
    client = a_client(cadence=own)
    today = TODAY + timedelta(days=shift)
    proposal = propose(
        ClientFile(
            client=client,
            standing=Standing(unanswered=tries),
            projects=(a_project(client),) if under_way else (),
        ),
        outcome,
        playbook=PLAYBOOKS[key],
        playbooks=PLAYBOOKS,
        answers=() if named is None else (Answer(question="again", text=named),),
        rules=QueueRules(cadence=rule),
        today=today,
    )
    if outcome is Outcome.CALL_BACK:
        assert proposal.day is None
        return
    assert proposal.day is not None
    assert proposal.day > today
    assert proposal.why
    if proposal.why != "the day they named":
        assert proposal.day.weekday() < 5
    if not outcome.is_reached:
        assert proposal.day <= today + PAUSE + timedelta(days=2)


def test_the_playbook_that_was_loaded_last_says_how_often():
    own = PLAYBOOKS["keep-in-touch"]
    quicker = msgspec.structs.replace(
        own, key="mine", due=msgspec.structs.replace(own.due, ideal=7, late=14)
    )
    proposal = propose(
        ClientFile(client=a_client()),
        Outcome.REACHED,
        playbook=own,
        playbooks={**PLAYBOOKS, "mine": quicker},
        answers=(),
        rules=QueueRules(),
        today=TODAY,
    )
    assert proposal.day == TODAY + timedelta(days=7)


def test_without_a_playbook_that_says_how_often_no_day_is_made_up():
    proposal = propose(
        ClientFile(client=a_client()),
        Outcome.REACHED,
        playbook=PLAYBOOKS["after-project"],
        playbooks={"after-project": PLAYBOOKS["after-project"]},
        answers=(),
        rules=QueueRules(),
        today=TODAY,
    )
    assert proposal.day is None
    assert "name a day" in proposal.why
