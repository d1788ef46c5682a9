"""Looks at sites are kept by date, whole, private, thinned, and damage hides only itself."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from followup_tui.domain.websites.site import SiteFacts
from followup_tui.web.site_snapshots import EVERY_DAY, EVERY_MONTH, EVERY_WEEK, SiteSnapshots

SITE = "https://tailspin.example/"
NOW = datetime(2026, 11, 19, 9, 14, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> SiteSnapshots:
    return SiteSnapshots(tmp_path / "pages" / "sites")


def look(at: datetime = NOW, title: str = "", url: str = SITE) -> SiteFacts:
    return SiteFacts(url=url, read_at=at, title=title)


def test_what_was_kept_comes_back_newest_first(kept: SiteSnapshots) -> None:
    looks = [look(NOW - timedelta(days=days), f"{days} days ago") for days in (9, 3, 30)]
    for each in looks:
        kept.save(each)

    assert [each.title for each in kept.history(SITE)] == [
        "3 days ago",
        "9 days ago",
        "30 days ago",
    ]
    assert kept.last(SITE) == looks[1]
    assert kept.nearest(SITE, NOW - timedelta(days=12)) == looks[0]
    assert kept.nearest(SITE, NOW - timedelta(days=400)) == looks[2]
    assert kept.told() == ()


def test_one_site_is_not_another_and_is_itself_however_it_is_written(kept: SiteSnapshots) -> None:
    kept.save(look())

    assert kept.last("http://www.tailspin.example") is not None
    assert kept.last("https://TAILSPIN.example:443/") is not None
    for other in ("https://tailspin.example:8443/", "https://fabrikam.example", f"{SITE}de", "x["):
        assert kept.last(other) is None
        assert kept.history(other) == ()
        assert kept.nearest(other, NOW) is None


def test_files_are_private_and_nothing_else_is_left(kept: SiteSnapshots, tmp_path: Path) -> None:
    kept.save(look())

    folder = tmp_path / "pages" / "sites"
    (file,) = [path for path in folder.rglob("*") if path.is_file()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, file.parent)} == {0o700}


def test_a_home_that_was_removed_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SiteSnapshots(tmp_path / "gone" / "pages" / "sites").save(look())


def test_old_looks_thin_out_and_the_last_two_stay(kept: SiteSnapshots) -> None:
    moment = NOW - timedelta(days=1200)
    while moment <= NOW:
        kept.save(look(moment))
        moment += timedelta(days=3, hours=5)
    looks = kept.history(SITE)
    ages = [looks[0].read_at - each.read_at for each in looks]
    last_two = [look(NOW + timedelta(hours=1)), look(NOW + timedelta(hours=2))]
    for each in last_two:
        kept.save(each)

    assert len(ages) <= 75
    assert sum(age <= EVERY_DAY for age in ages) == 5
    assert 26 <= sum(EVERY_DAY < age <= EVERY_WEEK for age in ages) <= 28
    assert max(ages) <= EVERY_MONTH
    gaps = [older - newer for newer, older in pairwise(ages)]
    assert max(gaps) <= timedelta(days=40)
    assert list(kept.history(SITE)[:2]) == last_two[::-1]


def test_of_one_day_the_last_two_looks_stay_until_the_next(kept: SiteSnapshots) -> None:
    for hour in range(3):
        kept.save(look(NOW + timedelta(hours=hour), f"at {hour}"))
    assert [each.title for each in kept.history(SITE)] == ["at 2", "at 1"]

    kept.save(look(NOW + timedelta(days=1), "tomorrow"))
    kept.save(look(NOW + timedelta(days=2), "later"))

    assert [each.title for each in kept.history(SITE)] == ["later", "tomorrow", "at 2"]


def test_a_look_at_the_same_copies_takes_the_place_of_the_one_before(kept: SiteSnapshots) -> None:
    def at(hour: int, fetched: int) -> SiteFacts:
        moment = NOW + timedelta(hours=fetched)
        facts = look(NOW + timedelta(hours=hour), f"at {hour}")
        return replace(facts, pages=(SITE,), fetched=(moment,))

    for each in (at(0, 0), at(1, 1), at(2, 1), at(3, 1)):
        kept.save(each)

    assert [each.title for each in kept.history(SITE)] == ["at 3", "at 0"]


def test_damage_is_set_aside_told_once_and_hides_nothing_else(
    kept: SiteSnapshots, tmp_path: Path
) -> None:
    kept.save(look(NOW - timedelta(days=1), "older"))
    kept.save(look(NOW, "newer"))
    newest = max((tmp_path / "pages" / "sites").rglob("*.json"))
    newest.write_bytes(newest.read_bytes()[:-20])

    assert kept.looked_through() == (2, [newest])
    found = kept.last(SITE)
    assert found is not None
    assert found.title == "older"
    assert [str(newest.with_suffix(".damaged")) in words for words in kept.told()] == [True]
    assert kept.told() == ()
    assert kept.looked_through() == (1, [])
    assert newest.with_suffix(".damaged").exists()


def test_repairing_sets_aside_what_is_damaged(kept: SiteSnapshots, tmp_path: Path) -> None:
    kept.save(look())
    (path,) = (tmp_path / "pages" / "sites").rglob("*.json")
    path.write_bytes(b"\x00")

    assert kept.set_damaged_aside() == [path]
    assert kept.history(SITE) == ()
