"""How a preparation reads: no screen needed."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from followup_tui.domain.client import DoNotCall
from followup_tui.domain.due.call_list import Band, Reason, ReasonKind
from followup_tui.domain.views import Evidence, ItemStatus, PreparedItem
from followup_tui.tui.present.preparation import (
    SPINNER,
    ChecklistRows,
    glyph_of,
    head_lines,
    is_box,
    progress_line,
)
from tests.builders import NOW, TODAY
from tests.story import NORTHWIND, TAILSPIN, WOODGROVE
from tests.tui.test_call_list_rows import HOSTILE
from tests.tui.views import a_view, an_item, the_items


def rows_of(*items: PreparedItem, opened: str = "", width: int = 60) -> ChecklistRows:
    return ChecklistRows(items, opened=frozenset(opened.split()), now=NOW, width=width)


def text_of(rows: ChecklistRows, width: int = 60) -> list[str]:
    return [
        line.truncate(width, ellipsis=True).plain.rstrip()
        for row in range(rows.layout.rows)
        for line in rows.lines(row, width)
    ]


def test_the_head_says_who_when_and_why() -> None:
    assert [line.plain for line in head_lines(a_view(NORTHWIND), NOW)] == [
        "Jane Li · IT Manager · +61 2 5550 0142",
        "their time 14:02 · AM Ulla Berg",
        "Why now: promised the pricing link, due yesterday",
    ]
    narrow = [line.plain for line in head_lines(a_view(NORTHWIND), NOW, width=36)]
    assert narrow[:2] == ["Jane Li · IT Manager", "+61 2 5550 0142"]  # the number in one piece


def test_the_head_tells_what_else_they_are_called_for() -> None:
    view = a_view(NORTHWIND)
    assert view.page is not None
    reasons = tuple(
        Reason(ReasonKind.PROMISE, text, TODAY, Band.DUE, "keep-in-touch")
        for text in (view.why, "coffee: Azure", "192 days since you spoke")
    )
    page = dataclasses.replace(view.page, reasons=reasons)
    lines = [line.plain for line in head_lines(dataclasses.replace(view, page=page), NOW)]
    assert lines[-1] == "Also: coffee: Azure; 192 days since you spoke"


def test_the_head_tells_another_day_and_that_it_is_night_there() -> None:
    lines = [line.plain for line in head_lines(a_view(TAILSPIN), NOW)]
    assert lines[1] == "their time Wed 19:02, out of office hours"


def test_the_head_says_what_is_missing_and_who_does_not_want_to_be_called() -> None:
    nobody = replace(
        WOODGROVE, people=(), do_not_call=DoNotCall(since=TODAY, why="[b]asked[/b] for mail")
    )
    lines = [line.plain for line in head_lines(a_view(nobody), NOW)]
    assert lines[0].startswith("Nobody is named here yet")
    assert "Does not want to be called: [b]asked[/b] for mail" in lines


@pytest.mark.parametrize("width", [20, 44, 80])
def test_the_progress_fills_its_line(width: int) -> None:
    line = progress_line(a_view(), width)
    assert line.plain.endswith(" 2 of 7 ▓▓░░░░░")
    assert cell_len(line.plain) == max(width, 27)


def test_each_item_says_where_it_stands() -> None:
    assert text_of(rows_of(*the_items())) == [
        "[x] ▸ Last time    moved to Azure in May, likes the reports",
        "[x] ▸ Website      Outdoor gear for everyone         1 h ago",
        "[ ] ✗ Competitors  fabrikam.example did not answer within 1…",
        "[ ] ⠋ Events       theirs 2 · ours 3",
        "[ ] · User group",
        "[ ] - Value-adds   choose at least one",
        "[ ] ▸ Draft mail   not sent",
    ]


def test_evidence_opens_under_its_item_with_its_source_and_age() -> None:
    lines = text_of(rows_of(the_items()[1], opened="website"), 60)
    assert lines[0].startswith("[x] ▾ Website")
    assert lines[1:4] == [
        "      What do they do, and what is new?",
        "      northwind.example · read 1 h ago",
        "      Title    Northwind Traders",
    ]
    assert "      northwind.example/news · read 1 h ago" in lines
    assert "      News     [red]Winter sale[/] begins" in lines
    assert len([line for line in lines if "read 1 h ago" in line]) == 2, "one line a source"


def test_what_comes_from_memory_says_its_day() -> None:
    lines = text_of(rows_of(the_items()[0], opened="memory"), 60)
    assert "      Noted  moved to Azure in May  Thu 19" in lines


def test_a_failure_says_what_to_do_and_that_older_evidence_is_older() -> None:
    failed = an_item(
        status=ItemStatus.FAILED,
        problem="It is down.",
        fetches=True,
        evidence=(Evidence("Old words", url="https://a.example/", at=NOW - timedelta(days=5)),),
    )
    lines = text_of(rows_of(failed, opened="website", width=90), 90)
    assert lines[1] == "      It is down. What is below is from before. r fetches again."
    assert lines[2] == "      a.example · read 5 days ago"


def test_an_open_item_without_evidence_says_so() -> None:
    waiting = an_item(status=ItemStatus.FETCHING, fetches=True)
    assert text_of(rows_of(waiting, opened="website"))[1] == "      It is on its way …"
    empty = an_item(status=ItemStatus.READY)
    assert text_of(rows_of(empty, opened="website"))[1] == "      There is nothing to show."


def test_the_spinner_turns_and_comes_round() -> None:
    glyphs = [glyph_of(ItemStatus.FETCHING, frame=frame)[0] for frame in range(len(SPINNER) + 1)]
    assert "".join(glyphs) == SPINNER + SPINNER[0]


def test_the_statuses_have_signs_of_their_own() -> None:
    assert len({glyph_of(status)[0] for status in ItemStatus}) == len(ItemStatus)


def test_the_cursor_rests_on_items_and_evidence_not_on_remarks() -> None:
    rows = rows_of(the_items()[1], opened="website")
    resting = [rows.layout.is_selectable(row) for row in range(rows.layout.rows)]
    assert resting == [True, False, False, True, True, False, True]
    assert {rows.item_at(row).key for row in range(rows.layout.rows)} == {"website"}
    assert [rows.is_item(row) for row in range(rows.layout.rows)].count(True) == 1


def test_the_box_is_three_cells_wide() -> None:
    assert [is_box(column) for column in range(5)] == [True, True, True, False, False]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [4, 12, 30, 60])
def test_anything_found_is_drawn_plainly_and_fits(text: str, width: int) -> None:
    item = an_item(
        label=text,
        headline=text,
        hint=text,
        problem=text,
        evidence=(Evidence(text, text, f"https://a.example/{text}", at=NOW), Evidence(text)),
    )
    rows = rows_of(item, opened="website", width=width)
    for row in range(rows.layout.rows):
        lines = rows.lines(row, width)
        assert len(lines) == rows.layout.height_of(row)
        for line in lines:
            assert cell_len(line.truncate(width, ellipsis=True).plain) <= width
