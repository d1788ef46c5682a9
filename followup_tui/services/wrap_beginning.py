"""What a wrap-up begins with: all that was caught, and what was open before.

What is proposed beside it is in `services.proposing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import datetime, tzinfo
from typing import TypeVar

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Client
from followup_tui.domain.notes import understanding
from followup_tui.domain.notes.caught import (
    CaughtPromise,
    CaughtReferral,
    CaughtStep,
    CaughtWords,
)
from followup_tui.domain.promise import Promise, PromiseState, Referral
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.domain.wrap_up.items import (
    MOST,
    EarlierPromise,
    EarlierQuestion,
    NamedPerson,
    OfferMade,
    ThanksOwed,
    named,
)
from followup_tui.services.call_drafts import WrapUpFields
from followup_tui.services.consequences import notes_with_answers
from followup_tui.services.introductions import recognised
from followup_tui.services.ports import Records

_Kept = TypeVar("_Kept", CaughtPromise, NamedPerson, CaughtStep, CaughtWords)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lines of a conversation are read with."""

    now: datetime
    """With the user's zone."""
    own: tzinfo
    theirs: Whereabouts
    ours: Whereabouts
    region: str
    """Two letters (ISO 3166): where phone numbers without a country code belong."""


def with_what_was_caught(
    view: WrapUpView, call: CallView, reading: Reading, records: Records
) -> WrapUpView:
    """Return the wrap-up with each item that its notes and answers leave.

    Each line is read as of when it was begun: “tomorrow” of a call that was interrupted
    yesterday is today.
    """
    people = tuple(person.name for person in view.client.people)
    lines = notes_with_answers(view.notes, view.answers, view.playbook, view.ended)
    caught = [
        item
        for line in lines
        if (
            item := understanding.understand(
                line,
                now=min(line.at, reading.now).astimezone(reading.own),
                zone=reading.theirs.zone,
                own=reading.own,
                region=reading.region,
                people=people,
            )
        )
    ]
    clients = records.all(Client) if any(isinstance(c, CaughtReferral) for c in caught) else ()
    return replaced(
        view,
        promises=tuple(item for item in caught if isinstance(item, CaughtPromise))[:MOST],
        named=tuple(
            recognised(named(item), clients, region=reading.region)
            for item in [each for each in caught if isinstance(each, CaughtReferral)][:MOST]
        ),
        steps=tuple(item for item in caught if isinstance(item, CaughtStep))[:MOST],
        words=_once(item for item in caught if isinstance(item, CaughtWords))[:MOST],
        offers=_offers(view, call, records),
    )


def _once(words: Iterable[CaughtWords]) -> tuple[CaughtWords, ...]:
    """Return words, each of its kind once: said in a note and in an answer, they are one."""
    return tuple({(each.kind, each.text): each for each in reversed(list(words))}.values())[::-1]


def _offers(view: WrapUpView, call: CallView, records: Records) -> tuple[OfferMade, ...]:
    """Return what was to be offered, as it was ticked; what was not ticked was offered.

    Where something was ticked, what was not stays planned: the user kept count while talking.
    """
    if not view.outcome.is_reached:
        return ()
    planned = {
        offer.value_add_id
        for offer in records.of_client(Offer, view.client.id)
        if offer.state is OfferState.PLANNED
    }
    unsaid = OfferState.PLANNED if call.offered else OfferState.OFFERED
    made: list[OfferMade] = []
    for key in (*call.offered, *(each for each in sorted(planned) if each not in call.offered)):
        known = records.get(ValueAdd, key)
        value_add = known or _suggested(call, key)
        if value_add is not None:
            state = call.offered.get(key, unsaid)
            tip = value_add if known is None else None
            made.append(OfferMade(key, value_add.title, state, tip))
    return tuple(made)


def _suggested(call: CallView, value_add_id: str) -> ValueAdd | None:
    """Return a value-add that is not in the library (a tip about their website), or None."""
    found = (each.value_add for each in (*call.suggestions, *call.more))
    return next((each for each in found if each.id == value_add_id), None)


def with_what_was_open(view: WrapUpView, records: Records) -> WrapUpView:
    """Return the wrap-up of somebody who was reached with what was open before."""
    if not view.outcome.is_reached:
        return view
    promises = [
        promise
        for promise in records.of_client(Promise, view.client.id)
        if promise.state is PromiseState.OPEN
    ]
    return replaced(
        view,
        earlier=tuple(
            EarlierPromise(each.id, each.text, each.due, each.by)
            for each in sorted(promises, key=lambda each: each.due)
        ),
        thanks=tuple(
            ThanksOwed(each.id, each.name)
            for each in records.of_client(Referral, view.client.id)
            if each.thanked is None
        ),
        questions=tuple(EarlierQuestion(text) for text in view.client.open_questions),
    )


def with_earlier_mends(view: WrapUpView, fields: WrapUpFields | None) -> WrapUpView:
    """Return a wrap-up that is begun again, after going back to the call, as it was left.

    What rests on a line that stands as it did is as it was mended; the rest is as it is read now.
    What was added by hand stays, and so do the settled promises, thanks and questions of before.
    """
    if fields is None:
        return view
    settled = {each.promise_id: each for each in fields.earlier}
    given = {each.referral_id: each for each in fields.thanks}
    answered = {each.text: each for each in fields.questions}
    return replaced(
        view,
        promises=_mended(view.promises, fields.promises),
        named=_mended(view.named, fields.named),
        steps=_mended(view.steps, fields.steps),
        words=_mended(view.words, fields.words),
        earlier=tuple(settled.get(each.promise_id, each) for each in view.earlier),
        thanks=tuple(given.get(each.referral_id, each) for each in view.thanks),
        questions=tuple(answered.get(each.text, each) for each in view.questions),
        summary=fields.summary,
    )


def _mended(now: Sequence[_Kept], before: Sequence[_Kept]) -> tuple[_Kept, ...]:
    by_line = {each.line: each for each in before if each.line.text}
    noted = [by_line.get(each.line, each) for each in now if each.line.text]
    added = [each for each in before if not each.line.text]
    added = added or [each for each in now if not each.line.text]
    return tuple(noted + added)
