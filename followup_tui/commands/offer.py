"""`followup offer`: what fits a client, and that something was offered, taken or declined."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from followup_tui.commands import shapes
from followup_tui.commands.run import Run
from followup_tui.commands.suggested import offerable
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import Suggestion

_SUGGESTED = 12
"""What fits that is printed: what fits best comes first."""


def run(asked: Run) -> int:
    """Record the offer; without one, print what would fit."""
    given = asked.given
    with asked.desk() as desk:
        if given.what:
            client, value_add, offer = asyncio.run(_offered(desk, given))
            if asked.json:
                asked.show_json(
                    {
                        "client_id": client.id,
                        "client": client.name,
                        "offer": shapes.offer(offer, value_add),
                    }
                )
            else:
                asked.paper.line(f"{client.name}: {offer.state.value}, {value_add.title}.")
            return 0
        client, fitting = asyncio.run(_fitting(desk, given.client))
        if asked.json:
            suggestions = [shapes.suggestion(each) for each in fitting]
            asked.show_json(
                {"client_id": client.id, "client": client.name, "suggestions": suggestions}
            )
            return 0
        paper = asked.paper
        paper.line(f"What fits {client.name}" if fitting else f"Nothing fits {client.name} yet.")
        for each in fitting:
            because = f" (because: {each.because})" if each.because else ""
            box = "[x]" if each.chosen else "[ ]"
            title = f"{each.value_add.kind.value.capitalize()}: {each.value_add.title}"
            paper.line(f"{box} {title}{because}", indent=2, hang=6)
    return 0


async def _offered(desk: Desk, given: Namespace) -> tuple[Client, ValueAdd, Offer]:
    try:
        client = await desk.clients.find(given.client)
        what = await offerable(desk, client, given.what)
        offer = await desk.library.offer(client.id, what, OfferState(given.state))
        return client, await desk.library.find(what), offer
    finally:
        await desk.close()


async def _fitting(desk: Desk, words: str) -> tuple[Client, tuple[Suggestion, ...]]:
    try:
        client = await desk.clients.find(words)
        view = await desk.preparation.view(client.id)
        return client, view.suggestions[:_SUGGESTED]
    finally:
        await desk.close()
