"""Whether a wrap-up can be written as it stands."""

from __future__ import annotations

from datetime import datetime

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.interaction import Outcome
from followup_tui.domain.notes.caught import CaughtPromise, CaughtStep, CaughtWords
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import shorten
from followup_tui.domain.views import WrapUpView
from followup_tui.domain.wrap_up.checks import YEARS_AHEAD, problem_of
from followup_tui.domain.wrap_up.items import NamedPerson
from followup_tui.services.gather import zone_of


def check(view: WrapUpView, now: datetime) -> None:
    """Raise `Invalid` where a date of the wrap-up cannot be."""
    if view.outcome is Outcome.CALL_BACK:
        if view.call_back_at is None:
            raise Invalid("call_back_at", "needs its hour: write it like thu 10:00")
        if view.call_back_at <= now:
            raise Invalid("call_back_at", "has passed already: name an hour to come")
    again = view.call_again
    if again is not None and again < now.date():
        raise Invalid("call_again", "has passed already: name a day to come")
    if again is not None and again.year > now.year + YEARS_AHEAD:
        raise Invalid("call_again", f"is more than {YEARS_AHEAD} years away")
    zone = zone_named(view.client.zone, zone_of(now))
    for name, items in (
        ("promises", view.promises),
        ("named", view.named),
        ("steps", view.steps),
        ("words", view.words),
    ):
        for item in items:
            if problem := problem_of(item, now=now, zone=zone):
                raise Invalid(name, f"{_what(item)}{problem[0].lower()}{problem[1:]}")


def _what(item: CaughtPromise | NamedPerson | CaughtStep | CaughtWords) -> str:
    """Return which item a sentence is about: ``“send it”: ``."""
    if isinstance(item, CaughtStep):
        return f"{item.kind.value}: "
    text = item.name if isinstance(item, NamedPerson) else item.text
    return f"“{shorten(text, 60)}”: " if text else ""
