"""Who is due, why, and in which order.

The queue is a pure function of what is known about each client (`ClientFile`), the playbooks, the
user's ways (`QueueRules`) and the moment. Its order of the day is that of the playbooks' page:
promises overdue, call-backs at their hour, new contacts before their week is out, project
closings, coffees, past clients by lateness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from followup_tui.domain.due.cadence import Came, import_turns
from followup_tui.domain.due.call_list import (
    Band,
    CallList,
    ClientFile,
    CoffeeDue,
    Held,
    HeldWhy,
    QueueEntry,
    QueueRules,
    Reason,
    ReasonKind,
    Standing,
)
from followup_tui.domain.due.reasons import all_reasons
from followup_tui.domain.due.rows import listed, row_of
from followup_tui.domain.due.standing import standing
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Playbook

__all__ = [
    "Band",
    "CallList",
    "ClientFile",
    "CoffeeDue",
    "Held",
    "HeldWhy",
    "QueueEntry",
    "QueueRules",
    "Reason",
    "ReasonKind",
    "Standing",
    "call_list",
    "reasons",
    "standing",
]


def reasons(
    file: ClientFile,
    *,
    playbooks: Mapping[str, Playbook],
    rules: QueueRules,
    now: datetime,
    everybody: Iterable[Came] = (),
) -> tuple[Reason, ...]:
    """Return why one client is due now, the most pressing first; empty when they are not.

    Being left alone (snoozed, quiet …) is not looked at. For a client who came with an import,
    `everybody` holds all clients: without them their turn (`cadence.import_turns`) is not known.
    """
    ways = Ways.at(now, playbooks=playbooks, rules=rules)
    turn = import_turns(everybody, ways).get(file.client.id)
    found = all_reasons(file, ways, not_before=turn)
    return tuple(each for each in found if each.band is not Band.SOON)


def call_list(
    files: Iterable[ClientFile],
    *,
    playbooks: Mapping[str, Playbook],
    rules: QueueRules,
    now: datetime,
) -> CallList:
    """Return the queue of the moment `now`, which carries the user's zone.

    Those spoken to or tried today count towards the day's capacity.
    """
    ways = Ways.at(now, playbooks=playbooks, rules=rules)
    files = tuple(files)
    turns = import_turns((file.client for file in files), ways)
    return listed((row_of(file, ways, turns.get(file.client.id)) for file in files), ways)
