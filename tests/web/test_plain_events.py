"""Events in plain text: what pages of many styles announce, and what merely has a date."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from followup_tui.web import dom
from followup_tui.web.findings import to_event
from followup_tui.web.merge import merge
from followup_tui.web.plain_events import find_events

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Europe/London"))  # a Thursday
EVENTS = "https://www.northwind.example/events"
HOME = "https://www.northwind.example/"


def found(body: str, url: str = EVENTS, lang: str = "en-GB") -> list[str]:
    """Return what is announced, an event a line: start, end, title, place, marks."""
    text = f'<html lang="{lang}"><head><title>Northwind</title></head><body>{body}</body></html>'
    page = dom.parse(text, url=url, now=NOW)
    events = [to_event(finding, page_url=url, now=NOW) for finding in find_events(page)]
    return [
        " ".join(
            filter(
                None,
                (
                    _moment(event.start, whole=event.all_day),
                    f"to {_moment(event.end, whole=event.all_day)}" if event.end else "",
                    event.title,
                    f"@ {event.location}" if event.location else "",
                    "" if event.status == "scheduled" else f"({event.status.value})",
                ),
            )
        )
        for event in merge([event for event in events if event], now=NOW)
    ]


def _moment(at: datetime, *, whole: bool) -> str:
    return at.strftime("%Y-%m-%d") if whole else at.strftime("%Y-%m-%dT%H:%M")


ANNOUNCED = {
    "cards with a heading": (
        """<h1>Events</h1><div class=card><h3><a href=/a>Ledger clinic</a></h3><p>3 December 2026, 6pm – 8pm</p><p>Room 4, Dock House</p></div>
        <div class=card><h3><a href=/b>Year-end party</a></h3><p>17 December 2026</p></div>""",
        ["2026-12-03T18:00 to 2026-12-03T20:00 Ledger clinic @ Room 4, Dock House", "2026-12-17 Year-end party"],
    ),
    "tiles of a day and a month": (
        """<h2>What's on</h2><div class=e><div class=t><span>3</span><span>Dec</span></div><h4>Ledger clinic</h4></div>
        <div class=e><div class=t><span>17</span><span>Dec</span></div><h4>Year-end party</h4></div>
        <div class=e><div class=t><span>14</span><span>Jan</span></div><h4>Open house</h4></div>""",
        ["2026-12-03 Ledger clinic", "2026-12-17 Year-end party", "2027-01-14 Open house"],
    ),
    "tiles in lines of their own": (
        """<h1>Events</h1><ul><li><div>DEC</div><div>03</div><div>2026</div><a href=/a>Ledger clinic</a></li><li><div>DEC</div><div>17</div><div>2026</div><a href=/b>Year-end party</a></li></ul>""",
        ["2026-12-03 Ledger clinic", "2026-12-17 Year-end party"],
    ),
    "a table with a head": (
        """<table><tr><th>Date</th><th>Time</th><th>Topic</th><th>Venue</th></tr>
        <tr><td>03/12/2026</td><td>18:00</td><td>Ledgers</td><td>Dock House</td></tr><tr><td>25/01/2027</td><td>18:00</td><td>Audits</td><td>Dock House</td></tr></table>""",
        ["2026-12-03T18:00 Ledgers @ Dock House", "2027-01-25T18:00 Audits @ Dock House"],
    ),
    "the year in the heading": (
        """<h2>Programme 2027</h2><ul><li>14 January – Ledgers</li><li>11 February – Audits</li></ul>""",
        ["2027-01-14 Ledgers", "2027-02-11 Audits"],
    ),
    "the month in the heading": (
        """<h1>Calendar</h1><h2>December 2026</h2><p>Thu 3 – Ledger clinic, 18:00</p><p>Thu 17 – Year-end party, 19:30</p>""",
        ["2026-12-03T18:00 Ledger clinic", "2026-12-17T19:30 Year-end party"],
    ),
    "a season over two years": (
        """<h2>Season 2026/27</h2><ul><li>8 October: Ledgers</li><li>3 December: Audits</li><li>14 January: Payroll</li></ul>""",
        ["2026-12-03 Audits", "2027-01-14 Payroll"],
    ),
    "a weekday that names the year": (
        """<h1>Talks</h1><ul><li>Fri 15 January, 7pm: Ledgers</li><li>Thu 3 December, 7pm: Audits</li></ul>""",
        ["2026-12-03T19:00 Audits", "2027-01-15T19:00 Ledgers"],
    ),
    "a weekday that fits no year is not believed": (
        """<h1>Talks</h1><ul><li>Mon 3 December, 7pm: Audits</li><li>Thu 10 December, 7pm: Ledgers</li></ul>""",
        ["2026-12-10T19:00 Ledgers"],
    ),
    "lines with breaks": (
        """<h1>Concerts</h1><p>3 December 2026 - Winter songs, St Mary's Church<br>17 December 2026 - Carols, Town Hall<br></p>""",
        ["2026-12-03 Winter songs @ St Mary's Church", "2026-12-17 Carols @ Town Hall"],
    ),
    "a title before its date": (
        """<h1>Upcoming webinars</h1><ul><li><a href=/x>Ledgers for beginners</a>, 3 December 2026, 10:00 CET</li><li><a href=/y>Audits at ease</a>, 8 December 2026, 10:00 CET</li></ul>""",
        ["2026-12-03T10:00 Ledgers for beginners", "2026-12-08T10:00 Audits at ease"],
    ),
    "headings and dates without boxes": (
        """<h1>Workshops</h1><h3>Ledgers</h3><p>Thursday 3 December 2026, 09:30-12:00</p><p>Bring your own books.</p><h3>Audits</h3><p>Tuesday 8 December 2026, 09:30-12:00</p>""",
        ["2026-12-03T09:30 to 2026-12-03T12:00 Ledgers", "2026-12-08T09:30 to 2026-12-08T12:00 Audits"],
    ),
    "a page of one event": (
        """<h1>Ledger Summit</h1><p>When: 3–4 December 2026</p><p>Where: Dock House, 12 Pier Street</p><p>Register by 1 December 2026.</p>""",
        ["2026-12-03 to 2026-12-04 Ledger Summit @ Dock House, 12 Pier Street"],
    ),
    "labels in a list": (
        """<h1>Year-end breakfast</h1><dl><dt>Date</dt><dd>3 December 2026</dd><dt>Time</dt><dd>8:00 am</dd><dt>Location</dt><dd>Dock House</dd></dl>""",
        ["2026-12-03T08:00 Year-end breakfast @ Dock House"],
    ),
    "labels in a table": (
        """<h1>Year-end breakfast</h1><table><tr><th>Date</th><td>3 December 2026</td></tr><tr><th>Time</th><td>08:00</td></tr><tr><th>Venue</th><td>Dock House</td></tr></table>""",
        ["2026-12-03T08:00 Year-end breakfast @ Dock House"],
    ),
    "dates of one course": (
        """<h2>Bookkeeping for clubs</h2><ul><li>3 December 2026, Leeds</li><li>14 January 2027, Hull</li></ul>""",
        ["2026-12-03 Bookkeeping for clubs @ Leeds", "2027-01-14 Bookkeeping for clubs @ Hull"],
    ),
    "several things on one day": (
        """<h1>Events</h1><h2>Thursday 3 December 2026</h2><ul><li>10:00 <a href=/a>Story time</a></li><li>14:00 <a href=/b>Book repair</a></li></ul><h2>Friday 4 December 2026</h2><ul><li>10:00 <a href=/c>Map reading</a></li><li>15:00 <a href=/d>Chess</a></li></ul>""",
        ["2026-12-03T10:00 Story time", "2026-12-03T14:00 Book repair", "2026-12-04T10:00 Map reading", "2026-12-04T15:00 Chess"],
    ),
    "what is over is left out": (
        """<h1>Events</h1><ul><li>3 November 2026: Audits</li><li>19 November 2026, 9:00: Breakfast</li><li>19 November 2026, 18:00: Ledgers</li><li>16–20 November 2026: Fair</li></ul>""",
        ["2026-11-16 to 2026-11-20 Fair", "2026-11-19T18:00 Ledgers"],
    ),
    "a day that may be two is marked": (
        """<h1>Events</h1><ul><li>04/12/2026: Ledger clinic</li><li>05/12/2026: Audit clinic</li></ul>""",
        ["2026-12-04 Ledger clinic", "2026-12-05 Audit clinic"],
    ),
    "cancelled": (
        """<h1>Events</h1><div class=c><h3>Ledger clinic</h3><p>3 December 2026, 18:00</p><p>Cancelled</p></div><div class=c><h3>Audit clinic</h3><p>8 December 2026, 18:00</p></div>""",
        ["2026-12-03T18:00 Ledger clinic (cancelled)", "2026-12-08T18:00 Audit clinic"],
    ),
    "monthly": (
        """<h1>Ledger Circle</h1><p>We meet every last Wednesday of the month at 6:30 pm.</p>""",
        ["2026-11-25T18:30 Ledger Circle (unsure)"],
    ),
    "from one month to the next": (
        """<h1>Exhibitions</h1><h3>Blue glass</h3><p>28 November 2026 – 2 January 2027</p><h3>Green glass</h3><p>10 January – 4 March 2027</p>""",
        ["2026-11-28 to 2027-01-02 Blue glass", "2027-01-10 to 2027-03-04 Green glass"],
    ),
    "all of a card is a link": (
        """<h2>Upcoming events</h2><a class=c href=/a><span class=date>3 Dec 2026</span><span class=title>Ledger clinic</span></a><a class=c href=/b><span class=date>8 Dec 2026</span><span class=title>Audit clinic</span></a>""",
        ["2026-12-03 Ledger clinic", "2026-12-08 Audit clinic"],
    ),
    "beginning and end apart": (
        """<h1>Fairs</h1><div class=c><h3>Glass fair</h3><p>From: 3 December 2026</p><p>To: 5 December 2026</p></div><div class=c><h3>Salt fair</h3><p>From: 10 December 2026</p><p>To: 12 December 2026</p></div>""",
        ["2026-12-03 to 2026-12-05 Glass fair", "2026-12-10 to 2026-12-12 Salt fair"],
    ),
    "fairs that they go to": (
        """<h2>Meet us at</h2><ul><li>LedgerExpo, Leeds, 3–5 December 2026</li><li>AuditFair, Hull, 14–15 January 2027</li></ul>""",
        ["2026-12-03 to 2026-12-05 LedgerExpo, Leeds", "2027-01-14 to 2027-01-15 AuditFair, Hull"],
    ),
    "columns made by blanks": (
        """<h1>Diary</h1><pre>03 Dec 2026  Audit clinic        Dock House\n08 Dec 2026  Ledger clinic       Dock House</pre>""",
        ["2026-12-03 Audit clinic @ Dock House", "2026-12-08 Ledger clinic @ Dock House"],
    ),
    "doors and beginning": (
        """<h1>Konzerte</h1><div class=k><p>Fr, 04.12.2026</p><p><b>Kabelsalat</b></p><p>Einlass: 19:00 Uhr | Beginn: 20:30 Uhr</p></div>""",
        ["2026-12-04T20:30 Kabelsalat"],
    ),
    "tiles of a weekday and a number below a month": (
        """<h1>Events</h1><h2>December 2026</h2><div class=r><div class=d><span>Thu</span></div><div class=n>3</div><h4>Audit clinic</h4></div><div class=r><div class=d>Tue</div><div class=n>8</div><h4>Ledger clinic</h4></div>""",
        ["2026-12-03 Audit clinic", "2026-12-08 Ledger clinic"],
    ),
    "past midnight": (
        """<h1>Gigs</h1><ul><li>Fri 4 December, 21:00 – 02:00: The Ledgers</li></ul>""",
        ["2026-12-04T21:00 to 2026-12-05T02:00 The Ledgers"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", ANNOUNCED)
def test_announced(style: str) -> None:
    body, expected = ANNOUNCED[style]
    assert found(body) == expected


SPOKEN = [
    ("de", "<h2>Termine</h2><ul><li>Do., 3.12., 19 Uhr: Stammtisch, Gasthof Hirsch</li><li>Di., 8.12., 19 Uhr: Vortrag über Bienen</li></ul>",
     ["2026-12-03T19:00 Stammtisch, Gasthof Hirsch", "2026-12-08T19:00 Vortrag über Bienen"]),
    ("fr", "<h1>Agenda</h1><article><h3>Les livres de comptes</h3><p>Le jeudi 3 décembre 2026 à 18h30</p><p>Lieu : Salle des fêtes</p></article>",
     ["2026-12-03T18:30 Les livres de comptes @ Salle des fêtes"]),
    ("es", "<h1>Próximos eventos</h1><div class=e><h3>Libros de cuentas</h3><p>Jueves, 3 de diciembre de 2026, 18:00 h</p><p>Lugar: Biblioteca Central</p></div>",
     ["2026-12-03T18:00 Libros de cuentas @ Biblioteca Central"]),
    ("it", "<h1>Eventi</h1><div class=e><h3>I libri contabili</h3><p>dal 3 al 5 dicembre 2026, ore 18.30</p></div>",
     ["2026-12-03T18:30 to 2026-12-05T23:59 I libri contabili"]),
    ("nl", "<h1>Agenda</h1><ul><li>do 3 december, 19.30 uur: Kasboeken</li><li>di 8 december, 19.30 uur: Jaarrekening</li></ul>",
     ["2026-12-03T19:30 Kasboeken", "2026-12-08T19:30 Jaarrekening"]),
    ("sv", "<h1>Kalender</h1><ul><li>Torsdag 3 december kl. 18.00: Kassaböcker</li></ul>", ["2026-12-03T18:00 Kassaböcker"]),
    ("pl", "<h1>Wydarzenia</h1><div><h3>Księgi rachunkowe</h3><p>czwartek, 3 grudnia 2026, godz. 18:00</p></div>", ["2026-12-03T18:00 Księgi rachunkowe"]),
    ("cs", "<h1>Akce</h1><div><h3>Účetní knihy</h3><p>3. prosince 2026 v 18 hod</p></div>", ["2026-12-03T18:00 Účetní knihy"]),
    ("fi", "<h1>Tapahtumat</h1><ul><li><h3>Tilikirjat</h3><p>to 3.12.2026 klo 18</p></li></ul>", ["2026-12-03T18:00 Tilikirjat"]),
    ("pt", "<h1>Agenda</h1><div><h3>Livros de contas</h3><p>3 de dezembro de 2026, 18h00</p></div>", ["2026-12-03T18:00 Livros de contas"]),
    ("da", "<h1>Arrangementer</h1><div><h3>Regnskab</h3><p>torsdag den 3. december kl. 19.00</p></div>", ["2026-12-03T19:00 Regnskab"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "body", "expected"), SPOKEN)
def test_spoken(language: str, body: str, expected: list[str]) -> None:
    assert found(body, lang=language) == expected


NOTHING = {
    "blog posts": "<h1>Blog</h1><article><h2><a href=/a>Why ledgers matter</a></h2><p>3 December 2026 by Jane Li</p></article><article><h2>Audits at ease</h2><p>Posted on 8 December 2026</p></article>",
    "news without years, the newest first": "<h2>News</h2><ul><li>12 October – New office</li><li>3 September – New van</li><li>1 August – New boss</li></ul>",
    "a press release": "<h1>Press release</h1><p>London, 3 December 2026 – Northwind opens a new warehouse in Hull.</p>",
    "a deadline": "<h1>Grants</h1><p>Apply by 3 December 2026.</p><p>Deadline: 8 December 2026, 17:00</p>",
    "opening hours": "<h2>Opening hours</h2><ul><li>24 December 2026: closed</li><li>31 December 2026: 9:00 – 12:00</li></ul>",
    "history": "<h1>Our history</h1><ul><li>12 May 1998: founded in a shed</li><li>3 December 2006: moved to Hull</li></ul>",
    "a job": "<h1>Bookkeeper (full-time)</h1><p>Start date: 3 January 2027</p><p>Apply by 3 December 2026</p><p>Salary: 40,000</p>",
    "an offer": "<h2>Winter sale</h2><p>Valid until 3 December 2026. Prices from 12.05.</p>",
    "copyright": "<p>Copyright 2026. Last updated: 3 December 2026</p>",
    "past events": "<h2>Past events</h2><ul><li>3 December – Ledgers</li><li>8 December – Audits</li></ul>",
    "an archive in German": "<h2>Rückblick</h2><ul><li>3. Dezember: Stammtisch</li><li>8. Dezember: Vortrag</li></ul>",
    "release notes": "<h1>Release notes</h1><h2>Version 4.2</h2><p>3 December 2026</p><p>Bug fixes.</p><h2>Version 4.3</h2><p>8 December 2026</p><p>More.</p>",
    "reviews": "<h1>Guest reviews</h1><div class=review><h4>Quiet</h4><p>We shall be back on 3 December 2026!</p></div>",
    "a mention in a sentence": "<h1>About us</h1><p>The board decided last spring that the old warehouse in Hull will be given up, and by 3 December 2026 all of the shelves, the lorries and both of the cats will have moved to the new one beside the canal.</p>",
    "tasks": "<table><tr><th>Task</th><th>Due</th></tr><tr><td>Order valves</td><td>3 December 2026</td></tr><tr><td>Paint the gate</td><td>8 December 2026</td></tr></table>",
    "documents": "<h1>Documents</h1><ul><li><a href=/m.pdf>Minutes</a> 3 December 2026</li><li><a href=/a.pdf>Agenda</a> 8 December 2026</li></ul>",
    "prices": "<h1>Prices</h1><p>From 1 January 2027 a parcel costs 12.50.</p>",
    "phone numbers": "<h1>Events</h1><p>Call 020 7946 0012, 9am to 5pm. 12.05 and 3/4.</p>",
    "comments": "<h1>Events</h1><div class=comments><p>Kim, 3 December 2026, 10:00</p><p>Shall I bring cake?</p></div>",
    "an agenda of a day": "<h1>How the day runs</h1><ul><li>09:00 Registration</li><li>09:30 Keynote</li><li>11:00 Coffee break</li></ul>",
    "bank holidays": "<h1>Events</h1><ul><li>25 December 2026: office closed</li><li>1 January 2027: Bank holiday</li></ul>",
    "a forum": "<h1>Forum thread: the winter walk</h1><div class=post><b>Kim</b><p>Shall we say Sat 5 December at 7pm?</p></div><div class=post><b>Suse</b><p>I can't on 8 December.</p></div>",
    "delivery": "<h1>Delivery</h1><p>Order by 18 December 2026 for delivery before the holidays.</p>",
    "an index of articles ahead of time": "<h1>Insights</h1><div class=post-card><span>3 Dec 2026</span><h3>Why ledgers matter</h3><span>5 min read</span></div><div class=post-card><span>8 Dec 2026</span><h3>Audits at ease</h3><span>3 min read</span></div>",
    "no date at all": "<h1>Events</h1><p>There are no upcoming events.</p>",
    "tide times": "<h1>Tide times</h1><table><tr><th>Day</th><th>High</th><th>Low</th></tr><tr><td>3 December 2026</td><td>06:58</td><td>12:40</td></tr><tr><td>4 December 2026</td><td>07:43</td><td>13:20</td></tr></table>",
    "terms and conditions": "<h1>Terms and conditions</h1><p>Effective from 1 January 2027</p><h2>Scope</h2><p>These terms hold from 1 January 2027 on.</p>",
    "a registration that opens": "<h1>Membership</h1><p>Registration opens 3 December 2026, 9:00</p>",
    "weather": "<h1>Weather in Leeds</h1><div class=d><h4>Fri 20 Nov</h4><p>Rain from 9:00</p></div><div class=d><h4>Sat 21 Nov</h4><p>Sun</p></div>",
    "a product": "<h2>Coming soon</h2><div><h3>Ledger Pro</h3><p>Available 3 December 2026</p></div>",
    "maintenance": "<h1>Status</h1><div><h3>Scheduled maintenance</h3><p>3 December 2026, 02:00 - 04:00 UTC</p></div>",
    "issues of a newsletter": "<h1>Newsletter</h1><ul><li><a>Issue 12</a>, 3 December 2026</li><li><a>Issue 11</a>, 3 November 2026</li></ul>",
    "cookies": "<h1>Cookies</h1><table><tr><th>Name</th><th>Expires</th></tr><tr><td>_ga</td><td>19 November 2028</td></tr></table>",
    "bins": "<h1>Bin collections</h1><ul><li>Friday 27 November – recycling</li><li>Friday 4 December – general waste</li></ul>",
    "closing of a competition": "<p>Competition ends 15 January 2027 at 12:00.</p>",
    "somebody who joins": "<h1>Team</h1><div><h3>Kim Vogt</h3><p>Joins us on 1 December 2026 as CTO.</p></div>",
    "shares": "<h1>Investors</h1><p>Record date: 3 December 2026</p><p>Dividend payment date: 8 December 2026</p>",
}  # fmt: skip


@pytest.mark.parametrize("what", NOTHING)
def test_what_has_a_date_but_is_no_event(what: str) -> None:
    url = EVENTS if "<h1>Events" in NOTHING[what] else HOME
    assert found(NOTHING[what], url=url) == []


def test_american_dates_are_read_the_american_way() -> None:
    body = "<h1>Events</h1><ul><li>12/03/2026 6:00 PM: Ledger clinic</li><li>12/15/2026 6:00 PM: Audit clinic</li></ul>"
    assert found(body, lang="en-US") == ["2026-12-03T18:00 Ledger clinic", "2026-12-15T18:00 Audit clinic"]  # fmt: skip


def test_an_order_that_nothing_tells_is_marked_unsure() -> None:
    body = "<h1>Events</h1><ul><li>04/12/2026: Ledger clinic</li></ul>"
    assert found(body, lang="") == ["2026-12-04 Ledger clinic (unsure)"]


def test_a_weekday_tells_the_order() -> None:
    body = "<h1>Events</h1><ul><li>Fri 04/12/2026: Ledger clinic</li></ul>"
    assert found(body, lang="") == ["2026-12-04 Ledger clinic"]


def test_the_link_of_the_title_is_kept() -> None:
    body = '<h1>Events</h1><div><h3><a href="/ledger">Ledger clinic</a></h3><p>3 December 2026</p><a href="/x">Register</a></div>'
    page = dom.parse(f"<html><body>{body}</body></html>", url=EVENTS, now=NOW)
    (finding,) = find_events(page)
    assert finding.url == "https://www.northwind.example/ledger"
    assert finding.method == "text"


def test_a_deep_page_is_read_in_bounds() -> None:
    deep = "<div>" * 5000 + "3 December 2026, 6pm" + "</div>" * 5000
    assert len(found(f"<h1>Events</h1>{deep}")) <= 1
