"""The sample desk's records, made from its sheet for one day: pure, and the same each time.

Ids depend on a record's place in the sheet and not on the day, so that the same record can be
recognised, and dated anew, when the sample desk is opened weeks later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from followup_tui.domain.client import Client, DoNotCall, Origin, QuietPeriod
from followup_tui.domain.course import Attendee, CoffeeEnd, Course, Draw
from followup_tui.domain.courses.coffees import settled
from followup_tui.domain.courses.drawing import draw
from followup_tui.domain.encounter import Encounter, Fitting
from followup_tui.domain.interaction import Answer, Interaction, NoteLine
from followup_tui.domain.project import ClosingStep, Project, fresh_closing
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.record import Record, utc
from followup_tui.domain.value_add import Offer, ValueAdd
from followup_tui.sample.days import shift
from followup_tui.sample.ids import sample_id
from followup_tui.sample.sheet import (
    AttendeeLines,
    ClientLines,
    CourseLines,
    DrawLines,
    FittingLines,
    InteractionLines,
    NextStepLines,
    OfferLines,
    ProjectLines,
    Sheet,
    ValueAddLines,
    When,
    read_sheet,
)

_OFFICE = time(9)


def seed(texts: Iterable[str], *, day: date, zone: tzinfo) -> tuple[Record, ...]:
    """Return the records of the sample desk as it stands on `day`.

    `texts` are its TOML files, `zone` the user's: hours without a zone of their own are in it.
    All moments come in UTC, as the store keeps them. Raises `tomllib.TOMLDecodeError`,
    `msgspec.ValidationError`, or `KeyError` where a key names nothing.
    """
    return tuple(_Seeder(read_sheet(texts), day, zone).records())


class _Seeder:
    """Turns the lines of one sheet into records, as of one day."""

    def __init__(self, sheet: Sheet, day: date, zone: tzinfo) -> None:
        self._sheet = sheet
        self._day = day
        self._zone = zone
        self._clients = {c.key: sample_id("clients", c.key, c.added) for c in sheet.clients}
        self._value_adds = {v.key: sample_id("value_adds", v.key, v.made) for v in sheet.value_adds}
        self._courses = {c.key: sample_id("courses", c.key, c.first_day) for c in sheet.courses}

    def records(self) -> Iterator[Record]:
        """Yield every record."""
        for value_add in self._sheet.value_adds:
            yield self._value_add(value_add)
        for lines in self._sheet.clients:
            yield self._client(lines)
            yield from self._work(lines)
            yield from self._history(lines)
            yield from self._to_come(lines)
        for course in self._sheet.courses:
            yield from self._course(course)

    # Dates

    def _on(self, days: int) -> date:
        return shift(self._day, days)

    def _maybe(self, days: int | None) -> date | None:
        return None if days is None else self._on(days)

    def _at(self, when: When) -> datetime:
        zone = ZoneInfo(when.zone) if when.zone else self._zone
        there = shift(self._day, when.days, when.weekday)
        return utc(datetime.combine(there, time.fromisoformat(when.at), tzinfo=zone))

    def _made(self, days: int) -> datetime:
        return utc(datetime.combine(self._on(days), _OFFICE, tzinfo=self._zone))

    # Records

    def _value_add(self, lines: ValueAddLines) -> ValueAdd:
        return ValueAdd(
            id=self._value_adds[lines.key],
            created=self._made(lines.made),
            kind=lines.kind,
            title=lines.title,
            url=lines.url,
            about=lines.about,
            topics=lines.topics,
            starts=self._at(lines.starts) if lines.starts else None,
            client_id=self._clients[lines.client] if lines.client else "",
        )

    def _client(self, lines: ClientLines) -> Client:
        origin, wish = lines.origin, lines.do_not_call
        managers = self._sheet.account_managers
        return Client(
            id=self._clients[lines.key],
            created=self._made(lines.added),
            name=lines.name,
            people=lines.people,
            website=lines.website,
            competitors=lines.competitors,
            interests=lines.interests,
            likes=lines.likes,
            dislikes=lines.dislikes,
            tags=lines.tags,
            account_manager=managers[lines.account_manager] if lines.account_manager else None,
            zone=lines.zone,
            cadence=lines.cadence,
            origin=Origin(
                kind=origin.kind,
                detail=origin.detail,
                introduced_by=self._clients[origin.introduced_by] if origin.introduced_by else "",
            ),
            call_again=self._maybe(lines.call_again),
            snoozed_until=self._maybe(lines.snoozed_until),
            do_not_call=DoNotCall(since=self._on(wish.since), why=wish.why) if wish else None,
            quiet=tuple(
                QuietPeriod(first=self._on(q.first), last=self._on(q.last), why=q.why)
                for q in lines.quiet
            ),
            about=lines.about,
        )

    def _work(self, lines: ClientLines) -> Iterator[Record]:
        """Yield the client's projects and encounters."""
        owner = self._clients[lines.key]
        for number, project in enumerate(lines.projects):
            yield self._project(owner, f"{lines.key}/{number}", project)
        for number, met in enumerate(lines.encounters):
            yield Encounter(
                id=sample_id("encounters", f"{lines.key}/{number}", met.day),
                created=self._made(met.day),
                client_id=owner,
                person=met.person,
                day=self._on(met.day),
                where=met.where,
                talked_about=met.talked_about,
                in_common=met.in_common,
                learned=met.learned,
                promised=met.promised,
                warmth=met.warmth,
                followed_up=self._maybe(met.followed_up),
                fitting=self._fitting(met.fitting) if met.fitting else None,
            )

    def _fitting(self, lines: FittingLines) -> Fitting:
        (thing,) = (each for each in self._sheet.value_adds if each.key == lines.value_add)
        return Fitting(
            value_add_id=self._value_adds[thing.key],
            title=thing.title,
            because=lines.because,
            at=self._made(lines.on),
        )

    def _project(self, owner: str, name: str, lines: ProjectLines) -> Project:
        steps = {
            kind: ClosingStep(
                kind=kind,
                state=step.state,
                asked=tuple(self._on(days) for days in step.asked),
                settled=self._maybe(step.settled),
                note=step.note,
            )
            for kind, step in lines.closing.items()
        }
        return Project(
            id=sample_id("projects", name, lines.started),
            created=self._made(lines.started),
            client_id=owner,
            title=lines.title,
            technologies=lines.technologies,
            started=self._on(lines.started),
            ended=self._maybe(lines.ended),
            success=lines.success,
            about=lines.about,
            closing=tuple(steps.get(step.kind, step) for step in fresh_closing()),
        )

    def _history(self, lines: ClientLines) -> Iterator[Record]:
        """Yield what has happened with the client: interactions, referrals, offers."""
        owner = self._clients[lines.key]
        said = self._interaction_ids(lines)
        for interaction, key in zip(lines.interactions, said.values(), strict=True):
            yield self._interaction(owner, key, interaction)
        for number, named in enumerate(lines.referrals):
            yield Referral(
                id=sample_id("referrals", f"{lines.key}/{number}", named.made),
                created=self._made(named.made),
                client_id=owner,
                name=named.name,
                detail=named.detail,
                became=self._clients[named.became] if named.became else "",
                thanked=self._maybe(named.thanked),
                interaction_id=said[named.interaction] if named.interaction else "",
            )
        for number, offer in enumerate(lines.offers):
            yield self._offer(owner, f"{lines.key}/{number}", offer)

    @staticmethod
    def _interaction_ids(lines: ClientLines) -> Mapping[str, str]:
        return {
            line.key or str(number): sample_id(
                "interactions", f"{lines.key}/{number}", line.when.days
            )
            for number, line in enumerate(lines.interactions)
        }

    def _interaction(self, owner: str, key: str, lines: InteractionLines) -> Interaction:
        at = self._at(lines.when)
        until = at + timedelta(minutes=lines.minutes) if lines.minutes else None
        return Interaction(
            id=key,
            created=until or at,
            client_id=owner,
            kind=lines.kind,
            at=at,
            until=until,
            person=lines.person,
            outcome=lines.outcome,
            playbook=lines.playbook,
            course_id=self._courses[lines.course] if lines.course else "",
            notes=tuple(self._note(lines.when, note) for note in lines.notes),
            answers=tuple(
                Answer(question=question, text=text) for question, text in lines.answers.items()
            ),
            summary=lines.summary,
        )

    def _note(self, when: When, text: str) -> NoteLine:
        hour, _, words = text.partition(" ")
        moment = When(days=when.days, at=hour, weekday=when.weekday, zone=when.zone)
        return NoteLine(at=self._at(moment), text=words)

    def _offer(self, owner: str, name: str, lines: OfferLines) -> Offer:
        at = self._at(lines.when)
        return Offer(
            id=sample_id("offers", name, lines.when.days),
            created=at,
            client_id=owner,
            value_add_id=self._value_adds[lines.value_add],
            state=lines.state,
            at=at,
            because=lines.because,
        )

    def _to_come(self, lines: ClientLines) -> Iterator[Record]:
        """Yield what is owed to and by the client, and what is agreed with it."""
        owner = self._clients[lines.key]
        said = self._interaction_ids(lines)
        for number, promise in enumerate(lines.promises):
            yield Promise(
                id=sample_id("promises", f"{lines.key}/{number}", promise.made),
                created=self._made(promise.made),
                client_id=owner,
                text=promise.text,
                due=self._on(promise.due),
                by=promise.by,
                state=promise.state,
                settled=self._maybe(promise.settled),
                interaction_id=said[promise.interaction] if promise.interaction else "",
            )
        for number, step in enumerate(lines.next_steps):
            key = sample_id("next_steps", f"{lines.key}/{number}", step.made)
            yield self._next_step(owner, key, step, said)

    def _next_step(
        self, owner: str, key: str, lines: NextStepLines, said: Mapping[str, str]
    ) -> NextStep:
        return NextStep(
            id=key,
            created=self._made(lines.made),
            client_id=owner,
            kind=lines.kind,
            at=self._at(lines.when),
            all_day=lines.all_day,
            agreed=lines.agreed,
            text=lines.text,
            done=self._maybe(lines.done),
            interaction_id=said[lines.interaction] if lines.interaction else "",
        )

    def _course(self, lines: CourseLines) -> Iterator[Record]:
        """Yield a course, and its draw if it had one."""
        course = Course(
            id=self._courses[lines.key],
            created=self._made(lines.first_day),
            title=lines.title,
            topic=lines.topic,
            first_day=self._on(lines.first_day),
            last_day=self._on(lines.last_day),
            speaker=lines.speaker,
            host=lines.host,
            coffee_place=lines.coffee_place,
            about=lines.about,
            attendees=tuple(self._attendee(line) for line in lines.attendees),
        )
        yield course
        if lines.draw is not None:
            yield self._draw(course, lines.key, lines.draw)

    def _draw(self, course: Course, key: str, lines: DrawLines) -> Draw:
        """Return the draw of a course, drawn as it would be."""
        made = self._made(lines.made)
        drawn = draw(course, seed=lines.seed, number=lines.number, now=made)
        for pick in drawn.picks:
            if pick.name in lines.had:
                day = self._on(lines.had[pick.name])
                drawn = settled(drawn, pick.client_id, CoffeeEnd.HAD, day, person=pick.name)
        return replace(drawn, id=sample_id("draws", key, lines.made))

    def _attendee(self, lines: AttendeeLines) -> Attendee:
        return Attendee(
            name=lines.name,
            email=lines.email,
            company=lines.company,
            client_id=self._clients[lines.client] if lines.client else "",
            attendance=lines.attendance,
        )
