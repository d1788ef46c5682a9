"""What `course` prints, action by action."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.commands.json_shapes.things import Shape


class BareCourse(Shape, frozen=True):
    """A course without its people: `course remove`."""

    id: str
    title: str
    topic: str
    first_day: date
    last_day: date
    speaker: str
    host: str
    coffees: int
    coffee_place: str
    about: str


class CourseRow(BareCourse, frozen=True):
    """A course as it stands."""

    attendees: int
    came: int
    drawn: int
    invited: int
    had: int
    rating: float | None
    next: str


class Courses(Shape, frozen=True):
    """`course list`."""

    courses: list[CourseRow]


class ProposedClient(Shape, frozen=True):
    """The client to whom somebody on a course may belong."""

    client_id: str
    client: str
    sureness: str
    because: str


class Attendee(Shape, frozen=True):
    """Somebody on a course."""

    name: str
    email: str
    phone: str
    company: str
    attendance: str
    client_id: str | None
    client: str
    proposed: ProposedClient | None
    coffee: str | None
    left_out: str


class LeftOut(Shape, frozen=True):
    """Somebody who was not in the pool of a draw."""

    name: str
    why: str


class Pick(Shape, frozen=True):
    """Somebody who was drawn."""

    name: str
    client_id: str | None
    replaces: str
    invited: date | None
    settled: bool
    end: str | None
    ended: date | None
    why: str


class Pool(Shape, frozen=True):
    """Who is in a draw, and by what it is made."""

    course_id: str
    seed: int
    number: int
    coffee_day: date
    pool: list[str]
    left_out: list[LeftOut]


class Draw(Pool, frozen=True):
    """`course draw`, `replace`, `invite`, `settle`, `reopen`: a draw, and whether it repeats."""

    id: str
    drawn_at: datetime
    picks: list[Pick]
    comes_out_again: bool


class DrawProposed(Pool, frozen=True):
    """`course draw --dry-run`."""

    drawn_before: list[str]
    dry_run: bool


class Course(CourseRow, frozen=True):
    """`course show`, and what changes a course or who is on it."""

    coffee_day: date | None
    people: list[Attendee]
    draws: list[Draw]
    told: list[str]


class AttendeeRow(Shape, frozen=True):
    """A row of a file of attendees."""

    line: int
    name: str
    fate: str
    reason: str
    attendance: str | None


class AttendeesImported(Shape, frozen=True):
    """`course import`."""

    course_id: str
    file: str
    dry_run: bool
    new: int
    changed: int
    skip: int
    notes: list[str]
    rows: list[AttendeeRow]


class Announced(Shape, frozen=True):
    """`course announce`."""

    course_id: str
    announcement: str
    file: str | None


class SaidOfCourse(Shape, frozen=True):
    """What somebody said over a coffee."""

    text: str
    by: str
    client_id: str
    day: date
    interaction_id: str | None


class Answers(Shape, frozen=True):
    """What was answered to one question."""

    key: str
    ask: str
    heading: str
    kind: str
    mean: float | None
    counts: dict[str, int]
    said: list[SaidOfCourse]


class Theme(Shape, frozen=True):
    """A word that several people used."""

    word: str
    people: int


class Gathered(Shape, frozen=True):
    """What was said of one thing, and what comes up again in it."""

    said: list[SaidOfCourse]
    themes: list[Theme]


class EarlierCourse(Shape, frozen=True):
    """What an earlier course of the same topic was rated."""

    title: str
    last_day: date
    rating: float


class Reviewed(BareCourse, frozen=True):
    """`course review`."""

    drawn: int
    held: int
    answers: list[Answers]
    keep: Gathered
    improve: Gathered
    to_know: Gathered
    earlier: list[EarlierCourse]


class ReviewMarkdown(Shape, frozen=True):
    """`course review --markdown`."""

    course_id: str
    names: bool
    markdown: str
    file: str | None
