"""One round of preparing a client, as the records have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup_tui.domain.course import Course, Draw
from followup_tui.domain.letter import Letter
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.record import Clock
from followup_tui.domain.views import ClientPage, Suggestion
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.services.gather import (
    client_page,
    open_preparation,
    playbook_for,
)
from followup_tui.services.ports import Records
from followup_tui.settings.model import Settings


@dataclass(frozen=True, slots=True)
class Round:
    """What the records say about preparing a client, as of one version of them and one day."""

    version: int
    day: date
    page: ClientPage
    playbook: Playbook
    preparation: Preparation | None
    """The open one, once there is something to keep."""
    letter: Letter | None
    """The one that was kept."""
    courses: tuple[Course, ...]
    """Those that they attended, the last one first."""
    draws: tuple[Draw, ...]
    """Those in which they were drawn."""


@dataclass(frozen=True, slots=True)
class Known:
    """A round, and what fits the client as far as their website is known."""

    round: Round
    suggestions: tuple[Suggestion, ...] | None = None
    """None: not looked for yet."""
    suggested_for: SiteFacts | None = None
    """What was known of their website then."""
    drafted: Letter | None = None
    """The letter that the playbook begins; None: none, or not begun yet."""
    drafted_for: Seen | None = None
    """What had been seen when it was begun."""

    @property
    def page(self) -> ClientPage:
        """All that is known of the client."""
        return self.round.page

    @property
    def playbook(self) -> Playbook:
        """By which they are prepared."""
        return self.round.playbook

    @property
    def preparation(self) -> Preparation | None:
        """The open one, once there is something to keep."""
        return self.round.preparation

    @property
    def letter(self) -> Letter | None:
        """The one that was kept."""
        return self.round.letter

    @property
    def version(self) -> int:
        """Of the records that it was read from."""
        return self.round.version

    @property
    def day(self) -> date:
        """On which it was read."""
        return self.round.day


def read_round(
    records: Records,
    client_id: str,
    *,
    playbooks: Mapping[str, Playbook],
    settings: Settings,
    clock: Clock,
) -> Round:
    """Read the round of a client; raises `gather.NoSuchClient` and `ports.StoreProblem`."""
    version, now = records.version, clock()
    page = client_page(records, client_id, playbooks=playbooks, settings=settings, clock=clock)
    playbook = playbook_for(page.reasons, playbooks)
    preparation = open_preparation(records, client_id, playbook.key)
    letter_id = preparation.letter_id if preparation else ""
    attended = [
        course
        for course in records.all(Course)
        if any(attendee.client_id == client_id for attendee in course.attendees)
    ]
    return Round(
        version=version,
        day=now.date(),
        page=page,
        playbook=playbook,
        preparation=preparation,
        letter=records.get(Letter, letter_id) if letter_id else None,
        courses=tuple(sorted(attended, key=lambda course: course.last_day, reverse=True)),
        draws=tuple(
            draw
            for draw in records.all(Draw)
            if any(pick.client_id == client_id for pick in draw.picks)
        ),
    )
