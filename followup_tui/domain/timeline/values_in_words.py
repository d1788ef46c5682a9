"""The values of a record as a person reads them, a line for each item or line of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from enum import Enum

import msgspec

from followup_tui.domain.client import (
    AccountManager,
    Cadence,
    Competitor,
    DoNotCall,
    Origin,
    Person,
    QuietPeriod,
)
from followup_tui.domain.course import Attendee, LeftOut, Pick
from followup_tui.domain.interaction import Answer, NoteLine
from followup_tui.domain.preparation import Tick
from followup_tui.domain.project import ClosingStep
from followup_tui.domain.words import count


def lines_of(value: object, zone: tzinfo | None) -> Sequence[str]:
    """Return `value` as lines: none where there is nothing, moments in `zone`."""
    if isinstance(value, tuple):
        return [line for item in value for line in lines_of(item, zone)]
    text = in_words(value, zone)
    return [line for line in text.split("\n") if line.strip()]


def in_words(value: object, zone: tzinfo | None) -> str:  # noqa: PLR0911 - a table of types
    """Return one value in words; what is not there is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case datetime():
            return moment_words(value, zone)
        case date():
            return day_words(value)
        case msgspec.Struct():
            return _part(value, zone)
        case _:
            return str(value)


def day_words(day: date) -> str:
    """Return a day with its year: ``Thu 19 Nov 2026``."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def moment_words(moment: datetime, zone: tzinfo | None) -> str:
    """Return a moment as it was in `zone`: ``Thu 19 Nov 2026, 14:02``."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date())}, {local:%H:%M}"


def _part(value: msgspec.Struct, zone: tzinfo | None) -> str:  # noqa: PLR0911 - a table of types
    """Return a part of a record, like a person or a note line, in one line."""
    match value:
        case NoteLine():
            return f"{value.at.astimezone(zone):%H:%M} {value.text}"
        case Answer():
            return f"{value.question.replace('_', ' ')}: {value.text}"
        case Tick():
            return value.item.replace("_", " ")
        case Cadence():
            return f"{value.ideal} to {count(value.late, 'day')}"
        case Person():
            wrong = (f"{phone} (wrong)" for phone in value.wrong_phones)
            return _joined(value.name, value.role, *value.phones, *value.emails, *wrong)
        case Competitor():
            return _joined(value.name, value.website)
        case AccountManager():
            return _joined(value.name, value.email)
        case Attendee():
            return _joined(value.name, value.company, value.email, value.attendance.value)
        case _:
            return _rare(value, zone)


def _rare(value: msgspec.Struct, zone: tzinfo | None) -> str:  # noqa: PLR0911 - a table of types
    """Return a part that has an aside: a reason, or what it stands for."""
    match value:
        case Origin():
            return _with(value.kind.value, value.detail)
        case DoNotCall():
            return _with(f"since {day_words(value.since)}", value.why)
        case QuietPeriod():
            return _with(f"{day_words(value.first)} to {day_words(value.last)}", value.why)
        case ClosingStep():
            last = value.settled or (value.asked[-1] if value.asked else None)
            when = f", {day_words(last)}" if last else ""
            return _with(f"{value.kind.value}: {value.state.value}{when}", value.note)
        case LeftOut():
            return _with(value.name, value.why)
        case Pick():
            return _pick(value)
        case _:
            fields = msgspec.structs.asdict(value).values()
            return _joined(*(in_words(field, zone) for field in fields))


def _pick(pick: Pick) -> str:
    instead = f"in place of {pick.replaces}" if pick.replaces else ""
    invited = f"invited {day_words(pick.invited)}" if pick.invited else ""
    ended = pick.end.value if pick.end else "settled" if pick.settled else ""
    return _with(_joined(pick.name, instead, invited, ended), pick.why)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _with(words: str, why: str) -> str:
    return f"{words}: {why}" if why else words
