"""One course as it is drawn: its head, a line for each attendee, and the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from followup_tui.domain.course import Attendance, CoffeeEnd, Draw, Pick
from followup_tui.domain.courses.drawing import comes_out_again, order_of
from followup_tui.domain.courses.view import AttendeeItem, CourseStep, CourseView, coffee_words
from followup_tui.domain.words import count, day_words, short_day
from followup_tui.tui.present.cells import cell
from followup_tui.tui.present.courses.listed import days

_DIM = "$text-muted"
_ATTENDANCE = {
    Attendance.ATTENDED: "",
    Attendance.ABSENT: "absent",
    Attendance.REFUNDED: "refunded",
    Attendance.OPTED_OUT: "opted out",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns, in cells; 0: the column is left out."""

    name: int
    company: int
    state: int
    email: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Share out `width`: on a narrow screen the mail goes first, then the company."""
        rest = max(width - 3, 0)
        state = min(26, rest * 2 // 5)
        email = rest // 4 if width >= 90 else 0
        company = (rest - state - email) * 2 // 5 if width >= 50 else 0
        return cls(rest - state - email - company, company, state, email)


def heading(width: int) -> Content:
    """Return the heading over the rows."""
    columns = Columns.of(width)
    return Content.assemble(
        "   ",
        cell("Who", columns.name, _DIM),
        cell("Company", columns.company, _DIM),
        cell("E-mail", columns.email, _DIM),
        cell("Coffee", columns.state, _DIM),
    )


def row(item: AttendeeItem, width: int, today: date) -> Content:
    """Return the row of an attendee, `width` cells wide."""
    columns, each = Columns.of(width), item.attendee
    sign, colour = _sign(item)
    left = bool(item.left_out) or each.attendance is not Attendance.ATTENDED
    name = "bold" if item.pick and not item.pick.settled else _DIM if left else "$text"
    perhaps = f"{item.proposed.client_name}?" if item.proposed and not each.company else ""
    return Content.assemble(
        (f" {sign} ", colour),
        cell(each.name, columns.name, name),
        cell(item.client_name or each.company or perhaps, columns.company, _DIM),
        cell(each.email, columns.email, _DIM),
        cell(state(item, today), columns.state, colour if item.pick else _DIM),
    )


def _sign(item: AttendeeItem) -> tuple[str, str]:
    pick = item.pick
    if pick is None:
        out = item.left_out or item.attendee.attendance is not Attendance.ATTENDED
        return ("⊘", _DIM) if out else ("·", _DIM)
    if not pick.settled:
        return ("○", "$band-due") if pick.invited else ("!", "$band-late")
    if pick.end in {CoffeeEnd.HAD, None}:
        return "✓", "$text-success"
    return "-", _DIM


def state(item: AttendeeItem, today: date) -> str:
    """Return what became of somebody in few words: ``asked Thu 12``, ``was refunded``."""
    pick = item.pick
    if pick is None:
        return item.left_out or _ATTENDANCE[item.attendee.attendance]
    if not pick.settled:
        return f"asked {short_day(pick.invited, today)}" if pick.invited else "drawn, to be asked"
    ended = f" {short_day(pick.ended, today)}" if pick.ended else ""
    return f"{coffee_words(pick)}{ended}"


def head(view: CourseView) -> Content:
    """Return the head of the screen: the course, its days and where it stands."""
    course, item = view.course, view.item
    parts = [days(course), f"{item.came} of {len(course.attendees)} came"]
    if item.drawn:
        parts.append(f"{item.had} of {count(item.drawn, 'coffee')} had")
    if item.rating is not None:
        parts.append(f"rated {item.rating:.1f}")
    return Content.assemble(
        (course.title, "bold $text-accent"), ("  ·  ", _DIM), "  ·  ".join(parts)
    )


def next_step(view: CourseView, key: str) -> Content:
    """Return what is to be done next, with its key, and what the user should know."""
    lines = [Content(f"! {words}").stylize("$text-warning") for words in view.told]
    if view.item.step is not CourseStep.NOTHING:
        words = f"Next: {view.item.step.value}"
        if view.item.step in {CourseStep.INVITE, CourseStep.COFFEES} and view.coffee_day:
            words += f", around {_long_day(view.coffee_day)}"
        lines.append(Content.assemble(words, (f" ({key})", _DIM)))
    return Content("\n").join(lines)


def _long_day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def person(item: AttendeeItem, view: CourseView) -> Content:
    """Return all that is known of the one under the cursor."""
    return Content("\n").join(_person(item, view))


def _person(item: AttendeeItem, view: CourseView) -> Iterator[Content]:
    each = item.attendee
    yield Content(each.name).stylize("bold")
    if known := " · ".join(filter(None, (each.company, each.email, each.phone))):
        yield Content(known).stylize(_DIM)
    if item.client_name:
        yield Content.assemble(("on your list: ", _DIM), item.client_name)
    elif item.proposed is not None:
        found = item.proposed
        yield Content.assemble(
            ("perhaps: ", _DIM), found.client_name, (f" ({found.because})", _DIM)
        )
    if each.attendance is not Attendance.ATTENDED:
        yield Content.assemble(("course: ", _DIM), each.attendance.value)
    if item.pick is not None:
        yield from _coffee(item.pick, view)
    elif item.left_out:
        yield Content.assemble(("not drawn: ", _DIM), item.left_out)


def _coffee(pick: Pick, view: CourseView) -> Iterator[Content]:
    today = view.now.date()
    instead = f" in place of {pick.replaces}" if pick.replaces else ""
    yield Content(f"Drawn for a coffee{instead}").stylize("bold")
    if pick.invited:
        yield Content.assemble(("asked: ", _DIM), day_words(pick.invited, today))
    if pick.settled:
        when = f", {day_words(pick.ended, today)}" if pick.ended else ""
        yield Content.assemble(("it was: ", _DIM), f"{coffee_words(pick)}{when}")
    elif view.coffee_day is not None:
        yield Content.assemble(("around: ", _DIM), _long_day(view.coffee_day))
    if pick.why:
        yield Content(f"“{pick.why}”")
    stand_in = next(
        (other.name for draw in view.draws for other in draw.picks if other.replaces == pick.name),
        "",
    )
    if stand_in:
        yield Content.assemble(("stands in: ", _DIM), stand_in)


def how_drawn(draw: Draw) -> str:
    """Return how a draw comes out of its seed, as text to be read and copied."""
    return "\n".join(_how_drawn(draw))


def _how_drawn(draw: Draw) -> Iterator[str]:
    first = len([pick for pick in draw.picks if not pick.replaces])
    yield f"Drawn {draw.created:%Y-%m-%d %H:%M} UTC, seed {draw.seed}, {first} of {len(draw.pool)}."
    yield ""
    yield "The pool, in the order of the names:"
    for number, name in enumerate(draw.pool):
        yield f"{number:>4}  {name}"
    yield ""
    yield "The order that the seed gives; those with a star were drawn:"
    for number, name in enumerate(order_of(draw)):
        yield f"   {'*' if number < first else ' '} {name}"
    yield ""
    yield (
        "It comes out the same from this seed."
        if comes_out_again(draw)
        else "Those who were drawn are others: the record was changed since."
    )
    stood_in = [pick for pick in draw.picks if pick.replaces]
    if stood_in:
        yield ""
        yield "Who stood in:"
        for pick in stood_in:
            yield f"      {pick.name} for {pick.replaces}"
    if draw.left_out:
        yield ""
        yield "Left out of the pool:"
        for each in draw.left_out:
            yield f"      {each.name}: {each.why}"
