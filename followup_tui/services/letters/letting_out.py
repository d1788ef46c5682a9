"""How letters are kept while they are typed, and let out: with what that settles, in one change."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.letter import Left, Letter, Way
from followup_tui.domain.letters.mail import CannotLeave
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.letters.view import LetterView
from followup_tui.domain.record import Record, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.services.gather import known_client
from followup_tui.services.letters.drafts import LetterDrafts
from followup_tui.services.letters.judging import Judge
from followup_tui.services.letters.on_the_way import LateRecord, OnTheWay, file_of
from followup_tui.services.letters.outgoing import let_out, proposed_path
from followup_tui.services.letters.settling import settled_by
from followup_tui.services.letters.writing import Writer, finished
from followup_tui.services.ports import Change, StoreProblem

if TYPE_CHECKING:
    from followup_tui.services.together import Parts

See = Callable[[str], Awaitable[Seen]]
"""Tells what a preparation has seen of a client, without touching the network."""


class NoSuchLetter(LookupError):
    """A letter that is not there any more; the text is a sentence."""


class LettingOut:
    """What `LetterService` has for a letter that stands there; it says what is raised."""

    def __init__(self, parts: Parts, writer: Writer, see: See) -> None:
        self._parts = parts
        self._writer = writer
        self._see = see
        self._drafts = LetterDrafts(parts.drafts)
        self._on_the_way = OnTheWay(parts.drafts, parts.clock)
        self._judge = Judge(parts, writer)
        self._turn = asyncio.Lock()
        """Keeping and putting aside come one after the other, in the order they were asked for."""

    async def keep(self, letter: Letter) -> None:
        """Keep what is being typed, so that it survives whatever happens to the program."""
        stamped = replace(letter, changed=utc(self._parts.clock()))
        async with self._turn:
            await asyncio.shield(asyncio.to_thread(self._drafts.keep, stamped))

    async def leave(
        self,
        letter: Letter,
        way: Way,
        target: str = "",
        *,
        password: str = "",
        remember: bool = False,
        kept: Collection[str] | None = None,
    ) -> LetterView:
        """Let the letter out by `way`, record it and settle what belongs to it, in one change.

        `target` is the path of the file (empty: the one proposed). With `CLIPBOARD` the caller
        copies `letter.body` and calls this once it is copied. `password` is that of the mailbox,
        asked for after `NeedsPassword`; with `remember` the system's keyring keeps it. `kept` are
        the ids of the promises that it keeps; None: those of `LetterView.keeps`.
        """
        await self.keep(letter)  # whatever happens from here on, what was typed is there
        seen = await self._see(letter.client_id)
        named = finished(cleaned(letter), self._parts.clock)
        if way is Way.FILE:
            path = target or await self.target_of(named)
            await asyncio.to_thread(self._on_the_way.begin, named, path, kept)
        try:
            where = await asyncio.to_thread(
                let_out,
                named,
                way,
                self._parts,
                target=target,
                password=password,
                remember=remember,
            )
        except (CannotLeave, StoreProblem):
            await asyncio.to_thread(self._on_the_way.over, named)
            raise
        async with self._turn:
            return await asyncio.to_thread(self._left, letter, named, way, where, kept, seen)

    async def record_left(self) -> tuple[LateRecord, ...]:
        """Write down which letters had left as a file when a program ended; return those.

        One that left only a moment ago is left to the program that may still be about it.
        """
        found = []
        for leaving in await asyncio.to_thread(lambda: tuple(self._on_the_way.left_behind())):
            letter = leaving.letter
            if (written := self._parts.records.get(Letter, letter.id)) is not None:
                letter = replace(letter, left=written.left)
            path = await asyncio.to_thread(file_of, letter, leaving.target)
            client = self._parts.records.get(Client, letter.client_id)
            if path is None or client is None:
                await asyncio.to_thread(self._on_the_way.over, letter)
                continue
            seen = await self._see(client.id)
            async with self._turn:
                await asyncio.to_thread(
                    self._left,
                    leaving.letter,
                    leaving.letter,
                    Way.FILE,
                    str(path),
                    leaving.kept,
                    seen,
                )
            found.append(LateRecord(client=client.name, where=str(path)))
        return tuple(found)

    def _left(
        self,
        typed: Letter,
        letter: Letter,
        way: Way,
        where: str,
        kept: Collection[str] | None,
        seen: Seen,
    ) -> LetterView:
        now = self._parts.clock()
        client = known_client(self._parts.records, letter.client_id)
        judged = self._judge.overruled(letter, seen)  # whoever lets it out has decided so
        left = Left(way=way, at=utc(now), where=clean_line(where))
        judged, with_it = self._writer.linked(judged)
        put: tuple[Record, ...] = (
            *settled_by(judged, left, self._parts.records, now, kept, self._parts.playbooks),
            *with_it,
        )
        self._parts.records.commit(
            Change(by=f"letter left ({way}): {letter.kind}, {client.name}", put=put)
        )
        if way is Way.FILE:
            self._on_the_way.over(letter)
        self._forget_typed(typed, letter)
        return self._judge.view(self._kept(letter.id), seen)

    async def target_of(self, letter: Letter) -> str:
        """Return the path that is proposed for its file: one at which nothing stands yet."""
        return str(await asyncio.to_thread(proposed_path, letter, self._parts))

    def _forget_typed(self, letter: Letter, written: Letter) -> None:
        """Forget what was typed of a letter that is written down now, under either key."""
        self._drafts.discard(letter, replace(written, id=""))
        self._drafts.taken_up(written)

    def _kept(self, letter_id: str) -> Letter:
        self._parts.records.refresh()
        found = self._parts.records.get(Letter, letter_id)
        if found is None:
            raise NoSuchLetter("This letter is not there any more: it was removed elsewhere.")
        return found


def cleaned(letter: Letter) -> Letter:
    """Return a letter whose typed texts may stand in a record."""
    return replace(
        letter,
        to=clean_line(letter.to),
        cc=tuple(each for each in map(clean_line, letter.cc) if each),
        subject=clean_line(letter.subject),
        body=clean_text(letter.body),
    )
