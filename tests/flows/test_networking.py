"""After meeting somebody: from the quick form to keeping in touch, played with time moved on."""

from __future__ import annotations

from collections.abc import Mapping
from email import policy
from email.parser import BytesParser
from pathlib import Path

import icalendar
from textual import events
from textual.pilot import Pilot

from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter, Warmth
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.promise import Promise, StepKind
from followup_tui.domain.queue import Band, Reason, ReasonKind
from followup_tui.settings.model import Me, Settings, Web
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.dialogs.leave import LeaveDialog
from followup_tui.tui.dialogs.met import MetDialog
from tests.builders import TODAY, a_client, days
from tests.fakes import FakeClock, a_desk
from tests.flows.playing import Player
from tests.tui.waiting import until

SIZE = (120, 40)


class Weeks:
    """A desk whose user has just met somebody, and who moves through the weeks."""

    def __init__(self, home: Path) -> None:
        self.clock = FakeClock()
        me = Me(name="Ulla Berg", email="ulla@berg.example", region="AU")
        settings = Settings(me=me, web=Web(prefetch=False))
        known = a_client("Harbour Mills", created=self.clock() - days(3))
        self.desk = a_desk(home, records=[known], now=self.clock, settings=settings)
        self.app = FollowupApp(self.desk)

    @property
    def met(self) -> Encounter:
        (found,) = self.desk.records.all(Encounter)
        return found

    @property
    def client(self) -> Client:
        found = self.desk.records.get(Client, self.met.client_id)
        assert found is not None
        return found

    def reasons(self) -> tuple[Reason, ...]:
        listed = self.desk.call_list.now_listed()
        return next((e.reasons for e in listed.today if e.client_id == self.client.id), ())

    async def moves_on(self, player: Player, number: int) -> None:
        """Let days pass, and see the desk of that day."""
        self.clock.forward(days=number)
        screen = await player.at_desk()
        await screen.reload()
        await player.pilot.pause()


async def meets(player: Player, warmth: Warmth, **said: str) -> None:
    """Fill in the form by the keys, and save it."""
    await player.at_desk()
    await player.press("N")
    await until(player.pilot, lambda: isinstance(player.app.screen, MetDialog), "the form")
    await fills(player, said, "name", "company", "where", "when")
    await player.press("left" if warmth is Warmth.PROSPECT else "right", "tab")
    await fills(player, said, "talked_about", "in_common", "learned", "promised", "email", "phone")
    await player.press("ctrl+s")


async def fills(player: Player, said: Mapping[str, str], *keys: str) -> None:
    """Fill in fields one after the other; as the clipboard does it, which is quicker to play."""
    for key in keys:
        if text := said.get(key, ""):
            player.app.post_message(events.Paste(text))
            await player.pilot.pause()
        await player.press("tab")


async def lets_out(pilot: Pilot[None], player: Player) -> None:
    """Let the letter at hand out as a file, whatever the check says."""
    await player.press("ctrl+s")
    await until(pilot, lambda: isinstance(player.app.screen, LeaveDialog), "the ways out")
    await pilot.pause()
    await player.press("enter")


async def test_a_prospect_from_the_form_to_keeping_in_touch(tmp_path: Path) -> None:
    weeks = Weeks(tmp_path)
    async with weeks.app.run_test(size=SIZE, notifications=True) as pilot:
        player = Player(weeks.app, pilot)
        await meets(
            player, Warmth.PROSPECT, name="Priya Nair", company="Wide World", where="DevMeetup",
            talked_about="customs papers, nine forms a container",
            in_common="both learned to sail late", learned="a third of them come back for a comma",
            promised="the talk about documents by mon", email="priya@wide.example",
        )  # fmt: skip
        await player.shows("Priya Nair is written down. To propose: a meeting: ")
        assert not weeks.reasons(), "nobody is followed up the same day"
        assert weeks.met.talked_about == "customs papers, nine forms a container"
        (promise,) = weeks.desk.records.of_client(Promise, weeks.client.id)
        assert promise.due == TODAY + days(4)

        await weeks.moves_on(player, 1)
        reason = weeks.reasons()[0]
        assert (reason.kind, reason.band) == (ReasonKind.NEW_CONTACT, Band.DUE)
        await player.shows("met yesterday at DevMeetup")
        await player.at_desk(weeks.client)
        await until(pilot, lambda: "How you met" in player.shown(), "the preparation")
        await player.press("d")
        view = await player.at_letter()
        assert view.letter.kind is LetterKind.GOOD_TO_MEET
        assert view.attachments == ("two-times.ics",)
        for at in weeks.met.proposed:
            assert f"{at.day} {at:%B} at {at.hour}:{at:%M}" in view.letter.body
        await player.shows("Ready on")
        await lets_out(pilot, player)
        await player.at_desk()
        assert weeks.met.followed_up == TODAY + days(1)
        check_the_file(weeks)
        assert ReasonKind.NEW_CONTACT not in {each.kind for each in weeks.reasons()}

        await weeks.moves_on(player, 160)
        reasons = {each.kind: each for each in weeks.reasons()}
        assert reasons[ReasonKind.CADENCE].playbook == "keep-in-touch"


def check_the_file(weeks: Weeks) -> None:
    """Check the mail and the two times with it."""
    (letter,) = weeks.desk.records.of_client(Letter, weeks.client.id)
    (left,) = letter.left
    mail = BytesParser(policy=policy.default).parsebytes(Path(left.where).read_bytes())
    assert mail["To"] == "Priya Nair <priya@wide.example>"
    (attached,) = mail.iter_attachments()
    events = icalendar.Calendar.from_ical(attached.get_payload(decode=True)).walk("VEVENT")
    assert [each.decoded("dtstart") for each in events] == list(weeks.met.proposed)


async def test_cards_exchanged_from_the_form_to_the_call(tmp_path: Path) -> None:
    weeks = Weeks(tmp_path)
    async with weeks.app.run_test(size=SIZE, notifications=True) as pilot:
        player = Player(weeks.app, pilot)
        await meets(
            player, Warmth.CARD_ONLY, name="Noah Feldman", where="trade fair", when="yesterday",
            phone="+61 2 5550 0195",
        )  # fmt: skip
        await player.shows("Noah Feldman is written down. To propose: a call: ")
        assert weeks.reasons()[0].kind is ReasonKind.NEW_CONTACT
        await player.at_desk(weeks.client)
        await player.press("c")
        await player.in_call(weeks.client)
        assert player.call.playbook.key == "networking"
        await player.types("* cheaper hosting\n")
        await player.press("f2")
        view = await player.at_wrap_up()
        assert [step.kind for step in view.steps] == [StepKind.COFFEE, StepKind.COFFEE]
        await player.press("ctrl+s")
        await until(pilot, lambda: bool(weeks.desk.records.all(Interaction)), "it is saved")
        await player.letter_put_aside()
        assert weeks.met.followed_up == TODAY
        assert weeks.client.interests == ("cheaper hosting",)
        assert not weeks.reasons()
        await weeks.moves_on(player, 160)
        assert weeks.reasons()[0].playbook == "keep-in-touch"
