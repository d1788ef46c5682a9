"""What notes leave behind: promises to keep, what is to come, and what is worth remembering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction, NoteLine
from followup_tui.domain.notes import capture
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords, WordKind
from followup_tui.domain.promise import NextStep, Promise
from followup_tui.domain.record import LINE_LIMIT, new_id, utc
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.services.call_drafts import part_id


def with_what_was_said(client: Client, notes: Sequence[NoteLine]) -> Client:
    """Return the client with likes, dislikes, interests and open questions of `notes` added."""
    return replace(
        client,
        likes=_merged(client.likes, capture.likes(notes)),
        dislikes=_merged(client.dislikes, capture.dislikes(notes)),
        interests=_merged(client.interests, capture.interests(notes)),
        open_questions=_merged(client.open_questions, capture.questions(notes)),
    )


def with_words(client: Client, caught: Iterable[CaughtWords]) -> Client:
    """Return the client with what was caught and kept added to what is known of them."""
    said: dict[WordKind, list[str]] = {kind: [] for kind in WordKind}
    for words in caught:
        if words.keep:
            said[words.kind].append(words.text)
    return replace(
        client,
        likes=_merged(client.likes, said[WordKind.LIKED]),
        dislikes=_merged(client.dislikes, said[WordKind.DISLIKED]),
        interests=_merged(client.interests, said[WordKind.INTEREST]),
        open_questions=_merged(client.open_questions, said[WordKind.QUESTION]),
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
            by=promise.by,
            interaction_id=interaction.id,
        )
        for promise in caught
        if promise.keep and clean_line(promise.text)
    )


def step_id(interaction: str, index: int) -> str:
    """Return the id of the step at `index` in the wrap-up of an interaction, always the same.

    So a calendar file that was written before the wrap-up was saved names the same entry as one
    that is written later.
    """
    return part_id(interaction, f"step {index}")


def steps_of(
    interaction: Interaction, caught: Iterable[CaughtStep], *, zone: tzinfo, now: datetime
) -> tuple[NextStep, ...]:
    """Return the next steps that were caught and kept, as records.

    Where only the day is known it is kept at the midnight of `zone`, the client's.
    """
    return tuple(
        NextStep(
            id=step_id(interaction.id, index),
            created=utc(now),
            client_id=interaction.client_id,
            kind=step.kind,
            at=step.at.astimezone(zone) if step.all_day else utc(step.at),
            all_day=step.all_day,
            agreed=step.agreed,
            text=shorten(clean_line(step.text), LINE_LIMIT),
            interaction_id=interaction.id,
        )
        for index, step in enumerate(caught)
        if step.keep and step.at is not None
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
