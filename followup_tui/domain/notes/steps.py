"""What a line with ``>`` agrees on: a call, a coffee, a meeting, and when."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from followup_tui.domain.days.clock_words import IN_TIME, change_of_clocks, moment_at, span_of
from followup_tui.domain.days.when import When, find_moment
from followup_tui.domain.interaction import NoteLine
from followup_tui.domain.notes.caught import CaughtStep
from followup_tui.domain.promise import StepKind
from followup_tui.domain.text import fold

_KINDS = (
    # The first that is found in this order is meant: “call back about the meeting” is a call back.
    (StepKind.BOOKING, r"bookings?|book|pencil(?:led)?(?:\s+in)?|reserve|reservation|buchung"),
    (
        StepKind.CALL_BACK,
        r"call(?:s|ing)?\s*-?\s*back|callback|cb|ring\s+back|r[uü]ckruf|zur[uü]ckrufen|rappeler",
    ),
    (StepKind.COFFEE, r"coffee|kaffee|caf[eé]|kafi|tea"),
    (
        StepKind.MEETING,
        (
            r"meeting|mtg|meet(?:s|ing)?|kick-?\s?off|brunch|drinks|visit(?:s|ing)?|workshop|lunch|dinner|breakfast|demo|session|"
            r"appointment|interview|presentation|site\s+visit|onsite|on\s+site|treffen|termin|besuch|"
            r"besprechung|sitzung|mittagessen|mittag|rdv|rendez-vous|r[eé]union|d[eé]jeuner|visite|"
            r"reuni[oó]n|cita|comida|visita"
        ),
    ),
    (
        StepKind.CALL,
        r"call(?:s|ing)?|phone|ring|telefonat|telefonieren|anruf|anrufen|appel|appeler|llamada|llamar|zoom|teams|video",
    ),
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _KINDS
)
_PLAIN = re.compile(
    # A kind that says no more than the step's own: left out of its text.
    r"(?:(?:a|an|the)\s+)?(?:coffee|kaffee|call\s+back|callback|call|meeting|meet|booking|pencil(?:led)?\s+in|book)"
    r"(?!\w)(?:\s+(?:on|at))?",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?<!\w)(?:maybe|perhaps|possibly|probably|tentative(?:ly)?|propos(?:e|ed|al)|suggest(?:ed)?|"
    r"might|could|tbc|t\.b\.c\.|tbd|to\s+be\s+confirmed|vielleicht|vorschlag|peut-[eê]tre|"
    r"quiz[aá]s?|tal\s+vez)(?!\w)[,:]?",
    re.IGNORECASE,
)
_PENCIL = re.compile(r"(?<!\w)(?:pencil(?:led)?(?:\s+in)?|reserve)(?!\w)", re.IGNORECASE)
_DURATION = re.compile(
    r"(?:(?:for|about|~)\s*)?(?<![\w:.,/])\d{1,3}\s?-?(?:min|mins|minutes?|minuten|['\N{PRIME}])(?!\w)"
    r"|for\s+(?:an?|one|two|three|half\s+an?|\d(?:[.,]5)?)\s?(?:h|hrs?|hours?)(?!\w)"
    r"|(?<![\w:.,/])\d(?:[.,]5)?\s?(?:hrs?|hours?|std)(?!\w)|(?<!\w)half\s+an?\s+hour(?!\w)",
    re.IGNORECASE,
)
_SHORT_HOURS = re.compile(r"(?<![\w:.,/])[1-4]h(?!\w)", re.IGNORECASE)
_CLOCK_LIKE = re.compile(r"\d{1,2}:\d{2}|\d\s?[ap]m\b|\bnoon\b|\b1\dh\b|\bat\s+\d", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?<!\w)(?P<theirs>(?:their|local|your|client)(?:\s+local)?\s+time|there)(?!\w)"
    r"|(?<!\w)(?P<ours>(?:our|my)\s+time|here)(?!\w)|(?<!\w)(?P<utc>UTC|GMT)(?!\w)"
    r"|(?<!\w)(?P<other>CES?T|[ECMP][SD]T|AE[SD]T|BST|IST|JST|NZ[SD]T)(?!\w)"
)
_IN_A_WHILE = re.compile(
    r"(?<!\w)in\s+(?:\d{1,3}|an?|half\s+an|one|two|three|four)\s*(?:min|mins|minutes?|h|hrs?|hours?)(?!\w)",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(
    r"(?<![\w.,:/#€$£-])\d{1,2}(?![\w.,:/%€$£-])(?=\s*$|\s+(?:with|at|in|on|about)\b)"
)
_HOURS_IN_FIGURES = re.compile(
    r"(?<![\w.,:/#€$£-])(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)|(?P<from>\d{1,2})-(?P<to>\d{1,2}))"
    r"(?![\w.,:/%€$£-])"
)
_ABOUT = re.compile(r"(?<![\w.:])(\d{1,2}(?:[:.]\d\d)?)\s?-?ish(?!\w)", re.IGNORECASE)
_NO_DAY = "No day is understood: name one, like thu 10:00."


def understand_step(
    words: str, line: NoteLine, *, now: datetime, zone: tzinfo, own: tzinfo
) -> CaughtStep:
    """Return the next step that `words`, the line without its sign, agree on or propose.

    Its moment is read in `zone`, the client's, unless the words name our time (`own`) or UTC.
    """
    agreed = not (_HEDGE.search(words) or _PENCIL.search(words) or "?" in words)
    kind = _kind(words)
    text = _HEDGE.sub(" ", words).replace("?", " ")
    soon = _IN_A_WHILE.search(text)
    if soon is not None:
        passes = IN_TIME.fullmatch(fold(" ".join(soon[0].split())))
        if passes is not None:
            rest = f"{text[: soon.start()]} {text[soon.end() :]}"
            hour = (now.astimezone(UTC) + span_of(passes)).astimezone(zone)
            return CaughtStep(kind=kind, at=hour, line=line, agreed=agreed, text=_text(rest))
    text, durations = _aside(_ABOUT.sub(r"at \1", text))
    text, read_in, odd = _whose(text, zone, own)
    when = find_moment(text, now.astimezone(read_in).date())
    at, all_day, doubt = _moment(when, now, read_in)
    if at is not None and not all_day:
        at = at.astimezone(zone)
    return CaughtStep(
        kind=kind,
        at=at,
        line=line,
        all_day=all_day,
        agreed=agreed,
        text=_text(" ".join([when.rest, *durations])),
        doubt=doubt or odd or _number_left(when),
    )


def _kind(words: str) -> StepKind:
    """Return which kind of step the words name; one that names none is a call."""
    for kind, pattern in _PATTERNS:
        if pattern.search(words):
            return kind
    return StepKind.CALL


def _aside(text: str) -> tuple[str, list[str]]:
    """Return a line without how long it takes, and those words: they are no hour of the day."""
    pattern = _DURATION
    found = [match[0].strip() for match in pattern.finditer(text)]
    text = pattern.sub(" ", text)
    if _CLOCK_LIKE.search(text):
        found += _SHORT_HOURS.findall(text)
        text = _SHORT_HOURS.sub(" ", text)
    return text, found


def _whose(text: str, zone: tzinfo, own: tzinfo) -> tuple[str, tzinfo, str]:
    """Return a line without the words for a zone, the zone its hour is in, and what is in doubt."""
    found = _WHOSE.search(text)
    if found is None or (found[0].lower() in {"here", "there"} and not _CLOCK_LIKE.search(text)):
        return text, zone, ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if found["other"]:
        return rest, zone, f"“{found['other']}” is not read: the hour is taken as theirs."
    if found["utc"]:
        return rest, UTC, ""
    return rest, own if found["ours"] else zone, ""


def _moment(when: When, now: datetime, zone: tzinfo) -> tuple[datetime | None, bool, str]:
    """Return the moment, whether only its day is known, and what is in doubt."""
    local = now.astimezone(zone)
    try:
        if when.clock is not None and (when.day is not None or not when.doubt):
            return _at_hour(when.day, when.clock, local, zone, when.doubt)
        if when.day is not None:
            return moment_at(when.day, time(0), zone), True, when.doubt
        return None, False, when.doubt or _NO_DAY
    except OverflowError:  # the last day there is, seen from another zone
        return None, False, _NO_DAY


def _at_hour(
    day: date | None, clock: time, local: datetime, zone: tzinfo, doubt: str
) -> tuple[datetime | None, bool, str]:
    if day is None:
        soonest = moment_at(local.date(), clock, zone)
        if soonest <= local:
            soonest = moment_at(local.date() + timedelta(days=1), clock, zone)
        return soonest, False, doubt
    at = moment_at(day, clock, zone)
    if at <= local:
        return None, False, f"{clock:%H:%M} today has passed there: name an hour to come."
    return at, False, doubt or change_of_clocks(day, clock, zone)


def _number_left(when: When) -> str:
    """Return the doubt about a number that may have been meant as the hour: “thu 10”."""
    if when.day is None or when.clock is not None:
        return ""
    number = _LONE_NUMBER.search(when.rest)
    figures = _HOURS_IN_FIGURES.search(when.rest)
    if figures is not None and number is None:
        meant = (
            f"{figures['hour']}:{figures['minute']}"
            if figures["hour"]
            else f"{figures['from']}:00-{figures['to']}:00"
        )
        return f"“{figures[0]}” is not read as an hour: write {meant}."
    return f"“{number[0]}” is not read as an hour: write {number[0]}:00." if number else ""


def _text(rest: str) -> str:
    """Return what a step says beside its kind and its hour."""
    text = " ".join(rest.split()).strip(" ,;:-()")
    plain = _PLAIN.match(text)
    if plain is not None:
        text = text[plain.end() :]
    return " ".join(text.replace("( )", " ").replace("()", " ").split()).strip(
        " ,;:-\N{EN DASH}\N{EM DASH}"
    )
