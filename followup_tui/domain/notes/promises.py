"""What a line with ``!`` promises: by whom, what, and until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from followup_tui.domain.days.calendar_days import working_days_on
from followup_tui.domain.days.clock_words import read_clock
from followup_tui.domain.days.when import find_day
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.capture import PROMISE_DAYS
from followup_tui.domain.notes.caught import CaughtPromise
from followup_tui.domain.promise import Owner
from followup_tui.domain.text import fold
from followup_tui.domain.words import short_day

_WILL = r"(?:'?(?:ll|m|re|d|ve)\b|\s+(?:will|shall|must|have\s+to|need\s+to|want\s+to|"
_WILL += r"promised?(?:\s+to)?|(?:am|are)(?:\s+going)?\s+to))?"
_OURS = re.compile(
    rf"(?:(?:us|we|me|ours?)\s*:|(?:we|i)(?:\s+owe\s+them|{_WILL})|wir(?:\s+(?:werden|wollen))?|"
    r"ich(?:\s+(?:werde|will))?|nous(?:\s+allons)?|je(?:\s+vais)?|nosotros|yo)\s+",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    rf"(?:(?:them|they|theirs?|client|customer)\s*:|they(?!\s+(?:need|want|expect|like)\b(?!\s+to))(?:\s+owe\s+us|{_WILL})|"
    r"(?:ils|elles)(?:\s+vont)?|(?:ellos|ellas)(?:\s+van\s+a)?)\s+",
    re.IGNORECASE,
)
_THEY_DO = re.compile(
    # Whose text keeps its first words: “she sends …”, “sie schicken …”, “waiting for …”.
    r"(?:she|he|the\s+(?:client|customer)|client|customer)(?:'?ll|'?s\s+\w+ing|\s+(?:will|promised|to\s+\w+|"
    r"is\s+\w+ing|\w+s))\b"
    r"|their\s+\w+\s+(?:will|to\s+\w+|(?:send|open|check|confirm|give|pay|sign|deliver|provide|get)s)\b"
    r"|(?:sie|er)\s+\w+[tn]\b|(?:elle|il|él|ella)\s+\w+[ea]\b"
    r"|(?:wait(?:ing)?\s+(?:for|on)|await(?:ing)?|expect(?:ing)?)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:will|shall|promised|wants\s+to|is\s+to|"
    r"(?:is\s+)?(?!wait|expect|ask|hop|look|be(?:ing)?\b)\w+ing|"
    r"(?:and|&)\s+\w+\s+(?:will|\w+)|to\s+\w+|"
    r"schickt|sendet|liefert|bringt|gibt|macht|envoie|donne|manda|envia|(?P<verb>\w+s))\b"
)
_STILL_OURS = frozenset(("needs", "wants", "asks", "expects", "is", "has", "likes", "was", "gets"))
_BY_HOUR = re.compile(r"(?<!\w)(?:by|before|until)\s+(?P<hour>\S+(?:\s+[ap]m)?)$", re.IGNORECASE)
_HALF_A_DAY = re.compile(r"\s+(?:[ap]m|morning|afternoon|evening|eve|night)$", re.IGNORECASE)
_HOUR_ALONE = re.compile(r"(?P<before>.*\S)\s+(?P<hour>\d{1,2}:\d{2}|\d{1,2}\s?[ap]m|noon)$")


def understand_promise(
    words: str, line: NoteLine, *, today: date, people: Sequence[str]
) -> CaughtPromise:
    """Return the promise that `words`, the line without its sign, make.

    Without a day it is due `PROMISE_DAYS` working days from `today`; `doubt` says so where there
    were words that could have been one. `people` are the names of those at the client.
    """
    when = find_day(words, today)
    by, text = owner_of(when.rest, people)
    by_hour = when.day is None and not when.doubt and _ends_with_an_hour(text)
    due = when.day or (today if by_hour else working_days_on(today, PROMISE_DAYS))
    doubt = when.doubt
    if doubt and when.day is None:
        doubt = f"{doubt[:-1]}: due {short_day(due, today)} by default."
    hour = _HOUR_ALONE.fullmatch(text) if when.day else None
    if hour is not None and not hour["before"].endswith(
        (" at", " by", " before", " until", " um", " las")
    ):
        text = f"{hour['before']} at {hour['hour']}"
    elif when.day and hour is None and not re.search(r"\d\s*[ap]m$", text, re.IGNORECASE):
        text = _HALF_A_DAY.sub("", text)
    return CaughtPromise(text=text, due=due, line=line, by=by, doubt=doubt)


def _ends_with_an_hour(text: str) -> bool:
    """Say whether a promise is due at an hour of today: “quote by 5pm”."""
    found = _BY_HOUR.search(text)
    try:
        return found is not None and read_clock(fold(found["hour"])) is not None
    except ValueError:
        return False


def owner_of(text: str, people: Sequence[str]) -> tuple[Owner, str]:
    """Return who owes a promise, and the promise without the word that says so.

    A name or “she” stays: it tells who of them it is.
    """
    straight = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    for owner, pattern in ((Owner.US, _OURS), (Owner.THEM, _THEIRS)):
        found = pattern.match(straight)
        if found is not None:
            return owner, text[found.end() :]
    if _THEY_DO.match(straight) or _is_told_of(people, straight):
        return Owner.THEM, text
    return Owner.US, text


def _is_told_of(people: Sequence[str], text: str) -> bool:
    """Say whether a line tells what somebody at the client does: “Jane sends the contract”.

    “Jane the pricing list” and “Jane needs a quote” are ours to do.
    """
    folded = fold(text).replace("'ll ", " will ")
    for person in people:
        name = fold(person)
        for called in (name, name.split(" ")[0]):
            if called and folded.startswith(f"{called} "):
                does = _DOES.match(folded, len(called) + 1)
                return does is not None and does["verb"] not in _STILL_OURS
    return False
