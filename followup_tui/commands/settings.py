"""`followup settings`: each key of the settings, shown and changed, comments of the file kept."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.record import Invalid
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.settings import schema
from followup_tui.settings.load import FILE, read_settings
from followup_tui.settings.model import Settings
from followup_tui.settings.schema import Kind, Setting
from followup_tui.settings.writing import text_of

_LISTS = frozenset({Kind.LINES, Kind.PAIRS, Kind.CADENCES, Kind.PEOPLE})
"""Kinds of which there may be several, one a line."""


def run(asked: Run) -> int:
    """Change a setting, where that is asked for, and print it; without one, print all."""
    given = asked.given
    changes = bool(given.value or given.add or given.remove or given.default)
    _check(given, changes=changes)
    if changes:
        _change(asked, _named(given.key))
    file = asked.home / FILE
    settings = read_settings(text_of(asked.home), file=str(file))
    shown = [_named(given.key)] if given.key else [s for part in schema.sections() for s in
                                                   part.settings]  # fmt: skip
    if asked.json:
        asked.show_json(_shape(file, shown, settings))
    else:
        _print(asked, shown, settings)
    return 0


def _check(given: Namespace, *, changes: bool) -> None:
    ways = sum(map(bool, (given.value, given.add or given.remove, given.default)))
    if ways > 1:
        raise WrongUsage("a value, --add and --remove, and --default exclude each other")
    if changes and not given.key:
        raise WrongUsage("say which setting: followup settings KEY VALUE")


def _named(key: str) -> Setting:
    """Return the setting of a key; raises `WrongUsage`."""
    known = {each.key: each for part in schema.sections() for each in part.settings}
    if key not in known:
        near = did_you_mean(clean_line(key), known) or "; `followup settings` lists them"
        raise WrongUsage(f"there is no setting “{clean_line(key)}”{near}")
    return known[key]


def _change(asked: Run, setting: Setting) -> None:
    """Write the setting as it is meant; raises `CannotDo` where it cannot be so."""
    before = text_of(asked.home)
    stands = read_settings(before, file=str(asked.home / FILE))
    try:
        text = _meant(asked.given, setting, schema.texts(stands)[setting.key])
        found = schema.changes({setting.key: text}, stands)
    except Invalid as wrong:
        raise CannotDo(f"{wrong.field} {wrong.message}") from None
    if found:
        if problem := _refused_by_the_desk(setting.key, text):
            raise CannotDo(problem)
        with asked.desk() as desk:
            desk.change_settings(found, before=before)


def _refused_by_the_desk(key: str, text: str) -> str:
    """Return why the desk would not take this, as a sentence: only it knows keys and themes."""
    if key == "keys":
        from followup_tui.tui import keymap  # noqa: PLC0415 - Textual, only for this

        pairs = (line.partition("=") for line in text.splitlines())
        problems = keymap.read({action.strip(): keys.strip() for action, _, keys in pairs}).problems
        return next(iter(problems), "")
    if key == "theme":
        from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - as above

        from followup_tui.tui import theme  # noqa: PLC0415 - as above

        return theme.chosen(text, {*BUILTIN_THEMES, *(each.name for each in theme.THEMES)})[1]
    return ""


def _meant(given: Namespace, setting: Setting, stands: str) -> str:
    """Return the setting as it would stand in its field of the form."""
    if given.default:
        return schema.texts(Settings())[setting.key]
    if setting.kind not in _LISTS:
        if given.add or given.remove or len(given.value) != 1:
            raise WrongUsage(f"{setting.key} is one value: followup settings {setting.key} VALUE")
        value = clean_text(given.value[0])
        if setting.kind is Kind.FLAG and value not in {schema.YES, schema.NO}:
            raise WrongUsage(f"{setting.key} is {schema.YES} or {schema.NO}")
        return value
    if given.value:
        return "\n".join(map(clean_line, given.value))
    lines = stands.splitlines()
    for gone in given.remove:
        left = [line for line in lines if gone not in {line, line.partition("=")[0].strip()}]
        if left == lines:
            raise CannotDo(f"{setting.key} has no “{clean_line(gone)}”: it has {_words(stands)}")
        lines = left
    return "\n".join(dict.fromkeys([*lines, *map(clean_line, given.add)]))


# What is printed


def _words(text: str) -> str:
    return ", ".join(clean_line(line) for line in text.splitlines()) or "nothing"


def _shape(file: Path, shown: list[Setting], settings: Settings) -> Mapping[str, object]:
    values, defaults = schema.texts(settings), schema.texts(Settings())
    return {
        "file": str(file),
        "settings": [
            {
                "key": each.key,
                "label": each.label,
                "help": each.help,
                "kind": each.kind.value,
                "choices": list(each.choices),
                "value": values[each.key],
                "default": defaults[each.key],
            }
            for each in shown
        ],
    }


def _print(asked: Run, shown: list[Setting], settings: Settings) -> None:
    paper, values, defaults = asked.paper, schema.texts(settings), schema.texts(Settings())
    if asked.given.key:
        (one,) = shown
        paper.line(f"{one.key}: {_words(values[one.key])}", hang=2)
        if values[one.key] != defaults[one.key]:
            paper.line(f"else {_words(defaults[one.key])}", indent=2)
        paper.line(f"{one.label}. {one.help}", indent=2)
        if one.choices:
            paper.line(f"one of {', '.join(one.choices)}", indent=2)
        return
    paper.line(str(asked.home / FILE))
    for part in schema.sections():
        paper.head(part.title)
        paper.rows(
            [
                (each.key, _words(values[each.key]) + _mark(each, values, defaults))
                for each in part.settings
            ],
            indent=2,
        )


def _mark(each: Setting, values: Mapping[str, str], defaults: Mapping[str, str]) -> str:
    return "" if values[each.key] == defaults[each.key] else "  *"
