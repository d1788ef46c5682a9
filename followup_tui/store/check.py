"""The checks of a home folder: what is wrong with its files, and what to do. Nothing is changed."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from followup_tui.domain.change import StoreProblem
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
from followup_tui.domain.words import count
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.drafts import FileDrafts
from followup_tui.store.form import META, open_tables, split
from followup_tui.store.index import index_path
from followup_tui.store.records import FILE

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
"""Every type of record that is stored."""

_POINTS_AT: dict[str, type[Record]] = {
    "client_id": Client,
    "became": Client,
    "course_id": Course,
    "interaction_id": Interaction,
    "preparation_id": Preparation,
    "letter_id": Letter,
    "value_add_id": ValueAdd,
}
"""Field -> what its id is of; an empty one points at nothing."""

_NAMED = 3  # ids that a finding names; the rest is counted


class Severity(StrEnum):
    """How grave a finding is."""

    FINE = "fine"
    WARNING = "warning"
    """Everything works, and something should be seen to."""
    ERROR = "error"
    """Something cannot be read or used."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    severity: Severity
    words: str
    """A sentence: what was found."""
    todo: str = ""
    """A sentence: what to do about it. Empty where nothing needs doing."""


def check(home: Path) -> tuple[Finding, ...]:
    """Return what there is to say about the files of a home folder, the records first."""
    if not home.is_dir():
        return (
            Finding(
                Severity.ERROR,
                f"There is no folder {home}.",
                "Open the desk once to make it, or name the right folder with --home.",
            ),
        )
    return (
        *_check_records(home / FILE),
        *_check_drafts(home / DRAFTS),
        *_check_private(home),
        *_check_left_behind(home),
    )


def _check_records(path: Path) -> Iterator[Finding]:
    if not path.exists():
        yield Finding(Severity.FINE, "Nothing has been saved yet.")
        return
    try:
        tables, _ = open_tables(path)
        documents = {
            name: split(path, name, table)
            for name, table in tables.items()
            if isinstance(table, msgspec.Raw)
        }
    except StoreProblem as problem:
        yield Finding(
            Severity.ERROR, str(problem), "Until then the desk does not open; nothing is lost."
        )
        return
    known = {kind.table for kind in KINDS} | {META}
    for name in sorted(documents.keys() - known):
        yield Finding(
            Severity.WARNING,
            f"The table “{name}” is not one that this followup knows; it is left as it is.",
        )
    records: dict[type[Record], dict[str, Record]] = {}
    for kind in KINDS:
        records[kind], damaged = _decode(kind, documents.get(kind.table, {}))
        if damaged:
            yield _damaged(kind, damaged)
    yield from _check_references(records, documents)
    total = sum(len(found) for found in records.values())
    yield Finding(Severity.FINE, f"{count(total, 'record')} can be read.")


def _decode(
    kind: type[Record], documents: Mapping[str, msgspec.Raw]
) -> tuple[dict[str, Record], dict[str, str]]:
    """Return the records that can be read, and for each other id what is wrong with it."""
    decoder = msgspec.json.Decoder(kind)
    records: dict[str, Record] = {}
    damaged: dict[str, str] = {}
    for key, document in documents.items():
        try:
            record = decoder.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            damaged[key] = str(error)
        else:
            if record.id == key:
                records[key] = record
            else:
                damaged[key] = f"it stands under another id than its own, {record.id}"
    return records, damaged


def _damaged(kind: type[Record], damaged: Mapping[str, str]) -> Finding:
    number = count(len(damaged), "record")
    return Finding(
        Severity.ERROR,
        f"{number} of “{kind.table}” cannot be read: "
        f"{_named(f'{key} ({why})' for key, why in damaged.items())}.",
        "They are kept as they are and hide nothing else. Mend them in the file with a text "
        "editor while followup is closed, or leave them.",
    )


def _check_references(
    records: Mapping[type[Record], Mapping[str, Record]],
    documents: Mapping[str, Mapping[str, msgspec.Raw]],
) -> Iterator[Finding]:
    lost: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, found in records.items():
        for record in found.values():
            for field, target, record_id in _references(record):
                # A damaged record is there all the same.
                if record_id and record_id not in documents.get(target.table, {}):
                    lost[kind.table, field].append(f"{record.id} → {record_id}")
    for (table, field), ids in lost.items():
        yield Finding(
            Severity.WARNING,
            f"In {count(len(ids), 'record')} of “{table}” the {field} points at something that is "
            f"not there: {_named(ids)}.",
            "Nothing else depends on it. A copy of the file from before may hold what is missing.",
        )


def _references(record: Record) -> Iterator[tuple[str, type[Record], str]]:
    """Yield field, type and id of everything that a record points at."""
    for field in record.__struct_fields__:
        if field in _POINTS_AT:
            yield field, _POINTS_AT[field], getattr(record, field)
    match record:
        case Client():
            yield "origin.introduced_by", Client, record.origin.introduced_by
        case Preparation():
            for value_add_id in record.chosen:
                yield "chosen", ValueAdd, value_add_id
        case Course():
            for attendee in record.attendees:
                yield "attendees.client_id", Client, attendee.client_id
        case Draw():
            for pick in record.picks:
                yield "picks.client_id", Client, pick.client_id
        case _:
            return


def _check_drafts(folder: Path) -> Iterator[Finding]:
    if not folder.exists():
        return
    drafts = FileDrafts(folder)
    try:
        keys = drafts.keys()
    except StoreProblem as problem:
        yield Finding(Severity.ERROR, str(problem))
        return
    for key in keys:
        try:
            content = drafts.load(key)
        except StoreProblem as problem:
            yield Finding(Severity.ERROR, str(problem))
        else:
            if not content:
                yield Finding(
                    Severity.WARNING, f"The draft “{key}” is empty.", "It can be discarded."
                )
    if keys:
        yield Finding(
            Severity.FINE, f"{count(len(keys), 'draft')} of calls that were not wrapped up."
        )


def _check_private(home: Path) -> Iterator[Finding]:
    if os.name != "posix":  # elsewhere the mode says nothing of other users
        return
    for path in (
        home,
        home / FILE,
        index_path(home / FILE),
        home / DRAFTS,
        *sorted((home / DRAFTS).glob("*")),
    ):
        try:
            mode = stat.S_IMODE(path.stat().st_mode)
        except FileNotFoundError:
            continue
        except OSError as error:
            yield Finding(Severity.ERROR, f"{path} cannot be looked at: {error.strerror}.")
            continue
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            right = "700" if path.is_dir() else "600"
            yield Finding(
                Severity.WARNING,
                f"{path} can be opened by other users of this machine ({mode:o}).",
                f"Make it private: chmod {right} '{path}'",
            )


def _check_left_behind(home: Path) -> Iterator[Finding]:
    left = [*home.glob(".*.tmp"), *(home / DRAFTS).glob(".*.tmp")]
    if left:
        yield Finding(
            Severity.WARNING,
            f"{count(len(left), 'unfinished file')} of a program that was ended while it saved: "
            f"{_named(path.name for path in left)}.",
            "Nothing is lost: what stood before is whole. They go by themselves.",
        )


def _named(items: Iterable[str]) -> str:
    every = list(items)
    rest = len(every) - _NAMED
    return "; ".join(every[:_NAMED]) + (f"; and {rest:,} more" if rest > 0 else "")
