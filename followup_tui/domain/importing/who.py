"""Who is there: clients and people as an import knows them, and what they can be known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_PROFILE = re.compile(
    r"(?:linkedin\.com/(?:in|pub|sales/lead)|xing\.com/(?:profile|people)|meetup\.com/members|"
    r"(?:twitter|x|github|facebook)\.com)/[^\s/?#]+",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class KnownClient:
    """A client who is there, or comes with an earlier row."""

    name: str
    client_id: str = ""
    row: int = 0
    """The number of the row that it comes with; 0: it is on the desk."""
    line: int = 0
    place: str = ""
    """Where that row stands, in words: ``line 5``, or the file, of a folder; empty: on the desk."""
    website: str = ""
    tags: set[str] = field(default_factory=set)
    about: str = ""
    do_not_call: bool = False
    is_lone: bool = False
    """Whether it is one person without a company."""


@dataclass(slots=True, eq=False)
class KnownPerson:
    """Somebody who is there."""

    client: KnownClient
    name: str
    row: int = 0
    """The number of the row in which they come; 0: they are on the desk."""
    line: int = 0
    place: str = ""
    role: str = ""
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Match:
    """Who a contact is, or may be, and by what that is known."""

    person: KnownPerson | None
    client: KnownClient
    by: str
    sure: bool = True


def profiles_in(text: str) -> Iterator[str]:
    """Yield the profiles that a text names, as they are compared."""
    if "com/" in text:
        for found in _PROFILE.finditer(text):
            yield found.group().lower().removeprefix("www.")
