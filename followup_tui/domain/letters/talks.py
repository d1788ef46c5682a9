"""A conversation as a letter recalls it: some of what was said, in sentences to whom it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup_tui.domain.interaction import Answer, Interaction, InteractionKind
from followup_tui.domain.letters.addressing import to_them
from followup_tui.domain.letters.material import TheTalk
from followup_tui.domain.letters.spoken_days import day_of, when_it_was
from followup_tui.domain.letters.wording import (
    as_liked,
    is_thing,
    listed,
    question,
    sentence,
    without_repeats,
)
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.playbook import AnswerType, Playbook, Question
from followup_tui.domain.text import clean_line

MOST_OF_A_KIND = 2
"""Lines of one kind that a letter takes over: it tells some of the notes, not all."""
MEMORIES = 2
"""Things that a letter recalls: two tell that somebody was listened to, more are a protocol."""
_SIGNED = frozenset({NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.INTEREST, NoteKind.QUESTION})
_FEW_WORDS = 3  # of things that are listed with “and” between them
_TOLD = {
    NoteKind.LIKED: "this was good to hear: {}",
    NoteKind.DISLIKED: "this bothered you: {}",
    NoteKind.INTEREST: "this was on your mind: {}",
    NoteKind.NOTE: "you told me: {}",
}
_RECALLED = (NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.INTEREST, NoteKind.QUESTION, NoteKind.NOTE)
_WHY_NOT = {
    "technical": ", for technical reasons",
    "business need": ", as it does not do for you what it was meant to do",
    "both": ", for technical reasons and because it does not do for you what it was meant to do",
}
_FILLERS = ("well, ", "yes, ", "no, ", "oh, ", "so, ", "hm, ")
_WHAT = {InteractionKind.COFFEE: "coffee", InteractionKind.MEETING: "meeting"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: its kind, and its words as they are said to them."""

    kind: NoteKind
    words: str
    """Without a full stop."""

    @property
    def is_sentence(self) -> bool:
        """Whether it is about them by its own words: “you want to ask it questions”."""
        return self.words.startswith("you ")


def said_in(
    interaction: Interaction, playbook: Playbook | None, others: Collection[str]
) -> tuple[Said, ...]:
    """Return what was said in a conversation, as it was noted and answered, each thing once."""
    found = []
    lines = [line.text for line in interaction.notes]
    lines += list(_answered(interaction.answers, playbook))
    for text in lines:
        kind, words = kind_of(text), clean_line(words_of(text))
        if kind is NoteKind.ANSWER:
            kind = NoteKind.NOTE
        if words:
            found.append(Said(kind, to_them(words, person=interaction.person, others=others)))
    kept = set(without_repeats(said.words for said in found))
    return tuple({said.words: said for said in found if said.words in kept}.values())


def _answered(answers: Iterable[Answer], playbook: Playbook | None) -> Iterator[str]:
    """Yield what was answered in words, as lines of notes."""
    asked: Mapping[str, Question] = (
        {each.key: each for each in playbook.questions} if playbook else {}
    )
    for answer in answers:
        asking = asked.get(answer.question)
        if asking is None or asking.answer is not AnswerType.TEXT:
            continue
        for line in answer.text.splitlines():
            words = line.strip()
            for filler in _FILLERS:
                words = words.removeprefix(filler).removeprefix(filler.capitalize())
            if words:
                yield f"{asking.note_sign} {words}" if asking.note_sign else words


def talk_of(
    interaction: Interaction,
    playbook: Playbook | None,
    *,
    others: Collection[str],
    project: str,
    today: date,
    day: date,
) -> TheTalk:
    """Return a conversation that was held on `day`, as a letter of `today` recalls it.

    `others` are the names of the other people of the client, `project` is the title of what its
    answers are about.
    """
    said = said_in(interaction, playbook, others)
    then, told = _then(interaction, when_it_was(day, today)), _told(interaction, said)
    return TheTalk(
        day=day_of(day, today),
        when=when_it_was(day, today),
        what=_WHAT.get(interaction.kind, "call"),
        lines=without_repeats((*_judged(interaction.answers, project), *_lines(said))),
        liked=tuple(as_liked(each.words) for each in said if each.kind is NoteKind.LIKED),
        bothered=_of(said, NoteKind.DISLIKED),
        interests=_of(said, NoteKind.INTEREST),
        questions=_of(said, NoteKind.QUESTION),
        then=then,
        told=told,
        recalled=sentence(f"{then}, {told}") if told else None,
    )


def questions_of(
    interaction: Interaction, playbook: Playbook | None, others: Collection[str]
) -> tuple[str, ...]:
    """Return what was left open, as questions."""
    said = said_in(interaction, playbook, others)
    return tuple(question(each.words) for each in said if each.kind is NoteKind.QUESTION)


def _of(said: Iterable[Said], kind: NoteKind) -> tuple[str, ...]:
    return tuple(each.words for each in said if each.kind is kind)


def _judged(answers: Iterable[Answer], project: str) -> Iterator[str]:
    """Yield what they call the work."""
    given = {answer.question: answer.text for answer in answers}
    what = f"“{project}”" if project else "what we built"
    if given.get("success") == "yes":
        yield f"You call {what} a success."
    elif given.get("success") == "no":
        why = _WHY_NOT.get(given.get("why-not", ""), "")
        yield f"So far {what} is not the success it should be{why}."


def _lines(said: Sequence[Said]) -> Iterator[str]:
    """Yield what was said as sentences: what they liked, what not, what else, what they want."""
    for kind in (NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.NOTE):
        for each in [one for one in said if one.kind is kind][:MOST_OF_A_KIND]:
            yield sentence(_now(each))
    wanted = [each for each in said if each.kind is NoteKind.INTEREST]
    yield from (sentence(each.words) for each in wanted if each.is_sentence)
    if rest := [each.words for each in wanted if not each.is_sentence]:
        long = any(len(words.split()) > _FEW_WORDS for words in rest)
        yield sentence(f"on your mind: {'; '.join(rest) if long else listed(rest)}")


def _now(each: Said) -> str:
    """Return what was just said, as a clause."""
    if each.kind is NoteKind.NOTE or each.is_sentence:
        return each.words
    if each.kind is NoteKind.LIKED:
        liked = as_liked(each.words)
        told = liked != each.words or is_thing(liked)
        return f"you like {liked}" if told else f"good to hear: {each.words}"
    return f"what bothers you: {each.words}"


def _told(interaction: Interaction, said: Sequence[Said]) -> str | None:
    """Return the thing that is best recalled, as a clause.

    What was noted without having spoken may be about ourselves: of that only what has a sign.
    """
    kinds = _RECALLED if interaction.outcome.is_reached else _RECALLED[:-1]
    for kind in kinds:
        for each in said:
            if each.kind is kind:
                return recalled(each)
    return None


def memories_of(
    talks: Iterable[tuple[Interaction, Collection[str], date]], today: date
) -> tuple[str, ...]:
    """Return up to `MEMORIES` sentences about what was said in `talks`, the newest first.

    Each talk comes with the names of the client's other people and its day. The first thing of a
    talk is told with when that was; of a talk that was recalled, what bothered them may follow.
    """
    found: list[str] = []
    for interaction, others, day in talks:
        said = said_in(interaction, None, others)
        then = _then(interaction, when_it_was(day, today))
        kinds = _RECALLED if interaction.outcome.is_reached and not found else _RECALLED[:-1]
        ordered = [each for kind in kinds for each in said if each.kind is kind]
        if ordered:
            found.append(sentence(f"{then}, {recalled(ordered[0])}"))
            found += [_besides(each) for each in ordered[1:] if each.kind in _SIGNED]
        if len(found) >= MEMORIES:
            break
    return tuple(found[:MEMORIES])


def _besides(each: Said) -> str:
    """Return something else that was said in the same talk, as a sentence of its own."""
    if each.is_sentence:
        return sentence(each.words)
    if each.kind is NoteKind.DISLIKED:
        return sentence(f"what bothered you: {each.words}")
    if each.kind is NoteKind.INTEREST:
        return sentence(f"what was on your mind: {each.words}")
    return sentence(recalled(each))


def _then(interaction: Interaction, when: str) -> str:
    if interaction.course_id:
        return "at the course"
    if interaction.kind is InteractionKind.MAIL:
        return f"when you wrote {when}"
    if interaction.kind in _WHAT:
        return f"when we met {when}"
    return f"when we spoke {when}"


def recalled(each: Said) -> str:
    """Return something said a while ago as a clause that follows “when we spoke in May,”."""
    if each.kind is NoteKind.QUESTION:
        return f"you had asked: {each.words.rstrip(' .?')}?"
    liked = as_liked(each.words)
    if each.kind is NoteKind.LIKED and (liked != each.words or is_thing(liked)):
        return f"you liked {liked}"
    if each.is_sentence:
        return f"you told me that {each.words}"
    return _TOLD.get(each.kind, _TOLD[NoteKind.NOTE]).format(each.words)
