"""`followup settings`: shown, and changed with the comments of the file kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Followup


def test_a_setting_is_written_among_the_comments_of_the_file(
    home: Path, followup: Followup
) -> None:
    file = home / "settings.toml"
    file.write_text("# mine\n[me]\nname = 'U'  # short\n", encoding="utf-8")
    said = followup("settings", "me.name", "Ulla Berg")
    assert said.out.splitlines()[:2] == ["me.name: Ulla Berg", "  else nothing"]
    assert file.read_text(encoding="utf-8") == '# mine\n[me]\nname = "Ulla Berg"  # short\n'
    assert "\n  me.name       Ulla Berg  *\n" in followup("settings").out
    followup("settings", "me.name", "--default")
    assert "Ulla" not in file.read_text(encoding="utf-8")


def test_of_several_one_is_added_and_one_taken_away(home: Path, followup: Followup) -> None:
    never = ("settings", "web.never")
    followup(*never, "a.example", "b.example")
    followup(*never, "--add", "c.example", "--remove", "a.example")
    (shown,) = followup(*never, "--json").json["settings"]
    assert (shown["value"], shown["default"]) == ("b.example\nc.example", "")
    followup("settings", "cadence_by_tag", "vip = 30, 60")
    assert followup("settings", "cadence_by_tag", "--remove", "vip").out.startswith(
        "cadence_by_tag: nothing\n"
    )


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("me.nam", "x"), 2, "did you mean “me.name”?"),
        (("me.name", "Ulla", "Berg"), 2, "me.name is one value"),
        (("me.name", "--add", "x"), 2, "me.name is one value"),
        (("me.name", "x", "--default"), 2, "exclude each other"),
        (("--default",), 2, "say which setting"),
        (("web.prefetch", "maybe"), 2, "web.prefetch is yes or no"),
        (("day.capacity", "ten"), 1, "day.capacity must be a whole number"),
        (("me.zone", "Mars"), 1, "me.zone: “Mars” is no time zone"),
        (("web.never", "--remove", "x"), 1, "web.never has no “x”: it has nothing"),
        (("keys", "desk.cll = z"), 1, "desk.cll"),
        (("theme", "plaid"), 1, "there is no “plaid”; choose one of"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_is_written(
    home: Path, followup: Followup, words: tuple[str, ...], status: int, said: str
) -> None:
    wrong = followup("settings", *words)
    assert (wrong.status, wrong.out) == (status, "")
    assert said in wrong.err
    assert wrong.err.count("\n") == 1
    assert not (home / "settings.toml").exists()


def test_a_link_to_the_settings_stays_one(home: Path, followup: Followup, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.touch()
    (home / "settings.toml").symlink_to(kept)
    assert followup("settings", "me.name", "Ulla Berg").status == 0
    assert (home / "settings.toml").is_symlink()
    assert "Ulla Berg" in kept.read_text(encoding="utf-8")


def test_what_no_file_could_hold_does_not_come_into_it(home: Path, followup: Followup) -> None:
    assert followup("settings", "me.name", "Ulla \udcff\x1b[31mBerg").status == 0
    assert followup("settings", "web.never", "a.ex\udcffample").status == 0
    text = (home / "settings.toml").read_text(encoding="utf-8")
    assert '"Ulla Berg"' in text
    assert '"a.example"' in text
