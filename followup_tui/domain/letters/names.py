"""The names of everybody else, found quickly in a letter however many there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from followup_tui.domain.personal.words import parts
from followup_tui.domain.text import fold

_WORD = re.compile(r"[^\W_]+[+#]*")


class OtherNames:
    """Names of other clients and of their people.

    The personal check looks for each name that it is given; of ten thousand clients' names only
    those whose first or last word stands in the letter are worth that.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            said = parts(name)
            if said:
                for word in {said[0], said[-1]}:
                    self._by_word[word].append(name)

    def near(self, text: str, *, but: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the names that may stand in `text`, without those of `but`."""
        words = dict.fromkeys(fold(word) for word in _WORD.findall(text))
        fine = {fold(name) for name in but}
        found = (name for word in words for name in self._by_word.get(word, ()))
        return tuple(name for name in dict.fromkeys(found) if fold(name) not in fine)
