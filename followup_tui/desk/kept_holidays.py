"""Public holidays as they were once worked out, so that a desk on a terminal need not do it again.

They follow from the library alone. What it said is kept with the stamp of its files, and asked for
in a program of its own (`exchange.public_days`), by which the desk holds nothing of the library.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec

from followup_tui.domain.calling.public_holidays import Days, Way, by_library
from followup_tui.exchange.public_days import NotWorkedOut, by_program
from followup_tui.services.ports import Cache

_KEY = "public_holidays"
_LIBRARY = "holidays"
_MOST = 40
"""Questions whose answers are kept: countries, parts of them and years."""


class _Kept(msgspec.Struct, frozen=True):
    library: str
    answers: dict[str, Days]


_KEPT: Final = msgspec.json.Decoder(_Kept)  # here, as `web.site_snapshots` says


class KeptHolidays:
    """Answers from what is kept, else by `work_out`, else (that failing) by the library here."""

    def __init__(self, cache: Cache, *, work_out: Way = by_program) -> None:
        self._cache = cache
        self._work_out = work_out

    def look_up(self, country: str, subdivision: str, first: int, last: int) -> Days:
        """Return what `public_holidays` does. Blocks: call it in a thread."""
        question = f"{country}/{subdivision}/{first}/{last}"
        library = _stamp()
        answers = self._kept(library)
        if question not in answers:
            try:
                found = self._work_out(country, subdivision, first, last)
            except NotWorkedOut:
                return by_library(country, subdivision, first, last)
            rest = list(self._kept(library).items())  # another thread may have kept its own
            answers = dict([*rest[1 - _MOST :], (question, found)])
            if library:
                self._cache.save(_KEY, msgspec.json.encode(_Kept(library, answers)))
        return answers[question]

    def _kept(self, library: str) -> dict[str, Days]:
        try:
            kept = _KEPT.decode(self._cache.load(_KEY) or b"")
        except (msgspec.DecodeError, UnicodeDecodeError):
            return {}  # nothing yet, or damaged: it is worked out
        return kept.answers if library and kept.library == library else {}


def _stamp() -> str:
    """Return what tells the library as it is installed from another one; empty: unknown."""
    spec = find_spec(_LIBRARY)  # which does not import it
    if spec is None or spec.origin is None:
        return ""
    try:
        found = Path(spec.origin).with_name("registry.py").stat()
    except OSError:
        return ""
    return f"{spec.origin} {found.st_mtime_ns} {found.st_size}"
