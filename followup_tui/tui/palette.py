"""What the palette offers: the actions of where the user is, interrupted calls, and any client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.types import IgnoreReturnCallbackType

from followup_tui.domain.client import Client
from followup_tui.domain.text import fold, shorten
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.here import here
from followup_tui.tui.interruptions import interrupted
from followup_tui.tui.keymap import key_words
from followup_tui.tui.messages import CallWanted, DeskWanted
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.domain.calling.under_way import Interrupted
    from followup_tui.tui.app import FollowupApp

CLIENTS_SHOWN = 20
"""Clients offered at most: more is a reason to type another letter."""
_NAME_WIDTH = 60  # characters of a name that the palette has room for


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the palette."""

    words: str
    help: str
    run: IgnoreReturnCallbackType
    keys: str = ""

    def prompt(self, matcher: Matcher | None = None) -> Content:
        """Return the line as it is drawn: never read as markup."""
        content = Content(self.words)
        if matcher is not None and matcher.match_style is not None:
            score, offsets = matcher.fuzzy_search.match(matcher.query, self.words)
            for offset in offsets if score else ():
                content = content.stylize(matcher.match_style, offset, offset + 1)
        if self.keys:
            content = Content.assemble(content, "  ", (self.keys, "$footer-key-foreground"))
        return content


class DeskCommands(Provider):
    """The commands of the desk."""

    async def startup(self) -> None:
        """Learn what there is, once, when the palette opens."""
        self._clients: Sequence[tuple[str, Client]] = ()
        self._interrupted: Sequence[Interrupted] = ()
        self._actions = tuple(self._find_actions())
        self._interrupted = await interrupted(self._followup.desk, self._followup)
        try:
            clients = await self._followup.desk.clients.all()
        except StoreProblem as problem:
            # The actions can be used all the same; the clients are missing, and it is said.
            toast(self._followup, str(problem), severity="error")
            return
        self._clients = [(_searched(client), client) for client in clients]

    @property
    def _followup(self) -> FollowupApp:
        return cast("FollowupApp", self.app)

    def _find_actions(self) -> Iterator[Command]:
        keymap = self._followup.keys
        for offered in here(self.screen):
            action = offered.action
            if not action.palette:
                continue
            yield Command(
                words=action.help.rstrip("."),
                help=f"{action.label} · {action.place}",
                run=partial(self.app.run_action, action.name, offered.node),
                keys=", ".join(key_words(key) for key in keymap.keys(action)),
            )

    def _calls(self) -> Iterator[Command]:
        """Yield what takes up each interrupted call."""
        for call in self._interrupted:
            what = "wrap-up" if call.wrapping_up else "call"
            yield Command(
                words=f"Take up the {what} with {shorten(call.name, _NAME_WIDTH)}",
                help=f"begun {call.started:%a} {call.started.day} {call.started:%b %H:%M}",
                run=partial(self.app.post_message, CallWanted(call.client_id)),
            )

    def _clients_for(self, query: str) -> Iterator[Command]:
        """Yield the clients and people in whose names the words of `query` stand."""
        words = fold(query).split()
        shown = 0
        for searched, client in self._clients:
            if all(word in searched for word in words):
                person = f" · {client.primary.name}" if client.primary else ""
                yield Command(
                    words=f"Switch to client {shorten(client.name + person, _NAME_WIDTH)}",
                    help="Open this client on the desk",
                    run=partial(self.app.post_message, DeskWanted(client.id)),
                )
                shown += 1
                if shown == CLIENTS_SHOWN:
                    return

    async def discover(self) -> Hits:
        """Offer interrupted calls and what can be done here, before anything is typed."""
        for command in (*self._calls(), *self._actions):
            yield DiscoveryHit(command.prompt(), command.run, command.words, command.help)

    async def search(self, query: str) -> Hits:
        """Offer what matches: actions and calls by fuzzy match, clients by their words."""
        matcher = self.matcher(query)
        for command in (*self._calls(), *self._actions):
            score = max(matcher.match(command.words), matcher.match(command.help) * 0.9)
            if score > 0:
                yield Hit(score, command.prompt(matcher), command.run, command.words, command.help)
        for command in self._clients_for(query):
            # A client who was named is meant, whatever letters an action shares with the name.
            yield Hit(1.0, command.prompt(), command.run, command.words, command.help)


def _searched(client: Client) -> str:
    """Return the words by which a client is found."""
    return fold(" ".join([client.name, *(person.name for person in client.people)]))
