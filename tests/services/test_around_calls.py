"""Around calls, as services: dialling, the line before, where they are, the next try, the log."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from followup_tui.desk import Desk
from followup_tui.domain.calling.other_ways import Way
from followup_tui.domain.client import Client, Person, QuietPeriod
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.promise import NextStep, Promise, StepKind
from followup_tui.domain.record import Invalid, Record
from followup_tui.exchange.programs import Programs
from followup_tui.services.log import CannotLog, ToLog
from followup_tui.services.ports import StoreProblem
from followup_tui.settings.load import read_settings
from followup_tui.settings.model import Calling, Dial, Me, Settings, SettingsProblem
from tests.builders import NOW, TODAY, ZONE, a_client, a_promise, an_interaction, days
from tests.fakes import FakeClock, FakePrograms, MemoryDrafts, MemoryRecords, a_desk

JANE = Person(
    name="Jane Li",
    phones=("+61 2 5550 0142", "+61 491 570 156"),
    emails=("jane@northwind.example",),
)
NORTHWIND = a_client(people=(JANE,), zone="Australia/Sydney")


def desk_with(*records: Record, calling: Calling | None = None, **parts: object) -> Desk:
    settings = Settings(me=Me(region="AU", name="Robin Vale"), calling=calling or Calling())
    return a_desk(records=records or (NORTHWIND,), settings=settings, **parts)  # type: ignore[arg-type]


def stored(desk: Desk) -> Client:
    client = desk.records.get(Client, NORTHWIND.id)
    assert client is not None
    return client


# Dialling


async def test_a_number_goes_to_the_clipboard_unless_something_else_is_set() -> None:
    programs = FakePrograms()
    done = await desk_with(programs=programs).dialling.dial(NORTHWIND, "(02) 5550 0142")
    assert (done.copy, done.failed, programs.ran) == ("+61255500142", False, [])
    assert done.words == "(02) 5550 0142 is on the clipboard."


async def test_the_systems_opener_gets_an_address() -> None:
    programs = FakePrograms()
    desk = desk_with(calling=Calling(dial=Dial.OPEN), programs=programs)
    done = await desk.dialling.dial(NORTHWIND, JANE.phones[0])
    assert programs.ran == [["open-it", "tel:+61255500142"]]
    assert (done.copy, done.failed) == ("", False)


async def test_a_program_of_the_user_gets_the_number_as_one_argument() -> None:
    programs = FakePrograms()
    command = ("softphone", "--dial", "{number}", "; rm -rf {home}")
    desk = desk_with(calling=Calling(dial=Dial.COMMAND, command=command), programs=programs)
    await desk.dialling.dial(NORTHWIND, "555; touch x")
    assert programs.ran == [["softphone", "--dial", "555", "; rm -rf {home}"]]


async def test_a_program_that_fails_is_told_and_the_number_copied() -> None:
    programs = FakePrograms()
    programs.problem = "softphone ended with status 3: no line."
    calling = Calling(dial=Dial.COMMAND, command=("softphone", "{number}"))
    done = await desk_with(calling=calling, programs=programs).dialling.dial(
        NORTHWIND, JANE.phones[0]
    )
    assert done.failed
    assert done.copy == "+61255500142"
    assert done.words.startswith("softphone ended with status 3: no line. The number is on")


async def test_what_is_no_number_is_dialled_as_written_or_not_at_all() -> None:
    desk = desk_with()
    assert "dialled as it is written" in (await desk.dialling.dial(NORTHWIND, "12")).words
    done = await desk.dialling.dial(NORTHWIND, "ask Jane")
    assert done.failed
    assert not done.copy


def test_real_programs_are_started_without_a_shell(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    script = f"import sys; open({str(told)!r}, 'w').write(repr(sys.argv[1:]))"
    assert Programs().run([sys.executable, "-c", script, "$HOME; echo", "+612"]) == ""
    assert told.read_text() == "['$HOME; echo', '+612']"


def test_what_goes_wrong_with_a_program_is_a_sentence() -> None:
    programs = Programs(patience=0.2)
    assert "was not found" in programs.run(["no-such-program-anywhere", "1"])
    script = "import sys; sys.stderr.write('no \\x1b[31mline'); sys.exit(3)"
    said = programs.run([sys.executable, "-c", script])
    assert said.endswith("ended with status 3: no line")
    waits = programs.run([sys.executable, "-c", "import sys; sys.stdin.read(); input()"])
    assert "status" in waits  # it reads nothing from our terminal
    hangs = programs.run([sys.executable, "-c", "import time; time.sleep(1)"])
    assert "left running" in hangs


def test_settings_that_cannot_dial_are_told() -> None:
    for text, what in (
        ('[calling]\ndial = "shout"', "calling.dial"),
        ('[calling]\ndial = "command"', "names no program"),
        ('[calling]\ncommand = ["phone"]', "{number}"),
        ('[calling]\nhours = "nine to five"', "Mon-Fri 09:00-17:00"),
        ('[calling]\nsubdivisions = { Australia = "NSW" }', "calling.subdivisions"),
    ):
        with pytest.raises(SettingsProblem, match=r"settings\.toml: calling") as problem:
            read_settings(text, file="settings.toml")
        assert what in str(problem.value)


# Wrong numbers


async def test_a_wrong_number_is_kept_and_not_dialled_again() -> None:
    desk = desk_with()
    client = await desk.dialling.mark_wrong(NORTHWIND.id, JANE.phones[0], "+61 2 5550 0199")
    (jane,) = client.people
    assert jane.phones == ("+61 2 5550 0199", JANE.phones[1])
    assert jane.wrong_phones == (JANE.phones[0],)
    assert stored(desk) == client
    desk.records.undo()
    assert stored(desk).people == (JANE,)


async def test_a_right_number_without_digits_is_refused() -> None:
    desk = desk_with()
    with pytest.raises(Invalid, match="no digits"):
        await desk.dialling.mark_wrong(NORTHWIND.id, JANE.phones[0], "dunno")
    assert stored(desk) == NORTHWIND


# Where they are


async def test_holidays_are_those_of_their_part_of_the_country() -> None:
    desk = desk_with()
    sydney = await desk.whereabouts.of(NORTHWIND)
    assert (sydney.country_name, sydney.city) == ("Australia", "Sydney")
    assert sydney.holiday(date(2026, 10, 5)) == "Labor Day"  # of New South Wales
    cup = date(2026, 11, 3)
    assert not sydney.holiday(cup)
    assert (await desk.whereabouts.of(a_client(zone="Australia/Melbourne"))).holiday(cup)
    chosen = desk_with(calling=Calling(subdivisions={"au": "VIC"}))
    assert (await chosen.whereabouts.of(NORTHWIND)).holiday(cup)
    none = desk_with(calling=Calling(holidays=False))
    assert (await none.whereabouts.of(NORTHWIND)).holidays == ()


async def test_a_foreign_number_without_a_zone_is_doubted() -> None:
    abroad = a_client(people=(Person(name="Ana", phones=("+44 20 7946 0000",)),))
    where = await desk_with().whereabouts.of(abroad)
    assert where.doubt == "their time zone is not set"
    assert where.zone is ZONE
    assert where.country == "GB"
    at_home = await desk_with().whereabouts.of(a_client(people=(JANE,)))
    assert at_home.doubt == ""


# The next try


async def tried(desk: Desk, outcome: Outcome, at: datetime | None = None) -> ToLog:
    held = ToLog(outcome, at=at)
    await desk.log.write(NORTHWIND.id, held)
    return held


async def test_three_tries_come_at_three_hours_and_then_other_ways() -> None:
    clock = FakeClock(NOW.replace(hour=10, minute=0))
    desk = desk_with(now=clock)
    hours = []
    for number in range(3):
        logged = await desk.log.write(NORTHWIND.id, ToLog(Outcome.NO_ANSWER))
        assert logged.view.call_again_at is not None
        hours.append(f"{logged.view.call_again_at:%H:%M}")
        ways = [each.way for each in logged.view.other_ways]
        assert ways == [[], [Way.NUMBER], [Way.NUMBER, Way.MAIL, Way.PAUSE]][number]
        again = stored(desk).call_again_at
        assert again == logged.view.call_again_at
        clock.now = logged.view.call_again_at
    assert hours == ["16:30", "14:00", "10:00"]


async def test_a_busy_line_comes_up_again_in_half_an_hour() -> None:
    clock = FakeClock()
    desk = desk_with(an_interaction(NORTHWIND, day=TODAY - days(400)), NORTHWIND, now=clock)
    await tried(desk, Outcome.BUSY)
    queue = await desk.call_list.today()
    assert not queue.today
    (held,) = queue.held
    assert held.words == "tried today; again at 14:35"
    clock.forward(minutes=33)
    assert [entry.name for entry in (await desk.call_list.today()).today] == [NORTHWIND.name]


async def test_no_try_is_proposed_for_a_quiet_day_or_a_holiday() -> None:
    """Tuesday 26 January is a holiday; around it they are to be left in peace."""
    now = datetime(2027, 1, 22, 10, tzinfo=ZONE)
    quiet = (
        QuietPeriod(first=date(2027, 1, 25), last=date(2027, 1, 25)),
        QuietPeriod(first=date(2027, 1, 27), last=date(2027, 1, 28)),
    )
    client = a_client(people=(JANE,), zone="Australia/Sydney", quiet=quiet)
    desk = desk_with(client, now=FakeClock(now))
    logged = await desk.log.write(client.id, ToLog(Outcome.NO_ANSWER))
    assert logged.view.call_again == date(2027, 1, 29)


async def test_the_day_that_is_chosen_has_no_hour_of_another_day() -> None:
    desk = desk_with()
    day = TODAY + days(9)
    await desk.log.write(NORTHWIND.id, ToLog(Outcome.NO_ANSWER, again=day))
    assert (stored(desk).call_again, stored(desk).call_again_at) == (day, None)


async def test_who_is_reached_has_no_next_try() -> None:
    clock = FakeClock()
    desk = desk_with(now=clock)
    await tried(desk, Outcome.BUSY)
    clock.forward(minutes=40)
    await tried(desk, Outcome.REACHED)
    assert stored(desk).call_again_at is None


# The log


async def test_what_is_logged_leaves_what_a_call_leaves() -> None:
    desk = desk_with()
    at = NOW - timedelta(days=1, hours=2)
    logged = await desk.log.write(
        NORTHWIND.id,
        ToLog(Outcome.REACHED, at=at, notes="+ likes tea\n! send the link by fri", person="jane"),
    )
    (interaction,) = desk.records.all(Interaction)
    assert interaction == logged.interaction
    assert (interaction.at, interaction.until, interaction.person) == (at, at, "Jane Li")
    assert [line.at for line in interaction.notes] == [at, at]
    (promise,) = desk.records.all(Promise)
    assert promise.text == "send the link"
    assert "likes tea" in stored(desk).likes
    desk.records.undo()
    assert not desk.records.all(Interaction)
    assert not desk.records.all(Promise)
    assert stored(desk) == NORTHWIND


async def test_a_call_back_is_agreed_for_its_hour() -> None:
    desk = desk_with()
    hour = NOW + timedelta(hours=2)
    await desk.log.write(NORTHWIND.id, ToLog(Outcome.CALL_BACK, call_back_at=hour))
    (step,) = desk.records.all(NextStep)
    assert (step.kind, step.at) == (StepKind.CALL_BACK, hour)


async def test_a_wrong_number_is_marked_and_the_other_one_proposed() -> None:
    desk = desk_with()
    logged = await desk.log.write(NORTHWIND.id, ToLog(Outcome.WRONG_NUMBER))
    assert stored(desk).people[0].wrong_phones == (JANE.phones[0],)
    assert [way.to for way in logged.view.other_ways] == [JANE.phones[1]]
    assert logged.view.call_again == TODAY
    assert "another number" in logged.view.call_again_why


async def test_the_same_is_not_written_down_twice() -> None:
    desk = desk_with()
    await tried(desk, Outcome.NO_ANSWER)
    with pytest.raises(CannotLog, match="written down already"):
        await tried(desk, Outcome.BUSY)
    assert len(desk.records.all(Interaction)) == 1


async def test_a_call_under_way_is_not_written_over() -> None:
    drafts = MemoryDrafts()
    desk = desk_with(drafts=drafts)
    call = await desk.call.begin(NORTHWIND.id)
    await desk.call.keep(desk.call.write(call, "in the middle of it"))
    kept = dict(drafts.kept)
    with pytest.raises(CannotLog, match="not wrapped up"):
        await tried(desk, Outcome.NO_ANSWER)
    assert drafts.kept == kept


async def test_what_cannot_be_is_refused_and_leaves_no_draft() -> None:
    drafts = MemoryDrafts()
    desk = desk_with(drafts=drafts)
    with pytest.raises(Invalid, match="not come yet"):
        await desk.log.write(NORTHWIND.id, ToLog(Outcome.REACHED, at=NOW + timedelta(hours=1)))
    with pytest.raises(Invalid, match="hour"):
        await desk.log.write(NORTHWIND.id, ToLog(Outcome.CALL_BACK))
    with pytest.raises(CannotLog, match="Who is “Bob”"):
        await desk.log.write(NORTHWIND.id, ToLog(Outcome.REACHED, person="Bob"))
    cast(MemoryRecords, desk.records).broken = "The disk is full."
    with pytest.raises(StoreProblem):
        await tried(desk, Outcome.NO_ANSWER)
    assert not drafts.kept


# The line before a call


async def test_the_line_before_a_call_is_about_why() -> None:
    desk = desk_with(NORTHWIND, a_promise(NORTHWIND), an_interaction(NORTHWIND))
    assert await desk.dialling.heads_up(NORTHWIND.id) == (
        "Hello Jane, I still owe you something: the pricing link. "
        "May I call you about it at 14:30? Robin"
    )
