"""Gathering what is known: the files that the queue looks at, and the page of one client."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from followup_tui.domain.client import Client, Origin, OriginKind
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.due.cadence import Came, given_turn
from followup_tui.domain.encounter import Encounter, Fitting
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter
from followup_tui.domain.playbook import Playbook, PlaybookError, Trigger
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, PromiseState, Referral
from followup_tui.domain.queue import (
    ClientFile,
    CoffeeDue,
    QueueRules,
    Reason,
    Standing,
    reasons,
)
from followup_tui.domain.record import Clock
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings

if TYPE_CHECKING:
    from followup_tui.domain.views import ClientPage

_Owned = TypeVar("_Owned", Project, Encounter, Promise, NextStep, Referral)


class _CameAs(msgspec.Struct, gc=False):
    id: str
    created: datetime
    origin: Origin = Origin()


_CAME: Final = msgspec.json.Decoder(_CameAs)  # here, as `web.site_snapshots` says


class NoSuchClient(LookupError):
    """No client, or more than one, answers to a name; the text says which come near."""


class NoSuchPromise(LookupError):
    """No promise, or more than one, answers to an id; the text says what to do."""


def queue_rules(settings: Settings) -> QueueRules:
    """Return the user's ways as the queue wants them."""
    return QueueRules(
        capacity=settings.day.capacity,
        cadence=settings.cadence,
        cadence_by_tag=dict(settings.cadence_by_tag),
        look_ahead=settings.day.look_ahead,
    )


def known_client(records: Records, client_id: str) -> Client:
    """Return the client of that id; raises `NoSuchClient`."""
    client = records.get(Client, client_id)
    if client is None:
        raise NoSuchClient("This client is not there any more: it was removed elsewhere.")
    return client


def client_files(records: Records) -> Iterable[ClientFile]:
    """Yield the file of every client: one pass over each table, whatever their number."""
    standings = records.standings()
    projects = _by_client(records.all(Project))
    encounters = _by_client(records.all(Encounter))
    promises = _by_client(p for p in records.all(Promise) if p.state is PromiseState.OPEN)
    steps = _by_client(s for s in records.all(NextStep) if s.done is None)
    coffees = coffees_due(records.all(Course), records.all(Draw))
    thanks = _by_client(r for r in records.all(Referral) if r.thanked is None)
    nothing = Standing()
    for client in records.all(Client):
        key = client.id
        yield ClientFile(
            client=client,
            standing=standings.get(key, nothing),
            projects=tuple(projects.get(key, ())),
            encounters=tuple(encounters.get(key, ())),
            promises=tuple(promises.get(key, ())),
            next_steps=tuple(steps.get(key, ())),
            coffees=tuple(coffees.get(key, ())),
            thanks=tuple(thanks.get(key, ())),
            fitting=_still_fitting(records, key, met) if (met := encounters.get(key)) else (),
        )


def client_file(records: Records, client: Client) -> ClientFile:
    """Return the file of one client."""
    return next(iter(files_of(records, (client,))))


def files_of(records: Records, clients: Iterable[Client]) -> Iterator[ClientFile]:
    """Yield the files of some clients, without going through all records."""
    coffees = coffees_due(records.all(Course), records.all(Draw))
    for client in clients:
        key = client.id
        promises, steps = records.of_client(Promise, key), records.of_client(NextStep, key)
        met = tuple(records.of_client(Encounter, key))
        yield ClientFile(
            client=client,
            standing=records.standing(key),
            projects=tuple(records.of_client(Project, key)),
            encounters=met,
            promises=tuple(each for each in promises if each.state is PromiseState.OPEN),
            next_steps=tuple(each for each in steps if each.done is None),
            coffees=tuple(coffees.get(key, ())),
            thanks=tuple(r for r in records.of_client(Referral, key) if r.thanked is None),
            fitting=_still_fitting(records, key, met),
        )


def _still_fitting(
    records: Records, client_id: str, encounters: Sequence[Encounter]
) -> tuple[Encounter, ...]:
    """Return the encounters with something that fits, unless it was offered or is not there.

    Offers and value-adds are looked at only where there is something: few of those who were met
    have any, and the list of a large desk is to cost no more for them.
    """
    found = tuple(each for each in encounters if each.fitting is not None)
    if not found:
        return ()
    offered = {
        offer.value_add_id
        for offer in records.of_client(Offer, client_id)
        if offer.state is not OfferState.PLANNED
    }
    return tuple(each for each in found if _may_be_offered(records, each.fitting, offered))


def _may_be_offered(records: Records, fits: Fitting | None, offered: Collection[str]) -> bool:
    if fits is None or fits.value_add_id in offered:
        return False
    value_add = records.get(ValueAdd, fits.value_add_id)
    return value_add is not None and not value_add.retired


def client_page(
    records: Records,
    client_id: str,
    *,
    playbooks: Mapping[str, Playbook],
    settings: Settings,
    clock: Clock,
) -> ClientPage:
    """Return all that is known of a client, newest first; raises `NoSuchClient`."""
    # with it comes the wrap-up: the call list, which is painted first, needs none of that
    from followup_tui.domain.views import ClientPage  # noqa: PLC0415

    client = known_client(records, client_id)
    file = client_file(records, client)
    value_adds = {value_add.id: value_add for value_add in records.all(ValueAdd)}
    offers = sorted(records.of_client(Offer, client_id), key=lambda offer: offer.at, reverse=True)
    introducer = records.get(Client, client.origin.introduced_by)
    return ClientPage(
        client=client,
        standing=file.standing,
        projects=tuple(sorted(file.projects, key=how_recent, reverse=True)),
        encounters=tuple(sorted(file.encounters, key=lambda e: e.day, reverse=True)),
        courses=tuple(
            course.title
            for course in sorted(records.all(Course), key=lambda c: c.last_day, reverse=True)
            if any(attendee.client_id == client_id for attendee in course.attendees)
        ),
        interactions=tuple(
            sorted(records.of_client(Interaction, client_id), key=lambda i: i.at, reverse=True)
        ),
        promises=tuple(
            sorted(records.of_client(Promise, client_id), key=lambda p: p.due, reverse=True)
        ),
        next_steps=tuple(
            sorted(records.of_client(NextStep, client_id), key=lambda s: s.at, reverse=True)
        ),
        offers=tuple(
            (offer, value_adds[offer.value_add_id])
            for offer in offers
            if offer.value_add_id in value_adds
        ),
        letters=tuple(reversed(records.of_client(Letter, client_id))),
        introduced_by=introducer.name if introducer else "",
        thanks=file.thanks,
        reasons=reasons_of(records, file, playbooks=playbooks, settings=settings, clock=clock),
    )


def reasons_of(
    records: Records,
    file: ClientFile,
    *,
    playbooks: Mapping[str, Playbook],
    settings: Settings,
    clock: Clock,
) -> tuple[Reason, ...]:
    """Return why one client is due now, the most pressing first; the call list says the same."""
    client = file.client
    everybody: Iterable[Came] = ()
    if client.origin.kind is OriginKind.IMPORT:  # their turn depends on all who came with it
        # Of them only that is read; and who was given a turn depends on nobody.
        everybody = records.sketches(Client, _CAME) if given_turn(client) is None else (client,)
    return reasons(
        file,
        playbooks=playbooks,
        rules=queue_rules(settings),
        now=clock(),
        everybody=everybody,
    )


def playbook_for(found: Sequence[Reason], playbooks: Mapping[str, Playbook]) -> Playbook:
    """Return the playbook of the most pressing reason; without one, that of keeping in touch.

    Raises `PlaybookError` where no playbook at all could be read.
    """
    for reason in found:
        if playbook := playbooks.get(reason.playbook):
            return playbook
    if playbook := playbooks.get("keep-in-touch"):
        return playbook
    for playbook in playbooks.values():
        if playbook.due.trigger is Trigger.LAST_REACHED:
            return playbook
    for playbook in playbooks.values():
        return playbook
    raise PlaybookError("playbooks", "", "none could be read: run followup doctor to see why")


def open_preparation(records: Records, client_id: str, playbook: str) -> Preparation | None:
    """Return the preparation of a client under a playbook that is not closed, the newest."""
    found = [
        preparation
        for preparation in records.of_client(Preparation, client_id)
        if preparation.closed is None and preparation.playbook == playbook
    ]
    return found[-1] if found else None


def zone_of(now: datetime) -> tzinfo:
    """Return the user's zone, which each moment that the clock gives carries."""
    if now.tzinfo is None:
        raise ValueError("the clock must give moments with a zone")
    return now.tzinfo


def why_words(page: ClientPage) -> str:
    """Return why they are on the list, or that they are not."""
    if page.reasons:
        return page.reasons[0].text
    return "not due"


def how_recent(project: Project) -> tuple[bool, date]:
    """Return what projects are ordered by: work under way is the newest, then the last ended."""
    return project.under_way, project.ended or project.started or project.created.date()


def _by_client(records: Iterable[_Owned]) -> dict[str, list[_Owned]]:
    found: dict[str, list[_Owned]] = {}
    for record in records:
        found.setdefault(record.client_id, []).append(record)
    return found


def coffees_due(courses: Iterable[Course], draws: Iterable[Draw]) -> dict[str, list[CoffeeDue]]:
    """Return, by client id, the coffees that they were drawn for and that are not settled."""
    by_id = {course.id: course for course in courses}
    found: dict[str, list[CoffeeDue]] = {}
    for draw in draws:
        course = by_id.get(draw.course_id)
        if course is None:
            continue
        for pick in draw.picks:
            if pick.client_id and not pick.settled:
                found.setdefault(pick.client_id, []).append(
                    CoffeeDue(
                        draw_id=draw.id,
                        course_title=course.title,
                        course_ended=course.last_day,
                        coffee_day=draw.coffee_day,
                        person=pick.name,
                        host=course.host,
                        invited=pick.invited,
                    )
                )
    return found
