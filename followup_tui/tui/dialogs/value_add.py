"""Takes something to give, or changes it: an article, a talk, an event, a standing offer."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Select

from followup_tui.desk import Desk
from followup_tui.domain.library.when import When, read_when
from followup_tui.domain.record import Invalid, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.value_add import ValueAdd, ValueAddKind
from followup_tui.services.gather import zone_of
from followup_tui.services.library import NoSuchValueAdd
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.form import FormDialog, labelled
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.keeping import value_add_key
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.value_add_form import Typed, typed_of

_KINDS = (
    ("Article", ValueAddKind.ARTICLE),
    ("Talk insight", ValueAddKind.TALK),
    ("Event", ValueAddKind.EVENT),
    ("Invitation", ValueAddKind.INVITATION),
    ("Free consultation", ValueAddKind.CONSULTATION),
    ("Website tip", ValueAddKind.WEBSITE_TIP),
)


class ValueAddDialog(FormDialog[ValueAdd, Typed]):
    """Ends with the value-add as it was written; None: nothing was."""

    AUTO_FOCUS = ".field-url Input"
    PROBLEMS = (StoreProblem, NoSuchValueAdd)
    DEFAULT_CSS = """
    ValueAddDialog {
        & .chosen { margin: 0 0 1 0; }
        & FormField { padding: 0 0 1 0; }
    }
    """

    def __init__(self, desk: Desk, value_add: ValueAdd | None) -> None:
        """`value_add` is the one to change; None: a new one."""
        key = value_add_key(value_add.id if value_add else "")
        heading = "Edit" if value_add else "Something to give"
        begun = typed_of(value_add, zone_of(desk.clock())) if value_add else Typed()
        super().__init__(desk, key, heading, Typed, begun)
        self._before = value_add
        self._looked_up = begun.url
        """The address that was fetched for its title."""

    def fields(self, typed: Typed) -> ComposeResult:
        """Yield the fields of a value-add."""
        kinds = [(Content(words), kind) for words, kind in _KINDS]
        yield labelled(
            "Kind", Select(kinds, value=typed.kind, allow_blank=False, compact=True, id="kind")
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

    # What is typed

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        kind = self.query_one("#kind", Select).value
        values = self.values()
        return Typed(
            kind=kind if isinstance(kind, ValueAddKind) else ValueAddKind.ARTICLE,
            **values | {"url": values["url"].strip()},
        )

    def fill(self, typed: Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        with self.prevent(Select.Changed):
            self.query_one("#kind", Select).value = typed.kind
        self.put_values(structs.asdict(typed))
        self._looked_up = typed.url
        self.field("title").focus_input()

    def held(self) -> Held:
        """Return what is typed."""
        return replace(super().held(), what="Something to give")

    @on(FormField.Changed, ".field-when")
    def _when_typed(self) -> None:
        anew(self, self._read_when, name="read when", group="read")

    async def _read_when(self) -> When | None:
        """Show what the words for when mean; None where they mean nothing."""
        words = self.field("when").value
        found = await asyncio.to_thread(read_when, words, self.desk.clock())
        field = self.field("when")
        if found is None:
            field.show_hint(f"“{words.strip()}” names no day: write it like 25 Nov 18:30.")
        else:
            field.show_hint(found.said)
        return found

    def on_descendant_blur(self) -> None:
        """Fetch an address for its title once it has been typed."""
        url = self.field("url").value.strip()
        if url and url != self._looked_up and not self.field("title").value.strip():
            self._looked_up = url
            anew(self, partial(self._look_up, url), name="look up", group="look up")

    async def _look_up(self, url: str) -> None:
        self.field("url").show_hint("Fetching its title …")
        try:
            found = await self.desk.library.look_up(url)
        except (Invalid, StoreProblem) as problem:
            self.field("url").show_problem(str(problem))
            return
        self.field("url").show_hint(found.problem)
        typed = self.typed()
        if typed.url == url and not typed.title.strip():
            self.fill(
                structs.replace(
                    typed,
                    title=found.title,
                    about=typed.about or found.about,
                    topics=typed.topics or ", ".join(found.topics),
                )
            )
            self.field("url").show_hint(found.problem)
            self.touched()

    # How it ends

    async def write_down(self) -> ValueAdd | None:
        """Write what the fields describe, once its day is understood."""
        when = await self._read_when()
        if when is None:
            self.field("when").focus_input()
            return None
        value_add = self._made(self.typed(), when)
        library = self.desk.library
        await (library.edit if self._before else library.add)(value_add)
        return value_add

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
            return structs.replace(made, all_day=when.all_day)
        before = self._before
        same_time = typed.when == self.begun.when
        return structs.replace(
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
