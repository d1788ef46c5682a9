"""Why somebody on a course is not to be drawn for a coffee, besides what the course itself says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from followup_tui.domain.client import Client
from followup_tui.domain.course import Attendance, Attendee, Course, Draw
from followup_tui.domain.courses.drawing import WhyNot
from followup_tui.domain.courses.people import ClientIndex, Known, Sureness
from followup_tui.domain.interaction import Interaction, InteractionKind
from followup_tui.domain.text import fold
from followup_tui.domain.words import day_words
from followup_tui.services.courses.finding import draws_of
from followup_tui.services.gather import zone_of
from followup_tui.services.ports import Records

CALLED_LATELY = timedelta(weeks=3)
"""Who was called within it is left out (the playbooks' page: “called in the last weeks”): one
more call from us would be one too many."""


def leaving_alone(records: Records, course: Course, *, now: datetime, day: date) -> WhyNot:
    """Return what says why an attendee of `course` is to be left alone; `day` is the coffees'."""
    elsewhere = tuple(_opted_out_elsewhere(records, course))
    opted_out = Known(each for each, _ in elsewhere)
    drawn = Known(
        attendee
        for draw in draws_of(records, course.id)
        for attendee in course.attendees
        if any(pick.name == attendee.name for pick in draw.picks)
    )
    to_come = _to_come_elsewhere(records, course)
    clients = _Clients(records)

    def why_not(attendee: Attendee) -> str:
        if (at := opted_out.place(attendee)) is not None:
            return f"opted out of the coffees ({elsewhere[at][1]})"
        if drawn.place(attendee) is not None:
            return "was drawn already"
        client = clients.of(attendee)
        if client is None:
            return ""
        coming = to_come.get(client.id, {})
        if title := coming.get(fold(attendee.name), ""):
            return f"has a coffee to come ({title})"
        return _by_client(records, client, attendee, now, day)

    return why_not


def _opted_out_elsewhere(records: Records, course: Course) -> Iterator[tuple[Attendee, str]]:
    """Yield who opted out on another course, and its title: it holds for this one, too."""
    for other in records.all(Course):
        if other.id != course.id:
            for attendee in other.attendees:
                if attendee.attendance is Attendance.OPTED_OUT:
                    yield attendee, other.title


class _Clients:
    """The clients of attendees: those they are linked to, or would be when they are drawn."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._index: ClientIndex | None = None
        """Made when the first is asked for who is not linked: a desk has ten thousand clients."""

    def of(self, attendee: Attendee) -> Client | None:
        """Return the client of an attendee, or None where there is none."""
        if attendee.client_id:
            return self._records.get(Client, attendee.client_id)
        if self._index is None:
            self._index = ClientIndex(self._records.all(Client))
        match = self._index.match(attendee)
        if match is None or match.sureness is Sureness.POSSIBLE:
            return None
        return self._records.get(Client, match.client_id)


def _to_come_elsewhere(records: Records, course: Course) -> dict[str, dict[str, str]]:
    """Return the coffees still to come after other courses: client id -> name -> course."""
    titles = {each.id: each.title for each in records.all(Course)}
    found: dict[str, dict[str, str]] = {}
    for draw in records.all(Draw):
        if draw.course_id != course.id:
            for pick in draw.open_picks:
                title = titles.get(draw.course_id, "another course")
                found.setdefault(pick.client_id, {})[fold(pick.name)] = title
    return found


def _by_client(
    records: Records, client: Client, attendee: Attendee, now: datetime, day: date
) -> str:
    """Return why the client of an attendee is to be left alone, or an empty string."""
    if client.do_not_call is not None:
        return f"asked not to be called, {day_words(client.do_not_call.since, now.date())}"
    for quiet in client.quiet:
        if quiet.first <= day <= quiet.last:
            return f"is to be left in peace up to {day_words(quiet.last, now.date())}"
    called = _last_called(records, client, attendee, now)
    if called is not None and now.date() - called < CALLED_LATELY:
        return f"was called {day_words(called, now.date())}"
    return ""


def _last_called(
    records: Records, client: Client, attendee: Attendee, now: datetime
) -> date | None:
    """Return the day on which this person was called last; what names a colleague is no matter."""
    alone = [person.emails for person in client.people] if len(client.people) == 1 else []
    is_theirs = any(fold(attendee.email) in map(fold, emails) for emails in alone)
    days = [
        each.at.astimezone(zone_of(now)).date()
        for each in records.of_client(Interaction, client.id)
        if each.kind is not InteractionKind.NOTE
        and (is_theirs or not each.person or fold(each.person) == fold(attendee.name))
    ]
    return max(days, default=None)
