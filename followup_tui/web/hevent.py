"""Events in class names: h-event (microformats2) and vevent, its forerunner hCalendar.

Sources: microformats.org/wiki/h-event, /hcalendar and /value-class-pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from followup_tui.web.dom import HEADINGS, Page, absolute, attribute, text_of
from followup_tui.web.findings import Finding, is_title
from followup_tui.web.moments import Moment, read_clock, read_moment
from followup_tui.web.tag import Tag

_ROOTS = frozenset({"h-event", "vevent"})
_NESTED = frozenset({"h-event", "vevent", "h-card", "vcard", "h-adr", "adr", "h-geo", "h-entry"})
_MOST = 400
_MOST_BELOW = 400  # elements of one event that are looked at
_NAMES = {
    "name": ("p-name", "summary"),
    "start": ("dt-start", "dtstart"),
    "end": ("dt-end", "dtend"),
    "duration": ("dt-duration", "duration"),
    "place": ("p-location", "h-location", "location"),
    "url": ("u-url", "url"),
    "status": ("p-status", "status"),
}
_WANTED = {written: name for name, several in _NAMES.items() for written in several}


def _classes(tag: Tag) -> list[str]:
    written = tag.attrs.get("class")
    return written.split() if isinstance(written, str) else list(written or ())


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events that class names mark."""
    if _ROOTS.isdisjoint(page.classes):
        return
    roots = 0
    for tags in page.tags.values():
        for tag in tags:
            if "class" not in tag.attrs or _ROOTS.isdisjoint(_classes(tag)) or tag.hidden:
                continue
            roots += 1
            finding = _finding(tag, page) if roots <= _MOST else None
            if finding is not None:
                yield finding


def _parts(root: Tag) -> dict[str, list[Tag]]:
    """Return the elements that hold the properties of an event; those of others within are not."""
    found: dict[str, list[Tag]] = {}
    todo = [*reversed(root.children)]
    for _ in range(_MOST_BELOW):
        if not todo:
            break
        tag = todo.pop()
        classes = _classes(tag)
        for written in classes:
            if written in _WANTED:
                found.setdefault(_WANTED[written], []).append(tag)
        if _NESTED.isdisjoint(classes):
            todo.extend(reversed(tag.children))
    return found


def _finding(root: Tag, page: Page) -> Finding | None:
    parts = _parts(root)
    starts = parts.get("start", [])
    start = _moment(starts[0]) if starts else None
    if start is None:
        return None
    title = _title(root, parts)
    if not title:
        return None
    old = "vevent" in _classes(root)
    place = parts.get("place", [])
    return Finding(
        "h-event",
        title,
        start,
        words=f"{title} · {text_of(starts[0], 80) or start.day.isoformat()}",
        end=_end(parts, start, old=old),
        location=text_of(place[0], 200) if place else "",
        url=_address(parts, page.base),
        status=text_of(parts["status"][0], 40) if "status" in parts else "",
    )


def _title(root: Tag, parts: dict[str, list[Tag]]) -> str:
    """Return what an event is called: as marked, else its first heading."""
    for tag in parts.get("name", []) or root.find_all(*HEADINGS, limit=1):
        title = attribute(tag, "title") if tag.name == "abbr" else ""
        title = title or text_of(tag, 200)
        if is_title(title):
            return title
    return ""


def _said(tag: Tag) -> str:
    """Return what one element says to a program."""
    for name in ("datetime", "content", "title", "value"):
        if attribute(tag, name):
            return attribute(tag, name)
    return text_of(tag, 80)


def _pieces(tag: Tag) -> list[str]:
    """Return what an element says, piece by piece where it is written so."""
    values = tag.find_all(class_="value", limit=4)
    titles = [attribute(one, "title") for one in tag.find_all(class_="value-title", limit=4)]
    return [*(_said(one) for one in values), *titles] or [_said(tag)]


def _moment(tag: Tag, day: Moment | None = None) -> Moment | None:
    """Return the moment an element says, whole or as a day and an hour; `day` where it has none."""
    moment = day
    clocks: list[str] = []
    for piece in _pieces(tag):
        read = read_moment(piece)
        if read is not None:
            moment = read
        else:
            clocks.append(piece)
    if moment is None:
        return None
    for clock in clocks:
        timed = _at_clock(moment, clock)
        if timed is not None:
            return timed
    return moment if moment is not day else None


def _at_clock(day: Moment, written: str) -> Moment | None:
    """Return the moment that an hour (``18:00``, ``6:30 pm``) makes of a day."""
    clock = read_clock(written)
    if clock is not None:
        return Moment(datetime.combine(day.day, clock, tzinfo=day.at.tzinfo), False, day.zone)
    read = read_moment(f"{day.day.isoformat()} {written}")
    return read if read is not None and not read.whole_day else None


def _end(parts: dict[str, list[Tag]], start: Moment, *, old: bool) -> Moment | None:
    ends = parts.get("end", [])
    end = _moment(ends[0], start) if ends else None
    if end is not None and old and end.whole_day and start.whole_day and end.day > start.day:
        return replace(end, at=end.at - timedelta(days=1))  # hCalendar's is the day after
    return end


def _linked(tag: Tag) -> list[Tag]:
    """Return the links below an element."""
    return [link for link in tag.find_all("a") if "href" in link.attrs]


def _address(parts: dict[str, list[Tag]], base: str) -> str:
    for tag in parts.get("url", []):
        address = absolute(attribute(tag, "href"), base)
        if address:
            return address
    for tag in parts.get("name", []):
        for link in (tag, *_linked(tag)[:1]):
            address = absolute(attribute(link, "href"), base) if link.name == "a" else ""
            if address:
                return address
    return ""
