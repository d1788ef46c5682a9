"""The fields of a value-add as they are typed, and what they say: pure, tested without a screen."""

from __future__ import annotations

from datetime import tzinfo

import msgspec

from followup_tui.domain.value_add import ValueAdd, ValueAddKind


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the fields, as it was typed."""

    kind: ValueAddKind = ValueAddKind.ARTICLE
    url: str = ""
    title: str = ""
    topics: str = ""
    when: str = ""
    where: str = ""
    about: str = ""


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
