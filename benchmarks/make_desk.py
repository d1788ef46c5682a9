"""Make a large desk of invented clients, the same one for the same numbers and moment.

    python benchmarks/make_desk.py --clients 10000 --interactions 100000 DIR

The records are as varied as those of a desk in use: past projects, people met, courses with
draws, promises kept and open, notes of several lines. They are written by the store itself, in
the form in which it leaves its file.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

if __package__ in {None, ""}:  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.words import CITIES, FIRST, LAST, NOTES, PLACES, PRODUCTS, STEMS, TAILS, TOPICS
from followup_tui.domain.change import StoreProblem
from followup_tui.domain.client import (
    AccountManager,
    Client,
    Competitor,
    DoNotCall,
    Origin,
    OriginKind,
    Person,
)
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.interaction import Interaction, InteractionKind, NoteLine, Outcome
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState, fresh_closing
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState, StepKind
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd, ValueAddKind
from followup_tui.store.base import write_base
from followup_tui.store.files import make_private_folder
from followup_tui.store.form import FORMAT, Meta, Tables, raw
from followup_tui.store.records import FILE

NOW = datetime(2026, 11, 19, 3, 2, tzinfo=UTC)
"""The moment for which the desk is made unless another is given: 14:02 in Sydney."""

_SIGNS = ("", "", "", "+ ", "- ", "* ", "? ")
_EPOCH = "a made desk"  # the same one each time, as everything else of it
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


class Maker:
    """Makes the records of one desk, all from one seed."""

    def __init__(self, *, clients: int, interactions: int, now: datetime, seed: int = 20261119):
        self._chance = random.Random(seed)
        self._count = clients
        self._interactions = interactions
        self._now = now
        self._today = now.date()

    def tables(self) -> dict[str, list[Record]]:
        """Return the whole desk: table -> records, in order of creation."""
        tables: dict[str, list[Record]] = {}
        for record in self._records():
            tables.setdefault(record.table, []).append(record)
        return {name: sorted(table, key=lambda record: record.id) for name, table in tables.items()}

    def _records(self) -> Iterator[Record]:
        clients = [self._client(number) for number in range(self._count)]
        value_adds = [self._value_add(number) for number in range(min(60, self._count))]
        yield from clients
        yield from value_adds
        for client in clients:
            yield from self._around(client, value_adds)
        yield from self._courses(clients)
        yield from self._history(clients)

    def _client(self, number: int) -> Client:
        chance = self._chance
        name = f"{chance.choice(STEMS)} {chance.choice(TAILS)} {number + 1}"
        host = f"{name.lower().replace(' ', '-')}.example"
        created = self._now - timedelta(days=chance.uniform(200, 2000))
        return Client(
            id=self._id(created),
            created=created,
            name=name,
            people=tuple(self._person(host) for _ in range(chance.choice((1, 1, 2, 3)))),
            website=f"https://www.{host}/",
            competitors=tuple(
                Competitor(name=chance.choice(STEMS), website="https://rival.example/")
                for _ in range(chance.choice((0, 1, 2)))
            ),
            interests=tuple(chance.sample(TOPICS, chance.randint(0, 3))),
            likes=tuple(chance.sample(TOPICS, chance.randint(0, 2))),
            tags=tuple(chance.sample(("vip", "public", "health", "retail"), chance.randint(0, 1))),
            account_manager=AccountManager(name="Ulla Berg", email="ulla@ourselves.example"),
            zone=chance.choice(CITIES),
            origin=Origin(kind=chance.choice(list(OriginKind))),
            do_not_call=DoNotCall(since=self._day(-90)) if chance.random() < 0.01 else None,
            snoozed_until=self._day(chance.randint(1, 20)) if chance.random() < 0.02 else None,
        )

    def _person(self, host: str) -> Person:
        first, last = self._chance.choice(FIRST), self._chance.choice(LAST)
        return Person(
            name=f"{first} {last}",
            role=self._chance.choice(("IT Manager", "CTO", "Owner", "Head of Sales", "Developer")),
            phones=(f"+1 555 01{self._chance.randrange(100):02}",),
            emails=(f"{first}.{last}@{host}".lower(),),
        )

    def _value_add(self, number: int) -> ValueAdd:
        created = self._now - timedelta(days=number + 5)
        topic = self._chance.choice(TOPICS)
        return ValueAdd(
            id=self._id(created),
            created=created,
            kind=self._chance.choice(list(ValueAddKind)),
            title=f"{topic}: {self._chance.choice(NOTES)}"[:80],
            url=f"https://ourselves.example/give/{number}",
            topics=(topic,),
        )

    def _around(self, client: Client, value_adds: Sequence[ValueAdd]) -> Iterator[Record]:
        """Yield what stands around a client: projects, promises, steps, encounters, offers."""
        chance = self._chance
        if chance.random() < 0.6:
            yield self._project(client)
        if chance.random() < 0.08:
            yield self._promise(client, PromiseState.OPEN, self._day(chance.randint(-9, 30)))
        if chance.random() < 0.5:
            yield self._promise(client, PromiseState.KEPT, self._day(-chance.randint(30, 600)))
        if chance.random() < 0.03:
            at = self._now + timedelta(hours=chance.randint(-40, 400))
            kind = chance.choice(list(StepKind))
            yield NextStep(
                id=self._id(self._now), created=self._now, client_id=client.id, kind=kind, at=at
            )
        if client.origin.kind is OriginKind.MET:
            yield self._encounter(client)
        if value_adds and chance.random() < 0.4:
            at = self._now - timedelta(days=chance.randint(20, 300))
            yield Offer(
                id=self._id(at),
                created=at,
                client_id=client.id,
                value_add_id=chance.choice(value_adds).id,
                state=chance.choice(list(OfferState)),
                at=at,
            )

    def _project(self, client: Client) -> Project:
        started = client.created.date()
        under_way = self._chance.random() < 0.1
        ended = None if under_way else started + timedelta(days=self._chance.randint(20, 180))
        settled = ended is not None and (self._today - ended).days > 60
        closing = (
            tuple(
                ClosingStep(kind=kind, state=StepState.GIVEN, asked=(ended,), settled=ended)
                for kind in ClosingKind
            )
            if settled and ended is not None
            else fresh_closing()
        )
        return Project(
            id=self._id(client.created),
            created=client.created,
            client_id=client.id,
            title=self._chance.choice(PRODUCTS),
            technologies=tuple(self._chance.sample(TOPICS, 2)),
            started=started,
            ended=ended,
            success=self._chance.choice((True, True, None, False)),
            closing=closing,
        )

    def _promise(self, client: Client, state: PromiseState, due: date) -> Promise:
        created = datetime.combine(due - timedelta(days=7), self._now.timetz())
        return Promise(
            id=self._id(created),
            created=created,
            client_id=client.id,
            text=f"send the {self._chance.choice(PRODUCTS).lower()} link",
            due=due,
            by=self._chance.choice(list(Owner)),
            state=state,
            settled=due if state is PromiseState.KEPT else None,
        )

    def _encounter(self, client: Client) -> Encounter:
        met = client.created.date()
        recent = self._chance.random() < 0.05
        day = self._day(-self._chance.randint(0, 6)) if recent else met
        return Encounter(
            id=self._id(client.created),
            created=client.created,
            client_id=client.id,
            person=client.people[0].name,
            day=day,
            where=self._chance.choice(PLACES),
            talked_about=self._chance.choice(NOTES),
            warmth=self._chance.choice(list(Warmth)),
            followed_up=None if recent else met + timedelta(days=2),
        )

    def _courses(self, clients: Sequence[Client]) -> Iterator[Record]:
        for number in range(min(12, len(clients) // 20)):
            last = self._day(-14 - 60 * number)
            created = datetime.combine(last, self._now.timetz())
            there = self._chance.sample(clients, 15)
            course = Course(
                id=self._id(created),
                created=created,
                title=f"{self._chance.choice(TOPICS)} course",
                first_day=last - timedelta(days=1),
                last_day=last,
                attendees=tuple(
                    Attendee(name=client.people[0].name, client_id=client.id) for client in there
                ),
            )
            yield course
            yield Draw(
                id=self._id(created),
                created=created,
                course_id=course.id,
                seed=number,
                picks=tuple(
                    Pick(client_id=client.id, name=client.people[0].name, settled=number > 0)
                    for client in there[:5]
                ),
                coffee_day=last + timedelta(days=14),
            )

    def _history(self, clients: Sequence[Client]) -> Iterator[Interaction]:
        """Yield the interactions: most clients were reached within the last half year."""
        for number in range(self._interactions):
            client = clients[number % len(clients)]
            days = self._chance.uniform(1, 178) * (1 + number // len(clients) * 0.35)
            yield self._interaction(client, self._now - timedelta(days=days))

    def _interaction(self, client: Client, at: datetime) -> Interaction:
        chance = self._chance
        reached = chance.random() < 0.75
        outcomes = (Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.BUSY)
        lines = chance.randint(1, 5) if reached else 0
        return Interaction(
            id=self._id(at),
            created=at,
            client_id=client.id,
            kind=chance.choice((InteractionKind.CALL,) * 6 + (InteractionKind.COFFEE,)),
            at=at,
            until=at + timedelta(minutes=chance.randint(1, 25)),
            person=client.people[0].name,
            outcome=Outcome.REACHED if reached else chance.choice(outcomes),
            playbook="keep-in-touch",
            notes=tuple(
                NoteLine(
                    at=at + timedelta(minutes=line),
                    text=f"{chance.choice(_SIGNS)}{chance.choice(NOTES)}",
                )
                for line in range(lines)
            ),
        )

    def _day(self, distance: int) -> date:
        return self._today + timedelta(days=distance)

    def _id(self, moment: datetime) -> str:
        """Return an id as `domain.record.new_id` makes it, from the seed."""
        number = (int(moment.timestamp() * 1000) << 80) | self._chance.getrandbits(80)
        return "".join(_DIGITS[(number >> shift) & 31] for shift in range(125, -1, -5))


def make_desk(
    home: Path, *, clients: int, interactions: int, now: datetime = NOW, seed: int = 20261119
) -> Path:
    """Fill the folder `home`, which must not hold a desk yet; return its file."""
    make_private_folder(home)
    path = home / FILE
    if path.exists():
        raise StoreProblem(f"{path} is there already: name a folder that holds no desk.")
    maker = Maker(clients=clients, interactions=interactions, now=now, seed=seed)
    tables: Tables = {
        name: {record.id: raw(record) for record in records}
        for name, records in maker.tables().items()
    }
    write_base(path, tables, Meta(FORMAT, _EPOCH))
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make_desk", description="Make a large desk.")
    parser.add_argument("--clients", type=int, default=10_000, metavar="N")
    parser.add_argument("--interactions", type=int, default=100_000, metavar="M")
    parser.add_argument("--seed", type=int, default=20261119)
    parser.add_argument(
        "--now", type=datetime.fromisoformat, default=NOW, help="a moment with its zone (ISO 8601)"
    )
    parser.add_argument("dir", type=Path, metavar="DIR")
    given = parser.parse_args(arguments)
    if given.clients < 1 or given.interactions < 0:
        parser.error("there must be at least one client, and not fewer than no interactions")
    if given.now.tzinfo is None:
        parser.error("--now needs a zone, like 2026-11-19T14:02+11:00")
    try:
        path = make_desk(
            given.dir,
            clients=given.clients,
            interactions=given.interactions,
            now=given.now,
            seed=given.seed,
        )
    except StoreProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    size = path.stat().st_size / 1e6
    print(f"{given.clients:,} clients, {given.interactions:,} interactions: {path}, {size:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
