"""Who is being called: name, number, their time, how long it has been, and why."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Digits, Static

from followup_tui.domain.calling.dialling import Reachable, numbers_of
from followup_tui.domain.calling.office_hours import OfficeHours
from followup_tui.domain.calling.whereabouts import Whereabouts, whereabouts
from followup_tui.domain.views import CallView
from followup_tui.tui.present import around
from followup_tui.tui.present import call as present

_LARGE_FROM = 32
"""Lines of the terminal from which the number is drawn three rows high."""


class NumberLine(Static):
    """The number in one bold line; a click dials it."""


class OtherNumbers(Widget):
    """The further numbers on one line; a click on one makes it the one to dial."""

    DEFAULT_CSS = """
    OtherNumbers { height: 1; width: 1fr; padding: 0 0 0 2; color: $text-muted; }
    """

    hovered: reactive[int] = reactive(-1)
    """The number under the pointer; -1: none."""

    def __init__(self) -> None:
        super().__init__(id="others")
        self._parts: tuple[around.NumberPart, ...] = ()

    def show(self, others: tuple[Reachable, ...], person: str) -> None:
        """Show numbers; those of others than `person` with their names."""
        self._parts = around.number_parts(others, person)
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the numbers as far as there is room."""
        line = around.numbers_line(self._parts, self.hovered)
        return line.truncate(self.content_size.width, ellipsis=True)

    def at(self, event: events.MouseEvent) -> Reachable | None:
        """Return the number under the pointer."""
        index = self._index(event)
        return self._parts[index].reachable if index >= 0 else None

    def _index(self, event: events.MouseEvent) -> int:
        offset = event.get_content_offset(self)
        if offset is None:
            return -1
        found = (n for n, part in enumerate(self._parts) if part.first <= offset.x < part.last)
        return next(found, -1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        self.hovered = self._index(event)

    def on_leave(self) -> None:
        """Show nothing as chosen any more."""
        self.hovered = -1


class CallHead(Vertical):
    """The head of the call; shows a `CallView`, where the client is, and the moment."""

    DEFAULT_CSS = """
    CallHead { height: auto; padding: 0 1; background: $panel; }
    CallHead #who-line { height: 1; }
    CallHead #who { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    CallHead #theirs { width: auto; padding: 0 0 0 2; color: $text-muted; }
    CallHead #clock { width: auto; padding: 0 0 0 2; text-style: bold; color: $text-accent; }
    CallHead #number-line { height: auto; }
    CallHead NumberLine { width: auto; max-width: 100%; text-style: bold; color: $text-primary; }
    CallHead Digits { width: auto; color: $text-primary; display: none; }
    CallHead #why { height: auto; max-height: 2; color: $text-muted; }
    CallHead #why.-none { display: none; }
    CallHead.-large Digits { display: block; }
    CallHead.-large NumberLine { display: none; }
    CallHead.-large #others { margin: 1 0 0 0; }
    """

    class DialWanted(Message):
        """A number was clicked: dial it."""

        def __init__(self, reachable: Reachable) -> None:
            super().__init__()
            self.reachable = reachable

    class NumberChosen(Message):
        """Another number than before is the one to dial."""

        def __init__(self, reachable: Reachable) -> None:
            super().__init__()
            self.reachable = reachable

    def __init__(self) -> None:
        super().__init__()
        self._call: CallView | None = None
        self._where: Whereabouts | None = None
        self._numbers: tuple[Reachable, ...] = ()
        self._at = 0
        """Which of the numbers is the one to dial."""

    @property
    def to_dial(self) -> Reachable | None:
        """The number to dial, and whose it is; None where none is known."""
        return self._numbers[self._at] if self._numbers else None

    @property
    def numbers(self) -> tuple[Reachable, ...]:
        """All numbers of the client, those of the person who is called first."""
        return self._numbers

    @property
    def _number(self) -> str:
        return self.to_dial.number if self.to_dial else ""

    def compose(self) -> ComposeResult:
        """Yield the lines that `show` and `tick` fill."""
        with Horizontal(id="who-line"):
            yield Static(Content(""), id="who", markup=False)
            yield Static(Content(""), id="theirs", markup=False)
            yield Static(Content(""), id="clock", markup=False)
        with Horizontal(id="number-line"):
            yield Digits("", id="large")
            yield NumberLine(Content(""), markup=False)
            yield OtherNumbers()
        yield Static(Content(""), id="why", markup=False)

    def show(self, call: CallView, now: datetime) -> None:
        """Show whom the call is with; the number that was chosen stays, if it is still there."""
        chosen = self._number
        self._call = call
        if self._where is None and now.tzinfo is not None:
            self._where = whereabouts(call.client, own=now.tzinfo, hours=OfficeHours())
        self._numbers = numbers_of(call.client, call.person.name if call.person else "")
        known = [each.number for each in self._numbers]
        self._at = known.index(chosen) if chosen in known else 0
        self._show_number()
        self.tick(now)

    def place(self, where: Whereabouts, now: datetime) -> None:
        """Show where the client is, once that is known."""
        self._where = where
        self.tick(now)

    def choose(self, reachable: Reachable) -> None:
        """Make a number the one to dial."""
        if reachable in self._numbers and reachable != self.to_dial:
            self._at = self._numbers.index(reachable)
            self._show_number()
            self.post_message(self.NumberChosen(reachable))

    def next_number(self) -> bool:
        """Make the next number the one to dial; say whether there is another one."""
        if len(self._numbers) < 2:
            return False
        self.choose(self._numbers[(self._at + 1) % len(self._numbers)])
        return True

    def tick(self, now: datetime) -> None:
        """Show the moment: costs a repaint of two words, no layout unless they grow."""
        if self._call is None or self._where is None:
            return
        self._put("#theirs", around.their_time(self._where, now))
        self._put("#clock", Content(present.clock_words(now - self._call.started)))
        why = around.why_line(self._call, self._where, now)
        self._put("#why", why)
        self.query_one("#why").set_class(not why.plain, "-none")

    def _show_number(self) -> None:
        if self._call is None:
            return
        person = self._call.person
        self.query_one("#who", Static).update(present.who(self._call.client, person))
        line = self.query_one(NumberLine)
        line.update(Content(self._number or "No number is known: edit the client to add one."))
        if present.can_be_large(self._number, self.app.size.width):
            self.query_one(Digits).update(self._number)
        others = (*self._numbers[self._at + 1 :], *self._numbers[: self._at])
        self.query_one(OtherNumbers).show(others, person.name if person else "")
        self._choose_size()

    def _put(self, where: str, words: Content) -> None:
        line = self.query_one(where, Static)
        old = line.visual
        if isinstance(old, Content) and (old.plain, old.spans) == (words.plain, words.spans):
            return
        grew = not isinstance(old, Content) or old.cell_length != words.cell_length
        line.update(words, layout=grew)

    def _choose_size(self) -> None:
        room = self.size.width - 4
        large = self.app.size.height >= _LARGE_FROM and present.can_be_large(self._number, room)
        self.set_class(large, "-large")

    def on_resize(self) -> None:
        """Draw the number as large as there is room for."""
        self._choose_size()

    def on_click(self, event: events.Click) -> None:
        """Dial the number that is clicked, or make it the one to dial."""
        if isinstance(event.widget, NumberLine | Digits) and self.to_dial is not None:
            self.post_message(self.DialWanted(self.to_dial))
        elif isinstance(event.widget, OtherNumbers) and (other := event.widget.at(event)):
            self.choose(other)
