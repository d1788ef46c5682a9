"""The draft of a conversation: all of it, from the first key on until it is written down.

A draft is one file a client, kept apart from the records: saving it costs little however large
the desk is. It holds the questions as they were asked, so that a playbook that changes meanwhile
loses no answer.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

import msgspec

from followup_tui.domain.calling.other_ways import OtherWay
from followup_tui.domain.interaction import Answer, Interaction, InteractionKind, NoteLine, Outcome
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords
from followup_tui.domain.record import Value, new_id, utc
from followup_tui.domain.value_add import OfferState
from followup_tui.domain.views import Asked, CallView, PadPlace
from followup_tui.domain.wrap_up.items import (
    EarlierPromise,
    EarlierQuestion,
    NamedPerson,
    OfferMade,
    ThanksOwed,
)
from followup_tui.services.ports import Drafts, Records, StoreProblem

_T = TypeVar("_T")

PREFIX = "call-"
ASIDE = "damaged-"
_TO_CROCKFORD = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz"
)


class Stage(StrEnum):
    """How far a conversation is."""

    CALL = "call"
    WRAP_UP = "wrap-up"


class WrapUpFields(Value, frozen=True, kw_only=True):
    """What the wrap-up adds to a call, as the user left it."""

    outcome: Outcome
    ended: datetime
    person: str = ""
    answers: tuple[Answer, ...] = ()
    promises: tuple[CaughtPromise, ...] = ()
    named: tuple[NamedPerson, ...] = ()
    steps: tuple[CaughtStep, ...] = ()
    words: tuple[CaughtWords, ...] = ()
    offers: tuple[OfferMade, ...] = ()
    earlier: tuple[EarlierPromise, ...] = ()
    thanks: tuple[ThanksOwed, ...] = ()
    questions: tuple[EarlierQuestion, ...] = ()
    call_again: date | None = None
    call_again_why: str = ""
    call_again_at: datetime | None = None
    other_ways: tuple[OtherWay, ...] = ()
    call_back_at: datetime | None = None
    summary: str = ""


class CallDraft(Value, frozen=True, kw_only=True):
    """A conversation that is not written down yet."""

    client_id: str
    name: str
    """The client's name, for telling of it without the records."""
    playbook: str
    started: datetime
    person: str = ""
    why: str = ""
    path: tuple[Asked, ...] = ()
    ended: bool = False
    aside: tuple[Asked, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    place: PadPlace = PadPlace()
    offered: dict[str, OfferState] = {}
    kind: InteractionKind | None = None
    """None: as the playbook has it (a draft of an earlier version)."""
    stage: Stage = Stage.CALL
    wrap_up: WrapUpFields | None = None


_DRAFT: Final = msgspec.json.Decoder(CallDraft)  # here, as `web.site_snapshots` says


def draft_of(call: CallView) -> CallDraft:
    """Return the draft that keeps a call under way."""
    return CallDraft(
        client_id=call.client.id,
        name=call.client.name,
        playbook=call.playbook.key,
        started=call.started,
        person=call.person.name if call.person else "",
        why=call.why,
        path=call.path,
        ended=call.ended,
        aside=call.aside,
        notes=call.notes,
        place=call.place,
        offered=dict(call.offered),
        kind=call.kind,
    )


def interaction_id(client_id: str, started: datetime) -> str:
    """Return the id of the interaction that a conversation becomes: always the same one.

    So a machine that dies between writing it down and forgetting its draft writes nothing twice.
    The layout is that of `domain.record.new_id`, with a digest where that one is random.
    """
    digest = hashlib.blake2b(f"{client_id} {utc(started).isoformat()}".encode(), digest_size=10)
    return new_id(started)[:10] + base64.b32encode(digest.digest()).translate(_TO_CROCKFORD).decode(
        "ascii"
    )


def part_id(whole: str, part: str) -> str:
    """Return the id of something that a conversation leaves: always the same one.

    `whole` is the conversation's id (`interaction_id`), `part` says which part of it is meant.
    """
    digest = hashlib.blake2b(f"{whole} {part}".encode(), digest_size=10)
    return whole[:10] + base64.b32encode(digest.digest()).translate(_TO_CROCKFORD).decode("ascii")


class CallDrafts:
    """The drafts of conversations, saved and forgotten in the order in which that was asked for.

    All methods raise `StoreProblem`. A caller that is cancelled has no part in what is written:
    what was begun is carried out, and what comes later comes later.
    """

    def __init__(self, drafts: Drafts, records: Records) -> None:
        self._drafts = drafts
        self._records = records
        self._turn = asyncio.Lock()
        self._going: set[asyncio.Task[object]] = set()
        self._over: set[tuple[str, datetime]] = set()
        self._wrap_ups: dict[tuple[str, datetime], WrapUpFields] = {}

    async def save(self, draft: CallDraft) -> None:
        """Keep a draft; one whose conversation is over already is not brought back to life.

        A call that was taken up again out of its wrap-up keeps what was mended there.
        """
        await self._in_turn(lambda: self._save(draft))

    async def load(self, client_id: str) -> CallDraft | None:
        """Return the draft of a client's conversation, or None.

        One that cannot be read is set aside before `StoreProblem` is raised.
        """
        return await self._in_turn(lambda: self._load(PREFIX + client_id))

    async def change(self, client_id: str, change: Callable[[CallDraft | None], CallDraft]) -> None:
        """Keep what `change` makes of the draft that stands."""
        await self._in_turn(lambda: self._change(client_id, change))

    async def discard(self, client_id: str, started: datetime) -> None:
        """Forget the draft of a conversation that is over."""
        self._over.add((client_id, utc(started)))
        self._wrap_ups.pop((client_id, utc(started)), None)
        await self._in_turn(lambda: self._drafts.discard(PREFIX + client_id))

    async def all(self) -> Sequence[CallDraft]:
        """Return the drafts, the conversation begun first coming first."""
        return await self._in_turn(self._all)

    async def settled(self) -> None:
        """Wait until all that was asked for is carried out, whoever still waits for it."""
        while self._going:
            await asyncio.wait(tuple(self._going))

    async def _in_turn(self, work: Callable[[], _T]) -> _T:
        """Do `work` in a thread once what was asked for before is done, and wait for it."""

        async def turn() -> _T:
            async with self._turn:
                return await asyncio.to_thread(work)

        task = asyncio.create_task(turn())
        self._going.add(task)  # the loop itself holds tasks but weakly
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: asyncio.Task[_T]) -> None:
        self._going.discard(task)
        if not task.cancelled():
            # Whoever waits is told by the shield. Where nobody does any more, the next saving
            # of the same draft tells; asyncio must not write into the terminal meanwhile.
            task.exception()

    def _save(self, draft: CallDraft) -> None:
        key = draft.client_id, utc(draft.started)
        if key in self._over:
            return
        if draft.wrap_up is None and key in self._wrap_ups:
            draft = msgspec.structs.replace(draft, wrap_up=self._wrap_ups[key])
        self._drafts.save(PREFIX + draft.client_id, msgspec.json.encode(draft))
        if draft.wrap_up is not None:
            self._wrap_ups[key] = draft.wrap_up

    def _change(self, client_id: str, change: Callable[[CallDraft | None], CallDraft]) -> None:
        self._save(change(self._load(PREFIX + client_id)))

    def _load(self, key: str) -> CallDraft | None:
        content = self._drafts.load(key)
        if content is None:
            return None
        try:
            draft = _DRAFT.decode(content)
        except msgspec.MsgspecError as problem:
            self._drafts.save(ASIDE + key, content)
            self._drafts.discard(key)
            raise StoreProblem(
                f"The draft of a call cannot be read ({problem}). It was set aside as "
                f"“{ASIDE}{key}” in the folder of drafts; call again to begin anew."
            ) from problem
        if self._records.get(Interaction, interaction_id(draft.client_id, draft.started)):
            # It was written down, but the machine died before the draft was forgotten.
            self._drafts.discard(key)
            return None
        if draft.wrap_up is not None:
            self._wrap_ups[draft.client_id, utc(draft.started)] = draft.wrap_up
        return draft

    def _all(self) -> Sequence[CallDraft]:
        found = [self._load(key) for key in self._drafts.keys(PREFIX)]
        return sorted((draft for draft in found if draft), key=lambda draft: draft.started)
