"""What screens ask of the app: typed messages that bubble up; the app alone knows all screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message

from followup_tui.domain.interaction import Outcome
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.playbook import Trigger
from followup_tui.domain.views import CallView

if TYPE_CHECKING:
    from followup_tui.domain.letters.view import LetterView


class CallWanted(Message):
    """Begin the call with a client, or take up the one that was interrupted."""

    def __init__(self, client_id: str, *, trigger: Trigger | None = None, person: str = "") -> None:
        super().__init__()
        self.client_id = client_id
        self.trigger = trigger
        """What it is about, where that is not the most pressing reason."""
        self.person = person
        """With whom, where that is not the first person there."""


class WrapUpWanted(Message):
    """A call came to its outcome: wrap it up."""

    def __init__(
        self, call: CallView, outcome: Outcome, *, call_back_at: datetime | None = None
    ) -> None:
        super().__init__()
        self.call = call
        self.outcome = outcome
        self.call_back_at = call_back_at
        """With `Outcome.CALL_BACK`: the hour that was agreed."""


class WrapUpResumed(Message):
    """Take up the wrap-up of a client that was interrupted."""

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.client_id = client_id


class ConversationEnded(Message):
    """A wrap-up was saved (`saved`), or a call was left: back to the desk at that client."""

    def __init__(
        self, client_id: str, words: str = "", *, saved: bool = False, interaction_id: str = ""
    ) -> None:
        super().__init__()
        self.client_id = client_id
        self.words = words
        """What to tell the user, for the toast; may be empty."""
        self.saved = saved
        self.interaction_id = interaction_id
        """What was saved: a letter may follow it."""


class ClientFormWanted(Message):
    """Edit a client, or add one (`client_id` None)."""

    def __init__(self, client_id: str | None = None) -> None:
        super().__init__()
        self.client_id = client_id


class ClientsWanted(Message):
    """Show all clients."""


class SearchWanted(Message):
    """Search everywhere."""


class LibraryWanted(Message):
    """Show all that can be given, the cursor on one of it where it is named."""

    def __init__(self, value_add_id: str = "") -> None:
        super().__init__()
        self.value_add_id = value_add_id


class CoursesWanted(Message):
    """Show all courses."""


class CourseWanted(Message):
    """Show one course with its people, above whatever is shown."""

    def __init__(self, course_id: str) -> None:
        super().__init__()
        self.course_id = course_id


class CourseReviewWanted(Message):
    """Show what was found about a course, above whatever is shown."""

    def __init__(self, course_id: str) -> None:
        super().__init__()
        self.course_id = course_id


class DeskWanted(Message):
    """Show the desk, at a client where one is named."""

    def __init__(self, client_id: str | None = None) -> None:
        super().__init__()
        self.client_id = client_id


class DemoWanted(Message):
    """Close this desk and open the sample desk."""


class ImportWanted(Message):
    """Bring contacts in from a file."""


class HistoryWanted(Message):
    """Show what was changed: for one client, or for everybody (`client_id` empty)."""

    def __init__(self, client_id: str = "", name: str = "") -> None:
        super().__init__()
        self.client_id = client_id
        self.name = name
        """What the client is called."""


class ClientPageWanted(Message):
    """Show all that happened with a client, above whatever is shown."""

    def __init__(self, client_id: str, *, entry: str = "") -> None:
        super().__init__()
        self.client_id = client_id
        self.entry = entry
        """The key of the entry to go to; empty: the newest."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is written on the occasion of; ids, empty where there is none of its kind."""

    interaction_id: str = ""
    preparation_id: str = ""
    project_id: str = ""
    encounter_id: str = ""
    course_id: str = ""
    referral_id: str = ""
    person: str = ""
    """The name of whom it is to, where that is not the first person there."""

    @classmethod
    def of(cls, letter: Letter) -> Occasion:
        """Return the occasion of a letter that was begun."""
        return cls(
            interaction_id=letter.interaction_id,
            preparation_id=letter.preparation_id,
            project_id=letter.project_id,
            encounter_id=letter.encounter_id,
            course_id=letter.course_id,
            referral_id=letter.referral_id,
            person=letter.person,
        )


class LetterWanted(Message):
    """Write a letter to a client, or go on with one: above whatever is shown.

    A `kind` takes up the one under way of that kind and occasion, or begins one. With `letter_id`
    it is that letter, with `view` the one that was begun already.
    """

    def __init__(
        self,
        client_id: str,
        kind: LetterKind = LetterKind.SUGGESTIONS,
        *,
        occasion: Occasion = Occasion(),
        letter_id: str = "",
        view: LetterView | None = None,
        anew: bool = False,
    ) -> None:
        super().__init__()
        self.client_id = client_id
        self.kind = kind
        self.occasion = occasion
        self.letter_id = letter_id
        self.view = view
        self.anew = anew
        """Whether another one is begun although one of its kind is under way."""


class ProjectsWanted(Message):
    """Show the projects of a client, above whatever is shown; with `ending` end one at once."""

    def __init__(self, client_id: str, *, ending: bool = False) -> None:
        super().__init__()
        self.client_id = client_id
        self.ending = ending
