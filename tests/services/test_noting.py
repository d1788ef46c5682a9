"""What a note leaves behind, without a conversation."""

from __future__ import annotations

from followup_tui.domain.client import Client, OriginKind, Person
from followup_tui.domain.promise import NextStep, Owner, Promise, Referral, StepKind
from tests.builders import a_client
from tests.fakes import a_desk

TEXT = """they send the contract
! Jane sends the contract by fri
! pricing by fri
> coffee thu 10:00
> coffee some time
@ Omar Haddad at Tailspin, omar@tailspin.example
* Azure"""


async def test_a_note_leaves_what_its_lines_say_in_one_change() -> None:
    client = a_client(zone="Europe/Zurich", people=(Person(name="Jane Li"),))
    desk = a_desk(records=[client])
    interaction = await desk.clients.note(client.id, TEXT)
    assert len(interaction.notes) == 7
    promises = desk.records.of_client(Promise, client.id)
    assert {(p.text, p.by) for p in promises} == {
        ("Jane sends the contract", Owner.THEM),
        ("pricing", Owner.US),
    }
    (step,) = desk.records.of_client(NextStep, client.id)
    assert (step.kind, step.at.isoformat()) == (StepKind.COFFEE, "2026-11-26T09:00:00+00:00")
    (referral,) = desk.records.of_client(Referral, client.id)
    (named,) = [c for c in desk.records.all(Client) if c.name == "Tailspin"]
    assert referral.became == named.id
    assert named.origin.kind is OriginKind.REFERRAL
    known = desk.records.get(Client, client.id)
    assert known is not None
    assert known.interests == ("Azure",)
