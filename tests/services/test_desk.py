"""Opening a desk: its home, its parts, and what is not imported for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup_tui.desk import LazyPages, open_desk
from followup_tui.domain.client import Client
from followup_tui.services.ports import Change, StoreProblem
from followup_tui.settings.clock import clock_at, local_zone, machine_clock
from followup_tui.settings.model import SettingsProblem
from tests.builders import NOW, a_client
from tests.fakes import FakePages

SLOW = [
    *("httpx", "bs4", "lxml", "charset_normalizer", "icalendar", "recurring_ical_events"),
    *("dateparser", "phonenumbers", "email_validator", "textual"),
]


def test_a_home_is_made_private_whatever_the_umask(tmp_path):
    home = tmp_path / "a" / "home"
    desk = open_desk(home, now=lambda: NOW)
    assert home.stat().st_mode & 0o777 == 0o700
    assert (desk.problems, desk.demo) == ((), False)
    assert set(desk.playbooks) == {
        "after-project",
        "keep-in-touch",
        "networking",
        "retro-coffee",
    }
    assert desk.call_list.now_listed().today == ()


def test_what_was_written_is_there_when_the_desk_is_opened_again(tmp_path):
    client = a_client()
    open_desk(tmp_path, now=lambda: NOW).records.commit(Change(by="add", put=(client,)))
    assert open_desk(tmp_path, now=lambda: NOW).records.get(Client, client.id) == client


def test_a_home_that_is_a_file_is_told(tmp_path):
    (tmp_path / "home").write_text("no folder")
    with pytest.raises(StoreProblem, match="folder"):
        open_desk(tmp_path / "home")


def test_a_setting_that_cannot_be_is_told_with_file_and_key(tmp_path):
    (tmp_path / "settings.toml").write_text("[day]\ncapacity = 0\n")
    with pytest.raises(SettingsProblem) as problem:
        open_desk(tmp_path)
    assert "settings.toml" in str(problem.value)
    assert "day.capacity" in str(problem.value)


def test_a_playbook_with_a_typo_is_told_and_the_others_work(tmp_path):
    folder = tmp_path / "playbooks"
    folder.mkdir()
    (folder / "mine.toml").write_text('key = "mine"\nnmae = "Mine"\n')
    desk = open_desk(tmp_path, now=lambda: NOW)
    (problem,) = desk.problems
    assert "mine.toml" in problem
    assert len(desk.playbooks) == 4


def test_a_store_that_is_not_json_is_told_and_left_alone(tmp_path):
    (tmp_path / "desk.json").write_text("hello")
    with pytest.raises(StoreProblem):
        open_desk(tmp_path, now=lambda: NOW).call_list.now_listed()
    assert (tmp_path / "desk.json").read_text() == "hello"


def test_nothing_slow_is_imported_before_the_first_paint(tmp_path):
    script = f"""
import json, sys
from pathlib import Path
from followup_tui.desk import open_desk
desk = open_desk(Path({str(tmp_path)!r}))
desk.call_list.now_listed()
print(json.dumps([name for name in {SLOW!r} if name in sys.modules]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []


def test_only_the_services_that_are_asked_for_are_imported(tmp_path):
    script = f"""
import json, sys
from pathlib import Path
from followup_tui.desk import open_desk
desk = open_desk(Path({str(tmp_path)!r}))
desk.call_list.last_listed()
print(json.dumps([name.rpartition(".")[2] for name in sys.modules if ".services." in name]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    imported = set(json.loads(done.stdout))
    assert "call_list" in imported
    assert not imported & {"call", "wrap_up", "preparation", "history", "importing", "library"}


async def test_the_web_is_opened_at_its_first_use_and_closed_only_if_it_was():
    opened: list[FakePages] = []

    def make() -> FakePages:
        opened.append(FakePages())
        return opened[-1]

    pages = LazyPages(make)
    await pages.close()
    assert opened == []
    await pages.look("https://nowhere.example/")
    assert pages.last("https://nowhere.example/") is None
    await pages.close()
    assert [each.closed for each in opened] == [True]


async def test_a_desk_closes_what_it_opened(tmp_path):
    desk = open_desk(tmp_path, now=lambda: NOW)
    await desk.close()


# The clock


def test_the_machines_clock_knows_its_summer_time(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Zurich")
    assert local_zone() == ZoneInfo("Europe/Zurich")
    assert machine_clock()().tzinfo == ZoneInfo("Europe/Zurich")
    assert machine_clock("Asia/Tokyo")().tzinfo == ZoneInfo("Asia/Tokyo")


def test_without_a_name_the_link_of_the_machine_tells_the_zone(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("TZ", "")
    zone = tmp_path / "zoneinfo" / "America" / "Argentina" / "Ushuaia"
    zone.parent.mkdir(parents=True)
    zone.touch()
    link = tmp_path / "localtime"
    link.symlink_to(zone)
    assert local_zone(link) == ZoneInfo("America/Argentina/Ushuaia")
    assert local_zone(tmp_path / "none").utcoffset(NOW) is not None


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-11-19T14:02", "", "2026-11-19T14:02:00+11:00"),
        ("2026-11-19T14:02", "Europe/Zurich", "2026-11-19T14:02:00+01:00"),
        ("2026-11-19T03:02:00Z", "Australia/Sydney", "2026-11-19T14:02:00+11:00"),
        (" 2026-11-19 ", "", "2026-11-19T00:00:00+11:00"),
    ],
)
def test_a_clock_can_be_set_for_a_run(text, zone, expected):
    assert clock_at(text, zone)().isoformat() == expected


def test_a_clock_set_to_nonsense_is_told():
    with pytest.raises(SettingsProblem, match="FOLLOWUP_NOW"):
        clock_at("half past two")
