"""Those who were drawn come on the call list: linked to a client, or as a new one.

A new client remembers the course it came by, and has its subject for an interest.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain.client import Client, Origin, OriginKind, Person
from followup_tui.domain.course import Attendee, Course, Draw
from followup_tui.domain.courses.people import ClientIndex, Sureness
from followup_tui.domain.record import new_id, utc
from followup_tui.domain.text import fold
from followup_tui.services.ports import Records


def welcomed(
    course: Course, drawn: Draw, records: Records, now: datetime
) -> tuple[Course, Draw, tuple[Client, ...]]:
    """Return course and draw with everybody drawn linked, and the clients that are written.

    A company that is known gets one more person; who is there already is left as they are.
    """
    if all(pick.client_id for pick in drawn.picks):
        return course, drawn, ()
    clients: dict[str, Client] = {each.id: each for each in records.all(Client)}
    changed: dict[str, Client] = {}
    attendees, picks = list(course.attendees), list(drawn.picks)
    for at, pick in enumerate(picks):
        if pick.client_id:
            continue
        place = next(i for i, each in enumerate(attendees) if _is(each, pick.name))
        attendee = attendees[place]
        client = _client_of(attendee, course, {**clients, **changed}, now)
        if client != clients.get(client.id):
            changed[client.id] = client
        attendees[place] = replace(attendee, client_id=client.id)
        picks[at] = replace(pick, client_id=client.id)
    linked = replace(course, attendees=tuple(attendees))
    return linked, replace(drawn, picks=tuple(picks)), tuple(changed.values())


def _is(attendee: Attendee, name: str) -> bool:
    return attendee.name == name and not attendee.client_id


def _client_of(
    attendee: Attendee, course: Course, clients: dict[str, Client], now: datetime
) -> Client:
    """Return the client of somebody drawn, with them among its people."""
    match = ClientIndex(clients.values()).match(attendee)
    person = Person(
        name=attendee.name,
        phones=(attendee.phone,) if attendee.phone else (),
        emails=(attendee.email,) if attendee.email else (),
    )
    if match is None or match.sureness is Sureness.POSSIBLE:
        return Client(
            id=new_id(now),
            created=utc(now),
            name=attendee.company or attendee.name,
            people=(person,),
            interests=(course.topic,) if course.topic else (),
            origin=Origin(kind=OriginKind.COURSE, detail=course.title),
        )
    client = clients[match.client_id]
    if any(_same(person, each) for each in client.people):
        return client
    return replace(client, people=(*client.people, person), changed=utc(now))


def _same(one: Person, other: Person) -> bool:
    mails = {fold(each) for each in one.emails} & {fold(each) for each in other.emails}
    return fold(one.name) == fold(other.name) or bool(mails)
