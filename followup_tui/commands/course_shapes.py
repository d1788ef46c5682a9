"""What `followup course --json` prints, see `shapes`."""

from __future__ import annotations

from followup_tui.commands.shapes import Shape, when
from followup_tui.domain.course import Attendee, Course, Draw, Pick
from followup_tui.domain.courses.attending import AttendeePlan, PlannedAttendee, RowFate
from followup_tui.domain.courses.drawing import comes_out_again
from followup_tui.domain.courses.review import Answers, Gathered, Review, Said
from followup_tui.domain.courses.view import (
    AttendeeItem,
    CourseItem,
    CourseView,
    DrawProposal,
    coffee_words,
)


def course(value: Course) -> Shape:
    """Return a course without its people."""
    return {
        "id": value.id,
        "title": value.title,
        "topic": value.topic,
        "first_day": when(value.first_day),
        "last_day": when(value.last_day),
        "speaker": value.speaker,
        "host": value.host,
        "coffees": value.coffees,
        "coffee_place": value.coffee_place,
        "about": value.about,
    }


def item(value: CourseItem) -> Shape:
    """Return a course as it stands."""
    return {
        **course(value.course),
        "attendees": len(value.course.attendees),
        "came": value.came,
        "drawn": value.drawn,
        "invited": value.invited,
        "had": value.had,
        "rating": None if value.rating is None else round(value.rating, 2),
        "next": value.step.value,
    }


def attendee(value: Attendee) -> Shape:
    """Return somebody on a course."""
    return {
        "name": value.name,
        "email": value.email,
        "phone": value.phone,
        "company": value.company,
        "attendance": value.attendance.value,
        "client_id": value.client_id or None,
    }


def person(value: AttendeeItem) -> Shape:
    """Return somebody on a course with what is known of them there."""
    proposed = value.proposed
    return {
        **attendee(value.attendee),
        "client": value.client_name,
        "proposed": {
            "client_id": proposed.client_id,
            "client": proposed.client_name,
            "sureness": proposed.sureness.value,
            "because": proposed.because,
        }
        if proposed
        else None,
        "coffee": coffee_words(value.pick) if value.pick else None,
        "left_out": value.left_out,
    }


def view(value: CourseView) -> Shape:
    """Return one course with its people and draws."""
    return {
        **item(value.item),
        "coffee_day": when(value.coffee_day),
        "people": [person(each) for each in value.people],
        "draws": [draw(each) for each in value.draws],
        "told": list(value.told),
    }


def pick(value: Pick) -> Shape:
    """Return somebody who was drawn."""
    return {
        "name": value.name,
        "client_id": value.client_id or None,
        "replaces": value.replaces,
        "invited": when(value.invited),
        "settled": value.settled,
        "end": value.end.value if value.end else None,
        "ended": when(value.ended),
        "why": value.why,
    }


def draw(value: Draw) -> Shape:
    """Return a draw with all that is needed to repeat it."""
    return {
        "id": value.id,
        "drawn_at": when(value.created),
        "course_id": value.course_id,
        "seed": value.seed,
        "number": value.number or sum(1 for each in value.picks if not each.replaces),
        "coffee_day": when(value.coffee_day),
        "pool": list(value.pool),
        "left_out": [{"name": each.name, "why": each.why} for each in value.left_out],
        "picks": [pick(each) for each in value.picks],
        "comes_out_again": comes_out_again(value),
    }


def proposal(value: DrawProposal) -> Shape:
    """Return a draw that was not made."""
    return {
        "course_id": value.course.id,
        "seed": value.seed,
        "number": value.number,
        "coffee_day": when(value.coffee_day),
        "pool": list(value.pool),
        "left_out": [{"name": each.name, "why": each.why} for each in value.left_out],
        "drawn_before": list(value.drawn_before),
    }


def plan(value: AttendeePlan, *, dry: bool) -> Shape:
    """Return what becomes of a file of attendees."""
    return {
        "course_id": value.course_id,
        "file": value.source,
        "dry_run": dry,
        "new": value.counted(RowFate.NEW),
        "changed": value.counted(RowFate.CHANGED),
        "skip": value.counted(RowFate.SKIP),
        "notes": list(value.notes),
        "rows": [_row(each) for each in value.rows],
    }


def _row(value: PlannedAttendee) -> Shape:
    return {
        "line": value.line,
        "name": value.name,
        "fate": value.fate.value,
        "reason": value.reason,
        "attendance": value.attendee.attendance.value if value.attendee else None,
    }


def review(value: Review) -> Shape:
    """Return what was found about a course."""
    return {
        **course(value.course),
        "drawn": value.drawn,
        "held": value.held,
        "answers": [_answers(each) for each in value.answers],
        "keep": _gathered(value.keep),
        "improve": _gathered(value.improve),
        "to_know": _gathered(value.to_know),
        "earlier": [
            {"title": title, "last_day": when(day), "rating": round(mean, 2)}
            for title, day, mean in value.earlier
        ],
    }


def _answers(value: Answers) -> Shape:
    return {
        "key": value.key,
        "ask": value.ask,
        "heading": value.heading,
        "kind": value.kind.value,
        "mean": None if value.mean is None else round(value.mean, 2),
        "counts": dict(value.counts),
        "said": [_said(each) for each in value.said],
    }


def _gathered(value: Gathered) -> Shape:
    return {
        "said": [_said(each) for each in value.said],
        "themes": [{"word": each.word, "people": each.people} for each in value.themes],
    }


def _said(value: Said) -> Shape:
    return {
        "text": value.text,
        "by": value.by,
        "client_id": value.client_id,
        "day": when(value.day),
        "interaction_id": value.interaction_id or None,
    }
