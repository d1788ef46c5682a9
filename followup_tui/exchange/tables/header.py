"""Finding the header of a table: where it stands, what parts its cells, and what it means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from followup_tui.domain.importing.fields import WHO, Field
from followup_tui.domain.importing.plan import What
from followup_tui.domain.text import clean_line
from followup_tui.exchange.tables import words
from followup_tui.exchange.tables.columns import columns_of, key_of, understood
from followup_tui.exchange.tables.dialect import Dialect
from followup_tui.exchange.tables.guessing import guessed_columns, heads
from followup_tui.exchange.tables.programs import dialect_of
from followup_tui.exchange.tables.programs.generic import GENERIC
from followup_tui.exchange.tables.records import Record, records

DELIMITERS = (",", ";", "\t", "|")
LOOKED_AT = 60
"""Records among which the header is: LinkedIn writes some lines of notes before it."""
_SAYS_SO = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # how Excel is told the delimiter
_DATA = re.compile(r"@[\w.-]+\.\w|https?://|^\+?[\d ()/.-]{6,}$")
"""What stands in the cells of rows and never in those of a header."""
_NOT_ONE = re.compile(r"[\d,;|\t]")
"""What stands in no heading of a table with one column: it is a row of several."""
_HAPPENED = {
    **dict.fromkeys(words.WHO, Field.NAME),
    **dict.fromkeys(words.SUBJECT, Field.NOTES),
    **dict.fromkeys(("how", "by", "via", "means", "wie", "comment"), Field.KIND),
    "status": Field.OUTCOME,
}
_DONE = {"notes": Field.NOTES, "client": Field.COMPANY, "name": Field.PROJECT,
         "title": Field.PROJECT, "status": Field.KEEP}  # fmt: skip
_REACHED = {Field.EMAIL, Field.PHONE}
_OF_A_PROJECT = {Field.STARTED, Field.ENDED, Field.TECHNOLOGIES, Field.SUCCESS}
_OF_AN_INTERACTION = {Field.NOTES, Field.KIND, Field.OUTCOME}
_OF_CONTACTS = {"tag": Field.TAGS}  # in German it is a day
_OF_A_PERSON = {Field.FIRST, Field.LAST}
_BESIDE_A_PERSON = _OF_A_PERSON | {Field.COMPANY, Field.ROLE, Field.TITLE, Field.EMAIL}
OTHERS = _OF_A_PROJECT | {Field.PROJECT, Field.DATE, Field.TIME, Field.KIND, Field.OUTCOME}
"""What stands in no table of contacts."""

Meanings = Mapping[str, Field]
"""What stands in a column, by the key of its header."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table, and what follows from it."""

    row: int
    """Which of the records it is, from 0; -1: there is none, and the columns were guessed."""
    delimiter: str
    names: tuple[str, ...]
    fields: tuple[Field | None, ...]
    dialect: Dialect
    what: What
    first_line: int = 0
    """Lines before the first record, that say how the table is written."""
    guessed: bool = False
    """Whether who the contacts are was told by the values."""
    family_first: bool = False
    """Whether whole names are mostly written like ``Li, Jane``."""

    @property
    def understood(self) -> int:
        """How many columns are understood."""
        return understood(self.fields)


def find_header(
    lines: Sequence[str], *, mapping: Meanings, what: What | None, dialect: Dialect | None
) -> Header | None:
    """Return the header of a table; None where no row can be one, nor the values tell.

    `mapping` says what stands under a header, by its key (or a number, from 1, where there is
    none); `what` and `dialect`, where they are known already.
    """
    said = _SAYS_SO.fullmatch(lines[0]) if lines else None
    first = 1 if said else 0
    best: Header | None = None
    for delimiter in [said[1]] if said else DELIMITERS:
        rows = [each.cells or () for each in islice(_filled(lines[first:], delimiter), LOOKED_AT)]
        for found in _headers(rows, delimiter, mapping, what, dialect):
            if best is None or found.understood > best.understood:
                best = found
    if best is None:
        best = _guessed(lines[first:], [said[1]] if said else DELIMITERS, mapping)
    return replace(best, first_line=first) if best else None


def unnamed(lines: Sequence[str]) -> tuple[tuple[str, ...], Sequence[Sequence[str]]]:
    """Return the first row of a table and those below, as the delimiter parts them that parts most.

    For a table of which no row is found to be the header.
    """
    best: Sequence[Sequence[str]] = ()
    for delimiter in DELIMITERS:
        rows = [each.cells or () for each in islice(_filled(lines, delimiter), LOOKED_AT)]
        if len(rows) > 1 and min(map(len, rows)) > max(1, max(map(len, best), default=0)):
            best = rows
    return (tuple(map(clean_line, best[0])), best[1:]) if best else ((), ())


def _filled(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    return (each for each in records(lines, delimiter) if not each.is_empty)


def _headers(
    rows: Sequence[Sequence[str]],
    delimiter: str,
    mapping: Meanings,
    what: What | None,
    dialect: Dialect | None,
) -> Iterator[Header]:
    """Yield each row that can be a header, as the table that it heads."""
    for number, row in enumerate(rows):
        names = tuple(map(clean_line, row))
        named = sum(map(bool, names))
        if any(map(_DATA.search, names)) or (named == 1 and _NOT_ONE.search("".join(names))):
            continue
        keys = frozenset(map(key_of, names))
        wrote = dialect or dialect_of(keys)
        mapped = not keys.isdisjoint(mapping)
        for about in [what] if what else _may_be_about(wrote):
            fields = _fields(names, wrote, about, mapping)
            who = WHO & set(fields) and about is What.CONTACTS
            if (who and mapped) or _heads(fields, about, named, said=what is not None):
                yield Header(number, delimiter, names, fields, wrote, about)


def _may_be_about(dialect: Dialect) -> tuple[What, ...]:
    """Return what a table can be about: the first one that is understood as well wins."""
    if dialect is not GENERIC and dialect.key != "pipedrive":
        return (What.CONTACTS,)
    return (What.PROJECTS, What.INTERACTIONS, What.CONTACTS)


def _fields(
    names: Sequence[str], dialect: Dialect, what: What, mapping: Meanings
) -> tuple[Field | None, ...]:
    own = {**_OF_CONTACTS, **dialect.own} if what is What.CONTACTS else dict(dialect.own)
    if what is What.INTERACTIONS:
        own = {**own, **_HAPPENED}
    elif what is What.PROJECTS and not {key_of(name) for name in names} & _project_words():
        own = {**own, **_DONE}
    fields = list(columns_of(names, {**own, **mapping}))
    there = set(fields)
    if what is What.PROJECTS and there & _OF_A_PERSON:
        # The title of somebody with a name of their own is their role.
        fields = list(columns_of(names, {**dialect.own, **mapping}))
    elif what is What.CONTACTS and Field.NAME in there and not there & _BESIDE_A_PERSON:
        _of_companies(names, fields)
    for at, name in enumerate(names):
        if what is What.CONTACTS and fields[at] in OTHERS and key_of(name) not in mapping:
            fields[at] = None
    return tuple(fields)


def _of_companies(names: Sequence[str], fields: list[Field | None]) -> None:
    """Take “Name” for that of a company, or of a deal, where other headings say so."""
    keys = [key_of(name) for name in names]
    for at, key in enumerate(keys):
        if fields[at] is Field.NAME and key == "name":
            if words.OF_DEALS & set(keys):
                fields[at] = None
            elif words.OF_COMPANIES & set(keys):
                fields[at] = Field.COMPANY


def _project_words() -> set[str]:
    return {key for key, field in words.BY_WORDS.items() if field is Field.PROJECT}


def _heads(fields: Sequence[Field | None], what: What, named: int, *, said: bool) -> bool:
    """Say whether a row with these columns heads a table about `what`, which may be said."""
    there = {field for field in fields if field is not None}
    if what is What.PROJECTS:
        who = there & {*WHO, *_REACHED}
        return Field.PROJECT in there and bool(who) and bool(there & _OF_A_PROJECT)
    if what is What.INTERACTIONS:
        told = there & _OF_AN_INTERACTION
        if _REACHED & there and not said:
            # A list of contacts has dates and notes, too.
            wanted = {Field.KIND, Field.OUTCOME}
            enough = told >= wanted if there & WHO else len(told) > 1 and bool(told & wanted)
            return Field.DATE in there and enough
        return Field.DATE in there and bool(there & {*WHO, *_REACHED}) and bool(told)
    several = understood(fields) > 1
    if there & WHO:
        return several or named == 1
    # Who it is may stand under headings that nobody knows: their values tell (`guessing`). Where
    # they do not, the address is what they are called by.
    return bool(_REACHED & there)


def _guessed(lines: Sequence[str], delimiters: Sequence[str], mapping: Meanings) -> Header | None:
    """Return the columns of a table without a header, told by their values or by the mapping."""
    for delimiter in delimiters:
        rows = [each.cells or () for each in islice(_filled(lines, delimiter), LOOKED_AT)]
        first = _before_table(rows)
        fields, names = _told_by(rows[first:])
        if not names:
            first, fields = 0, _told_by(rows)[0] if first else fields
        width = max(map(len, rows), default=0)
        if any(name.isdigit() and int(name) <= width for name in mapping):
            fields = fields or (None,) * width
        if not fields:
            continue
        if names:
            header = Header(first, delimiter, names, fields, GENERIC, What.CONTACTS, guessed=True)
        else:
            numbered = tuple(str(at) for at in range(1, len(fields) + 1))
            header = Header(-1, delimiter, numbered, fields, GENERIC, What.CONTACTS)
        said = tuple(
            mapping.get(name, field) for name, field in zip(header.names, fields, strict=True)
        )
        if set(said) & {*WHO, Field.EMAIL}:
            return replace(header, fields=said)
    return None


def _before_table(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows stand before a table: they are narrower than nearly all of it."""
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    return next((at for at, row in enumerate(rows) if len(row) >= width), 0)


def _told_by(rows: Sequence[Sequence[str]]) -> tuple[tuple[Field | None, ...], tuple[str, ...]]:
    """Return what the values of `rows` tell, and their first row where it names the columns.

    Its words are in a language that is not known here.
    """
    below = guessed_columns(rows[1:]) if len(rows) > 1 else ()
    if not below or not heads(rows[0], below) or len(rows[0]) < len(below):
        return guessed_columns(rows), ()
    names = tuple(map(clean_line, rows[0]))[: len(below)]
    known = columns_of(names)
    if WHO & set(known):
        below = tuple(None if field in WHO else field for field in below)
    return tuple(one or other for one, other in zip(known, below, strict=True)), names
