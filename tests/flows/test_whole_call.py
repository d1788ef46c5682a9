"""A whole call with each kind of answer and each sign: by keyboard alone, and by mouse alone."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.widgets import Button, Input, OptionList

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, Outcome
from followup_tui.domain.playbook import AnswerType, Due, Playbook, Question, Trigger
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.tui.app import FollowupApp
from followup_tui.tui.panes.call_list import CallListRows
from followup_tui.tui.panes.notes_pad import NotesPad
from followup_tui.tui.panes.offers import OffersPane
from followup_tui.tui.panes.outcome_bar import OutcomeBar
from followup_tui.tui.panes.script import AnswerButton, ScriptPane, TrailLine
from followup_tui.tui.panes.ways_bar import Chip
from tests.builders import NOW, TODAY, a_client, a_value_add, an_interaction, days
from tests.fakes import a_desk
from tests.flows.playing import Player

PLAYBOOK = Playbook(
    key="keep-in-touch",
    name="Keep in touch",
    due=Due(trigger=Trigger.LAST_REACHED, ideal=150, late=180),
    checklist=(),
    questions=(
        Question(key="how", ask="How is it going?", note_sign="+"),
        Question(
            key="success",
            ask="Was it a success?",
            answer=AnswerType.YES_NO,
            branches={"yes": "stars"},
        ),
        Question(key="why", ask="What went wrong?"),
        Question(key="stars", ask="How many stars?", answer=AnswerType.RATING),
        Question(
            key="where",
            ask="Where is it used?",
            answer=AnswerType.CHOICE,
            choices=("in the office", "in the shop", "nowhere"),
            branches={"nowhere": "end"},
        ),
        Question(key="when", ask="When shall we look at it?", answer=AnswerType.DATE),
    ),
)
CLIENT = a_client("Woodgrove Bank", zone="Australia/Sydney", interests=("queues",))
TALK = a_value_add("Queues without tears", topics=("queues",))
TIP = a_value_add("A faster front page")

NOTES = """they opened a second branch
+ the morning report
- the slow sign-in
! send the price list by fri
! they send the floor plan by mon
@ Omar Haddad at Tailspin, omar@tailspin.example
> coffee thu 10:00
? who pays for the licences
* payments abroad
"""

ANSWERS = {
    "how": "busy, but well",
    "success": "yes",
    "stars": "4",
    "where": "in the shop",
    "when": "2026-11-24",
}


def the_desk() -> Desk:
    spoken = an_interaction(CLIENT, day=TODAY - days(200))
    records = [CLIENT, spoken, TALK, TIP]
    return a_desk(records=records, playbooks={PLAYBOOK.key: PLAYBOOK}, now=NOW)


def check_what_is_written(desk: Desk) -> None:
    """Look at all that the call was to leave."""
    records = desk.records
    interaction = max(records.of_client(Interaction, CLIENT.id), key=lambda each: each.at)
    assert interaction.outcome is Outcome.REACHED
    assert {answer.question: answer.text for answer in interaction.answers} == ANSWERS
    lines = [line.text for line in interaction.notes]
    assert lines[: len(NOTES.splitlines())] == NOTES.splitlines()
    client = records.get(Client, CLIENT.id)
    assert client is not None
    assert {"the morning report", "busy, but well"} <= set(client.likes)
    assert "the slow sign-in" in client.dislikes
    assert "payments abroad" in client.interests
    promises = {(p.text, p.by.value, p.due) for p in records.of_client(Promise, CLIENT.id)}
    assert ("send the price list", "us", date(2026, 11, 20)) in promises
    assert any(text == "send the floor plan" and by == "them" for text, by, _ in promises)
    (referral,) = records.all(Referral)
    assert referral.name == "Omar Haddad"
    assert [client.name for client in records.all(Client)] == ["Woodgrove Bank", "Tailspin"]
    (step,) = records.of_client(NextStep, CLIENT.id)
    assert step.at.astimezone(NOW.tzinfo).strftime("%a %d %H:%M") == "Thu 26 10:00"
    offers = {offer.value_add_id: offer.state for offer in records.of_client(Offer, CLIENT.id)}
    assert offers == {TALK.id: OfferState.TAKEN, TIP.id: OfferState.DECLINED}


async def test_by_the_keyboard_alone() -> None:
    desk = the_desk()
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        player = Player(app, pilot)
        await player.at_desk(CLIENT)
        await player.press("c")
        await player.in_call(CLIENT)
        await player.types(NOTES)

        # Answers in the notes, under their sign, and in the pane: both go by the keys alone.
        await player.types("= busy, but well\n")
        await player.press("pagedown")
        await player.asked("success")
        await player.press("ctrl+g", "n")
        await player.asked("why")
        await player.types("it was slow\n")
        await player.asked("stars")
        await player.press("pageup", "pageup")
        await player.asked("success")
        await player.press("y")
        await player.asked("stars")
        assert [asked.answer for asked in player.call.off_path] == ["it was slow"]
        await player.shows("Set aside")
        await player.press("4")
        await player.asked("where")
        await player.press("2")
        await player.asked("when")
        await player.types("next tue")
        await player.shows("Tue 24 Nov")
        await player.press("enter")
        await player.asked("")

        await player.press("ctrl+l")
        assert isinstance(app.focused, OffersPane)
        await player.shows("Queues without tears", "A faster front page")
        await player.press("1", "1")
        await player.shows("taken · Talk: Queues without tears")
        await player.press("2", "down", "n")
        await player.shows("declined · Talk: A faster front page")
        await player.press("escape")
        assert isinstance(app.focused, NotesPad)
        assert player.answers() == ANSWERS

        await player.press("f2")
        await player.at_wrap_up()
        await player.press("ctrl+s")
        await player.at_desk()
    check_what_is_written(desk)


async def test_by_the_mouse_alone() -> None:
    desk = the_desk()
    app = FollowupApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        player = Player(app, pilot)
        await player.at_desk()
        await pilot.click(CallListRows, offset=(6, 1))
        await pilot.click(CallListRows, offset=(6, 1), times=2)
        line = player.shown().splitlines()[-1]
        await pilot.click(offset=(line.index(" c ") + 1, 39))
        await player.in_call(CLIENT)
        # The words themselves come over the clipboard: a mouse has no letters.
        await pilot.click(NotesPad)
        player.screen.query_one(NotesPad).post_message(events.Paste(NOTES))
        await player.shows("payments abroad")

        await pilot.click("#answer > Input")
        player.screen.query_one("#answer > Input", Input).post_message(
            events.Paste("busy, but well")
        )
        await player.shows("busy, but well")
        await pilot.click("#next")
        await player.asked("success")
        await pilot.click(TrailLine)
        await player.asked("how")
        await pilot.click("#next")
        await player.asked("success")
        await pilot.click(list(player.screen.query(AnswerButton))[1])
        await player.asked("why")
        await pilot.click("#back")
        await player.asked("success")
        await pilot.click(player.screen.query(AnswerButton).first())
        await player.asked("stars")
        await pilot.click(list(player.screen.query(AnswerButton))[3])
        await player.asked("where")
        await pilot.click(OptionList, offset=(3, 1))
        await player.asked("when")
        player.screen.query_one(ScriptPane).query(Input).first().post_message(
            events.Paste("next tue")
        )
        await player.shows("Tue 24 Nov")
        await pilot.click("#next")
        await player.asked("")

        await player.shows("Queues without tears", "A faster front page")
        for title, clicks in (("Queues without tears", 2), ("A faster front page", 3)):
            for _ in range(clicks):
                y = next(n for n, text in enumerate(player.shown().splitlines()) if title in text)
                await pilot.click(offset=(10, y))
                await pilot.pause()
        await player.shows("taken · Talk: Queues", "declined · Talk: A faster")
        for kind in ("coffee", "call"):
            await pilot.click(f"#kind-{kind}")
            assert player.call.kind.value == kind
        assert player.screen.query_one("#kind-call", Chip).has_class("-current")
        assert player.answers() == ANSWERS

        await pilot.click(OutcomeBar, offset=(3, 0))
        await player.at_wrap_up()
        await pilot.click(app.screen.query_one("#save", Button))
        await player.at_desk()
    check_what_is_written(desk)
