"""Corrects what was understood of a line of notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select, Static

from followup_tui.domain.notes.capture import NoteKind
from followup_tui.domain.notes.mending import LineParts
from followup_tui.domain.promise import Owner, StepKind
from followup_tui.domain.record import Invalid
from followup_tui.tui.actions import Place, bindings

_Value = TypeVar("_Value")

_KINDS = [(kind.value.capitalize(), kind) for kind in NoteKind if kind is not NoteKind.ANSWER]
_OWNERS = [("We owe it", Owner.US), ("They owe it", Owner.THEM)]
_STEPS = [(kind.value.capitalize(), kind) for kind in StepKind]
_AGREED = [("Agreed", True), ("Proposed", False)]

_FIELDS: tuple[tuple[str, str, frozenset[NoteKind]], ...] = (
    ("text", "Words", frozenset(NoteKind)),
    ("when", "When", frozenset((NoteKind.PROMISE, NoteKind.NEXT_STEP))),
    ("company", "Company", frozenset((NoteKind.REFERRAL,))),
    ("mail", "E-mail", frozenset((NoteKind.REFERRAL,))),
    ("phone", "Phone", frozenset((NoteKind.REFERRAL,))),
    ("detail", "Details", frozenset((NoteKind.REFERRAL,))),
)
"""Each field with its label, and the kinds of which it is a part."""


class LineDialog(ModalScreen[str | None]):
    """Takes the parts of a line, and ends with the line they make; None: it stays as it is."""

    CSS_PATH = "line.tcss"
    AUTO_FOCUS = "#text"
    BINDINGS = [
        *bindings(Place.DIALOG),
        Binding("ctrl+s,f2", "confirm", "change the line", priority=True),
    ]

    def __init__(self, parts: LineParts, *, write: Callable[[LineParts], str]) -> None:
        """`write` makes the line of its parts, and raises `Invalid` where it cannot be one."""
        super().__init__()
        self._parts = parts
        self._write = write

    def compose(self) -> ComposeResult:
        """Yield the kind, its parts, the line they make, and the buttons."""
        parts = self._parts
        with Vertical(id="box") as box:
            box.border_title = Content("Correct the line")
            with Horizontal(classes="field"):
                yield Label(Content("It is"))
                yield Select(
                    _KINDS, value=_shown_kind(parts.kind), allow_blank=False, id="kind",
                    compact=True,
                )  # fmt: skip
            for name, label, _ in _FIELDS:
                with Horizontal(classes="field", id=f"{name}-field"):
                    yield Label(Content(label))
                    yield Input(str(getattr(parts, name)), id=name, compact=True)
            with Horizontal(classes="field", id="by-field"):
                yield Label(Content("Whose"))
                yield Select(_OWNERS, value=parts.by, allow_blank=False, id="by", compact=True)
            with Horizontal(classes="field", id="step-field"):
                yield Label(Content("What"))
                yield Select(_STEPS, value=parts.step, allow_blank=False, id="step", compact=True)
                yield Select(
                    _AGREED, value=parts.agreed, allow_blank=False, id="agreed", compact=True
                )
            yield Static(Content(""), id="line", markup=False)
            with Horizontal(id="ends"):
                yield Button(
                    Content("Change  Ctrl+S"), variant="primary", id="confirm", compact=True
                )
                yield Button(Content("Leave it  Esc"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Show the parts of the kind."""
        self._show_kind()

    @property
    def parts(self) -> LineParts:
        """The parts as they stand in the fields."""
        return LineParts(
            kind=self._chosen("#kind", NoteKind),
            by=self._chosen("#by", Owner),
            step=self._chosen("#step", StepKind),
            agreed=self._chosen("#agreed", bool),
            **{name: self.query_one(f"#{name}", Input).value for name, _, _ in _FIELDS},
        )

    def _chosen(self, field: str, type_: type[_Value]) -> _Value:
        value = self.query_one(field, Select).value
        assert isinstance(value, type_)  # the field allows no blank
        return value

    def _show_kind(self) -> None:
        kind = self._chosen("#kind", NoteKind)
        for name, _, kinds in _FIELDS:
            self.query_one(f"#{name}-field").display = kind in kinds
        self.query_one("#by-field").display = kind is NoteKind.PROMISE
        self.query_one("#step-field").display = kind is NoteKind.NEXT_STEP
        name = "Name" if kind is NoteKind.REFERRAL else "Words"
        self.query_one("#text-field Label", Label).update(Content(name))

    @on(Select.Changed)
    @on(Input.Changed)
    def _changed(self) -> None:
        self._show_kind()
        self._show_line()

    @work(name="make the line", group="line", exclusive=True)
    async def _show_line(self) -> None:
        await self._make()

    async def _make(self) -> str | None:
        """Show the line that the parts make, and return it; None where they make none."""
        shown = self.query_one("#line", Static)
        try:
            line = await asyncio.to_thread(self._write, self.parts)
        except Invalid as wrong:
            shown.update(Content(wrong.message))
            shown.set_class(True, "-wrong")
            return None
        shown.update(Content(line))
        shown.set_class(False, "-wrong")
        return line

    @on(Input.Submitted)
    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        """Change the line, if the parts make one."""
        self._change_line()

    @work(name="change the line", group="line", exclusive=True)
    async def _change_line(self) -> None:
        line = await self._make()
        if line is not None:
            self.dismiss(line)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave the line as it is."""
        self.dismiss(None)


def _shown_kind(kind: NoteKind) -> NoteKind:
    """Return the kind to begin with: an answer belongs to its question and is no kind to mend."""
    return NoteKind.NOTE if kind is NoteKind.ANSWER else kind
