"""The next step that a letter proposes: a day to come, and something to do on it.

“Thursday 26 Nov at 10”, “in the week of the 7th” and “am Donnerstag um 10 Uhr” are days; “soon”,
“next week” and “in the coming weeks” are none. A day that is past, or that is told of (“we spoke on
Tuesday”), proposes nothing. What the writer promises by a day to come (“you will have the figures
by Friday”) is a next step, too: both sides can hold on to it. What is sent with the letter is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup_tui.domain.days.calendar_days import TWO_DAYS, NoDay
from followup_tui.domain.days.dates import day_of
from followup_tui.domain.personal.text import LetterText, Span
from followup_tui.domain.text import fold

FARTHEST = 300
"""Days: what is further away for want of its year was said of the past."""

_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)day|mon|tues?|weds?|thurs?|thu|fri"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
)
_MONTHS = (
    r"jan(?:uary|uar|vier|v)?|feb(?:ruary|ruar)?|fevrier|fevr|mar(?:ch|s|z)?|apr(?:il)?|avril|avr"
    r"|may|mai|june?|juni|juin|july?|juli|juillet|juil|aug(?:ust)?|aout|sept?(?:ember|embre)?"
    r"|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|decembre"
)
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_DAY = re.compile(
    rf"(?<![\w.])(?:"
    rf"(?P<dated>(?:(?:{_WEEKDAYS})[a-z]*\.?,?\s+(?:the\s+|den\s+|le\s+)?)?(?:"
    rf"{_DAY_NUMBER}(?:st|nd|rd|th|er|\.)?\s*(?:of\s+)?(?:{_MONTHS})\b\.?(?:,?\s+20\d\d)?"
    rf"|(?:{_MONTHS})\.?\s+(?:the\s+)?{_DAY_NUMBER}(?:st|nd|rd|th)?(?![\d:.]\d)(?:,?\s+20\d\d)?\b"
    rf"|20\d\d-\d\d-\d\d|{_DAY_NUMBER}\.\s?(?:1[0-2]|0?[1-9])\.(?:(?:20)?\d\d\b|\s20\d\d\b)?"
    rf"|{_DAY_NUMBER}/(?:{_DAY_NUMBER})(?:/(?:20)?\d\d)?\b))"
    rf"|(?:week|wk)\s+(?:of|commencing|starting|beginning)\s+(?:the\s+)?(?P<ofweek>{_DAY_NUMBER})(?:st|nd|rd|th)?\b"
    rf"|(?P<numbered>(?:kw|cw|week|woche|semaine)\s?\d{{1,2}}\b)"
    rf"|(?P<weekday>(?:(?:next|coming|this|kommenden|nachsten|diesen)\s+)?(?:{_WEEKDAYS})s?\b"
    rf"(?:\s+(?:prochain|(?:the\s+)?{_DAY_NUMBER}(?:st|nd|rd|th)?\b(?!\s*(?:[:h]|uhr|am\b|pm\b))))?)"
    r"|(?P<near>tomorrow|tmrw|day\s+after\s+tomorrow|ubermorgen|(?<!guten )morgen"
    r"|apres-demain|demain|heute|today|tonight|tonite|this\s+afternoon)\b"
    rf"|the\s+(?P<ofmonth>{_DAY_NUMBER}(?:st|nd|rd|th))\b"
    rf"|(?:am|le)\s+(?P<bare>{_DAY_NUMBER})\.?(?=\s*(?:$|[,?!]|um\b|a\b|vers\b))"
    r")"
)
_CLOCK = re.compile(
    r"\b(?:at|um|a|vers|gegen|around|about|from|ab|@)\s*\d{1,2}(?:[:.h]\d\d)?\b(?!\s*(?:%|percent))"
    r"|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?(?:am|pm|uhr|h|o'?clock)\b|\bnoon\b|\bmidday\b|\bmittags?\b"
    r"|\bhalf\s+(?:past\s+)?\w+\b|\bmidi\b|\b(?:at|around)\s+(?:one|two|three|four|nine|ten|eleven)\b"
)
_CUE = re.compile(
    r"\b(?:call|calls|ring|phone|buzz|meet|meeting|meetup|coffee|lunch|breakfast|dinner|beer|drink"
    r"|tea|talk|chat|speak|visit|come|pop|drop|zoom|teams|demo|demonstrate|workshop|session|slot"
    r"|suit|suits|works?|free|time|minutes|mins?|half an hour|hour|shall|lets?|let's|how about"
    r"|what about|can you|could you|can we|could we|would|propose|suggest|invite|invited|join|catch"
    r"|review|walk|show|look|sit|discuss|appointment|diary|calendar|pencil|book|ok|okay|fit"
    r"|i can|i could|we can|we could|i'd|we'd|say|try|tried|start|begin|kick off"
    r"|i'?ll|we'?ll|will|send|sending|expect|by|see you|back to you|stop by|offer|possible"
    r"|termin|treffen|kaffee|mittagessen|telefonieren|telefonat|anrufen|rufe|ruf|anruf|sprechen"
    r"|besprechen|passt|zeit|vorschlag|vorbei|schicke|schick|melde|sehen|wollen|konnen|konnten"
    r"|treff|treffpunkt|gesprach|einladen|komme|kommen|stunde|minuten|bekommen|liefere|werde|geht"
    r"|rendez-?vous|rdv|cafe|dejeuner|appelle|appeler|rappelle|convient|dispo|disponible|voir"
    r"|voyons|passer|passe|propose|pourrait|pourrions|peut|point|reunion|heure|enverrai|envoie"
    r"|parler|parlons|on se)\b"
)
_TOLD = re.compile(
    # what stands before a day that is told of
    r"\b(?:last|past|previous|spoke|talked|met|was|were|had|sent|told|said|called|phoned|happened"
    r"|since|thanks?|thank you|following|after our|from our"
    r"|our (?:call|chat|meeting|talk|coffee|lunch)"
    r"|your (?:\w+ )?(?:launch|deadline|go-live|wedding|marathon|race|exam|audit|opening|party)"
    r"|saw|seen|wrote|email of|mail of|letter of|dated|launched|released|moved|went|came|opened"
    r"|letzte[nrms]?|vergangene[nr]?|vom|gesprochen|war|waren|hatten|danke|seit"
    r"|unser(?:em)? gesprach"
    r"|dernier|derniere|passe|merci|depuis|avons|etait|notre (?:appel|echange|rencontre))\b"
    r"(?:[^\w.!?:]+\w+){0,4}[^\w.!?:]*$"
)
_NOT = re.compile(
    r"\b(?:not|can'?t|cannot|won'?t|nicht|kein|pas|except|ausser|sauf)\W+(?:\w+\W+)?$"
)
_HABIT = re.compile(r"\b(?:every|each|on an?|jeden|jede|chaque|tous les|on)\W*$")
_CLAUSE = re.compile(r"[.!?](?=\s|$)|\n\s*\n|;\s|,\s+and\s+let|\n\s*[-*•]")
_AROUND = 90
"""Characters before and behind a day in which the thing to do is looked for."""
_SHORT = 45
"""Characters of a sentence that goes with the one before it: “Coffee? Thursday?”"""


@dataclass(frozen=True, slots=True)
class Step:
    """A day that a letter names, and what becomes of it."""

    span: Span
    words: str
    day: date | None
    """None where it is not known which day is meant, as `today` was not given."""
    why_not: str = ""
    """Why it is no next step, as a part of a sentence; empty where it is one."""


def steps(letter: LetterText, today: date | None) -> tuple[Step, ...]:
    """Return the days that a letter names, in order, each with why it is no next step."""
    end = max((span[1] for span in letter.sentences), default=0)
    start = letter.sentences[0][0] if letter.sentences else 0
    flat = flatten(letter.text)
    return tuple(_judged(found, flat, today, (start, end)) for found in _found(flat, start, end))


def flatten(text: str) -> str:
    """Return `text` folded letter by letter, so that every place stays where it was."""
    if text.isascii():
        return text.lower()
    return "".join((fold(char)[:1] or " ") if not char.isascii() else char.lower() for char in text)


def _found(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _DAY.finditer(flat, start, end)


def _judged(found: re.Match[str], flat: str, today: date | None, within: tuple[int, int]) -> Step:
    words = " ".join(found.group().split())
    before, behind = _clause(flat, found, within)
    day, why_not = _day_of(found, words, today)
    if not why_not:
        why_not = _told(before, behind, found, flat)
    return Step(found.span(), words, day, why_not)


def _clause(flat: str, found: re.Match[str], within: tuple[int, int]) -> tuple[str, str]:
    """Return what stands before and behind a day in its sentence, with short ones beside it."""
    begin, end = max(within[0], found.start() - _AROUND), min(within[1], found.end() + _AROUND)
    stops = [stop.end() for stop in _CLAUSE.finditer(flat, begin, found.start())]
    nearest = stops[-1] if stops else begin
    if stops and found.start() - nearest < _SHORT // 3:
        nearest = stops[-2] if len(stops) > 1 else begin
    ends = [stop.end() for stop in _CLAUSE.finditer(flat, found.end(), end)]
    last = ends[0] if ends else end
    if len(ends) > 1 and ends[1] - last < _SHORT:
        last = ends[1]
    return flat[nearest : found.start()], flat[found.end() : last]


def _day_of(found: re.Match[str], words: str, today: date | None) -> tuple[date | None, str]:
    """Return the day, and why it cannot be a step."""
    if today is None:
        return None, ""
    written = found["ofmonth"] or found["ofweek"] or found["bare"] or words
    if written.isdigit():
        written += "th"
    try:
        day = day_of(written.strip(" .,").replace("sept ", "sep "), today)
    except NoDay as no_day:
        return None, "" if no_day.why == TWO_DAYS else "is no day"
    except (ValueError, OverflowError):
        return None, "is no day"
    if day is None:
        return None, ""
    if day < today:
        return day, "is past"
    return day, "is past" if (day - today).days > FARTHEST else ""


def _told(before: str, behind: str, found: re.Match[str], flat: str) -> str:
    if _TOLD.search(before) and not _proposed_since(before):
        return "is told of, not proposed"
    if _NOT.search(before):
        return "is ruled out"
    habit = _HABIT.search(before)
    if habit is not None and (habit.group().strip() != "on" or found.group().endswith("days")):
        return "is told of, not proposed"
    clock = _CLOCK.search(behind[:30]) or _CLOCK.search(before[-22:])
    if found["near"] in {"today", "heute"} and clock is None:
        return "is the day of the letter"
    if clock or "?" in behind[:_SHORT] or _CUE.search(before) or _CUE.search(behind[:_SHORT]):
        return ""
    return "proposes nothing"


def _proposed_since(before: str) -> bool:
    """Say whether a proposal begins behind what is told: “since we met, shall we say Thursday”."""
    told = list(_TOLD.finditer(before))[-1]
    tail = re.split(r"[,:\u2013\u2014-]\s", before[told.start() :])
    return len(tail) > 1 and _CUE.search(tail[-1]) is not None
