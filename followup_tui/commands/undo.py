"""`followup undo`: the last changes taken back, or one that is named."""

from __future__ import annotations

import asyncio

from followup_tui.commands import history_shapes as shapes
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.change import StoreProblem
from followup_tui.domain.history import CannotUndo, PastChange
from followup_tui.domain.words import count

_DIGITS = 4
"""Digits of a number of changes at most: what is longer is an id."""


def run(asked: Run) -> int:
    """Take back, and print what was."""
    number, change_id = _meant(asked.given.what)
    with asked.desk() as desk:
        taken, problem = asyncio.run(_taken_back(desk, number, change_id))
        if asked.json:
            asked.show_json(
                {"taken_back": [shapes.change(each) for each in taken], "problem": problem}
            )
        else:
            for change in taken:
                asked.paper.line(f"Taken back: {change.by}.", hang=2)
            if taken:
                _say_how_back(asked, taken)
    if not problem:
        return 0
    if taken:
        before = f"{count(len(taken), 'change was', 'changes were')} taken back before that"
        raise CannotDo(f"{problem} {before}.")
    raise CannotDo(problem)


def _meant(words: str) -> tuple[int, str]:
    """Return how many changes, or the id of one."""
    if not (words.isascii() and words.isdecimal() and len(words) <= _DIGITS):
        return 1, words
    if int(words) < 1:
        raise WrongUsage("followup undo needs a number of at least 1, or the id of a change")
    return int(words), ""


async def _taken_back(desk: Desk, number: int, change_id: str) -> tuple[list[PastChange], str]:
    """Return what was taken back, and why not all of it could be; empty where it was."""
    taken: list[PastChange] = []
    for _ in range(number):
        try:
            taken.append(await desk.history.undo(change_id))
        except (CannotUndo, StoreProblem) as problem:
            return taken, str(problem)
    return taken, ""


def _say_how_back(asked: Run, taken: list[PastChange]) -> None:
    """Say how the last one is done again."""
    again = "the last of them" if len(taken) > 1 else "it"
    asked.paper.line(f"`followup undo {taken[-1].undone_by}` does {again} again.", hang=2)
