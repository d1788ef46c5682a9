"""Where the rows of a long list stand, without a list of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of equal height, one after the other."""

    count: int
    height: int = 1
    """Lines each row takes."""
    selectable: bool = True
    """Whether the cursor can stand on them; headings cannot be selected."""


class RowLayout:
    """Rows of several heights, of which any is found in O(log runs), whatever their number.

    Rows and lines are numbered from 0.
    """

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._runs = [run for run in runs if run.count > 0 and run.height > 0]
        self._rows = list(accumulate((run.count for run in self._runs), initial=0))
        self._lines = list(accumulate((r.count * r.height for r in self._runs), initial=0))

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._rows[-1]

    @property
    def lines(self) -> int:
        """How many lines they take in all."""
        return self._lines[-1]

    def _run_of(self, row: int) -> int:
        """Return the index of the run that holds `row`; raises `IndexError` when none does."""
        if not 0 <= row < self.rows:
            raise IndexError(row)
        return bisect_right(self._rows, row) - 1

    def at_line(self, line: int) -> tuple[int, int] | None:
        """Return the row that `line` belongs to, and the line within it; None beyond the end."""
        if not 0 <= line < self.lines:
            return None
        index = bisect_right(self._lines, line) - 1
        row, within = divmod(line - self._lines[index], self._runs[index].height)
        return self._rows[index] + row, within

    def line_of(self, row: int) -> int:
        """Return the first line of a row; for the number of rows, that of all lines."""
        if row == self.rows:
            return self.lines
        index = self._run_of(row)
        return self._lines[index] + (row - self._rows[index]) * self._runs[index].height

    def height_of(self, row: int) -> int:
        """Return how many lines a row takes."""
        return self._runs[self._run_of(row)].height

    def is_selectable(self, row: int) -> bool:
        """Say whether the cursor can stand on a row."""
        return self._runs[self._run_of(row)].selectable
