"""What was noted of somebody, as it is said to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.letters.addressing import LONGEST, to_them
from followup_tui.domain.letters.wording import (
    as_liked,
    first_name,
    is_thing,
    listed,
    question,
    sentence,
    without_repeats,
)


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("likes the stock reports, the whole warehouse uses them",
         "you like the stock reports, the whole warehouse uses them"),
        ("she sends the list of accounts", "you send the list of accounts"),
        ("he really tries, he's glad of it", "you really try, you are glad of it"),
        ("send her the link, she asked for it", "send you the link, you asked for it"),
        ("put her in touch with the clinics", "put you in touch with the clinics"),
        ("her brother's workshop", "your brother's workshop"),
        ("how to get his team through the month", "how to get your team through the month"),
        ("wants a demo and needs it by May", "you want a demo and need it by May"),
        ("gladly gives a reference", "you gladly give a reference"),
        ("was surprised by the invoice", "you were surprised by the invoice"),
        ("will move the depot", "you will move the depot"),
        ("will the portal send it by itself", "will the portal send it by itself"),
        ("moved everything to Azure", "you moved everything to Azure"),
        ("Jane wants a demo for Jane's team", "you want a demo for your team"),
        ("tell Jane of the next invoice", "tell you of the next invoice"),
        ("Jane Li asked for it.", "you asked for it"),
        ("third stall opens; call once it runs", "third stall opens"),
        ("moving, leave her alone then", "moving"),
        ("sent the offer yesterday", "sent the offer yesterday"),
        ("they hired an engineer, they say", "you hired an engineer, they say"),
        ("uses of the portal", "you use of the portal"),
        ("nobody can say why", "nobody can say why"),
    ],
)  # fmt: skip
def test_it_is_said_to_them(noted: str, said: str) -> None:
    assert to_them(noted, person="Jane Li") == said


@pytest.mark.parametrize(
    "noted", ["Peter likes that he sees open orders", "Marsh wants his own list", "ask Peter Marsh"]
)
def test_what_is_of_a_colleague_stays(noted: str) -> None:
    assert to_them(noted, person="Jane Li", others=("Peter Marsh",)) == noted


@given(st.text(max_size=400), st.text(max_size=30))
def test_whatever_was_noted_becomes_one_clean_line(noted: str, person: str) -> None:
    said = to_them(noted, person=person, others=("Peter Marsh",))
    assert "\n" not in said
    assert said == said.strip()
    assert len(said) <= LONGEST + 40


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Jane Li", "Jane"),
        ("Cher", "Cher"),
        ("LI Jane", "LI Jane"),
        ("Li, Jane", "Li, Jane"),
        ("Dr. Ng", "Dr. Ng"),
        ("Dr Miriam Okafor", "Dr Okafor"),
        ("Prof. Ada van Dam", "Prof. Dam"),
        ("Herr Max Muster", "Herr Muster"),
        ("Mme Claire Dubois", "Mme Dubois"),
    ],
)
def test_greeted_by_the_first_name_where_that_is_no_guess(name: str, first: str) -> None:
    assert first_name(name) == first


def test_small_words() -> None:
    assert as_liked("you really like the reports") == "the reports"
    assert as_liked("Peter likes it") == "Peter likes it"
    assert is_thing("the lab with the broken deployment")
    assert is_thing("that somebody draws on paper")
    assert not is_thing("the board hangs in the canteen")
    assert not is_thing("orders come through")
    assert listed(["a", "", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
    assert sentence("it works") == "It works."
    assert sentence("does it?") == "Does it?"
    assert sentence("iPad for everybody") == "iPad for everybody."
    assert question("a screen in the hall.") == "A screen in the hall?"
    assert without_repeats(("the reports", "likes the reports a lot", "costs", "costs")) == (
        "likes the reports a lot",
        "costs",
    )
