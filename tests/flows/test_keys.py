"""The usual paths take as many keys as docs/keys.md says: each row of it is played."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, InteractionKind, Outcome
from followup_tui.domain.letter import Letter
from followup_tui.domain.value_add import OfferState
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.leave import LeaveDialog
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.screens.letter import LetterScreen
from tests.fakes import FakeClock, a_story_desk
from tests.flows.playing import Player
from tests.story import CONTOSO, NORTHWIND, TALK, WIDE_WORLD, story
from tests.tui.waiting import until

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
_NAMES = {"pgdn": "pagedown", "pgup": "pageup", "esc": "escape"}

Step = Callable[[Player], Awaitable[object]]


def documented() -> dict[str, tuple[list[str], int]]:
    """Return what stands in the tables: by its words, the keys and their number."""
    rows = re.findall(r"^\| (.+?) \| (`.+`) \| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    found = {}
    for what, keys, number in rows:
        named = [key if len(key) == 1 else key.lower() for key in re.findall(r"`(.+?)`", keys)]
        found[what] = ([_NAMES.get(key, key) for key in named], int(number))
    return found


@dataclass(frozen=True, slots=True)
class Way:
    """How a row is played."""

    begins: Step
    comes_to: Sequence[Step]
    """What is waited for after each key."""
    check: Callable[[Player, Desk], None] = lambda player, desk: None


# Where it is


async def at_list(player: Player) -> None:
    screen = await player.at_desk(NORTHWIND)
    await until(player.pilot, lambda: screen.view is not None, "what is known of them")


async def at_desk(player: Player) -> None:
    await player.at_desk()


async def in_call(player: Player) -> None:
    await player.in_call(NORTHWIND)


async def calling(player: Player) -> None:
    """Be in the call, the cursor in the notes, what can be offered at hand."""
    await player.at_desk(NORTHWIND)
    await player.pilot.press("c")
    await player.in_call(NORTHWIND)
    await player.shows("Keeping costs down")


async def second_question(player: Player) -> None:
    await calling(player)
    await player.pilot.press("pagedown")
    await player.asked("success")


async def other_waits(player: Player) -> None:
    """Be in the call while another one waits."""
    await paused(player, WIDE_WORLD)
    await calling(player)


async def paused(player: Player, *clients: Client) -> None:
    for client in clients:
        await player.at_desk(client)
        await player.pilot.press("c")
        await player.in_call(client)
        await player.types("a word")
        await player.pilot.press("escape")
        await player.at_desk()
        await player.shows("Under way: ", client.name)
        clock = player.app.desk.clock
        assert isinstance(clock, FakeClock)
        clock.forward(minutes=1)


async def hour_has_come(player: Player) -> None:
    await calling(player)
    await until(player.pilot, lambda: player.app.hours is not None, "the hours are watched")
    hours, clock = player.app.hours, player.app.desk.clock
    assert hours is not None
    await until(player.pilot, lambda: hours._version >= 0, "the call-backs are known")
    assert isinstance(clock, FakeClock)
    clock.forward(minutes=60)
    hours.look()
    await player.shows("Sam Okafor")


async def tried_asks(player: Player) -> None:
    await player.shows("How did the call to Jane Li end?")


async def tried_written(player: Player) -> None:
    await player.at_desk()
    records = player.app.desk.records
    before = sum(1 for record in story() if isinstance(record, Interaction))
    await until(player.pilot, lambda: len(records.all(Interaction)) > before, "the try")


async def typing(player: Player) -> None:
    await player.pilot.pause()
    assert isinstance(player.app.focused, NotesPad)


async def pressed(player: Player) -> None:
    await player.pilot.pause()


def asked(key: str) -> Step:
    return lambda player: player.asked(key)


def with_client(client: Client) -> Step:
    return lambda player: player.in_call(client)


# The letter

GENERIC = "Hello Jane,\n\nI hope you are well.\n"
GOOD = (
    "Hello Jane,\n\nnow that the Azure move of May is behind you: the monthly reports that you"
    " like can say what it costs.\n\nShall I call you on Thursday 26 November at 10:00?\n"
)


async def letter(player: Player, text: str = GENERIC) -> None:
    """Be in the letter of the client, with this text in it and checked."""
    await at_list(player)
    await player.pilot.press("d")
    await player.at_letter()
    screen = player.app.screen
    assert isinstance(screen, LetterScreen)
    screen.pad.change_all(text)
    await screen.checking()
    await player.pilot.pause()


async def generic_letter(player: Player) -> None:
    await letter(player)


async def ready_letter(player: Player) -> None:
    await letter(player, GOOD)
    await player.shows("Ready on")


async def letter_waits(player: Player) -> None:
    await letter(player)
    await player.pilot.press("escape")
    await player.at_desk()
    await player.shows("1 letter under way: Northwind Traders")


async def at_preview(player: Player) -> None:
    await player.shows("As it will be read", "I hope you are well.")


async def ways_out(player: Player) -> None:
    await until(player.pilot, lambda: isinstance(player.app.screen, LeaveDialog), "the ways out")
    await player.pilot.pause()


async def overruling(player: Player) -> None:
    await player.shows("Overrule it?")


def _fact_put_in(player: Player, desk: Desk) -> None:
    screen = player.app.screen
    assert isinstance(screen, LetterScreen)
    assert len(screen.pad.text) > len(GENERIC)


def _left(player: Player, desk: Desk) -> None:
    (written_down,) = desk.records.of_client(Letter, NORTHWIND.id)
    (left,) = written_down.left
    assert Path(left.where).read_bytes().count(b"X-Unsent: 1") == 1


# What comes of it


def written(outcome: Outcome) -> Callable[[Player, Desk], None]:
    def check(player: Player, desk: Desk) -> None:
        found = desk.records.of_client(Interaction, NORTHWIND.id)
        assert max(found, key=lambda each: each.created).outcome is outcome

    return check


def _taken(player: Player, desk: Desk) -> None:
    assert player.call.offered == {TALK.id: OfferState.TAKEN}


def _coffee(player: Player, desk: Desk) -> None:
    assert player.call.kind is InteractionKind.COFFEE


def _yes(player: Player, desk: Desk) -> None:
    assert player.answers()["success"] == "yes"


def ended(outcome: Outcome) -> Way:
    return Way(at_list, (in_call, Player.at_wrap_up, at_desk), written(outcome))


WAYS: dict[str, Way] = {
    "nobody answers": ended(Outcome.NO_ANSWER),
    "nobody answered, written down from the list": Way(
        at_list, (tried_asks, tried_written), written(Outcome.NO_ANSWER)
    ),
    "voicemail": ended(Outcome.VOICEMAIL),
    "the line is busy": ended(Outcome.BUSY),
    "the wrong moment": ended(Outcome.WRONG_MOMENT),
    "they were reached, all that was caught is right, and the letter waits": Way(
        at_list, (in_call, Player.at_wrap_up, Player.at_letter, at_desk), written(Outcome.REACHED)
    ),
    "write the letter of the item at hand, and put it aside": Way(
        at_list, (Player.at_letter, at_desk)
    ),
    "put in the recorded fact at hand": Way(letter, (pressed,), _fact_put_in),
    "see the letter as it will be read, and go on writing": Way(
        letter, (at_preview, Player.at_letter)
    ),
    "a letter that is ready leaves as a file": Way(ready_letter, (ways_out, at_desk), _left),
    "overrule the check, and let the letter leave as a file": Way(
        generic_letter, (overruling, pressed, ways_out, at_desk), _left
    ),
    "go on with the only letter under way": Way(letter_waits, (Player.at_letter,)),
    "begin a call, and let it wait": Way(at_list, (in_call, at_desk)),
    "skip a question": Way(calling, (asked("success"),)),
    "go back a question": Way(second_question, (asked("how-is-it-going"),)),
    "answer yes, and go on typing": Way(
        second_question, (pressed, asked("what-else"), typing), _yes
    ),
    "the first thing to offer was taken": Way(calling, (pressed, pressed, pressed, typing), _taken),
    "it is a coffee": Way(calling, (pressed,), _coffee),
    "change to the call that waits": Way(other_waits, (Player.picks, with_client(WIDE_WORLD))),
    "go to the call-back whose hour has come": Way(hour_has_come, (with_client(CONTOSO),)),
    "they were reached": Way(calling, (Player.at_wrap_up,)),
    "take up the only call that waits": Way(
        lambda player: paused(player, WIDE_WORLD), (with_client(WIDE_WORLD),)
    ),
    "take up the first of several": Way(
        lambda player: paused(player, WIDE_WORLD, CONTOSO),
        (Player.picks, with_client(WIDE_WORLD)),
    ),
}
"""By the words of its row, how each path is played."""


def test_each_row_is_played_and_counted() -> None:
    rows = documented()
    assert set(rows) == set(WAYS)
    assert {what: number for what, (keys, number) in rows.items()} == {
        what: len(keys) for what, (keys, _) in rows.items()
    }
    assert rows["nobody answers"][1] <= 3


@pytest.mark.parametrize("what", WAYS)
async def test_a_path_takes_the_keys_that_are_documented(what: str, tmp_path: Path) -> None:
    keys, number = documented()[what]
    way = WAYS[what]
    desk = a_story_desk(tmp_path, now=FakeClock())
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        player = Player(app, pilot)
        await way.begins(player)
        player.keys = 0
        for key, comes_to in zip(keys, way.comes_to, strict=True):
            await player.press(key)
            await comes_to(player)
        assert player.keys == number
        way.check(player, desk)
