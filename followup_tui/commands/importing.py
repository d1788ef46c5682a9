"""`followup import`: another program's file, each row of it accounted for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.importing.deciding import Word
from followup_tui.domain.importing.fields import WORDS, Field
from followup_tui.domain.importing.plan import Fate, ImportPlan, PlannedColumn, PlannedRow, What
from followup_tui.domain.importing.spread import Spread
from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.words import count, short_day
from followup_tui.exchange.json_in import is_whole_desk
from followup_tui.services.importing import path_of

_SIGNS = {Fate.NEW: "+", Fate.MERGE: "~", Fate.SKIP: "-"}
_UNSURE = "?"
_THINGS = {
    What.CONTACTS: "new client",
    What.PROJECTS: "project of a new client",
    What.INTERACTIONS: "conversation with a new client",
    What.LIBRARY: "event for the library",
}
_MANY = {
    What.PROJECTS: "projects of new clients",
    What.INTERACTIONS: "conversations with new clients",
    What.LIBRARY: "events for the library",
}


@dataclass(frozen=True, slots=True)
class _Done:
    """A plan, what it brought, and how the first calls are spread."""

    plan: ImportPlan
    new: int
    spread: Spread | None
    dry: bool


def run(asked: Run) -> int:
    """Say what becomes of each row and, unless it is a dry run, bring it in."""
    given = asked.given
    path = path_of(given.file)
    if given.kind is None and is_whole_desk(path):
        from followup_tui.commands import import_desk  # noqa: PLC0415 - only for such a file

        return import_desk.run(asked, path)
    mapping = _mapping(given.mapping)
    with asked.desk() as desk:
        done = asyncio.run(_imported(desk, asked, mapping))
        today = desk.clock().date()
    if asked.json:
        asked.show_json(_as_json(done))
    else:
        _as_text(asked, done, today)
    return 0


def _mapping(said: Sequence[str]) -> Mapping[str, Field]:
    """Return what the columns hold, as it was said; raises `WrongUsage`."""
    found: dict[str, Field] = {}
    for each in said:
        header, equals, word = clean_line(each).rpartition("=")
        if not equals or not header.strip():
            raise WrongUsage(f"“{clean_line(each)}” maps nothing: write it like --map Wer=name")
        try:
            found[header.strip()] = Field(word.strip().lower())
        except ValueError:
            near = did_you_mean(word, [field.value for field in Field])
            fields = "; ".join(f"{field.value} ({words})" for field, words in WORDS.items())
            known = near or f". These do: {fields}"
            raise WrongUsage(f"“{word.strip()}” does not stand in a column{known}") from None
    return found


async def _imported(desk: Desk, asked: Run, mapping: Mapping[str, Field]) -> _Done:
    """Return the plan of a file, and what came of it."""
    given = asked.given
    service, dry = desk.importing, bool(given.dry_run)
    plan = await service.plan(
        path_of(given.file), kind=given.kind, mapping=mapping, encoding=given.encoding
    )
    plan = await _decided(desk, plan, given.decisions)
    if given.unsure != "skip":
        plan = await service.decide_unsure(plan, Fate(given.unsure))
    try:
        spread = service.spread(plan, a_day=given.a_day)
        new = 0 if dry else await service.carry_out(plan, a_day=given.a_day)
    except Invalid as problem:
        raise WrongUsage(f"{problem.field} {problem.message}") from None
    return _Done(plan, new, spread, dry)


async def _decided(desk: Desk, plan: ImportPlan, said: Sequence[str]) -> ImportPlan:
    """Return the plan with what was said of its rows; raises `WrongUsage`."""
    for each in said:
        place, _, what = clean_line(each).partition("=")
        fate, _, whose = what.partition(":")
        if fate not in set(Fate) or (whose and fate != Fate.MERGE):
            raise WrongUsage(
                f"--row: “{clean_line(each)}” says nothing: write it like --row 12=new, 12=skip, "
                "12=merge or 12=merge:CLIENT"
            )
        number = _row_on(plan, place)
        client_id = (await desk.clients.find(whose)).id if whose else ""
        word = Word(Fate(fate), client_id)
        plan = await desk.importing.decide_on(plan, number, word)
    return plan


def _row_on(plan: ImportPlan, place: str) -> int:
    """Return the number of the row that begins on a line: ``12``, of a folder ``ann.vcf:1``."""
    file, _, line = place.rpartition(":")
    found = [
        number
        for number, row in enumerate(plan.rows, start=1)
        if str(row.line) == line and file in {"", row.file}
    ]
    if len(found) > 1:
        raise WrongUsage("--row: say of which file, like --row ann.vcf:1=merge")
    if not found or not plan.rows[found[0] - 1].can_be_decided:
        raise WrongUsage(f"--row: nothing can be said of “{place}”: --dry-run shows the rows")
    return found[0]


def _as_text(asked: Run, done: _Done, today: date) -> None:
    """Write the rows (of a dry run all of them, else those that were left out), then the sum."""
    paper, plan = asked.paper, done.plan
    for row in plan.rows:
        if done.dry or row.fate is Fate.SKIP:
            sign = _UNSURE if row.unsure and row.decided is None else _SIGNS[row.fate]
            place = f"{row.file}, line" if row.file else "line"
            lead = f"{sign} {place} {row.line}: "
            paper.line(f"{row.name}: {row.reason}", hang=4, lead=lead)
    for note in (*plan.notes, *_questions(plan), *_spread_words(done, today)):
        paper.line(note)
    said = f"{count(len(plan.rows), 'row')}: {', '.join(_counts(done))}."
    if done.dry:
        paper.line(f"{said} Nothing was changed: without --dry-run they are imported.")
    elif plan.is_worth_it:
        paper.line(f"{said} `followup undo` takes it back.")
    else:
        paper.line(f"{said} There was nothing to import.")


def _counts(done: _Done) -> Iterator[str]:
    """Yield how many rows have which fate."""
    plan = done.plan
    if plan.what is not What.CONTACTS:
        word = _THINGS[plan.what]
        yield count(plan.counted(Fate.NEW), word, _MANY[plan.what])
        if more := plan.counted(Fate.MERGE):
            yield f"{more:,} with clients who are there"
    else:
        yield count(plan.counted(Fate.NEW) if done.dry else done.new, "new client")
        joined = [row for row in plan.rows if row.fate is Fate.MERGE]
        better = sum(1 for row in joined if row.person or not _has_person(row))
        if more := len(joined) - better:
            yield f"{count(more, 'more person', 'more people')} at a client"
        if better:
            yield f"{better:,} with something new of who is there"
    unsure = sum(1 for row in plan.rows if row.unsure and row.decided is None)
    if skipped := plan.counted(Fate.SKIP) - unsure:
        yield f"{skipped:,} left out"
    if unsure:
        yield f"{unsure:,} not sure"


def _has_person(row: PlannedRow) -> bool:
    return row.contact is not None and row.contact.person is not None


def _questions(plan: ImportPlan) -> Iterator[str]:
    """Yield what the user could say to have more of the file understood."""
    if plan.not_understood:
        column = plan.not_understood[0]
        header = column.header.replace('"', '\\"')
        yield (
            f'What stands in a column can be said, like --map "{shorten(header, 30)}=notes", and '
            "is remembered."
        )
    unsure = plan.tally.waiting
    if unsure:
        line = next(row.line for row in plan.rows if row.waits)
        yield (
            f"{count(unsure, 'row')} marked {_UNSURE} may be of somebody who is there: --unsure "
            "merge takes them for the same, --unsure new for others, "
            f"--row {line}=merge:CLIENT says whose one is; in the desk each is asked."
        )


def _spread_words(done: _Done, today: date) -> Iterator[str]:
    spread = done.spread
    if spread is not None:
        yield (
            f"First calls: {spread.a_day} a day from {short_day(spread.first, today)} on, the last "
            f"on {short_day(spread.last, today)} (--a-day changes it)."
        )


def _as_json(done: _Done) -> dict[str, object]:
    plan, spread = done.plan, done.spread
    contacts = plan.what is What.CONTACTS
    return {
        "file": plan.source,
        "kind": str(plan.kind),
        "what": str(plan.what),
        "program": plan.program_name or None,
        "dry_run": done.dry,
        "clients_added": done.new if contacts else 0,
        "others_added": 0 if contacts else done.new,
        "new": plan.counted(Fate.NEW),
        "merge": plan.counted(Fate.MERGE),
        "skip": plan.counted(Fate.SKIP),
        "first_calls": None
        if spread is None
        else {
            "a_day": spread.a_day,
            "first": spread.first.isoformat(),
            "last": spread.last.isoformat(),
        },
        "notes": list(plan.notes),
        "columns": [_column(column) for column in plan.columns],
        "rows": [_row(row) for row in plan.rows],
    }


def _column(column: PlannedColumn) -> dict[str, object]:
    return {
        "header": column.header,
        "holds": str(column.holds) if column.holds else None,
        "mapped": column.mapped,
        "samples": list(column.samples),
    }


def _row(row: PlannedRow) -> dict[str, object]:
    return {
        "file": row.file or None,
        "line": row.line,
        "lines": row.lines,
        "name": row.name,
        "fate": str(row.fate),
        "reason": row.reason,
        "unsure": row.unsure and row.decided is None,
        "client_id": row.client_id or None,
        "with_line": row.with_line or None,
        "person": row.person or None,
    }
