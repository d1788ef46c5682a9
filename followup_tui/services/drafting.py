"""Letters drafted from what a preparation has found."""

from __future__ import annotations

from collections.abc import Collection

from followup_tui.domain.letter import Letter, LetterKind
from followup_tui.domain.letters.drafting import QUOTE, suggest
from followup_tui.domain.record import utc
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.domain.websites.site_changes import ChangeKind, Turn
from followup_tui.services.event_evidence import event_words, events_of, upcoming
from followup_tui.services.material import Material
from followup_tui.settings.model import Settings

EVENTS = 2  # named in a letter: one for now and one for who cannot come to it

_SEEN = {
    ChangeKind.NEWS: "I read on your website: “{}”.",
    ChangeKind.OFFERING: "I saw that your website now names “{}”.",
    ChangeKind.EVENT: "I saw that “{}” is coming up.",
}
"""How something new on their website is mentioned; nothing else is."""

_SUGGESTED = frozenset({LetterKind.SUGGESTIONS, LetterKind.GOOD_TO_MEET})
"""Letters that recorded facts and something worth giving make a beginning of; one that asks for
something (a reference, a review) begins blank."""


def draft_letter(kind: LetterKind, material: Material, settings: Settings) -> Letter:
    """Return a letter to begin with: to the primary contact, the account manager in copy.

    It is no record yet: its id is empty. Subject and body are too where its kind begins blank.
    """
    client, now = material.page.client, material.now
    subject, body = _suggested(material, settings) if kind in _SUGGESTED else ("", "")
    to = client.primary.emails[0] if client.primary and client.primary.emails else ""
    manager = client.account_manager
    return Letter(
        id="",
        created=utc(now),
        client_id=client.id,
        kind=kind,
        to=to,
        cc=(manager.email,) if manager and manager.email else (),
        subject=subject,
        body=body,
    )


def _suggested(material: Material, settings: Settings) -> tuple[str, str]:
    now = material.now
    sources = (*settings.sources.user_group, *settings.sources.own_events)
    coming = upcoming(events_of(sources, material), now)
    chosen = [each.value_add for each in material.suggestions if each.chosen]
    named = {fold(each.title) for each in chosen}
    return suggest(
        material.page.client,
        me_name=settings.me.name,
        me_signature=settings.me.signature,
        page=material.page,
        chosen=chosen,
        events=[event_words(event, now) for event in coming if not _is_named(event.title, named)][
            :EVENTS
        ],
        now=now,
        seen=_seen(material),
    )


def _is_named(title: str, named: Collection[str]) -> bool:
    """Say whether an event is among what is offered anyway."""
    return any(fold(title) in other or other in fold(title) for other in named)


def _seen(material: Material) -> str:
    """Return a sentence about the foremost new thing on their website, or nothing.

    One is enough to show that somebody looked; what is gone, whom they lost and what they charge
    is for the conversation, if at all.
    """
    sight = material.sites.get(material.page.client.website)
    lines = sight.changes.lines if sight and sight.changes else ()
    for line in lines:
        words = _SEEN.get(line.kind)
        if words is not None and line.turn is Turn.NEW:
            return words.format(shorten(clean_line(line.new), QUOTE))
    return ""
