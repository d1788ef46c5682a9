"""What the history of changes adds to a timeline: what changed in the record, and earlier words.

Pure functions. What the records tell by themselves (a promise kept, a letter written) is not told
a second time; what an undo took back is not told at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from followup_tui.domain.client import Client, Person
from followup_tui.domain.history import PastChange, PastEdit
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.promise import NextStep, Promise
from followup_tui.domain.record import Record
from followup_tui.domain.timeline.differences import FieldChange, NameOf, What, difference
from followup_tui.domain.timeline.entries import Earlier, Entry, EntryKind, Line, Mark, Past
from followup_tui.domain.timeline.records import of_offer
from followup_tui.domain.value_add import Offer

_LABELS = {
    "call again": "next call",
    "do not call": "wish not to be called",
    "origin": "how they came",
    "about": "what else is worth remembering",
    "quiet": "quiet days",
}
_SCALARS = frozenset({"state", "settled"})
"""Labels of what the records tell by entries of their own."""


def past(changes: Iterable[PastChange], client_id: str, *, zone: tzinfo, name_of: NameOf) -> Past:
    """Return what `changes`, newest first, tell of a client; moments are told in `zone`.

    `name_of` gives the name of a client or the title of a value-add by its id.
    """
    entries: list[Entry] = []
    earlier: dict[str, list[Earlier]] = {}
    for change in changes:
        if change.undoes or change.undone_by:
            continue
        for edit in change.edits:
            if not _is_about(edit, client_id):
                continue
            if isinstance(edit.before, Interaction) and isinstance(edit.after, Interaction):
                told = difference(edit, zone=zone, name_of=name_of)
                if told.fields:
                    before = Earlier(change.at.astimezone(zone), change.by, told.fields)
                    earlier.setdefault(edit.record_id, []).append(before)
            else:
                entries.extend(_entries(change, edit, zone, name_of))
    return Past(tuple(entries), tuple((key, tuple(each)) for key, each in earlier.items()))


def _is_about(edit: PastEdit, client_id: str) -> bool:
    record = edit.after or edit.before
    return edit.record_id == client_id or getattr(record, "client_id", "") == client_id


def _entries(change: PastChange, edit: PastEdit, zone: tzinfo, name_of: NameOf) -> Iterator[Entry]:
    match edit.before, edit.after:
        case Client() as before, Client() as after:
            yield from _of_client(change, before, after, zone, name_of)
        case Offer() as before, Offer() as after if before.state is not after.state:
            yield of_offer(before, name_of(before.value_add_id), zone)
        case Record() as before, None:
            yield _removed(change, edit, before, zone, name_of)
        case (Promise(), Promise()) | (NextStep(), NextStep()):
            yield from _mended(change, edit, zone, name_of)
        case _:
            return


def _entry(change: PastChange, record_id: str, title: str, lines: Iterable[Line]) -> Entry:
    return Entry(
        key=f"changes:{change.id}:{record_id}",
        kind=EntryKind.CHANGE,
        day=change.at.date(),
        at=change.at,
        title=title,
        lines=(*lines, Line(change.by, "by")),
    )


def _of_client(
    change: PastChange, before: Client, after: Client, zone: tzinfo, name_of: NameOf
) -> Iterator[Entry]:
    """Yield what was changed in the client: one entry, however many fields."""
    edit = PastEdit(Client.table, after.id, before, after)
    told = difference(edit, zone=zone, name_of=name_of)
    words = [
        sentence
        for field in told.fields
        for sentence in (
            people_words(before.people, after.people)
            if field.label == "people"
            else [field_words(field)]
        )
    ]
    if words:
        lines = [Line(each) for each in words] if len(words) > 1 else []
        yield _entry(_at(change, zone), after.id, " · ".join(words), lines)


def _removed(
    change: PastChange, edit: PastEdit, before: Record, zone: tzinfo, name_of: NameOf
) -> Entry:
    told = difference(edit, zone=zone, name_of=name_of)
    title = f": {told.title}" if told.title else ""
    lines = [
        Line(text, field.label if not number else "")
        for field in told.fields
        for number, text in enumerate(field.gone)
    ]
    entry = _entry(_at(change, zone), before.id, f"{told.kind} {What.REMOVED}{title}", lines)
    return Entry(entry.key, entry.kind, entry.day, entry.at, entry.title, Mark.BAD, entry.lines)


def _mended(change: PastChange, edit: PastEdit, zone: tzinfo, name_of: NameOf) -> Iterator[Entry]:
    """Yield that the words or the day of a promise or a next step were changed."""
    told = difference(edit, zone=zone, name_of=name_of)
    fields = [field for field in told.fields if field.label not in {*_SCALARS, "done"}]
    if fields:
        words = " · ".join(field_words(field) for field in fields)
        title = f"{told.kind} changed, {told.title}: {words}"
        yield _entry(_at(change, zone), edit.record_id, title, ())


def _at(change: PastChange, zone: tzinfo) -> PastChange:
    return PastChange(change.id, change.at.astimezone(zone), change.by, ())


def field_words(field: FieldChange) -> str:
    """Return what became of one field: ``interests added: Azure``, ``website: a → b``."""
    label = _LABELS.get(field.label, field.label)
    gone, come = ", ".join(field.gone), ", ".join(field.come)
    if gone and come:
        return f"{label}: {gone} → {come}"
    many = label.endswith("s") and not label.endswith("ss")
    if come:
        return f"{label} added: {come}" if many else f"{label}: {come}"
    return f"{label} removed: {gone}"


def people_words(before: Iterable[Person], after: Iterable[Person]) -> list[str]:
    """Return who came, who went, and whose role, numbers or addresses were changed."""
    was = {person.name: person for person in before}
    words = []
    seen = set()
    for person in after:
        seen.add(person.name)
        old = was.get(person.name)
        if old is None:
            words.append(f"{person.name} added")
        elif old != person:
            words.extend(_person_words(old, person))
    words.extend(f"{name} removed" for name in was if name not in seen)
    return words or ["people in another order"]


def _person_words(old: Person, new: Person) -> Iterator[str]:
    for label, before, after in (
        ("role", (old.role,), (new.role,)),
        ("number", old.phones, new.phones),
        ("address", old.emails, new.emails),
    ):
        gone = ", ".join(each for each in before if each and each not in after)
        come = ", ".join(each for each in after if each and each not in before)
        if gone and come:
            yield f"{label} of {new.name} changed: {gone} → {come}"
        elif come:
            yield f"{label} of {new.name} added: {come}"
        elif gone:
            yield f"{label} of {new.name} removed: {gone}"
        elif before != after:
            yield f"{label}s of {new.name} in another order"
