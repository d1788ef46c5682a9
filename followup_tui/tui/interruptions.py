"""What was begun and not brought to its end: calls, and what was typed and not saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter
from followup_tui.domain.text import shorten
from followup_tui.services.gather import NoSuchClient
from followup_tui.services.ports import StoreProblem
from followup_tui.tui.keeping import FORM, LEAVING, LETTER, MENDING, MET, NOTE, PROJECT
from followup_tui.tui.toast import toast

if TYPE_CHECKING:
    from followup_tui.domain.calling.under_way import Interrupted
    from followup_tui.services.letters.on_the_way import LateRecord

_NAME_WIDTH = 40  # characters of a name in the telling
_TOLD_AT_MOST = 3
_LEFT_SECONDS = 2.0
"""Seconds between two looks at a file that another program may just be writing down."""
_BEGUN = {
    NOTE: ("a note about", "desk.note"),
    LETTER: ("the letter to", "desk.letters"),
    FORM: ("the form of", "desk.edit_client"),
    MENDING: ("what is mended of", "app.client_page"),
    PROJECT: ("a project of", "desk.projects"),
    MET: ("the form of", "desk.met"),
}
"""How the key of a draft begins: what it is of, and the action that opens it again."""


async def interrupted(desk: Desk, teller: DOMNode) -> Sequence[Interrupted]:
    """Return the interrupted calls, the oldest first; a problem of the store is told instead."""
    try:
        return await desk.call.interrupted()
    except StoreProblem as problem:
        toast(teller, str(problem), severity="error")
        return ()


def words(calls: Sequence[Interrupted], key: str) -> str:
    """Return the sentence that tells of `calls`; `key` takes one of them up."""
    first = calls[0]
    begun = f"{first.started:%a %H:%M}"
    sentence = (
        f"The call with {shorten(first.name, _NAME_WIDTH)}, begun {begun}, is not wrapped up yet: "
        f"{key} takes it up again."
    )
    more = len(calls) - 1
    if more:
        sentence += f" {more} more {'waits' if more == 1 else 'wait'} there, too."
    return sentence


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was typed and is not saved yet."""

    what: str
    """``a note about Northwind Traders``."""
    action: str
    """The id of the action that opens it again, with the desk at that client."""


async def record_left(desk: Desk, teller: DOMNode) -> None:
    """Write down, and tell, which letters had left as a file when the desk ended before that."""
    try:
        while await asyncio.to_thread(desk.drafts.keys, LEAVING):
            for late in await desk.letters.record_left():
                toast(teller, late_words(late), severity="warning", timeout=15)
            await asyncio.sleep(_LEFT_SECONDS)
    except (StoreProblem, NoSuchClient) as problem:
        toast(teller, str(problem), severity="error")


def late_words(late: LateRecord) -> str:
    """Return the sentence that tells of a letter that was written down late."""
    name = shorten(late.client, _NAME_WIDTH)
    return (
        f"The letter to {name} had left as {late.where} when the desk ended: it is written down now"
        " as gone. Send it from there, if that is not done."
    )


async def left_typing(desk: Desk, teller: DOMNode) -> Sequence[Left]:
    """Return the notes, letters and forms that are still to be saved."""
    try:
        return await asyncio.to_thread(_left, desk)
    except StoreProblem as problem:
        toast(teller, str(problem), severity="error")
        return ()


def _left(desk: Desk) -> Sequence[Left]:
    found = []
    for beginning, (what, action) in _BEGUN.items():
        for key in desk.drafts.keys(beginning):
            client_id = key.removeprefix(beginning).partition("-")[0]
            client = _client_of(desk, client_id)
            if client is not None:
                found.append(Left(f"{what} {shorten(client.name, _NAME_WIDTH)}", action))
            elif beginning == FORM and client_id == "new":
                found.append(Left("the form of a new client", "desk.add_client"))
            elif beginning == MET:
                found.append(Left("somebody you met", action))
    return found


def _client_of(desk: Desk, record_id: str) -> Client | None:
    """Return the client of that id, or the one to whom the letter of that id is."""
    client = desk.records.get(Client, record_id)
    if client is None and (letter := desk.records.get(Letter, record_id)) is not None:
        return desk.records.get(Client, letter.client_id)
    return client


def left_words(left: Sequence[Left], key: Callable[[str], str]) -> str:
    """Return the sentence that tells what is still to be saved, with the keys that open it."""
    told = [f"{one.what} ({key(one.action)})" for one in left[:_TOLD_AT_MOST]]
    if len(left) > _TOLD_AT_MOST:
        told.append(f"{len(left) - _TOLD_AT_MOST} more")
    *first, last = told
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"Typed and not saved yet: {listed}. It stands there again when you open it."
