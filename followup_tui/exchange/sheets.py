"""A spreadsheet of today (.xlsx, ECMA-376) as the text of a table, for those who read tables.

Each row of the sheet is a line of the text, so that what is said of a line is true of the row.
Numbers that are shown as days become days; what a formula last gave counts as its value.
"""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.importing.plan import ImportProblem
from followup_tui.domain.text import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

Unpack = Callable[[str], bytes]
"""Gives a part of the workbook by its name; raises `KeyError` where there is none."""
_BOOK = "xl/workbook.xml"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_BLANK = 1000  # rows between two with something in them that stay as lines
_MOST_COLUMNS = 1000
_DAYS = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
"""Formats that are days by their number (ECMA-376, 18.8.30)."""
_NO_DAY = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # of a format: what is shown as it stands
_BEGINS, _BEGINS_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
_NEW_LINES = re.compile(r"\s*[\r\n]+\s*")


def is_workbook(names: Collection[str]) -> bool:
    """Say whether an archive with files of these names is a spreadsheet."""
    return _BOOK in names


def workbook_table(unpack: Unpack, source: str) -> tuple[str, str]:
    """Return the first sheet that is shown as CSV, and a sentence about which one it is.

    Raises `ImportProblem` where there is none, or where it is not written as it must be.
    """
    from lxml import etree  # noqa: PLC0415 - seldom needed, slow to import

    try:
        book = _parsed(unpack(_BOOK))
        sheets = [
            each
            for each in book.iterfind(".//{*}sheet")
            if each.get("state", "") in {"", "visible"}
        ]
        if not sheets:
            raise ImportProblem(f"{source} has no sheet that is shown: show it, and save the file.")
        name = clean_line(sheets[0].get("name", ""))
        strings = _strings(unpack)
        rows = _rows(
            unpack(_part(unpack, sheets[0].get(_RELATIONS, ""))),
            strings,
            _days(unpack),
            _BEGINS_1904 if book.find(".//{*}workbookPr[@date1904='1']") is not None else _BEGINS,
        )
        text = _written(rows)
    except etree.XMLSyntaxError:
        raise ImportProblem(
            f"{source} is a spreadsheet that cannot be read: save the table as CSV, and import "
            "that."
        ) from None
    others = f" Of its {len(sheets)} sheets the others were left alone." if len(sheets) > 1 else ""
    return text, f"{source} is a spreadsheet: its sheet “{name}” was read.{others}"


def _parsed(content: bytes) -> _Element:
    from lxml import etree  # noqa: PLC0415 - seldom needed, slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _optional(unpack: Unpack, name: str) -> _Element | None:
    try:
        return _parsed(unpack(name))
    except KeyError:
        return None


def _part(unpack: Unpack, number: str) -> str:
    """Return the name of the part that a number of the workbook stands for."""
    for each in _parsed(unpack("xl/_rels/workbook.xml.rels")).iterfind("{*}Relationship"):
        if each.get("Id") == number:
            target = each.get("Target", "")
            return target.lstrip("/") if target[:1] == "/" else posixpath.join("xl", target)
    return "xl/worksheets/sheet1.xml"


def _strings(unpack: Unpack) -> list[str]:
    """Return the texts that the cells name by their numbers."""
    try:
        content = unpack("xl/sharedStrings.xml")
    except KeyError:
        return []
    return [_text(each) for each in _each(content, "si")]


def _each(content: bytes, tag: str) -> Iterator[_Element]:
    """Yield the elements of a name one by one, without ever having all of them in memory."""
    from lxml import etree  # noqa: PLC0415 - seldom needed, slow to import

    for _, found in etree.iterparse(
        io.BytesIO(content),
        tag=f"{{*}}{tag}",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    ):
        yield found
        found.clear()
        above = found.getparent()
        while above is not None and found.getprevious() is not None:
            del above[0]


def _text(item: _Element) -> str:
    """Return a text, its runs together, without the readings that stand above Japanese."""
    return "".join(
        each.text or ""
        for each in item.iterfind(".//{*}t")
        if (above := each.getparent()) is None or not str(above.tag).endswith("}rPh")
    )


def _days(unpack: Unpack) -> frozenset[int]:
    """Return the styles of cells whose numbers are shown as days."""
    root = _optional(unpack, "xl/styles.xml")
    if root is None:
        return frozenset()
    own = {
        int(each.get("numFmtId", "0"))
        for each in root.iterfind(".//{*}numFmt")
        if set("dmyh") & set(_NO_DAY.sub("", each.get("formatCode", "")).lower())
    }
    styles = root.iterfind("{*}cellXfs/{*}xf")
    return frozenset(
        at for at, each in enumerate(styles) if int(each.get("numFmtId", "0")) in _DAYS | own
    )


def _rows(
    sheet: bytes, strings: list[str], days: frozenset[int], begins: datetime
) -> Iterator[tuple[int, Mapping[int, str]]]:
    """Yield each row with something in it: its number, and its cells by their columns."""
    number = 0
    for row in _each(sheet, "row"):
        number = int(row.get("r", number + 1))
        cells: dict[int, str] = {}
        at = -1
        for cell in row.iterfind("{*}c"):
            found = _PLACE.fullmatch(cell.get("r", ""))
            at = _column(found[1]) if found else at + 1
            if at < _MOST_COLUMNS and (value := _value(cell, strings, days, begins)):
                cells[at] = value
        if cells:
            yield number, cells


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _value(cell: _Element, strings: list[str], days: frozenset[int], begins: datetime) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext("{*}v") or ""
    if kind == "s":
        at = int(value) if value.isdecimal() else len(strings)
        return strings[at] if at < len(strings) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "e":
        return ""  # a formula that failed
    return (
        value if kind in {"str", "d"} else _number(value, int(cell.get("s", "0")) in days, begins)
    )


def _number(value: str, is_day: bool, begins: datetime) -> str:
    """Return a number as somebody wrote it: 12065550142, not 1.2065550142E10."""
    try:
        number = float(value)
        if is_day:
            moment = begins + timedelta(minutes=round(number * 24 * 60))
            return f"{moment:%Y-%m-%d %H:%M}" if number % 1 else f"{moment:%Y-%m-%d}"
        return str(int(number)) if number == int(number) else value
    except (ValueError, OverflowError):
        return value


def _written(rows: Iterator[tuple[int, Mapping[int, str]]]) -> str:
    """Return the rows as CSV, each on the line of its number."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    line = 0
    for number, cells in rows:
        out.write("\n" * min(max(number - line - 1, 0), _MOST_BLANK))
        writer.writerow(_NEW_LINES.sub("; ", cells.get(at, "")) for at in range(max(cells) + 1))
        line = number
    return out.getvalue()
