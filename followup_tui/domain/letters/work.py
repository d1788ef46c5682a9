"""What connects us with a client, as a letter tells it: a project, a meeting, a course, a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from followup_tui.domain.encounter import Encounter
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.addressing import to_them
from followup_tui.domain.letters.material import (
    Introduction,
    TheCourse,
    TheEncounter,
    TheProject,
)
from followup_tui.domain.letters.occasion import Occasion
from followup_tui.domain.letters.spoken_days import day_of, since, when_it_was
from followup_tui.domain.letters.talks import Said, recalled, said_in
from followup_tui.domain.letters.wording import as_liked, sentence, word_set
from followup_tui.domain.notes.capture import NoteKind
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.text import clean_line, fold, shorten

TITLE = 160  # characters of a title that a letter names
_FRESH = 10  # days after which it is told how long ago a project ended
STEP_OF = {
    LetterKind.REFERENCE: ClosingKind.REFERENCE,
    LetterKind.TESTIMONIAL: ClosingKind.TESTIMONIAL,
    LetterKind.REVIEW: ClosingKind.REVIEW,
}
"""The closing step for which a letter asks."""

_PLACES = word_set("at in on during over outside before after near behind")
_ARTICLES = word_set("the a an our your my")
_NOTHING = ("nothing", "not much", "small talk", "this and that")
_WE_DID = word_set(
    "both grew went had know knew live lived love like play played met were are studied worked"
    " used learned started came have share shared run ran cycle sail climb ski"
)


def last_project(projects: Sequence[Project]) -> Project | None:
    """Return the project that is spoken of without its name: the last one that ended."""
    ended = [project for project in projects if project.ended is not None]
    return max(ended, key=lambda project: project.ended or date.min, default=None) or next(
        iter(projects), None
    )


def project_of(occasion: Occasion) -> TheProject | None:
    """Return the project of the letter, else the last one."""
    newest = next(iter(occasion.page.projects), None)
    asking = occasion.kind in STEP_OF
    project = occasion.project or (last_project(occasion.page.projects) if asking else newest)
    if project is None:
        return None
    ended = project.ended if project.ended and project.ended <= occasion.today else None
    step = _step(project, occasion.kind)
    waits = step is not None and step.state is StepState.ASKED
    asked = [day for day in step.asked if day < occasion.today] if step and waits else []
    said = list(_said_of(project, occasion))
    return TheProject(
        title=shorten(project.title, TITLE),
        technologies=project.technologies,
        ended=day_of(ended, occasion.today) if ended else None,
        since=since(ended, occasion.today)
        if ended and (occasion.today - ended).days >= _FRESH
        else None,
        under_way=ended is None,
        success=project.success is True,
        failed=project.success is False,
        told=tuple(recalled(each) for each in said),
        praise=tuple(_praise(each) for each in said if not _names(each, occasion)),
        asked=day_of(asked[-1], occasion.today) if asked else None,
        agreed=step is not None and _said_yes(step.kind, occasion),
        given=step is not None and step.state is StepState.GIVEN,
    )


def _step(project: Project, kind: LetterKind) -> ClosingStep | None:
    wanted = STEP_OF.get(kind)
    return next((step for step in project.closing if step.kind is wanted), None)


def _said_yes(kind: ClosingKind, occasion: Occasion) -> bool:
    answers = occasion.interaction.answers if occasion.interaction else ()
    return any(answer.question == kind.value and answer.text == "yes" for answer in answers)


def _said_of(project: Project, occasion: Occasion) -> Iterator[Said]:
    """Yield what they liked in the conversations since the project was begun, the last first."""
    people = tuple(person.name for person in occasion.page.client.people)
    for each in occasion.page.interactions:
        if project.started is not None and occasion.day(each.at) < project.started:
            return
        others = tuple(name for name in people if name != each.person)
        yield from (s for s in said_in(each, None, others) if s.kind is NoteKind.LIKED)


def _names(said: Said, occasion: Occasion) -> bool:
    """Say whether somebody stands in it: their words are not to be put into another's mouth."""
    words = {fold(word) for word in said.words.replace(",", " ").split() if word[:1].isupper()}
    people = (each.name for each in occasion.page.client.people)
    return any(fold(part) in words for name in people for part in name.split())


def _praise(said: Said) -> str:
    """Return what was liked as the client could have written it."""
    liked = as_liked(said.words)
    if liked != said.words:
        return sentence(f"we like {liked}")
    if said.is_sentence:
        return sentence(f"we {said.words.removeprefix('you ')}")
    return sentence(f"what we liked: {said.words}")


def encounter_of(occasion: Occasion) -> TheEncounter | None:
    """Return where they were met: what the letter is about, else the last time."""
    found = occasion.encounter or next(iter(occasion.page.encounters), None)
    if found is None:
        return None
    return TheEncounter(
        day=day_of(found.day, occasion.today),
        where=_where(found.where),
        talked=_talked(found, occasion),
        in_common=_in_common(found.in_common),
        learned=_told(found.learned, found, occasion),
        promised=_promised(found, occasion),
        warmth=found.warmth.value,
    )


def _where(where: str) -> str | None:
    """Return a place with its preposition: “at the trade fair”."""
    words = clean_line(where).rstrip(".")
    if not words:
        return None
    first = words.split()[0]
    if fold(first) in _PLACES:
        return words[0].lower() + words[1:]
    last = words.split()[-1]
    article = "" if fold(first) in _ARTICLES or last[:1].isupper() else "the "
    return f"at {article}{words}"


def _told(text: str, found: Encounter, occasion: Occasion) -> str | None:
    words = to_them(text, person=found.person, others=occasion.others)
    return words or None


def _talked(found: Encounter, occasion: Occasion) -> str | None:
    words = _told(found.talked_about, found, occasion)
    return None if words is None or fold(words).startswith(_NOTHING) else words


def _in_common(text: str) -> str | None:
    """Return what we have in common as a clause: “we both learned to sail late”."""
    words = clean_line(text).rstrip(" .;,")
    if not words:
        return None
    first = fold(words.split()[0])
    if first == "we":
        return f"we{words[2:]}"
    words = words[0].lower() + words[1:] if words.split()[0][1:].islower() else words
    return f"we {words}" if first in _WE_DID else f"we have {words} in common"


_TO_DO = word_set(
    "send put introduce look ask call find share write check shorten tell say give bring invite"
    " come make show try forward mail arrange set talk explain connect recommend lend get read"
    " think prepare draft compare"
)


def _promised(found: Encounter, occasion: Occasion) -> str | None:
    """Return what was promised as it follows “I promised”: “you the talk”, “to send you …”."""
    words = _told(found.promised, found, occasion)
    if words is None:
        return None
    return promised_words(words)


def promised_words(words: str) -> str:
    """Return what was promised as it goes on behind “I promised”."""
    first = fold(words.split(maxsplit=1)[0])
    if first == "to":
        return words
    return f"to {words}" if first in _TO_DO else f"you {words}"


def course_of(occasion: Occasion) -> TheCourse | None:
    """Return the course of the letter."""
    course = occasion.course
    if course is None:
        return None
    return TheCourse(
        title=shorten(course.title, TITLE),
        ended=day_of(course.last_day, occasion.today),
        topic=course.topic or None,
        host=course.host or None,
        host_is_me=bool(course.host) and fold(course.host) == fold(occasion.sender.name),
        place=_where(course.coffee_place),
        coffee_day=day_of(occasion.coffee_day, occasion.today) if occasion.coffee_day else None,
    )


def introduction_of(occasion: Occasion) -> Introduction | None:
    """Return whom they named, where the letter thanks for it."""
    referral = occasion.referral
    if referral is None:
        return None
    became = occasion.introduced.name if occasion.introduced else ""
    company = became if became and fold(became) != fold(referral.name) else ""
    person = occasion.person.name if occasion.person else ""
    name = shorten(to_them(referral.name, person=person, others=occasion.others), TITLE)
    return Introduction(
        name=name,
        line=f"{name} of {company}" if company else name,
        spoken=occasion.introduced_spoken,
        became=company or None,
        when=when_it_was(occasion.day(referral.created), occasion.today),
    )
