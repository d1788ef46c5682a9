"""The composition root: settings, store, web and services make one Desk.

Only this package knows the concrete classes. Nothing of the web is imported before it is used, so
that the first paint waits for nothing but Textual and the store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.desk import late
from followup_tui.desk.kept_playbooks import playbooks_of
from followup_tui.desk.late import Hosts
from followup_tui.desk.lazy_web import LazyPages, LazySites
from followup_tui.domain.playbook import Playbook, naming
from followup_tui.domain.record import Clock
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Cache, Drafts, Pages, Records, Sites, StoreProblem
from followup_tui.services.together import Parts, Services
from followup_tui.settings.clock import machine_clock
from followup_tui.settings.load import load_settings
from followup_tui.settings.model import Settings
from followup_tui.settings.terminal import looks
from followup_tui.store.cache import FOLDER as CACHE
from followup_tui.store.cache import FileCache
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.files import make_private_folder, write_whole
from followup_tui.store.first_sight import KEY, Sight, kept_in
from followup_tui.store.outside import OutsideFiles
from followup_tui.store.records import TinyRecords
from followup_tui.store.stamp import made_from, rules_of

if TYPE_CHECKING:
    from followup_tui.services.agreements import AgreementService
    from followup_tui.services.bookings import BookingService
    from followup_tui.services.call import CallService
    from followup_tui.services.call_list import CallListService
    from followup_tui.services.clients import ClientService
    from followup_tui.services.courses.drawing import DrawService
    from followup_tui.services.courses.keeping import CourseService
    from followup_tui.services.courses.reviewing import ReviewService
    from followup_tui.services.dialling import DiallingService
    from followup_tui.services.exporting.service import ExportService
    from followup_tui.services.history import HistoryService
    from followup_tui.services.importing import ImportService
    from followup_tui.services.letters.service import LetterService
    from followup_tui.services.library import LibraryService
    from followup_tui.services.log import LogService
    from followup_tui.services.memory import MemoryService
    from followup_tui.services.merging import MergeService
    from followup_tui.services.networking.meeting import MetService
    from followup_tui.services.ports import Outlets, Programs
    from followup_tui.services.prefetch import PrefetchService
    from followup_tui.services.preparation import PreparationService
    from followup_tui.services.projects import ProjectService
    from followup_tui.services.searching import SearchService
    from followup_tui.services.timeline import TimelineService
    from followup_tui.services.whereabouts import WhereaboutsService
    from followup_tui.services.whole_desk import WholeDeskService
    from followup_tui.services.wrap_up import WrapUpService
    from followup_tui.settings.schema import TomlValue


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the user works with, over one home folder."""

    home: Path
    settings: Settings
    clock: Clock
    playbooks: Mapping[str, Playbook]
    records: Records
    drafts: Drafts
    cache: Cache
    pages: Pages
    sites: Sites
    services: Services
    problems: tuple[str, ...] = ()
    """Sentences about what could not be loaded (a setting, a playbook): the desk works without."""
    demo: bool = False
    upkeep: Callable[[], None] | None = None
    """Does what is to be done by itself once a day; None where nothing is (the sample desk)."""

    @property
    def call_list(self) -> CallListService:
        """Whom to call next and why."""
        return self.services.call_list

    @property
    def clients(self) -> ClientService:
        """Clients, their people and notes."""
        return self.services.clients

    @property
    def preparation(self) -> PreparationService:
        """Preparing one client."""
        return self.services.preparation

    @property
    def call(self) -> CallService:
        """The call while it is held."""
        return self.services.call

    @property
    def wrap_up(self) -> WrapUpService:
        """What comes of a call."""
        return self.services.wrap_up

    @property
    def whereabouts(self) -> WhereaboutsService:
        """Where clients are, and what time it is there."""
        return self.services.whereabouts

    @property
    def dialling(self) -> DiallingService:
        """Dialling numbers."""
        return self.services.dialling

    @property
    def log(self) -> LogService:
        """Writing down conversations that were held elsewhere."""
        return self.services.log

    @property
    def agreements(self) -> AgreementService:
        """What is owed and agreed."""
        return self.services.agreements

    @property
    def projects(self) -> ProjectService:
        """Projects and their closing steps."""
        return self.services.projects

    @property
    def bookings(self) -> BookingService:
        """Bookings that were pencilled in."""
        return self.services.bookings

    @property
    def history(self) -> HistoryService:
        """What was changed, and taking it back."""
        return self.services.history

    @property
    def timeline(self) -> TimelineService:
        """What happened with a client, in the order of time."""
        return self.services.timeline

    @property
    def memory(self) -> MemoryService:
        """Mending what was written down."""
        return self.services.memory

    @property
    def importing(self) -> ImportService:
        """Contacts from files."""
        return self.services.importing

    @property
    def merging(self) -> MergeService:
        """Making one client of two."""
        return self.services.merging

    @property
    def exporting(self) -> ExportService:
        """What leaves the desk."""
        return self.services.exporting

    @property
    def searching(self) -> SearchService:
        """Finding things."""
        return self.services.searching

    @property
    def whole_desk(self) -> WholeDeskService:
        """A whole desk out of its export."""
        return self.services.whole_desk

    @property
    def courses(self) -> CourseService:
        """Courses and their attendees."""
        return self.services.courses

    @property
    def draws(self) -> DrawService:
        """Who is asked to a coffee after a course, and what becomes of it."""
        return self.services.draws

    @property
    def reviews(self) -> ReviewService:
        """What was found about courses."""
        return self.services.reviews

    @property
    def library(self) -> LibraryService:
        """What can be given, and the sources that fill it."""
        return self.services.library

    @property
    def letters(self) -> LetterService:
        """What is written to clients."""
        return self.services.letters

    @property
    def met(self) -> MetService:
        """Who was met."""
        return self.services.met

    @property
    def prefetch(self) -> PrefetchService:
        """Preparing the day's clients quietly beforehand."""
        return self.services.prefetch

    def wants_first_sight(self) -> bool:
        """Say whether what the first screen is like is to be kept, and is not kept yet."""
        made, terminal = self.call_list.last_made, looks()
        if self.demo or made is None or not (made.made_from and terminal):
            return False
        kept = kept_in(self.home)
        return kept is None or (kept.made_from, kept.looks) != (made.made_from, terminal)

    def keep_first_sight(self, drawn: str) -> None:
        """Keep what the first screen with the list of this moment is like (`drawn`).

        It is drawn at the next start, as long as nothing that it follows from has changed.
        """
        made = self.call_list.last_made
        if made is not None:
            since, until = (moment.timestamp() for moment in made.span)
            zone = str(made.queue.now.tzinfo)
            sight = Sight(made.made_from, looks(), since, until, zone, drawn)
            self.cache.save(KEY, sight.encoded())

    def look_after(self) -> None:
        """Make the backup of the day, unless it is there; for a thread, after the first paint.

        Raises `ports.StoreProblem`; nothing else depends on it.
        """
        if self.upkeep is not None:
            self.upkeep()

    def save_elsewhere(self, path: Path, text: str) -> None:
        """Write `text` to a new file of the user's choosing; see `save_file`."""
        self.save_file(path, f"{text}\n".encode())

    def save_file(self, path: Path, content: bytes) -> None:
        """Write `content` to a new file of the user's choosing, for the user alone.

        A path that does not begin at the root begins in the user's own folder. Raises
        `ports.StoreProblem`, also where something stands there already.
        """
        try:
            whole = Path.home() / path.expanduser()
        except RuntimeError:
            raise StoreProblem(f"{path} names nobody's folder: write the path whole.") from None
        if whole.exists():
            raise StoreProblem(f"{whole} stands there already: choose another name.")
        write_whole(whole, (content,))

    def change_settings(self, changes: Mapping[str, TomlValue | None], *, before: str) -> None:
        """Write `changes` (dotted key -> value; None: the default) into the file of the settings.

        `before` is what the file said when the user began. They hold for a desk that is opened from
        now on. Raises `SettingsProblem` and `ports.StoreProblem`.
        """
        late.change_settings(self.home, changes, before=before)

    async def close(self) -> None:
        """Bring to its end what is being kept, and close what is open."""
        await self.services.close()
        await self.pages.close()
        made_from, version = self.call_list.made_from, self.records.version
        self.records.close()  # the loop has nothing else to do by now
        if self.records.version == version:
            self._keep_compacted(made_from)

    def _keep_compacted(self, before: str) -> None:
        """Keep the first sight also where the files were written anew, with the same in them."""
        now, kept = self.call_list.made_from, kept_in(self.home)
        if now != before and kept is not None and kept.made_from == before:
            self.cache.save(KEY, kept._replace(made_from=now).encoded())


@dataclass(frozen=True, slots=True)
class Web:
    """The two ways of looking at the web."""

    pages: Pages
    sites: Sites


def assemble(  # noqa: PLR0913 - each part is one that a test gives its own of
    home: Path,
    *,
    settings: Settings,
    clock: Clock,
    playbooks: Mapping[str, Playbook],
    records: Records,
    drafts: Drafts,
    cache: Cache,
    web: Web,
    programs: Callable[[], Programs] | None = None,
    outlets: Callable[[], Outlets] | None = None,
    rules: str = "",
) -> Desk:
    """Make a Desk of its parts; `open_desk` gives the real ones, a test its own.

    `programs` is called when the first other program is to be started, `outlets` when the first
    letter is to leave; None: this machine's. `rules` tells settings and playbooks from others
    (`store.stamp.rules_of`).
    """
    programme = settings.mail.partner_programme
    playbooks = {key: naming(playbook, programme) for key, playbook in playbooks.items()}
    parts = Parts(
        home=home,
        settings=settings,
        clock=clock,
        playbooks=playbooks,
        records=records,
        drafts=drafts,
        cache=cache,
        pages=web.pages,
        sites=web.sites,
        read_file=late.read_file,
        mappings=partial(late.mappings, home),
        programs=programs or late.programs,
        files=OutsideFiles(),
        writers=late.writers,
        read_whole_desk=late.read_whole_desk,
        write_calendar=late.write_calendar,
        templates=partial(late.templates, home),
        outlets=outlets or partial(late.outlets, programs or late.programs, settings),
        read_attendees=late.read_attendees,
        announcement=partial(late.announcement, home),
        made_from=lambda: made_from(rules, records.stamp),
        rules=rules,
    )
    return Desk(
        home=home,
        settings=settings,
        clock=clock,
        playbooks=playbooks,
        records=records,
        drafts=drafts,
        cache=cache,
        pages=web.pages,
        sites=web.sites,
        services=Services(parts),
    )


def open_desk(
    home: Path,
    *,
    now: Callable[[], datetime] | None = None,
    hosts: Hosts | None = None,
    demo: bool = False,
) -> Desk:
    """Open the desk of one home folder, making the folder if it is not there.

    `now` gives the moment with the user's zone (default: the machine's clock). `hosts` says where
    the sample desk's and the tests' web sites are. Raises `ports.StoreProblem`,
    `settings.model.SettingsProblem`.
    """
    make_private_folder(home)
    rules = rules_of(home)  # before they are read: what changes meanwhile is read anew
    settings = load_settings(home)
    cache = FileCache(home / CACHE)
    playbooks, problems = playbooks_of(home, cache, rules)
    clock: Clock = now or machine_clock(settings.me.zone)
    records = TinyRecords(home, zone=zone_of(clock()), clock=clock)
    pages = LazyPages(lambda: late.web_pages(home, clock, settings, hosts))
    desk = assemble(
        home,
        settings=settings,
        clock=clock,
        playbooks=playbooks,
        records=records,
        drafts=FileDrafts(home / DRAFTS),
        cache=cache,
        web=Web(pages, LazySites(lambda: late.web_sites(home, clock, pages))),
        rules=rules,
    )
    told = (*(str(problem) for problem in problems), *records.problems())
    upkeep = None if demo else partial(late.look_after, home, clock, settings)
    return replace(desk, problems=told, demo=demo, upkeep=upkeep)
