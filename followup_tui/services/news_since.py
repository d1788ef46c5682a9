"""What is new on the sites that a preparation looks at, since the client was last spoken to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from followup_tui.domain.site import SiteFacts
from followup_tui.domain.site_changes import Changes
from followup_tui.domain.views import ClientPage
from followup_tui.services.looking import Looking, Place

NEVER_SPOKEN = timedelta(days=183)
"""How far back news is told of somebody to whom nobody has spoken yet."""


class NewsSince:
    """Compares looks at sites, each pair of them once. For one event loop and its threads."""

    def __init__(self, looking: Looking) -> None:
        self._looking = looking
        self._known: dict[tuple[str, date], tuple[SiteFacts, Changes]] = {}

    def known(self, url: str, page: ClientPage, now: datetime) -> Changes | None:
        """Return what is new on a site as it is known now; None where it was not compared yet."""
        found = self._known.get((url, since(page, now)))
        return found[1] if found else None

    def missing(
        self, places: Iterable[Place], page: ClientPage, now: datetime
    ) -> list[tuple[str, SiteFacts]]:
        """Return the sites whose present look was not compared yet."""
        day, found = since(page, now), []
        for place in places:
            look = self._looking.site(place.url) if place.whole else None
            if look is None or look.facts is None:
                continue
            known = self._known.get((place.url, day))
            if known is None or known[0] is not look.facts:
                found.append((place.url, look.facts))
        return found

    def compare(
        self, sites: Iterable[tuple[str, SiteFacts]], page: ClientPage, now: datetime
    ) -> None:
        """Compare looks with those of other days; it may take some milliseconds each."""
        from followup_tui.domain.changes import (  # noqa: PLC0415 - not before the first paint
            changes,
            pick,
        )

        day = since(page, now)
        spoken = page.standing.last_reached
        at = datetime.combine(spoken, time(12), tzinfo=now.tzinfo) if spoken else None
        for url, facts in sites:
            compared = pick(self._looking.past(url), facts, spoken=at)
            found = changes(
                compared.then,
                facts,
                before_now=compared.before_now,
                since=day,
                others=compared.others,
            )
            self._known[url, day] = (facts, found)


def since(page: ClientPage, now: datetime) -> date:
    """Return the day of the last talk, or of the meeting; else half a year ago."""
    if page.standing.last_reached is not None:
        return page.standing.last_reached
    if page.encounters:
        return page.encounters[0].day
    return (now - NEVER_SPOKEN).date()
