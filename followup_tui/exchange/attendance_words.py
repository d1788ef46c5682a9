"""What the words of an attendee list say: who came, who had the money back, who opted out.

The words are those of Eventbrite's, Meetup's and Zoom's lists and of those that people keep by
hand, in English, German and French. They are compared folded, without signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from followup_tui.domain.course import Attendance
from followup_tui.domain.text import clean_line, fold

_OTHER_THAN_LETTERS = re.compile(r"[^\w]+|_+")


class About(StrEnum):
    """What a column says of the booking in its row."""

    STATUS = "status"
    """A word for how it stands."""
    CAME = "came"
    """Ticked, dated or “yes” for whoever was there; empty else."""
    REFUND = "refund"
    """An amount, a day or “yes” where the money went back."""
    OPT_OUT = "opt-out"
    """Ticked where they do not want to be asked."""
    CONSENT = "consent"
    """Ticked where they may be asked."""


_HEADERS = {
    About.STATUS: "status|attendee status|attendance|attendance status|rsvp|order status|"
    "registration status|booking status|ticket status|approval status|teilnehmerstatus|"
    "teilnahme|buchungsstatus|statut|statut du participant|presence",
    About.CAME: "attended|present|was there|came|checked in|check in|check in date|checkin|"
    "check in time|teilgenommen|anwesend|anwesenheit|present e|a participe",
    About.REFUND: "refunded|refund|refund date|refunded amount|amount refunded|erstattet|"
    "erstattung|rembourse|remboursement",
    About.OPT_OUT: "opt out|opted out|unsubscribed|do not contact|no contact|no coffee|"
    "kein kontakt|abgemeldet vom kontakt|ne pas contacter",
    About.CONSENT: "opt in|opted in|consent|may we contact you|contact me|marketing consent|"
    "einwilligung|kontakt erlaubt|consentement",
}
_BY_HEADER = {word: about for about, words in _HEADERS.items() for word in words.split("|")}

_ABSENT_WORDS = (
    "no|not attending|did not attend|absent|no show|noshow|not checked in|waitlist|waitlisted|"
    "waiting list|on waitlist|cancelled|canceled|deleted|transferred|declined|denied|unpaid|"
    "not attended|missed|nein|abwesend|nicht teilgenommen|nicht anwesend|nicht erschienen|"
    "storniert|abgesagt|warteliste|non|absente|annule|annulee|liste d attente"
)
_ATTENDED_WORDS = (
    "yes|attending|attended|checked in|present|came|ja|teilgenommen|anwesend|oui|presente|"
    "a participe|completed"
)
_ABSENT = frozenset(_ABSENT_WORDS.split("|"))
_ATTENDED = frozenset(_ATTENDED_WORDS.split("|"))
_REFUND_WORDS = ("refund", "erstattet", "rembourse", "reembols", "charged back", "money back")
_OPT_OUT_WORDS = ("opted out", "opt out", "unsubscribed", "do not contact")
_NO = frozenset({"", "no", "n", "false", "0", "0 00", "nein", "non", "none", "never"})
"""What a column that is ticked says where it is not; an amount stands without its signs."""


def about_of(header: str) -> About | None:
    """Return what the column under `header` says of a booking; None where it says nothing."""
    return _BY_HEADER.get(_folded(header))


@dataclass(frozen=True, slots=True)
class Reading:
    """Which columns of a table say something of the bookings."""

    columns: tuple[tuple[int, About], ...]
    """Place of the column, and what it says."""

    @classmethod
    def of(cls, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Reading:
        """Return the reading of a table; a column in which nothing stands says nothing."""
        found = [(at, about) for at, header in enumerate(headers) if (about := about_of(header))]
        filled = {at for row in rows for at, cell in enumerate(row) if cell.strip()}
        return cls(tuple((at, about) for at, about in found if at in filled))

    def attendance(self, row: Sequence[str]) -> Attendance | None:
        """Return what a row says; where several columns speak, what counts against a coffee."""
        said = [
            _said(about, _folded(row[at]) if at < len(row) else "") for at, about in self.columns
        ]
        for worst in (Attendance.OPTED_OUT, Attendance.REFUNDED, Attendance.ABSENT):
            if worst in said:
                return worst
        return Attendance.ATTENDED if Attendance.ATTENDED in said else None


def _said(about: About, cell: str) -> Attendance | None:
    match about:
        case About.STATUS:
            return _status(cell)
        case About.CAME:
            return Attendance.ABSENT if cell in _NO | _ABSENT else Attendance.ATTENDED
        case About.REFUND:
            return None if cell in _NO else Attendance.REFUNDED
        case About.OPT_OUT:
            return None if cell in _NO else Attendance.OPTED_OUT
        case About.CONSENT:  # an empty cell is no “no”: many tools leave it so
            return Attendance.OPTED_OUT if cell in _NO - {""} else None


def _status(cell: str) -> Attendance | None:
    if any(word in cell for word in _OPT_OUT_WORDS):
        return Attendance.OPTED_OUT
    if any(word in cell for word in _REFUND_WORDS) and not cell.startswith("not "):
        return Attendance.REFUNDED
    if cell in _ABSENT:
        return Attendance.ABSENT
    return Attendance.ATTENDED if cell in _ATTENDED else None


def _folded(text: str) -> str:
    return " ".join(_OTHER_THAN_LETTERS.sub(" ", fold(clean_line(text))).split())
