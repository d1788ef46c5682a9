"""Hypothesis strategies for every type of record, made from the types themselves."""

from __future__ import annotations

import typing
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType
from typing import Any

import msgspec
from hypothesis import strategies as st

from followup_tui.domain.client import Cadence, QuietPeriod
from followup_tui.domain.course import Course
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.project import Project, fresh_closing
from followup_tui.domain.record import Invalid, Record
from followup_tui.domain.text import clean_line, is_clean
from followup_tui.domain.value_add import ValueAdd
from tests.builders import NOW

_CHARACTERS = st.sampled_from("aZ09 .,-—[]{}\"'\\/&<@é漢ابع🙂👩‍🔬\u0301")
lines = (
    st.text(_CHARACTERS, min_size=1, max_size=20)
    .map(lambda text: clean_line(text) or "x")
    .filter(is_clean)
)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
zones = st.integers(-14 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones)  # noqa: DTZ001
ids = st.integers(0, 999).map("01k7jx2g20d6gwycgq1d8y3{:03}".format)

_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "id": ids,
    "client_id": st.sampled_from(["", "client-a", "client-b", "client-c"]),
    "zone": st.sampled_from(["", "Europe/Zurich", "Australia/Sydney"]),
    "website": st.sampled_from(["", "https://northwind.example/a?b=c#d", "HTTP://b.example"]),
    "url": st.sampled_from(["", "https://northwind.example/events"]),
    "source": st.sampled_from(["", "https://northwind.example/feed.xml"]),
    "email": st.sampled_from(["", "omar@tailspin.example"]),
    "coffees": st.integers(1, 50),
    "emails": st.sampled_from([(), ("jane@northwind.example",)]),
    "closing": st.just(fresh_closing()),
    "seed": st.integers(0, 2**63 - 1),
}
_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: lines,
    bool: st.booleans(),
    int: st.integers(-(2**53), 2**53),
    date: days,
    datetime: moments,
    NoneType: st.none(),
}
_ORDERED = {
    QuietPeriod: ("first", "last"),
    Cadence: ("ideal", "late"),
    Course: ("first_day", "last_day"),
    Project: ("started", "ended"),
    Interaction: ("at", "until"),
    ValueAdd: ("starts", "ends"),
}


def _strategy(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    return _BY_NAME[name] if name in _BY_NAME else _values(annotation)


def _values(annotation: Any) -> st.SearchStrategy[Any]:
    if annotation in _BY_TYPE:
        return _BY_TYPE[annotation]
    if typing.get_origin(annotation) is tuple:
        return st.lists(_values(typing.get_args(annotation)[0]), max_size=2).map(tuple)
    if args := typing.get_args(annotation):
        return st.one_of([_values(arg) for arg in args])
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    return structs(annotation)


@st.composite
def structs(draw: st.DrawFn, kind: type[Any]) -> Any:
    """Draw a valid value of a struct type of the domain."""
    types = typing.get_type_hints(kind)
    fields: dict[str, Any] = {
        field.name: draw(_strategy(field.name, types[field.name]))
        for field in msgspec.structs.fields(kind)
    }
    if pair := _ORDERED.get(kind):
        both = [fields[name] for name in pair]
        if None not in both:
            fields.update(zip(pair, sorted(both), strict=True))
    if kind is Cadence:
        fields = {name: abs(number) + 1 for name, number in fields.items()}
        fields["late"] += fields["ideal"]
    for name in ("settled", "asked"):  # what some states need beside them
        if name in fields and not fields[name] and isinstance(fields.get("state"), Enum):
            fields[name] = (draw(days),) if name == "asked" else draw(days)
    try:
        return kind(**fields)
    except Invalid as problem:
        raise AssertionError(f"the strategy makes an invalid {kind.__name__}") from problem


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records of one type."""
    return structs(kind)


def interactions() -> st.SearchStrategy[Interaction]:
    """Interactions of three clients, close together so that they meet at the same moments."""
    at = st.integers(0, 60).map(lambda hours: NOW - timedelta(hours=6 * hours))
    return st.builds(
        lambda client, record_id, moment, outcome, kind: Interaction(
            id=record_id,
            created=moment,
            client_id=client,
            kind=kind,
            at=moment,
            outcome=outcome,
        ),
        st.sampled_from(["client-a", "client-b", "client-c"]),
        ids,
        at,
        st.sampled_from(Outcome),
        st.sampled_from(InteractionKind),
    )
