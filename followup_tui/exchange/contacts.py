"""Contacts out of another program's file: recognised by its content, not by its name."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from pathlib import Path

from followup_tui.domain.importing.plan import FileKind, ImportPlan, ImportProblem
from followup_tui.domain.text import clean_line, is_clean
from followup_tui.exchange.csv_contacts import read_table
from followup_tui.exchange.decoding import Decoded, decode
from followup_tui.exchange.vcard import read_cards

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read: some hundred thousand contacts."""
_CARD = re.compile(r"^\s*BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_HEAD = 10_000  # characters in which a file says what it is
_OTHERS = (
    (b"PK\x03\x04", "is a spreadsheet or an archive: save the table as CSV, and import that"),
    (b"\xd0\xcf\x11\xe0", "is a document of an old Office: save the table as CSV, and import that"),
    (b"%PDF", "is a PDF: import the CSV or vCard file that it was made from"),
)
_OTHER_TEXTS = (
    ("begin:vcalendar", "is a calendar: only contacts can be imported, as CSV or vCard"),
    ("<", "is a web page or XML: export the contacts as CSV or vCard, and import that"),
    ("{", "is JSON: export the contacts as CSV or vCard, and import that"),
)


def read_contacts(path: Path, *, kind: str | None = None) -> ImportPlan:
    """Return what is to become of the rows of the file at `path`; no row is missing from it.

    `kind` says what the file is (a value of `FileKind`); without it, its content does. Whether
    a contact is known already is settled with `domain.importing.marked`. Raises `ImportProblem`.
    """
    content = _content(path)
    source = _source(path)
    for beginning, words in _OTHERS:
        if content.startswith(beginning):
            raise ImportProblem(f"{source} {words}.")
    decoded = decode(content)
    if not decoded.text.strip():
        raise ImportProblem(f"{source} is empty: there is no contact in it.")
    plan = _read(decoded.text, _kind(decoded.text, kind, source), source)
    return replace(plan, notes=(*_how_decoded(decoded), *plan.notes))


def _source(path: Path) -> str:
    name = clean_line(path.name)
    return name if name and is_clean(name) else "the file"


def _content(path: Path) -> bytes:
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
        return path.read_bytes()
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


def _kind(text: str, wanted: str | None, source: str) -> FileKind:
    """Return what a file is, as it was said or by its beginning."""
    if wanted is not None:
        try:
            return FileKind(wanted)
        except ValueError:
            kinds = " or ".join(FileKind)
            raise ImportProblem(
                f"“{clean_line(wanted)}” is no kind of file: say {kinds}."
            ) from None
    head = text[:_HEAD]
    if _CARD.search(head):
        return FileKind.VCARD
    for beginning, words in _OTHER_TEXTS:
        if head.lstrip().lower().startswith(beginning):
            raise ImportProblem(f"{source} {words}.")
    if "\0" in head or head.count("\ufffd") > len(head) // 20:
        raise ImportProblem(f"{source} is no text: export the contacts as CSV or vCard.")
    return FileKind.CSV


def _read(text: str, kind: FileKind, source: str) -> ImportPlan:
    if kind is FileKind.VCARD:
        return read_cards(text, source=source)
    return read_table(text, source=source)


def _how_decoded(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    name = {"cp1252": "Western (Windows-1252)"}.get(decoded.encoding, decoded.encoding)
    return (f"The file does not say its encoding; it was read as {name}: look at the accents.",)
