"""What the mending of a conversation asks about, in words. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from followup_tui.domain.notes.rewriting import Follow
from followup_tui.domain.promise import Owner
from followup_tui.domain.words import day_words


def follow_words(
    follows: Sequence[Follow], remembered: Sequence[str], *, today: date
) -> Iterator[str]:
    """Yield a sentence for each thing that would be changed besides the notes."""
    for each in follows:
        yield _follow(each, today)
    for words in remembered:
        yield f"“{words}” would be remembered of them."


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
