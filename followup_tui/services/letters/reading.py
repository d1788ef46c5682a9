"""What a letter is written upon, read from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.gifts import promised_of
from followup_tui.domain.letters.occasion import Occasion, Seen, Sender
from followup_tui.domain.letters.work import STEP_OF, last_project
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.project import ClosingKind, Project
from followup_tui.domain.promise import NextStep, Owner, PromiseState, Referral
from followup_tui.domain.record import Clock
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ClientPage
from followup_tui.services.gather import client_page
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings

_Owned = TypeVar("_Owned", Interaction, Project, Encounter)
_OF_COURSES = frozenset({LetterKind.COFFEE, LetterKind.COFFEE_THANKS})


@dataclass(frozen=True, slots=True)
class Place:
    """Where they and we are, for the times that a letter proposes."""

    theirs: Whereabouts
    ours: Whereabouts


def sender_of(settings: Settings) -> Sender:
    """Return who writes, as the settings have it."""
    me, mail = settings.me, settings.mail
    return Sender(
        name=me.name,
        email=me.email,
        company=me.company,
        signature=me.signature,
        programme=mail.partner_programme,
        review_link=mail.review_link,
    )


def occasion_of(
    letter: Letter,
    *,
    records: Records,
    playbooks: Mapping[str, Playbook],
    settings: Settings,
    clock: Clock,
    place: Place,
    seen: Seen,
) -> Occasion:
    """Return what a letter is written upon, by what it belongs to.

    What it should belong to by its kind and does not yet is looked for: see `belonging`. Raises
    `gather.NoSuchClient` and `ports.StoreProblem`.
    """
    page = client_page(
        records, letter.client_id, playbooks=playbooks, settings=settings, clock=clock
    )
    interaction = _of_page(page.interactions, letter.interaction_id)
    course = records.get(Course, letter.course_id) if letter.course_id else None
    draws = [draw for draw in records.all(Draw) if course and draw.course_id == course.id]
    referral = records.get(Referral, letter.referral_id) if letter.referral_id else None
    became = records.get(Client, referral.became) if referral and referral.became else None
    return Occasion(
        kind=letter.kind,
        page=page,
        now=clock(),
        theirs=place.theirs,
        ours=place.ours,
        sender=sender_of(settings),
        person=person_of(page.client, letter),
        interaction=interaction,
        playbook=playbooks.get(interaction.playbook) if interaction else None,
        project=_of_page(page.projects, letter.project_id),
        encounter=_of_page(page.encounters, letter.encounter_id),
        course=course,
        coffee_day=draws[-1].coffee_day if draws else None,
        referral=referral,
        introduced=became,
        introduced_spoken=became is not None
        and any(each.outcome.is_reached for each in records.of_client(Interaction, became.id)),
        taken=tuple(
            step.at
            for step in records.all(NextStep)
            if step.done is None and not step.all_day and step.at > clock()
        ),
        promised=_promised(letter, page, records, clock),
        seen=seen,
    )


def _promised(
    letter: Letter, page: ClientPage, records: Records, clock: Clock
) -> tuple[ValueAdd, ...]:
    """Return what of the library was promised, for a letter that is to bring it."""
    met = _of_page(page.encounters, letter.encounter_id)
    texts = [met.promised] if met is not None and letter.kind is LetterKind.GOOD_TO_MEET else []
    if letter.kind is LetterKind.PROMISED:
        texts += [
            p.text for p in page.promises if p.by is Owner.US and p.state is PromiseState.OPEN
        ]
        texts += [each.promised for each in page.encounters]
    now = clock()
    return tuple(
        value_add
        for value_add in promised_of(texts, records.all(ValueAdd) if any(texts) else ())
        if not value_add.retired
        and not value_add.is_over(now)
        and value_add.client_id in {"", letter.client_id}
    )


def _of_page(found: Iterable[_Owned], record_id: str) -> _Owned | None:
    return next((each for each in found if each.id == record_id and record_id), None)


def person_of(client: Client, letter: Letter) -> Person | None:
    """Return whom a letter is to: by the name it says, by its address, or the primary contact."""
    for person in client.people:
        if letter.person and fold(person.name) == fold(letter.person):
            return person
    for person in client.people:
        if letter.to and fold(letter.to) in {fold(email) for email in person.emails}:
            return person
    return client.primary


def belonging(letter: Letter, page: ClientPage, records: Records) -> Letter:
    """Return a new letter with what it belongs to by its kind, where that was not said."""
    match letter.kind:
        case LetterKind.FOLLOW_UP | LetterKind.COFFEE_THANKS if not letter.interaction_id:
            reached = next((i for i in page.interactions if i.outcome.is_reached), None)
            letter = replace(letter, interaction_id=reached.id if reached else "")
        case LetterKind.REFERENCE | LetterKind.TESTIMONIAL | LetterKind.REVIEW:
            if not letter.project_id:
                letter = replace(letter, project_id=_project(page, STEP_OF[letter.kind]))
        case LetterKind.GOOD_TO_MEET if not letter.encounter_id and page.encounters:
            letter = replace(letter, encounter_id=page.encounters[0].id)
        case LetterKind.INTRODUCTION if not letter.referral_id:
            named = page.thanks or records.of_client(Referral, page.client.id)
            letter = replace(letter, referral_id=named[-1].id if named else "")
        case _:
            pass
    if letter.kind in _OF_COURSES and not letter.course_id:
        letter = replace(letter, course_id=_course(page, records))
    return letter


def _project(page: ClientPage, step: ClosingKind) -> str:
    """Return the id of the project whose closing step is open, else that of the last one."""
    for project in page.projects:
        if any(each.kind is step for each in project.open_steps):
            return project.id
    last = last_project(page.projects)
    return last.id if last else ""


def _course(page: ClientPage, records: Records) -> str:
    """Return the id of the course after which they were drawn, else of the last one they did."""
    key = page.client.id
    drawn = [d for d in records.all(Draw) if any(pick.client_id == key for pick in d.picks)]
    if drawn:
        return drawn[-1].course_id
    attended = [c for c in records.all(Course) if any(a.client_id == key for a in c.attendees)]
    return max(attended, key=lambda course: course.last_day).id if attended else ""
