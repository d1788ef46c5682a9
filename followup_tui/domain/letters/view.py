"""What is shown of a letter: the letter, whom it may go to, how it may leave, and its check."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter, Way
from followup_tui.domain.letters.names import OtherNames
from followup_tui.domain.personal import Fact, PersonalCheck, check
from followup_tui.domain.promise import Promise


@dataclass(frozen=True, slots=True, eq=False)
class LetterCase:
    """All that the personal check wants to know beside the letter (`domain.personal.check`)."""

    facts: tuple[Fact, ...] = ()
    to: tuple[str, ...] = ()
    """Names of whom it is to."""
    about: str = ""
    """The client's name, as the facts have it."""
    others: tuple[Fact, ...] = ()
    other_names: OtherNames = field(default_factory=OtherNames)
    """The names of all clients and of their people; those among `known_names` are fine."""
    known_names: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    """Letters that left before, to this client and to others."""
    today: date | None = None


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way by which the letter could leave."""

    way: Way
    available: bool = True
    why_not: str = ""
    """A sentence with what to do, where it is not available."""
    note: str = ""
    """What does not go this way, in a sentence."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as it stands."""

    letter: Letter
    """Its id is empty until it is kept as a record."""
    client: Client
    to_name: str = ""
    addresses: tuple[str, ...] = ()
    """The addresses of the client's people to choose from, the primary contact's first."""
    template: str = ""
    """The name of the template it was begun from; empty: blank."""
    templates: tuple[str, ...] = ()
    """Names of the templates of its kind."""
    case: LetterCase = field(default_factory=LetterCase)
    why: str = ""
    """Why it is written: “after your call of Thu 19 Nov”."""
    attachments: tuple[str, ...] = ()
    """Names of the files as they will go along."""
    ways: tuple[WayOut, ...] = ()
    problem: str = ""
    """What is not as it should be, in a sentence: no address, a template with an error."""
    resumed: bool = False
    """Whether it was found again after an interruption."""
    keeps: tuple[Promise, ...] = ()
    """The promises that it seems to keep: proposed to be marked so when it leaves."""


def check_letter(subject: str, body: str, case: LetterCase) -> PersonalCheck:
    """Return what the personal check says of a subject and a body.

    Pure, and tens of milliseconds long: run it in a thread. Spans of its findings count from the
    beginning of ``Subject: …`` and the body below it (`checked_text`).
    """
    return check(
        checked_text(subject, body),
        case.facts,
        to=case.to,
        about=case.about,
        others=case.others,
        other_names=case.other_names.near(f"{subject}\n{body}", but=case.known_names),
        known_names=case.known_names,
        earlier=case.earlier,
        today=case.today,
    )


def checked_text(subject: str, body: str) -> str:
    """Return the text whose characters the check's spans count: the body begins at its end less
    the body's own length."""
    return f"Subject: {subject}\n\n{body}" if subject else body
