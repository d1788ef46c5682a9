"""What goes into a calendar: a next step as an entry, before it is in any file's format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from followup_tui.domain.calling.slots import LENGTHS
from followup_tui.domain.client import Client
from followup_tui.domain.promise import StepKind
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten

_TITLES = {
    StepKind.CALL: "Call",
    StepKind.CALL_BACK: "Call back",
    StepKind.COFFEE: "Coffee with",
    StepKind.MEETING: "Meeting with",
    StepKind.BOOKING: "Booking for",
}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar file."""

    uid: str
    """The same for the same step, whenever the file is written: an import replaces, not adds."""
    title: str
    starts: datetime
    """With a zone; of a whole day its midnight, and the day is the one written there."""
    length: timedelta
    all_day: bool = False
    tentative: bool = False
    """Whether it is only proposed, or pencilled in."""
    about: str = ""
    free: bool = False
    """Whether it takes none of the time: something to do that day, and no appointment."""


def entry_of(
    step_id: str,
    kind: StepKind,
    at: datetime,
    *,
    client: Client,
    person: str = "",
    all_day: bool = False,
    agreed: bool = False,
    text: str = "",
) -> CalendarEntry:
    """Return the entry of a next step. A booking is pencilled in however firmly it was agreed."""
    names = [name for name in dict.fromkeys((person, client.name)) if name]
    who = f"{names[0]} ({names[1]})" if len(names) > 1 else names[0]
    said = [clean_line(text)] if text.strip() else []
    for each in client.people:
        if each.name == person:
            said += [*each.phones, *each.emails]
    return CalendarEntry(
        uid=f"{step_id}@followup",
        title=shorten(clean_line(f"{_TITLES[kind]} {who}"), LINE_LIMIT),
        starts=at,
        length=timedelta(days=1) if all_day else LENGTHS[kind],
        all_day=all_day,
        tentative=not agreed or kind is StepKind.BOOKING,
        about="\n".join(said),
    )
