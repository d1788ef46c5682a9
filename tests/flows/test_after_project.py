"""After a project, from its end to what comes half a year later: played with time moved on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
from textual import events
from textual.widgets import Input

from followup_tui.desk import Desk
from followup_tui.domain.client import AccountManager, Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.project import ClosingKind, Project, StepState
from followup_tui.domain.promise import NextStep, StepKind
from followup_tui.domain.queue import Reason, ReasonKind
from followup_tui.domain.wrap_up.consultation import consultation_wanted
from followup_tui.settings.model import Mail, Settings, Web
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.calendar_file import CalendarDialog
from followup_tui.tui.dialogs.project import ProjectDialog
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.screens.projects import ProjectsScreen
from tests.builders import TODAY, a_client, a_project, an_interaction, days
from tests.fakes import FakeClock, MemoryRecords, a_desk
from tests.flows.playing import Player
from tests.tui.waiting import until

CLIENT = a_client(
    "Harbour Mills", account_manager=AccountManager(name="Ulla Berg", email="ulla@our.example")
)
PROJECT = a_project(CLIENT, "Booking portal", started=TODAY - days(90))
SPOKEN = an_interaction(CLIENT, day=TODAY - days(31))


class Year:
    """A desk with one client, and a player who moves through the months."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.records = MemoryRecords([CLIENT, PROJECT, SPOKEN])
        settings = Settings(
            web=Web(prefetch=False), mail=Mail(partner_programme="Acme Partner Network")
        )
        self.desk: Desk = a_desk(records=self.records, now=self.clock, settings=settings)
        self.app = FollowupApp(self.desk)

    @property
    def project(self) -> Project:
        found = self.records.get(Project, PROJECT.id)
        assert found is not None
        return found

    @property
    def booking(self) -> NextStep:
        (found,) = (
            step
            for step in self.records.of_client(NextStep, CLIENT.id)
            if step.kind is StepKind.BOOKING
        )
        return found

    def states(self) -> dict[ClosingKind, StepState]:
        return {step.kind: step.state for step in self.project.closing}

    def reasons(self) -> tuple[Reason, ...]:
        queue = self.desk.call_list.now_listed()
        return next((e.reasons for e in queue.today if e.client_id == CLIENT.id), ())

    async def moves_on(self, player: Player, number: int) -> None:
        """Let days pass, and see the desk of that day."""
        self.clock.forward(days=number)
        screen = await player.at_desk()
        await screen.reload()
        await player.pilot.pause()

    async def calls(self, player: Player, answers: dict[str, str]) -> Interaction:
        """Hold the call that is due: these answers, the rest not asked; and save its wrap-up."""
        await player.at_desk(CLIENT)
        await player.press("c")
        await player.in_call(CLIENT)
        left = dict(answers)
        while left and (at_hand := player.call.at_hand) is not None:
            key = at_hand.question.key
            if answer := left.pop(key, ""):
                player.screen.query_one(NotesPad).post_message(events.Paste(f"= {answer}\n"))
                await player.pilot.pause()
            await player.press("pagedown")
            await until(
                player.pilot,
                lambda key=key: (
                    player.call.at_hand is None or player.call.at_hand.question.key != key
                ),
                f"on from {key}",
            )
        assert not left, f"never asked: {left}"
        self.clock.forward(minutes=9)
        await player.press("f2")
        await player.at_wrap_up()
        await player.press("ctrl+s")
        await until(
            player.pilot, lambda: self.last_call().at > self.clock.now - days(0.5), "it is saved"
        )
        await back_to_the_desk(player)
        return self.last_call()

    def last_call(self) -> Interaction:
        return max(self.records.of_client(Interaction, CLIENT.id), key=lambda each: each.at)


async def back_to_the_desk(player: Player) -> None:
    """Put aside what stands above the desk: the letter that follows a conversation."""
    for _ in range(3):
        await player.pilot.pause()
        if len(player.app.screen_stack) == 1:
            break
        await player.press("escape")
    await player.at_desk()


async def end_the_project(player: Player, file: Path) -> None:
    """End it in the one dialog: a success, more work likely, a booking pencilled in."""
    await player.at_desk(CLIENT)
    await player.press("J")
    app = player.app
    await until(player.pilot, lambda: isinstance(app.screen, ProjectDialog), "the dialog")
    await player.shows("Booking portal", "Thursday 19 November 2026")
    await player.press("tab", "tab", "tab", "tab", "right", "tab", "right")
    await player.shows("Monday 21 December 2026")
    await player.press("ctrl+s")
    await until(player.pilot, lambda: isinstance(app.screen, CalendarDialog), "the file")
    app.screen.query_one("#where", Input).value = str(file)
    await player.press("ctrl+s")
    await until(player.pilot, file.exists, "it is written")
    await until(player.pilot, lambda: isinstance(app.screen, ProjectsScreen), "the projects")
    await player.shows("pencilled in for 21 Dec", "○ Reference", "to ask: reference")
    await player.press("escape")


async def test_from_the_end_of_a_project_to_the_call_half_a_year_later(tmp_path: Path) -> None:
    year = Year()
    async with year.app.run_test(size=(100, 32)) as pilot:
        player = Player(year.app, pilot)
        file = tmp_path / "booking.ics"
        await end_the_project(player, file)
        (entry,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert (str(entry["STATUS"]), entry["DTSTART"].dt) == ("TENTATIVE", date(2026, 12, 21))
        assert (year.project.success, year.project.more_work) == (True, True)
        await player.at_desk(CLIENT)
        await player.shows("Booking portal ended today")

        # The four are asked: one given, one in writing, one declined, one pencilled in.
        asked = {"happy": "yes", "reference": "yes", "testimonial": "yes", "review": "no"}
        await year.calls(player, {**asked, "more-work": "yes", "booking": "yes"})
        assert list(year.states().values()) == [
            StepState.GIVEN,
            StepState.ASKED,
            StepState.DECLINED,
            StepState.GIVEN,
        ]
        assert not year.reasons(), "nothing more to ask today"

        # Two weeks without an answer: asked again, once.
        await year.moves_on(player, 14)
        reason = year.reasons()[0]
        assert reason.kind is ReasonKind.PROJECT_CLOSING
        assert "asked for a testimonial" in reason.text
        assert "no answer" in reason.text
        await player.at_desk(CLIENT)
        await player.press("j")
        await player.shows("◐ Testimonial    asked 19 Nov, no answer; ask again")
        await player.press("down", "down", "a")
        await player.shows("asked 19 Nov and 3 Dec, no answer", "settled")
        await player.press("escape")
        assert year.project.step(ClosingKind.TESTIMONIAL).asked == (TODAY, TODAY + days(14))
        assert year.desk.projects.follows(year.project).endswith("From now on: Keep in touch.")

        # A week before its day the booking comes back; it is confirmed by a key.
        await year.moves_on(player, 11)
        (reason,) = year.reasons()
        assert (reason.kind, reason.record_id) == (ReasonKind.NEXT_STEP, year.booking.id)
        await player.at_desk(CLIENT)
        await player.press("j")
        await until(pilot, lambda: isinstance(year.app.screen, ProjectsScreen), "the projects")
        await player.shows("pencilled in for Mon 21")
        await player.press("end", "c")
        await player.shows("confirmed for Mon 21")
        assert year.booking.confirmed is not None
        await player.press("escape")

        # Spoken to last in the middle of December; five months on the client is due again.
        await year.moves_on(player, 153)
        kinds = {reason.kind: reason for reason in year.reasons()}
        assert kinds[ReasonKind.CADENCE].playbook == "keep-in-touch"
        call = await year.calls(
            player,
            {
                "success": "no",
                "why-not": "technical",
                "technical": "it times out at month's end",
                "put-right": "yes",
                "consultation-when": "in 6 days",
            },
        )
        assert year.project.success is False
        assert consultation_wanted(call, year.desk.playbooks["keep-in-touch"])
        meetings = [
            step
            for step in year.records.of_client(NextStep, CLIENT.id)
            if step.kind is StepKind.MEETING
        ]
        assert [step.text for step in meetings] == ["free consultation with Ulla Berg"]
        client = year.records.get(Client, CLIENT.id)
        assert client is not None
        assert "it times out at month's end" in client.dislikes
    await check_the_letter(year, call)


async def check_the_letter(year: Year, call: Interaction) -> None:
    """The letter after it has the account manager in CC and asks her by name to follow it up."""
    written = await year.desk.letters.after(call.id)
    assert written is not None
    kind, view = written
    assert kind is LetterKind.FOLLOW_UP
    assert view.letter.cc == ("ulla@our.example",)
    assert "as per our conversation" in view.letter.body.lower()
    (by_name,) = (line for line in view.letter.body.splitlines() if "Ulla" in line and "?" in line)
    assert "consultation" in by_name


async def test_the_script_names_the_partner_programme() -> None:
    year = Year()
    hints = {q.key: q.hint for q in year.desk.playbooks["after-project"].questions}
    assert hints["reference"].startswith("Acme Partner Network will mail them to approve it")
