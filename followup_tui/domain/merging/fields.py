"""The fields of two clients side by side, and what comes of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from followup_tui.domain.client import AccountManager, Cadence, Client, DoNotCall
from followup_tui.domain.record import Invalid


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field of two clients, and what comes of it."""

    field: str
    label: str
    ours: str
    """What it is at the client who stays, in words; empty: nothing."""
    theirs: str
    result: str
    can_take: bool = False
    """Whether the other's may be taken in place of ours."""
    taken: bool = False
    """Whether it is."""

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.ours and self.theirs) and self.ours != self.theirs


def _manager(manager: AccountManager) -> str:
    return f"{manager.name} <{manager.email}>" if manager.email else manager.name


def _cadence(cadence: Cadence) -> str:
    return f"every {cadence.ideal} to {cadence.late} days"


def _wish(wish: DoNotCall) -> str:
    return f"since {wish.since.isoformat()}{f': {wish.why}' if wish.why else ''}"


def _said(value: object) -> str:
    """Return the value of a field in words; empty for nothing."""
    if isinstance(value, AccountManager):
        return _manager(value)
    if isinstance(value, Cadence):
        return _cadence(value)
    if isinstance(value, DoNotCall):
        return _wish(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if value else ""


@dataclass(frozen=True, slots=True)
class _Single:
    """A field of which there can be one alone."""

    label: str
    lost: str
    """How what is not taken is put down in the notes: ``Other website: …``."""
    of: Callable[[Client], object]


SINGLE: Mapping[str, _Single] = {
    "name": _Single("Name", "Also called", lambda one: one.name),
    "website": _Single("Website", "Other website", lambda one: one.website),
    "zone": _Single("Time zone", "Other time zone", lambda one: one.zone),
    "account_manager": _Single(
        "Account manager", "Other account manager", lambda one: one.account_manager
    ),
    "cadence": _Single("Cadence", "Other cadence", lambda one: one.cadence),
    "call_again": _Single("Next contact", "Next contact was also set for",
                          lambda one: one.call_again),
    "snoozed_until": _Single("Snoozed until", "Was also snoozed until",
                             lambda one: one.snoozed_until),
    "do_not_call": _Single("Not to be called", "Also not to be called",
                           lambda one: one.do_not_call),
}  # fmt: skip
"""By name of the field; of the others both are kept."""
SEVERAL = {
    "people": "People",
    "competitors": "Competitors",
    "interests": "Interests",
    "likes": "Likes",
    "dislikes": "Dislikes",
    "open_questions": "Open questions",
    "tags": "Tags",
    "quiet": "Left in peace",
}


def check_take(take: Collection[str]) -> None:
    """Raise `Invalid` unless each is a field of which the other's word can be taken."""
    for field in take:
        if field not in SINGLE:
            raise Invalid(
                "take", f"“{field}” is no field to choose; these are: {', '.join(SINGLE)}"
            )


def side_by_side(
    ours: Client, theirs: Client, merged: Client, take: Collection[str]
) -> tuple[FieldChoice, ...]:
    """Return every field in which one of the two says something."""
    rows = [
        FieldChoice(
            field,
            single.label,
            _said(single.of(ours)),
            _said(single.of(theirs)),
            _said(single.of(merged)),
            can_take=bool(single.of(theirs)),
            taken=field in take,
        )
        for field, single in SINGLE.items()
    ]
    rows += [
        FieldChoice(
            field, label, _listed(ours, field), _listed(theirs, field), _listed(merged, field)
        )
        for field, label in SEVERAL.items()
    ]
    rows.append(FieldChoice("about", "Notes", ours.about, theirs.about, merged.about))
    return tuple(row for row in rows if row.ours or row.theirs)


def _listed(client: Client, field: str) -> str:
    found = []
    for each in getattr(client, field):
        if field == "people":
            ways = ", ".join(filter(None, (each.role, *each.emails, *each.phones)))
            found.append(f"{each.name} ({ways})" if ways else each.name)
        elif field == "competitors":
            found.append(each.name)
        elif field == "quiet":
            found.append(f"{each.first.isoformat()} to {each.last.isoformat()}")
        else:
            found.append(each)
    return "; ".join(found)


def lost_line(field: str, value: object) -> str:
    """Return the line of the notes that keeps what was not taken."""
    return f"{SINGLE[field].lost}: {_said(value)}"
