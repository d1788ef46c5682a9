"""Letters as the user has them: begun, opened, kept while typed, overruled, and let out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from followup_tui.domain.interaction import Interaction
from followup_tui.domain.letter import Left, Letter, LetterKind, Way
from followup_tui.domain.letters.choosing import letter_after
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.letters.view import LetterView
from followup_tui.domain.record import Record, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.services.gather import known_client
from followup_tui.services.letters.drafts import LetterDrafts, same_occasion
from followup_tui.services.letters.judging import Judge
from followup_tui.services.letters.linking import is_superseded
from followup_tui.services.letters.outgoing import let_out, proposed_path
from followup_tui.services.letters.settling import settled_by
from followup_tui.services.letters.writing import Writer, finished, suggestions_for
from followup_tui.services.ports import Change

if TYPE_CHECKING:
    from followup_tui.domain.letters.templates import LetterTemplates
    from followup_tui.services.together import Parts

See = Callable[[str], Awaitable[Seen]]
"""Tells what a preparation has seen of a client, without touching the network."""


class NoSuchLetter(LookupError):
    """A letter that is not there any more; the text is a sentence."""


class LetterService:
    """Letters to clients. Every async method raises `ports.StoreProblem` and `NoSuchClient`.

    What cannot leave raises `domain.letters.mail.CannotLeave` with a sentence, and the letter is
    kept.
    """

    def __init__(self, parts: Parts, writer: Writer, see: See) -> None:
        self._parts = parts
        self._writer = writer
        self._see = see
        self._drafts = LetterDrafts(parts.drafts)
        self._judge = Judge(parts, writer)
        self._turn = asyncio.Lock()
        """Keeping and putting aside come one after the other, in the order they were asked for."""

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

    def _kept(self, letter_id: str) -> Letter:
        self._parts.records.refresh()
        found = self._parts.records.get(Letter, letter_id)
        if found is None:
            raise NoSuchLetter("This letter is not there any more: it was removed elsewhere.")
        return found

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
        return await asyncio.to_thread(self._judge.view, _clean(letter), seen)

    async def keep(self, letter: Letter) -> None:
        """Keep what is being typed, so that it survives whatever happens to the program."""
        stamped = replace(letter, changed=utc(self._parts.clock()))
        async with self._turn:
            await asyncio.shield(asyncio.to_thread(self._drafts.keep, stamped))

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
        changed = change(finished(_clean(letter), self._parts.clock), seen)
        changed, with_it = self._writer.linked(changed)
        self._parts.records.commit(Change(by=f"{what}: {client.name}", put=(changed, *with_it)))
        self._forget_typed(letter, changed)
        return self._judge.view(changed, seen)

    def _forget_typed(self, letter: Letter, written: Letter) -> None:
        """Forget what was typed of a letter that is written down now, under either key."""
        self._drafts.discard(letter, replace(written, id=""))
        self._drafts.taken_up(written)

    async def leave(
        self,
        letter: Letter,
        way: Way,
        target: str = "",
        *,
        password: str = "",
        remember: bool = False,
        kept: Collection[str] | None = None,
    ) -> LetterView:
        """Let the letter out by `way`, record it and settle what belongs to it, in one change.

        `target` is the path of the file (empty: the one proposed). With `CLIPBOARD` the caller
        copies `letter.body` and calls this once it is copied. `password` is that of the mailbox,
        asked for after `NeedsPassword`; with `remember` the system's keyring keeps it. `kept` are
        the ids of the promises that it keeps; None: those of `LetterView.keeps`.
        """
        await self.keep(letter)  # whatever happens from here on, what was typed is there
        seen = await self._see(letter.client_id)
        named = finished(_clean(letter), self._parts.clock)
        where = await asyncio.to_thread(
            let_out, named, way, self._parts, target=target, password=password, remember=remember
        )
        async with self._turn:
            return await asyncio.to_thread(self._left, letter, named, way, where, kept, seen)

    def _left(
        self,
        typed: Letter,
        letter: Letter,
        way: Way,
        where: str,
        kept: Collection[str] | None,
        seen: Seen,
    ) -> LetterView:
        now = self._parts.clock()
        client = known_client(self._parts.records, letter.client_id)
        judged = self._judge.overruled(letter, seen)  # whoever lets it out has decided so
        left = Left(way=way, at=utc(now), where=clean_line(where))
        judged, with_it = self._writer.linked(judged)
        put: tuple[Record, ...] = (
            *settled_by(judged, left, self._parts.records, now, kept, self._parts.playbooks),
            *with_it,
        )
        self._parts.records.commit(
            Change(by=f"letter left ({way}): {letter.kind}, {client.name}", put=put)
        )
        self._forget_typed(typed, letter)
        return self._judge.view(self._kept(letter.id), seen)

    def templates(self) -> LetterTemplates:
        """Return the templates as their files are now; reads them, for the command line."""
        return self._writer.templates()

    async def target_of(self, letter: Letter) -> str:
        """Return the path that is proposed for its file: one at which nothing stands yet."""
        return str(await asyncio.to_thread(proposed_path, letter, self._parts))

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


def _clean(letter: Letter) -> Letter:
    """Return a letter whose typed texts may stand in a record."""
    return replace(
        letter,
        to=clean_line(letter.to),
        cc=tuple(each for each in map(clean_line, letter.cc) if each),
        subject=clean_line(letter.subject),
        body=clean_text(letter.body),
    )
