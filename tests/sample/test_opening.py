"""Opening the sample desk: a folder of its own, filled once, dated anew, and fetched from."""

from __future__ import annotations

import asyncio
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from followup_tui.domain.client import Client
from followup_tui.domain.course import Draw
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.queue import ReasonKind
from followup_tui.domain.record import Clock
from followup_tui.sample.opening import MARK, open_sample
from followup_tui.sample.problem import SampleProblem
from tests.builders import NOW, days


def at(moment: datetime) -> Clock:
    return lambda: moment


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "demo"


def test_it_is_a_desk_with_everything(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False) as desk:
        calls = desk.call_list.now_listed()
        assert desk.demo
        assert desk.problems == ()
        assert desk.settings.sources.own_events
        assert len(desk.records.all(Client)) == 16
    assert {r.kind for entry in calls.today for r in entry.reasons} == set(ReasonKind)
    assert calls.coming
    assert len(calls.held) == 3
    assert (home / MARK).is_file()


def test_its_files_are_private(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False):
        pass
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for file in home.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file


def test_opened_again_the_same_day_nothing_is_written(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False) as desk:
        version = desk.records.version
    before = {f: f.read_bytes() for f in home.iterdir() if f.is_file()}
    with open_sample(home, now=at(NOW + timedelta(hours=3)), serve=False) as desk:
        assert desk.records.version <= version
    assert {f: f.read_bytes() for f in home.iterdir() if f.is_file()} == before


@pytest.mark.parametrize("later", [1, 30, 400, -20])
def test_on_another_day_it_is_as_interesting_as_before(home: Path, later: int) -> None:
    with open_sample(home, now=at(NOW), serve=False):
        pass
    with open_sample(home, now=at(NOW + days(later)), serve=False) as desk:
        calls = desk.call_list.now_listed()
        assert {r.kind for entry in calls.today for r in entry.reasons} == set(ReasonKind)
        assert len(desk.records.all(Draw)) == 2


def test_what_the_user_did_stays(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False) as desk:
        client = asyncio.run(desk.clients.find("northwind"))
        asyncio.run(desk.clients.note(client.id, "+ likes the new board"))
        asyncio.run(desk.call_list.snooze(client.id, NOW.date() + days(3)))
    with open_sample(home, now=at(NOW + days(40)), serve=False) as desk:
        page = asyncio.run(desk.clients.page(client.id))
        assert page.interactions[0].notes[0].text == "+ likes the new board"
        assert page.interactions[0].at == NOW
        assert page.client.snoozed_until == NOW.date() + days(3)
        kiruna = asyncio.run(desk.clients.find("kiruna"))
        spoken = desk.records.of_client(Interaction, kiruna.id)[-1]
        assert (NOW + days(40) - spoken.at).days in range(146, 151)


def test_changed_settings_stay(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False):
        pass
    (home / "settings.toml").write_text("[day]\ncapacity = 3\n", encoding="utf-8")
    with open_sample(home, now=at(NOW + days(2)), serve=False) as desk:
        assert desk.settings.day.capacity == 3


def test_a_desk_of_ones_own_is_never_filled(tmp_path: Path) -> None:
    (tmp_path / "desk.json").write_text("{}", encoding="utf-8")
    with (
        pytest.raises(SampleProblem, match="empty folder"),
        open_sample(tmp_path, now=at(NOW), serve=False),
    ):
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["desk.json"]


def test_a_file_is_no_place_for_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    with (
        pytest.raises(SampleProblem, match="not a folder"),
        open_sample(file, now=at(NOW), serve=False),
    ):
        pass


def test_a_damaged_mark_is_told(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False):
        pass
    (home / MARK).write_text("?", encoding="utf-8")
    with (
        pytest.raises(SampleProblem, match=r"sample\.json"),
        open_sample(home, now=at(NOW), serve=False),
    ):
        pass


def test_filling_that_was_cut_short_is_done_at_the_next_opening(home: Path) -> None:
    with open_sample(home, now=at(NOW), serve=False):
        pass
    for file in home.glob("desk*"):
        file.unlink()
    with open_sample(home, now=at(NOW), serve=False) as desk:
        assert len(desk.records.all(Client)) == 16


async def test_its_sites_are_fetched_over_http(home: Path) -> None:
    with open_sample(home, now=at(NOW)) as desk:
        try:
            good, gone, broken, circle, moved = await asyncio.gather(
                *(
                    desk.pages.look(f"http://{host}/")
                    for host in (
                        "northwind.example",
                        "pacific-crest.example",
                        "werkbank.example",
                        "kestrel.example",
                        "ostrava-freight.example",
                    )
                )
            )
        finally:
            await desk.close()
    assert good.facts is not None
    assert good.facts.title.startswith("Northwind Traders")
    assert "410" in gone.problem
    assert broken.problem
    assert "circle" in circle.problem
    assert moved.facts is not None
    assert moved.facts.title.startswith("Ostrava Freight")


async def test_after_it_is_closed_the_last_copy_is_still_there(home: Path) -> None:
    with open_sample(home, now=at(NOW)) as desk:
        await desk.pages.look("http://northwind.example/")
        await desk.close()
    with open_sample(home, now=at(NOW), serve=False) as desk:
        look = desk.pages.last("http://northwind.example/")
        await desk.close()
    assert look is not None
    assert look.facts is not None
    assert look.fetched_at == NOW
