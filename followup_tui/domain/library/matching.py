"""Value-adds ranked for one client, by the words that both have in common.

A word counts by where the client said it (`cares`), by where it stands in the value-add, and by
how rare it is in the library: where everything is about Azure, Azure is no reason for any of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nsmallest

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.library.cares import INTEREST, NOTED, SITE, Cares, cares_of
from followup_tui.domain.project import Project
from followup_tui.domain.stems import roots, telling
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import Suggestion

NEAR = timedelta(days=30)
"""An event within these days goes before what does not pass, if it matches as well."""
BECAUSE = 3
"""How many matching words are named."""

_IN_TOPIC, _IN_TITLE, _IN_ABOUT = 1.0, 1.0, 0.3
_WHOLE = 1.5  # what words that were written as one thing count together, beside each by itself
_NEARNESS = 1.0
_ABOUT_LIMIT = 2_000  # characters of a description that are looked at


@dataclass(frozen=True, slots=True)
class _Entry:
    """The words of one value-add."""

    value_add: ValueAdd
    places: Mapping[str, float]
    """By stem: how much it counts where it stands best."""
    topics: Mapping[str, str]
    """By stem: the word of a topic, as it is written."""
    lines: tuple[str, ...]
    """The stems of each topic and of the title in their order, for words that belong together."""
    title: str


class LibraryIndex(Iterable[ValueAdd]):
    """The value-adds of a library by their words, made once for many clients."""

    def __init__(
        self, value_adds: Iterable[ValueAdd], *, known: LibraryIndex | None = None
    ) -> None:
        before = known._entries if known is not None else {}
        self._entries: dict[str, _Entry] = {}
        self._by_root: defaultdict[str, list[str]] = defaultdict(list)
        for each in value_adds:
            entry = before.get(each.id)
            if entry is None or entry.value_add is not each:
                entry = _entry(each)
            self._entries[each.id] = entry
            for root in entry.places:
                self._by_root[root].append(each.id)
        self._scale = math.log(len(self._entries) + 1) or 1.0

    def __iter__(self) -> Iterator[ValueAdd]:
        return (entry.value_add for entry in self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self) -> Iterable[_Entry]:
        """Return what is known of each value-add."""
        return self._entries.values()

    def rarity(self, root: str) -> float:
        """Return how telling a word is here: from 1 (all have it) to nearly 2 (one of many)."""
        having = len(self._by_root.get(root, ()))
        return 1.0 + math.log((len(self._entries) + 1) / (having + 1)) / self._scale

    def matches(self, cares: Cares) -> dict[str, _Match]:
        """Return, by value-add id, what matches, of those that have any word in common."""
        found: defaultdict[str, _Match] = defaultdict(_Match)
        for root, care in cares.by_root.items():
            ids = self._by_root.get(root)
            if not ids:
                continue
            weight = care.weight * self.rarity(root)
            for each in ids:
                entry = self._entries[each]
                # That a title and a description share a word says nothing: one side must mean it.
                if care.weight >= NOTED or root in entry.topics:
                    # The words of a website come folded: the topic says how they are written.
                    words = entry.topics[root] if care.weight <= SITE else care.words
                    found[each].add((root,), words, weight * entry.places[root])
        for phrase, care in cares.phrases.items():
            wanted = _line(phrase)
            for each in self._by_root.get(phrase[0], ()):
                if any(wanted in line for line in self._entries[each].lines):
                    weight = care.weight * _WHOLE * max(self.rarity(root) for root in phrase)
                    found[each].add(phrase, care.words, weight)
        return found


class _Match:
    """The words, by stem, that one value-add and the client have in common."""

    __slots__ = ("_hits",)

    def __init__(self) -> None:
        self._hits: dict[tuple[str, ...], tuple[float, str]] = {}

    def add(self, stems: tuple[str, ...], words: str, score: float) -> None:
        """Take in that a word, or words that belong together, are in both."""
        self._hits[stems] = (score, words)

    @property
    def score(self) -> float:
        """What the words weigh together."""
        return sum(score for score, _ in self._hits.values())

    def because(self) -> str:
        """Return the words that say why, the weightiest first, none of them twice."""
        best = sorted(self._hits, key=lambda stems: (-self._hits[stems][0], stems))
        named: list[str] = []
        told: set[str] = set()
        for stems in best:
            if len(named) < BECAUSE and not told.issuperset(stems):
                named.append(self._hits[stems][1])
                told.update(stems)
        return ", ".join(named)


_NO_MATCH = _Match()


@dataclass(frozen=True, slots=True)
class TheirSite:
    """What a client's website gives to a match."""

    words: Sequence[str] = ()
    """Those that its pages lead with."""
    tips: Sequence[ValueAdd] = ()
    """What could be better about it. They need not be in the library; one of the same id there
    gives way."""


def rank(  # noqa: PLR0913 - each is a part of what is known of a client
    value_adds: Iterable[ValueAdd],
    offers: Iterable[Offer],
    *,
    client: Client,
    projects: Sequence[Project],
    interactions: Sequence[Interaction],
    now: datetime,
    site: TheirSite | None = None,
    most: int | None = None,
    encounters: Sequence[Encounter] = (),
) -> tuple[Suggestion, ...]:
    """Return what may be offered to a client, what fits best first.

    Never what this client was offered before, an event that is over or begins too soon to come,
    what is retired or what was meant for somebody else. `value_adds` may be a `LibraryIndex`,
    which is quicker for a large library; `offers` may hold those of other clients too; `site` is
    what is known of their website. What was planned for this client is marked as
    chosen, and is there beyond `most`, too.
    """
    site = site or TheirSite()
    index = value_adds if isinstance(value_adds, LibraryIndex) else LibraryIndex(value_adds)
    own = [offer for offer in offers if offer.client_id == client.id]
    planned = {each.value_add_id for each in own if each.state is OfferState.PLANNED}
    given = {each.value_add_id for each in own if each.state is not OfferState.PLANNED}
    cares = cares_of(client, projects, interactions, site.words, encounters=encounters)
    matches = index.matches(cares)
    found: list[tuple[float, float, str, str, ValueAdd]] = []
    own_tips = {tip.id for tip in site.tips}
    library = (entry for entry in index.entries() if entry.value_add.id not in own_tips)
    for entry in (*library, *(_entry(tip) for tip in site.tips)):
        each = entry.value_add
        if each.id in given or not _may_be_given(each, client.id, now, planned=each.id in planned):
            continue
        score = matches[each.id].score if each.id in matches else 0.0
        if each.client_id:
            score += INTEREST  # thought of for this very client
        until = _days_until(each, now)
        near = _NEARNESS if until <= NEAR.days else 0.0
        found.append((-(score + near), until, entry.title, each.id, each))
    best = sorted(found) if most is None else nsmallest(most, found)
    if most is not None:
        there = {row[3] for row in best}
        best += [row for row in found if row[3] in planned and row[3] not in there]
    return tuple(
        Suggestion(
            value_add=each,
            because=matches.get(each.id, _NO_MATCH).because(),
            chosen=each.id in planned,
        )
        for *_, each in best
    )


def _may_be_given(each: ValueAdd, client_id: str, now: datetime, *, planned: bool) -> bool:
    """Say whether it is there to be given to this client at all, now.

    What was already chosen stays until it is over: whoever chose it knows how soon it is.
    """
    if each.retired or each.is_over(now) or (each.client_id and each.client_id != client_id):
        return False
    return planned or each.can_be_invited_to(now)


def _entry(value_add: ValueAdd) -> _Entry:
    topics = [tuple(telling(topic)) for topic in value_add.topics]
    named = {root: word for topic in reversed(topics) for word, root in topic}
    title = roots(value_add.title)
    places = dict.fromkeys(roots(value_add.about[:_ABOUT_LIMIT]), _IN_ABOUT)
    places.update(dict.fromkeys(title, _IN_TITLE))
    places.update(dict.fromkeys(named, _IN_TOPIC))
    return _Entry(
        value_add=value_add,
        places=places,
        topics=named,
        lines=tuple(
            _line(each)
            for each in (*(tuple(root for _, root in topic) for topic in topics), title)
            if len(each) > 1
        ),
        title=fold(value_add.title),
    )


def _line(stems: Sequence[str]) -> str:
    """Return stems as one text in which some of them can be found in a row."""
    return f" {' '.join(stems)} "


def _days_until(value_add: ValueAdd, now: datetime) -> float:
    if value_add.starts is None:
        return float("inf")
    return max((value_add.starts - now) / timedelta(days=1), 0.0)
