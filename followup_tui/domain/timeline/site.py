"""What a client's website said over time, as entries of their timeline. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from followup_tui.domain.timeline.entries import Entry, EntryKind, Line, Opens, Thing
from followup_tui.domain.websites.changes import changes
from followup_tui.domain.websites.changes_words import label, told
from followup_tui.domain.websites.site import SiteFacts

LOOKS = 12
"""The latest looks that are compared with each other: what was new a year ago can be read there."""


def entries(history: Sequence[SiteFacts], *, zone: tzinfo) -> Iterator[Entry]:
    """Yield what changed from look to look of `history`, newest first; each thing once.

    A change without a date needs two looks that agree on it (see `domain.changes`): it is told on
    the day of the first of them. News has a day of its own.
    """
    looks = list(history[:LOOKS])
    known: set[tuple[str, str, str]] = set()
    for number in range(len(looks) - 1):
        now, before_now = looks[number], looks[number + 1]
        then = looks[number + 2] if number + 2 < len(looks) else None
        found = changes(
            then or before_now,
            now,
            before_now=before_now if then else None,
            since=(then or before_now).read_at.astimezone(zone).date(),
        )
        for line in found.lines:
            which = (label(line), line.old, line.new)
            if which in known:
                continue
            known.add(which)
            seen = before_now.read_at.astimezone(zone).date()
            day = line.day if line.day and line.day <= seen else seen
            yield Entry(
                key=f"site:{'|'.join(which)}",
                kind=EntryKind.WEBSITE,
                day=day,
                at=None,
                title=f"{label(line)}: {told(line, day)}",
                lines=(Line(line.question, "ask"),) if line.question else (),
                opens=Opens(Thing.PAGE, line.url) if line.url else None,
            )
