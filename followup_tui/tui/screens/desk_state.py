"""What the desk knows, and how it stays up to date.

The screen owns the state and the panes draw it. What is known of a client is shown as soon as the
cursor is on them; the network is asked once the cursor rests, or at Enter. Moving on cancels what
the last row had begun.
"""

from __future__ import annotations

from collections.abc import Coroutine
from contextlib import aclosing
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.timer import Timer

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.queue import CallList
from followup_tui.domain.views import PreparationView
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import anew, begin
from followup_tui.tui.beforehand import Beforehand
from followup_tui.tui.breadth import breadth_classes
from followup_tui.tui.first_sight import FirstSeen, FirstSight
from followup_tui.tui.interruptions import interrupted
from followup_tui.tui.key_line import KeyLine
from followup_tui.tui.panes.call_list import CallListPane
from followup_tui.tui.panes.preparation import PreparationPane
from followup_tui.tui.panes.side import SidePane
from followup_tui.tui.panes.under_way import UnderWayLine
from followup_tui.tui.preparing import Prepared, fetched, known
from followup_tui.tui.present.call_lines import day_line
from followup_tui.tui.present.call_list import Guest, find_listed
from followup_tui.tui.present.calls import under_way
from followup_tui.tui.present.key_names import keys_of
from followup_tui.tui.screens.desk_parts import HeadLine, ProblemLine
from followup_tui.tui.watching import Watch

REST_SECONDS = 0.4
"""How long the cursor rests on a client before the network is asked."""
PAINT_SECONDS = 0.1
"""What is read after the first paint waits for this long: the paint comes first."""


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


class DeskState(FirstSeen):
    """The desk as far as it goes by itself; what the user does with it is `DeskScreen`'s."""

    queue: reactive[CallList | None] = reactive(None)
    """The call list of this moment."""
    prepared: reactive[Prepared] = reactive(Prepared())
    """The preparation of the client who is on the desk."""
    show_all: reactive[bool] = reactive(False)
    """Whether those who come later or are held back are listed, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = key = keys_of(desk.settings.keys)
        self._head = HeadLine(id="desk-head")
        self._problems = ProblemLine(desk.problems)
        self._under_way = UnderWayLine(UnderWayLine.CallWanted)
        self._letters = UnderWayLine(UnderWayLine.LetterWanted)
        self._list = CallListPane(key=key)
        self._preparation = PreparationPane(key=key)
        self._side = SidePane(key=key)
        self._client_id: str | None = None
        self._rest: Timer | None = None
        self._has_listed_begun = False
        """Whether what is under way was looked up: not before the first paint."""
        self._last = desk.call_list.held() or desk.call_list.last_listed()
        """The list as it was last seen, until the first paint has shown it."""
        self._sight = FirstSight(self, desk)
        self._watch = Watch(
            self,
            desk.records,
            changed=self._reload_all,
            told=self._tell_of_store,
            also=self._is_new_minute,
        )
        self._store_problem = ""
        self._placed: Client | None = None
        """The client whose whereabouts are shown, or looked up."""
        self._beforehand = Beforehand(self, desk, told=self._tell_quietly)

    def compose(self) -> ComposeResult:
        """Yield head, panes and footer."""
        self.add_class(*breadth_classes(self), update=False)
        yield self._head
        yield self._problems
        yield self._under_way
        yield self._letters
        with Horizontal(id="panes"):
            yield self._list
            yield self._preparation
            yield self._side
        yield KeyLine()

    def _compositor_refresh(self) -> None:
        """Draw nothing while the app still begins: Textual would throw it away.

        The size of the screen comes right after, and with it everything is drawn. That first
        drawing, which nobody saw, was a fifteenth of the start.
        """
        if self.app._batch_count:
            return
        self._sight.about_to_draw(lambda: self.is_as_at_first)
        super()._compositor_refresh()

    @property
    def is_as_at_first(self) -> bool:
        """Whether the list is laid out, with its keys and its cursor on the first client."""
        return self.is_mounted and self._list.is_at_first

    def on_mount(self) -> None:
        """Show the list as it was last seen at once, then as it is, and keep it up to date."""
        if self._last is not None:
            self._take(self._last)
            self.call_after_refresh(self.set_timer, PAINT_SECONDS, self._painted, name="painted")
        else:
            self._take_first()
        self._watch.begin()
        self.call_after_refresh(self.set_timer, PAINT_SECONDS, self._list_begun, name="begun")
        self.call_after_refresh(self._beforehand.begin)

    def on_screen_resume(self) -> None:
        """Show what a call or a letter has left under way."""
        if self._has_listed_begun:
            self._list_begun()

    def _list_begun(self) -> None:
        self._has_listed_begun = True
        begin(self, self._show_under_way, name="list calls under way", group="under way")

    async def _show_under_way(self) -> None:
        """List the calls that were begun and are not wrapped up, as old as they are now."""
        calls = await interrupted(self._desk, self)
        if self._under_way.is_attached:
            now = self._desk.clock()
            self._under_way.show(under_way(calls, now, self._key("app.take_up")))
        await self._show_letters()

    async def _show_letters(self) -> None:
        """List the letters that did not leave yet."""
        from followup_tui.tui import writing  # noqa: PLC0415 - the paint comes first

        try:
            letters = await writing.under_way(self._desk)
        except StoreProblem as problem:
            self._tell_of_store(str(problem))
            return
        if self._letters.is_attached:
            self._letters.show(writing.line(letters, self._key("desk.letters")))

    @on(UnderWayLine.CallWanted)
    async def _take_up(self) -> None:
        await self.run_action("app.take_up")

    @on(UnderWayLine.LetterWanted)
    async def _take_up_letter(self) -> None:
        await self.run_action("letters")

    def _tell_quietly(self, words: str) -> None:
        self._head.quiet = words

    def _painted(self) -> None:
        """Read what the list as it was last seen did not know."""
        self._last = None
        self._keep_list()  # made, perhaps, before the screen was there
        self._watch.look_soon()
        if self._client_id is not None:
            self._choose(self._client_id)

    def _take_first(self) -> None:
        """Make the first list here and now: nothing else is there to be shown."""
        try:
            self._watch.known()
            queue = self._desk.call_list.now_listed()
        except StoreProblem as problem:
            self._tell_of_store(str(problem))
            return
        self._take(queue)
        self._keep_list()

    def _keep_list(self) -> None:
        begin(self, self._desk.call_list.keep, name="keep the list", group="keep the list")

    # The state, and the panes that draw it

    @property
    def view(self) -> PreparationView | None:
        """The preparation of the client who is on the desk, once it is known."""
        view = self.prepared.view
        return view if view is not None and view.client.id == self._client_id else None

    @property
    def client_id(self) -> str | None:
        """The client who is on the desk."""
        return self._client_id

    def _take(self, queue: CallList) -> None:
        """Take a new call list, and with it a new moment."""
        self.queue = queue
        self._preparation.now = queue.now
        self._side.now = queue.now

    def watch_queue(self, queue: CallList | None) -> None:
        """Draw the list and the day."""
        if queue is None:
            return
        self._list.queue = queue
        self._head.words = day_line(queue)
        guest = self._list.guest
        if guest is not None and find_listed(queue, guest.client_id) is not None:
            self._list.guest = None

    def watch_prepared(self, state: Prepared) -> None:
        """Draw the preparation, the history and what can be given."""
        if not self.is_mounted:
            return
        self._preparation.view = state.view
        self._preparation.problem = state.problem
        self._side.view = state.view
        if state.view is not None and state.view.client != self._placed:
            self._placed = state.view.client
            work = partial(self._place, state.view.client)
            anew(self, work, name="where they are", group="where")

    async def _place(self, client: Client) -> None:
        """Show where a client is, and what is against calling now."""
        where = await self._desk.whereabouts.of(client)
        if client == self._placed:
            self._preparation.where = where

    def watch_show_all(self, show_all: bool) -> None:
        """List more or less."""
        if self.is_mounted:
            self._list.show_all = show_all

    # Time, and other programs

    def _is_new_minute(self) -> bool:
        """Say whether time has passed since the list was read: reasons and ages follow it."""
        return self.queue is None or _minute(self._desk.clock()) != _minute(self.queue.now)

    async def _reload_all(self) -> None:
        """Read list and preparation anew; the cursor keeps to its client."""
        self._watch.known()
        self._take(await self._desk.call_list.today())
        if self._client_id is not None:
            self._show_prepared(
                self._client_id, await known(self._desk.preparation, self._client_id)
            )
        await self._show_under_way()

    def _tell_of_store(self, problem: str) -> None:
        """Show that the store cannot be read, once; take it back when it can be again."""
        if problem == self._store_problem:
            return
        self._problems.resolve(self._store_problem)
        if problem:
            self._problems.add(problem)
        self._store_problem = problem

    async def reload(self, client_id: str | None = None) -> None:
        """Read everything anew and put the cursor on a client, also on one who is not listed."""
        if client_id is not None:
            self._client_id = client_id
        try:
            await self._reload_all()
        except StoreProblem as problem:
            self._tell_of_store(str(problem))
            return
        if client_id is not None and self.queue is not None:
            self._go_to(client_id)

    def _go_to(self, client_id: str) -> None:
        """Put the cursor on a client; who is not listed is looked up beside the list."""
        if self._list.searching:
            self._list.stop_searching()
        listed = None if self.queue is None else find_listed(self.queue, client_id)
        is_today = self.queue is not None and any(
            entry.client_id == client_id for entry in (*self.queue.today, *self.queue.beyond)
        )
        if listed is not None and not is_today:
            self.show_all = True
        if listed is None and self.view is not None:
            client = self.view.client
            person = client.primary.name if client.primary else ""
            self._list.guest = Guest(client_id, client.name, person)
        self._list.go_to(client_id)
        self._choose(client_id)

    # The client on the desk

    @on(CallListPane.Highlighted)
    def _highlighted(self, event: CallListPane.Highlighted) -> None:
        self._choose(event.client_id)

    def _choose(self, client_id: str) -> None:
        """Show what is known of a client, and fetch the rest once the cursor rests on them."""
        self._client_id = client_id
        if self._last is not None:
            return  # what is known of them is looked up when the list has been painted
        self._begin("show", partial(self._show_known, client_id))
        self._stop_resting()
        self._rest = self.set_timer(REST_SECONDS, self._fetch, name="rest")

    def _stop_resting(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None

    async def _show_known(self, client_id: str) -> None:
        self._show_prepared(client_id, await known(self._desk.preparation, client_id))

    def _fetch(self, *, refresh: bool = False) -> None:
        """Fetch what the preparation of the client on the desk needs."""
        self._stop_resting()
        if (client_id := self._client_id) is not None:
            self._begin("prepare", partial(self._prepare, client_id, refresh=refresh))

    def _begin(self, name: str, work: partial[Coroutine[None, None, None]]) -> None:
        """Begin something for the client on the desk, in place of what was begun before."""
        anew(self, work, name=name, group="prepare")

    async def _prepare(self, client_id: str, *, refresh: bool) -> None:
        async with aclosing(fetched(self._desk.preparation, client_id, refresh=refresh)) as states:
            async for state in states:
                self._show_prepared(client_id, state)

    def _show_prepared(self, client_id: str, state: Prepared) -> None:
        """Draw a state, unless the user has gone on to another client."""
        if client_id == self._client_id:
            self.prepared = state
