"""When the event of a block begins and ends: its days with the hours that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from followup_tui.web import plain_labels as labels
from followup_tui.web import plain_signs as signs
from followup_tui.web.moments import Moment
from followup_tui.web.plain_clock import Clock
from followup_tui.web.plain_dated import Dated
from followup_tui.web.plain_dates import Reading, join_range


def without_doors(text: str, clocks: Sequence[Clock]) -> list[Clock]:
    """Leave out the hour at which the doors open, where that of the beginning stands beside it."""
    if len(clocks) > 1 and signs.DOORS.search(text[: clocks[0].start]):
        return list(clocks[1:])
    return list(clocks)


def with_ends(dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates of a block, with the end that stands in a line of its own: ``To: …``."""
    found: list[Dated] = []
    for dated in dates:
        if found and dated.bare and labels.END_LABEL.match(dated.label):
            span = join_range(found[-1].span, dated.span)
            if span is not None:
                clocks = (*found[-1].reading.clocks, *dated.reading.clocks)
                found[-1] = replace(found[-1], reading=Reading((span,), clocks))
                continue
        found.append(dated)
    return found


def _moment(day: date, clock: time | None, zone: str) -> Moment:
    at = datetime.combine(day, clock or time.min)
    return Moment(at, whole_day=clock is None, zone=zone or None)


def moments(first: date, last: date | None, clocks: list[Clock]) -> tuple[Moment, Moment | None]:
    """Return start and end of something on these days at these times."""
    if not clocks:
        return _moment(first, None, ""), _moment(last, None, "") if last else None
    clock = clocks[0]
    start = _moment(first, clock.begins, clock.zone)
    ends = clock.ends
    if ends is None and len(clocks) == 2 and clocks[1].ends is None and last is not None:
        ends = clocks[1].begins
    if ends is None:
        return start, _moment(last, None, "") if last else None
    end_day = last or first
    if last is None and ends <= clock.begins:
        end_day = first + timedelta(days=1)  # past midnight
    return start, _moment(end_day, ends, clock.zone)
