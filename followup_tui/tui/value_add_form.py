"""The fields of a value-add as they are typed, and what they say: pure, tested without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

import msgspec

from followup_tui.domain.days.dates import read_day, read_moment
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.services.gather import zone_of


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields, as it was typed."""

    kind: ValueAddKind = ValueAddKind.ARTICLE
    url: str = ""
    title: str = ""
    topics: str = ""
    when: str = ""
    where: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A moment or a day that was understood."""

    starts: datetime | None
    all_day: bool
    said: str


def typed_of(value_add: ValueAdd, zone: tzinfo) -> Typed:
    """Return a value-add as its fields show it."""
    return Typed(
        kind=value_add.kind,
        url=value_add.url,
        title=value_add.title,
        topics=", ".join(value_add.topics),
        when=_when_words(value_add, zone),
        where=value_add.where,
        about=value_add.about,
    )


def _when_words(value_add: ValueAdd, zone: tzinfo) -> str:
    if value_add.starts is None:
        return ""
    at = value_add.starts.astimezone(zone)
    return f"{at:%Y-%m-%d}" if value_add.all_day else f"{at:%Y-%m-%d %H:%M}"


def read_when(words: str, now: datetime) -> When | None:
    """Return what the words for when mean: nothing, a day or a moment; None: not understood."""
    if not words.strip():
        return When(None, False, "")
    zone = zone_of(now)
    moment = read_moment(words, now=now, zone=zone)
    if moment is not None:
        return When(moment, False, f"{moment:%A} {moment.day} {moment:%B %Y}, {moment:%H:%M}")
    day = read_day(words, today=now.date())
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return When(midnight, True, f"{day:%A} {day.day} {day:%B %Y}")
