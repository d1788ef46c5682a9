"""What the coffees after a course have shown: answers by question, what to keep, what to improve.

Which questions belong to it, and under which heading, the playbook says (`Question.review`): what
was asked for our own sake is no business of the trainer. What to keep and to improve follows from
the signs, of the questions as of the notes: ``+`` liked, ``-`` disliked, ``?`` and ``*`` what they
still want to know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.notes.capture import NoteKind, kind_of
from followup_tui.domain.playbook import AnswerType, Playbook, Question, answers_of
from followup_tui.domain.stems import telling
from followup_tui.domain.text import fold

OTHERWISE = "What they said"
"""The heading where a playbook gives none at all: then all of its questions stand under it."""
SEVERAL = 2
"""People who must say the same word before it is a theme."""
_SIGNS = {
    NoteKind.LIKED: "+",
    NoteKind.DISLIKED: "-",
    NoteKind.QUESTION: "?",
    NoteKind.INTEREST: "*",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Something that somebody said."""

    text: str
    by: str
    """The person's name, the client's where that is not known."""
    client_id: str
    day: date
    interaction_id: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to one question."""

    key: str
    ask: str
    kind: AnswerType
    heading: str
    said: tuple[Said, ...]
    """In the order of the coffees."""
    counts: tuple[tuple[str, int], ...] = ()
    """Of a question with fixed answers: each of them, and how many gave it."""
    mean: float | None = None
    """Of a rating, 1 to 5."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A word that several people used about the same thing."""

    word: str
    people: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was said under one sign, by question or in the notes."""

    said: tuple[Said, ...] = ()
    themes: tuple[Theme, ...] = ()
    """What several said, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Review:
    """What was found about one course."""

    course: Course
    drawn: int
    """How many were asked in all, those who stood in among them."""
    held: int
    """How many coffees were had."""
    answers: tuple[Answers, ...]
    """The questions with an answer, in the order of the playbook."""
    keep: Gathered = Gathered()
    improve: Gathered = Gathered()
    to_know: Gathered = Gathered()
    earlier: tuple[tuple[str, date, float], ...] = ()
    """Earlier courses on the same subject: title, last day, mean rating; the newest first."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, each once, in their order."""
        return tuple(dict.fromkeys(each.heading for each in self.answers))

    @property
    def rating(self) -> Answers | None:
        """The rating, where one was asked for."""
        return next((each for each in self.answers if each.mean is not None), None)


@dataclass(frozen=True, slots=True)
class Held:
    """A coffee that was had, with whose words they are."""

    interaction: Interaction
    playbook: Playbook
    by: str


def review(
    course: Course,
    held: Sequence[Held],
    *,
    draws: Iterable[Draw] = (),
    earlier: Iterable[tuple[str, date, float]] = (),
    zone: tzinfo,
) -> Review:
    """Return what the coffees after a course have shown; `held` is in the order of time."""
    about = frozenset(root for _, root in telling(f"{course.title} {course.topic}"))
    signs = {sign: _gathered(_under(sign, held, zone), about) for sign in "+-?*"}
    wished = (*signs["*"].said, *signs["?"].said)
    return Review(
        course=course,
        drawn=sum(len(draw.picks) for draw in draws),
        held=len(held),
        answers=tuple(_answers(held, zone)),
        keep=signs["+"],
        improve=signs["-"],
        to_know=_gathered(wished, about),
        earlier=tuple(sorted(earlier, key=lambda each: each[1], reverse=True)),
    )


def mean_rating(held: Iterable[Held]) -> float | None:
    """Return the mean of all ratings that were given, or None where none was."""
    given = [
        int(answer.text)
        for each in held
        for answer in each.interaction.answers
        if answer.text in _RATINGS and _is_rating(each.playbook, answer.question)
    ]
    return sum(given) / len(given) if given else None


_RATINGS = frozenset("12345")


def _is_rating(playbook: Playbook, key: str) -> bool:
    return any(q.key == key and q.answer is AnswerType.RATING for q in playbook.questions)


def _answers(held: Sequence[Held], zone: tzinfo) -> Iterable[Answers]:
    """Yield the questions that were answered, with every answer."""
    for playbook in {each.playbook.key: each.playbook for each in held}.values():
        theirs = [each for each in held if each.playbook.key == playbook.key]
        headed = any(question.review for question in playbook.questions)
        for question in playbook.questions:
            heading = question.review if headed else OTHERWISE
            said = tuple(_said_to(question.key, theirs, zone))
            if heading and said:
                yield _answered(question, heading, said)


def _answered(question: Question, heading: str, said: tuple[Said, ...]) -> Answers:
    fixed = answers_of(question)
    given = Counter(each.text for each in said)
    mean = None
    if question.answer is AnswerType.RATING:
        rated = [int(each.text) for each in said if each.text in _RATINGS]
        mean = sum(rated) / len(rated) if rated else None
    return Answers(
        key=question.key,
        ask=question.ask,
        kind=question.answer,
        heading=heading,
        said=said,
        counts=tuple((answer, given[answer]) for answer in fixed),
        mean=mean,
    )


def _said_to(key: str, held: Iterable[Held], zone: tzinfo) -> Iterable[Said]:
    for each in held:
        for answer in each.interaction.answers:
            if answer.question == key and answer.text.strip():
                yield _said(answer.text, each, zone)


def _under(sign: str, held: Iterable[Held], zone: tzinfo) -> tuple[Said, ...]:
    """Return what was said under a sign: to questions that carry it, and in the notes."""
    found: dict[tuple[str, str], Said] = {}
    for each in held:
        for said in (*_by_question(sign, each, zone), *_in_notes(sign, each, zone)):
            found.setdefault((each.interaction.id, fold(said.text)), said)
    return tuple(found.values())


def _by_question(sign: str, each: Held, zone: tzinfo) -> Iterable[Said]:
    playbook = each.playbook
    headed = any(question.review for question in playbook.questions)
    signed = {
        question.key
        for question in playbook.questions
        if question.note_sign == sign
        and question.answer is AnswerType.TEXT
        and (question.review or not headed)
    }
    for answer in each.interaction.answers:
        if answer.question in signed and answer.text.strip():
            yield _said(answer.text, each, zone)


def _in_notes(sign: str, each: Held, zone: tzinfo) -> Iterable[Said]:
    for line in each.interaction.notes:
        if _SIGNS.get(kind_of(line.text)) == sign:
            yield _said(line.text.lstrip()[1:], each, zone)


def _said(text: str, each: Held, zone: tzinfo) -> Said:
    interaction = each.interaction
    return Said(
        text="; ".join(filter(None, (line.strip() for line in text.splitlines()))),
        by=each.by,
        client_id=interaction.client_id,
        day=interaction.at.astimezone(zone).date(),
        interaction_id=interaction.id,
    )


def _gathered(said: Iterable[Said], about: Collection[str]) -> Gathered:
    said = tuple(said)
    return Gathered(said, themes(said, about))


def themes(said: Iterable[Said], about: Collection[str] = ()) -> tuple[Theme, ...]:
    """Return the words that several people used, each once a person, the most frequent first.

    `about` are the stems of what the course is about: that they say those tells nothing.
    """
    who: dict[str, set[tuple[str, str]]] = {}
    written: dict[str, Counter[str]] = {}
    for each in said:
        for word, root in telling(each.text):
            who.setdefault(root, set()).add((each.client_id, each.by))
            written.setdefault(root, Counter())[word] += 1
    several = [r for r, people in who.items() if len(people) >= SEVERAL and r not in about]
    several.sort(key=lambda root: -len(who[root]))
    return tuple(Theme(_written(written[root]), len(who[root])) for root in several)


def _written(words: Mapping[str, int]) -> str:
    """Return a word as it was mostly written."""
    return max(words, key=lambda word: (words[word], word.islower()))
