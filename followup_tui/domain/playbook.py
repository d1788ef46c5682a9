"""Playbook: a named procedure, data and not code.

It says when a client becomes due, what to prepare, what to ask and how to wrap up. `read` turns
the text of one TOML file into a validated `Playbook`, or raises `PlaybookError`, which names the
file and the key. Loading a folder of them is the business of `settings.playbooks`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from msgspec.structs import replace

from followup_tui.domain.interaction import InteractionKind
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.promise import StepKind
from followup_tui.domain.record import Value


class PlaybookError(ValueError):
    """A playbook that cannot be used: which file, which key, and what is wrong with it."""

    def __init__(self, file: str, key: str, message: str) -> None:
        super().__init__(f"{file}: {key}: {message}" if key else f"{file}: {message}")
        self.file = file
        self.key = key
        self.message = message


class Trigger(StrEnum):
    """What makes a client due under a playbook."""

    PROJECT_ENDED = "project ended"
    LAST_REACHED = "last reached"
    COURSE_DRAW = "course draw"
    ENCOUNTER = "encounter"


class Due(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The trigger and its bands, in days after it."""

    trigger: Trigger
    ideal: int
    """From this day on the client is due."""
    late: int
    """From this day on it is late."""
    ask_again: int = 0
    """Days without an answer after which a step is asked once more; 0: never."""
    under_way: int = 0
    """With work under way: days after which the client is due instead; 0: no difference."""
    lapses: int = 0
    """Days after the trigger from which it no longer makes anybody due; 0: never."""


class ItemSource(StrEnum):
    """What fills an item of the checklist."""

    MEMORY = "memory"
    WEBSITE = "website"
    COMPETITORS = "competitors"
    EVENTS = "events"
    USER_GROUP = "user group"
    VALUE_ADDS = "value-adds"
    LETTER = "letter"
    PROJECT = "project"
    COURSE = "course"
    ENCOUNTER = "encounter"


class ChecklistItem(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to prepare, and the source that fills it."""

    key: str
    label: str
    source: ItemSource
    hint: str = ""
    """What to look for, shown when the item is opened."""
    programme: str = ""
    """The hint instead where the settings name a partner programme: see `PROGRAMME`."""
    letter: LetterKind | None = None
    """Which letter is drafted; only where the source is a letter."""


class AnswerType(StrEnum):
    """What kind of answer a question takes."""

    TEXT = "text"
    YES_NO = "yes/no"
    CHOICE = "choice"
    RATING = "rating"
    DATE = "date"


class Question(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question of the script, its answer's type and where it leads."""

    key: str
    ask: str
    """The words to say."""
    hint: str = ""
    programme: str = ""
    """The hint instead where the settings name a partner programme: see `PROGRAMME`."""
    answer: AnswerType = AnswerType.TEXT
    choices: tuple[str, ...] = ()
    branches: dict[str, str] = {}
    """Answer -> key of the next question, or ``end``. ``yes`` and ``no`` for a yes/no."""
    then: str = ""
    """Key of the next question whatever the answer, or ``end``; empty: the one that follows."""
    note_sign: str = ""
    """The sign that lines noted at this question are given when they have none (``+`` …)."""
    review: str = ""
    """The heading under which its answers stand in the review of a course; empty: they do not."""


_Hinting = TypeVar("_Hinting", ChecklistItem, Question)


class WrapUp(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the end of an interaction produces."""

    letter: LetterKind | None = None
    letter_not_reached: LetterKind | None = None
    next_step: StepKind | None = None
    call_again: int | None = None
    """Days until the next call when they were reached; None: by cadence."""
    try_again: int = 2
    """Days until the next try when they were not reached."""
    attempts: int = 3
    """Unanswered tries in a row after which another channel or a pause is proposed."""
    settled_goes_to: str = ""
    """The playbook that takes over when this one is settled."""


class Playbook(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named procedure."""

    key: str
    name: str
    about: str = ""
    kind: InteractionKind = InteractionKind.CALL
    """By which way the interaction is had."""
    due: Due
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[Question, ...]
    wrap_up: WrapUp = WrapUp()


END = "end"
"""Where a branch leads when the script is over; no question may be called so."""

SIGNS = "+-!@>?*="
"""The signs a note line may begin with (their meaning: `domain.capture`)."""


PROGRAMME = "{programme}"
"""What stands for the partner programme's name in a hint. Some programmes mail a client for the
approval of a reference: then whoever asks for one says so beforehand."""


def naming(playbook: Playbook, programme: str) -> Playbook:
    """Return the playbook with the hints that name the partner programme; empty: as it is."""
    if not programme:
        return playbook
    return replace(
        playbook,
        checklist=tuple(_hinting(item, programme) for item in playbook.checklist),
        questions=tuple(_hinting(question, programme) for question in playbook.questions),
    )


def _hinting(part: _Hinting, programme: str) -> _Hinting:
    if not part.programme:
        return part
    return replace(part, hint=part.programme.replace(PROGRAMME, programme))


def answers_of(question: Question) -> tuple[str, ...]:
    """Return the answers a branch may name, in their written form; none where any text will do."""
    match question.answer:
        case AnswerType.YES_NO:
            return ("yes", "no")
        case AnswerType.CHOICE:
            return question.choices
        case AnswerType.RATING:
            return ("1", "2", "3", "4", "5")
        case _:
            return ()


def next_key(playbook: Playbook, question: Question, answer: str) -> str:
    """Return the key of the question that follows `answer` (empty: skipped), or `END`."""
    if answer in question.branches:
        return question.branches[answer]
    if question.then:
        return question.then
    keys = [each.key for each in playbook.questions]
    following = keys.index(question.key) + 1
    return keys[following] if following < len(keys) else END


def read(text: str, *, file: str) -> Playbook:
    """Return the playbook that the TOML `text` says.

    Raises `PlaybookError` in the name of `file`, with the first key that is wrong as a path
    (``questions[2].branches.yes``) and a sentence that says what to do.
    """
    # Only whoever reads a file pays for the checks; the types above are needed everywhere.
    from followup_tui.domain.playbook_reading import read_playbook  # noqa: PLC0415

    return read_playbook(text, file=file)
