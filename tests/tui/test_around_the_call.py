"""Around the call on the screen: dialling, other numbers, wrong ones, tries, call-backs at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Client, Person
from followup_tui.domain.due.call_list import Standing
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.views import CallView, ClientPage, PreparationView
from followup_tui.services.ports import Change
from followup_tui.settings.model import Calling, Dial, Me, Settings, Web
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.tried import TriedDialog
from followup_tui.tui.dialogs.wrong_number import WrongNumberDialog
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import CallWanted
from followup_tui.tui.panes.call_head import CallHead, NumberLine, OtherNumbers
from followup_tui.tui.present import around, preparation
from followup_tui.tui.screens.call import CallScreen
from followup_tui.tui.screens.desk import DeskScreen
from followup_tui.tui.screens.wrap_up import WrapUpScreen
from tests.builders import NOW, ZONE, a_client, a_step, an_interaction, days
from tests.fakes import FakeClock, FakePrograms, MemoryRecords, a_desk, shipped_playbooks
from tests.tui.call_host import CallHost
from tests.tui.waiting import until

JANE = Person(name="Jane Li", role="IT Manager", phones=("+61 2 5550 0142", "+61 491 570 156"))
OMAR = Person(name="Omar Haddad", phones=("+61 2 5550 0143",))
NORTHWIND = a_client(people=(JANE, OMAR), zone="Australia/Sydney")
LITWARE = a_client("Litware", people=(Person(name="Ana Sousa", phones=("+61 2 5550 0150",)),))


def a_quiet_desk(
    clock: FakeClock, *extra: object, calling: Calling | None = None, programs: object = None
) -> Desk:
    settings = Settings(
        me=Me(region="AU", name="Robin Vale"), web=Web(prefetch=False), calling=calling or Calling()
    )
    records = [
        NORTHWIND,
        LITWARE,
        an_interaction(NORTHWIND, day=NOW.date() - days(200)),
        an_interaction(LITWARE, day=NOW.date() - days(190)),
        *extra,
    ]
    return a_desk(records=records, now=clock, settings=settings, programs=programs)  # type: ignore[arg-type]


def an_app(desk: Desk) -> FollowupApp:
    app = FollowupApp(desk)
    app.animation_level = "none"
    return app


def opened(desk: Desk) -> CallHost:
    """Return an app that opens with the call, without the desk below it."""
    return CallHost(desk, NORTHWIND)


def told(app: FollowupApp) -> str:
    return "\n".join(notification.message for notification in app._notifications)


def shown(app: FollowupApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def at_desk(app: FollowupApp, pilot: Pilot[str], client: Client | None = None) -> DeskScreen:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, DeskScreen)
            and app.screen.view is not None
            and (client is None or app.screen.client_id == client.id)
        ),
        "the desk",
    )
    assert isinstance(app.screen, DeskScreen)
    return app.screen


async def in_call(app: FollowupApp, pilot: Pilot[str], client: Client = NORTHWIND) -> CallScreen:
    """Come to the call, by way of the desk unless the app opens with it."""
    if not isinstance(app, CallHost):
        await at_desk(app, pilot)
        app.post_message(CallWanted(client.id))
    return await call_shown(app, pilot, client)


async def call_shown(app: FollowupApp, pilot: Pilot[str], client: Client) -> CallScreen:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, CallScreen)
            and app.screen.client_id == client.id
            and app.screen.call is not None
            and app.screen.query_one(CallHead).to_dial is not None
        ),
        f"the call with {client.name}",
    )
    await pilot.pause()
    assert isinstance(app.screen, CallScreen)
    return app.screen


async def wrapped_up(app: FollowupApp, pilot: Pilot[str]) -> WrapUpScreen:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, WrapUpScreen)
            and app.screen.view is not None
            and isinstance(app.focused, Input)
        ),
        "the wrap-up",
    )
    assert isinstance(app.screen, WrapUpScreen)
    return app.screen


# Dialling


async def test_f10_and_a_click_dial_the_number() -> None:
    programs = FakePrograms()
    calling = Calling(dial=Dial.COMMAND, command=("softphone", "{number}"))
    app = opened(a_quiet_desk(FakeClock(), calling=calling, programs=programs))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await in_call(app, pilot)
        await pilot.press("f10")
        await until(pilot, lambda: len(programs.ran) == 1, "the first dialling")
        await pilot.press("alt+a")
        await pilot.click(NumberLine)
        await until(pilot, lambda: len(programs.ran) == 2, "the second one")
        assert programs.ran == [["softphone", "+61255500142"], ["softphone", "+61491570156"]]
        await until(pilot, lambda: "softphone has +61491570156 to dial" in told(app), "the words")


async def test_a_click_on_somebody_elses_number_calls_them() -> None:
    app = opened(a_quiet_desk(FakeClock()))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        screen = await in_call(app, pilot)
        line = screen.query_one(OtherNumbers)
        words = str(line.render())
        assert words == "or +61 491 570 156, Omar Haddad +61 2 5550 0143"
        await pilot.click(line, offset=(2 + words.index("Omar"), 0))
        await until(pilot, lambda: "Omar Haddad" in shown(app).splitlines()[0], "him in the head")
        assert screen.call is not None
        assert screen.call.person == OMAR
        await pilot.press("alt+d")
        await until(pilot, lambda: app.clipboard == "+61255500143", "his number")


async def test_without_a_number_it_is_said() -> None:
    nobody = a_client("Kestrel", people=(Person(name="Noah"),))
    app = an_app(a_quiet_desk(FakeClock(), nobody))
    async with app.run_test(notifications=True) as pilot:
        await at_desk(app, pilot)
        app.post_message(CallWanted(nobody.id))
        await until(
            pilot, lambda: isinstance(app.screen, CallScreen) and bool(app.screen.call), "the call"
        )
        await pilot.press("f10", "alt+a")
        await until(pilot, lambda: "No other number is known" in told(app), "the words")
        assert "No number is known: edit the client" in told(app)
        await pilot.press("f6")
        assert (await wrapped_up(app, pilot)).view.outcome is Outcome.WRONG_NUMBER  # type: ignore[union-attr]


# The line before


@pytest.mark.parametrize("where", ["desk", "call"])
async def test_a_line_to_send_before_goes_to_the_clipboard(where: str) -> None:
    app = an_app(a_quiet_desk(FakeClock()))
    async with app.run_test(notifications=True) as pilot:
        if where == "desk":
            await at_desk(app, pilot, NORTHWIND)
            await pilot.press("m")
        else:
            await in_call(app, pilot)
            await pilot.press("alt+h")
        await until(pilot, lambda: bool(app.clipboard), "the clipboard")
        assert app.clipboard.startswith("Hello Jane, it has been 7 months since we spoke")
        await until(pilot, lambda: app.clipboard in told(app), "the words")


# Wrong numbers


async def test_a_wrong_number_is_marked_and_another_one_called() -> None:
    app = opened(a_quiet_desk(FakeClock()))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await in_call(app, pilot)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, WrongNumberDialog), "the dialog")
        assert "+61 2 5550 0142 is not Jane Li" in shown(app)
        await pilot.click("#other-1")
        await until(pilot, lambda: app.screen is screen and screen.call.person == OMAR, "him")  # type: ignore[union-attr]
        head = screen.query_one(CallHead)
        assert [each.number for each in head.numbers] == ["+61 2 5550 0143", "+61 491 570 156"]
        client = app.desk.records.get(Client, NORTHWIND.id)
        assert client is not None
        assert client.people[0].wrong_phones == ("+61 2 5550 0142",)


async def test_the_right_number_comes_in_its_place() -> None:
    app = opened(a_quiet_desk(FakeClock()))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await in_call(app, pilot)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, WrongNumberDialog), "the dialog")
        app.screen.query_one(Input).value = "+61 2 5550 0199"
        await pilot.press("enter")
        head = screen.query_one(CallHead)
        await until(
            pilot,
            lambda: head.to_dial is not None and head.to_dial.number == "+61 2 5550 0199",
            "the right number",
        )
        assert app.screen is screen


async def test_a_right_number_that_is_none_is_told_and_nothing_changed() -> None:
    app = opened(a_quiet_desk(FakeClock()))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await in_call(app, pilot)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, WrongNumberDialog), "the dialog")
        app.screen.query_one(Input).value = "dunno"
        await pilot.press("enter")
        await until(pilot, lambda: "has no digits" in told(app), "the words")
        assert app.desk.records.get(Client, NORTHWIND.id) == NORTHWIND


# A call that nobody answers


async def test_from_the_list_to_the_list_it_takes_three_keys() -> None:
    app = an_app(a_quiet_desk(FakeClock()))
    async with app.run_test(notifications=True) as pilot:
        await at_desk(app, pilot, NORTHWIND)
        await pilot.press("c")
        await call_shown(app, pilot, NORTHWIND)
        await pilot.press("f3")
        screen = await wrapped_up(app, pilot)
        assert screen.view is not None
        assert screen.view.call_again_at is not None
        await pilot.press("enter")
        await at_desk(app, pilot)
        assert [each.outcome for each in _tries(app)] == [Outcome.NO_ANSWER]


async def test_from_the_list_alone_it_takes_two_keys() -> None:
    app = an_app(a_quiet_desk(FakeClock()))
    async with app.run_test(notifications=True) as pilot:
        await at_desk(app, pilot, NORTHWIND)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, TriedDialog), "the dialog")
        await pilot.press("n")
        await until(pilot, lambda: bool(_tries(app)), "the try")
        await at_desk(app, pilot, LITWARE)
        assert "No answer: Jane Li; again Mon 23 Nov, 10:00. u takes it back" in told(app)


async def test_a_busy_line_is_clicked_and_comes_back_in_half_an_hour() -> None:
    clock = FakeClock()
    app = an_app(a_quiet_desk(clock))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        desk = await at_desk(app, pilot, NORTHWIND)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, TriedDialog), "the dialog")
        await pilot.click("#outcome-b")
        await at_desk(app, pilot, LITWARE)
        assert "again today, 14:35" in told(app)
        clock.forward(minutes=34)
        await desk.reload()
        assert desk.queue is not None
        assert NORTHWIND.name in [entry.name for entry in desk.queue.today]


def _tries(app: FollowupApp) -> list[Interaction]:
    spoken = app.desk.records.of_client(Interaction, NORTHWIND.id)
    return [each for each in spoken if each.outcome.is_attempt]


# Call-backs at their hour


def keys_told(app: FollowupApp) -> str:
    return app.screen.query_one(KeyLine).notice


async def test_a_call_back_comes_up_while_another_call_runs() -> None:
    clock = FakeClock()
    step = a_step(LITWARE, at=NOW + timedelta(minutes=28), agreed=True)
    app = an_app(a_quiet_desk(clock, step))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        screen = await in_call(app, pilot)
        await pilot.press("h", "m")
        await until(pilot, lambda: app.hours is not None, "the clock to be looked at")
        hours = app.hours
        assert hours is not None
        await until(pilot, lambda: hours._version >= 0, "the call-backs to be read")
        clock.forward(minutes=27)
        hours.look()
        assert keys_told(app) == ""
        clock.forward(minutes=1)
        hours.look()
        assert keys_told(app) == "14:30 call back Ana Sousa · Alt+G goes there"
        await pilot.pause()
        assert "14:30 call back Ana Sousa" in shown(app).splitlines()[-1]
        assert app.screen is screen
        assert screen.state.pad.text == "hm"
        await pilot.press("alt+g")
        other = await call_shown(app, pilot, LITWARE)
        hours.look()
        assert keys_told(app) == ""
        assert [call.name for call in await app.desk.call.interrupted()] == [NORTHWIND.name]
        assert other.call is not None


async def test_it_is_told_on_any_screen_and_a_click_goes_there() -> None:
    clock = FakeClock()
    app = an_app(a_quiet_desk(clock))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at_desk(app, pilot)
        await until(pilot, lambda: app.hours is not None and app.hours._version >= 0, "the hours")
        hours = app.hours
        assert hours is not None
        await pilot.press("alt+g")
        await until(pilot, lambda: "No call-back has come due" in told(app), "the words")
        records = app.desk.records
        assert isinstance(records, MemoryRecords)
        step = a_step(LITWARE, at=NOW + timedelta(minutes=5))
        records.another_program_writes(Change(by="log", put=(step,)))
        await pilot.press("l")
        clock.forward(hours=3)  # asleep meanwhile, and another program agreed on it
        for _ in range(5):
            hours.look()
        await until(pilot, lambda: bool(hours.due()), "the call-back")
        hours.look()
        await pilot.pause()
        line = app.screen.query_one(KeyLine)
        assert "call back Ana Sousa" in line.notice
        await pilot.click(line, offset=(line.size.width - 5, 0))
        await call_shown(app, pilot, LITWARE)


async def test_a_clock_that_jumps_in_a_call_does_no_harm() -> None:
    clock = FakeClock()
    app = opened(a_quiet_desk(clock))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await in_call(app, pilot)
        clock.forward(hours=-5)
        screen.query_one(CallHead).tick(clock())
        await pilot.pause()
        assert "00:00" in str(screen.query_one("#clock", Static).content)
        await pilot.press("f3")
        wrap_up = await wrapped_up(app, pilot)
        assert wrap_up.view is not None
        assert wrap_up.view.ended >= wrap_up.view.started


# As it is drawn


def a_call(unanswered: int = 0, why: str = "192 days since you spoke") -> CallView:
    page = ClientPage(NORTHWIND, Standing(unanswered=unanswered))
    playbook = shipped_playbooks()["keep-in-touch"]
    return CallView(NORTHWIND, JANE, playbook, why, started=NOW, path=(), page=page)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "192 days since you spoke"),
        (160, "they close at 17:00 · 192 days since you spoke"),
        (480, "out of office hours · 192 days since you spoke"),
        (2880, "weekend · 192 days since you spoke"),
    ],
)
def test_what_is_against_the_call_stands_before_why(minutes: int, words: str) -> None:
    where = Whereabouts(zone=ZONE, city="Sydney")
    line = around.why_line(a_call(), where, NOW + timedelta(minutes=minutes))
    assert line.plain == words
    assert bool(line.spans) is (minutes > 0)  # in a colour as well as in words


def test_the_tries_are_counted() -> None:
    assert [around.try_words(n) for n in (0, 1, 2, 11)] == [
        "",
        "second try",
        "third try",
        "try number 12",
    ]
    line = around.why_line(a_call(2, "coffee; 2 tries unanswered"), Whereabouts(zone=ZONE), NOW)
    assert line == Content("third try · coffee")


def test_a_holiday_of_theirs_stands_in_the_head_of_the_preparation() -> None:
    view = PreparationView(NORTHWIND, shipped_playbooks()["keep-in-touch"], "why", items=())
    holidays = ((NOW.date(), "Show Day"),)
    where = Whereabouts(zone=ZONE, country="AU", country_name="Australia", holidays=holidays)
    lines = [line.plain for line in preparation.head_lines(view, NOW, where=where)]
    assert lines[1] == "their time 14:02, public holiday in Australia: Show Day"
    here = replace(view, client=LITWARE)
    lines = [line.plain for line in preparation.head_lines(here, NOW, where=where)]
    assert lines[1] == "public holiday in Australia: Show Day"
    doubted = replace(where, holidays=(), doubt="their time zone is not set")
    lines = [line.plain for line in preparation.head_lines(here, NOW, where=doubted)]
    assert lines[1] == "their time zone is not set"
