"""The rows of a table of past projects, and of one of conversations that were held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.names import with_company
from followup_tui.domain.importing.plan import (
    Contact,
    Fate,
    Incoming,
    PastInteraction,
    PastProject,
    PlannedRow,
)
from followup_tui.domain.importing.word_lists import words_of
from followup_tui.domain.interaction import InteractionKind, Outcome
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.exchange.raw_contact import contact_of, left_out
from followup_tui.exchange.tables.contacts import ContactRows, split
from followup_tui.exchange.tables.days import (
    DayOrder,
    order_of,
    read_day,
    read_hour,
    read_moment,
)
from followup_tui.exchange.tables.header import Header
from followup_tui.exchange.tables.records import Record, plain

_NAME_ROOM = 120
_TECHNOLOGIES = re.compile(r"[;,|\n]|\s/\s")
_YES = words_of(
    """
    yes y true 1 x ja j oui o si s success successful successfully happy erfolg gut good won
    great satisfied gewonnen verdadeiro wahr vrai
    """
)  # fmt: skip
_NO = words_of(
    """
    no n false 0 nein non nao failed failure unsuccessful unhappy misserfolg schlecht bad lost
    falsch faux verloren
    """
)  # fmt: skip
_UNDER_WAY = {"ongoing", "under way", "underway", "open", "in progress", "laufend", "offen",
              "present", "today", "now", "heute", "en cours", "running", "tbd", "-"}  # fmt: skip
_KINDS = {
    InteractionKind.VOICEMAIL: "voicemail voice answering combox mailbox repondeur",
    InteractionKind.CALL: "call phone telephone telefon anruf telefonat appel llamada chiamata "
    "ligacao zoom teams",
    InteractionKind.COFFEE: "coffee kaffee cafe lunch breakfast dinner mittagessen",
    InteractionKind.MAIL: "email mail e-mail letter brief message linkedin sms chat courriel",
    InteractionKind.MEETING: "meeting visit treffen besuch sitzung termin reunion rendez-vous "
    "workshop demo appointment event presentation video",
    InteractionKind.NOTE: "note notiz memo task todo",
}
"""What conversations are called, the telling words first."""
_OUTCOMES = {
    Outcome.NO_ANSWER: "no answer|not reached|unanswered|did not answer|nicht erreicht|missed|"
    "keine antwort|unreachable|not home|pas de reponse|didn't answer|no reply|failed",
    Outcome.VOICEMAIL: "voicemail|left message|left a message|combox|mailbox|left vm",
    Outcome.BUSY: "busy|besetzt|occupe|engaged",
    Outcome.WRONG_NUMBER: "wrong number|falsche nummer|bad number",
    Outcome.CALL_BACK: "call back|callback|ruckruf|rappeler",
    Outcome.WRONG_MOMENT: "wrong moment|bad time|no time|keine zeit",
    Outcome.REACHED: "reached|connected|spoke|talked|completed|held|done|erreicht|gesprochen|"
    "joint|answered|success|yes|ja|attended|interested",
}
"""What outcomes are called: the first one of which a word is said."""


class _Rows:
    """What rows of both kinds have: whom they are about, and days of one order."""

    def __init__(self, header: Header, body: Sequence[Record], region: str) -> None:
        self._contacts = ContactRows(header)
        self._at: dict[Field, list[int]] = {}
        for at, found in enumerate(header.fields):
            if found is not None:
                self._at.setdefault(found, []).append(at)
        columns = [
            at
            for found in (Field.STARTED, Field.ENDED, Field.DATE)
            for at in self._at.get(found, ())
        ]
        days = (r.cells[at] for r in body if r.cells for at in columns if at < len(r.cells))
        self.order: DayOrder = order_of(days, region)

    def cell(self, cells: Sequence[str], found: Field) -> str:
        """Return the first filled cell of a kind."""
        return next(iter(self.all(cells, found)), "")

    def all(self, cells: Sequence[str], found: Field) -> list[str]:
        """Return the filled cells of a kind."""
        there = (cells[at] for at in self._at.get(found, ()) if at < len(cells))
        return [cell for cell in there if cell.strip()]

    def who(self, cells: Sequence[str]) -> tuple[Contact | None, str]:
        """Return whom a row is about, and what else it says of them; raises `Invalid`."""
        raw, _ = self._contacts.raw(cells)
        if raw.name and not raw.company:
            raw.name, raw.company = with_company(clean_line(raw.name))
        notes, raw.about = raw.about, []
        kept, raw.kept = raw.kept, []
        more = [f"{label}: {value}" for label, value in kept]
        return contact_of(raw), "\n".join(filter(None, (clean_text(t) for t in (*notes, *more))))


def project_rows(body: Sequence[Record], header: Header, region: str) -> Iterator[PlannedRow]:
    """Yield the row of each past project."""
    rows = _Rows(header, body, region)
    for record in body:
        cells = [plain(cell) for cell in record.cells or ()]
        try:
            found = _project(rows, cells)
        except Invalid as problem:
            found = f"its {problem.field} {problem.message}"
        title = clean_line(rows.cell(cells, Field.PROJECT)[:500])
        yield _planned(record, found, cells, title, "a past project")


def _project(rows: _Rows, cells: Sequence[str]) -> PastProject | str:
    title = clean_line(rows.cell(cells, Field.PROJECT))
    who, about = rows.who(cells)
    if not title:
        return "it names no project"
    if who is None:
        return "it does not say whose project it is"
    started, ended = rows.cell(cells, Field.STARTED), rows.cell(cells, Field.ENDED)
    first = read_day(started, rows.order)
    last = read_day(ended, rows.order, end=True)
    if started.strip() and first is None:
        return f"“{shorten(clean_line(started), 40)}” is no day on which it began"
    if ended.strip() and last is None and fold(clean_line(ended)) not in _UNDER_WAY:
        return f"“{shorten(clean_line(ended), 40)}” is no day on which it ended"
    if first and last and last < first:
        return "it ends before it begins"
    technologies = [
        clean_line(each)
        for cell in split(rows.all(cells, Field.TECHNOLOGIES))
        for each in _TECHNOLOGIES.split(cell)
    ]
    return PastProject(
        who=who,
        title=title,
        technologies=tuple(dict.fromkeys(filter(None, technologies))),
        started=first,
        ended=last,
        success=_yes_or_no(rows.cell(cells, Field.SUCCESS)),
        about=about,
    )


def _yes_or_no(cell: str) -> bool | None:
    words = fold(clean_line(cell)).replace(",", " ").replace(".", " ").split()
    if not words:
        return None
    if words[0] in _NO or words[:2] == ["not", "successful"]:
        return False
    if words[0] == "closed":
        words = words[1:] or words  # “Closed won” of deals
        return {"won": True, "lost": False}.get(words[0])
    return True if words[0] in _YES else None


def interaction_rows(body: Sequence[Record], header: Header, region: str) -> Iterator[PlannedRow]:
    """Yield the row of each conversation."""
    rows = _Rows(header, body, region)
    for record in body:
        cells = [plain(cell) for cell in record.cells or ()]
        try:
            found = _interaction(rows, cells)
        except Invalid as problem:
            found = f"its {problem.field} {problem.message}"
        day = clean_line(rows.cell(cells, Field.DATE)[:100])
        yield _planned(record, found, cells, day, "a conversation")


def _interaction(rows: _Rows, cells: Sequence[str]) -> PastInteraction | str:
    day = rows.cell(cells, Field.DATE)
    at = _moment(day, rows.cell(cells, Field.TIME), rows.order)
    if at is None:
        said = shorten(clean_line(day), 40)
        return f"“{said}” is no day" if said else "it does not say when it was"
    who, text = rows.who(cells)
    if who is None:
        return "it does not say with whom it was"
    outcome_words = clean_line(rows.cell(cells, Field.OUTCOME))
    kind, outcome = _kind(rows.cell(cells, Field.KIND)), _outcome(outcome_words)
    if kind is InteractionKind.NOTE and outcome is not None:
        kind = InteractionKind.CALL
    if outcome is None and outcome_words:
        text = f"{text}\nOutcome: {outcome_words}".strip()
    if outcome is None:
        outcome = {
            InteractionKind.NOTE: Outcome.NOTED, InteractionKind.VOICEMAIL: Outcome.VOICEMAIL,
        }.get(kind, Outcome.REACHED)  # fmt: skip
    return PastInteraction(who=who, at=at, kind=kind, outcome=outcome, text=text)


def _moment(day: str, hour: str, order: DayOrder) -> datetime | None:
    try:
        exact = datetime.fromisoformat(clean_line(day))
    except ValueError:
        exact = None
    if exact is not None and exact.tzinfo is not None:
        return exact
    found = read_moment(day, order)
    if found is None:
        return None
    own = read_hour(hour)
    return datetime.combine(found.day, own) if own and not found.hour else found.at


def _kind(cell: str) -> InteractionKind:
    """Return what a conversation was; without a word about it a call, as most are."""
    words = set(re.split(r"[^\w-]+", fold(clean_line(cell)))) - {""}
    if not words:
        return InteractionKind.CALL
    for kind, names in _KINDS.items():
        if words & set(names.split()):
            return kind
    return InteractionKind.NOTE


def _outcome(line: str) -> Outcome | None:
    folded = fold(line)
    for outcome, names in _OUTCOMES.items():
        if folded and any(
            re.search(rf"\b{re.escape(name)}\b", folded) for name in names.split("|")
        ):
            return outcome
    return None


def _planned(
    record: Record, found: Incoming | str, cells: Sequence[str], title: str, reason: str
) -> PlannedRow:
    if isinstance(found, str):
        text = title or " ".join(cells)
        return left_out(found, line=record.line, lines=record.lines, text=text)
    who = found.who if isinstance(found, PastProject | PastInteraction) else None
    names = (title, who.person.name if who and who.person else "", who.company if who else "")
    name = ", ".join(dict.fromkeys(filter(None, names)))
    return PlannedRow(
        record.line, record.lines, shorten(name, _NAME_ROOM), Fate.NEW, reason, content=found
    )
