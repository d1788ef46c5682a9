"""Takes something to give, or changes it: an article, a talk, an event, a standing offer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import msgspec
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, Select, Static

from followup_tui.desk import Desk
from followup_tui.domain.record import Invalid, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.services.gather import zone_of
from followup_tui.services.library import NoSuchValueAdd
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import value_add_key
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.value_add_form import Typed, When, read_when, typed_of

_KINDS = (
    ("Article", ValueAddKind.ARTICLE),
    ("Talk insight", ValueAddKind.TALK),
    ("Event", ValueAddKind.EVENT),
    ("Invitation", ValueAddKind.INVITATION),
    ("Free consultation", ValueAddKind.CONSULTATION),
    ("Website tip", ValueAddKind.WEBSITE_TIP),
)


class ValueAddDialog(SavingDialog[ValueAdd | None]):
    """Ends with the value-add as it was written; None: nothing was.

    What is typed is kept as a draft within a second, and stands there again when the dialog is
    opened anew: neither Escape nor a crash loses it.
    """

    AUTO_FOCUS = ".field-url Input"
    DEFAULT_CSS = """
    ValueAddDialog {
        & .kind { height: 1; margin: 0 0 1 0; }
        & .kind Label { width: 18; color: $text-muted; }
        & .kind Select { width: 1fr; }
        & FormField Input.-textual-compact, & FormField TextArea { background: $surface; }
        & FormField Input.-textual-compact:focus, & FormField TextArea:focus {
            background: $block-cursor-background;
        }
    }
    """

    def __init__(self, desk: Desk, value_add: ValueAdd | None) -> None:
        """`value_add` is the one to change; None: a new one."""
        super().__init__()
        self._desk = desk
        self._before = value_add
        self._draft = value_add_key(value_add.id if value_add else "")
        self._begun = typed_of(value_add, zone_of(desk.clock())) if value_add else Typed()
        self._looked_up = self._begun.url
        """The address that was fetched for its title."""
        self._failed = self._written = self._leaving = False
        self._elsewhere = keys_of(desk.settings.keys)("app.save_elsewhere")
        self._autosave = Autosave(self, self._keep, clock=desk.clock, told=self._told)

    def compose(self) -> ComposeResult:
        """Yield the fields and the buttons."""
        with Vertical(classes="dialog-box -wide") as box:
            box.border_title = Content("Edit" if self._before else "Something to give")
            yield from self._fields(self._begun)
            with Horizontal(classes="ends"):
                yield Button(Content("Save  Ctrl+S"), variant="primary", id="save", compact=True)
                yield Button(Content("Later  Esc"), id="later", compact=True)
                yield Button(Content("Start over"), id="discard", compact=True)
            yield Static("", id="said", markup=False)

    def _fields(self, typed: Typed) -> ComposeResult:
        with Horizontal(classes="kind"):
            yield Label(Content("Kind"))
            yield Select(
                [(Content(words), kind) for words, kind in _KINDS],
                value=typed.kind,
                allow_blank=False,
                compact=True,
                id="kind",
            )
        yield FormField(
            "url", "Address", typed.url, placeholder="https://…", hint="Enter fetches its title."
        )
        yield FormField("title", "What", typed.title, placeholder="Keeping cloud costs down")
        yield FormField("topics", "Fits", typed.topics, placeholder="Azure, costs")
        yield FormField(
            "when", "When", typed.when, placeholder="25 Nov 18:30, for what takes place once"
        )
        yield FormField("where", "Where", typed.where)
        yield FormField("about", "In a few words", typed.about, lines=2)

    async def on_mount(self) -> None:
        """Put what was typed before, if anything was."""
        try:
            kept = await asyncio.to_thread(self._desk.drafts.load, self._draft)
        except StoreProblem as problem:
            self.say(str(problem), wrong=True)
            return
        if kept:
            try:
                typed = msgspec.json.decode(kept, type=Typed)
            except msgspec.MsgspecError as problem:
                self.say(f"What you began to write cannot be read ({problem}).", wrong=True)
                return
            self._fill(typed)
            self.say("This is what you began to write.")

    def _fill(self, typed: Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(Select.Changed, FormField.Changed):
            self.query_one("#kind", Select).value = typed.kind
            for key in ("url", "title", "topics", "when", "where", "about"):
                self._field(key).fill(getattr(typed, key))
        self._looked_up = typed.url
        self._field("title").focus_input()

    def _field(self, key: str) -> FormField:
        return self.query_one(f".field-{key}", FormField)

    def _typed(self) -> Typed:
        kind = self.query_one("#kind", Select).value
        return Typed(
            kind=kind if isinstance(kind, ValueAddKind) else ValueAddKind.ARTICLE,
            url=self._field("url").value.strip(),
            title=self._field("title").value,
            topics=self._field("topics").value,
            when=self._field("when").value,
            where=self._field("where").value,
            about=self._field("about").value,
        )

    # What is typed

    @on(FormField.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        self._leaving = False
        self._autosave.changed()

    @on(FormField.Changed, ".field-when")
    def _when_typed(self) -> None:
        self.run_worker(self._read_when(), name="read when", group="read", exclusive=True)

    async def _read_when(self) -> When | None:
        """Show what the words for when mean; None where they mean nothing."""
        words = self._field("when").value
        found = await asyncio.to_thread(read_when, words, self._desk.clock())
        field = self._field("when")
        if found is None:
            field.show_hint(f"“{words.strip()}” names no day: write it like 25 Nov 18:30.")
        else:
            field.show_hint(found.said)
        return found

    def on_descendant_blur(self) -> None:
        """Fetch an address for its title once it has been typed."""
        url = self._field("url").value.strip()
        if url and url != self._looked_up and not self._field("title").value.strip():
            self._looked_up = url
            self.run_worker(self._look_up(url), name="look up", group="look up", exclusive=True)

    async def _look_up(self, url: str) -> None:
        self._field("url").show_hint("Fetching its title …")
        try:
            found = await self._desk.library.look_up(url)
        except (Invalid, StoreProblem) as problem:
            self._field("url").show_problem(str(problem))
            return
        self._field("url").show_hint(found.problem)
        typed = self._typed()
        if typed.url == url and not typed.title.strip():
            self._fill(
                msgspec.structs.replace(
                    typed,
                    title=found.title,
                    about=typed.about or found.about,
                    topics=typed.topics or ", ".join(found.topics),
                )
            )
            self._field("url").show_hint(found.problem)
            self._autosave.changed()

    # Keeping

    async def _keep(self) -> None:
        """Keep what is typed as a draft, unless it is as it began."""
        typed = self._typed()
        if typed == self._begun:
            await asyncio.to_thread(self._desk.drafts.discard, self._draft)
        else:
            content = msgspec.json.encode(typed)
            await asyncio.to_thread(self._desk.drafts.save, self._draft, content)

    def _told(self, kept: Kept) -> None:
        if kept.problem:
            words = f"What you wrote stays here; {self._elsewhere} saves it elsewhere."
            self.say(f"{kept.problem} {words}", wrong=True)
        elif self._failed:
            self.say("Kept: it can be saved again.")
        self._failed = bool(kept.problem)

    def held(self) -> Held:
        """Return what is typed."""
        typed = self._typed()
        lines = (typed.title, typed.url, typed.when, typed.where, typed.topics, typed.about)
        return Held("Something to give", "\n".join(line for line in lines if line.strip()))

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Keep what is typed before the desk closes."""
        await self._autosave.flush()

    # How it ends

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write it and close."""
        self.run_worker(self._finish(), name="save the value-add", group="save", exclusive=True)

    async def _finish(self) -> None:
        when = await self._read_when()
        if when is None:
            self._field("when").focus_input()
            return
        try:
            value_add = self._made(self._typed(), when)
        except Invalid as wrong:
            self._say_invalid(wrong)
            return
        library = self._desk.library
        writing = library.edit if self._before else library.add
        if not self._written and not await self._save(writing(value_add)):
            return
        self._written = True
        await self._autosave.flush()
        self._autosave.close()
        if await self.saved(asyncio.to_thread(self._desk.drafts.discard, self._draft)):
            self.dismiss(value_add)

    async def _save(self, writing: Awaitable[None]) -> bool:
        try:
            return await self.saved(writing)
        except NoSuchValueAdd as gone:
            self.say(str(gone), wrong=True)
            return False

    def _made(self, typed: Typed, when: When) -> ValueAdd:
        """Return the value-add that the fields describe; raises `Invalid`."""
        topics = [clean_line(topic) for topic in typed.topics.split(",")]
        if self._before is None:
            made = self._desk.library.fresh(
                typed.kind,
                typed.title,
                url=typed.url,
                about=typed.about,
                topics=topics,
                starts=when.starts,
                where=typed.where,
            )
            return replace(made, all_day=when.all_day)
        before = self._before
        same_time = typed.when == self._begun.when
        return replace(
            before,
            kind=typed.kind,
            title=clean_line(typed.title),
            url=typed.url,
            about=clean_text(typed.about),
            topics=tuple(dict.fromkeys(topic for topic in topics if topic)),
            starts=before.starts if same_time else when.starts and utc(when.starts),
            ends=before.ends if same_time else None,
            all_day=before.all_day if same_time else when.all_day,
            where=clean_line(typed.where),
        )

    def _say_invalid(self, wrong: Invalid) -> None:
        """Put the sentence under the field that it is about, or at the foot."""
        fields = self.query(f".field-{wrong.field}")
        if fields:
            field = self._field(wrong.field)
            field.show_problem(wrong.message)
            field.focus_input()
        else:
            self.say(str(wrong), wrong=True)

    @on(Button.Pressed, "#discard")
    def _start_over(self) -> None:
        """Put what stood there at the beginning."""
        self._fill(self._begun)
        self._autosave.changed()
        self.say("")

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.run_worker(self._leave(), name="keep the value-add", group="save", exclusive=True)

    async def _leave(self) -> None:
        if await self._autosave.flush() or self._leaving:
            self.dismiss(None)
            return
        # Whoever cannot save must be able to leave all the same, knowing what it costs.
        self._leaving = True
        problem = str(self.query_one("#said", Static).content)
        self.say(f"{problem} Esc again closes without it.", wrong=True)
