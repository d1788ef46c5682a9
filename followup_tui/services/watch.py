"""How far a long piece of work is, and how it is stopped."""

from __future__ import annotations

from followup_tui.domain.importing.plan import ImportStopped


class Watch:
    """What somebody who waits for an import sees of it, and by which they stop it: a `Progress`."""

    def __init__(self) -> None:
        self.what = ""
        """What is being done, in a word."""
        self.done = 0
        self.of = 0
        """Of how much; 0: not known."""
        self._stopped = False

    def stop(self) -> None:
        """Have the work end at its next step, with nothing written."""
        self._stopped = True

    def __call__(self, what: str, done: int, of: int) -> None:
        """Take in how far it is; raises `ImportStopped` once it is to end."""
        if self._stopped:
            raise ImportStopped
        self.what, self.done, self.of = what, done, of
