"""The rows of a table of contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.domain.importing.fields import Field
from followup_tui.domain.importing.names import name_words, turned
from followup_tui.domain.importing.plan import PlannedRow
from followup_tui.domain.text import clean_line, fold
from followup_tui.exchange.raw_contact import RawContact, left_out, planned
from followup_tui.exchange.tables import words
from followup_tui.exchange.tables.columns import key_of
from followup_tui.exchange.tables.header import Header
from followup_tui.exchange.tables.records import Record, plain

SEVERAL = " ::: "
"""How Google joins several values in a cell."""
_SALUTATIONS = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "m", "mme",
                "mlle", "sr", "sra", "srta", "sig", "sig.ra", "dott", "hr", "fr"}  # fmt: skip
_EMPTY = {
    "n/a",
    "#n/a",
    "null",
    "none",
    "nan",
    "(none)",
    "(blank)",
    "[]",
    "\\n",
    "undefined",
    "0/0/00",
    "0.0.00",
    "00/00/00",
    "0/0/0000",
}
"""What programs write where there is nothing."""
_EMPTY_ROOM = 16  # characters, blanks around it among them: longer cells are not looked up
_GUARDS = ("=", "'")  # with which a cell begins that does not say what stands in it
_FOOT = re.compile(
    r"\s*(?:(?:sub)?total|sum|count|exported|generated|created|printed|copyright|confidential|"
    r"page \d|as of|end of|gesamt|summe|anzahl|erstellt|exportiert|stand|seite \d|nombre de|"
    r"exporte|totale)\b.*(?:\d|report|file|list)",
    re.IGNORECASE,
)
"""What programs write below a table."""
_VALUE = re.compile(r"\s*\d*\s*-\s*Value$", re.IGNORECASE)
_LABEL = re.compile(r".* (?:label|type)$")
_NUMBERED = re.compile(r"address (\d+) - ", re.IGNORECASE)
_WHICH = (("Home address", words.HOMES), ("Other address", words.OTHER_PLACES),
          ("Company address", words.COMPANIES))  # fmt: skip
_NOT_FOR_CALLS = ("fax", "pager")
_KINDS = {"type", "kind", "is company", "is a company", "contact type", "record type"}
"""Headers of what a row is of."""
_COMPANIES = {"company", "organization", "organisation", "business", "firma", "unternehmen",
              "societe", "entreprise", "empresa", "azienda", "bedrijf"}  # fmt: skip
_YES = {"true", "yes", "1", "x", "ja", "oui", "si", "y", "do not call", "wahr", "vrai"}
_PARTED = re.compile(r"[;,|]")


class ContactRows:
    """Makes contacts of the records under one header."""

    def __init__(self, header: Header) -> None:
        self._dialect = header.dialect
        self._width = len(header.names)
        self._keys = [key_of(name) for name in header.names]
        self._names = header.names if header.row >= 0 else ()
        self._named_at = next((at for at, name in enumerate(self._names) if name), -1)
        self._labels = [_VALUE.sub("", name) for name in header.names]
        self._fields: list[Field | None] = list(header.fields)
        for at, (name, found) in enumerate(zip(header.names, header.fields, strict=True)):
            if found is None and name and header.dialect.keeps_unknown:
                self._fields[at] = Field.KEEP
        self._label_of = [
            at - 1 if at and _LABEL.fullmatch(self._keys[at - 1]) else -1
            for at in range(self._width)
        ]
        self._addresses = [
            _address_of(name, key) if field is Field.ADDRESS else ("", "")
            for name, key, field in zip(header.names, self._keys, self._fields, strict=True)
        ]
        self._family_first = header.family_first
        self._kind_at = next((at for at, key in enumerate(self._keys) if key in _KINDS), -1)

    def of(self, body: Iterable[Record]) -> Iterator[PlannedRow]:
        """Yield the row of each record that could be read."""
        for record in body:
            yield self._row(record)

    def _row(self, record: Record) -> PlannedRow:
        cells = [plain(cell) if cell[:1] in _GUARDS else cell for cell in record.cells or ()]
        raw, named = self.raw(cells)
        reason = self._dialect.left_out(named) or self._of_the_table(cells)
        if reason:
            text = ", ".join(filter(None, (raw.name, raw.company))) or " ".join(cells)
            return left_out(reason, line=record.line, lines=record.lines, text=text)
        self._dialect.mend(raw, named)
        return planned(raw, line=record.line, lines=record.lines, text=" ".join(cells))

    def _of_the_table(self, cells: Sequence[str]) -> str:
        """Return why a row is of the table and of nobody in it; empty: it is of somebody."""
        at = self._named_at
        as_header = 0 <= at < len(cells) and cells[at].strip() == self._names[at]
        if as_header and self._keys == [key_of(cell) for cell in cells[: self._width]]:
            return "it repeats the header"
        filled = [cell for cell in cells if cell and not cell.isspace()]
        if len(filled) == 1 < self._width and _FOOT.match(filled[0]):
            return "it says something of the table, and nobody"
        return ""

    def raw(self, cells: Sequence[str]) -> tuple[RawContact, dict[str, str]]:
        """Return the words of a row by what their columns mean, and its cells by their keys."""
        found: dict[Field, list[str]] = {}
        named: dict[str, str] = {}
        addresses: dict[tuple[str, str], dict[str, None]] = {}
        raw = RawContact()
        for at, cell in enumerate(cells[: self._width]):
            if not cell or cell.isspace():
                continue
            if len(cell) < _EMPTY_ROOM and cell.strip().lower() in _EMPTY:
                continue
            named.setdefault(self._keys[at], cell)
            field = self._fields[at]
            if field is Field.KEEP:
                raw.kept.append((self._label(at, cells), cell))
            elif field is Field.ADDRESS:
                addresses.setdefault(self._addresses[at], {})[clean_line(cell)] = None
            elif field is Field.PHONE and self._is_fax(at, cells):
                continue
            elif field is not None:
                found.setdefault(field, []).append(cell)
        # A row that is longer than the header has something in it that no column names.
        found.setdefault(Field.NOTES, []).extend(
            cell for cell in cells[self._width :] if cell.strip()
        )
        _fill(raw, found, family_first=self._family_first)
        for (label, _), parts in addresses.items():
            raw.kept.append((label, ", ".join(filter(None, parts))))
        if self._kind_at >= 0 and raw.name and not raw.company and self._is_company(cells):
            raw.name, raw.company = "", raw.name
        return raw, named

    def _label(self, at: int, cells: Sequence[str]) -> str:
        """Return what a cell that is kept is called: ``Spouse``, where Google says so before it."""
        before = self._label_of[at]
        said = cells[before].strip("* \t") if before >= 0 else ""
        return said if said and said.lower() not in _EMPTY else self._labels[at]

    def _is_company(self, cells: Sequence[str]) -> bool:
        """Say whether a row says of itself that it is of a company."""
        said = fold(cells[self._kind_at].strip()) if self._kind_at < len(cells) else ""
        if self._keys[self._kind_at].startswith("is "):
            return said in _YES
        return said in _COMPANIES

    def _is_fax(self, at: int, cells: Sequence[str]) -> bool:
        label = self._label_of[at]
        return label >= 0 and any(word in cells[label].lower() for word in _NOT_FOR_CALLS)


def _fill(raw: RawContact, found: dict[Field, list[str]], *, family_first: bool) -> None:
    """Put the words of a row where they belong; names may mostly be written family name first."""
    parts = (found.get(each, [""])[0] for each in (Field.FIRST, Field.MIDDLE, Field.LAST))
    built = " ".join(part.strip() for part in parts if part.strip())
    whole = found.get(Field.NAME, [""])[0]
    raw.name = whole if whole and " " not in built.strip() and " " in whole.strip() else built
    raw.name = raw.name or whole
    if raw.name != whole and whole.strip() and _is_other(whole, built):
        raw.kept.append(("Name", whole))
    raw.company = found.get(Field.COMPANY, [""])[0]
    titles = [each for each in found.get(Field.TITLE, ()) if not _is_salutation(each)]
    raw.role = next(iter([*found.get(Field.ROLE, ()), *titles]), "")
    raw.emails = split(found.get(Field.EMAIL, ()))
    raw.phones = split(found.get(Field.PHONE, ()))
    raw.websites = split(found.get(Field.WEBSITE, ()))
    raw.profiles = split(found.get(Field.PROFILE, ()))
    raw.tags = tags_in(found.get(Field.TAGS, ()))
    raw.about = found.get(Field.NOTES, [])
    raw.do_not_call = any(
        clean_line(cell).lower() in _YES for cell in found.get(Field.DO_NOT_CALL, ())
    )
    if raw.company and raw.name.startswith(f"{raw.company}, "):
        raw.name = raw.name[len(raw.company) + 2 :]  # Odoo
    if raw.name == whole:
        raw.name = turned(raw.name, surely=family_first)


def _is_other(name: str, built: str) -> bool:
    """Say whether a whole name has nothing of the one that first and last name make."""
    words, others = name_words(name), name_words(built)
    return set(words).isdisjoint(others) and sorted("".join(words)) != sorted("".join(others))


def _address_of(name: str, key: str) -> tuple[str, str]:
    """Return which address a column is a part of: what it is called, and its number at Google."""
    among = set(key.split())
    number = _NUMBERED.match(name)
    for label, places in _WHICH:
        if among & places:
            return label, number[1] if number else ""
    return "Address", number[1] if number else ""


def split(cells: Iterable[str]) -> list[str]:
    """Return the values of cells, several of one apart."""
    return [value for cell in cells for value in cell.split(SEVERAL)]


def _is_salutation(text: str) -> bool:
    return fold(text.strip().rstrip(".")) in _SALUTATIONS


def tags_in(cells: Iterable[str]) -> list[str]:
    """Return the labels in `cells`, without those that Google gives to everybody."""
    parts = [part for cell in split(cells) for part in _PARTED.split(cell)]
    # Mailchimp writes quotes around each.
    tags = (part.strip().strip('"').strip() for part in parts)
    return [tag for tag in tags if not tag.startswith("* ")]
