"""From when until when a call list holds: all that time, the same records give the same list.

A list speaks of days, so mostly it changes at midnight. Within a day a call-back comes to its hour,
somebody who was busy is to be tried again, and what fits somebody goes by: the turns of a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from followup_tui.domain.due.rows import Row
from followup_tui.domain.due.ways import Ways


class Span(NamedTuple):
    """From a moment on, and until before another."""

    since: datetime
    until: datetime

    def __contains__(self, moment: object) -> bool:
        return isinstance(moment, datetime) and self.since <= moment < self.until


def holding(rows: Iterable[Row], ways: Ways) -> Span:
    """Return the time around the moment of `ways` in which these rows make the same list, in UTC.

    It is that day of the user, or a part of it. On a day on which the clocks are changed nothing is
    sure: the time is none at all.
    """
    if ways.clocks_change:
        return Span(ways.now.astimezone(UTC), ways.now.astimezone(UTC))
    turns = [turn for row in rows for turn in row.turns]
    return Span(
        max((ways.begins, *(turn for turn in turns if turn <= ways.now))),
        min((ways.ends, *(turn for turn in turns if turn > ways.now))),
    )
