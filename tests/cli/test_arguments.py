"""The parser of one command is the one that it has among all."""

from __future__ import annotations

import argparse

import pytest

from followup_tui.commands.arguments import parser


def _commands(argv: tuple[str, ...] = ()) -> dict[str, argparse.ArgumentParser]:
    actions = parser(argv)._actions
    (commands,) = (each for each in actions if isinstance(each, argparse._SubParsersAction))
    return dict(commands.choices)


def test_a_command_alone_takes_what_it_takes_among_all() -> None:
    for name, whole in _commands().items():
        alone = _commands((name, "whatever"))
        assert alone[name].format_help() == whole.format_help()
        assert len(alone) < 6


@pytest.mark.parametrize("argv", [(), ("--json", "due"), ("--help",), ("nothing",)])
def test_everything_else_is_parsed_among_all(argv: tuple[str, ...]) -> None:
    assert _commands(argv).keys() == _commands().keys()
