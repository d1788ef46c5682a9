"""The contacts within a ZIP archive, in which LinkedIn and Google hand out what they know.

Only what is read is unpacked, in memory, and no more of it than a file may have: what an archive
says of its sizes is not believed.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.text import clean_line, is_clean, shorten
from followup_tui.exchange.sheets import is_workbook, workbook_table

BEGINNING = b"PK\x03\x04"
MOST_FILES = 20_000
"""Files of an archive among which contacts are looked for."""
_ENDINGS = {".csv", ".tsv", ".vcf", ".vcard", ".ics"}
_CARDS = {".vcf", ".vcard"}
_KNOWN = ("connections.csv", "all contacts.vcf", "all contacts.csv")
"""What LinkedIn and Google Takeout call the one file with everybody."""
_DOCUMENTS = {"word/document.xml", "ppt/presentation.xml"}
_OTHER_SHEETS = {"content.xml", "Index/Document.iwa", "xl/workbook.bin"}
_NAMED = 4  # files that a sentence names
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
           OSError, LookupError, OverflowError, struct.error, lzma.LZMAError)  # fmt: skip
"""What zipfile raises for archives that are damaged, locked, or packed in ways it does not know."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A file of an archive."""

    name: str
    content: bytes
    note: str
    """A sentence about where it was found."""


def is_archive(content: bytes) -> bool:
    """Say whether `content` is a ZIP archive, as spreadsheets of today are, too."""
    return content.startswith(BEGINNING)


def contacts_within(content: bytes, source: str, most: int) -> tuple[Inner, ...]:
    """Return the file with the contacts, or all files of vCards where there is no other.

    None may be larger than `most` bytes. Raises `ImportProblem`, whose sentence says what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return tuple(_found(archive, source, most))
    except _BROKEN as problem:
        if "password" in str(problem):
            raise ImportProblem(
                f"{source} is locked with a password: unpack it, and import what is in it."
            ) from None
        raise ImportProblem(
            f"{source} is a spreadsheet or an archive that cannot be opened: save the table as "
            "CSV, and import that."
        ) from None


def _found(archive: zipfile.ZipFile, source: str, most: int) -> Iterator[Inner]:
    names = set(archive.namelist())
    if is_workbook(names):
        table, note = workbook_table(lambda name: _unpacked(archive, name, source, most), source)
        yield Inner(source, table.encode(), note)
        return
    for known, what in ((_DOCUMENTS, "a document"), (_OTHER_SHEETS, "a spreadsheet")):
        if known & names:
            raise ImportProblem(f"{source} is {what}: save the table as CSV, and import that.")
    chosen = _chosen([each.filename for each in archive.infolist()[:MOST_FILES]], source)
    for name in chosen:
        shown = _shown(name)
        note = f"{source} is an archive: {shown} was read, what else is in it was left alone."
        if len(chosen) > 1:
            note = f"{source} is an archive: {len(chosen)} files of vCards in it were read."
        inner = Inner(shown, _unpacked(archive, name, source, most), note)
        most -= len(inner.content)  # of all together
        yield inner


def _chosen(names: Sequence[str], source: str) -> list[str]:
    """Return the files to read; raises `ImportProblem` where none is, or which one is not clear."""
    files = [name for name in names if _is_ours(name)]
    if not files:
        raise ImportProblem(
            f"{source} is an archive without contacts: unpack it, and import the CSV or vCard file "
            "that you look for."
        )
    for known in _KNOWN:
        found = [name for name in files if PurePosixPath(name).name.lower() == known]
        if found:
            return [min(found, key=len)]
    if len(files) == 1 or all(PurePosixPath(name).suffix.lower() in _CARDS for name in files):
        return sorted(files)
    some = ", ".join(_shown(name) for name in sorted(files)[:_NAMED])
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    raise ImportProblem(
        f"{source} is an archive of several files ({some}{more}): unpack it, and import the one "
        "with the contacts."
    )


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() in _ENDINGS and not hidden


def _shown(name: str) -> str:
    line = shorten(clean_line(name), 60)
    return line if line and is_clean(line) else "a file"


def _unpacked(archive: zipfile.ZipFile, name: str, source: str, most: int) -> bytes:
    """Return the bytes of a file within; raises `ImportProblem` where there are too many."""
    with archive.open(name) as packed:
        content = packed.read(most + 1)
    if len(content) > most:
        raise ImportProblem(
            f"{source} is too large: unpack {_shown(name)}, and import it in parts."
        )
    return content
