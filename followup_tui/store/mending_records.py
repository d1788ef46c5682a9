"""How damaged records and references to nothing are mended: one round of it, nothing written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from followup_tui.domain.record import Record
from followup_tui.domain.words import count
from followup_tui.store.form import Documents
from followup_tui.store.journal import Edits
from followup_tui.store.kinds import KIND_OF
from followup_tui.store.lines import NOTHING
from followup_tui.store.segments import newest_first
from followup_tui.store.soundness import Damaged, Dangling, damaged, dangling

_AT = re.compile(r" - at `\$\.(?P<field>\w+)")
_FIELDS = 20  # damaged fields of one record, more of which make it another


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document as it was before it was mended or taken away."""

    table: str
    id: str
    why: str
    document: msgspec.Raw

    def line(self) -> bytes:
        """Return it as a line of JSON; what is no JSON at all as a text."""
        said: dict[str, object] = {"table": self.table, "id": self.id, "why": self.why}
        try:
            msgspec.json.decode(self.document)
            said["document"] = self.document
        except (msgspec.DecodeError, UnicodeDecodeError):
            said["text"] = bytes(self.document).decode("utf-8", "replace")
        return msgspec.json.encode(said) + b"\n"


def mended(path: Path, tables: Mapping[str, Documents]) -> tuple[Edits, list[str], list[SetAside]]:
    """Return what mends the documents of the desk's file at `path`: edits, words, what goes aside.

    Empty edits where nothing can be mended any more.
    """
    edits: dict[str, dict[str, msgspec.Raw | None]] = {}
    words: list[str] = []
    aside: list[SetAside] = []
    wrong = damaged(tables)
    if wrong:
        versions = _last_good(path, {(each.table, each.id) for each in wrong})
    for each in wrong:
        document = tables[each.table][each.id]
        good = versions.get((each.table, each.id)) or _without_damage(each, document)
        if good is None and _is_pointed_at(each, tables):
            continue  # taking it away would take with it what is whole
        edits.setdefault(each.table, {})[each.id] = good
        aside.append(SetAside(each.table, each.id, each.why, document))
        words.append(_said(each, good, from_history=(each.table, each.id) in versions))
    if edits:
        return edits, words, aside  # what points at them is looked at when they are mended
    loose: dict[str, list[str]] = {"detached": [], "set aside": []}
    for lost in dangling(tables):
        table, key = lost.record.table, lost.record.id
        before = edits.get(table, {}).get(key, tables[table][key])
        if before is None:
            continue  # set aside for another of its fields
        after = _detached(before, lost)
        if (table, key) not in {(one.table, one.id) for one in aside}:
            why = f"{lost.field} points at {lost.target}, which is not there"
            aside.append(SetAside(table, key, why, tables[table][key]))
        edits.setdefault(table, {})[key] = after
        loose["set aside" if after is None else "detached"].append(f"{table} {key}")
    for what, ids in loose.items():
        if ids:
            words.append(
                f"{count(len(ids), 'record')} that pointed at something that is not there "
                f"{'was' if len(ids) == 1 else 'were'} {what}."
            )
    return edits, words, aside


def _said(each: Damaged, good: msgspec.Raw | None, *, from_history: bool) -> str:
    what = f"The record {each.id} of “{each.table}”, which could not be read ({each.why}),"
    if good is None:
        return f"{what} was set aside."
    if from_history:
        return f"{what} is again as it was when it was last whole."
    return f"{what} can be read again, without what was damaged in it."


def _last_good(path: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], msgspec.Raw]:
    """Return the last version of documents, in the history, that can be read."""
    found: dict[tuple[str, str], msgspec.Raw] = {}
    for entry in newest_first(path):
        for edit in entry.edits:
            key = edit.table, edit.id
            if key not in wanted or key in found:
                continue
            for image in (edit.after, edit.before):
                if image != NOTHING and _is_record(edit.table, edit.id, image):
                    found[key] = image
                    break
        if len(found) == len(wanted):
            break
    return found


def _is_record(table: str, key: str, document: msgspec.Raw) -> bool:
    try:
        record: Record = msgspec.json.decode(document, type=KIND_OF[table])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return record.id == key


def _without_damage(each: Damaged, document: msgspec.Raw) -> msgspec.Raw | None:
    """Return a document without the fields that make it unreadable, or None if that is no help."""
    try:
        fields: Any = msgspec.json.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not isinstance(fields, dict):
        return None
    fields = {**fields, "id": each.id}
    kind = KIND_OF[each.table]
    for _ in range(_FIELDS):
        try:
            msgspec.convert(fields, kind)
        except msgspec.ValidationError as error:
            at = _AT.search(str(error))
            if at is None or fields.pop(at["field"], None) is None:
                return None
        else:
            return msgspec.Raw(msgspec.json.encode(fields))
    return None


def _is_pointed_at(each: Damaged, tables: Mapping[str, Documents]) -> bool:
    """Say whether any other document names the id of a damaged one."""
    wanted = f'"{each.id}"'.encode()
    return any(
        wanted in bytes(document)
        for table, documents in tables.items()
        for key, document in documents.items()
        if (table, key) != (each.table, each.id)
    )


def _detached(document: msgspec.Raw, lost: Dangling) -> msgspec.Raw | None:
    """Return a document that no longer points there; None where it belongs to nobody without."""
    fields: dict[str, Any] = msgspec.json.decode(document)
    first, _, rest = lost.field.partition(".")
    if first in type(lost.record).__struct_fields__ and not rest:
        if first not in _optional(type(lost.record)):
            return None
        value = fields.get(first)
        if isinstance(value, list):
            fields[first] = [item for item in value if item != lost.target]
        else:
            fields.pop(first, None)
        return msgspec.Raw(msgspec.json.encode(fields))
    parts = fields.get(first)
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and part.get(rest) == lost.target:
            part[rest] = ""
    return msgspec.Raw(msgspec.json.encode(fields))


def _optional(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if not field.required}
