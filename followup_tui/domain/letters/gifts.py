"""The value-adds that go with a letter: what was chosen, and afterwards what was taken up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followup_tui.domain.letter import LetterKind
from followup_tui.domain.letters.material import Gift
from followup_tui.domain.letters.occasion import Occasion
from followup_tui.domain.letters.spoken_days import moment_of
from followup_tui.domain.letters.wording import listed
from followup_tui.domain.stems import roots
from followup_tui.domain.text import clean_line, shorten
from followup_tui.domain.value_add import Offer, OfferState, ValueAdd

TITLE = 160  # characters of a title that a letter names
_AFTER_A_TALK = frozenset(
    {LetterKind.FOLLOW_UP, LetterKind.COFFEE_THANKS, LetterKind.PROMISED, LetterKind.INTRODUCTION}
)
_FEWEST = 2
"""Telling words that a promise must have to name something of the library."""
_MOST_OF_IT = 0.6
"""Share of them that must stand in its title."""
_GIVEN = frozenset({OfferState.OFFERED, OfferState.TAKEN})
_ASKING = frozenset({LetterKind.REFERENCE, LetterKind.TESTIMONIAL, LetterKind.REVIEW})
"""Letters that ask for something: what is given with those would look like its price."""


def offers_of(occasion: Occasion) -> tuple[tuple[Offer, ValueAdd], ...]:
    """Return the offers that a letter of this occasion names, the first chosen first.

    Before a conversation those are what was planned; after it what they were offered or took.
    What they declined is in neither.
    """
    return tuple(reversed(list(_offers(occasion))))


def _offers(occasion: Occasion) -> Iterator[tuple[Offer, ValueAdd]]:
    if occasion.kind in _ASKING:
        return
    talk = occasion.interaction
    after_a_talk = talk is not None and talk.outcome.is_reached
    for offer, value_add in occasion.page.offers:
        if value_add.is_over(occasion.now):
            continue
        if after_a_talk and talk is not None:
            if offer.state in _GIVEN and offer.at >= talk.at:
                yield offer, value_add
        elif occasion.kind in _AFTER_A_TALK:
            continue
        elif offer.state is OfferState.PLANNED and not value_add.retired:
            yield offer, value_add


def promised_of(texts: Iterable[str], library: Iterable[ValueAdd]) -> tuple[ValueAdd, ...]:
    """Return what of the library was promised: what a promise names most of the title of.

    “The talk about answering from your own documents” is “Answering from your own documents, and
    saying which”; “the pricing link” is nothing of the library.
    """
    wanted = [frozenset(roots(text)) for text in texts]
    wanted = [words for words in wanted if len(words) >= _FEWEST]
    found = []
    for value_add in library if wanted else ():
        title = frozenset(roots(value_add.title))
        if any(len(words & title) >= _MOST_OF_IT * len(words) for words in wanted):
            found.append(value_add)
    return tuple(found)


def gifts_of(occasion: Occasion) -> tuple[Gift, ...]:
    """Return what goes with a letter: what was chosen, and what was promised out of the library."""
    chosen = offers_of(occasion)
    known = {value_add.id for _, value_add in chosen}
    return (
        *(_gift(value_add, occasion, offer.because) for offer, value_add in chosen),
        *(_gift(each, occasion) for each in occasion.promised if each.id not in known),
    )


def _gift(value_add: ValueAdd, occasion: Occasion, because: str = "") -> Gift:
    title = shorten(clean_line(value_add.title), TITLE)
    when = None
    if value_add.starts is not None:
        own = occasion.ours.zone
        when = moment_of(value_add.starts, occasion.now, own, all_day=value_add.all_day)
    why = _because(because)
    day = f", {when.words}" if when else ""
    reason = f" ({why})" if why else ""
    link = f": {value_add.url}" if value_add.url else ""
    return Gift(
        title=title,
        line=f"{title}{day}{reason}{link}",
        url=value_add.url or None,
        why=why,
        when=when,
        where=clean_line(value_add.where) or None,
    )


def _because(words: str) -> str | None:
    """Return why it fits, as it is said to them."""
    line = clean_line(words)
    if not line:
        return None
    if line == "seen on their website":
        return "seen on your website"
    return f"because of {listed(part.strip() for part in line.split(','))}"
