"""Who of those that were met comes up again, because something new fits what they care about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import nlargest

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter, Fitting
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.library.cares import cares_of
from followup_tui.domain.library.matching import LibraryIndex
from followup_tui.domain.project import Project
from followup_tui.domain.record import utc
from followup_tui.domain.value_add import ValueAdd

PAUSE = timedelta(weeks=6)
"""How long somebody is left alone after something fitted: an article a month is a newsletter."""
AFTER_TALKING = timedelta(weeks=2)
"""How long after a conversation, or the meeting itself: they have heard from us."""
ENOUGH = 4.0
"""What the words in common must weigh together: one interest, or two that were talked about."""
AT_ONCE = 5
"""How many come up by one change of the library, those whom it fits best: no day is flooded."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody who was met, with all that tells what they care about."""

    client: Client
    encounters: Sequence[Encounter]
    """At least one."""
    projects: Sequence[Project] = ()
    interactions: Sequence[Interaction] = ()
    offered: Collection[str] = ()
    """Ids of the value-adds that were planned for them or offered before, whatever came of it."""

    @property
    def last_met(self) -> Encounter:
        """The newest encounter: what fits is kept with it."""
        return max(self.encounters, key=lambda each: (each.day, each.id))


def may_come_up(
    client: Client, encounters: Iterable[Encounter], last_reached: date | None, now: datetime
) -> bool:
    """Say whether somebody may come up again now, before what they care about is looked at.

    Not whoever asked not to be called, nor those who are still to be followed up, were spoken to
    lately, or came up lately.
    """
    if client.do_not_call is not None:
        return False
    newest = date.min
    for each in encounters:
        if each.fitting is not None and now - each.fitting.at < PAUSE:
            return False
        newest = max(newest, each.day)
        if each.followed_up is None and (last_reached is None or last_reached <= each.day):
            return False
    return now.date() - max(newest, last_reached or date.min) >= AFTER_TALKING


def fitting(
    library: LibraryIndex,
    new: Sequence[ValueAdd],
    acquaintances: Iterable[Acquaintance],
    *,
    now: datetime,
) -> tuple[Encounter, ...]:
    """Return the encounters of those whom something of `new` fits, each with what fits best.

    `library` is the whole of it: what is common in it tells less. At most `AT_ONCE`.
    """
    found = (best for each in acquaintances if (best := _best(library, new, each, now)) is not None)
    chosen = nlargest(AT_ONCE, found, key=lambda pair: (pair[0], pair[1].id))
    return tuple(encounter for _, encounter in chosen)


def _best(
    library: LibraryIndex, new: Sequence[ValueAdd], of: Acquaintance, now: datetime
) -> tuple[float, Encounter] | None:
    """Return the encounter with what fits best, and how well; None where nothing fits."""
    cares = cares_of(of.client, of.projects, of.interactions, encounters=of.encounters)
    matches = library.matches(cares)
    best: tuple[float, str, ValueAdd] | None = None
    for each in new:
        match = matches.get(each.id)
        if match is None or match.score < ENOUGH or not _may_be_given(each, of, now):
            continue
        if best is None or (match.score, each.id) > best[:2]:
            best = (match.score, each.id, each)
    if best is None:
        return None
    score, key, value_add = best
    fits = Fitting(
        value_add_id=key,
        title=value_add.title,
        because=matches[key].because(),
        at=utc(now),
        until=value_add.starts,
    )
    return score, replace(of.last_met, fitting=fits)


def _may_be_given(each: ValueAdd, of: Acquaintance, now: datetime) -> bool:
    return (
        not each.retired
        and each.id not in of.offered
        and each.client_id in {"", of.client.id}
        and each.can_be_invited_to(now)
    )
