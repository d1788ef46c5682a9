"""The script pane and the outcome bar alone: what they post, and what they are given."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.playbook import AnswerType, Due, Playbook, Question, Trigger
from followup_tui.domain.views import Asked, CallView, Suggestion
from followup_tui.tui import theme
from followup_tui.tui.panes.outcome_bar import OutcomeBar, OutcomeKey
from followup_tui.tui.panes.script import ScriptPane
from tests.builders import NOW, a_client, a_value_add
from tests.tui.waiting import until

TEXT = Question(key="text", ask="How is [b]it[/b]?", hint="[/] listen")
YES_NO = Question(key="yes", ask="A success?", answer=AnswerType.YES_NO)
CHOICE = Question(
    key="choice", ask="Which?", answer=AnswerType.CHOICE, choices=("[red]this[/]", "that")
)
RATING = Question(key="rating", ask="How good?", answer=AnswerType.RATING)
DATE = Question(key="date", ask="When?", answer=AnswerType.DATE)
PLAYBOOK = Playbook(
    key="p",
    name="Play [b]",
    due=Due(trigger=Trigger.LAST_REACHED, ideal=1, late=2),
    checklist=(),
    questions=(TEXT, YES_NO, CHOICE, RATING, DATE),
)


def a_call(*path: Asked, **fields: Any) -> CallView:
    return CallView(
        client=a_client(), person=None, playbook=PLAYBOOK, why="", started=NOW, path=path, **fields
    )


class PaneHost(App[None]):
    def __init__(self) -> None:
        super().__init__()
        for look in theme.THEMES:
            self.register_theme(look)
        self.theme = theme.DARK
        self.posted: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ScriptPane()

    def on_script_pane_answered(self, message: ScriptPane.Answered) -> None:
        self.posted.append(message)

    def on_script_pane_back_wanted(self, message: ScriptPane.BackWanted) -> None:
        self.posted.append(message)

    @property
    def pane(self) -> ScriptPane:
        return self.query_one(ScriptPane)

    def answers(self) -> list[str | None]:
        return [m.text for m in self.posted if isinstance(m, ScriptPane.Answered)]


def shown(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (TEXT, "fine\n", "fine"),
        (TEXT, "\n", None),
        (YES_NO, "y", "yes"),
        (YES_NO, "N", "no"),
        (CHOICE, "1", "[red]this[/]"),
        (CHOICE, "\n", "[red]this[/]"),
        (RATING, "4", "4"),
        (DATE, "fri\n", "fri"),
    ],
)
async def test_each_type_is_answered_by_keys(
    question: Question, keys: str, answer: str | None
) -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        await app.pane.show(a_call(Asked(question)))
        app.pane.focus_answer()
        await pilot.pause()
        await pilot.press(*("enter" if key == "\n" else key for key in keys))
        await until(pilot, lambda: bool(app.posted), "an answer")
        assert app.answers() == [answer]


@pytest.mark.parametrize(("question", "key"), [(YES_NO, "x"), (CHOICE, "3"), (RATING, "6")])
async def test_a_key_that_is_no_answer_posts_nothing(question: Question, key: str) -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        await app.pane.show(a_call(Asked(question)))
        app.pane.focus_answer()
        await pilot.press(key)
        assert app.posted == []


async def test_an_earlier_answer_is_there_to_be_changed() -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        await app.pane.show(a_call(Asked(YES_NO, answer="no"), Asked(TEXT, answer="before")))
        await pilot.pause()
        assert app.pane.earlier == "before"
        assert "no · A success?" in shown(app)


async def test_nothing_is_read_as_markup() -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        call = a_call(
            Asked(CHOICE, answer="[red]this[/]"), Asked(TEXT, last_time="[i]well[/i] (1 May)")
        )
        await app.pane.show(call)
        await pilot.pause()
        text = shown(app)
        for words in ("How is [b]it[/b]?", "[/] listen", "[i]well[/i]", "[red]this[/]"):
            assert words in text
        assert "Play [b]" in text


async def test_the_end_of_the_script_is_said() -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        await app.pane.show(a_call(Asked(TEXT, answer="x"), ended=True))
        await pilot.pause()
        assert "That was the last question." in shown(app)
        await pilot.click("#back")
        assert [type(message) for message in app.posted] == [ScriptPane.BackWanted]


async def test_words_being_written_outlive_what_else_changes() -> None:
    app = PaneHost()
    async with app.run_test(size=(60, 24)) as pilot:
        call = a_call(Asked(TEXT))
        await app.pane.show(call)
        app.pane.focus_answer()
        await pilot.press("h", "i")
        await app.pane.show(a_call(Asked(TEXT), suggestions=(Suggestion(a_value_add()),)))
        assert app.pane.typed == "hi"


class BarHost(App[None]):
    def __init__(self, width_of_keys: int) -> None:
        super().__init__()
        outcomes = [o for o in Outcome if o is not Outcome.NOTED]
        self.keys = [
            OutcomeKey(outcome, f"F{number}", outcome.value.ljust(width_of_keys))
            for number, outcome in enumerate(outcomes, 2)
        ]
        self.chosen: list[Outcome] = []

    def compose(self) -> ComposeResult:
        yield OutcomeBar(self.keys)

    def on_outcome_bar_chosen(self, message: OutcomeBar.Chosen) -> None:
        self.chosen.append(message.outcome)


async def _clicks(pilot: Pilot[Any], width: int, height: int) -> None:
    for y in range(height):
        for x in range(0, width, 5):
            await pilot.click(OutcomeBar, offset=(x, y))


@pytest.mark.parametrize("width", [20, 60, 140])
async def test_every_outcome_can_be_clicked_at_any_width(width: int) -> None:
    app = BarHost(4)
    async with app.run_test(size=(width, 10)) as pilot:
        await _clicks(pilot, width, app.query_one(OutcomeBar).size.height)
        assert set(app.chosen) == {key.outcome for key in app.keys}
