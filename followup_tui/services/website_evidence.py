"""Evidence from whole sites: theirs, and those of their competitors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from followup_tui.domain.page import NewsItem, Said, Source
from followup_tui.domain.playbook import ChecklistItem
from followup_tui.domain.text import fold, shorten
from followup_tui.domain.views import Evidence, ItemStatus
from followup_tui.domain.websites.changes_words import could_not_be_reached, headline, label, told
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.site_changes import ChangeKind, Changes, SiteChange
from followup_tui.domain.words import short_day
from followup_tui.services.material import Found, Material, SiteSight, nothing, over_network

if TYPE_CHECKING:
    from followup_tui.domain.websites.competitor_news import Announced

NEWS = 4
OFFERINGS = 6
PEOPLE = 6
CONTACTS = 4
HEALTH = 5
_SAID = 44  # characters of what a competitor says, beside those of the others
_BETWEEN = " :|,\u00b7-\u2013\u2014"  # what titles put between a name and the rest


def from_website(_: ChecklistItem, material: Material) -> Found:
    """Return what is new on the client's site since they were last spoken to, and what it is."""
    client = material.page.client
    if not client.website:
        return nothing("no website is known: add it to the client", fetches=True)
    sight = _sight(client.website, material)
    facts = sight.facts
    evidence = list(_of_site(facts, sight.changes, material.now)) if facts else []
    return over_network([sight], _website_headline(sight, material), evidence)


def from_competitors(_: ChecklistItem, material: Material) -> Found:
    """Return what the competitors announce that the client might want to know."""
    competitors = material.page.client.competitors
    if not competitors:
        return nothing("no competitor is known: add one to the client", fetches=True)
    sights = [_sight(each.website, material) for each in competitors if each.website]
    if not sights:
        return nothing("no competitor's website is known: add it to the client", fetches=True)
    headlines: list[str] = []
    evidence: list[Evidence] = []
    for competitor in competitors:
        name = competitor.name
        if not competitor.website:
            evidence.append(Evidence("no website is known", label=name))
            continue
        sight = _sight(competitor.website, material)
        if sight.problem and len(sights) > 1:  # of one alone the item says it
            evidence.append(Evidence(sight.problem, label=name, url=competitor.website))
        if sight.facts:
            headlines.append(_competitor_headline(name, sight, sight.facts))
            evidence += _in_short(name, sight.facts, sight.announced, material.now)
    return over_network(sights, " · ".join(headlines), evidence)


def _sight(url: str, material: Material) -> SiteSight:
    return material.sites.get(url, SiteSight(ItemStatus.WAITING))


# Headlines


def _website_headline(sight: SiteSight, material: Material) -> str:
    now = material.now
    if sight.problem and sight.status is ItemStatus.FAILED:
        return could_not_be_reached(sight.problem, sight.tried or now, now)
    if sight.facts is None or sight.changes is None:
        return ""
    lines = sight.changes.lines
    if len(lines) == 1 and not sight.changes.more:
        words = told(lines[0], now.date())
        return words if lines[0].kind is ChangeKind.NEWS else f"{label(lines[0])}: {words}"
    return headline(sight.changes, now)


def _competitor_headline(name: str, sight: SiteSight, facts: SiteFacts) -> str:
    if sight.announced:
        first = sight.announced[0].change
        said = f"{label(first).lower()}, {first.title or first.new or first.old}"
    else:
        said = _saying(name, facts)
    return shorten(f"{name}: {said}" if said else name, len(name) + 2 + _SAID)


def _saying(name: str, facts: SiteFacts) -> str:
    """Return what a site says of itself in a few words, without the name it is shown beside."""
    for text in (facts.title, facts.tagline, facts.description, *facts.summary[:1]):
        said = text
        if name and fold(said).startswith(fold(name)):
            said = said[len(name) :].lstrip(_BETWEEN)
        if said:
            return said
    return ""


# Evidence


def _of_site(facts: SiteFacts, changes: Changes | None, now: datetime) -> Iterator[Evidence]:
    """Yield all that is worth knowing of a site: first what is new, then what they do."""
    lines = changes.lines if changes else ()
    yield from _changes(lines, now, "")
    yield from _what_they_do(facts)
    yield from _news(facts.news, now, told_already=lines)
    for note in facts.health[:HEALTH]:
        found = f" ({note.evidence})" if note.evidence else ""
        yield Evidence(
            f"{note.say}{found}", label="Could be better", url=facts.url, at=facts.read_at
        )
    yield from _who(facts)


def _changes(lines: Iterable[SiteChange], now: datetime, whose: str) -> Iterator[Evidence]:
    for line in lines:
        kind = label(line)
        yield Evidence(
            told(line, now.date()),
            label=f"{whose}: {kind[:1].lower()}{kind[1:]}" if whose else kind,
            url=line.url,
            how=line.how,
            at=_midnight(line.day, now),
        )
        if line.question and not whose:
            yield Evidence(line.question, label="Ask", url=line.url)


def _what_they_do(facts: SiteFacts) -> Iterator[Evidence]:
    at = facts.read_at
    if facts.title:
        yield Evidence(facts.title, label="Title", url=facts.url, at=at)
    said = dict.fromkeys(
        text for text in (facts.tagline, *facts.summary, facts.description) if text != facts.title
    )
    for text in list(said)[:3]:
        if text:
            yield Evidence(text, url=facts.url, at=at)
    yield from _listed("Offers", facts.offerings[:OFFERINGS], facts)
    yield from _listed("Looks for", facts.jobs[:OFFERINGS], facts)


def _listed(name: str, items: Sequence[Said], facts: SiteFacts) -> Iterator[Evidence]:
    """Yield short things in one line, with where the first of them stands."""
    if items:
        yield Evidence(
            " · ".join(item.text for item in items),
            label=name,
            url=_where(items[0].source, facts),
            how=items[0].source.method if items[0].source else "",
            at=facts.read_at,
        )


def _news(
    news: Sequence[NewsItem], now: datetime, *, told_already: Iterable[SiteChange] = ()
) -> Iterator[Evidence]:
    """Yield news, the newest first; what has no date keeps its order after them."""
    there = {line.new for line in told_already if line.kind is ChangeKind.NEWS}
    newest = sorted(news, key=lambda item: item.date or date.min, reverse=True)
    for item in [item for item in newest if item.title not in there][:NEWS]:
        day = f", {short_day(item.date, now.date())}" if item.date else ""
        yield Evidence(
            f"{item.title}{day}",
            label="News",
            url=item.url or (item.source.url if item.source else ""),
            how=item.source.method if item.source else "",
            at=_midnight(item.date, now),
        )


def _who(facts: SiteFacts) -> Iterator[Evidence]:
    people = [
        f"{each.name} ({each.role})" if each.role else each.name for each in facts.people[:PEOPLE]
    ]
    if people:
        url = _where(facts.people[0].source, facts)
        yield Evidence(" · ".join(people), label="People", url=url, at=facts.read_at)
    for contact in facts.contacts[:CONTACTS]:
        whose = f" ({contact.name})" if contact.name else ""
        yield Evidence(
            f"{contact.value}{whose}",
            label="Contact",
            url=_where(contact.source, facts),
            at=facts.read_at,
        )
    yield from _listed("Offices", facts.offices[:CONTACTS], facts)


def _in_short(
    name: str, facts: SiteFacts, announced: Sequence[Announced], now: datetime
) -> Iterator[Evidence]:
    """Yield the few lines that tell what a competitor announces, and what they are."""
    for each in announced:
        because = f" (because: {', '.join(each.because)})" if each.because else ""
        for line in _changes([each.change], now, name):
            yield replace(line, text=line.text + because)
    said = (facts.title, facts.description, *facts.summary[:1])
    texts = dict.fromkeys(text for text in said if text and fold(text) != fold(name))
    for text in list(texts)[: 1 if announced else 3]:
        yield Evidence(text, label=name, url=facts.url, at=facts.read_at)
    told_already = [each.change for each in announced]
    for news in list(_news(facts.news, now, told_already=told_already))[:2]:
        yield Evidence(news.text, label=name, url=news.url, how=news.how, at=news.at)


def _where(source: Source | None, facts: SiteFacts) -> str:
    return source.url if source else facts.url


def _midnight(day: date | None, now: datetime) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=now.tzinfo) if day else None
