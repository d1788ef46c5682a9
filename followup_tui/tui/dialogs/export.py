"""Exporting: choose a form, everything or one client, and where it goes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.exporting.export import Export, Exported, ExportKind, ExportProblem
from followup_tui.domain.exporting.file_names import file_name
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.words import count
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.importing import path_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.choice import Choice
from followup_tui.tui.dialogs.saving import SavingDialog, ends, foot

_EVERYTHING = "everything"
_NAME_ROOM = 30  # characters of a client's name
_FORMS_WIDTH = 66  # columns below which the forms do not stand side by side


@dataclass(frozen=True, slots=True)
class _Form:
    """A form in which something leaves."""

    kind: ExportKind
    about: str
    ending: str
    """Of the path that is proposed; empty: a folder."""


_FORMS = {
    "JSON": _Form(
        ExportKind.JSON, "All records in one file, which can be imported again.", ".json"
    ),
    "CSV": _Form(ExportKind.CSV, "A table for each kind of record, for a spreadsheet.", ""),
    "vCard": _Form(ExportKind.VCARD, "A card for each person, for an address book.", ".vcf"),
    "Markdown": _Form(ExportKind.MARKDOWN, "A text for each client, as Obsidian has it.", ""),
    "calendar": _Form(ExportKind.ICAL, "What is due and agreed, to subscribe to.", ".ics"),
    "brief": _Form(ExportKind.HTML, "What to know before the call, to be printed.", ".html"),
}


class ExportDialog(SavingDialog[Exported | None]):
    """Writes an export, and ends with what came of it; None when it was left."""

    AUTO_FOCUS = "#form"
    PROBLEMS = (ExportProblem, ImportProblem, StoreProblem, NoSuchClient)
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (14, "-fair")]

    def __init__(self, desk: Desk, client: Client | None) -> None:
        """`client` is the one at hand, who can be exported alone."""
        super().__init__()
        self._desk = desk
        self._client = client
        self._asked: Export | None = None
        """What would replace files of others, and was told to."""
        self._typed = False
        """Whether the path is the user's own words."""

    def compose(self) -> ComposeResult:
        """Yield the forms, of whom, where to, and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Export")
            narrow = self.app.size.width < _FORMS_WIDTH
            yield _Choice(tuple(_FORMS), "JSON", id="form", narrow=narrow)
            yield Static("", id="about-form", classes="dialog-words", markup=False)
            if self._client is not None:
                whom = (_EVERYTHING, self._client.name[:_NAME_ROOM])
                yield _Choice(whom, _EVERYTHING, id="whom")
            yield Input(id="where", classes="-line")
            yield foot()
            yield ends(("save", "Write  Ctrl+S"), ("cancel", "Cancel  Esc"))

    def on_mount(self) -> None:
        """Propose a place."""
        self._propose()

    @property
    def _form(self) -> _Form:
        return _FORMS[self.query_one("#form", Choice).value]

    @property
    def _whom(self) -> Client | None:
        found = self.query("#whom").results(Choice)
        alone = any(choice.value != _EVERYTHING for choice in found)
        return self._client if alone else None

    @on(Choice.Chosen)
    def _propose(self) -> None:
        """Say what the form is, and propose where to write it."""
        form, whom = self._form, self._whom
        self.query_one("#about-form", Static).update(Content(form.about))
        self._forget_question()
        if not self._typed:
            name = file_name(whom.name) if whom else "followup"
            field = self.query_one("#where", Input)
            with field.prevent(Input.Changed):
                field.value = f"~/{name}{form.ending or f' {form.kind}/'}"

    @on(Input.Changed, "#where")
    def _named(self) -> None:
        self._typed = True
        self._forget_question()

    def _forget_question(self) -> None:
        self._asked = None
        self.query_one("#save", Button).label = Content("Write  Ctrl+S")
        self.say("")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Write it; where that would replace what is not ours, ask first."""
        self.begin(self._write, name="export")

    async def _write(self) -> None:
        self.say("Writing …")
        done = await self.attempt(self._exported())
        if done is not None:
            self.dismiss(done)

    async def _exported(self) -> Exported | None:
        """Write the export; None: what is in its way was asked about."""
        export = self._asked or await self._prepared()
        if export.in_the_way and self._asked is None:
            self._ask(export)
            return None
        return await self._desk.exporting.write(export, over_others=self._asked is not None)

    async def _prepared(self) -> Export:
        path = Path.home() / await asyncio.to_thread(path_of, self.query_one("#where", Input).value)
        client_id = self._whom.id if self._whom else ""
        return await self._desk.exporting.prepared(self._form.kind, path, client_id=client_id)

    def _ask(self, export: Export) -> None:
        """Say what stands in the way; the same key then replaces it."""
        paths = export.in_the_way
        what = str(paths[0]) if len(paths) == 1 else count(len(paths), "file")
        self._asked = export
        self.query_one("#save", Button).label = Content("Replace  Ctrl+S")
        self.say(f"{what} did not come from an export as it stands. Replace?", wrong=True)


class _Choice(Choice):
    """A choice that is known by an id."""

    def __init__(
        self,
        options: tuple[str, ...],
        chosen: str,
        *,
        id: str,  # noqa: A002
        narrow: bool = False,
    ) -> None:
        super().__init__(options, chosen, narrow=narrow)
        self.id = id


def done_words(done: Exported) -> str:
    """Return what to tell of an export that was written."""
    export = done.export
    files = f" ({count(len(done.written), 'file')})" if len(export.files) > 1 else ""
    return f"{export.what} written to {export.root}{files}."
