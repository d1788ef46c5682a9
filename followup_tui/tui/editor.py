"""Editing a text in the user's own editor: the app steps aside and takes what comes back."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from textual.app import App, SuspendNotSupported

from followup_tui.domain.text import clean_typed

_Result = TypeVar("_Result")


class EditorProblem(Exception):
    """The editor could not be used; the text is a sentence that says why and what to do."""


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Return the editor's program and its arguments: ``$VISUAL``, else ``$EDITOR``.

    Raises `EditorProblem` where neither is set, or what is set is no command.
    """
    words = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not words:
        raise EditorProblem("No editor is set: set VISUAL or EDITOR, like EDITOR=vim.")
    try:
        command = shlex.split(words)
    except ValueError as wrong:
        raise EditorProblem(f"“{words}” cannot be read as a command ({wrong}).") from wrong
    if not command:
        raise EditorProblem(f"“{words}” is no command: set VISUAL or EDITOR, like EDITOR=vim.")
    return command


def edit(text: str, *, name: str, environment: Mapping[str, str]) -> str:
    """Let the editor edit `text` in a file of its own, and return what it left, cleaned.

    `name` is that of the file, by which some editors choose how they show it. The terminal must be
    the editor's meanwhile (`edit_aside`). Raises `EditorProblem`; then nothing has changed.
    """
    command = editor_command(environment)
    with TemporaryDirectory(prefix="followup-") as folder:  # private to the user
        file = Path(folder) / name
        file.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*command, str(file)], check=False, env=dict(environment))
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise EditorProblem(
                f"The editor “{command[0]}” could not be started: {why}."
            ) from problem
        if ended.returncode != 0:
            raise EditorProblem(
                f"The editor “{command[0]}” ended with status {ended.returncode}; "
                "the text stays as it was."
            )
        try:
            left = file.read_bytes()
        except OSError as problem:
            raise EditorProblem(
                f"What the editor “{command[0]}” wrote is not there; the text stays as it was."
            ) from problem
    return cleaned(left.decode("utf-8", "replace"), before=text)


def cleaned(text: str, *, before: str) -> str:
    """Return text from an editor as the pad holds it: clean lines, no last break of its own."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
    if text.endswith("\n") and not before.endswith("\n"):
        text = text[:-1]  # which editors add
    return "\n".join(clean_typed(line) for line in text.split("\n"))


def edit_aside(app: App[_Result], text: str, *, name: str = "notes.txt") -> str:
    """Step aside for the editor, and return what it left; raises `EditorProblem`."""
    editor_command(os.environ)
    try:
        with app.suspend():
            return edit(text, name=name, environment=os.environ)
    except SuspendNotSupported as wrong:
        raise EditorProblem(
            "This terminal cannot be lent to an editor; the text stays as it was."
        ) from wrong
