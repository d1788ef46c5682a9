"""Settings and playbooks from the disk: errors say where, and one bad file stops no other."""

from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.domain.client import AccountManager, Cadence
from followup_tui.settings.load import load_settings, read_settings
from followup_tui.settings.model import Settings, SettingsProblem
from followup_tui.settings.paths import data_folder, default_home, demo_home, shipped_playbooks
from followup_tui.settings.playbooks import load_playbooks, playbook_folders
from followup_tui.settings.regions import REGIONS

SHIPPED = ["after-project", "keep-in-touch", "networking", "retro-coffee"]


class TestSettings:
    def test_a_missing_file_means_the_defaults(self, tmp_path: Path) -> None:
        assert load_settings(tmp_path / "nowhere") == Settings()

    def test_what_is_set_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "settings.toml").write_text(
            '[me]\nname = "Zoë"\nzone = "Europe/Zurich"\nregion = "CH"\n'
            "[day]\ncapacity = 7\n[cadence]\nideal = 60\nlate = 90\n"
            "[cadence_by_tag.key]\nideal = 20\nlate = 30\n"
            '[[account_managers]]\nname = "Ulla"\n[keys]\n"desk.open" = "enter,o"\n',
            encoding="utf-8",
        )
        settings = load_settings(tmp_path)
        assert (settings.me.name, settings.me.region, settings.day.capacity) == ("Zoë", "CH", 7)
        assert settings.cadence == Cadence(ideal=60, late=90)
        assert settings.cadence_by_tag == {"key": Cadence(ideal=20, late=30)}
        assert settings.account_managers == (AccountManager(name="Ulla"),)
        assert settings.keys == {"desk.open": "enter,o"}

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("[day]\ncapacity = 0", "day.capacity: must be between 1 and 500"),
            ("[day]\ncapcity = 5", "capcity: there is no such setting; did you mean “capacity”?"),
            ("[cadence]\nidael = 5", "cadence.idael: there is no such setting; did you"),
            ("[cadence_by_tag.vip]\nlat = 5", "cadence_by_tag.vip.lat: there is no such"),
            ("[[account_managers]]\nemail = 'x'", "account_managers[0].name: is missing"),
            ("[dya]", "dya: there is no such setting; did you mean “day”?"),
            ("[day]\ncapacity = 'x'", "day.capacity: expected `int`, got `str`"),
            ("[me]\nzone = 'Sydney'", "me.zone: “Sydney” is no time zone"),
            ("[me]\nregion = 'XX'", "me.region: must be the two letters of a country, like US"),
            ("[me]\nregion = 'UK'", "me.region: must be GB for that country"),
            ("[me]\nnmae = 'x'", "me.nmae: there is no such setting; did you mean “name”?"),
            ("[cadence]\nideal = 9\nlate = 3", "cadence.late: must not come before"),
            ("[sources]\nown_events = ['x']", "sources.own_events: must be a web address"),
            ("[[account_managers]]\nnme = 'x'", "account_managers[0].nme: there is no such"),
            ("day = ", "is not valid TOML"),
            ("day = " + "[" * 5_000, "is not valid TOML: too much is nested in it"),
        ],
    )  # fmt: skip
    def test_a_mistake_is_told_with_file_and_key(
        self, tmp_path: Path, text: str, says: str
    ) -> None:
        (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
        with pytest.raises(SettingsProblem) as problem:
            load_settings(tmp_path)
        assert str(tmp_path / "settings.toml") in str(problem.value)
        assert says in str(problem.value)

    def test_a_file_that_is_no_text_or_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(SettingsProblem, match="not UTF-8"):
            load_settings(tmp_path)
        (tmp_path / "settings.toml").unlink()
        (tmp_path / "settings.toml").mkdir()
        with pytest.raises(SettingsProblem, match="cannot be read"):
            load_settings(tmp_path)

    @given(st.text(max_size=200))
    def test_any_text_is_read_or_told(self, text: str) -> None:
        try:
            settings = read_settings(text, file="settings.toml")
        except SettingsProblem:
            return
        assert settings == Settings()


class TestPlaybooks:
    def test_what_ships_is_found_and_whole(self, tmp_path: Path) -> None:
        playbooks, problems = load_playbooks(playbook_folders(tmp_path))
        assert (sorted(playbooks), problems) == (SHIPPED, ())
        assert all(
            not playbook.wrap_up.settled_goes_to or playbook.wrap_up.settled_goes_to in playbooks
            for playbook in playbooks.values()
        )

    def test_the_users_own_takes_the_place_of_what_ships(self, tmp_path: Path) -> None:
        own = tmp_path / "playbooks"
        own.mkdir()
        text = (shipped_playbooks() / "keep-in-touch.toml").read_text(encoding="utf-8")
        (own / "mine.toml").write_text(text.replace("ideal = 152", "ideal = 99"), "utf-8")
        playbooks, problems = load_playbooks(playbook_folders(tmp_path))
        assert not problems
        assert sorted(playbooks) == SHIPPED
        assert playbooks["keep-in-touch"].due.ideal == 99
        assert list(playbooks)[-1] == "keep-in-touch"

    def test_a_bad_file_stops_no_other(self, tmp_path: Path) -> None:
        own = tmp_path / "playbooks"
        own.mkdir()
        good = (shipped_playbooks() / "networking.toml").read_text(encoding="utf-8")
        (own / "a-typo.toml").write_text(good.replace("[due]", "[deu]"), encoding="utf-8")
        (own / "b-bytes.toml").write_bytes(b"\xff\xfe")
        (own / "c-folder.toml").mkdir()
        (own / "d-large.toml").write_text("#" * 1_000_001, encoding="utf-8")
        (own / "e-gone.toml").symlink_to(own / "nowhere")
        (own / "f-good.toml").write_text(good.replace('"networking"', '"mine"', 1), "utf-8")
        (own / "g-twice.toml").write_text(good.replace('"networking"', '"mine"', 1), "utf-8")
        (own / "notes.txt").write_text("not a playbook", encoding="utf-8")
        playbooks, problems = load_playbooks(playbook_folders(tmp_path))
        assert sorted(playbooks) == sorted([*SHIPPED, "mine"])
        assert [(problem.file, problem.key) for problem in problems] == [
            ("playbooks/a-typo.toml", "deu"),
            ("playbooks/b-bytes.toml", ""),
            ("playbooks/c-folder.toml", ""),
            ("playbooks/d-large.toml", ""),
            ("playbooks/e-gone.toml", ""),
            ("playbooks/g-twice.toml", "key"),
        ]
        assert "did you mean “due”?" in str(problems[0])

    def test_a_settled_playbook_that_goes_nowhere_is_told(self, tmp_path: Path) -> None:
        own = tmp_path / "playbooks"
        own.mkdir()
        good = (shipped_playbooks() / "networking.toml").read_text(encoding="utf-8")
        (own / "networking.toml").write_text(
            good.replace('goes_to = "keep-in-touch"', 'goes_to = "keep-in-tuch"'), "utf-8"
        )
        playbooks, (problem,) = load_playbooks(playbook_folders(tmp_path))
        assert (problem.file, problem.key) == (
            "playbooks/networking.toml",
            "wrap_up.settled_goes_to",
        )
        assert "did you mean “keep-in-touch”?" in problem.message
        assert "networking" in playbooks


def test_the_regions_are_those_whose_numbers_can_be_read() -> None:
    assert phonenumbers.SUPPORTED_REGIONS == REGIONS


def test_the_folders_are_the_platforms_and_the_sample_desk_is_apart(own_home: Path) -> None:
    assert default_home() == own_home / ".local/share/followup"
    assert demo_home() != default_home()
    assert (data_folder() / "playbooks" / "keep-in-touch.toml").is_file()
