"""What is said of a conversation on a command line: when it was, and its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.standard_input import text_in
from followup_tui.domain.text import clean_text
from followup_tui.services.gather import zone_of

_CLOCK = re.compile(r"(?:(?P<day>today|yesterday)\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})")


def held_at(option: str, words: str, now: datetime, *, day: date | None = None) -> datetime:
    """Return when it was: ``10:30``, ``yesterday 16:00``, ``2026-11-19T10:30``.

    An hour alone is of `day` (None: today). Raises `WrongUsage`, which names the `option`.
    """
    if found := _CLOCK.fullmatch(words.strip().lower()):
        named = {"today": now.date(), "yesterday": now.date() - timedelta(days=1)}
        try:
            clock = time(int(found["hour"]), int(found["minute"]))
        except ValueError:
            raise WrongUsage(f"{option}: {words} is no time of the day") from None
        return datetime.combine(named.get(found["day"], day or now.date()), clock, zone_of(now))
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        raise WrongUsage(
            f"{option}: “{words}” is not understood; write it like 10:30, yesterday 16:00 "
            "or 2026-11-19T10:30"
        ) from None
    return at.astimezone(now.tzinfo) if at.tzinfo else at.replace(tzinfo=zone_of(now))


def typed(lines: Sequence[str]) -> str:
    """Return the notes: the lines, or what stands on the standard input where they are ``-``."""
    if list(lines) == ["-"]:
        return text_in()
    return clean_text("\n".join(lines))
