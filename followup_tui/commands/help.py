"""`followup help`: more about a topic, in plain text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from pathlib import Path

from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.domain.nearest import did_you_mean
from followup_tui.domain.text import clean_line, fold
from followup_tui.settings.paths import shipped_help

KEYS = "keys"
"""The topic that is made of the table of actions, with the keys that the settings give them."""


def topics() -> dict[str, Path]:
    """Return the topics that stand in files, by name."""
    return {path.stem: path for path in sorted(shipped_help().glob("*.txt"))}


def commands() -> Mapping[str, ArgumentParser]:
    """Return the parser of each command, by name."""
    from followup_tui.commands.arguments import parser  # noqa: PLC0415 - not for every topic
    from followup_tui.commands.completing import commands_of  # noqa: PLC0415 - as above

    return commands_of(parser())


def run(asked: Run) -> int:
    """Print a topic, or which there are."""
    if asked.json:
        raise WrongUsage("help is for readers: leave --json out")
    files = topics()
    typed = clean_line(" ".join(asked.given.topic))
    name = fold(typed).replace(" ", "-")
    if not name:
        _list(asked, files)
    elif name == KEYS:
        _keys(asked)
    elif name in files:
        sys.stdout.write(files[name].read_text(encoding="utf-8"))
    elif (command := commands().get(name)) is not None:
        command.print_help()
    else:
        known = sorted([*files, KEYS, *commands()])
        hint = did_you_mean(name, known) or "; `followup help` lists them"
        raise WrongUsage(f"there is no topic “{typed}”{hint}")
    return 0


def _list(asked: Run, files: dict[str, Path]) -> None:
    """Print the topics, each with its first line."""
    paper = asked.paper
    paper.line("followup help TOPIC tells more about:")
    rows = {name: _title(path) for name, path in files.items()}
    rows[KEYS] = "every key, place by place, as your settings have them"
    paper.rows(sorted(rows.items()), indent=2)
    paper.line("followup help COMMAND says how a command goes.")


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().partition(":")[2].strip()


def _keys(asked: Run) -> None:
    paper = asked.paper
    for number, (place, rows) in enumerate(_by_place(asked)):
        if number:
            paper.line()
        paper.line(place)
        paper.rows(rows, indent=2)


def _by_place(asked: Run) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each place with its keys and what they do."""
    from followup_tui.settings.load import load_settings  # noqa: PLC0415 - only for the keys
    from followup_tui.tui import keymap  # noqa: PLC0415 - Textual, only here
    from followup_tui.tui.actions import Place, at  # noqa: PLC0415 - as above

    keys = keymap.read(load_settings(asked.home).keys)
    for place in Place:
        rows = [
            (", ".join(keymap.key_words(key) for key in keys.keys(action)), action.help)
            for action in at(place)
        ]
        if rows:
            yield f"{place[0].upper()}{place[1:]}", rows
