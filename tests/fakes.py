"""Stand-ins for the store and the web, and a desk over them, for tests of what lies above.

They keep what the Protocols of `services.ports` promise, so that a service or a screen cannot
tell them from the real ones; beyond that a test can make them fail, wait and tell what was asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec

from followup_tui.desk import Desk, Web, assemble
from followup_tui.domain import queue
from followup_tui.domain.history import CannotUndo, PastChange, PastEdit
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.page import Look, PageFacts, Visit
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.queue import Standing
from followup_tui.domain.record import Clock, Record, new_id
from followup_tui.domain.websites.site import PageRole, SiteFacts, SiteLook, SitePage
from followup_tui.services.ports import (
    Cache,
    Change,
    Drafts,
    Outlets,
    Pages,
    Records,
    Sites,
    StoreProblem,
)
from followup_tui.settings.model import Settings
from followup_tui.settings.model import Web as WebSettings
from followup_tui.settings.paths import shipped_playbooks as shipped_folder
from followup_tui.settings.playbooks import load_playbooks
from followup_tui.web.site_facts import site_facts
from tests.builders import NOW, ZONE
from tests.story import story, story_pages, story_settings

__all__ = [
    "FakeClock",
    "FakePages",
    "FakePrograms",
    "FakeSites",
    "MemoryDrafts",
    "MemoryRecords",
    "a_desk",
    "a_story_desk",
    "shipped_playbooks",
    "story",
    "story_pages",
    "story_settings",
]

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)

DISK_FULL = "The disk is full: make room, then save again."


class FakeClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Move on by ``minutes=3``, ``days=1`` …"""
        self.now += timedelta(**span)


class MemoryRecords:
    """`ports.Records` in memory."""

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        zone: tzinfo = ZONE,
        clock: Clock | None = None,
    ) -> None:
        self._lock = RLock()
        self._clock: Clock = clock or FakeClock()
        self._past: list[PastChange] = []  # oldest first
        self._tables: dict[type[Record], dict[str, Record]] = {}
        self._zone = zone
        self._version = 0
        self.stamp = self.position = ""
        self._others: list[Change] = []
        self.changes: list[Change] = []
        """What was committed, in order."""
        self.broken = ""
        """Set to a sentence, and every commit fails with it."""
        self.closed = False
        self.unreadable = ""
        """Set to a sentence, and every reading fails with it."""
        for record in records:
            self._table(type(record))[record.id] = record

    def _table(self, kind: type[Record]) -> dict[str, Record]:
        return self._tables.setdefault(kind, {})

    def _check(self) -> None:
        if self.unreadable:
            raise StoreProblem(self.unreadable)

    def get(self, kind: type[R], record_id: str) -> R | None:
        self._check()
        with self._lock:
            record = self._table(kind).get(record_id)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[R]) -> Sequence[R]:
        self._check()
        with self._lock:
            found = [record for record in self._table(kind).values() if isinstance(record, kind)]
        return sorted(found, key=lambda record: record.id)

    def each(self, kind: type[R]) -> Iterator[R]:
        return iter(self.all(kind))

    def changed_since(self, position: str) -> None:
        return None  # the kept call list is made anew each time

    def sketches(self, kind: type[R], fields: msgspec.json.Decoder[S]) -> Iterator[S]:
        for record in self.all(kind):
            yield fields.decode(msgspec.json.encode(record))

    def any(self, kind: type[R]) -> bool:
        return bool(self.all(kind))

    def of_client(self, kind: type[R], client_id: str) -> Sequence[R]:
        return [r for r in self.all(kind) if getattr(r, "client_id", None) == client_id]

    def standings(self) -> dict[str, Standing]:
        by_client: dict[str, list[Interaction]] = {}
        for interaction in self.all(Interaction):
            by_client.setdefault(interaction.client_id, []).append(interaction)
        return {
            client_id: queue.standing(interactions, zone=self._zone)
            for client_id, interactions in by_client.items()
        }

    def standing(self, client_id: str) -> Standing:
        return self.standings().get(client_id, Standing())

    def let_go(self) -> None:
        """Nothing was read to be held."""

    def commit(self, change: Change) -> None:
        if self.broken:
            raise StoreProblem(self.broken)
        with self._lock:
            self._apply(change)
            self.changes.append(change)

    def _apply(self, change: Change) -> None:
        after: dict[tuple[type[Record], str], Record | None] = {
            (type(record), record.id): None for record in change.drop
        }
        after.update(((type(record), record.id), record) for record in change.put)
        self._write(change.by, after)

    def _write(
        self, by: str, after: Mapping[tuple[type[Record], str], Record | None], undoes: str = ""
    ) -> None:
        edits = []
        for (kind, record_id), record in after.items():
            before = self._table(kind).pop(record_id, None)
            if record is not None:
                self._table(kind)[record_id] = record
            if record != before:
                edits.append(PastEdit(kind.table, record_id, before, record))
        self._version += 1
        at = self._clock()
        change_id = max(new_id(at), self._past[-1].id + "0" if self._past else "")
        self._past.append(PastChange(change_id, at, by, tuple(edits), undoes))

    def history(
        self, *, client_id: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[PastChange]:
        self._check()
        with self._lock:
            return [
                change
                for change in self._newest_first()
                if (not before or change.id < before)
                and (not client_id or any(_is_of(edit, client_id) for edit in change.edits))
            ][:limit]

    def _newest_first(self) -> list[PastChange]:
        taken_back: dict[str, str] = {}
        found = []
        for change in reversed(self._past):
            if change.undoes and change.id not in taken_back:
                taken_back.setdefault(change.undoes, change.id)
            found.append(replace(change, undone_by=taken_back.get(change.id, "")))
        return found

    def undo(self, change_id: str = "", *, by: str = "undo") -> PastChange:
        if self.broken:
            raise StoreProblem(self.broken)
        with self._lock:
            for change in self._newest_first():
                if change.id == change_id or not (change_id or change.undoes or change.undone_by):
                    break
            else:
                raise CannotUndo("There is nothing to take back.")
            if change.undone_by:
                raise CannotUndo(f"“{change.by}” was taken back already.")
            kinds = {kind.table: kind for kind in self._tables}
            for edit in change.edits:
                if self._table(kinds[edit.table]).get(edit.record_id) != edit.after:
                    raise CannotUndo(
                        f"“{change.by}” cannot be taken back: what it changed was changed later."
                    )
            self._write(
                by,
                {(kinds[edit.table], edit.record_id): edit.before for edit in change.edits},
                undoes=change.id,
            )
            return self._newest_first()[-1 - self._past.index(replace(change, undone_by=""))]

    def problems(self) -> Sequence[str]:
        return ()

    @property
    def version(self) -> int:
        return self._version

    def another_program_writes(self, change: Change) -> None:
        """Let another program write: seen at the next `refresh`, as with the real store."""
        self._others.append(change)

    def refresh(self) -> bool:
        self._check()
        with self._lock:
            arrived, self._others = self._others, []
            for change in arrived:
                self._apply(change)
        return bool(arrived)

    def close(self) -> None:
        self.closed = True


def _is_of(edit: PastEdit, client_id: str) -> bool:
    return edit.record_id == client_id or any(
        getattr(record, "client_id", "") == client_id for record in (edit.before, edit.after)
    )


class MemoryDrafts:
    """`ports.Drafts` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.saves = 0
        self.broken = ""
        """Set to a sentence, and every saving fails with it."""

    def save(self, key: str, content: bytes) -> None:
        if self.broken:
            raise StoreProblem(self.broken)
        self.kept[key] = content
        self.saves += 1

    def load(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def discard(self, key: str) -> None:
        if self.broken:
            raise StoreProblem(self.broken)
        self.kept.pop(key, None)

    def keys(self, prefix: str = "") -> Sequence[str]:
        return sorted(key for key in self.kept if key.startswith(prefix))


class MemoryCache:
    """`ports.Cache` in memory; `broken`: nothing can be kept."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.broken = False

    def save(self, key: str, content: bytes) -> bool:
        if not self.broken:
            self.kept[key] = content
        return not self.broken

    def load(self, key: str) -> bytes | None:
        return self.kept.get(key)


class FakePrograms:
    """`ports.Programs` that start nothing: `ran` is what they were asked to run."""

    def __init__(self) -> None:
        self.ran: list[list[str]] = []
        self.problem = ""
        """Set to a sentence, and every program fails with it."""

    def opener(self) -> Sequence[str]:
        return ("open-it",)

    def run(self, argv: Sequence[str], *, may_stay: bool = False) -> str:
        self.ran.append(list(argv))
        return self.problem


class FakePages:
    """`ports.Pages` by script: what each address says, and when it says so.

    `hold(url)` makes looks at an address wait until the event it returns is set. An address that
    nobody scripted does not exist.
    """

    def __init__(self, *facts: PageFacts, clock: Clock | None = None) -> None:
        self._clock: Clock = clock or FakeClock()
        self._answers: dict[str, Look] = {}
        self._gates: dict[str, asyncio.Event] = {}
        self.copies: dict[str, Look] = {}
        """The last good copies, by address."""
        self.asked: list[tuple[str, bool]] = []
        """(address, refresh) of each look, in order."""
        self.answered: list[str] = []
        self.cancelled: list[str] = []
        self.closed = False
        for page in facts:
            self.say(page)

    def say(self, facts: PageFacts) -> None:
        """Let the address of `facts` say them from now on."""
        self._answers[facts.url] = Look(url=facts.url, facts=facts)

    def fail(self, url: str, problem: str) -> None:
        """Let looks at `url` fail from now on; a copy that was kept stays."""
        self._answers[url] = Look(url=url, problem=problem)

    def keep(self, facts: PageFacts, *, at: datetime) -> None:
        """Have a copy of an address that was fetched at `at`."""
        self.copies[facts.url] = Look(url=facts.url, facts=facts, fetched_at=at)

    def hold(self, url: str) -> asyncio.Event:
        """Make looks at `url` wait for the event that is returned."""
        return self._gates.setdefault(url, asyncio.Event())

    def last(self, url: str) -> Look | None:
        return self.copies.get(url)

    async def look(self, url: str, *, refresh: bool = False) -> Look:
        self.asked.append((url, refresh))
        try:
            if gate := self._gates.get(url):
                await gate.wait()
            else:
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.cancelled.append(url)
            raise
        self.answered.append(url)
        answer = self._answers.get(
            url, Look(url=url, problem=f"{url.split('/')[2]} does not exist: no such name.")
        )
        if answer.facts is None:
            kept = self.copies.get(url)
            return replace(kept, problem=answer.problem) if kept else answer
        self.copies[url] = replace(answer, fetched_at=self._clock())
        return self.copies[url]

    async def visit(self, url: str) -> Visit | None:
        """Return that nobody answers: what these pages say is not a server's."""
        return None

    async def close(self) -> None:
        self.closed = True


class FakeSites:
    """`ports.Sites` by script: a site is the one page that `FakePages` has at its address.

    `show` gives a site more than that, one look after the other; `remember` what was kept of it on
    other days.
    """

    def __init__(self, pages: Pages, clock: Clock | None = None) -> None:
        self._pages = pages
        self._clock: Clock = clock or FakeClock()
        self._shown: dict[str, list[SiteLook]] = {}
        self._shown_anew: dict[str, list[SiteLook]] = {}
        self._past: dict[str, list[SiteFacts]] = {}
        self.asked: list[tuple[str, bool, frozenset[PageRole] | None]] = []
        """(address, refresh, roles) of each look, in order."""

    def show(self, url: str, *looks: SiteLook, anew: Sequence[SiteLook] = ()) -> None:
        """Let a look at a site come to these, once the page at its address was looked at.

        `anew` is what it comes to where fresh copies are asked for, if that is something else.
        """
        self._shown[url] = list(looks)
        self._shown_anew[url] = list(anew or looks)

    def remember(self, *facts: SiteFacts) -> None:
        """Have looks of other days."""
        for each in facts:
            self._past.setdefault(each.url, []).append(each)

    def last(self, url: str) -> SiteLook | None:
        if past := self.history(url):
            return SiteLook(url, facts=past[0], fetched_at=past[0].read_at)
        look = self._pages.last(url)
        return self._of_page(url, look) if look else None

    def history(self, url: str) -> Sequence[SiteFacts]:
        return sorted(self._past.get(url, ()), key=lambda facts: facts.read_at, reverse=True)

    def nearest(self, url: str, moment: datetime) -> SiteFacts | None:
        return min(self.history(url), key=lambda f: abs(f.read_at - moment), default=None)

    async def look(
        self, url: str, *, refresh: bool = False, roles: Collection[PageRole] | None = None
    ) -> AsyncGenerator[SiteLook, None]:
        self.asked.append((url, refresh, frozenset(roles) if roles is not None else None))
        look = await self._pages.look(url, refresh=refresh)
        if url not in self._shown:
            yield self._of_page(url, look)
        for shown in (self._shown_anew if refresh else self._shown).get(url, ()):
            yield shown

    def _of_page(self, url: str, look: Look) -> SiteLook:
        problem = look.problem or (look.facts.problem if look.facts else "")
        if look.facts is None:
            return SiteLook(url, problem=problem)
        page = SitePage(PageRole.HOME, look)
        facts = site_facts(url, [page], read_at=look.fetched_at or self._clock())
        return SiteLook(url, (page,), facts, look.fetched_at, problem)


def shipped_playbooks() -> Mapping[str, Playbook]:
    """Return the playbooks that ship, and fail where one of them cannot be read."""
    playbooks, problems = load_playbooks((shipped_folder(),))
    assert not problems, problems
    return playbooks


def a_desk(
    home: Path | None = None,
    *,
    records: Iterable[Record] | Records = (),
    now: datetime | Clock = NOW,
    pages: Pages | None = None,
    sites: Sites | None = None,
    drafts: Drafts | None = None,
    cache: Cache | None = None,
    settings: Settings | None = None,
    playbooks: Mapping[str, Playbook] | None = None,
    programs: FakePrograms | None = None,
    outlets: Outlets | None = None,
) -> Desk:
    """Return a real Desk over the fakes: `records` may be bare records or a store.

    Without `outlets` letters leave as they really do.
    """
    clock: Clock = FakeClock(now) if isinstance(now, datetime) else now
    store: Records
    if isinstance(records, Iterable):
        store = MemoryRecords(records, zone=clock().tzinfo or ZONE, clock=clock)
    else:
        store = records
    pages = pages or FakePages(clock=clock)
    started = programs or FakePrograms()
    return assemble(
        home or Path("no-home"),
        settings=settings or Settings(web=WebSettings(prefetch=False)),
        clock=clock,
        playbooks=shipped_playbooks() if playbooks is None else playbooks,
        records=store,
        drafts=drafts or MemoryDrafts(),
        cache=cache or MemoryCache(),
        web=Web(pages, sites or FakeSites(pages, clock)),
        programs=lambda: started,
        outlets=(lambda: outlets) if outlets is not None else None,
    )


def a_story_desk(
    home: Path | None = None, *, now: datetime | Clock = NOW, cache: Cache | None = None
) -> Desk:
    """Return the desk of `tests.story`: its records, its settings and what its web sites say."""
    clock: Clock = FakeClock(now) if isinstance(now, datetime) else now
    return a_desk(
        home,
        records=story(),
        now=clock,
        cache=cache,
        pages=FakePages(*story_pages(), clock=clock),
        settings=story_settings(),
    )
