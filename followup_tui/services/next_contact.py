"""When to speak again: the day that a wrap-up proposes, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from followup_tui.domain.cadence import pair_of
from followup_tui.domain.due import ClientFile, QueueRules
from followup_tui.domain.interaction import Answer, Outcome
from followup_tui.domain.playbook import AnswerType, Playbook, Trigger
from followup_tui.domain.words import count, span_words

NAMED_BY_THEM = "again"
"""Key of the question for the day on which a client wants to be called again."""

PAUSE = timedelta(days=28)
"""How long somebody who answers no more is left in peace: long enough to be out of a holiday or
a release, short enough not to be forgotten."""

SATURDAY = 5  # as `date.weekday` counts


@dataclass(frozen=True, slots=True)
class NextContact:
    """A day and the words for it; no day where an hour is to be agreed instead."""

    day: date | None
    why: str


def propose(
    file: ClientFile,
    outcome: Outcome,
    *,
    playbook: Playbook,
    playbooks: Mapping[str, Playbook],
    answers: Sequence[Answer],
    rules: QueueRules,
    today: date,
) -> NextContact:
    """Return the next contact to propose when a conversation of today has had that outcome.

    `file` is the client's as it stands with the conversation counted in. A day that somebody
    named is taken as it is; any other moves from a weekend to the Monday after it.
    """
    if outcome is Outcome.CALL_BACK:
        return NextContact(None, "")
    if not outcome.is_reached:
        return _try_again(file, outcome, playbook, today)
    named = _named_day(playbook, answers)
    if named is not None and named > today:
        return NextContact(named, "the day they named")
    if playbook.wrap_up.call_again is not None:
        return _in(playbook.wrap_up.call_again, today, f"as “{playbook.name}” has it")
    if left := _left_to_ask(file, playbook):
        return _in(playbook.due.ask_again or playbook.due.late, today, left)
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


def _try_again(file: ClientFile, outcome: Outcome, playbook: Playbook, today: date) -> NextContact:
    tries = file.standing.unanswered
    if tries >= playbook.wrap_up.attempts:
        return _in(
            PAUSE.days,
            today,
            f"{count(tries, 'try', 'tries')} in a row unanswered, write instead or leave a pause",
        )
    words = {
        Outcome.WRONG_NUMBER: "find the right number until then",
        Outcome.WRONG_MOMENT: "a better moment",
        Outcome.BUSY: "the line was busy",
    }.get(outcome, f"tried {count(tries, 'time')} so far" if tries > 1 else "another try")
    return _in(playbook.wrap_up.try_again, today, words)


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


def _left_to_ask(file: ClientFile, playbook: Playbook) -> str:
    """Return which closing steps are still without an answer, in words."""
    if playbook.due.trigger is not Trigger.PROJECT_ENDED:
        return ""
    left = [step.kind.value for project in file.projects for step in project.open_steps]
    return f"{' and '.join(dict.fromkeys(left))} still open" if left else ""


def _in(days: int, today: date, why: str) -> NextContact:
    """Return the day `days` from today, or the Monday after it where it is on a weekend."""
    day = today + timedelta(days=days)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return NextContact(day, f"{span_words((day - today).days)} from today: {why}")
