"""The user's settings: `settings.toml` in the home folder, validated.

An error names the file and the key; what is not set has the default that stands here.
"""

from __future__ import annotations

import msgspec

from followup_tui.domain.client import AccountManager, Cadence
from followup_tui.domain.record import Invalid, check_web_address, check_zone


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
        if len(self.region) != 2 or not self.region.isalpha():
            raise Invalid("me.region", "must be two letters, like US or CH")


class Day(_Section, frozen=True, kw_only=True):
    """How a day looks."""

    capacity: int = 12
    """Clients a day that the list holds."""
    look_ahead: int = 14
    """Days that “coming” reaches."""

    def __post_init__(self) -> None:
        if not 1 <= self.capacity <= 500:
            raise Invalid("day.capacity", "must be between 1 and 500")
        if not 0 <= self.look_ahead <= 365:
            raise Invalid("day.look_ahead", "must be between 0 and 365")


class Sources(_Section, frozen=True, kw_only=True):
    """Where our own events and the user group are announced: pages, feeds or calendars."""

    own_events: tuple[str, ...] = ()
    user_group: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for url in self.own_events:
            check_web_address("sources.own_events", url)
        for url in self.user_group:
            check_web_address("sources.user_group", url)


class Settings(_Section, frozen=True, kw_only=True):
    """All settings."""

    me: Me = Me()
    day: Day = Day()
    sources: Sources = Sources()
    cadence: Cadence | None = None
    cadence_by_tag: dict[str, Cadence] = {}
    account_managers: tuple[AccountManager, ...] = ()
    theme: str = "followup-dark"
    keys: dict[str, str] = {}
    """Action id -> keys, joined by commas."""


class SettingsProblem(ValueError):
    """Settings that cannot be used: its text names the file, the key and what to do."""
