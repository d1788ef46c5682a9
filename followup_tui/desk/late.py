"""The concrete classes that no first paint needs: each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.domain.record import Clock
from followup_tui.services.ports import Pages, Sites
from followup_tui.settings.model import Settings
from followup_tui.store.files import write_whole

if TYPE_CHECKING:
    from followup_tui.domain.calling.calendar_entry import CalendarEntry
    from followup_tui.domain.courses.attending import AttendeeFile
    from followup_tui.domain.exporting.everything import ReadDesk
    from followup_tui.domain.importing.plan import ImportPlan, Progress, Reading
    from followup_tui.domain.letters.templates import LetterTemplates
    from followup_tui.services.exporting.service import Writers
    from followup_tui.services.ports import Mappings, Outlets, Programs
    from followup_tui.settings.announcement import Announcement
    from followup_tui.settings.schema import TomlValue

Hosts = Mapping[str, tuple[str, int]]
"""Host name -> (address, port): where these hosts are, past the name service and the guard."""

# ruff: noqa: PLC0415 - that they are imported late is what this module is for


def look_after(home: Path, clock: Clock, settings: Settings) -> None:
    """Look after the files of the desk."""
    from followup_tui.store.upkeep import look_after

    shared = settings.sources.all
    look_after(home, now=clock(), shared=shared)


def read_file(path: Path, reading: Reading, progress: Progress) -> ImportPlan:
    """Read a file to import."""
    from followup_tui.exchange.contacts import read_file

    return read_file(path, reading, progress)


def write_settings(path: Path, content: bytes) -> None:
    """Write a file of settings whole or not at all, for its owner alone; a link stays one."""
    write_whole(path.resolve(), (content,))


def change_settings(home: Path, changes: Mapping[str, TomlValue | None], *, before: str) -> None:
    """Write changes into the file of the settings."""
    from followup_tui.settings.writing import write

    write(home, changes, before=before, put=write_settings)


def mappings(home: Path) -> Mappings:
    """Return what stands in columns of files, as the user once said."""
    from followup_tui.settings.import_mappings import FileMappings

    return FileMappings(home, write_settings)


def writers() -> Writers:
    """Return what writes exported files."""
    from followup_tui.exchange import writers

    return writers


def read_whole_desk(path: Path) -> ReadDesk:
    """Read the export of a whole desk."""
    from followup_tui.exchange.json_in import read_everything

    return read_everything(path)


def read_attendees(path: Path) -> AttendeeFile:
    """Read a file of attendees."""
    from followup_tui.exchange.attendees import read_attendees

    return read_attendees(path)


def announcement(home: Path) -> Announcement:
    """Load the announcement of the coffees."""
    from followup_tui.settings.announcement import load_announcement

    return load_announcement(home)


def write_calendar(entries: Sequence[CalendarEntry], now: datetime) -> bytes:
    """Make a calendar file."""
    from followup_tui.exchange.ical_out import write_calendar

    return write_calendar(entries, now=now)


def templates(home: Path) -> LetterTemplates:
    """Read the templates of letters."""
    from followup_tui.settings.letters import letter_folders, load_letters

    return load_letters(letter_folders(home))


def outlets(programs: Callable[[], Programs], settings: Settings) -> Outlets:
    """Return the ways by which letters leave."""
    from followup_tui.exchange.outlets import MailOutlets

    return MailOutlets(programs(), ca_file=settings.mail.imap_ca_file)


def programs() -> Programs:
    """Return what starts other programs."""
    from followup_tui.exchange.programs import Programs as RealPrograms

    return RealPrograms()


def web_pages(home: Path, clock: Clock, settings: Settings, hosts: Hosts | None) -> Pages:
    """Open the web.

    Where `hosts` says where the web sites are, they are our own server's: none needs a pause.
    """
    from followup_tui.web.guard import Guard
    from followup_tui.web.manners import USUAL
    from followup_tui.web.pages import WebPages

    web = settings.web
    manners = replace(USUAL, proxy=web.proxy, pause=0.0 if hosts else USUAL.pause)
    guard = Guard(hosts, sources=settings.sources.all, never=web.never)
    return WebPages(home / "pages", clock, guard=guard, manners=manners)


def web_sites(home: Path, clock: Clock, pages: Pages) -> Sites:
    """Open the sites of the web over its pages."""
    from followup_tui.web.site_snapshots import SiteSnapshots
    from followup_tui.web.sites import WebSites

    return WebSites(pages, SiteSnapshots(home / "pages" / "sites"), clock)
