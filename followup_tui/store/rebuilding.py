"""Building a desk anew whose file cannot be read: from the latest backup and the history since."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.domain.record import new_id
from followup_tui.domain.words import count
from followup_tui.store.backup import DAMAGED, FILE, backups
from followup_tui.store.everything import Everything, Tables, in_all, replayed, write
from followup_tui.store.files import content_of, make_private_folder, unreadable, write_whole
from followup_tui.store.form import FORMAT, Meta
from followup_tui.store.index import index_path
from followup_tui.store.journal_file import begin, journal_path
from followup_tui.store.kinds import KIND_OF
from followup_tui.store.layout import layouts_path
from followup_tui.store.lines import Entry, Header
from followup_tui.store.lock import locked
from followup_tui.store.migrate import climbed
from followup_tui.store.segments import newest_first, put_away, read_segment
from followup_tui.store.unpacking import unpacked

_HEAD = re.compile(
    rf'"(?P<table>{"|".join(KIND_OF)})":(?=\{{"[^"]*":\{{)|"(?P<id>[^"\\]{{1,80}})":(?=\{{"id":)'
)
"""Where a table, or a document of it, begins in a desk's file."""


def rebuild(home: Path, *, now: datetime) -> str:
    """Build the desk's file anew and set the damaged one aside; return a sentence on it.

    The latest backup that can be read is taken, and every later change of the history and the
    journal on top of it. Raises `StoreProblem` where there is nothing to build from.
    """
    path = home / FILE
    with locked(path):
        entries = sorted(newest_first(path), key=lambda entry: entry.id)
        start, name = _start(home, entries)
        built = replayed(start, entries)
        aside = home / DAMAGED / f"{now:%Y-%m-%d-%H%M%S}-{FILE}"
        _keep(path, aside)
        _put_away_journal(path, built)
        meta = Meta(FORMAT, new_id(now), built.meta.last)
        write(path, Everything(meta, built.tables))
        begin(journal_path(path), Header(FORMAT, meta.epoch, meta.last))
    number = sum(entry.id > start.meta.last for entry in entries)
    return (
        f"{path} was built anew from {name} and {count(number, 'change')} of the history; "
        f"the damaged file is kept as {aside.relative_to(home)}."
    )


def _keep(path: Path, aside: Path) -> None:
    """Keep a copy of the damaged file, which stays until the new one takes its place."""
    make_private_folder(aside.parent)
    try:
        content = content_of(path)
        index_path(path).unlink(missing_ok=True)
        layouts_path(path).unlink(missing_ok=True)
    except FileNotFoundError:
        content = b""
    except OSError as error:
        raise unreadable(path, error) from error
    write_whole(aside, (content,))


def _start(home: Path, entries: list[Entry]) -> tuple[Everything, str]:
    """Return what the history is put on top of, and its name."""
    for backup in backups(home):
        try:
            with unpacked(home, backup.path) as folder:
                return climbed(in_all(folder / FILE)), f"the backup {backup.name}"
        except StoreProblem:
            continue  # the one before it, then; `check` tells of it
    if found := salvaged(home / FILE):
        return Everything(Meta(FORMAT), found), "what could be read of it"
    if not entries:
        raise StoreProblem(
            f"There is no backup of {home / FILE} that can be read, and no history to build it "
            "from. Put back a copy of it, or restore a backup from elsewhere: "
            "followup restore PATH."
        )
    return Everything(), "nothing"


def salvaged(path: Path) -> Tables:
    """Return the whole documents that stand in a damaged file, by table."""
    try:
        text = content_of(path).decode("utf-8", "replace")
    except OSError:
        return {}
    decoder, tables, table, at = json.JSONDecoder(), dict[str, dict[str, msgspec.Raw]](), "", 0
    while (head := _HEAD.search(text, at)) is not None:
        at = head.end()
        if head["table"]:
            table = head["table"]
        elif table:
            try:
                document, at = decoder.raw_decode(text, head.end())
            except ValueError:
                continue  # this one is damaged; the next begins somewhere behind
            documents = tables.setdefault(table, {})
            documents[head["id"]] = msgspec.Raw(msgspec.json.encode(document))
    return tables


def _put_away_journal(path: Path, built: Everything) -> None:
    """Let the history have the journal's changes, which the new file holds."""
    found = read_segment(journal_path(path))
    if found.entries:
        put_away(path, found.header or Header(FORMAT, "", ""), found.entries)
