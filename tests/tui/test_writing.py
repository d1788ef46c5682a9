"""Which letter is opened from where: the desk, the page of a client, the end of a conversation."""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from followup_tui.domain.change import Change
from followup_tui.domain.letter import Left, Letter, LetterKind, Way
from followup_tui.domain.playbook import ItemSource
from followup_tui.domain.record import utc
from followup_tui.domain.views import PreparationView
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.pick import PickDialog
from followup_tui.tui.messages import ClientPageWanted, ConversationEnded, LetterWanted
from followup_tui.tui.panes.under_way import UnderWayLine
from followup_tui.tui.screens.client_page import ClientPageScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.letter import LetterScreen
from followup_tui.tui.writing import kind_at_hand, wanted
from tests.builders import NOW
from tests.fakes import DISK_FULL, shipped_playbooks
from tests.story import CONTOSO, NORTHWIND, fixed_id
from tests.tui.letters import a_letter_desk
from tests.tui.waiting import until

SIZE = (120, 36)
LETTER = Letter(
    id=fixed_id("reference"),
    created=utc(NOW),
    client_id=NORTHWIND.id,
    kind=LetterKind.REFERENCE,
    to="jane.li@northwind.example",
    subject="[red]A reference",
    body="Hello Jane,",
    project_id=fixed_id("project"),
)


async def at_desk(pilot: Pilot[Any]) -> DeskScreen:
    app = pilot.app
    await until(
        pilot, lambda: isinstance(app.screen, DeskScreen) and app.screen.view is not None, "desk"
    )
    return cast(DeskScreen, app.screen)


async def letter_of(pilot: Pilot[Any], kind: LetterKind) -> LetterScreen:
    app = pilot.app

    def is_there() -> bool:
        screen = app.screen
        return (
            isinstance(screen, LetterScreen)
            and screen.view is not None
            and screen.view.letter.kind is kind
            and app.focused is not None
        )

    await until(pilot, is_there, kind.value)
    return cast(LetterScreen, app.screen)


def picks(app: FollowupApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def letters_line(app: FollowupApp) -> str:
    lines = app.screen_stack[0].query(UnderWayLine)
    return str(list(lines)[1].content)


async def test_the_letter_of_the_item_at_hand_and_any_other_are_a_key_away() -> None:
    desk, letters = a_letter_desk()
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await at_desk(pilot)
        await pilot.press("d")
        await letter_of(pilot, LetterKind.SUGGESTIONS)
        assert letters.begun[-1]["kind"] is LetterKind.SUGGESTIONS
        await pilot.press("escape")
        await at_desk(pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await pilot.press(*"testim", "enter")
        await letter_of(pilot, LetterKind.TESTIMONIAL)
        await pilot.press("x", "escape")
        await at_desk(pilot)
        desk.records.commit(Change(by="x", put=(LETTER,)))  # a letter service in memory has none
        await until(pilot, lambda: "1 letter under way: Northwind" in letters_line(app))
        await pilot.press("W")
        await letter_of(pilot, LetterKind.TESTIMONIAL)


async def test_letters_under_way_are_chosen_by_the_mouse_too() -> None:
    desk, letters = a_letter_desk()
    desk.records.commit(Change(by="x", put=(LETTER,)))
    other = replace(LETTER, id=fixed_id("other"), client_id=CONTOSO.id, kind=LetterKind.REVIEW)
    gone = replace(LETTER, id=fixed_id("gone"), client_id=fixed_id("nobody"))
    left = replace(LETTER, id=fixed_id("left"), left=(Left(way=Way.FILE, at=utc(NOW)),))
    letters.records = {each.id: each for each in (LETTER, other, gone, left)}
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        screen = await at_desk(pilot)
        await until(pilot, lambda: "2 letters under way" in letters_line(app))
        await pilot.pause()
        await pilot.click(list(screen.query(UnderWayLine))[1])
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await until(pilot, lambda: "Asking for a public review" in picks(app))
        await pilot.press(*"reference", "enter")
        opened = await letter_of(pilot, LetterKind.REFERENCE)
        assert opened.head.head.subject == "[red]A reference"


async def test_a_letter_is_opened_from_the_page_of_its_client() -> None:
    desk, letters = a_letter_desk()
    desk.records.commit(Change(by="x", put=(LETTER,)))
    letters.records = {LETTER.id: LETTER}
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await at_desk(pilot)
        app.post_message(ClientPageWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        page = cast(ClientPageScreen, app.screen)

        def number() -> int | None:
            titles = [entry.title for entry in page.shown_entries]
            return next((n for n, title in enumerate(titles) if "A reference" in title), None)

        await until(pilot, lambda: number() is not None, "the letter on the page")
        page.rows.go_to(number() or 0)
        await pilot.press("enter")
        await letter_of(pilot, LetterKind.REFERENCE)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is page)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PickDialog))
        await until(pilot, lambda: "under way" in picks(app) and "begin" in picks(app))


async def test_one_letter_is_open_once_and_another_takes_its_place() -> None:
    desk, letters = a_letter_desk()
    letters.records = {LETTER.id: LETTER}
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await at_desk(pilot)
        app.post_message(LetterWanted(NORTHWIND.id, letter_id=LETTER.id))
        first = await letter_of(pilot, LetterKind.REFERENCE)
        await pilot.press("x")
        app.post_message(ClientPageWanted(NORTHWIND.id))
        await until(pilot, lambda: isinstance(app.screen, ClientPageScreen))
        app.post_message(LetterWanted(NORTHWIND.id, letter_id=LETTER.id))
        await until(pilot, lambda: app.screen is first, "back to the one below")
        app.post_message(LetterWanted(NORTHWIND.id, LetterKind.REVIEW, anew=True))
        await letter_of(pilot, LetterKind.REVIEW)
        assert [type(screen) for screen in app.screen_stack] == [DeskScreen, LetterScreen]
        assert letters.typed[-1].body == "xHello Jane,"


async def test_after_the_conversation_the_letter_and_after_that_the_next_client() -> None:
    desk, letters = a_letter_desk()
    app = FollowupApp(desk)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await at_desk(pilot)
        ended = ConversationEnded(NORTHWIND.id, "Saved.", saved=True, interaction_id="i")
        app.post_message(ended)
        screen = await letter_of(pilot, LetterKind.FOLLOW_UP)
        assert "after your call of Thu 19 Nov" in str(screen.query_one("#title", Static).content)
        below = cast(DeskScreen, app.screen_stack[0])
        await until(pilot, lambda: below.client_id == CONTOSO.id, "the next one waits below")
        await pilot.press("escape")  # which keeps it
        await at_desk(pilot)
        assert below.client_id == CONTOSO.id
        desk.records.commit(Change(by="x", put=(LETTER,)))  # a letter service in memory has none
        await until(pilot, lambda: "1 letter under way: Northwind" in letters_line(app))

        letters.wrong["after"] = StoreProblem(DISK_FULL)
        app.post_message(ended)
        await until(
            pilot, lambda: any(DISK_FULL in str(each.message) for each in app._notifications)
        )
        await at_desk(pilot)


def test_the_item_at_hand_says_which_letter_is_meant() -> None:
    playbook = shipped_playbooks()["after-project"]
    view = PreparationView(client=NORTHWIND, playbook=playbook, why="", items=())
    asked = [item for item in playbook.checklist if item.source is ItemSource.LETTER]
    assert kind_at_hand(view, None) is asked[0].letter
    assert asked[0].letter is LetterKind.REFERENCE


def test_a_letter_under_way_is_gone_on_with_on_its_own_occasion() -> None:
    message = wanted(LETTER)
    assert (message.letter_id, message.kind) == (LETTER.id, LetterKind.REFERENCE)
    assert message.occasion.project_id == LETTER.project_id
