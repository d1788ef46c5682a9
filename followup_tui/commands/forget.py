"""`followup forget`: every trace of a client, from the records, the history and the backups."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter

from followup_tui.commands.problems import CannotDo
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.text import clean_line
from followup_tui.domain.words import count
from followup_tui.services.clients import NoSuchClient
from followup_tui.store.forget import Forgotten, forget, survey, traces_of, versions

_MENTIONS = 12  # that are shown; more are counted
_ONE = {
    "clients": "client",
    "projects": "project",
    "encounters": "encounter",
    "interactions": "interaction",
    "preparations": "preparation",
    "value_adds": "value-add",
    "offers": "offer",
    "promises": "promise",
    "next_steps": "next step",
    "referrals": "referral",
    "letters": "letter",
    "courses": "course",
    "draws": "draw",
}
"""Table -> what one of it is called."""


def run(asked: Run) -> int:
    """Say what would go, ask, and forget the client."""
    given = asked.given
    with asked.desk() as desk:
        client_id, name = asyncio.run(_who(desk, given.client))
        shared = desk.settings.sources.all
    traces = traces_of(asked.home, client_id, name)
    if not given.yes:
        _confirm(asked, survey(asked.home, traces, everywhere=given.everywhere, shared=shared))
    done = forget(asked.home, traces, everywhere=given.everywhere, shared=shared)
    if asked.json:
        asked.show_json(_as_json(done, everywhere=given.everywhere))
    else:
        asked.paper.line(f"{name} is forgotten.")
        _as_text(asked, done, everywhere=given.everywhere, done=True)
    return int(bool(done.left))


async def _who(desk: Desk, words: str) -> tuple[str, str]:
    """Return id and name of the client meant, who may have been removed before."""
    try:
        client = await desk.clients.find(words)
    except NoSuchClient:
        before = versions(desk.home, clean_line(words))
        if len(before) == 1:
            return before[0]
        raise
    else:
        return client.id, client.name


def _confirm(asked: Run, would: Forgotten) -> None:
    """Show what would go, and ask; raises `CannotDo` unless the answer is yes."""
    if asked.json or not sys.stdin.isatty():
        raise CannotDo(
            f"forgetting {would.name} cannot be taken back, and nobody can be asked here: "
            "say --yes where it is meant"
        )
    asked.paper.line(f"Forgetting {would.name} takes out, for good:")
    _as_text(asked, would, everywhere=asked.given.everywhere, done=False)
    print(f"Forget {would.name}? It cannot be taken back. [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise CannotDo("nothing was changed")


def _as_text(asked: Run, found: Forgotten, *, everywhere: bool, done: bool) -> None:
    paper, said = asked.paper, found.said
    lines = [
        _counted(said.records),
        f"what {_counted(said.others)} of others said of them" if said.others else "",
        count(said.changes, "change") + " of the history" if said.changes else "",
        count(said.drafts, "draft") if said.drafts else "",
        count(said.pages, "copy of a web page", "copies of web pages") if said.pages else "",
        count(said.set_aside, "damaged file") + " set aside" if said.set_aside else "",
        count(found.backups, "backup") + (" written anew" if done else " looked through")
        if found.backups
        else "",
    ]
    for line in filter(None, lines):
        paper.line(line, indent=2)
    if said.mentions and not (done and everywhere):
        paper.head(
            "These of others name them" + (", and lose that:" if everywhere else " and stay:")
        )
        for (where, which), words in [*said.mentions.items()][:_MENTIONS]:
            paper.line(f"{_ONE.get(where, where)} {which}: …{words}…", indent=2, hang=4)
        if len(said.mentions) > _MENTIONS:
            paper.line(f"and {len(said.mentions) - _MENTIONS} more", indent=2)
        if not everywhere:
            paper.line("With --everywhere their name, addresses and numbers go from there, too.")
    for problem in found.left:
        paper.line(f"! {problem} It may still name them: delete it.")
    if done:
        paper.line("What you keep outside of the desk's folder is yours to see to.")


def _counted(tables: Counter[str]) -> str:
    return ", ".join(count(number, _ONE.get(table, table)) for table, number in tables.items())


def _as_json(done: Forgotten, *, everywhere: bool) -> dict[str, object]:
    return {
        "client_id": done.client_id,
        "client": done.name,
        "removed": dict(done.said.records),
        "cleaned": dict(done.said.others),
        "changes": done.said.changes,
        "drafts": done.said.drafts,
        "pages": done.said.pages,
        "set_aside": done.said.set_aside,
        "backups": done.backups,
        "mentions": [
            {"where": where, "id": which, "words": words}
            for (where, which), words in done.said.mentions.items()
        ]
        if not everywhere
        else [],
        "left": done.left,
    }
