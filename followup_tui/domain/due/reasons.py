"""Why a client is due: one function for each kind of reason.

The days come from the playbooks (`due.ideal`, `due.late` …), from the client and from the user's
rules. What was promised or agreed is in `due.agreed`, the closing of projects in `due.closings`,
keeping in touch in `due.cadence`; who of the due is listed, in `domain.queue`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from followup_tui.domain.client import Client, OriginKind
from followup_tui.domain.due.agreed import agreed, awaited, promised, thanks_owed
from followup_tui.domain.due.cadence import keeping_in_touch
from followup_tui.domain.due.call_list import Band, ClientFile, Reason, ReasonKind
from followup_tui.domain.due.closings import closings
from followup_tui.domain.due.coffees import coffees
from followup_tui.domain.due.fitting import fitting
from followup_tui.domain.due.put_off import put_off
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.playbook import Due, Playbook, Trigger
from followup_tui.domain.words import count, day_words

_NOT_TRIED = frozenset(
    {
        ReasonKind.PROMISE,
        ReasonKind.CALL_BACK,
        ReasonKind.NEXT_STEP,
        ReasonKind.THANKS,
        ReasonKind.THEIR_PROMISE,
        ReasonKind.FITTING,
    }
)
"""Reasons with an end of their own, beside which tries in vain are not counted."""
_WARMTH_WEIGHT = {Warmth.PROSPECT: 2_000.0, Warmth.OPEN: 1_000.0, Warmth.CARD_ONLY: 0.0}


def all_reasons(file: ClientFile, ways: Ways, *, not_before: date | None = None) -> list[Reason]:
    """Return why a client is due or will be within the days looked ahead, most pressing first.

    `not_before` is the day on which somebody who came with an import has their turn.
    """
    in_touch = keeping_in_touch(file, ways, not_before)
    found = [in_touch] if in_touch else []
    if not is_plain(file):  # most clients of a large desk are, and cost no more than this
        found += _new_contacts(file, ways)
        if file.projects:
            found += closings(file, ways)
        if file.coffees:
            found += coffees(file, ways)
        if file.fitting:
            found += fitting(file, ways)
        if len(found) > 1:
            found.sort(key=place)
        if file.promises or file.next_steps or file.thanks:
            playbook = _playbook_of(found, ways)
            for listed in (promised, agreed, awaited, thanks_owed):
                found += listed(file, ways, playbook)
            found.sort(key=place)
    if file.standing.unanswered:
        hour = _hour_of_try(file.client, ways)
        found = [_with_tries(reason, file.standing.unanswered, hour, ways) for reason in found]
    return found


def _hour_of_try(client: Client, ways: Ways) -> str:
    """Return ``; try at 14:00`` on the day for which an hour was proposed, or an empty string."""
    at = client.call_again_at.astimezone(ways.zone) if client.call_again_at else None
    return f"; try at {at:%H:%M}" if at is not None and at.date() == ways.today else ""


def is_plain(file: ClientFile) -> bool:
    """Say whether nothing but keeping in touch can make the client due."""
    return not (
        file.projects
        or file.encounters
        or file.promises
        or file.next_steps
        or file.coffees
        or file.thanks
        or file.client.origin.kind is OriginKind.REFERRAL
    )


def _listed_from(reason: Reason, file: ClientFile, ways: Ways) -> Reason:
    """Return the reason as it is when it is put off, or as it was."""
    due = put_off(file, reason.due)
    if due == reason.due:
        return reason
    return replace(reason, due=due, band=Band.SOON if ways.today < due else reason.band)


def _with_tries(reason: Reason, unanswered: int, hour: str, ways: Ways) -> Reason:
    """Return the reason with how often it was tried and the hour for the next try, if it is today.

    After enough tries it says what else to do.
    """
    if reason.kind in _NOT_TRIED:
        return reason
    playbook = next(p for p in ways.by_trigger.values() if p.key == reason.playbook)
    words = f"{count(unanswered, 'try', 'tries')} unanswered"
    if unanswered >= playbook.wrap_up.attempts:
        words += ": write instead, or pause"
    return replace(reason, text=f"{reason.text}; {words}{hour}")


def place(reason: Reason) -> tuple[bool, float, float, date]:
    """Return where a reason stands in the order of the day; what is only coming stands last.

    The order is that of `ReasonKind`, but that a promise which is due today and not overdue lets
    the call-backs whose hour has come go first.
    """
    kind = float(reason.kind)
    if reason.kind is ReasonKind.PROMISE and reason.band is not Band.URGENT:
        kind = ReasonKind.CALL_BACK + 0.3
    elif reason.kind is ReasonKind.CALL_BACK and reason.band is not Band.URGENT:
        kind = ReasonKind.CALL_BACK + 0.6
    return reason.band is Band.SOON, kind, -reason.weight, reason.due


def _playbook_of(found: list[Reason], ways: Ways) -> str:
    """Return the playbook for what was promised or agreed: that of the other reason, if any."""
    if found:
        return found[0].playbook
    fallback = ways.by_trigger.get(Trigger.LAST_REACHED)
    return fallback.key if fallback else next((p.key for p in ways.by_trigger.values()), "")


# New contacts


def _new_contacts(file: ClientFile, ways: Ways) -> Iterator[Reason]:
    playbook = ways.by_trigger.get(Trigger.ENCOUNTER)
    if playbook is None:
        return
    for encounter in file.encounters:
        if encounter.followed_up is None and not _spoken_since(file, encounter.day):
            reason = _listed_from(_met(encounter, playbook, ways), file, ways)
            if reason.due <= ways.horizon:
                yield reason
    if file.client.origin.kind is OriginKind.REFERRAL and not (
        file.encounters or file.standing.reached
    ):
        reason = _listed_from(_referred(file.client, playbook, ways), file, ways)
        if reason.due <= ways.horizon:
            yield reason


def _spoken_since(file: ClientFile, day: date) -> bool:
    return file.standing.last_reached is not None and file.standing.last_reached > day


def _met(encounter: Encounter, playbook: Playbook, ways: Ways) -> Reason:
    where = f" at {encounter.where}" if encounter.where else ""
    return Reason(
        kind=ReasonKind.NEW_CONTACT,
        text=f"met {_recent_day(encounter.day, ways.today)}{where}, {encounter.warmth.value}",
        due=encounter.day + timedelta(days=playbook.due.ideal),
        band=_after(encounter.day, playbook.due, ways),
        playbook=playbook.key,
        weight=_WARMTH_WEIGHT[encounter.warmth] + min((ways.today - encounter.day).days, 999),
        record_id=encounter.id,
    )


def _referred(client: Client, playbook: Playbook, ways: Ways) -> Reason:
    since = client.created.astimezone(ways.zone).date()
    detail = f" ({client.origin.detail})" if client.origin.detail else ""
    return Reason(
        kind=ReasonKind.NEW_CONTACT,
        text=f"introduced {_recent_day(since, ways.today)}{detail}, not spoken to yet",
        due=since + timedelta(days=playbook.due.ideal),
        band=_after(since, playbook.due, ways),
        playbook=playbook.key,
        weight=_WARMTH_WEIGHT[Warmth.PROSPECT] + min((ways.today - since).days, 999),
        record_id=client.id,
    )


def _recent_day(day: date, today: date) -> str:
    """Return ``today``, ``yesterday``, ``Tue`` within the last week, or a short date."""
    distance = (today - day).days
    return f"{day:%a}" if 1 < distance < 7 else day_words(day, today)


def _after(day: date, due: Due, ways: Ways) -> Band:
    return ways.band(day + timedelta(days=due.ideal), day + timedelta(days=due.late))
