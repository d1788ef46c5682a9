"""Where a client is, as far as calling them goes: their clock, office hours and public holidays."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.calling.office_hours import OfficeHours
from followup_tui.domain.client import Client

SATURDAY = 5  # as `date.weekday` counts


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of the place where a client is called.

    Country and holidays take a library to be found, so they come later than the rest and are
    empty until then; they stay empty where the country is not known.
    """

    zone: tzinfo
    """Theirs; the user's own where theirs is not known."""
    hours: OfficeHours = field(default_factory=OfficeHours)
    city: str = ""
    """The city of their time zone; empty where the user's own time is used."""
    doubt: str = ""
    """Why the user's own time is used, as a clause; empty where that needs no word."""
    country: str = ""
    """Two letters (ISO 3166)."""
    country_name: str = ""
    """As it stands in a sentence: ``Australia``, ``the United States``."""
    holidays: tuple[tuple[date, str], ...] = ()
    """The public holidays of last year to next year, in order."""

    def local(self, moment: datetime) -> datetime:
        """Return a moment as their clock has it."""
        return moment.astimezone(self.zone)

    def holiday(self, day: date) -> str:
        """Return the name of the public holiday on a day, or an empty string."""
        return next((name for at, name in self.holidays if at == day), "")

    def is_off(self, day: date) -> bool:
        """Say whether nobody works there on a day: a public holiday, or no working day."""
        return not self.hours.is_workday(day) or bool(self.holiday(day))

    def is_open(self, moment: datetime) -> bool:
        """Say whether it is within their office hours, and no public holiday."""
        local = self.local(moment)
        return self.hours.holds(local) and not self.holiday(local.date())

    def warning(self, moment: datetime) -> str:
        """Return why it may be a bad moment to call, as a clause, or an empty string."""
        local = self.local(moment)
        if name := self.holiday(local.date()):
            return f"public holiday in {self.country_name}: {name}"
        if self.hours.holds(local):
            return ""
        if not self.hours.is_workday(local):
            return "weekend" if local.weekday() >= SATURDAY else "not a working day"
        return "out of office hours"

    def clock_words(self, now: datetime, *, city: bool = False) -> str:
        """Return ``their time 14:05``, with the day where it is another one.

        With `city` the city comes after it, where the time is theirs.
        """
        local = self.local(now)
        day = "" if local.date() == now.date() else f"{local:%a} "
        where = f" · {self.city}" if city and self.city else ""
        whose = "your time" if self.doubt else "their time"
        return f"{whose} {day}{local:%H:%M}{where}"


def whereabouts(client: Client, *, own: tzinfo, hours: OfficeHours) -> Whereabouts:
    """Return what a client's record alone says: the clock and the hours.

    Without a time zone of theirs, or with one that this machine does not know, the user's `own`
    is used; the latter is said.
    """
    if not client.zone:
        return Whereabouts(zone=own, hours=hours)
    zone = zone_named(client.zone, None)
    if zone is None:
        doubt = f"“{client.zone}” is no time zone that is known here"
        return Whereabouts(zone=own, hours=hours, doubt=doubt)
    return Whereabouts(zone=zone, hours=hours, city=city_of(client.zone))


_Or = TypeVar("_Or", bound=tzinfo | None)


def zone_named(name: str, otherwise: _Or) -> tzinfo | _Or:
    """Return the time zone of an IANA name; `otherwise` where it is empty or not known here."""
    try:
        return ZoneInfo(name) if name else otherwise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise


def city_of(zone: str) -> str:
    """Return the city in the name of a time zone: ``New York`` of ``America/New_York``."""
    return zone.rpartition("/")[2].replace("_", " ")
