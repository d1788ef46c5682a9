"""Contacts from vCards: 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), one or many in a file.

Each card is a row of the plan; one that breaks off or says nothing is told as such, and those
around it are read all the same. Pictures, addresses and birthdays are left alone.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup_tui.domain.importing.plan import FileKind, ImportPlan, PlannedRow
from followup_tui.domain.words import count
from followup_tui.exchange.raw_contact import RawContact, left_out, planned

_BEGIN, _END = "begin:vcard", "end:vcard"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAME_PARTS = (1, 2, 0)  # given, additional, family: N says the family name first
_SHOWN = re.compile(r"^(?:item\d+\.)?(?:FN|N|ORG)[;:].*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: its number, and its text without the line break."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Property:
    """One property of a card: its name, parameters, and the value as it stands there."""

    name: str
    params: tuple[tuple[str, str], ...]
    value: str

    def param(self, name: str) -> str:
        """Return the values of a parameter, lower case, joined by commas."""
        return ",".join(value for key, value in self.params if key == name).lower()


def read_cards(text: str, *, source: str) -> ImportPlan:
    """Return the plan of a file of vCards."""
    rows: list[PlannedRow] = []
    card: list[_Line] = []
    outside = astray = 0
    for line in _lines(text):
        word = line.text.strip().lower()
        if word == _BEGIN:
            if card:
                rows.append(_broken(card))
            card = [line]
        elif not card:
            outside += 1
            astray += bool(word)
        else:
            card.append(line)
            if word == _END:
                rows.append(_row(card))
                card = []
    if card:
        rows.append(_broken(card))
    notes = (f"{count(astray, 'line')} outside of any card left out.",) if astray else ()
    return ImportPlan(
        source=source,
        kind=FileKind.VCARD,
        rows=tuple(rows),
        notes=notes,
        other_lines=outside,
    )


def _lines(text: str) -> Iterator[_Line]:
    parts = re.split(r"\r\n|\n|\r", text)
    if parts[-1] == "":
        parts.pop()  # what follows the last line break is no line
    for number, part in enumerate(parts, start=1):
        yield _Line(number, part)


def _broken(card: Sequence[_Line]) -> PlannedRow:
    reason = "the card breaks off: it has no END:VCARD"
    return left_out(reason, line=card[0].number, lines=len(card), text=_title(card))


def _title(card: Sequence[_Line]) -> str:
    """Return what a card that is not read can be called."""
    found = _SHOWN.search("\n".join(line.text for line in card))
    return found.group().partition(":")[2].replace(";", " ") if found else "a card"


def _row(card: Sequence[_Line]) -> PlannedRow:
    properties = [found for line in _unfolded(card[1:-1]) if (found := _property(line))]
    line, lines = card[0].number, len(card)
    kind = next((each.value.strip().lower() for each in properties if each.name == "KIND"), "")
    if kind in {"group", "location"}:
        return left_out(f"it is a {kind}, no contact", line=line, lines=lines, text=_title(card))
    return planned(_raw(properties), line=line, lines=lines, text=_title(card))


def _unfolded(card: Sequence[_Line]) -> Iterator[str]:
    """Yield the logical lines: a blank at its beginning, or a soft break, continues one."""
    logical = ""
    for line in card:
        text = line.text
        if logical.endswith("=") and "quoted-printable" in logical.partition(":")[0].lower():
            logical = logical[:-1] + text.lstrip(" \t")
        elif text[:1] in {" ", "\t"} and logical:
            logical += text[1:]
        else:
            yield logical
            logical = text
    yield logical


def _property(line: str) -> _Property | None:
    """Return the property that a logical line is; None where it is none."""
    head, colon, value = _at_colon(line)
    if not colon:
        return None
    first, *rest = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', head)
    params = []
    for part in rest:
        key, equals, given = part.partition("=")
        # vCard 2.1 names values alone: TEL;WORK;QUOTED-PRINTABLE
        params.append((key.upper(), given.strip('"')) if equals else ("TYPE", key))
    return _Property(first.rpartition(".")[2].strip().upper(), tuple(params), value)


def _at_colon(line: str) -> tuple[str, str, str]:
    """Split at the first colon that stands outside of double quotes."""
    quoted = False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return line[:at], char, line[at + 1 :]
    return line, "", ""


def _value(found: _Property) -> str:
    """Return the value with its transfer encoding undone; separators and escapes still stand."""
    if "quoted-printable" not in f"{found.param('ENCODING')},{found.param('TYPE')}":
        return found.value
    raw = quopri.decodestring(found.value.encode("utf-8", "replace"))
    for charset in (found.param("CHARSET") or "utf-8", "utf-8"):
        try:
            return raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


def _plain(text: str) -> str:
    """Return `text` with its escapes undone."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def _parts(text: str, separator: str) -> list[str]:
    """Return the parts between separators that are not escaped, each plain."""
    return [_plain(part) for part in re.split(rf"(?<!\\){separator}", text)]


def _raw(properties: Sequence[_Property]) -> RawContact:
    """Return the words of a card; of what may stand there once only, the first counts."""
    values: dict[str, list[str]] = {}
    for found in properties:
        if not (found.name == "TEL" and "fax" in found.param("TYPE")):
            values.setdefault(found.name, []).append(_value(found))
    plain = {name: [_plain(each) for each in found] for name, found in values.items()}
    company = next(filter(None, _parts(values.get("ORG", [""])[0], ";")), "")
    structured = _structured(values.get("N", [""])[0])
    name = _first(plain, "FN") or structured
    if name == company and not structured:
        name = ""  # the card of a company is called like it
    return RawContact(
        name=name,
        company=company,
        role=_first(plain, "TITLE") or _first(plain, "ROLE"),
        emails=[email.removeprefix("mailto:") for email in plain.get("EMAIL", ())],
        phones=[_phone(number) for number in plain.get("TEL", ())],
        websites=plain.get("URL", []),
        tags=[tag for each in values.get("CATEGORIES", ()) for tag in _tags(each)],
        about=plain.get("NOTE", []),
    )


def _first(values: Mapping[str, Sequence[str]], name: str) -> str:
    return next(filter(None, values.get(name, ())), "")


def _tags(value: str) -> list[str]:
    """Return the categories, without that which Google gives to everybody."""
    return [tag for tag in _parts(value, ",") if tag != "myContacts"]


def _structured(value: str) -> str:
    """Return the name that N says: given, additional and family name."""
    parts = _parts(value, ";")
    return " ".join(parts[at] for at in _NAME_PARTS if at < len(parts) and parts[at])


def _phone(text: str) -> str:
    """Return a number as it is dialled, the extension of a ``tel:`` address after it."""
    if not text.lower().startswith("tel:"):
        return text
    number, *params = text[4:].split(";")
    extension = next((part[4:] for part in params if part.lower().startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number
