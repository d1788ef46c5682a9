"""What takes place again and again: "every last Wednesday", "jeden ersten Dienstag im Monat".

Only monthly rules are read: they announce meetings. A weekly one is mostly opening hours or
a class, and says nothing that a client would be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from followup_tui.domain.text import fold
from followup_tui.web.plain_words import WEEKDAYS

_ORDINALS: dict[int, str] = {
    1: (
        "first 1st erste[nrsm]? 1\\. premiere? premier 1er 1re primer[oa]? prim[oa] primeir[oa] "
        "eerste forsta forste pierwszy pierwsza prvni ensimmainen"
    ),
    2: (
        "second 2nd zweite[nrsm]? 2\\. deuxieme second[eo]? segund[oa] tweede andra anden andre "
        "drugi druga druhy toinen"
    ),
    3: (
        "third 3rd dritte[nrsm]? 3\\. troisieme tercer[oa]? terz[oa] terceir[oa] derde tredje "
        "trzeci trzecia treti kolmas"
    ),
    4: (
        "fourth 4th vierte[nrsm]? 4\\. quatrieme cuart[oa] quart[oa] vierde fjarde fjerde czwarty "
        "ctvrty neljas"
    ),
    -1: (
        "last letzte[nrsm]? derniere? dernier ultim[oa] laatste sista sidste siste ostatni "
        "ostatnia posledni viimeinen"
    ),
}
_SHORTEST, _LONGEST = 12, 300
_MARKS = (
    "month monat mois mes mese maand månad manad måned maned miesiąc miesiac měsíc mesic kuukau "
    "every each jede chaque cada ogni elke iedere tous varje hver każd kazd"
)
"""Words of which every rule has one: cheap to look for, and most pages have few."""


@dataclass(frozen=True, slots=True)
class Monthly:
    """A weekday of each month."""

    numbers: tuple[int, ...]
    """Which of the month: 1 to 4, -1 for the last."""
    weekday: int
    start: int
    end: int
    """Where it stands in the folded line."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    days = "|".join(sorted({fold(word) for word in WEEKDAYS}, key=len, reverse=True))
    words = "|".join(word for words in _ORDINALS.values() for word in words.split())
    return re.compile(
        rf"\b(?P<every>every|each|on the|the|jeden|jede[rn]?|am|immer am|chaque|tous les|le|les|"
        rf"cada|el|los|ogni|il|"
        rf"elke|iedere|varje|hver|kazdy|kazda|w kazd\w+|kazde)?\s*"
        rf"(?P<one>{words})(?:\s*(?:and|und|et|y|e|en|&|och|og|i)\s*(?P<two>{words}))?\s+"
        rf"(?P<day>{days})(?:en)?\b(?P<month>.{{0,14}}(?:month|monats?|mois|mes|mese|maand|"
        rf"manaden|maned\w*|miesiaca|mesici?|kuukau\w*|monthly|monatlich))?"
    )


def _number(word: str) -> int:
    for number, words in _ORDINALS.items():
        if any(re.fullmatch(one, word) for one in words.split()):
            return number
    return 0


def may_tell(text: str) -> bool:
    """Say whether a line is neither too long nor too short to tell a rule."""
    return _SHORTEST < len(text) <= _LONGEST


def marks_in(text: str) -> list[str]:
    """Return which of the words that a rule needs stand in a long text in lower case."""
    words = " ".join(set(text.split()))  # each once: a tenth of a long page
    return [mark for mark in _MARKS.split() if mark in words]


def monthly(text: str) -> Monthly | None:
    """Return the weekday of each month that a line names, or None."""
    if not may_tell(text):
        return None
    folded = fold(text)
    found = _pattern().search(folded)
    if found is None:
        return None
    every = (found["every"] or "") in {
        "every",
        "each",
        "jeden",
        "jede",
        "jeder",
        "chaque",
        "tous les",
        "cada",
        "ogni",
        "elke",
        "iedere",
        "varje",
        "hver",
    }
    if not every and not found["month"]:
        return None
    numbers = tuple(
        number for word in (found["one"], found["two"]) if word and (number := _number(word))
    )
    return Monthly(numbers, WEEKDAYS[found["day"]], found.start(), found.end()) if numbers else None


def _nth(year: int, month: int, number: int, weekday: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    last = after - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def next_days(rule: Monthly, today: date, *, months: int = 2) -> Sequence[date]:
    """Return the days of a rule from today on, within so many months."""
    days: list[date] = []
    for ahead in range(months + 1):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        days.extend(_nth(year, month + 1, number, rule.weekday) for number in rule.numbers)
    return sorted(day for day in days if day >= today)
