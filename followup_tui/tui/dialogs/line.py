"""Corrects what was understood of a line of notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, Select, Static

from followup_tui.desk import Desk
from followup_tui.domain.notes.capture import NoteKind
from followup_tui.domain.notes.mending import LineParts
from followup_tui.domain.promise import Owner, StepKind
from followup_tui.domain.record import Invalid
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.dialogs.saving import ends, foot
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import line_key

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


class Typed(msgspec.Struct, frozen=True):
    """What stands in the fields, and of which line it is the correction."""

    line: str
    parts: LineParts


class LineDialog(KeptDialog[str]):
    """Takes the parts of a line, and ends with the line they make; None: it stays as it is."""

    AUTO_FOCUS = "#text"
    DEFAULT_CSS = """
    LineDialog {
        & > .dialog-box { width: 76; }
        & .field { height: 1; }
        & .field Label { width: 10; color: $text-muted; }
        & .field Input { width: 1fr; background: $surface; }
        & .field Input:focus { background: $block-cursor-background; }
        & .field Select { width: 1fr; }
        & #line { height: auto; margin: 1 0 0 0; color: $text-success; }
        & #line.-wrong { color: $text-error; }
        &.-tiny #line, &.-short #line { margin: 0; }
    }
    """

    def __init__(
        self,
        desk: Desk,
        line: str,
        parts: LineParts,
        *,
        client_id: str,
        write: Callable[[LineParts], str],
    ) -> None:
        """`line` is what stands there, `parts` what it was understood as.

        `write` makes the line of its parts, and raises `Invalid` where it cannot be one.
        """
        super().__init__(desk, line_key(client_id))
        self._line = line
        self._parts = parts
        self._write = write

    def compose(self) -> ComposeResult:
        """Yield the kind, its parts, the line they make, and the buttons."""
        parts = self._parts
        with Vertical(classes="dialog-box") as box:
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
            yield ends(("save", "Change  Ctrl+S"), ("cancel", "Leave it  Esc"))
            yield foot()

    async def on_mount(self) -> None:
        """Show the parts of the kind."""
        self._show_kind()

    def draft(self) -> bytes:
        """Return the parts, unless they are as they began."""
        parts = self.parts
        return b"" if parts == self._begun else msgspec.json.encode(Typed(self._line, parts))

    @property
    def _begun(self) -> LineParts:
        return replace(self._parts, kind=_shown_kind(self._parts.kind))

    def take_up(self, draft: bytes) -> str:
        """Show the parts as they were, if they are of this line."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError:
            return ""
        if typed.line != self._line:
            return ""  # begun of another line, which has been written otherwise since
        with self.prevent(Input.Changed, Select.Changed):
            for name, _, _ in _FIELDS:
                self.query_one(f"#{name}", Input).value = getattr(typed.parts, name)
            for name in ("kind", "by", "step", "agreed"):
                self.query_one(f"#{name}", Select).value = getattr(typed.parts, name)
        self._show_kind()
        self._show_line()
        return "This is what you began to correct."

    def held(self) -> Held:
        """Return the parts that say something."""
        parts = self.parts
        said = (getattr(parts, name) for name, _, kinds in _FIELDS if parts.kind in kinds)
        return Held("Line", "\n".join(words for words in said if words.strip()))

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
        self.touched()
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
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Change the line, if the parts make one."""
        self.begin(self._change_line, name="change the line")

    async def _change_line(self) -> None:
        line = await self._make()
        if line is not None:
            await self.drop(line)

    def action_cancel(self) -> None:
        """Leave the line as it is."""
        self.close_dropped()


def _shown_kind(kind: NoteKind) -> NoteKind:
    """Return the kind to begin with: an answer belongs to its question and is no kind to mend."""
    return NoteKind.NOTE if kind is NoteKind.ANSWER else kind
