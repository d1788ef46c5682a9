"""What an import brings, in the words of the history."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.domain.client import Client
from followup_tui.domain.importing.plan import Fate, ImportPlan, What
from followup_tui.domain.record import Record
from followup_tui.domain.words import count


def said_of(plan: ImportPlan, new: int) -> str:
    """Return what a plan brings, in words: ``12 clients``, ``12 clients, 3 more people``."""
    joined = [row for row in plan.rows if row.fate is Fate.MERGE]
    more = sum(1 for row in joined if not row.person)
    better = len({row.person for row in joined if row.person})
    parts = (
        count(new, "client") if new or not joined else "",
        count(more, "more person", "more people") if more else "",
        f"more of {count(better, 'person', 'people')}" if better else "",
    )
    return ", ".join(filter(None, parts))


def counted(what: What, put: Sequence[Record]) -> tuple[int, str]:
    """Return how many things of a kind are among records, and all of them in words."""
    clients = sum(isinstance(each, Client) for each in put)
    things = len(put) - clients
    word = {
        What.PROJECTS: ("past project", "past projects"),
        What.INTERACTIONS: ("conversation", "conversations"),
    }.get(what, ("event", "events"))
    said = [count(things, *word), count(clients, "client") if clients else ""]
    return things, ", ".join(filter(None, said))
