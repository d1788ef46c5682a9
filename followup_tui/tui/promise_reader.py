"""Reading the days of promises while notes are typed, each line once and off the keyboard's way."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from datetime import date
from functools import partial

from followup_tui.domain.capture import NoteKind, kind_of, promises
from followup_tui.domain.caught import CaughtPromise
from followup_tui.domain.interaction import NoteLine


class PromiseReader:
    """Knows what the lines with ``!`` promise. Reading may take a while, so a thread does it."""

    def __init__(self) -> None:
        self._read: dict[NoteLine, CaughtPromise | None] = {}

    @property
    def known(self) -> Collection[CaughtPromise]:
        """The promises read so far; lines that were changed since are among them, too."""
        return [promise for promise in self._read.values() if promise is not None]

    def unread(self, notes: Iterable[NoteLine]) -> list[NoteLine]:
        """Return the lines among `notes` that are promises and were not read yet."""
        return [
            note
            for note in notes
            if kind_of(note.text) is NoteKind.PROMISE and note not in self._read
        ]

    async def read(self, notes: Iterable[NoteLine], *, today: date) -> None:
        """Read the promises among `notes` that are new."""
        new = self.unread(notes)
        found = await asyncio.to_thread(partial(promises, new, today=today))
        self._read.update(dict.fromkeys(new))
        self._read.update({promise.line: promise for promise in found})
