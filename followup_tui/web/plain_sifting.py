"""Which of the dates that were read are left out, seen beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from followup_tui.domain.text import fold
from followup_tui.web.findings import Finding
from followup_tui.web.plain_context import Case


def each_once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Leave out a day that is said again without its hour: a tile beside the whole date."""
    kept: dict[tuple[str, date], list[Finding]] = {}
    for finding in findings:
        same = kept.setdefault((fold(finding.title), finding.start.day), [])
        if finding.start.whole_day and same:
            continue
        same[:] = [one for one in same if not one.start.whole_day]
        same.append(finding)
    for several in kept.values():
        yield from several


def without_borrowed(cases: list[Case]) -> list[Case]:
    """Leave out what is called by the page's heading alone, unless it is all and one day."""
    named = [case for case in cases if not case.borrows]
    if named or len({case.days.first for case in cases}) > 1:
        return named
    return cases


def without_descending(cases: list[Case]) -> list[Case]:
    """Leave out lists whose dates lack a year and run backwards: what was, the newest first."""
    lists: dict[int, list[Case]] = {}
    for case in cases:
        if not (case.days.said or case.days.checked):
            lists.setdefault(case.block.parent, []).append(case)
    dropped: set[int] = set()
    for parent, several in lists.items():
        days = [case.days.first for case in several]
        back = sum(one > other for one, other in pairwise(days))
        if back and back * 2 > len(days) - 1:
            dropped.add(parent)
    return [
        case
        for case in cases
        if case.days.said or case.days.checked or case.block.parent not in dropped
    ]
