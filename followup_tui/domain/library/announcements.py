"""What our own calendars, the user group and article feeds announce, as value-adds to be.

Pure: from the facts of a source to `Announced` values. How these become records, and stay the
same record when a date or a title changes, is the business of `announced_merge`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from followup_tui.domain.page import Event, EventStatus, NewsItem, PageFacts
from followup_tui.domain.record import LINE_LIMIT, Invalid, check_web_address, utc
from followup_tui.domain.stems import roots
from followup_tui.domain.text import clean_line, clean_text, fold, is_clean, shorten
from followup_tui.domain.value_add import Announced, ValueAddKind

MOST_ARTICLES = 20
"""Of one feed, the newest: an archive of five hundred does not flood the library."""
ARTICLE_AGE = timedelta(days=365)
"""How old an article may be to come into the library by itself."""
MOST_EVENTS = 30
"""Of one source, the next."""
MOST_OF_A_SERIES = 2
"""Of the dates of one title: who cannot come to the next may come to the one after."""
HORIZON = timedelta(days=400)
MOST_TOPICS = 8
_TITLE, _ABOUT = 300, 600  # characters
_PHRASE = 3  # telling words of the longest topic
_INVITING = re.compile(
    r"\b(?:free|breakfast|brunch|open (?:evening|house|day|office)|meet-?up|user ?group|invit\w*|"
    r"kostenlos\w*|fr[uü]hst[uü]ck\w*|tag der offenen|einladung|gratis|gratuit\w*|"
    r"petit[- ]d[eé]j\w*|portes ouvertes|webinar\w*)\b",
    re.IGNORECASE,
)
"""What one is invited to, rather than told of."""


class SourceKind(StrEnum):
    """What a source of the library is for, by the setting that names it."""

    OWN_EVENTS = "own events"
    USER_GROUP = "user group"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Offering:
    """One thing that a source announces: what kind of value-add it makes, and whether it stands."""

    kind: ValueAddKind
    announced: Announced
    off: str = ""
    """``cancelled`` or ``postponed``; empty: it takes place."""
    waits: bool = False
    """Whether there are enough before it: it is known again, but comes into no library anew."""


class Topics:
    """The topics that the desk knows: found again in texts, as they were written."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_roots: dict[tuple[str, ...], str] = {}
        for topic in known:
            stems = roots(topic)
            if 0 < len(stems) <= _PHRASE:
                self._by_roots.setdefault(stems, topic)

    def of(self, *texts: str, filed: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the topics of texts: those they are filed under, then the known ones in them."""
        found: dict[str, str] = {}
        for topic in filed:
            line = clean_line(topic)
            if line and len(line) <= 40 and is_clean(line):
                found.setdefault(fold(line), line)
        for text in texts:
            stems = roots(text)
            for begin in range(len(stems)):
                for size in range(_PHRASE, 0, -1):
                    known = self._by_roots.get(stems[begin : begin + size])
                    if known is not None:
                        found.setdefault(fold(known), known)
                        break
        return tuple(found.values())[:MOST_TOPICS]


def offerings(
    kind: SourceKind, source: str, facts: PageFacts, *, topics: Topics, now: datetime
) -> list[Offering]:
    """Return what a source announces: of events those to come, of articles the newest.

    Of the user group all but the next date wait. Events whose day could be read in two ways are
    left out: better not to invite than to a wrong day.
    """
    if kind is SourceKind.ARTICLES:
        return list(_articles(source, facts.news, topics, now.date()))
    return list(_events(kind, source, facts.events, topics, now))


def known_as(offering: Announced, whole: date | None) -> tuple[str, date | None]:
    """Return by what two sources are seen to announce the same: folded title, and day."""
    return fold(offering.title), whole


def once(found: Iterable[Offering], now: datetime) -> list[Offering]:
    """Return what several sources announce, each once: the first source has the say.

    Events are the same by title and day, articles by their address or title.
    """
    seen: set[object] = set()
    kept = []
    for each in found:
        said = each.announced
        day = said.starts.astimezone(now.tzinfo).date() if said.starts else None
        names: set[object] = {known_as(said, day)}
        if day is None and said.url:
            names.add(said.url)
        if not names & seen:
            kept.append(each)
        seen |= names
    return kept


# Events


def _events(
    kind: SourceKind, source: str, events: Sequence[Event], topics: Topics, now: datetime
) -> Iterator[Offering]:
    coming = sorted(
        (event for event in events if _is_to_come(event, now)),
        key=lambda event: _moment(event.start, now),
    )
    coming = list({(fold(e.title), e.start.date(), e.status): e for e in coming}.values())
    keys = _keys(coming, source)
    most = 1 if kind is SourceKind.USER_GROUP else MOST_EVENTS
    series: Counter[str] = Counter()
    for event, key in zip(coming, keys, strict=True):
        off = "" if event.status is EventStatus.SCHEDULED else event.status.value
        name = fold(event.title)
        waits = series[name] >= MOST_OF_A_SERIES or series.total() >= most
        if not off and not waits:
            series[name] += 1
        yield Offering(_kind(kind, event), _announced(event, source, key, topics, now), off, waits)


def _kind(kind: SourceKind, event: Event) -> ValueAddKind:
    inviting = kind is SourceKind.USER_GROUP or _INVITING.search(event.title)
    return ValueAddKind.INVITATION if inviting else ValueAddKind.EVENT


def _is_to_come(event: Event, now: datetime) -> bool:
    if event.status is EventStatus.UNSURE or not _line(event.title):
        return False
    start = _moment(event.start, now)
    return _end(event, now) >= now and start - now <= HORIZON


def _end(event: Event, now: datetime) -> datetime:
    last = _moment(event.end or event.start, now)
    return last + timedelta(days=1) if event.all_day else last


def _moment(moment: datetime, now: datetime) -> datetime:
    """Return a moment with a zone: one without is the local time of the place, so of ours."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)


def _keys(events: Sequence[Event], source: str) -> list[str]:
    """Return by what the source knows each event; the dates of a series have their day in it.

    Where a calendar gives one name to several events of one day, their titles tell them apart.
    """
    names = [_name(event, source) for event in events]
    often = Counter(names)
    dated = [
        f"{name}@{event.start:%Y-%m-%d}" if often[name] > 1 else name
        for name, event in zip(names, events, strict=True)
    ]
    often = Counter(dated)
    return [
        f"{name} {fold(_line(event.title))}" if often[name] > 1 else name
        for name, event in zip(dated, events, strict=True)
    ]


def _name(event: Event, source: str) -> str:
    url = event.url if _bare(event.url) != _bare(source) else ""
    return (_line(event.uid) or url or fold(_line(event.title)))[: LINE_LIMIT // 2]


def _announced(event: Event, source: str, key: str, topics: Topics, now: datetime) -> Announced:
    ends = utc(_end(event, now)) if event.end or event.all_day else None
    starts = utc(_moment(event.start, now))
    return Announced(
        source=source,
        key=key,
        title=_line(event.title),
        url=_web(event.url) or (source if not source.endswith(".ics") else ""),
        topics=topics.of(event.title),
        starts=starts,
        ends=ends if ends is None or ends >= starts else None,
        all_day=event.all_day,
        where=_line(event.location) or ("online" if event.online else ""),
    )


# Articles


def _articles(
    source: str, news: Sequence[NewsItem], topics: Topics, today: date
) -> Iterator[Offering]:
    fresh = [
        item
        for item in news
        if _line(item.title) and (item.date is None or today - item.date <= ARTICLE_AGE)
    ]
    # What has no date keeps its place in the feed, which is the newest first as a rule.
    fresh.sort(key=lambda item: item.date or today, reverse=True)
    for item in fresh[:MOST_ARTICLES]:
        about = shorten(clean_text(item.about), _ABOUT)
        url = _web(item.url)
        yield Offering(
            ValueAddKind.ARTICLE,
            Announced(
                source=source,
                key=(url or fold(_line(item.title)))[:LINE_LIMIT],
                title=_line(item.title),
                url=url,
                about=about if is_clean(about) else "",
                topics=topics.of(item.title, about, filed=item.topics),
            ),
        )


# Text and addresses


def _line(text: str) -> str:
    line = shorten(clean_line(text), _TITLE)
    return line if is_clean(line) else ""


def _web(url: str) -> str:
    """Return an address that may be kept, or nothing."""
    try:
        check_web_address("url", url)
    except Invalid:
        return ""
    return url


def _bare(url: str) -> str:
    """Return an address as two are compared."""
    return url.partition("#")[0].rstrip("/").lower()
