"""Lists of events whose dates stand in plain words only: most event pages are like that."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import bootstrap, drupal, joomla, plain, soup, tailwind, university

CASES = (
    Case(
        name="cards-bootstrap-year-in-heading",
        url="https://foundry-meetups.example/events",
        body=bootstrap(
            """<h1 class="display-4">What's on in autumn 2026</h1><p class="lead">Evenings for people who make things out of metal and code.</p><div class="row row-cols-3 g-4">
<div class="col"><div class="card h-100"><img src="1.jpg" class="card-img-top" alt=""><div class="card-body"><h5 class="card-title">Casting bronze at home</h5><h6 class="card-subtitle text-muted">Wed 30 September, 6.30pm – 9pm</h6><p class="card-text">A kiln, two buckets and a good deal of care.</p><p><i class="bi bi-geo-alt"></i> The Old Foundry, Canal Street</p><a href="/events/bronze" class="btn btn-primary">Book now</a></div></div></div>
<div class="col"><div class="card h-100"><div class="card-body"><h5 class="card-title">Lathe clinic</h5><h6 class="card-subtitle text-muted">Sat 10 October, 10am – 1pm</h6><p class="card-text">Bring the part that will not fit.</p><p><i class="bi bi-geo-alt"></i> Workshop B</p><a href="/events/lathe" class="btn btn-primary">Book now</a></div></div></div>
<div class="col"><div class="card h-100"><div class="card-body"><h5 class="card-title">Firmware by candlelight</h5><h6 class="card-subtitle text-muted">Thu 5 November, 7pm</h6><p class="card-text">Soldering irons provided.</p><p><i class="bi bi-geo-alt"></i> Online (link after booking)</p><a href="/events/firmware" class="btn btn-secondary disabled">Sold out</a></div></div></div></div>""",
            title="Events | Foundry Meetups",
            site="Foundry Meetups",
            lang="en-GB",
        ),
        events=(
            ev(
                "Casting bronze at home",
                "2026-09-30T18:30",
                "2026-09-30T21:00",
                "The Old Foundry",
                link="/events/bronze",
            ),
            ev(
                "Lathe clinic",
                "2026-10-10T10:00",
                "2026-10-10T13:00",
                "Workshop B",
                link="/events/lathe",
            ),
            ev("Firmware by candlelight", "2026-11-05T19:00", online=True, link="/events/firmware"),
        ),
    ),
    Case(
        name="table-training-dates",
        url="https://rigging-school.example/courses/dates",
        body=joomla(
            """<h2 itemprop="headline">Course dates</h2><p>All courses run from 9.00 to 16.30 at our yard.</p><table class="table table-striped"><thead><tr><th>Course</th><th>Date</th><th>Location</th><th>Places left</th><th>Price</th></tr></thead><tbody>
<tr><td>Rope access level 1</td><td>5–9 October 2026</td><td>Yard 1, Grimsby</td><td>3</td><td>&pound;890</td></tr><tr><td>Sling inspection</td><td>14 October 2026</td><td>Yard 1, Grimsby</td><td>7</td><td>&pound;240</td></tr>
<tr><td>Tower crane signals</td><td>30 November – 2 December 2026</td><td>Yard 2, Hull</td><td>Full</td><td>&pound;540</td></tr><tr><td>Rope access level 1</td><td>11–15 January 2027</td><td>Yard 1, Grimsby</td><td>8</td><td>&pound;890</td></tr><tr><td>Sling inspection</td><td>On request</td><td>Your site</td><td></td><td></td></tr></tbody></table>""",
            title="Course dates",
            site="Rigging School",
        ),
        events=(
            ev("Rope access level 1", "2026-10-05", "2026-10-09", "Grimsby"),
            ev("Sling inspection", "2026-10-14", at="Grimsby"),
            ev("Tower crane signals", "2026-11-30", "2026-12-02", "Hull"),
            ev("Rope access level 1", "2027-01-11", "2027-01-15", "Grimsby"),
        ),
    ),
    Case(
        name="ul-strong-dates-no-year",
        url="https://stjudes-hall.example/whats-on/",
        body=plain(
            """<div id=nav><a href=/>Home</a> <a href=/hire>Hire the hall</a></div><h1>What's on at St Jude's Hall</h1>
<ul><li><b>Sat 19th Sept</b> Jumble sale, 2pm, main hall, 50p</li><li><b>Fri 2nd Oct</b> Quiz night, 7.30 for 8pm, bar</li><li><b>Sun 11th Oct</b> Harvest lunch, 12 noon, main hall</li><li><b>Sat 24th Oct</b> Ceilidh with The Loose Screws, 8pm till midnight</li></ul>
<h2>Every week</h2><ul><li>Mondays: Pilates 9.30am, Brownies 5.30pm</li><li>Tuesdays: Tea and chat 2-4pm</li></ul><p>To book ring Mrs Dunmore on 01632 555 014.</p>""",
            title="St Jude's Hall",
            lang="en-GB",
        ),
        events=(
            ev("Jumble sale", "2026-09-19T14:00", at="main hall"),
            ev("Quiz night", "2026-10-02T19:30"),
            ev("Harvest lunch", "2026-10-11T12:00", at="main hall"),
            ev("Ceilidh with The Loose Screws", "2026-10-24T20:00"),
        ),
    ),
    Case(
        name="date-tiles-soup",
        url="https://velvetrail.example/tour",
        body=soup(
            """<div class="sec"><div class="rt"><h2 class="font_2">TOUR DATES</h2></div><div class="list">
<div class="it"><div class="d"><p>03</p><p>OCT</p><p>2026</p></div><div class="v"><p class="b">The Iron Duke</p><p>Sheffield, UK</p></div><div class="t"><a href="https://tickets.example/a1">TICKETS</a></div></div>
<div class="it"><div class="d"><p>04</p><p>OCT</p><p>2026</p></div><div class="v"><p class="b">Canteen Nine</p><p>Leeds, UK</p></div><div class="t"><a href="https://tickets.example/a2">TICKETS</a></div></div>
<div class="it"><div class="d"><p>17</p><p>OCT</p><p>2026</p></div><div class="v"><p class="b">Paradiso Kelder</p><p>Amsterdam, NL</p></div><div class="t"><a href="https://tickets.example/a3">SOLD OUT</a></div></div>
<div class="it"><div class="d"><p>12</p><p>SEP</p><p>2026</p></div><div class="v"><p class="b">Wharf Weekender</p><p>Hull, UK</p></div><div class="t"></div></div></div></div>""",
            title="Velvet Rail | Tour",
            site="Velvet Rail",
        ),
        events=(
            ev("The Iron Duke", "2026-10-03", at="Sheffield"),
            ev("Canteen Nine", "2026-10-04", at="Leeds"),
            ev("Paradiso Kelder", "2026-10-17", at="Amsterdam"),
        ),
    ),
    Case(
        name="drupal-view-rows",
        url="https://riverlaw.example/seminars",
        body=drupal(
            """<h1 class="page-title">Seminars</h1><div class="views-element-container"><div class="view view-events view-id-events"><div class="view-content">
<div class="views-row"><div class="views-field views-field-field-date"><div class="field-content">Tuesday, September 29, 2026 - 08:30 to 10:00</div></div><div class="views-field views-field-title"><span class="field-content"><a href="/seminars/water-rights" hreflang="en">Water rights after the new act</a></span></div><div class="views-field views-field-field-location"><div class="field-content">Fourth floor, Mill House</div></div></div>
<div class="views-row"><div class="views-field views-field-field-date"><div class="field-content">Wednesday, October 14, 2026 - 12:00 to 13:00</div></div><div class="views-field views-field-title"><span class="field-content"><a href="/seminars/lunch-boundaries">Boundaries over lunch</a></span></div><div class="views-field views-field-field-location"><div class="field-content">Webinar</div></div></div>
<div class="views-row"><div class="views-field views-field-field-date"><div class="field-content">Thursday, November 26, 2026 - 17:00 to 19:30</div></div><div class="views-field views-field-title"><span class="field-content"><a href="/seminars/year-in-cases">The year in cases</a></span></div><div class="views-field views-field-field-location"><div class="field-content">Guild Hall</div></div></div>
</div><nav class="pager"><ul><li>Page 1</li></ul></nav></div></div>""",
            title="Seminars | River Law",
            site="River Law",
        ),
        events=(
            ev(
                "Water rights after the new act",
                "2026-09-29T08:30",
                "2026-09-29T10:00",
                "Mill House",
                link="/seminars/water-rights",
            ),
            ev("Boundaries over lunch", "2026-10-14T12:00", "2026-10-14T13:00", online=True),
            ev("The year in cases", "2026-11-26T17:00", "2026-11-26T19:30", "Guild Hall"),
        ),
    ),
    Case(
        name="us-numeric-dates",
        url="https://prairie-co-op.example/calendar",
        body=bootstrap(
            """<h1>Member Calendar</h1><table class="table"><tr><th>When</th><th>What</th><th>Where</th></tr><tr><td>09/22/2026 6:00 PM</td><td>Board meeting</td><td>Grain Elevator Office</td></tr><tr><td>10/06/2026 12:00 PM</td><td>Soil health lunch</td><td>Lincoln Grange</td></tr><tr><td>12/05/2026 9:00 AM</td><td>Seed swap</td><td>Lincoln Grange</td></tr></table><p>Questions? (402) 555-0117</p>""",
            title="Member Calendar",
            site="Prairie Co-op",
            lang="en-US",
        ),
        events=(
            ev("Board meeting", "2026-09-22T18:00", at="Grain Elevator"),
            ev("Soil health lunch", "2026-10-06T12:00", at="Lincoln Grange"),
            ev("Seed swap", "2026-12-05T09:00"),
        ),
        contacts=("+14025550117",),
    ),
    Case(
        name="au-numeric-dates",
        url="https://wattle-networks.com.au/events/",
        body=bootstrap(
            """<h1>Events</h1><div class="list-group"><a class="list-group-item" href="/e/1"><h5>Cabling for old buildings</h5><small>07/10/2026, 5:30pm – Level 3, 80 Collins St</small></a><a class="list-group-item" href="/e/2"><h5>Wi-Fi in a warehouse</h5><small>04/11/2026, 5:30pm – Level 3, 80 Collins St</small></a><a class="list-group-item" href="/e/3"><h5>Year-end barbecue</h5><small>09/12/2026, 4pm – Rooftop</small></a></div>""",
            title="Events",
            site="Wattle Networks",
            lang="en-AU",
        ),
        events=(
            ev("Cabling for old buildings", "2026-10-07T17:30", at="80 Collins St", link="/e/1"),
            ev("Wi-Fi in a warehouse", "2026-11-04T17:30", at="80 Collins St"),
            ev("Year-end barbecue", "2026-12-09T16:00", at="Rooftop"),
        ),
    ),
    Case(
        name="ambiguous-order",
        url="https://orbitcircle.example/meet",
        body=plain(
            """<h1>Next meetings</h1><ul><li>10/12/2026 – Telescope night</li><li>11/12/2026 – Mirror grinding</li></ul>""",
            title="Meet",
            lang="",
        ),
        events=(
            ev("Telescope night", "2026-10-12", instead="2026-12-10", maybe=True),
            ev("Mirror grinding", "2026-11-12", instead="2026-12-11", maybe=True),
        ),
    ),
    Case(
        name="tailwind-webinars-zones",
        url="https://ledgerline.example/webinars",
        body=tailwind(
            """<h1 class="text-4xl font-bold tracking-tight">Webinars</h1><p class="mt-2 text-lg text-gray-600">Live sessions with the people who build Ledgerline.</p><ul role="list" class="mt-8 divide-y">
<li class="flex gap-x-6 py-6"><div class="min-w-0"><p class="text-xs text-gray-500">Sep 24, 2026 · 11:00 AM EDT</p><h3 class="text-base font-semibold"><a href="/webinars/close-faster"><span class="absolute inset-0"></span>Close the month in two days</a></h3><p class="text-sm">A live look at reconciliations.</p></div><span class="rounded-full">Register</span></li>
<li class="flex gap-x-6 py-6"><div class="min-w-0"><p class="text-xs text-gray-500">Oct 8, 2026 · 11:00 AM EDT</p><h3 class="text-base font-semibold"><a href="/webinars/audit-trail"><span class="absolute inset-0"></span>An audit trail auditors like</a></h3></div><span class="rounded-full">Register</span></li></ul>
<h2 class="mt-16 text-2xl">On demand</h2><ul role="list"><li class="flex"><div><p class="text-xs">Jun 11, 2026</p><h3><a href="/webinars/vat">VAT without tears</a></h3></div><span>Watch recording</span></li><li class="flex"><div><p class="text-xs">May 7, 2026</p><h3><a href="/webinars/intro">Ledgerline in an hour</a></h3></div><span>Watch recording</span></li></ul>""",
            title="Webinars | Ledgerline",
            site="Ledgerline",
            lang="en-US",
        ),
        events=(
            ev(
                "Close the month in two days",
                "2026-09-24T11:00-04:00",
                link="/webinars/close-faster",
            ),
            ev(
                "An audit trail auditors like",
                "2026-10-08T11:00-04:00",
                link="/webinars/audit-trail",
            ),
        ),
        news=None,
    ),
    Case(
        name="university-seminar-list",
        url="https://www.northfell.ac.example/maths/seminars",
        body=university(
            """<h1>Analysis seminar</h1><p>Seminars take place on Thursdays at 15:00 in Room 2.14 unless stated otherwise. Organiser: <a href="mailto:a.lindqvist@northfell.example">A. Lindqvist</a>.</p><h2>Michaelmas term 2026</h2><dl>
<dt>8 October</dt><dd><strong>Maria Fontana (Turin)</strong><br><em>Curves that nearly close</em></dd><dt>22 October</dt><dd><strong>Jonas Beck (Graz)</strong><br><em>Heat on a comb</em></dd><dt>5 November</dt><dd><strong>To be announced</strong></dd><dt>19 November, 16:00, Room 0.03 (note time and place)</dt><dd><strong>Yuki Tanabe (Sendai)</strong><br><em>Small divisors, large dinners</em></dd></dl>""",
            title="Analysis seminar | Mathematics",
            site="University of Northfell",
        ),
        events=(
            ev(
                "Curves that nearly close",
                "2026-10-08T15:00",
                also=("Maria Fontana (Turin)", "Maria Fontana (Turin) Curves that nearly close"),
            ),
            ev(
                "Heat on a comb",
                "2026-10-22T15:00",
                also=("Jonas Beck (Graz)", "Jonas Beck (Graz) Heat on a comb"),
            ),
            ev("Analysis seminar", "2026-11-05T15:00", also=("To be announced",), maybe=True),
            ev(
                "Small divisors, large dinners",
                "2026-11-19T16:00",
                at="0.03",
                also=("Yuki Tanabe (Sendai)", "Yuki Tanabe (Sendai) Small divisors, large dinners"),
            ),
        ),
    ),
    Case(
        name="headings-then-paragraphs",
        url="https://cityguides.example/walks.html",
        body=soup(
            """<div><h1>Walks this autumn</h1></div><div><h3>Ghost signs of the Old Quarter</h3></div><div><p>Date: Saturday, 26 September 2026<br>Time: 14:00 – 16:00<br>Meeting point: Fountain Square<br>Guide: Rosa</p><p>Painted walls and who painted them.</p></div>
<div><h3>Rivers under the street</h3></div><div><p>Date: Sunday, 18 October 2026<br>Time: 10:30 – 12:00<br>Meeting point: Pump House<br>Guide: Eamon</p></div><div><h3>Breweries, open and shut</h3></div><div><p>Date: Friday, 6 November 2026<br>Time: 18:00<br>Meeting point: Maltings Gate</p></div>""",
            title="Walks | City Guides",
            site="City Guides",
        ),
        events=(
            ev(
                "Ghost signs of the Old Quarter",
                "2026-09-26T14:00",
                "2026-09-26T16:00",
                "Fountain Square",
            ),
            ev("Rivers under the street", "2026-10-18T10:30", "2026-10-18T12:00", "Pump House"),
            ev("Breweries, open and shut", "2026-11-06T18:00", at="Maltings Gate"),
        ),
    ),
    Case(
        name="year-turn-by-weekday",
        url="https://hillrunners.example/races",
        now=datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Europe/London")),
        body=plain(
            """<h1>Races</h1><table><tr><th>Date</th><th>Race</th><th>Distance</th></tr><tr><td>Sun 6 Dec</td><td>Cairn Dash</td><td>9 km</td></tr><tr><td>Fri 1 Jan</td><td>Cold Feet Ten</td><td>10 miles</td></tr><tr><td>Sun 7 Feb</td><td>Bog and Back</td><td>14 km</td></tr><tr><td>Sat 13 Mar</td><td>Two Tarns</td><td>21 km</td></tr></table><p>&copy; 2019 Hill Runners</p>""",
            title="Races",
            lang="en-GB",
        ),
        events=(
            ev("Cairn Dash", "2026-12-06"),
            ev("Cold Feet Ten", "2027-01-01"),
            ev("Bog and Back", "2027-02-07"),
            ev("Two Tarns", "2027-03-13"),
        ),
    ),
    Case(
        name="last-wednesday-rule",
        url="https://querycircle.example/",
        body=bootstrap(
            """<h1>Query Circle</h1><p class="lead">A user group for people who write SQL all day.</p><h2>When we meet</h2><p>We meet every last Wednesday of the month at 6:30 pm in the library, Room 2.</p><h2>Next meeting</h2><p><b>Wednesday, 30 September 2026, 6:30 pm</b>: Window functions by example, with Dana Orlov</p>""",
            title="Query Circle",
            site="Query Circle",
            lang="en-AU",
        ),
        events=(
            ev(
                "Window functions by example",
                "2026-09-30T18:30",
                also=("Window functions by example, with Dana Orlov", "Query Circle"),
            ),
            *(
                ev(
                    "Query Circle",
                    day + "T18:30",
                    also=("We meet", "When we meet", "Query Circle meeting", "Meeting"),
                    maybe=True,
                    status="scheduled",
                )
                for day in ("2026-09-30", "2026-10-28", "2026-11-25", "2026-12-30")
            ),
        ),
        says=("A user group for people who write SQL all day",),
    ),
    Case(
        name="register-by-deadlines",
        url="https://glasshouse-trust.example/open-calls",
        body=bootstrap(
            """<h1>Workshops</h1><div class="ws"><h3>Stained glass for beginners</h3><p><strong>When:</strong> 17 October 2026, 10:00-16:00</p><p><strong>Where:</strong> Studio 4</p><p>Please register by 3 October 2026.</p></div><div class="ws"><h3>Kiln repair</h3><p><strong>When:</strong> 7 November 2026, 10:00-13:00</p><p><strong>Where:</strong> Studio 1</p><p>Registration closes on 24 October 2026.</p></div><h2>Open call</h2><p>Applications for the residency close on 30 November 2026.</p>""",
            title="Workshops",
            site="Glasshouse Trust",
            lang="en-GB",
        ),
        events=(
            ev("Stained glass for beginners", "2026-10-17T10:00", "2026-10-17T16:00", "Studio 4"),
            ev("Kiln repair", "2026-11-07T10:00", "2026-11-07T13:00", "Studio 1"),
        ),
    ),
    Case(
        name="month-grid",
        url="https://allotment-club.example/calendar/2026/10",
        body=plain(
            """<h2>October 2026</h2><table class="calendar"><tr><th>Mon</th><th>Tue</th><th>Wed</th><th>Thu</th><th>Fri</th><th>Sat</th><th>Sun</th></tr>"""
            + "".join(
                "<tr>"
                + "".join(
                    f"<td class='day'><span class='n'>{d if 1 <= d <= 31 else ''}</span>{ {3: '<a href=/e/apple-day>Apple day</a> 10:00', 14: '<a href=/e/committee>Committee</a> 19:30', 31: '<a href=/e/bonfire>Bonfire supper</a> 18:00'}.get(d, '') }</td>"
                    for d in range(week, week + 7)
                )
                + "</tr>"
                for week in range(-2, 32, 7)
            )
            + "</table><p><a href='/calendar/2026/09'>&laquo; September</a> <a href='/calendar/2026/11'>November &raquo;</a></p>",
            title="Calendar",
            lang="en-GB",
        ),
        events=(
            ev("Apple day", "2026-10-03T10:00", link="/e/apple-day"),
            ev("Committee", "2026-10-14T19:30"),
            ev("Bonfire supper", "2026-10-31T18:00"),
        ),
    ),
)
