"""The user's own keys: read from the settings, checked, and said in words.

``[keys]`` of the settings gives an action's id its keys, joined by commas. What cannot be used is
refused with a sentence, and the default keys stand.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace
from textual.binding import Binding, InvalidBinding
from textual.keys import Keys, format_key, key_to_character

from followup_tui.settings.model import KeysPreset, Settings
from followup_tui.tui.actions import ACTIONS, Action, Place

_NAMED_KEYS = {key.value for key in Keys if not key.value.startswith("<")}
_SAID = {"pageup": "Page Up", "pagedown": "Page Down", "escape": "Esc", "delete": "Del"}
_MODIFIERS = {"ctrl", "alt", "shift", "super", "meta", "hyper"}


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in force: what the user changed, over the table of actions."""

    changed: Mapping[str, tuple[str, ...]]
    """Action id -> keys, by Textual's names."""
    problems: tuple[str, ...] = ()
    """Sentences about settings that were refused."""

    def keys(self, action: Action) -> tuple[str, ...]:
        """Return the keys of an action; the first one is shown."""
        return self.changed.get(action.id, action.keys)

    def for_textual(self) -> dict[str, str]:
        """Return the changes as `App.set_keymap` wants them."""
        return {action_id: ",".join(keys) for action_id, keys in self.changed.items()}


PRESETS: Mapping[KeysPreset, Mapping[str, str]] = {
    KeysPreset.ARROWS: {},
    KeysPreset.VIM: {
        "list.cursor_down": "j,down",
        "list.cursor_up": "k,up",
        "list.first": "g,home",
        "list.last": "G,end",
        "list.page_down": "ctrl+d,pagedown",
        "list.page_up": "ctrl+u,pageup",
        # Those that had these letters.
        "desk.keep_promise": "y",
        "desk.break_promise": "Y",
        "client_page.keep": "y",
        "client_page.go_to": "ctrl+g",
        "client_page.projects": "J",
        "course.repeat": "h",
        "desk.projects": "b",
        "projects.given": "y",
    },
}
"""What a preset changes, as the user's own `keys` would."""


def with_preset(settings: Settings) -> Settings:
    """Return settings whose keys are those of their preset, and over them the user's own."""
    return replace(settings, keys={**PRESETS[settings.keys_preset], **settings.keys})


def read(settings: Mapping[str, str]) -> Keymap:
    """Return the keys in force under `settings` (action id -> keys joined by commas)."""
    changed: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for action_id, text in settings.items():
        try:
            changed[action_id] = _read_keys(action_id, text)
        except _Refused as refused:
            problems.append(f"settings.toml, keys.{action_id}: {refused}")
    while clash := next(_clashes(changed), None):
        action_id, key, other = clash
        del changed[action_id]
        problems.append(
            f"settings.toml, keys.{action_id}: {key_words(key)} is the key of {other.id} already, "
            f"so it stays {key_words(ACTIONS[action_id].keys[0])}; choose another key."
        )
    return Keymap(changed, tuple(problems))


class _Refused(ValueError):
    """A key setting that cannot be used, with the reason in words."""


def _read_keys(action_id: str, text: str) -> tuple[str, ...]:
    action = ACTIONS.get(action_id)
    if action is None:
        near = difflib.get_close_matches(action_id, ACTIONS, n=1)
        hint = f"; did you mean {near[0]}?" if near else "."
        raise _Refused(f"there is no such action{hint}")
    keys = tuple(_key_name(key) for key in _split(text))
    if not keys:
        raise _Refused(
            f"no key is named, so it stays {key_words(action.keys[0])}; write one like “ctrl+e”."
        )
    if action.priority and any(_character(key) for key in keys):
        raise _Refused(
            "a letter alone would be taken away from what is typed; use it with ctrl or alt."
        )
    return keys


def _split(text: str) -> Iterator[str]:
    """Split at commas, a comma that stands alone being the key of that name."""
    if text.strip() == ",":
        yield "comma"
        return
    for part in text.split(","):
        if part.strip() or part == " ":
            yield part.strip() or "space"


def _key_name(key: str) -> str:
    """Return the name Textual has for `key`; refuse what is none."""
    try:
        (binding,) = Binding.make_bindings([Binding(key, "none")])
    except InvalidBinding:
        raise _Refused(f"“{key}” is no key.") from None
    *modifiers, name = binding.key.split("+")
    known = name in _NAMED_KEYS or _character(name) is not None
    if not known or not set(modifiers) <= _MODIFIERS:
        raise _Refused(f"“{key}” is no key; write one like “c”, “f5”, “ctrl+e” or “alt+n”.")
    return binding.key


def _clashes(changed: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, Action]]:
    """Yield each changed action that takes a key from another: (its id, the key, the other)."""
    for action_id in reversed(changed):
        mine = ACTIONS[action_id]
        for other in ACTIONS.values():
            if other.id == action_id or not meet(mine.place, other.place):
                continue
            taken = set(changed[action_id]) & set(changed.get(other.id, other.keys))
            if taken:
                yield action_id, min(taken), other


def meet(one: Place, other: Place) -> bool:
    """Say whether a key of one place would be in the way of the same key in the other.

    A pane may take a key over from its screen on purpose; a screen may not from the app.
    """
    if one is other:
        return True
    if Place.APP not in {one, other}:
        return False
    return Place.DIALOG not in {one, other}


def key_words(key: str) -> str:
    """Return a key as it is said: ``Ctrl+P``, ``F1``, ``?``, ``Enter``, ``c``."""
    *modifiers, name = key.split("+")
    shown = _character(name)
    if shown is None or shown.isspace():
        shown = _SAID.get(name) or name.replace("_", " ").capitalize()
    elif modifiers:
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def _character(name: str) -> str | None:
    """Return the character that the key called `name` types; None if it types none."""
    if "+" in name:
        return None
    character = key_to_character(name)
    if character is None and name not in _NAMED_KEYS:
        # `slash`, `plus`, `minus` …: Textual's own short names, known to `format_key` alone.
        shown = format_key(name)
        character = shown if len(shown) == 1 else None
    return character if character is not None and character.isprintable() else None
