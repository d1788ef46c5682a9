"""The timeline: what the records and the history make of it, its order, and finding in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import Client, Origin, OriginKind, Person
from followup_tui.domain.course import Attendance, Attendee, Course, Draw, Pick
from followup_tui.domain.days.periods import last_day_of
from followup_tui.domain.history import PastChange, PastEdit
from followup_tui.domain.interaction import Answer, InteractionKind, NoteLine, Outcome
from followup_tui.domain.letter import Left, Letter, LetterKind, Way
from followup_tui.domain.page import NewsItem
from followup_tui.domain.project import ClosingKind, ClosingStep, StepState
from followup_tui.domain.promise import Owner, PromiseState, Referral
from followup_tui.domain.timeline.changes import past, people_words
from followup_tui.domain.timeline.entries import (
    Entry,
    EntryKind,
    Finder,
    Mark,
    Memory,
    Opens,
    Thing,
    first_on_or_before,
    in_order,
    of_kinds,
)
from followup_tui.domain.timeline.records import entries
from followup_tui.domain.timeline.site import entries as of_site
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import ClientPage
from followup_tui.domain.websites.site import SiteFacts
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

CLIENT = a_client(created=NOW - days(900))


def made(**fields: Any) -> tuple[Entry, ...]:
    """Return the entries of a memory; fields that a page has go there."""
    of_memory = {"courses", "draws", "referrals", "introduced", "questions"}
    of_page = {key: fields.pop(key) for key in list(fields) if key not in of_memory}
    memory = Memory(page=ClientPage(client=of_page.pop("client", CLIENT), **of_page), **fields)
    return in_order(entries(memory, zone=ZONE))


def titles(found: tuple[Entry, ...]) -> list[str]:
    return [entry.title for entry in found if not entry.key.endswith(":came")]


def test_a_talk_has_its_notes_answers_and_hours() -> None:
    at = datetime(2026, 5, 11, 0, 2, tzinfo=UTC)
    talk = an_interaction(
        CLIENT,
        at=at,
        person="Jane Li",
        summary="went well",
        notes=(NoteLine(at=at, text="+ the reports"), NoteLine(at=at, text="   ")),
        answers=(Answer(question="how", text="fine\nso far"), Answer(question="no", text="")),
    )
    (entry, _) = made(interactions=(talk,), questions=(("how", "How is it going?"),))
    assert (entry.title, entry.kind, entry.mark) == (
        "call with Jane Li",
        EntryKind.TALK,
        Mark.GOOD,
    )
    assert (entry.day, f"{entry.at:%H:%M}") == (date(2026, 5, 11), "10:02")
    assert [(line.label, line.text) for line in entry.lines] == [
        ("", "went well"),
        ("", "+ the reports"),
        ("How is it going?", "fine so far"),
    ]
    assert entry.opens == Opens(Thing.INTERACTION, talk.id)


@pytest.mark.parametrize(
    ("kind", "outcome", "person", "title"),
    [
        (InteractionKind.CALL, Outcome.NO_ANSWER, "Jane Li", "call to Jane Li, no answer"),
        (InteractionKind.CALL, Outcome.NO_ANSWER, "", "call, no answer"),
        (InteractionKind.CALL, Outcome.VOICEMAIL, "Jane Li", "voicemail for Jane Li"),
        (InteractionKind.COFFEE, Outcome.REACHED, "", "coffee"),
        (InteractionKind.NOTE, Outcome.NOTED, "", "note"),
    ],
)
def test_what_it_was(kind: InteractionKind, outcome: Outcome, person: str, title: str) -> None:
    talk = an_interaction(CLIENT, kind=kind, outcome=outcome, person=person)
    assert titles(made(interactions=(talk,))) == [title]


def test_promises_are_told_when_made_and_when_settled_and_by_whom() -> None:
    ours = a_promise(CLIENT, "send the link")
    theirs = a_promise(
        CLIENT, "send the contract", by=Owner.THEM, state=PromiseState.BROKEN, settled=TODAY
    )
    found = made(promises=(ours, theirs))
    assert titles(found)[0] == "they broke: send the contract"
    assert set(titles(found)[1:]) == {
        "we promised: send the link, due Wed 18 Nov",
        "they promised: send the contract, due Wed 18 Nov",
    }
    by_title = {entry.title.split(":")[0]: entry for entry in found}
    assert by_title["we promised"].promise_id == ours.id
    assert by_title["we promised"].mark is Mark.OPEN
    assert by_title["they promised"].promise_id == ""
    assert by_title["they broke"].mark is Mark.BAD


def test_projects_with_each_closing_step() -> None:
    project = a_project(
        CLIENT,
        started=TODAY - days(90),
        ended=TODAY - days(20),
        success=True,
        technologies=("Azure",),
        closing=(
            ClosingStep(
                kind=ClosingKind.REFERENCE,
                state=StepState.GIVEN,
                asked=(TODAY - days(9), TODAY - days(5)),
                settled=TODAY - days(2),
                note="on their site",
            ),
        ),
    )
    assert titles(made(projects=(project,))) == [
        "a reference given (Booking portal)",
        "asked again for a reference (Booking portal)",
        "asked for a reference (Booking portal)",
        "project ended: Booking portal, a success",
        "project begun: Booking portal",
    ]


def test_people_met_taught_and_drawn() -> None:
    course = Course(
        id="c" * 26,
        created=NOW,
        title="Azure course",
        first_day=TODAY - days(15),
        last_day=TODAY - days(14),
        attendees=(
            Attendee(name="Jane Li", client_id=CLIENT.id),
            Attendee(name="Bo Ek", client_id=CLIENT.id, attendance=Attendance.ABSENT),
        ),
    )
    draw = Draw(
        id="d" * 26,
        created=NOW - days(13),
        course_id=course.id,
        seed=1,
        picks=(
            Pick(client_id=CLIENT.id, name="Jane Li", replaces="Omar"),
            Pick(client_id="x", name="Somebody"),
        ),
        coffee_day=TODAY,
    )
    met = an_encounter(CLIENT, followed_up=TODAY, talked_about="orders")
    assert titles(made(encounters=(met,), courses=(course,), draws=((draw, course),))) == [
        "first followed up after meeting Priya Nair",
        "met Priya Nair at DevMeetup, open",
        "Jane Li was drawn for a coffee in place of Omar (Azure course)",
        "Jane Li attended the Azure course",
    ]


def test_introductions_in_both_directions_and_the_thanks_owed() -> None:
    client = replace(CLIENT, origin=Origin(kind=OriginKind.REFERRAL, introduced_by="i" * 26))
    became = a_client("Tailspin", created=NOW - days(3), origin=Origin(introduced_by=client.id))
    other = a_client("Fabrikam", created=NOW - days(2), origin=Origin(introduced_by=client.id))

    def named(name: str, key: str, **fields: Any) -> Referral:
        return Referral(
            id=key * 26, created=NOW - days(4), client_id=client.id, name=name, **fields
        )

    owed = named("Omar", "o", became=became.id)
    found = made(
        client=client,
        introduced_by="Contoso",
        introduced=(became, other),
        referrals=(owed, named("Ada", "a"), named("Bo", "b", became="x" * 26, thanked=TODAY)),
    )
    assert [entry.title for entry in found] == [
        "thanked for introducing Bo",
        "introduced us to Fabrikam",
        "introduced us to Omar",
        "introduced us to Bo",
        "named Ada",
        "introduced by Contoso",
    ]
    by_title = {entry.title: entry for entry in found}
    assert by_title["introduced us to Omar"].referral_id == owed.id
    assert by_title["introduced us to Omar"].opens == Opens(Thing.CLIENT, became.id)
    assert not by_title["introduced us to Bo"].referral_id
    assert by_title["introduced by Contoso"].opens == Opens(Thing.CLIENT, "i" * 26)


def test_offers_letters_and_steps() -> None:
    talk = a_value_add(url="https://ourselves.example/talk")
    offer = Offer(
        id="o" * 26,
        created=NOW,
        client_id=CLIENT.id,
        value_add_id=talk.id,
        state=OfferState.TAKEN,
        at=NOW - days(1),
        because="costs",
    )
    letter = Letter(
        id="l" * 26,
        created=NOW - days(3),
        client_id=CLIENT.id,
        kind=LetterKind.FOLLOW_UP,
        to="jane@northwind.example",
        subject="As promised",
        body="Dear Jane\n\nhere it is",
    )
    step = a_step(CLIENT, at=NOW + days(2), agreed=True, text="after lunch")
    found = made(offers=((offer, talk),), letters=(letter,), next_steps=(step,))
    assert titles(found) == [
        "call back, agreed: after lunch",
        "taken: Keeping costs down",
        "letter, draft: As promised",
    ]
    assert found[0].mark is Mark.OPEN
    assert found[1].opens == Opens(Thing.PAGE, "https://ourselves.example/talk")
    assert [line.text for line in found[2].lines][1:] == ["Dear Jane", "here it is"]


# The history


def change(*edits: PastEdit, **fields: Any) -> PastChange:
    values: dict[str, Any] = {"id": "1", "at": NOW.astimezone(UTC), "by": "client edited"}
    return PastChange(edits=edits, **{**values, **fields})


def of_client(before: Client, after: Client) -> PastEdit:
    return PastEdit("clients", after.id, before, after)


def told(*changes: PastChange, client: Client = CLIENT) -> list[str]:
    found = past(changes, client.id, zone=ZONE, name_of=lambda _: "Keeping costs down")
    return [entry.title for entry in found.entries]


def test_what_changed_in_the_record_is_told_in_words() -> None:
    jane = Person(name="Jane Li", role="IT Manager", phones=("+61 2 5550 0142",))
    before = replace(CLIENT, people=(jane,))
    after = replace(
        before,
        interests=("Azure",),
        website="https://northwind.example/",
        people=(replace(jane, phones=("+61 2 5550 0199",)), Person(name="Bo Ek")),
    )
    (title,) = told(change(of_client(before, after)))
    assert title == (
        "number of Jane Li changed: +61 2 5550 0142 → +61 2 5550 0199 · Bo Ek added · "
        "website: https://northwind.example/ · interests added: Azure"
    )
    (back,) = told(change(of_client(after, before)))
    assert "Bo Ek removed" in back
    assert "interests removed: Azure" in back


def test_what_was_taken_back_and_what_is_of_others_is_not_told() -> None:
    edit = of_client(CLIENT, replace(CLIENT, about="x"))
    other = a_client("Contoso")
    assert told(change(edit, undone_by="2")) == []
    assert told(change(edit, undoes="0")) == []
    assert told(change(of_client(other, replace(other, about="x")))) == []


def test_what_was_removed_and_an_offer_that_came_further() -> None:
    talk = an_interaction(CLIENT, person="Jane Li")
    offer = Offer(id="o" * 26, created=NOW, client_id=CLIENT.id, value_add_id="v", at=NOW - days(2))
    later = replace(offer, state=OfferState.OFFERED, at=NOW)
    assert told(
        change(
            PastEdit("interactions", talk.id, talk, None),
            PastEdit("offers", offer.id, offer, later),
        )
    ) == ["call removed: Jane Li, reached", "planned to offer: Keeping costs down"]


def test_the_earlier_words_of_an_interaction_are_kept() -> None:
    talk = an_interaction(CLIENT, notes=(NoteLine(at=NOW, text="as it was"),))
    mended = replace(talk, notes=(NoteLine(at=NOW, text="as it is"),))
    edit = PastEdit("interactions", talk.id, talk, mended)
    found = past([change(edit)], CLIENT.id, zone=ZONE, name_of=lambda _: "")
    ((key, (earlier,)),) = found.earlier
    assert key == talk.id
    assert earlier.at == NOW
    (field,) = earlier.fields
    assert (field.gone, field.come) == (("14:02 as it was",), ("14:02 as it is",))


def test_a_promise_whose_words_were_changed() -> None:
    promise = a_promise(CLIENT, due=TODAY)
    later = replace(promise, due=TODAY + days(5))
    kept = replace(promise, state=PromiseState.KEPT, settled=TODAY)
    assert told(
        change(PastEdit("promises", promise.id, promise, later)),
        change(PastEdit("promises", promise.id, promise, kept)),
    ) == ["promise changed, send the pricing link: due: Thu 19 Nov 2026 → Tue 24 Nov 2026"]


def test_people_in_another_order_are_said_so() -> None:
    one, other = Person(name="A"), Person(name="B")
    assert people_words((one, other), (other, one)) == ["people in another order"]


# The website


def test_news_of_their_site_has_its_own_day() -> None:
    def look(ago: int, *news: NewsItem) -> SiteFacts:
        url = "https://northwind.example/"
        at = NOW - days(ago)
        return SiteFacts(url=url, read_at=at, news=news, pages=(url,), fetched=(at,))

    item = NewsItem(title="A third shop opens", date=TODAY - days(4), url="https://n.example/3")
    found = list(of_site([look(0, item), look(2, item), look(9)], zone=ZONE))
    assert [(entry.title, entry.day) for entry in found] == [
        (f"News: A third shop opens, {TODAY - days(4):%a} 15", TODAY - days(4))
    ]
    assert found[0].opens == Opens(Thing.PAGE, "https://n.example/3")
    assert list(of_site([look(0, item)], zone=ZONE)) == []


# Order, filter, finding

moments = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis gives them their zone
    max_value=datetime(2030, 1, 1),  # noqa: DTZ001 - see above
    timezones=st.just(ZONE),
)
some = st.lists(
    st.builds(
        lambda at, timed, kind, key: Entry(
            key=str(key), kind=kind, day=at.date(), at=at if timed else None, title=f"entry {key}"
        ),
        moments,
        st.booleans(),
        st.sampled_from(EntryKind),
        st.integers(0, 10**6),
    ),
    unique_by=lambda entry: entry.key,
    max_size=30,
)


@given(some)
def test_the_order_is_of_time_and_loses_nothing(found: list[Entry]) -> None:
    ordered = in_order(found)
    assert sorted(e.key for e in ordered) == sorted(e.key for e in found)
    assert [e.day for e in ordered] == sorted((e.day for e in found), reverse=True)
    assert ordered == in_order(reversed(found))


@given(some, st.sets(st.sampled_from(EntryKind)))
def test_filtering_parts_the_entries(found: list[Entry], kinds: set[EntryKind]) -> None:
    if kinds:
        shown = of_kinds(found, kinds)
        rest = of_kinds(found, set(EntryKind) - kinds) if len(kinds) < len(EntryKind) else ()
        assert len(shown) + len(rest) == len(found)
        assert all(entry.kind in kinds for entry in shown)
    else:
        assert of_kinds(found, kinds) == tuple(found)


def test_words_are_found_whatever_their_case_and_accents() -> None:
    talk = an_interaction(CLIENT, person="Inês", notes=(NoteLine(at=NOW, text="Käse und Brot"),))
    found = made(interactions=(talk,))
    finder = Finder(found)
    assert finder.find("kase INES") == [0]
    assert finder.find("kase wine") == []
    assert finder.find("   ") == []


def test_the_first_entry_of_a_month() -> None:
    talks = tuple(an_interaction(CLIENT, day=TODAY - days(40 * n)) for n in range(5))
    found = made(interactions=talks)
    assert first_on_or_before(found, TODAY) == 0
    assert first_on_or_before(found, date(2026, 9, 30)) == 2
    assert first_on_or_before(found, date(1999, 1, 1)) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("may 2025", date(2025, 5, 31)),
        ("2025 feb", date(2025, 2, 28)),
        ("Sept.", date(2026, 9, 30)),
        ("december", date(2025, 12, 31)),
        ("nov", date(2026, 11, 30)),
        ("2025-05", date(2025, 5, 31)),
        ("5/2025", date(2025, 5, 31)),
        ("last month", date(2026, 10, 31)),
        ("last year", date(2025, 12, 31)),
        ("this year", date(2026, 12, 31)),
        ("today", TODAY),
        ("ma", None),
        ("", None),
        ("2025-13", None),
        ("may june", None),
        ("may 2024 2025", None),
        ("99999", None),
    ],
)
def test_months_and_years(words: str, day: date | None) -> None:
    assert last_day_of(words, today=TODAY) == day


def test_each_time_that_a_letter_left_is_told_with_what_was_overruled() -> None:
    letter = Letter(
        id="l" * 26,
        created=NOW - days(3),
        client_id=CLIENT.id,
        kind=LetterKind.FOLLOW_UP,
        subject="As promised",
        body="here it is",
        left=(
            Left(way=Way.CLIPBOARD, at=NOW - days(2)),
            Left(way=Way.FILE, at=NOW - days(1), where="/letters/one.eml"),
        ),
        overruled=NOW - days(1),
        overruled_because=("facts", "step"),
    )
    found = made(letters=(letter,))
    last, first = (each for each in found if each.kind is EntryKind.LETTER)
    assert (last.title, first.title) == (
        "letter written to a file: As promised",
        "letter copied: As promised",
    )
    assert [(line.label, line.text) for line in last.lines] == [
        ("where", "/letters/one.eml"),
        ("check overruled", "too few facts, no dated next step, on Wed 18 Nov 2026"),
        ("", "here it is"),
    ]
    assert first.lines == ()
    assert last.key == f"letters:{letter.id}"
