"""Painting the call list with 100,000 rows against 100: what is visible must be what it costs."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from datetime import timedelta

from textual.app import App, ComposeResult
from textual.geometry import Region

from benchmarks.desks import Desks
from benchmarks.figures import Figure, milliseconds, seconds_of, side_by_side
from benchmarks.make_desk import NOW
from benchmarks.words import FIRST, LAST, STEMS
from followup_tui.domain.due.call_list import Band, CallList, QueueEntry, Reason, ReasonKind
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.theme import THEMES

MUST = 1.2
MANY, FEW = 100_000, 100
SIZE = (120, 40)  # columns and rows
ROUNDS = 60


class ListApp(App[None]):
    """The call list by itself."""

    def __init__(self, queue: CallList) -> None:
        super().__init__()
        self._queue = queue
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield CallListPane()

    def on_mount(self) -> None:
        self.query_one(CallListPane).queue = self._queue


def queue_of(rows: int) -> CallList:
    """Return a queue of that many clients, all of them due."""
    today = NOW.date()
    return CallList(
        now=NOW,
        today=tuple(
            QueueEntry(
                client_id=f"client-{number}",
                name=f"{STEMS[number % len(STEMS)]} {number}",
                person=f"{FIRST[number % len(FIRST)]} {LAST[number // 16 % len(LAST)]}",
                reasons=(
                    Reason(
                        kind=ReasonKind.CADENCE,
                        text=f"{184 + number % 90} days since you spoke (183)",
                        due=today - timedelta(days=number % 90),
                        band=Band.LATE,
                        playbook="keep-in-touch",
                    ),
                ),
            )
            for number in range(rows)
        ),
    )


def figures(desks: Desks) -> list[Figure]:
    """Measure painting a screenful at places all over the list."""
    return asyncio.run(_measure(desks.rounds(ROUNDS)))


async def _measure(rounds: int) -> list[Figure]:
    many, few = ListApp(queue_of(MANY)), ListApp(queue_of(FEW))
    async with many.run_test(size=SIZE) as with_many, few.run_test(size=SIZE) as with_few:
        await with_many.pause()
        await with_few.pause()
        ours, theirs = side_by_side(_painter(many), _painter(few), rounds=rounds, warm_up=10)
    return [
        Figure(
            name=f"painting the call list with {MANY:,} rows, against {FEW} rows",
            ratio=ours / theirs,
            must=MUST,
            detail=f"{milliseconds(ours)} against {milliseconds(theirs)} a screenful",
        )
    ]


def _painter(app: ListApp) -> Callable[[], float]:
    """Return what scrolls somewhere else and paints all that is visible there, timed."""
    rows = app.query_one(CallListPane).rows
    chance = random.Random(1)
    screenful = Region(0, 0, rows.size.width, rows.size.height)

    def paint() -> float:
        rows.rows_changed()  # forgets the rows presented before
        rows.scroll_to(y=chance.randint(0, rows.max_scroll_y), animate=False, immediate=True)
        strips = []
        seconds = seconds_of(lambda: strips.extend(rows.render_lines(screenful)))
        assert any("since you spoke" in strip.text for strip in strips), "nothing was painted"
        return seconds

    return paint
