"""The first thing that is seen, while there are no clients: what the desk is, and three ways in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup_tui.desk import Desk
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import ClientFormWanted, DemoWanted, ImportWanted

_ABOUT = (
    "A desk for people who keep their clients by calling them. It says whom to call next and why, "
    "prepares each call, holds the script and your notes while you talk, and remembers what was "
    "promised. Everything stays in a folder of your own; nothing is sent anywhere unless you ask."
)


class Choice(Static, can_focus=True):
    """One of the ways in: a numbered item, to be clicked or chosen with Enter or its number."""

    BINDINGS = [
        Binding("enter,space", "choose", "choose", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Before", show=False),
    ]

    class Chosen(Message):
        """The item was chosen."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, number: int, title: str, words: str, action: str) -> None:
        super().__init__(
            Content.assemble(
                (f" {number} ", "bold $button-color-foreground on $primary"),
                "  ",
                (title, "bold"),
                "\n     ",
                (words, "$text-muted"),
            ),
            id=f"choice-{action}",
        )
        self._action = action

    def action_choose(self) -> None:
        """Choose this item."""
        self.post_message(self.Chosen(self._action))

    def on_click(self) -> None:
        """Choose it with the mouse."""
        self.action_choose()


class WelcomeScreen(ClosingScreen[None]):
    """Shown instead of the desk while there is nobody on it."""

    CSS_PATH = "welcome.tcss"
    AUTO_FOCUS = "Choice"
    BINDINGS = bindings(Place.WELCOME)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Yield the greeting and the three ways in."""
        with VerticalScroll(id="welcome-scroll", can_focus=False), Vertical(id="welcome-box"):
            yield Static("Welcome to followup", id="welcome-title", markup=False)
            yield Static(_ABOUT, id="welcome-about", markup=False)
            yield Choice(
                1,
                "Look at the sample desk",
                "Invented clients with a history, kept apart from yours.",
                "sample",
            )
            yield Choice(
                2,
                "Import contacts",
                "From a file: LinkedIn, Google, Outlook, any CSV, or vCards.",
                "import",
            )
            yield Choice(3, "Add your first client", "A name is enough to begin with.", "add")
            for problem in self._desk.problems:
                yield Static(f"! {problem}", classes="welcome-problem", markup=False)
            yield Static(f"Your desk is kept in {self._desk.home}", id="welcome-home", markup=False)
        yield KeyLine()

    @on(Choice.Chosen)
    async def _choose(self, message: Choice.Chosen) -> None:
        message.stop()
        await self.run_action(message.action)

    def action_sample(self) -> None:
        """Open the sample desk instead of this one."""
        self.post_message(DemoWanted())

    def action_import(self) -> None:
        """Ask for a file of contacts."""
        self.post_message(ImportWanted())

    def action_add(self) -> None:
        """Open an empty form."""
        self.post_message(ClientFormWanted())
