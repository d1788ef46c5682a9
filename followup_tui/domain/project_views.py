"""What is shown of a client's projects, and what somebody writes down of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup_tui.domain import closing
from followup_tui.domain.client import Client
from followup_tui.domain.playbook import Due
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody writes down of a project."""

    title: str
    technologies: tuple[str, ...] = ()
    started: date | None = None
    ended: date | None = None
    """None: it goes on."""
    success: bool | None = None
    more_work: bool | None = None
    about: str = ""
    booking: date | None = None
    """With `ended`: the day to pencil in, in the client's zone; None: none."""


@dataclass(frozen=True, slots=True)
class Projects:
    """A client's projects as they stand, the newest first, and the bookings that are open."""

    client: Client
    projects: tuple[Project, ...]
    bookings: tuple[NextStep, ...]
    """Those not done, of any project or of none, the earliest first."""
    due: Due | None
    """By which days steps are asked; None where no playbook is for ended projects."""
    today: date

    def booking_of(self, project: Project) -> NextStep | None:
        """Return the open booking that was pencilled in after a project."""
        return next((each for each in self.bookings if each.project_id == project.id), None)

    def is_closed(self, project: Project) -> bool:
        """Say whether a project has ended and leaves nothing to ask."""
        return self.due is not None and closing.is_closed(project, self.due)
