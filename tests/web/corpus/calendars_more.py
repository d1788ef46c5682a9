"""More calendar files and feeds: series that change midway, odd zones, folded letters, wrong types."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.filler import ics

_ICS = "text/calendar; charset=utf-8"
_UNTIL = datetime(2026, 12, 1, tzinfo=ZoneInfo("UTC"))


def _folded(text: str) -> bytes:
    """The file with each line folded after 20 bytes, in the middle of letters if need be."""
    rows = [
        b"\r\n ".join(row[i : i + 20] for i in range(0, max(len(row), 1), 20))
        for row in text.encode().split(b"\r\n")
    ]
    return b"\r\n".join(rows)


CASES = (
    Case(
        name="ics-this-and-future",
        url="https://club.example/a.ics",
        content_type=_ICS,
        until=datetime(2026, 10, 20, tzinfo=ZoneInfo("UTC")),
        body=ics(
            """BEGIN:VEVENT
UID:s1
DTSTART;TZID=Europe/London:20260907T190000
DTEND;TZID=Europe/London:20260907T203000
RRULE:FREQ=WEEKLY;COUNT=8
SUMMARY:Band practice
LOCATION:Hut
END:VEVENT
BEGIN:VEVENT
UID:s1
RECURRENCE-ID;TZID=Europe/London;RANGE=THISANDFUTURE:20261005T190000
DTSTART;TZID=Europe/London:20261005T200000
DTEND;TZID=Europe/London:20261005T213000
SUMMARY:Band practice (late)
LOCATION:Hut
END:VEVENT
"""
        ),
        events=(
            ev("Band practice", "2026-09-14T19:00+01:00", "2026-09-14T20:30+01:00", "Hut"),
            ev("Band practice", "2026-09-21T19:00+01:00"),
            ev("Band practice", "2026-09-28T19:00+01:00"),
            ev("Band practice (late)", "2026-10-05T20:00+01:00", "2026-10-05T21:30+01:00"),
            ev("Band practice (late)", "2026-10-12T20:00+01:00", also=("Band practice",)),
            ev("Band practice (late)", "2026-10-19T20:00+01:00", also=("Band practice",)),
        ),
    ),
    Case(
        name="ics-folded-midletter",
        url="https://club.example/b.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=_folded(
            ics(
                """BEGIN:VEVENT
UID:f1
DTSTART;TZID=Europe/Berlin:20261009T193000
DTEND;TZID=Europe/Berlin:20261009T220000
SUMMARY:Größte Tüftlerrunde südlich der Mälzerei – für Anfänger\\, Könner und Öfen
LOCATION:Käthe-Straße 5
END:VEVENT
"""
            )
        ),
        events=(
            ev(
                "Größte Tüftlerrunde südlich der Mälzerei – für Anfänger, Könner und Öfen",
                "2026-10-09T19:30+02:00",
                "2026-10-09T22:00+02:00",
                "Käthe-Straße 5",
            ),
        ),
    ),
    Case(
        name="ics-running-and-multi-day",
        url="https://club.example/c.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=ics(
            """BEGIN:VEVENT
UID:r1
DTSTART;VALUE=DATE:20260912
DTEND;VALUE=DATE:20260920
SUMMARY:Regatta week
END:VEVENT
BEGIN:VEVENT
UID:r2
DTSTART:20260913T100000Z
DTEND:20260913T120000Z
SUMMARY:Yesterday's brunch
END:VEVENT
BEGIN:VEVENT
UID:r3
DTSTART;VALUE=DATE:20261001
DURATION:P3D
SUMMARY:Work days
END:VEVENT
BEGIN:VEVENT
UID:r4
DTSTART;VALUE=DATE:19900512
RRULE:FREQ=YEARLY
SUMMARY:Founding day
END:VEVENT
"""
        ),
        events=(
            ev("Regatta week", "2026-09-12", "2026-09-19"),
            ev("Work days", "2026-10-01", "2026-10-03"),
        ),
    ),
    Case(
        name="ics-two-calendars-unknown-zone-defined",
        url="https://club.example/d.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=ics(
            """BEGIN:VTIMEZONE
TZID:Customized Time Zone 1
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+1000
TZOFFSETTO:+1000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:z1
DTSTART;TZID=Customized Time Zone 1:20261006T090000
DTEND;TZID=Customized Time Zone 1:20261006T100000
SUMMARY:Northern call
LOCATION:https://meet.example/north
END:VEVENT
"""
        )
        + ics(
            """BEGIN:VEVENT
UID:z2
DTSTART:20261007T220000Z
SUMMARY:Southern call
STATUS:TENTATIVE
END:VEVENT
"""
        ),
        events=(
            ev("Northern call", "2026-10-06T09:00+10:00", "2026-10-06T10:00+10:00", online=True),
            ev("Southern call", "2026-10-07T22:00+00:00"),
        ),
    ),
    Case(
        name="ics-html-and-noise",
        url="https://club.example/e.ics",
        content_type="text/plain",
        until=_UNTIL,
        body=ics(
            """BEGIN:VEVENT
DTSTAMP:20260901T080000Z
UID:h1
DTSTART:20261015T170000Z
DTEND:20261015T180000Z
SUMMARY:Q&amp;A with the board
DESCRIPTION:<b>Bring</b> questions\\n<br>See https://x.example
X-ALT-DESC;FMTTYPE=text/html:<html><body>Bring questions</body></html>
ORGANIZER;CN="Board; of: trustees":mailto:board@club.example
ATTENDEE;CN=You;RSVP=TRUE:mailto:you@club.example
GEO:48.85;2.35
URL;VALUE=URI:https://club.example/qa
END:VEVENT
""",
            end="\n",
        ),
        events=(
            ev(
                "Q&A with the board",
                "2026-10-15T17:00+00:00",
                "2026-10-15T18:00+00:00",
                link="/qa",
                also=("Q&amp;A with the board",),
            ),
        ),
    ),
    Case(
        name="ics-first-and-third",
        url="https://club.example/f.ics",
        content_type=_ICS,
        until=datetime(2026, 11, 10, tzinfo=ZoneInfo("UTC")),
        body=ics(
            """BEGIN:VEVENT
UID:ft
DTSTART;TZID=America/New_York:20260901T180000
DTEND;TZID=America/New_York:20260901T193000
RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU
EXDATE;TZID=America/New_York:20261006T180000
SUMMARY:Toast club
END:VEVENT
"""
        ),
        events=(
            ev("Toast club", "2026-09-15T18:00-04:00"),
            ev("Toast club", "2026-10-20T18:00-04:00"),
            ev("Toast club", "2026-11-03T18:00-05:00"),
        ),
    ),
    Case(
        name="ics-that-is-an-error-page",
        url="https://club.example/g.ics",
        content_type=_ICS,
        body="<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The calendar of 3 October 2026 is gone.</p></body></html>",
    ),
    Case(
        name="atom-with-html-and-tags",
        url="https://gridfold.example/blog/feed",
        content_type="application/xml",
        body="""<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="/feed.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:x</id><updated>2026-09-02T09:00:00.000+01:00</updated><category term="peas"/><title type='text'>Gridfold notes</title><link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='https://gridfold.example/feeds'/><link rel='alternate' type='text/html' href='https://gridfold.example/blog'/><entry><id>tag:x,1</id><published>2026-09-02T09:00:00.000+01:00</published><title type='html'>The true price of peas &amp;amp; carrots</title><content type='html'>&lt;p&gt;On 1 October 2026 peas rise.&lt;/p&gt;</content><link rel='replies' href='https://gridfold.example/r/1'/><link rel='alternate' type='text/html' href='https://gridfold.example/blog/peas'/><author><name>Ana</name></author></entry></feed>""",
        title=("Gridfold notes",),
        news=(("The true price of peas & carrots", "2026-09-02"),),
    ),
    Case(
        name="rss-german-categories",
        url="https://klarwerk.example/rss",
        content_type="application/xml; charset=utf-8",
        charset="utf-8",
        body="""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0"><channel><title>Klarwerk: Aktuelles</title><link>https://klarwerk.example</link><description>Neues aus Fulda</description><language>de-DE</language><item><title>Klarwerk zieht um</title><link>https://klarwerk.example/n/1</link><guid isPermaLink="false">1</guid><pubDate>Sa, 12 Sep 2026 10:00:00 +0200</pubDate><category>Büro</category></item><item><title><![CDATA[Neu: Beratung <b>Netz</b>]]></title><link>https://klarwerk.example/n/2</link><pubDate>Mon, 07 Sep 2026 10:00:00 CEST</pubDate></item></channel></rss>""",
        title=("Klarwerk: Aktuelles",),
        language="de",
        news=(("Klarwerk zieht um", "2026-09-12"), ("Neu: Beratung Netz", "2026-09-07")),
    ),
)
