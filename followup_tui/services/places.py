"""Where an item of the checklist looks: which pages, and which whole sites."""

from __future__ import annotations

from collections.abc import Iterable

from followup_tui.domain.playbook import ChecklistItem, ItemSource
from followup_tui.domain.views import ClientPage
from followup_tui.services.looking import COMPETITOR_ROLES, Place
from followup_tui.settings.model import Sources


def places(item: ChecklistItem, page: ClientPage, sources: Sources) -> tuple[Place, ...]:
    """Return the places that an item looks at, each once, in order."""
    client = page.client
    match item.source:
        case ItemSource.WEBSITE:
            wanted = [_site(client.website)]
        case ItemSource.COMPETITORS:
            wanted = [
                Place(competitor.website, whole=True, roles=COMPETITOR_ROLES)
                for competitor in client.competitors
            ]
        case ItemSource.EVENTS:
            wanted = [*(Place(url) for url in sources.own_events), _site(client.website)]
        case ItemSource.USER_GROUP:
            wanted = [Place(url) for url in sources.user_group]
        case _:
            wanted = []
    return tuple(dict.fromkeys(place for place in wanted if place.url))


def all_places(
    items: Iterable[ChecklistItem], page: ClientPage, sources: Sources
) -> tuple[Place, ...]:
    """Return the places of a whole checklist, each once, in order."""
    found = (places(item, page, sources) for item in items)
    return tuple(dict.fromkeys(place for some in found for place in some))


def _site(url: str) -> Place:
    return Place(url, whole=True)
