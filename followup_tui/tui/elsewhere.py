"""What is typed and cannot be kept: shown for saving elsewhere, and never let go unasked."""

from __future__ import annotations

import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.tui.keeping import KeepsTyping
from followup_tui.tui.toast import toast

# ruff: noqa: PLC0415 - the dialog is imported when it is first needed: it seldom is


@dataclass(frozen=True, slots=True)
class Held:
    """What is typed on a screen."""

    what: str
    """What it is, in words: ``Note: Northwind Traders``."""
    text: str
    """All of it, as plain text."""


@runtime_checkable
class HoldsText(Protocol):
    """A screen on which a text is typed."""

    def held(self) -> Held:
        """Return what is typed, as it stands."""
        ...

    def is_unkept(self) -> bool:
        """Say whether some of it is not on the disk, though that was tried."""
        ...


def file_for(held: Held, now: datetime) -> Path:
    """Return a file to propose, in the user's own folder: ``followup-note-contoso-….txt``."""
    plain = unicodedata.normalize("NFKD", held.what).encode("ascii", "ignore").decode().lower()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    return Path.home() / f"{'-'.join(['followup', *words])[:60]}-{now:%Y%m%d-%H%M%S}.txt"


def show(app: App[Any], desk: Desk) -> None:
    """Offer what is typed on the screen at hand for saving elsewhere."""
    from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog

    if isinstance(app.screen, ElsewhereDialog):
        return
    held = next((s.held() for s in reversed(app.screen_stack) if isinstance(s, HoldsText)), None)
    if held is None or not held.text.strip():
        toast(app, "Nothing is being typed here that could be saved elsewhere.")
        return

    def done(saved: bool | None) -> None:
        if saved:
            toast(app, "Saved elsewhere. It still stands here as well.")

    app.push_screen(dialog(desk, held), done)


async def when_kept(app: App[Any], desk: Desk, then: Callable[[], Awaitable[None]]) -> None:
    """Keep what is typed on all screens, then do `then`.

    What cannot be kept is offered for saving elsewhere first; `then` is done only if the user
    has saved it or lets it go.
    """
    from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog

    lost: list[Held] = []
    for screen in reversed(app.screen_stack):
        if isinstance(screen, ElsewhereDialog):
            return  # the user is being asked
        if isinstance(screen, KeepsTyping):
            await screen.keep_typed()
        if (held := _unkept(screen)) is not None:
            lost.append(held)
    if not lost:
        await then()
        return

    async def answered(may_go: bool | None) -> None:
        if may_go:
            await then()

    what = lost[0].what if len(lost) == 1 else "What you typed"
    text = "\n\n".join(held.text for held in lost)
    await app.push_screen(dialog(desk, Held(what, text), leaving=True), answered)


def _unkept(screen: Screen[Any]) -> Held | None:
    if not isinstance(screen, HoldsText) or not screen.is_unkept():
        return None
    held = screen.held()
    return held if held.text.strip() else None


def dialog(desk: Desk, held: Held, *, leaving: bool = False) -> Screen[bool]:
    """Return the dialog that offers `held`; it returns whether it was saved, or may be let go."""
    from followup_tui.tui.dialogs.elsewhere import ElsewhereDialog

    path = file_for(held, desk.clock())
    return ElsewhereDialog(
        held.what, held.text, path=path, save=desk.save_elsewhere, leaving=leaving
    )
