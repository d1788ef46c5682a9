"""Where clients are: their clock and office hours at once, their public holidays a little later."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from followup_tui.domain.calling.countries import country_name, country_of, subdivision_of
from followup_tui.domain.calling.public_holidays import public_holidays
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.client import Client
from followup_tui.domain.record import Clock
from followup_tui.services.gather import zone_of
from followup_tui.settings.model import Settings

NOT_SET = "their time zone is not set"


class WhereaboutsService:
    """Tells where clients are. Nothing here touches the disk's records or the network."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def at_once(self, client: Client) -> Whereabouts:
        """Return what the record alone says, without country and holidays."""
        calling = self._settings.calling
        return whereabouts(client, own=zone_of(self._clock()), hours=calling.office_hours)

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
        if not self._settings.calling.holidays:
            return found
        chosen = {key.upper(): part for key, part in self._settings.calling.subdivisions.items()}
        part = chosen.get(country) or subdivision_of(client.zone)
        year = self._clock().year
        return replace(found, holidays=public_holidays(country, part, year - 1, year + 1))
