"""The call list: who is due today and why, and leaving somebody alone for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from msgspec.structs import replace

from followup_tui.domain.client import Client, DoNotCall
from followup_tui.domain.course import Draw
from followup_tui.domain.due.cadence import given_turn, import_turns
from followup_tui.domain.due.call_list import CallList
from followup_tui.domain.due.lasting import holding
from followup_tui.domain.due.rows import listed, row_of
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock, utc
from followup_tui.domain.text import clean_line
from followup_tui.services.aside import aside
from followup_tui.services.gather import client_files, files_of, known_client, queue_rules
from followup_tui.services.kept_list import KeptList, Made, Rows
from followup_tui.services.ports import Cache, Change, Records
from followup_tui.services.touched import touched_by
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
        rules: str,
    ) -> None:
        """`made_from` tells the state of the files that what is read now is read from.

        `rules` tells which settings, playbooks and program it is made by; empty: unknown.
        """
        self._records = records
        self._kept = KeptList(cache)
        self._made_from = made_from
        self._rules = rules
        self._made: Made | None = None
        self._worked_out: tuple[Made, Rows] | None = None
        """What was last made in this run: one value, since threads keep and make it."""
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

        The last one, of this run or kept before it, serves where it holds; where only records have
        changed since, the rows of the clients they are about are worked out anew.
        """
        made_from, now = self._made_from(), self._clock()
        return self._held(made_from, now) or self._make(made_from, now)

    def held(self) -> CallList | None:
        """Return the queue of this moment, if that is known without reading the records."""
        return self._held(self._made_from(), self._clock())

    def _held(self, made_from: str, now: datetime) -> CallList | None:
        if self._made is None:
            self._made = self._kept.holding(made_from, now)
        if self._made is not None and self._made.holds(made_from, now):
            return self._made.at(now)
        return None

    def _make(self, made_from: str, now: datetime) -> CallList:
        rows = self._mended(now) or self._read(now)
        if self._made_from() != made_from or self._records.problems():
            # Changed while it was read, or not all could be read: it serves this once.
            rows, made_from = replace(rows, position=""), ""
        ways = self._ways(now)
        queue = listed(rows.by_client.values(), ways)
        self._made = Made(queue, made_from, holding(rows.by_client.values(), ways))
        self._worked_out = self._made, rows
        return queue

    def _read(self, now: datetime) -> Rows:
        """Work out the rows of all clients."""
        position, ways = self._records.position, self._ways(now)
        files = tuple(client_files(self._records))
        turns = import_turns((file.client for file in files), ways)
        rows = [row_of(file, ways, turns.get(file.client.id)) for file in files]
        # A day looks at few of them again, and a desk stays open: forty megabytes of ten thousand.
        self._records.let_go()
        return Rows(
            rules=self._rules,
            position=position,
            now=now,
            by_client={row.client_id: row for row in rows if not row.says_nothing},
            turns={
                file.client.id: turns[file.client.id]
                for file in files
                if file.client.id in turns and given_turn(file.client) is None
            },
        )

    def _mended(self, now: datetime) -> Rows | None:
        """Return the rows that were worked out before, brought up to now; None: read them all."""
        before = self._worked_out[1] if self._worked_out else self._kept.rows(now)
        ways = self._ways(now)
        if before is None or ways.clocks_change or not before.may_be_mended(self._rules, now):
            return None
        position = self._records.position
        edits = self._records.changed_since(before.position)
        if edits is None:
            return None
        fits = {key: row.fits for key, row in before.by_client.items() if row.fits}
        ids = touched_by(edits, fits=fits, draws=lambda: self._records.all(Draw))
        if ids is None:
            return None
        ids |= before.turned(now)
        rows = {key: row for key, row in before.by_client.items() if key not in ids}
        clients = (self._records.get(Client, key) for key in sorted(ids))
        for file in files_of(self._records, [each for each in clients if each is not None]):
            client = file.client
            row = row_of(file, ways, given_turn(client) or before.turns.get(client.id))
            if not row.says_nothing:
                rows[client.id] = row
        return replace(before, position=position, now=now, by_client=rows)

    def _ways(self, now: datetime) -> Ways:
        return Ways.at(now, playbooks=self._playbooks, rules=queue_rules(self._settings))

    @property
    def made_from(self) -> str:
        """What tells the state of the files that was read from others; empty: unknown."""
        return self._made_from()

    @property
    def last_made(self) -> Made | None:
        """The queue that was last made or found to hold, with what it was made from, if any was."""
        return self._made

    async def keep(self) -> None:
        """Keep the queue that `now_listed` made, if it made one, as `today` keeps its own."""
        await aside(self.keep_now)

    def keep_now(self) -> None:
        """Keep the queue like `keep`, here and now."""
        if self._worked_out is not None:
            self._kept.keep(*self._worked_out)

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


def _snoozed(until: date) -> str:
    return f"snoozed until {until:%a} {until.day} {until:%b} {until.year}"
