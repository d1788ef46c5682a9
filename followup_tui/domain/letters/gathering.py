"""From what is known to what a template may name. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.addressing import to_them
from followup_tui.domain.letters.coming import slots_of, steps_of
from followup_tui.domain.letters.gifts import gifts_of
from followup_tui.domain.letters.material import (
    Consultation,
    LetterMaterial,
    Me,
    Someone,
    Task,
    TheClient,
    TheTalk,
)
from followup_tui.domain.letters.occasion import Occasion
from followup_tui.domain.letters.spoken_days import (
    Day,
    Moment,
    day_of,
    when_it_was,
)
from followup_tui.domain.letters.talks import memories_of, questions_of, talk_of
from followup_tui.domain.letters.wording import as_liked, capital, first_name, greeted_as, listed
from followup_tui.domain.letters.work import (
    course_of,
    encounter_of,
    introduction_of,
    last_project,
    project_of,
    promised_words,
)
from followup_tui.domain.notes.capture import NoteKind, kind_of
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Owner, Promise, PromiseState
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.domain.wrap_up.consultation import consultation_wanted, day_for_it

_OF_THEM = frozenset({NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.INTEREST, NoteKind.QUESTION})
_TALKS = 3
_FADED = 550
"""The talks that are recalled: the last ones, and none of more than a year and a half ago."""
TITLE = 160  # characters of a title that a letter names


def material_of(occasion: Occasion) -> LetterMaterial:
    """Return all that a template may name of an occasion."""
    client, sender = occasion.page.client, occasion.sender
    encounter = encounter_of(occasion)
    talk, last = _talks(occasion)
    steps = tuple(steps_of(occasion))
    times, attached = slots_of(occasion, encounter.warmth if encounter else "")
    if steps:
        times, attached = (), False
    ours, theirs, questions = _tasks(occasion)
    tries = _tries(occasion)
    signature = clean_text(sender.signature) or clean_line(sender.name)
    name = greeted_as(occasion.person.name) if occasion.person else ""
    return LetterMaterial(
        hello=f"Hello {shorten(name, 80)}," if name else "Hello,",
        today=day_of(occasion.today, occasion.today),
        client=_client(occasion),
        me=Me(sender.name or None, sender.email or None, sender.company or None),
        signature=signature or None,
        person=_someone(occasion),
        manager=_manager(occasion),
        project=project_of(occasion),
        encounter=encounter,
        course=course_of(occasion),
        talk=talk,
        last_talk=last,
        memories=_memories(occasion),
        tries=tries,
        tried=listed(day.ago for day in tries) or None,
        gifts=gifts_of(occasion),
        events=tuple(shorten(clean_line(each), TITLE) for each in occasion.seen.events if each),
        carried=tuple(clean_text(each) for each in occasion.carried),
        news=clean_line(occasion.seen.news) or None,
        ours=ours,
        theirs=theirs,
        questions=questions,
        steps=steps,
        slots=times,
        slots_attached=attached,
        slots_words=_choice(times),
        call_again=_call_again(client.call_again, occasion.today),
        consultation=_consultation(occasion, talk),
        introduction=introduction_of(occasion),
        programme=clean_line(sender.programme) or None,
        review_link=sender.review_link or None,
    )


def _client(occasion: Occasion) -> TheClient:
    client = occasion.page.client
    person = occasion.person
    return TheClient(
        name=shorten(client.name, TITLE),
        website=client.website or None,
        interests=client.interests,
        likes=tuple(
            as_liked(to_them(each, person=person.name if person else "", others=occasion.others))
            for each in client.likes
        ),
        about_a_person=person is not None and fold(person.name) == fold(client.name),
    )


def _someone(occasion: Occasion) -> Someone | None:
    person = occasion.person
    if person is None:
        return None
    email = person.emails[0] if person.emails else None
    return Someone(person.name, first_name(person.name), person.role or None, email)


def _manager(occasion: Occasion) -> Someone | None:
    """Return the account manager, unless that is whoever writes."""
    manager, sender = occasion.page.client.account_manager, occasion.sender
    if manager is None or fold(manager.name) == fold(sender.name):
        return None
    return Someone(manager.name, first_name(manager.name), None, manager.email or None)


def _talks(occasion: Occasion) -> tuple[TheTalk | None, TheTalk | None]:
    """Return the conversation that is followed up, and the last one before it."""
    followed = occasion.interaction
    is_talk = followed is not None and followed.outcome.is_reached
    earlier = _earlier(occasion)
    talk = _talk(occasion, followed, occasion.playbook) if followed and is_talk else None
    last = _talk(occasion, earlier[0], None) if earlier else None
    return talk, last


def _earlier(occasion: Occasion) -> list[Interaction]:
    """Return what was said before the conversation that is followed up, the newest first."""
    followed = occasion.interaction
    return [
        each
        for each in occasion.page.interactions
        if (each.outcome.is_reached or _is_told(each))
        and (followed is None or (each.id != followed.id and each.at <= followed.at))
    ]


def _memories(occasion: Occasion) -> tuple[str, ...]:
    """Return what is recalled of the last talks."""
    names = [person.name for person in occasion.page.client.people]
    return memories_of(
        [
            (each, [name for name in names if name != each.person], occasion.day(each.at))
            for each in _earlier(occasion)[:_TALKS]
            if (occasion.today - occasion.day(each.at)).days < _FADED
        ],
        occasion.today,
    )


def _is_told(each: Interaction) -> bool:
    """Say whether something was noted, without a conversation, that they said."""
    signed = (kind_of(line.text) for line in each.notes)
    return each.outcome is Outcome.NOTED and any(kind in _OF_THEM for kind in signed)


def _talk(occasion: Occasion, interaction: Interaction, playbook: Playbook | None) -> TheTalk:
    project = last_project(occasion.page.projects)
    names = (person.name for person in occasion.page.client.people)
    return talk_of(
        interaction,
        playbook,
        others=tuple(name for name in names if name != interaction.person),
        project=shorten(project.title, TITLE) if project else "",
        today=occasion.today,
        day=occasion.day(interaction.at),
    )


def _tries(occasion: Occasion) -> tuple[Day, ...]:
    """Return the days since they were last reached on which that was tried, the first one first."""
    days = []
    for each in occasion.page.interactions:
        if each.outcome.is_reached:
            break
        if each.outcome.is_attempt:
            days.append(occasion.day(each.at))
    return tuple(day_of(day, occasion.today) for day in sorted(set(days)))


def _tasks(occasion: Occasion) -> tuple[tuple[Task, ...], tuple[Task, ...], tuple[Task, ...]]:
    """Return what is owed by us and by them, and what was asked, numbered through."""
    found = occasion.interaction
    open_ones = [p for p in occasion.page.promises if p.state is PromiseState.OPEN]
    if found is not None and occasion.kind is not LetterKind.PROMISED:
        open_ones = [p for p in open_ones if p.interaction_id == found.id]
    ordered = sorted(open_ones, key=lambda p: (p.due, p.id))
    ours = [_task(p, occasion) for p in ordered if p.by is Owner.US]
    theirs = [_task(p, occasion) for p in ordered if p.by is Owner.THEM]
    asked: Sequence[str] = ()
    if found is not None and found.outcome.is_reached:
        asked = questions_of(found, occasion.playbook, occasion.others)
    questions = [Task(0, line, line) for line in asked]
    numbered = [
        replace(task, number=number)
        for number, task in enumerate((*ours, *theirs, *questions), start=1)
    ]
    first, second = len(ours), len(ours) + len(theirs)
    return tuple(numbered[:first]), tuple(numbered[first:second]), tuple(numbered[second:])


def _task(promise: Promise, occasion: Occasion) -> Task:
    person = occasion.person.name if occasion.person else ""
    text = to_them(promise.text, person=person, others=occasion.others)
    for subject in ("you will ", "you ", "we will ", "I will "):
        text = text.removeprefix(subject)
    plain, text = text, capital(text)
    due = day_of(promise.due, occasion.today)
    late = promise.due < occasion.today
    return Task(
        0,
        text if late else f"{text}, by {due}",
        text,
        promised_words(plain),
        None if late else due,
        when_it_was(occasion.day(promise.created), occasion.today),
    )


def _choice(times: Sequence[Moment]) -> str | None:
    """Return times as a choice, told once whose they are."""
    if not times:
        return None
    return listed((*(at.words for at in times[:-1]), times[-1].theirs), "or")


def _call_again(day: date | None, today: date) -> Day | None:
    return day_of(day, today) if day is not None and day > today else None


def _consultation(occasion: Occasion, talk: TheTalk | None) -> Consultation | None:
    """Return the consultation that was wished for in the conversation."""
    found, playbook = occasion.interaction, occasion.playbook
    if found is None or playbook is None or not consultation_wanted(found, playbook):
        return None
    day = day_for_it(found.answers)
    project = last_project(occasion.page.projects)
    about = f"“{shorten(project.title, TITLE)}”" if project else None
    if about is None and talk and talk.bothered:
        about = talk.bothered[0]
    return Consultation(day_of(day, occasion.today) if day else None, about)
