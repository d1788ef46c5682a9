"""The client form as data: which fields it has, in which order, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime

import msgspec

from followup_tui.domain.client_form import ClientFields
from followup_tui.tui.keeping import FORM


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of the form; `key` is its name in `ClientFields`."""

    key: str
    label: str
    placeholder: str = ""
    lines: int = 1
    hint: str = ""


BEFORE_PEOPLE: tuple[FieldSpec, ...] = (FieldSpec("name", "Client", "e.g. Northwind Traders"),)
AFTER_PEOPLE: tuple[FieldSpec, ...] = (
    FieldSpec("website", "Website", "e.g. www.northwind.example"),
    FieldSpec(
        "competitors",
        "Competitors",
        "e.g. Fabrikam https://www.fabrikam.example",
        lines=2,
        hint="with commas or one a line; the website after the name, if you know it",
    ),
    FieldSpec("interests", "Interests", "e.g. Azure, reporting, costs"),
    FieldSpec("tags", "Tags", "e.g. manufacturing, key account"),
    FieldSpec("zone", "Time zone", "e.g. Australia/Sydney"),
    FieldSpec("account_manager", "Account manager", "e.g. Ulla Berg"),
    FieldSpec("account_manager_email", "… their e-mail", "e.g. ulla@ourselves.example"),
    FieldSpec("cadence_ideal", "Call every", "e.g. 152", hint="days; empty: as the settings say"),
    FieldSpec("cadence_late", "… at the latest", "e.g. 183", hint="days after which it is late"),
    FieldSpec(
        "quiet",
        "Leave in peace",
        "e.g. 1 Aug to 31 Aug: summer holiday",
        lines=2,
        hint="one a line: August, until 6 Jan, not before 1 March; what for after a colon",
    ),
    FieldSpec("about", "About", "What else is worth remembering", lines=4),
)
ORDER: tuple[str, ...] = tuple(spec.key for spec in (*BEFORE_PEOPLE, *AFTER_PEOPLE))


class KeptForm(msgspec.Struct, frozen=True):
    """A form as it is kept while it is typed."""

    at: datetime
    fields: ClientFields


def encode(kept: KeptForm) -> bytes:
    """Return the form as it is kept on the disk."""
    return msgspec.json.encode(kept)


def decode(content: bytes) -> KeptForm | None:
    """Return the form that was kept; None where it cannot be read (another version's)."""
    try:
        return msgspec.json.decode(content, type=KeptForm)
    except msgspec.DecodeError:  # also what is well-formed and has another shape
        return None


def draft_key(client_id: str | None) -> str:
    """Return the key under which the form of a client is kept."""
    return f"{FORM}{client_id or 'new'}"


def problem_key(person: int, field: str) -> str:
    """Return the key by which a problem names a field of a person, counted from 0."""
    return f"people[{person}].{field}"


def merged(typed: ClientFields, begun: ClientFields, current: ClientFields) -> ClientFields:
    """Return the form as it is to be saved: what was typed, over what stands there by now.

    A field that says what it said when the form was opened (`begun`) was not typed in: what was
    written elsewhere since then stays.
    """
    changed = {
        field.name: getattr(typed, field.name)
        for field in fields(ClientFields)
        if getattr(typed, field.name) != getattr(begun, field.name)
    }
    return replace(current, **changed)


def plain_text(form: ClientFields) -> str:
    """Return what stands in a form as text, a field a line; what is empty is left out."""
    lines = [
        f"{spec.label}: {value}"
        for spec in (*BEFORE_PEOPLE, *AFTER_PEOPLE)
        if (value := str(getattr(form, spec.key)).strip())
    ]
    for person in form.people:
        words = (person.name, person.role, person.phones, person.emails)
        lines.append(f"Person: {', '.join(filter(None, words))}")
    return "\n".join(lines)
