"""What somebody is called of whom no more is known than how to reach them.

An address like ``jane.li@…`` tells a name; any other way to reach somebody is their name until a
better one is known.
"""

from __future__ import annotations

import re
from enum import StrEnum

from followup_tui.domain.importing.mail import is_for_all
from followup_tui.domain.importing.word_lists import words_of

_BETWEEN = re.compile(r"[._]+")
_ASTRAY = re.compile(r"\+.*|\d+$")
"""What stands in the first part of an address and is of no name: ``jane.li+news``, ``jane.li2``."""
_MOST_WORDS = 3
_SHORTEST = 2  # letters of a word of a name
_NO_NAMES = words_of(
    """
    sales team office info support service mail email contact admin accounts account billing hello
    news newsletter press marketing help desk customer customers care club shop store group events
    event my the our your all staff jobs hr it web online user test data invoice invoices orders
    order booking bookings reservations reception no reply dev ops and or of for von der van de
    """
)
"""Words of addresses that are of an office, and those that alone make no name."""
_OWN_NUMBER = 6
"""Digits of a number that can stand by itself: fewer are an extension, or a name of a sort."""
_NOBODY = re.compile(
    r"(?:no|do[-_.]?not|dont|never)[-_.]?(?:reply|respond|answer)|mailer[-_.]?daemon|postmaster"
    r"|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|unsubscribe|bounces?",
    re.IGNORECASE,
)


class CalledBy(StrEnum):
    """By what somebody is called who has no name in a file."""

    EMAIL = "its e-mail address"
    PHONE = "its phone number"


def called(way: str) -> str:
    """Return the name that an address tells (``Jane Li`` of ``jane.li@…``), else `way` itself."""
    local, at, _ = way.partition("@")
    if not at or is_for_all(way):
        return way
    words = _BETWEEN.split(_ASTRAY.sub("", local))
    if not 1 < len(words) <= _MOST_WORDS or any(map(_is_no_name, words)):
        return way
    return " ".join(word.capitalize() for word in words)


def _is_no_name(word: str) -> bool:
    return len(word) < _SHORTEST or not word.isalpha() or word.lower() in _NO_NAMES


def is_nameless(name: str) -> bool:
    """Say whether a name is none: the address or the number of somebody."""
    return "@" in name or (
        sum(map(str.isdecimal, name)) >= _OWN_NUMBER and not any(map(str.isalpha, name))
    )


def nobody_reads(email: str) -> bool:
    """Say whether an address is one from which a program writes: ``no-reply@…``."""
    return bool(_NOBODY.fullmatch(email.partition("@")[0]))
