"""What a letter is written upon: all that is known, and the one thing it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from followup_tui.domain.calling.whereabouts import Whereabouts
from followup_tui.domain.client import Client, Person
from followup_tui.domain.course import Course
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import LetterKind
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.project import Project
from followup_tui.domain.promise import Referral
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ClientPage


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, as the settings have it; empty texts are not set."""

    name: str = ""
    email: str = ""
    company: str = ""
    signature: str = ""
    programme: str = ""
    """The partner programme that mails clients for their approval of a reference."""
    review_link: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read for a client while preparing them."""

    events: tuple[str, ...] = ()
    """What is coming up on our side, each in one line, the next one first."""
    news: str = ""
    """A sentence about the foremost new thing on their website."""
    facts: tuple[str, ...] = ()
    """What is new there, in few words each."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """All that a letter is made of, before it is put in words."""

    kind: LetterKind
    page: ClientPage
    now: datetime
    """With the user's zone."""
    theirs: Whereabouts
    ours: Whereabouts
    sender: Sender = Sender()
    person: Person | None = None
    """Whom it is to."""
    interaction: Interaction | None = None
    """The conversation or the try that it follows."""
    playbook: Playbook | None = None
    """Under which that was held."""
    project: Project | None = None
    encounter: Encounter | None = None
    course: Course | None = None
    coffee_day: date | None = None
    referral: Referral | None = None
    introduced: Client | None = None
    """Whom that became."""
    introduced_spoken: bool = False
    taken: tuple[datetime, ...] = ()
    """Hours that are agreed or proposed with anybody."""
    seen: Seen = field(default_factory=Seen)
    promised: tuple[ValueAdd, ...] = ()
    """What of the library was promised, by the words of the promise (`gifts.promised_of`)."""
    carried: tuple[str, ...] = ()
    """Paragraphs that the user had written into the suggestions (`carrying`)."""

    @property
    def today(self) -> date:
        """The day on which it is written, in the user's zone."""
        return self.now.date()

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the client's other people."""
        name = self.person.name if self.person else ""
        return tuple(each.name for each in self.page.client.people if each.name != name)

    def day(self, moment: datetime) -> date:
        """Return the day of a moment in the user's zone."""
        return moment.astimezone(self.now.tzinfo).date()
