"""The yardstick: a Textual app with a Header and a Footer and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header

TITLE = "Yardstick"


class EmptyApp(App[None]):
    TITLE = TITLE

    def compose(self) -> ComposeResult:
        yield Header()
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
