"""Client: one relationship on the call list; Person: somebody there; where they came from."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from followup_tui.domain.record import (
    Invalid,
    Record,
    Value,
    check_line,
    check_moment,
    check_text,
    check_web_address,
    check_zone,
)


class Person(Value, frozen=True, kw_only=True):
    """Somebody at a client. The first one is the primary contact."""

    name: str
    role: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    wrong_phones: tuple[str, ...] = ()
    """Numbers that turned out to be somebody else's: kept, and not dialled again."""

    def __post_init__(self) -> None:
        check_line("name", self.name, required=True)
        check_line("role", self.role)
        for phone in (*self.phones, *self.wrong_phones):
            check_line("phones", phone, required=True)
        for email in self.emails:
            check_line("emails", email, required=True)
            if email.count("@") != 1 or email.startswith("@") or email.endswith("@"):
                raise Invalid("emails", f"“{email}” is no e-mail address")


class Competitor(Value, frozen=True, kw_only=True):
    """A company that the client watches, and its website."""

    name: str
    website: str = ""

    def __post_init__(self) -> None:
        check_line("competitors", self.name, required=True)
        check_web_address("competitors", self.website)


class AccountManager(Value, frozen=True, kw_only=True):
    """Who looks after the client on our side, in CC of the letters."""

    name: str
    email: str = ""

    def __post_init__(self) -> None:
        check_line("account_manager", self.name, required=True)
        check_line("account_manager", self.email)


class Cadence(Value, frozen=True, kw_only=True):
    """How often a client wants to be spoken to, in days since they were last reached."""

    ideal: int = 152
    """Days after which the client comes on the list: five months."""
    late: int = 183
    """Days after which it is late: six months."""

    def __post_init__(self) -> None:
        if self.ideal < 1:
            raise Invalid("cadence.ideal", "must be at least one day")
        if self.late < self.ideal:
            raise Invalid("cadence.late", "must not come before the ideal day")


class OriginKind(StrEnum):
    """How somebody came on the list."""

    PROJECT = "project"
    COURSE = "course"
    MET = "met"
    REFERRAL = "referral"
    IMPORT = "import"
    ADDED = "added"


class Origin(Value, frozen=True, kw_only=True):
    """Where a client came from, and who introduced them."""

    kind: OriginKind = OriginKind.ADDED
    detail: str = ""
    introduced_by: str = ""
    """The id of the client who made the introduction, or empty."""
    turn: date | None = None
    """The day on which somebody who was imported has the first call; None: by capacity."""

    def __post_init__(self) -> None:
        check_line("origin", self.detail)


class DoNotCall(Value, frozen=True, kw_only=True):
    """The wish not to be called, with its date and reason."""

    since: date
    why: str = ""

    def __post_init__(self) -> None:
        check_line("do_not_call", self.why)


class QuietPeriod(Value, frozen=True, kw_only=True):
    """Days, both included, during which a client is left in peace (a holiday, a release)."""

    first: date
    last: date
    why: str = ""

    def __post_init__(self) -> None:
        check_line("quiet", self.why)
        if self.last < self.first:
            raise Invalid("quiet", "must not end before it begins")


class Client(Record, frozen=True, kw_only=True):
    """One relationship on the call list: a company, or a lone person."""

    table: ClassVar[str] = "clients"

    name: str
    people: tuple[Person, ...] = ()
    website: str = ""
    competitors: tuple[Competitor, ...] = ()
    interests: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    """What they said they liked."""
    dislikes: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    """What was left open in conversations and is still to be answered, the oldest first."""
    tags: tuple[str, ...] = ()
    account_manager: AccountManager | None = None
    zone: str = ""
    """IANA name of their time zone; empty: the user's own."""
    cadence: Cadence | None = None
    """Their own pair of days; None: by tag or as the settings and the playbook say."""
    origin: Origin = Origin()
    call_again: date | None = None
    """The day set at the last wrap-up; None: by cadence."""
    call_again_at: datetime | None = None
    """The hour on that day, where one was proposed for another try."""
    snoozed_until: date | None = None
    """Not on the list before this day, whatever the reason."""
    do_not_call: DoNotCall | None = None
    quiet: tuple[QuietPeriod, ...] = ()
    about: str = ""
    """What else is worth remembering, free text."""
    changed: datetime | None = None

    def __post_init__(self) -> None:
        check_line("name", self.name, required=True)
        check_web_address("website", self.website)
        check_zone("zone", self.zone)
        check_text("about", self.about)
        check_moment("created", self.created)
        check_moment("changed", self.changed)
        check_moment("call_again_at", self.call_again_at)
        for field in ("interests", "likes", "dislikes", "open_questions", "tags"):
            for text in getattr(self, field):
                check_line(field, text, required=True)

    @property
    def primary(self) -> Person | None:
        """The primary contact: the first person, if there is one."""
        return self.people[0] if self.people else None
