"""The checklist: each item with what was found for it."""

from __future__ import annotations

from datetime import datetime

from followup_tui.domain.playbook import ChecklistItem
from followup_tui.domain.views import PreparedItem
from followup_tui.services.evidence import from_records
from followup_tui.services.material import Material
from followup_tui.services.network_evidence import from_network


def prepared(item: ChecklistItem, material: Material, ticked: datetime | None) -> PreparedItem:
    """Return an item of the checklist with what was found for it."""
    found = from_records(item, material) or from_network(item, material)
    return PreparedItem(
        key=item.key,
        label=item.label,
        status=found.status,
        headline=found.headline,
        hint=item.hint,
        evidence=found.evidence,
        fetched_at=found.fetched_at,
        problem=found.problem,
        ticked=ticked,
        fetches=found.fetches,
    )
