"""An afternoon of eight calls, by the keyboard: each ends otherwise, and none is lost."""

from __future__ import annotations

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.promise import NextStep
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.under_way import UnderWayLine
from tests.fakes import FakeClock, a_story_desk
from tests.flows.playing import Player
from tests.story import (
    ADVENTURE,
    CONTOSO,
    FOURTH,
    LITWARE,
    NORTHWIND,
    TAILSPIN,
    WIDE_WORLD,
    WOODGROVE,
)
from tests.tui.waiting import until


async def call(player: Player, client: Client) -> None:
    """Go to a client on the desk and begin the call."""
    await player.at_desk(client)
    await player.press("c")
    await player.in_call(client)


async def tried_in_vain(player: Player, client: Client, key: str) -> None:
    """Call somebody who is not there, and come back to the desk."""
    await call(player, client)
    await player.press(key)
    await player.at_wrap_up()
    await player.press("enter")
    await player.letter_put_aside()


async def wrapped_up(player: Player) -> None:
    """End the call as reached, and save what it leaves."""
    await player.press("f2")
    await player.at_wrap_up()
    await player.press("ctrl+s")
    await player.letter_put_aside()


def held_as(player: Player) -> InteractionKind:
    """Return how the conversation is held."""
    return player.call.kind


def last(desk: Desk, client: Client) -> Interaction:
    """Return what was written of a client last."""
    return max(desk.records.of_client(Interaction, client.id), key=lambda each: each.created)


async def morning_calls(player: Player, clock: FakeClock) -> None:
    """Play those at the beginning: one reached, one on voicemail, three not there."""
    await call(player, NORTHWIND)
    await player.types("opened a third shop\n+ the reports")
    await wrapped_up(player)
    clock.forward(minutes=10)
    await tried_in_vain(player, WIDE_WORLD, "f4")
    clock.forward(minutes=2)
    await tried_in_vain(player, LITWARE, "f3")
    await call(player, TAILSPIN)  # the coffee is to be arranged by a call
    assert held_as(player) is InteractionKind.COFFEE
    await player.shows("did not come")
    await player.press("alt+k", "alt+k")
    assert held_as(player) is InteractionKind.CALL
    await player.press("f3")
    await player.at_wrap_up()
    await player.press("enter")
    await player.letter_put_aside()
    await tried_in_vain(player, FOURTH, "f3")


async def calls_in_calls(player: Player, clock: FakeClock) -> None:
    """Play a call in which a call-back comes due, and that one in which somebody rings in."""
    clock.now = clock.now.replace(hour=14, minute=58)
    await call(player, ADVENTURE)
    await player.types("the release plan is late\nthey ask")
    await player.press("left", "left")
    clock.forward(minutes=3)
    assert player.app.hours is not None
    player.app.hours.look()
    await player.shows("Sam Okafor", "15:00")
    await player.press("alt+g")
    await player.in_call(CONTOSO)
    await player.types("after the round, as agreed")
    await player.press("ctrl+t")
    await player.picks()
    await player.shows("under way", "Adventure Works")
    await player.types("woodg")
    await player.press("enter")
    await player.in_call(WOODGROVE)
    await player.shows("other calls: 2 under way")
    await player.types("wants a word with Ulla")
    await wrapped_up(player)


async def back_to_those_that_wait(player: Player) -> None:
    """Play the two that were left: one to its end, the other until the terminal is closed."""
    await player.shows("Under way: ", "Adventure Works", "Contoso Clinics")
    await player.press("t")
    await player.picks()
    await player.types("contoso")
    await player.press("enter")
    await player.in_call(CONTOSO)
    assert player.screen.query_one(NotesPad).text == "after the round, as agreed"
    await wrapped_up(player)
    await player.shows("Under way: ", "Adventure Works")
    await player.press("t")
    await player.in_call(ADVENTURE)
    await player.types("X")
    assert player.screen.query_one(NotesPad).text == "the release plan is late\nthey aXsk"
    await player.press("ctrl+q")


async def the_one_that_was_interrupted(player: Player) -> None:
    """Play the rest of it, in a program begun anew."""
    await player.at_desk()
    await player.shows("Under way: ", "Adventure Works")
    await player.press("t")
    await player.in_call(ADVENTURE)
    assert "aXsk" in player.screen.query_one(NotesPad).text
    await wrapped_up(player)
    screen = player.app.screen
    line = screen.query_one(UnderWayLine)
    await until(player.pilot, lambda: not line.has_class("-some"), "none to be left")


async def test_an_afternoon_of_eight_calls() -> None:
    clock = FakeClock()
    desk = a_story_desk(now=clock)
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        player = Player(app, pilot)
        await morning_calls(player, clock)
        await calls_in_calls(player, clock)
        await back_to_those_that_wait(player)
    clock.forward(minutes=5)
    again = FollowupApp(desk)
    async with again.run_test(size=(120, 36), notifications=True) as pilot:
        await the_one_that_was_interrupted(Player(again, pilot))

    outcomes = {
        NORTHWIND: Outcome.REACHED,
        WIDE_WORLD: Outcome.VOICEMAIL,
        LITWARE: Outcome.NO_ANSWER,
        TAILSPIN: Outcome.NO_ANSWER,
        FOURTH: Outcome.NO_ANSWER,
        CONTOSO: Outcome.REACHED,
        WOODGROVE: Outcome.REACHED,
        ADVENTURE: Outcome.REACHED,
    }
    assert {client.name: last(desk, client).outcome for client in outcomes} == {
        client.name: outcome for client, outcome in outcomes.items()
    }
    assert [line.text for line in last(desk, ADVENTURE).notes] == [
        "the release plan is late",
        "they aXsk",
    ]
    steps = desk.records.of_client(NextStep, CONTOSO.id)
    assert all(step.done for step in steps), "the call-back was made"
    assert await desk.call.interrupted() == []
