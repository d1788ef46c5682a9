"""Traces in documents: what is theirs, what is about them, what only mentions them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Client, Competitor, Origin, OriginKind, Person
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import Record
from followup_tui.store.kinds import KINDS
from followup_tui.store.traces import FORGOTTEN, REGISTERS, Eraser, Traces
from tests.builders import NOW, TODAY, a_client, a_promise, an_interaction
from tests.store.strategies import structs

JANE = a_client(
    "Northwind Traders",
    id="0northwind",
    people=(
        Person(name="Jane Li", phones=("+61 2 5550 0142",), emails=("jane.li@northwind.example",)),
    ),
    website="https://northwind.example/",
    competitors=(Competitor(name="Fabrikam", website="https://fabrikam.example/"),),
)
OTHER = a_client("Tailspin Toys", id="0tailspin", people=(Person(name="Omar Haddad"),))


def document(record: Record) -> Any:
    return msgspec.json.decode(msgspec.json.encode(record))


def eraser(*, everywhere: bool = False) -> Eraser:
    traces = Traces(JANE.id)
    traces.learn(document(JANE))
    return Eraser.of(traces, everywhere=everywhere)


def erased(record: Record, *, everywhere: bool = False) -> Any:
    clean = eraser(everywhere=everywhere).erase(record.table, record.id, document(record))
    return None if clean is None else msgspec.convert(clean, type(record))


# Theirs


def test_what_is_theirs_goes() -> None:
    assert erased(JANE) is None
    assert erased(an_interaction(JANE)) is None
    assert erased(a_promise(JANE)) is None


def test_what_is_not_theirs_stays_as_it_is() -> None:
    for record in (OTHER, an_interaction(OTHER), a_promise(OTHER)):
        assert erased(record) == record


@given(st.one_of([structs(kind) for kind in KINDS]))
def test_no_record_of_others_is_changed(record: Record) -> None:
    if not eraser().owns(record.table, record.id, document(record)):
        assert document(record) == eraser().erase(record.table, record.id, document(record))


# About them


def test_who_they_introduced_stays_and_forgets_by_whom() -> None:
    origin = Origin(kind=OriginKind.REFERRAL, detail="named by Jane Li", introduced_by=JANE.id)
    clean = erased(replace(OTHER, origin=origin))
    assert clean == replace(OTHER, origin=Origin(kind=OriginKind.REFERRAL))


def test_a_referral_that_became_them() -> None:
    referral = Referral(
        id="r", created=NOW, client_id=OTHER.id, name="Jane Li", detail="0412", became=JANE.id
    )
    assert erased(referral) == replace(referral, name=FORGOTTEN, detail="", became="")


def test_the_attendee_of_a_course() -> None:
    omar = Attendee(name="Omar Haddad", client_id=OTHER.id)
    jane = Attendee(
        name="Jane Li",
        email="jane.li@northwind.example",
        phone="+61 2 5550 0142",
        company="Northwind",
        client_id=JANE.id,
    )
    course = Course(
        id="c", created=NOW, title="Azure", first_day=TODAY, last_day=TODAY, attendees=(jane, omar)
    )
    assert erased(course) == replace(course, attendees=(Attendee(name=FORGOTTEN), omar))


def test_the_pick_of_a_draw_and_the_name_in_its_pool() -> None:
    draw = Draw(
        id="d", created=NOW, course_id="c", seed=1, coffee_day=TODAY,
        pool=("Jane Li", "Omar Haddad"),
        picks=(
            Pick(client_id=JANE.id, name="Jane Li", why="she is in Lima"),
            Pick(client_id=OTHER.id, name="Omar", replaces="Jane Li"),
        ),
    )  # fmt: skip
    clean = erased(draw)
    assert clean.pool == (FORGOTTEN, "Omar Haddad")
    assert clean.picks == (
        Pick(client_id="", name=FORGOTTEN),
        Pick(client_id=OTHER.id, name="Omar", replaces=FORGOTTEN),
    )


# Mentions

MENTIONS = [
    "Jane Li at Northwind Traders called",
    "ask JANE  LI",
    "mail jane.li@northwind.example today",
    "+61 2 5550 0142",
    "+61255500142",
    "02 5550 0142",
    "(02) 5550-0142",
    "0061 2 55500142",
]
NO_MENTIONS = [
    "Jane Lindqvist",
    "maryjane li",
    "jane.li@northwind.example.org is another one"[:12],
    "order 1255500142999",
    "Northwind",
    "5550 0143",
]


@pytest.mark.parametrize("text", MENTIONS)
def test_a_mention_is_found_and_only_taken_out_where_asked(text: str) -> None:
    note = an_interaction(OTHER, notes=(NoteLine(at=NOW, text=text),))
    assert eraser().mentions(document(note))
    assert eraser().may_be_in(msgspec.json.encode(note))
    assert erased(note) == note
    clean = erased(note, everywhere=True)
    assert FORGOTTEN in clean.notes[0].text
    assert not eraser().mentions(document(clean))


@pytest.mark.parametrize("text", NO_MENTIONS)
def test_what_only_looks_like_them_is_left_alone(text: str) -> None:
    note = an_interaction(OTHER, notes=(NoteLine(at=NOW, text=text),))
    assert not eraser().mentions(document(note))
    assert erased(note, everywhere=True) == note


def test_an_address_that_is_theirs_goes_from_a_list_as_a_whole() -> None:
    shared = replace(
        OTHER, people=(Person(name="Omar", emails=("jane.li@northwind.example", "o@t.example")),)
    )
    assert erased(shared, everywhere=True).people[0].emails == ("o@t.example",)


@given(st.text(max_size=60), st.sampled_from(MENTIONS))
def test_after_it_nothing_is_found(text: str, mention: str) -> None:
    clean = eraser().without_mentions({"a": [text + mention + text, {"b": mention}]})
    assert not eraser().mentions(clean)


@given(st.one_of([structs(kind) for kind in KINDS]), st.sampled_from(MENTIONS), st.booleans())
def test_the_quick_look_never_misses_what_the_slow_one_finds(
    record: Record, mention: str, upper: bool
) -> None:
    look = eraser(everywhere=True)
    for content in (document(record), {"a": [mention.upper() if upper else mention, "x\n"]}):
        raw = msgspec.json.encode(content)
        if look.erase(record.table, record.id, content) != content:
            assert look.may_be_in(raw) or record.table in REGISTERS


def test_a_client_without_anything_matches_nothing() -> None:
    bare = Traces("0x")
    assert not Eraser.of(bare, everywhere=True).mentions({"a": "anything 1234"})


def test_every_version_is_learned() -> None:
    traces = Traces(JANE.id)
    traces.learn_from("clients", document(JANE))
    before = replace(
        JANE, name="Northwind Ltd", people=(Person(name="J. Li", phones=("5550111",)),)
    )
    traces.learn_from("clients", document(before))
    traces.learn_from("interactions", document(an_interaction(JANE, person="Li Wei")))
    traces.learn_from("clients", document(OTHER))
    assert traces.names == {"Northwind Traders", "Northwind Ltd", "Jane Li", "J. Li", "Li Wei"}
    assert traces.phones == {"+61 2 5550 0142", "5550111"}
    assert traces.websites == {"https://northwind.example/", "https://fabrikam.example/"}


def test_damaged_documents_are_walked_all_the_same() -> None:
    traces = Traces(JANE.id)
    traces.learn({"name": 17, "people": "nobody", "competitors": [3]})
    assert traces.names == set()
    for damaged in (None, 3, [JANE.id], {"client_id": 7, "x": [{"y": JANE.id}]}):
        eraser().erase("clients", "0x", damaged)


def test_client_is_a_record_of_clients() -> None:
    assert Client.table == "clients"
