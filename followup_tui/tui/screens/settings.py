"""The settings as a form, drawn from the same schema by which the file is read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from followup_tui.desk import Desk
from followup_tui.domain.record import Invalid
from followup_tui.domain.words import age_words
from followup_tui.services.ports import StoreProblem
from followup_tui.settings import writing
from followup_tui.settings.load import FILE, read_settings
from followup_tui.settings.model import SettingsProblem
from followup_tui.settings.schema import NO, YES, Kind, Section, Setting, changes, sections, texts
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.choice import Choice
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.panes.form_field import FormField
from followup_tui.tui.screens.form_screen import FormScreen

DRAFT = "settings"
"""The key of the draft of what is typed here."""
_SEVERAL = {Kind.SEVERAL_LINES: 4, Kind.LINES: 3, Kind.PAIRS: 3, Kind.CADENCES: 2, Kind.PEOPLE: 3}
"""Lines of the fields in which more than one stands."""


class _Typed(msgspec.Struct, frozen=True):
    """What was typed and not saved."""

    at: datetime
    fields: dict[str, str]


class SettingsScreen(FormScreen[bool]):
    """All settings; ends with whether any was changed, or None where none was saved."""

    CSS_PATH = "settings.tcss"
    SAID = "#settings-said"
    BINDINGS = bindings(Place.SETTINGS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, DRAFT)
        self._before = ""
        """What the file said when this was opened."""
        self._initial: dict[str, str] = {}
        """What stood in each field then; empty until the file is read."""

    def compose(self) -> ComposeResult:
        """Yield the frame; the fields follow when the file is read."""
        yield Static(Content("Settings"), id="settings-title")
        yield Static("", id="settings-said", markup=False)
        yield VerticalScroll(Vertical(id="settings-box"), id="settings-scroll", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the file, and what was typed and not saved."""
        begin(self, self._open, name="open the settings", group="settings")

    async def _open(self) -> None:
        try:
            self._before = await asyncio.to_thread(writing.text_of, self.desk.home)
            stands = texts(read_settings(self._before, file=str(self.desk.home / FILE)))
            draft = await asyncio.to_thread(self.desk.drafts.load, DRAFT)
        except (SettingsProblem, StoreProblem) as problem:
            self.tell(f"{problem} Mend it, then open this again.", wrong=True)
            return
        typed = _decoded(draft)
        fields = {**stands, **(typed.fields if typed else {})}
        box = self.query_one("#settings-box", Vertical)
        with self.app.batch_update():
            await box.mount_all(
                widget for section in sections() for widget in _drawn(section, fields)
            )
        self._initial = stands
        self.query(FormField).first().focus_input()
        where = f"They stand in {self.desk.home / FILE}; your own comments there stay."
        if typed:
            age = age_words(typed.at, self.desk.clock())
            where = f"Taken up again: this was typed {age} and not saved. Esc can drop it."
        self.tell(where)

    # What is typed

    @property
    def _fields(self) -> dict[str, str]:
        """What stands in each field, by the key of its setting."""
        found = {field.key: field.value for field in self.query(FormField)}
        return {**found, **{str(choice.name): choice.value for choice in self.query(Choice)}}

    @property
    def _changed(self) -> dict[str, str]:
        return {
            key: text
            for key, text in self._fields.items()
            if self._initial and text != self._initial[key]
        }

    @property
    def is_ready(self) -> bool:
        """Whether the file was read, and the fields are there."""
        return bool(self._initial)

    def draft(self) -> bytes:
        """Return what was changed."""
        changed = self._changed
        return msgspec.json.encode(_Typed(self.desk.clock(), changed)) if changed else b""

    def held(self) -> Held:
        """Return what is typed, a field a line."""
        return Held("Settings", "\n".join(f"{key}: {text}" for key, text in self._changed.items()))

    # Saving

    async def write(self) -> bool | None:
        """Write what was changed into the file."""
        for field in self.query(FormField):
            field.show_problem("")
        file = str(self.desk.home / FILE)
        try:
            found = changes(self._changed, read_settings(self._before, file=file))
            await asyncio.to_thread(self.desk.change_settings, found, before=self._before)
        except Invalid as wrong:
            self._show_problem(wrong.field, wrong.message)
        except SettingsProblem as problem:
            key, _, says = str(problem).removeprefix(f"{file}: ").partition(": ")
            self._show_problem(key, says or str(problem))
        else:
            return bool(found)
        return None

    def _show_problem(self, key: str, words: str) -> None:
        """Show what is wrong at the field it is about; without one, on top."""
        field = next((each for each in self.query(FormField) if _is_about(key, each.key)), None)
        if field is None:
            self.tell(f"{key}: {words}" if words != key else words, wrong=True)
            return
        self.tell("One field needs mending.", wrong=True)
        field.show_problem(f"{words[:1].upper()}{words[1:]}")
        field.focus_input()


def _is_about(key: str, field: str) -> bool:
    """Say whether a problem of a key, which may be a part of a table, is about a field."""
    return key == field or key.startswith((f"{field}.", f"{field}["))


def _decoded(content: bytes | None) -> _Typed | None:
    """Return what was kept; nothing of a draft that cannot be read, or names what is no setting."""
    if content is None:
        return None
    try:
        typed = msgspec.json.decode(content, type=_Typed)
    except msgspec.DecodeError:
        return None
    known = {setting.key for section in sections() for setting in section.settings}
    return _Typed(typed.at, {key: text for key, text in typed.fields.items() if key in known})


def _drawn(section: Section, fields: dict[str, str]) -> Iterator[Widget]:
    """Yield the widgets of a section."""
    yield Label(Content(section.title), classes="settings-section")
    for setting in section.settings:
        text = fields[setting.key]
        options = _options(setting)
        if text in options:
            yield Horizontal(
                Label(Content(setting.label)),
                Choice(options, text, name=setting.key),
                classes="settings-choice",
            )
            yield Static(Content(setting.help), classes="settings-help")
        else:
            yield FormField(
                setting.key,
                setting.label,
                text,
                lines=_SEVERAL.get(setting.kind, 1),
                hint=setting.help,
            )


def _options(setting: Setting) -> tuple[str, ...]:
    return (YES, NO) if setting.kind is Kind.FLAG else setting.choices
