"""What is shown under the items of the checklist that the records fill.

Pure functions; `preparation` calls them each time something has arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from followup_tui.domain.closing_words import NAMES, step_words
from followup_tui.domain.due.agreed import thanks_words
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction, outcome_words
from followup_tui.domain.networking.next_step import STEP_FOR, proposal_words, times_of
from followup_tui.domain.playbook import ChecklistItem, ItemSource
from followup_tui.domain.promise import Owner, PromiseState, StepKind
from followup_tui.domain.views import ClientPage, Evidence, ItemStatus
from followup_tui.domain.words import count, day_words, short_day
from followup_tui.services.material import Found, Material, nothing, ready


def _said(label: str, text: str) -> tuple[Evidence, ...]:
    """Return a text as evidence, or nothing where there is none."""
    return (Evidence(text, label=label),) if text else ()


def from_memory(material: Material) -> Found:
    """Return what is remembered: work, people, what was said and liked, and what is owed."""
    page, client = material.page, material.page.client
    evidence = [
        *_owed(page, material.now),
        *(Evidence(text, label="Open question") for text in client.open_questions),
        *_last_talks(page.interactions, material.now),
        *(Evidence(text, label="Liked") for text in client.likes),
        *(Evidence(text, label="Did not like") for text in client.dislikes),
        *_said("Interests", ", ".join(client.interests)),
        *_projects(page, material.now),
        *_people(page),
        *_said("About", client.about),
    ]
    if not page.interactions and not page.projects and not client.about:
        return Found(ItemStatus.NOTHING, "nothing is written down yet", tuple(evidence))
    return ready(_last_headline(page, material.now), evidence)


def _last_headline(page: ClientPage, now: datetime) -> str:
    for interaction in page.interactions:
        if interaction.outcome.is_reached:
            day = day_words(interaction.at.astimezone(now.tzinfo).date(), now.date())
            said = next((n.text for n in interaction.notes if n.text.strip()), "")
            return f"{day}: {said or interaction.summary}" if said or interaction.summary else day
    if page.projects:
        return page.projects[0].title
    return "not spoken to yet"


def _last_talks(interactions: Sequence[Interaction], now: datetime) -> Iterator[Evidence]:
    """Yield the notes of the last talk, and of what was noted or tried since."""
    for interaction in interactions:
        day = day_words(interaction.at.astimezone(now.tzinfo).date(), now.date())
        who = f", {interaction.person}" if interaction.person else ""
        label = f"{outcome_words(interaction.kind, interaction.outcome)} {day}{who}"
        texts = [note.text for note in interaction.notes if note.text.strip()]
        texts += [
            f"{answer.question.replace('-', ' ')}: {answer.text}" for answer in interaction.answers
        ]
        if interaction.summary:
            texts.insert(0, interaction.summary)
        for text in texts or ["no notes"]:
            yield Evidence(text, label=label, at=interaction.at)
        if interaction.outcome.is_reached:
            return


def _owed(page: ClientPage, now: datetime) -> Iterator[Evidence]:
    """Yield what is owed: what we promised, what they promised, and our thanks."""
    open_ones = [promise for promise in page.promises if promise.state is PromiseState.OPEN]
    for promise in sorted(open_ones, key=lambda each: (each.by is Owner.THEM, each.due)):
        who = "We promised" if promise.by is Owner.US else "They promised"
        due = day_words(promise.due, now.date())
        yield Evidence(f"{promise.text}, due {due}", label=who, at=promise.created)
    for referral in page.thanks:
        words = thanks_words(page.client, referral)
        yield Evidence(words, label="Thanks owed", at=referral.created)


def _people(page: ClientPage) -> Iterator[Evidence]:
    for person in page.client.people:
        parts = [person.name, person.role, *person.phones, *person.emails]
        yield Evidence(" · ".join(part for part in parts if part), label="Person")


def _projects(page: ClientPage, now: datetime) -> Iterator[Evidence]:
    for project in page.projects:
        parts = [project.title, ", ".join(project.technologies)]
        if project.under_way:
            parts.append("under way")
        elif project.ended:
            parts.append(f"ended {short_day(project.ended, now.date())}")
        if project.success is not None:
            parts.append("a success" if project.success else "not a success")
        yield Evidence(" · ".join(part for part in parts if part), label="Project")


def from_project(material: Material) -> Found:
    """Return the project they are called for, else the last that ended, and how its steps stand."""
    ended = [project for project in material.page.projects if project.ended]
    if not ended:
        return nothing("no project that has ended is written down")
    called_for = {reason.record_id for reason in material.page.reasons}
    project = next((each for each in ended if each.id in called_for), ended[0])
    today = material.now.date()
    booking = next(
        (
            step
            for step in material.page.next_steps
            if step.kind is StepKind.BOOKING and step.project_id == project.id and not step.done
        ),
        None,
    )
    steps = [
        Evidence(
            step_words(step, project, None, today, booking=booking)
            + (f": {step.note}" if step.note else ""),
            label=NAMES[step.kind],
        )
        for step in project.wanted_steps
    ]
    evidence = list(_projects(material.page, material.now))
    if project.about:
        evidence.append(Evidence(project.about, label="About"))
    open_steps = len(project.open_steps)
    left = f"{count(open_steps, 'step')} open" if open_steps else "all settled"
    return ready(f"{project.title}: {left}", [*evidence, *steps])


def from_encounter(material: Material) -> Found:
    """Return where they were met and what was said."""
    if not material.page.encounters:
        return nothing("no meeting is written down")
    met, today = material.page.encounters[0], material.now.date()
    where = f" at {met.where}" if met.where else ""
    texts = {
        "Met": f"{met.person}, {day_words(met.day, today)}{where}",
        "Warmth": met.warmth.value,
        "Talked about": met.talked_about,
        "In common": met.in_common,
        "Learned": met.learned,
        "Promised": met.promised,
        "To propose": _to_propose(met, material.now),
    }
    headline = met.talked_about or met.in_common or met.learned or f"{met.warmth.value}{where}"
    return ready(headline, [each for label, text in texts.items() for each in _said(label, text)])


def _to_propose(met: Encounter, now: datetime) -> str:
    """Return what was found to propose to them, while it can still be kept."""
    times = times_of(met, now) if met.followed_up is None else ()
    return proposal_words(STEP_FOR[met.warmth], times, now) if times else ""


def from_course(material: Material) -> Found:
    """Return the course they attended, and the coffee they were drawn for."""
    drawn = {draw.course_id: draw for draw in material.draws}
    courses = sorted(material.courses, key=lambda course: course.id not in drawn)
    if not courses:
        return nothing("no course that they attended is written down")
    course, today = courses[0], material.now.date()
    draw = drawn.get(course.id)
    texts = {
        "Course": f"{course.title}, {short_day(course.last_day, today)}",
        "Topic": course.topic,
        "Host": course.host,
        "Coffee": f"around {short_day(draw.coffee_day, today)}" if draw else "",
        "About": course.about,
    }
    host = f", hosted by {course.host}" if course.host else ""
    return ready(
        f"{course.title}{host}",
        [each for label, text in texts.items() for each in _said(label, text)],
    )


def from_value_adds(material: Material) -> Found:
    """Return what was chosen to be offered; ready once there is something."""
    chosen = [each for each in material.suggestions if each.chosen]
    if not chosen:
        return nothing(
            "choose at least one" if material.suggestions else "nothing in the library fits yet"
        )
    evidence = [
        Evidence(
            each.value_add.title + (f" (because: {each.because})" if each.because else ""),
            label=each.value_add.kind.value.capitalize(),
            url=each.value_add.url,
        )
        for each in chosen
    ]
    return ready(", ".join(each.value_add.title for each in chosen), evidence)


def from_letter(item: ChecklistItem, material: Material) -> Found:
    """Return the draft mail, which is never sent from here."""
    letter = material.letter
    if letter is None or not letter.body or letter.kind is not (item.letter or letter.kind):
        return nothing("not written yet")
    changed = " · edited" if letter.changed else ""
    return ready(
        f"not sent{changed}",
        [
            *_said("To", letter.to),
            *(Evidence(address, label="Cc") for address in letter.cc),
            Evidence(letter.subject, label="Subject", at=letter.changed),
            Evidence(letter.body),
        ],
    )


_FROM_RECORDS: Mapping[ItemSource, Callable[[Material], Found]] = {
    ItemSource.MEMORY: from_memory,
    ItemSource.PROJECT: from_project,
    ItemSource.ENCOUNTER: from_encounter,
    ItemSource.COURSE: from_course,
    ItemSource.VALUE_ADDS: from_value_adds,
}


def from_records(item: ChecklistItem, material: Material) -> Found | None:
    """Return what the records hold for an item; None for one that comes over the network."""
    if item.source is ItemSource.LETTER:
        return from_letter(item, material)
    fill = _FROM_RECORDS.get(item.source)
    return fill(material) if fill else None
