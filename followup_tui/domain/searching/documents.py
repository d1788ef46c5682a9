"""What of each record can be found: its lines, and the hit that it is shown as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, tzinfo

from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Attendee, Course
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter
from followup_tui.domain.project import ClosingStep, Project
from followup_tui.domain.promise import NextStep, Owner, Promise, Referral
from followup_tui.domain.record import Record
from followup_tui.domain.searching.excerpt import Finder, excerpt
from followup_tui.domain.searching.results import Excerpt, Hit, SearchKind
from followup_tui.domain.timeline.records import what_it_was
from followup_tui.domain.value_add import ValueAdd

KIND_OF: dict[type[Record], SearchKind] = {
    Client: SearchKind.CLIENT,
    Promise: SearchKind.PROMISE,
    NextStep: SearchKind.STEP,
    Letter: SearchKind.LETTER,
    Project: SearchKind.PROJECT,
    ValueAdd: SearchKind.LIBRARY,
    Course: SearchKind.COURSE,
    Encounter: SearchKind.MET,
    Referral: SearchKind.REFERRAL,
    Interaction: SearchKind.NOTE,
}
"""The records that can be found, in the order in which they are read: the most numerous last."""


_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Promise: ("text",),
    NextStep: ("kind", "text"),
    Letter: ("subject", "kind", "to", "body"),
    Project: ("title", "technologies", "about", "closing"),
    ValueAdd: ("title", "topics", "about", "where", "url"),
    Course: ("title", "topic", "host", "about", "attendees"),
    Encounter: ("person", "where", "talked_about", "in_common", "learned", "promised"),
    Referral: ("name", "detail"),
}
"""In which fields of a record words are looked for."""


def lines_of(record: Record) -> Sequence[str]:
    """Return the lines of a record in which words are looked for."""
    if isinstance(record, Interaction):  # by far the most numerous
        notes = [line.text for line in record.notes]
        return [record.person, record.summary, *notes, *(each.text for each in record.answers)]
    if isinstance(record, Client):
        return _client(record)
    fields = _FIELDS.get(type(record), ())
    return [line for field in fields for line in _flat(getattr(record, field)) if line]


def _flat(value: object) -> Iterator[str]:
    """Yield the lines of a field."""
    match value:
        case str():
            yield from value.split("\n")
        case tuple():
            for each in value:
                yield from _flat(each)
        case ClosingStep():
            yield value.note
        case Attendee():
            yield f"{value.name} {value.company}"
            yield value.email


def _client(client: Client) -> list[str]:
    manager = client.account_manager
    return [
        client.name,
        *(line for person in client.people for line in _person(person)),
        client.website,
        *_joined(client.interests),
        *_joined(client.likes),
        *_joined(client.dislikes),
        *client.open_questions,
        *_joined(client.tags),
        *_joined(competitor.name for competitor in client.competitors),
        manager.name if manager else "",
        *client.about.split("\n"),
    ]


def _joined(words: Iterable[str]) -> Iterator[str]:
    """Yield several things of a word or two as one line, so that they are shown together."""
    if line := ", ".join(words):
        yield line


def _person(person: Person) -> list[str]:
    # Numbers also without what groups them: people type them in groups of their own.
    digits = ["".join(filter(str.isdecimal, phone)) for phone in person.phones]
    return [f"{person.name} {person.role}", *person.emails, *person.phones, *digits]


def hit_of(
    record: Record, finder: Finder, *, name_of: Callable[[str], str], zone: tzinfo, near: bool
) -> Hit:
    """Return a record as a hit; `name_of` gives the name of a client, days are those of `zone`."""
    if isinstance(record, Client):
        return _client_hit(record, finder, near=near)
    client_id = str(getattr(record, "client_id", ""))
    title, day, entry = _head(record, zone)
    owner = name_of(client_id) if client_id else ""
    return Hit(
        kind=KIND_OF[type(record)],
        record_id=record.id,
        title=f"{owner}: {title}" if owner else title,
        client_id=client_id,
        day=day,
        line=_line(finder, title, lines_of(record)),
        entry=entry,
        near=near,
    )


def _client_hit(client: Client, finder: Finder, *, near: bool) -> Hit:
    """Return a client, called by the person who was found where it was not the name."""
    person = client.primary
    for each in client.people:
        if finder.spans(" ".join(_person(each))):
            person = each
            break
    role = f", {person.role}" if person and person.role else ""
    who = f" · {person.name}{role}" if person and person.name != client.name else role
    told = {client.name, f"{person.name} {person.role}" if person else ""}
    title = f"{client.name}{who}"
    return Hit(
        kind=SearchKind.CLIENT,
        record_id=client.id,
        title=title,
        client_id=client.id,
        line=_line(finder, title, (line for line in _client(client) if line not in told)),
        near=near,
    )


def _line(finder: Finder, title: str, lines: Iterable[str]) -> Excerpt:
    """Return the line by which something was found, unless its title says it all."""
    if finder.covers(title):
        return Excerpt("")
    return excerpt(finder, (line for line in lines if line != title))


def _head(record: Record, zone: tzinfo) -> tuple[str, date | None, str]:  # noqa: PLR0911
    """Return what a record is called, its day, and its entry on the page of its client."""
    match record:
        case Interaction():
            at = record.at.astimezone(zone).date()
            return what_it_was(record), at, f"interactions:{record.id}"
        case Promise():
            who = "we promised" if record.by is Owner.US else "they promised"
            return f"{who} {record.text}", record.due, f"promises:{record.id}:made"
        case NextStep():
            words = f": {record.text}" if record.text else ""
            day = record.at.astimezone(zone).date()
            return f"{record.kind.value}{words}", day, f"next_steps:{record.id}"
        case Letter():
            day = (record.changed or record.created).astimezone(zone).date()
            return record.subject or record.kind.value, day, f"letters:{record.id}"
        case Project():
            what = "begun" if record.started else "ended"
            day_or_none = record.ended or record.started
            return record.title, day_or_none, f"projects:{record.id}:{what}"
        case ValueAdd():
            starts = record.starts.astimezone(zone).date() if record.starts else None
            return record.title, starts, ""
        case Course():
            return record.title, record.last_day, ""
        case Encounter():
            where = f" at {record.where}" if record.where else ""
            return f"met {record.person}{where}", record.day, f"encounters:{record.id}:met"
        case Referral():
            return (
                record.name,
                record.created.astimezone(zone).date(),
                f"referrals:{record.id}:named",
            )
        case _:
            return record.id, None, ""


def how_well(client: Record, finder: Finder) -> tuple[int, int]:
    """Return how well a client's names fit, the smaller the better."""
    if not isinstance(client, Client):
        return 9, 0
    names = [client.name, *(person.name for person in client.people)]
    return min(finder.rank(name) for name in names), len(client.name)
