"""What the lines of notes say: a promise, a referral, a next step, or words worth remembering.

Understanding reads the text alone, each time anew: the line is the only truth, and what was
understood can be mended by writing the line otherwise. Nothing here raises, whatever was typed,
and what could not be understood for sure is said in the item's `doubt`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from followup_tui.domain.calling.whereabouts import zone_named
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import NoteKind, kind_of, words_of
from followup_tui.domain.notes.caught import Caught, CaughtWords, WordKind
from followup_tui.domain.notes.people import understand_referral
from followup_tui.domain.notes.promises import understand_promise
from followup_tui.domain.notes.steps import understand_step
from followup_tui.domain.record import LINE_LIMIT
from followup_tui.domain.text import clean_line, shorten

_WORD_KINDS = {
    NoteKind.LIKED: WordKind.LIKED,
    NoteKind.DISLIKED: WordKind.DISLIKED,
    NoteKind.INTEREST: WordKind.INTEREST,
    NoteKind.QUESTION: WordKind.QUESTION,
}


def understand(
    line: NoteLine,
    *,
    now: datetime,
    zone: tzinfo,
    own: tzinfo,
    region: str,
    people: Sequence[str] = (),
) -> Caught | None:
    """Return what a line says; None for a note, an answer (``=``) and a sign without words.

    `zone` is the client's: hours are read in it, `own` the user's, in which days of promises
    count. `region` (ISO 3166, two letters) says how phone numbers without a country code are
    read. `people` are the names of those at the client: what they promise is owed by them.
    """
    words = shorten(clean_line(words_of(line.text)), LINE_LIMIT)
    kind = kind_of(line.text)
    if kind in {NoteKind.NOTE, NoteKind.ANSWER} or not words:
        return None
    if kind is NoteKind.PROMISE:
        today = now.astimezone(own).date()
        return understand_promise(words, line, today=today, people=people)
    if kind is NoteKind.REFERRAL:
        return understand_referral(words, line, region=region)
    if kind is NoteKind.NEXT_STEP:
        return understand_step(words, line, now=now, zone=zone, own=own)
    return CaughtWords(kind=_WORD_KINDS[kind], text=words, line=line)


def understand_all(
    notes: Iterable[NoteLine],
    *,
    now: datetime,
    zone: tzinfo,
    own: tzinfo,
    region: str,
    people: Sequence[str] = (),
) -> tuple[Caught, ...]:
    """Return what the lines say, in their order; see `understand`."""
    found = (
        understand(line, now=now, zone=zone, own=own, region=region, people=people)
        for line in notes
    )
    return tuple(item for item in found if item is not None)


def zone_or_doubt(name: str, own: tzinfo) -> tuple[tzinfo, str]:
    """Return the zone of an IANA name, and a sentence where there is none and `own` is taken.

    An empty name is the user's own zone, which needs no saying.
    """
    zone = zone_named(name, None)
    if zone is not None or not name:
        return zone or own, ""
    return own, f"“{name}” is no known time zone: hours are read in yours."
