"""Events that are marked by nothing but a ``<time datetime>`` in a block with a title.

A day that lies ahead is the first sign: what is published or updated lies behind us. A block of
its own with a title is the second; the third is something near it that speaks of events, or at
least an hour: a mere day may be when something is due, delivered or switched off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from followup_tui.web import time_words
from followup_tui.web.dom import (
    HEADINGS,
    Page,
    absolute,
    attribute,
    line,
    text_of,
)
from followup_tui.web.findings import Finding, is_title
from followup_tui.web.moments import Moment, is_over, read_clock, read_moment, read_spoken_clock
from followup_tui.web.summary import is_usual
from followup_tui.web.tag import Tag

_HIGHEST = 6  # elements above the time in which its title is looked for
_DEEPEST = 60  # elements above the time that are asked whether they are shown
_MOST_IN_BLOCK = 12  # times of a block that is still about one thing
_MOST_TIMES = 400
_MOST_WORDS = 1500  # characters of a block that is still about one thing
_NOON = time(12)
_CLOCK = re.compile(r"\d\s?[:.h]\s?\d\d|\d\s?[ap]\.?m\b|noon|uhr|\d\s?h\b", re.IGNORECASE)
_WHOLE = {"body", "html", "main", "[document]"}
_APART = {"footer", "form", "nav", "button", "select"}


@dataclass(frozen=True, slots=True)
class _Time:
    """One ``<time>`` that says a moment, or an hour alone."""

    tag: Tag
    moment: Moment | None
    clock: time | None = None


class _Times:
    """The times of a page, and which of them each element around them holds."""

    def __init__(self, page: Page) -> None:
        self.all: list[_Time] = []
        self._held: dict[int, list[_Time]] = {}
        for tag in page.all("time")[:_MOST_TIMES]:
            written = attribute(tag, "datetime") or text_of(tag, 40)
            moment = _meant(read_moment(written), tag)
            clock = read_clock(written) if moment is None else None
            if clock is None and (moment is None or moment.whole_day):
                clock = read_spoken_clock(text_of(tag, 20))  # of that day, or of the one beside it
            if moment is None and clock is None:
                continue
            found = _Time(tag, moment, clock)
            self.all.append(found)
            for _, above in zip(range(_HIGHEST + 2), tag.parents, strict=False):
                self._held.setdefault(id(above), []).append(found)

    def within(self, block: Tag) -> list[_Time]:
        """Return the times that stand in a block, in order."""
        return self._held.get(id(block), [])

    def moments(self, block: Tag) -> list[Moment]:
        """Return the different moments that a block says."""
        return list(dict.fromkeys(one.moment for one in self.within(block) if one.moment))


def _meant(moment: Moment | None, tag: Tag) -> Moment | None:
    """Return the moment, or the day alone where noon in UTC is but how a program keeps a day."""
    if moment is None or moment.whole_day or moment.at.utcoffset() != timedelta(0):
        return moment
    if moment.at.time() != _NOON or _CLOCK.search(text_of(tag, 40)):
        return moment
    return Moment(datetime.combine(moment.day, time.min), whole_day=True, zone=None)


@dataclass(frozen=True, slots=True)
class _Announcement:
    """A block about one event: what it is called, and the element that says so if there is one."""

    block: Tag
    title: str
    titled: Tag | None = None


def find_events(page: Page) -> Iterator[Finding]:
    """Give what `<time datetime>` elements with a coming day and a title announce."""
    times = _Times(page)
    taken: set[int] = set()
    about = _about(page)
    for one in times.all:
        start = one.moment
        if start is None or is_over(start.at, None, all_day=start.whole_day, now=page.now):
            continue
        found = _announcement(one.tag, times)
        if found is None or id(found.block) in taken:
            continue
        words = text_of(found.block, _MOST_WORDS)
        if not _is_event(one, found, words, times, page, about):
            continue
        taken.add(id(found.block))
        yield _finding(start, found, words, times, page)


def _about(page: Page) -> str:
    """Return the words that say what a page is about: its address, title and first headings."""
    heads = [text_of(tag, 100) for tag in page.all("title", "h1")[:3]]
    return " ".join([urlsplit(page.url).path, *heads])


def _chain(tag: Tag, block: Tag) -> str:
    """Return the names of an element and of those around it, up to just above its block."""
    names = [tag.named, attribute(tag, "itemprop")]
    for number, above in enumerate(tag.parents):
        names.append(above.named)
        if above is block or number > _HIGHEST:
            break
    return " ".join(names)


def _is_event(
    one: _Time, found: _Announcement, words: str, times: _Times, page: Page, about: str
) -> bool:
    """Say whether a block with a coming day announces something to go to."""
    around = " ".join(above.named for _, above in zip(range(3), found.block.parents, strict=False))
    names = _chain(one.tag, found.block)
    eventish = time_words.EVENTISH.search(f"{names} {around}") is not None
    stamped = "pubdate" in one.tag.attrs or time_words.STAMPED.search(names) is not None
    if (stamped and not eventish) or time_words.NO_EVENT.search(words) or _stands_apart(one.tag):
        return False
    if time_words.NO_EVENTS_BELOW.search(_section(found.block)):
        return False
    start = one.moment
    if start is None:
        return False
    if eventish or time_words.WHEN.search(words) or time_words.EVENTISH.search(f"{words} {about}"):
        return True
    if start.whole_day and start.day <= page.now.date():
        return False  # a page of today, as likely as not
    several = len(times.moments(found.block)) > 1 or any(
        other.clock for other in times.within(found.block)
    )
    return (not start.whole_day or several) and time_words.NO_EVENTS_ON.search(about) is None


def _section(block: Tag) -> str:
    """Return the words of the heading of the section in which a block stands, or nothing."""
    for _, level in zip(range(_HIGHEST), (block, *block.parents), strict=False):
        for _, before in zip(range(100), level.previous_siblings, strict=False):
            if isinstance(before, Tag) and before.name in HEADINGS:
                return text_of(before, 60)
    return ""


def _stands_apart(tag: Tag) -> bool:
    """Say whether an element is hidden, or stands where nothing is announced."""
    for _, above in zip(range(_DEEPEST), (tag, *tag.parents), strict=False):
        if above.name in _APART or (above.name not in {"body", "html"} and above.hidden):
            return True
    return False


def _below(block: Tag, limit: int) -> list[Tag]:
    """Return the first elements below a block, in order."""
    found: list[Tag] = []
    todo = [child for child in reversed(block.contents) if isinstance(child, Tag)]
    while todo and len(found) < limit:
        tag = todo.pop()
        found.append(tag)
        todo.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))
    return found


def _title_tags(block: Tag) -> Iterator[Tag]:
    """Give the elements that may hold the title of a block, the likeliest first."""
    below = _below(block, 80)
    yield from [tag for tag in below if tag.name in HEADINGS][:2]
    for tag in below:
        name = f"{tag.named} {attribute(tag, 'itemprop')}" if tag.attrs else ""
        if name and tag.name not in {"time", "a"} and time_words.TITLE_NAMES.search(name):
            yield tag
    for names in ({"a"}, {"strong", "b"}, {"dt", "summary"}):
        yield from [tag for tag in below if tag.name in names and not _in_place(tag, block)][:10]
    if block.name == "tr":
        yield from [tag for tag in below if tag.name in {"td", "th"}][:8]


def _in_place(tag: Tag, block: Tag) -> bool:
    """Say whether an element stands within what its classes call the place of the block."""
    for _, above in zip(range(_HIGHEST), (tag, *tag.parents), strict=False):
        if above is block:
            return False
        if above.name == "address" or (above.attrs and time_words.PLACE_NAMES.search(above.named)):
            return True
    return False


def _without_times(tag: Tag, *others: str) -> str:
    """Return the words of an element without those of its times: ``25 Nov - Workshop``."""
    said = text_of(tag)
    for inner in _below(tag, 60):
        if inner.name == "time" or inner.name in others:
            said = said.replace(text_of(inner), " ", 1)
    return line(said).strip(" -–—:|·,@")  # noqa: RUF001 -- an en dash is meant


def _title_in(block: Tag) -> tuple[str, Tag] | None:
    for tag in _title_tags(block):
        title = _without_times(tag)
        least = 4 if tag.name in HEADINGS else 6
        if len(title) >= least and is_title(title) and not is_usual(title):
            return line(title, 200), tag
    return None


def _announcement(tag: Tag, times: _Times) -> _Announcement | None:
    """Return the nearest block around a time that has a title."""
    words_alone: _Announcement | None = None
    block: Tag | None = tag.parent
    for _ in range(_HIGHEST):
        if (
            block is None
            or len(times.within(block)) > _MOST_IN_BLOCK
            or len(times.moments(block)) > 2
        ):
            break  # a list of several: none of its titles is surely this one's
        if block.name in _WHOLE:
            return words_alone or _of_page(block, times)
        titled = _title_in(block)
        if titled is not None and len(text_of(block, _MOST_WORDS * 2)) <= _MOST_WORDS * 2:
            return _Announcement(block, *titled)
        if words_alone is None and block.name in {"li", "tr", "p", "dd"}:
            rest = _without_times(block, "a")
            if len(rest) >= 8 and is_title(rest):
                words_alone = _Announcement(block, rest)
                if block.name in {"li", "tr"}:
                    break  # an entry of a list stands for itself
        block = block.parent
    return words_alone


def _of_page(whole: Tag, times: _Times) -> _Announcement | None:
    """Return the announcement that is the whole page: one heading, and one time for it."""
    heads = whole.find_all("h1", limit=2)
    if len(heads) != 1 or len(times.moments(whole)) > 2:
        return None
    title = _without_times(heads[0])
    if len(title) < 4 or not is_title(title) or is_usual(title):
        return None
    return _Announcement(whole, title, heads[0])


def _finding(start: Moment, found: _Announcement, words: str, times: _Times, page: Page) -> Finding:
    start, end = _span(start, times.within(found.block))
    state = time_words.STATE.search(words)
    return Finding(
        "time",
        found.title,
        start,
        words=words,
        end=end,
        location=_place(found.block),
        url=_link(found, page.base),
        status=state[0] if state else "",
    )


def _span(start: Moment, held: list[_Time]) -> tuple[Moment, Moment | None]:
    """Return the start and end that the times of a block say together."""
    later = [other for other in held if other.moment and _naive(other.moment) > _naive(start)]
    end = later[0].moment if later else None
    clocks = list(dict.fromkeys(other.clock for other in held if other.clock is not None))
    if start.whole_day and clocks and end is None:
        day = start.day
        start = _at(day_of=start, clock=clocks.pop(0))
        same = start.day == day
        end = _at(day_of=start, clock=clocks[0]) if clocks and same else None
    elif not start.whole_day and clocks and end is None:
        end = _at(day_of=start, clock=clocks[0])
    return start, end


def _naive(moment: Moment) -> datetime:
    return moment.at.replace(tzinfo=None)


def _at(*, day_of: Moment, clock: time) -> Moment:
    at = datetime.combine(day_of.day, clock, tzinfo=day_of.at.tzinfo)
    return replace(day_of, at=at, whole_day=False)


def _link(found: _Announcement, base: str) -> str:
    """Return where an announcement leads: the link of its title, else the first of its block."""
    near: list[Tag] = []
    if found.titled is not None:
        near.extend([found.titled, *_below(found.titled, 20)])
        near.extend(tag for _, tag in zip(range(4), found.titled.parents, strict=False))
    if found.block.name not in _WHOLE:
        near.extend(_below(found.block, 80))
    links = (tag for tag in near if tag.name == "a")
    return next((link for tag in links if (link := absolute(attribute(tag, "href"), base))), "")


def _place(block: Tag) -> str:
    for tag in _below(block, 120) if block.name not in _WHOLE else ():
        name = f"{tag.named} {attribute(tag, 'itemprop')}" if tag.attrs else ""
        if tag.name == "address" or (name and time_words.PLACE_NAMES.search(name)):
            said = time_words.MAP_LINK.sub("", _without_times(tag)).strip(" ,·|")
            if said and len(said) <= 160:
                return said
    return ""
