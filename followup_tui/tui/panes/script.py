"""The script of a call: the question at hand, and the answers so far."""

from __future__ import annotations

import asyncio

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from followup_tui.domain.playbook import AnswerType, Question
from followup_tui.domain.views import Asked, CallView
from followup_tui.tui.day_field import DayField
from followup_tui.tui.present import call as present

_RATINGS = ("1", "2", "3", "4", "5")


class TrailLine(Static):
    """A question that was asked; a click goes back to it."""

    class Picked(Message):
        """Go back to the question of this index on the path."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, asked: Asked, index: int) -> None:
        super().__init__(present.trail_line(asked), markup=False)
        self._index = index

    def on_click(self) -> None:
        """Ask to go back here."""
        self.post_message(self.Picked(self._index))


class AnswerButton(Button):
    """A button that gives one answer."""

    def __init__(self, answer: str, label: str, *, chosen: bool) -> None:
        super().__init__(Content(label), variant="primary" if chosen else "default", compact=True)
        self.answer = answer


class ScriptPane(Vertical):
    """One question at a time, with an answer to fit its type; shows a `CallView`."""

    DEFAULT_CSS = """
    ScriptPane {
        border: round $border-blurred;
        padding: 0 1;

        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & VerticalScroll > * { height: auto; }
        & #trail { color: $text-muted; margin: 0 0 1 0; }
        & TrailLine { text-wrap: nowrap; text-overflow: ellipsis; }
        & TrailLine:hover { background: $block-hover-background; }
        & #ask { text-style: bold; }
        & #hint { color: $text-muted; }
        & #last { color: $text-accent; }
        & #aside, & #note-aside { color: $text-muted; margin: 1 0 0 0; }
        & #note-aside { margin: 0; min-width: 8; }
        & #trail, & #hint, & #last, & #wrong, & #aside, & #note-aside {
            display: none;
            &.-some { display: block; }
        }
        & #answer { margin: 1 0 0 0; }
        & #answer Horizontal { height: auto; }
        & #answer Button { margin: 0 1 0 0; min-width: 7; }
        & #answer OptionList { height: auto; max-height: 8; border: none; padding: 0; }
        & #wrong { color: $text-error; }
        & #moves { margin: 1 0 0 0; height: 1; }
        & #moves Button { margin: 0 1 0 0; min-width: 8; }
        & #how { width: 1fr; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
        &:focus-within { border: round $border; }
    }
    """

    class Answered(Message):
        """An answer to the question at hand; None skips it."""

        def __init__(self, text: str | None) -> None:
            super().__init__()
            self.text = text

    class BackWanted(Message):
        """Go back so that the question of `index` on the path is at hand (None: one back)."""

        def __init__(self, index: int | None = None) -> None:
            super().__init__()
            self.index = index

    class NextWanted(Message):
        """Go on, with what was typed or as it was answered before; else skip the question."""

    class AsideWanted(Message):
        """What was set aside is wanted in the notes."""

    class NotesWanted(Message):
        """The user wants to go on typing."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None
        self._path: tuple[Asked, ...] = ()
        self._lock = asyncio.Lock()
        self.border_title = Content("Script")

    def compose(self) -> ComposeResult:
        """Yield the places that `show` fills."""
        with VerticalScroll(can_focus=False):
            yield Vertical(id="trail")
            yield Static(Content(""), id="ask", markup=False)
            yield Static(Content(""), id="hint", markup=False)
            yield Static(Content(""), id="last", markup=False)
            yield Vertical(id="answer")
            yield Static(Content(""), id="wrong", markup=False)
            with Horizontal(id="moves"):
                yield Button(Content("< back"), id="back", compact=True)
                yield Button(Content("next >"), id="next", compact=True)
                yield Static(Content(""), id="how", markup=False)
            yield Static(Content(""), id="aside", markup=False)
            yield Button(Content("put it into the notes"), id="note-aside", compact=True)

    async def show(self, call: CallView) -> None:
        """Show the call's script as it stands; what is being answered keeps its words."""
        async with self._lock:
            self.border_title = Content(f"Script · {call.playbook.name}")
            self._say("#aside", present.set_aside(call.off_path))
            self.query_one("#note-aside").set_class(bool(call.off_path), "-some")
            asked = call.at_hand
            if call.path == self._path and asked == self._asked:
                return
            with_focus = self.has_focus_within
            self._path, self._asked = call.path, asked
            self.wrong("")
            await self._show_trail(call.path if asked is None else call.path[:-1])
            if asked is None:
                await self._show_end()
            else:
                await self._show_question(asked)
            self.query_one("#back", Button).disabled = len(call.path) < 2 and asked is not None
            if with_focus:
                self.focus_answer()
            self.call_after_refresh(self._to_question)

    def _to_question(self) -> None:
        """Bring the question to the top where there is not room for all."""
        self.query_one(VerticalScroll).scroll_to_widget(
            self.query_one("#ask"), animate=False, top=True
        )

    def shows(self, key: str) -> bool:
        """Say whether the question `key` is at hand here, ready to be answered."""
        asked = self._asked
        return asked is not None and asked.question.key == key and not self._lock.locked()

    def wrong(self, sentence: str) -> None:
        """Say what is wrong with an answer; an empty sentence takes it back."""
        self._say("#wrong", Content(sentence))

    @property
    def earlier(self) -> str | None:
        """The answer that the question at hand had before; None where it had none."""
        return (self._asked.answer or None) if self._asked else None

    @property
    def typed(self) -> str | None:
        """What was typed in the answer's field; None where that is nothing new."""
        words = ""
        for field in self.query(DayField):
            words = words or field.words.strip()
        for line in self.query("#answer > Input").results(Input):
            words = words or line.value.strip()
        return words if words and words != self.earlier else None

    def focus_answer(self) -> None:
        """Put the focus where the question at hand is answered."""
        for widget in self.query("#answer *"):
            if widget.focusable:
                widget.focus()
                return
        self.query_one("#back", Button).focus()

    def _say(self, where: str, words: Content) -> None:
        line = self.query_one(where, Static)
        line.update(words)
        line.set_class(bool(words.plain), "-some")

    async def _show_trail(self, asked: tuple[Asked, ...]) -> None:
        trail = self.query_one("#trail", Vertical)
        await trail.remove_children()
        await trail.mount(*(TrailLine(one, index) for index, one in enumerate(asked)))
        trail.set_class(bool(asked), "-some")

    async def _show_end(self) -> None:
        await self.query_one("#answer", Vertical).remove_children()
        self._say("#ask", Content("That was the last question."))
        self._say("#hint", Content("Choose below how it ended."))
        self._say("#last", Content(""))
        self.query_one("#next", Button).display = False
        self._say("#how", Content(""))

    async def _show_question(self, asked: Asked) -> None:
        question = asked.question
        self._say("#ask", Content(question.ask))
        self._say("#hint", Content(question.hint))
        last = f"Last time: {asked.last_time}" if asked.last_time else ""
        self._say("#last", Content(last))
        box = self.query_one("#answer", Vertical)
        await box.remove_children()
        await box.mount(_answer_widget(question, asked.answer or ""))
        self.query_one("#next", Button).display = True
        self._say("#how", Content(present.answer_hint(question)))

    # What the user does

    def on_key(self, event: events.Key) -> None:
        """Answer by a letter or a digit where the type of the question allows it."""
        if event.key == "escape":
            event.stop()
            self.post_message(self.NotesWanted())
            return
        if self._asked is None or not event.character:
            return
        answer = _answer_by_key(self._asked.question, event.character)
        if answer is not None:
            event.stop()
            event.prevent_default()
            self.post_message(self.Answered(answer))

    @on(Button.Pressed)
    def _button(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, AnswerButton):
            self.post_message(self.Answered(event.button.answer))
        elif event.button.id == "back":
            self.post_message(self.BackWanted())
        elif event.button.id == "note-aside":
            self.post_message(self.AsideWanted())
        else:
            self.post_message(self.NextWanted())

    @on(OptionList.OptionSelected)
    def _choice(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._asked is not None:
            self.post_message(self.Answered(self._asked.question.choices[event.option_index]))

    @on(Input.Submitted)
    def _line(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value.strip() or None))

    @on(DayField.Entered)
    def _day(self, event: DayField.Entered) -> None:
        event.stop()
        self.post_message(self.Answered(event.words.strip() or None))

    @on(TrailLine.Picked)
    def _picked(self, event: TrailLine.Picked) -> None:
        event.stop()
        self.post_message(self.BackWanted(event.index))


def _answer_by_key(question: Question, character: str) -> str | None:
    """Return the answer that a single key gives to a question, or None."""
    if question.answer is AnswerType.YES_NO:
        return {"y": "yes", "n": "no"}.get(character.lower())
    if question.answer is AnswerType.RATING:
        return character if character in _RATINGS else None
    if question.answer is AnswerType.CHOICE and character.isascii() and character.isdigit():
        index = int(character) - 1
        return question.choices[index] if 0 <= index < len(question.choices) else None
    return None


def _answer_widget(question: Question, answer: str) -> Widget:
    """Make the widget in which a question is answered, with the answer it had."""
    match question.answer:
        case AnswerType.YES_NO:
            return Horizontal(
                AnswerButton("yes", "Yes", chosen=answer == "yes"),
                AnswerButton("no", "No", chosen=answer == "no"),
            )
        case AnswerType.RATING:
            return Horizontal(*(AnswerButton(n, n, chosen=answer == n) for n in _RATINGS))
        case AnswerType.CHOICE:
            prompts = [f"{number} {text}" for number, text in enumerate(question.choices, 1)]
            options = OptionList(*(Option(Content(prompt)) for prompt in prompts), compact=True)
            if answer in question.choices:
                options.highlighted = question.choices.index(answer)
            return options
        case AnswerType.DATE:
            return DayField(answer, placeholder="fri, 1 Dec, in 2 weeks")
        case AnswerType.TEXT:
            return Input(answer, placeholder="their words, in short", compact=True)
