"""A page laid out for the readers of facts: its outline, its groups, what it marks up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from followup_tui.domain.page import Source
from followup_tui.web.cards import Cards, Group
from followup_tui.web.dated import may_tell_dates
from followup_tui.web.dom import Page, line
from followup_tui.web.marked import Marked, find_marked
from followup_tui.web.outline import Block, Outline
from followup_tui.web.sections import About, about_address, about_heading, about_names

_WORDS = 200  # characters of the words that a source shows


@dataclass(frozen=True)
class Sheet:
    """What every reader of facts gets; each part is made once, when it is first asked for."""

    page: Page
    outline: Outline
    language: str
    """As in `PageFacts.language`."""

    @cached_property
    def groups(self) -> list[Group]:
        """The repeated blocks of the page."""
        return Cards(self.page, self.outline).groups

    @cached_property
    def marked(self) -> list[Marked]:
        """What the page marks up for programs."""
        return find_marked(self.page, self.outline)

    @cached_property
    def content(self) -> list[Block]:
        """The blocks that are content, without what stands around it."""
        return self.outline.content()

    @cached_property
    def text(self) -> str:
        """All that the page shows, a block a line: for looks that are cheaper once than often."""
        return "\n".join(block.text for block in self.outline.blocks)

    @cached_property
    def dated(self) -> bool:
        """Whether the page shows anything that may be a date."""
        return may_tell_dates(self.text)

    @cached_property
    def path(self) -> str:
        """The path of the page's address, without a slash at either end; the home page has none."""
        try:
            return urlsplit(self.page.url).path.strip("/")
        except ValueError:
            return ""

    @cached_property
    def about(self) -> frozenset[About]:
        """What the whole page is about, by its address and its first heading."""
        first = next((block.text for block in self.content if block.level == 1), "")
        return about_address(self.path) | about_heading(first)

    def about_group(self, group: Group) -> frozenset[About]:
        """Return what a group is about: by its own heading, else by its classes."""
        said = about_heading(group.section)
        return said or about_names(group.names)

    def source(self, method: str, words: str) -> Source:
        """Return the source of a fact that stands on this page."""
        return Source(
            url=self.page.url,
            method=method,
            words=line(words[: _WORDS * 2], _WORDS),
            read_at=self.page.now,
        )
