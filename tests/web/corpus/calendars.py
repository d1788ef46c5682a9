"""Calendar files as programs write them, well and badly."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.filler import ics

_ICS = "text/calendar; charset=utf-8"
_UNTIL = datetime(2026, 12, 1, tzinfo=ZoneInfo("UTC"))


_OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""

CASES = (
    Case(
        name="ics-google-weekly-with-exceptions",
        url="https://calendar.example/ical/board.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=ics(
            """BEGIN:VEVENT
DTSTART;TZID=Australia/Sydney:20260902T183000
DTEND;TZID=Australia/Sydney:20260902T200000
RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261031T235959Z;BYDAY=WE
EXDATE;TZID=Australia/Sydney:20260930T183000
DTSTAMP:20260901T000000Z
UID:abc1@calendar.example
LOCATION:Level 2\\, 5 Forge Lane\\, Sydney
SUMMARY:Board games
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Australia/Sydney:20261015T190000
DTEND;TZID=Australia/Sydney:20261015T210000
RECURRENCE-ID;TZID=Australia/Sydney:20261014T183000
UID:abc1@calendar.example
SUMMARY:Board games (moved to Thursday)
END:VEVENT
""",
            head="PRODID:-//Google Inc//Google Calendar 70.9054//EN\nX-WR-CALNAME:Board games\nX-WR-TIMEZONE:Australia/Sydney",
        ),
        events=(
            ev("Board games", "2026-09-16T18:30+10:00", "2026-09-16T20:00+10:00", "5 Forge Lane"),
            ev("Board games (moved to Thursday)", "2026-10-15T19:00+11:00"),
            ev("Board games", "2026-10-28T18:30+11:00"),
        ),
    ),
    Case(
        name="ics-outlook-zone-and-busy",
        url="https://halden.example/o.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=ics(
            _OUTLOOK_ZONE
            + """BEGIN:VEVENT
CLASS:PUBLIC
DTSTART;TZID="W. Europe Standard Time":20261026T090000
DTEND;TZID="W. Europe Standard Time":20261026T100000
LOCATION:Microsoft Teams Meeting
SUMMARY;LANGUAGE=de:Sprechstunde für Lieferanten
UID:040000008200E00074C5B7101A82E008
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261102
DTEND;VALUE=DATE:20261105
SUMMARY:Hausmesse
UID:2@halden.example
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260810
SUMMARY:Betriebsferien
UID:3@halden.example
END:VEVENT
""",
            head="PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\nMETHOD:PUBLISH\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE",
        ),
        events=(
            ev(
                "Sprechstunde für Lieferanten",
                "2026-10-26T09:00+01:00",
                "2026-10-26T10:00+01:00",
                online=True,
            ),
            ev("Hausmesse", "2026-11-02", "2026-11-04"),
        ),
    ),
    Case(
        name="ics-last-wednesday-and-cancelled",
        url="https://querycircle.example/meet.ics",
        content_type="application/octet-stream",
        until=_UNTIL,
        body=ics(
            """BEGIN:VEVENT
UID:q@querycircle.example
DTSTART;TZID=Australia/Melbourne:20250129T183000
DURATION:PT2H
RRULE:FREQ=MONTHLY;BYDAY=-1WE
SUMMARY:Query Circle
URL:https://querycircle.example/next
END:VEVENT
BEGIN:VEVENT
UID:q@querycircle.example
RECURRENCE-ID;TZID=Australia/Melbourne:20261028T183000
DTSTART;TZID=Australia/Melbourne:20261028T183000
SUMMARY:Query Circle
STATUS:CANCELLED
END:VEVENT
""",
            end="\n",
        ),
        events=(
            ev("Query Circle", "2026-09-30T18:30+10:00", "2026-09-30T20:30+10:00"),
            ev("Query Circle", "2026-10-28T18:30+11:00", status="cancelled", maybe=True),
            ev("Query Circle", "2026-11-25T18:30+11:00", "2026-11-25T20:30+11:00"),
        ),
    ),
    Case(
        name="ics-broken-among-good",
        url="https://ferry.example/c.ics",
        content_type=_ICS,
        until=_UNTIL,
        body="\ufeff"
        + ics(
            """BEGIN:VEVENT
UID:1
DTSTART:notadate
SUMMARY:Nowhere
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20261003T100000Z
DTEND:20261003T090000Z
SUMMARY:Ferry open day with a very long name that the program has folded in the mid
 dle of a word
END:VEVENT
BEGIN:VEVENT
SUMMARY:No start at all
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Middle/Nowhere:20261010T140000
SUMMARY:Knots for children
LOCATION:Pier 1
END:VEVENT
BEGIN:VEVENT
UID:bomb
DTSTART:20000101T000000Z
RRULE:FREQ=SECONDLY
SUMMARY:Tick
END:VEVENT
""",
            end="\n",
        ),
        events=(
            ev(
                "Ferry open day with a very long name that the program has folded in the middle of a word",
                "2026-10-03T10:00+00:00",
            ),
            ev("Knots for children", "2026-10-10T14:00", at="Pier 1"),
            *(
                ev("Tick", f"2026-09-14T08:30:{second:02}+00:00", maybe=True)
                for second in range(60)
            ),
        ),
    ),
    Case(
        name="ics-floating-and-alarms",
        url="https://lakeview-lodge.example/season.ics",
        content_type=_ICS,
        until=_UNTIL,
        body=ics(
            """BEGIN:VTODO
UID:t1
SUMMARY:Buy firewood
DUE:20261001T120000
END:VTODO
BEGIN:VEVENT
UID:f1
DTSTART:20261009T190000
DTEND:20261009T220000
SUMMARY:Game supper
DESCRIPTION:Four courses\\nBook by phone
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:f2
DTSTART;VALUE=DATE:20261031
RDATE;VALUE=DATE:20261114
SUMMARY:Work party
END:VEVENT
BEGIN:VFREEBUSY
UID:fb
DTSTART:20261012T080000Z
DTEND:20261012T180000Z
END:VFREEBUSY
""",
        ),
        events=(
            ev("Game supper", "2026-10-09T19:00", "2026-10-09T22:00"),
            ev("Work party", "2026-10-31"),
            ev("Work party", "2026-11-14"),
        ),
    ),
    Case(
        name="ics-latin1-undeclared",
        url="https://musee.example/agenda.ics",
        content_type="text/calendar",
        charset="windows-1252",
        until=_UNTIL,
        body=ics(
            """BEGIN:VEVENT
UID:m1
DTSTART;TZID=Europe/Paris:20261017T143000
DTEND;TZID=Europe/Paris:20261017T160000
SUMMARY:Visite guidée : l'été des forêts
LOCATION:Musée des Forêts
END:VEVENT
""",
        ),
        events=(
            ev(
                "Visite guidée : l'été des forêts",
                "2026-10-17T14:30+02:00",
                "2026-10-17T16:00+02:00",
                "Musée des Forêts",
            ),
        ),
    ),
)
