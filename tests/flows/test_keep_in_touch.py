"""Keep in touch: due in good time, three calls in vain, and the letter that says so."""

from __future__ import annotations

from datetime import date, timedelta

from textual.widgets import Input

from followup_tui.domain.client import Client, Person, QuietPeriod
from followup_tui.domain.due.cadence import pair_of
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.playbook import Trigger
from followup_tui.domain.queue import HeldWhy, Reason, ReasonKind
from followup_tui.services.gather import queue_rules
from followup_tui.settings.model import Settings
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.panes.next_contact import NextContact
from followup_tui.tui.screens.letter import LetterScreen
from tests.builders import TODAY, a_client, a_project, an_interaction, days
from tests.fakes import FakeClock, MemoryRecords, a_desk
from tests.flows.playing import Player
from tests.tui.waiting import until

CLIENT = a_client(
    "Harbour Mills",
    people=(
        Person(
            name="Ada Holt",
            phones=("+1 212 555 0142",),
            emails=("ada@harbourmills.example",),
        ),
    ),
)
REACHED = an_interaction(CLIENT, day=TODAY - days(190), person="Ada Holt")


class Months:
    """A desk with one past client, and its list as of any day."""

    def __init__(self, client: Client = CLIENT, *more: object, settings: Settings | None = None):
        self.clock = FakeClock()
        spoken = an_interaction(client, day=TODAY - days(190), person="Ada Holt")
        self.records = MemoryRecords([client, spoken, *more])
        self.desk = a_desk(records=self.records, now=self.clock, settings=settings)

    def reason(self) -> Reason | None:
        queue = self.desk.call_list.now_listed()
        return next((entry.reason for entry in queue.today), None)

    def held(self) -> HeldWhy | None:
        queue = self.desk.call_list.now_listed()
        return next((held.why for held in queue.held), None)

    def tries(self) -> list[Interaction]:
        found = self.records.of_client(Interaction, CLIENT.id)
        return [each for each in found if each.outcome.is_attempt]


async def try_in_vain(player: Player, months: Months, *, letter: bool = False) -> None:
    """Write from the list that nobody answered; say whether a letter is to follow."""
    before = len(months.tries())
    screen = await player.at_desk(CLIENT)
    await until(player.pilot, lambda: screen.view is not None, "the preparation")
    await player.press("o")
    await player.shows("How did the call to Ada Holt end?")
    await player.press("n")
    await until(player.pilot, lambda: len(months.tries()) > before, "it is written")
    if letter:
        app = player.app
        await until(player.pilot, lambda: isinstance(app.screen, LetterScreen), "the letter")
        await player.press("escape")
    await player.at_desk()


async def next_time(player: Player, months: Months) -> None:
    """Move on to the day on which the client is to be tried again."""
    screen = await player.at_desk()
    for _ in range(40):
        months.clock.forward(days=1)
        if months.reason() is not None:
            break
    assert months.reason() is not None
    await screen.reload()
    await player.pilot.pause()


async def test_three_calls_in_vain_come_to_a_letter_or_a_pause() -> None:
    months = Months()
    app = FollowupApp(months.desk)
    async with app.run_test(size=(110, 34)) as pilot:
        player = Player(app, pilot)
        await player.at_desk(CLIENT)
        await player.shows("190 days since you spoke")
        await try_in_vain(player, months)
        assert months.reason() is None, "left alone for some days"
        await next_time(player, months)
        assert "1 try unanswered" in months.reason().text
        await try_in_vain(player, months)
        await next_time(player, months)

        # The third try is held as a call: what else can be done is offered beside the next day.
        await player.press("c")
        await player.in_call(CLIENT)
        await player.press("f3")
        view = await player.at_wrap_up()
        words = [way.words for way in view.other_ways]
        assert words == [
            "write to Ada Holt that you could not reach them",
            "leave them in peace for 4 weeks",
        ]
        await player.shows("or write to Ada Holt", "or leave them in peace")
        field = app.screen.query_one(NextContact).query_one(Input)
        four_weeks_on = months.clock().date() + timedelta(weeks=4)
        assert view.call_again == four_weeks_on or view.call_again.weekday() == 0
        assert field.value
        await player.press("ctrl+s")
        await until(pilot, lambda: len(months.tries()) == 3, "it is written")

        # The letter that says so follows by itself, and can wait.
        written = await months.desk.letters.after(months.tries()[-1].id)
        assert written is not None
        kind, letter = written
        assert kind is LetterKind.NOT_REACHED
        assert letter.letter.to == "ada@harbourmills.example"
        assert "Ada" in letter.letter.body
        assert months.reason() is None, "a pause: nothing is due for weeks"

        # It is there again after a try that is written from the list.
        await until(pilot, lambda: isinstance(app.screen, LetterScreen), "the letter")
        await player.press("escape")
        await next_time(player, months)
        await try_in_vain(player, months, letter=True)


def test_counted_from_the_last_time_they_were_reached_by_whatever_way() -> None:
    met = an_interaction(CLIENT, day=TODAY - days(100), kind=InteractionKind.COFFEE)
    tried = an_interaction(CLIENT, day=TODAY - days(10), outcome=Outcome.NO_ANSWER)
    noted = an_interaction(
        CLIENT, day=TODAY - days(1), kind=InteractionKind.NOTE, outcome=Outcome.NOTED
    )
    assert Months().reason() is not None
    months = Months(CLIENT, met, tried, noted)
    assert months.reason() is None, "a coffee is as good as a call"
    months.clock.forward(days=51)
    assert months.reason() is None
    months.clock.forward(days=1)
    reason = months.reason()
    assert reason is not None
    assert reason.kind is ReasonKind.CADENCE
    assert reason.due == TODAY + days(52), "five months after the coffee, not after the try"


def test_due_in_five_months_and_late_at_six_unless_work_is_under_way() -> None:
    desk = Months().desk
    (due,) = (p.due for p in desk.playbooks.values() if p.due.trigger is Trigger.LAST_REACHED)
    rules = queue_rules(desk.settings)
    assert pair_of(CLIENT, rules, due, under_way=False) == (152, 183)
    ideal, late = pair_of(CLIENT, rules, due, under_way=True)
    assert ideal < late < 152
    working = a_project(CLIENT, started=TODAY - days(200))
    months = Months(CLIENT, working)
    reason = months.reason()
    assert reason is not None
    assert "work under way" in reason.text


def test_in_their_quiet_days_they_are_held_back_and_come_up_after_them() -> None:
    quiet = QuietPeriod(first=TODAY - days(2), last=date(2026, 12, 31), why="the year's end")
    months = Months(a_client("Quiet Mills", quiet=(quiet,)))
    assert (months.reason(), months.held()) == (None, HeldWhy.QUIET)
    months.clock.forward(days=(date(2027, 1, 1) - TODAY).days)
    assert months.reason() is not None
