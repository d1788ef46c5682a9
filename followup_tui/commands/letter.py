"""`followup letter`: a letter as the desk would begin it, its check, and its ways out."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from getpass import getpass

from msgspec.structs import replace

from followup_tui.commands import letter_shapes, shapes
from followup_tui.commands.letter_arguments import KINDS
from followup_tui.commands.paper import Paper
from followup_tui.commands.paths import absolute, text_of
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.run import Run
from followup_tui.commands.standard_input import text_in
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.letters.view import LetterView, check_letter
from followup_tui.domain.personal import PersonalCheck
from followup_tui.domain.playbook import ItemSource
from followup_tui.domain.text import clean_line


def run(asked: Run) -> int:
    """Do with a letter what was asked for."""
    with asked.desk() as desk:
        return asyncio.run(_run(asked, desk))


async def _run(asked: Run, desk: Desk) -> int:
    given = asked.given
    try:
        client = await desk.clients.find(given.client)
        if given.list:
            await _list(asked, desk, client)
            return 0
        view = await _begun(desk, client, given)
        found = check_letter(view.letter.subject, view.letter.body, view.case)
        way = _way(given)
        if way is not None:
            view = await _let_out(desk, view, found, way, given)
        elif given.save:
            view = await desk.letters.save(view.letter)
        _show(asked, view, found, way)
    except CannotLeave as problem:
        raise CannotDo(str(problem)) from problem
    finally:
        await desk.close()
    return 0


async def _begun(desk: Desk, client: Client, given: Namespace) -> LetterView:
    """Return the letter that is meant: the one under way, or a new one."""
    kind, talk = await _kind(desk, client, given.kind)
    view = await desk.letters.begin(
        client.id,
        kind,
        interaction_id=talk.id if talk else "",
        person=given.person,
        template=given.template,
        anew=bool(given.template or given.person),
    )
    if given.person and view.to_name.lower() != clean_line(given.person).lower():
        people = ", ".join(person.name for person in client.people) or "nobody yet"
        raise WrongUsage(f"nobody at {client.name} is called “{given.person}”; there is: {people}")
    text, subject = _text(given.text), clean_line(given.subject)
    if not text and not subject:
        return view
    letter = view.letter
    changed = replace(letter, subject=subject or letter.subject, body=text or letter.body)
    return await desk.letters.view(changed)


async def _kind(desk: Desk, client: Client, name: str) -> tuple[LetterKind, Interaction | None]:
    """Return which letter is meant: the one named, the last talk's, else that of the checklist."""
    if name:
        return LetterKind(KINDS[name]), None
    talks = desk.records.of_client(Interaction, client.id)
    last = max(talks, key=lambda talk: talk.at, default=None)
    if last is not None and last.at.date() == desk.clock().astimezone(last.at.tzinfo).date():
        after = await desk.letters.after(last.id)
        if after is not None:
            return after[0], last
    playbook = (await desk.preparation.view(client.id)).playbook
    kinds = (i.letter for i in playbook.checklist if i.source is ItemSource.LETTER and i.letter)
    return next(kinds, LetterKind.SUGGESTIONS), None


def _text(file: str) -> str:
    """Return the text of a file, or of the standard input."""
    if not file:
        return ""
    if file == "-":
        return text_in()
    return text_of(file)


def _way(given: Namespace) -> Way | None:
    if given.out:
        return Way.FILE
    if given.mailto:
        return Way.MAILTO
    return Way.DRAFTS if given.drafts else None


async def _let_out(
    desk: Desk, view: LetterView, found: PersonalCheck, way: Way, given: Namespace
) -> LetterView:
    """Let the letter out, unless the check holds it back."""
    if not found.ready and view.letter.overruled is None and not given.anyway:
        why = " ".join(each.sentence for each in found.open_reasons)
        raise CannotDo(f"{why} Mend it, or let it out with --anyway.")
    target = str(absolute(given.out)) if given.out else ""
    try:
        return await desk.letters.leave(view.letter, way, target)
    except NeedsPassword as needed:
        if not sys.stdin.isatty():
            raise
        print(str(needed), file=sys.stderr)
        password = await asyncio.to_thread(getpass)
        return await desk.letters.leave(view.letter, way, target, password=password)


def _show(asked: Run, view: LetterView, found: PersonalCheck, way: Way | None) -> None:
    if asked.json:
        asked.show_json({**letter_shapes.view(view), "check": letter_shapes.check(found)})
        return
    paper = asked.paper
    if way is not None:
        _told(paper, view, way)
    elif asked.given.save:
        paper.line(f"Kept: {view.letter.kind}, {view.letter.state}.")
    elif not asked.given.check:
        _letter(paper, view.letter, view.attachments)
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
