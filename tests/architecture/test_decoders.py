"""What threads read with is made before they do: msgspec crashes where two make it at once."""

from __future__ import annotations

import ast
from pathlib import Path

import followup_tui

HOUSE = Path(followup_tui.__file__).parent
ROOMS = ("web", "services", "desk")
"""Whose files are read in threads."""


def made_late(source: str) -> list[int]:
    """Return the lines in which a named type is looked at each time something is decoded."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "decode"
        for given in call.keywords
        if given.arg == "type" and isinstance(given.value, ast.Name) and given.value.id != "kind"
    ]


def test_what_is_kept_is_read_with_decoders_that_are_there() -> None:
    assert made_late("msgspec.json.decode(content, type=Kept)") == [1]
    files = [file for room in ROOMS for file in (HOUSE / room).rglob("*.py")]
    assert len(files) > 100
    late = {file.name: lines for file in files if (lines := made_late(file.read_text()))}
    assert late == {}
