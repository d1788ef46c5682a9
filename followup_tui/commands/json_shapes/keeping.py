"""What the commands print by which a desk is kept: history, backup, import, export, search …"""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.commands.json_shapes.things import (
    OfClient,
    Shape,
    Touched,
    ValueAdd,
)


class Edit(Shape, frozen=True):
    """What a change did to one field."""

    label: str
    gone: list[str]
    come: list[str]


class RecordEdit(Shape, frozen=True):
    """What a change did to one record."""

    what: str
    kind: str
    title: str
    fields: list[Edit]


class TakenBack(Shape, frozen=True):
    """A change that was taken back."""

    id: str
    at: datetime
    by: str
    undoes: str | None
    undone_by: str | None
    records: int


class Change(TakenBack, frozen=True):
    """A change of the history."""

    clients: list[Touched]
    other_clients: int


class ChangeDetails(Change, frozen=True):
    """A change with what it did."""

    edits: list[RecordEdit]
    untold: int


class History(Shape, frozen=True):
    """`history`."""

    client_id: str | None
    changes: list[Change]


class HistoryDetails(Shape, frozen=True):
    """`history --details`."""

    client_id: str | None
    changes: list[ChangeDetails]


class Undo(Shape, frozen=True):
    """`undo`."""

    taken_back: list[TakenBack]
    problem: str


class WholeValueAdd(ValueAdd, frozen=True):
    """A value-add with all that is known of it."""

    about: str
    ends: datetime | None
    all_day: bool
    where: str
    client_id: str | None
    source: str | None
    retired: bool
    why_retired: str


class LibraryItem(WholeValueAdd, frozen=True):
    """A value-add of the library, and what became of it."""

    currency: str
    origin: str
    edited: list[str]
    planned: int
    offered: int
    taken: int
    declined: int


class Source(Shape, frozen=True):
    """A source of the library."""

    kind: str
    url: str
    status: str
    title: str
    read_at: datetime | None
    problem: str
    items: int


class Library(Shape, frozen=True):
    """`library`."""

    now: datetime
    current: int
    items: list[LibraryItem]
    sources: list[Source]
    told: list[str]


class LibraryChanged(Shape, frozen=True):
    """`library add`, `edit`, `retire`, `bring-back`."""

    value_add: WholeValueAdd


class Finding(Shape, frozen=True):
    """What `doctor` found."""

    area: str
    severity: str
    words: str
    todo: str


class Doctor(Shape, frozen=True):
    """`doctor`."""

    home: str
    ok: bool
    findings: list[Finding]


class Backup(Shape, frozen=True):
    """`backup`."""

    backup: str
    path: str
    at: datetime
    size: int
    files: list[str]


class DoctorRepaired(Doctor, frozen=True):
    """`doctor --repair`."""

    mended: list[str]


class KeptBackup(Shape, frozen=True):
    """A backup that there is."""

    backup: str
    path: str
    at: datetime
    kind: str
    size: int


class Backups(Shape, frozen=True):
    """`restore` without a name."""

    backups: list[KeptBackup]


class Restored(Shape, frozen=True):
    """`restore BACKUP`."""

    backup: str
    put_aside: str | None
    added: dict[str, int]
    changed: dict[str, int]
    removed: dict[str, int]
    files: list[str]
    left: list[str]
    change_id: str | None


class Mention(Shape, frozen=True):
    """Where a forgotten client is still named."""

    where: str
    id: str
    words: str


class Forgotten(OfClient, frozen=True):
    """`forget`."""

    removed: dict[str, int]
    cleaned: dict[str, int]
    changes: int
    drafts: int
    pages: int
    set_aside: int
    backups: int
    mentions: list[Mention]
    left: list[str]


class Exported(Shape, frozen=True):
    """`export`."""

    kind: str
    path: str
    what: str
    written: list[str]
    unchanged: int
    kept: list[str]
    problems: list[str]


class DeskRow(Shape, frozen=True):
    """A record of a file of a whole desk."""

    table: str
    number: int
    id: str | None
    title: str
    fate: str
    reason: str


class DeskImported(Shape, frozen=True):
    """`import` of a whole desk."""

    file: str
    kind: str
    dry_run: bool
    records_written: int
    new: int
    same: int
    conflict: int
    unreadable: int
    notes: list[str]
    rows: list[DeskRow]


class Setting(Shape, frozen=True):
    """A key of the settings."""

    key: str
    label: str
    help: str
    kind: str
    choices: list[str]
    value: str
    default: str


class SettingsShown(Shape, frozen=True):
    """`settings`."""

    file: str
    settings: list[Setting]


class Hit(Shape, frozen=True):
    """What was found."""

    kind: str
    id: str
    client_id: str | None
    title: str
    day: date | None
    line: str
    near: bool


class Search(Shape, frozen=True):
    """`search`."""

    query: str
    hits: list[Hit]
    more: list[str]
    problem: str


class ContactsColumn(Shape, frozen=True):
    """A column of a table that comes in."""

    header: str
    holds: str | None
    mapped: bool
    samples: list[str]


class ContactsRow(Shape, frozen=True):
    """A row of a file of contacts."""

    file: str | None
    line: int
    lines: int
    name: str
    fate: str
    reason: str
    unsure: bool
    client_id: str | None
    with_line: int | None
    person: str | None


class FirstCalls(Shape, frozen=True):
    """How the first calls of a large import are spread."""

    a_day: int
    first: date
    last: date


class Imported(Shape, frozen=True):
    """`import` of other programs' files."""

    file: str
    kind: str
    what: str
    program: str | None
    dry_run: bool
    clients_added: int
    others_added: int
    new: int
    merge: int
    skip: int
    first_calls: FirstCalls | None
    notes: list[str]
    columns: list[ContactsColumn]
    rows: list[ContactsRow]


class MergedField(Shape, frozen=True):
    """A field of two clients side by side."""

    field: str
    ours: str | None
    theirs: str | None
    result: str | None
    taken: bool


class Merged(OfClient, frozen=True):
    """`merge`."""

    dry_run: bool
    absorbed_id: str
    absorbed: str
    moved: dict[str, int]
    fields: list[MergedField]
