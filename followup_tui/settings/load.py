"""Loading `settings.toml` of the home folder, with errors that name the file and the key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from followup_tui.domain.client import AccountManager, Cadence
from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.record import Invalid
from followup_tui.settings.model import Settings, SettingsProblem
from followup_tui.settings.plain_file import content_of

FILE = "settings.toml"

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]*)`(?: - at `(?P<at>[^`]*)`)?")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]*)`")
_AT = re.compile(r" - at `(?P<at>[^`]*)`$")


def load_settings(home: Path) -> Settings:
    """Return the settings of a home folder; those of a missing file are the defaults.

    Raises `SettingsProblem`: one sentence with the file, the key and what to do.
    """
    path = home / FILE
    try:
        content = content_of(path)
    except FileNotFoundError:
        return Settings()
    except PermissionError as problem:
        raise SettingsProblem(
            f"followup may not read {path}: give yourself the right to, "
            "or choose another folder with --home."
        ) from problem
    except OSError as problem:
        raise SettingsProblem(
            f"{path} cannot be read: {problem.strerror or problem}. Mend it or move it away."
        ) from problem
    try:
        return read_settings(content.decode("utf-8-sig"), file=str(path))
    except UnicodeDecodeError as problem:
        raise SettingsProblem(f"{path} is not UTF-8 text: save it as UTF-8.") from problem


def read_settings(text: str, *, file: str) -> Settings:
    """Return the settings that `text` says; raises `SettingsProblem` in the name of `file`."""
    import tomllib  # noqa: PLC0415 - not where there is no file

    try:
        tree: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SettingsProblem(f"{file} is not valid TOML: {problem}.") from problem
    except RecursionError:
        raise SettingsProblem(f"{file} is not valid TOML: too much is nested in it.") from None
    for at, key, known in _strangers(tree):
        raise SettingsProblem(f"{file}: {at}.{key}: {_no_such(key, known)}")
    try:
        return msgspec.convert(tree, Settings)
    except msgspec.ValidationError as problem:
        if isinstance(problem.__cause__, Invalid):
            invalid = problem.__cause__
            key = invalid.field if "." in invalid.field else _key(str(problem)) or invalid.field
            raise SettingsProblem(f"{file}: {key}: {invalid.message}.") from problem
        raise SettingsProblem(f"{file}: {_words(str(problem))}") from problem


def _key(message: str) -> str:
    """Return the dotted key out of the place at the end of a message of msgspec."""
    found = _AT.search(message)
    return found["at"].removeprefix("$").removeprefix(".") if found else ""


def _words(message: str) -> str:
    """Return what msgspec found as a sentence that begins with the key."""
    unknown = _UNKNOWN.search(message)
    if unknown is not None:
        at = (unknown["at"] or "").removeprefix("$").removeprefix(".")
        key = f"{at}.{unknown['field']}" if at else unknown["field"]
        return f"{key}: {_no_such(unknown['field'], _known_keys(at))}"
    key, says = _key(message), _AT.sub("", message)
    missing = _MISSING.fullmatch(says)
    if missing is not None:
        return f"{key}.{missing['field']}: is missing."
    return f"{key}: {says[:1].lower()}{says[1:]}." if key else f"{says}."


def _no_such(key: str, known: Sequence[str]) -> str:
    return f"there is no such setting{did_you_mean(key, known) or '.'}"


def _strangers(tree: dict[str, Any]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield the keys that are not known of the tables that are words of the domain.

    Those may hold more in records of a later version, so msgspec lets unknown keys pass; in the
    settings a key that does nothing is a mistake. Gives the table, the key and the known ones.
    """
    by_tag, managers = tree.get("cadence_by_tag"), tree.get("account_managers")
    tables: list[tuple[str, object, type[msgspec.Struct]]] = [
        ("cadence", tree.get("cadence"), Cadence)
    ]
    if isinstance(by_tag, dict):
        tables += [(f"cadence_by_tag.{tag}", table, Cadence) for tag, table in by_tag.items()]
    if isinstance(managers, list):
        tables += [
            (f"account_managers[{index}]", table, AccountManager)
            for index, table in enumerate(managers)
        ]
    for at, table, kind in tables:
        known = [field.name for field in msgspec.structs.fields(kind)]
        if isinstance(table, dict):
            yield from ((at, key, known) for key in table if key not in known)


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
