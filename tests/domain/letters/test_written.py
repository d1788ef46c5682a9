"""What stands in the letters that ship: what was said, promised, chosen, and nothing else."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import AccountManager, Client, Person, QuietPeriod
from followup_tui.domain.course import Course
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.interaction import Answer, Interaction, NoteLine, Outcome
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.occasion import Seen, Sender
from followup_tui.domain.project import ClosingKind, ClosingStep, StepState, fresh_closing
from followup_tui.domain.promise import Owner, Referral, StepKind
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
    a_step,
    a_value_add,
    an_encounter,
    an_interaction,
    days,
)
from tests.domain.letters.holes import HOLE
from tests.domain.letters.letters import ME, a_playbook, written

JANE = Person(name="Jane Li", role="IT Manager", emails=("jane@northwind.example",))
CLIENT = a_client(
    people=(JANE, Person(name="Peter Marsh")),
    account_manager=AccountManager(name="Ulla Berg", email="ulla@ourselves.example"),
)
KEEP = a_playbook("keep-in-touch")


def notes(*lines: str) -> tuple[NoteLine, ...]:
    return tuple(NoteLine(at=NOW, text=line) for line in lines)


def a_talk(*lines: str, client: Client = CLIENT, **fields: object) -> Interaction:
    fields = {"at": NOW - timedelta(hours=1), "person": "Jane Li", **fields}
    return an_interaction(client, notes=notes(*lines), **fields)


def an_offer(state: OfferState, title: str = "Keeping costs down", **fields: object):
    value_add = a_value_add(title, **fields)
    offer = Offer(
        id=new_id(NOW), created=NOW, client_id=CLIENT.id, value_add_id=value_add.id, state=state,
        at=NOW if state is not OfferState.PLANNED else NOW - days(1), because="Azure, costs",
    )  # fmt: skip
    return offer, value_add


def answers(**given: str) -> tuple[Answer, ...]:
    return tuple(Answer(question=key.replace("_", "-"), text=text) for key, text in given.items())


# As per our conversation


def test_the_follow_up_has_some_of_the_notes_what_was_promised_and_who_does_what() -> None:
    talk = a_talk(
        "+ likes the stock reports", "- the bill has grown by a third", "moved to Azure",
        "* wants to talk about costs", "? can the portal send the delivery note by itself",
        "! send her the pricing link by fri", "@ Grace Mbeki",
    )  # fmt: skip
    page = ClientPage(
        CLIENT,
        interactions=(talk,),
        promises=(
            a_promise(CLIENT, "send her the pricing link", due=TODAY + days(1),
                      interaction_id=talk.id),
            a_promise(CLIENT, "send the list of accounts", due=TODAY + days(4), by=Owner.THEM,
                      interaction_id=talk.id),
            a_promise(CLIENT, "something of long ago"),
        ),
        offers=(
            an_offer(OfferState.TAKEN, url="https://talks.example/costs"),
            an_offer(OfferState.DECLINED, "A breakfast"),
            an_offer(OfferState.PLANNED, "Another talk"),
        ),
    )  # fmt: skip
    subject, body = written(LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP)
    assert subject == "As per our conversation of Thursday 19 November"
    assert body.startswith("Hello Jane,\n\nAs per our conversation today, ")
    assert "Thank you for making the time" in body
    for line in (
        "- You like the stock reports.",
        "- What bothers you: the bill has grown by a third.",
        "- You moved to Azure.",
        "- You want to talk about costs.",
        "- Keeping costs down (because of Azure and costs): https://talks.example/costs",
        "1. Send you the pricing link, by Friday 20 November",
        "2. Send the list of accounts, by Monday 23 November",
        "3. Can the portal send the delivery note by itself?",
    ):
        assert f"\n{line}\n" in body, line
    assert "Ulla Berg is in copy" in body
    assert not re.search("breakfast|Another talk|long ago|Grace", body)
    assert body.endswith("\n\nBest regards,\nKim Doe\nOurselves")


def test_a_consultation_is_asked_of_the_account_manager_by_name() -> None:
    talk = a_talk(answers=answers(success="no", why_not="technical", put_right="yes",
                                  consultation_when="2026-11-26"))  # fmt: skip
    page = ClientPage(CLIENT, interactions=(talk,), projects=(a_project(CLIENT, ended=TODAY),))
    _, body = written(LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP)
    assert (
        "Ulla, you are in copy because of the free consultation about “Booking portal”: would you"
        " please follow it up with Jane and keep Thursday 26 November free" in body
    )
    assert "So far “Booking portal” is not the success it should be, for technical reasons." in body


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        (AccountManager(name="Ulla Berg"), "Ulla Berg will get in contact with you for the free"),
        (None, "You will hear from me about the free consultation."),
        (AccountManager(name="Kim Doe", email="kim@ourselves.example"), "You will hear from me"),
    ],
)
def test_without_somebody_in_copy_nobody_is_asked(
    manager: AccountManager | None, words: str
) -> None:
    client = a_client(people=(JANE,), account_manager=manager)
    talk = a_talk(client=client, answers=answers(put_right="yes"))
    page = ClientPage(client, interactions=(talk,))
    _, body = written(LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP)
    assert words in body
    assert "in copy" not in body


def test_the_next_step_is_told_in_their_time_with_its_entry() -> None:
    zurich = ZoneInfo("Europe/Zurich")
    talk = a_talk("+ the demo")
    step = a_step(CLIENT, kind=StepKind.MEETING, agreed=True, interaction_id=talk.id,
                  at=datetime(2026, 11, 26, 9, 0, tzinfo=UTC))  # fmt: skip
    page = ClientPage(CLIENT, interactions=(talk,), next_steps=(step,))
    _, body = written(
        LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP, theirs=Whereabouts(zone=zurich)
    )
    assert (
        "Next is a meeting on Thursday 26 November at 10:00 your time; the entry for your calendar"
        " is attached." in body
    )


def test_without_a_step_the_next_call_is_named_else_two_times() -> None:
    talk = a_talk("+ the demo")
    later = a_client(people=(JANE,), call_again=TODAY + days(150))
    page = ClientPage(later, interactions=(talk,))
    assert (
        "I will call you again on Sunday 18 April."
        in written(LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP)[1]
    )
    page = ClientPage(CLIENT, interactions=(talk,))
    _, body = written(LetterKind.FOLLOW_UP, page, interaction=talk, playbook=KEEP)
    found = re.search(r"Would (\w+ \d+ November) at (\d+:\d\d) or (\w+ \d+ November) at", body)
    assert found is not None
    assert found[1] != found[3]


def test_no_time_is_proposed_on_their_quiet_days_or_when_somebody_else_has_it() -> None:
    quiet = (QuietPeriod(first=TODAY, last=TODAY + days(20), why="holiday"),)
    page = ClientPage(a_client(people=(JANE,), quiet=quiet))
    _, body = written(LetterKind.SUGGESTIONS, page)
    assert "Thursday 10 December at 10:00 or Friday 11 December at 14:00 would suit me" in body
    taken = (datetime(2026, 12, 10, 10, tzinfo=ZONE),)
    _, body = written(LetterKind.SUGGESTIONS, page, taken=taken)
    assert "10 December at 10:00" not in body


# The others


def test_suggestions_recall_and_name_what_was_chosen() -> None:
    page = ClientPage(
        CLIENT,
        projects=(a_project(CLIENT, ended=TODAY - days(300)),),
        interactions=(an_interaction(CLIENT, notes=notes("+ likes the reports", "- slow pages")),),
        offers=(an_offer(OfferState.PLANNED, url="https://talks.example/costs"),
                an_offer(OfferState.DECLINED, "A breakfast")),
    )  # fmt: skip
    seen = Seen(events=("User group: Azure, Wed 25 Nov",), news="I read on your site: “New”.")
    subject, body = written(LetterKind.SUGGESTIONS, page, seen=seen)
    assert subject == "For Northwind Traders: Keeping costs down"
    assert "It is ten months now since we finished “Booking portal”." in body
    assert "When we spoke in May, you liked the reports. What bothered you: slow pages." in body
    assert "I read on your site: “New”." in body
    assert "- Keeping costs down (because of Azure and costs): https://talks.example/costs" in body
    assert "- User group: Azure, Wed 25 Nov" in body
    assert "breakfast" not in body


def test_who_was_not_reached_is_told_when_that_was_tried() -> None:
    tries = [
        an_interaction(CLIENT, day=TODAY - days(back), outcome=Outcome.NO_ANSWER) for back in (0, 7)
    ]
    failed = a_project(CLIENT, ended=TODAY - days(200), success=False)
    page = ClientPage(CLIENT, interactions=(*tries, an_interaction(CLIENT)), projects=(failed,))
    subject, body = written(LetterKind.NOT_REACHED, page, interaction=tries[0], playbook=KEEP)
    assert subject == "“Booking portal”: I tried to reach you"
    assert "I rang on Thursday 12 November and today and did not get hold of you" in body
    assert "“Booking portal” has not become what it should be for you" in body


@pytest.mark.parametrize(
    ("step", "words", "not_there"),
    [
        ({}, "May we name you as a reference for it", "once more"),
        ({"state": StepState.ASKED, "asked": (TODAY - days(15),)}, "Here it is once more", "done,"),
        ({"state": StepState.GIVEN, "settled": TODAY}, "Thank you for letting us", "once more"),
        ({"state": StepState.DECLINED, "settled": TODAY, "asked": (TODAY - days(9),)},
         "May we name you", "once more"),
    ],
)  # fmt: skip
def test_a_reference_is_asked_for_asked_again_or_thanked_for(
    step: dict[str, object], words: str, not_there: str
) -> None:
    closing = (ClosingStep(kind=ClosingKind.REFERENCE, **step), *fresh_closing()[1:])
    project = a_project(CLIENT, ended=TODAY - days(20), technologies=("Azure",), closing=closing)
    page = ClientPage(CLIENT, projects=(project,))
    sender = Sender(name="Kim Doe", programme="Cloud Partners")
    _, body = written(LetterKind.REFERENCE, page, project=project, sender=sender)
    assert words in body
    assert not_there not in body
    assert "Cloud Partners, the partner programme that we belong to, will write to you" in body


def test_no_programme_no_word_of_it() -> None:
    page = ClientPage(CLIENT, projects=(a_project(CLIENT, ended=TODAY),))
    assert "programme" not in written(LetterKind.REFERENCE, page)[1]


def test_a_testimonial_offers_what_they_said_and_puts_nothing_of_others_into_their_mouth() -> None:
    project = a_project(CLIENT, started=TODAY - days(100), ended=TODAY - days(5))
    talk = a_talk("+ counted the whole shop in one evening", "+ Peter likes the colours")
    page = ClientPage(CLIENT, projects=(project,), interactions=(talk,))
    _, body = written(LetterKind.TESTIMONIAL, page)
    assert "“We counted the whole shop in one evening.”\nJane Li, IT Manager, Northwind" in body
    assert "Peter" not in body


def test_a_review_has_its_link_or_asks_for_the_place() -> None:
    page = ClientPage(CLIENT, projects=(a_project(CLIENT, ended=TODAY),))
    link = Sender(review_link="https://reviews.example/us")
    assert "https://reviews.example/us" in written(LetterKind.REVIEW, page, sender=link)[1]
    assert "send you the link to the very page" in written(LetterKind.REVIEW, page)[1]


def test_a_coffee_says_how_long_where_with_whom_and_what_to_bring() -> None:
    course = Course(
        id=new_id(NOW), created=NOW, title="Azure for developers", topic="Azure",
        host="Priyanka Rao",
        first_day=TODAY - days(15), last_day=TODAY - days(14), coffee_place="at the Blue Cup",
    )  # fmt: skip
    asked = a_talk("? how to begin", outcome=Outcome.NOTED, course_id=course.id)
    page = ClientPage(CLIENT, interactions=(asked,))
    subject, body = written(LetterKind.COFFEE, page, course=course)
    assert subject == "A coffee after “Azure for developers”?"
    for words in (
        "some twenty minutes, at the Blue Cup.",
        "At the course, you had asked: how to begin? Bring that along",
        "stuck on with Azure",
        "Priyanka Rao will be there",
        " or ",
    ):
        assert words in body


@pytest.mark.parametrize(
    ("warmth", "words"),
    [
        (Warmth.PROSPECT, "Shall we sit down for an hour"),
        (Warmth.OPEN, "over a coffee"),
        (Warmth.CARD_ONLY, "May I ring you on"),
    ],
)
def test_the_next_step_follows_how_warm_it_is(warmth: Warmth, words: str) -> None:
    met = an_encounter(CLIENT, warmth=warmth, talked_about="customs", learned="nine forms",
                       in_common="both learned to sail late", promised="send the talk")  # fmt: skip
    _, body = written(LetterKind.GOOD_TO_MEET, ClientPage(CLIENT, encounters=(met,)))
    assert words in body
    assert "at DevMeetup on Tuesday 17 November" in body
    assert "finding out that we both learned to sail late." in body
    assert "I promised to send the talk, and have not forgotten it." in body


def test_what_was_promised_is_said_in_its_own_words() -> None:
    page = ClientPage(CLIENT, promises=(a_promise(CLIENT, "the pricing link"),))
    assert (
        "On 10 November I promised you the pricing link. Today I keep my word."
        in written(LetterKind.PROMISED, page)[1]
    )
    page = ClientPage(CLIENT, promises=(a_promise(CLIENT), a_promise(CLIENT, "the slides")))
    _, body = written(LetterKind.PROMISED, page)
    assert (
        "I promised:\n\n- to send the pricing link\n- you the slides\n\nToday I keep my word.\n"
        in body
    )


def test_thanks_name_whom_they_named() -> None:
    named = Referral(
        id=new_id(NOW), created=NOW - days(40), client_id=CLIENT.id, name="Omar Haddad"
    )
    page = ClientPage(CLIENT)
    _, body = written(LetterKind.INTRODUCTION, page, referral=named)
    assert "Thank you for naming Omar Haddad in October. I will get in contact" in body
    became = a_client("Tailspin Toys")
    _, body = written(
        LetterKind.INTRODUCTION, page, referral=named, introduced=became, introduced_spoken=True
    )
    assert "Omar Haddad of Tailspin Toys: we have spoken since" in body


# Whatever is known


LINE = st.sampled_from(
    [
        "+ a",
        "- b.",
        "* c",
        "? d?",
        "note",
        "! x",
        "@ y",
        "",
        "+ ",
        "+ likes",
        "she is",
        "[x] {{ y }}",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(LetterKind)),
    st.booleans(), st.booleans(), st.booleans(), st.booleans(),
    st.lists(LINE, max_size=5),
)  # fmt: skip
def test_there_is_never_a_hole_in_it(
    kind: LetterKind, person: bool, manager: bool, work: bool, talked: bool, lines: list[str]
) -> None:
    client = a_client(
        people=(JANE,) if person else (),
        account_manager=CLIENT.account_manager if manager else None,
    )
    talk = a_talk(*lines, client=client)
    page = ClientPage(
        client,
        projects=(a_project(client, ended=TODAY),) if work else (),
        interactions=(talk,) if talked else (),
        offers=(an_offer(OfferState.PLANNED),) if work else (),
    )
    follows = {"interaction": talk, "playbook": KEEP} if talked else {}
    subject, body = written(kind, page, sender=ME if manager else Sender(), **follows)
    for text in (subject, body):
        assert text
        assert text == text.strip()
        assert not HOLE.search(text)
    assert body.startswith("Hello")
