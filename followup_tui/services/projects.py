"""Projects: beginning and ending one, and its closing steps."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain import closing
from followup_tui.domain.calling import slots
from followup_tui.domain.client import Client
from followup_tui.domain.playbook import Playbook, Trigger
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.project_views import Projects, Work
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.record import Clock, Invalid, Record, new_id, utc
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.services.bookings import NoSuchProject, midnight_of
from followup_tui.services.gather import how_recent, known_client
from followup_tui.services.ports import Change, Records
from followup_tui.services.whereabouts import WhereaboutsService
from followup_tui.settings.model import Settings

__all__ = ["NoSuchProject", "ProjectService", "Projects", "Work"]

_FEW = 5  # titles that an error lists: more is no help


class ProjectService:
    """Keeps projects. Every async method raises `ports.StoreProblem`."""

    def __init__(
        self, records: Records, playbooks: Mapping[str, Playbook], settings: Settings, clock: Clock
    ) -> None:
        self._records = records
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    @property
    def _playbook(self) -> Playbook | None:
        found = [p for p in self._playbooks.values() if p.due.trigger is Trigger.PROJECT_ENDED]
        return found[-1] if found else None

    # Reading

    async def of_client(self, client_id: str) -> Projects:
        """Return a client's projects; raises `gather.NoSuchClient`."""
        return await asyncio.to_thread(self._of_client, client_id)

    def _of_client(self, client_id: str) -> Projects:
        client = known_client(self._records, client_id)
        projects = self._records.of_client(Project, client_id)
        steps = self._records.of_client(NextStep, client_id)
        bookings = (s for s in steps if s.kind is StepKind.BOOKING and s.done is None)
        playbook = self._playbook
        return Projects(
            client=client,
            projects=tuple(sorted(projects, key=how_recent, reverse=True)),
            bookings=tuple(sorted(bookings, key=lambda step: step.at)),
            due=playbook.due if playbook else None,
            today=self._clock().date(),
        )

    async def find(self, client_id: str, words: str) -> Project:
        """Return the client's project of that id or title, or the start of one.

        Without words it is the only one, else the only one under way. Raises `NoSuchProject`.
        """
        every = (await self.of_client(client_id)).projects
        wanted = fold(clean_line(words))
        if not wanted:
            found = list(every) if len(every) == 1 else [p for p in every if p.under_way]
        else:
            found = (
                [p for p in every if wanted in (p.id, fold(p.title))]
                or [p for p in every if fold(p.title).startswith(wanted)]
                or [p for p in every if wanted in fold(p.title)]
            )
        if len(found) == 1:
            return found[0]
        raise NoSuchProject(_none_or_several(every, found, words))

    async def booking_day(self, client_id: str) -> date | None:
        """Return the day to propose for a booking: about a month ahead, a working day of both.

        None where there is none for weeks. Raises `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._booking_day, client_id)

    def _booking_day(self, client_id: str) -> date | None:
        client, now = known_client(self._records, client_id), self._clock()
        where = WhereaboutsService(self._settings, self._clock)
        found = slots.propose(
            StepKind.BOOKING,
            now=now,
            theirs=where.known(client),
            ours=where.ours(),
            number=1,
        )
        return found[0].date() if found else None

    # Writing

    async def write(
        self, client_id: str, work: Work, *, project_id: str = ""
    ) -> tuple[Project, NextStep | None]:
        """Write a project down, or what has changed of one; return it and the booking made.

        Ending a project and pencilling in what comes next are one change. Raises
        `domain.record.Invalid`, `NoSuchProject` and `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._write, client_id, work, project_id)

    def _write(
        self, client_id: str, work: Work, project_id: str
    ) -> tuple[Project, NextStep | None]:
        client, now = known_client(self._records, client_id), self._clock()
        before = self._known(project_id) if project_id else None
        base = before or Project(
            id=new_id(now), created=utc(now), client_id=client_id, title="a new one"
        )
        project = replace(
            base,
            title=clean_line(work.title),
            technologies=tuple(
                dict.fromkeys(t for each in work.technologies if (t := clean_line(each)))
            ),
            started=work.started,
            ended=work.ended,
            success=work.success,
            more_work=work.more_work,
            about=clean_text(work.about),
        )
        booking = self._pencilled(client, project, work.booking, now)
        put: tuple[Record, ...] = (project,) if booking is None else (project, booking)
        self._records.commit(Change(by=_what_changed(before, project, client), put=put))
        return project, booking

    def _pencilled(
        self, client: Client, project: Project, day: date | None, now: datetime
    ) -> NextStep | None:
        if day is None:
            return None
        if project.ended is None:
            raise Invalid("booking", "is pencilled in when the project has ended")
        return NextStep(
            id=new_id(now),
            created=utc(now),
            client_id=client.id,
            kind=StepKind.BOOKING,
            at=midnight_of(day, client, now, field="booking"),
            all_day=True,
            text=f"after {shorten(project.title, 200)}",
            project_id=project.id,
        )

    async def mark(
        self,
        project_id: str,
        kind: ClosingKind,
        state: StepState,
        *,
        day: date | None = None,
        note: str | None = None,
    ) -> Project:
        """Write where a closing step stands since `day` (None: today); return the project.

        Raises `NoSuchProject`, and `domain.record.Invalid` for a day to come.
        """
        return await asyncio.to_thread(self._mark, project_id, kind, state, day, note)

    def _mark(
        self,
        project_id: str,
        kind: ClosingKind,
        state: StepState,
        day: date | None,
        note: str | None,
    ) -> Project:
        project, today = self._known(project_id), self._clock().date()
        if day is not None and day > today:
            raise Invalid("day", "is still to come: name the day on which it was")
        words = None if note is None else clean_line(note)
        changed = closing.marked(project, kind, state, day or today, note=words)
        if changed != project:
            by = f"{kind.value} {state.value}: {project.title}"
            put = (changed, *self._called_again(project, changed))
            self._records.commit(Change(by=by, put=put))
        return changed

    def _called_again(self, before: Project, after: Project) -> tuple[Client, ...]:
        """Return the client with another day for the next call, where this was what it was for."""
        client, playbook = self._records.get(Client, before.client_id), self._playbook
        if client is None or playbook is None:
            return ()
        changed = closing.with_call_again(client, before, after, playbook.due)
        return () if changed == client else (replace(changed, changed=utc(self._clock())),)

    def _known(self, project_id: str) -> Project:
        project = self._records.get(Project, project_id)
        if project is None:
            raise NoSuchProject("This project is not there any more: it was removed elsewhere.")
        return project

    # What follows

    def follows(self, project: Project) -> str:
        """Return what comes next for a project that has ended, as a sentence."""
        playbook = self._playbook
        if project.ended is None or playbook is None:
            return ""
        left = closing.to_ask(project, playbook.due)
        if left:
            return f"To ask for: {closing.wanted_words(each.step for each in left)}."
        after = self._playbooks.get(playbook.wrap_up.settled_goes_to)
        name = f" From now on: {after.name}." if after else ""
        return f"Nothing is left to ask.{name}"


def _what_changed(before: Project | None, project: Project, client: Client) -> str:
    if project.ended is not None and (before is None or before.ended is None):
        what = "project ended"
    else:
        what = "project begun" if before is None else "project changed"
    return f"{what}: {project.title} ({client.name})"


def _none_or_several(every: Sequence[Project], found: Sequence[Project], words: str) -> str:
    listed = ", ".join(f"“{project.title}”" for project in (found or every)[:_FEW])
    if not every:
        return "No project is written down for this client."
    if not words.strip():
        return f"Say which project: {listed}."
    if found:
        return f"“{shorten(words, 60)}” fits {len(found)} projects: {listed}."
    return f"No project is called “{shorten(words, 60)}”; there are: {listed}."
