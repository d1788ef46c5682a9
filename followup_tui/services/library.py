"""The library: what can be given, filled from our own sources and by hand."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime

from msgspec.structs import replace

from followup_tui.domain.change import BY_ITSELF
from followup_tui.domain.library.merging import Merged, edited, host, merge
from followup_tui.domain.library.view import Currency, FoundArticle, LibraryItem, LibraryView
from followup_tui.domain.page import PageFacts
from followup_tui.domain.record import Clock, Invalid, check_web_address, new_id, utc
from followup_tui.domain.text import clean_line, clean_text, fold, shorten
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd, ValueAddKind
from followup_tui.services.gather import known_client
from followup_tui.services.networking.coming_up import coming_up
from followup_tui.services.ports import Change, Pages, Records
from followup_tui.services.source_looks import SourceLooks
from followup_tui.services.sources import known_topics, readings, sources_of
from followup_tui.settings.model import Settings

ABOUT = 600
"""Characters of a description that are taken over from a page."""
CANDIDATES = 5
"""Titles that an error lists."""
TOLD = 3
"""What a change names of what a refresh brought; the history shows all of it."""


class NoSuchValueAdd(LookupError):
    """No value-add, or more than one, answers to a title; the text says which come near."""


class LibraryService:
    """Knows what can be given. Every method raises `ports.StoreProblem`."""

    def __init__(self, records: Records, pages: Pages, settings: Settings, clock: Clock) -> None:
        self._records = records
        self._pages = pages
        self._settings = settings
        self._clock = clock
        self._looks = SourceLooks(sources_of(settings.sources), pages, clock)
        self._told: tuple[str, ...] = ()
        self._refreshing = asyncio.Lock()

    # What there is

    async def view(self) -> LibraryView:
        """Return the library with what is known already; the network is not touched."""
        return await asyncio.to_thread(self._view)

    def _view(self) -> LibraryView:
        now = self._clock()
        offers = _by_value_add(self._records.all(Offer))
        items = [_item(each, offers, now) for each in self._records.all(ValueAdd)]
        came = Counter(
            item.value_add.announced.source
            for item in items
            if item.value_add.announced and item.currency is Currency.CURRENT
        )
        return LibraryView(
            now=now,
            items=tuple(sorted(items, key=_order)),
            sources=self._looks.states(came, now),
            told=self._told,
        )

    async def find(self, words: str) -> ValueAdd:
        """Return the one value-add meant by an id, a title, the start or a part of one.

        What can be given goes before what is over or retired. Raises `NoSuchValueAdd`.
        """
        return await asyncio.to_thread(self._find, words)

    def _find(self, words: str) -> ValueAdd:
        wanted, now = clean_line(words), self._clock()
        everything = self._records.all(ValueAdd)
        current = [each for each in everything if not each.retired and not each.is_over(now)]
        for each in everything:
            if each.id == wanted:
                return each
        folded = fold(wanted)
        for among in (current, everything):
            for fits in (str.__eq__, str.startswith, str.__contains__):
                found = [each for each in among if folded and fits(fold(each.title), folded)]
                if len(found) == 1:
                    return found[0]
                if found:
                    raise NoSuchValueAdd(_several(wanted, found))
        raise NoSuchValueAdd(
            f"Nothing in the library is called “{shorten(wanted, 60)}”: "
            "`followup library` lists what there is."
        )

    # Filling it from the sources

    def wants_refresh(self) -> bool:
        """Say whether to look at the sources by oneself: once a day, and where that is allowed.

        It reads the kept copies, so call it from a thread, after the first paint.
        """
        web = self._settings.web
        return web.prefetch and not web.metered and self._looks.are_wanted()

    async def refresh(
        self, *, anew: bool = False, by_itself: bool = False
    ) -> AsyncGenerator[LibraryView, None]:
        """Look at all sources side by side, yielding the library each time something has changed.

        What they announce is written as one change when the last one is there, and the whole can be
        taken back. `anew` fetches even what was fetched within the hour; `by_itself` says that
        nobody asked for it. Closing the iterator cancels what is on its way, and writes nothing.
        """
        async with self._refreshing:
            self._told = ()
            async with aclosing(self._looks.look(anew=anew)) as states:
                async for _ in states:
                    yield await self.view()
            await asyncio.to_thread(self._take_in, by_itself=by_itself)
        yield await self.view()

    def _take_in(self, *, by_itself: bool) -> None:
        """Write what the sources announce, as one change; nothing where nothing is new."""
        now = self._clock()
        found = readings(self._looks.now_seen(), topics=known_topics(self._records), now=now)
        merged = merge(self._records.all(ValueAdd), found, now=now)
        self._told = tuple(merged.told)
        if merged.put:
            by = f"{BY_ITSELF if by_itself else ''}{_by(merged)}"
            met = coming_up(self._records, merged.put, now=now)
            self._records.commit(Change(by=by, put=(*merged.put, *met)))

    # Filling it by hand

    async def look_up(self, url: str) -> FoundArticle:
        """Fetch a page for its title, description and topics, to begin a value-add with.

        Raises `domain.record.Invalid` for what is no web address.
        """
        check_web_address("url", url)
        look = await self._pages.look(url)
        if look.facts is None or not look.facts.title:
            return FoundArticle(url, problem=look.problem or "The page has no title: write one.")
        topics = await asyncio.to_thread(known_topics, self._records)
        facts = look.facts
        return FoundArticle(
            url=url,
            title=shorten(facts.title, 300),
            about=_about(facts),
            topics=topics.of(facts.title, _about(facts), *facts.headings),
            problem=look.problem,
        )

    def fresh(
        self,
        kind: ValueAddKind,
        title: str,
        *,
        url: str = "",
        about: str = "",
        topics: Sequence[str] = (),
        starts: datetime | None = None,
        where: str = "",
    ) -> ValueAdd:
        """Return a new value-add of what was typed, cleaned and not yet written.

        Raises `domain.record.Invalid` with the field that is wrong.
        """
        now = self._clock()
        return ValueAdd(
            id=new_id(now),
            created=utc(now),
            kind=kind,
            title=clean_line(title),
            url=url.strip(),
            about=clean_text(about),
            topics=tuple(dict.fromkeys(line for topic in topics if (line := clean_line(topic)))),
            starts=utc(starts) if starts else None,
            where=clean_line(where),
        )

    async def add(self, value_add: ValueAdd) -> None:
        """Write a new value-add; raises `Invalid` for an address that is in the library already."""
        await asyncio.to_thread(self._add, value_add)

    def _add(self, value_add: ValueAdd) -> None:
        for other in self._records.all(ValueAdd):
            same = value_add.url and other.url == value_add.url and other.starts == value_add.starts
            if same and not other.retired:
                raise Invalid("url", f"is in the library already: “{shorten(other.title, 80)}”")
        met = coming_up(self._records, (value_add,), now=self._clock())
        self._records.commit(Change(by=f"library: {value_add.title}", put=(value_add, *met)))

    async def edit(self, value_add: ValueAdd) -> None:
        """Write a changed value-add in place of the record of the same id.

        What differs from what its source announced stays when the source is read again. Raises
        `NoSuchValueAdd` where it was removed in the meantime.
        """
        await self._change(value_add.id, "library, edited", lambda _: value_add)

    async def retire(self, value_add_id: str) -> None:
        """Offer it no longer; it stays for the history. Raises `NoSuchValueAdd`."""
        await self._change(
            value_add_id,
            "library, retired",
            lambda each: replace(each, retired=True, why_retired=""),
        )

    async def bring_back(self, value_add_id: str) -> None:
        """Offer it again. Raises `NoSuchValueAdd`."""
        await self._change(
            value_add_id,
            "library, brought back",
            lambda each: replace(each, retired=False, why_retired=""),
        )

    async def _change(
        self, value_add_id: str, by: str, change: Callable[[ValueAdd], ValueAdd]
    ) -> None:
        def write() -> None:
            before = self._records.get(ValueAdd, value_add_id)
            if before is None:
                raise NoSuchValueAdd("This value-add is not there any more: it was removed.")
            after = change(before)
            if after != before:
                self._records.commit(Change(by=f"{by}: {after.title}", put=(after,)))

        await asyncio.to_thread(write)

    # Giving

    async def offer(self, client_id: str, value_add_id: str, state: OfferState) -> Offer:
        """Record that a value-add was planned for, offered to, taken or declined by a client.

        What was recorded of it before moves on; it is not there twice. Raises
        `gather.NoSuchClient` and `NoSuchValueAdd`.
        """
        return await asyncio.to_thread(self._offer, client_id, value_add_id, state)

    def _offer(self, client_id: str, value_add_id: str, state: OfferState) -> Offer:
        client, now = known_client(self._records, client_id), utc(self._clock())
        value_add = self._records.get(ValueAdd, value_add_id)
        if value_add is None:
            raise NoSuchValueAdd("This value-add is not there any more: it was removed.")
        if value_add.client_id not in {"", client_id}:
            raise NoSuchValueAdd(f"“{value_add.title}” is meant for another client.")
        known = [
            each
            for each in self._records.of_client(Offer, client_id)
            if each.value_add_id == value_add_id
        ]
        fresh = Offer(
            id=new_id(now), created=now, client_id=client_id, value_add_id=value_add_id, at=now
        )
        offer = replace(known[-1] if known else fresh, state=state, at=now)
        by = f"{state.value}: {value_add.title}, {client.name}"
        self._records.commit(Change(by=by, put=(offer,)))
        return offer


def _by_value_add(offers: Iterable[Offer]) -> Mapping[str, Counter[OfferState]]:
    found: dict[str, Counter[OfferState]] = {}
    for offer in offers:
        found.setdefault(offer.value_add_id, Counter())[offer.state] += 1
    return found


def _item(each: ValueAdd, offers: Mapping[str, Counter[OfferState]], now: datetime) -> LibraryItem:
    states = offers.get(each.id, Counter())
    currency = Currency.OVER if each.is_over(now) else Currency.CURRENT
    return LibraryItem(
        value_add=each,
        currency=Currency.RETIRED if each.retired else currency,
        origin=host(each.announced.source) if each.announced else "by hand",
        edited=edited(each),
        planned=states[OfferState.PLANNED],
        offered=states.total() - states[OfferState.PLANNED],
        taken=states[OfferState.TAKEN],
        declined=states[OfferState.DECLINED],
    )


def _order(item: LibraryItem) -> tuple[int, float, str]:
    """Order what is to come by its day, then the rest by its age, then what is gone by its day."""
    each = item.value_add
    if item.currency is not Currency.CURRENT:
        return 2, -(each.starts or each.created).timestamp(), each.id
    if each.starts is not None:
        return 0, each.starts.timestamp(), each.id
    return 1, -each.created.timestamp(), each.id


def _several(wanted: str, found: Sequence[ValueAdd]) -> str:
    """Return the sentence for words that fit several value-adds."""
    titles = [f"“{shorten(each.title, 60)}” ({each.id})" for each in found[:CANDIDATES]]
    more = f" and {len(found) - CANDIDATES} more" if len(found) > CANDIDATES else ""
    return (
        f"“{shorten(wanted, 60)}” fits {len(found)} value-adds: {', '.join(titles)}{more}. "
        "Write more of the title, or the id."
    )


def _about(facts: PageFacts) -> str:
    return shorten(facts.description or " ".join(facts.summary), ABOUT)


def _by(merged: Merged) -> str:
    """Return what the history shows: ``library: 4 articles from example.org``."""
    more = len(merged.told) - TOLD
    rest = f" and {more} more" if more > 0 else ""
    told = ", ".join(merged.told[:TOLD]) or "what its sources say"
    return shorten(f"library: {told}{rest}", 300)
