"""An inverted index in memory: for each word the numbers of the documents in which it stands.

Numbers grow with time, so that the newest documents are the last of each list, and a search that
wants the newest few reads the ends of the lists alone. A document that is removed leaves its number
behind; one that is changed gets a new one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from followup_tui.domain.searching.words import words_of

Postings = Sequence[int]
_LAST = "\U0010ffff"  # sorts behind whatever a word begins with
_BY_SEARCH = 4  # how much dearer it is to look a number up than to read one
_FIRST_PART = 1_000  # of the newest numbers that are looked through first
_LARGER = 4  # how many times larger each next part is


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
    ends: set[int] = set()
    ends.update(*(found[-limit:] for found in group))
    return sorted(ends, reverse=True)[:limit]


def _of_all(groups: Sequence[Sequence[array[int]]], limit: int) -> list[int]:
    """Return the newest numbers that stand in a list of each group.

    Words that stand everywhere are found together among the newest already: the lists are gone
    through from their end, a larger part each time, until there is enough.
    """
    newest: list[int] = []
    end = 1 + min(max(found[-1] for found in group) for group in groups)
    part = _FIRST_PART
    while end > 0 and len(newest) < limit:
        begin = max(end - part, 0)
        newest += sorted(_together(groups, begin, end), reverse=True)
        end, part = begin, part * _LARGER
    return newest[:limit]


def _together(groups: Sequence[Sequence[array[int]]], begin: int, end: int) -> set[int]:
    """Return the numbers from `begin` up to `end` that stand in a list of each group."""
    parts = [[_between(found, begin, end) for found in group] for group in groups]
    parts.sort(key=_size)
    together: set[int] = set().union(*parts[0])
    for group in parts[1:]:
        if not together:
            break
        if len(together) * len(group) * _BY_SEARCH < _size(group):
            together = {each for each in together if any(_stands(each, found) for found in group)}
        else:
            together.intersection_update(chain.from_iterable(group))
    return together


def _between(postings: array[int], begin: int, end: int) -> array[int]:
    if postings[0] >= begin and postings[-1] < end:
        return postings
    return postings[bisect_left(postings, begin) : bisect_left(postings, end)]


def _size(group: Iterable[Postings]) -> int:
    return sum(map(len, group))


def _stands(number: int, postings: Postings) -> bool:
    at = bisect_left(postings, number)
    return at < len(postings) and postings[at] == number


def all_words(indexes: Iterable[Index]) -> Iterator[str]:
    """Yield the words of several indexes, each as often as it stands in one."""
    return chain.from_iterable(index.vocabulary() for index in indexes)
