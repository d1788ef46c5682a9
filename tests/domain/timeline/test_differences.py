"""What a past change did, in words."""

from __future__ import annotations

from dataclasses import replace as replaced
from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Cadence, DoNotCall, Origin, OriginKind, Person
from followup_tui.domain.history import PastEdit
from followup_tui.domain.interaction import NoteLine, Outcome
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.preparation import Preparation, Tick
from followup_tui.domain.promise import PromiseState
from followup_tui.domain.record import Record, new_id
from followup_tui.domain.timeline.differences import FieldChange, What, difference
from followup_tui.domain.timeline.values_in_words import in_words
from followup_tui.domain.value_add import Offer
from tests.builders import (
    NOW,
    TODAY,
    ZONE,
    a_client,
    a_project,
    a_promise,
    a_step,
    a_value_add,
    an_encounter,
    an_interaction,
)


def nobody(_: str) -> str:
    return ""


def edit(before: Record | None, after: Record | None) -> PastEdit:
    record = after or before
    assert record is not None
    return PastEdit(type(record).table, record.id, before, after)


def fields(before: Record, after: Record) -> list[FieldChange]:
    return list(difference(edit(before, after), zone=ZONE, name_of=nobody).fields)


def test_a_new_record_tells_all_that_stands_in_it() -> None:
    client = a_client(
        people=(Person(name="Jane Li", role="IT Manager", phones=("+61 2 5550 0142",)),),
        origin=Origin(kind=OriginKind.MET, detail="DevMeetup"),
        cadence=Cadence(ideal=30, late=40),
        do_not_call=DoNotCall(since=TODAY, why="writes"),
    )
    told = difference(edit(None, client), zone=ZONE, name_of=nobody)
    assert (told.what, told.kind, told.title) == (What.NEW, "client", "Northwind Traders")
    assert {field.label: field.come for field in told.fields} == {
        "people": ("Jane Li, IT Manager, +61 2 5550 0142",),
        "origin": ("met: DevMeetup",),
        "cadence": ("30 to 40 days",),
        "do not call": ("since Thu 19 Nov 2026: writes",),
    }
    assert all(not field.gone for field in told.fields)


def test_a_removed_record_tells_what_has_gone() -> None:
    promise = a_promise(a_client())
    told = difference(edit(promise, None), zone=ZONE, name_of=nobody)
    assert (told.what, told.kind) == (What.REMOVED, "promise")
    assert told.title == "send the pricing link"
    assert FieldChange("owed by", gone=("us",)) in told.fields
    assert FieldChange("due", gone=("Wed 18 Nov 2026",)) in told.fields


def test_of_a_changed_record_only_what_differs_is_told() -> None:
    promise = a_promise(a_client())
    kept = replace(promise, state=PromiseState.KEPT, settled=TODAY)
    assert fields(promise, kept) == [
        FieldChange("state", ("open",), ("kept",)),
        FieldChange("settled", (), ("Thu 19 Nov 2026",)),
    ]


def test_of_a_list_what_has_gone_and_what_has_come_is_told() -> None:
    client = a_client(interests=("Azure", "costs", "reports"))
    changed = replace(client, interests=("costs", "reports", "training"))
    assert fields(client, changed) == [FieldChange("interests", ("Azure",), ("training",))]


def test_another_order_is_told_too() -> None:
    client = a_client(interests=("Azure", "costs"))
    changed = replace(client, interests=("costs", "Azure"))
    assert fields(client, changed) == [
        FieldChange("interests", ("Azure", "costs"), ("costs", "Azure"))
    ]


def test_of_a_long_text_only_the_lines_that_differ_are_told() -> None:
    letter = Letter(
        id=new_id(NOW), created=NOW, client_id="c", kind=LetterKind.SUGGESTIONS,
        subject="A thought", body="Dear Jane\n\nOne.\nTwo.",
    )  # fmt: skip
    changed = replace(letter, body="Dear Jane\n\nOne.\nThree.", changed=NOW)
    assert fields(letter, changed) == [FieldChange("body", ("Two.",), ("Three.",))]


def test_moments_are_told_in_the_zone_of_the_user() -> None:
    at = (NOW + timedelta(minutes=1)).astimezone(UTC)
    call = an_interaction(a_client(), at=at, notes=(NoteLine(at=at, text="+ likes it"),))
    told = {field.label: field.come for field in _new(call).fields}
    assert told["when"] == ("Thu 19 Nov 2026, 14:03",)
    assert told["notes"] == ("14:03 + likes it",)


def _new(record: Record):  # type: ignore[no-untyped-def]
    return difference(edit(None, record), zone=ZONE, name_of=nobody)


def test_what_records_are_called() -> None:
    client = a_client()
    titles = {
        (told.kind, told.title)
        for told in map(
            _new,
            (
                an_interaction(client, person="Jane Li", outcome=Outcome.BUSY),
                a_project(client),
                a_step(client),
                an_encounter(client),
                a_value_add(),
            ),
        )
    }
    assert titles == {
        ("call", "Jane Li, busy"),
        ("project", "Booking portal"),
        ("next step", "call back"),
        ("encounter", "Priya Nair"),
        ("value-add", "Keeping costs down"),
    }


def test_ids_of_what_has_a_name_are_told_by_it() -> None:
    value_add = a_value_add()
    names = {value_add.id: value_add.title}
    offer = Offer(id=new_id(NOW), created=NOW, client_id="c", value_add_id=value_add.id, at=NOW)
    told = difference(edit(None, offer), zone=ZONE, name_of=lambda key: names.get(key, ""))
    assert (told.kind, told.title) == ("offer", "Keeping costs down")
    before = Preparation(id=new_id(NOW), created=NOW, client_id="c", playbook="x")
    after = replace(before, chosen=(value_add.id,), ticks=(Tick(item="user_group", at=NOW),))
    told = difference(edit(before, after), zone=ZONE, name_of=lambda key: names.get(key, ""))
    assert told.fields == (
        FieldChange("ticks", (), ("user group",)),
        FieldChange("chosen", (), ("Keeping costs down",)),
    )


def test_a_change_of_links_alone_tells_nothing() -> None:
    before = Preparation(id=new_id(NOW), created=NOW, client_id="c", playbook="x")
    told = difference(edit(before, replace(before, letter_id="l")), zone=ZONE, name_of=nobody)
    assert told.fields == ()
    assert not told.tells_something


def test_what_cannot_be_read_any_more_is_said() -> None:
    told = difference(PastEdit("promises", "x", None, None), zone=ZONE, name_of=nobody)
    assert (told.what, told.kind, told.tells_something) == (What.UNREADABLE, "promise", True)


def test_every_closing_step_of_a_project_reads_well() -> None:
    project = a_project(a_client())
    assert [in_words(step, ZONE) for step in project.closing] == [
        "reference: not asked", "testimonial: not asked", "review: not asked",
        "booking: not asked",
    ]  # fmt: skip


@given(old=st.lists(st.sampled_from("abc")), new=st.lists(st.sampled_from("abc")))
def test_gone_and_come_lead_from_the_old_to_the_new(old: list[str], new: list[str]) -> None:
    client = a_client(interests=tuple(old))
    found = fields(client, replace(client, interests=tuple(new)))
    if old == new:
        assert found == []
        return
    (field,) = found
    assert sorted([*old, *field.come]) == sorted([*new, *field.gone])
    swapped = fields(replace(client, interests=tuple(new)), client)
    assert swapped == [replaced(field, gone=field.come, come=field.gone)]
