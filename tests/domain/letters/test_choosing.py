"""Which letter comes after a conversation, and what one settles once it has left."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from followup_tui.domain.interaction import Answer, Outcome
from followup_tui.domain.letter import Left, Letter, LetterKind, Way
from followup_tui.domain.letters.carrying import own_paragraphs
from followup_tui.domain.letters.choosing import letter_after
from followup_tui.domain.letters.gifts import promised_of
from followup_tui.domain.letters.leaving import kept_by, offers_made
from followup_tui.domain.promise import Owner
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import Offer, OfferState
from tests.builders import NOW, TODAY, a_client, a_promise, a_value_add, an_interaction, days
from tests.domain.letters.letters import a_playbook

CLIENT = a_client()


def a_letter(kind: LetterKind, *, left: bool = False, **fields: object) -> Letter:
    base: dict[str, object] = {"id": new_id(NOW), "created": NOW, "client_id": CLIENT.id}
    out = (Left(way=Way.FILE, at=NOW),) if left else ()
    return Letter(**{**base, "kind": kind, "left": out, **fields})  # type: ignore[arg-type]


@dataclass(frozen=True)
class After:
    """A conversation under a playbook, and what there is of letters."""

    playbook: str
    wanted: LetterKind | None
    outcome: Outcome = Outcome.REACHED
    answers: tuple[tuple[str, str], ...] = ()
    tries: int = 0
    left: tuple[LetterKind, ...] = ()


@pytest.mark.parametrize(
    "case",
    [
        After("keep-in-touch", LetterKind.FOLLOW_UP),
        After("keep-in-touch", None, left=(LetterKind.FOLLOW_UP,)),
        After("keep-in-touch", None, Outcome.NO_ANSWER, tries=2),
        After("keep-in-touch", LetterKind.NOT_REACHED, Outcome.BUSY, tries=3),
        After("keep-in-touch", None, Outcome.NO_ANSWER, tries=4, left=(LetterKind.NOT_REACHED,)),
        After("keep-in-touch", None, Outcome.NOTED),
        After("networking", LetterKind.GOOD_TO_MEET, Outcome.NO_ANSWER, tries=1),
        After("networking", None, Outcome.NO_ANSWER, tries=1, left=(LetterKind.GOOD_TO_MEET,)),
        After("retro-coffee", LetterKind.COFFEE_THANKS),
        After("after-project", LetterKind.FOLLOW_UP),
        After("after-project", LetterKind.REFERENCE, answers=(("reference", "yes"),)),
        After("after-project", LetterKind.TESTIMONIAL,
              answers=(("reference", "yes"), ("testimonial", "yes"), ("review", "yes"))),
        After("after-project", LetterKind.REVIEW, left=(LetterKind.TESTIMONIAL,),
              answers=(("testimonial", "yes"), ("review", "yes"))),
        After("after-project", LetterKind.FOLLOW_UP,
              answers=(("happy", "no"), ("put-right", "yes"))),
        After("after-project", LetterKind.FOLLOW_UP, answers=(("reference", "no"),)),
    ],
)  # fmt: skip
def test_the_letter_follows_the_playbook_and_what_was_said(case: After) -> None:
    talk = an_interaction(
        CLIENT, at=NOW - days(0.1), outcome=case.outcome,
        answers=tuple(Answer(question=key, text=text) for key, text in case.answers),
    )  # fmt: skip
    letters = [a_letter(kind, left=True, interaction_id=talk.id) for kind in case.left]
    playbook = a_playbook(case.playbook)
    assert letter_after(talk, playbook, letters=letters, tries=case.tries) is case.wanted


def test_only_a_letter_that_keeps_promises_is_taken_for_it() -> None:
    ours = a_promise(CLIENT, "send the handbook for the label printer", due=TODAY)
    other = a_promise(CLIENT, "ask about the warehouse racks", due=TODAY)
    theirs = a_promise(CLIENT, "the handbook of theirs", by=Owner.THEM, due=TODAY)
    body = "Here is the handbook for your label printer."
    promises = (ours, other, theirs)
    assert kept_by(a_letter(LetterKind.PROMISED, body=body), promises) == (ours,)
    assert kept_by(a_letter(LetterKind.FOLLOW_UP, body=body), promises) == ()


def test_what_a_letter_names_is_offered() -> None:
    planned, declined = a_value_add("Keeping costs down"), a_value_add("A breakfast")
    linked = a_value_add("Forms", url="https://a.example/forms")
    named_only = a_value_add("Reports")

    def offer(of, state):
        return Offer(
            id=new_id(NOW),
            created=NOW,
            client_id=CLIENT.id,
            value_add_id=of.id,
            state=state,
            at=NOW,
        )

    letter = a_letter(
        LetterKind.PROMISED,
        body="KEEPING costs down, a breakfast, reports, and https://a.example/forms",
    )
    offers = [offer(planned, OfferState.PLANNED), offer(declined, OfferState.DECLINED)]
    made = offers_made(letter, offers, [planned, declined, linked, named_only], NOW)
    assert {each.value_add_id: each.state for each in made} == {
        planned.id: OfferState.OFFERED,
        linked.id: OfferState.OFFERED,
    }


def test_a_promise_finds_what_it_means_in_the_library() -> None:
    talk = a_value_add("Answering from your own documents, and saying which")
    other = a_value_add("Forms that work without a signal")
    assert promised_of(["the talk about answering from your own documents"], [other, talk]) == (
        talk,
    )
    assert promised_of(["the pricing link", "send it", ""], [other, talk]) == ()


def test_what_the_user_wrote_into_the_suggestions_is_theirs() -> None:
    body = (
        "Hello Jane,\n\nIt is ten months now since we finished “Ordering portal”.\n\n"
        "Tobias showed me the new loading ramp, and I remembered your sketches.\n\n"
        "The breakfast about scanners in Newtown would be something for Peter.\n\nKim wrote this."
    )
    made_of = "It is ten months now since we finished Ordering portal"
    assert own_paragraphs(body, made_of, ["The breakfast about scanners"]) == (
        "Tobias showed me the new loading ramp, and I remembered your sketches.",
    )
