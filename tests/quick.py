"""A pilot that waits for the app to have nothing left to do, and not for time to pass.

Textual's own waits 20 ms and more after each key, and takes the process for idle when it got no
processor in them: dear where the machine is free, and too soon where it is not. Here the wait ends
when nothing can run on the event loop, no thread works for it, no message waits in a queue of the
screen, no new size waits to be told (Textual takes several at once), and nothing on the screen
waits to be laid out.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextvars import Context
from typing import Any

import pytest
from textual import app as textual_app
from textual import pilot as textual_pilot
from textual._context import active_app
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import Button

THREADS_MAY_TAKE = 0.5
"""Seconds after which what a thread does counts as waiting: tests hold some of them up."""
_ROUNDS = 20  # of laying out, which may ask for more of it


class Threads:
    """Counts what threads do for an event loop."""

    def __init__(self) -> None:
        self._under_way: Counter[int] = Counter()

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        begin = asyncio.BaseEventLoop.run_in_executor
        under_way = self._under_way

        def run_in_executor(
            loop: asyncio.BaseEventLoop, executor: Any, work: Callable[..., Any], *args: Any
        ) -> asyncio.Future[Any]:
            future = begin(loop, executor, work, *args)
            under_way[id(loop)] += 1

            def ended(_: asyncio.Future[Any]) -> None:
                under_way[id(loop)] -= 1

            future.add_done_callback(ended, context=Context())
            return future

        monkeypatch.setattr(asyncio.BaseEventLoop, "run_in_executor", run_in_executor)

    def at_work(self, loop: asyncio.AbstractEventLoop) -> bool:
        return self._under_way[id(loop)] > 0


async def _nothing_can_run(app: App[Any], threads: Threads) -> None:
    """Wait until all that is left waits itself: for a moment, for the network, for the user."""
    loop = asyncio.get_running_loop()
    given_up = loop.time() + THREADS_MAY_TAKE
    calm = 0
    while calm < 2:  # the second look is after what had come from outside
        await asyncio.sleep(0)
        if loop.time() > given_up:
            break
        if loop._ready:
            calm = 0
        elif threads.at_work(loop) or app._resize_timer is not None:
            calm = 0
            await asyncio.sleep(0.001)
        else:
            calm += 1


def _waits(pump: MessagePump) -> bool:
    """Whether a widget has dealt with all its messages, and waits for the next."""
    queue = pump._message_queue
    return pump._closed or (queue.empty() and bool(queue.ready_event._waiters))


async def settled(app: App[Any], threads: Threads) -> None:
    """Wait until nothing can run, and what is to be laid out is."""
    for _ in range(_ROUNDS):
        await _nothing_can_run(app, threads)
        try:
            screen = app.screen
        except ScreenStackError:
            return
        if not (
            screen._layout_required
            or screen._scroll_required
            or screen._repaint_required
            or screen._recompose_required
            or screen._dirty_widgets
            or screen._callbacks
        ):
            return
        screen._on_timer_update()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nothing left to do instead of for time to pass.

    A button that was clicked takes no further click for the fifth of a second in which it looks
    pressed; a pilot that does not wait comes back to it sooner than any hand.
    """
    monkeypatch.setattr(Button, "_start_active_affect", lambda _: None)
    threads = Threads()
    threads.watch(monkeypatch)
    ask_each = Pilot._wait_for_screen

    async def wait_for_idle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
        await settled(active_app.get(), threads)

    async def wait_for_screen(self: Pilot[Any], timeout: float = 30.0) -> bool:
        await settled(self.app, threads)
        try:
            screen = self.app.screen
        except ScreenStackError:
            return False
        if all(_waits(pump) for pump in (self.app, *screen.walk_children(with_self=True))):
            return True
        return await ask_each(self, timeout)

    for module in (textual_app, textual_pilot):
        monkeypatch.setattr(module, "wait_for_idle", wait_for_idle)
    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_screen)
