"""Which letter `followup letter` means, and what is put into it from the command line."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from msgspec.structs import replace

from followup_tui.commands.letter_arguments import KINDS
from followup_tui.commands.paths import absolute, text_of
from followup_tui.commands.problems import CannotDo, WrongUsage
from followup_tui.commands.standard_input import text_in
from followup_tui.desk import Desk
from followup_tui.domain.client import Client
from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.view import LetterView
from followup_tui.domain.playbook import ItemSource
from followup_tui.domain.text import clean_line
from followup_tui.services.bookings import NoSuchProject
from followup_tui.services.letters.files import why_not_along


async def begun(desk: Desk, client: Client, given: Namespace) -> LetterView:
    """Return the letter that is meant, with what was typed on the command line in it."""
    view = await _meant(desk, client, given)
    changed = await asyncio.to_thread(_typed, view.letter, given)
    return view if changed == view.letter else await desk.letters.view(changed)


async def _meant(desk: Desk, client: Client, given: Namespace) -> LetterView:
    """Return the letter of an id, the one under way, or a new one."""
    if given.id:
        return await _of_id(desk, client, clean_line(given.id))
    kind, talk = await _kind(desk, client, given.kind)
    view = await desk.letters.begin(
        client.id,
        kind,
        interaction_id=talk.id if talk else "",
        project_id=await _project(desk, client, given.project),
        course_id=(await desk.courses.find(given.course)).id if given.course else "",
        person=given.person,
        template=given.template,
        anew=bool(given.template or given.person),
    )
    if given.person and view.to_name.lower() != clean_line(given.person).lower():
        people = ", ".join(person.name for person in client.people) or "nobody yet"
        raise WrongUsage(f"nobody at {client.name} is called “{given.person}”; there is: {people}")
    return view


async def _of_id(desk: Desk, client: Client, wanted: str) -> LetterView:
    letters = await desk.letters.of_client(client.id)
    found = [each for each in letters if each.id.startswith(wanted.lower())]
    if len(found) != 1:
        raise CannotDo(
            f"{len(found) or 'no'} letters to {client.name} have an id that begins so: “{wanted}”; "
            "`followup letter CLIENT --list --json` has them"
        )
    return await desk.letters.open(found[0].id)


async def _project(desk: Desk, client: Client, words: str) -> str:
    if not words:
        return ""
    try:
        return (await desk.projects.find(client.id, words)).id
    except NoSuchProject as problem:
        raise CannotDo(str(problem)) from None


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


def _typed(letter: Letter, given: Namespace) -> Letter:
    """Return the letter with the text, the head and the files that are given; reads files."""
    text, subject = _text(given.text), clean_line(given.subject)
    letter = replace(letter, subject=subject or letter.subject, body=text or letter.body)
    if given.to is not None:
        letter = replace(letter, to=clean_line(given.to))
    if given.cc:
        letter = replace(letter, cc=tuple(filter(None, map(clean_line, given.cc))))
    if given.attach:
        letter = replace(letter, attachments=_along([path for path in given.attach if path]))
    return letter


def _text(file: str) -> str:
    """Return the text of a file, or of the standard input."""
    if not file:
        return ""
    return text_in() if file == "-" else text_of(file)


def _along(typed: list[str]) -> tuple[str, ...]:
    """Return the paths of the files that go along; raises `CannotDo` for one that cannot."""
    paths = [absolute(each) for each in typed]
    for path in paths:
        if problem := why_not_along(path):
            raise CannotDo(problem)
    return tuple(dict.fromkeys(map(str, paths)))
