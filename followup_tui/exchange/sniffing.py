"""What a file is, told by its content; and whether it is one that can be read at all."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from followup_tui.domain.importing.plan import FileKind, ImportProblem
from followup_tui.domain.text import clean_line, is_clean

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read: some hundred thousand contacts."""
_CARD = re.compile(r"^\s*(?:BEGIN|END):VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR = re.compile(
    r"^\s*BEGIN:V(?:CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 10_000  # characters in which a file says what it is
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "is a document of an old Office: save the table as CSV, and import that"),
    (b"%PDF", "is a PDF: import the CSV or vCard file that it was made from"),
    (b"\x1f\x8b", "is packed: unpack it, and import what is in it"),
    (b"SQLite format 3", "is a database: export the contacts as CSV or vCard, and import that"),
    (b"!BDN", "is an Outlook data file: export the contacts as CSV, and import that"),
)
_OTHER_TEXTS = (
    ("<", "is a web page or XML: export the contacts as CSV or vCard, and import that"),
    ("{", "is JSON: export the contacts as CSV or vCard, and import that"),
    ("dn:", "is LDIF: export the address book as CSV or vCard, and import that"),
)


def name_of(path: Path) -> str:
    """Return what a file is called in sentences."""
    name = clean_line(path.name)
    return name if name and is_clean(name) else "the file"


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises `ImportProblem` where there is none to be read."""
    source = clean_line(str(path))
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise ImportProblem(f"{source} is a folder: name the file of contacts in it.")
        if not stat.S_ISREG(about.st_mode):
            raise ImportProblem(f"{source} is no file of contacts.")
        if about.st_size > LARGEST:
            raise ImportProblem(
                f"{source} is larger than {LARGEST // 1024**2} MB: import it in parts."
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise ImportProblem(f"There is no file {source}: look at how it is written.") from None
    except PermissionError:
        raise ImportProblem(
            f"{source} may not be read: allow it (chmod u+r), or copy it."
        ) from None
    except ValueError:  # a zero byte in the path
        raise ImportProblem(f"{source} is no name of a file.") from None
    except OSError as problem:
        why = clean_line(problem.strerror or str(problem))
        raise ImportProblem(f"{source} cannot be read: {why}.") from None
    for beginning, words in _OTHERS:
        if content.startswith(beginning):
            raise ImportProblem(f"{name_of(path)} {words}.")
    return content


def is_folder(path: Path) -> bool:
    """Say whether `path` is a folder; a name that cannot be one is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def kind_of(text: str, source: str) -> FileKind:
    """Return what a file is by its beginning; raises `ImportProblem` for what is none of ours."""
    head = text[:_HEAD].replace("\r", "\n")  # the line ends of old Macs are lines, too
    card, calendar = _CARD.search(head), _CALENDAR.search(head)
    if card and not (calendar and calendar.start() < card.start()):
        return FileKind.VCARD
    if calendar:
        return FileKind.ICAL
    begin = head.lstrip().lower()
    for beginning, words in _OTHER_TEXTS:
        if begin.startswith(beginning):
            raise ImportProblem(f"{source} {words}.")
    if "\0" in head or head.count("\ufffd") > len(head) // 20:
        raise ImportProblem(f"{source} is no text: export the contacts as CSV or vCard.")
    return FileKind.CSV
