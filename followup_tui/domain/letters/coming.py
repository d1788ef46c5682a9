"""What comes next with a client, as a letter tells or proposes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from followup_tui.domain.calling import slots
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.material import Step
from followup_tui.domain.letters.occasion import Occasion
from followup_tui.domain.letters.spoken_days import Moment, moment_of
from followup_tui.domain.networking.next_step import times_of
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.text import clean_line
from followup_tui.domain.wrap_up.consultation import consultation_wanted, day_for_it

_STEP_WORDS = {
    StepKind.CALL: "call",
    StepKind.CALL_BACK: "call",
    StepKind.COFFEE: "coffee",
    StepKind.MEETING: "meeting",
    StepKind.BOOKING: "booking",
}
_A_STEP = {StepKind.BOOKING: "the booking that we pencilled in"}
"""What a step is called with its article, where that is more than “a call”."""
_SLOTS_FOR = {
    LetterKind.COFFEE: StepKind.COFFEE,
    LetterKind.GOOD_TO_MEET: StepKind.COFFEE,
}
_BY_WARMTH = {"prospect": StepKind.MEETING, "open": StepKind.COFFEE, "card only": StepKind.CALL}
_WITH_CALENDAR = frozenset(
    {
        LetterKind.FOLLOW_UP,
        LetterKind.COFFEE,
        LetterKind.COFFEE_THANKS,
        LetterKind.GOOD_TO_MEET,
    }
)
"""Letters that tell of a next step and not only mention it."""
_MOST_PROPOSED = 3


def going_along(occasion: Occasion) -> tuple[NextStep, ...]:
    """Return the next steps whose calendar entries go along with a letter."""
    if occasion.kind not in _WITH_CALENDAR:
        return ()
    coming = _coming(occasion)
    agreed = tuple(step for step in coming if step.agreed)
    return tuple(step for step in agreed or coming if _has_entry(step))


def _has_entry(step: NextStep) -> bool:
    return not step.all_day or step.kind is StepKind.BOOKING


def _coming(occasion: Occasion) -> list[NextStep]:
    """Return what is to come next, the next one first: what is agreed and what is proposed."""
    coming = [
        step
        for step in occasion.page.next_steps
        if step.done is None
        and not _is_over(step, occasion)
        and (occasion.kind is not LetterKind.COFFEE or step.kind is StepKind.COFFEE)
        and (occasion.kind in _WITH_CALENDAR or step.kind is not StepKind.BOOKING)
        and not _is_the_consultation(step, occasion)
    ]
    return sorted(coming, key=lambda each: each.at)


def _is_the_consultation(step: NextStep, occasion: Occasion) -> bool:
    """Say whether a step is the consultation, which a follow-up tells of by itself."""
    talk, playbook = occasion.interaction, occasion.playbook
    if talk is None or playbook is None or step.interaction_id != talk.id or not step.all_day:
        return False
    return step.at.date() == day_for_it(talk.answers) and consultation_wanted(talk, playbook)


def _is_over(step: NextStep, occasion: Occasion) -> bool:
    if step.all_day:
        return step.at.date() < occasion.now.astimezone(occasion.theirs.zone).date()
    return step.at <= occasion.now


def steps_of(occasion: Occasion) -> Iterator[Step]:
    """Yield what is agreed."""
    along = {step.id for step in going_along(occasion)}
    for step in _coming(occasion):
        if step.agreed:
            word = _STEP_WORDS[step.kind]
            yield Step(
                kind=word,
                a_kind=_A_STEP.get(step.kind, f"a {word}"),
                at=_moment(step, occasion),
                text=clean_line(step.text) or None,
                attached=step.id in along,
            )


def _moment(step: NextStep, occasion: Occasion) -> Moment:
    return moment_of(step.at, occasion.now, occasion.theirs.zone, all_day=step.all_day)


def slots_of(occasion: Occasion, warmth: str) -> tuple[tuple[Moment, ...], bool]:
    """Return two times to choose from, in their hours, and whether their entries go along."""
    if proposed := _coming(occasion):
        same = [step for step in proposed if step.kind is proposed[0].kind][:_MOST_PROPOSED]
        along = {step.id for step in going_along(occasion)}
        return (
            tuple(_moment(step, occasion) for step in same),
            all(step.id in along for step in same),
        )
    if times := _proposed_when_met(occasion):
        return tuple(moment_of(at, occasion.now, occasion.theirs.zone) for at in times), True
    kind = _SLOTS_FOR.get(occasion.kind, StepKind.CALL)
    if occasion.kind is LetterKind.GOOD_TO_MEET:
        kind = _BY_WARMTH.get(warmth, kind)
    after = occasion.coffee_day if occasion.kind is LetterKind.COFFEE else None
    if after is not None and after <= occasion.today:
        after = None
    found = slots.propose(
        kind,
        now=occasion.now,
        theirs=_without_quiet_days(occasion),
        ours=occasion.ours,
        after=after,
        taken=occasion.taken,
    )
    return tuple(moment_of(at, occasion.now, occasion.theirs.zone) for at in found), False


def _without_quiet_days(occasion: Occasion) -> Whereabouts:
    """Return where they are, with the days on which they want to be left in peace as days off."""
    last = occasion.today + timedelta(days=slots.DAYS_TRIED * 2)
    quiet = [
        (period.first + timedelta(days=number), period.why or "quiet")
        for period in occasion.page.client.quiet
        for number in range((min(period.last, last) - period.first).days + 1)
    ]
    return replace(occasion.theirs, holidays=(*occasion.theirs.holidays, *quiet))


def _proposed_when_met(occasion: Occasion) -> tuple[datetime, ...]:
    """Return the times that were found for them when they were met, while they can be kept."""
    if occasion.kind is not LetterKind.GOOD_TO_MEET:
        return ()
    encounter = occasion.encounter or next(iter(occasion.page.encounters), None)
    return times_of(encounter, occasion.now) if encounter is not None else ()
