"""The question whether a page tells dates: it may say yes too often, never no to a date."""

from __future__ import annotations

import pytest

from followup_tui.web.dated import may_tell_dates
from followup_tui.web.plain_words import MONTHS


def asked(*lines: str) -> bool:
    return may_tell_dates("\n".join(lines))


@pytest.mark.parametrize("month", sorted(MONTHS))
def test_every_month_beside_a_day(month: str) -> None:
    for line in (f"12. {month} 2026", f"{month.title()} 12, 2026", f"am 3 {month.upper()}"):
        assert asked("Hello", line)


@pytest.mark.parametrize(
    "lines",
    [
        ("12", "Mar"), ("Mar", "12"), ("12/05/2026",), ("12.05.",), ("2026-05-12",), ("5/12",),
        ("12. – 14. März",), ("every last Wednesday of the month",), ("jeden ersten Dienstag",),
        ("Thursdays",), ("terça-feira",), ("2026年5月12日",), ("28 Feb – 2 Mar",), ("12. 5. 2026",),
        ("1er octobre",), ("14 de marzo de 2026",), ("3 out",), ("12 set",),
    ],
)  # fmt: skip
def test_dates_in_many_forms(lines: tuple[str, ...]) -> None:
    assert asked(*lines)


@pytest.mark.parametrize(
    "line",
    [
        "We may mend crates, and march on.", "© 2026 Northwind", "Founded 1998, 250 crates a day",
        "Tel. +61 2 5550 0140", "$ 12.50 per crate", "Second to none",
    ],
)  # fmt: skip
def test_pages_without_any(line: str) -> None:
    assert not asked(line)
