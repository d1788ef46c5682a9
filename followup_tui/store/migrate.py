"""Migrations: bringing a file of an older format to the present one, step by step.

Each step knows one format and makes the next of it. A backup is made and verified before the
first; the file is replaced once, whole, after the last. So whatever happens half way, the old file
or the new one is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store import form
from followup_tui.store.backup import Kind, back_up_locked
from followup_tui.store.files import write_whole
from followup_tui.store.lock import locked

Content = dict[str, dict[str, msgspec.Raw]]
"""Table -> document id -> its JSON; the table `form.META` is one of them."""
Step = Callable[[Content], Content]

META_ID = "1"


class _Versioned(msgspec.Struct):
    format: int


def _with_a_journal(content: Content) -> Content:
    """Make format 2 of format 1: the file is what a journal builds on, and names its last line.

    No line was written yet, so it names none. The documents are the same.
    """
    return content


STEPS: Mapping[int, Step] = {1: _with_a_journal}
"""Format -> the step that makes the next one of it; the new number is written by `bring_up`."""


def bring_up(
    path: Path, *, now: datetime, steps: Mapping[int, Step] = STEPS, to: int = form.FORMAT
) -> Path | None:
    """Bring the desk's file at `path` to the format `to`; return the backup made before.

    None where it is of that format already. Raises `StoreProblem`: where a step fails the file is
    left as it was.
    """
    home = path.parent
    with locked(home):
        content, found = read(path)
        if found >= to:
            return None
        missing = [number for number in range(found, to) if number not in steps]
        if missing:
            raise StoreProblem(
                f"{path} is of format {found}, which this followup no longer reads: "
                "open it once with an older one."
            )
        kept = back_up_locked(home, now=now, kind=Kind.BEFORE_FORMAT)
        content = climbed(content, found, to, steps)
        write_whole(path, (msgspec.json.encode(content),))
    return kept


def climbed(content: Content, found: int, to: int, steps: Mapping[int, Step] = STEPS) -> Content:
    """Return content of the format `found` in the format `to`."""
    for number in range(found, to):
        content = steps[number](content)
        meta = msgspec.json.encode({"format": number + 1})
        content = {form.META: {META_ID: msgspec.Raw(meta)}, **_without_meta(content)}
    return content


def read(path: Path) -> tuple[Content, int]:
    """Return all of a desk's file, undecoded, and its format."""
    tables, _ = form.open_tables(path)
    content = {
        name: form.split(path, name, table)
        for name, table in tables.items()
        if isinstance(table, msgspec.Raw)
    }
    return content, msgspec.json.decode(content[form.META][META_ID], type=_Versioned).format


def _without_meta(content: Content) -> Content:
    return {name: table for name, table in content.items() if name != form.META}
