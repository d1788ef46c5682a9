"""Walking the questions of a playbook: one answer on, one question back, another playbook.

A path is a tuple of `Asked`. Its last question is at hand, until an answer leads to the end: then
every question on it is answered and the walk has ended. An answer that leaves the path, because
somebody went back or answered otherwise, is set aside and comes back with its question: nothing
that was said is dropped here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from followup_tui.domain.days.dates import read_day
from followup_tui.domain.playbook import END, AnswerType, Playbook, Question, next_key
from followup_tui.domain.record import TEXT_LIMIT, Invalid
from followup_tui.domain.text import clean_line, clean_text, fold
from followup_tui.domain.views import Asked

_YES = frozenset(("y", "yes", "yeah", "yep", "yup", "sure", "ja", "oui", "true"))
_NO = frozenset(("n", "no", "nope", "nah", "nein", "non", "false"))
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Path = tuple[Asked, ...]
LastTimes = Mapping[str, str]
"""By the key of a question: what was answered to it the last time, and when."""


@dataclass(frozen=True, slots=True)
class Walk:
    """How far the questions of a playbook were walked."""

    path: Path = ()
    ended: bool = False
    aside: Path = ()
    """Questions that are not on the path and were answered or skipped before."""

    @property
    def at_hand(self) -> Asked | None:
        """The question to ask now."""
        return self.path[-1] if self.path and not self.ended else None


def begin(playbook: Playbook, *, last_time: LastTimes | None = None, aside: Path = ()) -> Walk:
    """Return the walk with the first question at hand; one with no questions has ended.

    `aside` are answers of before, of this playbook or of another one.
    """
    first = playbook.questions[0] if playbook.questions else None
    return _come_to(first, Walk(aside=aside), last_time)


def answer(
    playbook: Playbook,
    walk: Walk,
    text: str | None,
    *,
    today: date | None = None,
    last_time: LastTimes | None = None,
) -> Walk:
    """Return the walk with the question at hand answered, and the next one at hand.

    `text` None, or only blanks, skips the question. Raises `record.Invalid`, with the key of the
    question and a sentence, where the answer does not fit its type. Words like “fri” make a date
    only where `today` is given.
    """
    at_hand = walk.at_hand
    if at_hand is None:
        return replace(walk, ended=True)
    written = normal(at_hand.question, text, today=today)
    given = replace(walk, path=(*walk.path[:-1], replace(at_hand, answer=written)))
    return _come_to(_following(playbook, given.path), given, last_time)


def back(walk: Walk, *, to: int | None = None) -> Walk:
    """Return the walk so that the question of index `to` is at hand (None: the one before).

    It has its answer there to be changed; what comes after it is set aside. Where the walk had
    ended, one back is the last question; from the first there is no way back.
    """
    here = len(walk.path) if walk.ended else len(walk.path) - 1
    index = here - 1 if to is None else to
    if not walk.path or not 0 <= index < here:
        return walk
    left = tuple(asked for asked in walk.path[index + 1 :] if asked.answer is not None)
    return Walk(walk.path[: index + 1], aside=(*walk.aside, *left))


def onward(playbook: Playbook, walk: Walk, *, last_time: LastTimes | None = None) -> Walk:
    """Return the walk as far on as the answers that were given before lead."""
    while (at_hand := walk.at_hand) is not None and at_hand.answer is not None:
        try:
            walk = answer(playbook, walk, at_hand.answer, last_time=last_time)
        except Invalid:
            break  # the question takes other answers now: it is at hand, to be mended
    return walk


def turn_to(playbook: Playbook, walk: Walk, *, last_time: LastTimes | None = None) -> Walk:
    """Return the walk through another playbook, as far on as what was answered leads there."""
    said = tuple(asked for asked in walk.path if asked.answer is not None)
    fresh = begin(playbook, last_time=last_time, aside=(*walk.aside, *said))
    return onward(playbook, fresh, last_time=last_time)


def taken_up(playbook: Playbook, walk: Walk, *, last_time: LastTimes | None = None) -> Walk:
    """Return a walk that was kept, its questions worded as they are in the playbook today.

    A question that it has no more keeps its words and its answer; where it was the one at hand,
    the script goes on at the first question that was not asked yet.
    """
    if not walk.path:
        return begin(playbook, last_time=last_time, aside=walk.aside)
    today = {question.key: question for question in playbook.questions}
    walk = replace(
        walk,
        path=tuple(_worded(asked, today) for asked in walk.path),
        aside=tuple(_worded(asked, today) for asked in walk.aside),
    )
    if walk.at_hand is None or walk.at_hand.question.key in today:
        return walk
    given = walk.path if walk.at_hand.answer else walk.path[:-1]
    return _come_to(_not_asked_yet(playbook, given), replace(walk, path=given), last_time)


def _worded(asked: Asked, today: Mapping[str, Question]) -> Asked:
    return replace(asked, question=today.get(asked.question.key, asked.question))


def _following(playbook: Playbook, path: Path) -> Question | None:
    """Return the question to which the last answer of `path` leads; None: the end."""
    last = path[-1]
    if last.question not in playbook.questions:
        return _not_asked_yet(playbook, path)  # the playbook changed since it was asked
    following = next_key(playbook, last.question, last.answer or "")
    if following == END:
        return None
    return next(each for each in playbook.questions if each.key == following)


def _not_asked_yet(playbook: Playbook, path: Path) -> Question | None:
    asked = {each.question.key for each in path}
    return next((each for each in playbook.questions if each.key not in asked), None)


def _come_to(question: Question | None, walk: Walk, last_time: LastTimes | None) -> Walk:
    """Return the walk with `question` at hand, with the answer it had, if it still fits."""
    if question is None:
        return replace(walk, ended=True)
    before = next((each for each in walk.aside if _is_answered_by(question, each)), None)
    asked = Asked(
        question=question,
        answer=before.answer if before else None,
        last_time=(last_time or {}).get(question.key, ""),
    )
    aside = tuple(each for each in walk.aside if each is not before)
    return Walk((*walk.path, asked), aside=aside)


def _is_answered_by(question: Question, asked: Asked) -> bool:
    """Say whether what was answered before is an answer to `question` as it is asked now."""
    if asked.question.key != question.key or asked.question.answer is not question.answer:
        return False
    try:
        return normal(question, asked.answer) == asked.answer
    except Invalid:
        return False


def normal(question: Question, text: str | None, *, today: date | None = None) -> str:
    """Return an answer in its written form: ``yes``, a choice, ``4``, ``2026-12-01``, clean text.

    Empty for one that is skipped. Raises `record.Invalid`.
    """
    if text is None or not text.strip():
        return ""
    if question.answer is AnswerType.TEXT:
        if len(text) > TEXT_LIMIT:
            raise Invalid(question.key, f"is longer than {TEXT_LIMIT:,} characters")
        return clean_text(text)
    line = clean_line(text[:1_000])
    match question.answer:
        case AnswerType.YES_NO:
            return _yes_no(question, line)
        case AnswerType.CHOICE:
            return _choice(question, line)
        case AnswerType.RATING:
            return _rating(question, line)
        case AnswerType.DATE:
            return _date(question, line, today)


def _yes_no(question: Question, line: str) -> str:
    word = fold(line).strip(" .!")
    if word in _YES:
        return "yes"
    if word in _NO:
        return "no"
    raise Invalid(question.key, "answer yes or no; what else was said belongs in the notes")


def _choice(question: Question, line: str) -> str:
    """Return the choice meant by its number, its words or their unmistakable beginning."""
    if line.isascii() and line.isdigit() and 1 <= int(line[:6]) <= len(question.choices):
        return question.choices[int(line) - 1]
    wanted = fold(line)
    exact = [choice for choice in question.choices if fold(choice) == wanted]
    near = exact or [choice for choice in question.choices if fold(choice).startswith(wanted)]
    if len(near) == 1:
        return near[0]
    raise Invalid(question.key, f"choose one of: {', '.join(question.choices)}")


def _rating(question: Question, line: str) -> str:
    if line in {"1", "2", "3", "4", "5"}:
        return line
    raise Invalid(question.key, "answer with a number from 1 to 5")


def _date(question: Question, line: str, today: date | None) -> str:
    if today is not None:
        day = read_day(line, today=today)
        if day is not None:
            return day.isoformat()
    elif _ISO_DAY.fullmatch(line):
        try:
            return date.fromisoformat(line).isoformat()
        except ValueError:
            pass  # 2026-02-30: answered below like any other day that is none
    raise Invalid(question.key, "write a day, like fri, in 2 weeks, 1 Dec or 2026-12-01")
