"""What is written while a client is prepared, as changes: ticks and choices.

Pure: from what is known to the change that keeps it; the service commits it.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import structs

from followup_tui.domain.preparation import Preparation, Tick
from followup_tui.domain.record import Invalid, Record, new_id, utc
from followup_tui.domain.value_add import Offer, OfferState
from followup_tui.domain.views import Suggestion
from followup_tui.services.gather import why_words
from followup_tui.services.ports import Change
from followup_tui.services.rounds import Known


def preparation_of(known: Known, now: datetime) -> Preparation:
    """Return the open preparation, or a new one for this round."""
    if known.preparation is not None:
        return known.preparation
    return Preparation(
        id=new_id(now),
        created=utc(now),
        client_id=known.page.client.id,
        playbook=known.playbook.key,
        why=why_words(known.page),
    )


def ticking(known: Known, item: str, now: datetime, *, ticked: bool) -> Change:
    """Return the change that ticks an item, or takes its tick back; raises `Invalid`."""
    labels = {each.key: each.label for each in known.playbook.checklist}
    if item not in labels:
        raise Invalid("item", f"“{item}” is not on the checklist")
    preparation = preparation_of(known, now)
    ticks = tuple(tick for tick in preparation.ticks if tick.item != item)
    if ticked:
        ticks = (*ticks, Tick(item=item, at=utc(now)))
    word = "ticked" if ticked else "tick taken off"
    return Change(
        by=f"{word}: {labels[item]}, {known.page.client.name}",
        put=(structs.replace(preparation, ticks=ticks),),
    )


def choosing(known: Known, suggestion: Suggestion, now: datetime, *, is_kept: bool) -> Change:
    """Return the change that chooses a value-add for the call.

    `is_kept` says whether it is a record already: a tip about their website becomes one once it
    is to be given.
    """
    preparation, value_add = preparation_of(known, now), suggestion.value_add
    others = tuple(each for each in preparation.chosen if each != value_add.id)
    offer = Offer(
        id=new_id(now),
        created=utc(now),
        client_id=known.page.client.id,
        value_add_id=value_add.id,
        at=utc(now),
        because=suggestion.because,
        preparation_id=preparation.id,
    )
    put: tuple[Record, ...] = (
        structs.replace(preparation, chosen=(*others, value_add.id)),
        *(() if is_kept else (value_add,)),
        offer,
    )
    return Change(by=f"to be offered: {value_add.title}, {known.page.client.name}", put=put)


def not_choosing(known: Known, suggestion: Suggestion, now: datetime) -> Change:
    """Return the change that takes a choice back, with the offer that was planned by it."""
    preparation, value_add = preparation_of(known, now), suggestion.value_add
    others = tuple(each for each in preparation.chosen if each != value_add.id)
    return Change(
        by=f"not to be offered: {value_add.title}, {known.page.client.name}",
        put=(structs.replace(preparation, chosen=others),),
        drop=tuple(
            offer
            for offer, offered in known.page.offers
            if offered.id == value_add.id and offer.state is OfferState.PLANNED
        ),
    )
