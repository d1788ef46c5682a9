"""What a search found, as rows: a heading for each kind, a hit in one or two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from textual.content import Content

from followup_tui.domain.searching.results import Found, Hit, SearchKind
from followup_tui.domain.searching.words import terms_of
from followup_tui.domain.text import shorten
from followup_tui.domain.words import short_day
from followup_tui.tui.present.matches import marked

_MARK = "bold underline $text-accent"
_DAY = 12  # cells for a day
_SHOWN = 60  # characters of what was typed that a sentence repeats


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A row: a heading (no hit), or a hit."""

    heading: str = ""
    hit: Hit | None = None

    @property
    def height(self) -> int:
        """How many lines it takes."""
        return 2 if self.hit is not None and self.hit.line.text else 1


def rows(found: Found) -> Sequence[SearchRow]:
    """Return the rows of what was found."""
    return tuple(_rows(found))


def _rows(found: Found) -> Iterator[SearchRow]:
    for kind, hits in groupby(found.hits, key=lambda hit: hit.kind):
        more = "  · there are more: type another letter" if kind in found.more else ""
        yield SearchRow(heading=f"{kind.value[0].upper()}{kind.value[1:]}{more}")
        for hit in hits:
            yield SearchRow(hit=hit)


def lines(row: SearchRow, query: str, width: int, today: date) -> Sequence[Content]:
    """Return a row as it is drawn."""
    hit = row.hit
    if hit is None:
        return (Content.styled(row.heading, "bold $text-muted"),)
    room = max(width - (_DAY + 3 if hit.day else 2), 8)
    near = Content.styled("≈ ", "$text-warning") if hit.near else Content("  ")
    title = marked(Content(hit.title), terms_of(query)).truncate(room, ellipsis=True, pad=True)
    head = Content.assemble(near, title)
    if hit.day:
        day = Content.styled(short_day(hit.day, today), "$text-muted")
        head = Content.assemble(head, " ", day.truncate(_DAY, ellipsis=True))
    if not hit.line.text:
        return (head,)
    line = Content(hit.line.text).stylize("$text-muted")
    for begin, end in hit.line.spans:
        line = line.stylize(_MARK, begin, end)
    return head, Content.assemble("    ", line).truncate(width, ellipsis=True)


def status(found: Found | None, *, reading: bool) -> str:
    """Return what is said below the rows."""
    pending = found.pending if found is not None else frozenset()
    if found is None or not found.query.strip():
        said = "Names, numbers, notes, promises, letters, courses, what can be given."
    elif found.problem:
        said = found.problem
    elif not found.hits:
        said = f"Nothing answers to “{shorten(found.query.strip(), _SHOWN)}”."
        said = "" if pending else said
    elif any(hit.near for hit in found.hits):
        said = "≈ words like those that you typed"
    else:
        said = ""
    if reading and pending:
        still = ", ".join(kind.value for kind in SearchKind if kind in pending)
        return f"{said}  Still being read: {still} …".strip()
    return said
