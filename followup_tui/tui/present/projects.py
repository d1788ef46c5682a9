"""A client's projects as rows: each project, its closing steps, and what is pencilled in. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from followup_tui.domain.closing_words import (
    NAMES,
    left_words,
    pencilled_words,
    project_words,
    step_words,
)
from followup_tui.domain.project import ClosingKind, ClosingStep, Project, StepState
from followup_tui.domain.project_views import Projects
from followup_tui.domain.promise import NextStep
from followup_tui.tui.present.key_names import KeyName
from followup_tui.tui.present.wrapping import hanging

_SIGNS = {
    StepState.NOT_ASKED: ("○", "$text-muted"),
    StepState.ASKED: ("◐", "$text-warning"),
    StepState.GIVEN: ("✓", "$text-success"),
    StepState.DECLINED: ("✗", "$disliked"),
}
_LABEL = max(len(name) for name in NAMES.values()) + 2
_INDENT = 4 + _LABEL


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A row: a project, one of its steps, or a booking that belongs to none."""

    project: Project | None = None
    step: ClosingStep | None = None
    booking: NextStep | None = None

    @property
    def key(self) -> str:
        """What the row is known by, whatever changes on it."""
        kind = self.step.kind.value if self.step else ""
        whose = self.project.id if self.project else self.booking.id if self.booking else ""
        return f"{whose}:{kind}"


def rows_of(view: Projects) -> tuple[ProjectRow, ...]:
    """Return the rows of a client, the newest project first."""
    return tuple(_rows(view))


def _rows(view: Projects) -> Iterator[ProjectRow]:
    known = {project.id for project in view.projects}
    for project in view.projects:
        yield ProjectRow(project)
        booking = view.booking_of(project)
        for step in project.wanted_steps if project.ended else ():
            theirs = booking if step.kind is ClosingKind.BOOKING else None
            yield ProjectRow(project, step, theirs)
        if booking is not None and project.ended is None:
            yield ProjectRow(booking=booking)
    for booking in view.bookings:
        if booking.project_id not in known:
            yield ProjectRow(booking=booking)


def lines(row: ProjectRow, view: Projects, width: int) -> tuple[Content, ...]:
    """Return the lines of a row, wrapped to `width` cells."""
    today = view.today
    if row.project is not None and row.step is not None:
        sign, style = _SIGNS[row.step.state]
        note = f" · {row.step.note}" if row.step.note else ""
        stands = step_words(row.step, row.project, view.due, today, booking=row.booking)
        content = Content.assemble(
            (f"  {sign} ", style),
            (f"{NAMES[row.step.kind]:<{_LABEL}}", "$text"),
            (stands, style if row.step.is_settled else "$text"),
            (note, "$text-muted"),
        )
        return tuple(hanging(content, width, min(_INDENT, width // 3)))
    if row.project is not None:
        left = left_words(row.project, view.due, today)
        content = Content.assemble(
            (row.project.title, "bold $text-accent"),
            (f"  {project_words(row.project, today)}", "$text-muted"),
            (f"  ·  {left}" if left else "", _left_style(left)),
        )
        return (*hanging(content, width, 2), *_about(row.project, width))
    if row.booking is not None:
        words = pencilled_words(row.booking, today)
        text = f" · {row.booking.text}" if row.booking.text else ""
        content = Content.assemble(
            ("  ◐ ", "$text-warning"), f"Booking {words}", (text, "$text-muted")
        )
        return tuple(hanging(content, width, 4))
    return ()


def _left_style(left: str) -> str:
    return "$text-success" if left == "settled" else "$text-warning"


def _about(project: Project, width: int) -> Iterator[Content]:
    for line in project.about.split("\n"):
        if line.strip():
            yield from hanging(Content.styled(f"  {line.strip()}", "$text-muted"), width, 2)


def hint(row: ProjectRow | None, key: KeyName) -> str:
    """Return what can be pressed on a row, in a line."""
    if row is None or (row.project is None and row.booking is None):
        return f"{key('projects.end')} ends a project · {key('projects.add')} writes one down"
    parts = []
    if row.step is not None:
        parts += [
            f"{key('projects.asked')} asked",
            f"{key('projects.given')} given",
            f"{key('projects.declined')} declined",
            f"{key('projects.open')} with day and note",
        ]
        if row.step.kind is not ClosingKind.BOOKING:
            parts.append(f"{key('projects.write')} writes the mail")
    elif row.project is not None and row.project.under_way:
        parts += [f"{key('projects.end')} ends it", f"{key('projects.open')} changes it"]
    elif row.project is not None:
        parts.append(f"{key('projects.open')} changes it")
    if row.step is None and row.project is not None:
        parts.append(f"{key('projects.add')} writes down another")
    if row.booking is not None:
        parts += [
            f"{key('projects.confirm')} confirms the booking",
            f"{key('projects.move')} moves it",
            f"{key('projects.let_go')} lets it go",
        ]
    return " · ".join(parts)


def nothing(name: str, key: KeyName) -> str:
    """Return what is said where no project is known."""
    return (
        f"No project is written down for {name}. {key('projects.add')} writes down work that goes "
        f"on, {key('projects.end')} a project that has ended."
    )
