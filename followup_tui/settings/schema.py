"""The settings as a form: each key of the model with its words, and its value as text and back.

The fields follow from `settings.model`: a key that is added there is asked for here, once it has
its words in `settings.words`.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from enum import EnumType, StrEnum
from typing import Union, get_args, get_origin

import msgspec

from followup_tui.domain.client import AccountManager, Cadence
from followup_tui.domain.record import Invalid
from followup_tui.settings.model import Settings
from followup_tui.settings.words import SECTIONS, SETTINGS

TomlValue = (
    str
    | int
    | bool
    | list[str]
    | dict[str, int]
    | dict[str, str]
    | dict[str, dict[str, int]]
    | list[dict[str, str]]
)
"""What stands in the file for a key."""


class Kind(StrEnum):
    """How a setting is written in its field."""

    TEXT = "text"
    SEVERAL_LINES = "text of several lines"
    NUMBER = "number"
    FLAG = "yes/no"
    CHOICE = "choice"
    LINES = "one a line"
    PAIRS = "name = value, one a line"
    CADENCE = "ideal and late days"
    CADENCES = "tag = ideal and late days, one a line"
    PEOPLE = "name <address>, one a line"


YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the settings, as it is asked for."""

    key: str
    """Dotted, as in the file: ``me.name``."""
    kind: Kind
    label: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Settings that are about one thing."""

    title: str
    settings: tuple[Setting, ...]


def sections() -> tuple[Section, ...]:
    """Return all settings, in the order in which they are asked for."""
    found = {setting.key: setting for setting in _settings()}
    return tuple(
        Section(title, tuple(setting for key, setting in found.items() if _within(key, keys)))
        for title, keys in SECTIONS.items()
    )


def texts(settings: Settings) -> dict[str, str]:
    """Return each setting as it stands in its field, by its key."""
    return {setting.key: _text(_value(settings, setting.key)) for setting in _settings()}


def changes(typed: Mapping[str, str], before: Settings) -> dict[str, TomlValue | None]:
    """Return what of `typed` is another value than in `before`, as it stands in the file.

    None is a key that goes, because its default was written. Raises `Invalid` with the key of the
    first field that cannot be read; what a value may be beyond that is for the model to say.
    """
    found: dict[str, TomlValue | None] = {}
    defaults, stands = texts(Settings()), texts(before)
    for setting in _settings():
        text = typed.get(setting.key, stands[setting.key])
        value = _read(setting, text)
        if value == _read(setting, stands[setting.key]):
            continue
        found[setting.key] = None if value == _read(setting, defaults[setting.key]) else value
    return found


def _within(key: str, keys: tuple[str, ...]) -> bool:
    return key in keys or f"{key.partition('.')[0]}." in keys


def _settings() -> Iterator[Setting]:
    for field in msgspec.structs.fields(Settings):
        kind = field.type
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            for part in msgspec.structs.fields(kind):
                yield _setting(f"{field.name}.{part.name}", part.type)
        else:
            yield _setting(field.name, kind)


def _setting(key: str, of: object) -> Setting:
    label, words = SETTINGS[key]
    members: Mapping[str, object] = of.__members__ if isinstance(of, EnumType) else {}
    choices = tuple(map(str, members.values()))
    kind = Kind.SEVERAL_LINES if key == "me.signature" else _kind(of)
    return Setting(key, kind, label, words, choices)


_KINDS: Mapping[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.NUMBER,
    bool: Kind.FLAG,
    tuple[str, ...]: Kind.LINES,
    dict[str, str]: Kind.PAIRS,
    dict[str, Cadence]: Kind.CADENCES,
    tuple[AccountManager, ...]: Kind.PEOPLE,
}


def _kind(of: object) -> Kind:
    if get_origin(of) in {Union, types.UnionType}:
        (of,) = (each for each in get_args(of) if each is not types.NoneType)
        return Kind.CADENCE if of is Cadence else _kind(of)
    return Kind.CHOICE if isinstance(of, EnumType) else _KINDS[of]


def _value(settings: Settings, key: str) -> object:
    value: object = settings
    for name in key.split("."):
        value = getattr(value, name)
    return value


def _text(value: object) -> str:  # noqa: PLR0911 - a value of each kind
    """Return a value of the model as it is typed."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case Cadence():
            return f"{value.ideal}, {value.late}"
        case AccountManager():
            return formataddr((value.name, value.email)) if value.email else value.name
        case dict():
            return "\n".join(f"{name} = {_text(each)}" for name, each in value.items())
        case tuple():
            return "\n".join(_text(each) for each in value)
        case _:
            return str(value)


def _read(setting: Setting, text: str) -> TomlValue | None:  # noqa: PLR0911 - one of each kind
    """Return what was typed as a value for the file; None where nothing was."""
    text = text.strip()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    match setting.kind:
        case Kind.NUMBER:
            return _number(setting.key, text)
        case Kind.FLAG:
            return text == YES
        case Kind.LINES:
            return lines
        case Kind.PAIRS:
            return dict(_pair(setting.key, line) for line in lines)
        case Kind.CADENCE:
            return _cadence(setting.key, text) if text else None
        case Kind.CADENCES:
            pairs = (_pair(setting.key, line) for line in lines)
            return {tag: _cadence(setting.key, days) for tag, days in pairs}
        case Kind.PEOPLE:
            return [_person(setting.key, line) for line in lines]
        case Kind.TEXT | Kind.SEVERAL_LINES | Kind.CHOICE:
            return text


def _number(key: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Invalid(key, "must be a whole number")
    return int(text)


def _pair(key: str, line: str) -> tuple[str, str]:
    name, sign, value = line.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise Invalid(key, f"“{line}” is no pair; write a name, = and its value")
    return name.strip(), value.strip()


def _cadence(key: str, text: str) -> dict[str, int]:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 2:
        raise Invalid(key, f"“{text}” must be two numbers of days, like 152, 183")
    ideal, late = (_number(key, part) for part in parts)
    return {"ideal": ideal, "late": late}


def _person(key: str, line: str) -> dict[str, str]:
    name, address = parseaddr(line) if "<" in line else (line, "")
    if not name or ("<" in line and "@" not in address):
        raise Invalid(key, f"“{line}” must be a name and an address, like Ulla Berg <ulla@…>")
    return {"name": name, "email": address} if address else {"name": name}
