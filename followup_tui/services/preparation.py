"""Preparing a client: the checklist, what was found for each item, choices and the draft."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.page import Look
from followup_tui.domain.playbook import ItemSource, Playbook
from followup_tui.domain.preparation import Preparation, Tick
from followup_tui.domain.record import Clock, Invalid, Record, new_id, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import ItemStatus, PreparationView, Suggestion
from followup_tui.services.checklist import prepared
from followup_tui.services.drafting import draft_letter
from followup_tui.services.evidence import Material, Sight
from followup_tui.services.gather import why_words
from followup_tui.services.page_evidence import addresses, problem_of
from followup_tui.services.ports import Change, Pages, Records
from followup_tui.services.rounds import Round, read_round
from followup_tui.settings.model import Settings

SLOTS = 8  # addresses looked at side by side for one client; the rest wait
REMEMBERED = 256  # looks kept in memory: older ones are read from their kept copy again


class PreparationService:
    """Prepares clients. Every method raises `ports.StoreProblem` and `clients.NoSuchClient`.

    What was found stays in memory until the desk is closed, so each method returns the whole
    view as it stands now.
    """

    def __init__(
        self,
        records: Records,
        pages: Pages,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._pages = pages
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock
        self._writing = asyncio.Lock()
        self._known: dict[str, Round] = {}
        self._looks: dict[str, Look] = {}
        self._on_their_way: dict[str, dict[str, ItemStatus]] = {}
        """By client and address, while `prepare` runs."""

    async def view(self, client_id: str) -> PreparationView:
        """Return the preparation with what is known already; the network is not touched."""
        return self._view(await self._know(client_id))

    async def prepare(
        self, client_id: str, *, refresh: bool = False
    ) -> AsyncGenerator[PreparationView, None]:
        """Yield the view at once, then again each time something about a source has changed.

        The sources are fetched side by side; with `refresh`, fresh copies are fetched too.
        Closing the iterator cancels what is still on its way.
        """
        known = await self._know(client_id)
        way = dict.fromkeys(self._addresses(known), ItemStatus.WAITING)
        self._on_their_way[client_id] = way
        changed = asyncio.Event()
        slots = asyncio.Semaphore(SLOTS)

        async def look(url: str) -> None:
            async with slots:
                way[url] = ItemStatus.FETCHING
                changed.set()
                self._remember(url, await self._pages.look(url, refresh=refresh))
            del way[url]

        tasks = [asyncio.create_task(look(url), name=f"look {url}") for url in tuple(way)]
        for task in tasks:
            task.add_done_callback(lambda _: changed.set())
        try:
            yield self._view(known)
            while changed.is_set() or not all(task.done() for task in tasks):
                await changed.wait()
                changed.clear()
                for task in tasks:
                    if task.done():
                        task.result()  # the web never raises: what does is a fault, and told
                yield self._view(await self._know(client_id))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._on_their_way.get(client_id) is way:
                del self._on_their_way[client_id]

    async def tick(self, client_id: str, item: str, *, ticked: bool) -> PreparationView:
        """Tick an item of the checklist, or take the tick back."""
        async with self._writing:
            known = await self._know(client_id)
            labels = {each.key: each.label for each in known.playbook.checklist}
            if item not in labels:
                raise Invalid("item", f"“{item}” is not on the checklist")
            preparation = self._preparation(known)
            ticks = tuple(tick for tick in preparation.ticks if tick.item != item)
            if ticked:
                ticks = (*ticks, Tick(item=item, at=utc(self._clock())))
            word = "ticked" if ticked else "tick taken off"
            await self._write(
                f"{word}: {labels[item]}, {known.page.client.name}",
                put=(structs.replace(preparation, ticks=ticks),),
            )
        return await self.view(client_id)

    async def choose(self, client_id: str, value_add_id: str, *, chosen: bool) -> PreparationView:
        """Choose a value-add for the call, or take the choice back.

        Raises `domain.record.Invalid` for one that does not fit this client (any more).
        """
        async with self._writing:
            known = await self._know(client_id)
            by_id = {each.value_add.id: each for each in known.suggestions}
            suggestion = by_id.get(value_add_id)
            if suggestion is None:
                raise Invalid("value_add", "is not among those that fit this client any more")
            if suggestion.chosen != chosen:
                await self._choose(known, suggestion, chosen)
        return await self.view(client_id)

    async def _choose(self, known: Round, suggestion: Suggestion, chosen: bool) -> None:
        preparation = self._preparation(known)
        value_add, now = suggestion.value_add, utc(self._clock())
        others = tuple(each for each in preparation.chosen if each != value_add.id)
        put: list[Record] = [
            structs.replace(preparation, chosen=(*others, value_add.id) if chosen else others)
        ]
        drop: list[Record] = []
        if chosen:
            put.append(
                Offer(
                    id=new_id(now),
                    created=now,
                    client_id=known.page.client.id,
                    value_add_id=value_add.id,
                    at=now,
                    because=suggestion.because,
                    preparation_id=preparation.id,
                )
            )
        else:
            drop += [
                offer
                for offer, offered in known.page.offers
                if offered.id == value_add.id and offer.state is OfferState.PLANNED
            ]
        word = "to be offered" if chosen else "not to be offered"
        by = f"{word}: {value_add.title}, {known.page.client.name}"
        await self._write(by, put=put, drop=drop)

    async def save_letter(self, client_id: str, *, subject: str, body: str) -> PreparationView:
        """Keep the draft mail; as long as it is as it was suggested, there is nothing to keep."""
        async with self._writing:
            known = await self._know(client_id)
            subject, body = clean_line(subject), clean_text(body)
            drafted = self._letter(known)
            if drafted is None:
                drafted = self._drafted(known, LetterKind.SUGGESTIONS)
            if (drafted.subject, clean_text(drafted.body)) != (subject, body):
                await self._save_letter(known, drafted, subject, body)
        return await self.view(client_id)

    async def _save_letter(self, known: Round, drafted: Letter, subject: str, body: str) -> None:
        preparation, now = self._preparation(known), utc(self._clock())
        letter = structs.replace(
            drafted,
            id=drafted.id or new_id(now),
            subject=subject,
            body=body,
            preparation_id=preparation.id,
            changed=now,
        )
        await self._write(
            f"letter: {known.page.client.name}",
            put=(letter, structs.replace(preparation, letter_id=letter.id)),
        )

    # What is known

    async def _know(self, client_id: str) -> Round:
        """Return what the records say, read anew only where they have changed since."""
        known = self._known.get(client_id)
        today = self._clock().date()
        if known and known.version == self._records.version and known.day == today:
            return known
        fresh, kept = await asyncio.to_thread(self._read, client_id)
        for url, look in kept.items():
            self._looks.setdefault(url, look)
        self._known = {client_id: fresh}  # one client is prepared at a time
        return fresh

    def _read(self, client_id: str) -> tuple[Round, dict[str, Look]]:
        """Read a round and the kept copies for it; in a thread, so nothing of ours is changed."""
        known = read_round(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        unseen = [url for url in self._addresses(known) if url not in self._looks]
        kept = {url: look for url in unseen if (look := self._pages.last(url))}
        return known, kept

    def _addresses(self, known: Round) -> Sequence[str]:
        """Return all addresses of the checklist, each once."""
        page, sources = known.page, self._settings.sources
        found = (addresses(item, page, sources) for item in known.playbook.checklist)
        return tuple(dict.fromkeys(url for urls in found for url in urls))

    def _remember(self, url: str, look: Look) -> None:
        self._looks.pop(url, None)
        self._looks[url] = look
        while len(self._looks) > REMEMBERED:
            del self._looks[next(iter(self._looks))]

    # What is shown

    def _view(self, known: Round) -> PreparationView:
        letter = self._letter(known)
        material = replace(self._material(known), letter=letter)
        done = known.preparation.ticks if known.preparation else ()
        ticks = {tick.item: tick.at for tick in done}
        return PreparationView(
            client=known.page.client,
            playbook=known.playbook,
            why=why_words(known.page),
            items=tuple(
                prepared(item, material, ticks.get(item.key)) for item in known.playbook.checklist
            ),
            suggestions=known.suggestions,
            letter=letter,
            page=known.page,
            preparation_id=known.preparation.id if known.preparation else "",
        )

    def _material(self, known: Round) -> Material:
        way = self._on_their_way.get(known.page.client.id, {})
        sights = {
            url: Sight(way.get(url) or self._rests(url), self._looks.get(url))
            for url in self._addresses(known)
        }
        return Material(
            page=known.page,
            sources=self._settings.sources,
            now=self._clock(),
            courses=known.courses,
            draws=known.draws,
            suggestions=known.suggestions,
            sights=sights,
        )

    def _rests(self, url: str) -> ItemStatus:
        """Return where an address stands that nothing is on its way from."""
        look = self._looks.get(url)
        if look is None:
            return ItemStatus.WAITING
        return ItemStatus.FAILED if problem_of(look) else ItemStatus.READY

    def _letter(self, known: Round) -> Letter | None:
        """Return the letter that was kept, else one to begin with where the playbook wants one.

        The latter is no record yet: its id is empty.
        """
        if known.letter is not None:
            return known.letter
        for item in known.playbook.checklist:
            if item.source is ItemSource.LETTER:
                return self._drafted(known, item.letter or LetterKind.SUGGESTIONS)
        return None

    def _drafted(self, known: Round, kind: LetterKind) -> Letter:
        return draft_letter(kind, self._material(known), self._settings)

    # What is written

    def _preparation(self, known: Round) -> Preparation:
        """Return the open preparation, or a new one for this round."""
        if known.preparation is not None:
            return known.preparation
        now = utc(self._clock())
        return Preparation(
            id=new_id(now),
            created=now,
            client_id=known.page.client.id,
            playbook=known.playbook.key,
            why=why_words(known.page),
        )

    async def _write(
        self, by: str, *, put: Sequence[Record] = (), drop: Sequence[Record] = ()
    ) -> None:
        change = Change(by=by, put=tuple(put), drop=tuple(drop))
        await asyncio.to_thread(self._records.commit, change)
