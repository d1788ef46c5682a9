"""What notes leave behind: promises to keep, and what is worth remembering of a client."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain import capture
from followup_tui.domain.caught import CaughtPromise
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.promise import Promise
from followup_tui.domain.record import LINE_LIMIT, new_id, utc
from followup_tui.domain.text import clean_line, fold, shorten


def with_what_was_said(client: Client, notes: Sequence[NoteLine]) -> Client:
    """Return the client with the likes, dislikes and interests of `notes` added to their own."""
    return replace(
        client,
        likes=_merged(client.likes, capture.likes(notes)),
        dislikes=_merged(client.dislikes, capture.dislikes(notes)),
        interests=_merged(client.interests, capture.interests(notes)),
    )


def promises_of(
    interaction: Interaction, *, now: datetime, caught: Iterable[CaughtPromise] | None = None
) -> tuple[Promise, ...]:
    """Return the promises of an interaction as records: those `caught`, or those of its notes.

    A promise that was dropped (`keep` False) or emptied is none.
    """
    if caught is None:
        caught = capture.promises(interaction.notes, today=now.date())
    return tuple(
        Promise(
            id=new_id(now),
            created=utc(now),
            client_id=interaction.client_id,
            text=shorten(clean_line(promise.text), LINE_LIMIT),
            due=promise.due,
            interaction_id=interaction.id,
        )
        for promise in caught
        if promise.keep and clean_line(promise.text)
    )


def _merged(known: Sequence[str], said: Iterable[str]) -> tuple[str, ...]:
    """Return what was known and what was said, each once however it is spelt."""
    merged = list(known)
    seen = {fold(text) for text in known}
    for words in said:
        text = shorten(clean_line(words), LINE_LIMIT)
        if text and fold(text) not in seen:
            seen.add(fold(text))
            merged.append(text)
    return tuple(merged)
