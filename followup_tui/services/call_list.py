"""The call list: who is due today and why, and leaving somebody alone for a while."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from followup_tui.domain.client import DoNotCall
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.promise import Promise, PromiseState
from followup_tui.domain.queue import CallList, call_list
from followup_tui.domain.record import Clock, utc
from followup_tui.domain.text import clean_line
from followup_tui.services.aside import aside
from followup_tui.services.gather import client_files, known_client, queue_rules
from followup_tui.services.kept_list import KeptList
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
    ) -> None:
        self._records = records
        self._kept = KeptList(cache)
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock

    def last_listed(self) -> CallList | None:
        """Return the queue that was last kept on this desk, be it days ago, or None.

        It costs one small file, however many clients there are: for the first paint.
        """
        return self._kept.load()

    def now_listed(self) -> CallList:
        """Return the queue of this moment, computed here and now."""
        return call_list(
            client_files(self._records),
            playbooks=self._playbooks,
            rules=queue_rules(self._settings),
            now=self._clock(),
        )

    async def keep(self, queue: CallList) -> None:
        """Keep a queue that `now_listed` returned, as `today` keeps its own."""
        await aside(self._kept.keep, queue)

    async def today(self) -> CallList:
        """Return the queue of this moment."""
        return await aside(self._listed_and_kept)

    def _listed_and_kept(self) -> CallList:
        queue = self.now_listed()
        self._kept.keep(queue)
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
