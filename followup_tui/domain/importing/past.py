"""Past projects and conversations that come in: whose they are, and what they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, tzinfo

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
from followup_tui.domain.importing.settling import may_be
from followup_tui.domain.importing.there import There, Whose, person_of
from followup_tui.domain.importing.turns import Settling, Told, Turns
from followup_tui.domain.importing.who import Match
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.project import Project
from followup_tui.domain.record import Record, new_id, utc
from followup_tui.domain.text import fold


class SettlingPast(Settling):
    """Settles projects or conversations, and anew what a word of the user has an effect on.

    What goes with a client of the desk is `merge`; what comes with a client who is not there yet is
    `new`.
    """

    def __init__(self, there: There, *, region: str, now: datetime, once: bool = False) -> None:
        """`now` carries the zone in which hours without one are.

        With `once` nothing can be settled again, and it takes less.
        """
        turns = Turns(once=once)
        super().__init__(turns)
        self._zone = _zone(now)
        self._today = now.date()
        self._whose = Whose(there.clients, region, turns)
        self._there = _known(there)
        """What is known already, by client and by what tells one from another."""
        self._lines: Told[tuple[object, ...], int] = Told(turns)
        """The same of earlier rows, with the line on which they stand."""

    def proposed(self, row: PlannedRow) -> Iterator[Match]:
        """Yield whose a row may be, the likeliest first."""
        content = row.content
        if isinstance(content, PastProject | PastInteraction):
            yield from self._whose.proposed(content.who)

    def row(self, row: PlannedRow, number: int) -> PlannedRow:
        """Return a row with its fate settled, by what is known when its turn comes."""
        content = row.content
        if not isinstance(content, PastProject | PastInteraction):
            return row
        clear = replace(row, client_id="", with_row=0, with_line=0, person="", unsure=False)
        if isinstance(content, PastInteraction) and self._is_to_come(content):
            return replace(clear, fate=Fate.SKIP, reason="its day is still to come")
        match = self._match(row, content.who)
        unsure = match is not None and not match.sure
        if row.decided is Fate.SKIP:
            return replace(clear, fate=Fate.SKIP, reason="you left it out", unsure=unsure)
        if match is not None and unsure and row.decided is None:
            return replace(clear, fate=Fate.SKIP, reason=may_be(match), unsure=True)
        if unsure and row.decided is Fate.NEW:
            match = None
        return self._taken(clear, content, number, match)

    def _is_to_come(self, content: PastInteraction) -> bool:
        return _at(content, self._zone).date() > self._today

    def _match(self, row: PlannedRow, who: Contact) -> Match | None:
        """Return whose a row is, as the user said or as it is found."""
        if row.decided is Fate.MERGE and row.chosen:
            match = self._whose.chosen(row.chosen, who)
            if match is not None:
                return match
        return self._whose.find(who)

    def _taken(
        self,
        row: PlannedRow,
        content: PastProject | PastInteraction,
        number: int,
        match: Match | None,
    ) -> PlannedRow:
        """Return a row that is of somebody who is there, or None: comes with a new client."""
        client = match.client if match else self._whose.comes(content.who, number, row.line)
        key = (client.client_id or client.row, *_told_by(content, self._zone))
        words = f"{client.name} has it already" if key in self._there else ""
        if not words and (line := self._lines.first(key)):
            words = f"stands in line {line} already"
        if words:
            return replace(row, fate=Fate.SKIP, reason=words, client_id=client.client_id)
        self._lines.say(key, row.line)
        with_another = not client.client_id and client.row != number
        found = replace(
            row,
            client_id=client.client_id,
            with_row=client.row if with_another else 0,
            with_line=client.line if with_another else 0,
            person=person_of(match, content.who) if match else _name(content.who),
        )
        what = "a project" if isinstance(content, PastProject) else "a conversation"
        said = ", as you said" if row.decided else ""
        if match is None:
            words = f"{what} with {client.name}, a new client{said}"
            return replace(found, fate=Fate.NEW, reason=words)
        where = f", who comes with line {client.line}" if client.line else ""
        return replace(found, fate=Fate.MERGE, reason=f"{what} with {client.name}{where}{said}")


def settled(
    plan: ImportPlan,
    there: There,
    *,
    region: str,
    now: datetime,
    progress: Progress = untold,
) -> ImportPlan:
    """Return `plan`, of projects or conversations, with the fate of each row settled."""
    return SettlingPast(there, region=region, now=now).settled(plan, progress)


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
