"""A block of lines about one thing, and what has to be known of words to cut a page into such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from followup_tui.web.plain_dated import Dated


@dataclass(frozen=True, slots=True)
class Block:
    """Lines about one thing, with the dates in them."""

    first: int
    last: int
    """Its lines: from `first` to before `last`."""
    dates: tuple[Dated, ...]
    box: int
    """The box it fills; -1 where it is cut out of one."""
    parent: int
    """The box that holds it and its like."""
    title: int = -1
    """The line of its title, where the cut says which."""


class Words(Protocol):
    """What has to be known of the words of a page to cut it into blocks."""

    def has_title(self, block: Block) -> bool:
        """Say whether a block names what it is about."""

    def has_marked_title(self, block: Block) -> bool:
        """Say whether its title is made to be seen as one."""

    def has_place_for_title(self, block: Block) -> bool:
        """Say whether what looks like its title is rather where it is: ``6 May, Leeds``."""

    def is_title(self, text: str) -> bool:
        """Say whether some words can be a title."""

    def is_timed(self, text: str) -> bool:
        """Say whether some words hold a time of day."""
