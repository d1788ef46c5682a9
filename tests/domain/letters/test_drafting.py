"""The first draft: about this client, and never with a gap in it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import AccountManager, Client, Person
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.drafting import suggest
from followup_tui.domain.record import new_id
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ClientPage
from tests.builders import (
    NOW,
    TODAY,
    a_client,
    a_project,
    a_value_add,
    an_encounter,
    an_interaction,
    days,
)


def draft(
    client: Client, page: ClientPage | None = None, *chosen: ValueAdd, signature: str = ""
) -> tuple[str, str]:
    return suggest(
        client,
        me_name="Sam Ode",
        me_signature=signature,
        page=page,
        chosen=chosen,
        events=("User group, Wed 25: Keeping costs down",),
        now=NOW,
    )


def a_page(client: Client, *notes: str) -> ClientPage:
    lines = tuple(NoteLine(at=NOW, text=text) for text in notes)
    return ClientPage(
        client=client,
        projects=(a_project(client, ended=TODAY - days(300)),),
        interactions=(an_interaction(client, notes=lines),),
    )


def test_it_names_what_is_recorded() -> None:
    client = a_client(account_manager=AccountManager(name="Ulla Berg"))
    page = a_page(client, "moved to Azure in May", "+ likes the reports")
    talk = a_value_add(url="https://talks.example/costs")
    subject, body = draft(client, page, talk, signature="Sam\nOurselves")
    assert subject == "For Northwind Traders: Keeping costs down"
    assert body.startswith("Hello Jane,\n\n")
    assert "since we finished “Booking portal”." in body
    assert "I remember that you liked this: the reports." in body
    assert "- Keeping costs down: https://talks.example/costs\n" in body
    assert "- User group, Wed 25: Keeping costs down\n" in body
    assert "Ulla Berg" in body
    assert body.endswith("\n\nSam\nOurselves")


def test_a_talk_comes_before_nothing() -> None:
    client = a_client()
    page = ClientPage(client=client, encounters=(an_encounter(client, talked_about="costs"),))
    _, body = draft(client, page)
    assert "It was good to meet you at DevMeetup, and to talk about costs." in body


def test_a_name_in_one_word_or_with_a_title_is_used_whole() -> None:
    for name, greeted in [
        ("Cher", "Hello Cher,"),
        ("Dr. Ng", "Hello Dr. Ng,"),
        ("Jane Li", "Hello Jane,"),
        ("LI Jane", "Hello LI Jane,"),
        ("Li, Jane", "Hello Li, Jane,"),
    ]:
        assert draft(a_client(people=(Person(name=name),)))[1].startswith(greeted)
    assert draft(a_client(people=()))[1].startswith("Hello,\n")


@given(
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(["+ a", "* b", "? c", "note", "! x", "", "+ "]), max_size=4),
    st.integers(0, 400),
)
def test_there_is_never_a_gap_in_it(manager: bool, page: bool, notes: list[str], ago: int) -> None:
    client = a_client(account_manager=AccountManager(name="Ulla") if manager else None)
    known = a_page(client, *notes) if page else None
    subject, body = draft(client, known, a_value_add(starts=NOW + days(ago)))
    for text in (subject, body):
        assert text == text.strip()
        assert not re.search(r"None|\{|\}|\[|  |\n\n\n|“”|\.\.(?!\.)", text)
    letter = Letter(
        id=new_id(NOW),
        created=NOW,
        client_id=client.id,
        kind=LetterKind.SUGGESTIONS,
        subject=subject,
        body=body,
    )
    assert letter.body.count("Hello") == 1
