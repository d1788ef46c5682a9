"""What schema.org says of events, however it is written: JSON-LD, microdata or RDFa.

All three become the same nodes (`jsonld.Node`); this says what the nodes mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice

from followup_tui.web import jsonld
from followup_tui.web.dom import Page, absolute, text_of
from followup_tui.web.findings import Finding
from followup_tui.web.jsonld import Json, Node, text, types
from followup_tui.web.moments import Moment, read_clock, read_moment
from followup_tui.web.schedules import occurrences, read_duration
from followup_tui.web.schema_places import location

_MOST_NODES = 20_000
_MOST_DATES = 40  # of one node that lists its days
_EVENT_TYPES = {"hackathon", "festival", "courseinstance", "eventseries", "meetup"}
_NO_EVENTS = {"publicationevent", "broadcastevent", "ondemandevent", "deliveryevent"}
"""Subtypes of Event that nobody goes to (https://schema.org/PublicationEvent and its like)."""
_SEVERAL = {"eventseries", "festival", "courseinstance", "course"}
"""What is made of events that each are announced for themselves."""
_SEPARATOR = re.compile(r"\s+[|·–—-]\s+")  # noqa: RUF001 -- such dashes stand there
_INSTANCES = ("subEvent", "subEvents", "hasCourseInstance")


@dataclass(frozen=True, slots=True)
class _Nest:
    """What stands around a node: the event or course it belongs to, and as what."""

    parent: Node = field(default_factory=dict)
    role: str = ""
    inside: bool = False
    """Whether it is part of something that is announced itself."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How the nodes were written, and where."""

    method: str
    base: str
    now: datetime
    known: Mapping[str, Node]
    """The nodes by their ``@id``."""
    headings: frozenset[str] = frozenset()
    """The first headings of the page: what its events are called on it."""

    def node(self, value: Json) -> Json:
        """Return the node that a mere reference means."""
        if isinstance(value, dict) and len(value) <= 2 and "name" not in value:
            address = value.get("@id")
            if isinstance(address, str):
                return self.known.get(address, value)
        return value


def find_events(page: Page) -> Iterator[Finding]:
    """Give the events in a page's JSON-LD: in arrays, graphs and nested in others."""
    roots = [value for values in jsonld.scripts(page) for value in values]
    return announced(roots, method="json-ld", page=page)


def announced(roots: Sequence[Json], *, method: str, page: Page) -> Iterator[Finding]:
    """Give the events in schema.org nodes. `method` is how they were written."""
    headings = frozenset(text_of(tag, 200) for tag in page.all("h1")[:5])
    way = _Way(method, page.base, page.now, _by_id(roots), headings)
    todo: list[tuple[Json, _Nest]] = [(root, _Nest()) for root in reversed(roots)]
    seen: set[int] = set()
    for _ in range(_MOST_NODES):
        if not todo:
            return
        value, nest = todo.pop()
        if isinstance(value, list):
            todo.extend((one, nest) for one in reversed(value))
        elif isinstance(value, dict):
            node = way.node(value)
            if not isinstance(node, dict) or id(node) in seen:
                continue
            seen.add(id(node))
            yield from _of_node(node, nest, way)
            todo.extend(reversed(list(_nested(node, nest, way))))


def _by_id(roots: Sequence[Json]) -> dict[str, Node]:
    """Return the nodes that others may refer to, the fullest of each name."""
    known: dict[str, Node] = {}
    todo: list[Json] = list(roots)
    for _ in range(_MOST_NODES):
        if not todo:
            break
        value = todo.pop()
        if isinstance(value, list):
            todo.extend(value)
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > len(known.get(name, {"@id": name})):
                known[name] = value
            todo.extend(value.values())
    return known


def _kinds(node: Node) -> set[str]:
    return {kind.lower() for kind in types(node)}


def _is_event(node: Node) -> bool:
    kinds = _kinds(node)
    if kinds & _NO_EVENTS:
        return False
    return any(kind.endswith("event") or kind in _EVENT_TYPES for kind in kinds)


def _nested(node: Node, nest: _Nest, way: _Way) -> Iterator[tuple[Json, _Nest]]:
    """Give what a node holds, each with its place in it."""
    whole = _is_event(node) and not _is_made_of_events(node, way)
    belongs = _is_event(node) or "course" in _kinds(node)
    for name, value in node.items():
        if name in {"superEvent", "location", "@context"}:
            continue  # what it is part of, and where: no announcements
        if belongs and name in _INSTANCES:
            yield value, _Nest(node, name, inside=whole)
        elif isinstance(value, dict | list):
            yield value, replace(nest, role="") if not belongs else _Nest(node, inside=False)


def _is_made_of_events(node: Node, way: _Way) -> bool:
    """Say whether a node merely gathers events, each with a day of its own."""
    if not _kinds(node) & _SEVERAL:
        return False
    return any(_dates(one) for one in _parts(node, way))


def _parts(node: Node, way: _Way) -> list[Node]:
    found: list[Node] = []
    for name in _INSTANCES:
        value = node.get(name)
        listed = value if isinstance(value, list) else [value]
        resolved = [way.node(one) for one in listed[:200]]
        found.extend(one for one in resolved if isinstance(one, dict))
    return found


def _dates(node: Node) -> list[str]:
    value = node.get("startDate")
    listed = value if isinstance(value, list) else [value]
    return [said for said in (text(one) for one in listed[:_MOST_DATES]) if said]


def _said(node: Node, nest: _Nest, name: str) -> Json:
    """Return what a node says, or what it is part of where it belongs to that."""
    own = node.get(name)
    return own if own or not nest.role else nest.parent.get(name)


def _of_node(node: Node, nest: _Nest, way: _Way) -> Iterator[Finding]:
    if not _is_event(node) or _is_made_of_events(node, way):
        return
    address = _address(node, way)
    if nest.inside and nest.role.startswith("subEvent") and not _has_own_page(address, nest, way):
        return  # an item of the agenda of an event that is announced itself
    title = text(node.get("name")) or text(node.get("headline")) or text(node.get("summary"))
    title = title or (text(nest.parent.get("name")) if nest.role else "")
    if not title:
        return
    title = _without_site(title, way.headings)
    place, virtual = location(_said(node, nest, "location"), way.node)
    finding = Finding(
        way.method,
        title,
        Moment(way.now, whole_day=False, zone=None),  # each time below gives its own
        words=title,
        location=place,
        url=address or (_address(nest.parent, way) if nest.role else ""),
        status=_status(node),
        online=virtual or _is_online(node),
    )
    for start, end, words in islice(_times(node, nest, way), _MOST_DATES):
        yield replace(finding, start=start, end=end, words=f"{title} · {words}")


def _without_site(title: str, headings: frozenset[str]) -> str:
    """Return a title without the name of the site behind it, where the page itself has it so."""
    starts = (title[: found.start()] for found in _SEPARATOR.finditer(title))
    return next((start for start in starts if start in headings), title)


def _times(node: Node, nest: _Nest, way: _Way) -> Iterator[tuple[Moment, Moment | None, str]]:
    """Give each start and end of a node, with the words they rest on."""
    schedules = _schedules(node)
    recurring = [time for one in schedules for time in occurrences(one, now=way.now)]
    if recurring:
        for start, end in recurring:
            yield start, end, start.day.isoformat()
        return
    whole = way.node(node.get("superEvent"))
    holders = [node, *schedules, *([whole] if isinstance(whole, dict) else [])]
    if nest.role.startswith("subEvent"):
        holders.append(nest.parent)
    for holder in holders:
        written = _dates(holder)
        if written:
            yield from _written_times(holder, written)
            return


def _schedules(node: Node) -> list[Node]:
    found: list[Node] = []
    for name in ("eventSchedule", "courseSchedule"):
        value = node.get(name)
        listed = value if isinstance(value, list) else [value]
        found.extend(one for one in listed[:20] if isinstance(one, dict))
    return found


def _written_times(node: Node, written: list[str]) -> Iterator[tuple[Moment, Moment | None, str]]:
    ends = node.get("endDate")
    listed = [text(one) for one in (ends if isinstance(ends, list) else [ends])]
    for number, words in enumerate(written):
        start = _with_clock(read_moment(words), node.get("startTime"))
        if start is None:
            continue
        end = read_moment(listed[number]) if number < len(listed) else None
        end = _with_clock(end, node.get("endTime"))
        yield start, end or _after(start, text(node.get("duration"))), words


def _with_clock(moment: Moment | None, value: Json) -> Moment | None:
    """Return a day with the hour that is said beside it."""
    clock = read_clock(text(value)) if moment is not None and moment.whole_day else None
    if moment is None or clock is None:
        return moment
    return Moment(datetime.combine(moment.day, clock), whole_day=False, zone=None)


def _after(start: Moment, duration: str) -> Moment | None:
    lasting = read_duration(duration)
    if lasting is None:
        return None
    if start.whole_day:
        return replace(start, at=start.at + max(lasting - timedelta(days=1), timedelta(0)))
    return replace(start, at=start.at + lasting)


def _address(node: Node, way: _Way) -> str:
    """Return where a node leads: its page, or that of its tickets."""
    offers = way.node(node.get("offers"))
    offer = offers[0] if isinstance(offers, list) and offers else offers
    for value in (node.get("url"), node.get("mainEntityOfPage"), offer):
        written = _link(value)
        address = absolute(written, way.base) if written else ""
        if address:
            return address
    named = node.get("@id")
    own = isinstance(named, str) and named.startswith("http") and "#" not in named
    return absolute(named, way.base) if own and isinstance(named, str) else ""


def _link(value: Json) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("@value")
    return text(value)


def _has_own_page(address: str, nest: _Nest, way: _Way) -> bool:
    """Say whether a part of an event has a page of its own, which makes it an event of its own."""
    whole = _address(nest.parent, way)
    return bool(address) and address.rstrip("/") not in {whole.rstrip("/"), way.base.rstrip("/")}


def _every(node: Node, name: str) -> str:
    value = node.get(name)
    listed = value if isinstance(value, list) else [value]
    return " ".join(text(one).rsplit("/", 1)[-1] for one in listed[:5])


def _status(node: Node) -> str:
    return _every(node, "eventStatus")


def _is_online(node: Node) -> bool:
    """Say whether one may take part from afar; what is mixed counts."""
    mode = f"{_every(node, 'eventAttendanceMode')} {_every(node, 'courseMode')}".lower()
    return "online" in mode or "mixed" in mode or "MovedOnline" in _status(node)
