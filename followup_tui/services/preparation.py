"""Preparing a client: the checklist, what was found for each item, choices and the draft."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta

from msgspec import structs

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.playbook import ItemSource, Playbook
from followup_tui.domain.preparation import Preparation, Tick
from followup_tui.domain.record import Clock, Invalid, Record, new_id, utc
from followup_tui.domain.text import clean_line, clean_text
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd
from followup_tui.domain.views import ItemStatus, PreparationView, Suggestion
from followup_tui.services.checklist import prepared
from followup_tui.services.drafting import draft_letter
from followup_tui.services.gather import why_words
from followup_tui.services.looking import Flight, Looking, Place
from followup_tui.services.material import Material, Sight, SiteSight, problem_of
from followup_tui.services.news_since import NewsSince
from followup_tui.services.places import all_places
from followup_tui.services.ports import Change, Pages, Records, Sites
from followup_tui.services.rounds import Known, Round, read_round
from followup_tui.services.suggesting import Suggester
from followup_tui.settings.model import Settings

ROUNDS = 64
"""Clients whose records are kept at hand between two looks at them."""
CONFIRMED_FOR = timedelta(hours=1)
"""How long a second look, made to confirm what the first one saw, is not made again."""


class PreparationService:
    """Prepares clients. Every method raises `ports.StoreProblem` and `clients.NoSuchClient`.

    What was found stays in memory until the desk is closed, so each method returns the whole
    view as it stands now.
    """

    def __init__(
        self,
        records: Records,
        pages: Pages,
        sites: Sites,
        playbooks: Mapping[str, Playbook],
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._records = records
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock
        self._writing = asyncio.Lock()
        self._looking = Looking(pages, sites, clock)
        self._news = NewsSince(self._looking)
        self._suggester = Suggester(records)
        self._known: dict[str, Known] = {}
        self._confirmed: dict[str, datetime] = {}
        """By address, when a second look was last made to confirm the first."""

    async def view(self, client_id: str) -> PreparationView:
        """Return the preparation with what is known already; the network is not touched."""
        return self._view(await self._know(client_id))

    async def prepare(
        self, client_id: str, *, refresh: bool = False
    ) -> AsyncGenerator[PreparationView, None]:
        """Yield the view at once, then again each time something about a source has changed.

        The sources are fetched side by side, sites page by page; with `refresh`, fresh copies are
        fetched too. Closing the iterator cancels what is still on its way.
        """
        known = await self._know(client_id)
        async with aclosing(self._looked(known, refresh=refresh, quietly=False)) as states:
            async for _ in states:
                yield self._view(await self._know(client_id))

    async def prepare_quietly(self, client_id: str) -> tuple[str, ...]:
        """Look at all sources of a client that is not open; whoever is open goes first.

        Returns why some could not be read, a sentence each; the preparation tells the same.
        """
        known = await self._know(client_id)
        async with aclosing(self._looked(known, refresh=False, quietly=True)) as states:
            async for _ in states:
                pass
        view = self._view(await self._know(client_id))
        return tuple(item.problem for item in view.items if item.problem)

    async def _looked(
        self, known: Known, *, refresh: bool, quietly: bool
    ) -> AsyncGenerator[None, None]:
        """Look at the places of a client, yielding at once and each time there is something new."""
        changed = asyncio.Event()
        tell = changed.set

        def join(place: Place, *, anew: bool) -> Flight:
            return self._looking.join(place, refresh=anew, quietly=quietly, tell=tell)

        flights = [join(place, anew=refresh) for place in self._places(known)]
        try:
            yield
            while True:
                while changed.is_set() or not all(flight.landed for flight in flights):
                    await changed.wait()
                    changed.clear()
                    for flight in flights:
                        flight.check()
                    yield
                if (place := await self._to_confirm(known)) is None:
                    return
                flights.append(join(place, anew=True))
        finally:
            await self._looking.leave(flights, tell)

    async def _to_confirm(self, known: Known) -> Place | None:
        """Return their site where the first look saw changes that a second one must confirm.

        Pages rotate their quotes and readers err: what has no date of its own is believed once
        two fetches agree. A second look right after the first is worth its price on the client's
        own site alone, and not where each byte costs.
        """
        url, now = known.page.client.website, self._clock()
        place = next((each for each in self._places(known) if each.url == url and each.whole), None)
        if place is None or self._settings.web.metered:
            return None
        last = self._confirmed.get(url)
        if last is not None and now - last < CONFIRMED_FOR:
            return None
        fresh = await self._know(known.page.client.id)
        found = self._news.known(place, fresh.page, now)
        if found is None or found.changes is None or not found.changes.unconfirmed:
            return None
        self._confirmed[url] = now
        return place

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
            by_id = {each.value_add.id: each for each in known.suggestions or ()}
            suggestion = by_id.get(value_add_id)
            if suggestion is None:
                raise Invalid("value_add", "is not among those that fit this client any more")
            if suggestion.chosen != chosen:
                await self._choose(known, suggestion, chosen)
        return await self.view(client_id)

    async def _choose(self, known: Known, suggestion: Suggestion, chosen: bool) -> None:
        preparation = self._preparation(known)
        value_add, now = suggestion.value_add, utc(self._clock())
        others = tuple(each for each in preparation.chosen if each != value_add.id)
        put: list[Record] = [
            structs.replace(preparation, chosen=(*others, value_add.id) if chosen else others)
        ]
        if chosen and self._records.get(ValueAdd, value_add.id) is None:
            put.append(value_add)  # a tip about their website: kept once it is to be given
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

    async def _save_letter(self, known: Known, drafted: Letter, subject: str, body: str) -> None:
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

    async def _know(self, client_id: str) -> Known:
        """Return what the records say and what fits, read anew only where something has changed."""
        known = self._known.pop(client_id, None)
        now = self._clock()
        if known is None or known.version != self._records.version or known.day != now.date():
            fresh, take_in = await asyncio.to_thread(self._read, client_id)
            take_in()
            known = Known(fresh)
        site = self._looking.site(known.page.client.website)
        facts = site.facts if site else None
        news = self._news.missing(self._places(known), known.page, now)
        if news or known.suggestions is None or known.suggested_for is not facts:
            await asyncio.to_thread(self._news.compare, news, known.page, now)
            suggested = await asyncio.to_thread(self._suggester.suggest, known.page, facts, now=now)
            known = replace(known, suggestions=suggested, suggested_for=facts)
        self._known[client_id] = known
        while len(self._known) > ROUNDS:
            del self._known[next(iter(self._known))]
        return known

    def _read(self, client_id: str) -> tuple[Round, Callable[[], None]]:
        """Read a round and the kept copies for it; in a thread, so nothing of ours is changed."""
        fresh = read_round(
            self._records,
            client_id,
            playbooks=self._playbooks,
            settings=self._settings,
            clock=self._clock,
        )
        return fresh, self._looking.recall(self._places(Known(fresh)))

    def _places(self, known: Known) -> tuple[Place, ...]:
        """Return all places of the checklist, each once."""
        return all_places(known.playbook.checklist, known.page, self._settings.sources)

    # What is shown

    def _view(self, known: Known) -> PreparationView:
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
            suggestions=known.suggestions or (),
            letter=letter,
            page=known.page,
            preparation_id=known.preparation.id if known.preparation else "",
        )

    def _material(self, known: Known) -> Material:
        now = self._clock()
        places = self._places(known)
        return Material(
            page=known.page,
            sources=self._settings.sources,
            now=now,
            courses=known.round.courses,
            draws=known.round.draws,
            suggestions=known.suggestions or (),
            sights={place.url: self._sight(place) for place in places if not place.whole},
            sites={
                place.url: self._site_sight(place, known, now) for place in places if place.whole
            },
        )

    def _sight(self, place: Place) -> Sight:
        look = self._looking.page(place.url)
        rests = _rests(look is not None, problem_of(look) if look else "")
        return Sight(self._looking.status(place) or rests, look)

    def _site_sight(self, place: Place, known: Known, now: datetime) -> SiteSight:
        look = self._looking.site(place.url)
        rests = _rests(look is not None, look.problem if look else "")
        news = self._news.known(place, known.page, now)
        return SiteSight(
            self._looking.status(place) or rests,
            look,
            news.changes if news else None,
            news.announced if news else (),
            self._looking.tried(place.url),
        )

    def _letter(self, known: Known) -> Letter | None:
        """Return the letter that was kept, else one to begin with where the playbook wants one.

        The latter is no record yet: its id is empty.
        """
        if known.letter is not None:
            return known.letter
        for item in known.playbook.checklist:
            if item.source is ItemSource.LETTER:
                return self._drafted(known, item.letter or LetterKind.SUGGESTIONS)
        return None

    def _drafted(self, known: Known, kind: LetterKind) -> Letter:
        return draft_letter(kind, self._material(known), self._settings)

    # What is written

    def _preparation(self, known: Known) -> Preparation:
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


def _rests(is_known: bool, problem: str) -> ItemStatus:
    """Return where a place stands from which nothing is on its way."""
    if not is_known:
        return ItemStatus.WAITING
    return ItemStatus.FAILED if problem else ItemStatus.READY
