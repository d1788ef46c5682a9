"""A whole desk out of the JSON file that `json_out` wrote, be it damaged or from elsewhere.

Each record is read by itself: one that cannot be read hides none of the others. Texts must be as
clean as those that the desk itself writes; one that is not is refused with its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from followup_tui.domain.exporting.everything import (
    FORMAT,
    ReadDesk,
    ReadRecord,
    is_sound_id,
)
from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.kinds import KIND_OF
from followup_tui.domain.record import Record
from followup_tui.domain.text import clean_line, is_clean, shorten
from followup_tui.domain.words import count
from followup_tui.exchange.json_out import MARK, Head

_HEAD = 200  # bytes in which the mark stands
_BOM = b"\xef\xbb\xbf"
_PROBLEM = 200  # characters of a reason


def is_whole_desk(path: Path) -> bool:
    """Say whether a file is the export of a whole desk, by its first bytes; raises nothing."""
    try:
        if not path.is_file():
            return False  # to open a pipe into which nobody writes would take for ever
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False  # whoever reads it says what is wrong
    return _begins_like_one(head)


def _begins_like_one(head: bytes) -> bool:
    inside = head.removeprefix(_BOM).lstrip()
    return inside.startswith(b"{") and inside[1:].lstrip().startswith(f'"{MARK}"'.encode())


def read_everything(path: Path) -> ReadDesk:
    """Return what the file at `path` says, each record accounted for.

    Raises `ImportProblem` where it is none, or of a newer version.
    """
    source = clean_line(path.name) or "the file"
    try:
        content = path.read_bytes().removeprefix(_BOM)
    except (OSError, ValueError) as problem:
        why = clean_line(getattr(problem, "strerror", "") or str(problem))
        raise ImportProblem(f"{clean_line(str(path))} cannot be read: {why}.") from None
    try:
        parts = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        head = msgspec.json.decode(parts[MARK], type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        why = shorten(clean_line(str(problem)), _PROBLEM)
        raise ImportProblem(f"{source} is no whole export of a desk: {why}.") from None
    except KeyError:
        raise ImportProblem(f"{source} is JSON, and not the export of a desk.") from None
    if head.format > FORMAT:
        raise ImportProblem(
            f"{source} was written by a newer followup (form {head.format}, and this one knows "
            f"{FORMAT}): use the newer one."
        )
    tables = {name: part for name, part in parts.items() if name != MARK}
    strange = [name for name in tables if name not in KIND_OF]
    notes = tuple(
        f"The part “{shorten(clean_line(name), 40)}” is not known here and was left out."
        for name in strange
    )
    records: list[ReadRecord] = []
    for name, kind in KIND_OF.items():
        if name in tables:
            records.extend(_table(kind, tables[name], source))
    return ReadDesk(source, head.written, tuple(records), notes)


def _table(kind: type[Record], part: msgspec.Raw, source: str) -> Iterator[ReadRecord]:
    try:
        documents = msgspec.json.decode(part, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ImportProblem(
            f"{source} is no export of a desk: its part “{kind.table}” is no list."
        ) from None
    decoder = msgspec.json.Decoder(kind)
    for number, document in enumerate(documents, start=1):
        try:
            record = decoder.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
            words = shorten(clean_line(str(problem)), _PROBLEM)
            yield ReadRecord(kind.table, number, problem=words)
            continue
        if problem_words := _unsound(record, document):
            yield ReadRecord(kind.table, number, problem=problem_words)
        else:
            yield ReadRecord(kind.table, number, record)


def _unsound(record: Record, document: msgspec.Raw) -> str:
    """Return why a record that has the right shape is refused all the same, or nothing."""
    if not is_sound_id(record.id):
        return f"its id “{shorten(clean_line(record.id), 40)}” is none"
    content = bytes(document)
    if content.isascii() and b"\\" not in content:
        return ""  # nothing but letters as they stand: JSON writes all else with a backslash
    try:
        whole = msgspec.json.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "it holds what is no UTF-8"  # in a field that is not known here, and was not read
    unclean = sum(not is_clean(text) for text in _texts(whole))
    return f"{count(unclean, 'text')} in it with control characters" if unclean else ""


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of plain JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
