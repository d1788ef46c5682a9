"""Evidence that comes over the network: the client's site, competitors, events, the user group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from followup_tui.domain.page import Event, EventStatus, Look, NewsItem, PageFacts
from followup_tui.domain.playbook import ChecklistItem, ItemSource
from followup_tui.domain.text import fold, shorten
from followup_tui.domain.views import ClientPage, Evidence, ItemStatus
from followup_tui.domain.words import short_day
from followup_tui.services.evidence import HEADLINE, Found, Material, Sight, nothing
from followup_tui.settings.model import Sources

HEADINGS = 8  # what of a long page is worth a line, before it buries the rest
NEWS = 6
EVENTS = 12
CONTACTS = 4
HEALTH = 4
_BETWEEN = " :|,\u00b7-\u2013\u2014"  # what titles put between a name and the rest


def addresses(item: ChecklistItem, page: ClientPage, sources: Sources) -> tuple[str, ...]:
    """Return the addresses that an item looks at, each once, in order."""
    client = page.client
    match item.source:
        case ItemSource.WEBSITE:
            wanted = [client.website]
        case ItemSource.COMPETITORS:
            wanted = [competitor.website for competitor in client.competitors]
        case ItemSource.EVENTS:
            wanted = [*sources.own_events, client.website]
        case ItemSource.USER_GROUP:
            wanted = [*sources.user_group]
        case _:
            wanted = []
    return tuple(dict.fromkeys(url for url in wanted if url))


def from_pages(item: ChecklistItem, material: Material) -> Found:
    """Return what the pages of an item say, as far as they have been looked at."""
    match item.source:
        case ItemSource.WEBSITE:
            return _website(item, material)
        case ItemSource.COMPETITORS:
            return _competitors(item, material)
        case ItemSource.EVENTS:
            return _events(item, material)
        case ItemSource.USER_GROUP:
            return _user_group(item, material)
        case _:
            raise ValueError(f"“{item.source}” does not come over the network")


def upcoming(looks: Iterable[Look | None], now: datetime) -> list[Event]:
    """Return the events of some pages that are still to come, each once, the next one first."""
    found: dict[tuple[str, date], Event] = {}
    for look in looks:
        for event in look.facts.events if look and look.facts else ():
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


def _full_day(day: date, today: date) -> str:
    """Return ``Wed 25 Nov``: an event's day is read aloud, so it says its month."""
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The looks of one item taken together."""

    sights: tuple[Sight, ...]

    @property
    def looks(self) -> list[Look]:
        return [sight.look for sight in self.sights if sight.look]

    @property
    def facts(self) -> list[PageFacts]:
        return [look.facts for look in self.looks if look.facts]

    @property
    def problems(self) -> list[str]:
        return [problem for look in self.looks if (problem := problem_of(look))]

    def found(self, headline: str, evidence: Sequence[Evidence]) -> Found:
        """Return the item with its state: on its way, read, or failed and why."""
        statuses = {sight.status for sight in self.sights}
        if ItemStatus.FETCHING in statuses:
            status = ItemStatus.FETCHING
        elif ItemStatus.WAITING in statuses:
            status = ItemStatus.WAITING
        elif statuses == {ItemStatus.FAILED}:
            status = ItemStatus.FAILED
        else:
            status = ItemStatus.READY
        ages = [look.fetched_at for look in self.looks if look.facts and look.fetched_at]
        return Found(
            status,
            shorten(headline, HEADLINE),
            tuple(evidence),
            fetched_at=min(ages, default=None),
            problem=" ".join(dict.fromkeys(self.problems)),
            fetches=True,
        )


def problem_of(look: Look) -> str:
    """Return why a look brought nothing new, or nothing that can be read; empty when it did."""
    if look.problem:
        return look.problem
    facts = look.facts
    if facts and facts.problem and not (facts.title or facts.summary or facts.events):
        return facts.problem
    return ""


def _seen(item: ChecklistItem, material: Material) -> _Seen:
    urls = addresses(item, material.page, material.sources)
    return _Seen(tuple(_sight(url, material) for url in urls))


def _sight(url: str, material: Material) -> Sight:
    return material.sights.get(url, Sight(ItemStatus.WAITING))


def _website(item: ChecklistItem, material: Material) -> Found:
    seen = _seen(item, material)
    if not seen.sights:
        return nothing("no website is known: add it to the client", fetches=True)
    headline = ""
    evidence: list[Evidence] = []
    for facts in seen.facts:
        headline = _news_headline(facts, material) or _saying(material.page.client.name, facts)
        evidence += _of_page(facts, material.now)
    return seen.found(headline, evidence)


def _competitors(item: ChecklistItem, material: Material) -> Found:
    competitors = material.page.client.competitors
    if not competitors:
        return nothing("no competitor is known: add one to the client", fetches=True)
    seen = _seen(item, material)
    if not seen.sights:
        return nothing("no competitor's website is known: add it to the client", fetches=True)
    headlines: list[str] = []
    evidence: list[Evidence] = []
    for competitor in competitors:
        if not competitor.website:
            evidence.append(Evidence("no website is known", label=competitor.name))
            continue
        look = _sight(competitor.website, material).look
        if look and (problem := problem_of(look)):
            evidence.append(Evidence(problem, label=competitor.name, url=look.url))
        if look and look.facts:
            saying = _saying(competitor.name, look.facts)
            headlines.append(f"{competitor.name}: {saying}" if saying else competitor.name)
            evidence += _in_short(competitor.name, look.facts, material.now)
    return seen.found(" · ".join(headlines), evidence)


def _events(item: ChecklistItem, material: Material) -> Found:
    seen = _seen(item, material)
    if not seen.sights:
        return nothing(
            "name your own calendar in settings.toml under sources.own_events", fetches=True
        )
    website, own = material.page.client.website, material.sources.own_events
    theirs = upcoming([_sight(website, material).look] if website else [], material.now)
    ours = upcoming((_sight(url, material).look for url in own), material.now)
    counts = []
    if website:
        counts.append(f"theirs {len(theirs)}")
    counts.append(f"ours {len(ours)}" if own else "ours: set sources.own_events")
    evidence = [
        *_event_evidence("Theirs", theirs, material.now),
        *_event_evidence("Ours", ours, material.now),
    ]
    return seen.found(" · ".join(counts) if seen.facts else "", evidence)


def _user_group(item: ChecklistItem, material: Material) -> Found:
    seen = _seen(item, material)
    if not seen.sights:
        return nothing(
            "name the group's page in settings.toml under sources.user_group", fetches=True
        )
    events = upcoming(seen.looks, material.now)
    headline = ""
    if events:
        day = events[0].start
        local = day.astimezone(material.now.tzinfo) if day.tzinfo else day
        headline = f"{short_day(local.date(), material.now.date())}: {events[0].title}"
    elif seen.facts:
        headline = "its page names no date to come"
    evidence = list(_event_evidence("Next" if events else "", events, material.now))
    for facts in seen.facts:
        evidence += _in_short("", facts, material.now)
    return seen.found(headline, evidence)


def _event_evidence(label: str, events: Sequence[Event], now: datetime) -> Iterator[Evidence]:
    for event in events[:EVENTS]:
        source = event.sources[0] if event.sources else None
        yield Evidence(
            event_words(event, now),
            label=label,
            url=event.url or (source.url if source else ""),
            how=source.method if source else "",
            at=source.read_at if source else None,
        )


def _news_headline(facts: PageFacts, material: Material) -> str:
    """Return the newest dated headline that came after they were last spoken to, if any."""
    since = material.page.standing.last_reached
    dated = [item for item in _newest(facts.news) if item.date and (not since or item.date > since)]
    if not dated or dated[0].date is None:
        return ""
    return f"{short_day(dated[0].date, material.now.date())}: {dated[0].title}"


def _newest(news: Sequence[NewsItem]) -> list[NewsItem]:
    """Return news by its date, the newest first; what has none keeps its order after them."""
    return sorted(news, key=lambda item: item.date or date.min, reverse=True)


def _saying(name: str, facts: PageFacts) -> str:
    """Return what a page says of itself in a few words, without the name it is shown beside."""
    for text in (facts.title, facts.description, *facts.summary[:1], *facts.headings[:1]):
        said = text
        if name and fold(said).startswith(fold(name)):
            said = said[len(name) :].lstrip(_BETWEEN)
        if said:
            return said
    return ""


def _of_page(facts: PageFacts, now: datetime) -> Iterator[Evidence]:
    """Yield all that is worth knowing of a page."""
    at = facts.read_at
    if facts.problem:
        yield Evidence(facts.problem, label="Not read", url=facts.url, at=at)
    if facts.title:
        yield Evidence(facts.title, label="Title", url=facts.url, at=at)
    if facts.description and facts.description not in facts.summary:
        yield Evidence(facts.description, label="Description", url=facts.url, at=at)
    for sentence in facts.summary:
        yield Evidence(sentence, url=facts.url, at=at)
    yield from _news(facts, now)
    if facts.headings:
        headings = " · ".join(facts.headings[:HEADINGS])
        yield Evidence(headings, label="Headings", url=facts.url, at=at)
    for contact in facts.contacts[:CONTACTS]:
        whose = f" ({contact.name})" if contact.name else ""
        yield Evidence(f"{contact.value}{whose}", label="Contact", url=facts.url, at=at)
    for note in facts.health[:HEALTH]:
        found = f" ({note.evidence})" if note.evidence else ""
        yield Evidence(f"{note.say}{found}", label="Could be better", url=facts.url, at=at)


def _news(facts: PageFacts, now: datetime) -> Iterator[Evidence]:
    for item in _newest(facts.news)[:NEWS]:
        at = datetime.combine(item.date, time(), tzinfo=now.tzinfo) if item.date else None
        day = f", {short_day(item.date, now.date())}" if item.date else ""
        yield Evidence(f"{item.title}{day}", label="News", url=item.url or facts.url, at=at)


def _in_short(label: str, facts: PageFacts, now: datetime) -> Iterator[Evidence]:
    """Yield the few lines that tell what a page is about."""
    texts = dict.fromkeys(
        text for text in (facts.title, facts.description, *facts.summary[:2]) if text
    )
    for text in texts:
        yield Evidence(text, label=label, url=facts.url, at=facts.read_at)
    for news in list(_news(facts, now))[:2]:
        yield Evidence(news.text, label=label or news.label, url=news.url, at=news.at)
