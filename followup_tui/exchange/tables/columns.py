"""What the columns of a table mean, told by the words of their headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.tables import words

_ELIDED = re.compile(r"\b([dl])'", re.IGNORECASE)  # “l'assistant”, and not “Manager's”
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER_THAN_LETTERS = re.compile(r"[^\w]+|_+|\b\d+\b|(?<=[^\W\d_])\d+\b")
_ASKING = re.compile(r"(?:what is|whats|please (?:enter|give us|tell us|provide)|enter) (?=your )")
_MOST_WORDS = 6  # of a header: more are a sentence
_EITHER = ("e mail", "e post")
_FIRST_OR_LAST = {"name", "nom", "nome", "nombre", "naam", "namn", "navn", "nume"}
"""“Name” beside “Vorname” is the last name, “Nome” beside “Cognome” the first."""

_OF_PERSONS = {Field.FIRST, Field.MIDDLE, Field.LAST, Field.NAME, Field.COMPANY, Field.ROLE,
               Field.TITLE, Field.PROFILE}  # fmt: skip

_WAYS = {Field.EMAIL, Field.PHONE}
_OF_WAYS = words.EMAIL | words.PHONE | {"address", "number", "no", "nr"}
_PLAIN = words.EMAIL | words.PHONE | words.WEB | words.PLACES | {"address", "number", "no", "nr"}
"""Words of which none casts a doubt on the others: ``Home phone number``."""


@lru_cache(maxsize=4096)
def key_of(header: str) -> str:
    """Return a header as it is compared: ``E-mail 2 Address`` is ``email address``.

    Case, accents, digits and signs are away, words written together are taken apart
    (``FirstName``), and ``value``, which Google writes after each, too.
    """
    line = clean_line(header).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    line = _ELIDED.sub(r"\1 ", line).replace("'", "")
    if " " not in line:
        line = _CAMEL.sub(" ", line)
    text = " ".join(_OTHER_THAN_LETTERS.sub(" ", fold(line)).split())
    if "linked in" in text:
        text = text.replace("linked in", "linkedin")
    for apart in _EITHER:
        if apart in text:
            text = f" {text} ".replace(f" {apart} ", " email ").strip()
    return text.removesuffix(" value")


def column_of(header: str, own: Mapping[str, Field] | None = None) -> Field | None:
    """Return what the column under `header` holds; None where that is not understood.

    `own` are the words of the program that wrote the table: they go before the general ones.
    """
    key = key_of(header)
    if own is not None and key in own:
        return own[key]
    return words.BY_WORDS.get(key) or _of_a_person(key) or _by_a_word(key)


def is_by_a_word(header: str, own: Mapping[str, Field]) -> bool:
    """Say whether what a header means was told by one of its words, which the values may deny."""
    key = key_of(header)
    if key in own or key in words.BY_WORDS or _of_a_person(key):
        return False
    return not set(key.split()) <= _PLAIN


@lru_cache(maxsize=4096)
def _of_a_person(key: str) -> Field | None:
    """Return what a header says after whom it is of: ``Ticket First Name``, ``Guest Email``."""
    whose, _, what = _ASKING.sub("", key).partition(" ")
    found = words.BY_WORDS.get(what)
    if whose not in words.PERSONS or found not in _OF_PERSONS:
        return None
    # What a ticket is called is not whom it is for.
    return None if what == "name" and whose in words.THINGS else found


@lru_cache(maxsize=4096)
def _by_a_word(key: str) -> Field | None:
    """Return what a header says with one of its words: ``Telefon (privat)``, ``Work E-mail``."""
    among = set(key.split())
    if among & words.FAX:
        return Field.NOTHING
    if among & words.ADDRESS and among <= words.ADDRESS | words.PLACES:
        return Field.ADDRESS
    if "linkedin" in among and not among & words.NO_PROFILE:
        return Field.PROFILE
    if not among or len(among) > _MOST_WORDS or among & words.OF_SOMETHING_ELSE:
        return None
    for field, names in (
        (Field.EMAIL, words.EMAIL), (Field.PHONE, words.PHONE), (Field.WEBSITE, words.WEB),
    ):  # fmt: skip
        if among & names:
            return field
    return None


def columns_of(
    headers: Sequence[str], own: Mapping[str, Field] | None = None
) -> tuple[Field | None, ...]:
    """Return what the columns under `headers` hold, each also by those beside it.

    Where there is a “Guide name” that is nobody's here, “Guide email” is not theirs either.
    """
    found = [column_of(header, own) for header in headers]
    keys = [key_of(header) for header in headers]
    whole = [at for at, key in enumerate(keys) if found[at] is Field.NAME]
    short = [at for at in whole if keys[at] in _FIRST_OR_LAST]
    if len(short) == 1:
        if Field.FIRST in found and Field.LAST not in found:
            found[short[0]] = Field.LAST
        elif Field.LAST in found and Field.FIRST not in found:
            found[short[0]] = Field.FIRST
    others = {
        key.removesuffix(" name")
        for key, field in zip(keys, found, strict=True)
        if field is None and key.endswith(" name")
    }
    return tuple(
        None if field in _WAYS and others and _whose(key) in others else field
        for key, field in zip(keys, found, strict=True)
    )


def _whose(key: str) -> str:
    """Return of whom a header says how to reach them: ``emergency contact phone number``."""
    return " ".join(word for word in key.split() if word not in _OF_WAYS)


def understood(columns: Iterable[Field | None]) -> int:
    """Return how many columns are understood."""
    return sum(1 for column in columns if column is not None)
