"""Writing down somebody who was met, from whatever screen, and going on to the letter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.letter import LetterKind
from followup_tui.tui.dialogs.met import MetDialog, Noted
from followup_tui.tui.messages import LetterWanted, Occasion
from followup_tui.tui.toast import toast


def write_down(screen: Screen[Any], desk: Desk, *, done: Callable[[], Awaitable[None]]) -> None:
    """Ask who was met; `done` is awaited once they are written down."""

    async def noted(result: Noted | None) -> None:
        if result is None:
            return
        written = result.written
        who, where = (
            written.encounter.person,
            "" if written.is_new else f" of {written.client.name}",
        )
        toast(screen, f"{who}{where} is written down. To propose: {written.proposal}.")
        await done()
        if result.write:
            screen.post_message(
                LetterWanted(
                    written.client.id,
                    LetterKind.GOOD_TO_MEET,
                    occasion=Occasion(encounter_id=written.encounter.id),
                )
            )

    screen.app.push_screen(MetDialog(desk), noted)
