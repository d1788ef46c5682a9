"""Words beside a date: which of them can be a title, which a place, and which are neither."""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_tui.domain.text import clean_line
from followup_tui.web import plain_labels as labels
from followup_tui.web import plain_signs as signs
from followup_tui.web.plain_chrome import is_chrome, is_remark, without_verb
from followup_tui.web.plain_dates import Reading

LONGEST_TITLE = 160
LONGEST_SENTENCE = 110  # characters of a line without mark-up that may still be a title
EDGES = " \t.,;:|/-–—−·•@>»›→*#…¦~+"
CUT = "\N{BROKEN BAR}"
_SEPARATORS = re.compile(r"\s(?:[-–—|·•]|//?)\s|\s?[|¦•]\s?|\t|\s{3,}")
_TRAILING = re.compile(
    r"(?:[\s,(]+(?:on|at|am|um|vom|von|from|le|la|el|den|der|the|op|om|il|del|du|d|kl|klo|till|ab|"
    r"in|im|"
    r"and|und|at the|starting|beginning))+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:uhr|h|hrs|st|nd|rd|th|at|um|on|from|ab|bis|to|until|kl|klo|à|à partir de|pm|am|"
    r"noon)\b[\s,:.]*|(?:for|f[üu]r|pour|para|voor)\s+(?=(?-i:[A-ZÄÖÜÉ])))",
    re.IGNORECASE,
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}|[^\W\d_]\w|[\u3040-\u9fff]{2}")
_AT = re.compile(
    r"^(?:at|in|im|in der|in the|bei|beim|chez|à la|au|en|presso|hos|på|ved|@)\s+(?=\w)",
    re.IGNORECASE,
)
_LISTS = ("dates", "schedule", "calendar", "minutes", "agenda")
_LIST_OF = re.compile(
    r"^(?!.*\b(?:and|agendas|minutes)\b.*\s)(?:20\d\d(?:[-–/]\d{2,4})?\s+)?([^\W\d].*\s(?:meeting|session|rehearsal|practice|class|course|"
    r"training|service|concert|workshop|seminar|lecture|clinic|committee|board|council|commission))s?"
    r"\s+(?:draft\s+|final\s+|approved\s+)?(?:dates|schedule|calendar|minutes|agenda)$",
    re.IGNORECASE,
)
"""The heading of a list of days: "2026 Board Meeting Dates"; what takes place is the rest."""
_THIN = re.compile(
    r"(?:20\d\d(?:[-–/]\d{2,4})?\s+)?(?:regular\s+|public\s+)?meetings?\s+"
    r"(?:schedules?|dates|calendar|times)(?:\s+20\d\d)?",
    re.IGNORECASE,
)
_PLACE_END = re.compile(
    r"\s(?:for|with|to|and join|where|mit|f[üu]r|pour|avec|para|con|per|voor|met)\s|[.!?;](?:\s|$)"
)
_ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?\s+(?:[A-ZÄÖÜ][\w.'-]+\s+){1,4}(?i:st|street|rd|road|ave|avenue|blvd|lane|ln|"
    r"drive|dr|way|square|sq|court|place|pl|quay|pier)\b|"
    r"\b\d{1,5}\s[NSEW]\.?\s[A-Z][a-z]+\b|"
    r"\b[A-ZÄÖÜ][\w.-]*(?:stra(?:ß|ss)e|str\.|platz|weg|allee|gasse|straat|laan|plein|gatan|vägen|"
    r"gade|vej|katu)\s+\d|"
    r"\b(?i:rue|avenue|boulevard|calle|via|piazza|place|plaza|avenida|rua)\s+[\w' .-]{3,40}|"
    r"\b(?!(?:19|20)\d\d\s)\d{4,5}\s+[A-ZÄÖÜ][a-zäöü]{2,}|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b"
)
ONLINE_LINE = re.compile(
    r"^\W*(?:online|virtual|virtuell|webinar|zoom|microsoft teams|ms teams|teams|google meet|"
    r"webex|live ?stream|en ligne|en l[ií]nea|in linea|"
    r"verkossa|på nätet|digital(?:t)?|online[- ](?:event|veranstaltung|seminar|meeting|only|"
    r"via zoom)|via (?:zoom|teams|ms teams|microsoft teams)|"
    r"hybrid.{0,30}|オンライン)\b.{0,30}$",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:when|where|how|about|who|welcome|our|wann|wo|wie|[üu]ber|quand|cu[aá]ndo|quando|wanneer|"
    r"n[äa]r|contact|kontakt)\b",
    re.IGNORECASE,
)
TOWN = re.compile(
    r"[A-ZÄÖÜÉŁŠ][\w'’.-]+(?: [A-ZÄÖÜÉ]?[\w'’.-]+){0,2}, (?:[A-ZÄÖÜÉ][\w.]+(?: [A-Z][\w.]+)?)|"
    r"(?i:presencial|in[- ]person|pr[äa]senz\w*|pr[ée]sentiel|in presenza|fysiek)\s*[-–—:|"
    r",]\s*.{3,80}"
)
MONEY = re.compile(
    r"[€$£]\s?\d|\d\s?(?:€|eur|chf|kr|zł|kč)\b|^\W*(?:free|kostenlos|gratis|gratuit)\W*$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\w\W+(?:takes? place|will (?:take place|be (?:held|hosted)|open|return|meet)|"
    r"(?:is|are) (?:being )?held|findet|finden|aura lieu|se (?:celebra|tendr)\w*|tendr[áa] lugar|"
    r"si terr[àa]|vindt plaats|[äa]ger rum|afholdes|finder sted)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
"""What ends the first half of a sentence that tells when something is."""
_PHONE = re.compile(r"\W*(?:\d[\s,.#*()/-]{0,4}){9,}")
_PATH = re.compile(r"\w/\w[^\s/]*/\w[^\s/]*/")
_ADDRESSED = re.compile(r"\w@[^\W\d][\w-]*\.\w|(?:^|\s)@[a-z_]\w*")
"""An e-mail address, or what somebody is called on a network."""
_TOKENS_ONLY = re.compile(r"^[\W\d_]*$")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")


def usual(title: str) -> bool:
    """Say whether words are what any page says: a button, a label."""
    return signs.USUAL_TITLE.fullmatch(title.strip(EDGES + "!?()[]")) is not None


def is_good(title: str) -> bool:
    """Say whether words can be a title: not a button, not a label, not a number."""
    return bool(
        3 <= len(title) <= LONGEST_TITLE
        and _TWO_LETTERS.search(title)
        and not usual(title)
        and not signs.GENERIC_HEADING.fullmatch(title.strip(EDGES + "!?"))
        and not _TOKENS_ONLY.match(title)
        and not is_chrome(title)
        and not _PHONE.match(title)
        and not _PATH.search(title)
        and not is_remark(title)
        and not ("@" in title and _ADDRESSED.search(title))
        and not title.lower().startswith(("http", "www.", "tel", "mailto"))
    )


def is_thin(title: str) -> bool:
    """Say whether a title but heads a list of meetings: whose they are stands above it."""
    return len(title) <= 40 and "eeting" in title.lower() and _THIN.fullmatch(title) is not None


def cut_out(text: str, reading: Reading) -> str:
    """Return a line with a mark where each of its dates and times stood."""
    taken = sorted(reading.places())
    parts: list[str] = []
    place = 0
    for start, end in taken:
        if start > place:
            parts.append(text[place:start])
        parts.append(f" {CUT} ")
        place = max(place, end)
    parts.append(text[place:])
    return "".join(parts)


def tidy(text: str, *, cut: bool = True) -> str:
    """Return words without what merely led over to a date: dashes, "on", "from".

    Words from which no date was `cut` keep their beginning: "On the trail of the potters".
    """
    text = clean_line(text).strip(EDGES).rstrip("([" + EDGES).lstrip(")]" + EDGES)
    for _ in range(2):
        whole = text
        text = without_verb(text)
        text = _TRAILING.sub("", text).strip(EDGES)
        if cut or text[:1].islower():
            text = _LEADING.sub("", text).strip(EDGES)
        if text == whole:
            break
    if text.endswith(")") and "(" not in text:
        text = text[:-1].rstrip(EDGES)
    if text.startswith("(") and ")" not in text:
        text = text[1:].lstrip(EDGES)
    if text[:1] == "(" and text.find(")") == len(text) - 1:
        text = text[1:-1].strip(EDGES)
    name, opened, rest = text.rpartition(" (")
    if opened and ")" not in rest and len(name) >= 3:
        text = name.rstrip(EDGES)  # its end was a date
    text = _EMPTY.sub("", text).strip(EDGES)
    if text.lower().endswith(_LISTS):
        text = _LIST_OF.sub(r"\1", text)
    return labels.TITLE_LABEL.sub("", text, count=1)


def segments(text: str) -> Iterator[str]:
    """Give the parts of a line that dashes, bars and dates divide."""
    for part in _SEPARATORS.split(text):
        words = part.strip(EDGES)
        if words:
            yield words


def is_sentence(cut: str) -> bool:
    """Say whether a date stands in the middle of a sentence, which is no title."""
    before, _, after = cut.partition(CUT)
    if cut.rstrip().endswith("?") or _HELD.search(before):
        return True
    if re.search(r"\w[.?!]\s+\w.*", before) or (
        before.strip() and re.match(r"\s*[a-zäöü]\w+ [a-zäöü]", after)
    ):
        return len(cut) > 40
    return bool(
        re.match(
            r"\s*(?:i|we|you|he|she|it|they|ich|wir|sie|er|je|nous|il|elle)\b",
            before,
            re.IGNORECASE,
        )
    )


def is_place(text: str) -> bool:
    """Say whether some words are a place rather than a title."""
    if len(text) > 110 or len(text.split()) > 14:
        return False
    if ONLINE_LINE.match(text):
        return True
    if _ADDRESS.search(text):
        return True
    return len(text.split()) <= 6 and labels.PLACE_WORDS.search(text) is not None


def without_place(title: str) -> str:
    """Return a title without the place behind its last comma: ``Seed swap, village hall``."""
    name, comma, place = title.rpartition(", ")
    return name if comma and is_good(name) and is_place(place) else title


def short_places(cut: str) -> Iterator[str]:
    """Give the few words behind date and time where the title stands elsewhere."""
    behind = cut.rpartition(CUT)[2]
    words = re.sub(r"^\W*\([^)]*\)", "", behind).strip(EDGES)
    if (
        words[:1].isupper()
        and len(words.split()) <= 5
        and not usual(words)
        and not is_chrome(words)
        and not MONEY.search(words)
        and not words.endswith((":", "!", "?"))
    ):
        yield words


def is_room(text: str) -> bool:
    """Say whether some words can be nothing but a place: ``Room 0.03``, an address."""
    if ONLINE_LINE.match(text) or _ADDRESS.search(text):
        return True
    return is_place(text) and any(char.isdigit() for char in text)


def places_beside(cut: str, title: str) -> Iterator[str]:
    """Give what stands beside date and title in a line and is a place."""
    rest = cut.replace(title, f" {CUT} ", 1) if title else cut
    behind = False
    for part in rest.split(CUT):
        words = part.strip(EDGES + "()")
        if words and ONLINE_LINE.match(words):
            yield words
        if not words or usual(words):
            behind = True
            continue
        at = _AT.match(words)
        if at:
            short = _PLACE_END.split(words[at.end() :], maxsplit=1)[0]
            if len(short.split()) <= 8:
                yield short
        elif behind and is_place(words):
            yield words
        behind = True
