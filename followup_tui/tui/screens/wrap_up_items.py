"""The wrap-up's items while they are confirmed, mended, dropped and added: state and rows agree."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import on
from textual.content import Content
from textual.widgets import Button, Select, Static, TextArea

from followup_tui.desk import Desk
from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.text import clean_text
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.wrap_up.checks import problem_of
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.autosave import Autosave, Kept
from followup_tui.tui.closing import ClosingScreen
from followup_tui.tui.day_field import DayField
from followup_tui.tui.item_rows import ItemRow, ItemRows
from followup_tui.tui.panes.named_rows import NamedRow
from followup_tui.tui.present import wrap_up as present
from followup_tui.tui.wrap_up_days import DayReader
from followup_tui.tui.wrap_up_fields import fresh, row_of


class WrapUpItems(ClosingScreen[None]):
    """Holds the wrap-up as it stands, and takes over what its rows and fields say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: WrapUpView | None = None
        """The wrap-up as it stands; None until it is begun."""
        self._days = DayReader(desk, self)
        self._autosave = Autosave(self, self._save, clock=desk.clock, told=self._told)

    async def _save(self) -> None:
        """Keep the wrap-up as it stands at this moment."""
        self._gather()
        if self.view is not None:
            await self.desk.wrap_up.keep(self.view)

    def _told(self, kept: Kept) -> None:
        """Say how keeping went."""
        raise NotImplementedError

    @on(DayField.Typed)
    def _day_typed(self, event: DayField.Typed) -> None:
        work = partial(self._days.understand, event.field)
        anew(self, work, name="read the day", group=f"read {event.field.name}")

    @on(ItemRow.Mended)
    def _item_mended(self, event: ItemRow.Mended) -> None:
        if self.view is None:
            return
        self.change(self.view.mended(event.index, event.row.current()))
        event.row.say(self._problem(event.row))
        if isinstance(event.row, NamedRow):
            self._recognise(event.row)

    def _recognise(self, row: NamedRow) -> None:
        """Look whether somebody who is being named is on the list already."""

        async def look() -> None:
            try:
                known = await self.desk.wrap_up.recognise(row.current())
            except StoreProblem as problem:
                self._say_problem(f"Who that is could not be looked up: {problem}")
                return
            await row.recognise(known)

        anew(self, look, name="look who that is", group=f"recognise {row.index}")

    def _problem(self, row: ItemRow) -> str:
        """Return what is wrong with the item of a row, as a sentence."""
        if self.view is None:
            return ""
        now = self.desk.clock()
        zone = zone_named(self.view.client.zone, zone_of(now))
        return problem_of(row.current(), now=now, zone=zone)

    @on(Button.Pressed, ".add")
    async def _add(self, event: Button.Pressed) -> None:
        """Add an empty row at the end of its section, with the cursor in it."""
        if self.view is None:
            return
        key = (event.button.id or "").removeprefix("add-")
        now, index = self.desk.clock(), len(getattr(self.view, key))
        item = fresh(key, self.view, now)
        row = row_of(item, index, self.view, now)
        self.change(self.view.mended(index, item))
        box = self.query_one(f"#{key}", ItemRows)
        box.display = True
        await box.mount(row)
        row.focus_text()

    @on(Select.Changed)
    def _person_chosen(self, event: Select.Changed) -> None:
        if self.view is not None:
            person = event.value if isinstance(event.value, str) else ""
            self.change(replace(self.view, person=person))
            self.query_one("#title", Static).update(present.title(self.view))

    @on(TextArea.Changed, "#summary")
    def _summary_typed(self, event: TextArea.Changed) -> None:
        if self.view is not None:
            self.change(replace(self.view, summary=clean_text(event.text_area.text)))

    def change(self, view: WrapUpView) -> None:
        """Take over what was changed, and keep it."""
        if view != self.view:
            self.view = view
            self._autosave.changed()

    def _gather(self) -> None:
        """Take over what stands in the rows at this moment, typed a key ago."""
        for row in self.query(ItemRow):
            if self.view is not None:
                self.change(self.view.mended(row.index, row.current()))

    async def _all_understood(self) -> bool:
        """Read every field as it stands; go to the first that cannot stand."""
        dropped = {
            field
            for row in self.query(ItemRow)
            if row.has_class("-dropped")
            for field in row.query(DayField)
        }
        for field in self.query(DayField):
            if field not in dropped and not await self._days.understand(field):
                field.input.focus()
                return False
        self._gather()
        for row in self.query(ItemRow):
            if problem := self._problem(row):
                row.say(problem)
                row.focus_text()
                return False
        return True

    def _say_problem(self, sentence: str) -> None:
        line = self.query_one("#problem", Static)
        line.update(Content(sentence))
        line.set_class(bool(sentence), "-some")
