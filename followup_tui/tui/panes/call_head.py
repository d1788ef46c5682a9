"""Who is being called: name, number, their time, how long it has been, and why."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits, Static

from followup_tui.domain.client import Client, Person
from followup_tui.domain.views import CallView
from followup_tui.tui.present import call as present

_LARGE_FROM = 32
"""Lines of the terminal from which the number is drawn three rows high."""


class NumberLine(Static):
    """The number in one bold line; a click copies it."""


class CallHead(Vertical):
    """The head of the call; shows a `CallView` and the moment."""

    DEFAULT_CSS = """
    CallHead { height: auto; padding: 0 1; background: $panel; }
    CallHead #who-line { height: 1; }
    CallHead #who { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    CallHead #theirs { width: auto; padding: 0 0 0 2; color: $text-muted; }
    CallHead #clock { width: auto; padding: 0 0 0 2; text-style: bold; color: $text-accent; }
    CallHead #number-line { height: auto; }
    CallHead NumberLine { width: auto; max-width: 100%; text-style: bold; color: $text-primary; }
    CallHead Digits { width: auto; color: $text-primary; display: none; }
    CallHead #others { width: 1fr; padding: 0 0 0 2; color: $text-muted; }
    CallHead #others { text-wrap: nowrap; text-overflow: ellipsis; }
    CallHead #why { height: auto; max-height: 2; color: $text-muted; }
    CallHead #why.-none { display: none; }
    CallHead.-large Digits { display: block; }
    CallHead.-large NumberLine { display: none; }
    CallHead.-large #others { padding: 1 0 0 2; }
    """

    class CopyWanted(Message):
        """The number was clicked."""

        def __init__(self, number: str) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._call: CallView | None = None

    def compose(self) -> ComposeResult:
        """Yield the lines that `show` and `tick` fill."""
        with Horizontal(id="who-line"):
            yield Static(Content(""), id="who", markup=False)
            yield Static(Content(""), id="theirs", markup=False)
            yield Static(Content(""), id="clock", markup=False)
        with Horizontal(id="number-line"):
            yield Digits("", id="large")
            yield NumberLine(Content(""), markup=False)
            yield Static(Content(""), id="others", markup=False)
        yield Static(Content(""), id="why", markup=False)

    def show(self, call: CallView, now: datetime) -> None:
        """Show whom the call is with."""
        self._call = call
        self._show_person(call.client, call.person)
        why = " · ".join(part for part in (call.why, present.begun_words(call, now)) if part)
        self.query_one("#why", Static).update(Content(why))
        self.query_one("#why").set_class(not why, "-none")
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show the moment: costs a repaint of two words, no layout unless they grow."""
        if self._call is None:
            return
        self._put("#theirs", present.their_time(self._call.client, now))
        self._put("#clock", present.clock_words(now - self._call.started))

    def _show_person(self, client: Client, person: Person | None) -> None:
        self._number = present.number(person)
        self.query_one("#who", Static).update(present.who(client, person))
        line = self.query_one(NumberLine)
        line.update(Content(self._number or "No number is known: edit the client to add one."))
        if present.can_be_large(self._number, self.app.size.width):
            self.query_one(Digits).update(self._number)
        self.query_one("#others", Static).update(Content(present.other_numbers(person)))
        self._choose_size()

    def _put(self, where: str, words: str) -> None:
        line = self.query_one(where, Static)
        old = line.visual
        grew = not isinstance(old, Content) or len(old.plain) != len(words)
        line.update(Content(words), layout=grew)

    def _choose_size(self) -> None:
        room = self.size.width - 4
        large = self.app.size.height >= _LARGE_FROM and present.can_be_large(self._number, room)
        self.set_class(large, "-large")

    def on_resize(self) -> None:
        """Draw the number as large as there is room for."""
        self._choose_size()

    def on_click(self, event: events.Click) -> None:
        """Ask for the number to be copied when it is clicked."""
        if self._number and isinstance(event.widget, NumberLine | Digits):
            self.post_message(self.CopyWanted(self._number))
