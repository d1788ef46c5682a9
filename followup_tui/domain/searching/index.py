"""An inverted index in memory: for each word the numbers of the documents in which it stands.

Numbers grow with time, so that the newest documents are the last of each list, and a search that
wants the newest few reads the ends of the lists alone. A document that is removed leaves its number
behind; one that is changed gets a new one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain

from followup_tui.domain.searching.words import words_of

Postings = Sequence[int]
_LAST = "\U0010ffff"  # sorts behind whatever a word begins with
_BY_SEARCH = 4  # how much dearer it is to look a number up than to read one


class Index:
    """Documents of one kind. Not safe for threads: build it in one, then search it in one."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._postings: dict[str, array[int]] = {}
        self._sorted: list[str] | None = None
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids) - len(self._gone)

    @property
    def wear(self) -> float:
        """How much of it is left behind by what was removed: 0 is nothing."""
        return len(self._gone) / max(len(self._ids), 1)

    def add(self, record_id: str, lines: Iterable[str]) -> None:
        """Take a document in as the newest."""
        number = len(self._ids)
        self._ids.append(record_id)
        postings = self._postings
        for word in set(words_of("\n".join(lines))):
            try:
                postings[word].append(number)
            except KeyError:
                postings[word] = array("I", (number,))
                if self._sorted is not None:
                    insort(self._sorted, word)

    def remove(self, record_id: str) -> None:
        """Find a document no more; one that is not there stays so."""
        for number in range(len(self._ids) - 1, -1, -1):
            if self._ids[number] == record_id and number not in self._gone:
                self._gone.add(number)
                return

    def vocabulary(self) -> Sequence[str]:
        """Return every word, sorted."""
        if self._sorted is None:
            self._sorted = sorted(self._postings)
        return self._sorted

    def beginning_with(self, term: str) -> Sequence[str]:
        """Return the words that begin with `term`, itself among them."""
        words = self.vocabulary()
        return words[bisect_left(words, term) : bisect_left(words, term + _LAST)]

    def newest(self, choices: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return the ids of the newest documents in which one word of each choice stands."""
        groups = [
            [found for word in choice if (found := self._postings.get(word))] for choice in choices
        ]
        if not groups or not all(groups):
            return []
        wanted = limit + len(self._gone)
        numbers = _of_one(groups[0], wanted) if len(groups) == 1 else _of_all(groups, wanted)
        kept = dict.fromkeys(self._ids[number] for number in numbers if number not in self._gone)
        return list(kept)[:limit]


def _of_one(group: Sequence[Postings], limit: int) -> list[int]:
    """Return the newest numbers that stand in any of the lists: only their ends are read."""
    if len(group) == 1:
        return list(reversed(group[0][-limit:]))
    ends: set[int] = set()
    ends.update(*(found[-limit:] for found in group))
    return nlargest(limit, ends)


def _of_all(groups: list[list[array[int]]], limit: int) -> list[int]:
    """Return the newest numbers that stand in a list of each group."""
    groups.sort(key=_size)
    found: set[int] = set().union(*groups[0])
    for group in groups[1:]:
        if len(found) * len(group) * _BY_SEARCH < _size(group):
            found = {number for number in found if any(_stands(number, each) for each in group)}
        else:
            found.intersection_update(chain.from_iterable(group))
        if not found:
            return []
    return nlargest(limit, found)


def _size(group: Iterable[Postings]) -> int:
    return sum(map(len, group))


def _stands(number: int, postings: Postings) -> bool:
    at = bisect_left(postings, number)
    return at < len(postings) and postings[at] == number


def all_words(indexes: Iterable[Index]) -> Iterator[str]:
    """Yield the words of several indexes, each as often as it stands in one."""
    return chain.from_iterable(index.vocabulary() for index in indexes)
