"""The wrap-up forgets nothing: what was caught, what was open before, one undo for it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from followup_tui.domain.client import Client, OriginKind, Person
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.notes.caught import WordKind
from followup_tui.domain.promise import (
    NextStep,
    Owner,
    Promise,
    PromiseState,
    Referral,
    StepKind,
)
from followup_tui.domain.queue import ReasonKind
from followup_tui.domain.record import Invalid
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.wrap_up.items import MOST, QuestionState
from tests.builders import NOW, TODAY, a_client, a_promise, a_step, days
from tests.services.test_wrap_up import Room
from tests.story import NORTHWIND, TAILSPIN, TALK, WIDE_WORLD, at

NOTES = """+ the quick answers
* Kubernetes
? who approves the budget
! send the price list by fri
! they send the contract by mon
@ Ana Sousa-Lima (Fabrikam), ana@fabrikam.example, +1 202 555 0100
> coffee thu 10:00"""


async def test_all_that_was_caught_is_there_to_be_confirmed():
    view = await Room().ended(notes=NOTES)
    assert [(p.text, p.due, p.by) for p in view.promises] == [
        ("send the price list", TODAY + days(1), Owner.US),
        ("send the contract", TODAY + days(4), Owner.THEM),
    ]
    (ana,) = view.named
    assert (ana.name, ana.company, ana.email) == (
        "Ana Sousa-Lima",
        "Fabrikam",
        "ana@fabrikam.example",
    )
    (coffee,) = view.steps
    assert (coffee.kind, coffee.at, coffee.agreed) == (
        StepKind.COFFEE,
        at(TODAY + days(7), "10:00"),
        True,
    )
    assert [(w.kind, w.text) for w in view.words] == [
        (WordKind.LIKED, "the quick answers"),
        (WordKind.INTEREST, "Kubernetes"),
        (WordKind.QUESTION, "who approves the budget"),
    ]


async def test_it_is_one_change_with_the_new_client_and_one_undo_takes_it_back():
    room = Room()
    view = await room.ended(notes=NOTES)
    before = {kind: list(room.records.all(kind)) for kind in (Client, Promise, Referral, NextStep)}
    changes = len(room.records.changes)
    written = await room.desk.wrap_up.confirm(view)
    assert len(room.records.changes) == changes + 1
    (referral,) = room.records.of_client(Referral, NORTHWIND.id)
    assert (referral.name, referral.interaction_id) == ("Ana Sousa-Lima", written.id)
    ana = room.records.get(Client, referral.became)
    assert ana is not None
    assert (ana.name, ana.origin.kind, ana.origin.introduced_by) == (
        "Fabrikam",
        OriginKind.REFERRAL,
        NORTHWIND.id,
    )
    assert ana.people == (
        Person(
            name="Ana Sousa-Lima",
            emails=("ana@fabrikam.example",),
            phones=(view.named[0].phone,),
        ),
    )
    assert room.client(NORTHWIND).open_questions == ("who approves the budget",)
    theirs = [p for p in room.records.of_client(Promise, NORTHWIND.id) if p.by is Owner.THEM]
    assert [p.text for p in theirs] == ["send the contract"]
    room.records.undo()
    for kind, records in before.items():
        assert list(room.records.all(kind)) == records


async def test_what_was_dropped_or_mended_is_written_so():
    room = Room()
    view = await room.ended(notes=NOTES)
    ours, theirs = view.promises
    view = view.mended(0, replace(ours, text="mail the list", due=TODAY + days(3)))
    view = view.mended(1, replace(theirs, keep=False))
    view = view.mended(0, replace(view.named[0], keep=False))
    view = view.mended(0, replace(view.steps[0], agreed=False, kind=StepKind.MEETING))
    view = view.mended(1, replace(view.words[1], keep=False))
    written = await room.desk.wrap_up.confirm(view)
    promises = [
        p for p in room.records.of_client(Promise, NORTHWIND.id) if p.interaction_id == written.id
    ]
    assert [(p.text, p.due) for p in promises] == [("mail the list", TODAY + days(3))]
    assert room.records.of_client(Referral, NORTHWIND.id) == []
    (step,) = room.records.of_client(NextStep, NORTHWIND.id)
    assert (step.kind, step.agreed) == (StepKind.MEETING, False)
    assert "Kubernetes" not in room.client(NORTHWIND).interests


@pytest.mark.parametrize(
    ("note", "by"),
    [
        ("@ Somebody, omar@tailspin.example", "the same e-mail"),
        ("@ Omar Haddad at Tailspin", "the same name and company"),
        ("@ Omar Haddad", "the same name"),
        ("@ Somebody, +61 2 5550 0199", "the same phone number"),
    ],
)
async def test_who_is_on_the_list_already_is_linked_and_not_doubled(note: str, by: str):
    known = a_client(
        "Tailspin Toys",
        people=(
            Person(
                name="Omar Haddad", emails=("Omar@Tailspin.example",), phones=("+61 (2) 5550-0199",)
            ),
        ),
    )
    host = a_client("Woodgrove")
    room = Room(known, host)
    for other in (TAILSPIN,):
        room.records._table(Client).pop(other.id)
    view = await room.ended(host, notes=note)
    (named,) = view.named
    assert (named.known, named.known_by) == (known.id, by)
    clients = len(room.records.all(Client))
    await room.desk.wrap_up.confirm(view)
    assert len(room.records.all(Client)) == clients
    (referral,) = room.records.of_client(Referral, host.id)
    assert referral.became == known.id


async def test_somebody_linked_to_a_company_becomes_one_more_person_there():
    company = a_client("Fabrikam")
    room = Room(company)
    await room.desk.wrap_up.confirm(await room.ended(notes="@ Ana Lima at Fabrikam"))
    assert [p.name for p in room.client(company).people] == ["Jane Li", "Ana Lima"]


async def test_two_of_one_new_company_are_one_client():
    room = Room()
    clients = len(room.records.all(Client))
    await room.desk.wrap_up.confirm(
        await room.ended(notes="@ Ana Lima at Fabrikam\n@ Bo Berg at Fabrikam")
    )
    assert len(room.records.all(Client)) == clients + 1
    assert len(room.records.of_client(Referral, NORTHWIND.id)) == 2


async def test_thanks_are_owed_until_they_are_given():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(notes="@ Ana Lima at Fabrikam"))
    page = await room.desk.clients.page(NORTHWIND.id)
    assert [each.name for each in page.thanks] == ["Ana Lima"]
    room.clock.forward(days=8)
    entry = room.listed(NORTHWIND)
    assert entry is not None
    kinds = {reason.kind: reason.text for reason in entry.reasons}
    assert kinds[ReasonKind.THANKS] == "thank Jane for introducing Ana Lima"
    view = await room.ended()
    (owed,) = view.thanks
    await room.desk.wrap_up.confirm(view.mended(0, replace(owed, given=True)))
    page = await room.desk.clients.page(NORTHWIND.id)
    assert page.thanks == ()


async def test_thanks_by_one_key():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(notes="@ Ana Lima at Fabrikam"))
    (referral,) = room.records.of_client(Referral, NORTHWIND.id)
    await room.desk.agreements.thank(referral.id)
    await room.desk.agreements.thank(referral.id)
    assert (await room.desk.clients.page(NORTHWIND.id)).thanks == ()
    room.records.undo()
    assert len((await room.desk.clients.page(NORTHWIND.id)).thanks) == 1


async def test_promises_of_before_are_kept_broken_or_still_open():
    client = a_client("Contrast")
    ours = a_promise(client, "send it")
    theirs = a_promise(client, "answer", by=Owner.THEM)
    third = a_promise(client, "call Ulla", due=TODAY + days(3))
    room = Room(client, ours, theirs, third)
    view = await room.ended(client)
    assert [p.text for p in view.earlier] == ["send it", "answer", "call Ulla"]
    view = view.mended(0, replace(view.earlier[0], state=PromiseState.KEPT))
    view = view.mended(1, replace(view.earlier[1], state=PromiseState.BROKEN))
    await room.desk.wrap_up.confirm(view)
    states = {p.text: (p.state, p.settled) for p in room.records.of_client(Promise, client.id)}
    assert states == {
        "send it": (PromiseState.KEPT, TODAY),
        "answer": (PromiseState.BROKEN, TODAY),
        "call Ulla": (PromiseState.OPEN, None),
    }


async def test_open_questions_come_first_next_time_until_they_are_answered():
    room = Room()
    await room.desk.wrap_up.confirm(await room.ended(notes="? who approves\n? which cloud"))
    prepared = await room.desk.preparation.view(NORTHWIND.id)
    memory = next(item for item in prepared.items if item.key == "last-time")
    labels = [each.label for each in memory.evidence]
    assert labels[:3] == ["We promised", "Open question", "Open question"]
    view = await room.ended()
    assert [q.text for q in view.questions] == ["who approves", "which cloud"]
    view = view.mended(0, replace(view.questions[0], state=QuestionState.ANSWERED))
    await room.desk.wrap_up.confirm(view)
    assert room.client(NORTHWIND).open_questions == ("which cloud",)


async def test_offers_are_written_as_they_were_ticked():
    room = Room()
    await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    call = await room.call()
    call = replace(call, offered={TALK.id: OfferState.TAKEN})
    view = await room.desk.wrap_up.begin(call, Outcome.REACHED)
    assert [(o.title, o.state) for o in view.offers] == [(TALK.title, OfferState.TAKEN)]
    view = view.mended(0, replace(view.offers[0], state=OfferState.DECLINED))
    await room.desk.wrap_up.confirm(view)
    states = [
        o.state for o in room.records.of_client(Offer, NORTHWIND.id) if o.value_add_id == TALK.id
    ]
    assert states == [OfferState.DECLINED]


async def test_two_slots_are_proposed_and_none_is_taken_for_granted():
    other = a_client("Elsewhere")
    room = Room(other, a_step(other, kind=StepKind.MEETING, at=at(TODAY + days(5), "10:00")))
    view = await room.ended(WIDE_WORLD, warmth="a coffee")
    assert [(step.kind, step.keep, step.agreed) for step in view.steps] == [
        (StepKind.COFFEE, False, False)
    ] * 2
    first, second = (step.at for step in view.steps)
    assert first is not None
    assert second is not None
    assert first > NOW
    assert first.date() != second.date()
    assert at(TODAY + days(5), "10:00") not in (first, second), "somebody else has that hour"
    await room.desk.wrap_up.confirm(view)
    assert room.records.of_client(NextStep, WIDE_WORLD.id) == []


async def test_nothing_is_proposed_where_they_want_nothing_or_nobody_was_reached():
    room = Room()
    assert (await room.ended(WIDE_WORLD, warmth="not for now")).steps == ()
    assert (await room.ended(NORTHWIND, Outcome.NO_ANSWER)).steps == ()
    assert (await room.ended(NORTHWIND, Outcome.NO_ANSWER)).earlier == ()


async def test_a_step_in_the_past_and_an_address_that_is_none_are_refused():
    room = Room()
    view = await room.ended(notes=NOTES)
    late = view.mended(0, replace(view.steps[0], at=NOW - timedelta(hours=1)))
    with pytest.raises(Invalid, match="has passed"):
        await room.desk.wrap_up.confirm(late)
    wrong = view.mended(0, replace(view.named[0], email="ana at fabrikam"))
    with pytest.raises(Invalid, match="no e-mail"):
        await room.desk.wrap_up.confirm(wrong)
    nameless = view.mended(0, replace(view.named[0], name=" "))
    with pytest.raises(Invalid) as problem:
        await room.desk.wrap_up.confirm(nameless)
    assert problem.value.field == "named"
    assert room.drafts.kept


async def test_every_field_comes_back_after_an_interruption():
    room = Room()
    await room.desk.preparation.choose(NORTHWIND.id, TALK.id, chosen=True)
    view = await room.ended(notes=NOTES)
    view = view.mended(0, replace(view.named[0], link=False, detail="met in May"))
    view = view.mended(0, replace(view.steps[0], all_day=True, text="the usual place"))
    await room.desk.wrap_up.keep(view)
    assert await room.desk.wrap_up.resume(NORTHWIND.id) == view


async def test_what_was_mended_stays_through_a_way_back_to_the_call():
    room = Room()
    view = await room.ended(notes=NOTES)
    view = view.mended(0, replace(view.promises[0], text="mail the list"))
    view = view.mended(0, replace(view.named[0], email="a.lima@fabrikam.example"))
    await room.desk.wrap_up.return_to_call(view)
    call = await room.desk.call.begin(NORTHWIND.id)
    call = room.desk.call.write(call, f"{NOTES}\n+ tea")
    await room.desk.call.keep(call)
    again = await room.desk.wrap_up.begin(call, Outcome.REACHED)
    assert again.promises[0].text == "mail the list"
    assert again.named[0].email == "a.lima@fabrikam.example"
    assert again.words[-1].text == "tea"


async def test_tomorrow_of_a_call_that_was_interrupted_yesterday_is_today():
    room = Room()
    call = await room.call(notes="! send it tomorrow")
    room.clock.forward(days=1)
    view = await room.desk.wrap_up.begin(call, Outcome.REACHED)
    assert view.promises[0].due == TODAY + days(1)


async def test_a_coffee_is_written_down_as_one_whatever_the_playbook():
    room = Room()
    call = replace(await room.call(), kind=InteractionKind.COFFEE)
    written = await room.desk.wrap_up.confirm(await room.desk.wrap_up.begin(call, Outcome.REACHED))
    assert written.kind is InteractionKind.COFFEE


async def test_the_calendar_file_of_a_wrap_up_names_the_steps_as_they_will_be():
    room = Room()
    view = await room.ended(notes=NOTES)
    content = await room.desk.agreements.calendar_of_wrap_up(view)
    assert content is not None
    await room.desk.wrap_up.confirm(view)
    (step,) = room.records.of_client(NextStep, NORTHWIND.id)
    assert f"UID:{step.id}@followup" in content.decode().replace("\r\n ", "")
    later = await room.desk.agreements.calendar_of(NORTHWIND, step)
    assert content.decode().splitlines()[4:8] == later.decode().splitlines()[4:8]
    none = view.mended(0, replace(view.steps[0], keep=False))
    assert await room.desk.agreements.calendar_of_wrap_up(none) is None


async def test_who_was_removed_meanwhile_becomes_new():
    company = a_client("Fabrikam")
    room = Room(company)
    view = await room.ended(notes="@ Ana Lima at Fabrikam")
    room.records._table(Client).pop(company.id)
    await room.desk.wrap_up.confirm(view)
    (referral,) = room.records.of_client(Referral, NORTHWIND.id)
    assert referral.became not in {"", company.id}


async def test_what_was_pasted_by_the_thousand_stays_in_the_notes():
    room = Room()
    lines = [f"! promise number {n}" for n in range(2_000)]
    view = await room.ended(notes="\n".join(lines))
    assert len(view.promises) == MOST
    written = await room.desk.wrap_up.confirm(view)
    assert len(written.notes) == 2_000
