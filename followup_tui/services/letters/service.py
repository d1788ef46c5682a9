"""Letters as the user has them: begun, opened, kept while typed, overruled, and let out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.choosing import letter_after
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.letters.view import LetterView
from followup_tui.services.gather import known_client
from followup_tui.services.letters.drafts import same_occasion
from followup_tui.services.letters.letting_out import LettingOut, cleaned
from followup_tui.services.letters.linking import is_superseded
from followup_tui.services.letters.writing import finished, suggestions_for
from followup_tui.services.ports import Change

if TYPE_CHECKING:
    from followup_tui.domain.letters.templates import LetterTemplates


class LetterService(LettingOut):
    """Letters to clients. Every async method raises `ports.StoreProblem` and `NoSuchClient`.

    What cannot leave raises `domain.letters.mail.CannotLeave` with a sentence, and the letter is
    kept.
    """

    async def begin(  # noqa: PLR0913 - each is an occasion that a letter may have
        self,
        client_id: str,
        kind: LetterKind,
        *,
        interaction_id: str = "",
        preparation_id: str = "",
        project_id: str = "",
        encounter_id: str = "",
        course_id: str = "",
        referral_id: str = "",
        person: str = "",
        template: str = "",
        anew: bool = False,
    ) -> LetterView:
        """Return the letter under way of that kind and occasion, else a new one from its template.

        A new one is no record yet: its id is empty. With `anew` one is begun in any case.
        `person` is the name of whom it is to, where that is not the primary contact.
        """
        letter = replace(
            self._writer.fresh(client_id, kind),
            interaction_id=interaction_id,
            preparation_id=preparation_id,
            project_id=project_id,
            encounter_id=encounter_id,
            course_id=course_id,
            referral_id=referral_id,
            person=person,
        )
        seen = await self._see(client_id)
        return await asyncio.to_thread(self._begin, letter, seen, template, anew)

    def _begin(self, letter: Letter, seen: Seen, template: str, anew: bool) -> LetterView:
        self._parts.records.refresh()
        letter = self._writer.placed(letter)
        if not anew and (found := self._under_way_of(letter)) is not None:
            return self._taken_up(found, seen)
        begun = self._writer.begin(self._turned_into(letter), seen, template)
        self._drafts.taken_up(begun.letter)
        return self._judge.view(begun.letter, seen, begun=begun)

    def _under_way_of(self, letter: Letter) -> Letter | None:
        """Return the letter of the same kind and occasion that did not leave yet."""
        for each in reversed(self._parts.records.of_client(Letter, letter.client_id)):
            if (
                not each.has_left
                and same_occasion(each, letter)
                and not is_superseded(each, self._parts)
            ):
                return each
        typed = self._drafts.of(self._turned_into(letter))
        return typed if typed is not None and same_occasion(typed, letter) else None

    def _turned_into(self, letter: Letter) -> Letter:
        """Return a follow-up that takes the place of the suggestions it was drafted from."""
        if letter.kind is not LetterKind.FOLLOW_UP or not letter.interaction_id:
            return letter
        talk = self._parts.records.get(Interaction, letter.interaction_id)
        letters = self._parts.records.of_client(Letter, letter.client_id)
        drafted = suggestions_for(talk, letters) if talk else None
        if drafted is None:
            return letter
        return replace(
            letter,
            id=drafted.id,
            created=drafted.created,
            preparation_id=drafted.preparation_id,
            attachments=drafted.attachments,
        )

    def _taken_up(self, letter: Letter, seen: Seen) -> LetterView:
        """Return the view of a letter under way, with what was typed since it was saved."""
        typed = self._drafts.of(letter)
        self._drafts.taken_up(letter)
        return self._judge.view(typed or letter, seen, resumed=typed is not None)

    async def open(self, letter_id: str) -> LetterView:
        """Return a letter that was kept, with what was typed since; raises `NoSuchLetter`."""
        letter = await asyncio.to_thread(self._kept, letter_id)
        seen = await self._see(letter.client_id)
        return await asyncio.to_thread(self._taken_up, letter, seen)

    async def after(self, interaction_id: str) -> tuple[LetterKind, LetterView] | None:
        """Return what its playbook writes after a conversation; None where nothing."""
        found = await asyncio.to_thread(self._kind_after, interaction_id)
        if found is None:
            return None
        kind, talk = found
        view = await self.begin(
            talk.client_id, kind, interaction_id=talk.id, course_id=talk.course_id
        )
        return kind, view

    def _kind_after(self, interaction_id: str) -> tuple[LetterKind, Interaction] | None:
        records = self._parts.records
        talk = records.get(Interaction, interaction_id)
        playbook = self._parts.playbooks.get(talk.playbook) if talk else None
        if talk is None or playbook is None:
            return None
        kind = letter_after(
            talk,
            playbook,
            letters=records.of_client(Letter, talk.client_id),
            tries=records.standing(talk.client_id).unanswered,
        )
        return None if kind is None else (kind, talk)

    async def under_way(self) -> tuple[Letter, ...]:
        """Return the letters that did not leave yet, the last changed first.

        One that is typed and no record yet has an empty id: `begin` takes it up again.
        """
        return await asyncio.to_thread(self._under_way)

    def _under_way(self) -> tuple[Letter, ...]:
        kept = {
            each.id: each
            for each in self._parts.records.all(Letter)
            if not each.has_left and not is_superseded(each, self._parts)
        }
        typed = [each for each in self._drafts.all() if not each.id or each.id in kept]
        kept |= {each.id: each for each in typed if each.id}
        found = [*kept.values(), *(each for each in typed if not each.id)]
        return tuple(sorted(found, key=lambda each: each.changed or each.created, reverse=True))

    async def of_client(self, client_id: str) -> tuple[Letter, ...]:
        """Return a client's letters, the last changed first."""
        found = await asyncio.to_thread(self._parts.records.of_client, Letter, client_id)
        return tuple(sorted(found, key=lambda each: each.changed or each.created, reverse=True))

    async def view(self, letter: Letter) -> LetterView:
        """Return the view anew for a letter as it is being typed: another person, another file."""
        seen = await self._see(letter.client_id)
        return await asyncio.to_thread(self._judge.view, cleaned(letter), seen)

    async def save(self, letter: Letter) -> LetterView:
        """Make it a record, or renew it; its state is what the check says."""
        return await self._write(letter, "letter", self._judge.judged)

    async def overrule(self, letter: Letter) -> LetterView:
        """Hold it to be ready although the check does not; what was overruled is recorded."""
        return await self._write(letter, "letter held to be ready", self._judge.overruled)

    async def _write(
        self, letter: Letter, what: str, change: Callable[[Letter, Seen], Letter]
    ) -> LetterView:
        seen = await self._see(letter.client_id)
        async with self._turn:
            return await asyncio.to_thread(self._written, letter, what, change, seen)

    def _written(
        self, letter: Letter, what: str, change: Callable[[Letter, Seen], Letter], seen: Seen
    ) -> LetterView:
        client = known_client(self._parts.records, letter.client_id)
        changed = change(finished(cleaned(letter), self._parts.clock), seen)
        changed, with_it = self._writer.linked(changed)
        self._parts.records.commit(Change(by=f"{what}: {client.name}", put=(changed, *with_it)))
        self._forget_typed(letter, changed)
        return self._judge.view(changed, seen)

    def templates(self) -> LetterTemplates:
        """Return the templates as their files are now; reads them, for the command line."""
        return self._writer.templates()

    async def discard(self, letter: Letter) -> None:
        """Forget a letter, and what was typed of it; one that left is kept as it left."""
        async with self._turn:
            await asyncio.to_thread(self._discard, letter)

    def _discard(self, letter: Letter) -> None:
        records = self._parts.records
        found = records.get(Letter, letter.id) if letter.id else None
        self._drafts.discard(letter)
        if found is not None and not found.has_left:
            client = known_client(records, found.client_id)
            records.commit(Change(by=f"letter put away: {client.name}", drop=(found,)))
