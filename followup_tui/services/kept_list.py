"""The call list as it was last made, so that it is there before the records are read.

Making the list means reading every client; on a large desk that takes longer than the whole start
of the program. The list that was last made is kept beside the records, with the state of the files
that it was made from (`desk.made_from`) and the time in which it holds. In that time, and from such
files, making it anew would give the same: it *is* the list, and the records are not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from followup_tui.domain.due.call_list import CallList
from followup_tui.domain.due.lasting import Span
from followup_tui.services.ports import Cache

_KEY = "call_list"
_FORM = 3
"""Goes up when the shape of `CallList` changes; a list of another form is passed over."""


@dataclass(frozen=True, slots=True)
class Made:
    """A call list with what it was made from."""

    queue: CallList
    made_from: str
    """The state of the files (`desk.made_from`); empty where that is not known."""
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


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """The file; JSON, in which moments keep the zone that they are told in.

    The list comes last and is not looked at where it does not hold.
    """

    form: int
    made_from: str
    zone: str
    span: Span
    now: datetime
    queue: msgspec.Raw


_KEPT = msgspec.json.Decoder(_Kept)


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

    def keep(self, made: Made) -> None:
        """Keep a list, unless nothing in it but the moment is new."""
        if self._last is not None and made == replace(
            self._last, queue=replace(self._last.queue, now=made.queue.now)
        ):
            return
        kept = _Kept(
            _FORM,
            made.made_from,
            str(made.queue.now.tzinfo),
            made.span,
            made.queue.now,
            msgspec.Raw(msgspec.json.encode(made.queue)),
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
        return msgspec.json.decode(kept.queue, type=CallList)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # damaged, as above
