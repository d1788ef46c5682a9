"""The call as it is drawn: pure functions from the domain's states to styled, plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo

from textual.content import Content

from followup_tui.domain.client import Client, Person
from followup_tui.domain.interaction import (
    ENDS_OF_MEETINGS,
    MEETINGS,
    InteractionKind,
    Outcome,
)
from followup_tui.domain.interaction import outcome_words as outcome_words_of
from followup_tui.domain.notes.capture import NoteKind
from followup_tui.domain.playbook import AnswerType, Question
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.views import Asked, CallView
from followup_tui.domain.words import short_day
from followup_tui.tui.autosave import Kept

KIND_WORDS: dict[NoteKind, str] = {
    NoteKind.NOTE: "",
    NoteKind.LIKED: "liked",
    NoteKind.DISLIKED: "disliked",
    NoteKind.PROMISE: "promise",
    NoteKind.REFERRAL: "referral",
    NoteKind.NEXT_STEP: "next step",
    NoteKind.QUESTION: "question",
    NoteKind.INTEREST: "interest",
    NoteKind.ANSWER: "answer",
}
"""What a line of each kind is called beside it; a plain note needs no word."""

KIND_COLOURS: dict[NoteKind, str] = {
    NoteKind.NOTE: "",
    NoteKind.LIKED: "$liked",
    NoteKind.DISLIKED: "$disliked",
    NoteKind.PROMISE: "$promise",
    NoteKind.REFERRAL: "$text-primary",
    NoteKind.NEXT_STEP: "$band-due",
    NoteKind.QUESTION: "$text-warning",
    NoteKind.INTEREST: "$text-accent",
    NoteKind.ANSWER: "$text-success",
}
"""Theme variables by which the style sheets colour each kind."""

SIGNS: tuple[tuple[str, NoteKind], ...] = (
    ("+", NoteKind.LIKED),
    ("-", NoteKind.DISLIKED),
    ("!", NoteKind.PROMISE),
    ("@", NoteKind.REFERRAL),
    (">", NoteKind.NEXT_STEP),
    ("?", NoteKind.QUESTION),
    ("*", NoteKind.INTEREST),
    ("=", NoteKind.ANSWER),
)
"""The signs by which a line begins, in the order in which they are explained."""

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.REACHED: "Reached",
    Outcome.NO_ANSWER: "No answer",
    Outcome.VOICEMAIL: "Voicemail",
    Outcome.BUSY: "Busy",
    Outcome.WRONG_NUMBER: "Wrong number",
    Outcome.CALL_BACK: "Call back",
    Outcome.WRONG_MOMENT: "Wrong moment",
    Outcome.NOTED: "Noted",
}

_MET_WORDS: dict[Outcome, str] = {
    Outcome.REACHED: "Held",
    **{
        outcome: outcome_words_of(InteractionKind.COFFEE, outcome).capitalize()
        for outcome in ENDS_OF_MEETINGS[1:]
    },
}
"""What the outcomes of a coffee or a meeting are called; the others cannot be."""

_LARGE = frozenset(" 0123456789+-()")  # what Textual draws three rows high
CELLS_PER_LARGE_DIGIT = 3


def clock_words(elapsed: timedelta) -> str:
    """Return how long a call has been running: ``03:12``, ``1:03:12``; never below zero."""
    seconds = max(int(elapsed.total_seconds()), 0)
    hours, seconds = divmod(seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def who(client: Client, person: Person | None) -> Content:
    """Return who is called: name, role and company on one line."""
    if person is None:
        return Content.styled(client.name, "bold")
    parts: list[str | tuple[str, str]] = [(person.name, "bold")]
    if person.role:
        parts.append(f" · {person.role}")
    if client.name != person.name:
        parts.append(f" · {client.name}")
    return Content.assemble(*parts)


def can_be_large(text: str, width: int) -> bool:
    """Say whether `text` can be drawn three rows high within `width` cells."""
    return bool(text) and _LARGE.issuperset(text) and len(text) * CELLS_PER_LARGE_DIGIT <= width


def begun_words(call: CallView, now: datetime) -> str:
    """Return that a call was taken up again and since when, or an empty string."""
    if not call.resumed:
        return ""
    began = call.started.astimezone(now.tzinfo)
    day = "" if began.date() == now.date() else f"{short_day(began.date(), now.date())} "
    return f"taken up again; begun {day}{began:%H:%M}"


def kept_words(kept: Kept, zone: tzinfo | None) -> str:
    """Return when it was last saved: ``saved 14:03``; empty before the first time."""
    return f"saved {kept.at.astimezone(zone):%H:%M}" if kept.at and not kept.problem else ""


def problem_words(kept: Kept, elsewhere: str) -> str:
    """Return the sentence for a saving that failed, or an empty string.

    `elsewhere` is the key that saves what is typed elsewhere.
    """
    if not kept.problem:
        return ""
    # The problem is the longer part, and the line that shows it has little room.
    return f"This could not be saved yet; {elsewhere} saves it elsewhere. {kept.problem}"


def plain_text(notes: str, call: CallView | None) -> str:
    """Return what was typed in a call as text: the notes, then what was answered."""
    path = (*call.path, *call.aside) if call else ()
    answers = [f"{asked.question.ask} {asked.answer}" for asked in path if asked.answer]
    return "\n".join([notes.rstrip(), *([""] if answers else []), *answers]).strip()


def trail_line(asked: Asked) -> Content:
    """Return a question already asked: what was answered, and to what."""
    question = (f" · {asked.question.ask}", "$text-muted")
    if not asked.answer:
        return Content.assemble(("- skipped", "$text-muted"), question)
    answer = shorten(clean_line(asked.answer), 60)
    return Content.assemble(("✓ ", "$text-success"), (answer, "bold $text"), question)


def answer_hint(question: Question) -> str:
    """Return how a question can be answered by the keyboard."""
    return {
        AnswerType.TEXT: "Enter answers",
        AnswerType.YES_NO: "y or n answers here",
        AnswerType.CHOICE: "its number, or Enter, chooses",
        AnswerType.RATING: "1 to 5 answers here",
        AnswerType.DATE: "a day in words; Enter answers",
    }[question.answer]


def outcome_words(kind: InteractionKind) -> Mapping[Outcome, str]:
    """Return what the outcomes of a conversation of this kind are called; only those it has."""
    if kind in MEETINGS:
        return _MET_WORDS
    return OUTCOME_WORDS


def set_aside(asked: Iterable[Asked]) -> Content:
    """Return what was answered to questions to which nothing leads any more, a line each."""
    lines = [
        Content.assemble(
            ("· ", "$text-muted"),
            (f"{shorten(each.question.ask, 40)} ", "$text-muted"),
            shorten(clean_line(each.answer or ""), 60),
        )
        for each in asked
    ]
    if not lines:
        return Content("")
    head = Content.styled("Set aside, as the answers lead elsewhere now:", "$text-warning")
    return Content("\n").join((head, *lines))


def legend(width: int = 0) -> Content:
    """Return what the signs mean, in lines of `width` cells at most (0: on one line).

    Each sign stays beside its word: Textual breaks at no-break spaces, too.
    """
    lines: list[Content] = []
    for sign, kind in SIGNS:
        meaning = Content.assemble(
            (sign, f"bold {KIND_COLOURS[kind]}"), (f" {KIND_WORDS[kind]}", "$text-muted")
        )
        longer = Content.assemble(lines[-1], "  ", meaning) if lines else meaning
        if lines and width and longer.cell_length > width:
            lines.append(meaning)
        else:
            lines[-1:] = [longer]
    return Content("\n").join(lines)


def sentence(message: str) -> str:
    """Return a rule's message as a sentence: with a capital and an end."""
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
