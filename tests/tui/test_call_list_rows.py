"""Where rows stand, which rows there are, and how they read: no screen needed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from followup_tui.domain.queue import (
    Band,
    CallList,
    Held,
    HeldWhy,
    QueueEntry,
    Reason,
    ReasonKind,
)
from followup_tui.tui.present.call_lines import day_line
from followup_tui.tui.present.call_list import (
    CallRows,
    Finder,
    Guest,
    entry_lines,
    find_listed,
    sections,
)
from followup_tui.tui.present.rows import RowLayout, Run
from tests.builders import NOW, TODAY, days

runs = st.lists(
    st.builds(Run, st.integers(0, 5), st.integers(0, 4), st.booleans()),
    max_size=8,
)


def a_reason(text: str = "192 days since you spoke (183)", **fields: object) -> Reason:
    return Reason(
        **{  # type: ignore[arg-type]
            "kind": ReasonKind.CADENCE,
            "text": text,
            "due": TODAY,
            "band": Band.DUE,
            "playbook": "keep-in-touch",
            **fields,
        }
    )


def an_entry(name: str = "Northwind", person: str = "Jane Li", *reasons: Reason) -> QueueEntry:
    return QueueEntry(f"id-{name}", name, person, reasons or (a_reason(),))


def a_queue(**groups: object) -> CallList:
    groups.setdefault("today", (an_entry(), an_entry("Tailspin", "Omar Haddad")))
    return CallList(now=NOW, **groups)  # type: ignore[arg-type]


def held(name: str = "Proseware") -> Held:
    return Held(an_entry(name, "Mei Tanaka"), HeldWhy.SNOOZED, TODAY + days(6), "snoozed")


def text_of(rows: CallRows, width: int = 40) -> list[str]:
    return [
        line.plain.rstrip() for row in range(rows.layout.rows) for line in rows.lines(row, width)
    ]


@given(runs)
def test_each_line_belongs_to_the_row_that_begins_at_or_before_it(given_runs: list[Run]) -> None:
    layout = RowLayout(given_runs)
    expected = [
        (row, line)
        for row, height in enumerate(
            run.height for run in given_runs if run.height for _ in range(run.count)
        )
        for line in range(height)
    ]
    assert layout.lines == len(expected)
    assert [layout.at_line(line) for line in range(layout.lines)] == expected
    assert layout.at_line(layout.lines) is None
    assert layout.at_line(-1) is None
    for row in range(layout.rows):
        assert layout.at_line(layout.line_of(row)) == (row, 0)
        assert layout.line_of(row + 1) - layout.line_of(row) == layout.height_of(row)


def test_a_row_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        RowLayout([Run(2)]).line_of(3)


def test_today_alone_needs_no_heading() -> None:
    rows = CallRows(sections(a_queue(), show_all=False))
    assert [line[:14] for line in text_of(rows)] == [
        " ○ Jane Li    ",
        "   192 days si",
        " ○ Omar Haddad",
        "   192 days si",
    ]


def test_the_rest_is_one_line_until_it_is_asked_for() -> None:
    queue = a_queue(coming=(an_entry("Soon"),), held=(held(),))
    assert text_of(CallRows(sections(queue, show_all=False)))[-1] == (
        " a show all: 1 coming, 1 held back"
    )
    everything = text_of(CallRows(sections(queue, show_all=True)))
    headings = [line.strip("─ ") for line in everything if line.startswith("─")]
    assert headings == ["today", "coming", "held back"]
    assert everything[-1] == " a show only today"
    assert "   snoozed" in everything


def test_those_over_the_days_capacity_are_never_hidden() -> None:
    rows = CallRows(sections(a_queue(beyond=(an_entry("Late"),)), show_all=False))
    assert any("over the day's capacity" in line for line in text_of(rows))
    assert rows.row_of("id-Late") is not None


def test_nobody_due_says_who_is_next() -> None:
    coming = an_entry("Contoso", "Sam", a_reason(due=TODAY + days(4)))
    lines = text_of(CallRows(sections(a_queue(today=(), coming=(coming,)), show_all=False)))
    assert " ".join(" ".join(lines[:-1]).split()) == (
        "Nobody is due today. The next is Sam (Contoso) on Mon; a shows who comes later."
    )


def test_nobody_at_all_says_what_can_be_done() -> None:
    (said,) = sections(a_queue(today=()), show_all=False)
    assert "l shows all clients, + adds one" in said.note


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("north", ["id-Northwind"]),
        ("OMAR", ["id-Tailspin"]),
        ("haddad tail", ["id-Tailspin"]),
        ("192 days", ["id-Northwind", "id-Tailspin", "id-Proseware"]),
        ("munchen", ["id-München"]),
        ("snoozed", ["id-Proseware"]),
    ],
)
def test_the_search_looks_at_client_person_and_reason(needle: str, found: list[str]) -> None:
    umlaut = an_entry("München", "Jörg", a_reason("met at a fair"))
    queue = a_queue(coming=(umlaut,), held=(held(),))
    rows = CallRows(sections(queue, show_all=False, needle=needle))
    shown = [rows.client_at(row) for row in range(rows.layout.rows)]
    assert [client for client in shown if client] == found


def test_a_search_without_a_match_says_so() -> None:
    (said,) = sections(a_queue(), show_all=False, needle="[nobody]")
    assert said.note == "Nobody on the list matches “[nobody]”. Escape clears the search."


def test_the_finder_gives_back_the_groups() -> None:
    queue = a_queue(held=(held(),))
    assert Finder(queue).find("") == ([*queue.today], [], [], [held()])


def test_rows_know_their_clients_and_clients_their_rows() -> None:
    queue = a_queue(coming=(an_entry("Soon"),))
    rows = CallRows(
        sections(queue, show_all=True), guest=Guest("guest", "Woodgrove Bank", "Ada Quist")
    )
    for client_id in ("guest", "id-Northwind", "id-Soon"):
        row = rows.row_of(client_id)
        assert row is not None
        assert rows.client_at(row) == client_id
        assert rows.layout.is_selectable(row)
    assert rows.row_of("nobody") is None
    assert rows.client_at(0) is None, "a heading is nobody"


HOSTILE = [
    "[red]Client[/red]",
    "[/]",
    "[@click=app.quit]x[/]",
    "x" * 300,
    "日本語の会社名がとても長い場合" * 20,
    "👩‍👩‍👧 family & söhne",
    "شركة المثال",
    "e\u0301" * 40,
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", [1, 3, 8, 20, 34, 80])
def test_any_name_is_drawn_plainly_and_fits(name: str, width: int) -> None:
    entry = an_entry(name, name, a_reason(name), a_reason("two"))
    for line in entry_lines(entry, width):
        cut = line.truncate(width, ellipsis=True)
        assert cell_len(cut.plain) <= width
    first, _ = entry_lines(entry, 10_000)
    assert first.plain.count(name) == 2


def test_further_reasons_stay_in_sight_of_a_long_one() -> None:
    entry = an_entry("N", "P", a_reason("long " * 30), a_reason("two"), a_reason("three"))
    assert entry_lines(entry, 30)[1].plain.endswith(" +2")


def test_every_band_has_a_sign_of_its_own() -> None:
    signs = {entry_lines(an_entry("N", "P", a_reason(band=band)), 30)[0].plain[:3] for band in Band}
    assert len(signs) == len(Band)


def test_the_day_is_said_in_one_line() -> None:
    assert day_line(a_queue(promises=2)) == "Thu 19 Nov · 2 due · 2 promises"
    assert day_line(a_queue(today=())) == "Thu 19 Nov · nobody due"


def test_somebody_is_found_in_every_group() -> None:
    queue = a_queue(held=(held(),))
    assert find_listed(queue, "id-Proseware") == held()
    assert find_listed(queue, "id-Tailspin") == queue.today[1]
    assert find_listed(replace(queue, today=()), "id-Tailspin") is None
    assert queue.now.date() == date(2026, 11, 19)
