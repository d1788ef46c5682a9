"""The entries of a timeline that are about people: meetings, courses, coffees, introductions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from followup_tui.domain.client import OriginKind
from followup_tui.domain.course import Attendance, Pick
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.promise import Referral
from followup_tui.domain.timeline.entries import Entry, EntryKind, Line, Mark, Memory, Opens, Thing
from followup_tui.domain.timeline.values_in_words import day_words

_CAME = {
    OriginKind.COURSE: "came by a course",
    OriginKind.MET: "came by meeting them",
    OriginKind.IMPORT: "came by an import",
    OriginKind.PROJECT: "came by a project",
    OriginKind.REFERRAL: "came by a referral",
    OriginKind.ADDED: "came on the list",
}


def of_people(memory: Memory, zone: tzinfo) -> Iterator[Entry]:
    """Yield who was met, learned and drunk coffee with, and who introduced whom."""
    for encounter in memory.page.encounters:
        yield from _encounter(encounter)
    yield from _courses(memory, zone)
    yield from _introductions(memory, zone)


def _encounter(met: Encounter) -> Iterator[Entry]:
    where = f" at {met.where}" if met.where else ""
    said = (
        ("talked about", met.talked_about),
        ("in common", met.in_common),
        ("learned", met.learned),
        ("promised", met.promised),
    )
    yield Entry(
        key=f"encounters:{met.id}:met",
        kind=EntryKind.PEOPLE,
        day=met.day,
        at=None,
        title=f"met {met.person}{where}, {met.warmth.value}",
        lines=tuple(Line(" ".join(text.split()), label) for label, text in said if text.strip()),
    )
    if met.followed_up is not None:
        yield Entry(
            key=f"encounters:{met.id}:followed",
            kind=EntryKind.PEOPLE,
            day=met.followed_up,
            at=None,
            title=f"first followed up after meeting {met.person}",
        )


def _courses(memory: Memory, zone: tzinfo) -> Iterator[Entry]:
    for course in memory.courses:
        them = [each for each in course.attendees if each.client_id == memory.page.client.id]
        came = [each for each in them if each.attendance is Attendance.ATTENDED]
        names = ", ".join(each.name for each in came or them)
        words = "attended" if came else "booked, and did not come to,"
        yield Entry(
            key=f"courses:{course.id}",
            kind=EntryKind.PEOPLE,
            day=course.last_day,
            at=None,
            title=f"{names} {words} the {course.title}",
            lines=(Line(course.host, "host"),) if course.host else (),
        )
    for draw, course in memory.draws:
        drawn = draw.created.astimezone(zone)
        for pick in draw.picks:
            if pick.client_id == memory.page.client.id:
                instead = f" in place of {pick.replaces}" if pick.replaces else ""
                state = _coffee_state(pick)
                yield Entry(
                    key=f"draws:{draw.id}:{pick.name}",
                    kind=EntryKind.PEOPLE,
                    day=drawn.date(),
                    at=drawn,
                    title=f"{pick.name} was drawn for a coffee{instead} ({course.title})",
                    mark=Mark.PLAIN if pick.settled else Mark.OPEN,
                    lines=(Line(f"{state}, around {day_words(draw.coffee_day)}", "coffee"),),
                )


def _coffee_state(pick: Pick) -> str:
    """Return what became of a coffee: ``open, invited Thu 12 Nov 2026``, ``had``, ``declined``."""
    if not pick.settled:
        return f"open, invited {day_words(pick.invited)}" if pick.invited else "open"
    ended = pick.end.value if pick.end else "settled"
    day = f" {day_words(pick.ended)}" if pick.ended else ""
    return f"{ended}{day}{f' ({pick.why})' if pick.why else ''}"


def _introductions(memory: Memory, zone: tzinfo) -> Iterator[Entry]:
    """Yield how they came, whom they named, and whom they introduced."""
    client = memory.page.client
    came = client.created.astimezone(zone)
    by = client.origin.introduced_by
    if by:
        who = memory.page.introduced_by or "a client who is not there any more"
        title, opens = f"introduced by {who}", Opens(Thing.CLIENT, by)
    else:
        title, opens = _CAME[client.origin.kind], None
    detail = f": {client.origin.detail}" if client.origin.detail else ""
    yield Entry(
        f"clients:{client.id}:came", EntryKind.PEOPLE, came.date(), came, title + detail,
        opens=opens,
    )  # fmt: skip
    named = {each.became for each in memory.referrals if each.became}
    for referral in memory.referrals:
        yield from _referral(referral, zone)
    for other in memory.introduced:
        if other.id not in named:  # else the referral tells it
            at = other.created.astimezone(zone)
            yield Entry(
                key=f"clients:{other.id}:introduced",
                kind=EntryKind.PEOPLE,
                day=at.date(),
                at=at,
                title=f"introduced us to {other.name}",
                opens=Opens(Thing.CLIENT, other.id),
            )


def _referral(referral: Referral, zone: tzinfo) -> Iterator[Entry]:
    at = referral.created.astimezone(zone)
    owed = referral.thanked is None
    lines = [Line(referral.detail)] if referral.detail else []
    if owed:
        lines.append(Line("still owed", "thanks"))
    yield Entry(
        key=f"referrals:{referral.id}:named",
        kind=EntryKind.PEOPLE,
        day=at.date(),
        at=at,
        title=f"{'introduced us to' if referral.became else 'named'} {referral.name}",
        mark=Mark.OPEN if owed else Mark.PLAIN,
        lines=tuple(lines),
        opens=Opens(Thing.CLIENT, referral.became) if referral.became else None,
        referral_id=referral.id if owed else "",
    )
    if referral.thanked is not None:
        yield Entry(
            key=f"referrals:{referral.id}:thanked",
            kind=EntryKind.PEOPLE,
            day=referral.thanked,
            at=None,
            title=f"thanked for introducing {referral.name}",
            mark=Mark.GOOD,
        )
