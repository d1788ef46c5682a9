"""Value-adds ranked for one client, by the words that both have in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from followup_tui.domain.capture import NoteKind, kind_of, words_of
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.project import Project
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import Suggestion

RECENT_TALKS = 5
"""How many of the latest interactions have their notes looked at."""
NEAR = timedelta(days=30)
"""An event within these days goes before what does not pass, if it matches as well."""
BECAUSE = 3
"""How many matching words are named."""

_WORD = re.compile(r"\.net\b|[^\W_]+[+#]*", re.IGNORECASE)  # .NET, C++ and C# are words
_STOP_LIST = (
    "a about after all also an and any are article as at be been before business but by call came"
    " can come company could do does down each evening event for free from get give go good got"
    " great group had has have he her here him his how i if in insight into invitation invite is"
    " it its just keep keeping know last let like liked likes look made make many may me meet"
    " meeting more most much my need new next no nobody not nothing now of off on one only or"
    " other our out over own please project really said say see session she should so some"
    " somebody something talk than thank thanks that the their them then there they thing things"
    " think this time to today too two up us use used user using very via want was way we week"
    " well went were what when where which while who why will wish with work would year yes yet"
    " you your"
)
_STOP = frozenset(_STOP_LIST.split())
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s")
_SHORTEST_STEM = 3

# How much a word weighs by where it stands: what they said of themselves before what we noted.
_INTEREST, _LIKE, _TECHNOLOGY, _TAG, _NOTED, _ABOUT = 5.0, 4.0, 4.0, 3.0, 2.0, 1.0


def rank(
    value_adds: Iterable[ValueAdd],
    offers: Iterable[Offer],
    *,
    client: Client,
    projects: Sequence[Project],
    interactions: Sequence[Interaction],
    now: datetime,
) -> tuple[Suggestion, ...]:
    """Return what may be offered to a client, what fits best first.

    Never what this client was offered before, an event that is over, what is retired or what was
    meant for somebody else. `offers` may hold those of other clients too. What was planned for
    this client is marked as chosen.
    """
    own = [offer for offer in offers if offer.client_id == client.id]
    planned = {each.value_add_id for each in own if each.state is OfferState.PLANNED}
    given = {each.value_add_id for each in own if each.state is not OfferState.PLANNED}
    cares = _cares(client, projects, interactions)
    found: list[tuple[float, float, str, Suggestion]] = []
    for each in value_adds:
        if each.id in given or each.retired or each.is_over(now):
            continue
        if each.client_id and each.client_id != client.id:
            continue
        score, because = _match(each, cares)
        if each.client_id:
            score += _INTEREST  # thought of for this very client
        until = _days_until(each, now)
        near = 1.0 if until <= NEAR.days else 0.0
        suggestion = Suggestion(
            value_add=each, because=", ".join(because), chosen=each.id in planned
        )
        found.append((-(score + near), until, fold(each.title), suggestion))
    found.sort(key=lambda row: (row[0], row[1], row[2], row[3].value_add.id))
    return tuple(suggestion for *_, suggestion in found)


def stem(word: str) -> str:
    """Return the stem of a folded word: ``costs``, ``costing`` and ``cost`` have the same.

    This is no linguistics: one English ending is cut where enough stays, and a doubled last
    letter halved.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)] + ("y" if ending in {"ies", "ied"} else "")
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM + 1 else word


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each telling word of `text` as it is written, with its stem."""
    for found in _WORD.finditer(text):
        word = found.group()
        folded = fold(word)
        root = stem(folded)
        if folded in _STOP or root in _STOP:
            continue
        if (len(folded) > 1 or not folded.isalpha()) and not word.isdigit():
            yield word, root


def _cares(
    client: Client, projects: Sequence[Project], interactions: Sequence[Interaction]
) -> dict[str, tuple[float, str]]:
    """Return, by stem, what a word weighs for the client, and how it was written."""
    cares: dict[str, tuple[float, str]] = {}
    for text, weight in (*_said_of(client, projects), *_said_in(interactions)):
        for word, root in _words(text):
            if root not in cares or cares[root][0] < weight:
                cares[root] = (weight, word)
    return cares


def _said_of(client: Client, projects: Sequence[Project]) -> Iterator[tuple[str, float]]:
    yield from ((interest, _INTEREST) for interest in client.interests)
    yield from ((like, _LIKE) for like in client.likes)
    yield from ((tag, _TAG) for tag in client.tags)
    yield client.about, _ABOUT
    for project in projects:
        yield from ((technology, _TECHNOLOGY) for technology in project.technologies)
        yield f"{project.title} {project.about}", _ABOUT


def _said_in(interactions: Sequence[Interaction]) -> Iterator[tuple[str, float]]:
    for interaction in sorted(interactions, key=lambda each: each.at)[-RECENT_TALKS:]:
        yield interaction.summary, _NOTED
        for line in interaction.notes:
            is_interest = kind_of(line.text) is NoteKind.INTEREST
            yield words_of(line.text), _INTEREST if is_interest else _NOTED


def _match(value_add: ValueAdd, cares: dict[str, tuple[float, str]]) -> tuple[float, list[str]]:
    """Return how well it fits and the words that say why, the weightiest first.

    A word counts where at least one side meant it: it is a topic of the value-add, or the client
    cares for it or spoke of it. That a title and a description share a word says nothing.
    """
    topics = {root for topic in value_add.topics for _, root in _words(topic)}
    places: defaultdict[str, float] = defaultdict(float)
    for text, factor in (
        *((topic, 1.0) for topic in value_add.topics),
        (value_add.title, 1.0),
        (value_add.about, 0.3),
    ):
        for _, root in _words(text):
            places[root] = max(places[root], factor)
    hits = {
        root: cares[root][0] * factor
        for root, factor in places.items()
        if root in cares and (root in topics or cares[root][0] >= _NOTED)
    }
    best = sorted(hits, key=lambda root: (-hits[root], root))
    return sum(hits.values()), [cares[root][1] for root in best[:BECAUSE]]


def _days_until(value_add: ValueAdd, now: datetime) -> float:
    if value_add.starts is None:
        return float("inf")
    return (value_add.starts - now) / timedelta(days=1)
