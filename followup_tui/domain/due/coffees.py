"""Why a client is due by a coffee: somebody there was drawn after a course.

They are to be asked in good time, so the reason comes up as many days before the coffee's day as
the playbook has between ideal and late, and once they were asked on the day itself. A coffee that
is agreed has a day of its own, on which the next step tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from followup_tui.domain.due.call_list import ClientFile, CoffeeDue, Reason, ReasonKind
from followup_tui.domain.due.put_off import put_off
from followup_tui.domain.due.ways import Ways
from followup_tui.domain.playbook import Trigger
from followup_tui.domain.promise import StepKind
from followup_tui.domain.text import fold
from followup_tui.domain.words import day_words, short_day


def coffees(file: ClientFile, ways: Ways) -> Iterator[Reason]:
    """Yield the coffees to invite to, or to have, within the days looked ahead."""
    playbook = ways.by_trigger.get(Trigger.COURSE_DRAW)
    if playbook is None:
        return
    slack = timedelta(days=playbook.due.late - playbook.due.ideal)
    agreed = _agreed(file, ways)
    for coffee in file.coffees:
        due = _due(coffee, agreed, file, slack)
        if due > ways.horizon:
            continue
        yield Reason(
            kind=ReasonKind.COFFEE,
            text=_words(coffee, file, ways) + _overdue(coffee, slack, ways),
            due=due,
            band=ways.band(due, max(coffee.coffee_day, due) + slack),
            playbook=playbook.key,
            weight=float((ways.today - due).days),
            record_id=coffee.draw_id,
        )


def _due(coffee: CoffeeDue, agreed: date | None, file: ClientFile, slack: timedelta) -> date:
    """Return the day from which a coffee is on the list."""
    if agreed is not None:
        return max(coffee.coffee_day, agreed)
    if coffee.invited is not None:  # who does not answer is asked again
        return put_off(file, max(coffee.coffee_day, coffee.invited + slack))
    # What they were last called about was something else, unless that was set for later then.
    later = put_off(file, coffee.coffee_day)
    return later if later > coffee.coffee_day else coffee.coffee_day - slack


def _agreed(file: ClientFile, ways: Ways) -> date | None:
    """Return the day on which a coffee with them is agreed, the next one, or None."""
    days = [
        (step.at if step.all_day else step.at.astimezone(ways.zone)).date()
        for step in file.next_steps
        if step.kind is StepKind.COFFEE and step.agreed and step.done is None
    ]
    return min(days, default=None)


def _words(coffee: CoffeeDue, file: ClientFile, ways: Ways) -> str:
    """Return ``coffee: Azure course 5 Nov, host Ann Ray``, and before its day that they are to be
    asked."""
    primary = file.client.primary
    other = coffee.person and (primary is None or fold(primary.name) != fold(coffee.person))
    whose = f" for {coffee.person}" if other else ""
    course = f"{coffee.course_title} {_plain_day(coffee.course_ended, ways.today)}"
    host = f", host {coffee.host}" if coffee.host else ""
    if coffee.invited:
        invited = day_words(coffee.invited, ways.today)
        return f"coffee{whose}: {course}{host}, invited {invited}"
    if ways.today < coffee.coffee_day:
        around = short_day(coffee.coffee_day, ways.today)
        return f"invite to a coffee{whose} around {around}: {course}{host}"
    return f"coffee{whose}: {course}{host}"


def _overdue(coffee: CoffeeDue, slack: timedelta, ways: Ways) -> str:
    """Return for when a coffee was meant, once that is well past; before it, nothing."""
    if ways.today <= coffee.coffee_day + slack:
        return ""
    return f", meant for {_plain_day(coffee.coffee_day, ways.today)}"


def _plain_day(day: date, today: date) -> str:
    """Return ``5 Nov``: the day of a course is known by its date, however near it is."""
    return f"{day.day} {day:%b}" if abs((today - day).days) < 14 else short_day(day, today)
