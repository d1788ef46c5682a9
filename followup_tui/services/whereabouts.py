"""Where clients are: their clock and office hours at once, their public holidays a little later."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

from followup_tui.domain.calling.countries import country_name, country_of, subdivision_of
from followup_tui.domain.calling.office_hours import OfficeHours, read, read_days_off
from followup_tui.domain.calling.public_holidays import public_holidays
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.client import Client
from followup_tui.domain.record import Clock
from followup_tui.services.gather import zone_of
from followup_tui.settings.model import Settings

AWAY = "away"
"""What a day off of the user's own is called."""
NOT_SET = "their time zone is not set"


class WhereaboutsService:
    """Tells where clients are. Nothing here touches the disk's records or the network."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def at_once(self, client: Client) -> Whereabouts:
        """Return what the record alone says, without country and holidays."""
        return whereabouts(client, own=zone_of(self._clock()), hours=self._calling_hours)

    async def of(self, client: Client) -> Whereabouts:
        """Return all that is known; the libraries for it are loaded beside the keyboard's way."""
        return await asyncio.to_thread(self.known, client)

    def known(self, client: Client) -> Whereabouts:
        """Return what `of` does, here and now: call it in a thread."""
        found = self.at_once(client)
        country = country_of(client)
        if not client.zone and country not in {"", self._settings.me.region.upper()}:
            found = replace(found, doubt=NOT_SET)
        if not country:
            return found
        found = replace(found, country=country, country_name=country_name(country))
        return replace(found, holidays=self._holidays(country, client.zone))

    def ours(self) -> Whereabouts:
        """Return when the user works, public holidays and days off known: call it in a thread."""
        me, found = self._settings.me, self.ours_at_once()
        days = {**dict(self._holidays(me.region.upper(), me.zone)), **dict(found.holidays)}
        return replace(found, holidays=tuple(sorted(days.items())))

    def ours_at_once(self) -> Whereabouts:
        """Return when the user works, as the settings alone say it: their days off as holidays."""
        day = self._settings.day
        off = {each: AWAY for span in day.off for each in read_days_off("day.off", span)}
        return Whereabouts(
            zone=zone_of(self._clock()),
            hours=read("day.hours", day.hours) if day.hours else self._calling_hours,
            holidays=tuple(sorted(off.items())),
        )

    @property
    def _calling_hours(self) -> OfficeHours:
        return self._settings.calling.office_hours

    def _holidays(self, country: str, zone: str) -> tuple[tuple[date, str], ...]:
        """Return the public holidays of a country around now, unless they are not to be minded."""
        calling = self._settings.calling
        if not calling.holidays:
            return ()
        chosen = {key.upper(): part for key, part in calling.subdivisions.items()}
        part = chosen.get(country) or subdivision_of(zone)
        year = self._clock().year
        return public_holidays(country, part, year - 1, year + 1)
