"""Preparing a client: the checklist, what was found for each item, choices and the draft."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.playbook import ItemSource, Playbook
from followup_tui.domain.record import Clock, Invalid
from followup_tui.domain.value_add import ValueAdd
from followup_tui.domain.views import ItemStatus, PreparationView, Suggestion
from followup_tui.services import preparation_changes as changes
from followup_tui.services.checklist import prepared
from followup_tui.services.gather import why_words
from followup_tui.services.letters.seeing import seen_of
from followup_tui.services.looking import Flight, Looking, Place
from followup_tui.services.material import Material, Sight, SiteSight, problem_of
from followup_tui.services.news_since import NewsSince
from followup_tui.services.places import all_places
from followup_tui.services.ports import Change, Pages, Records, Sites
from followup_tui.services.rounds import Known, Round, read_round
from followup_tui.services.suggesting import Suggester
from followup_tui.settings.model import Settings

if TYPE_CHECKING:
    from followup_tui.services.letters.writing import Writer

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
        writer: Callable[[], Writer],
    ) -> None:
        """`writer` gives what begins the letters of the checklist; it is asked in a thread."""
        self._records = records
        self._playbooks = playbooks
        self._settings = settings
        self._clock = clock
        self._writing = asyncio.Lock()
        self._looking = Looking(pages, sites, clock)
        self._news = NewsSince(self._looking)
        self._suggester = Suggester(records)
        self._writer = writer
        self._known: dict[str, Known] = {}
        self._confirmed: dict[str, datetime] = {}
        """By address, when a second look was last made to confirm the first."""

    async def view(self, client_id: str) -> PreparationView:
        """Return the preparation with what is known already; the network is not touched.

        The first look at a client does not wait for the letter that is begun: the next one has it.
        """
        draft = client_id in self._known
        return self._view(await self._know(client_id, draft=draft))

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
        """Tick an item of the checklist, or take the tick back. Raises `domain.record.Invalid`."""
        async with self._writing:
            known = await self._know(client_id)
            await self._write(changes.ticking(known, item, self._clock(), ticked=ticked))
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
                await self._write(self._choice(known, suggestion, chosen=chosen))
        return await self.view(client_id)

    def _choice(self, known: Known, suggestion: Suggestion, *, chosen: bool) -> Change:
        now = self._clock()
        if not chosen:
            return changes.not_choosing(known, suggestion, now)
        is_kept = self._records.get(ValueAdd, suggestion.value_add.id) is not None
        return changes.choosing(known, suggestion, now, is_kept=is_kept)

    async def _write(self, change: Change) -> None:
        await asyncio.to_thread(self._records.commit, change)

    # What is known

    async def _know(self, client_id: str, *, draft: bool = True) -> Known:
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
        if draft:
            known = await self._with_draft(known)
        self._known[client_id] = known
        while len(self._known) > ROUNDS:
            del self._known[next(iter(self._known))]
        return known

    async def _with_draft(self, known: Known) -> Known:
        """Return what is known with the letter that the playbook begins, made anew if need be."""
        kind = _letter_of(known.playbook)
        seen = seen_of(self._material(known))
        if kind is None or known.letter is not None or known.drafted_for == seen:
            return known
        begun = await asyncio.to_thread(self._begin, known.page.client.id, kind, seen)
        return replace(known, drafted=begun, drafted_for=seen)

    def _begin(self, client_id: str, kind: LetterKind, seen: Seen) -> Letter:
        writer = self._writer()
        return writer.begin(writer.placed(writer.fresh(client_id, kind)), seen).letter

    async def seen(self, client_id: str) -> Seen:
        """Return what a letter may tell of what was looked at; the network is not touched."""
        return seen_of(self._material(await self._know(client_id, draft=False)))

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

    @staticmethod
    def _letter(known: Known) -> Letter | None:
        """Return the letter that was kept, else one to begin with where the playbook wants one.

        The latter is no record yet: its id is empty.
        """
        return known.letter or known.drafted


def _letter_of(playbook: Playbook) -> LetterKind | None:
    """Return the kind of the first letter on a checklist."""
    for item in playbook.checklist:
        if item.source is ItemSource.LETTER:
            return item.letter or LetterKind.SUGGESTIONS
    return None


def _rests(is_known: bool, problem: str) -> ItemStatus:
    """Return where a place stands from which nothing is on its way."""
    if not is_known:
        return ItemStatus.WAITING
    return ItemStatus.FAILED if problem else ItemStatus.READY
