"""The user's settings: `settings.toml` in the home folder, validated.

An error names the file and the key; what is not set has the default that stands here.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from followup_tui.domain.calling.office_hours import OfficeHours, read_days_off
from followup_tui.domain.calling.office_hours import read as read_hours
from followup_tui.domain.client import AccountManager, Cadence
from followup_tui.domain.letters.mailbox import ImapAccount, Security
from followup_tui.domain.record import Invalid, check_line, check_web_address, check_zone
from followup_tui.settings.problem import SettingsProblem as SettingsProblem  # noqa: PLC0414 - exported
from followup_tui.settings.regions import why_no_region


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the settings file."""


class Me(_Section, frozen=True, kw_only=True):
    """Who the user is: for the letters and the announcements."""

    name: str = ""
    email: str = ""
    company: str = ""
    signature: str = ""
    zone: str = ""
    """IANA name; empty: the machine's own."""
    region: str = "US"
    """Two letters (ISO 3166): how a phone number without a country code is read."""

    def __post_init__(self) -> None:
        check_zone("me.zone", self.zone)
        if why := why_no_region(self.region):
            raise Invalid("me.region", why)


class Day(_Section, frozen=True, kw_only=True):
    """How a day looks."""

    capacity: int = 12
    """Clients a day that the list holds."""
    look_ahead: int = 14
    """Days that “coming” reaches."""
    hours: str = ""
    """When the user works, in their own time; empty: as `Calling.hours` has it."""
    off: tuple[str, ...] = ()
    """Days on which the user is away: ``2026-12-24 to 2027-01-03``, or one day."""

    def __post_init__(self) -> None:
        if self.hours:
            read_hours("day.hours", self.hours)
        for span in self.off:
            read_days_off("day.off", span)
        if not 1 <= self.capacity <= 500:
            raise Invalid("day.capacity", "must be between 1 and 500")
        if not 0 <= self.look_ahead <= 365:
            raise Invalid("day.look_ahead", "must be between 0 and 365")


class Sources(_Section, frozen=True, kw_only=True):
    """What we look at ourselves: pages, feeds or calendars, by their addresses.

    A host named here may be a private one (an intranet calendar): that host and port alone.
    """

    own_events: tuple[str, ...] = ()
    user_group: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """Feeds (RSS, Atom, JSON Feed) whose articles fill the library."""

    def __post_init__(self) -> None:
        for url in self.own_events:
            check_web_address("sources.own_events", url)
        for url in self.user_group:
            check_web_address("sources.user_group", url)
        for url in self.articles:
            check_web_address("sources.articles", url)

    @property
    def all(self) -> tuple[str, ...]:
        """Every address, each once."""
        return tuple(dict.fromkeys((*self.own_events, *self.user_group, *self.articles)))


class Web(_Section, frozen=True, kw_only=True):
    """How pages are fetched."""

    proxy: str = ""
    """The address of a corporate proxy, like http://proxy.example.com:3128; empty: none."""
    prefetch: bool = True
    """Whether the day's due clients are prepared quietly in the background."""
    metered: bool = False
    """Whether each byte costs: then nothing is fetched that was not asked for."""
    never: tuple[str, ...] = ()
    """Hosts whose pages are never fetched, their subdomains with them."""

    def __post_init__(self) -> None:
        check_web_address("web.proxy", self.proxy)


class Dial(StrEnum):
    """What becomes of a number that is to be dialled."""

    COPY = "copy"
    """It goes to the clipboard."""
    OPEN = "open"
    """The system's own opener gets it as a ``tel:`` address."""
    COMMAND = "command"
    """A program of the user's gets it."""


NUMBER = "{number}"
"""What stands for the number in `Calling.command`."""


class Calling(_Section, frozen=True, kw_only=True):
    """How clients are called."""

    dial: Dial = Dial.COPY
    command: tuple[str, ...] = ()
    """With ``dial = "command"``: the program and its arguments, without a shell between;
    `NUMBER` in them gives way to the number."""
    hours: str = "Mon-Fri 09:00-17:00"
    """Office hours of clients, in their own time."""
    holidays: bool = True
    """Whether public holidays of the client's country are looked up."""
    subdivisions: dict[str, str] = {}
    """Country -> the part of it whose holidays count: ``{ AU = "NSW" }``."""

    def __post_init__(self) -> None:
        read_hours("calling.hours", self.hours)
        if self.dial is Dial.COMMAND and not (self.command and self.command[0].strip()):
            raise Invalid(
                "calling.command", 'names no program; write it like ["phone", "{number}"]'
            )
        if self.command and not any(NUMBER in part for part in self.command[1:]):
            raise Invalid("calling.command", f"must have {NUMBER} in one of its arguments")
        for country in self.subdivisions:
            if len(country) != 2 or not country.isalpha():
                raise Invalid("calling.subdivisions", f"“{country}” is no country of two letters")

    @property
    def office_hours(self) -> OfficeHours:
        """The office hours as they are reckoned with."""
        return read_hours("calling.hours", self.hours)


class Mail(_Section, frozen=True, kw_only=True):
    """How letters leave, and what they point to. The mailbox's password never stands here."""

    imap_host: str = ""
    """The server of the mailbox whose drafts folder letters may go to; empty: none."""
    imap_port: int = 993
    imap_user: str = ""
    """The name by which its server knows the user; empty: the address of `Me.email`."""
    imap_security: Security = Security.TLS
    imap_ca_file: str = ""
    """A file with the certificates (PEM) of a company's own authority; empty: the system's."""
    drafts_folder: str = ""
    """Its drafts folder; empty: the one that the server marks as such."""
    eml_folder: str = ""
    """Where `.eml` files are written; empty: the folder ``letters`` of the desk."""
    partner_programme: str = ""
    """A partner programme that mails clients for approval of a reference."""
    review_link: str = ""
    """Where a public review can be written."""

    def __post_init__(self) -> None:
        for field in ("imap_host", "imap_user", "drafts_folder", "partner_programme"):
            check_line(f"mail.{field}", getattr(self, field))
        if not 1 <= self.imap_port <= 65_535:
            raise Invalid("mail.imap_port", "must be between 1 and 65535")
        if self.imap_host != self.imap_host.strip() or any(
            char in self.imap_host for char in "/: "
        ):
            raise Invalid("mail.imap_host", "must be a name like imap.example.com, and no more")
        check_web_address("mail.review_link", self.review_link)


class KeysPreset(StrEnum):
    """What the keys are before the user's own ones."""

    ARROWS = "arrows"
    VIM = "vim"
    """Lists are gone through by j, k, g and G."""


class Settings(_Section, frozen=True, kw_only=True):
    """All settings."""

    me: Me = Me()
    day: Day = Day()
    sources: Sources = Sources()
    web: Web = Web()
    calling: Calling = Calling()
    mail: Mail = Mail()
    cadence: Cadence | None = None
    cadence_by_tag: dict[str, Cadence] = {}
    account_managers: tuple[AccountManager, ...] = ()
    theme: str = "followup-dark"
    keys_preset: KeysPreset = KeysPreset.ARROWS
    keys: dict[str, str] = {}
    """Action id -> keys, joined by commas."""

    @property
    def mailbox(self) -> ImapAccount | None:
        """The mailbox whose drafts folder letters may go to; None where none is set up."""
        mail = self.mail
        user = mail.imap_user or self.me.email
        if not (mail.imap_host and user):
            return None
        return ImapAccount(
            host=mail.imap_host,
            user=user,
            port=mail.imap_port,
            security=mail.imap_security,
            folder=mail.drafts_folder,
        )
