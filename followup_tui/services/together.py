"""All services of one desk, each imported and made when it is first asked for.

Importing them all takes as long as a fifth of the start of the program, and the first paint needs
the call list alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup_tui.domain.courses.attending import AttendeeFile
    from followup_tui.domain.exporting.everything import ReadDesk
    from followup_tui.domain.letters.templates import LetterTemplates
    from followup_tui.domain.playbook import Playbook
    from followup_tui.domain.record import Clock
    from followup_tui.services.agreements import AgreementService, WriteCalendar
    from followup_tui.services.bookings import BookingService
    from followup_tui.services.call import CallService
    from followup_tui.services.call_drafts import CallDrafts
    from followup_tui.services.call_list import CallListService
    from followup_tui.services.clients import ClientService
    from followup_tui.services.courses.drawing import DrawService
    from followup_tui.services.courses.keeping import CourseService
    from followup_tui.services.courses.reviewing import ReviewService
    from followup_tui.services.dialling import DiallingService
    from followup_tui.services.exporting.service import ExportService, Writers
    from followup_tui.services.history import HistoryService
    from followup_tui.services.importing import ImportService, ReadFile
    from followup_tui.services.letters.service import LetterService
    from followup_tui.services.letters.writing import Writer
    from followup_tui.services.library import LibraryService
    from followup_tui.services.log import LogService
    from followup_tui.services.memory import MemoryService
    from followup_tui.services.merging import MergeService
    from followup_tui.services.networking.meeting import MetService
    from followup_tui.services.ports import (
        Cache,
        Drafts,
        Files,
        Mappings,
        Outlets,
        Pages,
        Programs,
        Records,
        Sites,
    )
    from followup_tui.services.prefetch import PrefetchService
    from followup_tui.services.preparation import PreparationService
    from followup_tui.services.projects import ProjectService
    from followup_tui.services.searching import SearchService
    from followup_tui.services.timeline import TimelineService
    from followup_tui.services.whereabouts import WhereaboutsService
    from followup_tui.services.whole_desk import WholeDeskService
    from followup_tui.services.wrap_up import WrapUpService
    from followup_tui.settings.announcement import Announcement
    from followup_tui.settings.model import Settings

# ruff: noqa: PLC0415 - that they are imported late is what this module is for


@dataclass(frozen=True, slots=True)
class Parts:
    """What services are made of."""

    home: Path
    settings: Settings
    clock: Clock
    playbooks: Mapping[str, Playbook]
    records: Records
    drafts: Drafts
    cache: Cache
    pages: Pages
    sites: Sites
    read_file: ReadFile
    mappings: Callable[[], Mappings]
    programs: Callable[[], Programs]
    files: Files
    writers: Callable[[], Writers]
    read_whole_desk: Callable[[Path], ReadDesk]
    write_calendar: WriteCalendar
    templates: Callable[[], LetterTemplates]
    outlets: Callable[[], Outlets]
    read_attendees: Callable[[Path], AttendeeFile]
    announcement: Callable[[], Announcement]
    made_from: Callable[[], str]
    """Tells the state of the files that what is read now is read from; empty: unknown."""
    rules: str
    """Tells the settings, the playbooks and the program from others; empty: unknown."""


class Services:
    """Makes each service once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @cached_property
    def call_list(self) -> CallListService:
        """Whom to call next."""
        from followup_tui.services.call_list import CallListService

        it = self._parts
        return CallListService(
            it.records,
            it.cache,
            it.playbooks,
            it.settings,
            it.clock,
            made_from=it.made_from,
            rules=it.rules,
        )

    @cached_property
    def clients(self) -> ClientService:
        """Clients, their people and notes."""
        from followup_tui.services.clients import ClientService

        it = self._parts
        return ClientService(it.records, it.playbooks, it.settings, it.clock)

    @cached_property
    def preparation(self) -> PreparationService:
        """Preparing one client."""
        from followup_tui.services.preparation import PreparationService

        it = self._parts
        return PreparationService(
            it.records,
            it.pages,
            it.sites,
            it.playbooks,
            it.settings,
            it.clock,
            lambda: self._quick_writer,
        )

    @cached_property
    def _call_drafts(self) -> CallDrafts:
        from followup_tui.services.call_drafts import CallDrafts

        return CallDrafts(self._parts.drafts, self._parts.records)

    @cached_property
    def call(self) -> CallService:
        """The call while it is held."""
        from followup_tui.services.call import CallService

        it = self._parts
        return CallService(it.records, self._call_drafts, it.playbooks, it.settings, it.clock)

    @cached_property
    def wrap_up(self) -> WrapUpService:
        """What comes of a call."""
        from followup_tui.services.wrap_up import WrapUpService

        it = self._parts
        return WrapUpService(it.records, self._call_drafts, it.playbooks, it.settings, it.clock)

    @cached_property
    def whereabouts(self) -> WhereaboutsService:
        """Where clients are, and what time it is there."""
        from followup_tui.services.whereabouts import WhereaboutsService

        return WhereaboutsService(self._parts.settings, self._parts.clock)

    @cached_property
    def dialling(self) -> DiallingService:
        """Dialling numbers."""
        from followup_tui.services.dialling import DiallingService

        it = self._parts
        return DiallingService(it.records, it.programs(), it.playbooks, it.settings, it.clock)

    @cached_property
    def log(self) -> LogService:
        """Writing down conversations that were held elsewhere."""
        from followup_tui.services.log import LogService

        it = self._parts
        return LogService(
            self.call, self.wrap_up, self._call_drafts, self.dialling, it.records, it.clock
        )

    @cached_property
    def agreements(self) -> AgreementService:
        """What is owed and agreed."""
        from followup_tui.services.agreements import AgreementService

        return AgreementService(self._parts.records, self._parts.write_calendar, self._parts.clock)

    @cached_property
    def projects(self) -> ProjectService:
        """Projects and their closing steps."""
        from followup_tui.services.projects import ProjectService

        it = self._parts
        return ProjectService(it.records, it.playbooks, it.settings, it.clock)

    @cached_property
    def bookings(self) -> BookingService:
        """Bookings that were pencilled in."""
        from followup_tui.services.bookings import BookingService

        return BookingService(self._parts.records, self._parts.clock)

    @cached_property
    def history(self) -> HistoryService:
        """What was changed, and taking it back."""
        from followup_tui.services.history import HistoryService

        return HistoryService(self._parts.records, self._parts.clock)

    @cached_property
    def timeline(self) -> TimelineService:
        """What happened with a client, in the order of time."""
        from followup_tui.services.timeline import TimelineService

        it = self._parts
        return TimelineService(it.records, it.sites, it.playbooks, it.settings, it.clock)

    @cached_property
    def memory(self) -> MemoryService:
        """Mending what was written down."""
        from followup_tui.services.memory import MemoryService

        it = self._parts
        return MemoryService(it.records, it.settings, it.clock)

    @cached_property
    def importing(self) -> ImportService:
        """Contacts from files."""
        from followup_tui.services.importing import ImportService

        it = self._parts
        return ImportService(it.records, it.read_file, it.mappings(), it.settings, it.clock)

    @cached_property
    def merging(self) -> MergeService:
        """Making one client of two."""
        from followup_tui.services.merging import MergeService

        it = self._parts
        return MergeService(it.records, it.drafts, it.settings, it.clock)

    @cached_property
    def exporting(self) -> ExportService:
        """What leaves the desk."""
        from followup_tui.services.exporting.service import ExportService, Near

        it = self._parts
        near = Near(self.call_list, self.preparation, self.whereabouts)
        return ExportService(it.records, it.files, it.writers, near, it.playbooks, it.clock)

    @cached_property
    def searching(self) -> SearchService:
        """Finding things."""
        from followup_tui.services.searching import SearchService

        return SearchService(self._parts.records, self._parts.clock)

    @cached_property
    def whole_desk(self) -> WholeDeskService:
        """A whole desk out of its export."""
        from followup_tui.services.whole_desk import WholeDeskService

        return WholeDeskService(self._parts.records, self._parts.read_whole_desk)

    @cached_property
    def courses(self) -> CourseService:
        """Courses and their attendees."""
        from followup_tui.services.courses.keeping import CourseService

        it = self._parts
        return CourseService(
            it.records, it.read_attendees, it.announcement, it.playbooks, it.settings, it.clock
        )

    @cached_property
    def draws(self) -> DrawService:
        """Who is asked to a coffee, and what becomes of it."""
        from followup_tui.services.courses.drawing import DrawService

        it = self._parts
        return DrawService(it.records, it.settings, it.clock)

    @cached_property
    def reviews(self) -> ReviewService:
        """What was found about courses."""
        from followup_tui.services.courses.reviewing import ReviewService

        it = self._parts
        return ReviewService(it.records, it.playbooks, it.clock)

    @cached_property
    def met(self) -> MetService:
        """Who was met."""
        from followup_tui.services.networking.meeting import MetService

        it = self._parts
        return MetService(it.records, self.whereabouts, it.write_calendar, it.settings, it.clock)

    @cached_property
    def library(self) -> LibraryService:
        """What can be given, and the sources that fill it."""
        from followup_tui.services.library import LibraryService

        it = self._parts
        return LibraryService(it.records, it.pages, it.settings, it.clock)

    @cached_property
    def letters(self) -> LetterService:
        """What is written to clients."""
        from followup_tui.services.letters.service import LetterService

        return LetterService(self._parts, self._writer, self.preparation.seen)

    @cached_property
    def _writer(self) -> Writer:
        from followup_tui.services.letters.writing import Writer

        return Writer(self._parts, self.whereabouts.known, self.whereabouts.ours)

    @cached_property
    def _quick_writer(self) -> Writer:
        """Begins letters without waiting for what public holidays there are."""
        from followup_tui.services.letters.writing import Writer

        return Writer(self._parts, self.whereabouts.at_once, self.whereabouts.ours_at_once)

    @cached_property
    def prefetch(self) -> PrefetchService:
        """Preparing the day's clients quietly beforehand."""
        from followup_tui.services.prefetch import PrefetchService

        it = self._parts
        return PrefetchService(self.call_list, self.preparation, it.settings, it.clock)

    async def close(self) -> None:
        """Bring to its end what is being kept of a call, and stop reading for the search."""
        if "searching" in self.__dict__:
            self.searching.close()
        if "call" in self.__dict__:  # where `cached_property` keeps what was made
            await self.call.close()
