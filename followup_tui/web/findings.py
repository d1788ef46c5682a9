"""What the readers of events share: a finding, made into an Event with its source.

Every reader gives `Finding`s as it found them; what they have in common (cleaning, ends that
cannot be, what is over, whether it takes place and where) is decided once, here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from followup_tui.domain.page import Event, EventStatus, Source
from followup_tui.domain.text import clean_line, fold, shorten
from followup_tui.web.moments import Moment, is_over
from followup_tui.web.word_search import Words

MOST_EVENTS = 200
"""More events than this are not kept of one page."""
MOST_OCCURRENCES = 2000
"""More than this are not kept of one calendar."""
_MOST_WORDS = 1500
"""Characters of a source's words that are looked at."""
LONGEST = timedelta(days=3 * 366)
"""What would last longer has a mistyped end: 2206 for 2026."""
FARTHEST = timedelta(days=5 * 366)
"""What would begin later than that has a mistyped or made-up date."""

_ONLINE_PLACE = Words(
    begun=r"(?:online|on-line|virtual(?:ly)?|virtuell(?:es?)?|virtuel(?:le)?|webinars?|web ?cast|"
    r"web conference|live ?streams?|zoom|(?:microsoft|ms) teams|teams[- ]meeting|google meet|"
    r"webex|gotowebinar|gotomeeting|skype|discord|twitch|youtube|en ligne|en línea|in linea|"
    r"em linha|internet|remote(?:ly)?|dial[- ]?in)\b",
    anywhere=r"^teams$",
)
_MEETING_LINK = Words(
    anywhere=r"(?:zoom\.us/(?:[jw]/|my/|webinar|meeting)|zoomgov\.com/|teams\.microsoft\.com/|"
    r"teams\.live\.com/|meet\.google\.com/|webex\.com/|gotomeeting\.com/|gotowebinar\.com/|"
    r"goto\.webcasts|bluejeans\.com/|whereby\.com/|meet\.jit\.si/|bigbluebutton|chime\.aws/)",
)
# A title must say that the event itself is online: "Online marketing" is a topic, not a place.
_ONLINE_TITLE = Words(
    begun=r"(?:webinar\w*|web ?cast|live[- ]?stream(?:ed|ing)?|online[- ](?:event|session|meeting|"
    r"meet-?up|workshop|seminar|course|class|talk|briefing|training|kurs|schulung|termin|"
    r"vortrag|veranstaltung|info\w*)|onlinekurs|online-?seminar|virtual (?:event|session|meeting|"
    r"meet-?up|workshop|conference|summit|tour|open day|coffee)|(?:via|per|über|on|par|su) "
    r"(?:zoom|teams|webex)|en ligne|en línea|virtuell)\b",
    anywhere=r"[(\[](?:[^)\]]{0,30}\W)?(?:online|virtual|zoom|teams|virtuell)(?:\W[^)\]]{0,30})?[)\]]|"
    r"^(?:online|virtual)\s*[:|–—-]|[:|–—-]\s*(?:online|virtual)$",  # noqa: RUF001 -- dashes are meant
)
_CANCELLED = Words(
    begun=r"(?:cancell?ed|called off|abgesagt|abgesetzt|entfällt|fällt aus|annulée?s?|"
    r"cancelad[oa]s?|annullat[oaie]|geannuleerd|afgelast|inställd|inställt|aflyst|avlyst|odwołan[aey]|"
    r"zrušen[oay]?|peruttu|peruutettu|eventcancell?ed)\b"
)
_POSTPONED = Words(
    begun=r"(?:postponed|verschoben|reportée?s?|aplazad[oa]s?|pospuest[oa]s?|rinviat[oaie]|uitgesteld|"
    r"verplaatst|adiad[oa]s?|uppskjut(?:en|et)|udsat|utsatt|przełożon[aey]|odložen[oay]?|siirretty|"
    r"eventpostponed)\b"
)
_UNSURE = re.compile(r"^(?:unsure|tentative)$", re.IGNORECASE)
_BUTTON = re.compile(
    r"^(?:(?:read|learn|see|show|find out|discover|view|load|know)\s+(?:more|all|details?|event|"
    r"events)(?:\s+(?:about|on|info).*)?|more(?:\s+(?:info(?:rmation)?|details?|dates))?|details?|"
    r"(?:event )?information|info|here|click here|continue reading|(?:register|sign up|book|rsvp|"
    r"enrol+|apply|join|reserve|subscribe)(?:\s+(?:now|here|today|online|us|your (?:place|seat)|"
    r"a (?:place|seat)|for (?:free|this event)))?|(?:buy |get |book )?tickets?(?:\s+(?:kaufen|here|"
    r"now))?|free tickets?|add to (?:my )?calendar|save the date|ical|\.?ics|export|download|"
    r"(?:save|book|buy|reserve|claim|grab|secure|join)(?: (?:my|your|a|an|the|our))* (?:places?|"
    r"seats?|spots?|tickets?|spaces?|slots?|wait(?:ing)?[- ]?list)|wait(?:ing)?[- ]?list|"
    r"share|image|photo|register & details|sold out|free|online|when|where|date|time|"
    r"mehr(?:\s+(?:erfahren|infos?|dazu|lesen|anzeigen))?|weiterlesen|weiter|zur anmeldung|"
    r"(?:jetzt )?anmelden|anmeldung|(?:jetzt )?buchen|zum event|zur veranstaltung|zum termin|hier|"
    r"en savoir plus|lire la suite|plus d.infos?(?:rmations?)?|s.inscrire|inscription|réserver|"
    r"(?:leer|saber|ver) más|más información|inscríbete|inscribirse|reservar|"
    r"(?:leggi|scopri) (?:di più|tutto)|iscriviti|prenota|maggiori informazioni|"
    r"(?:lees|meer|bekijk) (?:meer|info(?:rmatie)?|verder|lezen)|aanmelden|inschrijven|"
    r"läs mer|anmäl dig|læs mere|tilmeld|les mer|meld deg på|saiba mais|ler mais|inscreva-se|"
    r"czytaj więcej|więcej|zapisz się|číst více|více|lue lisää|ilmoittaudu)"
    r"[\s.…!:»›>→]*$",  # noqa: RUF001 -- the arrows of links are meant
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Finding:
    """An event as one reader found it, before it is checked and merged."""

    method: str
    """The `Source.method`: ``ics``, ``json-ld``, ``microdata``, ``rdfa``, ``h-event``, ``time``,
    ``feed``, ``text``. `merge.RANK` says which is believed first."""
    title: str
    start: Moment
    words: str
    """The words it rests on."""
    end: Moment | None = None
    location: str = ""
    url: str = ""
    status: str = ""
    """What the page says of its state, in any words or as a schema.org address."""
    online: bool = False
    unsure: bool = False
    """Whether its date can be read in two ways, or was worked out from too little."""
    uid: str = ""
    """What its calendar calls it."""


def status_of(words: str) -> EventStatus:
    """Return the state that `words` name; scheduled where they name none."""
    last = words.rsplit("/", 1)[-1]
    if _CANCELLED.search(last):
        return EventStatus.CANCELLED
    if _POSTPONED.search(last):
        return EventStatus.POSTPONED
    return EventStatus.UNSURE if _UNSURE.match(last) else EventStatus.SCHEDULED


def says_online(*words: str) -> bool:
    """Say whether the words for a place (a room, an address, a link) name an online meeting."""
    return any(_ONLINE_PLACE.search(text) or _MEETING_LINK.search(text) for text in words)


def has_meeting_link(text: str) -> bool:
    """Say whether a text holds the address of a video meeting."""
    return _MEETING_LINK.search(text) is not None


def is_title(text: str) -> bool:
    """Say whether a text can be what an event is called, rather than a button or a number."""
    text = text.strip()
    if len(_LETTER.findall(text[:80])) < 2 or _ADDRESS.match(text):
        return False
    if _BUTTON.match(fold(text)) is not None:
        return False
    return text.isascii() or _BUTTON.match(text) is None


def _as_whole_days(finding: Finding) -> Finding:
    """Return the finding with midnights made days, where no hour is meant.

    Programs that keep a mere day as a moment write midnight (in UTC or in their own zone), and
    the last minute of the day for an end. Nothing announced in earnest begins at midnight.
    Calendars do say whether they mean days, so theirs are left alone.
    """
    start, end = finding.start, finding.end
    if finding.method == "ics" or start.whole_day or start.at.time() != time.min:
        return finding
    if end is not None and not end.whole_day:
        last_minute = end.at.time() >= time(23, 59)
        if end.at.time() != time.min and not last_minute:
            return finding
        end = _day_of(end)
    return replace(finding, start=_day_of(start), end=end)


def _day_of(moment: Moment) -> Moment:
    return Moment(datetime.combine(moment.day, time.min), whole_day=True, zone=None)


def _end(finding: Finding) -> datetime | None:
    """Return the end if it can be one: after the start and with a zone if that has one."""
    if finding.end is None:
        return None
    start, end = finding.start.at, finding.end.at
    if finding.end.whole_day and not finding.start.whole_day:
        if finding.end.day <= finding.start.day:
            return None
        # a day as the end of a timed event: until that day's last minute
        end = end + timedelta(hours=23, minutes=59)
    if finding.start.whole_day and not finding.end.whole_day:
        end = end.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    if (start.tzinfo is None) != (end.tzinfo is None):
        end = end.replace(tzinfo=start.tzinfo)
    return end if timedelta(0) < end - start <= LONGEST else None


def _is_out_of_reach(start: datetime, now: datetime) -> bool:
    return start.replace(tzinfo=None) > now.replace(tzinfo=None) + FARTHEST


def _state(finding: Finding, title: str) -> EventStatus:
    for words in (finding.status, title):
        status = status_of(words)
        if status in {EventStatus.CANCELLED, EventStatus.POSTPONED}:
            return status
    unsure = finding.unsure or status_of(finding.status) is EventStatus.UNSURE
    return EventStatus.UNSURE if unsure and finding.method != "ics" else EventStatus.SCHEDULED


def to_event(finding: Finding, *, page_url: str, now: datetime) -> Event | None:
    """Return the event, or None when it is over or has no title. All its text is cleaned."""
    title = shorten(clean_line(finding.title), 200)
    finding = _as_whole_days(finding)
    end = _end(finding)
    start = finding.start.at
    if not is_title(title) or _is_out_of_reach(start, now):
        return None
    if is_over(start, end, all_day=finding.start.whole_day, now=now):
        return None
    location = shorten(clean_line(finding.location), 200)
    # a block may tell a page; its first words are shown
    words = shorten(clean_line(finding.words[:_MOST_WORDS].replace("\n", " ")), 300)
    return Event(
        title=title,
        start=start,
        end=end,
        all_day=finding.start.whole_day,
        zone=finding.start.zone,
        location=location,
        url=finding.url,
        status=_state(finding, title),
        online=finding.online or says_online(location) or _ONLINE_TITLE.search(title) is not None,
        uid=shorten(clean_line(finding.uid), 300),
        sources=(Source(url=page_url, method=finding.method, words=words, read_at=now),),
    )
