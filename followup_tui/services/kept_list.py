"""The call list as it was last seen, so that the desk can show it before the new one is made.

Making the queue anew means reading every client; on a large desk that takes longer than the whole
start of the program. The list that was last made is kept beside the records, with its moment; it
is shown at once and replaced as soon as the new one is there.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from followup_tui.domain.due.call_list import CallList
from followup_tui.services.ports import Cache

_KEY = "call_list"
_FORM = 1
"""Goes up when the shape of `CallList` changes; a list of another form is passed over."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    form: int
    queue: CallList


class KeptList:
    """Keeps the call list that was last made."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._last: CallList | None = None

    def load(self) -> CallList | None:
        """Return the list that was last kept, or None where there is none that can be read."""
        content = self._cache.load(_KEY)
        if content is None:
            return None
        try:
            kept = msgspec.msgpack.decode(content, type=_Kept)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None  # of an older form, or damaged: the new list is made without it
        return kept.queue if kept.form == _FORM else None

    def keep(self, queue: CallList) -> None:
        """Keep `queue`, unless nothing in it but the moment is new."""
        if self._last is not None and replace(self._last, now=queue.now) == queue:
            return
        if self._cache.save(_KEY, msgspec.msgpack.encode(_Kept(_FORM, queue))):
            self._last = queue
