"""Gathering what leaves the desk: each table is read once, however many clients there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.exporting.everything import Everything
from followup_tui.domain.exporting.story import Story
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.kinds import KINDS
from followup_tui.domain.letter import Letter
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.queue import Standing
from followup_tui.domain.record import Record
from followup_tui.domain.timeline.entries import Memory, in_order
from followup_tui.domain.timeline.records import entries
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.domain.views import ClientPage
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Records

_Owned = TypeVar("_Owned", Project, Encounter, Interaction, Promise, NextStep, Offer, Letter,
                 Referral)  # fmt: skip


def everything(records: Records, now: datetime, *, client_id: str = "") -> Everything:
    """Return all records; with `client_id` that client's alone, and what was offered to them."""
    tables = {kind.table: tuple(records.all(kind)) for kind in KINDS}
    if client_id:
        offered = {offer.value_add_id for offer in records.of_client(Offer, client_id)}
        tables = {
            table: tuple(each for each in found if _is_of(each, client_id, offered))
            for table, found in tables.items()
        }
    return Everything(tables, now)


def _is_of(record: Record, client_id: str, offered: set[str]) -> bool:
    if isinstance(record, Client):
        return record.id == client_id
    if isinstance(record, ValueAdd):
        return record.client_id == client_id or record.id in offered
    return bool(getattr(record, "client_id", "") == client_id)


class Stories:
    """The stories of clients, made of tables that were read once."""

    def __init__(self, records: Records, playbooks: Mapping[str, Playbook], now: datetime) -> None:
        self._now = now
        self.clients: Sequence[Client] = records.all(Client)
        self._by_id = {client.id: client for client in self.clients}
        self._standings = records.standings()
        self._projects = _by_client(records.all(Project))
        self._encounters = _by_client(records.all(Encounter))
        self._interactions = _by_client(records.all(Interaction))
        self._promises = _by_client(records.all(Promise))
        self._steps = _by_client(records.all(NextStep))
        self._offers = _by_client(records.all(Offer))
        self._letters = _by_client(records.all(Letter))
        self._referrals = _by_client(records.all(Referral))
        self._value_adds = {each.id: each for each in records.all(ValueAdd)}
        self._introduced: dict[str, list[Client]] = defaultdict(list)
        for client in self.clients:
            self._introduced[client.origin.introduced_by].append(client)
        self._courses, self._draws = _courses(records)
        self._questions = tuple(
            (question.key, question.ask)
            for playbook in playbooks.values()
            for question in playbook.questions
        )

    def of(self, client: Client, links: Mapping[str, str]) -> Story:
        """Return the story of a client; `links` are the names of the other clients' files."""
        memory = self._memory(client)
        near = {client.origin.introduced_by, *(each.id for each in memory.introduced)}
        return Story(
            memory,
            in_order(entries(memory, zone=zone_of(self._now))),
            self._now.date(),
            tuple((key, links[key]) for key in sorted(near) if key in links),
        )

    def _memory(self, client: Client) -> Memory:
        referrals = tuple(self._referrals[client.id])
        courses = self._courses[client.id]
        introducer = self._by_id.get(client.origin.introduced_by)
        page = ClientPage(
            client=client,
            standing=self._standings.get(client.id, Standing()),
            projects=tuple(reversed(self._projects[client.id])),
            encounters=tuple(sorted(self._encounters[client.id], key=_day, reverse=True)),
            courses=tuple(course.title for course in courses),
            interactions=tuple(sorted(self._interactions[client.id], key=_at, reverse=True)),
            promises=tuple(sorted(self._promises[client.id], key=_due, reverse=True)),
            next_steps=tuple(sorted(self._steps[client.id], key=_at, reverse=True)),
            offers=tuple(
                (offer, self._value_adds[offer.value_add_id])
                for offer in self._offers[client.id]
                if offer.value_add_id in self._value_adds
            ),
            letters=tuple(reversed(self._letters[client.id])),
            introduced_by=introducer.name if introducer else "",
        )
        return Memory(
            page=page,
            referrals=referrals,
            introduced=tuple(self._introduced[client.id]) if client.id else (),
            courses=tuple(courses),
            draws=tuple(self._draws[client.id]),
            questions=self._questions,
        )


def _day(encounter: Encounter) -> str:
    return encounter.day.isoformat()


def _at(record: Interaction | NextStep) -> datetime:
    return record.at


def _due(promise: Promise) -> str:
    return promise.due.isoformat()


def _by_client(records: Iterable[_Owned]) -> dict[str, list[_Owned]]:
    found: dict[str, list[_Owned]] = defaultdict(list)
    for record in records:
        found[record.client_id].append(record)
    return found


def _courses(
    records: Records,
) -> tuple[dict[str, list[Course]], dict[str, list[tuple[Draw, Course]]]]:
    """Return, by client, the courses with them and the draws in which they were drawn."""
    courses: dict[str, list[Course]] = defaultdict(list)
    draws: dict[str, list[tuple[Draw, Course]]] = defaultdict(list)
    by_id = {course.id: course for course in records.all(Course)}
    for course in by_id.values():
        for client_id in _once(attendee.client_id for attendee in course.attendees):
            courses[client_id].append(course)
    for draw in records.all(Draw):
        course_of = by_id.get(draw.course_id)
        for client_id in _once(pick.client_id for pick in draw.picks):
            if course_of is not None:
                draws[client_id].append((draw, course_of))
    return courses, draws


def _once(ids: Iterable[str]) -> Iterator[str]:
    return (key for key in dict.fromkeys(ids) if key)
