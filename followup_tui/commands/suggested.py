"""What can be offered to a client, as it is named on a command line: of the library, or a tip."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.commands.problems import CannotDo
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.domain.views import Suggestion
from followup_tui.services.library import NoSuchValueAdd


def named(suggestions: Sequence[Suggestion], words: str) -> Suggestion | None:
    """Return the one suggestion of an id, a title, the start or a part of one; None: no other."""
    wanted = fold(clean_line(words))
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [
            each
            for each in suggestions
            if wanted and (each.value_add.id == words or fits(fold(each.value_add.title), wanted))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


async def suggestion(desk: Desk, client: Client, words: str) -> Suggestion:
    """Return what fits a client and is called so; raises `CannotDo`."""
    found = named((await desk.preparation.view(client.id)).suggestions, words)
    if found is None:
        raise CannotDo(
            f"“{shorten(clean_line(words), 60)}” names nothing, or several things, that fit "
            f"{client.name}: `followup offer CLIENT` lists what does"
        )
    return found


async def offerable(desk: Desk, client: Client, words: str) -> str:
    """Return the id of what is called so in the library, or among the tips about their website.

    A tip becomes a record by that, as it does where it is chosen in the desk. Raises
    `NoSuchValueAdd`.
    """
    try:
        return (await desk.library.find(words)).id
    except NoSuchValueAdd:
        tip = named((await desk.preparation.view(client.id)).suggestions, words)
        if tip is None:
            raise
    await desk.preparation.choose(client.id, tip.value_add.id, chosen=True)
    return tip.value_add.id
