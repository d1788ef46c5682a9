"""The public holidays on which no coffee is had: those of the user's own country."""

from __future__ import annotations

from datetime import date

from followup_tui.domain.calling.public_holidays import public_holidays
from followup_tui.settings.model import Settings


def days_off(settings: Settings, day: date) -> frozenset[date]:
    """Return the public holidays around a day, where the settings have them looked up.

    Call it in a thread: the library takes a moment to load.
    """
    calling = settings.calling
    if not calling.holidays:
        return frozenset()
    region = settings.me.region.upper()
    parts = {key.upper(): part for key, part in calling.subdivisions.items()}
    found = public_holidays(region, parts.get(region, ""), day.year, day.year + 1)
    return frozenset(each for each, _ in found)
