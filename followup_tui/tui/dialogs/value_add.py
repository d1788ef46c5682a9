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
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.kept import KeptDialog
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import value_add_key
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.value_add_form import Typed, When, read_when, typed_of

_KINDS = (
    ("Article", ValueAddKind.ARTICLE),
    ("Talk insight", ValueAddKind.TALK),
    ("Event", ValueAddKind.EVENT),
    ("Invitation", ValueAddKind.INVITATION),
    ("Free consultation", ValueAddKind.CONSULTATION),
    ("Website tip", ValueAddKind.WEBSITE_TIP),
)


class ValueAddDialog(KeptDialog[ValueAdd]):
    """Ends with the value-add as it was written; None: nothing was."""

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
        super().__init__(desk, value_add_key(value_add.id if value_add else ""))
        self._before = value_add
        self._begun = typed_of(value_add, zone_of(desk.clock())) if value_add else Typed()
        self._looked_up = self._begun.url
        """The address that was fetched for its title."""

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

    def draft(self) -> bytes:
        """Return what stands in the fields, unless it is as it began."""
        typed = self._typed()
        return b"" if typed == self._begun else msgspec.json.encode(typed)

    def take_up(self, draft: bytes) -> str:
        """Show what was typed before."""
        try:
            typed = msgspec.json.decode(draft, type=Typed)
        except msgspec.MsgspecError as problem:
            return f"What you began to write cannot be read ({problem})."
        self._fill(typed)
        return "This is what you began to write."

    def held(self) -> Held:
        """Return what is typed."""
        typed = self._typed()
        lines = (typed.title, typed.url, typed.when, typed.where, typed.topics, typed.about)
        return Held("Something to give", "\n".join(line for line in lines if line.strip()))

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
        self.touched()

    @on(FormField.Changed, ".field-when")
    def _when_typed(self) -> None:
        anew(self, self._read_when, name="read when", group="read")

    async def _read_when(self) -> When | None:
        """Show what the words for when mean; None where they mean nothing."""
        words = self._field("when").value
        found = await asyncio.to_thread(read_when, words, self.desk.clock())
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
            found = await self.desk.library.look_up(url)
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
            self.touched()

    # How it ends

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write it and close."""
        anew(self, self._finish, name="save the value-add", group="save")

    async def _finish(self) -> None:
        when = await self._read_when()
        if when is None:
            self._field("when").focus_input()
            return
        try:
            value_add = self._made(self._typed(), when)
        except Invalid as wrong:
            self.say_invalid(wrong)
            return
        await self.write(value_add, lambda: self._put(value_add))

    async def _put(self, value_add: ValueAdd) -> None:
        library = self.desk.library
        await (library.edit if self._before else library.add)(value_add)

    async def saved(self, saving: Awaitable[object]) -> bool:
        """Await `saving`; say why it did not work, also where the value-add is gone."""
        try:
            return await super().saved(saving)
        except NoSuchValueAdd as gone:
            self.say(str(gone), wrong=True)
            return False

    def _made(self, typed: Typed, when: When) -> ValueAdd:
        """Return the value-add that the fields describe; raises `Invalid`."""
        topics = [clean_line(topic) for topic in typed.topics.split(",")]
        if self._before is None:
            made = self.desk.library.fresh(
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

    @on(Button.Pressed, "#discard")
    def _start_over(self) -> None:
        """Put what stood there at the beginning."""
        self._fill(self._begun)
        self.touched()
        self.say("")

    @on(Button.Pressed, "#later")
    def action_cancel(self) -> None:
        """Close; what is typed waits for the next time."""
        self.close_later()
