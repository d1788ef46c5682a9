"""Searching everywhere, from any screen: asking, and going to the place of a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from followup_tui.domain.searching.results import Hit, SearchKind
from followup_tui.tui.messages import (
    ClientPageWanted,
    CourseWanted,
    DeskWanted,
    LetterWanted,
    LibraryWanted,
)

if TYPE_CHECKING:
    from textual.app import App

    from followup_tui.desk import Desk


def ask(app: App[str], desk: Desk) -> None:
    """Ask for words, and go to the hit that is chosen."""
    from followup_tui.tui.dialogs.search import SearchDialog  # noqa: PLC0415 - at its first use

    on_desk = len(app.screen_stack) == 1

    def go(hit: Hit | None) -> None:
        if hit is not None:
            app.post_message(place_of(hit, on_desk=on_desk))

    app.push_screen(SearchDialog(desk), go)


def place_of(hit: Hit, *, on_desk: bool) -> Message:
    """Return what is to be shown for a hit.

    A client is prepared where the search began on the desk (`on_desk`); from elsewhere their page
    is shown above what is being done, so that a call goes on below.
    """
    match hit.kind:
        case SearchKind.CLIENT if on_desk:
            return DeskWanted(hit.client_id)
        case SearchKind.LIBRARY:
            return LibraryWanted(hit.record_id)
        case SearchKind.COURSE:
            return CourseWanted(hit.record_id)
        case SearchKind.LETTER:
            return LetterWanted(hit.client_id, letter_id=hit.record_id)
        case _:
            return ClientPageWanted(hit.client_id, entry=hit.entry)
