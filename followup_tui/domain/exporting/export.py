"""An export before it is written: which files, and which of them would replace another's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ExportProblem(Exception):
    """What cannot be exported so; its text is a sentence that says what to do."""


class ExportKind(StrEnum):
    """In which form something leaves."""

    JSON = "json"
    CSV = "csv"
    VCARD = "vcard"
    MARKDOWN = "markdown"
    ICAL = "ical"
    HTML = "html"


class FileState(StrEnum):
    """What stands where a file is to be written."""

    NEW = "new"
    """Nothing."""
    SAME = "same"
    """The very file: it is not written again."""
    OURS = "ours"
    """What an earlier export wrote, as it was written."""
    OTHER = "other"
    """Something else, or what an earlier export wrote and somebody has changed since."""


@dataclass(frozen=True, slots=True)
class OutFile:
    """One file of an export."""

    path: Path
    content: bytes
    state: FileState = FileState.NEW
    record_id: str = ""
    """Of a file of one client: whose it is."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written."""

    kind: ExportKind
    root: Path
    """The file, or the folder that holds the files."""
    files: tuple[OutFile, ...]
    what: str
    """What is in it, in words: “3 clients”, “everything: 120 records”."""

    @property
    def in_the_way(self) -> tuple[Path, ...]:
        """The files that are not ours, which would be replaced."""
        return tuple(file.path for file in self.files if file.state is FileState.OTHER)


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of writing an export."""

    export: Export
    written: tuple[Path, ...]
    unchanged: int
    """How many files stood there as they would have been written."""
    kept: tuple[Path, ...]
    """The files of others that were left as they are."""
