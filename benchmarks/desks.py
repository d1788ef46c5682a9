"""The large desks that the figures are taken on, each made once a run."""

from __future__ import annotations

from pathlib import Path

from benchmarks.make_desk import make_desk


class Desks:
    """Makes desks below a folder, and says how often to measure."""

    def __init__(self, folder: Path, *, quick: bool = False) -> None:
        self.folder = folder
        self._quick = quick

    def home(self, *, clients: int, interactions: int) -> Path:
        """Return the home of a desk of that size; nothing may change what is in it."""
        home = self.folder / f"desk-{clients}-{interactions}"
        if not home.exists():
            make_desk(home, clients=clients, interactions=interactions)
        return home

    def rounds(self, usual: int) -> int:
        """Return how many rounds to take where `usual` are wanted."""
        return max(usual // 4, 1) if self._quick else usual
