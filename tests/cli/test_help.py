"""`followup help`: topics that are true of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from followup_tui.commands.help import KEYS, topics
from followup_tui.domain.notes.capture import SIGN_OF, kind_of
from followup_tui.settings.paths import shipped_playbooks
from tests.cli.conftest import Followup


def said(name: str) -> str:
    return topics()[name].read_text(encoding="utf-8")


def test_every_topic_is_listed_and_printed(home: Path, followup: Followup) -> None:
    listed = followup("help").out
    wanted = {"signs", "dates", "playbooks", "letters", "files", "export", "search", "exit-codes"}
    assert wanted == set(topics())
    for name in (*wanted, KEYS):
        assert re.search(rf"^  {name} ", listed, re.MULTILINE)
        assert followup("help", name).status == 0
    for typed in (("exit-codes",), ("Exit", "codes"), ("exit codes",)):
        assert followup("help", *typed).out == said("exit-codes")


@pytest.mark.parametrize("name", sorted(topics()))
def test_a_topic_is_plain_text_of_eighty_columns_or_so(name: str) -> None:
    lines = said(name).splitlines()
    assert re.fullmatch(r"[A-Z][\w ]+: \S.*", lines[0])
    assert max(map(len, lines)) <= 102
    assert said(name).endswith("\n")


def test_a_mistyped_topic_is_told_what_is_near(followup: Followup, home: Path) -> None:
    assert followup("help", "mend").out.startswith("usage: followup mend ")
    assert followup("help", "zzzzzz").err.endswith("; `followup help` lists them\n")
    wrong = followup("help", "sings")
    assert wrong.status == 2
    assert wrong.err == "followup: there is no topic “sings”; did you mean “signs”?\n"


def test_the_signs_are_those_of_the_notes() -> None:
    rows = re.findall(r"^  (\S)  .*?   (\S .+)$", said("signs"), re.MULTILINE)
    assert {sign for sign, _ in rows} == set(SIGN_OF.values())
    for sign, example in rows:
        assert SIGN_OF[kind_of(example)] == sign


def test_the_playbooks_are_those_that_ship() -> None:
    told = set(re.findall(r"^  ([a-z-]+)  ", said("playbooks"), re.MULTILINE))
    assert told == {path.stem for path in shipped_playbooks().glob("*.toml")}


def test_the_keys_follow_the_settings(followup: Followup, home: Path) -> None:
    (home / "settings.toml").write_text('[keys]\n"desk.call" = "z"\n', encoding="utf-8")
    told = followup("help", "keys").out
    assert re.search(r"^  z +Start the call with this client\.$", told, re.MULTILINE)
