"""What a letter settles once it has left: pure, from records to records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from msgspec.structs import replace

from followup_tui.domain import closing
from followup_tui.domain.course import Draw
from followup_tui.domain.courses.coffees import invited
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.letter import Left, Letter, LetterKind, LetterState
from followup_tui.domain.letters.work import STEP_OF
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Owner, Promise, PromiseState, Referral
from followup_tui.domain.record import Record, new_id, utc
from followup_tui.domain.stems import telling
from followup_tui.domain.text import fold
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd

_Kind = TypeVar("_Kind", bound=Record)
_MOST_OF_IT = 0.6
"""Share of a promise's telling words that a letter must hold to be taken for keeping it."""


def has_left(letter: Letter, left: Left) -> Letter:
    """Return a letter after it has left."""
    return replace(letter, left=(*letter.left, left), state=LetterState.SAVED, changed=utc(left.at))


def steps_asked(letter: Letter, projects: Iterable[Project], today: date) -> tuple[Project, ...]:
    """Return the project whose closing step a letter asks for, with the step asked."""
    kind = STEP_OF.get(letter.kind)
    if kind is None:
        return ()
    found = [each for each in projects if each.id == letter.project_id]
    return _changed(found, [closing.asked(each, kind, today) for each in found])


def thanks_given(
    letter: Letter, referrals: Iterable[Referral], today: date
) -> tuple[Referral, ...]:
    """Return the referral for which a letter thanks, as thanked."""
    if letter.kind is not LetterKind.INTRODUCTION:
        return ()
    return tuple(
        replace(each, thanked=today)
        for each in referrals
        if each.id == letter.referral_id and each.thanked is None
    )


def followed_up(
    letter: Letter, encounters: Iterable[Encounter], today: date
) -> tuple[Encounter, ...]:
    """Return the encounter that a letter follows up."""
    if letter.kind is not LetterKind.GOOD_TO_MEET:
        return ()
    return tuple(
        replace(each, followed_up=today)
        for each in encounters
        if each.id == letter.encounter_id and each.followed_up is None
    )


def coffees_offered(letter: Letter, draws: Iterable[Draw], today: date) -> tuple[Draw, ...]:
    """Return the draws in which a letter offers the client's coffee."""
    if letter.kind is not LetterKind.COFFEE:
        return ()
    found = [each for each in draws if each.course_id == letter.course_id]
    return _changed(
        found,
        [invited(each, letter.client_id, today, person=letter.person) for each in found],
    )


def offers_made(
    letter: Letter,
    offers: Sequence[Offer],
    library: Iterable[ValueAdd],
    at: datetime,
) -> tuple[Offer, ...]:
    """Return the offers that a letter makes of what it names of the library.

    What was planned is named by its title or its link; anything else by its link alone, since a
    title may be words of every day. What was offered before stays as it is.
    """
    said = fold(f"{letter.subject}\n{letter.body}")
    planned = {each.value_add_id: each for each in offers if each.state is OfferState.PLANNED}
    known = {each.value_add_id for each in offers}
    made = []
    for value_add in library:
        linked = bool(value_add.url) and fold(value_add.url) in said
        if (offer := planned.get(value_add.id)) is not None:
            if linked or fold(value_add.title) in said:
                made.append(replace(offer, state=OfferState.OFFERED, at=utc(at)))
        elif linked and value_add.id not in known:
            made.append(
                Offer(
                    id=new_id(at),
                    created=utc(at),
                    client_id=letter.client_id,
                    value_add_id=value_add.id,
                    state=OfferState.OFFERED,
                    at=utc(at),
                )
            )
    return tuple(made)


def kept_by(letter: Letter, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Return the open promises of ours that a letter seems to keep: it names most of each.

    A letter that is to keep a promise does; one that lists tasks with their days only tells them.
    """
    if letter.kind is not LetterKind.PROMISED:
        return ()
    said = {root for _, root in telling(letter.body)}
    found = []
    for promise in promises:
        if promise.by is not Owner.US or promise.state is not PromiseState.OPEN:
            continue
        words = {root for _, root in telling(promise.text)}
        if words and len(words & said) >= _MOST_OF_IT * len(words):
            found.append(promise)
    return tuple(found)


def promises_kept(
    promises: Iterable[Promise], kept: Collection[str], today: date
) -> tuple[Promise, ...]:
    """Return the open promises whose ids are among `kept`, as kept today."""
    return tuple(
        replace(each, state=PromiseState.KEPT, settled=today)
        for each in promises
        if each.id in kept and each.state is PromiseState.OPEN
    )


def _changed(before: Sequence[_Kind], after: Sequence[_Kind]) -> tuple[_Kind, ...]:
    return tuple(new for old, new in zip(before, after, strict=True) if new != old)
