"""A letter made into the mail that leaves: addresses with their names, and the files with it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from followup_tui.domain.calling.calendar_entry import entry_of
from followup_tui.domain.client import Client
from followup_tui.domain.encounter import Encounter
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.mail import Address, CannotLeave, Mail, MailFile
from followup_tui.domain.networking.next_step import are_named, entries_of, times_of
from followup_tui.domain.promise import NextStep
from followup_tui.domain.text import fold
from followup_tui.services.ports import Records
from followup_tui.services.together import Parts

LARGEST = 20_000_000
"""Bytes of the files of one letter: most mailboxes take no larger mail."""
CALENDAR = "text/calendar"
TIMES = "two-times.ics"
"""The calendar file of times that were proposed when somebody was met, to choose from."""
_NOWHERE = "followup.invalid"
"""Stands where no mail domain is known: RFC 2606 keeps it from ever being one."""


def mail_of(letter: Letter, parts: Parts) -> Mail:
    """Return the mail that a letter is. Raises `CannotLeave` and `ports.StoreProblem`.

    It blocks: files are read.
    """
    settings, records = parts.settings, parts.records
    client = records.get(Client, letter.client_id)
    now = parts.clock()
    return Mail(
        sender=Address(settings.me.name, settings.me.email),
        to=tuple(_addresses([letter.to] if letter.to else [], letter, client, parts)),
        cc=tuple(_addresses(letter.cc, letter, client, parts)),
        subject=letter.subject,
        body=letter.body,
        attachments=tuple(_files(letter, client, parts)),
        message_id=f"<{letter.id}@{settings.me.email.partition('@')[2] or _NOWHERE}>",
        date=now,
    )


def _addresses(
    emails: Sequence[str], letter: Letter, client: Client | None, parts: Parts
) -> Iterator[Address]:
    """Yield addresses with the names that are known for them."""
    names: dict[str, str] = {}
    for manager in parts.settings.account_managers:
        names[fold(manager.email)] = manager.name
    if client is not None:
        if client.account_manager is not None:
            names[fold(client.account_manager.email)] = client.account_manager.name
        names |= {fold(email): p.name for p in reversed(client.people) for email in p.emails}
    for email in dict.fromkeys(email.strip() for email in emails):
        if email.count("@") != 1 or email.startswith("@") or email.endswith("@") or " " in email:
            raise CannotLeave(f"“{email}” is no mail address: mend it in the letter.")
        person = letter.person if email == letter.to else ""
        yield Address(names.get(fold(email), person), email)


def _files(letter: Letter, client: Client | None, parts: Parts) -> Iterator[MailFile]:
    """Yield the calendar file, and the user's own files."""
    steps = steps_of(letter, parts.records)
    if steps and client is not None:
        entries = [
            entry_of(
                step.id,
                step.kind,
                step.at,
                client=client,
                person=letter.person,
                all_day=step.all_day,
                agreed=step.agreed,
                text=step.text,
            )
            for step in steps
        ]
        yield MailFile(calendar_name(steps), parts.write_calendar(entries, parts.clock()), CALENDAR)
    elif client is not None and (met := times_with(letter, parts.records, parts.clock())):
        times = entries_of(met, client, parts.clock())
        yield MailFile(TIMES, parts.write_calendar(times, parts.clock()), CALENDAR)
    total = 0
    for path in letter.attachments:
        file = _file(Path(path))
        total += len(file.content)
        if total > LARGEST:
            raise CannotLeave(
                f"The files with this letter have more than {LARGEST // 1_000_000} MB, which few"
                " mailboxes take: take one out, or send a link to it."
            )
        yield file


def _file(path: Path) -> MailFile:
    try:
        if path.stat().st_size > LARGEST:
            raise CannotLeave(f"{path.name} is too large for a mail: send a link to it.")
        content = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise CannotLeave(
            f"{path} cannot be read ({reason}): take it out of the letter, or put it back."
        ) from problem
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return MailFile(path.name, content, kind)


def steps_of(letter: Letter, records: Records) -> tuple[NextStep, ...]:
    """Return the next steps that go along with a letter and are still there."""
    found = (records.get(NextStep, step_id) for step_id in letter.steps)
    return tuple(step for step in found if step is not None)


def times_with(letter: Letter, records: Records, now: datetime) -> Encounter | None:
    """Return the meeting whose proposed times go along: as long as the letter names them all."""
    if letter.steps or letter.kind is not LetterKind.GOOD_TO_MEET or not letter.encounter_id:
        return None
    met = records.get(Encounter, letter.encounter_id)
    return met if met is not None and are_named(times_of(met, now), letter.body) else None


def calendar_name(steps: Sequence[NextStep]) -> str:
    """Return the name of the calendar file of some next steps."""
    kinds = {step.kind.value for step in steps}
    return f"{kinds.pop().replace(' ', '-') if len(kinds) == 1 else 'next-steps'}.ics"


def attached(letter: Letter, records: Records, now: datetime) -> tuple[str, ...]:
    """Return the names of the files that go along with a letter."""
    steps = steps_of(letter, records)
    calendar = (calendar_name(steps),) if steps else ()
    if times_with(letter, records, now) is not None:
        calendar = (TIMES,)
    return (*calendar, *(Path(path).name for path in letter.attachments))
