"""Choosing another call: those under way, those who are due, and anybody by name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content
from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.calling.under_way import Interrupted
from followup_tui.domain.client import Client
from followup_tui.domain.queue import QueueEntry
from followup_tui.domain.text import fold, shorten
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.present import calls as present
from followup_tui.tui.toast import toast

DUE_SHOWN = 40
"""Clients due that are listed: who looks for another one types a letter of the name."""
OTHERS_SHOWN = 20


class _Choices:
    """What can be chosen, filtered by what is typed."""

    def __init__(
        self,
        calls: Sequence[Interrupted],
        due: Sequence[QueueEntry],
        clients: Sequence[Client],
        desk: Desk,
    ) -> None:
        now = desk.clock()
        begun = {call.client_id for call in calls}
        listed = begun | {entry.client_id for entry in due}
        self._calls = [
            (fold(call.name), Pick(call.client_id, present.call_line(call, now))) for call in calls
        ]
        self._due = [
            (fold(f"{entry.name} {entry.person}"), Pick(entry.client_id, present.due_line(entry)))
            for entry in due
            if entry.client_id not in begun
        ]
        self._clients = [
            (fold(" ".join((client.name, *(person.name for person in client.people)))), client)
            for client in clients
            if client.id not in listed
        ]

    def find(self, words: str) -> Sequence[Pick]:
        """Return the lines for what is typed; others than those due only when something is."""
        wanted = fold(words).split()
        picks: list[Pick] = []
        for heading, rows, most in (
            ("under way", self._calls, len(self._calls)),
            ("due", self._due, DUE_SHOWN),
        ):
            found = [pick for name, pick in rows if all(word in name for word in wanted)]
            if found:
                picks.append(Pick("", Content.styled(heading, "$text-muted")))
                picks += found[:most]
        if wanted:
            others = [
                client for name, client in self._clients if all(word in name for word in wanted)
            ]
            if others:
                picks.append(Pick("", Content.styled("not due", "$text-muted")))
                picks += [_other(client) for client in others[:OTHERS_SHOWN]]
        return picks


def _other(client: Client) -> Pick:
    primary = client.primary
    who = f"  {shorten(primary.name, 30)}" if primary and primary.name != client.name else ""
    line = Content.assemble("  ", shorten(client.name, 30), (who, "$text-muted"))
    return Pick(client.id, line)


async def ask(
    screen: Screen[Any],
    desk: Desk,
    *,
    but: str = "",
    then: Callable[[str | None], None],
    only_begun: bool = False,
) -> None:
    """Ask which call to change to, then call `then` with the client's id, or None.

    `but` is the client who is being called; with `only_begun` only calls under way are listed.
    """
    try:
        calls = [call for call in await desk.call.interrupted() if call.client_id != but]
        queue = None if only_begun else await desk.call_list.today()
        clients = () if only_begun else await asyncio.to_thread(desk.records.all, Client)
    except StoreProblem as problem:
        toast(screen, str(problem), severity="error")
        return
    due = [*queue.today, *queue.beyond] if queue else []
    choices = await asyncio.to_thread(
        _Choices,
        calls,
        [entry for entry in due if entry.client_id != but],
        [client for client in clients if client.id != but],
        desk,
    )
    dialog = PickDialog(
        "Which call?" if only_begun else "Change to another call",
        choices.find,
        hint="type a name; Enter goes there",
        nothing="Nobody is called so." if not only_begun else "No other call is under way.",
    )
    screen.app.push_screen(dialog, then)
