"""Rows in the file = rows accounted for, whatever program wrote it and however it was mangled."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_tui.domain.importing.plan import ImportPlan, ImportProblem, Reading
from followup_tui.domain.importing.settling import marked
from followup_tui.exchange.cards.reading import read_cards
from followup_tui.exchange.contacts import read_contacts, read_file
from followup_tui.exchange.ical_in import read_calendar_file
from followup_tui.exchange.tables.reading import read_table
from tests.exchange.mangled import CARD_LINES, CELL, EVENT_LINES, HEADERS

NOW = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def lines_of(text: str) -> int:
    return len(list(io.StringIO(text, newline="")))


def accounts_for(plan: ImportPlan, lines: int) -> bool:
    """Say whether every line of the file is in a row or counted beside them, each once."""
    taken = sum(row.lines for row in plan.rows)
    begun = {row.line for row in plan.rows}
    return taken + plan.other_lines == lines and len(begun) == len(plan.rows)


@pytest.mark.parametrize("program", HEADERS)
@settings(max_examples=20)
@given(data=st.data())
def test_every_row_that_a_program_wrote_is_there(program: str, data: st.DataObject) -> None:
    header = HEADERS[program]
    row = st.lists(CELL, min_size=len(header), max_size=len(header) + 1)
    rows = data.draw(st.lists(row.map(lambda cells: ["x", *cells[1:]]), max_size=6))
    out = io.StringIO()
    csv.writer(out, delimiter=data.draw(st.sampled_from(",;\t|"))).writerows([header, *rows])
    plan = read_table(out.getvalue(), source="t.csv")
    assert len(plan.rows) == len(rows)
    assert all(each.reason and each.name for each in plan.rows)
    settled = marked(plan, (), region="US")
    assert [each.line for each in settled.rows] == [each.line for each in plan.rows]
    assert all(each.reason for each in settled.rows)


@pytest.mark.parametrize("program", HEADERS)
@settings(max_examples=20)
@given(
    pieces=st.lists(
        st.one_of(CELL, st.sampled_from(['"', "\n", "\r\n", "\r", ",", ";", "\t", '""', ",,,\n"]))
    )
)
def test_every_line_of_a_mangled_table_is_there(program: str, pieces: Sequence[str]) -> None:
    text = f"{','.join(HEADERS[program])}\n{''.join(pieces)}"
    assert accounts_for(read_table(text, source="t.csv"), lines_of(text))


@given(lines=CARD_LINES)
def test_every_line_of_mangled_cards_is_there(lines: Sequence[str]) -> None:
    text = "\n".join(["BEGIN:VCARD", *lines, ""])
    assert accounts_for(read_cards(text, source="c.vcf"), len(lines) + 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=EVENT_LINES)
def test_every_line_of_a_mangled_calendar_is_there(lines: Sequence[str]) -> None:
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, ""])
    plan = read_calendar_file(text, source="c.ics", now=NOW)
    assert accounts_for(plan, len(lines) + 2)
    assert all(row.reason and row.name for row in plan.rows)


BEGINNINGS = (
    b"", b"Name;Company\n", b"BEGIN:VCARD\n", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
    b"Date,Who,Notes\n", b"Client,Project,End\n", b"\xff\xfeN\0a\0m\0e\0\n\0", b"sep=;\nName\n",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_no_file_does_more_than_say_why(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "file"
    for beginning in BEGINNINGS:
        path.write_bytes(beginning + content)
        try:
            rows = read_contacts(path).rows
        except ImportProblem as problem:
            words, rows = str(problem), ()
        else:
            words = "."
        assert words.endswith(".")
        assert all(row.reason and row.name for row in rows)


@pytest.mark.parametrize(
    "content",
    [
        b'"' * 50_000,
        b"Name,Email\n" + b'"a\n' * 20_000,
        b"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"a=\n" * 20_000 + b"END:VCARD\n",
        b"BEGIN:VCARD\n" + b";" * 100_000 + b":\nEND:VCARD\n",
        b"BEGIN:VCARD\n" * 20_000,
        b"BEGIN:VEVENT\n" * 5_000,
        b"Name\n" + b"," * 100_000 + b"\n",
        b"\xc3\n " * 20_000,
    ],
    ids=("quotes", "open", "soft", "parameters", "begun", "events", "wide", "cut"),
)  # fmt: skip
@pytest.mark.timeout(20)
def test_what_would_take_for_ever_does_not(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with suppress(ImportProblem):
        assert all(row.reason for row in read_contacts(path).rows)


def test_progress_is_told_and_ends_the_work(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,Email\n" + "".join(f"P Q{n},p{n}@x.example\n" for n in range(2_000)))
    told: list[tuple[str, int, int]] = []
    plan = read_file(path, Reading(), lambda *step: told.append(step))
    assert told == [("Reading", at, 2_000) for at in (0, 500, 1_000, 1_500)]
    told.clear()
    marked(plan, (), region="", progress=lambda *step: told.append(step))
    assert told == [("Comparing", at, 2_000) for at in (0, 500, 1_000, 1_500)]

    class Enough(Exception):
        pass

    def stop(_what: str, done: int, _of: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        read_file(path, Reading(), stop)
