"""The call list as it was last made, so that it is there before the records are read.

Making the list means reading every client; on a large desk that takes longer than the whole start
of the program. The list that was last made is kept beside the records, with the state of the files
that it was made from (`store.stamp`) and the time in which it holds. In that time, and from such
files, making it anew would give the same: it *is* the list, and the records are not looked at.

Where only the records have changed since, the rows of the clients whom that touched are worked out
anew, and the others stay: for that what the list does not show of its rows is kept with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from followup_tui.domain.due.call_list import CallList
from followup_tui.domain.due.lasting import Span
from followup_tui.domain.due.rows import Row
from followup_tui.services.ports import Cache

_KEY = "call_list"
_FORM = 4
"""Goes up when the shape of what is kept changes; a list of another form is passed over."""


class Made(msgspec.Struct, frozen=True, gc=False):
    """A call list with what it was made from."""

    queue: CallList
    made_from: str
    """The state of the files (`store.stamp`); empty where that is not known."""
    span: Span
    """Within it the same files give the same list."""

    def holds(self, made_from: str, now: datetime) -> bool:
        """Say whether what is made from such files at the moment `now` is this list."""
        return (
            made_from != ""
            and made_from == self.made_from
            and str(self.queue.now.tzinfo) == str(now.tzinfo)
            and now in self.span
        )

    def at(self, now: datetime) -> CallList:
        """Return the list as it is at the moment `now`, at which it holds."""
        return replace(self.queue, now=now)


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """What the rows of a list are good for, beside what the list itself tells."""

    client_id: str
    owed: int = 0
    is_done: bool = False
    turns: tuple[datetime, ...] = ()
    fits: tuple[str, ...] = ()


class Rows(msgspec.Struct, frozen=True):
    """The rows that a list was made of, so that it can be mended row by row."""

    rules: str
    """Which settings, playbooks and program they follow."""
    position: str
    """Up to where the records were read (`ports.Records.position`)."""
    now: datetime
    """The moment as of which they are, in the user's zone."""
    by_client: Mapping[str, Row]
    """Those that say anything."""
    turns: Mapping[str, date]
    """On which day it is the turn of somebody who waits for it (`cadence.import_turns`)."""

    def may_be_mended(self, rules: str, now: datetime) -> bool:
        """Say whether rows that nothing has touched since are those of the moment `now`."""
        began = self.now
        return (
            rules != ""
            and self.position != ""
            and rules == self.rules
            and str(began.tzinfo) == str(now.tzinfo)
            and began.date() == now.date()
        )

    def turned(self, now: datetime) -> set[str]:
        """Return whose row may be another at the moment `now` though nothing has changed."""
        first, last = sorted((self.now, now))
        return {
            client_id
            for client_id, row in self.by_client.items()
            if any(first < turn <= last for turn in row.turns)
        }


class _Beside(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of the rows beside the list."""

    rules: str
    position: str
    marks: list[Mark]
    turns: dict[str, date]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """The file; JSON, in which moments keep the zone that they are told in.

    The list and the rows come last and are not looked at where they do not hold.
    """

    form: int
    made_from: str
    zone: str
    span: Span
    now: datetime
    queue: msgspec.Raw
    beside: msgspec.Raw


_KEPT = msgspec.json.Decoder(_Kept)
_BESIDE = msgspec.json.Decoder(_Beside)
_QUEUE = msgspec.json.Decoder(CallList)


class KeptList:
    """Keeps the call list that was last made."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._last: Made | None = None

    def load(self) -> CallList | None:
        """Return the list that was last kept, or None where there is none that can be read."""
        kept = self._read()
        return _queue(kept) if kept is not None else None

    def holding(self, made_from: str, now: datetime) -> Made | None:
        """Return the list that was kept, where it holds for such files at the moment `now`."""
        kept = self._read()
        if (
            kept is None
            or not made_from
            or (kept.made_from, kept.zone) != (made_from, str(now.tzinfo))
            or now not in kept.span
        ):
            return None
        queue = _queue(kept)
        if queue is None:
            return None
        began = kept.now.astimezone(now.tzinfo)  # the same zone, told by its name
        self._last = Made(replace(queue, now=began), made_from, kept.span)
        return self._last

    def rows(self, now: datetime) -> Rows | None:
        """Return the rows of the list that was kept, if they can be read and are of this zone."""
        kept = self._read()
        if kept is None or kept.zone != str(now.tzinfo) or (queue := _queue(kept)) is None:
            return None
        try:
            beside = _BESIDE.decode(kept.beside)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        marks = {mark.client_id: mark for mark in beside.marks}
        rows = {
            row.client_id: row if (mark := marks.pop(row.client_id, None)) is None
            else _marked(row, mark)
            for row in _rows(queue)
        }  # fmt: skip
        rows |= {key: _marked(Row(key), mark) for key, mark in marks.items()}
        began = kept.now.astimezone(now.tzinfo)
        return Rows(beside.rules, beside.position, began, rows, beside.turns)

    def keep(self, made: Made, rows: Rows) -> None:
        """Keep a list with its rows, unless nothing in it but the moment is new."""
        if self._last is not None and made == replace(
            self._last, queue=replace(self._last.queue, now=made.queue.now)
        ):
            return
        marks = [mark for row in rows.by_client.values() if (mark := _mark(row)) is not None]
        beside = _Beside(rows.rules, rows.position, marks, dict(rows.turns))
        kept = _Kept(
            _FORM,
            made.made_from,
            str(made.queue.now.tzinfo),
            made.span,
            made.queue.now,
            msgspec.Raw(msgspec.json.encode(made.queue)),
            msgspec.Raw(msgspec.json.encode(beside)),
        )
        if self._cache.save(_KEY, msgspec.json.encode(kept)):
            self._last = made

    def _read(self) -> _Kept | None:
        content = self._cache.load(_KEY)
        if content is None:
            return None
        try:
            kept = _KEPT.decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None  # of an older form, or damaged: the new list is made without it
        return kept if kept.form == _FORM else None


def _queue(kept: _Kept) -> CallList | None:
    try:
        return _QUEUE.decode(kept.queue)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # damaged, as above


def _rows(queue: CallList) -> Iterator[Row]:
    """Yield the rows of a list, with no more than it tells of them."""
    for part in (queue.today, queue.beyond, queue.coming):
        for entry in part:
            yield Row(entry.client_id, entry=entry)
    for held in queue.held:
        yield Row(held.entry.client_id, held=held)


def _mark(row: Row) -> Mark | None:
    """Return what a row says beside the list, or None where that is nothing."""
    if row.owed or row.is_done or row.turns or row.fits:
        return Mark(row.client_id, row.owed, row.is_done, row.turns, row.fits)
    return None


def _marked(row: Row, mark: Mark) -> Row:
    return replace(row, owed=mark.owed, is_done=mark.is_done, turns=mark.turns, fits=mark.fits)
