"""The wrap-up: what a conversation leaves, to confirm or mend on one screen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from followup_tui.desk import Desk
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.record import Invalid
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.actions import Place, bindings
from followup_tui.tui.anew import begin
from followup_tui.tui.autosave import Kept
from followup_tui.tui.day_field import DayField
from followup_tui.tui.dialogs.calendar_file import CalendarDialog, calendar_path
from followup_tui.tui.elsewhere import Held
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.messages import CallWanted, ConversationEnded
from followup_tui.tui.present import call as present_call
from followup_tui.tui.present import wrap_up as present
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.screens.wrap_up_items import WrapUpItems
from followup_tui.tui.toast import toast
from followup_tui.tui.typed_out import typed_out
from followup_tui.tui.wrap_up_fields import fields, record
from followup_tui.tui.writing import make_ready


class WrapUpScreen(WrapUpItems):
    """One wrap-up, of a call that just ended or of one that was interrupted at this point."""

    CSS_PATH = "wrap_up.tcss"
    AUTO_FOCUS = ""  # the next contact, once it is there
    BINDINGS = bindings(Place.WRAP_UP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-fair")]

    def __init__(
        self,
        desk: Desk,
        *,
        call: CallView | None = None,
        outcome: Outcome = Outcome.REACHED,
        call_back_at: datetime | None = None,
        client_id: str = "",
    ) -> None:
        """Give the `call` and its `outcome`, or the `client_id` of a wrap-up to take up again."""
        super().__init__(desk)
        self.client_id = call.client.id if call else client_id
        self._call = call
        self._outcome = outcome
        self._call_back_at = call_back_at
        self._leaving = False
        self._key = keys_of(desk.settings.keys)
        self._unkept = False
        """Whether the last try to keep what is typed failed, and the screen says so."""

    def compose(self) -> ComposeResult:
        """Yield the head, the places for fields and record, the buttons and the keys."""
        with Horizontal(id="head"):
            yield Static(Content(""), id="title", markup=False)
            yield Static(Content(""), id="ending", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            yield Vertical(id="fields")
            yield Vertical(id="record")
        yield Static(Content(""), id="problem", markup=False)
        with Horizontal(id="ends"):
            yield Button(Content("Save"), variant="primary", id="save", compact=True)
            yield Button(Content("Back to the call"), id="back", compact=True)
            yield Static(Content(""), id="kept", markup=False)
        yield KeyLine(palette=False)

    def on_mount(self) -> None:
        """Begin; the letter that may follow is made ready meanwhile."""
        begin(self, self._begin, name="begin the wrap-up", group="begin")
        letters = partial(make_ready, self.desk, self.client_id)
        begin(self, letters, name="make letters ready", group="letters")

    async def _begin(self) -> None:
        try:
            view = await self._first_view()
        except StoreProblem as problem:
            self._say_problem(f"The wrap-up could not be begun: {problem} Escape goes back.")
            return
        if view is None:
            self._leave(ConversationEnded(self.client_id, "There is nothing left to wrap up."))
            return
        if not self.is_attached:
            return  # left meanwhile
        self.view = view
        self.query_one("#title", Static).update(present.title(view))
        zone = self.desk.clock().tzinfo
        self.query_one("#ending", Static).update(present.ending(view, zone))
        with self.app.batch_update():  # painted when the cursor is in it, or keys would be lost
            above = self.query_one("#fields", Vertical).mount(*fields(view, self.desk.clock()))
            await self.query_one("#record", Vertical).mount(*record(view, self.desk.clock()))
            await above
            days = list(self.query(DayField))
            if not days:
                return  # left meanwhile
            self.set_focus(days[0].input)
        for field in days:
            await self._days.understand(field)

    async def _first_view(self) -> WrapUpView | None:
        if self._call is None:
            return await self.desk.wrap_up.resume(self.client_id)
        view = await self.desk.wrap_up.begin(self._call, self._outcome)
        if self._call_back_at is not None:
            view = replace(view, call_back_at=self._call_back_at)
            await self.desk.wrap_up.keep(view)
        return view

    # The calendar

    def action_calendar(self) -> None:
        """Offer the steps that are ticked as a calendar file."""
        begin(self, self._calendar, name="make a calendar file", group="calendar")

    async def _calendar(self) -> None:
        self._gather()
        if self.view is None or not await self._all_understood():
            return
        content = await self.desk.agreements.calendar_of_wrap_up(self.view)
        if content is None:
            self._say_problem("No next step is ticked: tick one, then it can go into a file.")
            return
        self._say_problem("")
        path = await asyncio.to_thread(calendar_path, self.view.client.name, self.desk.clock())
        dialog = CalendarDialog(path, partial(self.desk.save_file, content=content))
        self.app.push_screen(dialog, self._calendar_written)

    def _calendar_written(self, path: Path | None) -> None:
        if path is not None:
            toast(self, f"Written to {path}. Open it, and it is in your calendar.")

    # Keeping

    def _told(self, kept: Kept) -> None:
        if not self.query("#kept"):
            return  # the screen is being closed
        words = present_call.kept_words(kept, self.desk.clock().tzinfo)
        self.query_one("#kept", Static).update(Content(words))
        if kept.problem or self._unkept:  # else what is said there is about something else
            self._say_problem(present_call.problem_words(kept, self._key("app.save_elsewhere")))
        self._unkept = bool(kept.problem)

    def held(self) -> Held:
        """Return what was noted, and what it leaves."""
        if self.view is None:
            return Held("Wrap-up", "")
        return Held(f"Wrap-up: {self.view.client.name}", present.plain_text(self.view))

    def is_unkept(self) -> bool:
        """Say whether what is typed could not be kept."""
        return self._autosave.unsaved

    async def keep_typed(self) -> None:
        """Save what is not kept yet; see `KeepsTyping`."""
        if not self._leaving:
            await self._autosave.flush()

    async def on_unmount(self) -> None:
        """Save what is not kept yet, however the screen came to be closed."""
        if self._autosave.unsaved:
            await self._autosave.flush()

    # How it ends

    @on(DayField.Entered)
    def _entered(self) -> None:
        """Save where nobody was reached, since nothing else is asked; else go on."""
        if self.view is not None and not self.view.outcome.is_reached:
            self.action_confirm()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def action_confirm(self) -> None:
        """Save the conversation and what it leaves."""
        if self.view is not None and not self._leaving:
            begin(self, self._confirm, name="save the conversation", group="end")

    async def _confirm(self) -> None:
        self._leaving = True
        await typed_out(self)
        self._say_problem("")
        if self.view is None or not await self._all_understood():
            self._leaving = False
            return
        try:
            interaction = await self.desk.wrap_up.confirm(self.view)
        except Invalid as wrong:
            self._say_invalid(wrong)
        except StoreProblem as problem:
            self._say_problem(f"This could not be saved: {problem} It stays here.")
        else:
            words = present.farewell(self.view, self.desk.clock())
            self._leave(
                ConversationEnded(self.client_id, words, saved=True, interaction_id=interaction.id)
            )
            return
        self._leaving = False

    def _say_invalid(self, wrong: Invalid) -> None:
        """Put the sentence beside the field that it is about, or below all."""
        names = {"call_again": "next", "call_back_at": "hour"}
        for field in self.query(DayField):
            if field.name == names.get(wrong.field):
                field.show(present_call.sentence(wrong.message), wrong=True)
                field.input.focus()
                return
        self._say_problem(present_call.sentence(str(wrong)))

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Go back to the call, which is as it was."""
        if not self._leaving:
            begin(self, self._back, name="back to the call", group="end")

    async def _back(self) -> None:
        self._leaving = True
        try:
            if self.view is not None:
                await self._autosave.flush()
                await self.desk.wrap_up.return_to_call(self.view)
        except StoreProblem as problem:
            self._say_problem(f"The call could not be taken up: {problem}")
            self._leaving = False
            return
        self._leave(CallWanted(self.client_id))

    def _leave(self, message: ConversationEnded | CallWanted) -> None:
        self._leaving = True
        self._autosave.close()
        self.post_message(message)
