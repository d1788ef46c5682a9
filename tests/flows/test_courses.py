"""A course from its form to the trainer's page, with time moved on; by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.widgets import Input, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.course import CoffeeEnd, Course, Draw
from followup_tui.domain.due.call_list import ReasonKind
from followup_tui.domain.interaction import Interaction, InteractionKind
from followup_tui.domain.letter import LetterKind, Way
from followup_tui.domain.playbook import Trigger
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.courses.attendee import AttendeeDialog
from followup_tui.tui.dialogs.courses.attendees import AttendeesDialog
from followup_tui.tui.dialogs.courses.course import CourseDialog
from followup_tui.tui.dialogs.courses.draw import DrawDialog
from followup_tui.tui.dialogs.courses.handing_on import HandOnDialog
from followup_tui.tui.dialogs.courses.reading import ReadingDialog
from followup_tui.tui.dialogs.courses.replacing import ReplaceDialog
from followup_tui.tui.panes.courses.rows import AttendeeRows, CourseRows
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.courses.course import CourseScreen
from followup_tui.tui.screens.courses.courses import CoursesScreen
from followup_tui.tui.screens.courses.review import ReviewScreen
from tests.builders import TODAY as COURSE_ENDED
from tests.builders import a_client, an_interaction, days
from tests.fakes import FakeClock, a_desk
from tests.flows.playing import Player
from tests.tui.waiting import until

NAMES = ("Ann Ray", "Ben Cole", "Cleo Marsh", "Dan Ito", "Eve Ott", "Finn Park")
BEN = "Ben Cole"
COFFEE_DAY = COURSE_ENDED + days(14)


def attendee_list(tmp_path: Path) -> Path:
    """A list of a program that sells tickets; Ben had the money back."""
    rows = ["Attendee Status,Name,Email,Company"]
    for name in NAMES:
        status = "Refunded" if name == BEN else "Attending"
        first, last = name.lower().split()
        rows.append(f"{status},{name},{first}@{last}.example,{last.title()} & Co")
    path = tmp_path / "attendees.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


async def dialog(player: Player, kind: type) -> None:
    """Wait for a dialog, ready for keys."""
    await until(
        player.pilot,
        lambda: isinstance(player.app.screen, kind) and player.app.focused is not None,
        kind.__name__,
    )
    await player.pilot.pause()


async def pasted(player: Player, text: str) -> None:
    """Put words where the focus is, at once: each key of them would cost a drawing."""
    focused = player.app.focused
    assert isinstance(focused, Input | TextArea), focused
    focused.post_message(events.Paste(text))
    await player.pilot.pause()


async def fields(player: Player, *texts: str) -> None:
    """Type into one field after the other, leaving it by Tab."""
    for text in texts:
        await pasted(player, text)
        await player.pilot.press("tab")


async def on_course(player: Player, *, people: int) -> AttendeeRows:
    """Wait for the screen of the course, with that many on it."""
    await until(
        player.pilot,
        lambda: (
            isinstance(player.app.screen, CourseScreen)
            and player.app.screen.query_one(AttendeeRows).row_count == people
        ),
        "the course",
    )
    await player.pilot.pause()
    return player.app.screen.query_one(AttendeeRows)


async def to_course(player: Player, *, people: int) -> AttendeeRows:
    """Go from the desk to the course."""
    await player.at_desk()
    await player.press("C")
    await until(player.pilot, lambda: isinstance(player.app.screen, CoursesScreen), "the courses")
    rows = player.app.screen.query_one(CourseRows)
    await until(player.pilot, lambda: rows.row_count == 1, "the course in the list")
    await player.press("enter")
    return await on_course(player, people=people)


async def the_course_is_written_down(player: Player) -> None:
    await player.at_desk()
    await player.press("C")
    await player.shows("There are no courses yet")
    await player.press("plus")
    await dialog(player, CourseDialog)
    await fields(player, "Azure basics", "18 Nov", "today", "Azure", "Ann Host", "Ann Host")
    await player.press("tab")
    await fields(player, "at the Blue Cup")
    await player.press("ctrl+s")
    await player.shows("Azure basics", "bring in the attendees")
    await player.press("enter")


async def the_people_come_in(player: Player, path: Path) -> None:
    await on_course(player, people=0)
    await player.press("i")
    await dialog(player, AttendeesDialog)
    await pasted(player, str(path))
    await player.press("enter")
    await player.shows("6 new attendees", "a new attendee, refunded")
    await player.press("ctrl+s")
    await on_course(player, people=6)
    await player.press("plus")
    await dialog(player, AttendeeDialog)
    await fields(player, "Gia Luna", "gia at luna")
    await player.press("ctrl+s")
    await player.shows("is no e-mail address")
    await player.press("escape")
    await on_course(player, people=6)
    await player.press("a")
    await dialog(player, ReadingDialog)
    await player.shows("five of you will be asked to a coffee", "I will be there myself")
    await player.press("escape")


async def they_are_drawn(player: Player) -> None:
    await on_course(player, people=6)
    await player.press("d")
    await dialog(player, DrawDialog)
    await player.shows("5 people go in", "Thursday 3 December", "was refunded")
    await player.press("shift+tab", "shift+tab", "shift+tab", "backspace", "3")
    await player.press("ctrl+s")
    await until(player.pilot, lambda: isinstance(player.app.screen, CourseScreen), "drawn")
    await player.shows("Next: invite those who were drawn", "drawn, to be asked")


def the_draw(desk: Desk) -> Draw:
    (draw,) = desk.records.all(Draw)
    return draw


async def one_is_replaced(player: Player, desk: Desk) -> None:
    first = the_draw(desk).picks[0]
    await player.press("home", "x")
    await dialog(player, ReplaceDialog)
    await pasted(player, "moved to Lima")
    await player.press("ctrl+s")
    await until(player.pilot, lambda: len(the_draw(desk).picks) == 4, "the stand-in")
    await player.shows("could not be had")
    picks = the_draw(desk).picks
    assert (picks[0].end, picks[0].why) == (CoffeeEnd.MISSED, "moved to Lima")
    assert picks[3].replaces == first.name


async def one_is_invited(player: Player, desk: Desk) -> str:
    """The letter of the second of the draw, let out as a file; return whose it is."""
    pick = the_draw(desk).picks[1]
    view = await desk.letters.begin(
        pick.client_id, LetterKind.COFFEE, course_id=the_draw(desk).course_id, person=pick.name
    )
    assert "Azure basics" in view.letter.body
    assert "at the Blue Cup" in view.letter.body
    await desk.letters.leave(view.letter, Way.CLIPBOARD)
    await player.shows("asked")
    assert the_draw(desk).picks[1].invited == COFFEE_DAY - days(7)
    return pick.name


async def the_coffee_is_had(player: Player, desk: Desk, name: str) -> None:
    rows = await on_course(player, people=6)
    await player.press("home", "down")
    assert rows.current is not None
    assert rows.current.attendee.name == name
    await player.press("c")
    await until(
        player.pilot,
        lambda: (
            isinstance(player.app.screen, CallScreen)
            and player.app.screen.call is not None
            and bool(player.app.screen.query("#answer > *"))
        ),
        "the coffee",
    )
    await player.pilot.pause()
    assert player.call.kind is InteractionKind.COFFEE
    assert player.call.playbook.due.trigger is Trigger.COURSE_DRAW
    assert player.call.person is not None
    assert player.call.person.name == name
    await pasted(player, "- the room was cold\n")
    await player.press("pagedown")
    await player.asked("what-they-thought")
    await player.press("ctrl+g")
    await pasted(player, "worth the two days")
    await player.press("enter")
    await player.asked("rating")
    await player.press("4")
    await player.asked("liked")
    await pasted(player, "the labs")
    await player.press("enter")
    await player.asked("better")
    await pasted(player, f"less theory, says {name}")
    await player.press("enter")
    await player.asked("used-since")
    await player.press("f2")
    await player.at_wrap_up()
    await player.press("ctrl+s")
    await until(
        player.pilot, lambda: the_draw(desk).picks[1].end is CoffeeEnd.HAD, "the coffee is settled"
    )


async def test_a_course_from_its_form_to_the_trainer(tmp_path: Path) -> None:
    clock = FakeClock()
    other = a_client("Northwind Traders")
    desk = a_desk(tmp_path / "home", records=(other, an_interaction(other)), now=clock)
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        player = Player(app, pilot)
        await the_course_is_written_down(player)
        await the_people_come_in(player, attendee_list(tmp_path))
        clock.forward(days=1)
        await they_are_drawn(player)
        await one_is_replaced(player, desk)

        clock.forward(days=6)
        listed = {each.client_id: each for each in (await desk.call_list.today()).today}
        for pick in the_draw(desk).open_picks:
            reason = listed[pick.client_id].reason
            assert reason.kind is ReasonKind.COFFEE
            assert "invite to a coffee" in reason.text
            assert "host Ann Host" in reason.text
        name = await one_is_invited(player, desk)

        clock.forward(days=7)
        await the_coffee_is_had(player, desk, name)
        spoken = desk.records.of_client(Interaction, the_draw(desk).picks[1].client_id)
        assert [each.kind for each in spoken] == [InteractionKind.COFFEE]
        (course,) = desk.records.all(Course)
        assert spoken[0].course_id == course.id

        while len(app.screen_stack) > 1:
            await player.press("escape")
            await pilot.pause()
        await to_course(player, people=6)
        await player.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen), "the review")
        await player.shows("1 of 4 coffees had", "the room was cold", "the labs")
        await player.press("s")
        await dialog(player, HandOnDialog)
        where = app.screen.query_one("#where", Input)
        where.value = str(tmp_path / "review.md")
        await player.press("ctrl+s")
        await until(pilot, (tmp_path / "review.md").exists, "the file")
    told = (tmp_path / "review.md").read_text(encoding="utf-8")
    assert "less theory, says [somebody]" in told
    assert name not in told
