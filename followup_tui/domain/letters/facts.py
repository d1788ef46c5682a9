"""What is recorded about a client, as the facts that a letter may rest on (`domain.personal`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.personal import Fact
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Promise, Referral
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import ClientPage

LONGEST = 300
"""Characters of a fact: what is longer is a tale, of which each sentence is one."""
MOST_TALKS = 40
"""Conversations whose notes are looked at, the last ones: what is older is seldom meant."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_KINDS = {
    NoteKind.NOTE: "said",
    NoteKind.ANSWER: "said",
    NoteKind.LIKED: "liked",
    NoteKind.DISLIKED: "disliked",
    NoteKind.QUESTION: "question",
    NoteKind.INTEREST: "interest",
    NoteKind.PROMISE: "promise",
    NoteKind.REFERRAL: "named",
}
"""What a line of notes is to the personal check; an hour that was agreed is nothing of theirs."""
_NO_WORDS = re.compile(r"(?:yes|no|\d{1,2}|\d{4}-\d\d-\d\d)")
_GIVEN = frozenset({OfferState.TAKEN, OfferState.OFFERED})


def facts_of(
    page: ClientPage,
    *,
    zone: tzinfo,
    courses: Iterable[Course] = (),
    referrals: Iterable[Referral] = (),
    seen: Iterable[str] = (),
) -> tuple[Fact, ...]:
    """Return all that is recorded about a client; `seen` is what was read on their website."""
    client = page.client
    found = [
        *_of_client(client),
        *_of_talks(page.interactions[:MOST_TALKS], zone),
        *_of_work(page.projects),
        *_of_meetings(page.encounters),
        *_of_courses(courses),
        *_of_promises(page.promises, zone),
        *_of_steps(page),
        *_of_names(referrals, zone),
        *_of_offers(page, zone),
        *(Fact(each, "event", source="their website") for each in seen),
    ]
    return _told_once(found, client.name)


def own_facts(
    client: Client,
    interactions: Sequence[Interaction],
    encounters: Sequence[Encounter],
    *,
    zone: tzinfo,
) -> tuple[Fact, ...]:
    """Return what only one client can be known by: what they said, and how they were met.

    For the facts of others, in which a topic (“Azure”) would be an alarm that means nothing.
    """
    found = [
        *(Fact(each, "liked") for each in client.likes),
        *(Fact(each, "disliked") for each in client.dislikes),
        *_of_talks(interactions, zone),
        *_of_meetings(encounters),
    ]
    return _told_once((each for each in found if len(each.text.split()) > 2), client.name)


def _told_once(found: Iterable[Fact], about: str) -> tuple[Fact, ...]:
    """Return facts about a client, each once, in their order."""
    once: dict[str, Fact] = {}
    for fact in found:
        text = clean_line(fact.text)
        if any(char.isalnum() for char in text):
            named = Fact(shorten(text, LONGEST), fact.kind, about, fact.source, fact.when)
            once.setdefault(fold(named.text), named)
    return tuple(once.values())


def _sentences(text: str) -> Iterator[str]:
    return (part.strip() for part in _SENTENCES.split(text) if part.strip())


def _of_client(client: Client) -> Iterator[Fact]:
    for kind, texts in (
        ("liked", client.likes),
        ("disliked", client.dislikes),
        ("question", client.open_questions),
        ("interest", client.interests),
    ):
        yield from (Fact(text, kind, source="the client") for text in texts)
    yield from (Fact(text, "said", source="the client") for text in _sentences(client.about))


def _of_talks(interactions: Iterable[Interaction], zone: tzinfo) -> Iterator[Fact]:
    for each in interactions:
        day = each.at.astimezone(zone).date()
        source = f"{each.kind.value} of {day.day} {day:%B %Y}"
        for line in each.notes:
            kind = _KINDS.get(kind_of(line.text))
            if kind is not None and (words := words_of(line.text)):
                yield Fact(words, kind, source=source, when=day)
        for answer in each.answers:
            if not _NO_WORDS.fullmatch(answer.text.strip()):
                yield from (Fact(part, "said", "", source, day) for part in _sentences(answer.text))
        yield from (Fact(part, "said", "", source, day) for part in _sentences(each.summary))


def _of_work(projects: Iterable[Project]) -> Iterator[Fact]:
    for project in projects:
        when = project.ended or project.started
        yield Fact(project.title, "project", source="project", when=when)
        if project.technologies:
            yield Fact(", ".join(project.technologies), "project", "", project.title, when)
        for text in (*_sentences(project.about), *(step.note for step in project.closing)):
            yield Fact(text, "project", source=project.title, when=when)


def _of_meetings(encounters: Iterable[Encounter]) -> Iterator[Fact]:
    for each in encounters:
        for kind, text in (
            ("met", f"met at {each.where}" if each.where else ""),
            ("said", each.talked_about),
            ("in common", each.in_common),
            ("learned", each.learned),
            ("promise", each.promised),
        ):
            yield from (Fact(part, kind, "", "how you met", each.day) for part in _sentences(text))


def _of_courses(courses: Iterable[Course]) -> Iterator[Fact]:
    for course in courses:
        topic = f", about {course.topic}" if course.topic else ""
        text = f"attended the course {course.title}{topic}"
        yield Fact(text, "event", source="course", when=course.last_day)


def _of_promises(promises: Iterable[Promise], zone: tzinfo) -> Iterator[Fact]:
    for each in promises:
        day = each.created.astimezone(zone).date()
        yield Fact(each.text, "promise", source="promise", when=day)


def _of_steps(page: ClientPage) -> Iterator[Fact]:
    for step in page.next_steps:
        if step.text:
            yield Fact(step.text, "said", source=step.kind.value, when=step.created.date())


def _of_names(referrals: Iterable[Referral], zone: tzinfo) -> Iterator[Fact]:
    for each in referrals:
        day: date = each.created.astimezone(zone).date()
        detail = f", {each.detail}" if each.detail else ""
        yield Fact(f"named {each.name}{detail}", "named", source="referral", when=day)


def _of_offers(page: ClientPage, zone: tzinfo) -> Iterator[Fact]:
    for offer, value_add in page.offers:
        if offer.state in _GIVEN:
            day = offer.at.astimezone(zone).date()
            yield Fact(value_add.title, "event", source=offer.state.value, when=day)
