"""Exporting everything, or one client: what would be written where, then writing it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from followup_tui.domain.calling.calendar_entry import CalendarEntry
from followup_tui.domain.client import Client
from followup_tui.domain.exporting.agenda import agenda
from followup_tui.domain.exporting.brief import Brief, BriefPage, brief_page, day_title
from followup_tui.domain.exporting.everything import Everything
from followup_tui.domain.exporting.export import Export, Exported, ExportKind, ExportProblem
from followup_tui.domain.exporting.file_names import file_names
from followup_tui.domain.exporting.story import Story
from followup_tui.domain.exporting.tables import Table, contacts, tables
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import NextStep, Promise
from followup_tui.domain.record import Clock
from followup_tui.domain.words import count
from followup_tui.services.call_list import CallListService
from followup_tui.services.exporting.gathering import Stories, everything
from followup_tui.services.exporting.writing import alone, in_folder, read_list, write
from followup_tui.services.gather import known_client, zone_of
from followup_tui.services.ports import Files, Records
from followup_tui.services.preparation import PreparationService
from followup_tui.services.whereabouts import WhereaboutsService

_CALENDAR = "followup: due and agreed"
_ENDINGS = {
    ExportKind.JSON: ".json",
    ExportKind.CSV: ".csv",
    ExportKind.VCARD: ".vcf",
    ExportKind.MARKDOWN: ".md",
    ExportKind.ICAL: ".ics",
    ExportKind.HTML: ".html",
}
_FOLDERS = frozenset({ExportKind.CSV, ExportKind.MARKDOWN})
"""What goes into a folder, unless the path ends like one file of it."""


class Writers(Protocol):
    """Makes the files of other programs out of what is exported."""

    def everything(self, everything: Everything) -> Iterable[bytes]:
        """Return the JSON file of everything, in pieces."""
        ...

    def table(self, table: Table) -> bytes:
        """Return a table as CSV."""
        ...

    def cards(self, clients: Iterable[Client]) -> bytes:
        """Return the vCards of all people of `clients`."""
        ...

    def story(self, story: Story) -> bytes:
        """Return a client's story as Markdown."""
        ...

    def calendar(self, entries: Sequence[CalendarEntry], now: datetime, name: str) -> bytes:
        """Return a calendar to subscribe to."""
        ...

    def brief(self, brief: Brief) -> bytes:
        """Return a brief as HTML."""
        ...

    def mark(self, kind: ExportKind) -> bytes:
        """Return by what a file is known as made anew each time, so that it may be replaced.

        Empty for those of which somebody may want to keep an earlier one.
        """
        ...


class Near:
    """The services that an export asks."""

    def __init__(
        self,
        call_list: CallListService,
        preparation: PreparationService,
        whereabouts: WhereaboutsService,
    ) -> None:
        self.call_list = call_list
        self.preparation = preparation
        self.whereabouts = whereabouts


class ExportService:
    """Writes out what is on the desk. Every method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        files: Files,
        writers: Callable[[], Writers],
        near: Near,
        playbooks: Mapping[str, Playbook],
        clock: Clock,
    ) -> None:
        self._records = records
        self._files = files
        self._writers = writers
        self._near = near
        self._playbooks = playbooks
        self._clock = clock

    async def prepared(self, kind: ExportKind, path: Path, *, client_id: str = "") -> Export:
        """Return what is to be written; nothing is written yet.

        With `client_id` it is about that client alone. CSV and Markdown go into a folder, or into
        one file where the path ends like one. Raises `ExportProblem` and `gather.NoSuchClient`.
        """
        if client_id:
            known_client(self._records, client_id)
        if _is_one_file(kind, path) and path.is_dir():
            example = path / f"followup{_ENDINGS[kind]}"
            raise ExportProblem(f"{path} is a folder: name a file in it, like {example}.")
        if kind is ExportKind.HTML:
            return await self._brief(path, client_id)
        return await asyncio.to_thread(self._prepared, kind, path, client_id)

    async def write(self, export: Export, *, over_others: bool = False) -> Exported:
        """Write it; files in its way that are not ours stay unless `over_others`."""
        return await asyncio.to_thread(
            write,
            self._files,
            export,
            over_others=over_others,
            in_folder=not _is_one_file(export.kind, export.root),
        )

    def _prepared(self, kind: ExportKind, path: Path, client_id: str) -> Export:
        one = _is_one_file(kind, path)
        match kind:
            case ExportKind.JSON:
                return self._everything(path, client_id)
            case ExportKind.CSV:
                return self._contacts(path, client_id) if one else self._tables(path, client_id)
            case ExportKind.VCARD:
                clients = self._clients(client_id)
                cards = self._writers().cards(clients)
                people = sum(len(client.people) or 1 for client in clients)
                return self._alone(kind, path, cards, count(people, "card"))
            case ExportKind.ICAL:
                return self._calendar(path, client_id)
            case _:
                return self._stories(path, client_id, one=one)

    def _clients(self, client_id: str) -> Sequence[Client]:
        if client_id:
            return (known_client(self._records, client_id),)
        return self._records.all(Client)

    def _alone(self, kind: ExportKind, path: Path, content: bytes, what: str) -> Export:
        file = alone(self._files, path, content, mark=self._writers().mark(kind))
        return Export(kind, path, (file,), what)

    def _everything(self, path: Path, client_id: str) -> Export:
        found = everything(self._records, self._clock(), client_id=client_id)
        content = b"".join(self._writers().everything(found))
        return self._alone(ExportKind.JSON, path, content, count(len(found), "record"))

    def _contacts(self, path: Path, client_id: str) -> Export:
        table = contacts(self._clients(client_id))
        content = self._writers().table(table)
        return self._alone(ExportKind.CSV, path, content, count(len(table.rows), "contact"))

    def _tables(self, folder: Path, client_id: str) -> Export:
        now = self._clock()
        found = everything(self._records, now, client_id=client_id)
        write_table = self._writers().table
        named = [
            ("contacts", contacts(self._clients(client_id))),
            *tables(found.tables, zone=zone_of(now)),
        ]
        contents = [(f"{name}.csv", "", write_table(table)) for name, table in named]
        files = in_folder(self._files, folder, contents)
        return Export(ExportKind.CSV, folder, files, count(len(found), "record"))

    def _calendar(self, path: Path, client_id: str) -> Export:
        now = self._clock()
        entries = agenda(
            {client.id: client for client in self._clients(client_id)},
            steps=self._records.all(NextStep),
            promises=self._records.all(Promise),
            calls=self._near.call_list.now_listed(),
        )
        content = self._writers().calendar(entries, now, _CALENDAR)
        what = count(len(entries), "entry", "entries")
        return self._alone(ExportKind.ICAL, path, content, what)

    def _stories(self, path: Path, client_id: str, *, one: bool) -> Export:
        if one and not client_id:
            raise ExportProblem(
                "Markdown has a file for each client: name a folder, or the client as well."
            )
        stories = Stories(self._records, self._playbooks, self._clock())
        chosen = [each for each in stories.clients if each.id == client_id or not client_id]
        story = self._writers().story
        if one:
            content = story(stories.of(chosen[0], {}))
            return self._alone(ExportKind.MARKDOWN, path, content, chosen[0].name)
        names = file_names(
            ((client.id, client.name) for client in stories.clients),
            ending=_ENDINGS[ExportKind.MARKDOWN],
            taken=read_list(self._files, path).names(),
        )
        links = {key: name.removesuffix(".md") for key, name in names.items()}
        contents = [
            (names[client.id], client.id, story(stories.of(client, links))) for client in chosen
        ]
        files = in_folder(self._files, path, contents)
        return Export(ExportKind.MARKDOWN, path, files, count(len(chosen), "client"))

    async def _brief(self, path: Path, client_id: str) -> Export:
        """Return the brief of one client, or of the day within its capacity."""
        now = self._clock()
        calls = await asyncio.to_thread(self._near.call_list.now_listed)
        wanted = [client_id] if client_id else [entry.client_id for entry in calls.today]
        pages = [await self._page(each, now) for each in wanted]
        beyond = len(calls.beyond)
        left_out = f"{count(beyond, 'more client')} over the day's capacity." if beyond else ""
        brief = Brief(
            title=pages[0].name if client_id else day_title(now),
            printed=now,
            pages=tuple(pages),
            left_out="" if client_id else left_out,
        )
        content = await asyncio.to_thread(self._writers().brief, brief)
        what = pages[0].name if client_id else count(len(pages), "client")
        return await asyncio.to_thread(self._alone, ExportKind.HTML, path, content, what)

    async def _page(self, client_id: str, now: datetime) -> BriefPage:
        view = await self._near.preparation.view(client_id)
        zone = self._near.whereabouts.at_once(view.client).zone
        return brief_page(view, now=now, zone=zone)


def _is_one_file(kind: ExportKind, path: Path) -> bool:
    return kind not in _FOLDERS or path.suffix.lower() == _ENDINGS[kind]
