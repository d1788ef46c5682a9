"""What the desk's dialogs have in common: they save themselves, and stay open when they cannot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Button, Static
from textual.worker import NoActiveWorker, Worker, get_current_worker

from followup_tui.domain.record import Invalid
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.closing import ClosingDialog, stands

T = TypeVar("T")
R = TypeVar("R")

SAVE: list[BindingType] = [
    *bindings(Place.DIALOG),
    Binding("ctrl+s,f2", "save", "save", tooltip="Save and close.", priority=True),
]
STYLES = str(Path(__file__).with_name("saving.tcss"))
"""Named whole: Textual looks for a relative name beside the module of each dialog."""


def ends(*buttons: tuple[str, str], main: str = "save") -> Horizontal:
    """Return the row of buttons by which a dialog ends, each with its id and its words.

    ``save`` and ``cancel`` do what their keys do; `main` is the id of the one that is proposed.
    """
    return Horizontal(
        *(
            Button(
                Content(words), variant="primary" if name == main else "default", id=name,
                compact=True,
            )
            for name, words in buttons
        ),
        classes="ends",
    )  # fmt: skip


def foot(words: str = "") -> Static:
    """Return the line of a dialog in which `say` says its sentence."""
    return Static(words, id="said", markup=False)


class SavingDialog(ClosingDialog[T]):
    """A dialog that is saved before it closes; what is typed outlives a store that fails."""

    CSS_PATH: ClassVar[CSSPathType | None] = STYLES
    BINDINGS = SAVE
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (16, "-fair")]
    PROBLEMS: ClassVar[tuple[type[Exception], ...]] = (StoreProblem,)
    """What may come of saving, besides `Invalid`; the words of each are for the user."""

    _ending: Worker[None] | None = None

    # How it ends

    def begin(self, work: Callable[[], Coroutine[None, None, None]], *, name: str) -> None:
        """Begin to save or to leave by `work`, unless that is under way.

        What a second key began anew would be written twice: writing that was begun goes on in its
        thread, whatever becomes of the worker that waits for it.
        """
        if not self.is_ending:
            self._ending = self.run_worker(work, name=name, group="save", description=name)

    @property
    def is_ending(self) -> bool:
        """Whether it is being saved, or left, or is closed and takes in its last messages."""
        return not stands(self) or (self._ending is not None and not self._ending.is_finished)

    def action_save(self) -> None:
        """Save and close."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Close without saving, unless that is under way: then it closes by itself."""
        if not self.is_ending:
            self.dismiss(None)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with `result`. What else is looked up here has nobody left to be told."""
        try:
            ending: Worker[object] | None = get_current_worker()
        except NoActiveWorker:
            ending = None
        for worker in self.workers:
            if worker.node is self and worker is not ending:
                worker.cancel()
        return super().dismiss(result)

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _cancel_pressed(self) -> None:
        self.action_cancel()

    # What is said of it

    async def attempt(self, saving: Awaitable[R]) -> R | None:
        """Return what comes of `saving`; None where it failed, of which the sentence is shown."""
        try:
            return await saving
        except Invalid as wrong:
            self.say_invalid(wrong)
        except self.PROBLEMS as problem:
            self.say(str(problem), wrong=True)
        return None

    async def saved(self, saving: Awaitable[object]) -> bool:
        """Await `saving`; say whether it worked, and show the sentence where it did not."""

        async def done() -> bool:
            await saving
            return True

        return await self.attempt(done()) is True

    def say_invalid(self, wrong: Invalid) -> None:
        """Show what is wrong with what is typed."""
        self.say(str(wrong), wrong=True)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Show a sentence at the foot of the dialog."""
        line = self.query_one("#said", Static)
        line.set_class(wrong, "-wrong")
        line.update(Content(sentence))
