"""What the columns of a table hold, told by their values: where there is no header, where no
heading says it, and where one says it with a word that its values deny."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.names import PART, is_family_first
from followup_tui.exchange.raw_contact import can_be_called
from followup_tui.exchange.tables import words

_MOST = 0.6  # of the filled cells of a column: the rest may be mistyped
_EMAIL = re.compile(r"\s*<?[^@\s]+@[\w-]+(?:\.[\w-]+)+>?\s*")
_PHONE = re.compile(r"\s*\+?[\d\s()/.-]{7,24}\s*")
_WRITTEN_AS_ONE = re.compile(r"\s*(?:\+|00|0\d|\(|\d{2,4}[\s/.-]\d)")
"""How numbers of phones begin, and numbers of anything else seldom do."""
_WEB = re.compile(r"\s*(?:https?://\S+|www\.\S+)\s*", re.IGNORECASE)
_PROFILE = re.compile(r".*(?:linkedin|xing)\.com/.*", re.IGNORECASE)
_ONE_WORD = re.compile(rf"\s*{PART}\s*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_NAME = re.compile(rf"\s*{PART}(?:\s+{PART}){{1,3}}\s*")

_DIGITS = 5  # of the shortest number somebody can be called by
_NO_NAMES = {"yes", "no", "true", "false", "y", "n", "male", "female", "active", "inactive", "null",
             "none", "unknown", "ja", "nein", "oui", "non", "si"}  # fmt: skip
_WHEN = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*")
_FEW = 8  # rows, from which on names that are nearly all the same are none
_DISTINCT = 0.15  # of the cells of a column of names: first names come again and again
_OF_EACH = (
    0.6  # of the addresses of a column are different where they are of the people of the rows
)
_SHARED_BY = 3  # people at least have one address, on the average, where it is of somebody else
_ADDRESSES = (Field.EMAIL, Field.PHONE)


def _is_number(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and can_be_called(text)


_TELLING: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (Field.EMAIL, _EMAIL.fullmatch),
    (Field.PROFILE, _PROFILE.fullmatch),
    (Field.WEBSITE, _WEB.fullmatch),
    (Field.PHONE, _is_number),
)
_HAVING: dict[Field, Callable[[str], object]] = {
    Field.EMAIL: lambda cell: "@" in cell,
    Field.PHONE: lambda cell: sum(map(str.isdecimal, cell)) >= _DIGITS and can_be_called(cell),
    Field.WEBSITE: lambda cell: "." in cell or "/" in cell,
}
"""What a value has at least that is one of these."""


def guessed_columns(rows: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """Return what the columns of `rows` hold; empty where no address or number tells.

    Without an e-mail address or a phone number in a column, a table could be about anything.
    """
    width = max(map(len, rows), default=0)
    cells = _cells(rows, width)
    found: list[Field | None] = [_told(column) for column in cells]
    if not {Field.EMAIL, Field.PHONE} & set(found):
        return ()
    free = [at for at in range(width) if found[at] is None and cells[at]]
    _name(found, free, cells)
    return tuple(found)


def heads(row: Sequence[str], fields: Sequence[Field | None]) -> bool:
    """Say whether `row` names the columns of a table whose values told what they hold.

    It does where nothing in it is of the kind of what stands below.
    """
    told = [at for at, field in enumerate(fields) if field in _HAVING]
    return any(at < len(row) and row[at].strip() for at in told) and not any(
        _HAVING[field](row[at])
        for at, field in enumerate(fields)
        if field in _HAVING and at < len(row)
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A column as its heading tells of it."""

    key: str
    field: Field | None
    doubted: bool = False
    """Whether one word of several told it."""


def mended(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """Return what the columns hold as far as their values agree, and what these tell besides."""
    cells = _cells(rows, len(columns))
    found = [
        None
        if column.doubted and column.field in _HAVING and values
        and not any(map(_HAVING[column.field], values))
        else column.field
        for column, values in zip(columns, cells, strict=True)
    ]  # fmt: skip
    for at, (column, values) in enumerate(zip(columns, cells, strict=True)):
        if found[at] is None and column.key in words.BY_PLACE:
            told = _told(values)
            found[at] = told if told in _ADDRESSES else None
    _without_strangers(found, columns, cells)
    for wanted in _ADDRESSES:
        if wanted in found:
            continue
        for at, (column, values) in enumerate(zip(columns, cells, strict=True)):
            strange = set(column.key.split()) & words.OF_SOMETHING_ELSE
            if found[at] is None and not strange and _told(values) is wanted and _clearly(values):
                found[at] = wanted
                break
    return tuple(found)


def _without_strangers(
    found: list[Field | None], columns: Sequence[Column], cells: Sequence[Sequence[str]]
) -> None:
    """Take away the e-mail addresses of one who stands beside everybody: a host, a salesman.

    They would make one of all the people of a table. Columns that are counted (``E-mail 2``) hold
    the addresses of one person, shared as they may be.
    """
    family = Counter(_uncounted(column.key) for column in columns)
    several = [at for at, field in enumerate(found) if field is Field.EMAIL and cells[at]]
    apart = {at: len(set(cells[at])) / len(cells[at]) for at in several}
    if max(apart.values(), default=0) > _OF_EACH:
        for at in several:
            shared = len(cells[at]) >= _SHARED_BY and apart[at] <= 1 / _SHARED_BY
            if shared and family[_uncounted(columns[at].key)] == 1:
                found[at] = None


def _uncounted(key: str) -> str:
    return " ".join(word for word in key.split() if not word.isdecimal())


def _clearly(values: Sequence[str]) -> bool:
    """Say whether values that can be numbers of phones are written as such."""
    return "@" in values[0] or _mostly(values, _WRITTEN_AS_ONE.match)


def named_columns(
    rows: Sequence[Sequence[str]], keys: Sequence[str], fields: Sequence[Field | None]
) -> tuple[Field | None, ...]:
    """Return `fields` with the name, and the company, found among the columns not understood."""
    cells = _cells(rows, len(fields))
    found = list(fields)
    free = [
        at for at in range(len(found))
        if found[at] is None and cells[at] and not set(keys[at].split()) & words.NOBODY
    ]  # fmt: skip
    _name(found, free, cells)
    if not {Field.NAME, Field.FIRST} & set(found):
        return tuple(fields)  # a company alone could be anything
    return tuple(found)


def _cells(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Return the filled cells of each column."""
    return [[row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(width)]


def _told(column: Sequence[str]) -> Field | None:
    for field, fits in _TELLING:
        if _mostly(column, fits):
            return field
    return None


def _name(found: list[Field | None], free: Sequence[int], cells: Sequence[Sequence[str]]) -> None:
    """Find the name among the columns of words, and the company beside it."""
    free = [at for at in free if _can_be_names(cells[at])]
    whole = next((at for at in free if _mostly(cells[at], _is_name)), None)
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


def _is_name(cell: str) -> bool:
    return bool(_NAME.fullmatch(cell)) or is_family_first(cell)


def _can_be_names(column: Sequence[str]) -> bool:
    """Say whether a column is of more than days, answers, and one word again and again."""
    if _mostly(column, _WHEN.fullmatch) or _mostly(
        column, lambda c: c.strip().lower() in _NO_NAMES
    ):
        return False
    return len(column) < _FEW or len(set(column)) > _DISTINCT * len(column)


def _mostly(column: Sequence[str], fits: Callable[[str], object]) -> bool:
    return bool(column) and sum(1 for cell in column if fits(cell)) >= _MOST * len(column)
