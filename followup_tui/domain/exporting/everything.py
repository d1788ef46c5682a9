"""Everything that is on a desk, as one value: what goes into a JSON file and comes out of it.

Bringing it in again never overwrites by itself: each record of the file is new here, the same as
the one here, or in conflict with it, and what is in conflict stays as it is unless the user wants
the file's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from followup_tui.domain.record import Record

FORMAT = 1
"""The version of the file's form; a file of a higher one is refused."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Everything:
    """All records of a desk."""

    tables: Mapping[str, Sequence[Record]]
    """Table -> its records, in order of creation; every table is there (`domain.kinds`)."""
    written: datetime
    """The moment they are of, with a zone."""

    def __len__(self) -> int:
        return sum(len(records) for records in self.tables.values())


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """One record of a file, or why it cannot be one."""

    table: str
    number: int
    """Which of its table it is, from 1."""
    record: Record | None = None
    problem: str = ""
    """Why it cannot be read, without a full stop."""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"{self.table}, number {self.number:,}"


@dataclass(frozen=True, slots=True)
class ReadDesk:
    """What a file of a whole desk says."""

    source: str
    """The name of the file."""
    written: datetime | None
    records: tuple[ReadRecord, ...]
    notes: tuple[str, ...] = ()
    """Sentences about what is not records: parts that this version does not know."""


class RecordFate(StrEnum):
    """What is to become of a record of the file."""

    NEW = "new"
    SAME = "same"
    """It is on the desk as it stands in the file."""
    CONFLICT = "conflict"
    """Another version of it is on the desk."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One record of the file and what is to become of it."""

    read: ReadRecord
    fate: RecordFate
    title: str
    """What to call it."""
    reason: str
    """Why, in words, without a full stop."""


@dataclass(frozen=True, slots=True)
class DeskPlan:
    """What is to become of a file of a whole desk: no record of it is missing here."""

    source: str
    written: datetime | None
    records: tuple[PlannedRecord, ...]
    notes: tuple[str, ...] = ()

    def counted(self, fate: RecordFate) -> int:
        """Return how many records have this fate."""
        return sum(1 for each in self.records if each.fate is fate)

    def with_fate(self, *fates: RecordFate) -> tuple[Record, ...]:
        """Return the records that have one of these fates."""
        return tuple(
            each.read.record
            for each in self.records
            if each.fate in fates and each.read.record is not None
        )


def planned(read: ReadDesk, there: Callable[[type[Record], str], Record | None]) -> DeskPlan:
    """Return what is to become of each record; `there` gives what is on the desk under an id.

    Of records that stand in the file twice the first counts; the others are told.
    """
    return DeskPlan(read.source, read.written, tuple(_planned(read.records, there)), read.notes)


def _planned(
    records: Sequence[ReadRecord], there: Callable[[type[Record], str], Record | None]
) -> Iterator[PlannedRecord]:
    seen: dict[tuple[str, str], Record] = {}
    for each in records:
        record = each.record
        if record is None:
            yield PlannedRecord(each, RecordFate.UNREADABLE, each.place, each.problem)
            continue
        title = title_of(record)
        earlier = seen.setdefault((record.table, record.id), record)
        if earlier is not record:
            again = "stands in the file twice"
            alike = RecordFate.SAME if earlier == record else RecordFate.UNREADABLE
            reason = again if earlier == record else f"{again}, with another content"
            yield PlannedRecord(each, alike, title, reason)
            continue
        known = there(type(record), record.id)
        if known is None:
            yield PlannedRecord(each, RecordFate.NEW, title, "not on this desk")
        elif known == record:
            yield PlannedRecord(each, RecordFate.SAME, title, "on this desk already")
        else:
            fields = ", ".join(_differing(known, record))
            yield PlannedRecord(
                each, RecordFate.CONFLICT, title, f"differs from the one on this desk: {fields}"
            )


def _differing(one: Record, other: Record) -> Iterator[str]:
    for field in one.__struct_fields__:
        if getattr(one, field) != getattr(other, field):
            yield field.replace("_", " ")


_TITLES = ("name", "title", "subject", "text", "person", "playbook")


def title_of(record: Record) -> str:
    """Return what a record is called for a reader; its id where nothing names it."""
    for field in _TITLES:
        words = getattr(record, field, "")
        if isinstance(words, str) and words:
            return words
    return record.id


def is_sound_id(record_id: str) -> bool:
    """Say whether an id is one that a desk can hold: letters, digits, - and _ alone."""
    return bool(_ID.fullmatch(record_id))
