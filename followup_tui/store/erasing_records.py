"""Taking a client's traces out of the records of one folder: its file, journal and history."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec
from msgspec.structs import replace

from followup_tui.store.backup import FILE
from followup_tui.store.erasing import Erasing, content_of
from followup_tui.store.everything import Everything, in_file, write
from followup_tui.store.files import make_private_folder, write_whole
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.journal_file import HISTORY, begin, journal_path
from followup_tui.store.kinds import KIND_OF
from followup_tui.store.lines import NOTHING, Edit, Entry, Header, line_of, read_lines
from followup_tui.store.segments import segments
from followup_tui.store.traces import REGISTERS, Json


class ErasingRecords(Erasing):
    """Erases in the file, the journal and the history, whatever the desk they are of does."""

    def tell(self, now: Everything) -> None:
        """Count what of the documents, as they stand now, is theirs or names them."""
        for table, documents in now.tables.items():
            for record_id, document in documents.items():
                left = self._document(table, record_id, document)
                if left is NOTHING:
                    self.said.records[table] += 1
                elif left is not document:
                    self.said.others[table] += 1
                self._tell_mention(table, record_id, document)

    def _tell_mention(self, table: str, record_id: str, document: msgspec.Raw) -> None:
        """Tell of a mention that only erasing everywhere takes out."""
        if not self._eraser.may_be_in(bytes(document)):
            return
        try:
            found: Json = msgspec.json.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return
        eraser = dataclasses.replace(self._eraser, everywhere=False)
        self._mention(table, record_id, eraser.erase(table, record_id, found))

    def records(self) -> None:
        """Erase in the file, the journal and the history."""
        path = self._folder / FILE
        if path.exists():
            found = in_file(path)
            clean = self._everything(found)
            if clean.tables != found.tables:
                self._write(path, clean)
        for lines in (journal_path(path), *segments(path)):
            if lines.exists():
                self._lines(lines)

    def records_for_good(self, now: Everything, *, epoch: str) -> None:
        """Erase in the file, the journal and the history of a desk that others have open.

        `now` is all that it holds. The lines of the journal go to the history, the file takes all
        of it in, and a new journal begins, each step leaving the desk whole. The new `epoch` makes
        the other programs read everything anew. The lock is held by the caller.
        """
        path = self._folder / FILE
        journal = journal_path(path)
        if journal.exists():
            pieces = self._pieces(content_of(journal))
            if now.meta.last > in_file(path).meta.last and not self._dry:
                make_private_folder(self._folder / HISTORY)
                write_whole(self._folder / HISTORY / f"{now.meta.last}.journal", pieces)
        for segment in segments(path):
            self._lines(segment)
        clean = self._everything(now)
        meta = Meta(FORMAT, epoch, now.meta.last)
        self._write(path, Everything(meta, clean.tables))
        if not self._dry:
            begin(journal, Header(FORMAT, epoch, now.meta.last))

    def _everything(self, found: Everything) -> Everything:
        clean = {
            table: {
                record_id: left
                for record_id, document in documents.items()
                if (left := self._document(table, record_id, document)) is not NOTHING
            }
            for table, documents in found.tables.items()
        }
        return Everything(found.meta, clean)

    def _write(self, path: Path, clean: Everything) -> None:
        self.changed = True
        if not self._dry:
            write(path, clean)

    def _document(self, table: str, record_id: str, document: msgspec.Raw) -> msgspec.Raw:
        """Return a document without traces: `NOTHING` where it is theirs, itself if it has none."""
        if document == NOTHING or not self._may_be_in(table, bytes(document)):
            return document
        try:
            before: Json = msgspec.json.decode(document)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return NOTHING if self._is_in(bytes(document)) else document
        after = self._eraser.erase(table, record_id, before)
        if after is None:
            return NOTHING
        if after == before or not _is_valid(table, after, before):
            return document
        return msgspec.Raw(msgspec.json.encode(after))

    def _may_be_in(self, table: str, content: bytes) -> bool:
        return table in REGISTERS or self._eraser.may_be_in(content)

    def _lines(self, path: Path) -> None:
        """Erase in a journal; lines that cannot be read stay unless they name them."""
        content = content_of(path)
        pieces = self._pieces(content)
        if b"".join(pieces) != content:
            self.changed = True
            if not self._dry:
                write_whole(path, pieces)

    def _pieces(self, content: bytes) -> list[bytes]:
        return [piece for line in content.splitlines(keepends=True) if (piece := self._line(line))]

    def _line(self, line: bytes) -> bytes:
        registers = any(b'"%b"' % table.encode() in line for table in REGISTERS)
        if not registers and not self._eraser.may_be_in(line):
            return line
        found = read_lines(line)
        if found.header is not None and not found.entries and not found.damaged:
            return line
        if len(found.entries) == 1 and not found.damaged:
            (entry,) = found.entries
            clean = self._entry(entry)
            if clean is entry:
                return line
            self.said.changes += 1
            return line_of(clean) if clean is not None else b""
        return b"" if self._is_in(line) else line

    def _entry(self, entry: Entry) -> Entry | None:
        """Return a change without traces: None if nothing of it is left, itself if it had none."""
        edits = []
        for edit in entry.edits:
            before, after = (
                self._document(edit.table, edit.id, image) for image in (edit.before, edit.after)
            )
            if before is edit.before and after is edit.after:
                edits.append(edit)
            elif before != NOTHING or after != NOTHING:
                edits.append(Edit(edit.table, edit.id, before, after))
        by = self._eraser.in_line(entry.by)
        if (
            by == entry.by
            and len(edits) == len(entry.edits)
            and all(new is old for new, old in zip(edits, entry.edits, strict=True))
        ):
            return entry
        if entry.edits and not edits:
            return None
        return replace(entry, by=by, edits=tuple(edits))


def _is_valid(table: str, after: Json, before: Json) -> bool:
    """Say whether a document is still a record of its kind, if it was one before."""
    kind = KIND_OF.get(table)
    if kind is None:
        return True
    try:
        msgspec.convert(after, kind, strict=False)
    except msgspec.ValidationError:
        try:
            msgspec.convert(before, kind, strict=False)
        except msgspec.ValidationError:
            return True  # it was damaged before
        return False
    return True
