"""The story of one client: all that is known, in the order in which a file of text tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup_tui.domain.client import Client
from followup_tui.domain.timeline.entries import Entry, Memory


@dataclass(frozen=True, slots=True)
class Story:
    """What a client's file tells."""

    memory: Memory
    entries: tuple[Entry, ...]
    """Their timeline, the newest first."""
    today: date
    links: tuple[tuple[str, str], ...] = ()
    """Id of another client, and the name of their file without its ending: what to link to."""

    @property
    def client(self) -> Client:
        """Whose story it is."""
        return self.memory.page.client
