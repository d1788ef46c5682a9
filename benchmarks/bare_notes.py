"""The yardstick: a Textual app with a TextArea and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea

PLACEHOLDER = "Yardstick"
"""What stands there until something is typed."""


class BareNotes(App[None]):
    """An editor, ready for typing."""

    def compose(self) -> ComposeResult:
        """Yield the editor."""
        yield TextArea(tab_behavior="focus", placeholder=PLACEHOLDER)


if __name__ == "__main__":
    BareNotes().run()
