"""Understanding lines while they are typed: each once, and off the keyboard's way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import partial
from itertools import islice

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind, kind_of
from followup_tui.domain.notes.caught import Caught

NEWEST = 60
"""Lines that are understood at once: nobody looks at more beside what is typed."""

_Ground = tuple[date, str, tuple[str, ...]]


class NoteReader:
    """Knows what lines were understood as. Reading may take a while, so a thread does it."""

    def __init__(self, *, own: tzinfo, region: str) -> None:
        """`own` is the user's zone, `region` how phone numbers are read (`Me.region`)."""
        self._own = own
        self._region = region
        self._known: dict[NoteLine, Caught | None] = {}
        self._ground: _Ground | None = None
        self.zone: tzinfo = own
        """The client's zone, in which hours are read, as far as it is known."""
        self.zone_doubt = ""
        """Why hours are read in the user's own zone, if the client's is none; a sentence."""

    @property
    def known(self) -> Mapping[NoteLine, Caught | None]:
        """What was understood so far, by its line; None where a line says nothing."""
        return self._known

    def unread(self, notes: Sequence[NoteLine]) -> list[NoteLine]:
        """Return those of the newest lines with a sign that were not read yet."""
        return [line for line in newest_signed(notes) if line not in self._known]

    async def read(self, notes: Sequence[NoteLine], *, client: Client, now: datetime) -> None:
        """Understand those of the newest lines that are new, or all where the day is another."""
        people = tuple(person.name for person in client.people)
        ground = (now.date(), client.zone, people)
        new = list(newest_signed(notes)) if ground != self._ground else self.unread(notes)
        zone, doubt, found = await asyncio.to_thread(
            partial(_understood, new, ground, own=self._own, region=self._region, now=now)
        )
        if ground != self._ground:
            self._known.clear()
        self._ground, self.zone, self.zone_doubt = ground, zone, doubt
        self._known.update(found)


def newest_signed(notes: Sequence[NoteLine]) -> Iterable[NoteLine]:
    """Return the newest `NEWEST` lines that begin with a sign, the newest first."""
    return islice((n for n in reversed(notes) if kind_of(n.text) is not NoteKind.NOTE), NEWEST)


def _understood(
    lines: Sequence[NoteLine], ground: _Ground, *, own: tzinfo, region: str, now: datetime
) -> tuple[tzinfo, str, dict[NoteLine, Caught | None]]:
    """Return the client's zone, what is wrong with it, and what the lines say."""
    from followup_tui.domain.notes.understanding import (  # noqa: PLC0415 - not for the first paint
        understand,
        zone_or_doubt,
    )

    _, name, people = ground
    zone, doubt = zone_or_doubt(name, own)
    found = {
        line: understand(line, now=now, zone=zone, own=own, region=region, people=people)
        for line in lines
    }
    return zone, doubt, found
