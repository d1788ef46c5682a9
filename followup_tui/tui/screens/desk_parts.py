"""The desk's head line: what day it is, and on narrow terminals the panes to change to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class Pane(StrEnum):
    """The panes of the desk, from left to right; the value is the class of their screen."""

    LIST = "-at-list"
    PREPARATION = "-at-preparation"
    SIDE = "-at-side"


class PaneTab(Static):
    """The name of a pane, to be clicked where not all panes are shown."""

    class Pressed(Message):
        """A pane is wanted."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, pane: Pane, name: str) -> None:
        super().__init__(Content(name), classes="pane-tab", markup=False)
        self.pane = pane

    def on_click(self) -> None:
        """Ask for the pane."""
        self.post_message(self.Pressed(self.pane))


class HeadLine(Horizontal):
    """One line: the program's name, the tabs of the panes, and the day."""

    at: reactive[Pane] = reactive(Pane.LIST)
    """The pane where the user is."""
    words: reactive[str] = reactive("")
    """The day, and how much there is to do."""
    quiet: reactive[str] = reactive("")
    """What is being fetched beside the work; empty when nothing is."""

    def compose(self) -> ComposeResult:
        """Yield name, tabs and day."""
        yield Static("followup", id="desk-name", markup=False)
        yield PaneTab(Pane.LIST, "List")
        yield PaneTab(Pane.PREPARATION, "Prepare")
        yield PaneTab(Pane.SIDE, "Notes")
        yield Static(id="desk-day", markup=False)

    def on_mount(self) -> None:
        """Show where the user is, and the day."""
        self.watch_at()
        self.watch_words()

    def watch_at(self) -> None:
        """Mark the tab of the pane where the user is."""
        for tab in self.query(PaneTab):
            tab.set_class(tab.pane is self.at, "-current")

    def watch_words(self) -> None:
        """Show the day; what is fetched beside the work only where both have room."""
        if not self.is_mounted:
            return
        day = self.query_one("#desk-day", Static)
        quiet = f"{self.quiet}  ·  " if self.quiet else ""
        if cell_len(quiet + self.words) > day.content_size.width:
            quiet = ""
        day.update(Content.assemble((quiet, "$text-muted"), self.words))

    def on_resize(self) -> None:
        """Show as much as has room."""
        self.watch_words()

    def watch_quiet(self) -> None:
        """Show it before the day."""
        self.watch_words()


class ProblemLine(Static):
    """Sentences about what could not be loaded, one at a time, until each was dismissed."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(id="desk-problems", markup=False)
        self._problems = list(problems)

    def on_mount(self) -> None:
        """Show the first one."""
        self._show()

    def add(self, problem: str) -> None:
        """Show one more, unless it stands there already."""
        if problem not in self._problems:
            self._problems.append(problem)
            self._show()

    def resolve(self, problem: str) -> None:
        """Take back a problem that is over."""
        if problem in self._problems:
            self._problems.remove(problem)
            self._show()

    def dismiss_first(self) -> bool:
        """Take the one that is shown away; say whether there was any."""
        if not self._problems:
            return False
        del self._problems[0]
        self._show()
        return True

    def _show(self) -> None:
        self.display = bool(self._problems)
        if not self._problems:
            return
        others = len(self._problems) - 1
        more = f" ({others} more)" if others else ""
        self.update(
            Content.assemble(("! ", "bold"), self._problems[0], (f"{more}  Esc dismisses", "dim"))
        )

    def on_click(self) -> None:
        """Dismiss what is shown."""
        self.dismiss_first()
