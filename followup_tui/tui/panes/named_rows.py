"""Somebody they named: to become a client, to be joined to one that is there, or to be dropped."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from followup_tui.domain.text import clean_line
from followup_tui.domain.wrap_up.items import NamedPerson
from followup_tui.tui.choice import Choice
from followup_tui.tui.item_rows import ItemRow
from followup_tui.tui.tick import Tick

JOIN, NEW = "link to them", "a new client"


class NamedRow(ItemRow):
    """One person: name, company, mail and phone; and which client they are on the list with."""

    def __init__(self, person: NamedPerson, index: int) -> None:
        super().__init__(index, doubt=person.doubt or person.detail)
        self.item = person
        self._keep = Tick("", person.keep, compact=True)
        self._who = Input(person.name, placeholder="name", compact=True)
        self._company = Input(person.company, placeholder="company", compact=True)
        self._email = Input(person.email, placeholder="mail", compact=True)
        self._phone = Input(person.phone, placeholder="phone", compact=True)
        self._known = Vertical(classes="line indented")

    def fields(self) -> ComposeResult:
        """Yield the box, name and company on one line, mail and phone on the next."""
        with Horizontal(classes="line"):
            yield self._keep
            yield self._who
            yield self._company
        with Horizontal(classes="line indented"):
            yield self._email
            yield self._phone
        yield self._known

    async def on_mount(self) -> None:
        """Say with which client they are on the list."""
        await self._show_known()

    async def recognise(self, person: NamedPerson) -> None:
        """Take over with which client they are on the list now."""
        known = (self.item.known, self.item.known_name, self.item.known_by)
        if known != (person.known, person.known_name, person.known_by):
            self.item = replace(
                self.item,
                known=person.known,
                known_name=person.known_name,
                known_by=person.known_by,
            )
            await self._show_known()
            self.mend(self.item)

    async def _show_known(self) -> None:
        await self._known.remove_children()
        if self.item.known:
            words = f"On your list already: {self.item.known_name} ({self.item.known_by})"
            said = Static(Content(words), classes="text", markup=False)
            await self._known.mount(said, Choice((JOIN, NEW), JOIN if self.item.link else NEW))

    def current(self) -> NamedPerson:
        """Return the item as its fields have it at this moment."""
        choices = self._known.query(Choice)
        self.item = replace(
            self.item,
            link=choices.first().value == JOIN if choices else self.item.link,
            name=clean_line(self._who.value),
            company=clean_line(self._company.value),
            email=clean_line(self._email.value),
            phone=clean_line(self._phone.value),
            keep=self._keep.value,
        )
        return self.item
