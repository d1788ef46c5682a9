"""What a client cares for, word by word: how much, and how it was written.

What they said of themselves weighs more than what we noted, and that more than what stands on
their website: an interest before a like, a like before the technology of a project, that before a
question they asked, that before the notes of the last talks, and these before their own pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.project import Project
from followup_tui.domain.stems import telling

INTEREST, LIKED, PROJECT, ASKED, TAG, NOTED, ABOUT, SITE = 5.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.0, 0.8
RECENT_TALKS = 5
"""How many of the latest interactions have their notes looked at."""
SITE_WORDS = 200
"""How many of the words that a website leads with are looked at."""

_NOTE_WEIGHTS = {
    NoteKind.INTEREST: INTEREST,
    NoteKind.LIKED: LIKED,
    NoteKind.QUESTION: ASKED,
    NoteKind.PROMISE: NOTED,
    NoteKind.ANSWER: NOTED,
    NoteKind.NOTE: NOTED,
}
"""By the sign of a note. What they did not like is no reason to give it, and a person whom they
named or an hour that was agreed says nothing of what they care for."""


@dataclass(frozen=True, slots=True)
class Care:
    """How much a client cares for a word, or for words that belong together."""

    weight: float
    words: str
    """As they were written where they weigh most."""


@dataclass(slots=True)
class Cares:
    """All that a client cares for."""

    by_root: dict[str, Care] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], Care] = field(default_factory=dict)
    """By the stems of two or three telling words that were written as one thing: “Power BI”."""

    def add(self, text: str, weight: float, *, as_one: bool = False) -> None:
        """Take in the telling words of `text`; `as_one`: as a whole they say more."""
        found = list(telling(text))
        for word, root in found:
            known = self.by_root.get(root)
            if known is None or known.weight < weight:
                self.by_root[root] = Care(weight, word)
        if as_one and 2 <= len(found) <= 3:
            roots = tuple(root for _, root in found)
            begin, end = text.find(found[0][0]), text.rfind(found[-1][0]) + len(found[-1][0])
            known = self.phrases.get(roots)
            if known is None or known.weight < weight:
                self.phrases[roots] = Care(weight, text[begin:end])


def cares_of(
    client: Client,
    projects: Sequence[Project],
    interactions: Sequence[Interaction],
    site: Sequence[str] = (),
    *,
    encounters: Sequence[Encounter] = (),
) -> Cares:
    """Return what a client cares for; `site` are the words that their website leads with."""
    cares = Cares()
    for met in encounters:
        for text in (met.talked_about, met.learned):
            cares.add(text, NOTED)
        cares.add(met.in_common, ABOUT)
    for text, weight in _said_of(client, projects):
        cares.add(text, weight, as_one=weight > ABOUT)
    for text, weight in _said_in(interactions):
        cares.add(text, weight, as_one=weight >= INTEREST)
    for word in site[:SITE_WORDS]:
        cares.add(word, SITE)
    return cares


def _said_of(client: Client, projects: Sequence[Project]) -> Iterator[tuple[str, float]]:
    yield from ((interest, INTEREST) for interest in client.interests)
    yield from ((like, LIKED) for like in client.likes)
    for project in projects:
        yield from ((technology, PROJECT) for technology in project.technologies)
        yield f"{project.title} {project.about}", ABOUT
    yield from ((tag, TAG) for tag in client.tags)
    yield client.about, ABOUT


def _said_in(interactions: Sequence[Interaction]) -> Iterator[tuple[str, float]]:
    for interaction in sorted(interactions, key=lambda each: each.at)[-RECENT_TALKS:]:
        yield interaction.summary, NOTED
        for line in interaction.notes:
            weight = _NOTE_WEIGHTS.get(kind_of(line.text))
            if weight is not None:
                yield words_of(line.text), weight
        yield from ((answer.text, NOTED) for answer in interaction.answers)
