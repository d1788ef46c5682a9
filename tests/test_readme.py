"""What the README shows can be done as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from followup_tui.commands.arguments import parser
from followup_tui.settings.load import load_settings
from followup_tui.tui import keymap

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def _commands(program: str) -> list[list[str]]:
    lines = [line.removeprefix("$ ") for block in _shown("console") for line in block.splitlines()]
    words = [shlex.split(line, comments=True) for line in lines]
    return [line[1:] for line in words if line and line[0] == program]


def test_it_opens_with_a_picture_that_is_there_and_the_two_commands() -> None:
    picture = re.search(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert picture is not None
    assert (ROOT / picture[1]).is_file()
    assert ["run"] in _commands("make")
    assert ["test"] in _commands("make")


def test_what_is_made_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {*(line[0] for line in _commands("make")), *re.findall(r"`make (\w+)`", README)}
    assert named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("words", _commands("followup"), ids=" ".join)
def test_each_command_is_understood(words: list[str]) -> None:
    assert parser().parse_args(words)


def test_the_settings_are_settings(tmp_path: Path) -> None:
    (toml,) = _shown("toml")
    (tmp_path / "settings.toml").write_text(toml, encoding="utf-8")
    settings = load_settings(tmp_path)
    assert settings.cadence_by_tag["key-account"].late == 90
    assert keymap.read(settings.keys).problems == ()


def test_the_documents_it_points_at_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
