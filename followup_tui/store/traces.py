"""Traces: what a client leaves in documents, and taking it out. Pure: it works on decoded JSON.

There are three kinds. A document that is *theirs* goes as a whole. A part of another document
that is *about* them (the attendee of a course, who introduced somebody) keeps its place and loses
what it says of them. A *mention* is their name, e-mail address or phone number in a text that
somebody wrote about others: it is told, and taken out only where that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

FORGOTTEN = "[forgotten]"
"""What stands where somebody was named."""

Json = object
"""A decoded JSON value: dict, list, str, int, float, bool or None."""
Document = dict[str, Json]

_SHORTEST = 3  # characters: a shorter name is found in every second word
_PHONE_TAIL = 8  # digits that tell a number from others, however its beginning is written
_PHONE_LEAST = 7  # digits below which a number is found only as it is written
_BETWEEN = r"[\s().\-/]*"
_NO_DIGITS = bytes(byte for byte in range(256) if byte not in b"0123456789")
_PERSONAL = frozenset({"email", "phone", "company", "detail", "why"})
"""Fields of a part about somebody that go with them."""
_NAMES = frozenset({"name", "replaces"})
"""Fields of such a part that must say something."""
_SPOKEN_TO = frozenset({"encounters", "interactions"})
"""Tables whose documents name a person in the field ``person``."""
REGISTERS = frozenset({"draws"})
"""Tables that list people by their names alone."""


@dataclass(slots=True)
class Traces:
    """By what one client can be told, in every version of their records that was kept."""

    client_id: str
    name: str = ""
    """What they are called now, or were called last."""
    parts: frozenset[str] = frozenset()
    """Ids of the clients who were made part of them."""
    names: set[str] = field(default_factory=set)
    """Of the company and of everybody there."""
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    websites: set[str] = field(default_factory=set)
    """Theirs and those of their competitors."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids under which there is, or was, something of theirs."""
        return self.parts | {self.client_id}

    def learn(self, client: Mapping[str, Json]) -> None:
        """Take in one version of their own document."""
        self.names.update(_lines(client.get("name")))
        self.websites.update(_lines(client.get("website")))
        for person in _dicts(client.get("people")):
            self.names.update(_lines(person.get("name")))
            self.emails.update(_lines(person.get("emails")))
            for numbers in ("phones", "wrong_phones"):
                self.phones.update(_lines(person.get(numbers)))
        for competitor in _dicts(client.get("competitors")):
            self.websites.update(_lines(competitor.get("website")))

    def learn_from(self, table: str, document: Document) -> None:
        """Take in what any document says of them."""
        if table == "clients" and _is_one(document.get("id"), self.ids):
            self.learn(document)
        elif table in _SPOKEN_TO and _is_one(document.get("client_id"), self.ids):
            self.names.update(_lines(document.get("person")))
        else:
            for part in _parts(document):
                if part is not document and _points_at(part, self.ids):
                    self.names.update(_lines(part.get("name")))
                    self.emails.update(_lines(part.get("email")))

    def pattern(self) -> re.Pattern[str]:
        """Return what finds a mention of them in a text, whatever its capitals and spaces."""
        long_enough = [name for name in self.names if len(name) >= _SHORTEST]
        words = [
            rf"(?<!\w){_spaced(text)}(?!\w)"
            for text in sorted({*long_enough, *self.emails}, key=len, reverse=True)
        ]
        numbers = [_number(phone) for phone in sorted(self.phones)]
        return re.compile("|".join([*words, *filter(None, numbers)]) or r"(?!)", re.IGNORECASE)

    def words(self) -> tuple[tuple[str, ...], ...]:
        """Return words in small letters, those of one entry standing wherever it is found."""
        named = {name for name in self.names if len(name) >= _SHORTEST}
        written = {(phone,) for phone in self.phones if 0 < len(_digits(phone)) < _PHONE_LEAST}
        split = {tuple(text.lower().split()) for text in {*named, *self.emails}}
        # The longest word goes first: it is the one that is rarest elsewhere.
        return tuple(sorted(tuple(sorted(each, key=len, reverse=True)) for each in split | written))

    def tails(self) -> tuple[bytes, ...]:
        """Return the ends of their phone numbers, digits only."""
        long_enough = {_digits(phone) for phone in self.phones}
        return tuple(
            sorted(
                digits[-_PHONE_TAIL:].encode()
                for digits in long_enough
                if len(digits) >= _PHONE_LEAST
            )
        )


def _digits(phone: str) -> str:
    return re.sub(r"[^0-9]", "", phone)


def _spaced(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())


def _number(phone: str) -> str:
    """Return a pattern for a phone number in any of the ways to write it."""
    digits = _digits(phone)
    if len(digits) < _PHONE_LEAST:
        return rf"(?<![\d+]){re.escape(phone)}(?!\d)" if digits else ""
    tail = _BETWEEN.join(digits[-_PHONE_TAIL:])
    return rf"(?<!\d)\+?(?:\d{_BETWEEN}){{0,7}}?{tail}(?!\d)"


@dataclass(frozen=True, slots=True)
class Eraser:
    """Takes the traces of one client out of documents."""

    ids: frozenset[str]
    mention: re.Pattern[str]
    names: frozenset[str]
    words: tuple[tuple[str, ...], ...] = ()
    tails: tuple[bytes, ...] = ()
    everywhere: bool = False
    """Whether mentions in what was written about others go as well."""

    @classmethod
    def of(cls, traces: Traces, *, everywhere: bool) -> Eraser:
        """Return the eraser of a client's traces."""
        return cls(
            traces.ids,
            traces.pattern(),
            frozenset(traces.names),
            traces.words(),
            traces.tails(),
            everywhere,
        )

    def may_be_in(self, content: bytes) -> bool:
        """Say quickly whether there may be a trace in JSON; if not, there is none.

        Of a hundred thousand documents it leaves a few hundred to be looked at.
        """
        if b"\\u" in content or self.has_id(content):
            return True
        text = content.decode("utf-8", "replace").lower()
        for first, *others in self.words:
            if first in text and all(word in text for word in others):
                return True
        if not self.tails:
            return False
        digits = content.translate(None, _NO_DIGITS)
        return any(tail in digits for tail in self.tails)

    def has_id(self, content: bytes) -> bool:
        """Say whether an id of theirs stands in `content`."""
        return any(each.encode() in content for each in self.ids)

    def owns(self, table: str, record_id: str, document: Json) -> bool:
        """Say whether a document is theirs."""
        if table == "clients" and record_id in self.ids:
            return True
        return isinstance(document, dict) and _is_one(document.get("client_id"), self.ids)

    def erase(self, table: str, record_id: str, document: Json) -> Json | None:
        """Return a document without its traces: None if it is theirs, itself if it has none."""
        if self.owns(table, record_id, document):
            return None
        clean = self._without_parts(document)
        if table in REGISTERS:
            clean = mapped(clean, lambda text: FORGOTTEN if text in self.names else text)
        return self.without_mentions(clean) if self.everywhere else clean

    def mentions(self, document: Json) -> bool:
        """Say whether any text of a document names them."""
        return any(self.mention.search(text) for text in texts(document))

    def in_line(self, text: str) -> str:
        """Return a text without mentions."""
        return self.mention.sub(FORGOTTEN, text)

    def without_mentions(self, document: Json) -> Json:
        """Return a document without mentions; a list loses what is nothing else."""
        if isinstance(document, str):
            return self.in_line(document)
        if isinstance(document, list):
            return [
                self.without_mentions(item)
                for item in document
                if not (isinstance(item, str) and self.mention.fullmatch(item.strip()))
            ]
        if isinstance(document, dict):
            return {key: self.without_mentions(value) for key, value in document.items()}
        return document

    def _without_parts(self, document: Json) -> Json:
        """Return a document whose parts about them say nothing of them any more."""
        if isinstance(document, list):
            return [self._without_parts(item) for item in document if not _is_one(item, self.ids)]
        if not isinstance(document, dict):
            return document
        if not _points_at(document, self.ids):
            return {key: self._without_parts(value) for key, value in document.items()}
        return {key: self._without_them(key, value) for key, value in document.items()}

    def _without_them(self, key: str, value: Json) -> Json:
        """Return what stays of a field of a part that is about them."""
        if _is_one(value, self.ids) or key in _PERSONAL:
            return ""
        return FORGOTTEN if key in _NAMES and value else self._without_parts(value)


def mapped(document: Json, change: Callable[[str], str]) -> Json:
    """Return a document with every text in it changed; its keys stay."""
    if isinstance(document, str):
        return change(document)
    if isinstance(document, list):
        return [mapped(item, change) for item in document]
    if isinstance(document, dict):
        return {key: mapped(value, change) for key, value in document.items()}
    return document


def texts(document: Json) -> Iterator[str]:
    """Yield every text in a document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, list):
        for item in document:
            yield from texts(item)
    elif isinstance(document, dict):
        for value in document.values():
            yield from texts(value)


def _parts(document: Json) -> Iterator[Document]:
    """Yield every object in a document, itself first."""
    if isinstance(document, dict):
        yield cast("Document", document)
        for value in document.values():
            yield from _parts(value)
    elif isinstance(document, list):
        for item in document:
            yield from _parts(item)


def _points_at(part: Mapping[str, Json], ids: frozenset[str]) -> bool:
    return any(_is_one(value, ids) for value in part.values())


def _is_one(value: Json, ids: frozenset[str]) -> bool:
    return isinstance(value, str) and value in ids


def _dicts(value: Json) -> Iterator[Document]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def _lines(value: Json) -> Iterable[str]:
    """Return the text, or each of a list, that a field holds; nothing where it is damaged."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str) and item.strip()]
