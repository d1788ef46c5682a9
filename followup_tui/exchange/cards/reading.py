"""From a text of vCards to the rows of a plan.

Each card is a row; one that breaks off or says nothing is told as such, and those around it are
read all the same. Pictures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followup_tui.domain.importing.plan import (
    FileKind,
    ImportPlan,
    PlannedRow,
    Progress,
    untold,
)
from followup_tui.domain.words import count
from followup_tui.exchange.cards.contact import kind_of, raw_contact
from followup_tui.exchange.cards.properties import properties
from followup_tui.exchange.raw_contact import left_out, planned

_BEGIN, _END = "begin:vcard", "end:vcard"
_AGENT = re.compile(r"AGENT(?:;[^:]*)?:\s*(?:BEGIN:VCARD\s*)?$", re.IGNORECASE)
_SHOWN = re.compile(r"^(?:[\w-]+\.)?(?:FN|N|ORG)[;:].*$", re.IGNORECASE | re.MULTILINE)
_NO_CONTACT = {"group": "it is a group, no contact", "location": "it is a location, no contact",
               "application": "it is a program, no contact",
               "device": "it is a device, no contact"}  # fmt: skip
_TOLD_EVERY = 500  # cards
_BREAKS = re.compile(r"\r\n|\n|\r")


def read_cards(text: str, *, source: str, progress: Progress = untold) -> ImportPlan:
    """Return the plan of a file of vCards."""
    lines = _BREAKS.split(text)
    if lines[-1] == "":
        lines.pop()  # what follows the last line break is no line
    rows: list[PlannedRow] = []
    outside = astray = 0
    for begin, end, closed in _cards(lines):
        if begin is None:
            outside += 1
            astray += bool(lines[end].strip())
            continue
        if len(rows) % _TOLD_EVERY == 0:
            progress("Reading", end, len(lines))
        rows.append(_row(lines[begin:end], begin + 1) if closed else _broken(lines, begin, end))
    notes = (f"{count(astray, 'line')} outside of any card left out.",) if astray else ()
    return ImportPlan(
        source=source,
        kind=FileKind.VCARD,
        rows=tuple(rows),
        notes=notes,
        other_lines=outside,
    )


def _cards(lines: Sequence[str]) -> Iterator[tuple[int | None, int, bool]]:
    """Yield each card as its first line, the one after its last, and whether it has its end.

    A line outside of any is yielded with None as its beginning.
    """
    begin: int | None = None
    agents = 0
    for at, line in enumerate(lines):
        word = line.strip().lower() if line[:1] in "bBeE \t" else ""
        if begin is None:
            if word == _BEGIN:
                begin, agents = at, 0
            else:
                yield None, at, False
        elif word == _BEGIN:
            if _AGENT.match(lines[at - 1]):
                agents += 1  # the card of an assistant stands within that of vCard 2.1
                continue
            yield begin, at, False
            begin, agents = at, 0
        elif word == _END:
            if agents:
                agents -= 1
                continue
            yield begin, at + 1, True
            begin = None
    if begin is not None:
        yield begin, len(lines), False


def _broken(lines: Sequence[str], begin: int, end: int) -> PlannedRow:
    reason = "the card breaks off: it has no END:VCARD"
    title = _title(lines[begin:end])
    return left_out(reason, line=begin + 1, lines=end - begin, text=title)


def _title(card: Sequence[str]) -> str:
    """Return what a card that is not read can be called."""
    found = _SHOWN.search("\n".join(card))
    return found.group().partition(":")[2].replace(";", " ") if found else "a card"


def _row(card: Sequence[str], line: int) -> PlannedRow:
    found = properties(_without_agents(card[1:-1]))
    reason = _NO_CONTACT.get(kind_of(found), "")
    if reason:
        return left_out(reason, line=line, lines=len(card), text=_title(card))
    return planned(raw_contact(found), line=line, lines=len(card), text=_title(card))


def _without_agents(card: Sequence[str]) -> Sequence[str]:
    """Return the lines of a card without the cards that stand within it."""
    if not any(line.strip().lower() == _BEGIN for line in card):
        return card
    kept, inside = [], 0
    for line in card:
        word = line.strip().lower()
        inside += word == _BEGIN
        if not inside:
            kept.append(line)
        inside -= word == _END
    return kept
