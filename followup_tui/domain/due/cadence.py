"""Keeping in touch: how often whom, counted from which day, and imports spread over weeks."""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

from followup_tui.domain.client import Client, Origin, OriginKind
from followup_tui.domain.due.call_list import ClientFile, QueueRules, Reason, ReasonKind
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Due, Playbook, Trigger
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.words import count, day_words, span_words

CALL_AGAIN_GRACE = 7
"""Days after the day set at a wrap-up from which that call is late: a week, as with a promise to
be in touch “in the week of”."""


def pair_of(client: Client, rules: QueueRules, due: Due, *, under_way: bool) -> tuple[int, int]:
    """Return after how many days a client is due, and late.

    Their own pair goes before that of their tags (the shortest), that before the user's, that
    before the playbook's. Work under way makes it shorter in proportion, never longer.
    """
    cadence = client.cadence
    if cadence is None and client.tags and rules.cadence_by_tag:
        tagged = [rules.cadence_by_tag[tag] for tag in client.tags if tag in rules.cadence_by_tag]
        cadence = min(tagged, key=lambda each: (each.ideal, each.late), default=None)
    cadence = cadence or rules.cadence
    ideal, late = (cadence.ideal, cadence.late) if cadence else (due.ideal, due.late)
    if under_way and 0 < due.under_way < ideal:
        late = due.under_way + math.ceil((late - ideal) * due.under_way / ideal)
        ideal = due.under_way
    return ideal, late


class Came(Protocol):
    """When and how a client came: as much of one as a turn rests on."""

    @property
    def id(self) -> str:
        """The client's id."""

    @property
    def created(self) -> datetime:
        """When they came."""

    @property
    def origin(self) -> Origin:
        """Where from."""


def import_turns(everybody: Iterable[Came], ways: Ways) -> dict[str, date]:
    """Return, by client id, the day on which those who came with an import have their turn.

    A large import gave each its own day. What else was imported on one day is spread from that day
    on, half the daily capacity a day, in an order that follows from the ids alone: the same on each
    opening, whoever of them was reached. Too many for that within the cadence are more a day.
    """
    imports: defaultdict[date, list[str]] = defaultdict(list)
    turns: dict[str, date] = {}
    for client in everybody:
        if client.origin.kind is not OriginKind.IMPORT:
            continue
        if (given := given_turn(client)) is not None:
            turns[client.id] = given
        else:
            imports[client.created.astimezone(ways.zone).date()].append(client.id)
    if not imports:
        return turns
    playbook = ways.by_trigger.get(Trigger.LAST_REACHED)
    longest = max(playbook.due.ideal, 1) if playbook else 1
    for day, ids in imports.items():
        a_day = max(math.ceil(ways.rules.capacity / 2), math.ceil(len(ids) / longest), 1)
        ids.sort(key=lambda each: (zlib.crc32(each.encode()), each))
        for rank, client_id in enumerate(ids):
            turns[client_id] = day + timedelta(days=rank // a_day)
    return turns


def given_turn(client: Came) -> date | None:
    """Return the day that a large import gave a client of its own, if it did."""
    return client.origin.turn if client.origin.kind is OriginKind.IMPORT else None


def keeping_in_touch(file: ClientFile, ways: Ways, turn: date | None) -> Reason | None:
    """Return why a client is to be spoken to again, if within the days looked ahead.

    `turn` is the day that `import_turns` gives them, if it gives one.
    """
    playbook = ways.by_trigger.get(Trigger.LAST_REACHED)
    if playbook is None:
        return None
    client, last = file.client, file.standing.last_reached
    again = client.call_again
    if again is not None and (last is None or again > last):
        return _called_again(file, again, playbook, ways) if again <= ways.horizon else None
    under_way = bool(file.projects) and _is_under_way(file, ways.today)
    ideal, late = pair_of(client, ways.rules, playbook.due, under_way=under_way)
    since = last or _begun(file, ways)
    due = since + timedelta(days=ideal)
    if turn is not None and (last is None or last <= client.created.astimezone(ways.zone).date()):
        # Somebody imported without any past is worth a first call before the cadence is out.
        due = turn if last is None and not (file.projects or file.encounters) else max(due, turn)
    if due > ways.horizon or (file.next_steps and _will_be_spoken_to(file, ways)):
        return None
    late_day = due + timedelta(days=late - ideal)
    return Reason(
        kind=ReasonKind.CADENCE,
        text=_words(file, since, ideal if ways.today < late_day else late, under_way, ways),
        due=due,
        band=ways.band(due, late_day),
        playbook=playbook.key,
        weight=float((ways.today - late_day).days),
    )


def _is_under_way(file: ClientFile, today: date) -> bool:
    return any(
        (project.ended is None or project.ended > today)
        and (project.started is None or project.started <= today)
        for project in file.projects
    )


def _will_be_spoken_to(file: ClientFile, ways: Ways) -> bool:
    """Say whether a call, a coffee or a meeting is agreed for one of the days looked ahead.

    Nobody is called for having been silent the day before they are met.
    """
    return any(
        step.agreed
        and step.done is None
        and step.kind is not StepKind.BOOKING
        and ways.today < _day_of(step, ways) <= ways.horizon
        for step in file.next_steps
    )


def _day_of(step: NextStep, ways: Ways) -> date:
    return (step.at if step.all_day else step.at.astimezone(ways.zone)).date()


def _begun(file: ClientFile, ways: Ways) -> date:
    """Return the day from which somebody never reached is counted."""
    ends = [p.ended for p in file.projects if p.ended is not None and p.ended <= ways.today]
    if ends:
        return max(ends)
    if file.encounters:
        return max(encounter.day for encounter in file.encounters)
    return file.client.created.astimezone(ways.zone).date()


def _called_again(file: ClientFile, day: date, playbook: Playbook, ways: Ways) -> Reason:
    late_day = day + timedelta(days=CALL_AGAIN_GRACE)
    if file.standing.unanswered and file.standing.last_reached:
        # The day was set for another try: why they are called has not changed by that.
        spoke = (ways.today - file.standing.last_reached).days
        text = f"try again: {count(spoke, 'day')} since you spoke"
    elif file.standing.unanswered:
        text = f"try again {day_words(day, ways.today)}"
    else:
        text = f"next call set for {day_words(day, ways.today)}"
    return Reason(
        kind=ReasonKind.CADENCE,
        text=text,
        due=day,
        band=ways.band(day, late_day),
        playbook=playbook.key,
        weight=float((ways.today - late_day).days),
    )


def _words(file: ClientFile, since: date, limit: int, under_way: bool, ways: Ways) -> str:
    days = (ways.today - since).days
    if file.standing.last_reached is not None:
        work = ", work under way" if under_way else ""
        return f"{count(days, 'day')} since you spoke{work} ({limit})"
    ago = f"{span_words(days)} ago" if days > 0 else "today"
    ended = [p for p in file.projects if p.ended == since]
    if ended:
        return f"{ended[0].title} ended {ago}, not spoken to since"
    if file.encounters:
        return f"met {ago}, not spoken to since"
    if file.client.origin.kind is OriginKind.IMPORT:
        return f"imported {ago}, not spoken to yet"
    return f"on your list since {day_words(since, ways.today)}, not spoken to yet"
