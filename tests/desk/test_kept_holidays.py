"""Public holidays are worked out once, in a program of its own, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import kept_holidays
from followup_tui.desk.kept_holidays import KeptHolidays
from followup_tui.domain.calling.public_holidays import Days, by_library
from followup_tui.exchange.public_days import NotWorkedOut, by_program
from followup_tui.store.cache import FileCache

SYDNEY = ("AU", "NSW", 2026, 2026)


class Asked:
    """Works days out here, and counts how often."""

    def __init__(self, problem: str = "") -> None:
        self.times = 0
        self._problem = problem

    def __call__(self, country: str, subdivision: str, first: int, last: int) -> Days:
        self.times += 1
        if self._problem:
            raise NotWorkedOut(self._problem)
        return by_library(country, subdivision, first, last)


def test_the_program_says_what_the_library_does() -> None:
    assert by_program(*SYDNEY) == by_library(*SYDNEY) != ()


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotWorkedOut):
        by_program("AU", "NSW", 2026, "many")  # type: ignore[arg-type]  # it cannot read that
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(NotWorkedOut):
        by_program(*SYDNEY)


def test_what_was_worked_out_is_kept(tmp_path: Path) -> None:
    first, again = Asked(), Asked()
    days = KeptHolidays(FileCache(tmp_path / "cache"), work_out=first).look_up(*SYDNEY)
    assert days == by_library(*SYDNEY)
    later = KeptHolidays(FileCache(tmp_path / "cache"), work_out=again)
    assert later.look_up(*SYDNEY) == days
    assert (first.times, again.times) == (1, 0)
    assert later.look_up("AU", "VIC", 2026, 2026) != days
    assert again.times == 1
    assert later.look_up(*SYDNEY) == days


def test_a_failing_program_costs_no_holiday_and_nothing_is_kept(tmp_path: Path) -> None:
    asked = Asked("it does not start")
    holidays = KeptHolidays(FileCache(tmp_path / "cache"), work_out=asked)
    assert holidays.look_up(*SYDNEY) == by_library(*SYDNEY)
    assert not (tmp_path / "cache").exists()


def test_another_library_or_a_damaged_file_is_asked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked()
    holidays = KeptHolidays(FileCache(tmp_path / "cache"), work_out=asked)
    holidays.look_up(*SYDNEY)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert holidays.look_up(*SYDNEY) == by_library(*SYDNEY)
    assert asked.times == 2
    monkeypatch.setattr(kept_holidays, "_stamp", lambda: "of another version")
    assert holidays.look_up(*SYDNEY) == by_library(*SYDNEY)
    assert asked.times == 3


def test_only_so_many_answers_are_kept(tmp_path: Path) -> None:
    def none_at_all(country: str, subdivision: str, first: int, last: int) -> Days:
        return ()

    holidays = KeptHolidays(FileCache(tmp_path / "cache"), work_out=none_at_all)
    for year in range(2000, 2060):
        assert holidays.look_up("AU", "", year, year) == ()
    assert len(holidays._kept(kept_holidays._stamp())) == 40
