"""Mending what was written of an interaction, and what its lines had led to. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain.interaction import Interaction, NoteLine, Outcome
from followup_tui.domain.notes.capture import NoteKind, kind_of
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.record import Invalid, utc
from followup_tui.domain.text import fold

Reader = Callable[[NoteLine], CaughtPromise | None]
"""What a line with ``!`` promises; None where it promises nothing."""

_WORDS = {"notes": "the notes", "outcome": "the outcome", "person": "the person", "at": "the hour"}
_MEMORY = frozenset({NoteKind.LIKED, NoteKind.DISLIKED, NoteKind.INTEREST, NoteKind.QUESTION})


class Contradiction(Exception):
    """Another program changed the same thing meanwhile; the text is a sentence that says what."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What of an interaction can be mended, as it is typed."""

    notes: tuple[NoteLine, ...]
    outcome: Outcome
    person: str
    at: datetime


def mended_of(interaction: Interaction) -> Mended:
    """Return what can be mended of an interaction, as it stands; blank lines are left out."""
    return Mended(
        tuple(line for line in interaction.notes if line.text.strip()),
        interaction.outcome,
        interaction.person,
        interaction.at,
    )


def merged(mine: Mended, opened: Interaction, stands: Interaction, *, now: datetime) -> Interaction:
    """Return the interaction as it `stands` with what was typed since it was `opened`.

    What was not touched stays as another program may have left it. Raises `Contradiction` where
    both changed the same thing to something else, `Invalid` where it would lie in the future.
    """
    before, theirs = mended_of(opened), mended_of(stands)
    clash = [
        words
        for field, words in _WORDS.items()
        if getattr(mine, field) != getattr(before, field)
        and getattr(theirs, field) not in {getattr(before, field), getattr(mine, field)}
    ]
    if clash:
        raise Contradiction(
            f"Another program changed {' and '.join(clash)} meanwhile; nothing was written over. "
            "Copy what you typed, then start over from what stands there now."
        )
    changes: dict[str, object] = {
        field: getattr(mine, field)
        for field in _WORDS
        if getattr(mine, field) != getattr(before, field)
    }
    if "at" in changes:
        if mine.at > now:
            raise Invalid("at", "is still to come: an interaction is something that has happened")
        changes["at"] = utc(mine.at)
        if stands.until is not None:  # it took as long as it took, only at another hour
            changes["until"] = utc(mine.at) + (stands.until - stands.at)
    return replace(stands, **changes)


@dataclass(frozen=True, slots=True)
class Follow:
    """What a changed line asks to be done besides: offered to the user, never done silently."""

    promise: Promise | None
    """The promise that came from the line as it was; None: there is none yet."""
    becomes: CaughtPromise | None
    """What the line promises now; None: nothing any more."""


def follows(
    before: Sequence[NoteLine],
    after: Sequence[NoteLine],
    promises: Iterable[Promise],
    read: Reader,
) -> tuple[Follow, ...]:
    """Return what the changed lines of an interaction ask of its open `promises`.

    A line that was edited has kept its moment (see `capture.restamp`): by that what it says now
    is known for what it said before. A promise that was worded otherwise in the wrap-up is not
    found by its line, and nothing is asked of it.
    """
    open_ones = [each for each in promises if each.state is PromiseState.OPEN]
    gone, come = _without(before, after), _without(after, before)
    found: list[Follow] = []
    followed: list[NoteLine] = []
    for line in _promising(gone):
        was = read(line)
        promise = _made_of(was, open_ones) if was else None
        if promise is None:
            continue
        heir = next((each for each in come if each.at == line.at and each not in followed), None)
        becomes = read(heir) if heir is not None and _promises(heir) else None
        if heir is not None:
            followed.append(heir)
        open_ones.remove(promise)
        if becomes is None or _differs(promise, becomes):
            found.append(Follow(promise, becomes))
    new = (read(line) for line in _promising(come) if line not in followed)
    return (*found, *(Follow(None, becomes) for becomes in new if becomes is not None))


def worth_remembering(
    before: Sequence[NoteLine], after: Sequence[NoteLine]
) -> tuple[NoteLine, ...]:
    """Return the lines of `after` that are new and say what is to be remembered of somebody."""
    return tuple(line for line in _without(after, before) if kind_of(line.text) in _MEMORY)


def _without(lines: Sequence[NoteLine], others: Sequence[NoteLine]) -> list[NoteLine]:
    """Return the lines whose words are not among `others`, each as often as it is more there."""
    left = Counter(line.text.strip() for line in others)
    kept = []
    for line in lines:
        text = line.text.strip()
        if left[text]:
            left[text] -= 1
        else:
            kept.append(line)
    return kept


def _promises(line: NoteLine) -> bool:
    return kind_of(line.text) is NoteKind.PROMISE


def _promising(lines: Iterable[NoteLine]) -> Iterator[NoteLine]:
    return (line for line in lines if _promises(line))


def _made_of(caught: CaughtPromise, promises: Iterable[Promise]) -> Promise | None:
    return next((each for each in promises if fold(each.text) == fold(caught.text)), None)


def _differs(promise: Promise, caught: CaughtPromise) -> bool:
    return (promise.text, promise.due, promise.by) != (caught.text, caught.due, caught.by)
