"""Whether a kept list still holds is told by the files alone, and never wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.desk import Desk, open_desk
from followup_tui.domain.change import Change
from followup_tui.domain.client import Client
from followup_tui.services.call_list import CallListService
from followup_tui.store.first_sight import KEY, Sight, kept_in
from followup_tui.store.records import TinyRecords
from followup_tui.store.stamp import now_in
from tests.builders import NOW, TODAY, ZONE, a_client, days
from tests.fakes import FakeClock


def _desk(home: Path, clock: FakeClock | None = None) -> Desk:
    return open_desk(home, now=clock or FakeClock())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a client on its list, which is kept."""
    home = tmp_path / "home"
    desk = _desk(home)
    client = a_client(call_again=TODAY - days(1))
    desk.records.commit(Change(by="add", put=(client,)))
    desk.call_list.now_listed()
    desk.call_list.keep_now()
    desk.records.close()
    return home


@pytest.fixture
def no_making(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(*_: object) -> None:
        raise AssertionError("the list was made anew")

    monkeypatch.setattr(CallListService, "_read", make)


@pytest.mark.usefixtures("no_making")
def test_a_list_that_holds_is_not_made_anew(home: Path) -> None:
    clock = FakeClock()
    clock.forward(hours=3)
    queue = _desk(home, clock).call_list.now_listed()
    assert [entry.name for entry in queue.today] == ["Northwind Traders"]
    assert queue.now == clock()
    assert queue.now.tzinfo is clock().tzinfo


def test_what_was_kept_is_what_is_made(home: Path) -> None:
    held = _desk(home).call_list.now_listed()
    (home / "cache" / "call_list.kept").unlink()
    assert _desk(home).call_list.now_listed() == held


def test_what_is_told_of_the_open_records_is_what_the_files_tell(home: Path) -> None:
    desk = _desk(home)
    desk.call_list.now_listed()
    assert desk.call_list.last_made is not None
    assert desk.call_list.last_made.made_from == now_in(home)
    desk.records.commit(Change(by="again", put=(a_client("Tailspin"),)))
    desk.call_list.now_listed()
    assert desk.call_list.last_made.made_from == now_in(home)


def _change_a_record(home: Path) -> None:
    records = TinyRecords(home, zone=ZONE)
    (client,) = records.all(Client)
    records.commit(Change(by="away", drop=(client,)))
    records.close()


def _write_settings(home: Path) -> None:
    (home / "settings.toml").write_text("[queue]\n", encoding="utf-8")


def _write_playbook(home: Path) -> None:
    (home / "playbooks").mkdir()
    (home / "playbooks" / "own.toml").write_text("", encoding="utf-8")


def _remove_the_records(home: Path) -> None:
    (home / "desk.json").unlink()


@pytest.mark.parametrize(
    "change", [_change_a_record, _write_settings, _write_playbook, _remove_the_records]
)
def test_another_state_of_the_files_is_told(home: Path, change) -> None:
    before = now_in(home)
    assert before
    change(home)
    assert now_in(home) != before


def test_another_programs_change_is_seen_at_the_next_look(home: Path) -> None:
    desk = _desk(home)
    assert desk.call_list.now_listed().today
    _change_a_record(home)
    desk.records.refresh()
    assert not desk.call_list.now_listed().today


@pytest.mark.usefixtures("no_making")
@pytest.mark.parametrize("later", [days(1), -days(1)])
def test_another_day_and_a_clock_that_was_set_back_make_it_anew(home: Path, later) -> None:
    with pytest.raises(AssertionError, match="made anew"):
        _desk(home, FakeClock(NOW + later)).call_list.now_listed()


async def test_what_is_written_anew_when_the_desk_is_closed_is_the_same_at_first_sight(
    home: Path,
) -> None:
    desk = _desk(home)
    desk.records.commit(Change(by="much", put=(a_client("Tailspin", about="x" * 90_000),)))
    made_from = now_in(home)
    desk.cache.save(KEY, Sight(made_from, "80x24", 0.0, 1.0, "UTC", "drawn").encoded())
    await desk.close()
    kept = kept_in(home)
    assert kept is not None
    assert made_from != kept.made_from == now_in(home)
    assert kept.drawn == "drawn"
