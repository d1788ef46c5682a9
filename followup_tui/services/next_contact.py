"""When to speak again: the day and the hour that a wrap-up proposes, why, and what else to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from followup_tui.domain.calling.next_try import Trying, next_try, part_words, soon
from followup_tui.domain.calling.other_ways import PAUSE, OtherWay, Way, other_ways
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.closing import to_ask
from followup_tui.domain.due.cadence import pair_of
from followup_tui.domain.due.call_list import ClientFile, QueueRules
from followup_tui.domain.interaction import Answer, Interaction, InteractionKind, Outcome
from followup_tui.domain.playbook import AnswerType, Playbook, Trigger
from followup_tui.domain.words import count, span_words

NAMED_BY_THEM = "again"
"""Key of the question for the day on which a client wants to be called again."""

SATURDAY = 5  # as `date.weekday` counts


@dataclass(frozen=True, slots=True)
class NextContact:
    """A day and the words for it; no day where an hour is to be agreed instead."""

    day: date | None
    """In the user's own time."""
    why: str
    at: datetime | None = None
    """The hour of another try, on that day, with the user's zone; None where none is proposed."""
    alternatives: tuple[OtherWay, ...] = ()
    """What could be done instead of that try: another number, a mail, a pause."""


def propose(
    file: ClientFile,
    outcome: Outcome,
    *,
    playbook: Playbook,
    playbooks: Mapping[str, Playbook],
    answers: Sequence[Answer],
    rules: QueueRules,
    today: date,
    trying: Trying | None = None,
) -> NextContact:
    """Return the next contact to propose when a conversation of today has had that outcome.

    `file` is the client's as it stands with the conversation counted in. A day that somebody
    named is taken as it is; any other moves from a weekend to the Monday after it. With `trying`
    (see `trying_of`) another try is proposed for an hour, in their office hours.
    """
    if outcome is Outcome.CALL_BACK:
        return NextContact(None, "")
    if not outcome.is_reached:
        return _try_again(file, outcome, playbook, today, trying)
    named = _named_day(playbook, answers)
    if named is not None and named > today:
        return NextContact(named, "the day they named")
    if playbook.wrap_up.call_again is not None:
        return _in(playbook.wrap_up.call_again, today, f"as “{playbook.name}” has it")
    if left := _left_to_ask(file, playbook, today):
        return left
    return _by_cadence(file, playbooks, rules, today)


def _by_cadence(
    file: ClientFile, playbooks: Mapping[str, Playbook], rules: QueueRules, today: date
) -> NextContact:
    due = next(
        (
            p.due
            for p in reversed(tuple(playbooks.values()))
            if p.due.trigger is Trigger.LAST_REACHED
        ),
        None,
    )
    if due is None:
        return NextContact(None, "no playbook says how often; name a day")
    under_way = any(project.under_way for project in file.projects)
    days, _ = pair_of(file.client, rules, due, under_way=under_way)
    whose = "their own pace" if file.client.cadence else "as usual"
    if under_way:
        whose = "while work is under way"
    return _in(days, today, whose)


def trying_of(
    file: ClientFile,
    spoken: Sequence[Interaction],
    whereabouts: Whereabouts,
    ours: Whereabouts,
    now: datetime,
) -> Trying:
    """Return what the hour of another try goes by; `spoken` has the conversation in it."""
    quiet = file.client.quiet
    reached = [each.at for each in spoken if each.outcome.is_reached]
    last_reached = max(reached, default=None)
    return Trying(
        now=now,
        zone=whereabouts.zone,
        hours=whereabouts.hours,
        tried=tuple(
            each.at
            for each in spoken
            if each.kind is not InteractionKind.NOTE
            and each.outcome.is_attempt
            and (last_reached is None or each.at > last_reached)
        ),
        is_off=lambda day: (
            bool(whereabouts.holiday(day))
            or ours.is_off(day)
            or any(p.first <= day <= p.last for p in quiet)
        ),
    )


def _try_again(
    file: ClientFile, outcome: Outcome, playbook: Playbook, today: date, trying: Trying | None
) -> NextContact:
    tries = file.standing.unanswered
    others = other_ways(file.client, outcome, tries=tries, enough=playbook.wrap_up.attempts)
    if outcome is Outcome.WRONG_NUMBER and any(each.way is Way.NUMBER for each in others):
        soonest = NextContact(today, "there is another number")
        return replace(_at_an_hour(soonest, trying), alternatives=others)
    if tries >= playbook.wrap_up.attempts:
        pause = _in(
            PAUSE.days,
            today,
            f"{count(tries, 'try', 'tries')} in a row unanswered, write instead or leave a pause",
        )
        return replace(_at_an_hour(pause, trying), alternatives=others)
    if outcome is Outcome.BUSY and trying is not None and (at := soon(trying)) is not None:
        at = at.astimezone(trying.now.tzinfo)
        return NextContact(at.date(), "the line was busy: in half an hour", at, others)
    words = {
        Outcome.WRONG_NUMBER: "find the right number until then",
        Outcome.WRONG_MOMENT: "a better moment",
        Outcome.BUSY: "the line was busy",
    }.get(outcome, f"tried {count(tries, 'time')} so far" if tries > 1 else "another try")
    again = _in(playbook.wrap_up.try_again, today, words)
    return replace(_at_an_hour(again, trying), alternatives=others)


def _at_an_hour(again: NextContact, trying: Trying | None) -> NextContact:
    """Return a try with an hour of its own, on its day or the first free one after it."""
    if trying is None or again.day is None:
        return again
    theirs = next_try(again.day, trying)
    if theirs is None:
        return again
    at = theirs.astimezone(trying.now.tzinfo)
    why = f"{again.why}; {part_words(theirs, trying.hours)}"
    if trying.tried and _other_part(theirs, trying):
        why += " this time"
    return NextContact(at.date(), why, at)


def _other_part(theirs: datetime, trying: Trying) -> bool:
    """Say whether the last try was in another part of their day."""
    last = max(trying.tried).astimezone(trying.zone)
    return part_words(last, trying.hours) != part_words(theirs, trying.hours)


def _named_day(playbook: Playbook, answers: Sequence[Answer]) -> date | None:
    """Return the day they gave to the question of when to call again, if there is one."""
    asks_a_day = any(
        question.key == NAMED_BY_THEM and question.answer is AnswerType.DATE
        for question in playbook.questions
    )
    for answer in answers:
        if asks_a_day and answer.question == NAMED_BY_THEM:
            try:
                return date.fromisoformat(answer.text)
            except ValueError:
                return None  # answered under an older playbook, as words
    return None


def _left_to_ask(file: ClientFile, playbook: Playbook, today: date) -> NextContact | None:
    """Return when the closing steps that are left are asked next; None where none is left."""
    if playbook.due.trigger is not Trigger.PROJECT_ENDED:
        return None
    left = [each for project in file.projects for each in to_ask(project, playbook.due)]
    if not left:
        return None
    kinds = " and ".join(dict.fromkeys(each.step.kind.value for each in left))
    to_come = [(each.day - today).days for each in left if each.day > today]
    days = min(to_come, default=playbook.due.ask_again or playbook.due.late)
    return _in(days, today, f"{kinds} still open")


def _in(days: int, today: date, why: str) -> NextContact:
    """Return the day `days` from today, or the Monday after it where it is on a weekend."""
    day = today + timedelta(days=days)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return NextContact(day, f"{span_words((day - today).days)} from today: {why}")
