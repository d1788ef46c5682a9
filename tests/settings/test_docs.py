"""The page about the settings names every one of them."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from followup_tui.settings.model import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")


def _keys() -> list[str]:
    found = []
    for field in msgspec.structs.fields(Settings):
        is_section = isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)
        if is_section:
            found += [inner.name for inner in msgspec.structs.fields(field.type)]
        else:
            found.append(field.name)
    return found


@pytest.mark.parametrize("key", _keys())
def test_every_setting_is_told(key: str) -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert key in {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_the_defaults_that_are_told_are_those_there_are() -> None:
    for row in (line.split("|") for line in PAGE.splitlines() if line.startswith("| `")):
        told = row[2].strip().strip("`")
        names = re.findall(r"`(\w+)`", row[1])
        sections = ("me", "day", "sources", "web", "calling", "mail")
        section = next((each for each in sections if _has(each, names[0])), "")
        if told.isdigit() or told in {"true", "false"}:
            assert str(getattr(getattr(Settings(), section), names[0])).lower() == told


def _has(section: str, name: str) -> bool:
    return hasattr(getattr(Settings(), section), name)
