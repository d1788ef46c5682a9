"""The library as it is shown: what can be given, where it came from, and what its sources say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from followup_tui.domain.library.announcements import SourceKind
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ItemStatus


class Currency(StrEnum):
    """Whether a value-add can be given now."""

    CURRENT = "current"
    OVER = "over"
    """It took place."""
    RETIRED = "retired"
    """By the user, or because its source called it off: `ValueAdd.why_retired` says which."""


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One value-add of the library."""

    value_add: ValueAdd
    currency: Currency
    origin: str
    """The host that it came from, or “by hand”."""
    edited: tuple[str, ...] = ()
    """The fields in which the user says something else than its source, by name."""
    planned: int = 0
    offered: int = 0
    """To how many clients it was given, whatever became of it."""
    taken: int = 0
    declined: int = 0


@dataclass(frozen=True, slots=True)
class LibrarySource:
    """Where one source of the library stands."""

    kind: SourceKind
    url: str
    status: ItemStatus
    title: str = ""
    """What the page or feed calls itself."""
    read_at: datetime | None = None
    """When what is known of it was fetched."""
    problem: str = ""
    """A sentence: why it could not be read now, or what could not be found in it."""
    items: int = 0
    """How many current value-adds came from it."""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The library as it stands."""

    now: datetime
    items: tuple[LibraryItem, ...] = ()
    """What takes place first, the next one first; then the rest, the newest first; at the end what
    is over or retired."""
    sources: tuple[LibrarySource, ...] = ()
    told: tuple[str, ...] = ()
    """What the last looking at the sources changed, in words: “4 articles from example.org”."""

    @property
    def current(self) -> int:
        """How many can be given now."""
        return sum(item.currency is Currency.CURRENT for item in self.items)

    @property
    def refreshing(self) -> bool:
        """Whether sources are being looked at."""
        return any(
            source.status in {ItemStatus.WAITING, ItemStatus.FETCHING} for source in self.sources
        )


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """What an address says of itself, to begin a value-add with: the user edits it from there."""

    url: str
    title: str = ""
    about: str = ""
    topics: tuple[str, ...] = ()
    problem: str = ""
    """A sentence where it could not be read; the address can be kept all the same."""
