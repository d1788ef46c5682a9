"""What was said and what can be given, as it reads: no screen needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.promise import Owner, PromiseState
from followup_tui.domain.views import ClientPage, Suggestion
from followup_tui.tui.present.side import ValueAddRows, timeline
from tests.builders import NOW, TODAY, a_promise, a_value_add, an_interaction, days
from tests.story import NORTHWIND
from tests.tui.test_call_list_rows import HOSTILE
from tests.tui.views import a_page, a_view


def said(view_page: ClientPage | None, width: int = 44) -> list[str]:
    view = a_view(page=view_page)
    return [line.plain for line in timeline(view, now=NOW, width=width)]


def value_adds(*suggestions: Suggestion, width: int = 44) -> list[str]:
    rows = ValueAddRows(a_view(suggestions=suggestions), now=NOW, width=width)
    return [line.plain for row in range(rows.layout.rows) for line in rows.lines(row)]


def test_what_is_owed_stands_above_what_was_said_the_newest_first() -> None:
    assert said(a_page()) == [
        "! we owe: send the pricing link, due",
        "  yesterday",
        "",
        "Tue 10 · call, no answer",
        "",
        "11 May · call · Jane Li",
        "14:02 moved to Azure in May",
        "14:03 + likes the reports",
        "14:05 - slow month end",
        "And what did you like about it, or about how",
        "  we worked together? the reports, and that",
        "  they come by themselves",
        "",
        "3 May · note",
        "16:00 [/] a bracket, 日本語",
    ]


def test_only_open_promises_are_owed_and_it_says_by_whom() -> None:
    kept = a_promise(NORTHWIND, "old one", state=PromiseState.KEPT, settled=TODAY)
    theirs = a_promise(NORTHWIND, "send the invoices", by=Owner.THEM, due=TODAY + days(1))
    lines = said(a_page(promises=(kept, theirs), interactions=()))
    assert lines == ["! they owe: send the invoices, due tomorrow"]


def test_nothing_said_yet_says_how_to_begin() -> None:
    lines = said(ClientPage(client=NORTHWIND))
    assert " ".join(lines) == "Nothing was noted yet: n writes a note."
    assert said(None) == []


def test_a_long_history_is_cut_and_says_so() -> None:
    many = tuple(an_interaction(NORTHWIND, day=TODAY - days(n)) for n in range(100))
    lines = said(a_page(interactions=many))
    assert lines[-1] == "… and 70 conversations before that"


def test_suggestions_say_why_and_when_and_what_was_given_before() -> None:
    assert value_adds(*a_view().suggestions) == [
        "[x] Talk: Keeping costs down",
        "    because: Azure, costs",
        "[ ] Event: Free breakfast: what changed in",
        "    Azure, Wed 2 07:30",
        "    because: Azure",
        "[ ] Article: Ten tests worth having",
        "given before",
        "taken 11 May: What month end costs",
    ]


def test_nothing_left_to_offer_is_said() -> None:
    assert value_adds()[:2] == [
        "There is nothing to offer that was not",
        "offered before.",
    ]


def test_only_what_can_be_chosen_can_be_stood_on() -> None:
    rows = ValueAddRows(a_view(), now=NOW, width=44)
    for row in range(rows.layout.rows):
        assert rows.layout.is_selectable(row) == (rows.suggestion_at(row) is not None)
    assert rows.row_of(a_view().suggestions[1].value_add.id) == 1
    assert rows.row_of("va-given") is None
    assert rows.suggestion_at(99) is None


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [1, 5, 12, 44])
def test_anything_said_is_drawn_plainly_and_fits(text: str, width: int) -> None:
    interaction = an_interaction(
        NORTHWIND, person=text, notes=(NoteLine(at=NOW, text=text),), summary=text
    )
    page = a_page(interactions=(interaction,), promises=(a_promise(NORTHWIND, text),))
    room = max(width, 10)
    for line in timeline(a_view(page=page), now=NOW, width=width):
        assert cell_len(line.plain) <= room
    plain = "".join(said(page, 2000))
    assert plain.count(text) == 4
    offer = Suggestion(a_value_add(text), because=text)
    rows = ValueAddRows(a_view(suggestions=(offer,)), now=NOW, width=width)
    for row in range(rows.layout.rows):
        assert len(rows.lines(row)) == rows.layout.height_of(row)


def test_the_words_survive_the_wrapping() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    interaction = an_interaction(NORTHWIND, notes=(NoteLine(at=NOW, text=words),))
    lines = said(replace(a_page(), interactions=(interaction,), promises=()), 20)
    assert " ".join(" ".join(lines[1:]).split()).removeprefix("14:02 ") == words


def test_stored_moments_are_read_in_the_hours_of_the_user() -> None:
    late = datetime(2026, 5, 10, 22, 30, tzinfo=UTC)  # 08:30 of the next day in Sydney
    interaction = an_interaction(NORTHWIND, at=late, notes=(NoteLine(at=late, text="early call"),))
    assert said(a_page(promises=(), interactions=(interaction,))) == [
        "11 May · call",
        "08:30 early call",
    ]
