"""What is recorded, as facts for the personal check; and everybody else's names and facts."""

from __future__ import annotations

from followup_tui.domain.interaction import Answer, NoteLine
from followup_tui.domain.letters.facts import LONGEST, facts_of, own_facts
from followup_tui.domain.letters.names import OtherNames
from followup_tui.domain.letters.view import LetterCase, check_letter, checked_text
from followup_tui.domain.personal import Fact
from followup_tui.domain.promise import Referral
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import ClientPage
from tests.builders import (
    NOW,
    TODAY,
    ZONE,
    a_client,
    a_project,
    a_promise,
    a_value_add,
    an_encounter,
    an_interaction,
)

CLIENT = a_client(
    interests=("Azure",), likes=("the reports",), about="Two shops. Jane prefers Tuesdays."
)
TALK = an_interaction(
    CLIENT,
    notes=tuple(
        NoteLine(at=NOW, text=text)
        for text in ("moved to Azure in May", "- the bill", "> coffee thu 10:00", "- - -", "")
    ),
    answers=(Answer(question="success", text="yes"), Answer(question="what-else", text="labels")),
    summary="In Azure now; the bill worries her.",
)


def a_page() -> ClientPage:
    taken = a_value_add("Costs")
    offers = tuple(
        (
            Offer(id=new_id(NOW), created=NOW, client_id=CLIENT.id, value_add_id=each.id,
                  state=state, at=NOW),
            each,
        )
        for each, state in ((taken, OfferState.TAKEN), (a_value_add("Soon"), OfferState.PLANNED))
    )  # fmt: skip
    return ClientPage(
        CLIENT,
        projects=(a_project(CLIENT, technologies=(".NET", "Azure"), ended=TODAY),),
        encounters=(an_encounter(CLIENT, learned="frost at four"),),
        interactions=(TALK,),
        promises=(a_promise(CLIENT, "the pricing link"),),
        offers=offers,
    )


def test_everything_that_is_recorded_is_a_fact_once() -> None:
    named = Referral(id=new_id(NOW), created=NOW, client_id=CLIENT.id, name="Omar", detail="toys")
    facts = facts_of(a_page(), zone=ZONE, referrals=(named,), seen=("A third shop opens",))
    kinds = {fact.text: fact.kind for fact in facts}
    assert kinds == {
        "the reports": "liked", "Azure": "interest", "Two shops.": "said",
        "Jane prefers Tuesdays.": "said", "moved to Azure in May": "said", "the bill": "disliked",
        "labels": "said", "In Azure now;": "said", "the bill worries her.": "said",
        "Booking portal": "project", ".NET, Azure": "project", "met at DevMeetup": "met",
        "frost at four": "learned", "the pricing link": "promise", "named Omar, toys": "named",
        "Costs": "event", "A third shop opens": "event",
    }  # fmt: skip
    assert {fact.about for fact in facts} == {CLIENT.name}
    assert next(f for f in facts if f.text == "moved to Azure in May").when == TALK.at.date()
    assert all(len(fact.text) <= LONGEST for fact in facts)


def test_of_others_only_what_they_alone_can_be_known_by_is_looked_at() -> None:
    facts = own_facts(CLIENT, [TALK], [an_encounter(CLIENT)], zone=ZONE)
    assert {fact.text for fact in facts} == {
        "moved to Azure in May", "In Azure now;", "the bill worries her.", "met at DevMeetup",
    }  # fmt: skip


def test_only_names_that_may_stand_in_the_letter_are_looked_for() -> None:
    names = OtherNames(["Omar Haddad", "Tailspin Toys", "Jürgen Groß", "李 明", "Ada"])
    assert names.near("Say hello to OMAR and to Mr Gross.") == ("Omar Haddad", "Jürgen Groß")
    assert names.near("Omar Haddad", but=["omar haddad"]) == ()
    assert names.near("nobody") == ()


def test_the_places_that_the_check_points_at_are_those_of_the_text() -> None:
    case = LetterCase(facts=(Fact("moved to Azure in May"),), to=("Jane Li",), about="Northwind",
                      other_names=OtherNames(["Omar Haddad"]))  # fmt: skip
    body = "Hello Jane,\n\nhow is Azure since May? Omar Haddad asks."
    found = check_letter("About Azure", body, case).reason("names")
    text = checked_text("About Azure", body)
    assert [text[slice(*span)] for span in found.spans] == ["Omar Haddad"]
    assert text.endswith(body)
