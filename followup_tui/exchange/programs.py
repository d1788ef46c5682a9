"""Starting other programs: without a shell, without our terminal, and never waiting for long.

A program that is still running after a while is left to itself, since it may well be the phone
that is being talked on.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from followup_tui.domain.text import clean_line, shorten

PATIENCE = 5.0
"""Seconds that a program has for saying whether it could do what it was asked."""
_SAID = 120  # characters of what a program said that fit into a sentence


class Programs:
    """`ports.Programs` on this machine."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._left: list[subprocess.Popen[bytes]] = []

    def opener(self) -> Sequence[str]:
        """Return the program, with its first arguments, by which the system opens an address."""
        if sys.platform == "win32":
            return ("rundll32", "url.dll,FileProtocolHandler")
        return ("open",) if sys.platform == "darwin" else ("xdg-open",)

    def run(self, argv: Sequence[str], *, may_stay: bool = False) -> str:
        """Run a program and return what went wrong as a sentence, or an empty string.

        Blocks for at most the patience this was made with: call it in a thread. With `may_stay`
        nothing is wrong with a program that is still running then.
        """
        self._left = [each for each in self._left if each.poll() is None]
        name = str(Path(argv[0]).expanduser()) if argv[0].startswith("~") else argv[0]
        if shutil.which(name) is None:
            return f"The program {name} was not found: install it, or name another one."
        # What it says goes into a file: a pipe would be closed on a program that is left running.
        with tempfile.TemporaryFile() as said:
            try:
                program = subprocess.Popen(  # without a shell
                    [name, *argv[1:]],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    start_new_session=True,
                )
            except OSError as problem:
                return f"{name} could not be started: {problem.strerror or problem}."
            try:
                status = program.wait(self._patience)
            except subprocess.TimeoutExpired:
                self._left.append(program)
                if may_stay:
                    return ""
                return (
                    f"{name} has not come back after {self._patience:g} seconds; it is left "
                    "running. See whether it dials."
                )
            if status == 0:
                return ""
            said.seek(0)
            words = shorten(clean_line(said.read(4096).decode("utf-8", "replace")), _SAID)
        return f"{name} ended with status {status}{f': {words}' if words else '.'}"
