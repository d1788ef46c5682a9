"""Events that pages mark up for programs: JSON-LD, microdata, RDFa, h-event, ``<time>``."""

# ruff: noqa: E501 -- rows of tables

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.page import Event, EventStatus
from followup_tui.web import hevent, microdata, schema_events, timeblocks
from followup_tui.web.dom import parse
from followup_tui.web.events import Reader
from followup_tui.web.findings import to_event
from followup_tui.web.merge import merge

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Europe/Berlin"))
URL = "https://tailspin.example/termine/"


def read(html: str, *readers: Reader) -> tuple[Event, ...]:
    page = parse(html, url=URL, now=NOW)
    found = [finding for reader in readers for finding in reader(page)]
    events = [to_event(finding, page_url=URL, now=NOW) for finding in found]
    return merge([event for event in events if event is not None], now=NOW)


def row(event: Event) -> str:
    """Give an event as ``2026-12-02T18:00+01:00/20:00 Title``, whole days as ``2026-12-02``."""
    written = (
        f"{event.start:%Y-%m-%d}" if event.all_day else event.start.isoformat(timespec="minutes")
    )
    if event.end is not None:
        same = event.end.date() == event.start.date()
        written += f"/{event.end:%H:%M}" if same else f"/{event.end:%m-%d}"
    return f"{written} {event.title}"


def json_ld(text: str) -> list[Event]:
    html = (
        f'<html><head><script type="application/ld+json">{text}</script></head><body></body></html>'
    )
    return list(read(html, schema_events.find_events))


def node(*fields: str, kind: str = "Event") -> str:
    return "{" + ", ".join([f'"@type": "{kind}"', '"name": "Pressen heute"', *fields]) + "}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (node('"startDate": "2026-12-02T18:00+01:00"'), ["2026-12-02T18:00+01:00 Pressen heute"]),
        (node('"startDate": "2026-12-02T18:00"', '"endDate": "2026-12-02T20:00"'), ["2026-12-02T18:00/20:00 Pressen heute"]),
        (node('"startDate": "2026-12-02 18:00"'), ["2026-12-02T18:00 Pressen heute"]),
        (node('"startDate": "2026-12-02"', '"endDate": "2026-12-04"'), ["2026-12-02/12-04 Pressen heute"]),
        (node('"startDate": "2026-12-02"', '"startTime": "18:00"', '"duration": "PT90M"'), ["2026-12-02T18:00/19:30 Pressen heute"]),
        # midnights that mean days
        (node('"startDate": "2026-12-02T00:00:00+01:00"', '"endDate": "2026-12-02T23:59:59+01:00"'), ["2026-12-02 Pressen heute"]),
        (node('"startDate": "2026-12-02T00:00:00.000Z"'), ["2026-12-02 Pressen heute"]),
        (node('"startDate": "2026-12-02T00:00:00"', '"endDate": "2026-12-02T02:00:00"'), ["2026-12-02T00:00/02:00 Pressen heute"]),
        # an end that cannot be; a start that is none; what is past; what lasts still
        (node('"startDate": "2026-12-02T18:00"', '"endDate": "2026-12-01T18:00"'), ["2026-12-02T18:00 Pressen heute"]),
        (node('"startDate": "bald"'), []),
        (node('"startDate": ""'), []),
        (node('"startDate": null'), []),
        (node('"startDate": "2026-11-18"'), []),
        (node('"startDate": "2026-11-19T12:00+01:00"', '"endDate": "2026-11-19T15:00+01:00"'), ["2026-11-19T12:00+01:00/15:00 Pressen heute"]),
        (node('"startDate": "2026-11-19T15:00+03:00"'), []),
        (node('"startDate": "2226-12-02"'), []),
        (node('"endDate": "2026-12-02"'), []),
        # types
        (node('"startDate": "2026-12-02"', kind="https://schema.org/BusinessEvent"), ["2026-12-02 Pressen heute"]),
        (node('"startDate": "2026-12-02"', kind="schema:TheaterEvent"), ["2026-12-02 Pressen heute"]),
        (node('"startDate": "2026-12-02"', kind="Festival"), ["2026-12-02 Pressen heute"]),
        (node('"startDate": "2026-12-02"', kind="BroadcastEvent"), []),
        (node('"startDate": "2026-12-02"', kind="Offer"), []),
        (node('"startDate": "2026-12-02"').replace('"Event"', '["Thing", "SocialEvent"]'), ["2026-12-02 Pressen heute"]),
        # wrapped: lists, graphs, others, references
        (f"[{node(chr(34) + 'startDate' + chr(34) + ': ' + chr(34) + '2026-12-02' + chr(34))}]", ["2026-12-02 Pressen heute"]),
        ('{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "Event", "name": "Eins", "startDate": "2026-12-02"}}]}', ["2026-12-02 Eins"]),
        ('{"@graph": [{"@id": "#e"}, {"@id": "#e", "@type": "Event", "name": "Eins", "startDate": "2026-12-02"}]}', ["2026-12-02 Eins"]),
        # lists of days
        (node('"startDate": ["2026-12-02", "2026-12-09"]'), ["2026-12-02 Pressen heute", "2026-12-09 Pressen heute"]),
        # what recurs
        (
            node('"startDate": "2026-01-06"', '"eventSchedule": {"@type": "Schedule", "startDate": "2026-01-06", "endDate": "2026-12-10", "repeatFrequency": "P1W", "byDay": ["https://schema.org/Tuesday"], "startTime": "18:00", "endTime": "20:00", "scheduleTimezone": "Europe/Berlin", "exceptDate": "2026-12-01"}'),
            ["2026-11-24T18:00+01:00/20:00 Pressen heute", "2026-12-08T18:00+01:00/20:00 Pressen heute"],
        ),
        (
            node('"eventSchedule": {"@type": "Schedule", "startDate": "2026-09-02", "repeatFrequency": "P1M", "repeatCount": 4, "byDay": "1We"}'),
            ["2026-12-02 Pressen heute"],
        ),
        # series and parts
        (
            '{"@type": "EventSeries", "name": "Reihe", "startDate": "2026-10-01", "endDate": "2027-03-01", "location": "Halle 3", "subEvent": [{"@type": "Event", "name": "Teil eins", "startDate": "2026-12-02"}, {"@type": "Event", "startDate": "2027-01-06"}]}',
            ["2026-12-02 Teil eins", "2027-01-06 Reihe"],
        ),
        (
            '{"@type": "BusinessEvent", "name": "Tagung", "startDate": "2026-12-02", "subEvent": [{"@type": "Event", "name": "Begrüßung", "startDate": "2026-12-02T09:00"}]}',
            ["2026-12-02 Tagung"],
        ),
        (
            '{"@type": "Event", "name": "Teil", "superEvent": {"@type": "Event", "name": "Das Ganze", "startDate": "2026-12-02"}}',
            ["2026-12-02 Teil"],
        ),
        # courses
        (
            '{"@type": "Course", "name": "Schweißen", "hasCourseInstance": [{"@type": "CourseInstance", "startDate": "2026-12-02", "endDate": "2026-12-04"}, {"@type": "CourseInstance", "courseSchedule": {"@type": "Schedule", "startDate": "2027-02-01", "endDate": "2027-02-02"}}]}',
            ["2026-12-02/12-04 Schweißen", "2027-02-01/02-02 Schweißen"],
        ),
        # titles that are none
        ('{"@type": "Event", "name": "Mehr erfahren", "startDate": "2026-12-02"}', []),
        ('{"@type": "Event", "startDate": "2026-12-02"}', []),
        ('{"@type": "Event", "name": "T&amp;#228;glich &lt;b&gt;neu&lt;/b&gt;", "startDate": "2026-12-02"}', ["2026-12-02 Täglich neu"]),
    ],
)  # fmt: skip
def test_json_ld(text: str, expected: list[str]) -> None:
    assert [row(event) for event in json_ld(text)] == expected


SOUND = '{"@type": "Event", "name": "Pressen heute", "startDate": "2026-12-02"}'


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- {SOUND} -->",
        f"//<![CDATA[\n{SOUND}\n//]]>",
        f"/* <![CDATA[ */ {SOUND} /* ]]> */",
        f"{SOUND};",
        SOUND.replace("}", ",}"),
        SOUND.replace(",", ", // der Titel\n"),
        SOUND.replace("{", "{ /* ein Termin */"),
        SOUND.replace("Pressen heute", "Pressen\n\theute"),
        SOUND.replace('"2026-12-02"', '"2026-12-02", "description": "C:\\pressen\\x"'),
        SOUND.replace('", "', '"\n "'),
        SOUND.replace('"', "&quot;"),
        SOUND.replace('"name"', '"schema:name"').replace('"startDate"', '"http://schema.org/startDate"'),
        f"{SOUND}{SOUND}",
        f'[{SOUND}, {{"@type": "Event", "name": "Kap"utt", "startDate": "2026-12-03"}}]',
        f'{{"@graph": [{SOUND}, {{"@type": "Event", "name": "Abgeschn',
        f"\ufeff\n{SOUND}",
    ],
)  # fmt: skip
def test_json_ld_is_mended_where_that_is_safe(text: str) -> None:
    assert "2026-12-02 Pressen heute" in [row(event) for event in json_ld(text)]
    assert len(json_ld(text)) == 1


DAY = '"startDate": "2026-12-02T18:00"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (node(DAY, '"location": "Halle 3, Zürich"'), {"location": "Halle 3, Zürich", "online": False}),
        (node(DAY, '"location": {"@type": "Place", "name": "Halle 3", "address": {"@type": "PostalAddress", "streetAddress": "Kai 5", "postalCode": "8005", "addressLocality": "Zürich"}}'), {"location": "Halle 3, Kai 5, 8005, Zürich"}),
        (node(DAY, '"location": {"@type": "Place", "name": "Kai 5, Zürich", "address": "Kai 5, Zürich"}'), {"location": "Kai 5, Zürich"}),
        (node(DAY, '"location": {"@type": "PostalAddress", "addressLocality": "Zürich"}'), {"location": "Zürich"}),
        (node(DAY, '"location": [{"@type": "VirtualLocation", "url": "https://meet.example/1"}, {"@type": "Place", "name": "Halle 3"}]'), {"location": "Halle 3", "online": True}),
        (node(DAY, '"location": {"@type": "Place", "name": "Zoom"}'), {"online": True}),
        (node(DAY, '"eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode"'), {"online": True}),
        (node(DAY, '"eventAttendanceMode": "OfflineEventAttendanceMode"'), {"online": False}),
        (node(DAY, '"eventStatus": "https://schema.org/EventCancelled"'), {"status": EventStatus.CANCELLED}),
        (node(DAY, '"eventStatus": ["EventPostponed"]'), {"status": EventStatus.POSTPONED}),
        (node(DAY, '"eventStatus": "EventRescheduled", "previousStartDate": "2026-11-30"'), {"status": EventStatus.SCHEDULED, "start": datetime(2026, 12, 2, 18)}),  # noqa: DTZ001
        (node(DAY, '"eventStatus": "EventMovedOnline"'), {"status": EventStatus.SCHEDULED, "online": True}),
        (node(DAY, '"url": "/pressen#anmeldung"'), {"url": "https://tailspin.example/pressen"}),
        (node(DAY, '"url": {"@id": "https://tailspin.example/p"}'), {"url": "https://tailspin.example/p"}),
        (node(DAY, '"offers": {"@type": "Offer", "url": "https://tickets.example/7"}'), {"url": "https://tickets.example/7"}),
        (node(DAY, '"url": "javascript:alert(1)"'), {"url": ""}),
        (node('"startDate": "2026-12-02T18:00Z"'), {"zone": "UTC"}),
        (node('"startDate": "2026-12-02T18:00-0500"'), {"zone": "-05:00"}),
        (node(DAY), {"zone": None}),
        ('{"@graph": [{"@id": "#halle", "@type": "Place", "name": "Halle 3"}, ' + node(DAY, '"location": {"@id": "#halle"}') + "]}", {"location": "Halle 3"}),
    ],
)  # fmt: skip
def test_what_json_ld_says(text: str, expected: dict[str, object]) -> None:
    (event,) = json_ld(text)
    assert {name: getattr(event, name) for name in expected} == expected
    assert event.sources[0].method == "json-ld"
    assert event.sources[0].words.startswith("Pressen heute · 2026-12-02")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div itemscope itemtype="http://schema.org/Event"><h3 itemprop="name">Brotzeit</h3><time itemprop="startDate" datetime="2026-12-02T18:00">2.</time></div>', ["2026-12-02T18:00 Brotzeit"]),
        ('<div itemscope itemtype="http://schema.org/Event"><a itemprop="url" href="/b"><span itemprop="name">Brotzeit</span></a><meta itemprop="startDate" content="2026-12-02"><meta itemprop="endDate" content="2026-12-04"></div>', ["2026-12-02/12-04 Brotzeit"]),
        ('<div itemscope itemtype="http://schema.org/Event"><a itemprop="name" href="/b">Brotzeit</a><span itemprop="startDate" content="2026-12-02">2. Dez</span></div>', ["2026-12-02 Brotzeit"]),
        ('<div itemscope itemtype="https://schema.org/Event" itemref="when"><b itemprop="name">Brotzeit</b></div><p id="when"><time itemprop="startDate" datetime="2026-12-02">2.</time></p>', ["2026-12-02 Brotzeit"]),
        ('<div itemscope itemtype="https://schema.org/WebPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Brotzeit</b><time itemprop="startDate" datetime="2026-12-02">2.</time></div></div>', ["2026-12-02 Brotzeit"]),
        ('<div itemprop="event" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Brotzeit</b><time itemprop="startDate">2026-12-02</time></div>', ["2026-12-02 Brotzeit"]),
        ('<div itemscope itemtype="http://data-vocabulary.org/Event"><b itemprop="summary">Brotzeit</b><time itemprop="startDate" datetime="2026-12-02">2.</time></div>', ["2026-12-02 Brotzeit"]),
        ('<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Brotzeit</b></div>', []),
        ('<div itemscope itemtype="https://schema.org/Article"><b itemprop="name">Brotzeit</b><time itemprop="startDate" datetime="2026-12-02">2.</time></div>', []),
        ('<div vocab="https://schema.org/" typeof="Event"><h3 property="name">Brotzeit</h3><span property="startDate" content="2026-12-02T18:00+01:00">2.</span></div>', ["2026-12-02T18:00+01:00 Brotzeit"]),
        ('<div typeof="schema:Event"><h3 property="schema:name">Brotzeit</h3><span property="schema:startDate" content="2026-12-02">2.</span></div>', ["2026-12-02 Brotzeit"]),
    ],
)  # fmt: skip
def test_microdata_and_rdfa(html: str, expected: list[str]) -> None:
    assert [row(event) for event in read(html, microdata.find_events)] == expected


@pytest.mark.parametrize(
    "html",
    [
        '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Brotzeit</b><time itemprop="startDate" datetime="2026-12-02">2.</time><div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Halle 3</b><p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="addressLocality">Ulm</i></p></div></div>',
        '<div vocab="https://schema.org/" typeof="Event"><b property="name">Brotzeit</b><time property="startDate" datetime="2026-12-02">2.</time><div property="location" typeof="Place"><b property="name">Halle 3</b><p property="address" typeof="PostalAddress"><i property="addressLocality">Ulm</i></p></div></div>',
        '<div typeof="schema:Event"><b property="schema:name">Brotzeit</b><time property="schema:startDate" datetime="2026-12-02">2.</time><div rel="schema:location"><div typeof="schema:Place"><b property="schema:name">Halle 3</b><p property="schema:address">Ulm</p></div></div></div>',
    ],
)  # fmt: skip
def test_places_in_elements(html: str) -> None:
    (event,) = read(html, microdata.find_events)
    assert (event.title, event.location) == ("Brotzeit", "Halle 3, Ulm")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div class="h-event"><h2 class="p-name">Brotzeit</h2><time class="dt-start" datetime="2026-12-02T18:00">2.</time><time class="dt-end" datetime="2026-12-02T20:00">8</time></div>', ["2026-12-02T18:00/20:00 Brotzeit"]),
        ('<div class="h-event"><a class="p-name u-url" href="/b">Brotzeit</a> <span class="dt-start"><span class="value" title="2026-12-02">2. Dez</span> um <span class="value">18:00</span></span></div>', ["2026-12-02T18:00 Brotzeit"]),
        ('<div class="h-event"><a class="p-name" href="/b">Brotzeit</a> <span class="dt-start"><abbr class="value" title="2026-12-02">2.</abbr> <span class="value">6:30 pm</span></span><span class="dt-end"><span class="value">8 pm</span></span></div>', ["2026-12-02T18:30/20:00 Brotzeit"]),
        ('<div class="vevent"><span class="summary">Brotzeit</span> <abbr class="dtstart" title="2026-12-02T18:00:00+01:00">2. Dez</abbr></div>', ["2026-12-02T18:00+01:00 Brotzeit"]),
        ('<table class="vcalendar"><tr class="vevent"><td class="dtstart">2026-12-02</td><td class="summary">Brotzeit</td></tr></table>', ["2026-12-02 Brotzeit"]),
        ('<div class="vevent"><span class="summary">Brotzeit</span><abbr class="dtstart" title="20261202">2.</abbr><abbr class="dtend" title="20261205">4.</abbr></div>', ["2026-12-02/12-04 Brotzeit"]),
        ('<div class="h-event"><time class="dt-start" datetime="2026-12-02">2.</time><h2>No name marked</h2></div>', ["2026-12-02 No name marked"]),
        ('<div class="h-entry"><h2 class="p-name">Blog</h2><time class="dt-published" datetime="2026-12-02">2.</time></div>', []),
        ('<div class="h-event"><h2 class="p-name">Brotzeit</h2><span class="dt-start">demnächst</span></div>', []),
    ],
)  # fmt: skip
def test_microformats(html: str, expected: list[str]) -> None:
    assert [row(event) for event in read(html, hevent.find_events)] == expected


def test_a_microformat_says_where_and_whether() -> None:
    (event,) = read(
        """<div class="h-event"><a class="u-url p-name" href="b">Brotzeit</a>
        <time class="dt-start" datetime="2026-12-02">2.</time> <span class="p-status">abgesagt</span>
        <div class="p-location h-card"><span class="p-name">Halle 3</span>
        <span class="p-locality">Ulm</span></div></div>""",
        hevent.find_events,
    )
    assert (event.location, event.url) == ("Halle 3 Ulm", f"{URL}b")
    assert event.status is EventStatus.CANCELLED


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # lists and cards
        ('<ul><li><time datetime="2026-12-02T18:00">2.</time> <a href="/k">Kosten im Griff</a></li></ul>', ["2026-12-02T18:00 Kosten im Griff"]),
        ('<div class="card"><h3>Offene Werkstatt</h3><time datetime="2026-12-02">2.</time> – <time datetime="2026-12-04">4.</time><a href="/w">Mehr erfahren</a></div>', ["2026-12-02/12-04 Offene Werkstatt"]),
        ('<div class="event"><time datetime="2026-12-02">2.</time> <time datetime="18:00">18 Uhr</time><h3>Offene Werkstatt</h3></div>', ["2026-12-02T18:00 Offene Werkstatt"]),
        ('<div class="event"><time datetime="2026-12-02T18:00">2.</time> bis <time datetime="20:00">20 Uhr</time><h3>Offene Werkstatt</h3></div>', ["2026-12-02T18:00/20:00 Offene Werkstatt"]),
        ('<article class="event"><a href="/w">Mehr erfahren</a><h3>Offene Werkstatt</h3><p><time>2026-12-02</time></p></article>', ["2026-12-02 Offene Werkstatt"]),
        ('<main><h1>Offene Werkstatt</h1><p class="date"><time datetime="2026-12-02T18:00">2. Dezember</time></p><p>Bringt euer Werkzeug mit, wir haben Strom.</p></main>', ["2026-12-02T18:00 Offene Werkstatt"]),
        ('<table><tr><td><time datetime="2026-12-02">2.</time></td><td>Kosten im Griff</td></tr></table>', ["2026-12-02 Kosten im Griff"]),
        # no events
        ('<article class="post"><h2>Was war</h2><span class="posted-on"><time class="published" datetime="2026-12-02">2.</time></span></article>', []),
        ('<article><h2>Was kommt</h2><p class="byline">Von Ulla, <time itemprop="datePublished" datetime="2026-12-02">2.</time></p></article>', []),
        ('<li class="comment"><b>Ulla Berg schrieb</b> <time datetime="2026-12-02">2.</time></li>', []),
        ('<article><h2>Was kommt</h2><time pubdate datetime="2026-12-02">2.</time></article>', []),
        ('<div><h3>Schlosser gesucht</h3>Bewerbungsfrist: <time datetime="2026-12-02">2.</time></div>', []),
        ('<div><h3>Rabatt</h3>Gültig bis <time datetime="2026-12-02">2.</time></div>', []),
        ('<div><h3>Offene Werkstatt</h3><time datetime="2026-11-02">2.</time></div>', []),
        ('<div><h3>Offene Werkstatt</h3><time datetime="P2D">zwei Tage</time> <time datetime="2026">2026</time> <time datetime="2026-12">Dez</time></div>', []),
        ('<footer><h3>Tailspin</h3><time datetime="2026-12-02">2.</time></footer>', []),
        ('<div hidden><h3>Offene Werkstatt</h3><time datetime="2026-12-02">2.</time></div>', []),
        ('<form><h3>Offene Werkstatt</h3><time datetime="2026-12-02">2.</time></form>', []),
    ],
)  # fmt: skip
def test_times(html: str, expected: list[str]) -> None:
    assert [
        row(event) for event in read(f"<body>{html}</body>", timeblocks.find_events)
    ] == expected


def test_one_event_in_four_ways_is_one() -> None:
    html = """<script type="application/ld+json">{"@type": "Event", "name": "Brotzeit &amp; Bier",
    "startDate": "2026-12-02T18:00+01:00", "location": "Halle 3"}</script>
    <div class="h-event" itemscope itemtype="https://schema.org/Event">
    <h3 class="p-name" itemprop="name">Brotzeit &amp; Bier</h3>
    <time class="dt-start" itemprop="startDate" datetime="2026-12-02T18:00">2. Dezember</time></div>"""
    (event,) = read(
        html,
        schema_events.find_events,
        microdata.find_events,
        hevent.find_events,
        timeblocks.find_events,
    )
    assert [one.method for one in event.sources] == ["json-ld", "microdata", "h-event", "time"]
    assert event.zone == "+01:00"
