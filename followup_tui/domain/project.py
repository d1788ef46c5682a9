"""Project: work done for a client, with the four steps that close it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import Invalid, Record, Value, check_line, check_text


class StepState(StrEnum):
    """Where a closing step stands."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"


class ClosingKind(StrEnum):
    """The four closing steps, in the order in which they are asked."""

    REFERENCE = "reference"
    TESTIMONIAL = "testimonial"
    REVIEW = "review"
    BOOKING = "booking"


class ClosingStep(Value, frozen=True, kw_only=True):
    """One closing step: its state and the days on which it changed."""

    kind: ClosingKind
    state: StepState = StepState.NOT_ASKED
    asked: tuple[date, ...] = ()
    """The days on which it was asked, the earliest first; the desk asks for it twice at most."""
    settled: date | None = None
    """The day on which it was given or declined."""
    note: str = ""

    def __post_init__(self) -> None:
        check_line("note", self.note)
        if self.state is StepState.ASKED and not self.asked:
            raise Invalid("asked", "needs the day on which it was asked")
        if self.is_settled and self.settled is None:
            raise Invalid("settled", "needs the day on which it was answered")

    @property
    def is_settled(self) -> bool:
        """Whether an answer is there, be it a no."""
        return self.state is StepState.GIVEN or self.state is StepState.DECLINED


def fresh_closing() -> tuple[ClosingStep, ...]:
    """Return the four closing steps, none of them asked."""
    return tuple(ClosingStep(kind=kind) for kind in ClosingKind)


class Project(Record, frozen=True, kw_only=True):
    """Work done for a client."""

    table: ClassVar[str] = "projects"

    client_id: str
    title: str
    technologies: tuple[str, ...] = ()
    started: date | None = None
    ended: date | None = None
    """The day it ended; None while the work is under way."""
    success: bool | None = None
    """Whether the client calls it one; None: not known yet."""
    more_work: bool | None = None
    """Whether more work is likely; None: not known yet. Only then a booking is wanted."""
    about: str = ""
    closing: tuple[ClosingStep, ...] = fresh_closing()

    def __post_init__(self) -> None:
        check_line("title", self.title, required=True)
        check_text("about", self.about)
        for technology in self.technologies:
            check_line("technologies", technology, required=True)
        if self.started and self.ended and self.ended < self.started:
            raise Invalid("ended", "must not come before the start")
        if len({step.kind for step in self.closing}) != len(self.closing):
            raise Invalid("closing", "has the same step twice")

    @property
    def under_way(self) -> bool:
        """Whether work goes on."""
        return self.ended is None

    @property
    def wanted_steps(self) -> tuple[ClosingStep, ...]:
        """The closing steps that make sense, in their order: no booking where no work is likely."""
        return tuple(
            step
            for step in self.closing
            if self.more_work is not False
            or step.kind is not ClosingKind.BOOKING
            or step.state is not StepState.NOT_ASKED
        )

    @property
    def open_steps(self) -> tuple[ClosingStep, ...]:
        """The wanted steps without an answer, in their order; none while work goes on."""
        if self.under_way:
            return ()
        return tuple(step for step in self.wanted_steps if not step.is_settled)

    def step(self, kind: ClosingKind) -> ClosingStep:
        """Return the closing step of a kind."""
        return next((step for step in self.closing if step.kind is kind), ClosingStep(kind=kind))
