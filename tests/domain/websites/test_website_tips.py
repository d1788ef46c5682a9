"""Website tips: the same one each time, told once, at most three, gone when it is mended."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from followup_tui.domain.library.matching import rank
from followup_tui.domain.page import HealthNote
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd, ValueAddKind
from followup_tui.domain.websites.website_tips import (
    AGAIN,
    MOST_TIPS,
    is_mended,
    tip_id,
    website_tips,
)
from tests.builders import NOW, a_client

CLIENT = replace(a_client(), website="https://tailspin.example/")
ALT = HealthNote(key="alt-missing", evidence="2 of 3: train.jpg", say="Some pictures are silent.")
ENDS = HealthNote(key="certificate", evidence="ends on 5 Dec 2026, in 13 days", say="It runs out.")
SLOW = HealthNote(key="slow", evidence="3.4 s", say="It took 3 seconds.")
OLD = HealthNote(key="copyright-old", evidence="© 2021", say="It still says 2021.")


def tips(
    *notes: HealthNote, library: tuple[ValueAdd, ...] = (), offered: tuple[str, ...] = ()
) -> tuple[ValueAdd, ...]:
    return website_tips(notes, client=CLIENT, library=library, offered=offered, now=NOW)


def test_a_tip_says_what_was_seen_and_is_for_this_client_alone() -> None:
    (tip,) = tips(replace(ALT, url="https://tailspin.example/toys"))

    assert (tip.kind, tip.client_id) == (ValueAddKind.WEBSITE_TIP, CLIENT.id)
    assert tip.title.startswith("Pictures on their website")
    assert tip.about == "Some pictures are silent.\nSeen: 2 of 3: train.jpg"
    assert tip.url == "https://tailspin.example/toys"


def test_it_is_the_same_each_time_and_another_for_another_client() -> None:
    (tip,), (again,) = tips(ALT), tips(replace(ALT, evidence="3 of 4"))

    assert tip.id == again.id
    assert len(tip.id) == 26
    assert tip_id(replace(CLIENT, id="0" * 26), "alt-missing") != tip.id


def test_at_most_three_in_the_order_of_the_notes() -> None:
    found = tips(ENDS, SLOW, OLD, ALT)

    assert [each.id for each in found] == [tip_id(CLIENT, note.key) for note in (ENDS, SLOW, OLD)]
    assert len(found) == MOST_TIPS
    assert [each.id for each in tips(ENDS, SLOW, OLD, ALT, offered=(found[0].id,))][-1] == tip_id(
        CLIENT, "alt-missing"
    )


def test_what_was_offered_does_not_come_again_kept_or_not() -> None:
    (tip,) = tips(ALT)

    assert tips(ALT, offered=(tip.id,)) == ()
    assert tips(ALT, offered=(tip.id,), library=(tip,)) == ()


def test_what_comes_back_may_be_told_again_half_a_year_later() -> None:
    (tip,) = tips(ENDS)
    last_year = replace(tip, created=NOW - AGAIN - timedelta(days=1))

    assert tips(ENDS, offered=(tip.id,), library=(tip,)) == ()
    (again,) = tips(ENDS, offered=(tip.id,), library=(last_year,))
    assert again.id == tip_id(CLIENT, "certificate", 1)
    assert tips(ENDS, offered=(tip.id, again.id), library=(last_year, again)) == ()


def test_a_kept_tip_takes_the_evidence_of_today_unless_it_was_rewritten() -> None:
    (tip,) = tips(ALT)
    rewritten = replace(tip, title="Alt texts", about="Offer to write them")

    (today,) = tips(replace(ALT, evidence="9 of 9"), library=(tip,))
    assert today.about.endswith("9 of 9")
    assert tips(replace(ALT, evidence="9 of 9"), library=(rewritten,)) == (rewritten,)
    assert tips(ALT, library=(replace(tip, retired=True),)) == ()


def test_a_tip_is_mended_when_its_note_is_gone() -> None:
    (tip,) = tips(ALT)
    by_hand = replace(tip, id="0" * 26)

    assert is_mended(tip, [ENDS], CLIENT)
    assert not is_mended(tip, [ENDS, ALT], CLIENT)
    assert not is_mended(by_hand, [], CLIENT)


def test_among_the_suggestions_it_is_never_one_that_was_offered() -> None:
    (tip,) = tips(ALT)
    offer = Offer(
        id="1" * 26,
        created=NOW,
        client_id=CLIENT.id,
        value_add_id=tip.id,
        state=OfferState.OFFERED,
        at=NOW,
    )

    def suggested(offers: tuple[Offer, ...]) -> list[str]:
        found = rank([tip], offers, client=CLIENT, projects=(), interactions=(), now=NOW)
        return [each.value_add.id for each in found]

    assert suggested(()) == [tip.id]
    assert suggested((offer,)) == []
