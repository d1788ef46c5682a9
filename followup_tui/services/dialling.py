"""Before somebody is called and when they are not to be had: dialling a number in the way that the
settings name, a line to send beforehand, and numbers that are wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from followup_tui.domain.calling.countries import country_of
from followup_tui.domain.calling.dialling import Dialled, argv, dialled
from followup_tui.domain.calling.heads_up import Sender, heads_up
from followup_tui.domain.calling.whereabouts import city_of
from followup_tui.domain.client import Client, Person
from followup_tui.domain.playbook import Playbook
from followup_tui.domain.record import Clock, Invalid, utc
from followup_tui.domain.text import clean_line
from followup_tui.services.gather import client_page, known_client
from followup_tui.services.ports import Change, Programs, Records
from followup_tui.services.whereabouts import WhereaboutsService
from followup_tui.settings.model import NUMBER, Dial, Settings


@dataclass(frozen=True, slots=True)
class Dialling:
    """What became of a number."""

    words: str
    """What to tell the user, as a sentence or two."""
    copy: str = ""
    """What is to go to the clipboard; empty where nothing is."""
    failed: bool = False


class DiallingService:
    """Dials, by the settings; `programs` starts other programs."""

    def __init__(
        self,
        records: Records,
        programs: Programs,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._programs = programs
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock
        self._where = WhereaboutsService(settings, clock)

    async def dial(self, client: Client, number: str) -> Dialling:
        """Hand a number of a client on, as the settings say.

        Where a program fails, the number goes to the clipboard instead. Raises nothing.
        """
        return await asyncio.to_thread(self._dial, client, number)

    def _dial(self, client: Client, number: str) -> Dialling:
        region = country_of(client) or self._settings.me.region
        ready = dialled(number, region)
        if not ready.number:
            return Dialling(ready.doubt, failed=True)
        calling = self._settings.calling
        if calling.dial is Dial.COPY:
            return Dialling(_joined(f"{number} is on the clipboard.", ready), ready.number)
        if calling.dial is Dial.OPEN:
            command = [*self._programs.opener(), ready.address]
            change = "or set calling.dial to another way"
        else:
            command = argv(calling.command, ready.number, placeholder=NUMBER)
            change = "see calling.command in the settings"
        if problem := self._programs.run(command):
            words = f"{problem} The number is on the clipboard instead; {change}."
            return Dialling(words, ready.number, failed=True)
        return Dialling(_joined(f"{command[0]} has {ready.number} to dial.", ready))

    async def heads_up(self, client_id: str, person: str = "") -> str:
        """Return a line to send to somebody before calling them, by the moment it is now.

        `person` is a name; empty: the primary contact. Raises `StoreProblem` and
        `gather.NoSuchClient`.
        """
        return await asyncio.to_thread(self._heads_up, client_id, person)

    def _heads_up(self, client_id: str, person: str) -> str:
        page = client_page(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        named = [each for each in page.client.people if each.name == person]
        now = self._clock()
        me = self._settings.me
        own = me.zone or getattr(now.tzinfo, "key", "")
        return heads_up(
            page,
            named[0] if named else page.client.primary,
            theirs=self._where.known(page.client),
            me=Sender(me.name, me.company, city_of(own) if "/" in own else ""),
            now=now,
        )

    async def mark_wrong(self, client_id: str, number: str, right: str = "") -> Client:
        """Take a number out of those that are dialled, and keep it as wrong.

        `right` is the one to be dialled instead, where it is known: it comes in its place. Returns
        the client as it is then. Raises `StoreProblem`, `gather.NoSuchClient`, and
        `domain.record.Invalid` where `right` has no digits.
        """
        return await asyncio.to_thread(self._mark_wrong, client_id, number, right)

    def _mark_wrong(self, client_id: str, number: str, right: str) -> Client:
        client = known_client(self._records, client_id)
        better = clean_line(right)
        if better:
            region = country_of(client) or self._settings.me.region
            if not dialled(better, region).number:
                raise Invalid("phones", f"“{better}” has no digits: write a number, or nothing")
        people = tuple(_without(person, number, better) for person in client.people)
        if people == client.people:
            return client
        changed = replace(client, people=people, changed=utc(self._clock()))
        words = f"wrong number: {client.name}, {number}{f', now {better}' if better else ''}"
        self._records.commit(Change(by=words, put=(changed,)))
        return changed


def _without(person: Person, number: str, better: str) -> Person:
    """Return somebody without a wrong number among those that are dialled."""
    if number not in person.phones:
        return person
    at = person.phones.index(number)
    others = [phone for phone in person.phones if phone not in {number, better}]
    if better:
        others.insert(min(at, len(others)), better)
    wrong = dict.fromkeys((*person.wrong_phones, number))
    kept = tuple(phone for phone in wrong if phone != better)
    return replace(person, phones=tuple(others), wrong_phones=kept)


def _joined(words: str, ready: Dialled) -> str:
    return f"{words} {ready.doubt}".rstrip()
