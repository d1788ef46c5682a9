"""Rows that are settled one after the other, each by what those before it said.

What is known is kept with the row that said it, and with those that asked. A row that is settled
anew, since the user said something of it, has its own words withdrawn first; only those after it
that asked for what is different now are settled anew too. The cost follows what a decision touches,
and the end is the same as if all had been settled anew.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import Generic, TypeVar

from followup_tui.domain.importing.plan import ImportPlan, PlannedRow, Progress, untold
from followup_tui.domain.importing.who import Match

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_ROW = itemgetter(0)
_Said = tuple["Told[Hashable, object]", Hashable]
_TOLD_EVERY = 500  # rows


class Turns:
    """Whose turn it is, and what each row has said."""

    def __init__(self, *, once: bool = False) -> None:
        """With `once` each row has one turn alone: nobody remembers who said and asked what."""
        self.once = once
        self.row = 0
        """The number of the row whose turn it is; 0: the desk, which every row knows of."""
        self._said: dict[int, list[_Said]] = {}

    def note(self, told: Told[Hashable, object], key: Hashable) -> None:
        """Remember that the row whose turn it is said something."""
        if self.row and not self.once:
            self._said.setdefault(self.row, []).append((told, key))

    def close(self) -> None:
        """Forget what was said: it refers to those who told it, and they to this."""
        self._said.clear()

    def again(self, rows: Iterable[int], settle: Callable[[int], None]) -> int:
        """Settle `rows` anew, and those on whom that has an effect; return how many it were."""
        waiting = list(set(rows))
        heapify(waiting)
        done = 0
        while waiting:
            row = heappop(waiting)
            if row == self.row and done:
                continue  # asked for by several
            self.row = row
            before = self._withdrawn(row)
            settle(row)
            done += 1
            for told, key in self._differing(row, before):
                for reader in told.asked_after(key, row):
                    heappush(waiting, reader)
        return done

    def _withdrawn(self, row: int) -> dict[_Said, list[object]]:
        """Take back all that a row said, and return it."""
        said = dict.fromkeys(self._said.pop(row, ()))
        return {(told, key): told.withdrawn(key, row) for told, key in said}

    def _differing(self, row: int, before: dict[_Said, list[object]]) -> Iterator[_Said]:
        """Yield of what a row says something else than `before`."""
        after = dict.fromkeys(self._said.get(row, ()))
        for one in {**before, **after}:
            told, key = one
            if before.get(one, []) != told.of(key, row):
                yield one


class Told(Generic[K, V]):
    """What the rows say under a key, and who asked for it."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._values: dict[K, list[tuple[int, V]]] = {}
        self._asked: dict[K, int | list[int]] = {}

    def say(self, key: K, value: V) -> None:
        """Say something in the name of the row whose turn it is; the rows after it know of it."""
        row = self._turns.row
        values = self._values.setdefault(key, [])
        if values and values[-1][0] > row:
            insort(values, (row, value), key=_ROW)
        else:
            values.append((row, value))
        self._turns.note(self, key)  # type: ignore[arg-type]  # it is of some key and some value

    def first(self, key: K) -> V | None:
        """Return what was said first under a key, before the row whose turn it is."""
        row = self._ask(key)
        values = self._values.get(key)
        if values and (values[0][0] < row or not values[0][0]):
            return values[0][1]
        return None

    def all(self, key: K, most: int | None = None) -> list[V]:
        """Return what was said under a key before the row whose turn it is, the first of it."""
        row = self._ask(key)
        values = self._values.get(key)
        if values is None:
            return []
        if values[-1][0] < row:  # as it is while all are settled in their order
            return [value for _, value in values[:most]]
        return [value for at, value in values[:most] if at < row or not at]

    def _ask(self, key: K) -> int:
        row = self._turns.row
        if self._turns.once:
            return row
        asked = self._asked.get(key)
        if asked is None:
            self._asked[key] = row
        elif isinstance(asked, int):
            if asked != row:
                self._asked[key] = [asked, row]
        elif asked[-1] != row:
            asked.append(row)
        return row

    # For settling anew

    def of(self, key: K, row: int) -> list[V]:
        """Return what a row said under a key."""
        values = self._values.get(key, [])
        begin, end = bisect_left(values, row, key=_ROW), bisect_left(values, row + 1, key=_ROW)
        return [value for _, value in values[begin:end]]

    def withdrawn(self, key: K, row: int) -> list[V]:
        """Take back what a row said under a key, and return it."""
        values = self._values[key]
        begin, end = bisect_left(values, row, key=_ROW), bisect_left(values, row + 1, key=_ROW)
        gone = [value for _, value in values[begin:end]]
        del values[begin:end]
        if not values:
            del self._values[key]
        return gone

    def asked_after(self, key: K, row: int) -> list[int]:
        """Return who asked for a key after a row, and forget it: they are to ask again."""
        asked = self._asked.get(key)
        if asked is None:
            return []
        every = [asked] if isinstance(asked, int) else asked
        before = [each for each in every if each <= row]
        if before:
            self._asked[key] = before
        else:
            del self._asked[key]
        return [each for each in every if each > row]


class Settling(ABC):
    """Settles the rows of a plan, and anew what a word of the user has an effect on."""

    def __init__(self, turns: Turns) -> None:
        """`turns` remember who asked what where anything is to be settled `again`."""
        self._turns = turns

    @abstractmethod
    def row(self, row: PlannedRow, number: int) -> PlannedRow:
        """Return a row with its fate settled, by what is known when its turn comes."""

    def proposed(self, row: PlannedRow) -> Iterator[Match]:
        """Yield who a row may be of, the likeliest first, by what is known when its turn comes."""
        return iter(())

    def proposed_of(self, plan: ImportPlan, number: int) -> list[Match]:
        """Return who a row of the plan may be of, which this has settled last."""
        self._turns.row = number
        return list(self.proposed(plan.rows[number - 1]))

    def close(self) -> None:
        """Settle nothing any more: what is known goes with the last who refers to it."""
        self._turns.close()

    def settled(self, plan: ImportPlan, progress: Progress = untold) -> ImportPlan:
        """Return `plan` with each row settled, by what the user said of it and what is found."""
        rows = []
        for number, row in enumerate(plan.rows, start=1):
            if number % _TOLD_EVERY == 1:
                progress("Comparing", number - 1, len(plan.rows))
            self._turns.row = number
            rows.append(self.row(row, number))
        return replace(plan, rows=tuple(rows))

    def again(
        self, plan: ImportPlan, numbers: Iterable[int], progress: Progress = untold
    ) -> ImportPlan:
        """Return `plan` as if settled anew, after the user said something of the rows `numbers`.

        It must be what this has settled last, but for that.
        """
        changed: dict[int, PlannedRow] = {}

        def settle(number: int) -> None:
            if len(changed) % _TOLD_EVERY == _TOLD_EVERY - 1:
                progress("Comparing", number, len(plan.rows))
            changed[number] = self.row(plan.rows[number - 1], number)

        self._turns.again(numbers, settle)
        return plan.with_rows(changed)
