"""Walking the questions of a playbook: the path so far, one answer on, one question back.

A path is a tuple of `Asked`. Its last question is at hand, until an answer leads to the end: then
every question on it is answered and `answer` says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from followup_tui.domain.dates import read_day
from followup_tui.domain.playbook import END, AnswerType, Playbook, Question, next_key
from followup_tui.domain.record import TEXT_LIMIT, Invalid
from followup_tui.domain.text import clean_line, clean_text, fold
from followup_tui.domain.views import Asked

_YES = frozenset(("y", "yes", "yeah", "yep", "yup", "sure", "ja", "oui", "true"))
_NO = frozenset(("n", "no", "nope", "nah", "nein", "non", "false"))
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Path = tuple[Asked, ...]


def begin(playbook: Playbook, *, last_time: Mapping[str, str] | None = None) -> Path:
    """Return the path with the first question at hand.

    `last_time` says, by question, what was answered the last time, and when.
    """
    if not playbook.questions:
        return ()
    return (_asked(playbook.questions[0], last_time),)


def answer(
    playbook: Playbook,
    path: Path,
    text: str | None,
    *,
    today: date | None = None,
    last_time: Mapping[str, str] | None = None,
) -> tuple[Path, bool]:
    """Return the path with the question at hand answered and the next one, and whether it ended.

    `text` None, or only blanks, skips the question. Raises `record.Invalid`, with the key of the
    question and a sentence, where the answer does not fit its type. Words like “fri” make a date
    only where `today` is given.
    """
    if not path:
        return path, True
    at_hand = path[-1]
    written = normal(at_hand.question, text, today=today)
    following = next_key(playbook, at_hand.question, written)
    answered = (*path[:-1], replace(at_hand, answer=written))
    if following == END:
        return answered, True
    question = next(each for each in playbook.questions if each.key == following)
    return (*answered, _asked(question, last_time)), False


def back(path: Path, *, ended: bool = False) -> Path:
    """Return the path one question back, that question at hand with its answer there to change.

    Where the script had `ended` the last question is at hand again; from the first there is no
    way back.
    """
    return path if ended or len(path) < 2 else path[:-1]


def replay(playbook: Playbook, answers: Sequence[tuple[str, str | None]]) -> tuple[Path, bool]:
    """Return the path that `answers` (question, answer) still make, and whether it ended.

    It stops where the playbook has changed since: at the first question that is not next any
    more or whose answer does not fit any more, which is then at hand.
    """
    path, ended = begin(playbook), not playbook.questions
    for key, text in answers:
        if ended or path[-1].question.key != key or text is None:
            break
        try:
            path, ended = answer(playbook, path, text)
        except Invalid:
            break
    return path, ended


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


def _asked(question: Question, last_time: Mapping[str, str] | None) -> Asked:
    return Asked(question=question, last_time=(last_time or {}).get(question.key, ""))


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
