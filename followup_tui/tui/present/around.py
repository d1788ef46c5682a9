"""What is around a call, as it is drawn and said: their time, their numbers, how often tried."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from rich.cells import cell_len
from textual.content import Content

from followup_tui.domain.calling.dialling import Reachable
from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.due.call_list import ReasonKind
from followup_tui.domain.views import CallView, WrapUpView
from followup_tui.tui.present import call as present
from followup_tui.tui.present.wrap_up import moment_in_words, short_said

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_COUNTED = re.compile(r"; \d+ tr(?:y|ies) unanswered(?=;|$)")
"""How a reason ends that counts the tries, see `domain.reasons`."""
_SOON_OVER = timedelta(minutes=30)


def try_words(unanswered: int) -> str:
    """Return which try in a row it is: ``third try``; nothing for the first one."""
    if unanswered < 1:
        return ""
    if unanswered < len(_ORDINALS):
        return f"{_ORDINALS[unanswered]} try"
    return f"try number {unanswered + 1}"


def their_time(where: Whereabouts, now: datetime) -> Content:
    """Return their time and city, in the colour of a warning where it is no time to call."""
    words = where.clock_words(now, city=True)
    return Content.styled(words, "$text-warning" if where.warning(now) or where.doubt else "")


def why_line(call: CallView, where: Whereabouts, now: datetime) -> Content:
    """Return what is against calling now, how often it was tried, and why they are called."""
    against = [words for words in (where.warning(now), where.doubt, _closing(where, now)) if words]
    tries = _tries(call)
    why = _COUNTED.sub("", call.why) if tries else call.why  # not counted twice on one line
    plain = [words for words in (tries, why, present.begun_words(call, now)) if words]
    parts: list[str | tuple[str, str]] = []
    if against:
        parts.append((" · ".join(against), "bold $text-warning"))
        parts.append(" · " if plain else "")
    parts.append(" · ".join(plain))
    return Content.assemble(*parts)


def _tries(call: CallView) -> str:
    """Return which try it is; of a call-back, nothing: they answered, and named an hour."""
    page = call.page
    if page is None or any(each.kind is ReasonKind.CALL_BACK for each in page.reasons[:1]):
        return ""
    return try_words(page.standing.unanswered)


def _closing(where: Whereabouts, now: datetime) -> str:
    """Return that they are about to go home, or an empty string."""
    if not where.is_open(now) or where.is_open(now + _SOON_OVER):
        return ""
    return f"they close at {where.hours.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class NumberPart:
    """A number in the line of further ones, and the cells that it takes there."""

    reachable: Reachable
    words: str
    first: int
    """Its first cell."""

    @property
    def last(self) -> int:
        """The cell after its last one."""
        return self.first + cell_len(self.words)


def number_parts(others: Sequence[Reachable], person: str) -> tuple[NumberPart, ...]:
    """Return the further numbers as they stand on a line, those of others with their names."""
    found: list[NumberPart] = []
    at = cell_len("or ")
    for each in others:
        whose = "" if each.person == person else f"{each.person} "
        part = NumberPart(each, f"{whose}{each.number}", at)
        found.append(part)
        at = part.last + cell_len(", ")
    return tuple(found)


def numbers_line(parts: Sequence[NumberPart], hovered: int = -1) -> Content:
    """Return ``or +61 …, Omar Haddad +61 …``; the one under the pointer is underlined."""
    if not parts:
        return Content("")
    drawn: list[str | tuple[str, str]] = ["or "]
    for index, part in enumerate(parts):
        drawn.append(", " if index else "")
        drawn.append((part.words, "underline $text" if index == hovered else ""))
    return Content.assemble(*drawn)


def call_back_line(names: Sequence[tuple[str, datetime]], key: str, zone: tzinfo | None) -> str:
    """Return the notice that call-backs have come due: ``14:30 call back Jane Li · Alt+G``."""
    name, at = names[0]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{at.astimezone(zone):%H:%M} call back {name}{more} · {key} goes there"


def next_words(view: WrapUpView, now: datetime) -> str:
    """Return when they are called again: ``again Mon 23 Nov, 14:00``; by cadence where unset."""
    if view.call_back_at is not None:
        return f"call back {moment_in_words(view.call_back_at, view.client, now)}"
    if view.call_again is None:
        return "again by cadence"
    at = view.call_again_at
    hour = f", {at.astimezone(now.tzinfo):%H:%M}" if at is not None else ""
    day = "today" if view.call_again == now.date() else short_said(view.call_again, now.date())
    return f"again {day}{hour}"


def logged_words(view: WrapUpView, now: datetime, undo: str) -> str:
    """Return what was written down, what is proposed next, and how it is taken back."""
    who = view.person or view.client.name
    others = [each.words for each in view.other_ways]
    instead = f" Or {', or '.join(others)}." if others else ""
    outcome = present.OUTCOME_WORDS[view.outcome]
    return f"{outcome}: {who}; {next_words(view, now)}.{instead} {undo} takes it back."
