"""The days and hours of a wrap-up: read as they are typed, said beside the field, taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from followup_tui.desk import Desk
from followup_tui.domain.views import WrapUpView
from followup_tui.tui.day_field import DayField
from followup_tui.tui.panes.promise_rows import PromiseRow
from followup_tui.tui.panes.step_rows import AT, StepRow
from followup_tui.tui.present import wrap_up as present

NEXT, HOUR = "next", "hour"
"""Names of the fields for the next contact and for the hour of a call-back."""


class HoldsWrapUp(Protocol):
    """What holds the wrap-up and takes it over when it was changed."""

    view: WrapUpView | None

    def change(self, view: WrapUpView) -> None:
        """Take over what was changed."""
        ...


class DayReader:
    """Reads the day fields of one wrap-up. Reading is done in a thread: it may load a library."""

    def __init__(self, desk: Desk, holder: HoldsWrapUp) -> None:
        self._desk = desk
        self._holder = holder

    async def understand(self, field: DayField) -> bool:
        """Read what stands in a field, show it, take it over; say whether it can stand."""
        view = self._holder.view
        if view is None:
            return False
        words, name = field.words, field.name or ""
        if name == HOUR:
            taken = await self._hour(field, view)
        elif name == NEXT:
            taken = await self._next(field, view)
        elif name.startswith(AT):
            taken = await self._step(field, view)
        else:
            taken = await self._due(field)
        if field.words != words:
            return await self.understand(field)  # somebody goes on typing
        return taken

    async def _moment(self, words: str, view: WrapUpView) -> datetime | None:
        return await asyncio.to_thread(self._desk.wrap_up.read_moment, words, view.client.zone)

    async def _hour(self, field: DayField, view: WrapUpView) -> bool:
        words = field.words
        moment = await self._moment(words, view)
        sentence, wrong = present.moment_said(words, moment, view.client, self._desk.clock())
        return self._show(field, words, sentence, wrong, lambda v: replace(v, call_back_at=moment))

    async def _next(self, field: DayField, view: WrapUpView) -> bool:
        """Read the day of the next contact; of another try, the hour too where one is named."""
        words, now = field.words, self._desk.clock()
        day: date | None
        at = None if view.outcome.is_reached else await self._moment(words, view)
        if at is not None:
            sentence, wrong = present.moment_said(words, at, view.client, now)
            day = at.astimezone(now.tzinfo).date()
            if not wrong:
                sentence = f"{sentence} · {present.distance(day, now.date())}"
        else:
            read = self._desk.wrap_up.read_day
            day = await asyncio.to_thread(read, words) if words.strip() else None
            sentence, wrong = present.next_said(words, day, now.date())
        return self._show(
            field, words, sentence, wrong, lambda v: replace(v, call_again=day, call_again_at=at)
        )

    async def _due(self, field: DayField) -> bool:
        words = field.words
        day = await asyncio.to_thread(self._desk.wrap_up.read_day, words)
        sentence, wrong = present.due_said(words, day, self._desk.clock().date())
        row = field.query_ancestor(PromiseRow)

        def take(view: WrapUpView) -> WrapUpView:
            if day is not None:
                row.take(day)
            return view.mended(row.index, row.current())

        return self._show(field, words, sentence, wrong, take)

    async def _step(self, field: DayField, view: WrapUpView) -> bool:
        words, client = field.words, view.client
        read = await asyncio.to_thread(self._desk.wrap_up.read_when, words, client.zone)
        warning = ""
        if read is not None and not read[1]:
            warning = (await self._desk.whereabouts.of(client)).warning(read[0])
        sentence, wrong = present.step_said(words, read, client, self._desk.clock(), warning)
        row = field.query_ancestor(StepRow)

        def take(view: WrapUpView) -> WrapUpView:
            if read is not None:
                row.take(read[0], all_day=read[1])
            return view.mended(row.index, row.current())

        return self._show(field, words, sentence, wrong, take)

    def _show(
        self,
        field: DayField,
        words: str,
        sentence: str,
        wrong: bool,
        take: Callable[[WrapUpView], WrapUpView],
    ) -> bool:
        """Say what was read, and take it over where it can stand and is still what is typed."""
        if field.words != words or not field.is_attached:
            return False
        field.show(sentence, wrong=wrong)
        if not wrong and self._holder.view is not None:
            self._holder.change(take(self._holder.view))
        return not wrong
