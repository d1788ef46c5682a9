"""What the columns of an address table mean, told by the words of their headers.

The words are those of LinkedIn's Connections.csv, of Google Contacts (the old and the new form),
of Outlook (desktop and web, English and German), and those people write by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from followup_tui.domain.text import clean_line, fold


class Column(StrEnum):
    """What stands in a column."""

    NAME = "name"
    FIRST = "first name"
    MIDDLE = "middle name"
    LAST = "last name"
    COMPANY = "company"
    ROLE = "role"
    TITLE = "title"
    """A role, or “Mr.”: which one, the values tell."""
    EMAIL = "e-mail"
    PHONE = "phone"
    WEBSITE = "website"
    TAGS = "tags"
    ABOUT = "about"


IDENTITY = {Column.NAME, Column.FIRST, Column.LAST, Column.COMPANY}
_WORDS = {
    Column.NAME: "name|full name|display name|contact|contact name|person|ansprechpartner|kontakt",
    Column.FIRST: "first name|given name|firstname|forename|first|vorname",
    Column.MIDDLE: "middle name|additional name|weitere vornamen",
    Column.LAST: "last name|family name|lastname|surname|last|nachname|familienname",
    Column.COMPANY: "company|company name|organization|organisation|organization name|account|"
    "organisation name|account name|employer|business|client|customer|firma|unternehmen",
    Column.ROLE: "job title|position|role|organization title|organisation title|function|beruf|"
    "occupation|funktion",
    Column.TITLE: "title|titel",
    Column.TAGS: "labels|group membership|tags|categories|category|keywords|kategorien|groups",
    Column.ABOUT: "notes|note|comments|comment|remarks|about|description|notizen|bemerkungen",
}
_BY_WORDS = {word: column for column, words in _WORDS.items() for word in words.split("|")}
_PHONE = {"phone", "phones", "mobile", "cell", "telephone", "tel", "telefon", "mobiltelefon",
          "handy", "mobil"}  # fmt: skip
_EMAIL = {"email", "emails", "mail", "emailadresse", "mailadresse"}
_WEB = {"website", "websites", "web", "homepage", "url", "webseite", "webpage"}
_ABOUT_IT = {"type", "label", "display", "opt", "status", "consent", "fax", "pager", "photo",
             "yomi", "phonetic", "typ", "anzeigename"}  # fmt: skip
"""A column with one of these says something about a number or an address, and is none."""
_OTHER_THAN_LETTERS = re.compile(r"[^\w]+|_+|\b\d+\b")
_VALUES = {"value"}


def column_of(header: str) -> Column | None:
    """Return what the column under `header` holds; None where that is not understood."""
    words = _OTHER_THAN_LETTERS.sub(" ", fold(clean_line(header))).split()
    if words[:2] == ["e", "mail"]:
        words = ["email", *words[2:]]
    words = [word for word in words if word not in _VALUES]
    if found := _BY_WORDS.get(" ".join(words)):
        return found
    among = set(words)
    if not among or among & _ABOUT_IT or len(words) > 4:
        return None
    for column, names in ((Column.EMAIL, _EMAIL), (Column.PHONE, _PHONE), (Column.WEBSITE, _WEB)):
        if among & names:
            return column
    return None


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table."""

    row: int
    """Which of the table's rows it is, from 0."""
    names: tuple[str, ...]
    columns: tuple[Column | None, ...]

    @property
    def understood(self) -> int:
        """How many columns are understood."""
        return sum(1 for column in self.columns if column is not None)


_LOOKED_AT = 30
"""Rows among which the header is: LinkedIn writes some lines of notes before it."""


def header_of(rows: Sequence[Sequence[str]]) -> Header | None:
    """Return the first row that can only be a header: it names who, and something beside that.

    A table of one column is one whose only header says who.
    """
    for number, row in enumerate(rows[:_LOOKED_AT]):
        columns = tuple(column_of(cell) for cell in row)
        named = sum(1 for cell in row if cell.strip())
        understood = sum(1 for column in columns if column is not None)
        if IDENTITY & set(columns) and (understood > 1 or named == 1):
            return Header(number, tuple(map(clean_line, row)), columns)
    return None
