"""What a past change did, in words: record by record, field by field.

A record is told by what it is and what it is called. Of a field only what differs is told: the
lines (of a text) and items (of a list) that have gone, and those that have come. What serves the
program alone, like the ids by which records know each other, is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

import msgspec

from followup_tui.domain.history import PastEdit
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.record import Record
from followup_tui.domain.timeline.values_in_words import lines_of
from followup_tui.domain.value_add import Offer

NameOf = Callable[[str], str]
"""The id of a record -> what it is called; empty where it is not known."""


class What(StrEnum):
    """What happened to a record."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    UNREADABLE = "cannot be read any more"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What became of one field."""

    label: str
    gone: tuple[str, ...] = ()
    """Lines or items that stood there before, and do no longer."""
    come: tuple[str, ...] = ()
    """Lines or items that stand there since."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What became of one record."""

    what: What
    kind: str
    """The word for what it is: ``client``, ``call``, ``promise``."""
    title: str
    """What it is called; may be empty."""
    fields: tuple[FieldChange, ...] = ()

    @property
    def tells_something(self) -> bool:
        """Whether there is anything to see: links between records are not told."""
        return self.what is not What.CHANGED or bool(self.fields)


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """What one change did."""

    records: tuple[RecordChange, ...]
    """What became of its records; of a large change, of the first ones."""
    untold: int = 0
    """Of how many more this does not tell."""


_KINDS = {
    "clients": "client",
    "interactions": "interaction",
    "preparations": "preparation",
    "next_steps": "next step",
    "value_adds": "value-add",
}
_SILENT = frozenset(
    {"id", "created", "changed", "client_id", "preparation_id", "interaction_id", "course_id"}
    | {"letter_id", "value_add_id", "announced", "project_id", "encounter_id", "referral_id"}
    | {"steps"}  # of a letter: the calendar entries with it are told by the steps themselves
)
"""Fields that only the program needs."""
_NAMES = frozenset({"introduced_by", "became", "chosen"})
"""Fields that hold ids of what has a name."""
_TITLES = ("name", "title", "subject", "text", "person", "playbook", "kind")
"""The fields by which a record is called: the first that it has and that is not empty."""
_LABELS = {"at": "when", "by": "owed by", "cc": "Cc", "until": "ended", "closing": "closing steps"}


def difference(edit: PastEdit, *, zone: tzinfo | None, name_of: NameOf) -> RecordChange:
    """Return what an edit did to its record; moments are told in `zone`."""
    record = edit.after or edit.before
    if record is None:
        return RecordChange(What.UNREADABLE, _kind(edit.table, None), "")
    what = What.CHANGED
    if edit.before is None:
        what = What.NEW
    elif edit.after is None:
        what = What.REMOVED
    kind, title = _kind(edit.table, record), title_of(record, name_of)
    fields = tuple(_fields(edit.before, edit.after, zone, name_of))
    if what is not What.CHANGED:  # what stands in the heading is not told again
        fields = tuple(f for f in fields if (f.gone or f.come) not in {(kind,), (title,)})
    return RecordChange(what, kind, title, fields)


def _kind(table: str, record: Record | None) -> str:
    if isinstance(record, Interaction):
        return record.kind.value
    return _KINDS.get(table, table.replace("_", " ").removesuffix("s"))


def title_of(record: Record, name_of: NameOf) -> str:
    """Return what a record is called, in a few words."""
    if isinstance(record, Interaction):
        return ", ".join(filter(None, (record.person, record.outcome.value)))
    if isinstance(record, Offer):
        return name_of(record.value_add_id)
    words = (str(getattr(record, field, "")) for field in _TITLES)
    return next(filter(None, words), "")


def _fields(
    before: Record | None, after: Record | None, zone: tzinfo | None, name_of: NameOf
) -> Iterator[FieldChange]:
    record = after or before
    if record is None or (
        before is not None and after is not None and type(before) is not type(after)
    ):
        return
    for field in msgspec.structs.fields(record):
        if field.name in _SILENT:
            continue
        old = _lines(before, field.name, zone, name_of)
        new = _lines(after, field.name, zone, name_of)
        gone, come = _without(old, new), _without(new, old)
        if not gone and not come and old != new:
            gone, come = tuple(old), tuple(new)  # the same in another order
        if gone or come:
            yield FieldChange(_LABELS.get(field.name, field.name.replace("_", " ")), gone, come)


def _lines(
    record: Record | None, field: str, zone: tzinfo | None, name_of: NameOf
) -> Sequence[str]:
    """Return a field as lines; a field of a record that is not there has none."""
    if record is None:
        return ()
    value: object = getattr(record, field)
    if field in _NAMES:
        ids = (value,) if isinstance(value, str) else value
        return [name_of(key) or key for key in ids if key] if isinstance(ids, tuple) else ()
    return lines_of(value, zone)


def _without(lines: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return the lines that are not among `others`, each as often as it is more there."""
    left = Counter(others)
    kept = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            kept.append(line)
    return tuple(kept)
