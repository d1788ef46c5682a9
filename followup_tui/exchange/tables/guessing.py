"""What the columns of a table without a header hold, told by their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from followup_tui.domain.importing.fields import Field

_MOST = 0.6  # of the filled cells of a column: the rest may be mistyped
_EMAIL = re.compile(r"\s*<?[^@\s]+@[\w-]+(?:\.[\w-]+)+>?\s*")
_PHONE = re.compile(r"\s*\+?[\d\s()/.-]{7,24}\s*")
_WEB = re.compile(r"\s*(?:https?://\S+|www\.\S+)\s*", re.IGNORECASE)
_PROFILE = re.compile(r".*(?:linkedin|xing)\.com/.*", re.IGNORECASE)
_WORD = r"[^\W\d_][^\W\d_'\N{RIGHT SINGLE QUOTATION MARK}.-]*"
_ONE_WORD = re.compile(rf"\s*{_WORD}\s*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_NAME = re.compile(rf"\s*{_WORD}(?:\s+{_WORD}){{1,3}}\s*")

_TELLING: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.EMAIL, _EMAIL),
    (Field.PROFILE, _PROFILE),
    (Field.WEBSITE, _WEB),
    (Field.PHONE, _PHONE),
)


def guessed_columns(rows: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """Return what the columns of `rows` hold; empty where no address or number tells.

    Without an e-mail address or a phone number in a column, a table could be about anything.
    """
    width = max(map(len, rows), default=0)
    cells = [[row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    found: list[Field | None] = [_told(column) for column in cells]
    if not {Field.EMAIL, Field.PHONE} & set(found):
        return ()
    free = [at for at in range(width) if found[at] is None and cells[at]]
    _name(found, free, cells)
    return tuple(found)


def named_columns(
    rows: Sequence[Sequence[str]], fields: Sequence[Field | None]
) -> tuple[Field | None, ...]:
    """Return `fields` with the name, and the company, found among the columns not understood."""
    cells = [
        [row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(len(fields))
    ]
    found = list(fields)
    _name(found, [at for at in range(len(found)) if found[at] is None and cells[at]], cells)
    if not {Field.NAME, Field.FIRST} & set(found):
        return tuple(fields)  # a company alone could be anything
    return tuple(found)


def _told(column: Sequence[str]) -> Field | None:
    for field, pattern in _TELLING:
        if _mostly(column, pattern.fullmatch):
            return field
    return None


def _name(found: list[Field | None], free: Sequence[int], cells: Sequence[Sequence[str]]) -> None:
    """Find the name among the columns of words, and the company beside it."""
    whole = next((at for at in free if _mostly(cells[at], _NAME.fullmatch)), None)
    pair = next(
        (
            at for at, after in pairwise(free)
            if _mostly(cells[at], _ONE_WORD.fullmatch)
            and _mostly(cells[after], _ONE_WORD.fullmatch)
        ),
        None,
    )  # fmt: skip
    if pair is not None and (whole is None or pair < whole):
        after = free[list(free).index(pair) + 1]
        found[pair], found[after] = Field.FIRST, Field.LAST
    elif whole is not None:
        found[whole] = Field.NAME
    rest = [at for at in free if found[at] is None and _mostly(cells[at], _LETTERS.search)]
    if rest:
        found[rest[0]] = Field.COMPANY


def _mostly(column: Sequence[str], fits: Callable[[str], object]) -> bool:
    return bool(column) and sum(1 for cell in column if fits(cell)) >= _MOST * len(column)
