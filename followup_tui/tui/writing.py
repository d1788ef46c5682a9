"""Writing letters from the desk and from the page of a client: which one, and those under way."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import Screen

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.playbook import ItemSource
from followup_tui.domain.text import fold
from followup_tui.domain.views import PreparationView, PreparedItem
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.anew import Work, anew
from followup_tui.tui.dialogs.pick import Pick, PickDialog
from followup_tui.tui.keeping import LETTER
from followup_tui.tui.messages import LetterWanted, Occasion
from followup_tui.tui.present import letter as present
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.services.letters.service import LetterService

UnderWay = Sequence[tuple[str, Letter]]
"""Letters that did not leave yet, each with the name of its client."""


def kind_at_hand(view: PreparationView, item: PreparedItem | None) -> LetterKind:
    """Return the letter that an item of the checklist is about.

    One that is about none means the first that is: whoever is at the list of calls has no item.
    """
    items = [each for each in view.playbook.checklist if each.source is ItemSource.LETTER]
    at_hand = next((each for each in items if item is not None and each.key == item.key), None)
    found = at_hand or next(iter(items), None)
    return (found.letter if found else None) or LetterKind.SUGGESTIONS


def wanted(letter: Letter) -> LetterWanted:
    """Return the message that goes on with a letter under way."""
    return LetterWanted(
        letter.client_id,
        letter.kind,
        letter_id=letter.id,
        occasion=Occasion.of(letter),
    )


async def under_way(desk: Desk) -> UnderWay:
    """Return the letters that did not leave yet, the last changed first.

    Those of clients who are not there any more are left out. Raises `StoreProblem`.
    """
    if not await asyncio.to_thread(_is_any, desk):
        return []  # and nothing was imported for it: the desk asks at its start
    letters = await (await asyncio.to_thread(_service, desk)).under_way()
    return await asyncio.to_thread(_named, desk, letters)


def _is_any(desk: Desk) -> bool:
    return desk.records.any(Letter) or bool(desk.drafts.keys(LETTER))


def _service(desk: Desk) -> LetterService:
    """Return the service of letters. Making it takes a third of a second: in a thread."""
    return desk.letters


async def make_ready(desk: Desk, client_id: str) -> None:
    """Have at hand what the first letter would wait for, while something else is done.

    These are modules, templates and the words of the check; nothing is shown or kept.
    """
    letters = await asyncio.to_thread(_service, desk)
    await asyncio.to_thread(importlib.import_module, "followup_tui.tui.screens.letter")
    # What is wrong here is told when a letter is written, which is then not quite so quick.
    with suppress(StoreProblem, NoSuchClient):
        from followup_tui.domain.letters.view import check_letter  # noqa: PLC0415 - see above

        view = await letters.begin(client_id, LetterKind.FOLLOW_UP, anew=True)
        await asyncio.to_thread(check_letter, view.letter.subject, view.letter.body, view.case)


def line(letters: UnderWay, key: str) -> Content:
    """Return the line of the desk that tells of letters under way; `key` takes one up."""
    return present.under_way(letters, key)


def _named(desk: Desk, letters: Sequence[Letter]) -> UnderWay:
    clients = ((desk.records.get(Client, letter.client_id), letter) for letter in letters)
    return [(client.name, letter) for client, letter in clients if client is not None]


class Writing:
    """Asks which letter is meant where that is not plain, and has it opened."""

    def __init__(self, screen: Screen[Any], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk

    def at_hand(self, view: PreparationView, item: PreparedItem | None) -> None:
        """Open the letter of the checklist's item at hand."""
        self._screen.post_message(
            LetterWanted(
                view.client.id,
                kind_at_hand(view, item),
                occasion=Occasion(preparation_id=view.preparation_id),
            )
        )

    def to(self, client: Client) -> None:
        """Ask which letter is to be written to a client, or gone on with."""
        self._run(partial(self._ask_which, client), "choose a letter")

    def take_up(self) -> None:
        """Go on with the letter under way, or ask with which of several."""
        self._run(self._take_up, "take up a letter")

    def _run(self, work: Work, name: str) -> None:
        anew(self._screen, work, name=name, group="letters")

    async def _take_up(self) -> None:
        letters = await self._under_way()
        if letters is None:
            return
        if not letters:
            toast(self._screen, "No letter is under way.")
        elif len(letters) == 1:
            self._screen.post_message(wanted(letters[0][1]))
        else:
            self._pick("Letters under way", letters, ())

    async def _ask_which(self, client: Client) -> None:
        letters = await self._under_way()
        if letters is not None:
            theirs = [each for each in letters if each[1].client_id == client.id]
            begin = [LetterWanted(client.id, kind, anew=True) for kind in present.KIND_WORDS]
            self._pick(f"Write to {client.name}", theirs, begin)

    async def _under_way(self) -> UnderWay | None:
        """Return the letters under way; None where that cannot be read, which is told."""
        try:
            return await under_way(self._desk)
        except StoreProblem as problem:
            toast(self._screen, str(problem), severity="error")
            return None

    def _pick(self, title: str, letters: UnderWay, begin: Sequence[LetterWanted]) -> None:
        now = self._desk.clock()
        going_on = [
            (present.letter_line(name, letter, now), wanted(letter)) for name, letter in letters
        ]
        anew = [(Content(present.KIND_WORDS[each.kind]), each) for each in begin]
        choices = [*going_on, *anew]

        def find(words: str) -> Sequence[Pick]:
            picks: list[Pick] = []
            for heading, several in (("under way", going_on), ("begin", anew)):
                found = [
                    Pick(str(choices.index(each)), Content.assemble("  ", each[0]))
                    for each in several
                    if all(word in fold(each[0].plain) for word in fold(words).split())
                ]
                if found:
                    picks.append(Pick("", Content.styled(heading, "$text-muted")))
                    picks += found
            return picks

        def chosen(key: str | None) -> None:
            if key is not None:
                self._screen.post_message(choices[int(key)][1])

        if self._screen.is_current:
            dialog = PickDialog(title, find, hint="a part of it", nothing="There is no such one.")
            self._screen.app.push_screen(dialog, chosen)
