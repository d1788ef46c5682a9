"""Loading `settings.toml` of the home folder, with errors that name the file and the key."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from followup_tui.domain.record import Invalid
from followup_tui.settings.model import Settings, SettingsProblem

FILE = "settings.toml"

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]*)`(?: - at `(?P<at>[^`]*)`)?")
_AT = re.compile(r" - at `(?P<at>[^`]*)`$")


def load_settings(home: Path) -> Settings:
    """Return the settings of a home folder; those of a missing file are the defaults.

    Raises `SettingsProblem`: one sentence with the file, the key and what to do.
    """
    path = home / FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as problem:
        raise SettingsProblem(f"{path} cannot be read: {problem.strerror or problem}") from problem
    try:
        return read_settings(content.decode("utf-8-sig"), file=str(path))
    except UnicodeDecodeError as problem:
        raise SettingsProblem(f"{path} is not UTF-8 text: save it as UTF-8.") from problem


def read_settings(text: str, *, file: str) -> Settings:
    """Return the settings that `text` says; raises `SettingsProblem` in the name of `file`."""
    try:
        tree: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SettingsProblem(f"{file} is not valid TOML: {problem}.") from problem
    try:
        return msgspec.convert(tree, Settings)
    except msgspec.ValidationError as problem:
        if isinstance(problem.__cause__, Invalid):
            invalid = problem.__cause__
            key = invalid.field if "." in invalid.field else _key(str(problem)) or invalid.field
            raise SettingsProblem(f"{file}: {key}: {invalid.message}.") from problem
        raise SettingsProblem(f"{file}: {_words(str(problem), tree)}") from problem


def _key(message: str) -> str:
    """Return the dotted key out of the place at the end of a message of msgspec."""
    found = _AT.search(message)
    return found["at"].removeprefix("$").removeprefix(".") if found else ""


def _words(message: str, tree: dict[str, Any]) -> str:
    """Return what msgspec found as a sentence that begins with the key."""
    unknown = _UNKNOWN.search(message)
    if unknown is None:
        key = _key(message)
        says = _AT.sub("", message)
        return f"{key}: {says[:1].lower()}{says[1:]}." if key else f"{says}."
    at = (unknown["at"] or "").removeprefix("$").removeprefix(".")
    key = f"{at}.{unknown['field']}" if at else unknown["field"]
    near = difflib.get_close_matches(unknown["field"], _known_keys(at), n=1, cutoff=0.5)
    meant = f"; did you mean “{near[0]}”?" if near else "."
    return f"{key}: there is no such setting{meant}"


def _known_keys(at: str) -> list[str]:
    """Return the keys that the table named `at` may have."""
    kind: Any = Settings
    for part in re.sub(r"\[[^\]]*\]", "", at).split("."):
        if not part:
            continue
        kind = next((f.type for f in msgspec.structs.fields(kind) if f.name == part), None)
        if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
            return []
    return [field.name for field in msgspec.structs.fields(kind)]
