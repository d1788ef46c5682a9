"""What every stored word has in common, and how it is validated.

Records are frozen `msgspec.Struct` values. Types and shapes are checked where data enters
(`msgspec.convert` in the store, the playbook loader, the settings); rules that a type cannot say
are checked in each `__post_init__`, so that no invalid value can be made at all. A rule that is
broken raises `Invalid`, which names the field, so that a form can put the sentence beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from followup_tui.domain.text import is_clean

LINE_LIMIT = 2_000  # characters in a name, a title, an address: more is never one
TEXT_LIMIT = 200_000  # characters in notes and letters

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: sorts as it counts
_PAIRS = tuple(one + other for one in _ALPHABET for other in _ALPHABET)  # ten bits at a time
_SHIFTS = tuple(range(120, -1, -10))  # of the 130 bits that 26 digits hold
_RANDOM_BITS = 80


class Invalid(ValueError):
    """A value that breaks a rule of the domain.

    `field` is the name of the offending field, `message` a sentence for the user.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stored word: it has an id that sorts by creation time, and knows when it was made."""

    table: ClassVar[str]
    """The name of the table that holds records of this type."""

    id: str
    """26 characters, sorting by creation time, unique across machines (see `new_id`)."""
    created: datetime
    """When it was written down, with a zone."""


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a record that has no identity of its own."""


def new_id(now: datetime) -> str:
    """Return a fresh id: 48 bits of milliseconds since 1970 and 80 random ones, in base 32.

    The layout is that of the ULID specification (github.com/ulid/spec), in lower case, so that
    ids sort as text by the time they were made; as there, one made within the same millisecond
    as the one before counts on from it. `now` must carry a zone.
    """
    return _fresh(int(now.timestamp() * 1000))


def next_id(now: datetime, *, after: str) -> str:
    """Return a fresh id that is greater than `after`, even where the clock was set back."""
    found = new_id(now)
    return found if found > after else _written(_number(after) + 1)


class _Fresh:
    """Makes ids that differ and, within a millisecond, count on."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._last = 0

    def __call__(self, milliseconds: int) -> str:
        with self._guard:
            if self._last >> _RANDOM_BITS == milliseconds:
                self._last += 1
            else:
                self._last = (milliseconds << _RANDOM_BITS) | _random()
            return _written(self._last)


_fresh = _Fresh()


def _random() -> int:
    return int.from_bytes(os.urandom(_RANDOM_BITS // 8), "big")


def _written(number: int) -> str:
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


class _Digits(dict[int, str]):
    """From Crockford's digits to those of Python's `int`; what is no digit counts as 0."""

    def __missing__(self, key: int) -> str:
        return "0"


_DIGITS = _Digits(zip(map(ord, _ALPHABET), "0123456789abcdefghijklmnopqrstuv", strict=True))


def _number(written: str) -> int:
    # a third of the changes that follow within a millisecond come here: digit by digit it took
    # a sixth of saving one
    return int(written.translate(_DIGITS) or "0", 32)


def check_line(field: str, text: str, *, required: bool = False) -> None:
    """Raise `Invalid` unless `text` is one clean line (not empty, if it is required)."""
    if (
        text.isascii()
        and text.isprintable()
        and len(text) <= LINE_LIMIT
        and (text.strip() or not required)
    ):
        return  # nearly every line there is: opening a large desk checks hundreds of thousands
    if required and not text.strip():
        raise Invalid(field, "must not be empty")
    if len(text) > LINE_LIMIT:
        raise Invalid(field, f"is longer than {LINE_LIMIT:,} characters")
    if "\n" in text or not is_clean(text):
        raise Invalid(field, "must be one line without control characters")


def check_text(field: str, text: str) -> None:
    """Raise `Invalid` unless `text` is clean text of a sensible length; line breaks may stand."""
    if not text:
        return
    if len(text) > TEXT_LIMIT:
        raise Invalid(field, f"is longer than {TEXT_LIMIT:,} characters")
    if not is_clean(text):
        raise Invalid(field, "must not hold control characters")


def check_moment(field: str, moment: datetime | None) -> None:
    """Raise `Invalid` unless `moment` is None or carries a zone."""
    if moment is not None and moment.utcoffset() is None:
        raise Invalid(field, "needs a time zone")


def check_zone(field: str, zone: str) -> None:
    """Raise `Invalid` unless `zone` is empty or a name of the IANA time zone database."""
    if not zone:
        return
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid(
            field, f"“{zone}” is no time zone; write it like Europe/Zurich or Australia/Sydney"
        ) from None


def check_web_address(field: str, address: str) -> None:
    """Raise `Invalid` unless `address` is empty or an http(s) address with a host."""
    if not address:
        return
    check_line(field, address)
    scheme, separator, rest = address.partition("://")
    host = rest.split("/")[0].split("?")[0]
    if not separator or scheme.lower() not in {"http", "https"} or not host or " " in address:
        raise Invalid(field, "must be a web address that begins with https:// or http://")


def utc(moment: datetime) -> datetime:
    """Return `moment` in UTC: stored times are."""
    return moment.astimezone(UTC)


Clock = Callable[[], datetime]
"""Gives the current moment with the user's zone; the domain never asks by itself."""
