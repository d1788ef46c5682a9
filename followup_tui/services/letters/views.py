"""A letter as it is shown: with what the personal check must know, and how it could leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Course
from followup_tui.domain.letter import Letter, LetterKind, Way
from followup_tui.domain.letters.facts import facts_of
from followup_tui.domain.letters.gifts import offers_of
from followup_tui.domain.letters.leaving import kept_by
from followup_tui.domain.letters.occasion import Occasion
from followup_tui.domain.letters.templates import BLANK, LetterTemplates
from followup_tui.domain.letters.view import LetterCase, LetterView, WayOut
from followup_tui.domain.letters.work import STEP_OF
from followup_tui.domain.project import StepState
from followup_tui.domain.promise import Referral
from followup_tui.domain.text import fold
from followup_tui.domain.timeline.values_in_words import day_words
from followup_tui.domain.wrap_up.consultation import consultation_wanted
from followup_tui.services.gather import zone_of
from followup_tui.services.letters.mails import attached
from followup_tui.services.letters.others import Everybody
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings

_NO_MAILBOX = (
    "Name your mailbox in the settings first, under [mail]: imap_host and imap_user."
    " docs/mail.md tells how."
)


def view_of(  # noqa: PLR0913 - each is one more thing that is shown
    letter: Letter,
    occasion: Occasion,
    *,
    records: Records,
    settings: Settings,
    everybody: Everybody,
    templates: LetterTemplates,
    template: str = "",
    resumed: bool = False,
    problem: str = "",
) -> LetterView:
    """Return the view of a letter; it reads the records, so call it in a thread."""
    client, person = occasion.page.client, occasion.person
    told = (problem, *_wrong(letter, occasion), *(str(each) for each in templates.problems))
    files = attached(letter, records, occasion.now)
    return LetterView(
        letter=letter,
        client=client,
        to_name=person.name if person else "",
        addresses=addresses_of(client, person),
        template=template,
        templates=(*(each.name for each in templates.of(letter.kind)), BLANK),
        case=case_of(letter, occasion, records=records, settings=settings, everybody=everybody),
        why=why_of(occasion),
        attachments=files,
        ways=tuple(_ways(settings, files=bool(files))),
        problem=" ".join(each for each in told if each),
        resumed=resumed,
        keeps=kept_by(letter, occasion.page.promises),
    )


def addresses_of(client: Client, person: Person | None) -> tuple[str, ...]:
    """Return the addresses to choose from: those of `person` first, then of all in order."""
    people = (*((person,) if person else ()), *client.people)
    return tuple(dict.fromkeys(email for each in people for email in each.emails))


def case_of(
    letter: Letter,
    occasion: Occasion,
    *,
    records: Records,
    settings: Settings,
    everybody: Everybody,
) -> LetterCase:
    """Return what the personal check wants to know beside a letter."""
    page, now = occasion.page, occasion.now
    client, zone = page.client, zone_of(now)
    courses = [
        course
        for course in records.all(Course)
        if any(attendee.client_id == client.id for attendee in course.attendees)
    ]
    offered = " ".join(
        f"{value_add.title} {offer.because} {' '.join(value_add.topics)}"
        for offer, value_add in offers_of(occasion)
    )
    return LetterCase(
        facts=facts_of(
            page,
            zone=zone,
            courses=courses,
            referrals=records.of_client(Referral, client.id),
            seen=occasion.seen.facts,
        ),
        to=(occasion.person.name,) if occasion.person else (),
        about=client.name,
        others=everybody.facts_without(
            client, f"{offered} {' '.join(occasion.seen.events)} {occasion.seen.news}", zone
        ),
        other_names=everybody.names(),
        known_names=tuple(_known(occasion, settings, courses)),
        earlier=everybody.earlier(letter),
        # Theirs may still be yesterday: a step early in the morning here is on that day there.
        today=min(occasion.today, now.astimezone(occasion.theirs.zone).date()),
    )


def _known(occasion: Occasion, settings: Settings, courses: Iterable[Course]) -> Iterator[str]:
    """Yield the names that may stand in a letter to a client."""
    client, me = occasion.page.client, settings.me
    yield from (name for name in (me.name, me.company, client.name) if name)
    yield from (person.name for person in client.people)
    if client.account_manager is not None:
        yield client.account_manager.name
    if occasion.page.introduced_by:
        yield occasion.page.introduced_by
    if occasion.referral is not None:
        yield occasion.referral.name
    if occasion.introduced is not None:
        yield occasion.introduced.name
    for course in courses:
        yield from (each for each in (course.host, course.speaker, course.coffee_place) if each)
    yield from (name for name in (settings.mail.partner_programme,) if name)


def why_of(occasion: Occasion) -> str:
    """Return why a letter is written: “after your call of Thu 19 Nov 2026”."""
    talk, kind = occasion.interaction, occasion.kind
    if kind in STEP_OF and occasion.project is not None:
        return f"about “{occasion.project.title}”"
    if talk is not None:
        reached = talk.outcome.is_reached
        what = f"{talk.kind.value} of" if reached else f"try ({talk.outcome.value}) of"
        return f"after your {what} {day_words(occasion.day(talk.at))}"
    found = {
        LetterKind.GOOD_TO_MEET: _after_meeting(occasion),
        LetterKind.INTRODUCTION: f"for naming {occasion.referral.name}"
        if occasion.referral
        else "",
        LetterKind.COFFEE: f"after “{occasion.course.title}”" if occasion.course else "",
    }
    reasons = occasion.page.reasons
    return found.get(kind) or (reasons[0].text if reasons else "")


def _after_meeting(occasion: Occasion) -> str:
    met = occasion.encounter
    if met is None:
        return ""
    where = f" at {met.where}" if met.where else ""
    return f"after you met{where} on {day_words(met.day)}"


def _wrong(letter: Letter, occasion: Occasion) -> Iterator[str]:
    """Yield what is not as it should be, each in a sentence."""
    client, person = occasion.page.client, occasion.person
    if person is None:
        yield f"Nobody is known at {client.name}: add a person to have them greeted."
    elif not letter.to:
        yield f"No mail address of {person.name} is known: add it to the client."
    manager, talk = client.account_manager, occasion.interaction
    wanted = (
        talk is not None
        and occasion.playbook is not None
        and consultation_wanted(talk, occasion.playbook)
    )
    if letter.kind is LetterKind.FOLLOW_UP:
        if manager is not None and not manager.email:
            yield f"{manager.name} has no mail address, so nobody is in CC: add it to the client."
        elif manager is None and wanted:
            yield "A consultation was wanted, and no account manager is named: nobody is in CC."
        elif wanted and manager is not None and fold(manager.email) not in map(fold, letter.cc):
            yield f"A consultation was wanted: put {manager.email} in CC."
    kind = STEP_OF.get(letter.kind)
    if kind is not None and occasion.project is not None:
        step = next((each for each in occasion.project.closing if each.kind is kind), None)
        if step is not None and step.state is StepState.DECLINED and step.settled is not None:
            yield f"They said no to this on {day_words(step.settled)}."
    elif kind is not None:
        yield "No project is written down that this could be about."


def _ways(settings: Settings, *, files: bool) -> Iterator[WayOut]:
    yield WayOut(Way.FILE)
    yield WayOut(Way.MAILTO, note="The files stay behind." if files else "")
    yield WayOut(Way.CLIPBOARD, note="The text alone is copied.")
    if settings.mailbox is None:
        yield WayOut(Way.DRAFTS, available=False, why_not=_NO_MAILBOX)
    else:
        yield WayOut(Way.DRAFTS)
