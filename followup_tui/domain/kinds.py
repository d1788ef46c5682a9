"""Every type of record there is, and the table that holds it."""

from __future__ import annotations

from followup_tui.domain.client import Client
from followup_tui.domain.course import Course, Draw
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter
from followup_tui.domain.preparation import Preparation
from followup_tui.domain.project import Project
from followup_tui.domain.promise import NextStep, Promise, Referral
from followup_tui.domain.record import Record
from followup_tui.domain.value_add import Offer, ValueAdd

KINDS: tuple[type[Record], ...] = (
    Client,
    Project,
    Course,
    Draw,
    Encounter,
    Interaction,
    Preparation,
    ValueAdd,
    Offer,
    Promise,
    NextStep,
    Referral,
    Letter,
)
"""Every type of record that is stored and exported."""

KIND_OF: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}
"""Table -> the type of its records."""
