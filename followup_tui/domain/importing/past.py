"""Past projects and conversations that come in: whose they are, and what they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from followup_tui.domain.client import Client, Origin, OriginKind
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    ImportPlan,
    PastInteraction,
    PastProject,
    PlannedRow,
    Progress,
    untold,
)
from followup_tui.domain.importing.there import There, Whose, person_of
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.project import Project
from followup_tui.domain.record import Record, new_id, utc
from followup_tui.domain.text import fold

_TOLD_EVERY = 500  # rows


@dataclass(slots=True)
class _Settling:
    """What is needed to settle a row."""

    whose: Whose
    there: set[tuple[object, ...]]
    """What is known already, by client and by what tells one from another."""
    lines: dict[tuple[object, ...], int]
    """The same of earlier rows, with the line on which they stand."""
    zone: tzinfo
    today: date


def settled(
    plan: ImportPlan,
    there: There,
    *,
    region: str,
    now: datetime,
    progress: Progress = untold,
) -> ImportPlan:
    """Return `plan`, of projects or conversations, with the fate of each row settled.

    What goes with a client of the desk is `merge`; what comes with a client who is not there yet is
    `new`. `now` carries the zone in which hours without one are.
    """
    known = _known(there)
    zone = _zone(now)
    settling = _Settling(Whose(there.clients, region), known, {}, zone, now.date())
    rows = []
    for number, row in enumerate(plan.rows, start=1):
        if number % _TOLD_EVERY == 1:
            progress("Comparing", number - 1, len(plan.rows))
        content = row.content
        if isinstance(content, PastProject | PastInteraction):
            row = _row(row, content, number, settling)  # noqa: PLW2901 - the same row, settled
        rows.append(row)
    return replace(plan, rows=tuple(rows))


def _zone(now: datetime) -> tzinfo:
    if now.tzinfo is None:
        raise ValueError("now must carry a zone")
    return now.tzinfo


def _known(there: There) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = {(each.client_id, fold(each.title)) for each in there.projects}
    found.update((each.client_id, each.at, _text_of(each)) for each in there.interactions)
    return found


def _text_of(interaction: Interaction) -> str:
    return interaction.summary or "\n".join(line.text for line in interaction.notes)


def _row(
    row: PlannedRow, content: PastProject | PastInteraction, number: int, settling: _Settling
) -> PlannedRow:
    if isinstance(content, PastInteraction) and _at(content, settling.zone).date() > settling.today:
        return replace(row, fate=Fate.SKIP, reason="its day is still to come")
    match = settling.whose.find(content.who)
    if match is not None and not match.sure:
        who = match.person.name if match.person else match.client.name
        words = (
            f"may be of {who} at {match.client.name} ({match.by}): write the name as it is there"
        )
        return replace(row, fate=Fate.SKIP, reason=words, unsure=True)
    client = match.client if match else settling.whose.comes(content.who, number, row.line)
    key = (client.client_id or client.row, *_told_by(content, settling.zone))
    if key in settling.there:
        words = f"{client.name} has it already"
        return replace(row, fate=Fate.SKIP, reason=words, client_id=client.client_id)
    if line := settling.lines.get(key):
        words = f"stands in line {line} already"
        return replace(row, fate=Fate.SKIP, reason=words, client_id=client.client_id)
    settling.lines[key] = row.line
    found = replace(
        row,
        client_id=client.client_id,
        with_row=0 if client.client_id or client.row == number else client.row,
        with_line=0 if client.client_id or client.row == number else client.line,
        person=person_of(match, content.who) if match else _name(content.who),
    )
    what = "a project" if isinstance(content, PastProject) else "a conversation"
    if match is None:
        return replace(found, fate=Fate.NEW, reason=f"{what} with {client.name}, a new client")
    where = f", who comes with line {client.line}" if client.line else ""
    return replace(found, fate=Fate.MERGE, reason=f"{what} with {client.name}{where}")


def _name(contact: Contact) -> str:
    return contact.person.name if contact.person and contact.company else ""


def _told_by(content: PastProject | PastInteraction, zone: tzinfo) -> tuple[object, ...]:
    if isinstance(content, PastProject):
        return (fold(content.title),)
    return (utc(_at(content, zone)), content.text)


def _at(content: PastInteraction, zone: tzinfo) -> datetime:
    return content.at if content.at.tzinfo else content.at.replace(tzinfo=zone)


def records_of(plan: ImportPlan, *, now: datetime) -> Iterator[Record]:
    """Yield what carrying out a settled plan of projects or conversations writes."""
    comes: dict[int, str] = {}
    zone = _zone(now)
    for number, row in enumerate(plan.rows, start=1):
        content = row.content
        if row.fate is Fate.SKIP or not isinstance(content, PastProject | PastInteraction):
            continue
        client_id = row.client_id or comes.get(row.with_row, "")
        if not client_id:
            client = _client(content.who, plan.source, now)
            yield client
            client_id = comes[number] = client.id
        if isinstance(content, PastProject):
            yield _project(content, client_id, now)
        else:
            yield _interaction(content, client_id, row.person, now, zone)


def _client(contact: Contact, source: str, now: datetime) -> Client:
    return Client(
        id=new_id(now),
        created=utc(now),
        name=contact.client_name,
        people=(contact.person,) if contact.person else (),
        website=contact.website,
        tags=contact.tags,
        origin=Origin(kind=OriginKind.IMPORT, detail=source),
    )


def _project(content: PastProject, client_id: str, now: datetime) -> Project:
    return Project(
        id=new_id(now),
        created=utc(now),
        client_id=client_id,
        title=content.title,
        technologies=content.technologies,
        started=content.started,
        ended=content.ended,
        success=content.success,
        about=content.about,
    )


def _interaction(
    content: PastInteraction, client_id: str, person: str, now: datetime, zone: tzinfo
) -> Interaction:
    at = utc(_at(content, zone))
    lines = (line.strip() for line in content.text.split("\n"))
    return Interaction(
        id=new_id(now),
        created=utc(now),
        client_id=client_id,
        kind=content.kind,
        at=at,
        person=person,
        outcome=content.outcome,
        notes=tuple(NoteLine(at=at, text=line) for line in lines if line),
    )
