"""What an import is doing: told while it is done, and stopped when it is asked."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from followup_tui.services.importing import Watch
from followup_tui.tui.present import import_plan as present

Repeat = Callable[[float, Callable[[], None]], Timer]
"""Has something done every so many seconds: `Widget.set_interval`."""
_OFTEN = 0.1  # seconds between two looks at how far it is


class Doing:
    """The one thing that a dialog is doing."""

    def __init__(self, repeat: Repeat, say: Callable[[str], None]) -> None:
        """Tell by `say` how far it is, now and then."""
        self._repeat = repeat
        self._say = say
        self._watch: Watch | None = None
        self._timer: Timer | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._watch is not None

    def begin(self) -> Watch:
        """Begin something that takes a while, and show how far it is."""
        self.stop()
        self._watch = Watch()
        self._timer = self._repeat(_OFTEN, self._tell)
        return self._watch

    def _tell(self) -> None:
        if self._watch is not None:
            self._say(present.progress(self._watch.what, self._watch.done, self._watch.of))

    def end(self, watch: Watch) -> None:
        """Say that what was begun with `watch` has ended."""
        if self._watch is watch:
            self.stop()

    def stop(self) -> None:
        """Have what is being done end, with nothing changed, and forget it."""
        if self._watch is not None:
            self._watch.stop()
        if self._timer is not None:
            self._timer.stop()
        self._watch = self._timer = None

    def ask_to_stop(self) -> None:
        """Have what is being done end, unless it is being written already."""
        if self._watch is not None and self._watch.what != "Writing":
            self._watch.stop()
