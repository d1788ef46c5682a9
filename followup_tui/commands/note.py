"""`followup note`: something written down about a client, signs and all."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC

from followup_tui.commands import shapes
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.standard_input import text_in
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.notes.caught import CaughtStep, CaughtWords
from followup_tui.domain.notes.in_words import in_words
from followup_tui.domain.notes.understanding import understand, zone_or_doubt
from followup_tui.domain.text import clean_text


def run(asked: Run) -> int:
    """Write the note, and print what was understood."""
    text = clean_text(_typed(asked.given.text))
    if not text:
        raise WrongUsage("there is nothing to note: followup note CLIENT TEXT")
    with asked.desk() as desk:
        client, interaction, kept = asyncio.run(_noted(desk, asked.given.client, text))
        lines = _understood(desk, client, interaction)
        if asked.json:
            asked.show_json(
                {
                    "client_id": client.id,
                    "client": client.name,
                    "interaction": shapes.interaction(interaction),
                    "understood": [
                        {"text": line.text, "meaning": meaning, "doubt": doubt}
                        for line, meaning, doubt in lines
                    ],
                }
            )
            return 0
        paper = asked.paper
        paper.line(f"Noted about {client.name}.")
        for line, meaning, doubt in lines:
            at = line.at.astimezone(desk.clock().tzinfo)
            paper.line(f"{at:%H:%M} {line.text}", indent=2, hang=8)
            for words in filter(None, (meaning, doubt)):
                paper.line(words, indent=8, hang=10)
        if kept:
            paper.line(kept)
    return 0


def _understood(
    desk: Desk, client: Client, interaction: Interaction
) -> list[tuple[NoteLine, str, str]]:
    """Return each line with what it means and what of it is in doubt, empty where nothing is."""
    now = desk.clock()
    own = now.tzinfo or UTC
    zone, zone_doubt = zone_or_doubt(client.zone, own)
    people = [person.name for person in client.people]
    found = []
    for line in interaction.notes:
        item = understand(
            line, now=now, zone=zone, own=own, region=desk.settings.me.region, people=people
        )
        meaning = in_words(item, now=now, zone=zone) if item is not None else ""
        doubt = "" if item is None or isinstance(item, CaughtWords) else item.doubt
        if isinstance(item, CaughtStep) and item.at is not None and not item.all_day:
            doubt = " ".join(filter(None, (doubt, zone_doubt)))
        found.append((line, meaning, doubt))
    return found


def _typed(words: Sequence[str]) -> str:
    """Return the note: the words, or what stands on the standard input where they are ``-``."""
    if list(words) == ["-"]:
        return text_in()
    return " ".join(words)


async def _noted(desk: Desk, words: str, text: str) -> tuple[Client, Interaction, str]:
    """Return the client, the note, and what is to be told of a call under way."""
    client = await desk.clients.find(words)
    kept = await _call_kept(desk, client)
    return client, await desk.clients.note(client.id, text), kept


async def _call_kept(desk: Desk, client: Client) -> str:
    """Return a sentence about a call with `client` that was begun and not wrapped up, or nothing.

    Its notes are those of the desk: what is noted here stands beside them.
    """
    for call in await desk.call.interrupted():
        if call.client_id == client.id:
            return (
                f"The {call.kind} with {client.name}, begun {call.started:%a %H:%M}, is not "
                "wrapped up in the desk yet: this stands beside it, not among its notes."
            )
    return ""
