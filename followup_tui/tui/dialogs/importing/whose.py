"""Saying whose a row is: who is proposed, any other client, or nobody who is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from followup_tui.domain.client import Client
from followup_tui.domain.importing.deciding import Word, was_asked
from followup_tui.domain.importing.plan import Fate, ImportPlan, PlannedRow
from followup_tui.domain.text import fold, shorten
from followup_tui.services.importing import Proposal
from followup_tui.tui.dialogs.pick import Pick, PickDialog

_DIM = "$text-muted"
_MOST = 200  # clients that are listed
_FOUND, _NEW, _OUT, _PLAN = "found", "new", "out", "plan"
_ALL_FOUND, _ALL_NEW = "all found", "all new"
_CLIENT = "client "


class Answer(NamedTuple):
    """What the user said."""

    word: Word
    of_all: bool = False
    """Whether it is meant of every row that waits."""


class WhosePicker(PickDialog):
    """Ends with what is to become of a row, to be read by `answer`."""

    CSS_PATH = "../pick.tcss"

    def __init__(
        self,
        plan: ImportPlan,
        row: PlannedRow,
        proposals: Sequence[Proposal],
        clients: Sequence[tuple[str, str, Client]],
    ) -> None:
        """`clients` are all there are, as `searched` gives them."""
        super().__init__(
            f"{'Who' if row.contact else 'Whose'} is “{shorten(row.name, 40)}”?",
            self._matching,
            hint="type a name to look among all clients",
            nothing="Nobody is called like that.",
        )
        self._fixed = [*_proposed(row, proposals), *_others(plan, row)]
        self._clients = clients

    def _matching(self, typed: str) -> Sequence[Pick]:
        words = fold(typed.strip())
        fixed = [pick for pick in self._fixed if words in fold(pick.words.plain)]
        if not words:
            return fixed
        found = (client for name, people, client in self._clients if words in name + people)
        listed = [_client(client) for client, _ in zip(found, range(_MOST), strict=False)]
        return [*listed, *fixed]


def searched(clients: Sequence[Client]) -> list[tuple[str, str, Client]]:
    """Return clients by name, with the words by which they are found: name, and people."""
    found = [
        (fold(client.name), fold("".join(f"\n{person.name}" for person in client.people)), client)
        for client in clients
    ]
    return sorted(found, key=lambda each: each[0])


def answer(key: str) -> Answer:
    """Return what a key of the dialog says."""
    if key.startswith(_CLIENT):
        return Answer(Word(Fate.MERGE, key.removeprefix(_CLIENT)))
    fates = {_FOUND: Fate.MERGE, _ALL_FOUND: Fate.MERGE, _OUT: Fate.SKIP, _PLAN: None}
    return Answer(Word(fates.get(key, Fate.NEW)), key in {_ALL_FOUND, _ALL_NEW})


def _proposed(row: PlannedRow, proposals: Sequence[Proposal]) -> list[Pick]:
    """Return those who are proposed; who comes with another row can be said of the first alone."""
    picks = []
    for number, each in enumerate(proposals):
        likeliest = number == 0 and was_asked(row)
        if not likeliest and not each.client_id:
            continue
        key = _FOUND if likeliest else f"{_CLIENT}{each.client_id}"
        words = Content.assemble((each.name, "$text"), (f"  {each.why}", _DIM))
        picks.append(Pick(key, words))
    return picks


def _others(plan: ImportPlan, row: PlannedRow) -> list[Pick]:
    picks = [
        Pick(_NEW, Content("Somebody who is not there yet")),
        Pick(_OUT, Content("Leave it out")),
    ]
    if row.decided is not None:
        picks.append(Pick(_PLAN, Content("As it was proposed")))
    if (waiting := plan.tally.waiting) > 1:
        picks += [
            Pick("", Content("")),
            Pick("", Content(f"All {waiting:,} that are asked").stylize(_DIM)),
            Pick(_ALL_FOUND, Content("Each is who it may be")),
            Pick(_ALL_NEW, Content("Each is somebody else")),
        ]
    return picks


def _client(client: Client) -> Pick:
    people = ", ".join(person.name for person in client.people if person.name != client.name)
    words = Content.assemble((client.name, "$text"), (f"  {shorten(people, 60)}", _DIM))
    return Pick(f"{_CLIENT}{client.id}", words)
