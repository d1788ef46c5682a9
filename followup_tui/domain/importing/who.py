"""Who is there: clients and people as an import knows them, and what they can be known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup_tui.domain.importing.reaching import is_nameless

_PROFILE = re.compile(
    r"(?:linkedin\.com/(?:in|pub|sales/lead)|xing\.com/(?:profile|people)|meetup\.com/members|"
    r"(?:twitter|x|github|facebook)\.com)/[^\s/?#]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class KnownClient:
    """A client who is there, or comes with an earlier row."""

    key: int
    """By which it is known: the row that it comes with; on the desk below 0."""
    name: str
    client_id: str = ""
    line: int = 0
    place: str = ""
    """Where that row stands, in words: ``line 5``, or the file, of a folder; empty: on the desk."""
    is_lone: bool = False
    """Whether it is one person without a company."""

    @property
    def row(self) -> int:
        """The number of the row that it comes with; 0: it is on the desk."""
        return max(self.key, 0)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is there."""

    key: int
    """By which they are known: the row in which they come; on the desk below 0."""
    client: KnownClient
    name: str
    line: int = 0
    place: str = ""

    @property
    def is_nameless(self) -> bool:
        """Whether they are called by their address or number, as long as no row has their name."""
        return is_nameless(self.name)

    @property
    def row(self) -> int:
        """The number of the row in which they come; 0: they are on the desk."""
        return max(self.key, 0)


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
