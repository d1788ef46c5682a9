"""Taking a client's traces out of the files of one folder: a home folder, or an unpacked backup.

Every file is replaced whole or removed, and doing it again changes nothing more; so what was
stopped half way is carried on by beginning anew.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec.structs import replace

from followup_tui.store.backup import DAMAGED, PAGES
from followup_tui.store.drafts import FOLDER as DRAFTS
from followup_tui.store.everything import Everything, in_file, write
from followup_tui.store.files import (
    make_private_folder,
    sync_folder,
    unreadable,
    unwritable,
    write_whole,
)
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.journal_file import HISTORY, begin, journal_path
from followup_tui.store.kinds import KIND_OF
from followup_tui.store.lines import NOTHING, Edit, Entry, Header, line_of, read_lines
from followup_tui.store.segments import segments
from followup_tui.store.traces import REGISTERS, Eraser, Json, texts

FILE = "desk.json"


@dataclass(slots=True)
class Erased:
    """What was taken out, or would be: for telling the user."""

    records: Counter[str] = field(default_factory=Counter)
    """Table -> how many documents were theirs."""
    others: Counter[str] = field(default_factory=Counter)
    """Table -> how many documents of others lost what they said of them."""
    changes: int = 0
    """Changes of the history that lost something."""
    drafts: int = 0
    pages: int = 0
    set_aside: int = 0
    """Files that had been set aside as damaged, and lost something."""
    mentions: dict[tuple[str, str], str] = field(default_factory=dict)
    """(Table or file, id) of what still names them -> the words around it."""


class Erasing:
    """Erases in one folder; with `dry` only tells what would be erased.

    `websites` are those whose copies go: theirs, and nobody else's.
    """

    def __init__(
        self, folder: Path, eraser: Eraser, *, websites: Collection[str] = (), dry: bool = False
    ) -> None:
        self._folder = folder
        self._eraser = eraser
        self._dry = dry
        self._hosts = {host for website in websites if (host := host_of(website))}
        self._id = eraser.client_id.encode()
        self.said = Erased()
        self.changed = False
        """Whether any file was changed or removed."""

    # Records, journal, history

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

    # Everything else

    def drafts(self) -> None:
        """Erase the drafts that are about them."""
        for path in files_in(self._folder / DRAFTS):
            content = content_of(path)
            key = unquote(path.name)
            if self._eraser.client_id in key or self._id in content:
                self.said.drafts += 1
                self._remove(path)
            elif self._is_in(content):
                self._mention("drafts", key, content.decode("utf-8", "replace"))
                if self._eraser.everywhere:
                    self.said.drafts += 1
                    self._remove(path)

    def pages(self) -> None:
        """Remove the copies of their pages, and of pages that name them: both can be had again."""
        for path in files_in(self._folder / PAGES):
            content = content_of(path)
            if host_of(_address(content)) in self._hosts or self._is_in(content):
                self.said.pages += 1
                self._remove(path)

    def set_aside(self) -> None:
        """Take the lines that name them out of what was set aside as damaged."""
        for path in files_in(self._folder / DAMAGED):
            content = content_of(path)
            kept = b"".join(
                line for line in content.splitlines(keepends=True) if not self._is_in(line)
            )
            if kept == content:
                continue
            self.said.set_aside += 1
            if not kept:
                self._remove(path)
                continue
            self.changed = True
            if not self._dry:
                write_whole(path, (kept,))

    def look_elsewhere(self) -> None:
        """Find mentions in the files that are the user's own: settings, playbooks and others."""
        ours = {DRAFTS, PAGES, DAMAGED, HISTORY}
        for path in sorted(self._folder.rglob("*")):
            name = path.relative_to(self._folder)
            mine = path.suffix in {".toml", ".txt", ".md", ".eml", ".csv", ".ics", ".vcf"}
            if mine and name.parts[0] not in ours and not name.name.startswith("."):
                text = content_of(path).decode("utf-8", "replace")
                self._mention(name.as_posix(), "", text)

    def _is_in(self, content: bytes) -> bool:
        """Say whether content that need not be readable names them."""
        if self._id in content:
            return True
        return self._eraser.mention.search(content.decode("utf-8", "replace")) is not None

    def _mention(self, where: str, which: str, document: Json) -> None:
        for text in texts(document):
            found = self._eraser.mention.search(text)
            if found is not None:
                around = text[max(found.start() - 30, 0) : found.end() + 30]
                self.said.mentions[where, which] = " ".join(around.split())
                return

    def _remove(self, path: Path) -> None:
        self.changed = True
        if self._dry:
            return
        try:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error


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


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error


def content_of(path: Path) -> bytes:
    """Return what a file holds; nothing where it has gone."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise unreadable(path, error) from error


def _address(copy: bytes) -> str:
    """Return the address that a copy of a page says it is of."""
    try:
        return msgspec.json.decode(copy, type=_Copy).url
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


class _Copy(msgspec.Struct):
    url: str = ""


def host_of(address: str) -> str:
    """Return the host of a web address, without its ``www.``; empty where it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
