"""What can be offered in a call, and what came of it, as rows. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from followup_tui.domain.value_add import OfferState, ValueAdd
from followup_tui.domain.views import CallView, Suggestion
from followup_tui.domain.words import short_day
from followup_tui.tui.present.rows import RowLayout, Run
from followup_tui.tui.present.side import KIND_NAMES
from followup_tui.tui.present.wrapping import hanging

MORE_SHOWN = 12
"""Suggestions beyond what was chosen: nobody reads on while talking."""
LEAST_WIDTH = 34
"""Cells from which the reason stands beside what is offered."""

_NEXT: Mapping[OfferState | None, OfferState | None] = {
    None: OfferState.OFFERED,
    OfferState.PLANNED: OfferState.OFFERED,
    OfferState.OFFERED: OfferState.TAKEN,
    OfferState.TAKEN: OfferState.DECLINED,
    OfferState.DECLINED: None,
}
_MARKS: Mapping[OfferState | None, tuple[str, str]] = {
    None: ("○", "$text-muted"),
    OfferState.PLANNED: ("○", "$text-muted"),
    OfferState.OFFERED: ("●", "$text-warning"),
    OfferState.TAKEN: ("✓", "$text-success"),
    OfferState.DECLINED: ("✗", "$text-error"),
}


def next_state(state: OfferState | None) -> OfferState | None:
    """Return what one key makes of a state: offered, taken, declined, not spoken of."""
    return _NEXT[state]


def heading(call: CallView) -> Content:
    """Return the title: ``To offer · 1 of 3 ticked``."""
    to_offer = len(call.suggestions) or len(call.more)
    if not call.offered:
        return Content("To offer")
    return Content(f"To offer · {len(call.offered)} of {max(to_offer, len(call.offered))} ticked")


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[Content, ...]
    suggestion: Suggestion | None = None


class OfferRows:
    """What was chosen to be offered, then what else would fit, as rows of `width` cells."""

    def __init__(self, call: CallView, *, now: datetime, width: int) -> None:
        numbers = iter(range(1, 10))
        self._rows = [
            _Row(tuple(_offer(one, call, next(numbers, None), now, width)), one)
            for one in call.suggestions
        ]
        more = [one for one in call.more if one.value_add.id in call.offered]
        more += [one for one in call.more if one.value_add.id not in call.offered]
        if more:
            words = "─ more to offer " if self._rows else "─ nothing chosen; this would fit "
            rule = words + "─" * max(width - len(words), 0)
            self._rows.append(_Row((Content.styled(rule[: max(width, 1)], "$text-muted"),)))
            self._rows += [
                _Row(tuple(_offer(one, call, next(numbers, None), now, width)), one)
                for one in more[:MORE_SHOWN]
            ]
        if not self._rows:
            words = "Nothing was chosen to be offered."
            self._rows.append(_Row((Content.styled(words, "$text-muted"),)))
        self.layout = RowLayout(
            Run(1, len(row.lines), row.suggestion is not None) for row in self._rows
        )

    def at(self, row: int) -> Suggestion | None:
        """Return what can be offered on a row; None on a rule."""
        return self._rows[row].suggestion if 0 <= row < len(self._rows) else None

    def numbered(self, number: int) -> Suggestion | None:
        """Return what has the number 1 to 9, or None."""
        offers = [row.suggestion for row in self._rows if row.suggestion is not None]
        return offers[number - 1] if 0 < number <= len(offers) else None

    def row_of(self, value_add_id: str) -> int | None:
        """Return the row of a value-add, or None."""
        for index, row in enumerate(self._rows):
            if row.suggestion is not None and row.suggestion.value_add.id == value_add_id:
                return index
        return None

    def lines(self, row: int) -> Sequence[Content]:
        """Return how a row reads."""
        return self._rows[row].lines


def _offer(
    one: Suggestion, call: CallView, number: int | None, now: datetime, width: int
) -> Iterator[Content]:
    state = call.offered.get(one.value_add.id)
    mark, style = _MARKS[state]
    parts: list[str | tuple[str, str]] = [
        (f"{number} " if number else "  ", "$text-muted"),
        (f"{mark} ", f"bold {style}"),
    ]
    if state is not None:
        parts.append((f"{state.value} · ", style))
    parts.append((f"{KIND_NAMES[one.value_add.kind]}: ", "$text-muted"))
    parts.append(one.value_add.title)
    when = _when(one.value_add, now)
    if when:
        parts.append((f", {when}", "$text-muted"))
    if one.because and width >= LEAST_WIDTH and state is None:
        parts.append((f" · because: {one.because}", "$text-success"))
    yield from hanging(Content.assemble(*parts), width, 4)


def _when(value_add: ValueAdd, now: datetime) -> str:
    if value_add.starts is None:
        return ""
    at = value_add.starts.astimezone(now.tzinfo)
    day = short_day(at.date(), now.date())
    return day if value_add.all_day else f"{day} {at:%H:%M}"
