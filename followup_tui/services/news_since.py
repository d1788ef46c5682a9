"""What is new on the sites that a preparation looks at, since the client was last spoken to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.views import ClientPage
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import Changes
from followup_tui.services.looking import REMEMBERED, Looking, Place

if TYPE_CHECKING:
    from followup_tui.domain.websites.competitor_news import Announced

OWN_TOPICS = 20
"""Words of the client's own site by which a competitor's news concerns them: the weightiest."""
NEVER_SPOKEN = timedelta(days=183)
"""How far back news is told of somebody to whom nobody has spoken yet."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new on one site, as of one look at it."""

    facts: SiteFacts
    changes: Changes | None = None
    """Of the client's own site."""
    announced: tuple[Announced, ...] = ()
    """By a competitor."""


class NewsSince:
    """Compares looks at sites, each pair of them once. For one event loop and its threads."""

    def __init__(self, looking: Looking) -> None:
        self._looking = looking
        self._known: dict[tuple[Place, str, date], News] = {}

    def known(self, place: Place, page: ClientPage, now: datetime) -> News | None:
        """Return what is new on a site as it is known now; None where it was not compared yet."""
        return self._known.get((place, page.client.id, since(page, now)))

    def missing(
        self, places: Iterable[Place], page: ClientPage, now: datetime
    ) -> list[tuple[Place, SiteFacts]]:
        """Return the sites whose present look was not compared yet."""
        found = []
        for place in places:
            look = self._looking.site(place.url) if place.whole else None
            if look is None or look.facts is None:
                continue
            known = self.known(place, page, now)
            if known is None or known.facts is not look.facts:
                found.append((place, look.facts))
        return found

    def compare(
        self, sites: Iterable[tuple[Place, SiteFacts]], page: ClientPage, now: datetime
    ) -> None:
        """Compare looks with those of other days; it may take some milliseconds each."""
        for place, facts in sites:
            key = (place, page.client.id, since(page, now))
            self._known[key] = self._news(place, facts, page, now)
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]

    def _news(self, place: Place, facts: SiteFacts, page: ClientPage, now: datetime) -> News:
        # Imported here: nothing is compared before the first paint.
        from followup_tui.domain.websites.changes import changes, pick  # noqa: PLC0415 - see above
        from followup_tui.domain.websites.competitor_news import announced  # noqa: PLC0415 - see above

        day, spoken = since(page, now), page.standing.last_reached
        at = datetime.combine(spoken, time(12), tzinfo=now.tzinfo) if spoken else None
        compared = pick(self._looking.past(place.url), facts, spoken=at)
        if place.url != page.client.website:
            own = self._looking.site(page.client.website)
            topics = own.facts.topics[:OWN_TOPICS] if own and own.facts else ()
            cares = (*page.client.interests, *page.client.likes, *topics)
            return News(facts, announced=announced(facts, compared, since=day, cares=cares))
        return News(
            facts,
            changes(
                compared.then,
                facts,
                before_now=compared.before_now,
                since=day,
                others=compared.others,
            ),
        )


def since(page: ClientPage, now: datetime) -> date:
    """Return the day of the last talk, or of the meeting; else half a year ago."""
    if page.standing.last_reached is not None:
        return page.standing.last_reached
    if page.encounters:
        return page.encounters[0].day
    return (now - NEVER_SPOKEN).date()
