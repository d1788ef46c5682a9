"""Reading a playbook: from TOML to a value whose every key and every way through is checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.playbook import (
    END,
    SIGNS,
    AnswerType,
    ChecklistItem,
    Due,
    ItemSource,
    Playbook,
    PlaybookError,
    Question,
    WrapUp,
    answers_of,
    next_key,
)
from followup_tui.domain.text import fold, is_clean

_KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]*)`(?: - at `(?P<at>[^`]*)`)?")
_AT = re.compile(r" - at `(?P<at>[^`]*)`$")
_BAD_ENUM = re.compile(r"Invalid enum value '(?P<value>.*)'", re.DOTALL)
_TABLES: dict[str, type[msgspec.Struct]] = {
    "": Playbook,
    "due": Due,
    "checklist": ChecklistItem,
    "questions": Question,
    "wrap_up": WrapUp,
}

Flaw = tuple[str, str]
"""A key path and what is wrong there."""


def read_playbook(text: str, *, file: str) -> Playbook:
    """Return the playbook in `text`, or raise `PlaybookError` for the first flaw."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise PlaybookError(file, "", f"is not valid TOML: {problem}") from problem
    except RecursionError as problem:
        raise PlaybookError(file, "", "is nested too deeply: no playbook is") from problem
    for key in _unclean(tree, ""):
        raise PlaybookError(file, key, "holds control characters: take them out")
    try:
        playbook = msgspec.convert(tree, Playbook)
    except msgspec.ValidationError as problem:
        raise PlaybookError(file, *_explain(str(problem), tree)) from problem
    for key, message in _flaws(playbook):
        raise PlaybookError(file, key, message)
    return playbook


# What msgspec found, in words


def _explain(message: str, tree: dict[str, Any]) -> Flaw:
    """Return the key path and a sentence for a message of msgspec."""
    unknown = _UNKNOWN.search(message)
    if unknown is not None:
        at = _path(unknown["at"] or "")
        return _join(at, unknown["field"]), _unknown_words(at, unknown["field"])
    place = _AT.search(message)
    key = _path(place["at"]) if place else ""
    says = _AT.sub("", message)
    enum = _BAD_ENUM.search(says)
    if enum is not None:
        return key, f"“{enum['value']}” is not possible{_choices(key, enum['value'])}"
    missing = re.fullmatch(r"Object missing required field `(?P<field>[^`]*)`", says)
    if missing is not None:
        return _join(key, missing["field"]), "is missing"
    return key, says[:1].lower() + says[1:]


def _path(at: str) -> str:
    """Return ``questions[0].branches`` for ``$.questions[0].branches[...]``."""
    return at.removeprefix("$").removeprefix(".").replace("[...]", "")


def _join(at: str, field: str) -> str:
    return f"{at}.{field}" if at else field


def _table(at: str) -> type[msgspec.Struct] | None:
    return _TABLES.get(re.sub(r"\[\d+\]", "", at))


def _unknown_words(at: str, field: str) -> str:
    table = _table(at)
    known = [each.encode_name for each in msgspec.structs.fields(table)] if table else []
    return f"there is no such key{did_you_mean(field, known)}"


def _choices(key: str, value: str) -> str:
    """Return what may stand at the enum `key`, the nearest to `value` first named."""
    at, _, field = key.rpartition(".")
    table = _table(at)
    hints = msgspec.inspect.type_info(table) if table else None
    values: list[str] = []
    if isinstance(hints, msgspec.inspect.StructType):
        for each in hints.fields:
            kinds = each.type.types if isinstance(each.type, msgspec.inspect.UnionType) else ()
            for kind in (each.type, *kinds):
                if each.name == field and isinstance(kind, msgspec.inspect.EnumType):
                    values = [str(member.value) for member in kind.cls]
    meant = did_you_mean(value, values)
    return meant or "; it must be one of " + ", ".join(f"“{each}”" for each in values)


def _unclean(value: object, at: str) -> Iterator[str]:
    """Yield the key paths of texts with characters that a terminal would obey."""
    if isinstance(value, str) and not is_clean(value):
        yield at
    elif isinstance(value, dict):
        for key, each in value.items():
            if not is_clean(key):
                yield at or "a key"
            yield from _unclean(each, _join(at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unclean(each, f"{at}[{index}]")


# The rules that types cannot say


def _flaws(playbook: Playbook) -> Iterator[Flaw]:
    """Yield what is wrong with a playbook whose types are right, in the order of the file."""
    yield from _key_flaws("key", playbook.key)
    yield from _required("name", playbook.name)
    yield from _due_flaws(playbook.due)
    yield from _checklist_flaws(playbook.checklist)
    questions = list(_question_list_flaws(playbook.questions))
    yield from questions
    if not questions:
        yield from _way_flaws(playbook)
    yield from _wrap_up_flaws(playbook.wrap_up)


def _key_flaws(at: str, key: str) -> Iterator[Flaw]:
    if not _KEY.fullmatch(key):
        yield at, f"“{key}” must be lower-case letters and digits, joined by - or _"


def _required(at: str, text: str) -> Iterator[Flaw]:
    if not text.strip():
        yield at, "must not be empty"


def _due_flaws(due: Due) -> Iterator[Flaw]:
    for field in ("ideal", "late", "ask_again", "under_way", "lapses"):
        if not 0 <= getattr(due, field) <= 36_500:
            yield f"due.{field}", "must be a number of days, 0 to 36,500"
    if due.late < due.ideal:
        yield "due.late", f"must not come before the ideal day ({due.ideal})"
    if due.lapses and due.lapses <= due.late:
        yield "due.lapses", f"must come after the late day ({due.late})"


def _checklist_flaws(items: Sequence[ChecklistItem]) -> Iterator[Flaw]:
    if not items:
        yield "checklist", "must hold at least one item"
    seen: set[str] = set()
    for index, item in enumerate(items):
        at = f"checklist[{index}]"
        yield from _key_flaws(f"{at}.key", item.key)
        if item.key in seen:
            yield f"{at}.key", f"“{item.key}” is there already: each item needs a key of its own"
        seen.add(item.key)
        yield from _required(f"{at}.label", item.label)
        is_letter = item.source is ItemSource.LETTER
        if is_letter and item.letter is None:
            yield f"{at}.letter", "is missing: name the letter that is drafted here"
        if not is_letter and item.letter is not None:
            yield f"{at}.letter", "has a place only where the source is “letter”"


def _question_list_flaws(questions: Sequence[Question]) -> Iterator[Flaw]:
    if not questions:
        yield "questions", "must hold at least one question"
    keys = [question.key for question in questions]
    for index, question in enumerate(questions):
        at = f"questions[{index}]"
        yield from _key_flaws(f"{at}.key", question.key)
        if question.key == END:
            yield f"{at}.key", "must not be “end”, which is where a script is over"
        if question.key in keys[:index]:
            yield f"{at}.key", f"“{question.key}” is there already: each needs a key of its own"
    for index, question in enumerate(questions):
        at = f"questions[{index}]"
        yield from _required(f"{at}.ask", question.ask)
        yield from _choice_flaws(at, question)
        yield from _branch_flaws(at, question, keys)
        if question.note_sign and question.note_sign not in tuple(SIGNS):
            yield f"{at}.note_sign", f"must be one of {' '.join(SIGNS)}"


def _choice_flaws(at: str, question: Question) -> Iterator[Flaw]:
    if question.answer is not AnswerType.CHOICE:
        if question.choices:
            yield f"{at}.choices", "have a place only where the answer is “choice”"
        return
    if len(question.choices) < 2:
        yield f"{at}.choices", "must hold at least two answers to choose from"
    seen: set[str] = set()
    for index, choice in enumerate(question.choices):
        yield from _required(f"{at}.choices[{index}]", choice)
        if choice != " ".join(choice.split()):
            yield f"{at}.choices[{index}]", "must be one line without blanks to spare"
        if fold(choice) in seen:
            yield f"{at}.choices[{index}]", f"“{choice}” is there already"
        seen.add(fold(choice))


def _branch_flaws(at: str, question: Question, keys: Sequence[str]) -> Iterator[Flaw]:
    possible = answers_of(question)
    for answer, target in question.branches.items():
        place = f"{at}.branches.{answer}"
        if not possible:
            yield place, f"a {question.answer.value} answer cannot branch: use “then”"
        elif answer not in possible:
            yield place, f"is no answer to this question{did_you_mean(answer, possible)}"
        yield from _target_flaws(place, target, keys)
    if question.then:
        yield from _target_flaws(f"{at}.then", question.then, keys)


def _target_flaws(at: str, target: str, keys: Sequence[str]) -> Iterator[Flaw]:
    if target != END and target not in keys:
        yield at, f"leads to “{target}”, which is no question{did_you_mean(target, [*keys, END])}"


def _ways(playbook: Playbook) -> dict[str, list[str]]:
    """Return, by question, the questions it may lead to, whatever is answered or skipped."""
    return {
        question.key: [
            key
            for key in (*question.branches.values(), next_key(playbook, question, ""))
            if key != END
        ]
        for question in playbook.questions
    }


def _way_flaws(playbook: Playbook) -> Iterator[Flaw]:
    """Yield questions that nothing reaches, and ways that lead in a circle."""
    ways = _ways(playbook)
    first = playbook.questions[0].key
    reached, waiting = {first}, [first]
    while waiting:
        for key in ways[waiting.pop()]:
            if key not in reached:
                reached.add(key)
                waiting.append(key)
    for index, question in enumerate(playbook.questions):
        if question.key not in reached:
            yield f"questions[{index}]", f"nothing leads to “{question.key}”"
    circling = _circling(ways)
    for index, question in enumerate(playbook.questions):
        if question.key in circling:
            yield f"questions[{index}]", f"from “{question.key}” the script can go on in a circle"
            return


def _circling(ways: dict[str, list[str]]) -> set[str]:
    """Return the questions in circles, and between two of them.

    What leads nowhere, and what nothing leads to, is taken away until only those are left.
    """
    left = {key: set(targets) for key, targets in ways.items()}
    while True:
        led_to = set().union(*left.values())
        gone = {key for key, targets in left.items() if not targets or key not in led_to}
        if not gone:
            return set(left)
        left = {key: targets - gone for key, targets in left.items() if key not in gone}


def _wrap_up_flaws(wrap_up: WrapUp) -> Iterator[Flaw]:
    for field in ("call_again", "try_again", "attempts"):
        days = getattr(wrap_up, field)
        if days is not None and not 1 <= days <= 36_500:
            yield f"wrap_up.{field}", "must be a whole number from 1 to 36,500"
    if wrap_up.settled_goes_to:
        yield from _key_flaws("wrap_up.settled_goes_to", wrap_up.settled_goes_to)
