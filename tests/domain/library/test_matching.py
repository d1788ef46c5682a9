"""What fits a client: never twice, never over, and for a reason that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.library.matching import LibraryIndex, TheirSite, rank
from followup_tui.domain.record import new_id
from followup_tui.domain.stems import stem
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import Suggestion
from tests.builders import NOW, a_client, a_project, a_value_add, an_interaction, days

CLIENT = a_client(interests=("Azure costs",), likes=("the monthly reports",), tags=("retail",))


def an_offer(value_add: ValueAdd, state: OfferState, client_id: str = CLIENT.id) -> Offer:
    return Offer(
        id=new_id(NOW),
        created=NOW,
        at=NOW,
        client_id=client_id,
        value_add_id=value_add.id,
        state=state,
    )


def ranked(*value_adds: ValueAdd, offers: tuple[Offer, ...] = ()) -> tuple[Suggestion, ...]:
    return rank(value_adds, offers, client=CLIENT, projects=(), interactions=(), now=NOW)


def titles(found: tuple[Suggestion, ...]) -> list[str]:
    return [each.value_add.title for each in found]


def test_the_reason_is_the_words_in_common() -> None:
    (found,) = ranked(a_value_add("Keeping costs down", topics=("Azure",)))
    assert found.because == "Azure, costs"
    assert not found.chosen


def test_nothing_in_common_is_said_by_saying_nothing() -> None:
    (found,) = ranked(a_value_add("Sailing for beginners"))
    assert found.because == ""


def test_what_fits_better_comes_first() -> None:
    talk, other, tip = (
        a_value_add("Retail in numbers"),
        a_value_add("Sailing"),
        a_value_add("Azure costing"),
    )
    assert titles(ranked(other, talk, tip)) == ["Azure costing", "Retail in numbers", "Sailing"]


@pytest.mark.parametrize("state", [OfferState.OFFERED, OfferState.TAKEN, OfferState.DECLINED])
def test_never_one_that_was_offered_before(state: OfferState) -> None:
    value_add = a_value_add()
    assert ranked(value_add, offers=(an_offer(value_add, state),)) == ()
    assert ranked(value_add, offers=(an_offer(value_add, state, "somebody else"),))


def test_one_that_was_planned_stays_chosen() -> None:
    value_add = a_value_add()
    assert ranked(value_add, offers=(an_offer(value_add, OfferState.PLANNED),))[0].chosen


def test_planned_again_after_it_was_offered_is_still_offered() -> None:
    value_add = a_value_add()
    offers = (an_offer(value_add, OfferState.OFFERED), an_offer(value_add, OfferState.PLANNED))
    assert ranked(value_add, offers=offers) == ()


def test_never_an_event_that_is_over_nor_what_is_retired() -> None:
    over = a_value_add("Azure breakfast", starts=NOW - days(1))
    retired = a_value_add("Azure then", retired=True)
    ahead = a_value_add("Azure evening", starts=NOW + days(1))
    assert titles(ranked(over, retired, ahead)) == ["Azure evening"]


def test_what_is_meant_for_one_client_is_for_nobody_else() -> None:
    mine = a_value_add("Your contact page", client_id=CLIENT.id)
    theirs = a_value_add("Their contact page", client_id="somebody else")
    assert titles(ranked(theirs, mine)) == ["Your contact page"]


def test_near_events_go_before_far_ones_and_before_what_does_not_pass() -> None:
    article = a_value_add("Azure, an article")
    near = a_value_add("Azure soon", starts=NOW + days(6))
    nearer = a_value_add("Azure sooner", starts=NOW + days(2))
    far = a_value_add("Azure in spring", starts=NOW + days(90))
    assert titles(ranked(article, far, near, nearer)) == [
        "Azure sooner",
        "Azure soon",
        "Azure in spring",
        "Azure, an article",
    ]


def test_projects_and_recent_notes_count_too() -> None:
    client = a_client()
    notes = (NoteLine(at=NOW, text="* Kubernetes"), NoteLine(at=NOW, text="busy with audits"))
    found = rank(
        [a_value_add("Audit in a day"), a_value_add("From C# to F#"), a_value_add("kubernetes")],
        (),
        client=client,
        projects=(a_project(client, technologies=("C#",)),),
        interactions=(an_interaction(client, notes=notes),),
        now=NOW,
    )
    assert [(each.value_add.title, each.because) for each in found] == [
        ("kubernetes", "Kubernetes"),
        ("From C# to F#", "C#"),
        ("Audit in a day", "audits"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("cost", "costs", "costing"),
        ("report", "reports", "reporting", "reported"),
        ("story", "stories"),
        ("plan", "plans", "planning", "planned"),
        ("azure", "azures"),
        ("database", "databases"),
    ],
)
def test_words_of_one_kind_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@given(st.text(max_size=40))
def test_any_word_has_a_stem(word: str) -> None:
    assert len(stem(word)) <= max(len(word), 1) + 1


@given(st.permutations(range(6)))
def test_the_order_they_come_in_does_not_matter(order: list[int]) -> None:
    value_adds = [a_value_add(f"Azure {n % 2}") for n in range(6)]
    assert ranked(*(value_adds[n] for n in order)) == ranked(*value_adds)


def test_words_that_say_nothing_say_nothing_in_any_form() -> None:
    client = a_client()
    note = NoteLine(at=NOW, text="@ Grace, looks for somebody")
    found = rank(
        [a_value_add("The five settings nobody looks at")],
        (),
        client=client,
        projects=(),
        interactions=(an_interaction(client, notes=(note,)),),
        now=NOW,
    )
    assert found[0].because == ""


def test_a_word_shared_by_descriptions_alone_is_no_reason() -> None:
    client = a_client(about="they plan a move")
    found = rank(
        [a_value_add("An hour with a developer", about="we plan the next year together")],
        (),
        client=client,
        projects=(),
        interactions=(),
        now=NOW,
    )
    assert found[0].because == ""


@pytest.mark.parametrize(
    "words",
    [
        ("Rechnung", "Rechnungen"),
        ("Schulung", "Schulungen"),
        ("Kunde", "Kunden"),
        ("Möglichkeit", "Möglichkeiten"),
        ("réseau", "réseaux"),
        ("journal", "journaux"),
        ("déploiement", "déploiements"),
        ("process", "processes"),
        ("migration", "migrations"),
        ("Digitalisierung", "Digitalisierungen"),
    ],
)
def test_forms_of_one_word_match_in_three_languages(words: tuple[str, str]) -> None:
    for said, written in (words, reversed(words)):
        client = a_client(interests=(said,))
        (found,) = rank(
            [a_value_add(f"Etwas: {written}")],
            (),
            client=client,
            projects=(),
            interactions=(),
            now=NOW,
        )
        assert found.because == said, "as it was said, not as it is written there"


@pytest.mark.parametrize(
    ("one", "other"),
    [("status", "statue"), ("analysis", "analyst"), ("port", "portal"), ("test", "testament")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_what_they_said_weighs_more_than_what_stands_on_their_site() -> None:
    """The order of the sources: interest, liked, project, asked, notes, site."""
    client = a_client(interests=("alpha",), likes=("bravo",))
    notes = (NoteLine(at=NOW, text="? delta"), NoteLine(at=NOW, text="echo came up"))
    words = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot")
    found = rank(
        [a_value_add(f"{word.capitalize()}", topics=(word,)) for word in reversed(words)],
        (),
        client=client,
        projects=(a_project(client, title="Work", technologies=("charlie",)),),
        interactions=(an_interaction(client, notes=notes),),
        now=NOW,
        site=TheirSite(words=("foxtrot",)),
    )
    assert [each.because for each in found] == list(words)


def test_a_word_that_everything_is_about_is_no_great_reason() -> None:
    client = a_client(interests=("Azure", "audits"))
    common = [a_value_add(f"Azure {n}", topics=("Azure",)) for n in range(30)]
    rare = a_value_add("Audits without tears")
    found = rank([*common, rare], (), client=client, projects=(), interactions=(), now=NOW, most=5)
    assert found[0].value_add == rare


def test_words_that_were_said_as_one_thing_count_as_one() -> None:
    client = a_client(interests=("Power BI",))
    found = rank(
        [a_value_add("Power cuts and what they cost"), a_value_add("Reports in Power BI")],
        (),
        client=client,
        projects=(),
        interactions=(),
        now=NOW,
    )
    assert [(each.value_add.title, each.because) for each in found] == [
        ("Reports in Power BI", "Power BI"),
        ("Power cuts and what they cost", "Power"),
    ]


@pytest.mark.parametrize("sign", ["-", "@", ">"])
def test_what_they_disliked_whom_they_named_and_what_was_agreed_are_no_reasons(sign: str) -> None:
    client = a_client()
    note = NoteLine(at=NOW, text=f"{sign} Kubernetes")
    (found,) = rank(
        [a_value_add("Kubernetes", topics=("Kubernetes",))],
        (),
        client=client,
        projects=(),
        interactions=(an_interaction(client, notes=(note,)),),
        now=NOW,
    )
    assert found.because == ""


def test_a_word_of_their_site_is_a_reason_where_it_is_a_topic() -> None:
    def because(value_add: ValueAdd) -> str:
        (found,) = rank(
            [value_add],
            (),
            client=a_client(),
            projects=(),
            interactions=(),
            now=NOW,
            site=TheirSite(words=("wholesale", "pantry")),
        )
        return found.because

    assert because(a_value_add("Ordering", topics=("Wholesale",))) == "Wholesale"
    assert because(a_value_add("Wholesale prices rise")) == ""


@pytest.mark.parametrize(
    ("value_add", "there"),
    [
        (a_value_add("In an hour", starts=NOW + days(1 / 24)), False),
        (a_value_add("Tomorrow at noon", starts=NOW + days(22 / 24)), True),
        (a_value_add("It has begun", starts=NOW - days(0.1), ends=NOW + days(0.1)), False),
        (a_value_add("A fair that goes on", starts=NOW - days(2), ends=NOW + days(9)), True),
        (a_value_add("Today", starts=NOW.replace(hour=0, minute=0), all_day=True), False),
        (a_value_add("Tomorrow", starts=NOW.replace(hour=0, minute=0) + days(1), all_day=True),
         True),
    ],
    ids=lambda each: getattr(each, "title", each),
)  # fmt: skip
def test_nobody_is_invited_to_what_they_cannot_come_to(value_add: ValueAdd, there: bool) -> None:
    assert bool(ranked(value_add)) is there


def test_a_tip_goes_before_the_one_of_its_id_in_the_library() -> None:
    kept = a_value_add("The title is missing", client_id=CLIENT.id)
    today = replace(kept, about="Seen today.")
    (found,) = rank(
        [kept],
        (),
        client=CLIENT,
        projects=(),
        interactions=(),
        now=NOW,
        site=TheirSite(tips=(today,)),
    )
    assert found.value_add == today


def test_what_was_chosen_stays_until_it_is_over() -> None:
    soon = a_value_add("Tonight", starts=NOW + days(0.1))
    assert ranked(soon, offers=(an_offer(soon, OfferState.PLANNED),))[0].chosen


def test_no_more_than_wanted_but_what_was_chosen_is_there() -> None:
    value_adds = [a_value_add(f"Azure {n}") for n in range(9)]
    chosen = a_value_add("Sailing")
    found = rank(
        [*value_adds, chosen],
        (an_offer(chosen, OfferState.PLANNED),),
        client=CLIENT,
        projects=(),
        interactions=(),
        now=NOW,
        most=4,
    )
    assert len(found) == 5
    assert found[-1].value_add == chosen


_WORDS = st.sampled_from(["Azure", "costs", "audit", "Kubernetes", "Power BI", "reports"])
_VALUE_ADDS = st.lists(
    st.builds(
        lambda title, topics, days_ahead, retired: a_value_add(
            title,
            topics=tuple(topics),
            starts=NOW + days(days_ahead) if days_ahead else None,
            retired=retired,
        ),
        _WORDS,
        st.lists(_WORDS, max_size=2, unique=True),
        st.integers(min_value=-5, max_value=60),
        st.booleans(),
    ),
    max_size=12,
)


@given(_VALUE_ADDS, st.sets(st.integers(0, 11)), st.lists(_WORDS, max_size=3, unique=True))
def test_the_laws_of_matching(
    value_adds: list[ValueAdd], given_before: set[int], interests: list[str]
) -> None:
    offers = tuple(
        an_offer(each, OfferState.OFFERED) for n, each in enumerate(value_adds) if n in given_before
    )
    client = a_client(id=CLIENT.id, interests=tuple(interests))
    index = LibraryIndex(value_adds)
    found = rank(index, offers, client=client, projects=(), interactions=(), now=NOW)
    offered = {each.value_add_id for each in offers}
    for each in found:
        value_add = each.value_add
        assert value_add.id not in offered
        assert not value_add.retired
        assert value_add.starts is None or value_add.starts > NOW
        said = " ".join((*client.interests, *client.likes, *client.tags))
        assert all(word in said for word in each.because.split(", "))
    fewer = rank(index, offers, client=client, projects=(), interactions=(), now=NOW, most=3)
    assert fewer == found[:3], "the best of few are the first of all"
    anew = LibraryIndex(value_adds, known=index)
    assert rank(anew, offers, client=client, projects=(), interactions=(), now=NOW) == found
