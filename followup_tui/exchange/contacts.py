"""What comes in from another program's file: recognised by its content, not by its name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from followup_tui.domain.importing.plan import (
    FileKind,
    ImportPlan,
    ImportProblem,
    Progress,
    Reading,
    What,
    untold,
)
from followup_tui.domain.importing.settling import marked
from followup_tui.domain.text import clean_line
from followup_tui.exchange import archives, sniffing
from followup_tui.exchange.cards.folder import read_folder, read_one
from followup_tui.exchange.cards.reading import read_cards
from followup_tui.exchange.decoding import Decoded, decode, decoded_as
from followup_tui.exchange.ical_in import read_calendar_file
from followup_tui.exchange.tables.programs import DIALECTS
from followup_tui.exchange.tables.reading import TableOptions, dialect_and_what, read_table

_KINDS = (*FileKind, *(each for each in What if each is not What.LIBRARY))


def read_contacts(path: Path, *, kind: str | None = None) -> ImportPlan:
    """Return what is to become of the rows of the file at `path`; no row is missing from it.

    `kind` says what the file is (a value of `FileKind` or `What`, or the key of a program, like
    ``linkedin``); without it, its content does. Rows that repeat each other are found; who is on
    the desk already is settled with `domain.importing.settling`. Raises `ImportProblem`.
    """
    return marked(read_file(path, Reading(kind=kind)), (), region="")


def read_file(path: Path, reading: Reading, progress: Progress = untold) -> ImportPlan:
    """Return the rows of the file or the folder at `path`, none of them settled yet.

    Raises `ImportProblem`, and what `progress` raises.
    """
    source = sniffing.name_of(path)
    if reading.kind is not None and not _is_kind(reading.kind):
        kinds = ", ".join((*_KINDS, *(each.key for each in DIALECTS if each.name)))
        raise ImportProblem(f"“{clean_line(reading.kind)}” is no kind of file: say one of {kinds}.")
    if sniffing.is_folder(path):
        return read_folder(
            path,
            source=sniffing.name_of(path.resolve()),
            read=lambda file: read_file(
                file, Reading(kind=FileKind.VCARD, encoding=reading.encoding)
            ),
            progress=progress,
        )
    content = sniffing.content_of(path)
    if archives.is_archive(content):
        return _read_archive(content, reading, source, progress)
    return _read_content(content, reading, source, progress)


def _read_content(content: bytes, reading: Reading, source: str, progress: Progress) -> ImportPlan:
    decoded = _decoded(content, reading.encoding)
    if not decoded.text.strip():
        raise ImportProblem(f"{source} is empty: there is no contact in it.")
    plan = _read(decoded.text, reading, source, progress)
    return replace(plan, notes=(*_how_decoded(decoded), *plan.notes))


def _decoded(content: bytes, encoding: str) -> Decoded:
    try:
        return decoded_as(content, encoding) if encoding else decode(content)
    except (LookupError, ValueError):  # codecs that are not for texts, and names that are none
        raise ImportProblem(
            f"“{clean_line(encoding)}” is no encoding that is known here: say one like utf-8, "
            "cp1252 or cp1250."
        ) from None


def _read_archive(content: bytes, reading: Reading, source: str, progress: Progress) -> ImportPlan:
    """Return the plan of what is in an archive: of one file, or of several of vCards together."""
    found = archives.contacts_within(content, source, sniffing.LARGEST)
    if len(found) == 1:
        plan = _read_content(found[0].content, reading, found[0].name, progress)
        return replace(plan, source=source, notes=(found[0].note, *plan.notes))
    cards = Reading(kind=FileKind.VCARD, encoding=reading.encoding)
    plans = [
        read_one(each.name, partial(_read_content, each.content, cards, each.name, progress))
        for each in found
    ]
    rows = [
        replace(row, file=each.name)
        for each, plan in zip(found, plans, strict=True)
        for row in plan.rows
    ]
    return ImportPlan(
        source=source,
        kind=FileKind.VCARD,
        rows=tuple(rows),
        notes=(found[0].note,),
        other_lines=sum(plan.other_lines for plan in plans),
    )


def _is_kind(kind: str) -> bool:
    return kind in {FileKind.VCARD, FileKind.ICAL} or dialect_and_what(kind) is not None


def _read(text: str, reading: Reading, source: str, progress: Progress) -> ImportPlan:
    kind = reading.kind or sniffing.kind_of(text, source)
    if kind == FileKind.VCARD:
        return read_cards(text, source=source, progress=progress)
    if kind == FileKind.ICAL:
        return read_calendar_file(text, source=source, now=reading.now, progress=progress)
    dialect, what = dialect_and_what(kind) or (None, None)
    options = TableOptions(reading.mapping, reading.remembered, what, dialect, reading.region)
    return read_table(text, source=source, options=options, progress=progress)


def _how_decoded(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    name = {"cp1252": "Western (Windows-1252)"}.get(decoded.encoding, decoded.encoding)
    words = f"The file does not say its encoding; it was read as {name}: look at the accents"
    return (f"{words} (in the shell --encoding says another).",)
