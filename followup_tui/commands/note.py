"""`followup note`: something written down about a client, signs and all."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from followup_tui.commands import shapes
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.capture import NoteKind, kind_of
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.text import clean_text


def run(asked: Run) -> int:
    """Write the note, and print what was understood."""
    text = clean_text(_typed(asked.given.text))
    if not text:
        raise WrongUsage("there is nothing to note: followup note CLIENT TEXT")
    with asked.desk() as desk:
        client, interaction = asyncio.run(_noted(desk, asked.given.client, text))
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "interaction": shapes.interaction(interaction),
                }
            )
            return 0
        paper = asked.paper
        paper.line(f"Noted about {client.name}.")
        for line in interaction.notes:
            kind = kind_of(line.text)
            meaning = "" if kind is NoteKind.NOTE else f" ({kind.value})"
            at = line.at.astimezone(desk.clock().tzinfo)
            paper.line(f"{at:%H:%M} {line.text}{meaning}", indent=2, hang=8)
    return 0


def _typed(words: Sequence[str]) -> str:
    """Return the note: the words, or what stands on the standard input where they are ``-``."""
    if list(words) == ["-"]:
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    return " ".join(words)


async def _noted(desk: Desk, words: str, text: str) -> tuple[Client, Interaction]:
    client = await desk.clients.find(words)
    return client, await desk.clients.note(client.id, text)
