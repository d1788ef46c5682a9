"""The entries of a timeline that follow from the records of a client. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo

from followup_tui.domain.interaction import (
    MEETINGS,
    Interaction,
    InteractionKind,
    Outcome,
    outcome_words,
)
from followup_tui.domain.letter import Letter, Way
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.promise import NextStep, Owner, Promise, PromiseState, StepKind
from followup_tui.domain.timeline.entries import Entry, EntryKind, Line, Mark, Memory, Opens, Thing
from followup_tui.domain.timeline.people import of_people
from followup_tui.domain.timeline.values_in_words import day_words
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd

_OFFERED = {
    OfferState.PLANNED: ("planned to offer", Mark.PLAIN),
    OfferState.OFFERED: ("offered", Mark.PLAIN),
    OfferState.TAKEN: ("taken", Mark.GOOD),
    OfferState.DECLINED: ("declined", Mark.BAD),
}
_CLOSING = {
    ClosingKind.REFERENCE: "a reference",
    ClosingKind.TESTIMONIAL: "a testimonial",
    ClosingKind.REVIEW: "a public review",
    ClosingKind.BOOKING: "a pencilled booking",
}


_LEFT = {
    Way.FILE: "letter written to a file",
    Way.MAILTO: "letter handed to the mail program",
    Way.CLIPBOARD: "letter copied",
    Way.DRAFTS: "letter put among the drafts",
}
_FOUND = {
    "facts": "too few facts",
    "placeholders": "something to be filled in",
    "greeting": "the greeting",
    "names": "somebody else's name",
    "others": "somebody else's fact",
    "stock": "stock phrases",
    "earlier": "an earlier letter over again",
    "step": "no dated next step",
}
"""What the personal check can find (`personal.fact.Finding.key`), in few words."""


def entries(memory: Memory, *, zone: tzinfo) -> Iterator[Entry]:
    """Yield an entry for each thing that the records know, in no order; days are of `zone`."""
    page = memory.page
    questions = dict(memory.questions)
    for interaction in page.interactions:
        yield of_interaction(interaction, questions, zone)
    for promise in page.promises:
        yield from _promise(promise, zone)
    for offer, value_add in page.offers:
        yield of_offer(offer, value_add.title, zone, value_add)
    for letter in page.letters:
        yield from _letter(letter, zone)
    for project in page.projects:
        yield from _project(project)
    for step in page.next_steps:
        yield _step(step, zone)
    yield from of_people(memory, zone)


def of_interaction(interaction: Interaction, questions: dict[str, str], zone: tzinfo) -> Entry:
    """Return the entry of a conversation, a try or a note."""
    at = interaction.at.astimezone(zone)
    is_note = interaction.kind is InteractionKind.NOTE
    # Thousands of lines: their hours are told in the user's zone when they are drawn.
    lines = (
        *(Line(line) for line in interaction.summary.split("\n") if line.strip()),
        *(Line(text, at=note.at) for note in interaction.notes if (text := note.text.strip())),
        *(
            Line(" ".join(a.text.split()), questions.get(a.question, a.question.replace("_", " ")))
            for a in interaction.answers
            if a.text.strip()
        ),
    )
    reached = interaction.outcome.is_reached
    return Entry(
        key=f"interactions:{interaction.id}",
        kind=EntryKind.NOTE if is_note else EntryKind.TALK,
        day=at.date(),
        at=at,
        title=what_it_was(interaction),
        mark=Mark.GOOD if reached else Mark.PLAIN,
        lines=lines,
        opens=Opens(Thing.INTERACTION, interaction.id),
    )


def what_it_was(interaction: Interaction) -> str:
    """Return ``call with Jane Li``, ``call, no answer``, ``note``."""
    with_whom = f" with {interaction.person}" if interaction.person else ""
    if interaction.outcome in {Outcome.REACHED, Outcome.NOTED}:
        return f"{interaction.kind.value}{with_whom}"
    if interaction.outcome is Outcome.VOICEMAIL:
        return f"voicemail for {interaction.person}" if interaction.person else "voicemail"
    to = "with" if interaction.kind in MEETINGS else "to"
    whom = f" {to} {interaction.person}" if interaction.person else ""
    ended = outcome_words(interaction.kind, interaction.outcome)
    return f"{interaction.kind.value}{whom}, {ended}"


def _promise(promise: Promise, zone: tzinfo) -> Iterator[Entry]:
    """Yield when a promise was made, and when it was kept or broken."""
    ours = promise.by is Owner.US
    made = promise.created.astimezone(zone)
    opens = Opens(Thing.INTERACTION, promise.interaction_id) if promise.interaction_id else None
    is_open = promise.state is PromiseState.OPEN
    due = f"due {_due_words(promise.due, made.date())}"
    yield Entry(
        key=f"promises:{promise.id}:made",
        kind=EntryKind.PROMISE,
        day=made.date(),
        at=made,
        title=f"{'we' if ours else 'they'} promised: {promise.text}, {due}",
        mark=Mark.OPEN if is_open else Mark.PLAIN,
        lines=(Line("open" if is_open else promise.state.value, "now"),),
        opens=opens,
        promise_id=promise.id if is_open else "",
    )
    if promise.settled is not None and not is_open:
        kept = promise.state is PromiseState.KEPT
        yield Entry(
            key=f"promises:{promise.id}:settled",
            kind=EntryKind.PROMISE,
            day=promise.settled,
            at=None,
            title=f"{'we' if ours else 'they'} {'kept' if kept else 'broke'}: {promise.text}",
            mark=Mark.GOOD if kept else Mark.BAD,
            lines=(Line(due, "was"),),
            opens=opens,
        )


def _due_words(due: date, made: date) -> str:
    """Return a day with its year only where it is another than that of the promise."""
    return day_words(due) if due.year != made.year else f"{due:%a} {due.day} {due:%b}"


def of_offer(offer: Offer, title: str, zone: tzinfo, value_add: ValueAdd | None = None) -> Entry:
    """Return how far a value-add had come with the client at a moment."""
    at = offer.at.astimezone(zone)
    words, mark = _OFFERED[offer.state]
    lines = [Line(offer.because, "because")] if offer.because else []
    if value_add is not None:
        lines.append(Line(value_add.kind.value, "what"))
        lines.extend([Line(value_add.url, "at")] if value_add.url else [])
    return Entry(
        key=f"offers:{offer.id}:{offer.state.value}",
        kind=EntryKind.OFFER,
        day=at.date(),
        at=at,
        title=f"{words}: {title}",
        mark=mark,
        lines=tuple(lines),
        opens=Opens(Thing.PAGE, value_add.url) if value_add and value_add.url else None,
    )


def _letter(letter: Letter, zone: tzinfo) -> Iterator[Entry]:
    """Yield each time that a letter left, or that it is under way."""
    head = [("to", letter.to), ("cc", ", ".join(letter.cc))]
    body = (Line(line) for line in letter.body.split("\n") if line.strip())
    lines = [*(Line(text, label) for label, text in head if text), *_overruled(letter, zone), *body]
    subject = letter.subject or letter.kind.value
    opens = Opens(Thing.LETTER, letter.id)
    for number, left in enumerate(letter.left):
        at = left.at.astimezone(zone)
        where = [Line(left.where, "where")] if left.where else []
        is_last = number == len(letter.left) - 1
        yield Entry(
            key=f"letters:{letter.id}" if is_last else f"letters:{letter.id}:left{number}",
            kind=EntryKind.LETTER,
            day=at.date(),
            at=at,
            title=f"{_LEFT[left.way]}: {subject}",
            mark=Mark.GOOD,
            lines=(*where, *(lines if is_last else ())),
            opens=opens,
        )
    if not letter.left:
        at = (letter.changed or letter.created).astimezone(zone)
        title = f"letter, {letter.state.value}: {subject}"
        key = f"letters:{letter.id}"
        yield Entry(
            key, EntryKind.LETTER, at.date(), at, title, Mark.PLAIN, tuple(lines), opens=opens
        )


def _overruled(letter: Letter, zone: tzinfo) -> Iterator[Line]:
    """Yield that the personal check was overruled, when and in what."""
    if letter.overruled is not None:
        what = ", ".join(_FOUND.get(key, key) for key in letter.overruled_because)
        day = day_words(letter.overruled.astimezone(zone).date())
        yield Line(f"{what}, on {day}", "check overruled")


def _project(project: Project) -> Iterator[Entry]:
    """Yield when work began and ended, and when its closing steps were asked and answered."""
    about = tuple(Line(line) for line in project.about.split("\n") if line.strip())
    with_what = (Line(", ".join(project.technologies), "with"),) if project.technologies else ()

    def entry(what: str, day: date, title: str, mark: Mark, *lines: Line) -> Entry:
        key = f"projects:{project.id}:{what}"
        return Entry(key, EntryKind.WORK, day, None, title, mark, lines)

    if project.started is not None:
        title = f"project begun: {project.title}"
        yield entry("begun", project.started, title, Mark.PLAIN, *with_what, *about)
    if project.ended is not None:
        success = {True: ", a success", False: ", not a success", None: ""}[project.success]
        mark = {True: Mark.GOOD, False: Mark.BAD, None: Mark.PLAIN}[project.success]
        title = f"project ended: {project.title}{success}"
        yield entry("ended", project.ended, title, mark, *with_what, *about)
    for step in project.closing:
        for what, day, words, mark in _closing(step):
            note = (Line(step.note),) if step.note else ()
            yield entry(what, day, f"{words} ({project.title})", mark, *note)


def _closing(step: ClosingStep) -> Iterator[tuple[str, date, str, Mark]]:
    what = _CLOSING[step.kind]
    for number, day in enumerate(step.asked):
        again = " again" if number else ""
        yield f"{step.kind}:asked{number}", day, f"asked{again} for {what}", Mark.PLAIN
    if step.settled is not None and step.is_settled:
        given = step.state is StepState.GIVEN
        words = f"{what} {step.state.value}"
        yield f"{step.kind}:settled", step.settled, words, Mark.GOOD if given else Mark.BAD


def _step(step: NextStep, zone: tzinfo) -> Entry:
    at = step.at if step.all_day else step.at.astimezone(zone)
    if step.done is not None:
        state, mark = f"done {day_words(step.done)}", Mark.PLAIN
    else:
        state, mark = "open", Mark.OPEN
    sure = "agreed" if step.agreed else "proposed"
    if step.kind is StepKind.BOOKING:
        sure = "pencilled in" if step.confirmed is None else "confirmed"
    words = f": {step.text}" if step.text else ""
    made = step.created.astimezone(zone)
    return Entry(
        key=f"next_steps:{step.id}",
        kind=EntryKind.STEP,
        day=at.date(),
        at=None if step.all_day else at,
        title=f"{step.kind.value}, {sure}{words}",
        mark=mark,
        lines=(Line(state, "now"), Line(f"on {day_words(made.date())}", sure)),
        opens=Opens(Thing.INTERACTION, step.interaction_id) if step.interaction_id else None,
    )
