"""What may be offered to a client, and why: the library and what their website gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from threading import Lock

from followup_tui.domain.matching import LibraryIndex, rank
from followup_tui.domain.site import SiteFacts
from followup_tui.domain.value_add import OfferState, ValueAdd
from followup_tui.domain.views import ClientPage, Suggestion
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
        self, page: ClientPage, site: SiteFacts | None, *, now: datetime
    ) -> tuple[Suggestion, ...]:
        """Return what fits a client, what fits best first; `site` is what is known of theirs."""
        return rank(
            self._library(),
            [offer for offer, _ in page.offers],
            client=page.client,
            projects=page.projects,
            interactions=page.interactions,
            now=now,
            site=site.topics if site else (),
            most=MOST,
        )

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
