"""The user's own editor: what it is given, what comes back, and what goes wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from textual.app import App

from followup_tui.tui.editor import EditorProblem, cleaned, edit, edit_aside, editor_command


def an_editor(folder: Path, code: str) -> dict[str, str]:
    """Return an environment whose editor runs `code` with the file's path as `file`."""
    program = folder / "editor with blanks.py"
    program.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{code}\n")
    return {**os.environ, "VISUAL": "", "EDITOR": f'"{sys.executable}" "{program}" --wait'}


def test_the_editor_has_its_arguments_and_what_it_writes_comes_back(tmp_path: Path) -> None:
    code = "assert '--wait' in sys.argv\nfile.write_text(file.read_text().upper() + '\\nmore\\n')"
    assert edit("a\nü", name="n.txt", environment=an_editor(tmp_path, code)) == "A\nÜ\nmore"


def test_what_comes_back_is_cleaned() -> None:
    assert cleaned("\ufeffa\x1b[31m b\r\nc\u202e\n", before="a") == "a b\nc"
    assert cleaned("a\n", before="a\n") == "a\n"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sys.exit(3)", "ended with status 3; the text stays"),
        ("file.unlink()", "is not there; the text stays"),
    ],
)
def test_an_editor_that_fails_changes_nothing(tmp_path: Path, code: str, sentence: str) -> None:
    with pytest.raises(EditorProblem, match=sentence):
        edit("a", name="n.txt", environment=an_editor(tmp_path, code))


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "No editor is set"),
        ({"EDITOR": "  "}, "No editor is set"),
        ({"EDITOR": "vim 'x"}, "cannot be read as a command"),
        ({"VISUAL": "'' x", "EDITOR": "vim"}, None),
    ],
)
def test_which_editor_it_is(environment: dict[str, str], sentence: str | None) -> None:
    if sentence is None:
        assert editor_command(environment) == ["", "x"]
        return
    with pytest.raises(EditorProblem, match=sentence):
        editor_command(environment)


def test_an_editor_that_is_not_there_is_told() -> None:
    with pytest.raises(EditorProblem, match="could not be started"):
        edit("a", name="n.txt", environment={"EDITOR": "/nowhere/no-such-editor"})


async def test_a_terminal_that_cannot_be_lent_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", sys.executable)
    app: App[None] = App()
    async with app.run_test():
        with pytest.raises(EditorProblem, match="cannot be lent"):
            edit_aside(app, "a")
