"""Migrations: bringing a file of an older format to the present one, step by step.

Each step knows one format and makes the next of it. A backup is made and verified before the
first; the file is replaced once, whole, after the last. So whatever happens half way, the old file
or the new one is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from followup_tui.domain.change import StoreProblem
from followup_tui.store.backup import Kind, back_up_locked
from followup_tui.store.everything import Everything, Tables, in_file, write
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.lock import locked

Step = Callable[[Tables], Tables]


def _with_a_journal(tables: Tables) -> Tables:
    """Make format 2 of format 1: from now on a journal stands beside the file.

    The documents are the same; what the file says of itself is written by `climbed`.
    """
    return tables


STEPS: Mapping[int, Step] = {1: _with_a_journal}
"""Format -> the step that makes the next one of it."""


def bring_up(
    path: Path, *, now: datetime, steps: Mapping[int, Step] = STEPS, to: int = FORMAT
) -> Path | None:
    """Bring the desk's file at `path` to the format `to`; return the backup made before.

    None where it is of that format already. Raises `StoreProblem`: where a step fails the file is
    left as it was.
    """
    with locked(path):
        found = in_file(path)
        if found.meta.format >= to:
            return None
        _check_steps(path, found.meta.format, steps, to)
        kept = back_up_locked(path.parent, now=now, kind=Kind.BEFORE_FORMAT)
        write(path, climbed(found, steps, to))
    return kept


def climbed(old: Everything, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> Everything:
    """Return everything in the format `to`, which is that of its own or a later one."""
    tables = old.tables
    for number in range(old.meta.format, to):
        tables = steps[number](tables)
    return Everything(Meta(to, old.meta.epoch, old.meta.last), tables)


def _check_steps(path: Path, found: int, steps: Mapping[int, Step], to: int) -> None:
    if any(number not in steps for number in range(found, to)):
        raise StoreProblem(
            f"{path} is of format {found}, which this followup no longer reads: "
            "open it once with an older one."
        )
