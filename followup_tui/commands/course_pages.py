"""What `followup course` prints for a reader."""

from __future__ import annotations

from datetime import date

from followup_tui.commands.paper import Paper
from followup_tui.domain.course import Attendance, Draw
from followup_tui.domain.courses.attending import AttendeePlan, RowFate
from followup_tui.domain.courses.drawing import comes_out_again, order_of
from followup_tui.domain.courses.review import Gathered, Review
from followup_tui.domain.courses.review_markdown import bars
from followup_tui.domain.courses.view import (
    AttendeeItem,
    CourseItem,
    CourseList,
    CourseStep,
    CourseView,
    DrawProposal,
    coffee_words,
)
from followup_tui.domain.playbook import AnswerType
from followup_tui.domain.words import count, short_day

_SIGNS = {RowFate.NEW: "+", RowFate.CHANGED: "~", RowFate.SKIP: "-"}


def courses(paper: Paper, shown: CourseList) -> None:
    """Write the list of courses."""
    if not shown.items:
        paper.line("No course is written down: `followup course add TITLE --last DAY`.")
    for item in shown.items:
        _item(paper, item, shown.now.date())


def _item(paper: Paper, item: CourseItem, today: date) -> None:
    course = item.course
    paper.line(f"{course.title}, {days_words(course.first_day, course.last_day, today)}")
    paper.line(" · ".join(facts(item)), indent=2, hang=4)
    if item.step is not CourseStep.NOTHING:
        paper.line(f"Next: {item.step.value}", indent=2, hang=4)


def facts(item: CourseItem) -> list[str]:
    """Return what stands of a course, a clause each."""
    course = item.course
    found = [f"{count(len(course.attendees), 'attendee')}, {item.came} came"]
    if course.host:
        found.append(f"host {course.host}")
    if item.drawn:
        found.append(f"{item.had} of {count(item.drawn, 'coffee')} had")
    if item.rating is not None:
        found.append(f"rated {item.rating:.1f}")
    return found


def days_words(first: date, last: date, today: date) -> str:
    """Return the days of a course: ``4 to 5 Nov``, ``5 Nov``."""
    if first == last:
        return short_day(last, today)
    return f"{short_day(first, today)} to {short_day(last, today)}"


def course(paper: Paper, view: CourseView) -> None:
    """Write one course with its people."""
    _item(paper, view.item, view.now.date())
    if view.coffee_day is not None:
        place = f", {view.course.coffee_place}" if view.course.coffee_place else ""
        day = view.coffee_day
        paper.line(f"Coffees around {day:%A} {day.day} {day:%B}{place}", indent=2, hang=4)
    if view.course.about:
        paper.paragraphs(view.course.about, indent=2)
    for words in view.told:
        paper.line(f"! {words}", indent=2, hang=4)
    for person in view.people:
        paper.line(_person(person, view.now.date()), indent=2, hang=4)
    for each in view.draws:
        paper.line(f"Drawn {each.created:%Y-%m-%d} with the seed {each.seed}.", indent=2)


def _person(item: AttendeeItem, today: date) -> str:
    each = item.attendee
    parts = [each.name]
    where = item.client_name or each.company
    if where and where != each.name:
        parts.append(where)
    if each.email:
        parts.append(each.email)
    if item.pick is not None:
        words = coffee_words(item.pick)
        parts.append(f"coffee {words}" if words != "drawn" else "drawn for a coffee")
        if item.pick.invited and not item.pick.settled:
            parts.append(f"asked {short_day(item.pick.invited, today)}")
        if item.pick.replaces:
            parts.append(f"in place of {item.pick.replaces}")
        if item.pick.why:
            parts.append(item.pick.why)
    elif item.left_out:
        parts.append(item.left_out)
    elif each.attendance is not Attendance.ATTENDED:
        parts.append(each.attendance.value)
    if item.proposed is not None and not item.client_name:
        parts.append(f"perhaps of {item.proposed.client_name} ({item.proposed.because})")
    sign = "*" if item.pick else "-" if item.left_out else " "
    return f"{sign} {', '.join(parts)}"


def plan(paper: Paper, planned: AttendeePlan, *, dry: bool) -> None:
    """Write what becomes of each row of a file, then the sum."""
    for row in planned.rows:
        if dry or row.fate is not RowFate.NEW:
            lead = f"{_SIGNS[row.fate]} line {row.line}: "
            paper.line(f"{row.name}: {row.reason}", hang=4, lead=lead)
    for note in planned.notes:
        paper.line(note)
    changed, skipped = planned.counted(RowFate.CHANGED), planned.counted(RowFate.SKIP)
    parts = [count(planned.counted(RowFate.NEW), "new attendee")]
    parts += [f"{changed:,} changed"] if changed else []
    parts += [f"{skipped:,} left out"] if skipped else []
    said = f"{count(len(planned.rows), 'row')}: {', '.join(parts)}."
    if dry:
        paper.line(f"{said} Nothing was changed: without --dry-run they are brought in.")
    elif planned.is_worth_it:
        paper.line(f"{said} `followup undo` takes it back.")
    else:
        paper.line(f"{said} There was nothing to bring in.")


def proposal(paper: Paper, value: DrawProposal) -> None:
    """Write who would go into a draw."""
    pool = count(len(value.pool), "person goes in", "people go in")
    paper.line(f"{pool}, {min(value.number, len(value.pool))} would be drawn.")
    for name in value.pool:
        paper.line(name, indent=2)
    _left_out(paper, [(each.name, each.why) for each in value.left_out])
    paper.line(f"Coffees around {value.coffee_day:%A} {value.coffee_day.day} "
               f"{value.coffee_day:%B}. Nothing was drawn.")  # fmt: skip


def _left_out(paper: Paper, left: list[tuple[str, str]]) -> None:
    if left:
        paper.line("Left out:")
        for name, why in left:
            paper.line(f"{name}: {why}", indent=2, hang=4)


def drawn(paper: Paper, draw: Draw) -> None:
    """Write a draw that was just made."""
    paper.line(f"Drawn of {len(draw.pool)} with the seed {draw.seed}:")
    for pick in draw.picks:
        instead = f" (in place of {pick.replaces})" if pick.replaces else ""
        paper.line(f"{pick.name}{instead}", indent=2)
    _left_out(paper, [(each.name, each.why) for each in draw.left_out])
    day = draw.coffee_day
    paper.line(f"Coffees around {day:%A} {day.day} {day:%B}. `followup undo` takes it back.")


def coffees(paper: Paper, draw: Draw) -> None:
    """Write what became of each coffee of a draw."""
    for pick in draw.picks:
        instead = f", in place of {pick.replaces}" if pick.replaces else ""
        why = f": {pick.why}" if pick.why else ""
        paper.line(f"{pick.name}{instead}: {coffee_words(pick)}{why}", hang=4)


def repeated(paper: Paper, draw: Draw) -> None:
    """Write how a draw comes out of its seed, so that anybody can do it again."""
    drawn_first = len([pick for pick in draw.picks if not pick.replaces])
    paper.line(f"Drawn {draw.created:%Y-%m-%d %H:%M} UTC with the seed {draw.seed}.")
    paper.line("The pool, in the order of the names:")
    for number, name in enumerate(draw.pool):
        paper.line(f"{number:>3}  {name}", indent=2)
    paper.line("The order that the seed gives (a shuffle by random.Random(seed).random()):")
    for number, name in enumerate(order_of(draw)):
        mark = "*" if number < drawn_first else " "
        paper.line(f"{mark} {name}", indent=2)
    same = comes_out_again(draw)
    paper.line(
        f"The first {drawn_first} are those who were drawn: it comes out the same."
        if same
        else "Those who were drawn are others: the record was changed since, or somebody forgotten."
    )
    _left_out(paper, [(each.name, each.why) for each in draw.left_out])


def review(paper: Paper, value: Review) -> None:
    """Write what was found about a course, with who said it."""
    course = value.course
    coffees = count(value.held, "coffee")
    paper.line(f"{course.title}: {coffees} of {value.drawn} who were drawn")
    if not value.held:
        paper.line("Nothing was said yet: it comes of the answers given over the coffees.")
        return
    for title, found in (
        ("What to improve", value.improve),
        ("What to keep", value.keep),
        ("What they still want to know", value.to_know),
    ):
        _gathered(paper, title, found)
    for heading in value.headings:
        paper.head(f"{heading}, question by question")
        for answers in value.answers:
            if answers.heading == heading:
                mean = "" if answers.mean is None else f" {answers.mean:.1f} of 5"
                paper.line(f"{answers.ask}{mean}", indent=2)
                if answers.kind is AnswerType.TEXT or not answers.counts:
                    for said in answers.said:
                        paper.line(f"- {said.text} ({said.by})", indent=4, hang=6)
                else:
                    for line in bars(answers.counts):
                        paper.line(line, indent=4)
    for title_, day, mean_ in value.earlier:
        paper.line(f"Before: {title_}, {day:%b %Y}: {mean_:.1f}")


def _gathered(paper: Paper, title: str, found: Gathered) -> None:
    if not found.said:
        return
    paper.head(title)
    if found.themes:
        words = ", ".join(f"{each.word} ({each.people})" for each in found.themes)
        paper.line(f"Said by several: {words}", indent=2, hang=4)
    for said in found.said:
        paper.line(f"- {said.text} ({said.by})", indent=2, hang=4)
