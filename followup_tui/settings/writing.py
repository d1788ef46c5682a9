"""Writing `settings.toml`: one key changes, and what the user wrote around it stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.settings.load import FILE, read_settings
from followup_tui.settings.model import Settings, SettingsProblem
from followup_tui.settings.plain_file import content_of
from followup_tui.settings.schema import TomlValue

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Item

_WIDE = 2
"""Lists of more entries than this are written one a line."""


def text_of(home: Path) -> str:
    """Return what the file says; nothing where there is none. Raises `SettingsProblem`."""
    path = home / FILE
    try:
        return content_of(path).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsProblem(f"{path} cannot be read: {problem}.") from problem


def changed(text: str, changes: Mapping[str, TomlValue | None], *, file: str) -> str:
    """Return `text` with `changes` in it, comments, order and spacing kept.

    A key whose value is None goes. Raises `SettingsProblem`, in the name of `file`, where the
    outcome is no good settings.
    """
    import tomlkit  # noqa: PLC0415 - only for writing

    document = tomlkit.parse(text)
    for key, value in changes.items():
        if value is None:
            _remove(document, key)
        else:
            _set(document, key, value)
    outcome = tomlkit.dumps(document)
    read_settings(outcome, file=file)
    return outcome


def write(
    home: Path,
    changes: Mapping[str, TomlValue | None],
    *,
    before: str,
    put: Callable[[Path, bytes], None],
) -> Settings:
    """Write `changes` into the file by `put`, and return the settings as they are now.

    `before` is what the file said when the user began: if it says something else by now, nothing is
    written. `put` writes a file whole or not at all, for its owner alone; what it raises is passed
    on. Raises `SettingsProblem` with a sentence.
    """
    path = home / FILE
    if text_of(home) != before:
        raise SettingsProblem(
            f"{path} was changed elsewhere meanwhile: close this and open it again to see how"
        )
    content = changed(before, changes, file=str(path))
    put(path, content.encode())
    return read_settings(content, file=str(path))


def _set(document: TOMLDocument, key: str, value: TomlValue) -> None:
    import tomlkit  # noqa: PLC0415 - only for writing

    table, _, name = key.rpartition(".")
    if table and table not in document:
        document[table] = tomlkit.table()
    holder = document[table] if table else document
    assert isinstance(holder, dict)  # read_settings has seen that it is one
    _put(holder, name, value)


def _put(holder: dict[str, object], name: str, value: TomlValue) -> None:
    """Set a key; of a table that is there, only what is another value is touched."""
    there = holder.get(name)
    if isinstance(value, dict) and isinstance(there, dict):
        for gone in set(there) - set(value):
            del there[gone]
        for key, each in value.items():
            if there.get(key) != each:
                _put(there, key, each)
        return
    if isinstance(there, list):
        del holder[name]  # an array of tables cannot become a list in its place
    holder[name] = _item(value)


def _remove(document: TOMLDocument, key: str) -> None:
    table, _, name = key.rpartition(".")
    holder = document.get(table, {}) if table else document
    if name in holder:
        del holder[name]


def _item(value: TomlValue) -> Item:
    """Return a value as it is written: lists of many entries one a line, small tables inline."""
    import tomlkit  # noqa: PLC0415 - only for writing

    if isinstance(value, list):
        array = tomlkit.array()
        for each in value:
            array.append(_item(each) if isinstance(each, dict) else each)
        return array.multiline(len(value) > _WIDE)
    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        for name, inner in value.items():
            inline[name] = _item(inner) if isinstance(inner, dict) else inner
        return inline
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)
