"""What the mending of a conversation asks about, in words. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from followup_tui.domain.client import Client
from followup_tui.domain.mending import Follow
from followup_tui.domain.promise import Owner
from followup_tui.domain.words import day_words


def follow_words(follows: Sequence[Follow], client: Client | None, *, today: date) -> Iterator[str]:
    """Yield a sentence for each thing that would be changed besides the notes."""
    for each in follows:
        yield _follow(each, today)
    if client is not None:
        yield f"What {client.name} likes or is interested in would be added to."


def _follow(follow: Follow, today: date) -> str:
    before, after = follow.promise, follow.becomes
    if after is None:
        return f"The promise “{before.text if before else ''}” would be dropped."
    due = f"due {day_words(after.due, today)}"
    whose = "" if after.by is Owner.US else ", theirs"
    if before is None:
        return f"“{after.text}”{whose}, {due}, would become a promise."
    if before.text == after.text:
        return f"The promise “{after.text}” would be {due}{whose}."
    return f"The promise “{before.text}” would be “{after.text}”{whose}, {due}."
