"""What the user says of the rows of a plan: by one key, or by saying whose a row is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.importing.deciding import next_word
from followup_tui.domain.importing.plan import Fate, Giveable, ImportPlan
from followup_tui.domain.record import Invalid
from followup_tui.services.importing import ImportProblem, ImportStopped, Watch
from followup_tui.services.ports import StoreProblem
from followup_tui.settings.model import SettingsProblem
from followup_tui.tui.anew import anew
from followup_tui.tui.dialogs.importing.doing import Doing
from followup_tui.tui.dialogs.importing.whose import WhosePicker, answer, searched
from followup_tui.tui.dialogs.saving import SavingDialog
from followup_tui.tui.present import import_plan as present

PROBLEMS = (ImportProblem, StoreProblem, SettingsProblem, Invalid)
"""What can go wrong with an import, each with its sentence."""


class Deciding:
    """Has the plan of a dialog settled anew by what the user says."""

    def __init__(
        self,
        dialog: SavingDialog[Any],
        desk: Desk,
        doing: Doing,
        show: Callable[[ImportPlan, int], None],
    ) -> None:
        """`show` gets the plan as it is then, and the row (from 0) on which the user decided."""
        self._dialog = dialog
        self._desk = desk
        self._doing = doing
        self._show = show

    def by_key(self, plan: ImportPlan, row: int) -> None:
        """Say the next thing that can be said of a row."""
        if plan.rows[row].can_be_decided and not self._doing.is_busy:
            self._begin(partial(self._say_next, plan, row))

    def whose(self, plan: ImportPlan, row: int) -> None:
        """Ask whose a row is."""
        if can_be_asked(plan, row) and not self._doing.is_busy:
            self._begin(partial(self._ask, plan, row))

    def _begin(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        anew(self._dialog, work, name="decide", group="plan")

    async def _say_next(self, plan: ImportPlan, row: int) -> None:
        number = row + 1
        await self._decided(
            plan,
            row,
            lambda watch: self._desk.importing.decide_on(
                plan, number, next_word(plan, number), progress=watch
            ),
        )

    async def _ask(self, plan: ImportPlan, row: int) -> None:
        service, number = self._desk.importing, row + 1
        watch = self._doing.begin()
        try:
            proposals = await service.proposed(plan, number)
            clients = await asyncio.to_thread(self._clients)
        except PROBLEMS as problem:
            self._dialog.say(str(problem), wrong=True)
            return
        finally:
            self._doing.end(watch)
        self._dialog.say(present.summary(plan))
        picker = WhosePicker(plan, plan.rows[row], proposals, clients)
        key = await self._dialog.app.push_screen_wait(picker)
        if key is None:
            return
        said = answer(key)
        if said.of_all:
            fate = said.word.fate or Fate.NEW
            await self._decided(
                plan, row, lambda watch: service.decide_unsure(plan, fate, progress=watch)
            )
        else:
            await self._decided(
                plan,
                row,
                lambda watch: service.decide_on(plan, number, said.word, progress=watch),
            )

    def _clients(self) -> list[tuple[str, str, Client]]:
        return searched(self._desk.records.all(Client))

    async def _decided(
        self, plan: ImportPlan, row: int, decide: Callable[[Watch], Awaitable[ImportPlan]]
    ) -> None:
        watch = self._doing.begin()
        try:
            decided = await decide(watch)
        except ImportStopped:
            self._dialog.say(present.summary(plan))
            return
        except PROBLEMS as problem:
            self._dialog.say(str(problem), wrong=True)
            return
        finally:
            self._doing.end(watch)
        self._show(decided, row)


def can_be_asked(plan: ImportPlan, row: int | None) -> bool:
    """Say whether a row (from 0) is of somebody: whose it is can be said of it."""
    if row is None:
        return False
    planned = plan.rows[row]
    return planned.can_be_decided and not isinstance(planned.content, Giveable)


def next_waiting(plan: ImportPlan, row: int) -> int | None:
    """Return the next row (from 0) after `row` that waits for a word, from the first on again."""
    total = len(plan.rows)
    found = (at % total for at in range(row + 1, row + 1 + total) if plan.rows[at % total].waits)
    return next(found, None)
