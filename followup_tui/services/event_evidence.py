"""Evidence of what takes place: on their side, on ours, and at the user group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from followup_tui.domain.page import Event, EventStatus, PageFacts
from followup_tui.domain.playbook import ChecklistItem
from followup_tui.domain.text import fold
from followup_tui.domain.views import Evidence, ItemStatus
from followup_tui.domain.words import short_day
from followup_tui.services.material import Found, Material, Sight, SiteSight, nothing, over_network
from followup_tui.services.places import places

EVENTS = 12


def upcoming(events: Iterable[Event], now: datetime) -> list[Event]:
    """Return the events that are still to come, each once, the next one first."""
    found: dict[tuple[str, date], Event] = {}
    for event in events:
        last = event.end or event.start
        day = last.astimezone(now.tzinfo).date() if last.tzinfo else last.date()
        if day >= now.date() and event.status is not EventStatus.CANCELLED:
            found.setdefault((fold(event.title), event.start.date()), event)
    return sorted(found.values(), key=lambda event: (event.start.date(), event.title))


def event_words(event: Event, now: datetime) -> str:
    """Return an event as one line: its title, day, hour, place and whether it is certain."""
    start = event.start.astimezone(now.tzinfo) if event.start.tzinfo else event.start
    hour = "" if event.all_day else f" {start:%H:%M}"
    parts = [event.title, f"{_full_day(start.date(), now.date())}{hour}"]
    if event.online:
        parts.append("online")
    if event.location:
        parts.append(event.location)
    if event.status is not EventStatus.SCHEDULED:
        parts.append(event.status.value)
    return ", ".join(parts)


def events_of(urls: Iterable[str], material: Material) -> list[Event]:
    """Return the events of pages, feeds and calendars, as far as these have been looked at."""
    looks = (material.sights[url].look for url in urls if url in material.sights)
    return [event for look in looks if look and look.facts for event in look.facts.events]


def from_calendars(item: ChecklistItem, material: Material) -> Found:
    """Return what is coming up on their side and on ours."""
    if not places(item, material.page, material.sources):
        return nothing("name your own calendar in the settings: sources.own_events", fetches=True)
    website, own = material.page.client.website, material.sources.own_events
    site = material.sites.get(website)
    theirs = upcoming(site.facts.events if site and site.facts else (), material.now)
    ours = upcoming(events_of(own, material), material.now)
    sights: list[Sight | SiteSight] = [
        *(material.sights[url] for url in own if url in material.sights),
        *([site] if site else []),
    ]
    counts = [_theirs(site, len(theirs))] if site else []
    counts.append(f"ours {len(ours)}" if own else "ours: set sources.own_events")
    seen = any(sight.fetched_at for sight in sights)
    evidence = [
        *_evidence("Theirs", theirs, material.now),
        *_evidence("Ours", ours, material.now),
    ]
    return over_network(sights, " · ".join(counts) if seen else "", evidence)


def _theirs(site: SiteSight, number: int) -> str:
    """Return how many events they announce, which is not none while nobody has read them."""
    if site.facts is not None:
        return f"theirs {number}"
    return "theirs: not reached" if site.status is ItemStatus.FAILED else "theirs …"


def from_user_group(item: ChecklistItem, material: Material) -> Found:
    """Return the user group's next date and topic."""
    urls = [place.url for place in places(item, material.page, material.sources)]
    if not urls:
        return nothing("name the group's page in the settings: sources.user_group", fetches=True)
    sights = [material.sights[url] for url in urls if url in material.sights]
    pages = [sight.look.facts for sight in sights if sight.look and sight.look.facts]
    events = upcoming(events_of(urls, material), material.now)
    headline = ""
    if events:
        day = events[0].start
        local = day.astimezone(material.now.tzinfo) if day.tzinfo else day
        headline = f"{short_day(local.date(), material.now.date())}: {events[0].title}"
    elif pages:
        headline = "its page names no date to come"
    evidence = list(_evidence("Next" if events else "", events, material.now))
    for facts in pages:
        evidence += _in_short(facts)
    return over_network(sights, headline, evidence)


def _full_day(day: date, today: date) -> str:
    """Return ``Wed 25 Nov``: an event's day is read aloud, so it says its month."""
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")


def _evidence(label: str, events: Sequence[Event], now: datetime) -> Iterator[Evidence]:
    for event in events[:EVENTS]:
        source = event.sources[0] if event.sources else None
        yield Evidence(
            event_words(event, now),
            label=label,
            url=event.url or (source.url if source else ""),
            how=source.method if source else "",
            at=source.read_at if source else None,
        )


def _in_short(facts: PageFacts) -> Iterator[Evidence]:
    """Yield the few lines that tell what a page is about."""
    texts = (facts.title, facts.description, *facts.summary[:2])
    for text in dict.fromkeys(text for text in texts if text):
        yield Evidence(text, url=facts.url, at=facts.read_at)
