"""What could be better about a client's website as things worth giving: website tips.

A tip has an id of its own from the start, made of the client and of what it is about. So it is the
same one each time the site is read, kept or not, and once it was offered it does not come again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from followup_tui.domain.client import Client
from followup_tui.domain.page import HealthNote
from followup_tui.domain.record import LINE_LIMIT, utc
from followup_tui.domain.text import shorten
from followup_tui.domain.value_add import ValueAdd, ValueAddKind

MOST_TIPS = 3
"""More at once is no gift but a list of reproaches."""
AGAIN = timedelta(days=180)
"""How long after a tip about something that comes back there may be another one."""

_TITLES = {
    "certificate": "Their website's certificate runs out soon",
    "http": "Their website is not encrypted",
    "http-stays": "Their website does not lead on to https",
    "links-broken": "Links on their website lead nowhere",
    "mixed-content": "Parts of their website are not encrypted",
    "events-past": "Their website announces events that are over",
    "slow": "Their website is slow to answer",
    "viewport-missing": "Their website is small on phones",
    "title-missing": "A page of theirs has no title",
    "description-missing": "Search engines have no description of their website",
    "copyright-old": "Their copyright line is years old",
    "alt-missing": "Pictures on their website have no words for those who cannot see them",
    "weight": "A page of theirs is heavy",
    "heading-missing": "A page of theirs has no main heading",
    "language-missing": "Their website does not say its language",
}
_COMES_BACK = frozenset({"certificate", "links-broken", "events-past", "slow"})
"""What is mended and comes again; all else is told once."""
_ID = 26  # characters of an id, of which the first ten are its time
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def website_tips(
    notes: Sequence[HealthNote],
    *,
    client: Client,
    library: Iterable[ValueAdd],
    offered: Collection[str],
    now: datetime,
) -> tuple[ValueAdd, ...]:
    """Return the tips that may be offered to a client now, at most `MOST_TIPS`, the best first.

    `notes` are those of the client's site (`SiteFacts.health`, what matters most first), `library`
    may hold tips that were kept when they were chosen, and `offered` are the ids of the value-adds
    that this client was offered, whatever became of them. A tip that is in the library comes as it
    is there, with the evidence of today where nobody changed its words; one that is not has the id
    under which it is to be kept. Retired ones are left out.
    """
    kept = {each.id: each for each in library if each.client_id == client.id}
    found: list[ValueAdd] = []
    for note in notes:
        tip = _tip(note, client, kept, offered, now)
        if tip is not None and len(found) < MOST_TIPS:
            found.append(tip)
    return tuple(found)


def is_mended(tip: ValueAdd, notes: Iterable[HealthNote], client: Client) -> bool:
    """Say whether a kept website tip is about something that the site has mended since.

    Only to be asked when the site was read now. A tip that somebody wrote by hand is never mended.
    """
    if tip.kind is not ValueAddKind.WEBSITE_TIP or tip.client_id != client.id:
        return False
    noted = {note.key for note in notes}
    ours = {tip_id(client, key, turn): key for key in _TITLES for turn in range(_MOST_TURNS)}
    return tip.id in ours and ours[tip.id] not in noted


_MOST_TURNS = 20  # ten years of one that comes back


def tip_id(client: Client, key: str, turn: int = 0) -> str:
    """Return the id of a client's tip about `key`; `turn` counts those that have come back."""
    said = f"{client.id} website tip {key} {turn}".encode()
    number = int.from_bytes(hashlib.sha256(said).digest()[:10])
    tail = "".join(_DIGITS[number >> shift & 31] for shift in range(75, -1, -5))
    return f"{client.id[:10].ljust(10, '0')}{tail}"


def _tip(
    note: HealthNote,
    client: Client,
    kept: dict[str, ValueAdd],
    offered: Collection[str],
    now: datetime,
) -> ValueAdd | None:
    """Return the tip that a note makes, or None where it was given, or was put away."""
    for turn in range(_MOST_TURNS if note.key in _COMES_BACK else 1):
        fresh = _fresh(note, client, tip_id(client, note.key, turn), now)
        before = kept.get(fresh.id)
        if fresh.id not in offered:
            if before is None or before.retired:
                return fresh if before is None else None
            return _as_today(before, fresh)
        if before is None or now - before.created < AGAIN:
            return None
    return None


def _fresh(note: HealthNote, client: Client, its_id: str, now: datetime) -> ValueAdd:
    evidence = f"\nSeen: {note.evidence}" if note.evidence else ""
    return ValueAdd(
        id=its_id,
        created=utc(now),
        kind=ValueAddKind.WEBSITE_TIP,
        title=_TITLES.get(note.key) or shorten(note.say, 100),
        url=note.url if len(note.url) < LINE_LIMIT else client.website,
        about=f"{note.say}{evidence}",
        client_id=client.id,
    )


def _as_today(before: ValueAdd, fresh: ValueAdd) -> ValueAdd:
    """Return a kept tip with the evidence of today, unless somebody wrote other words."""
    if before.title != fresh.title or "\nSeen: " not in before.about:
        return before
    return replace(before, about=fresh.about, url=fresh.url)
