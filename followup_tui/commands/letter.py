"""`followup letter`: a letter as the desk would begin it, its check, and its ways out."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Sequence
from getpass import getpass

from followup_tui.commands import letter_shapes, shapes
from followup_tui.commands.letter_arguments import KINDS
from followup_tui.commands.letter_begun import begun
from followup_tui.commands.paper import Paper
from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.letter import Letter, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.view import LetterView, check_letter
from followup_tui.domain.personal import PersonalCheck

NONE = "none"


def run(asked: Run) -> int:
    """Do with a letter what was asked for."""
    with asked.desk() as desk:
        return asyncio.run(_run(asked, desk))


async def _run(asked: Run, desk: Desk) -> int:
    given = asked.given
    try:
        client = await desk.clients.find(given.client)
        _check_arguments(given)
        for late in await desk.letters.record_left():
            print(f"Written down late: the letter to {late.client}, {late.where}", file=sys.stderr)
        if given.list:
            await _list(asked, desk, client)
            return 0
        view = await begun(desk, client, given)
        found = check_letter(view.letter.subject, view.letter.body, view.case)
        way = _way(given)
        if way is not None:
            view = await _let_out(desk, view, found, way, given)
        elif given.save:
            overruled = given.anyway and not found.ready
            keep = desk.letters.overrule if overruled else desk.letters.save
            view = await keep(view.letter)
        elif given.discard:
            await desk.letters.discard(view.letter)
        _show(asked, view, found, way)
    except CannotLeave as problem:
        raise CannotDo(str(problem)) from problem
    finally:
        await desk.close()
    return 0


def _check_arguments(given: Namespace) -> None:
    if given.id and any((given.kind, given.template, given.person, given.project, given.course)):
        raise WrongUsage("--id says which letter: it goes with no other choice of one")
    if given.keeps and _way(given) is None:
        raise WrongUsage("--keeps goes with a way out: --out, --mailto, --drafts or --by-hand")


def _way(given: Namespace) -> Way | None:
    if given.out:
        return Way.FILE
    if given.mailto:
        return Way.MAILTO
    if given.by_hand:
        return Way.CLIPBOARD
    return Way.DRAFTS if given.drafts else None


async def _let_out(
    desk: Desk, view: LetterView, found: PersonalCheck, way: Way, given: Namespace
) -> LetterView:
    """Let the letter out, unless the check holds it back."""
    if not found.ready and view.letter.overruled is None and not given.anyway:
        why = " ".join(each.sentence for each in found.open_reasons)
        raise CannotDo(f"{why} Mend it, or let it out with --anyway.")
    target = str(absolute(given.out)) if given.out else ""
    kept = _kept(view, given.keeps)
    try:
        return await desk.letters.leave(view.letter, way, target, kept=kept)
    except NeedsPassword as needed:
        if not sys.stdin.isatty():
            raise
        print(str(needed), file=sys.stderr)
        password = await asyncio.to_thread(getpass)
        return await desk.letters.leave(
            view.letter, way, target, password=password, remember=given.remember, kept=kept
        )


def _kept(view: LetterView, said: Sequence[str]) -> tuple[str, ...] | None:
    """Return the ids of the promises that it keeps, as was said; None where nothing was."""
    if not said:
        return None
    if list(said) == [NONE]:
        return ()
    found = []
    for words in said:
        meant = [each.id for each in view.keeps if each.id.startswith(words.lower())]
        if len(meant) != 1:
            there = ", ".join(f"{each.id} ({each.text})" for each in view.keeps) or "none"
            raise CannotDo(f"--keeps: “{words}” is none of the promises that it seems to keep: "
                           f"{there}")  # fmt: skip
        found += meant
    return tuple(found)


def _show(asked: Run, view: LetterView, found: PersonalCheck, way: Way | None) -> None:
    if asked.json:
        asked.show_json({**letter_shapes.view(view), "check": letter_shapes.check(found)})
        return
    paper = asked.paper
    if way is Way.CLIPBOARD:
        _letter(paper, view.letter, view.attachments)
        paper.line("It counts as having left: copy it from here.")
    elif way is not None:
        _told(paper, view, way)
    elif asked.given.save:
        paper.line(f"Kept: {view.letter.kind}, {view.letter.state}.")
    elif asked.given.discard:
        paper.line(f"Thrown away: {view.letter.kind}. What left already stays as it left.")
        return
    elif not asked.given.check:
        _letter(paper, view.letter, view.attachments)
        for promise in view.keeps:
            paper.line(f"Leaving, it keeps the promise “{promise.text}” ({promise.id}).")
    if view.problem:
        paper.line(f"! {view.problem}", hang=2)
    if way is None:
        _check(paper, found, whole=asked.given.check)


def _told(paper: Paper, view: LetterView, way: Way) -> None:
    left = view.letter.left[-1]
    words = {
        Way.FILE: f"Written to {left.where}: open it in your mail program, and send it from there.",
        Way.DRAFTS: f"It lies in the folder {left.where} of your mailbox: send it from there.",
    }
    paper.line(words.get(way, "The mail program has it: send it from there."))


def _letter(paper: Paper, letter: Letter, attachments: tuple[str, ...]) -> None:
    for label, text in (
        ("To", letter.to),
        ("Cc", ", ".join(letter.cc)),
        ("Subject", letter.subject),
        ("With it", ", ".join(attachments)),
    ):
        if text:
            paper.line(f"{label}: {text}", hang=len(label) + 2)
    paper.line()
    for line in letter.body.split("\n"):
        paper.line(line)
    paper.line()


def _check(paper: Paper, found: PersonalCheck, *, whole: bool) -> None:
    """Write what the check says: what is open, and with `whole` everything."""
    paper.line("Plainly for them." if found.ready else "Not yet plainly for them:")
    for each in found.reasons if whole else found.open_reasons:
        paper.line(f"{'+' if each.ok else '-'} {each.sentence}", indent=2, hang=4)
    if found.unused and (whole or not found.ready):
        paper.line("Could still be used:")
        for unused in found.unused[: None if whole else 3]:
            paper.line(f"* {unused.sentence}", indent=2, hang=4)


async def _list(asked: Run, desk: Desk, client: Client) -> None:
    letters = await desk.letters.of_client(client.id)
    templates = desk.letters.templates()
    if asked.json:
        asked.show_json(
            {
                "client_id": client.id,
                "client": client.name,
                "letters": [shapes.letter(each) for each in letters],
                **letter_shapes.templates(templates),
            }
        )
        return
    paper = asked.paper
    paper.head(f"Letters to {client.name}")
    for each in letters:
        ways = ", ".join(f"{left.way} {left.at:%Y-%m-%d}" for left in each.left)
        paper.line(
            f"{each.kind}, {each.state}{f' ({ways})' if ways else ''}: {each.subject}",
            indent=2,
            hang=4,
        )
    if not letters:
        paper.line("none yet", indent=2)
    paper.head("Templates")
    named = {kind: name for name, kind in KINDS.items()}
    for template in templates.templates:
        paper.line(
            f"{named[template.kind.value]}: {template.name} ({template.file})", indent=2, hang=4
        )
    for problem in templates.problems:
        paper.line(f"! {problem}", indent=2, hang=4)
