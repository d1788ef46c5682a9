"""The order of the day: each promise of the playbooks' page that the queue keeps is a test."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from followup_tui.domain.client import (
    Cadence,
    Client,
    DoNotCall,
    Origin,
    OriginKind,
    QuietPeriod,
)
from followup_tui.domain.encounter import Warmth
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.project import ClosingKind, ClosingStep, StepState
from followup_tui.domain.promise import Owner, PromiseState, Referral, StepKind
from followup_tui.domain.queue import (
    Band,
    CallList,
    ClientFile,
    CoffeeDue,
    HeldWhy,
    QueueRules,
    Reason,
    ReasonKind,
    Standing,
    call_list,
    reasons,
    standing,
)
from followup_tui.domain.record import new_id
from followup_tui.settings.playbooks import load_playbooks, playbook_folders
from tests.builders import (
    NOW,
    TODAY,
    ZONE,
    a_client,
    a_project,
    a_promise,
    a_step,
    an_encounter,
    an_interaction,
    days,
)

PLAYBOOKS, _ = load_playbooks(playbook_folders(Path("/nowhere")))
RULES = QueueRules()


def reached(ago: int, **fields: Any) -> Standing:
    return Standing(last_reached=TODAY - days(ago), reached=1, **fields)


def why(file: ClientFile, *, now: datetime = NOW, rules: QueueRules = RULES) -> tuple[Reason, ...]:
    return reasons(file, playbooks=PLAYBOOKS, rules=rules, now=now)


def listed(*files: ClientFile, now: datetime = NOW, rules: QueueRules = RULES) -> CallList:
    return call_list(files, playbooks=PLAYBOOKS, rules=rules, now=now)


def asked(kind: ClosingKind, *days_asked: date) -> ClosingStep:
    return ClosingStep(kind=kind, state=StepState.ASKED, asked=days_asked)


def given_step(kind: ClosingKind) -> ClosingStep:
    return ClosingStep(kind=kind, state=StepState.GIVEN, settled=TODAY - days(30))


class TestStanding:
    def test_an_attempt_does_not_count_as_reached(self) -> None:
        client = a_client()
        found = standing(
            [
                an_interaction(client, day=TODAY - days(100)),
                an_interaction(client, day=TODAY - days(3), outcome=Outcome.NO_ANSWER),
                an_interaction(client, day=TODAY - days(5), outcome=Outcome.VOICEMAIL),
            ],
            zone=ZONE,
        )
        assert found == Standing(
            last_reached=TODAY - days(100),
            last_attempt=TODAY - days(3),
            unanswered=2,
            reached=1,
        )

    def test_being_reached_by_whatever_way_clears_the_attempts(self) -> None:
        client = a_client()
        found = standing(
            [
                an_interaction(client, day=TODAY - days(9), outcome=Outcome.NO_ANSWER),
                an_interaction(client, day=TODAY - days(2), kind=InteractionKind.MAIL),
            ],
            zone=ZONE,
        )
        assert found == Standing(last_reached=TODAY - days(2), reached=1)

    def test_a_note_counts_as_nothing(self) -> None:
        note = an_interaction(a_client(), kind=InteractionKind.NOTE, outcome=Outcome.NOTED)
        assert standing([note], zone=ZONE) == Standing()

    def test_days_are_those_of_the_users_zone(self) -> None:
        late_evening = datetime.fromisoformat("2026-11-18T20:30+00:00")
        call = an_interaction(a_client(), at=late_evening)
        assert standing([call], zone=ZONE).last_reached == date(2026, 11, 19)

    @given(st.permutations(range(6)))
    def test_order_does_not_matter(self, order: list[int]) -> None:
        client = a_client()
        calls = [
            an_interaction(
                client,
                day=TODAY - days(n * 10),
                outcome=Outcome.REACHED if n % 3 == 2 else Outcome.BUSY,
            )
            for n in range(6)
        ]
        in_order = standing(calls, zone=ZONE)
        assert standing([calls[n] for n in order], zone=ZONE) == in_order
        assert in_order.unanswered == 2


class TestKeepInTouch:
    @pytest.mark.parametrize(
        ("ago", "band"),
        [(151, None), (152, Band.DUE), (182, Band.DUE), (183, Band.LATE), (900, Band.LATE)],
    )
    def test_due_at_five_months_late_at_six(self, ago: int, band: Band | None) -> None:
        found = why(ClientFile(a_client(), reached(ago)))
        assert [reason.band for reason in found] == ([band] if band else [])

    def test_the_words_are_those_of_the_list(self) -> None:
        (reason,) = why(ClientFile(a_client(), reached(192)))
        assert reason.text == "192 days since you spoke (183)"
        assert (reason.kind, reason.playbook) == (ReasonKind.CADENCE, "keep-in-touch")

    def test_a_client_may_have_a_pair_of_their_own(self) -> None:
        client = a_client(cadence=Cadence(ideal=30, late=40))
        assert why(ClientFile(client, reached(35)))[0].band is Band.DUE
        assert why(ClientFile(client, reached(40)))[0].band is Band.LATE

    def test_so_may_a_tag_and_the_settings(self) -> None:
        rules = QueueRules(
            cadence=Cadence(ideal=90, late=100), cadence_by_tag={"key": Cadence(ideal=20, late=30)}
        )
        assert why(ClientFile(a_client(tags=("key",)), reached(25)), rules=rules)
        assert not why(ClientFile(a_client(), reached(25)), rules=rules)
        assert why(ClientFile(a_client(), reached(95)), rules=rules)[0].band is Band.DUE

    def test_work_under_way_makes_it_shorter(self) -> None:
        client = a_client()
        under_way = ClientFile(client, reached(31), projects=(a_project(client),))
        (reason,) = why(under_way)
        assert reason.text == "31 days since you spoke, work under way (30)"
        assert not why(ClientFile(client, reached(31)))

    def test_work_that_has_not_begun_is_not_under_way(self) -> None:
        client = a_client()
        ahead = a_project(client, started=TODAY + days(20))
        assert not why(ClientFile(client, reached(31), projects=(ahead,)))

    def test_attempts_do_not_start_it_anew(self) -> None:
        tried = reached(192, last_attempt=TODAY - days(10), unanswered=1)
        (reason,) = why(ClientFile(a_client(), tried))
        assert reason.text == "192 days since you spoke (183); 1 try unanswered"

    def test_never_reached_counts_from_the_end_of_the_last_project(self) -> None:
        client = a_client(created=NOW - days(3))
        ended = a_project(client, ended=TODAY - days(240))
        (reason,) = why(ClientFile(client, projects=(ended,)))
        assert reason.text == "Booking portal ended 8 months ago, not spoken to since"
        assert reason.band is Band.LATE

    def test_never_reached_without_a_past_counts_from_the_day_they_were_added(self) -> None:
        assert not why(ClientFile(a_client(created=NOW - days(100))))
        assert why(ClientFile(a_client(created=NOW - days(160))))

    def test_the_day_set_at_the_wrap_up_overrides_the_cadence(self) -> None:
        later = a_client(call_again=TODAY + days(60))
        assert not why(ClientFile(later, reached(192)))
        sooner = a_client(call_again=TODAY)
        (reason,) = why(ClientFile(sooner, reached(20)))
        assert reason.text == "next call set for today"

    def test_a_day_set_before_they_were_last_reached_is_past(self) -> None:
        client = a_client(call_again=TODAY - days(30))
        assert not why(ClientFile(client, reached(20)))

    def test_after_a_try_in_vain_it_still_says_why(self) -> None:
        client = a_client(call_again=TODAY)
        tried = reached(192, last_attempt=TODAY - days(2), unanswered=1)
        (reason,) = why(ClientFile(client, tried))
        assert reason.text == "try again: 192 days since you spoke; 1 try unanswered"

    def test_three_tries_in_a_row_propose_another_channel_or_a_pause(self) -> None:
        tried = reached(192, last_attempt=TODAY - days(8), unanswered=3)
        (reason,) = why(ClientFile(a_client(), tried))
        assert reason.text.endswith("3 tries unanswered: write instead, or pause")

    @pytest.mark.parametrize(
        ("kind", "agreed", "ahead", "called"),
        [
            (StepKind.MEETING, True, 1, False),
            (StepKind.COFFEE, True, 14, False),
            (StepKind.MEETING, True, 15, True),
            (StepKind.MEETING, False, 1, True),
            (StepKind.BOOKING, True, 1, True),
            (StepKind.MEETING, True, -1, True),
        ],
    )
    def test_who_is_met_soon_is_not_called_for_being_silent(
        self, kind: StepKind, agreed: bool, ahead: int, called: bool
    ) -> None:
        client = a_client()
        step = a_step(client, kind=kind, at=NOW + days(ahead), agreed=agreed)
        file = ClientFile(client, reached(200), next_steps=(step,))
        assert (ReasonKind.CADENCE in {reason.kind for reason in why(file)}) is called


class TestClosings:
    def test_due_when_the_project_ends(self) -> None:
        client = a_client()
        project = a_project(client, ended=TODAY)
        (reason,) = why(ClientFile(client, reached(5), projects=(project,)))
        assert reason.kind is ReasonKind.PROJECT_CLOSING
        assert reason.playbook == "after-project"
        assert reason.text == (
            "Booking portal ended today:"
            " ask for a reference, a testimonial, a public review and a booking"
        )

    def test_not_before_it_ends(self) -> None:
        client = a_client()
        project = a_project(client, ended=TODAY + days(4))
        result = listed(ClientFile(client, reached(5), projects=(project,)))
        assert not result.today
        assert result.coming[0].reason.text.startswith("Booking portal ends Mon")

    def test_asked_again_once_after_two_weeks_without_an_answer(self) -> None:
        client = a_client()
        waiting = given_step(ClosingKind.REFERENCE), given_step(ClosingKind.REVIEW)

        def with_testimonial(*days_asked: date) -> ClientFile:
            closing = (*waiting, asked(ClosingKind.TESTIMONIAL, *days_asked))
            project = a_project(client, ended=TODAY - days(60), closing=closing)
            return ClientFile(client, reached(13), projects=(project,))

        assert not why(with_testimonial(TODAY - days(13)))
        (reason,) = why(with_testimonial(TODAY - days(14)))
        assert reason.text == "Booking portal: asked for a testimonial 5 Nov, no answer"
        assert not why(with_testimonial(TODAY - days(40), TODAY - days(20)))

    def test_settled_steps_hand_over_to_keeping_in_touch(self) -> None:
        client = a_client()
        closing = tuple(given_step(kind) for kind in ClosingKind)
        project = a_project(client, ended=TODAY - days(160), closing=closing)
        (reason,) = why(ClientFile(client, projects=(project,)))
        assert reason.playbook == "keep-in-touch"

    def test_only_the_steps_that_are_due_are_named(self) -> None:
        client = a_client()
        closing = (
            given_step(ClosingKind.REFERENCE),
            asked(ClosingKind.TESTIMONIAL, TODAY - days(3)),
            ClosingStep(kind=ClosingKind.REVIEW),
        )
        project = a_project(client, ended=TODAY - days(20), closing=closing)
        (reason,) = why(ClientFile(client, reached(3), projects=(project,)))
        assert reason.text.endswith("ask for a public review")
        assert reason.band is Band.LATE

    def test_half_a_year_later_it_lapses(self) -> None:
        client = a_client()
        project = a_project(client, ended=TODAY - days(400))
        found = why(ClientFile(client, reached(10), projects=(project,)))
        assert not found


class TestCoffees:
    coffee = CoffeeDue("d1", "Azure course", TODAY - days(14), TODAY)

    def test_due_two_weeks_after_the_course(self) -> None:
        (reason,) = why(ClientFile(a_client(), reached(14), coffees=(self.coffee,)))
        assert (reason.text, reason.band) == ("coffee: Azure course 5 Nov", Band.DUE)
        assert reason.playbook == "retro-coffee"

    def test_late_a_week_on(self) -> None:
        (reason,) = why(
            ClientFile(a_client(), reached(14), coffees=(self.coffee,)), now=NOW + days(7)
        )
        assert reason.band is Band.LATE

    def test_a_week_before_they_are_to_be_asked(self) -> None:
        coffee = replace(self.coffee, host="Ann Ray", coffee_day=TODAY + days(7))
        file = ClientFile(a_client(), reached(14), coffees=(coffee,))
        assert not why(file, now=NOW - days(1))
        (reason,) = why(file)
        assert reason.band is Band.DUE
        assert reason.text == "invite to a coffee around Thu 26: Azure course 5 Nov, host Ann Ray"
        asked = ClientFile(
            a_client(), reached(14), coffees=(replace(coffee, invited=TODAY - days(2)),)
        )
        assert not why(asked)
        (reason,) = why(asked, now=NOW + days(7))
        assert reason.text == "coffee: Azure course 5 Nov, host Ann Ray, invited Tue 17"
        assert reason.due == TODAY + days(7)

    def test_one_that_was_not_had_says_for_when_it_was_meant(self) -> None:
        (reason,) = why(
            ClientFile(a_client(), reached(14), coffees=(self.coffee,)), now=NOW + days(60)
        )
        assert reason.text.endswith(", meant for 19 Nov")

    def test_an_agreed_coffee_waits_for_its_day(self) -> None:
        client = a_client()
        step = a_step(client, kind=StepKind.COFFEE, at=NOW + days(3), agreed=True)
        file = ClientFile(client, reached(1), coffees=(self.coffee,), next_steps=(step,))
        assert ReasonKind.COFFEE not in {reason.kind for reason in why(file)}
        later = {reason.kind for reason in why(file, now=NOW + days(3))}
        assert {ReasonKind.COFFEE, ReasonKind.NEXT_STEP} <= later

    def test_who_was_asked_and_says_nothing_is_asked_again_after_a_week(self) -> None:
        coffee = replace(self.coffee, invited=TODAY - days(1))
        file = ClientFile(a_client(), reached(14), coffees=(coffee,))
        assert not why(file)
        assert why(file, now=NOW + days(6))

    def test_somebody_else_than_the_first_contact_is_named(self) -> None:
        coffee = replace(self.coffee, person="Omar Haddad")
        (reason,) = why(ClientFile(a_client(), reached(14), coffees=(coffee,)))
        assert reason.text == "coffee for Omar Haddad: Azure course 5 Nov"


class TestNewContacts:
    def test_due_the_next_day_late_when_the_week_is_out(self) -> None:
        client = a_client(created=NOW)
        met_today = ClientFile(client, encounters=(an_encounter(client, day=TODAY),))
        assert not why(met_today)
        assert why(met_today, now=NOW + days(1))[0].band is Band.DUE
        assert why(met_today, now=NOW + days(6))[0].band is Band.DUE
        assert why(met_today, now=NOW + days(7))[0].band is Band.LATE

    def test_the_words(self) -> None:
        client = a_client()
        met = an_encounter(client, warmth=Warmth.PROSPECT)
        (reason,) = [
            r
            for r in why(ClientFile(client, reached(90), encounters=(met,)))
            if r.kind is ReasonKind.NEW_CONTACT
        ]
        assert reason.text == "met Tue at DevMeetup, prospect"

    @pytest.mark.parametrize("followed", [True, False])
    def test_over_once_followed_up_or_spoken_to(self, followed: bool) -> None:
        client = a_client()
        met = an_encounter(client, day=TODAY - days(3), followed_up=TODAY if followed else None)
        known = Standing() if followed else reached(1)
        assert not [
            r
            for r in why(ClientFile(client, known, encounters=(met,)))
            if r.kind is ReasonKind.NEW_CONTACT
        ]

    def test_the_warmest_first(self) -> None:
        files = []
        for warmth in (Warmth.CARD_ONLY, Warmth.PROSPECT, Warmth.OPEN):
            client = a_client(str(warmth))
            files.append(ClientFile(client, encounters=(an_encounter(client, warmth=warmth),)))
        assert [row.name for row in listed(*files).today] == ["prospect", "open", "card only"]

    def test_somebody_introduced_is_a_new_contact(self) -> None:
        origin = Origin(kind=OriginKind.REFERRAL, detail="Jane Li at Northwind")
        client = a_client("Tailspin", created=NOW - days(2), origin=origin)
        (reason,) = why(ClientFile(client))
        assert reason.text == "introduced Tue (Jane Li at Northwind), not spoken to yet"
        assert reason.playbook == "networking"
        assert not why(ClientFile(client, reached(1)))


class TestPromises:
    def test_the_words(self) -> None:
        client = a_client()
        (reason,) = why(ClientFile(client, reached(9), promises=(a_promise(client),)))
        assert reason.text == "promised the pricing link, due yesterday"
        assert (reason.kind, reason.band) == (ReasonKind.PROMISE, Band.URGENT)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("call Omar", "promised to call Omar"),
            ("the slides", "promised the slides"),
            ("Send the slides", "promised the slides"),
            ("send", "promised send"),
        ],
    )
    def test_however_it_was_noted(self, text: str, words: str) -> None:
        client = a_client()
        promise = a_promise(client, text, due=TODAY)
        (reason,) = why(ClientFile(client, reached(9), promises=(promise,)))
        assert reason.text == f"{words}, due today"

    def test_what_is_settled_or_not_due_to_us_yet_is_none(self) -> None:
        client = a_client()
        theirs = a_promise(client, by=Owner.THEM, due=TODAY)
        kept = a_promise(client, state=PromiseState.KEPT, settled=TODAY)
        result = listed(ClientFile(client, reached(9), promises=(theirs, kept)))
        assert (result.today, result.promises) == ((), 0)

    def test_what_they_owe_is_asked_for_last_and_counts_as_no_promise_of_ours(self) -> None:
        client = a_client()
        theirs = a_promise(client, "send the contract", by=Owner.THEM)
        ours = a_promise(client, due=TODAY)
        result = listed(ClientFile(client, reached(9), promises=(theirs, ours)))
        (entry,) = result.today
        assert [reason.kind for reason in entry.reasons] == [
            ReasonKind.PROMISE,
            ReasonKind.THEIR_PROMISE,
        ]
        assert entry.reasons[1].text == "they promised: send the contract, due yesterday"
        assert result.promises == 1

    def test_what_they_owe_waits_a_week_after_a_conversation(self) -> None:
        client = a_client()
        theirs = a_promise(client, by=Owner.THEM)
        assert why(ClientFile(client, reached(6), promises=(theirs,))) == ()
        (reason,) = why(ClientFile(client, reached(7), promises=(theirs,)))
        assert reason.kind is ReasonKind.THEIR_PROMISE

    def test_thanks_are_owed_from_a_week_on_until_they_are_given(self) -> None:
        client = a_client()
        named = Referral(
            id=new_id(NOW), created=NOW - days(7), client_id=client.id, name="Omar Haddad"
        )
        (reason,) = why(ClientFile(client, reached(7), thanks=(named,)))
        assert (reason.kind, reason.text) == (
            ReasonKind.THANKS,
            "thank Jane for introducing Omar Haddad",
        )
        assert reason.record_id == named.id
        assert why(ClientFile(client, reached(6), thanks=(named,))) == ()
        thanked = replace(named, thanked=TODAY)
        assert why(ClientFile(client, reached(9), thanks=(thanked,))) == ()

    def test_those_due_are_counted(self) -> None:
        client = a_client()
        due = (
            a_promise(client),
            a_promise(client, due=TODAY),
            a_promise(client, due=TODAY + days(1)),
        )
        assert listed(ClientFile(client, reached(9), promises=due)).promises == 2

    def test_it_belongs_to_the_playbook_of_the_other_reason(self) -> None:
        client = a_client()
        project = a_project(client, ended=TODAY - days(2))
        found = why(
            ClientFile(client, reached(9), projects=(project,), promises=(a_promise(client),))
        )
        assert [reason.playbook for reason in found] == ["after-project", "after-project"]


class TestStepsAndCallBacks:
    def test_a_call_back_is_listed_with_its_hour_before_it_and_urgent_from_it_on(self) -> None:
        client = a_client()
        step = a_step(client, at=NOW.replace(hour=16, minute=0))
        file = ClientFile(client, reached(9), next_steps=(step,))
        (before,) = why(file)
        assert (before.text, before.band) == ("call back 16:00", Band.DUE)
        assert before.at == step.at
        (at_its_hour,) = why(file, now=step.at)
        assert at_its_hour.band is Band.URGENT
        (next_day,) = why(file, now=NOW + days(1))
        assert next_day.text == "call-back was agreed for yesterday 16:00"

    def test_the_hour_is_told_in_the_users_zone(self) -> None:
        client = a_client(zone="Europe/Zurich")
        at = datetime.fromisoformat("2026-11-19T07:00+01:00")
        (reason,) = why(ClientFile(client, reached(9), next_steps=(a_step(client, at=at),)))
        assert reason.text == "call back 17:00"

    def test_a_next_step_is_due_on_its_day_and_late_after(self) -> None:
        client = a_client()
        at = NOW.replace(hour=0, minute=0)
        step = a_step(
            client, kind=StepKind.COFFEE, at=at, all_day=True, agreed=True, text="Blue Cup"
        )
        file = ClientFile(client, reached(9), next_steps=(step,))
        assert not why(file, now=NOW - days(1))
        (today,) = why(file)
        assert (today.text, today.band) == ("coffee agreed for today: Blue Cup", Band.DUE)
        assert why(file, now=NOW + days(2))[0].band is Band.LATE

    def test_what_is_done_is_none(self) -> None:
        client = a_client()
        assert not why(ClientFile(client, reached(9), next_steps=(a_step(client, done=TODAY),)))


def one_of_each() -> list[ClientFile]:
    """Return a client for each place in the order of the day, in the wrong order."""
    names = [
        "late",
        "coffee",
        "closing",
        "contact",
        "step",
        "promised today",
        "call back",
        "promise",
    ]
    by_name = {name: a_client(name) for name in names}

    def file(name: str, **fields: Any) -> ClientFile:
        return ClientFile(by_name[name], fields.pop("standing", reached(20)), **fields)

    return [
        file("late", standing=reached(300)),
        file("coffee", coffees=(TestCoffees.coffee,)),
        file("closing", projects=(a_project(by_name["closing"], ended=TODAY - days(20)),)),
        file("contact", encounters=(an_encounter(by_name["contact"]),)),
        file("step", next_steps=(a_step(by_name["step"], kind=StepKind.MEETING),)),
        file("promised today", promises=(a_promise(by_name["promised today"], due=TODAY),)),
        file("call back", next_steps=(a_step(by_name["call back"]),)),
        file("promise", promises=(a_promise(by_name["promise"]),)),
    ]


class TestOrderOfTheDay:
    wanted = (
        "promise",
        "call back",
        "promised today",
        "step",
        "contact",
        "closing",
        "coffee",
        "late",
    )

    def test_it_is_that_of_the_playbooks(self) -> None:
        assert tuple(row.name for row in listed(*one_of_each()).today) == self.wanted

    @given(st.permutations(range(8)))
    @settings(max_examples=20)
    def test_however_the_files_come(self, order: list[int]) -> None:
        files = one_of_each()
        assert tuple(row.name for row in listed(*(files[n] for n in order)).today) == self.wanted

    def test_past_clients_by_lateness(self) -> None:
        files = [ClientFile(a_client(str(ago)), reached(ago)) for ago in (160, 400, 190, 155)]
        patient = ClientFile(
            a_client("own pair", cadence=Cadence(ideal=350, late=399)), reached(400)
        )
        rows = listed(*files, patient).today
        assert [row.name for row in rows] == ["400", "190", "own pair", "160", "155"]

    def test_every_reason_is_told_the_most_pressing_first(self) -> None:
        client = a_client()
        file = ClientFile(
            client, reached(192), promises=(a_promise(client),), coffees=(TestCoffees.coffee,)
        )
        (row,) = listed(file).today
        kinds = [reason.kind for reason in row.reasons]
        assert kinds == [ReasonKind.PROMISE, ReasonKind.COFFEE, ReasonKind.CADENCE]
        assert (row.name, row.person) == ("Northwind Traders", "Jane Li")

    def test_equal_ones_stand_by_name(self) -> None:
        files = [ClientFile(a_client(name), reached(192)) for name in ("beta", "Alpha", "gamma")]
        assert [row.name for row in listed(*files).today] == ["Alpha", "beta", "gamma"]


class TestCapacity:
    def test_what_is_over_it_stands_beyond(self) -> None:
        files = [ClientFile(a_client(f"c{n:02}"), reached(192 + n)) for n in range(20)]
        result = listed(*files, rules=QueueRules(capacity=5))
        assert (len(result.today), len(result.beyond)) == (5, 15)
        assert result.today[0].name == "c19"

    def test_what_was_promised_or_is_new_is_listed_however_full_the_day(self) -> None:
        result = listed(*one_of_each(), rules=QueueRules(capacity=1))
        assert tuple(row.name for row in result.today) == TestOrderOfTheDay.wanted[:5]
        assert tuple(row.name for row in result.beyond) == TestOrderOfTheDay.wanted[5:]

    def test_those_called_today_count(self) -> None:
        called = [ClientFile(a_client(), reached(0)) for _ in range(3)]
        due = [ClientFile(a_client(), reached(192)) for _ in range(4)]
        result = listed(*called, *due, rules=QueueRules(capacity=5))
        assert (len(result.today), len(result.beyond)) == (2, 2)


class TestLeftAlone:
    def test_a_snooze_holds_whatever_the_reason(self) -> None:
        client = a_client(snoozed_until=TODAY + days(3))
        file = ClientFile(client, reached(192), promises=(a_promise(client),))
        result = listed(file)
        assert not result.today
        (held,) = result.held
        assert (held.why, held.until, held.words) == (
            HeldWhy.SNOOZED, TODAY + days(3), "snoozed until Sun",
        )  # fmt: skip
        assert listed(file, now=NOW + days(3)).today

    def test_do_not_call(self) -> None:
        wish = DoNotCall(since=date(2026, 3, 3), why="moved on")
        (held,) = listed(ClientFile(a_client(do_not_call=wish), reached(192))).held
        assert (held.why, held.until) == (HeldWhy.DO_NOT_CALL, None)
        assert held.words == "asked not to be called, 3 Mar: moved on"

    def test_a_quiet_period_holds_its_first_and_last_day(self) -> None:
        quiet = QuietPeriod(first=TODAY, last=TODAY + days(2), why="release")
        file = ClientFile(a_client(quiet=(quiet,)), reached(192))
        assert listed(file, now=NOW - days(1)).today
        (held,) = listed(file).held
        assert (held.why, held.until) == (HeldWhy.QUIET, TODAY + days(3))
        assert listed(file, now=NOW + days(2)).held
        assert listed(file, now=NOW + days(3)).today

    def test_somebody_tried_is_left_alone_for_two_days(self) -> None:
        tried = reached(192, last_attempt=TODAY - days(1), unanswered=1)
        file = ClientFile(a_client(), tried)
        (held,) = listed(file).held
        assert (held.why, held.until) == (HeldWhy.TRIED, TODAY + days(1))
        assert held.words == "tried yesterday, no answer; again tomorrow"
        assert listed(file, now=NOW + days(1)).today

    def test_but_not_where_something_was_promised_or_agreed(self) -> None:
        client = a_client()
        tried = reached(192, last_attempt=TODAY, unanswered=1)
        assert listed(ClientFile(client, tried, promises=(a_promise(client),))).today
        assert listed(ClientFile(client, tried, next_steps=(a_step(client),))).today

    def test_who_is_not_due_is_not_held(self) -> None:
        client = a_client(snoozed_until=TODAY + days(3))
        assert not listed(ClientFile(client, reached(20))).held


class TestPutOff:
    """What stood already at the last talk or try waits for the day that was set then."""

    again = TODAY + days(5)

    def test_a_step_that_was_not_asked_for_waits(self) -> None:
        client = a_client(call_again=self.again)
        project = a_project(client, ended=TODAY - days(9))
        file = ClientFile(client, reached(0), projects=(project,))
        result = listed(file)
        assert not result.today
        assert result.coming[0].reason.due == self.again
        row = listed(file, now=NOW + days(5)).today[0]
        assert row.reason.kind is ReasonKind.PROJECT_CLOSING

    def test_a_new_contact_tried_in_vain_is_held_until_then(self) -> None:
        client = a_client(call_again=self.again)
        tried = Standing(last_attempt=TODAY - days(3), unanswered=1)
        met = an_encounter(client, day=TODAY - days(6))
        file = ClientFile(client, tried, encounters=(met,))
        (held,) = listed(file).held
        assert (held.why, held.until) == (HeldWhy.TRIED, self.again)
        assert listed(file, now=NOW + days(5)).today

    def test_a_coffee_that_was_not_due_yet_when_they_were_tried_is_not(self) -> None:
        client = a_client(call_again=self.again)
        tried = Standing(last_attempt=TODAY - days(3), unanswered=1)
        coffee = replace(TestCoffees.coffee, invited=TODAY - days(7))
        file = ClientFile(client, tried, coffees=(coffee,))
        assert listed(file).today

    def test_what_was_asked_is_asked_again_before_that_day(self) -> None:
        client = a_client(call_again=TODAY + days(150))
        closing = (asked(ClosingKind.REVIEW, TODAY),)
        project = a_project(client, ended=TODAY - days(9), closing=closing)
        file = ClientFile(client, reached(0), projects=(project,))
        assert listed(file, now=NOW + days(14)).today

    def test_a_promise_made_then_does_not_wait(self) -> None:
        client = a_client(call_again=self.again)
        promise = a_promise(client, due=TODAY + days(2))
        file = ClientFile(client, reached(0), promises=(promise,))
        assert listed(file, now=NOW + days(2)).today


class TestComing:
    def test_it_reaches_as_far_as_one_looks_ahead(self) -> None:
        files = [ClientFile(a_client(str(ago)), reached(ago)) for ago in (137, 138, 150)]
        result = listed(*files)
        assert [row.name for row in result.coming] == ["150", "138"]
        assert all(row.reason.band is Band.SOON for row in result.coming)

    def test_a_snooze_beyond_the_day_keeps_them_off(self) -> None:
        client = a_client(snoozed_until=TODAY + days(10))
        assert not listed(ClientFile(client, reached(150))).coming


def imported(number: int, at: datetime = NOW) -> list[ClientFile]:
    origin = Origin(kind=OriginKind.IMPORT, detail="Connections.csv")
    return [ClientFile(a_client(f"c{n}", created=at, origin=origin)) for n in range(number)]


class TestLargeImport:
    def test_not_all_are_due_today(self) -> None:
        result = listed(*imported(300))
        assert len(result.today) == 6
        assert not result.beyond

    def test_all_have_their_turn_within_the_cadence(self) -> None:
        files = imported(2_000)
        due = listed(*files, now=NOW + days(152), rules=QueueRules(capacity=9))
        assert len(due.today) + len(due.beyond) == 2_000

    def test_those_who_had_their_turn_keep_the_others_in_place(self) -> None:
        files = imported(60)
        first = {row.client_id for row in listed(*files).today}
        after = [
            replace(file, standing=reached(0)) if file.client.id in first else file
            for file in files
        ]
        tomorrow = {row.client_id for row in listed(*after, now=NOW + days(1)).today}
        assert len(tomorrow) == 6
        assert not tomorrow & first

    def test_the_order_of_the_files_does_not_matter(self) -> None:
        files = imported(100)
        there = listed(*files).today
        assert {row.client_id for row in there} == {
            row.client_id for row in listed(*reversed(files)).today
        }

    def test_past_clients_imported_with_their_history_are_spread_too(self) -> None:
        files = [replace(file, standing=reached(400)) for file in imported(100)]
        result = listed(*files)
        assert len(result.today) + len(result.beyond) == 6

    def test_the_reasons_of_one_agree_with_the_list(self) -> None:
        files = imported(40)
        everybody: list[Client] = [file.client for file in files]
        due = {row.client_id for row in listed(*files).today}
        for file in files:
            found = reasons(file, playbooks=PLAYBOOKS, rules=RULES, now=NOW, everybody=everybody)
            assert bool(found) == (file.client.id in due)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        listed(now=NOW.replace(tzinfo=None))


def test_without_any_playbook_what_was_promised_is_still_listed() -> None:
    client = a_client()
    file = ClientFile(client, reached(400), promises=(a_promise(client),))
    result = call_list([file], playbooks={}, rules=RULES, now=NOW)
    assert [reason.kind for reason in result.today[0].reasons] == [ReasonKind.PROMISE]


@st.composite
def any_file(draw: st.DrawFn) -> ClientFile:
    ago = st.integers(-30, 900)
    client = a_client(
        snoozed_until=draw(st.none() | ago.map(lambda n: TODAY - days(n))),
        call_again=draw(st.none() | ago.map(lambda n: TODAY - days(n))),
        do_not_call=draw(st.none() | st.just(DoNotCall(since=TODAY))),
        created=NOW - timedelta(days=draw(st.integers(0, 900))),
        origin=Origin(kind=draw(st.sampled_from(OriginKind))),
    )
    known = draw(
        st.just(Standing())
        | st.builds(
            Standing,
            last_reached=st.none() | st.integers(0, 900).map(lambda n: TODAY - days(n)),
            last_attempt=st.none() | st.integers(0, 9).map(lambda n: TODAY - days(n)),
            unanswered=st.integers(0, 5),
        )
    )
    return ClientFile(
        client,
        known,
        projects=draw(st.just(()) | ago.map(lambda n: (a_project(client, ended=TODAY - days(n)),))),
        encounters=draw(
            st.just(()) | ago.map(lambda n: (an_encounter(client, day=TODAY - days(n)),))
        ),
        promises=draw(st.just(()) | ago.map(lambda n: (a_promise(client, due=TODAY - days(n)),))),
        next_steps=draw(st.just(()) | ago.map(lambda n: (a_step(client, at=NOW - days(n)),))),
    )


@given(st.lists(any_file(), max_size=12), st.integers(1, 6))
def test_nobody_is_lost_and_nobody_listed_twice(files: list[ClientFile], capacity: int) -> None:
    result = listed(*files, rules=QueueRules(capacity=capacity))
    rows = [*result.today, *result.beyond, *result.coming, *(held.entry for held in result.held)]
    ids = [row.client_id for row in rows]
    assert len(ids) == len(set(ids))
    everybody = [file.client for file in files]
    due = {
        file.client.id
        for file in files
        if reasons(file, playbooks=PLAYBOOKS, rules=RULES, now=NOW, everybody=everybody)
    }
    shown = {row.client_id for row in (*result.today, *result.beyond)}
    assert due == shown | {held.entry.client_id for held in result.held}
    for row in rows:
        assert row.reasons
        assert all(reason.text and reason.playbook in PLAYBOOKS for reason in row.reasons)
    left_alone = {f.client.id for f in files if f.client.do_not_call is not None}
    assert not left_alone & {row.client_id for row in (*result.today, *result.coming)}
