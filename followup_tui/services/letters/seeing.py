"""What a preparation has seen that a letter may tell: what is coming up, what is new with them."""

from __future__ import annotations

from collections.abc import Collection

from followup_tui.domain.letters.occasion import Seen
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.domain.websites.site_changes import ChangeKind, Turn
from followup_tui.services.event_evidence import event_words, events_of, upcoming
from followup_tui.services.material import Material

EVENTS = 2  # named in a letter: one for now and one for who cannot come to it
FACTS = 8  # new things on their website that a letter may rest on
QUOTE = 160  # characters of what is quoted

_SEEN = {
    ChangeKind.NEWS: "I read on your website: “{}”.",
    ChangeKind.OFFERING: "I saw that your website now names “{}”.",
    ChangeKind.EVENT: "I saw that “{}” is coming up.",
}
"""How something new on their website is mentioned; nothing else is."""


def seen_of(material: Material) -> Seen:
    """Return what was seen; what is chosen to be given is not named as an event again."""
    now = material.now
    sources = (*material.sources.user_group, *material.sources.own_events)
    coming = upcoming(events_of(sources, material), now)
    named = {fold(each.value_add.title) for each in material.suggestions if each.chosen}
    new = _new(material)
    return Seen(
        events=tuple(
            event_words(event, now) for event in coming if not _is_named(event.title, named)
        )[:EVENTS],
        news=next((_SEEN[kind].format(words) for kind, words in new if kind in _SEEN), ""),
        facts=tuple(words for _, words in new[:FACTS]),
    )


def _is_named(title: str, named: Collection[str]) -> bool:
    """Say whether an event is among what is offered anyway."""
    return any(fold(title) in other or other in fold(title) for other in named)


def _new(material: Material) -> list[tuple[ChangeKind, str]]:
    """Return what is new on their website, the foremost first.

    What is gone, whom they lost and what they charge is for the conversation, if at all.
    """
    sight = material.sites.get(material.page.client.website)
    lines = sight.changes.lines if sight and sight.changes else ()
    return [
        (line.kind, shorten(clean_line(line.new), QUOTE))
        for line in lines
        if line.turn is Turn.NEW and line.kind in _SEEN and line.new
    ]
