"""A form of a course: each of its values is a text, and the course may be gone by now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from followup_tui.desk import Desk
from followup_tui.services.courses.finding import NoSuchCourse
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.form import FormDialog

T = TypeVar("T")
Typed = dict[str, str]
"""What stands in each field, by its key."""


class FieldsDialog(FormDialog[T, Typed]):
    """Ends with what was written; None: nothing was. It says its fields, and what they make."""

    PROBLEMS = (StoreProblem, NoSuchCourse)

    def __init__(self, desk: Desk, draft_key: str, begun: Mapping[str, str], heading: str) -> None:
        """`begun` is what stands in the fields at first."""
        super().__init__(desk, draft_key, heading, Typed, dict(begun))

    def made(self, typed: Typed) -> T:
        """Return what the fields make; raises `Invalid` with the field that is wrong."""
        raise NotImplementedError

    async def put(self, value: T) -> None:
        """Write it down; raises `StoreProblem`, `Invalid` and `NoSuchCourse`."""
        raise NotImplementedError

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return self.values()

    def fill(self, typed: Typed) -> None:
        """Put `typed` in the place of what stands in the fields."""
        self.put_values(typed)

    async def write_down(self) -> T:
        """Write what the fields make."""
        value = self.made(self.typed())
        await self.put(value)
        return value
