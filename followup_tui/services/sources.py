"""Our own sources: calendars, the user group and article feeds, by the settings that name them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from followup_tui.domain.client import Client
from followup_tui.domain.library.announcements import Offering, SourceKind, Topics, offerings, once
from followup_tui.domain.library.merging import Reading, host
from followup_tui.domain.page import Look
from followup_tui.domain.project import Project
from followup_tui.domain.value_add import ValueAdd
from followup_tui.services.ports import Records
from followup_tui.settings.model import Sources

TOPICS_FROM = 2_000
"""Clients and projects whose words are looked through for topics that the desk knows."""


class _Interested(msgspec.Struct, gc=False):
    interests: tuple[str, ...] = ()


class _Technical(msgspec.Struct, gc=False):
    technologies: tuple[str, ...] = ()


# Here, as `web.site_snapshots` says.
_INTERESTED: Final = msgspec.json.Decoder(_Interested)
_TECHNICAL: Final = msgspec.json.Decoder(_Technical)


@dataclass(frozen=True, slots=True)
class OwnSource:
    """One address of the settings, and what it is for."""

    kind: SourceKind
    url: str


def sources_of(settings: Sources) -> tuple[OwnSource, ...]:
    """Return the sources of the library, each address once, in the order of the settings."""
    named = (
        (SourceKind.OWN_EVENTS, settings.own_events),
        (SourceKind.USER_GROUP, settings.user_group),
        (SourceKind.ARTICLES, settings.articles),
    )
    found: dict[str, OwnSource] = {}
    for kind, urls in named:
        for url in urls:
            found.setdefault(url, OwnSource(kind, url))
    return tuple(found.values())


def known_topics(records: Records) -> Topics:
    """Return the topics that the desk knows: of the library, of interests and of projects.

    Of those that are many only the words are read, and none is kept at hand for it.
    """
    clients = deque(records.sketches(Client, _INTERESTED), maxlen=TOPICS_FROM)
    projects = deque(records.sketches(Project, _TECHNICAL), maxlen=TOPICS_FROM)
    return Topics(
        [
            *(topic for each in records.all(ValueAdd) for topic in each.topics),
            *(topic for each in clients for topic in each.interests),
            *(t for each in projects for t in each.technologies),
        ]
    )


def readings(
    looks: Iterable[tuple[OwnSource, Look]], *, topics: Topics, now: datetime
) -> list[Reading]:
    """Return what the sources say that could be read now; what two of them say is said once."""
    read = [
        (source, look.facts)
        for source, look in looks
        if look.facts is not None and not look.problem and not look.facts.problem
    ]
    said = [
        (source, offerings(source.kind, source.url, facts, topics=topics, now=now))
        for source, facts in read
    ]
    kept = {id(each) for each in _once([each for _, found in said for each in found], now)}
    return [
        Reading(
            source=source.url,
            offerings=tuple(each for each in found if id(each) in kept),
            complete=bool(found) or source.url.partition("?")[0].endswith(".ics"),
        )
        for source, found in said
    ]


def _once(found: Sequence[Offering], now: datetime) -> list[Offering]:
    """Return each once; what comes into the library goes before what waits."""
    return once(sorted(found, key=lambda each: each.waits), now)


def nothing_found(source: OwnSource, look: Look, now: datetime) -> str:
    """Return a sentence where a source was read and says nothing of what it is there for."""
    facts = look.facts
    if facts is None or look.problem:
        return ""
    if facts.problem:
        return facts.problem
    if source.kind is SourceKind.ARTICLES:
        return "" if facts.news else f"{host(source.url)} names no article: is it the feed?"
    coming = offerings(source.kind, source.url, facts, topics=Topics(()), now=now)
    return "" if coming else f"{host(source.url)} names no date to come."
