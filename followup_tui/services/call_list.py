"""The call list: who is due today and why, and leaving somebody alone for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain.client import DoNotCall
from followup_tui.domain.due.lasting import holding
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.queue import CallList, call_list
from followup_tui.domain.record import Clock, utc
from followup_tui.domain.text import clean_line
from followup_tui.services.aside import aside
from followup_tui.services.gather import client_files, known_client, queue_rules
from followup_tui.services.kept_list import KeptList, Made
from followup_tui.services.ports import Cache, Change, Records
from followup_tui.settings.model import Settings


class CallListService:
    """Answers whom to call next. Every method raises `ports.StoreProblem`."""

    def __init__(
        self,
        records: Records,
        cache: Cache,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
        made_from: Callable[[], str],
    ) -> None:
        """`made_from` tells the state of the files that what is read now is read from."""
        self._records = records
        self._kept = KeptList(cache)
        self._made_from = made_from
        self._made: Made | None = None
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    def last_listed(self) -> CallList | None:
        """Return the queue that was last kept on this desk, be it days ago, or None.

        It costs one small file, however many clients there are: for the first paint.
        """
        return self._kept.load()

    def now_listed(self) -> CallList:
        """Return the queue of this moment, here and now.

        It is made anew only where the last one, of this run or kept before it, does not hold.
        """
        made_from, now = self._made_from(), self._clock()
        if self._made is not None and self._made.holds(made_from, now):
            return self._made.at(now)
        if self._made is None and (held := self._kept.holding(made_from, now)) is not None:
            self._made = held
            return held.at(now)
        return self._make(made_from, now)

    def _make(self, made_from: str, now: datetime) -> CallList:
        files = tuple(client_files(self._records))
        queue = call_list(
            files, playbooks=self._playbooks, rules=queue_rules(self._settings), now=now
        )
        if self._made_from() != made_from:
            made_from = ""  # changed while it was read: what it was made from cannot be told
        self._made = Made(queue, made_from, holding(files, now))
        return queue

    @property
    def last_made(self) -> Made | None:
        """The queue that was last made or found to hold, with what it was made from, if any was."""
        return self._made

    async def keep(self) -> None:
        """Keep the queue that `now_listed` made, if it made one, as `today` keeps its own."""
        await aside(self.keep_now)

    def keep_now(self) -> None:
        """Keep the queue like `keep`, here and now."""
        if self._made is not None:
            self._kept.keep(self._made)

    async def today(self) -> CallList:
        """Return the queue of this moment, and keep it."""
        return await aside(self._listed_and_kept)

    def _listed_and_kept(self) -> CallList:
        queue = self.now_listed()
        self.keep_now()
        return queue

    async def snooze(self, client_id: str, until: date) -> None:
        """Keep the client off the list before `until`; a day that has come wakes them again.

        Raises `gather.NoSuchClient`.
        """
        await aside(self._snooze, client_id, until)

    def _snooze(self, client_id: str, until: date) -> None:
        client = known_client(self._records, client_id)
        now = self._clock()
        later = until > now.date()
        self._records.commit(
            Change(
                by=f"{_snoozed(until) if later else 'snooze ended'}: {client.name}",
                put=(replace(client, snoozed_until=until if later else None, changed=utc(now)),),
            )
        )

    async def do_not_call(self, client_id: str, *, wish: bool, why: str = "") -> None:
        """Record, or take back, the wish not to be called. Raises `gather.NoSuchClient`."""
        await aside(self._do_not_call, client_id, wish, why)

    def _do_not_call(self, client_id: str, wish: bool, why: str) -> None:
        client = known_client(self._records, client_id)
        now = self._clock()
        mark = DoNotCall(since=now.date(), why=clean_line(why)) if wish else None
        self._records.commit(
            Change(
                by=f"{'do not call' if wish else 'may be called again'}: {client.name}",
                put=(replace(client, do_not_call=mark, changed=utc(now)),),
            )
        )

    async def settle_promise(self, promise_id: str, *, kept: bool) -> None:
        """Mark a promise as kept or broken today; one that is not there any more stays so."""
        await aside(self._settle_promise, promise_id, kept)

    def _settle_promise(self, promise_id: str, kept: bool) -> None:
        promise = self._records.get(Promise, promise_id)
        if promise is None:
            return
        state = PromiseState.KEPT if kept else PromiseState.BROKEN
        self._records.commit(
            Change(
                by=f"promise {state}: {promise.text}",
                put=(replace(promise, state=state, settled=self._clock().date()),),
            )
        )


def _snoozed(until: date) -> str:
    return f"snoozed until {until:%a} {until.day} {until:%b} {until.year}"
