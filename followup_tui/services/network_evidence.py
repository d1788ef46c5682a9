"""Evidence that comes over the network: the client's site, competitors, events, the user group."""

from __future__ import annotations

from followup_tui.domain.playbook import ChecklistItem, ItemSource
from followup_tui.services.event_evidence import from_calendars, from_user_group
from followup_tui.services.material import Found, Material
from followup_tui.services.website_evidence import from_competitors, from_website


def from_network(item: ChecklistItem, material: Material) -> Found:
    """Return what the pages and sites of an item say, as far as they have been looked at."""
    match item.source:
        case ItemSource.WEBSITE:
            return from_website(item, material)
        case ItemSource.COMPETITORS:
            return from_competitors(item, material)
        case ItemSource.EVENTS:
            return from_calendars(item, material)
        case ItemSource.USER_GROUP:
            return from_user_group(item, material)
        case _:
            raise ValueError(f"“{item.source}” does not come over the network")
