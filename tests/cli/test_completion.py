"""Completion: what could stand next, and each shell that is installed asking for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from followup_tui.commands.arguments import parser
from followup_tui.commands.completing import FILES, candidates
from followup_tui.commands.completion import SCRIPTS
from tests.cli.conftest import Followup

CLIENTS = ("Northwind Traders", "Northwest Air", "Quill & Ledger")


def words(*typed: str) -> list[str]:
    *before, current = typed
    return [each.word for each in candidates(parser(), before, current, names=lambda _: CLIENTS)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("du",), ["due"]),
        (("--h",), ["--help", "--home"]),
        (("due", "--a"), ["--all"]),
        (("--json", "due", "--a"), ["--all"]),
        (("--home", "x", "du"), ["due"]),
        (("show", "north"), ["Northwind Traders", "Northwest Air"]),
        (("show", '"Quill'), ["Quill & Ledger"]),
        (("show", "Northwind", "x"), []),
        (("next", "Quill", "co"), ["coffee"]),
        (("log", "Quill", "--outcome", "b"), ["busy"]),
        (("export", "m"), ["markdown"]),
        (("export", "json", "desk.json", "Q"), ["Quill & Ledger"]),
        (("note", "Quill", "--", "--"), []),
        (("completion", "z"), ["zsh"]),
    ],
)
def test_what_could_stand_next(typed: tuple[str, ...], expected: list[str]) -> None:
    assert words(*typed) == expected


def test_files_are_for_the_shell_to_find() -> None:
    assert words("import", "") == [FILES.word]
    assert words("export", "json", "") == [FILES.word]
    assert words("--home", "") == [FILES.word]


def test_every_command_is_offered_and_can_be_completed() -> None:
    offered = words("")
    assert {"due", "export", "search", "help", "completion", "import"} <= set(offered)
    for command in offered:
        assert "--json" in words(command, "--")


def test_courses_settings_topics_and_playbooks_are_known_by_name(
    home: Path, followup: Followup
) -> None:
    followup("course", "add", "Azure basics", "--last", "10 Nov")

    def offered(*words: str) -> list[str]:
        said = followup("completion", "words", "--", *words)
        assert said.status == 0
        return said.out.splitlines()

    assert offered("course", "show", "az") == ["Azure basics"]
    assert offered("letter", "Quill", "--course", "x") == []
    assert offered("settings", "me.n") == ["me.name"]
    assert offered("help", "exit") == ["exit-codes"]
    assert offered("log", "Quill", "--playbook", "retro") == ["retro-coffee"]
    assert offered("course", "link", "last", "Ann", "--to", "Qui") == ["Quill & Ledger"]


def test_names_come_from_the_desk_and_no_desk_is_made(
    home: Path, followup: Followup, tmp_path: Path
) -> None:
    said = followup("completion", "words", "--", "show", "q")
    assert (said.status, said.out) == (0, "Quill & Ledger\n")
    other = tmp_path / "none"
    said = followup("completion", "words", "--", "--home", str(other), "show", "")
    assert (said.status, said.out) == (0, "")
    assert not other.exists()
    assert followup("completion", "words").out.startswith("due\tSay who is to be called today")


@pytest.fixture
def shell_home(home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a shell in which `followup` is this program, over the desk of `home`."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "followup"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m followup_tui.cli "$@"\n')
    program.chmod(0o755)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "contacts one.csv").touch()
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "FOLLOWUP_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


def completed(shell: str, script: str, environment: dict[str, str], tmp_path: Path) -> list[str]:
    """Run a script in a shell and return the lines that it prints."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    bare: dict[str, Sequence[str]] = {
        "bash": ("bash", "--norc", "-c"),
        "zsh": ("zsh", "-f", "-c"),
        "fish": ("fish", "--no-config", "-c"),
    }
    (tmp_path / "followup.script").write_text(SCRIPTS[shell], encoding="utf-8")
    done = subprocess.run(
        [*bare[shell], script], env=environment, cwd=tmp_path / "files", capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_bash_completes(shell_home: dict[str, str], tmp_path: Path) -> None:
    script = r"""
        source ../followup.script
        ask() {
            COMP_WORDS=(followup "$@"); COMP_CWORD=$#; _followup; printf '%s\n' "${COMPREPLY[@]}"
        }
        ask du; ask show Qui; ask show '"Qui'; ask import con; ask nonsense x
        complete -p followup
    """
    assert completed("bash", script, shell_home, tmp_path) == [
        "due", r"Quill\ \&\ Ledger", "Quill & Ledger", "contacts one.csv", "",
        "complete -F _followup followup",
    ]  # fmt: skip


def test_zsh_completes(shell_home: dict[str, str], tmp_path: Path) -> None:
    script = r"""
        compdef() { print -r -- "compdef $*" }
        _describe() { shift; print -rl -- "${(@P)1}" }
        _files() { print files }
        source ../followup.script
        ask() { local -a words=(followup "$@"); local CURRENT=$(( $# + 1 )); _followup; }
        ask du; ask show Qui; ask import ''; true
    """
    assert completed("zsh", script, shell_home, tmp_path) == [
        "compdef _followup followup",
        "due:Say who is to be called today, and why.",
        "Quill & Ledger:Quill & Ledger",
        "files",
    ]


def test_fish_completes(shell_home: dict[str, str], tmp_path: Path) -> None:
    script = """
        source ../followup.script
        complete -C 'followup du'
        complete -C 'followup show Qui'
        complete -C 'followup import con'
    """
    assert completed("fish", script, shell_home, tmp_path) == [
        "due\tSay who is to be called today, and why.",
        "Quill & Ledger",
        "contacts one.csv",
    ]
