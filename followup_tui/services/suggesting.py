"""What may be offered to a client, and why: the library and what their website gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import Lock

from followup_tui.domain.library.matching import LibraryIndex, TheirSite, rank
from followup_tui.domain.value_add import OfferState, ValueAdd
from followup_tui.domain.views import ClientPage, Suggestion
from followup_tui.domain.websites.site import SiteFacts
from followup_tui.domain.websites.website_tips import is_mended, website_tips
from followup_tui.services.ports import Records

MOST = 60
"""Suggestions for one client, the best: nobody reads on. What was chosen is there beyond them."""


class Suggester:
    """Ranks the library for one client after another; its words are looked up once.

    Safe to call from any thread. Raises `ports.StoreProblem`.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._guard = Lock()
        self._read: Sequence[ValueAdd] = ()
        self._index = LibraryIndex(())

    def suggest(
        self, page: ClientPage, site: SiteFacts | None, *, now: datetime, read_now: bool = False
    ) -> tuple[Suggestion, ...]:
        """Return what fits a client, what fits best first.

        `site` is what is known of theirs; with `read_now` it is as it stands, so that a tip about
        what was mended since is left out.
        """
        given = {
            value_add.id
            for offer, value_add in page.offers
            if offer.state is not OfferState.PLANNED
        }
        found = rank(
            self._library(),
            [offer for offer, _ in page.offers],
            client=page.client,
            projects=page.projects,
            interactions=page.interactions,
            now=now,
            site=TheirSite(site.topics, self._tips(page, site, given, now)) if site else None,
            most=MOST,
            encounters=page.encounters,
        )
        mended = site.health if site and read_now else None
        return tuple(
            self._with_reason(each, page)
            for each in found
            if each.chosen or mended is None or not is_mended(each.value_add, mended, page.client)
        )

    def _tips(
        self, page: ClientPage, site: SiteFacts, given: set[str], now: datetime
    ) -> tuple[ValueAdd, ...]:
        """Return what could kindly be said of their website."""
        return website_tips(
            site.health,
            client=page.client,
            library=self._records.of_client(ValueAdd, page.client.id),
            offered=given,
            now=now,
        )

    @staticmethod
    def _with_reason(each: Suggestion, page: ClientPage) -> Suggestion:
        """Return a suggestion that says where it comes from, where no words of theirs do."""
        if each.because or each.value_add.client_id != page.client.id:
            return each
        return replace(each, because="seen on their website")

    def _library(self) -> LibraryIndex:
        with self._guard:
            value_adds = self._records.all(ValueAdd)
            if value_adds is not self._read:  # the store gives the same ones until they change
                self._index = LibraryIndex(value_adds, known=self._index)
                self._read = value_adds
            return self._index


def chosen(page: ClientPage, *, now: datetime) -> tuple[Suggestion, ...]:
    """Return what was chosen to be offered and still can be, as it was suggested."""
    return tuple(
        Suggestion(value_add=value_add, because=offer.because, chosen=True)
        for offer, value_add in page.offers
        if offer.state is OfferState.PLANNED
        and not value_add.retired
        and not value_add.is_over(now)
    )
