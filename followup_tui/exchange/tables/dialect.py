"""Dialect: how one program writes its tables, and what it means by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from followup_tui.domain.importing.fields import Field
from followup_tui.exchange.raw_contact import RawContact

Cells = Mapping[str, str]
"""The cells of a row that are not empty, by the keys of their headers (`columns.key_of`)."""


def _nothing_against(_cells: Cells) -> str:
    return ""


def _as_it_is(_contact: RawContact, _cells: Cells) -> None:
    """Leave a contact as the columns made it."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one program writes its tables."""

    key: str
    """What it is called where it is named by hand, like ``linkedin``."""
    name: str
    """What the program calls itself."""
    marks: tuple[frozenset[str], ...]
    """Sets of header keys: a table that has all of one set was written by this program."""
    never: frozenset[str] = frozenset()
    """Header keys that it does not use: another program's tables are like its own but for these."""
    own: Mapping[str, Field] = field(default_factory=dict)
    """What its headers mean, where the general words would not know or be wrong."""
    left_out: Callable[[Cells], str] = _nothing_against
    """Why a row makes no contact (a refunded ticket), in words; empty: it does."""
    mend: Callable[[RawContact, Cells], None] = _as_it_is
    """Sets right what only this program means by its cells."""
    keeps_unknown: bool = False
    """Whether columns that nobody knows are questions that the user made, and kept."""

    def wrote(self, keys: frozenset[str]) -> bool:
        """Say whether a table with these header keys is one of this program's."""
        return not keys & self.never and any(mark <= keys for mark in self.marks)


def marks(*sets: str) -> tuple[frozenset[str], ...]:
    """Return sets of header keys, each written as ``one|another``."""
    return tuple(frozenset(each.split("|")) for each in sets)


def meaning(**fields: str) -> dict[str, Field]:
    """Return what header keys mean: ``meaning(phone="business phone|car phone")``."""
    return {key: Field[name.upper()] for name, keys in fields.items() for key in keys.split("|")}
