"""Small makers of records for tests: what a test does not name has a sensible default."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from followup_tui.domain.client import Client, Person
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, StepKind
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import ValueAdd, ValueAddKind

ZONE = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZONE)
TODAY = NOW.date()


def days(number: float) -> timedelta:
    return timedelta(days=number)


def _base(created: datetime) -> dict[str, Any]:
    return {"id": new_id(created), "created": created}


def a_client(name: str = "Northwind Traders", **fields: Any) -> Client:
    fields.setdefault("people", (Person(name="Jane Li", role="IT Manager"),))
    return Client(**{**_base(NOW - days(400)), "name": name, **fields})


def a_project(client: Client, title: str = "Booking portal", **fields: Any) -> Project:
    return Project(**{**_base(NOW - days(300)), "client_id": client.id, "title": title, **fields})


def an_interaction(client: Client, *, day: date | None = None, **fields: Any) -> Interaction:
    at = fields.pop("at", None) or datetime.combine(
        day or TODAY - days(192), datetime.min.time().replace(hour=10), tzinfo=ZONE
    )
    return Interaction(
        **{
            **_base(at),
            "client_id": client.id,
            "kind": InteractionKind.CALL,
            "at": at,
            "outcome": Outcome.REACHED,
            **fields,
        }
    )


def a_promise(client: Client, text: str = "send the pricing link", **fields: Any) -> Promise:
    return Promise(
        **{
            **_base(NOW - days(9)),
            "client_id": client.id,
            "text": text,
            "due": TODAY - days(1),
            **fields,
        }
    )


def a_step(client: Client, **fields: Any) -> NextStep:
    return NextStep(
        **{**_base(NOW), "client_id": client.id, "kind": StepKind.CALL_BACK, "at": NOW, **fields}
    )


def an_encounter(client: Client, **fields: Any) -> Encounter:
    return Encounter(
        **{
            **_base(NOW - days(2)),
            "client_id": client.id,
            "person": "Priya Nair",
            "day": TODAY - days(2),
            "where": "DevMeetup",
            **fields,
        }
    )


def a_value_add(title: str = "Keeping costs down", **fields: Any) -> ValueAdd:
    return ValueAdd(
        **{**_base(NOW - days(30)), "kind": ValueAddKind.TALK, "title": title, **fields}
    )
