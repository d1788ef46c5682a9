"""What evidence is taken from, and the shape in which it is found: records, pages and sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.letter import Letter
from followup_tui.domain.page import Look
from followup_tui.domain.text import shorten
from followup_tui.domain.views import ClientPage, Evidence, ItemStatus, Suggestion
from followup_tui.domain.websites.site import SiteFacts, SiteLook
from followup_tui.domain.websites.site_changes import Changes
from followup_tui.settings.model import Sources

if TYPE_CHECKING:
    from followup_tui.domain.websites.competitor_news import Announced

HEADLINE = 72  # characters: the widest that stands beside a label at 160 columns


@dataclass(frozen=True, slots=True)
class Sight:
    """Where the look at one page, feed or calendar stands, and what it has brought so far."""

    status: ItemStatus
    look: Look | None = None

    @property
    def problem(self) -> str:
        """Why it brought nothing new, or nothing that can be read; empty when it did."""
        return problem_of(self.look) if self.look else ""

    @property
    def fetched_at(self) -> datetime | None:
        """The age of what is known."""
        return self.look.fetched_at if self.look and self.look.facts else None


@dataclass(frozen=True, slots=True)
class SiteSight:
    """Where the look at one site stands, what it has brought so far and what is new in that."""

    status: ItemStatus
    look: SiteLook | None = None
    changes: Changes | None = None
    """Since they were last spoken to; None where nothing is known of the site, or it is a
    competitor's."""
    announced: tuple[Announced, ...] = ()
    """What a competitor announces that the client might want to know."""
    tried: datetime | None = None
    """When it was last looked at, be it in vain; None: not since the desk was opened."""

    @property
    def facts(self) -> SiteFacts | None:
        """What is known of the site."""
        return self.look.facts if self.look else None

    @property
    def problem(self) -> str:
        """Why its home page could not be read now; empty when it could."""
        return self.look.problem if self.look else ""

    @property
    def fetched_at(self) -> datetime | None:
        """The age of what is known."""
        return self.look.fetched_at if self.look and self.look.facts else None


def problem_of(look: Look) -> str:
    """Return why a look brought nothing new, or nothing that can be read; empty when it did."""
    if look.problem:
        return look.problem
    facts = look.facts
    if facts and facts.problem and not (facts.title or facts.summary or facts.events):
        return facts.problem
    return ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that evidence is taken from."""

    page: ClientPage
    sources: Sources
    now: datetime
    courses: tuple[Course, ...] = ()
    """Those that they attended, the last one first."""
    draws: tuple[Draw, ...] = ()
    """Those in which they were drawn."""
    suggestions: tuple[Suggestion, ...] = ()
    letter: Letter | None = None
    sights: Mapping[str, Sight] = field(default_factory=dict)
    """Pages, feeds and calendars by their address."""
    sites: Mapping[str, SiteSight] = field(default_factory=dict)
    """Sites by their address."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one item."""

    status: ItemStatus
    headline: str = ""
    evidence: tuple[Evidence, ...] = ()
    fetched_at: datetime | None = None
    problem: str = ""
    fetches: bool = False


def nothing(headline: str, *, fetches: bool = False) -> Found:
    """Return that there is nothing to look at, and what would help."""
    return Found(ItemStatus.NOTHING, headline, fetches=fetches)


def ready(headline: str, evidence: Sequence[Evidence]) -> Found:
    """Return evidence that the records hold."""
    return Found(ItemStatus.READY, shorten(headline, HEADLINE), tuple(evidence))


def over_network(
    sights: Sequence[Sight | SiteSight], headline: str, evidence: Sequence[Evidence]
) -> Found:
    """Return evidence that came over the network, with its state: on its way, read, or failed."""
    statuses = {sight.status for sight in sights}
    if ItemStatus.FETCHING in statuses:
        status = ItemStatus.FETCHING
    elif ItemStatus.WAITING in statuses:
        status = ItemStatus.WAITING
    elif statuses == {ItemStatus.FAILED}:
        status = ItemStatus.FAILED
    else:
        status = ItemStatus.READY
    problems = dict.fromkeys(sight.problem for sight in sights if sight.problem)
    return Found(
        status,
        shorten(headline, HEADLINE),
        tuple(evidence),
        fetched_at=min((s.fetched_at for s in sights if s.fetched_at), default=None),
        problem=" ".join(problems),
        fetches=True,
    )
